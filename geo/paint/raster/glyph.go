package raster

import (
	"image"
	"math"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/paulmach/orb"
)

// glyphKey names one picture of a glyph. Sizes and halos are in 1/16 pixel,
// the horizontal position in 1/4 pixel.
type glyphKey struct {
	face int
	id   font.GID
	size int32
	halo int32
	sub  uint8
}

// picture is the coverage of a glyph; at is its top left from the origin of
// the glyph on the baseline, in whole pixels.
type picture struct {
	mask *image.Alpha
	at   image.Point
}

// glyphs makes pictures of glyphs and remembers them.
type glyphs struct {
	faces  []*font.Face
	fill   *filler
	pics   map[glyphKey]picture
	bytes  int
	rings  map[ringKey][][]orb.Point
	stroke stroker
}

type ringKey struct {
	face int
	id   font.GID
}

// maxGlyphBytes bounds the pictures that are remembered.
const maxGlyphBytes = 16 << 20

// outline is the rings of a glyph in ems, y down.
func (g *glyphs) outline(face int, id font.GID) [][]orb.Point {
	key := ringKey{face, id}
	if r, ok := g.rings[key]; ok {
		return r
	}
	var rings [][]orb.Point
	f := g.faces[face]
	if o, ok := f.GlyphDataOutline(id); ok {
		rings = flatten(o.Segments, 1/float64(f.Upem()))
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

// picture is the coverage of a glyph at a size in pixels, its origin sub
// quarters of a pixel right of a whole pixel, grown by halo pixels all round.
func (g *glyphs) picture(face int, id font.GID, size, halo float64, sub uint8) picture {
	key := glyphKey{face, id, int32(math.Round(size * 16)), int32(math.Round(halo * 16)), sub}
	if p, ok := g.pics[key]; ok {
		return p
	}
	if g.bytes > maxGlyphBytes {
		clear(g.pics)
		g.bytes = 0
	}
	p := g.draw(g.place(face, id, size, orb.Point{float64(sub) / 4, 0}, orb.Point{1, 0}), halo, image.Rect(-4096, -4096, 4096, 4096))
	g.pics[key] = p
	if p.mask != nil {
		g.bytes += len(p.mask.Pix)
	}
	return p
}

// place puts a glyph's outline onto the picture: its origin at p, its baseline
// along the direction d.
func (g *glyphs) place(face int, id font.GID, size float64, p, d orb.Point) [][]orb.Point {
	src := g.outline(face, id)
	out := make([][]orb.Point, len(src))
	for i, r := range src {
		q := make([]orb.Point, len(r))
		for j, v := range r {
			x, y := v[0]*size, v[1]*size
			q[j] = orb.Point{p[0] + x*d[0] - y*d[1], p[1] + x*d[1] + y*d[0]}
		}
		out[i] = q
	}
	return out
}

// draw makes the coverage of rings, with a halo if there is one, cut to a
// window. The mask is a copy.
func (g *glyphs) draw(rings [][]orb.Point, halo float64, within image.Rectangle) picture {
	if len(rings) == 0 {
		return picture{}
	}
	b := orb.MultiPoint(rings[0]).Bound()
	for _, r := range rings[1:] {
		b = b.Union(orb.MultiPoint(r).Bound())
	}
	win := window(b, halo+1, within)
	if win.Empty() {
		return picture{}
	}
	g.fill.begin(win)
	for _, r := range rings {
		g.fill.ring(r)
	}
	m := g.fill.end()
	out := &image.Alpha{Pix: append([]uint8(nil), m.Pix...), Stride: m.Stride, Rect: m.Rect}
	if halo > 0 {
		// The stroke is drawn by itself and the larger coverage taken:
		// together the two could cancel where they wind against each other.
		g.fill.begin(win)
		g.stroke = stroker{half: halo, round: true, emit: g.fill.ring}
		for _, r := range rings {
			g.stroke.line(append(r[:len(r):len(r)], r[0]))
		}
		for i, v := range g.fill.end().Pix {
			out.Pix[i] = max(out.Pix[i], v)
		}
	}
	return picture{out, win.Min}
}
