package raster

import (
	"bytes"
	"context"
	"errors"
	"image"
	"image/color"
	"math"
	"runtime"
	"sync"
	"testing"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"

	"dateline/geo/scene"
)

func TestCompositeExactly(t *testing.T) {
	for _, c := range []struct {
		name   string
		layers []color.NRGBA
		want   color.RGBA
	}{
		{"nothing", nil, color.RGBA{}},
		{"an opaque colour is itself", []color.NRGBA{{12, 34, 56, 255}}, color.RGBA{12, 34, 56, 255}},
		{"without opacity it is not there", []color.NRGBA{white, {12, 34, 56, 0}}, color.RGBA{255, 255, 255, 255}},
		{"half black on white", []color.NRGBA{white, {0, 0, 0, 128}}, color.RGBA{127, 127, 127, 255}},
		{"half a colour on white", []color.NRGBA{white, {200, 100, 0, 128}}, color.RGBA{227, 177, 127, 255}},
		{"a quarter on grey", []color.NRGBA{{100, 100, 100, 255}, {10, 20, 30, 64}}, color.RGBA{77, 80, 82, 255}},
		{"half on nothing is premultiplied", []color.NRGBA{{200, 100, 0, 128}}, color.RGBA{100, 50, 0, 128}},
		{"two halves on nothing", []color.NRGBA{{255, 255, 255, 128}, {255, 255, 255, 128}}, color.RGBA{192, 192, 192, 192}},
		{"the upper one counts more", []color.NRGBA{{255, 0, 0, 128}, {0, 0, 255, 128}}, color.RGBA{64, 0, 128, 192}},
		{"opaque hides what is below", []color.NRGBA{{9, 9, 9, 128}, {1, 2, 3, 255}}, color.RGBA{1, 2, 3, 255}},
		{"the faintest", []color.NRGBA{white, {0, 0, 0, 1}}, color.RGBA{254, 254, 254, 255}},
	} {
		t.Run(c.name, func(t *testing.T) {
			// Wider and narrower than the runs that are painted at once.
			for _, w := range []float64{1, 7, 8, 21} {
				s := scene.Scene{Size: orb.Point{w, 2}}
				for _, l := range c.layers {
					s.Items = append(s.Items, scene.Path{Lines: orb.MultiLineString{box(0, 0, w, 2)}, Fill: l})
				}
				img := render(t, s, 1)
				for x := 0; x < int(w); x++ {
					if got := img.RGBAAt(x, 1); got != c.want {
						t.Fatalf("pixel %d of %v is %v, want %v", x, w, got, c.want)
					}
				}
			}
		})
	}
}

func TestCompositeIsTheFormula(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := func(name string) uint8 { return rapid.Uint8().Draw(t, name) }
		c, under, cover := color.NRGBA{v("r"), v("g"), v("b"), v("a")}, v("under"), v("cover")
		dst := image.NewRGBA(image.Rect(0, 0, 11, 1))
		for i := range dst.Pix {
			dst.Pix[i] = under
		}
		mask := image.NewAlpha(dst.Rect)
		for i := range mask.Pix {
			mask.Pix[i] = cover
		}
		composite(dst, mask, image.Point{}, dst.Rect, c)
		share := math.Round(float64(cover) * float64(c.A) / 255)
		over := func(x uint8) uint8 {
			return uint8(math.Round((float64(x)*share + float64(under)*(255-share)) / 255))
		}
		want := color.RGBA{over(c.R), over(c.G), over(c.B), over(255)}
		for x := 0; x < 11; x++ {
			if got := dst.RGBAAt(x, 0); got != want {
				t.Fatalf("%v over %d with cover %d: pixel %d is %v, want %v", c, under, cover, x, got, want)
			}
		}
	})
}

func TestHolesAreNonZero(t *testing.T) {
	outer, inner, core := box(0, 0, 30, 30), box(6, 6, 24, 24), box(12, 12, 18, 18)
	for _, c := range []struct {
		name  string
		lines orb.MultiLineString
		rim   bool // inked between outer and inner,
		ring  bool // between inner and core,
		core  bool // and in the core
	}{
		{"one ring", orb.MultiLineString{outer}, true, true, true},
		{"a hole", orb.MultiLineString{outer, turned(inner)}, true, false, false},
		{"a ring in the same direction is no hole", orb.MultiLineString{outer, inner}, true, true, true},
		{"an island in a hole", orb.MultiLineString{outer, turned(inner), core}, true, false, true},
		{"a hole in two", orb.MultiLineString{outer, inner, turned(core)}, true, true, true},
		{"the hole first", orb.MultiLineString{turned(inner), outer}, true, false, false},
		{"all turned round", orb.MultiLineString{turned(outer), inner, turned(core)}, true, false, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			img := render(t, page(30, 30, scene.Path{Lines: c.lines, Fill: black}), 1)
			for _, p := range []struct {
				x    int
				want bool
			}{{3, c.rim}, {27, c.rim}, {9, c.ring}, {21, c.ring}, {15, c.core}} {
				if got := img.RGBAAt(p.x, 15).R == 0; got != p.want {
					t.Errorf("ink at %d: %v, want %v", p.x, got, p.want)
				}
			}
		})
	}
}

