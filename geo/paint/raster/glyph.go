package raster

import (
	"github.com/paulmach/orb"

	"dateline/geo/paint/typeset"
)

// each calls f with every ring of a glyph of a size, where it is placed. The
// ring is only valid during the call.
func (w *worker) each(g typeset.Placed, size float64, f func([]orb.Point)) {
	for _, r := range w.shaper.Outline(g.Face, g.ID) {
		q := w.rings[:0]
		for _, v := range r {
			x, y := v[0]*size, v[1]*size
			q = append(q, orb.Point{g.At[0] + x*g.Dir[0] - y*g.Dir[1], g.At[1] + x*g.Dir[1] + y*g.Dir[0]})
		}
		w.rings = q
		f(q)
	}
}
