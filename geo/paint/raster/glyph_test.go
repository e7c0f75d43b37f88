package raster

import (
	"bytes"
	"context"
	"errors"
	"image"
	"math"
	"testing"

	"github.com/paulmach/orb"

	"dateline/geo/scene"
)

func TestLabelPicturesAreKept(t *testing.T) {
	r := New()
	label := scene.Text{At: orb.Point{10, 30}, Text: "aaaa", Size: 20, Color: black}
	draw := func(its ...scene.Item) {
		t.Helper()
		if _, err := r.Render(context.Background(), page(400, 200, its...), 1); err != nil {
			t.Fatal(err)
		}
	}
	var many []scene.Item
	for i := 0; i < 40; i++ { // at four places of a quarter pixel
		label.At = orb.Point{10 + float64(i)*1.25, 30 + float64(i)}
		many = append(many, label)
	}
	draw(many...)
	if n := len(r.labels.kept); n != 4 {
		t.Errorf("%d pictures for one label at four places of a quarter pixel", n)
	}
	draw(many...)
	if n := len(r.labels.kept); n != 4 {
		t.Errorf("drawing again made it %d", n)
	}
	label.Size = mostKept + 1
	draw(label)
	if n := len(r.labels.kept); n != 4 {
		t.Errorf("a huge label was kept: %d", n)
	}
	r.labels.bytes = maxLabelBytes + 1
	if draw(many[0]); len(r.labels.kept) != 0 {
		t.Errorf("too many bytes, yet %d pictures are kept", len(r.labels.kept))
	}
}

func TestDash(t *testing.T) {
	count := func(pattern []float64, ps ...orb.Point) (n int, length float64) {
		dash(ps, pattern, nil, func(l []orb.Point) {
			n++
			for i := 1; i < len(l); i++ {
				_, d := unit(l[i-1], l[i])
				length += d
			}
		})
		return n, length
	}
	for _, c := range []struct {
		name    string
		pattern []float64
		line    []orb.Point
		n       int
		length  float64
	}{
		{"even", []float64{2, 2}, []orb.Point{{0, 0}, {20, 0}}, 5, 10},
		{"round a corner", []float64{6, 4}, []orb.Point{{0, 0}, {3, 0}, {3, 9}}, 2, 8},
		{"longer than the line", []float64{50, 5}, []orb.Point{{0, 0}, {20, 0}}, 1, 20},
		{"dots and dashes", []float64{1, 2, 5, 2}, []orb.Point{{0, 0}, {20, 0}}, 4, 12},
		{"too many", []float64{0.002, 0.002}, []orb.Point{{0, 0}, {1e6, 0}}, 1, 1e6},
		{"no pattern", []float64{0}, []orb.Point{{0, 0}, {20, 0}}, 1, 20},
	} {
		t.Run(c.name, func(t *testing.T) {
			if n, l := count(c.pattern, c.line...); n != c.n || math.Abs(l-c.length) > 1e-6 {
				t.Errorf("%d dashes of %v, want %d of %v", n, l, c.n, c.length)
			}
		})
	}
}

func TestCompositeStaysInThePicture(t *testing.T) {
	mask := image.NewAlpha(image.Rect(0, 0, 10, 10))
	for i := range mask.Pix {
		mask.Pix[i] = 255
	}
	for _, c := range []struct {
		at   image.Point
		want float64
	}{
		{image.Pt(2, 2), 100}, {image.Pt(-5, -5), 25}, {image.Pt(15, 15), 25}, {image.Pt(30, 0), 0}, {image.Pt(-10, 0), 0},
	} {
		img := render(t, page(20, 20), 1)
		composite(img, mask, c.at, img.Rect, black)
		if got := ink(img); got != c.want {
			t.Errorf("at %v: %v pixels, want %v", c.at, got, c.want)
		}
	}
}

func TestBy255IsExact(t *testing.T) {
	for x := uint32(0); x <= 255*255; x++ {
		if got, want := by255(x), uint32(math.Round(float64(x)/255)); got != want {
			t.Fatalf("by255(%d) = %d, want %d", x, got, want)
		}
	}
}

func TestOverAndIntoReportFaults(t *testing.T) {
	r := New()
	img := image.NewRGBA(image.Rect(0, 0, 4, 4))
	if err := r.Over(context.Background(), img, scene.Scene{}, 0); !errors.Is(err, ErrSize) {
		t.Errorf("Over at scale 0: %v", err)
	}
	if _, err := r.RenderInto(context.Background(), img, scene.Scene{}, 1); !errors.Is(err, ErrSize) {
		t.Errorf("RenderInto of nothing: %v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := r.RenderInto(ctx, image.NewRGBA(image.Rect(0, 0, 40, 40)), page(4, 4), 1); !errors.Is(err, context.Canceled) {
		t.Errorf("RenderInto after the end: %v", err)
	}
	for _, it := range []scene.Item{scene.Text{Text: "x", Size: 10}, scene.Image{Image: img}} {
		if err := r.Over(ctx, img, scene.Scene{Items: []scene.Item{it}}, 1); !errors.Is(err, context.Canceled) {
			t.Errorf("%T after the end: %v", it, err)
		}
	}
}

func TestAScaledSceneIsTheSamePicture(t *testing.T) {
	// Twice the scale draws what a scene twice as large would show.
	small := page(30, 30, scene.Path{Lines: orb.MultiLineString{box(5, 5, 20, 12)}, Fill: black, Stroke: red, Width: 1, Dash: []float64{3, 2}})
	large := page(60, 60, scene.Path{Lines: orb.MultiLineString{box(10, 10, 40, 24)}, Fill: black, Stroke: red, Width: 2, Dash: []float64{6, 4}})
	if !bytes.Equal(render(t, small, 2).Pix, render(t, large, 1).Pix) {
		t.Error("the pictures differ")
	}
}
