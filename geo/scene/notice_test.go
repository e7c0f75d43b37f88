package scene

import (
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"dateline/geo/gazetteer"
	"dateline/geo/geocode"
	"dateline/geo/proj"
)

func TestBanner(t *testing.T) {
	in := campaign()
	plain := Overlay(in)
	in.Banner = Banner{Text: "OFFICIAL – SENSITIVE", Hue: Green}
	s := Overlay(in)
	for _, id := range []string{"banner-top-text", "banner-bottom-text"} {
		if got := text(s, id); got != in.Banner.Text {
			t.Errorf("%s says %q", id, got)
		}
	}
	top, _ := find(s, "banner-top")
	title, _ := find(s, "title")
	was, _ := find(plain, "title")
	if title.Min[1] < top.Max[1] || was.Min[1] >= title.Min[1] {
		t.Errorf("the title begins at %v under a banner to %v, without one at %v", title.Min[1], top.Max[1], was.Min[1])
	}
	bottom, _ := find(s, "banner-bottom")
	for _, id := range []string{"credits", "scale-bar", "legend"} {
		if b, ok := find(s, id); ok && b.Max[1] > bottom.Min[1] {
			t.Errorf("%s reaches to %v into the banner at %v", id, b.Max[1], bottom.Min[1])
		}
	}
	for _, name := range StyleNames {
		in.Style, _ = StyleByName(name)
		for _, h := range hueOrder {
			in.Banner.Hue = h
			s := Overlay(in)
			ground, _ := paths(s, "banner-top")
			for _, it := range s.Items {
				if w, ok := it.(Text); ok && w.ID == "banner-top-text" && Contrast(w.Color, ground.Fill) < 3.5 {
					t.Errorf("%s: words on %s have a contrast of %.1f", name, h, Contrast(w.Color, ground.Fill))
				}
			}
		}
	}
}

func TestNotice(t *testing.T) {
	nowhere := event(1, "x", "", "2020", geocode.Location{Country: true, Place: gazetteer.Place{Country: "AA"}})
	for _, c := range []struct {
		name string
		edit func(*Input)
		want string
	}{
		{"events", func(*Input) {}, ""},
		{"none", func(in *Input) { in.Events = nil }, "No events were found"},
		{"none with a place", func(in *Input) { in.Events = []Event{nowhere} }, "No event has a place"},
		{"nothing is open", func(in *Input) { in.Events, in.Title, in.Subtitle = nil, "", "" }, ""},
		{"something drawn", func(in *Input) { in.Events, in.Routes = nil, []Route{{ID: "r"}} }, ""},
		{"switched off", func(in *Input) { in.Events, in.Furniture.Legend = nil, false }, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			in := campaign()
			c.edit(&in)
			got := text(Overlay(in), "notice-text")
			if c.want == "" && got != "" || !strings.Contains(got, c.want) {
				t.Errorf("the notice is %q, want %q", got, c.want)
			}
		})
	}
}

func TestNorthIsOffUnlessAsked(t *testing.T) {
	in := campaign()
	if _, ok := find(Overlay(in), "north-left"); ok {
		t.Error("there is an arrow")
	}
	in.Furniture.North = true
	s := Overlay(in)
	arrow, ok := find(s, "north-left")
	clock, _ := find(s, "clock")
	if !ok || arrow.Min[1] < clock.Max[1] {
		t.Errorf("arrow %v at %v, clock to %v", ok, arrow, clock.Max)
	}
}

func TestGraticule(t *testing.T) {
	in := campaign()
	if _, ok := find(Overlay(in), "graticule"); ok {
		t.Error("there is a graticule although it is off")
	}
	for _, c := range []struct {
		scale float64
		at    orb.Point
		label string
	}{
		{1200, orb.Point{0, 20}, "30° E"},
		{4000, orb.Point{178, 10}, "180°"},
		{20000, orb.Point{-70, -30}, "70° W"},
		{3e6, orb.Point{44.4, 33.3}, "33°20′ N"},
	} {
		in := Input{View: proj.New(proj.Mercator(), c.at, c.scale, orb.Point{1200, 800}), Furniture: Furniture{Graticule: true}}
		s := Overlay(in)
		p, ok := paths(s, "graticule")
		if !ok {
			t.Fatalf("%v: no graticule", c.scale)
		}
		if n := len(p.Lines); n < 4 || n > 40 {
			t.Errorf("%v: %d lines", c.scale, n)
		}
		var all []string
		for _, it := range s.Items {
			if w, ok := it.(Text); ok && w.Class == "graticule" {
				all = append(all, w.Text)
			}
		}
		if !strings.Contains(strings.Join(all, "|"), c.label) {
			t.Errorf("%v: the labels are %v, want %s among them", c.scale, all, c.label)
		}
	}
}

func TestDegrees(t *testing.T) {
	for _, c := range []struct {
		lat  bool
		deg  float64
		want string
	}{
		{true, 0, "0°"}, {true, 33.5, "33°30′ N"}, {true, -12, "12° S"}, {false, 190, "170° W"}, {false, -190, "170° E"},
		{false, 180, "180°"}, {false, -180, "180°"}, {false, 360, "0°"}, {false, 44 + 1.0/60, "44°01′ E"}, {true, 9.9999999, "10° N"},
	} {
		got := longitude(c.deg)
		if c.lat {
			got = latitude(c.deg)
		}
		if got != c.want {
			t.Errorf("%v is %q, want %q", c.deg, got, c.want)
		}
	}
}

func TestScaleUnits(t *testing.T) {
	for _, c := range []struct {
		units Units
		want  string
		also  string
	}{
		{Kilometres, " km", ""}, {Miles, " mi", ""}, {NauticalMiles, " NM", ""},
		{KilometresAndMiles, " km", " mi"}, {KilometresAndNautical, " km", " NM"},
	} {
		in := campaign()
		in.Furniture.Units = c.units
		s := Overlay(in)
		if got := text(s, "scale-label"); !strings.HasSuffix(got, c.want) {
			t.Errorf("%v: the bar says %q", c.units, got)
		}
		if got := text(s, "scale-also-label"); c.also == "" && got != "" || !strings.HasSuffix(got, c.also) {
			t.Errorf("%v: the other bar says %q", c.units, got)
		}
		bar, _ := find(s, "scale-bar")
		metres := metresOf(strings.NewReplacer(" mi", " km", " NM", " km").Replace(text(s, "scale-label")))
		metres *= map[Units]float64{Miles: 1.609344, NauticalMiles: 1.852}[c.units] + map[bool]float64{true: 1}[c.units != Miles && c.units != NauticalMiles]
		if got := (bar.Max[0] - bar.Min[0]) * in.View.MetresPerPixel(); got < 0.999*metres || got > 1.001*metres {
			t.Errorf("%v: the bar is %.0f m long, and says %.0f", c.units, got, metres)
		}
	}
	v := proj.New(proj.Mercator(), orb.Point{44, 33}, 3e7, orb.Point{1200, 800})
	if got := text(Overlay(Input{View: v, Furniture: Furniture{Scale: true, Units: Miles}}), "scale-label"); !strings.HasSuffix(got, " ft") {
		t.Errorf("a short bar says %q", got)
	}
}
