package typeset

import (
	"slices"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/paulmach/orb"
)

type ringKey struct {
	face int
	id   font.GID
}

// Outline is the rings of a glyph in ems, y down, not closed. Taken together they
// enclose a positive area, so that a stroke around them that turns the same way
// adds up with them. It must not be changed.
func (s *Shaper) Outline(face int, id font.GID) [][]orb.Point {
	key := ringKey{face, id}
	if r, ok := s.rings[key]; ok {
		return r
	}
	var rings [][]orb.Point
	f := s.faces[face]
	if o, ok := f.GlyphDataOutline(id); ok {
		rings = flatten(o.Segments, 1/float64(f.Upem()))
		turn(rings)
	}
	s.rings[key] = rings
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
