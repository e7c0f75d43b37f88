package raster

import (
	"context"
	"image"
	"math"

	"github.com/paulmach/orb"
	"golang.org/x/image/draw"

	"dateline/geo/scene"
)

// painter is the scene.Painter of pixels.
type painter struct {
	ctx    context.Context
	dst    *image.RGBA
	scale  float64
	fill   filler
	shaper *shaper
	glyphs glyphs
	scaled []orb.Point
	halo   image.Alpha
}

var _ scene.Painter = (*painter)(nil)

// points scales a line to pixels, into a buffer that is used again.
func (p *painter) points(ls orb.LineString) []orb.Point {
	out := p.scaled[:0]
	for _, v := range ls {
		if !bad(v) {
			out = append(out, orb.Point{v[0] * p.scale, v[1] * p.scale})
		}
	}
	p.scaled = out
	return out
}

// bound is the bound in pixels of the lines; ok is false when there is none.
func (p *painter) bound(ls orb.MultiLineString) (b orb.Bound, ok bool) {
	for _, l := range ls {
		for _, v := range l {
			if bad(v) {
				continue
			}
			q := orb.Point{v[0] * p.scale, v[1] * p.scale}
			if !ok {
				b, ok = orb.Bound{Min: q, Max: q}, true
			} else {
				b = b.Extend(q)
			}
		}
	}
	return b, ok
}

// Path fills and strokes a path.
func (p *painter) Path(it scene.Path) error {
	if err := p.ctx.Err(); err != nil {
		return err
	}
	b, ok := p.bound(it.Lines)
	if !ok {
		return nil
	}
	if it.Fill.A == 255 && len(it.Lines) == 1 && floods(p.points(it.Lines[0]), p.dst.Rect) {
		flood(p.dst, it.Fill)
	} else if it.Fill.A > 0 {
		if win := window(b, 0, p.dst.Rect); !win.Empty() {
			p.fill.begin(win)
			for _, l := range it.Lines {
				p.fill.ring(p.points(l))
			}
			composite(p.dst, p.fill.end(), win.Min, it.Fill)
		}
	}
	if it.Stroke.A > 0 && it.Width > 0 {
		half := it.Width * p.scale / 2
		win := window(b, half*miterLimit+1, p.dst.Rect)
		if win.Empty() {
			return nil
		}
		p.fill.begin(win)
		s := stroker{half: half, round: half > 1.2, emit: p.fill.ring}
		pattern := make([]float64, len(it.Dash))
		for i, d := range it.Dash {
			pattern[i] = d * p.scale
		}
		for _, l := range it.Lines {
			if ps := p.points(l); len(pattern) > 0 {
				dash(ps, pattern, s.line)
			} else {
				s.line(ps)
			}
		}
		composite(p.dst, p.fill.end(), win.Min, it.Stroke)
	}
	return nil
}

// Image stretches a picture to its rectangle.
func (p *painter) Image(it scene.Image) error {
	if err := p.ctx.Err(); err != nil {
		return err
	}
	if it.Image == nil {
		return nil
	}
	r := image.Rect(
		int(math.Round(it.Bounds.Min[0]*p.scale)), int(math.Round(it.Bounds.Min[1]*p.scale)),
		int(math.Round(it.Bounds.Max[0]*p.scale)), int(math.Round(it.Bounds.Max[1]*p.scale)))
	if r.Intersect(p.dst.Rect).Empty() {
		return nil
	}
	if r.Size() == it.Image.Bounds().Size() {
		draw.Draw(p.dst, r, it.Image, it.Image.Bounds().Min, draw.Over)
		return nil
	}
	draw.ApproxBiLinear.Scale(p.dst, r, it.Image, it.Image.Bounds(), draw.Over, nil)
	return nil
}