func TestDashesStandWhereTheyShould(t *testing.T) {
	for _, c := range []struct {
		name    string
		pattern []float64
		scale   float64
		want    string // # dash, . gap, a letter a unit
	}{
		{"even", []float64{4, 4}, 1, "####....####....####...."},
		{"dot and dash", []float64{2, 1, 5, 2}, 1, "##.#####..##.#####..##.#"},
		{"one number for both", []float64{3}, 1, "###...###...###...###..."},
		{"twice as large", []float64{4, 4}, 2, "####....####....####...."},
		{"solid", nil, 1, "########################"},
	} {
		t.Run(c.name, func(t *testing.T) {
			line := orb.LineString{{0, 5}, {float64(len(c.want)), 5}}
			img := render(t, page(24, 10, scene.Path{Lines: orb.MultiLineString{line}, Stroke: black, Width: 4, Dash: c.pattern}), c.scale)
			got := ""
			for i := range c.want {
				if img.RGBAAt(int((float64(i)+0.5)*c.scale), int(5*c.scale)).R < 128 {
					got += "#"
				} else {
					got += "."
				}
			}
			if got != c.want {
				t.Errorf("dashes %s, want %s", got, c.want)
			}
		})
	}
}

func TestMaxPixels(t *testing.T) {
	for _, c := range []struct {
		w, h, scale float64
		ok          bool
	}{
		{16384, 16384, 1, true},
		{16385, 16384, 1, false},
		{16384, 16384.5, 1, false},
		{8192, 8192, 2, true},
		{8192, 8192, 2.001, false},
		{1 << 20, 256, 1, true},
		{1<<20 + 1, 1, 1, false},
		{1, 1<<20 + 1, 1, false},
		{1920, 1080, 1e9, false},
		{1920, 1080, math.Inf(1), false},
		{1920, 1080, math.NaN(), false},
		{-1920, -1080, 1, false},
	} {
		s := scene.Scene{Size: orb.Point{c.w, c.h}}
		size, err := Size(s, c.scale)
		if (err == nil) != c.ok || err != nil && !errors.Is(err, ErrSize) {
			t.Errorf("%v × %v at %v: %v, %v", c.w, c.h, c.scale, size, err)
		}
		if c.ok {
			continue // not painted: it would take a gigabyte
		}
		if _, err := Render(context.Background(), s, c.scale); !errors.Is(err, ErrSize) {
			t.Errorf("painting %v × %v at %v: %v", c.w, c.h, c.scale, err)
		}
		if _, err := New().RenderInto(context.Background(), nil, s, c.scale); !errors.Is(err, ErrSize) {
			t.Errorf("painting %v × %v at %v again: %v", c.w, c.h, c.scale, err)
		}
	}
}

// ending is a context that ends after it was asked some times.
type ending struct {
	context.Context
	mu          sync.Mutex
	left, asked int
}

func (e *ending) Err() error {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.asked++
	if e.left--; e.left < 0 {
		return context.DeadlineExceeded
	}
	return nil
}

func TestPaintingStopsWhenTheContextEnds(t *testing.T) {
	s := sample()
	for _, left := range []int{0, 1, 7, len(s.Items) - 1, len(s.Items) + 20} {
		ctx := &ending{Context: context.Background(), left: left}
		img, err := Render(ctx, s, 0.25)
		if !errors.Is(err, context.DeadlineExceeded) || img != nil {
			t.Errorf("after %d items: %v, %v", left, img != nil, err)
		}
		if most := left + runtime.GOMAXPROCS(0); ctx.asked > most {
			t.Errorf("ending after %d items, %d were begun", left, ctx.asked)
		}
	}
	ctx := &ending{Context: context.Background(), left: 1 << 20}
	if _, err := Render(ctx, s, 0.25); err != nil {
		t.Errorf("a context that lasts: %v", err)
	}
}

func TestRenderIntoAllocatesLittle(t *testing.T) {
	s, r := sample(), New()
	img, err := r.RenderInto(context.Background(), nil, s, 1)
	if err != nil {
		t.Fatal(err)
	}
	again := func() {
		if img, err = r.RenderInto(context.Background(), img, s, 1); err != nil {
			t.Fatal(err)
		}
	}
	if n := testing.AllocsPerRun(3, again); n > 64 {
		t.Errorf("%v allocations for %d items", n, len(s.Items))
	}
	before := &img.Pix[0]
	if again(); &img.Pix[0] != before {
		t.Error("the picture got new pixels")
	}
	fills := scene.Scene{Size: s.Size}
	for _, it := range s.Items {
		if p, ok := it.(scene.Path); ok && p.Stroke.A == 0 {
			fills.Items = append(fills.Items, p)
		}
	}
	if n := testing.AllocsPerRun(3, func() { img, err = r.RenderInto(context.Background(), img, fills, 1) }); n > 4 {
		t.Errorf("%v allocations for %d fills", n, len(fills.Items))
	}
}

