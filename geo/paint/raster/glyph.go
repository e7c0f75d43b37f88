package raster

import (
	"slices"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/paulmach/orb"
)

// glyphs are the outlines of glyphs, remembered.
type glyphs struct {
	faces []*font.Face
	rings map[ringKey][][]orb.Point
}

type ringKey struct {
	face int
	id   font.GID
}

// outline is the rings of a glyph in ems, y down. Taken together they turn the
// way that strokes do, so that a glyph and the stroke around it add up.
func (g *glyphs) outline(face int, id font.GID) [][]orb.Point {
	key := ringKey{face, id}
	if r, ok := g.rings[key]; ok {
		return r
	}
	var rings [][]orb.Point
	f := g.faces[face]
	if o, ok := f.GlyphDataOutline(id); ok {
		rings = flatten(o.Segments, 1/float64(f.Upem()))
		turn(rings)
	}
	g.rings[key] = rings
	return rings
}

// flatten turns the curves of an outline into straight pieces.
func flatten(segs []opentype.Segment, scale float64) [][]orb.Point {
	var rings [][]orb.Point
	var cur []orb.Point
	at := func(p opentype.SegmentPoint) orb.Point {
		return orb.Point{float64(p.X) * scale, -float64(p.Y) * scale}
	}
	end := func() {
		if len(cur) > 2 {
			rings = append(rings, cur)
		}
		cur = nil
	}
	const steps = 6
	for _, s := range segs {
		switch s.Op {
		case opentype.SegmentOpMoveTo:
			end()
			cur = append(cur, at(s.Args[0]))
		case opentype.SegmentOpLineTo:
			cur = append(cur, at(s.Args[0]))
		case opentype.SegmentOpQuadTo:
			if len(cur) == 0 {
				continue
			}
			a, b, c := cur[len(cur)-1], at(s.Args[0]), at(s.Args[1])
			for i := 1; i <= steps; i++ {
				t := float64(i) / steps
				u := 1 - t
				cur = append(cur, orb.Point{
					u*u*a[0] + 2*u*t*b[0] + t*t*c[0],
					u*u*a[1] + 2*u*t*b[1] + t*t*c[1]})
			}
		case opentype.SegmentOpCubeTo:
			if len(cur) == 0 {
				continue
			}
			a, b, c, d := cur[len(cur)-1], at(s.Args[0]), at(s.Args[1]), at(s.Args[2])
			for i := 1; i <= steps; i++ {
				t := float64(i) / steps
				u := 1 - t
				cur = append(cur, orb.Point{
					u*u*u*a[0] + 3*u*u*t*b[0] + 3*u*t*t*c[0] + t*t*t*d[0],
					u*u*u*a[1] + 3*u*u*t*b[1] + 3*u*t*t*c[1] + t*t*t*d[1]})
			}
		}
	}
	end()
	return rings
}

// turn turns rings round if the area that they enclose is negative.
func turn(rings [][]orb.Point) {
	sum := 0.0
	for _, r := range rings {
		a := r[len(r)-1]
		for _, b := range r {
			sum += a[0]*b[1] - a[1]*b[0]
			a = b
		}
	}
	if sum >= 0 {
		return
	}
	for _, r := range rings {
		slices.Reverse(r)
	}
}

// placed is a glyph on the picture: its origin, and the direction of its
// baseline.
type placed struct {
	face int
	id   font.GID
	o, d orb.Point
}

// each calls f with every ring of a glyph of a size, where it is placed. The
// ring is only valid during the call.
func (w *worker) each(g placed, size float64, f func([]orb.Point)) {
	for _, r := range w.glyphs.outline(g.face, g.id) {
		q := w.rings[:0]
		for _, v := range r {
			x, y := v[0]*size, v[1]*size
			q = append(q, orb.Point{g.o[0] + x*g.d[0] - y*g.d[1], g.o[1] + x*g.d[1] + y*g.d[0]})
		}
		w.rings = q
		f(q)
	}
}
