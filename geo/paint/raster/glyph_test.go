package raster

import (
	"bytes"
	"context"
	"errors"
	"image"
	"math"
	"testing"

	"github.com/go-text/typesetting/font/opentype"
	"github.com/paulmach/orb"

	"dateline/geo/scene"
)

func seg(op opentype.SegmentOp, ps ...float32) opentype.Segment {
	s := opentype.Segment{Op: op}
	for i := 0; i+1 < len(ps); i += 2 {
		s.Args[i/2] = opentype.SegmentPoint{X: ps[i], Y: ps[i+1]}
	}
	return s
}

func TestFlatten(t *testing.T) {
	for _, c := range []struct {
		name string
		in   []opentype.Segment
		n    []int     // points of each ring
		last orb.Point // the last point of the last ring
	}{
		{"a triangle", []opentype.Segment{
			seg(opentype.SegmentOpMoveTo, 0, 0), seg(opentype.SegmentOpLineTo, 10, 0), seg(opentype.SegmentOpLineTo, 10, 10),
		}, []int{3}, orb.Point{5, -5}},
		{"a quadratic curve", []opentype.Segment{
			seg(opentype.SegmentOpMoveTo, 0, 0), seg(opentype.SegmentOpQuadTo, 10, 0, 10, 10),
		}, []int{7}, orb.Point{5, -5}},
		{"a cubic curve", []opentype.Segment{
			seg(opentype.SegmentOpMoveTo, 0, 0), seg(opentype.SegmentOpCubeTo, 5, 0, 10, 5, 10, 10),
		}, []int{7}, orb.Point{5, -5}},
		{"two rings", []opentype.Segment{
			seg(opentype.SegmentOpMoveTo, 0, 0), seg(opentype.SegmentOpLineTo, 4, 0), seg(opentype.SegmentOpLineTo, 4, 4),
			seg(opentype.SegmentOpMoveTo, 2, 2), seg(opentype.SegmentOpLineTo, 6, 2), seg(opentype.SegmentOpLineTo, 6, 6),
		}, []int{3, 3}, orb.Point{3, -3}},
		{"a curve from nowhere", []opentype.Segment{seg(opentype.SegmentOpQuadTo, 1, 1, 2, 2), seg(opentype.SegmentOpCubeTo, 1, 1, 2, 2, 3, 3)}, nil, orb.Point{}},
		{"nothing", nil, nil, orb.Point{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := flatten(c.in, 0.5)
			if len(got) != len(c.n) {
				t.Fatalf("%d rings, want %d", len(got), len(c.n))
			}
			for i, r := range got {
				if len(r) != c.n[i] {
					t.Errorf("ring %d has %d points, want %d", i, len(r), c.n[i])
				}
			}
			if len(got) > 0 {
				r := got[len(got)-1]
				if r[len(r)-1] != c.last {
					t.Errorf("ends at %v, want %v (y turned down, half size)", r[len(r)-1], c.last)
				}
			}
		})
	}
}

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

func TestShapedLinesAreBounded(t *testing.T) {
	s := newShaper()
	for i := 0; i < maxLines+10; i++ {
		s.lines[lineKey{text: string(rune(i + 0x4E00))}] = line{}
	}
	s.shape("new", scene.Sans)
	if len(s.lines) > maxLines {
		t.Errorf("%d lines are kept", len(s.lines))
	}
}

func TestWalk(t *testing.T) {
	path := []orb.Point{{0, 0}, {10, 0}, {10, 10}}
	for _, c := range []struct {
		at   float64
		p, d orb.Point
	}{
		{0, orb.Point{0, 0}, orb.Point{1, 0}},
		{4, orb.Point{4, 0}, orb.Point{1, 0}},
		{15, orb.Point{10, 5}, orb.Point{0, 1}},
		{-3, orb.Point{-3, 0}, orb.Point{1, 0}},
		{24, orb.Point{10, 14}, orb.Point{0, 1}},
	} {
		if p, d := walk(path, c.at); p != c.p || d != c.d {
			t.Errorf("walk(%v) = %v, %v, want %v, %v", c.at, p, d, c.p, c.d)
		}
	}
	if p, _ := walk(path[:1], 5); p != path[0] {
		t.Errorf("walk along a point = %v", p)
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
		composite(img, mask, c.at, 0, 20, black)
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
