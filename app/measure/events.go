package measure

import (
	"cmp"
	"slices"
	"strings"
	"time"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Incident is an event that a person marked.
type Incident struct {
	Optional  bool `json:"optional"`
	Locations []struct {
		Country string `json:"country"`
		Places  []struct {
			Name string `json:"name"`
		} `json:"places"`
	} `json:"locations"`
	Dates []struct {
		From string `json:"from"`
		To   string `json:"to"`
	} `json:"dates"`
}

// Event is an event that was found.
type Event struct {
	Date    string `json:"date"`
	Place   string `json:"place"`
	Country string `json:"country"`
}

// facets are what of an event is right.
type facets struct{ country, place, fine, date, near bool }

func (f facets) score() int {
	n := 0
	for _, x := range [...]struct {
		is     bool
		points int
	}{{f.fine, 4}, {f.place, 3}, {f.date, 2}, {f.near, 1}, {f.country, 1}} {
		if x.is {
			n += x.points
		}
	}
	return n
}

// Events compares the events of one document, one to one by how much of them
// is right. What was found beyond the wanted is counted as given.
func Events(gold []Incident, found []Event) []Measure {
	type pair struct {
		score, gold, found int
		f                  facets
	}
	var pairs []pair
	for i, g := range gold {
		for j, e := range found {
			if f := compare(g, e); f.score() > 0 {
				pairs = append(pairs, pair{f.score(), i, j, f})
			}
		}
	}
	slices.SortFunc(pairs, func(a, b pair) int {
		return cmp.Or(cmp.Compare(b.score, a.score), rank(!gold[a.gold].Optional)-rank(!gold[b.gold].Optional), cmp.Compare(a.gold, b.gold), cmp.Compare(a.found, b.found))
	})
	given := len(found)
	if len(gold) == 0 {
		given = 0 // counted apart: no event is wanted of such documents
	}
	right, used := map[int]facets{}, map[int]bool{}
	for _, p := range pairs {
		if _, have := right[p.gold]; have || used[p.found] {
			continue
		}
		right[p.gold], used[p.found] = p.f, true
		if gold[p.gold].Optional {
			given--
		}
	}
	place, date, both, any := Count{Given: given}, Count{Given: given}, Count{Given: given}, Count{Given: given}
	for i, g := range gold {
		if g.Optional {
			continue
		}
		any.Wanted++
		f, have := right[i]
		count := func(c *Count, is bool) {
			if have && is {
				c.Right++
			}
		}
		count(&any, true)
		if len(g.Dates) > 0 {
			date.Wanted++
		}
		count(&date, f.date)
		count(&place, f.place)
		count(&both, f.place && f.date)
		for _, l := range g.Locations {
			if len(l.Places) > 0 {
				place.Wanted++
				both.Wanted++
				break
			}
		}
	}
	proposed := any
	proposed.Right = any.Given
	return []Measure{
		{"events: with the right place, recall", place, Count.Recall},
		{"events: with the right date, recall", date, Count.Recall},
		{"events: with both, recall", both, Count.Recall},
		{"events: proposed for each that is wanted", proposed, Count.Recall},
	}
}

// compare says what of an event agrees with an incident.
func compare(g Incident, e Event) (f facets) {
	country, place := plain(e.Country), plain(e.Place)
	for _, l := range g.Locations {
		f.country = f.country || country != "" && plain(l.Country) == country
		for k, p := range l.Places {
			if place != "" && plain(p.Name) == place {
				f.place = true
				f.fine = f.fine || k == len(l.Places)-1
			}
		}
	}
	day, ok := dayOf(e.Date)
	if !ok {
		return f
	}
	for _, d := range g.Dates {
		to, ok := dayOf(d.To)
		if !ok {
			continue
		}
		from, ok := dayOf(d.From)
		if !ok {
			from = to.AddDate(0, 0, -31)
		}
		f.date = f.date || !day.Before(from) && !day.After(to)
		f.near = f.near || !day.Before(from.AddDate(0, 0, -1)) && !day.After(to.AddDate(0, 0, 1))
	}
	return f
}

// plain is a name in capitals without accents and signs.
func plain(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Mn, r):
			return -1
		case r <= unicode.MaxASCII && (unicode.IsUpper(r) || unicode.IsDigit(r)):
			return r
		}
		return ' '
	}, strings.ToUpper(norm.NFD.String(s)))
	return strings.Join(strings.Fields(s), " ")
}

func dayOf(s string) (time.Time, bool) {
	if len(s) > 10 {
		s = s[:10]
	}
	t, err := time.Parse(time.DateOnly, s)
	return t, err == nil
}
