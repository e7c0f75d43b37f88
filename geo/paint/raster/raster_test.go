package raster

import (
	"bytes"
	"context"
	"errors"
	"image"
	"image/color"
	"math"
	"sync"
	"testing"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"

	"dateline/geo/scene"
)

var (
	black = color.NRGBA{A: 255}
	white = color.NRGBA{255, 255, 255, 255}
	red   = color.NRGBA{200, 0, 0, 255}
)

func box(x0, y0, x1, y1 float64) orb.LineString {
	return orb.LineString{{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}, {x0, y0}}
}

func turned(l orb.LineString) orb.LineString {
	out := make(orb.LineString, len(l))
	for i, p := range l {
		out[len(l)-1-i] = p
	}
	return out
}

// page is a white scene with items on it.
func page(w, h float64, items ...scene.Item) scene.Scene {
	ground := scene.Path{Lines: orb.MultiLineString{box(-5, -5, w+5, h+5)}, Fill: white}
	return scene.Scene{Size: orb.Point{w, h}, Items: append([]scene.Item{ground}, items...)}
}

func render(t testing.TB, s scene.Scene, scale float64) *image.RGBA {
	t.Helper()
	img, err := Render(context.Background(), s, scale)
	if err != nil {
		t.Fatal(err)
	}
	return img
}

// ink is how much black there is, in pixels.
func ink(img *image.RGBA) float64 {
	sum := 0.0
	for i := 0; i < len(img.Pix); i += 4 {
		sum += 1 - float64(img.Pix[i+1])/255
	}
	return sum
}

func TestFill(t *testing.T) {
	for _, c := range []struct {
		name  string
		lines orb.MultiLineString
		want  float64 // area
	}{
		{"whole pixels", orb.MultiLineString{box(2, 2, 6, 5)}, 12},
		{"parts of pixels", orb.MultiLineString{box(2.25, 2.5, 6.75, 5)}, 11.25},
		{"a hole", orb.MultiLineString{box(1, 1, 9, 9), turned(box(3, 3, 7, 7))}, 48},
		{"an island in the same direction", orb.MultiLineString{box(1, 1, 9, 9), box(3, 3, 7, 7)}, 64},
		{"open ring", orb.MultiLineString{{{2, 2}, {6, 2}, {6, 6}}}, 8},
		{"beyond every edge", orb.MultiLineString{box(-1e6, -1e6, 1e6, 1e6)}, 200},
		{"left and above", orb.MultiLineString{box(-50, -50, 3, 4)}, 12},
		{"right and below", orb.MultiLineString{box(15, 8, 500, 500)}, 10},
		{"slanted over the left edge", orb.MultiLineString{{{-10, 0}, {10, 0}, {10, 10}, {-10, 10}, {-10, 0}}}, 100},
		{"a diagonal out of the page", orb.MultiLineString{{{0, 0}, {30, 0}, {0, 15}, {0, 0}}}, 175},
		{"outside", orb.MultiLineString{box(30, 30, 40, 40)}, 0},
		{"no number", orb.MultiLineString{{{math.NaN(), 0}, {4, 4}, {0, math.Inf(1)}}}, 0},
		{"nothing", nil, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			img := render(t, page(20, 10, scene.Path{Lines: c.lines, Fill: black}), 1)
			if got := ink(img); math.Abs(got-c.want) > 0.15 {
				t.Errorf("%v pixels of ink, want %v", got, c.want)
			}
		})
	}
}

func TestFillCoversAnyPolygonAsMuchAsItsArea(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(3, 12).Draw(t, "n")
		c := orb.Point{rapid.Float64Range(20, 40).Draw(t, "x"), rapid.Float64Range(20, 40).Draw(t, "y")}
		var ring orb.LineString
		for i := 0; i < n; i++ {
			r := rapid.Float64Range(2, 18).Draw(t, "r")
			a := 2 * math.Pi * float64(i) / float64(n)
			ring = append(ring, orb.Point{c[0] + r*math.Cos(a), c[1] + r*math.Sin(a)})
		}
		ring = append(ring, ring[0])
		area := 0.0
		for i := 1; i < len(ring); i++ {
			area += (ring[i-1][0]*ring[i][1] - ring[i-1][1]*ring[i][0]) / 2
		}
		img, err := Render(context.Background(), page(60, 60, scene.Path{Lines: orb.MultiLineString{ring}, Fill: black}), 1)
		if err != nil {
			t.Fatal(err)
		}
		if got := ink(img); math.Abs(got-math.Abs(area)) > 0.02*math.Abs(area)+1 {
			t.Fatalf("%.2f pixels of ink for an area of %.2f", got, area)
		}
	})
}

