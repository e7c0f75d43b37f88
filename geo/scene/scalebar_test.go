package scene

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geo"

	"dateline/geo/proj"
)

// metresOf reads the label of a scale bar.
func metresOf(label string) float64 {
	if n := strings.TrimSuffix(label, " km"); n != label {
		return 1000 * number(n)
	}
	return number(strings.TrimSuffix(label, " m"))
}

// text gives the words of the text with an ID.
func text(s Scene, id string) string {
	for _, it := range s.Items {
		if w, ok := it.(Text); ok && w.ID == id {
			return w.Text
		}
	}
	return ""
}

func TestScaleBarAtLatitudesAndSizes(t *testing.T) {
	nice := map[string]bool{"1": true, "2": true, "3": true, "5": true}
	for _, lat := range []float64{0, 33, 60, -60, 80} {
		for _, size := range []orb.Point{{640, 420}, {1280, 720}, {1080, 1920}} {
			for _, zoom := range []float64{8.3, 10, 14.7} {
				t.Run(fmt.Sprintf("%v, %v, zoom %v", lat, size, zoom), func(t *testing.T) {
					in := Input{View: proj.New(proj.Mercator(), orb.Point{20, lat}, 256*math.Exp2(zoom), size), Furniture: AllFurniture(), Unit: UnitFor(size)}
					s := Overlay(in)
					bar, ok := find(s, "scale-bar")
					if !ok {
						t.Fatal("no scale bar")
					}
					length, label := bar.Max[0]-bar.Min[0], text(s, "scale-label")
					metres := metresOf(label)
					if digit := strings.TrimRight(fmt.Sprintf("%.0f", metres), "0"); !nice[digit] {
						t.Errorf("%q is not a round length", label)
					}
					if length > 0.25*size[0] {
						t.Errorf("it is %.0f long on a page of %v", length, size[0])
					}
					if length < 0.25*math.Min(size[0], 700*in.Unit)/2.01 {
						t.Errorf("it is only %.0f long: a longer one has room", length)
					}
					// Measured on the ground, at the middle of the map.
					c := orb.Point{size[0] / 2, size[1] / 2}
					a, _ := in.View.ToLonLat(orb.Point{c[0] - length/2, c[1]})
					b, _ := in.View.ToLonLat(orb.Point{c[0] + length/2, c[1]})
					if got := geo.DistanceHaversine(a, b); math.Abs(got-metres) > 0.01*metres {
						t.Errorf("%q is %.0f m on the ground", label, got)
					}
					if !inBox(orb.Bound{Max: size}, bar) {
						t.Errorf("%v is not on the page", bar)
					}
				})
			}
		}
	}
}

func TestScaleBarShrinksTowardThePoles(t *testing.T) {
	// The same page at the same zoom shows less ground the farther north.
	was := math.Inf(1)
	for _, lat := range []float64{0, 33, 60, 80} {
		v := proj.New(proj.Mercator(), orb.Point{0, lat}, 1<<20, orb.Point{1280, 720})
		s := Overlay(Input{View: v, Furniture: AllFurniture()})
		bar, ok := find(s, "scale-bar")
		if !ok {
			t.Fatalf("no scale bar at %v", lat)
		}
		perUnit := metresOf(text(s, "scale-label")) / (bar.Max[0] - bar.Min[0])
		if perUnit >= was {
			t.Errorf("at %v a unit is %.1f m, nearer to the equator %.1f m", lat, perUnit, was)
		}
		was = perUnit
	}
}

func TestScaleBarIsLeftOut(t *testing.T) {
	for _, c := range []struct {
		name string
		edit func(*Input)
		want bool
	}{
		{"a country", func(*Input) {}, true},
		{"switched off", func(in *Input) { in.Furniture.Scale = false }, false},
		{"the world", func(in *Input) { in.View = proj.World(proj.Mercator(), orb.Point{1280, 720}) }, false},
		{"a continent in the north", func(in *Input) {
			in.View = proj.New(proj.Mercator(), orb.Point{20, 60}, 4000, orb.Point{1280, 720})
		}, false},
		{"as much of the equator", func(in *Input) {
			in.View = proj.New(proj.Mercator(), orb.Point{20, 0}, 8000, orb.Point{1280, 720})
		}, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			in := Input{View: proj.New(proj.Mercator(), orb.Point{44, 33}, 40000, orb.Point{1280, 720}), Furniture: AllFurniture()}
			c.edit(&in)
			if _, ok := find(Overlay(in), "scale-bar"); ok != c.want {
				t.Errorf("scale bar %v, want %v", ok, c.want)
			}
		})
	}
}
