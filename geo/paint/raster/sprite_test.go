package raster

import (
	"context"
	"image"
	"math"
	"testing"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"

	"dateline/geo/scene"
)

// TestSpritesAreWhatIsDrawn: where a shape crosses the edge of a picture it is
// drawn, and on a larger picture it comes from what is kept; the pixels are the
// same.
func TestSpritesAreWhatIsDrawn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(3, 30).Draw(t, "n")
		c := orb.Point{rapid.Float64Range(30, 50).Draw(t, "x"), rapid.Float64Range(30, 50).Draw(t, "y")}
		var ring orb.LineString
		for i := 0; i < n; i++ {
			r := rapid.Float64Range(2, 14).Draw(t, "r")
			a := 2 * math.Pi * float64(i) / float64(n)
			ring = append(ring, orb.Point{c[0] + r*math.Cos(a), c[1] + r*math.Sin(a)})
		}
		it := scene.Path{Lines: orb.MultiLineString{append(ring, ring[0])}, Fill: red, Stroke: black, Width: rapid.Float64Range(0.5, 5).Draw(t, "width")}
		draw := func(r image.Rectangle) *image.RGBA {
			img := image.NewRGBA(r)
			if err := New().Over(context.Background(), img, scene.Scene{Items: []scene.Item{it}}, 1); err != nil {
				t.Fatalf("%v", err)
			}
			return img
		}
		whole := draw(image.Rect(0, 0, 80, 80))
		for _, r := range []image.Rectangle{image.Rect(0, 0, int(c[0]), 80), image.Rect(int(c[0]), 0, 80, 80), image.Rect(0, int(c[1]), 80, 80), image.Rect(0, 0, 80, int(c[1]))} {
			part := draw(r)
			for y := r.Min.Y; y < r.Max.Y; y++ {
				for x := r.Min.X; x < r.Max.X; x++ {
					a, b := whole.RGBAAt(x, y), part.RGBAAt(x, y)
					if far := max(apart(a.R, b.R), apart(a.G, b.G), apart(a.A, b.A)); far > 4 {
						t.Fatalf("pixel %d, %d is %v on a picture of %v and %v on all", x, y, b, r, a)
					}
				}
			}
		}
	})
}

func apart(a, b uint8) int { return max(int(a), int(b)) - min(int(a), int(b)) }

func TestSpritesAreKept(t *testing.T) {
	r := New()
	mark := func(x, y float64) scene.Item {
		return scene.Path{Lines: orb.MultiLineString{coast(x, y, 8, 24)}, Fill: red}
	}
	var items []scene.Item
	for i := 0; i < 50; i++ {
		items = append(items, mark(20+float64(i%10)*12, 20+float64(i/10)*15))
	}
	draw := func(items ...scene.Item) int {
		t.Helper()
		if _, err := r.Render(context.Background(), page(160, 120, items...), 1); err != nil {
			t.Fatal(err)
		}
		return len(r.workers[0].sprites)
	}
	if n := draw(items...); n > 3 {
		t.Errorf("fifty marks on whole pixels are %d pictures", n)
	}
	was := draw(items...)
	if n := draw(mark(20.5, 20)); n != was+1 {
		t.Errorf("half a pixel aside there are %d pictures, were %d", n, was)
	}
	if n := draw(mark(20.501, 20.001)); n != was+1 {
		t.Errorf("a hair aside there are %d pictures, want %d", n, was+1)
	}
	r.workers[0].spriteBytes = maxSpriteBytes + 1
	if n := draw(mark(20, 20)); n > 2 {
		t.Errorf("too many bytes, yet %d pictures are kept", n)
	}
}

func TestSmall(t *testing.T) {
	for name, c := range map[string]struct {
		ps   []orb.Point
		want bool
	}{
		"a mark":         {[]orb.Point{{10.3, 10}, {14, 10}, {12, 16}}, true},
		"two points":     {[]orb.Point{{10, 10}, {14, 10}}, false},
		"too wide":       {[]orb.Point{{10, 10}, {10 + spriteSide + 1, 10}, {12, 16}}, false},
		"too many":       {make([]orb.Point, spritePoints+1), false},
		"far, far away":  {[]orb.Point{{1e12, 1e12}, {1e12 + 4, 1e12}, {1e12, 1e12 + 5}}, false},
		"left and above": {[]orb.Point{{-10.3, -7}, {-6, -7}, {-8, -1}}, true},
	} {
		before := append([]orb.Point(nil), c.ps...)
		k, first, ok := small(c.ps)
		if ok != c.want {
			t.Errorf("%s is small: %v", name, ok)
		}
		if !ok {
			continue
		}
		if got := (orb.Point{float64(first.X) + float64(k.x)/spriteGrid, float64(first.Y) + float64(k.y)/spriteGrid}); got != c.ps[0] {
			t.Errorf("%s begins at %v, its key says %v", name, c.ps[0], got)
		}
		for i := range before {
			if d := math.Hypot(before[i][0]-c.ps[i][0], before[i][1]-c.ps[i][1]); d > 0.11 {
				t.Errorf("%s: point %d moved by %v", name, i, d)
			}
		}
	}
}
