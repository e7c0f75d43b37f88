package source

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"dateline/timeline/edtf"
)

// readMeta looks in the head of a page, its JSON-LD and its first dates for
// title, publisher and date of publication.
func readMeta(page *html.Node) header {
	var m meta
	m.walk(page)
	h := header{title: m.first(m.title), publisher: m.first(m.publisher)}
	for _, s := range m.dates() {
		if v, err := metaDate(s); err == nil {
			h.published = v
			break
		} else if strings.Contains(err.Error(), " can be ") {
			h.warnings = append(h.warnings, fmt.Sprintf("The date of the page is not clear: %v.", err))
		}
	}
	return h
}

// meta is what a page says, each list in the order of trust: the page's
// structured data, its meta elements, its visible elements.
type meta struct {
	title, publisher, published [3][]string
	loose                       []string // dates that stand just anywhere
}

func (m *meta) first(lists [3][]string) string {
	for _, l := range lists {
		for _, s := range l {
			if s = clean(s); s != "" {
				return s
			}
		}
	}
	return ""
}

func (m *meta) dates() []string {
	var all []string
	for _, l := range m.published {
		all = append(all, l...)
	}
	if len(all) == 0 && len(m.loose) > 0 {
		for _, s := range m.loose[1:] {
			if a, err := metaDate(s); err == nil {
				if b, err := metaDate(m.loose[0]); err != nil || a != b {
					return nil // dates of several articles
				}
			}
		}
		return m.loose[:1]
	}
	return all
}

func (m *meta) walk(n *html.Node) {
	if n.Type == html.ElementNode {
		switch n.DataAtom {
		case atom.Meta:
			m.element(n)
		case atom.Script:
			if attr(n, "type") == "application/ld+json" && n.FirstChild != nil {
				var v any
				if json.Unmarshal([]byte(n.FirstChild.Data), &v) == nil {
					m.linked(v, 0)
				}
			}
		case atom.Title:
			if len(m.title[2]) == 0 && within(n, atom.Head) {
				m.title[2] = append(m.title[2], bareTitle(textOf(n)))
			}
		case atom.H1:
			m.title[1] = append(m.title[1], textOf(n))
		case atom.Time:
			s := attr(n, "datetime")
			switch {
			case s == "":
			case attr(n, "itemprop") == "datePublished" || hasAttr(n, "pubdate"):
				m.published[1] = append(m.published[1], s)
			case within(n, atom.Aside) || within(n, atom.Nav) || within(n, atom.Footer):
			case within(n, atom.Article) || within(n, atom.Main):
				m.published[2] = append(m.published[2], s)
			default:
				m.loose = append(m.loose, s)
			}
		default:
			if attr(n, "itemprop") == "datePublished" {
				m.published[1] = append(m.published[1], attr(n, "content"), textOf(n))
			}
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		m.walk(c)
	}
}

// element reads a meta element.
func (m *meta) element(n *html.Node) {
	key, content := strings.ToLower(attr(n, "property")), attr(n, "content")
	if key == "" {
		key = strings.ToLower(attr(n, "name"))
	}
	if key == "" {
		key = strings.ToLower(attr(n, "itemprop"))
	}
	switch key {
	case "article:published_time", "og:published_time", "article:published", "datepublished", "dc.date.issued", "dcterms.created", "dcterms.issued",
		"dcterms.date", "dc.date", "dc.date.created", "dc.created", "date", "pubdate", "publishdate", "publish-date", "publish_date", "pub_date",
		"parsely-pub-date", "sailthru.date", "originalpublicationdate", "cxenseparse:recs:publishtime", "citation_publication_date", "citation_date":
		m.published[1] = append(m.published[1], content)
	case "og:site_name", "dc.publisher", "dcterms.publisher", "publisher", "citation_journal_title":
		m.publisher[1] = append(m.publisher[1], content)
	case "application-name":
		m.publisher[2] = append(m.publisher[2], content)
	case "og:title", "twitter:title", "dc.title", "parsely-title", "citation_title":
		m.title[1] = append([]string{bareTitle(content)}, m.title[1]...)
	}
}

// linked reads JSON-LD down to a few levels.
func (m *meta) linked(v any, depth int) {
	if depth > 4 {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			m.linked(e, depth+1)
		}
	case map[string]any:
		if s, ok := v["datePublished"].(string); ok {
			m.published[0] = append(m.published[0], s)
		}
		if s, ok := v["headline"].(string); ok {
			m.title[0] = append(m.title[0], html.UnescapeString(s))
		}
		if p, ok := v["publisher"].(map[string]any); ok {
			if s, ok := p["name"].(string); ok {
				m.publisher[0] = append(m.publisher[0], s)
			}
		}
		m.linked(v["@graph"], depth+1)
		m.linked(v["mainEntity"], depth+1)
	}
}

// metaDate reads a date as pages write it: ISO 8601 with or without a time,
// the form of mail, or words. The day is that of the date's own zone.
func metaDate(s string) (edtf.Value, error) {
	s = strings.TrimSpace(s)
	if len(s) >= 10 && s[4:5] == "-" {
		if v, err := edtf.Parse(s[:10]); err == nil {
			return v, nil
		}
	}
	if len(s) == 8 && strings.Trim(s, "0123456789") == "" {
		return edtf.Parse(s[:4] + "-" + s[4:6] + "-" + s[6:])
	}
	for _, layout := range [...]string{time.RFC1123, time.RFC1123Z, time.RFC850, time.ANSIC, time.UnixDate} {
		if t, err := time.Parse(layout, s); err == nil {
			return edtf.OnDay(t), nil
		}
	}
	v, err := readDate(s)
	if err == nil && (v.Precision() < edtf.Day || v.IsInterval()) {
		return edtf.Value{}, fmt.Errorf("%q is not a day", s)
	}
	return v, err
}

// bareTitle cuts the name of the site off a title: "A headline - BBC News".
func bareTitle(s string) string {
	s = clean(s)
	for _, sep := range [...]string{" | ", " - ", " – ", " — ", " :: "} {
		if i := strings.LastIndex(s, sep); i > 0 && len(strings.Fields(s[i+len(sep):])) <= 4 && len(strings.Fields(s[:i])) >= 3 {
			return s[:i]
		}
	}
	return s
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func hasAttr(n *html.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}

func within(n *html.Node, a atom.Atom) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		if p.DataAtom == a {
			return true
		}
	}
	return false
}