func TestAlpha(t *testing.T) {
	half := color.NRGBA{0, 0, 0, 128}
	img := render(t, page(4, 4, scene.Path{Lines: orb.MultiLineString{box(0, 0, 4, 4)}, Fill: half}), 1)
	if got := img.RGBAAt(1, 1); got.R < 126 || got.R > 128 || got.A != 255 {
		t.Errorf("half black on white is %v", got)
	}
	bare := scene.Scene{Size: orb.Point{4, 4}, Items: []scene.Item{scene.Path{Lines: orb.MultiLineString{box(0, 0, 4, 4)}, Fill: color.NRGBA{200, 100, 0, 128}}}}
	if got := render(t, bare, 1).RGBAAt(1, 1); got != (color.RGBA{100, 50, 0, 128}) {
		t.Errorf("half a colour on nothing is %v, want it premultiplied", got)
	}
}

func TestStroke(t *testing.T) {
	for _, c := range []struct {
		name  string
		line  orb.LineString
		width float64
		dash  []float64
		want  float64
	}{
		{"level", orb.LineString{{5, 20}, {35, 20}}, 4, nil, 120},
		{"thin", orb.LineString{{5, 20}, {35, 20}}, 0.5, nil, 15},
		{"closed square, mitered", box(10, 10, 30, 30), 2, nil, 160},
		{"closed square, round", box(10, 10, 30, 30), 4, nil, 320 - (4-math.Pi)*4},
		{"repeated points", orb.LineString{{5, 20}, {5, 20}, {35, 20}, {35, 20}}, 4, nil, 120},
		{"dashes", orb.LineString{{5, 20}, {35, 20}}, 4, []float64{5, 5}, 60},
		{"a dash that is no dash", orb.LineString{{5, 20}, {35, 20}}, 4, []float64{0, 0}, 120},
		{"one point", orb.LineString{{5, 20}}, 4, nil, 0},
		{"no number", orb.LineString{{5, math.NaN()}, {35, 20}}, 4, nil, 0},
		{"there and back, round at the turn", orb.LineString{{5, 20}, {25, 20}, {5, 20}}, 8, nil, 160 + math.Pi*8},
		{"far out of the page", orb.LineString{{-1e5, 20}, {1e5, 20}}, 2, nil, 80},
	} {
		t.Run(c.name, func(t *testing.T) {
			img := render(t, page(40, 40, scene.Path{Lines: orb.MultiLineString{c.line}, Stroke: black, Width: c.width, Dash: c.dash}), 1)
			if got := ink(img); math.Abs(got-c.want) > 0.03*c.want+0.5 {
				t.Errorf("%.1f pixels of ink, want %.1f", got, c.want)
			}
		})
	}
}

func TestStrokeHasNoHolesWhereItTurns(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(3, 8).Draw(t, "n")
		var line orb.LineString
		for i := 0; i < n; i++ {
			line = append(line, orb.Point{rapid.Float64Range(12, 48).Draw(t, "x"), rapid.Float64Range(12, 48).Draw(t, "y")})
		}
		img, err := Render(context.Background(), page(60, 60, scene.Path{Lines: orb.MultiLineString{line}, Stroke: black, Width: 8}), 1)
		if err != nil {
			t.Fatal(err)
		}
		for i, p := range line {
			if i > 0 && i < n-1 && math.Hypot(p[0]-line[i-1][0], p[1]-line[i-1][1]) > 2 && math.Hypot(p[0]-line[i+1][0], p[1]-line[i+1][1]) > 2 {
				if got := img.RGBAAt(int(p[0]), int(p[1])); got.R > 40 {
					t.Fatalf("at corner %d the stroke is %v", i, got)
				}
			}
		}
	})
}

