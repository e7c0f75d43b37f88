package scene

import (
	"math"
	"sort"

	"github.com/paulmach/orb"
)

func newLandMask(b orb.Bound, cell float64) *landMask {
	w := int(math.Ceil((b.Max[0]-b.Min[0])/cell)) + 1
	h := int(math.Ceil((b.Max[1]-b.Min[1])/cell)) + 1
	return &landMask{box: b, cell: cell, w: w, h: h, inland: make([]bool, w*h)}
}

// add marks the cells that rings of one feature cover (even-odd, so that holes
// stay water) or touch.
func (m *landMask) add(rings orb.MultiLineString) {
	crossings := make([][]float64, m.h)
	for _, r := range rings {
		for i := 1; i < len(r); i++ {
			a, b := r[i-1], r[i]
			m.touch(a, b)
			lo, hi := a, b
			if lo[1] > hi[1] {
				lo, hi = hi, lo
			}
			// The middle lines of the rows that the edge crosses.
			first := max(int(math.Ceil((lo[1]-m.box.Min[1])/m.cell-0.5)), 0)
			for y := first; y < m.h; y++ {
				at := m.box.Min[1] + (float64(y)+0.5)*m.cell
				if at >= hi[1] {
					break
				}
				crossings[y] = append(crossings[y], lo[0]+(at-lo[1])/(hi[1]-lo[1])*(hi[0]-lo[0]))
			}
		}
	}
	for y, xs := range crossings {
		sort.Float64s(xs)
		for i := 0; i+1 < len(xs); i += 2 {
			from := max(int(math.Ceil((xs[i]-m.box.Min[0])/m.cell-0.5)), 0)
			to := min(int(math.Floor((xs[i+1]-m.box.Min[0])/m.cell-0.5)), m.w-1)
			for x := from; x <= to; x++ {
				m.inland[y*m.w+x] = true
			}
		}
	}
}

// touch marks the cells along an edge.
func (m *landMask) touch(a, b orb.Point) {
	t0, t1, ok := cutSegment(m.box, a, b)
	if !ok {
		return
	}
	p, q := lerp(a, b, t0), lerp(a, b, t1)
	n := int(math.Ceil(dist(p, q)/(0.5*m.cell))) + 1
	for i := 0; i <= n; i++ {
		s := lerp(p, q, float64(i)/float64(n))
		x, y := int((s[0]-m.box.Min[0])/m.cell), int((s[1]-m.box.Min[1])/m.cell)
		if x >= 0 && y >= 0 && x < m.w && y < m.h {
			m.inland[y*m.w+x] = true
		}
	}
}

// wet reports whether no land reaches into a box, as far as the cells tell.
func (m *landMask) wet(b orb.Bound) bool {
	x0, x1 := int((b.Min[0]-m.box.Min[0])/m.cell), int((b.Max[0]-m.box.Min[0])/m.cell)
	y0, y1 := int((b.Min[1]-m.box.Min[1])/m.cell), int((b.Max[1]-m.box.Min[1])/m.cell)
	for y := max(y0, 0); y <= min(y1, m.h-1); y++ {
		for x := max(x0, 0); x <= min(x1, m.w-1); x++ {
			if m.inland[y*m.w+x] {
				return false
			}
		}
	}
	return true
}
