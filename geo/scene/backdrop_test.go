package scene

import (
	"image"
	"image/color"
	"slices"
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"dateline/geo/proj"
	"dateline/timeline"
)

// pictured is the invented world with a picture over part of the page. The
// picture's own left half is transparent.
func pictured(named bool, bounds orb.Bound) Input {
	img := image.NewRGBA(image.Rect(0, 0, 20, 10))
	for y := range 10 {
		for x := 10; x < 20; x++ {
			img.Set(x, y, color.RGBA{1, 2, 3, 255})
		}
	}
	return Input{
		View:   proj.New(proj.Mercator(), orb.Point{10, 5}, 12000, orb.Point{800, 500}),
		Layers: island{}, Credits: "The usual", Furniture: AllFurniture(),
		Backdrop: Backdrop{
			Images: []Image{{ID: "tiles", Class: "tiles", Image: img, Bounds: bounds}},
			Named:  named, Credits: "Tiles © somebody with quite a long name, and others, under a licence that must be said",
		},
	}
}

func classesOf(s Scene) []string {
	var out []string
	for _, it := range s.Items {
		switch it := it.(type) {
		case Path:
			out = append(out, it.Class)
		case Text:
			out = append(out, it.Class)
		case Image:
			out = append(out, it.Class)
		}
	}
	return out
}

func TestBackdropLiesOverTheMapThatShips(t *testing.T) {
	page := orb.Bound{Max: orb.Point{800, 500}}
	for _, named := range []bool{true, false} {
		got := classesOf(Base(pictured(named, page)))
		at := slices.Index(got, "tiles")
		if at < 0 || slices.Index(got, "land") < 0 || slices.Index(got, "land") > at || slices.Index(got, "water") > at {
			t.Errorf("named %v: the picture does not lie over land and water: %v", named, got)
		}
		if border := slices.Index(got, "border"); border < 0 || (border > at) == named {
			t.Errorf("named %v: the borders are at %d, the picture at %d", named, border, at)
		}
	}
}

func TestWholeBackdropReplacesTheMap(t *testing.T) {
	in := pictured(true, orb.Bound{Min: orb.Point{-5, -5}, Max: orb.Point{805, 505}})
	in.Backdrop.Images[0].Image = image.NewGray(image.Rect(0, 0, 8, 5))
	if got := classesOf(Base(in)); len(got) != 1 || got[0] != "tiles" {
		t.Errorf("under an opaque picture there is %v", got)
	}
	in.Backdrop.Named = false
	if got := classesOf(Base(in)); slices.Contains(got, "land") || !slices.Contains(got, "border") || got[0] != "tiles" {
		t.Errorf("with a picture without borders there is %v", got)
	}
	in.Backdrop.Images[0].Bounds.Max[0] = 799
	if got := classesOf(Base(in)); !slices.Contains(got, "land") {
		t.Errorf("beside a picture that ends before the page there is %v", got)
	}
}

func TestNamesGiveWayToTheirLikeOnThePicture(t *testing.T) {
	page := orb.Bound{Max: orb.Point{800, 500}}
	plain := pictured(true, page)
	plain.Backdrop = Backdrop{}
	// west and east count the names on either half of the page.
	count := func(in Input) (west, east int) {
		for _, it := range Overlay(in).Items {
			if x, ok := it.(Text); ok && strings.HasSuffix(x.Class, "-name") {
				at := x.At
				if len(x.Along) > 0 {
					at = x.Along[len(x.Along)/2]
				}
				if at[0] < 400 {
					west++
				} else {
					east++
				}
			}
		}
		return west, east
	}
	west, east := count(plain)
	if west == 0 || east == 0 {
		t.Fatalf("the map that ships has %d and %d names", west, east)
	}
	if w, e := count(pictured(true, page)); w != west || e != 0 {
		t.Errorf("under the open half %d names of %d, under the picture %d", w, west, e)
	}
	if w, e := count(pictured(false, page)); w != west || e != east {
		t.Errorf("with a picture without names %d and %d names, want %d and %d", w, e, west, east)
	}
}

func TestTownsOfEventsKeepTheirNames(t *testing.T) {
	in := pictured(true, orb.Bound{Min: orb.Point{-800, 0}, Max: orb.Point{800, 500}}) // opaque on the page
	town := island{}.Towns(orb.Bound{Min: orb.Point{-180, -90}, Max: orb.Point{180, 90}}, 1)[0]
	in.View.Center = town.Point
	names := func() string {
		var out []string
		for _, it := range Overlay(in).Items {
			if x, ok := it.(Text); ok && x.Class == "town-name" {
				out = append(out, x.Text)
			}
		}
		return strings.Join(out, ", ")
	}
	if got := names(); got != "" {
		t.Errorf("without an event the picture's names are written again: %s", got)
	}
	in.Events = []Event{event(1, "Something happens", "", "2020-03-01", place(town.Name, timeline.At))}
	if got := names(); got != town.Name {
		t.Errorf("with an event at %s there is %q", town.Name, got)
	}
}

func TestCreditsOfPicturesAreAlwaysThereInFull(t *testing.T) {
	all := func(in Input) string {
		var out []string
		for _, it := range Overlay(in).Items {
			if x, ok := it.(Text); ok && x.Class == "credits" {
				if x.At[0] > in.View.Size[0] || x.At[1] > in.View.Size[1] {
					t.Errorf("%q stands off the page", x.Text)
				}
				out = append(out, x.Text)
			}
		}
		return strings.Join(out, " ")
	}
	for _, width := range []float64{120, 300, 800} {
		for _, on := range []bool{true, false} {
			in := pictured(true, orb.Bound{Max: orb.Point{800, 500}})
			in.View.Size[0], in.Furniture.Credits = width, on
			got := all(in)
			if !strings.Contains(got, in.Backdrop.Credits) {
				t.Errorf("width %v, credits %v: %q lacks what must be said", width, on, got)
			}
			if strings.Contains(got, "usual") != on && width > 200 {
				t.Errorf("width %v, credits %v: %q", width, on, got)
			}
		}
	}
	in := pictured(true, orb.Bound{})
	in.Backdrop.Images = nil
	if got := all(in); got != "The usual" {
		t.Errorf("without a picture the credits are %q", got)
	}
}

func TestScaleBarStandsAboveTheCredits(t *testing.T) {
	in := pictured(true, orb.Bound{Max: orb.Point{800, 500}})
	lowest, highest := 0.0, 500.0
	for _, it := range Overlay(in).Items {
		switch it := it.(type) {
		case Path:
			if it.Class == "scale" {
				lowest = max(lowest, it.Lines.Bound().Max[1])
			}
		case Text:
			if it.Class == "credits" {
				highest = min(highest, it.At[1]-it.Size)
			}
		}
	}
	if lowest == 0 || lowest > highest {
		t.Errorf("the scale bar ends at %v, the credits begin at %v", lowest, highest)
	}
}
