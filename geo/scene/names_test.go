package scene

import (
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"dateline/geo/gazetteer"
	"dateline/geo/proj"
)

func TestTownName(t *testing.T) {
	for _, c := range []struct{ name, country, want string }{
		{"Sāmarrā’", "IQ", "Samarra"}, {"Al Ḩillah", "IQ", "Al Hillah"}, {"Ţūz Khūrmātū", "IQ", "Tuz Khurmatu"},
		{"Rīga", "LV", "Rīga"}, {"Malmö", "SE", "Malmö"}, {"Şanlıurfa", "TR", "Şanlıurfa"}, {"Bogotá", "CO", "Bogotá"},
		{"Kharkiv", "UA", "Kharkiv"}, {"Slov’yans’k", "UA", "Slovyansk"},
	} {
		if got := townName(gazetteer.Place{Name: c.name, Country: c.country}); got != c.want {
			t.Errorf("townName(%q, %s) = %q, want %q", c.name, c.country, got, c.want)
		}
	}
}

func TestSays(t *testing.T) {
	for _, c := range []struct {
		title, name string
		want        bool
	}{
		{"Attempt on Samarra", "Sāmarrā’", true}, {"Tikrit taken", "Tikrīt", true},
		{"Portugal votes", "Port", false}, {"Fighting near the port", "Port", true}, {"", "Port", false},
	} {
		if got := says(c.title, c.name); got != c.want {
			t.Errorf("says(%q, %q) = %v", c.title, c.name, got)
		}
	}
}

// quietIsland is the campaign without events: names alone.
func quietIsland() Input {
	in := campaign()
	in.Events, in.Advances, in.Selected = nil, nil, ""
	return in
}

func TestNamesOfTheBaseMap(t *testing.T) {
	in := quietIsland()
	s := Overlay(in)
	for class, want := range map[string][]string{
		"country-name":  {"ALAND", "BLAND"},
		"division-name": {"SOUTH", "NORTH"},
		"water-name":    {"Long River", "Mere"},
		"town-name":     {"Capital", "Port", "Ford", "Mill", "Inn"},
	} {
		got := written(s, class)
		for _, w := range want {
			if !strings.Contains(got, w) {
				t.Errorf("%s: %q lacks %q", class, got, w)
			}
		}
	}
	if got := written(s, "town-name"); strings.Contains(got, "Hut") {
		t.Errorf("a hamlet beside cities: %q", got)
	}
}

func TestATitledTownHasNoNameTwice(t *testing.T) {
	in := campaign()
	s := Overlay(in)
	if got := written(s, "town-name"); strings.Contains(got, "Mill") {
		t.Errorf("towns %q though a title says Mill", got)
	}
	in.Events[3].Title = "A village lost"
	if got := written(Overlay(in), "town-name"); !strings.Contains(got, "Mill") {
		t.Errorf("towns %q though no title says Mill", got)
	}
}

func TestSmallMapsHaveNoDivisions(t *testing.T) {
	in := quietIsland()
	in.View = proj.New(proj.Mercator(), orb.Point{5, 5}, 3000, orb.Point{800, 600})
	if got := written(Overlay(in), "division-name"); got != "" {
		t.Errorf("divisions %q", got)
	}
	if _, ok := find(Base(in), "division"); ok {
		t.Error("division lines on a small map")
	}
}

func TestJoined(t *testing.T) {
	for _, c := range []struct {
		name string
		in   orb.MultiLineString
		want int
	}{
		{"end to start", orb.MultiLineString{{{0, 0}, {5, 0}}, {{5, 0}, {9, 0}}}, 1},
		{"start to start", orb.MultiLineString{{{5, 0}, {0, 0}}, {{5, 0}, {9, 0}}}, 1},
		{"end to end", orb.MultiLineString{{{0, 0}, {5, 0}}, {{9, 0}, {5, 0}}}, 1},
		{"the middle one last", orb.MultiLineString{{{0, 0}, {5, 0}}, {{9, 0}, {12, 0}}, {{5, 0}, {9, 0}}}, 1},
		{"apart", orb.MultiLineString{{{0, 0}, {5, 0}}, {{20, 0}, {30, 0}}}, 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := joined(c.in)
			if len(got) != c.want {
				t.Fatalf("%d lines: %v", len(got), got)
			}
			long, sum := 0.0, 0.0
			for _, l := range got {
				long += pathLength(l)
			}
			for _, l := range c.in {
				sum += pathLength(l)
			}
			if long != sum {
				t.Errorf("length %v, want %v", long, sum)
			}
		})
	}
}

func TestRiverNamesReadFromTheLeft(t *testing.T) {
	in := quietIsland()
	for _, it := range Overlay(in).Items {
		if w, ok := it.(Text); ok && w.Along != nil {
			if w.Along[0][0] > w.Along[len(w.Along)-1][0] {
				t.Errorf("%q runs to the left", w.Text)
			}
			if need := (roughly{}).Width(w.Text, w.Font, w.Size); pathLength(w.Along) < need {
				t.Errorf("%q needs %v, its line is %v long", w.Text, need, pathLength(w.Along))
			}
		}
	}
}
