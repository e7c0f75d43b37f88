package scene

import (
	"math"

	"github.com/paulmach/orb"
)

// space keeps account of what is taken on the page, so that words never stand
// on one another nor on a mark.
type space struct {
	page  orb.Bound
	taken []orb.Bound // by panels, marks and words: never shared
	soft  []orb.Bound // by arrows: an event's label may cross them if it must
	pale  []orb.Bound // by edges and dots that are better left clear
}

func newSpace(page orb.Bound) *space { return &space{page: page} }

func (s *space) take(b orb.Bound) { s.taken = append(s.taken, b) }

// free reports whether a box lies on the page and touches nothing; strict
// counts arrows too.
func (s *space) free(b orb.Bound, strict bool) bool {
	return inBox(s.page, b) && !meets(b, s.taken) && (!strict || !meets(b, s.soft))
}

// meets reports whether a box shares area with any other.
func meets(b orb.Bound, others []orb.Bound) bool {
	for i := range others {
		o := &others[i]
		if o.Min[0] < b.Max[0] && o.Max[0] > b.Min[0] && o.Min[1] < b.Max[1] && o.Max[1] > b.Min[1] {
			return true
		}
	}
	return false
}

func inBox(outer, b orb.Bound) bool {
	return b.Min[0] >= outer.Min[0] && b.Min[1] >= outer.Min[1] && b.Max[0] <= outer.Max[0] && b.Max[1] <= outer.Max[1]
}

// overlap is the area that a box shares with others.
func (s *space) overlap(b orb.Bound, others []orb.Bound) float64 {
	sum := 0.0
	for _, o := range others {
		w := math.Min(b.Max[0], o.Max[0]) - math.Max(b.Min[0], o.Min[0])
		h := math.Min(b.Max[1], o.Max[1]) - math.Max(b.Min[1], o.Min[1])
		if w > 0 && h > 0 {
			sum += w * h
		}
	}
	return sum
}

// box is the rectangle with its top left at x, y.
func box(x, y, w, h float64) orb.Bound {
	return orb.Bound{Min: orb.Point{x, y}, Max: orb.Point{x + w, y + h}}
}

// around is the square of half-width r about a point.
func around(p orb.Point, r float64) orb.Bound {
	return orb.Bound{Min: orb.Point{p[0] - r, p[1] - r}, Max: orb.Point{p[0] + r, p[1] + r}}
}
