package source

import (
	"bytes"
	"fmt"
	"net/url"
	"strings"
	"unicode"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"
)

// fromHTML reads a web page: its article as text, without what surrounds it.
func fromHTML(name string, raw []byte) (d Document, err error) {
	defer func() { // the page is foreign and so is the code that reads it
		if r := recover(); r != nil {
			d, err = Document{}, fmt.Errorf("reading %s: the page could not be understood (%v); paste its text", name, r)
		}
	}()
	if bytes.IndexByte(raw, 0) >= 0 && !bytes.HasPrefix(raw, []byte("\xff\xfe")) && !bytes.HasPrefix(raw, []byte("\xfe\xff")) {
		return Document{}, &NotTextError{Name: name, Why: "it holds bytes that no text has"}
	}
	utf8Page, err := charset.NewReader(bytes.NewReader(raw), "text/html")
	if err != nil {
		return Document{}, fmt.Errorf("reading %s: %w", name, err)
	}
	page, err := html.Parse(utf8Page)
	if err != nil {
		return Document{}, fmt.Errorf("reading %s: %w", name, err)
	}
	m := readMeta(page)
	body := textOf(page)
	d = Document{Name: name, Title: m.title, Publisher: m.publisher, Published: m.published}

	parser := readability.NewParser()
	parser.KeepClasses = true
	parser.MaxElemsToParse = 200_000
	article, err := parser.ParseDocument(page, &url.URL{Scheme: "http", Host: "localhost", Path: "/"})
	var b builder
	if err == nil && article.Node != nil {
		b.walk(article.Node)
		b.flush()
		if d.Title == "" {
			d.Title = clean(article.Title())
		}
	}
	if b.letters == 0 || b.letters*10 < len(body) && b.letters < 250 {
		b = builder{}
		b.walk(page)
		b.flush()
		if len(b.parts) > 0 {
			d.Warnings = append(d.Warnings, "The page has no part that looks like an article; all of its text was taken.")
		}
	}
	d.Text, d.Blocks = b.document(d.Title)
	if err := checkText(name, d.Text); err != nil {
		return Document{}, err
	}
	d.Warnings = append(d.Warnings, m.warnings...)
	d.describe()
	return d, nil
}

// part is one block of a page before it has its place in the text.
type part struct {
	text string
	kind BlockKind
}

// builder collects the blocks of a page.
type builder struct {
	parts   []part
	now     strings.Builder
	kind    BlockKind
	letters int
}

// walk adds a node and all in it.
func (b *builder) walk(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		b.now.WriteString(n.Data)
		return
	case html.ElementNode:
		if hidden(n) {
			return
		}
	}
	kind, isBlock := blockKind(n, b.kind)
	if !isBlock {
		if tag(n) == atom.Br {
			b.now.WriteByte('\n')
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			b.walk(c)
		}
		if tag(n) == atom.Td || tag(n) == atom.Th {
			b.now.WriteString(" ")
		}
		return
	}
	b.flush()
	outer := b.kind
	b.kind = kind
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		b.walk(c)
	}
	b.flush()
	b.kind = outer
}

// tag is the name of an element. Elements that readability makes or renames
// have a name but no atom of their own.
func tag(n *html.Node) atom.Atom {
	if n.Type != html.ElementNode {
		return 0
	}
	return atom.Lookup([]byte(n.Data))
}

// hidden reports whether an element is not for reading.
func hidden(n *html.Node) bool {
	switch tag(n) {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Head, atom.Nav, atom.Form, atom.Button, atom.Select,
		atom.Svg, atom.Iframe, atom.Object, atom.Video, atom.Audio, atom.Footer, atom.Dialog, atom.Textarea:
		return true
	}
	for _, a := range n.Attr {
		if a.Key == "hidden" || a.Key == "aria-hidden" && a.Val == "true" {
			return true
		}
	}
	return false
}

// blockKind tells whether an element is a block and what it holds.
func blockKind(n *html.Node, outer BlockKind) (BlockKind, bool) {
	switch tag(n) {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return Heading, true
	case atom.Li, atom.Dd:
		return ListItem, true
	case atom.Figure, atom.Figcaption, atom.Caption:
		return Caption, true
	case atom.Aside:
		return Boilerplate, true
	case atom.P, atom.Blockquote, atom.Pre, atom.Dt:
		return outer, true
	case atom.Div, atom.Section, atom.Article, atom.Main, atom.Header, atom.Body, atom.Html, atom.Ul, atom.Ol, atom.Dl,
		atom.Table, atom.Tr, atom.Tbody, atom.Hr, atom.Address, atom.Details, atom.Summary, atom.Center:
		if outer == ListItem && (tag(n) == atom.Ul || tag(n) == atom.Ol) {
			return outer, true
		}
		for _, a := range n.Attr {
			if a.Key == "class" && outer == Paragraph && strings.Contains(strings.ToLower(a.Val), "caption") {
				return Caption, true
			}
		}
		return outer, true
	}
	return outer, false
}

// flush ends the block that is being collected.
func (b *builder) flush() {
	raw := b.now.String()
	b.now.Reset()
	kind := b.kind
	for _, s := range strings.Split(raw, "\n\n") {
		s = clean(s)
		if s == "" {
			continue
		}
		for _, r := range s {
			if unicode.IsLetter(r) {
				b.letters++
			}
		}
		b.parts = append(b.parts, part{s, kind})
	}
}

// clean makes single spaces of all white space and drops it at both ends.
func clean(s string) string {
	s = strings.Map(func(r rune) rune {
		if r == 0 || r == '\u00ad' || r == '\u200b' || r == '\ufeff' {
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

// document lays the blocks out as text, the title first.
func (b *builder) document(title string) (string, []Block) {
	parts := b.parts
	if title != "" && !hasTitle(parts, title) {
		parts = append([]part{{title, Heading}}, parts...)
	}
	var text strings.Builder
	var blocks []Block
	add := func(s string, k BlockKind) {
		blocks = append(blocks, Block{text.Len(), text.Len() + len(s), k})
		text.WriteString(s)
	}
	for i, p := range parts {
		if i > 0 {
			text.WriteByte('\n')
			if p.kind != ListItem || parts[i-1].kind != ListItem {
				text.WriteByte('\n')
			}
		}
		if p.kind == ListItem {
			text.WriteString("• ")
		}
		n, follows := label(p.text)
		switch {
		case n > 0 && n < len(p.text):
			head := strings.TrimRight(p.text[:n], " ")
			add(head, Boilerplate)
			text.WriteString(p.text[len(head):n])
			add(p.text[n:], follows)
		case n > 0:
			add(p.text, Boilerplate)
			if i+1 < len(parts) && parts[i+1].kind == Paragraph && follows == Caption {
				parts[i+1].kind = follows
			}
		case p.kind == Paragraph || p.kind == ListItem:
			k := classify(p.text, false)
			if k == Paragraph {
				k = p.kind
			}
			add(p.text, k)
		default:
			add(p.text, p.kind)
		}
	}
	return text.String(), blocks
}

// hasTitle reports whether one of the first blocks is the title.
func hasTitle(parts []part, title string) bool {
	for i := 0; i < len(parts) && i < 3; i++ {
		if strings.EqualFold(parts[i].text, title) {
			return true
		}
	}
	return false
}

// textOf is the readable text of a page in no particular form.
func textOf(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	if n.Type == html.ElementNode && hidden(n) && tag(n) != atom.Head {
		return ""
	}
	var b strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		b.WriteString(textOf(c))
	}
	return b.String()
}
