package gazetteer

import "encoding/binary"

// Lookup gives all places of that name: those whose name folds alike first,
// then those that only share a spelling variant (Match.Variant). In each part
// countries come before first-level divisions, these before districts and
// towns by population, and demonyms after names. A name that is unknown has
// none.
func (g *Gazetteer) Lookup(name string) []Match {
	folded := Fold(name)
	if folded == "" {
		return nil
	}
	var out []Match
	seen := map[int]bool{}
	out = g.add(out, seen, g.value(folded), Match{Alias: folded})
	skeleton := Skeleton(folded)
	if len(skeleton) < 3 {
		return out
	}
	variant := Match{Alias: skeleton, Variant: true}
	out = g.add(out, seen, g.variant(skeleton), variant)
	if skeleton != folded {
		out = g.add(out, seen, g.value(skeleton), variant)
	}
	return out
}

// value is what a folded name leads to, noValue if it is unknown.
func (g *Gazetteer) value(folded string) uint64 {
	if v, ok := lookup(g.names, folded); ok {
		return v
	}
	return noValue
}

// variant is what a skeleton leads to.
func (g *Gazetteer) variant(skeleton string) uint64 {
	if v, ok := lookup(g.variants, skeleton); ok {
		return v
	}
	return noValue
}

// noValue is no value that a key can have: it would be an even larger record
// than there can be.
const noValue = 1<<64 - 2

// add appends the places that a value leads to and that were not seen yet,
// each as a copy of m filled in.
func (g *Gazetteer) add(out []Match, seen map[int]bool, value uint64, m Match) []Match {
	g.postings(value, func(i int, flags uint64) {
		if seen[i] {
			return
		}
		if m.Variant && !g.isLoose(i) {
			return
		}
		seen[i] = true
		m.Place = g.place(i)
		m.Official = flags&postOfficial != 0 && !m.Variant
		m.Adj = flags&postAdj != 0
		m.Abbrev = flags&postAbbrev != 0
		out = append(out, m)
	})
	return out
}

// isLoose reports whether a record is found by the skeletons of its names.
func (g *Gazetteer) isLoose(i int) bool {
	return g.records[i*recordSize+recordFlags]&flagLoose != 0
}

// postings calls do with each record that a value leads to, the best first.
func (g *Gazetteer) postings(value uint64, do func(record int, flags uint64)) {
	switch {
	case value == noValue:
		return
	case value&1 == 0:
		g.posting(value>>1, do)
		return
	case value>>1 >= uint64(len(g.lists)):
		return
	}
	rest := g.lists[value>>1:]
	n, size := binary.Uvarint(rest)
	for ; n > 0 && size > 0; n-- {
		rest = rest[size:]
		var word uint64
		if word, size = binary.Uvarint(rest); size > 0 {
			g.posting(word, do)
		}
	}
}

func (g *Gazetteer) posting(word uint64, do func(record int, flags uint64)) {
	if i := word >> postBits; i < uint64(g.Len()) {
		do(int(i), word&(1<<postBits-1))
	}
}
