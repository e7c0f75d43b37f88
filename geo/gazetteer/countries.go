package gazetteer

import (
	"cmp"
	"slices"
)

// mostCountries is how many countries a name is looked for in.
const mostCountries = 12

// What a place of the name has to weigh beside the heaviest to count: people,
// those of a place that has the name as its own ten times over.
const (
	ownName     = 10
	leastWeight = 300 // the heaviest may weigh so many times as much
	fewPeople   = 1000
)

// holder is a country with what is known of its places of a name.
type holder struct {
	code   string
	own    bool
	people int64
}

func (h holder) weight() int64 {
	w := h.people + fewPeople
	if h.own {
		w *= ownName
	}
	return w
}

// Countries gives the names of the countries that hold a place of the name,
// those with the larger places first, and for a country or a demonym the
// country itself. Places that only bear it as a further name count for less,
// and what is very small beside the largest for nothing. A name that is
// unknown has none.
func (g *Gazetteer) Countries(name string) []string {
	var all []holder
	g.postings(g.value(Fold(name)), func(i int, flags uint64) {
		p := g.place(i)
		if p.Country == "" || p.Natural {
			return
		}
		h := holder{p.Country, flags&postOfficial != 0, p.Population}
		for k := range all {
			if o := &all[k]; o.code == h.code {
				o.own, o.people = o.own || h.own, max(o.people, h.people)
				return
			}
		}
		all = append(all, h)
	})
	slices.SortStableFunc(all, func(a, b holder) int {
		return cmp.Or(cmp.Compare(b.weight(), a.weight()), cmp.Compare(a.code, b.code))
	})
	var out []string
	for _, h := range all {
		if len(out) == mostCountries || h.weight()*leastWeight < all[0].weight() {
			break
		}
		out = append(out, g.CountryName(h.code))
	}
	return out
}

// CapitalOf names the country whose capital has a name, of several the one of
// the largest; "" if there is none.
func (g *Gazetteer) CapitalOf(name string) string {
	var best Place
	g.postings(g.value(Fold(name)), func(i int, flags uint64) {
		if p := g.place(i); p.Capital && flags&postAdj == 0 && p.Level == Town && (best.Country == "" || p.Population > best.Population) {
			best = p
		}
	})
	if best.Country == "" {
		return ""
	}
	return g.CountryName(best.Country)
}
