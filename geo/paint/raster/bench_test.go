package raster

import (
	"context"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"math"
	"testing"

	"github.com/paulmach/orb"
	"golang.org/x/image/vector"

	"dateline/geo/scene"
)

// coast is a ring of n points with a wild edge.
func coast(cx, cy, r float64, n int) orb.LineString {
	var out orb.LineString
	for i := 0; i < n; i++ {
		a := 2 * math.Pi * float64(i) / float64(n)
		d := r * (1 + 0.12*math.Sin(7*a) + 0.05*math.Sin(31*a) + 0.02*math.Sin(113*a))
		out = append(out, orb.Point{cx + d*math.Cos(a), cy + d*math.Sin(a)})
	}
	return append(out, out[0])
}

// sample is a map of 1280 by 720 with as much on it as a busy real one: a
// continent, forty provinces with dashed edges, rivers, a hatch, a hundred
// names and thirty marks.
func sample() scene.Scene {
	s := scene.Scene{Size: orb.Point{1280, 720}}
	add := func(it scene.Item) { s.Items = append(s.Items, it) }
	add(scene.Path{Lines: orb.MultiLineString{box(-20, -20, 1300, 740)}, Fill: color.NRGBA{0xD3, 0xDF, 0xE6, 255}})
	land := coast(640, 360, 420, 6000)
	add(scene.Path{Lines: orb.MultiLineString{land}, Fill: color.NRGBA{0xF2, 0xF0, 0xEB, 255}, Stroke: color.NRGBA{0x9A, 0x93, 0x88, 255}, Width: 1.2})
	var provinces, rivers orb.MultiLineString
	for i := 0; i < 40; i++ {
		provinces = append(provinces, coast(200+float64(i%10)*95, 130+float64(i/10)*150, 60, 300))
	}
	add(scene.Path{Lines: provinces, Stroke: color.NRGBA{0xC9, 0xC3, 0xB8, 255}, Width: 0.9, Dash: []float64{4, 2.5}})
	for i := 0; i < 20; i++ {
		var l orb.LineString
		for k := 0; k < 200; k++ {
			x := float64(k) * 6
			l = append(l, orb.Point{x, 40 + float64(i)*33 + 14*math.Sin(x/40+float64(i))})
		}
		rivers = append(rivers, l)
	}
	add(scene.Path{Lines: rivers, Stroke: color.NRGBA{0xA5, 0xC0, 0xD2, 255}, Width: 1.3})
	var hatch orb.MultiLineString
	for i := 0; i < 60; i++ {
		x := 500 + float64(i)*5
		hatch = append(hatch, orb.LineString{{x, 300}, {x - 150, 450}})
	}
	add(scene.Path{Lines: hatch, Stroke: color.NRGBA{200, 53, 43, 80}, Width: 1.4})
	for i := 0; i < 100; i++ {
		add(scene.Text{At: orb.Point{60 + float64(i%10)*120, 50 + float64(i/10)*66}, Text: fmt.Sprintf("Al Place %d", i), Size: 12.5,
			Color: color.NRGBA{0x4A, 0x4F, 0x57, 255}, Halo: color.NRGBA{255, 255, 255, 235}, HaloWidth: 1.8})
	}
	for i := 0; i < 30; i++ {
		c := orb.Point{100 + float64(i%6)*200, 80 + float64(i/6)*130}
		add(scene.Path{Lines: orb.MultiLineString{coast(c[0], c[1], 9, 24)}, Fill: white})
		add(scene.Path{Lines: orb.MultiLineString{coast(c[0], c[1], 8, 24)}, Fill: red})
		add(scene.Text{At: orb.Point{c[0], c[1] + 4}, Text: fmt.Sprint(i), Font: scene.SansBold, Size: 10, Color: white, Anchor: scene.Middle})
	}
	return s
}

// BenchmarkFrame is a full frame, with everything cached that stays.
func BenchmarkFrame(b *testing.B) {
	s := sample()
	r := New()
	var img *image.RGBA
	for b.Loop() {
		var err error
		if img, err = r.RenderInto(context.Background(), img, s, 1); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkFrameCold is the first frame of a new Renderer.
func BenchmarkFrameCold(b *testing.B) {
	s := sample()
	for b.Loop() {
		if _, err := Render(context.Background(), s, 1); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkVectorAlone is the baseline: the same fills and strokes, no text,
// by x/image/vector over the whole frame and its own drawing.
func BenchmarkVectorAlone(b *testing.B) {
	s := sample()
	dst := image.NewRGBA(image.Rect(0, 0, 1280, 720))
	z := vector.NewRasterizer(1280, 720)
	ring := func(ps []orb.Point) {
		for i, p := range ps {
			if i == 0 {
				z.MoveTo(float32(p[0]), float32(p[1]))
			} else {
				z.LineTo(float32(p[0]), float32(p[1]))
			}
		}
		z.ClosePath()
	}
	for b.Loop() {
		for _, it := range s.Items {
			p, ok := it.(scene.Path)
			if !ok {
				continue
			}
			if p.Fill.A > 0 {
				z.Reset(1280, 720)
				for _, l := range p.Lines {
					ring(l)
				}
				z.DrawOp = draw.Over
				z.Draw(dst, dst.Rect, image.NewUniform(p.Fill), image.Point{})
			}
			if p.Stroke.A > 0 {
				z.Reset(1280, 720)
				st := stroker{half: p.Width / 2, emit: ring}
				for _, l := range p.Lines {
					if p.Dash != nil {
						dash(l, p.Dash, nil, st.line)
					} else {
						st.line(l)
					}
				}
				z.DrawOp = draw.Over
				z.Draw(dst, dst.Rect, image.NewUniform(p.Stroke), image.Point{})
			}
		}
	}
}