func TestFloods(t *testing.T) {
	r := image.Rect(0, 0, 20, 10)
	down := orb.LineString{{0, 0}, {0, 10}, {20, 10}, {20, 0}, {0, 0}}
	for _, c := range []struct {
		name string
		ring orb.LineString
		want bool
	}{
		{"just the page", box(0, 0, 20, 10), true},
		{"more than the page", box(-5, -5, 25, 15), true},
		{"turned round", turned(box(-5, -5, 25, 15)), true},
		{"downward first", down, true},
		{"a hair less on the right", box(0, 0, 19.99, 10), false},
		{"a hair less above", box(0, 0.01, 20, 10), false},
		{"open", box(0, 0, 20, 10)[:4], false},
		{"a lozenge", orb.LineString{{10, -50}, {60, 5}, {10, 60}, {-40, 5}, {10, -50}}, false},
		{"a corner drawn in", orb.LineString{{0, 0}, {20, 0}, {15, 10}, {0, 10}, {0, 0}}, false},
		{"crossed", orb.LineString{{0, 0}, {20, 10}, {20, 0}, {0, 10}, {0, 0}}, false},
		{"there and back", orb.LineString{{0, 0}, {20, 0}, {0, 0}, {20, 0}, {0, 0}}, false},
		{"nothing", nil, false},
	} {
		if got := floods(c.ring, r); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestFloodIsAFill(t *testing.T) {
	// A flood and two halves side by side are the same picture.
	at := image.Rect(3, 2, 24, 13)
	whole, halves := image.NewRGBA(at), image.NewRGBA(at)
	for i := range whole.Pix {
		whole.Pix[i], halves.Pix[i] = 77, 77
	}
	draw := func(dst *image.RGBA, rings ...orb.LineString) {
		t.Helper()
		if err := New().Over(context.Background(), dst, scene.Scene{Items: []scene.Item{scene.Path{Lines: rings, Fill: red}}}, 1); err != nil {
			t.Fatal(err)
		}
	}
	draw(whole, box(0, 0, 30, 20))
	draw(halves, box(0, 0, 11, 20), box(11, 0, 30, 20))
	if !bytes.Equal(whole.Pix, halves.Pix) {
		t.Error("the pictures differ")
	}
	draw(&image.RGBA{}, box(0, 0, 30, 20)) // nothing to paint
}

func TestStrokeOfACurveIsOfEvenWidth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		// A round line: its ink is its length times its width, wherever it
		// is cut into short and long pieces.
		n := rapid.IntRange(3, 200).Draw(t, "pieces")
		width := rapid.Float64Range(0.8, 9).Draw(t, "width")
		turns := rapid.Float64Range(0.2, 0.9).Draw(t, "turn")
		var line orb.LineString
		for i := 0; i <= n; i++ {
			a := 2 * math.Pi * turns * float64(i) / float64(n)
			line = append(line, orb.Point{40 + 28*math.Cos(a), 40 + 28*math.Sin(a)})
		}
		length := 0.0
		for i := 1; i < len(line); i++ {
			_, d := unit(line[i-1], line[i])
			length += d
		}
		img, err := Render(context.Background(), page(80, 80, scene.Path{Lines: orb.MultiLineString{line}, Stroke: black, Width: width}), 1)
		if err != nil {
			t.Fatal(err)
		}
		if got, want := ink(img), length*width; math.Abs(got-want) > 0.04*want+2 {
			t.Fatalf("%.1f pixels of ink for %.1f of line %.1f wide", got, length, width)
		}
	})
}

func TestCornersOfStrokes(t *testing.T) {
	right := orb.LineString{{10, 60}, {60, 60}, {60, 10}}
	for _, c := range []struct {
		name  string
		line  orb.LineString
		width float64
		at    image.Point
		want  bool // inked
	}{
		{"on the corner", right, 20, image.Pt(60, 60), true},
		{"within half the width of it", right, 20, image.Pt(66, 66), true},
		{"a wide line is round there", right, 20, image.Pt(68, 68), false},
		{"beside the line", right, 20, image.Pt(30, 72), false},
		{"a narrow one is pointed", right, 2, image.Pt(60, 60), true},
		{"past its start there is nothing", right, 20, image.Pt(8, 60), false},
		{"a sharp turn of a wide line is round", orb.LineString{{10, 40}, {60, 42}, {10, 44}}, 12, image.Pt(68, 42), false},
		{"and not cut short", orb.LineString{{10, 40}, {60, 42}, {10, 44}}, 12, image.Pt(64, 42), true},
	} {
		img := render(t, page(80, 80, scene.Path{Lines: orb.MultiLineString{c.line}, Stroke: black, Width: c.width}), 1)
		if got := img.RGBAAt(c.at.X, c.at.Y).R < 128; got != c.want {
			t.Errorf("%s: ink at %v: %v, want %v", c.name, c.at, got, c.want)
		}
	}
}
