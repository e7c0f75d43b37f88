// Package measure compares annotations with documents that people marked: how
// many places, times and events were found, and how many of them are right. It
// counts as the usual scorers of the field do.
package measure

import (
	"cmp"
	"math/rand/v2"
	"slices"
)

// Span is a stretch of code points.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// pair is a match of gold with what was found.
type pair struct {
	exact     bool
	overlap   int
	off       int // how far the ends are apart together
	gold, sys int
}

// match pairs gold with what was found, one to one where they overlap: exact
// pairs first, then the longest overlap. For each of gold it gives the index
// of what was found, -1 for none.
func match(gold, found []Span, exactOnly bool) []int {
	var all []pair
	for i, g := range gold {
		for j, s := range found {
			over := min(g.End, s.End) - max(g.Start, s.Start)
			if over <= 0 || exactOnly && g != s {
				continue
			}
			all = append(all, pair{g == s, over, abs(g.Start-s.Start) + abs(g.End-s.End), i, j})
		}
	}
	slices.SortFunc(all, func(a, b pair) int {
		return cmp.Or(rank(a.exact)-rank(b.exact), cmp.Compare(b.overlap, a.overlap), cmp.Compare(a.off, b.off), cmp.Compare(a.gold, b.gold), cmp.Compare(a.sys, b.sys))
	})
	out := make([]int, len(gold))
	for i := range out {
		out[i] = -1
	}
	used := make([]bool, len(found))
	for _, p := range all {
		if out[p.gold] < 0 && !used[p.sys] {
			out[p.gold], used[p.sys] = p.sys, true
		}
	}
	return out
}

// rank puts what holds first.
func rank(b bool) int {
	if b {
		return 0
	}
	return 1
}

func abs(n int) int { return max(n, -n) }

// Count is right answers among those given and those wanted.
type Count struct{ Right, Given, Wanted int }

func (c *Count) add(o Count) {
	c.Right += o.Right
	c.Given += o.Given
	c.Wanted += o.Wanted
}

// Precision is the share of the given that is right, 0 where nothing was given.
func (c Count) Precision() float64 { return ratio(c.Right, c.Given) }

// Recall is the share of the wanted that was found.
func (c Count) Recall() float64 { return ratio(c.Right, c.Wanted) }

// F1 is the harmonic mean of precision and recall.
func (c Count) F1() float64 { return ratio(2*c.Right, c.Given+c.Wanted) }

func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

// Measure is one figure of a table.
type Measure struct {
	Name  string
	Count Count
	Of    func(Count) float64 // F1, recall or precision
}

// Value is the figure.
func (m Measure) Value() float64 { return m.Of(m.Count) }

// Sum adds up the counts of documents.
func Sum(docs [][]Measure) []Measure {
	if len(docs) == 0 {
		return nil
	}
	out := slices.Clone(docs[0])
	for _, d := range docs[1:] {
		for i := range out {
			out[i].Count.add(d[i].Count)
		}
	}
	return out
}

// Interval is where 95 of 100 sets of as many documents, drawn anew from
// these, have the figure. The draws are the same every time.
func Interval(docs [][]Measure, k, draws int) (lo, hi float64) {
	if len(docs) == 0 || draws < 1 {
		return 0, 0
	}
	r := rand.New(rand.NewPCG(7, 161))
	values := make([]float64, draws)
	for n := range values {
		m := docs[0][k]
		m.Count = Count{}
		for range docs {
			m.Count.add(docs[r.IntN(len(docs))][k].Count)
		}
		values[n] = m.Value()
	}
	slices.Sort(values)
	return values[draws*25/1000], values[min(draws-1, draws*975/1000)]
}
