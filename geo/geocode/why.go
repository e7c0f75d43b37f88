package geocode

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"dateline/geo/gazetteer"
	"dateline/timeline"
)

// why says for people what a sense is and what speaks for it.
func (d *document) why(n *name, s *sense) string {
	class, in := n.key.class, cmp.Or(n.holder, d.mentions[n.mentions[0]].In)
	parts := []string{what(s.Match, d.finder)}
	switch s.fit {
	case inside:
		if !d.asked {
			parts[0] += ", as the report says (" + in + ")"
		}
	case outside:
		if d.asked {
			parts = append(parts, "which is not in "+in)
		} else {
			parts = append(parts, "although the report puts it in "+in)
		}
	case within:
		puts := "the report puts it in"
		if d.asked {
			puts = "this is where it should be:"
		}
		parts = []string{fmt.Sprintf("“%s” is in no gazetteer; %s %s, %s", n.text, puts, in, what(s.Match, d.finder))}
	}
	if s.Adj {
		parts = append(parts, "named by its people")
	}
	if s.fit != within && !d.asked && agreesWithClass(s.Place.Level, class) {
		parts = append(parts, "called so in the report")
	}
	if like := d.beside(n, s); like != "" {
		parts = append(parts, like)
	}
	for i := range n.stated {
		if c := &n.stated[i]; s.off == nil && c.holdsFor(s) {
			parts = append(parts, "and it lies "+c.words+" as stated")
			break
		}
	}
	if s.off != nil {
		if to, ok := s.off.to.best(); ok {
			parts = append(parts, fmt.Sprintf("but the report says %s, and this place is %.0f km from there",
				s.off.words, distanceKM(s.Place.Point, to.Place.Point)))
		}
	}
	return strings.Join(parts, ", ") + facts(s.Match)
}

func (c *stated) holdsFor(s *sense) bool {
	to, ok := c.to.best()
	return ok && to.Place.Level != gazetteer.Country && c.agrees(s.Place, to.Place)
}

func agreesWithClass(l gazetteer.Level, c timeline.Class) bool {
	return l == gazetteer.Town && c == timeline.Town || l == gazetteer.District && c == timeline.District ||
		l == gazetteer.Division && c == timeline.Division
}

// what says what kind of place it is and where.
func what(m gazetteer.Match, f Finder) string {
	p := m.Place
	switch {
	case p.Country == "" && p.Natural && p.Level == gazetteer.Country:
		return p.Name + ", a natural feature too wide for a mark"
	case p.Country == "" && p.Natural:
		return "a natural feature that lies in no one country"
	case p.Country == "" && p.Level == gazetteer.District:
		return "a region that lies in no one country"
	case p.Country == "":
		return p.Name + ", which is wider than a country"
	}
	country := withArticle(cmp.Or(f.CountryName(p.Country), p.Country))
	switch p.Level {
	case gazetteer.Country:
		return "the country " + cmp.Or(p.Name, p.Country)
	case gazetteer.Division:
		return "a first-level division of " + country
	}
	kind := "a town"
	switch {
	case p.Natural:
		kind = "a natural feature"
	case p.Level == gazetteer.District && p.Admin1 == "":
		kind = "a region"
	case p.Level == gazetteer.District:
		kind = "a district"
	case p.Capital:
		kind = "the capital of " + country
	}
	if div := f.DivisionName(areaOf(p)); div != "" && div != country {
		if p.Capital {
			return kind
		}
		return kind + " in " + div + ", " + country
	}
	if p.Capital {
		return kind
	}
	return kind + " in " + country
}

// withArticle puts "the" before names of countries that take it in a sentence.
func withArticle(country string) string {
	for _, end := range [...]string{"States", "Kingdom", "Emirates", "Islands", "Republic", "Netherlands", "Philippines", "Bahamas", "Maldives", "Comoros", "Seychelles", "Territory", "Territories"} {
		if strings.HasSuffix(country, end) {
			return "the " + country
		}
	}
	return country
}

// facts are the population and the spelling.
func facts(m gazetteer.Match) string {
	var b strings.Builder
	if m.Edits > 0 {
		fmt.Fprintf(&b, "; spelled “%s” in the gazetteer", m.Place.Name)
	}
	if p := m.Place.Population; p > 0 && m.Place.Level == gazetteer.Town { // of areas only their towns are counted
		b.WriteString("; population " + round(p))
	}
	return b.String()
}

// beside names up to two other places of the report that speak for a sense:
// the nearest within 150 km, else the country or division that it is about.
func (d *document) beside(n *name, s *sense) string {
	if s.Place.Level == gazetteer.Country || s.fit == within {
		return ""
	}
	type near struct {
		of *name
		km float64
	}
	var nears []near
	if d.field == nil {
		d.field = newField(d.names)
	}
	country, area := "", ""
	for _, o := range d.field.countries[s.Place.Country] {
		if o.key.text != n.key.text {
			country = d.finder.CountryName(s.Place.Country)
			break
		}
	}
	for _, o := range d.field.areas[areaOf(s.Place)] {
		if o.key.text != n.key.text {
			area = o.senses[0].Place.Name
		}
	}
	if s.Place.Level != gazetteer.Division {
		d.field.near(s.Place.Point, func(t *neighbour) {
			if t.best && t.town && t.share > 0.5 && t.country == s.Place.Country && t.of.key.text != n.key.text {
				if km := distanceKM(t.at, s.Place.Point); km <= 150 {
					nears = append(nears, near{t.of, km})
				}
			}
		})
	}
	slices.SortFunc(nears, func(a, b near) int { return cmp.Or(cmp.Compare(a.km, b.km), cmp.Compare(a.of.index, b.of.index)) })
	nears = slices.CompactFunc(nears, func(a, b near) bool { return a.of.text == b.of.text })
	switch {
	case len(nears) > 1:
		return "near " + nears[0].of.text + " and " + nears[1].of.text + " in the same report"
	case len(nears) == 1:
		return "near " + nears[0].of.text + " in the same report"
	case area != "":
		return "with " + area + " named in the same report"
	case country != "":
		return "with " + country + " named in the same report"
	}
	return ""
}

// round prints a number to three figures with commas: 298,000.
func round(n int64) string {
	if n > 1000 {
		unit := math.Pow10(int(math.Log10(float64(n))) - 2)
		n = int64(math.Round(float64(n)/unit) * unit)
	}
	s := strconv.FormatInt(n, 10)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
