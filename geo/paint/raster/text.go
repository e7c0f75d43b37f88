package raster

import (
	"image"
	"math"

	"github.com/paulmach/orb"

	"dateline/geo/scene"
)

// placed is a glyph on the picture: its picture, and where its top left goes.
type placed struct {
	pic, halo picture
	at        image.Point // of the origin, whole pixels
}

// Text draws one line: first the halo of all glyphs as one shape, so that it
// never covers a neighbour, then the glyphs.
func (p *painter) Text(it scene.Text) error {
	if err := p.ctx.Err(); err != nil {
		return err
	}
	size := it.Size * p.scale
	if !(size > 0.5 && size < 4096) || it.Text == "" {
		return nil
	}
	l := p.shaper.shape(it.Text, it.Font)
	halo := 0.0
	if it.Halo.A > 0 && it.HaloWidth > 0 {
		halo = it.HaloWidth * p.scale
	}
	var ps []placed
	if len(it.Along) > 1 {
		ps = p.along(it, l, size, halo)
	} else {
		ps = p.straight(it, l, size, halo)
	}
	if halo > 0 {
		p.drawHalo(ps, it)
	}
	for _, g := range ps {
		if g.pic.mask != nil {
			composite(p.dst, g.pic.mask, g.at.Add(g.pic.at), it.Color)
		}
	}
	return nil
}

// straight places glyphs on a level baseline, snapped to whole pixels.
func (p *painter) straight(it scene.Text, l line, size, halo float64) []placed {
	spacing := it.Spacing * p.scale
	width := l.width*size + spacing*float64(max(0, l.clusters-1))
	x, y := it.At[0]*p.scale, math.Round(it.At[1]*p.scale)
	switch it.Anchor {
	case scene.Middle:
		x -= width / 2
	case scene.End:
		x -= width
	}
	if bad(orb.Point{x, y}) || math.Abs(x) > 1e6 || math.Abs(y) > 1e6 {
		return nil
	}
	ps := make([]placed, 0, len(l.glyphs))
	extra := 0.0
	for i, g := range l.glyphs {
		if g.first && i > 0 {
			extra += spacing
		}
		gx := x + g.x*size + extra
		q := math.Round(gx*4) / 4
		whole := math.Floor(q)
		sub := uint8((q - whole) * 4)
		at := image.Pt(int(whole), int(y+math.Round(g.y*size)))
		pic := placed{pic: p.glyphs.picture(g.face, g.id, size, 0, sub), at: at}
		if halo > 0 {
			pic.halo = p.glyphs.picture(g.face, g.id, size, halo, sub)
		}
		ps = append(ps, pic)
	}
	return ps
}

// along places glyphs on a curve, each turned to it at its middle.
func (p *painter) along(it scene.Text, l line, size, halo float64) []placed {
	path := make([]orb.Point, 0, len(it.Along))
	for _, v := range it.Along {
		path = append(path, orb.Point{v[0] * p.scale, v[1] * p.scale})
	}
	path = distinct(path)
	if len(path) < 2 {
		return nil
	}
	length := 0.0
	for i := 1; i < len(path); i++ {
		_, d := unit(path[i-1], path[i])
		length += d
	}
	spacing := it.Spacing * p.scale
	width := l.width*size + spacing*float64(max(0, l.clusters-1))
	start := 0.0
	switch it.Anchor {
	case scene.Middle:
		start = (length - width) / 2
	case scene.End:
		start = length - width
	}
	var ps []placed
	extra := 0.0
	for i, g := range l.glyphs {
		if g.first && i > 0 {
			extra += spacing
		}
		mid := start + g.x*size + extra + g.adv*size/2
		c, d := walk(path, mid)
		half := g.adv * size / 2
		o := orb.Point{c[0] - d[0]*half - d[1]*g.y*size, c[1] - d[1]*half + d[0]*g.y*size}
		rings := p.glyphs.place(g.face, g.id, size, o, d)
		pic := placed{pic: p.glyphs.draw(rings, 0, p.dst.Rect)}
		if halo > 0 {
			pic.halo = p.glyphs.draw(rings, halo, p.dst.Rect)
		}
		ps = append(ps, pic)
	}
	return ps
}

// walk gives the point at a distance along a path, and its direction there;
// before the start and after the end it goes straight on.
func walk(path []orb.Point, at float64) (p, d orb.Point) {
	for i := 1; i < len(path); i++ {
		dir, l := unit(path[i-1], path[i])
		if at <= l || i == len(path)-1 {
			return orb.Point{path[i-1][0] + dir[0]*at, path[i-1][1] + dir[1]*at}, dir
		}
		at -= l
	}
	return path[0], orb.Point{1, 0}
}

// drawHalo unites the halos of a line and paints them once.
func (p *painter) drawHalo(ps []placed, it scene.Text) {
	var r image.Rectangle
	for _, g := range ps {
		if g.halo.mask != nil {
			r = r.Union(g.halo.mask.Rect.Add(g.at.Add(g.halo.at)))
		}
	}
	r = r.Intersect(p.dst.Rect)
	if r.Empty() {
		return
	}
	n := r.Dx() * r.Dy()
	if cap(p.halo.Pix) < n {
		p.halo.Pix = make([]uint8, n)
	}
	p.halo.Pix = p.halo.Pix[:n]
	clear(p.halo.Pix)
	p.halo.Stride, p.halo.Rect = r.Dx(), image.Rectangle{Max: r.Size()}
	for _, g := range ps {
		m := g.halo.mask
		if m == nil {
			continue
		}
		at := g.at.Add(g.halo.at)
		part := m.Rect.Add(at).Intersect(r)
		for y := part.Min.Y; y < part.Max.Y; y++ {
			src := m.Pix[(y-at.Y)*m.Stride+part.Min.X-at.X:][:part.Dx()]
			dst := p.halo.Pix[(y-r.Min.Y)*p.halo.Stride+part.Min.X-r.Min.X:][:part.Dx()]
			for i, v := range src {
				if v > dst[i] {
					dst[i] = v
				}
			}
		}
	}
	composite(p.dst, &p.halo, r.Min, it.Halo)
}
