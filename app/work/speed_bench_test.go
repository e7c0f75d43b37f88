package work

import (
	"context"
	"image"
	"testing"

	"github.com/paulmach/orb"

	"dateline/geo/paint/raster"
	"dateline/geo/proj"
	"dateline/geo/scene"
)

// sampleInput is the sample as an ordinary screen shows it.
func sampleInput(b *testing.B, size orb.Point) scene.Input {
	b.Helper()
	doc, err := shared.Sample()
	if err != nil {
		b.Fatal(err)
	}
	c, err := shared.Read(context.Background(), doc, func(string, float64) {})
	if err != nil {
		b.Fatal(err)
	}
	in, err := shared.Input(c, ViewOptions{Size: size})
	if err != nil {
		b.Fatal(err)
	}
	return in
}

// world shows all of the world.
func world(in scene.Input) scene.Input {
	in.View = proj.New(proj.Mercator(), orb.Point{20, 25}, in.View.Size[0], in.View.Size)
	return in
}

// studio paints frames the way that the window does: with one Renderer, into
// the same pixels.
type studio struct {
	b   *testing.B
	r   *raster.Renderer
	img *image.RGBA
}

func newStudio(b *testing.B) *studio { return &studio{b: b, r: raster.New()} }

func (s *studio) paint(sc scene.Scene) {
	var err error
	if s.img, err = s.r.RenderInto(context.Background(), s.img, sc, 1); err != nil {
		s.b.Fatal(err)
	}
}

// over paints a scene on a copy of a picture.
func (s *studio) over(under *image.RGBA, sc scene.Scene) {
	if s.img == nil || len(s.img.Pix) != len(under.Pix) {
		s.img = image.NewRGBA(under.Rect)
	}
	copy(s.img.Pix, under.Pix)
	if err := s.r.Over(context.Background(), s.img, sc, 1); err != nil {
		s.b.Fatal(err)
	}
}

// BenchmarkFullFrame is a full frame of the sample at 1280 × 720 against T, the
// time that x/image/vector takes for its land and division lines alone. At most
// 2.2 T.
func BenchmarkFullFrame(b *testing.B) {
	in := sampleInput(b, orb.Point{1280, 720})
	s := newStudio(b)
	whole := scene.Build(in)
	m := newMasker(scene.Base(in))
	t := fastest(b, m.draw, func() { scene.Build(in) }, func() { s.paint(whole) }, func() { s.paint(scene.Build(in)) })
	ms(b, t[0], "T")
	ms(b, t[1], "build")
	ms(b, t[2], "paint")
	ms(b, t[3], "frame")
	b.ReportMetric(float64(t[3])/float64(t[0]), "T/frame")
	b.ReportMetric(heap(func() { s.paint(whole) })/1024, "KB-paint")
	b.ReportMetric(heap(func() { s.paint(scene.Build(in)) })/1024, "KB-frame")
}

// BenchmarkWorld is a full frame of the world against one of the sample's
// region. At most 3.
func BenchmarkWorld(b *testing.B) {
	in := sampleInput(b, orb.Point{1280, 720})
	all := world(in)
	s := newStudio(b)
	t := fastest(b, func() { s.paint(scene.Build(in)) }, func() { s.paint(scene.Build(all)) })
	ms(b, t[0], "region")
	ms(b, t[1], "world")
	b.ReportMetric(float64(t[1])/float64(t[0]), "times")
}

// BenchmarkLarge is a frame of 3840 × 2160 against one of 1280 × 720. At most
// 9.
func BenchmarkLarge(b *testing.B) {
	small, large := sampleInput(b, orb.Point{1280, 720}), sampleInput(b, orb.Point{3840, 2160})
	s, l := newStudio(b), newStudio(b)
	t := fastest(b, func() { s.paint(scene.Build(small)) }, func() { l.paint(scene.Build(large)) })
	ms(b, t[0], "small")
	ms(b, t[1], "large")
	b.ReportMetric(float64(t[1])/float64(t[0]), "times")
}

// BenchmarkEventLayer is a frame of playback, which lays the events anew over a
// base map that is kept, against a full frame. At most a third.
func BenchmarkEventLayer(b *testing.B) {
	in := sampleInput(b, orb.Point{1280, 720})
	s := newStudio(b)
	s.paint(scene.Base(in))
	base := s.img
	s.img = nil
	full := newStudio(b)
	t := fastest(b, func() { full.paint(scene.Build(in)) }, func() { s.over(base, scene.Overlay(in)) })
	ms(b, t[0], "full")
	ms(b, t[1], "events")
	b.ReportMetric(float64(t[1])/float64(t[0]), "times")
}