func TestSize(t *testing.T) {
	for _, c := range []struct {
		w, h, scale float64
		want        image.Point
		bad         bool
	}{
		{100, 50, 1, image.Pt(100, 50), false},
		{100, 50, 1.25, image.Pt(125, 63), false},
		{100.5, 50, 2, image.Pt(201, 100), false},
		{0, 50, 1, image.Point{}, true},
		{100, 50, 0, image.Point{}, true},
		{100, 50, -1, image.Point{}, true},
		{1e9, 1e9, 1, image.Point{}, true},
		{math.NaN(), 50, 1, image.Point{}, true},
	} {
		img, err := Render(context.Background(), scene.Scene{Size: orb.Point{c.w, c.h}}, c.scale)
		if c.bad {
			if !errors.Is(err, ErrSize) {
				t.Errorf("%v×%v at %v: error %v, want ErrSize", c.w, c.h, c.scale, err)
			}
			continue
		}
		if err != nil || img.Rect != (image.Rectangle{Max: c.want}) || img.Stride != 4*c.want.X {
			t.Errorf("%v×%v at %v: %v, %v", c.w, c.h, c.scale, img.Rect, err)
		}
	}
}

func TestRenderIntoUsesTheBufferAgain(t *testing.T) {
	r := New()
	s := page(30, 20, scene.Path{Lines: orb.MultiLineString{box(3, 3, 9, 9)}, Fill: red})
	first, err := r.RenderInto(context.Background(), nil, s, 2)
	if err != nil {
		t.Fatal(err)
	}
	want := append([]uint8(nil), first.Pix...)
	for i := range first.Pix {
		first.Pix[i] = 7
	}
	again, err := r.RenderInto(context.Background(), first, s, 2)
	if err != nil || again != first || !bytes.Equal(again.Pix, want) {
		t.Errorf("the second picture differs, or has another buffer (%v)", err)
	}
	small, err := r.RenderInto(context.Background(), first, s, 1)
	if err != nil || small.Rect.Max != image.Pt(30, 20) || small.Stride != 120 {
		t.Errorf("a smaller picture: %v, %v", small.Rect, err)
	}
	large, err := r.RenderInto(context.Background(), small, page(300, 200), 1)
	if err != nil || large == small || large.Rect.Max != image.Pt(300, 200) {
		t.Errorf("a larger picture: %v, %v", large.Rect, err)
	}
}

func TestContextEnds(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Render(ctx, page(10, 10), 1); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want context.Canceled", err)
	}
}

func TestOver(t *testing.T) {
	img := render(t, page(10, 10), 1)
	top := scene.Scene{Size: orb.Point{10, 10}, Items: []scene.Item{scene.Path{Lines: orb.MultiLineString{box(0, 0, 5, 10)}, Fill: black}}}
	if err := New().Over(context.Background(), img, top, 1); err != nil {
		t.Fatal(err)
	}
	if l, r := img.RGBAAt(2, 5), img.RGBAAt(7, 5); l.R != 0 || r.R != 255 {
		t.Errorf("left %v, right %v", l, r)
	}
}

func TestImage(t *testing.T) {
	src := image.NewRGBA(image.Rect(0, 0, 2, 2))
	for i := range src.Pix {
		src.Pix[i] = 255
	}
	src.SetRGBA(0, 0, color.RGBA{A: 255})
	for _, scale := range []float64{1, 3} {
		img := render(t, page(8, 8, scene.Image{Bounds: orb.Bound{Min: orb.Point{2, 2}, Max: orb.Point{4, 4}}, Image: src}), scale)
		at := int(2.25 * scale)
		if got := img.RGBAAt(at, at); got.R > 90 {
			t.Errorf("at scale %v the dark pixel is %v", scale, got)
		}
		if got := img.RGBAAt(int(3.7*scale), int(3.7*scale)); got.R < 200 {
			t.Errorf("at scale %v the light pixel is %v", scale, got)
		}
	}
	render(t, page(8, 8, scene.Image{Bounds: orb.Bound{Min: orb.Point{20, 20}, Max: orb.Point{24, 24}}, Image: src}, scene.Image{}), 1)
}

func TestSameBytesEveryTime(t *testing.T) {
	s := sample()
	want := render(t, s, 1).Pix
	r := New()
	for i := 0; i < 20; i++ {
		img, err := r.Render(context.Background(), s, 1)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(img.Pix, want) {
			t.Fatalf("picture %d differs", i)
		}
	}
}

func TestSeparateRenderersAtTheSameTime(t *testing.T) {
	s := sample()
	want := render(t, s, 1).Pix
	m := NewMeasurer()
	var wg sync.WaitGroup
	for i := 0; i < 4; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for k := 0; k < 3; k++ {
				m.Width("Names of towns", scene.Sans, 12)
				img, err := New().Render(context.Background(), s, 1)
				if err != nil || !bytes.Equal(img.Pix, want) {
					t.Errorf("a picture differs (%v)", err)
				}
			}
		}()
	}
	wg.Wait()
}
