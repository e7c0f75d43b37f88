package gazetteer

import (
	"cmp"
	"slices"

	"github.com/blevesearch/vellum"
	"github.com/blevesearch/vellum/levenshtein"
)

// Fuzzy gives the places whose folded name is at most maxEdits letters off
// (1 or 2; a swap of neighbours is one), fewest edits first, then as Lookup
// orders them. Match.Edits says how many; names that fold alike are left to
// Lookup. The first letter is taken as right.
func (g *Gazetteer) Fuzzy(name string, maxEdits int) []Match {
	folded := Fold(name)
	maxEdits = min(maxEdits, 2)
	if maxEdits < 1 || len(folded) < 3 {
		return nil
	}
	builder, err := levenshtein.NewLevenshteinAutomatonBuilder(uint8(maxEdits), true)
	if err != nil {
		return nil
	}
	dfa, err := builder.BuildDfa(folded, uint8(maxEdits))
	if err != nil {
		return nil
	}
	first := []byte(folded[:1])
	it, err := g.names.Search(dfa, first, []byte{first[0] + 1})
	var out []Match
	seen := map[int]bool{}
	type key struct {
		name  string
		value uint64
		edits int
	}
	var keys []key
	for ; err == nil; err = it.Next() {
		k, v := it.Current()
		alias := string(k)
		if edits := distance(folded, alias); edits > 0 && edits <= maxEdits {
			keys = append(keys, key{alias, v, edits})
		}
	}
	if err != vellum.ErrIteratorDone {
		return nil
	}
	slices.SortFunc(keys, func(a, b key) int {
		return cmp.Or(cmp.Compare(a.edits, b.edits), cmp.Compare(a.name, b.name))
	})
	for _, k := range keys {
		out = g.add(out, seen, k.value, Match{Alias: k.name, Edits: k.edits})
	}
	slices.SortStableFunc(out, func(a, b Match) int {
		return cmp.Or(cmp.Compare(a.Edits, b.Edits), best(a.Place, b.Place))
	})
	return out
}

// distance is the least number of letters to insert, drop, change or swap with
// the next one that makes b of a.
func distance(a, b string) int {
	s, t := []rune(a), []rune(b)
	prev2, prev, row := make([]int, len(t)+1), make([]int, len(t)+1), make([]int, len(t)+1)
	for j := range prev {
		prev[j] = j
	}
	for i := 1; i <= len(s); i++ {
		row[0] = i
		for j := 1; j <= len(t); j++ {
			cost := 1
			if s[i-1] == t[j-1] {
				cost = 0
			}
			row[j] = min(prev[j]+1, row[j-1]+1, prev[j-1]+cost)
			if i > 1 && j > 1 && s[i-1] == t[j-2] && s[i-2] == t[j-1] {
				row[j] = min(row[j], prev2[j-2]+1)
			}
		}
		prev2, prev, row = prev, row, prev2
	}
	return prev[len(t)]
}
