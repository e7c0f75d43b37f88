package work

import (
	"context"
	"image"
	"testing"
	"time"

	"github.com/paulmach/orb"

	"dateline/geo/paint/raster"
	"dateline/geo/proj"
	"dateline/geo/scene"
	"dateline/timeline"
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

// playback are the inputs of the frames of playback: each event is stepped to,
// and then the clock goes on to the next in so many frames.
func playback(b *testing.B, frames int) []scene.Input {
	b.Helper()
	in := sampleInput(b, orb.Point{1280, 720})
	moments := Moments(in.Events)
	var out []scene.Input
	for i, e := range in.Events {
		if e.Status == timeline.Rejected || moments[i].IsZero() {
			continue
		}
		in.Selected = e.ID
		for k := range frames {
			in.Now = moments[i]
			if i+1 < len(moments) {
				in.Now = in.Now.Add(moments[i+1].Sub(in.Now) * time.Duration(k) / time.Duration(frames))
			}
			out = append(out, in)
		}
	}
	return out
}

// BenchmarkEventLayer is the frames of playback, one a step and then 24 until
// the next, as one sheet over a base map that is kept ("events", the mean of
// all, and "step", the mean of the first after each step, which are laid out
// anew), against full frames of the same with all that a cache keeps ("full").
// At most a third.
func BenchmarkEventLayer(b *testing.B) {
	const frames = 25
	play := playback(b, frames)
	s := newStudio(b)
	s.paint(scene.Base(play[0]))
	base := s.img
	full := newStudio(b)
	layer := s.r.Sheet()
	var img *image.RGBA
	own := scene.NewCache() // nothing is laid out for it by the full frames
	event := func(in scene.Input) {
		in.Cache = own
		var err error
		if img, err = layer.Paint(context.Background(), img, base, scene.Overlay(in), 1); err != nil {
			b.Fatal(err)
		}
	}
	n := 0
	var wholes, steps, moves time.Duration
	for b.Loop() {
		for i, in := range play {
			start := time.Now()
			full.paint(scene.Build(in))
			wholes += time.Since(start)
			start = time.Now()
			event(in)
			if d := time.Since(start); i%frames == 0 {
				steps += d
			} else {
				moves += d
			}
			n++
		}
	}
	b.ReportMetric(0, "ns/op")
	ms(b, wholes/time.Duration(n), "full")
	ms(b, (steps+moves)/time.Duration(n), "events")
	ms(b, steps*frames/time.Duration(n), "step")
	b.ReportMetric(float64(steps+moves)/float64(wholes), "times")
	b.ReportMetric(heap(func() {
		for _, in := range play {
			event(in)
		}
	})/float64(len(play))/1024, "KB-frame")
}
