package scene

import (
	"image"
	"image/color"
	"math"
	"testing"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"
)

func TestEveryPointOfAHatchLiesInside(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rings := orb.MultiLineString{drawRing(t)}
		if rapid.Bool().Draw(t, "a hole") {
			c, r := rings[0].Bound().Center(), rapid.Float64Range(0.2, 2).Draw(t, "half")
			rings = append(rings, rect(around(c, r)))
		}
		step := rapid.Float64Range(0.4, 3).Draw(t, "gap")
		for _, l := range hatch(rings, step) {
			for k := 0.02; k < 1; k += 0.06 {
				p := lerp(l[0], l[1], k)
				if !inRings(rings, p) && toRings(rings, p, 0) > 1e-6 {
					t.Fatalf("%v of %v lies %v outside", p, l, toRings(rings, p, 0))
				}
			}
			// On the lines of one grid, whatever the ring.
			n := (l[0][0] + l[0][1]) / math.Sqrt2 / step
			if math.Abs(n-math.Round(n)) > 1e-6 {
				t.Fatalf("%v is not on the grid of %v", l, step)
			}
		}
	})
}

func TestHatchCoversTheWholeArea(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, h := rapid.Float64Range(60, 200).Draw(t, "w"), rapid.Float64Range(60, 200).Draw(t, "h")
		step := rapid.Float64Range(3, 8).Draw(t, "gap")
		length := 0.0
		for _, l := range hatch(orb.MultiLineString{rect(box(13, 7, w, h))}, step) {
			length += pathLength(l)
		}
		if got := length * step; math.Abs(got-w*h) > 0.08*w*h {
			t.Fatalf("the hatch stands for %.0f of %.0f", got, w*h)
		}
	})
}

func TestClippedRingIsWhatBothShare(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ring := drawRing(t)
		got := clipRing(unitBox, ring)
		for x := 0.37; x < 10; x += 1.11 {
			for y := 0.41; y < 10; y += 1.13 {
				p := orb.Point{x, y}
				if toRings(orb.MultiLineString{ring}, p, 0) < 1e-6 {
					continue
				}
				if want := inRings(orb.MultiLineString{ring}, p); inRings(orb.MultiLineString{got}, p) != want {
					t.Fatalf("%v lies in the ring: %v, in what is left of it: %v", p, want, !want)
				}
			}
		}
	})
}

func TestClippedLineIsWhatLiesInTheBox(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 9).Draw(t, "n")
		line := make(orb.LineString, n)
		for i := range line {
			line[i] = orb.Point{rapid.Float64Range(-8, 18).Draw(t, "x"), rapid.Float64Range(-8, 18).Draw(t, "y")}
		}
		got := 0.0
		for _, l := range clipLine(unitBox, line, nil) {
			for _, p := range l {
				if !unitBox.Pad(1e-9).Contains(p) {
					t.Fatalf("%v is outside", p)
				}
			}
			got += pathLength(l)
		}
		want := 0.0
		for i := 1; i < n; i++ { // by small steps
			const steps = 4000
			in := 0
			for k := 0; k < steps; k++ {
				if unitBox.Contains(lerp(line[i-1], line[i], (float64(k)+0.5)/steps)) {
					in++
				}
			}
			want += dist(line[i-1], line[i]) * float64(in) / steps
		}
		if math.Abs(got-want) > 0.02*float64(n) {
			t.Fatalf("%.3f of the line are left, %.3f lie inside", got, want)
		}
	})
}

func TestCurvePassesThroughItsStopsInOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 8).Draw(t, "n")
		ps := make([]orb.Point, n)
		bows := make([]float64, n-1)
		for i := range ps {
			ps[i] = orb.Point{rapid.Float64Range(0, 900).Draw(t, "x"), rapid.Float64Range(0, 600).Draw(t, "y")}
			if i > 0 {
				bows[i-1] = rapid.SampledFrom([]float64{0, 0.06, -0.12, 0.18}).Draw(t, "bow")
			}
		}
		curve, index := bowed(ps, bows)
		for i, k := range index {
			if i > 0 && k <= index[i-1] {
				t.Fatalf("stop %d is at %d, the one before it at %d", i, k, index[i-1])
			}
			if d := dist(curve[k], ps[i]); d > 1e-6 {
				t.Fatalf("the curve misses stop %d by %v", i, d)
			}
		}
		if index[0] != 0 || index[n-1] != len(curve)-1 {
			t.Fatalf("from %d to %d of %d points", index[0], index[n-1], len(curve))
		}
	})
}

// dotted is a picture of two pixels, the left one transparent.
func dotted() image.Image {
	img := image.NewNRGBA(image.Rect(5, 5, 7, 6)) // does not begin at 0, 0
	img.Set(6, 5, color.NRGBA{9, 9, 9, 255})
	return img
}

func TestBackdropShowsAndCovers(t *testing.T) {
	solid := image.NewGray(image.Rect(0, 0, 2, 2))
	b := Backdrop{Images: []Image{
		{Image: dotted(), Bounds: box(0, 0, 100, 50)},
		{Image: solid, Bounds: box(200, 0, 100, 50)},
		{Bounds: box(0, 100, 100, 50)}, // without a picture
	}}
	for _, c := range []struct {
		p    orb.Point
		want bool
	}{
		{orb.Point{10, 10}, false}, {orb.Point{49, 10}, false}, {orb.Point{51, 10}, true}, {orb.Point{100, 50}, true},
		{orb.Point{150, 10}, false}, {orb.Point{200, 0}, true}, {orb.Point{300, 50}, true}, {orb.Point{301, 10}, false}, {orb.Point{50, 120}, false},
	} {
		if got := b.shows(c.p); got != c.want {
			t.Errorf("a picture at %v: %v, want %v", c.p, got, c.want)
		}
	}
	for _, c := range []struct {
		r    orb.Bound
		want bool
	}{
		{box(200, 0, 100, 50), true}, {box(210, 5, 10, 10), true}, {box(199, 0, 100, 50), false},
		{box(60, 10, 20, 20), false}, {box(90, 0, 120, 50), false},
	} {
		if got := b.covers(c.r); got != c.want {
			t.Errorf("%v is covered: %v, want %v", c.r, got, c.want)
		}
	}
	if (Backdrop{}).shows(orb.Point{1, 1}) || (Backdrop{}).covers(box(0, 0, 1, 1)) || len((Backdrop{}).items()) != 0 {
		t.Error("no backdrop shows something")
	}
}

func TestNamesLeftOutOnlyUnderNamedPictures(t *testing.T) {
	on, off := Text{ID: "on", At: orb.Point{75, 25}}, Text{ID: "off", At: orb.Point{25, 25}}
	along := Text{ID: "along", At: orb.Point{25, 25}, Along: orb.LineString{{0, 0}, {75, 25}, {90, 40}}}
	names := []Item{on, off, along}
	b := Backdrop{Named: true, Images: []Image{{Image: dotted(), Bounds: box(0, 0, 100, 50)}}}
	if got := b.unpainted(names); len(got) != 1 || got[0].(Text).ID != "off" {
		t.Errorf("left are %v", got)
	}
	b.Named = false
	if got := b.unpainted(names); len(got) != 3 {
		t.Errorf("on a picture without names there are %d of 3", len(got))
	}
	if got := (Backdrop{Named: true}).unpainted(names); len(got) != 3 {
		t.Errorf("without pictures there are %d of 3", len(got))
	}
}
