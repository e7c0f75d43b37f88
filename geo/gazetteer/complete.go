package gazetteer

import (
	"cmp"
	"slices"
)

// maxWalk is how many names Complete looks at: enough for three letters of
// any alphabet, and less than a millisecond of work each hundred.
const maxWalk = 6000

// Complete gives the places that have a name beginning with the letters typed
// so far, at most limit of them: first those of exactly that name, then those
// whose main name begins so, the largest first. Fewer than two letters give nothing.
func (g *Gazetteer) Complete(typed string, limit int) []Match {
	folded := Fold(typed)
	if len([]rune(folded)) < 2 || limit <= 0 {
		return nil
	}
	out := slices.Clone(g.Lookup(typed))
	seen := make(map[int]bool)
	if v, ok := lookup(g.names, folded); ok {
		g.postings(v, func(i int, _ uint64) { seen[i] = true })
	}
	exact := len(out)
	at, value := walk(g.names, g.names.root(), 0, folded)
	if at == dead {
		return out[:min(exact, limit)]
	}
	c := completion{g: g, seen: seen, text: []byte(folded), left: maxWalk, most: limit - min(exact, limit)}
	for _, m := range out {
		if i, ok := g.recordOf(m.Place); ok {
			seen[i] = true
		}
	}
	c.below(at, value)
	for _, f := range c.found {
		out = append(out, Match{Place: g.place(f.record), Alias: f.alias})
	}
	return out[:min(len(out), limit)]
}

// completion is a walk over the names that begin alike.
type completion struct {
	g     *Gazetteer
	seen  map[int]bool
	text  []byte
	left  int
	most  int
	found []finding // the largest so far, the largest first
}

// finding is a record with the name that it was found by.
type finding struct {
	record     int
	official   bool // by its main name
	population int64
	alias      string
}

// below takes the names that go on from a state.
func (c *completion) below(addr int, value uint64) {
	if c.left <= 0 {
		return
	}
	if out, ok := c.g.names.end(addr); ok {
		c.left--
		c.g.postings(value+out, func(i int, flags uint64) { c.take(i, flags) })
	}
	st := c.g.names.at(addr)
	for i := range st.n {
		letter, to, out := st.arc(i)
		c.text = append(c.text, letter)
		c.below(to, value+out)
		c.text = c.text[:len(c.text)-1]
	}
}

// take keeps a record if it is among the largest.
func (c *completion) take(i int, flags uint64) {
	if c.seen[i] || flags&(postAdj|postAbbrev) != 0 {
		return
	}
	c.seen[i] = true
	n := readRecord(c.g.records, i).population
	f := finding{record: i, population: int64(n), official: flags&postOfficial != 0}
	at, _ := slices.BinarySearchFunc(c.found, f, func(a, b finding) int {
		if a.official != b.official {
			if a.official {
				return -1
			}
			return 1
		}
		return cmp.Or(cmp.Compare(b.population, a.population), cmp.Compare(a.record, b.record))
	})
	if at >= c.most {
		return
	}
	f.alias = string(c.text)
	c.found = slices.Insert(c.found, at, f)
	c.found = c.found[:min(len(c.found), c.most)]
}

// recordOf is the record of a place, by its key.
func (g *Gazetteer) recordOf(p Place) (int, bool) {
	found, ok := -1, false
	if v, there := lookup(g.names, Fold(p.Name)); there {
		g.postings(v, func(i int, _ uint64) {
			if !ok && g.place(i) == p {
				found, ok = i, true
			}
		})
	}
	return found, ok
}
