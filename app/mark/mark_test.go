package mark

import (
	"context"
	"image/color"
	"math"
	"slices"
	"testing"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"

	"dateline/geo/paint/raster"
	"dateline/geo/scene"
	"dateline/timeline"
)

var (
	red   = color.NRGBA{200, 53, 43, 255}
	white = color.NRGBA{255, 255, 255, 255}
)

func TestFormOf(t *testing.T) {
	claims := func(s ...timeline.Stance) (out []timeline.Claim) {
		for _, x := range s {
			out = append(out, timeline.Claim{Stance: x})
		}
		return out
	}
	tests := []struct {
		name string
		e    timeline.Event
		want Form
	}{
		{"told", timeline.Event{}, Filled},
		{"reported", timeline.Event{Claims: claims(timeline.Reports)}, Filled},
		{"claimed", timeline.Event{Claims: claims(timeline.Claims)}, Hollow},
		{"attempted", timeline.Event{Modality: timeline.Attempt}, Hollow},
		{"planned", timeline.Event{Modality: timeline.Planned}, Hollow},
		{"feared", timeline.Event{Modality: timeline.Feared}, Hollow},
		{"accounts differ", timeline.Event{Claims: claims(timeline.Claims, timeline.Denies)}, Half},
		{"background", timeline.Event{Modality: timeline.Past}, Filled},
	}
	for _, tt := range tests {
		if got := FormOf(tt.e); got != tt.want {
			t.Errorf("%s: form %d, want %d", tt.name, got, tt.want)
		}
	}
}

func TestOutlinesAreClosedCentredAndAlikeInSize(t *testing.T) {
	circle := math.Pi * 100
	for _, s := range []scene.Shape{scene.Circle, scene.Square, scene.Diamond, scene.Triangle, "unknown"} {
		ring := orb.Ring(Outline(s, orb.Point{50, 50}, 20))
		if ring[0] != ring[len(ring)-1] {
			t.Errorf("%s is not closed", s)
		}
		if a := math.Abs(planar.Area(ring)); a < 0.6*circle || a > 1.3*circle {
			t.Errorf("%s has an area of %.0f, a circle has %.0f", s, a, circle)
		}
		if !planar.RingContains(ring, orb.Point{50, 50}) {
			t.Errorf("%s lies beside its centre", s)
		}
	}
}

// share is how much of a mark's middle is painted in its colour, at its left
// and at its right.
func share(t *testing.T, m Mark) (left, right float64) {
	t.Helper()
	m.Center, m.Color, m.Paper = orb.Point{20, 20}, red, white
	img, err := raster.Render(context.Background(), scene.Scene{Size: orb.Point{40, 40}, Items: m.Items("x")}, 2)
	if err != nil {
		t.Fatal(err)
	}
	n := 0.0
	for y := 30; y < 50; y++ {
		for x := 30; x < 40; x++ {
			n++
			if c := img.RGBAAt(x, y); c.G < 200 && c.A > 0 {
				left++
			}
			if c := img.RGBAAt(79-x, y); c.G < 200 && c.A > 0 {
				right++
			}
		}
	}
	return left / n, right / n
}

func TestFormsCanBeToldApart(t *testing.T) {
	for form, want := range map[Form][2]bool{Filled: {true, true}, Hollow: {false, false}, Half: {true, false}} {
		l, r := share(t, Mark{Size: 24, Shape: scene.Circle, Form: form})
		if (l > 0.8) != want[0] || (r > 0.8) != want[1] {
			t.Errorf("form %d: %.2f painted at the left, %.2f at the right", form, l, r)
		}
	}
}

func TestNumberFitsItsMark(t *testing.T) {
	measure := raster.NewMeasurer()
	for _, shape := range []scene.Shape{scene.Circle, scene.Square, scene.Diamond, scene.Triangle} {
		for _, n := range []int{1, 9, 10, 99, 100, 999} {
			for _, it := range (Mark{Center: orb.Point{20, 20}, Size: 20, Shape: shape, Number: n, Color: red, Paper: white}).Items("x") {
				if x, ok := it.(scene.Text); ok {
					if w := measure.Width(x.Text, x.Font, x.Size); w > 20 {
						t.Errorf("%s: %s is %.1f wide in a mark of 20", shape, x.Text, w)
					}
				}
			}
		}
	}
}

func TestNoNumberNoText(t *testing.T) {
	for _, it := range (Mark{Size: 20, Color: red, Paper: white}).Items("x") {
		if _, ok := it.(scene.Text); ok {
			t.Error("a mark without a number has text")
		}
	}
}

func TestHitAt(t *testing.T) {
	square := orb.Ring{{0, 0}, {100, 0}, {100, 100}, {0, 100}, {0, 0}}
	hits := []scene.Hit{
		{Event: "area", Ring: square},
		{Event: "a", Center: orb.Point{20, 20}, Radius: 8},
		{Event: "b", Center: orb.Point{30, 20}, Radius: 8},
	}
	tests := []struct {
		at   orb.Point
		slop float64
		want timeline.ID
	}{
		{orb.Point{20, 20}, 0, "a"},
		{orb.Point{24, 20}, 0, "a"}, // in both: the nearer
		{orb.Point{26, 20}, 0, "b"},
		{orb.Point{50, 50}, 0, "area"}, // marks go before areas, wherever they stand
		{orb.Point{41, 20}, 0, "area"},
		{orb.Point{41, 20}, 4, "b"},
		{orb.Point{200, 20}, 4, ""},
	}
	for _, tt := range tests {
		if got, ok := HitAt(hits, tt.at, tt.slop); got != tt.want || ok != (tt.want != "") {
			t.Errorf("at %v: %q, want %q", tt.at, got, tt.want)
		}
	}
}

func TestAllAtAndClusterAt(t *testing.T) {
	hits := []scene.Hit{
		{Event: "area", Ring: orb.Ring{{0, 0}, {100, 0}, {100, 100}, {0, 100}, {0, 0}}},
		{Event: "a", Center: orb.Point{20, 20}, Radius: 8},
		{Event: "b", Center: orb.Point{30, 20}, Radius: 8},
		{Event: "a", Center: orb.Point{31, 20}, Radius: 8}, // its other place
		{Event: "c", Center: orb.Point{70, 20}, Radius: 10, Cluster: []timeline.ID{"c", "d", "e"}},
	}
	for _, tt := range []struct {
		at      orb.Point
		all     []timeline.ID
		cluster int
	}{
		{orb.Point{14, 20}, []timeline.ID{"a"}, 0},
		{orb.Point{26, 20}, []timeline.ID{"a", "b"}, 0},
		{orb.Point{50, 50}, nil, 0},
		{orb.Point{70, 20}, []timeline.ID{"c", "d", "e"}, 3},
		{orb.Point{82, 20}, nil, 3}, // within the slop
	} {
		if got := AllAt(hits, tt.at); !slices.Equal(got, tt.all) {
			t.Errorf("at %v are %v, want %v", tt.at, got, tt.all)
		}
		if got := ClusterAt(hits, tt.at, 4); len(got) != tt.cluster {
			t.Errorf("at %v is the cluster %v", tt.at, got)
		}
	}
}
