package geocode

import (
	"slices"
	"strings"

	"dateline/geo/gazetteer"
	"dateline/timeline"
)

// Find lists the places that a name can mean on its own, the best first. The
// name may carry its container after a comma ("Rockville, Maryland") and a
// word for its kind ("Diyala province"). A country, by code or by name, keeps
// the places in it. No candidates means that the name is in no gazetteer.
func Find(name, country string, f Finder) []Candidate {
	name, in, _ := strings.Cut(strings.TrimSpace(name), ",")
	in = strings.TrimSpace(in)
	m := timeline.Mention{Name: strings.TrimSpace(name), In: in}
	if len(senses(m.Name, timeline.AnyClass, false, false, f)) == 0 {
		m.Name, m.Class = splitClass(m.Name)
	} else if bare, class := splitClass(m.Name); class == timeline.Division {
		m.Name, m.Class = bare, class
	} else if class == timeline.District {
		m.Class = class
	}
	if key(m.Name) == "" {
		return nil
	}
	if len(senses(m.Name, m.Class, false, false, f)) == 0 && len(senses(m.Name, m.Class, true, false, f)) > 0 {
		m.Adj = true
	}
	d := newDocument("", []timeline.Mention{m}, f)
	d.asked = true
	n := d.names[0]
	if country != "" {
		code := countryCode(country, f)
		n.senses = slices.DeleteFunc(n.senses, func(s sense) bool { return !strings.EqualFold(s.Place.Country, code) })
		if len(n.senses) > 0 {
			share(n.senses)
		}
	}
	var out []Candidate
	for i := range n.senses {
		out = append(out, Candidate{Place: n.senses[i].Place, Score: score(n.senses, i), Why: d.why(n, &n.senses[i])})
	}
	return out
}

// countryCode is the ISO code of a country given by code or name, else what
// was given.
func countryCode(s string, f Finder) string {
	s = strings.TrimSpace(s)
	if len(s) == 2 && f.CountryName(strings.ToUpper(s)) != "" {
		return strings.ToUpper(s)
	}
	for _, m := range f.Lookup(s) {
		if m.Place.Level == gazetteer.Country && !m.Adj {
			return m.Place.Country
		}
	}
	return s
}
