package scene

import (
	"sort"

	"dateline/geo/gazetteer"
)

// maxFocus is the number of countries that can be in focus; where events are
// spread over more, none is.
const maxFocus = 3

// Focus is the countries that the events are about: those that hold at least
// a fifth of the places that are drawn, sorted. They are drawn lighter than
// their neighbours. It is nil where there is no such country or too many.
func Focus(events []Event) []gazetteer.AreaKey {
	count := map[string]int{}
	total := 0
	for _, e := range events {
		for _, l := range e.At {
			if l.Drawable() && l.Place.Country != "" {
				count[l.Place.Country]++
				total++
			}
		}
	}
	var out []gazetteer.AreaKey
	for c, n := range count {
		if 5*n >= total {
			out = append(out, gazetteer.AreaKey(c))
		}
	}
	if len(out) > maxFocus {
		return nil
	}
	sort.Slice(out, func(i, j int) bool { return out[i] < out[j] })
	return out
}
