package basemap

import (
	"slices"
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"dateline/data/world"
	"dateline/geo/scene"
)

func TestReadSeas(t *testing.T) {
	for _, c := range []struct {
		name, table, want string // want: part of the error, "" for none
		n                 int
	}{
		{"the table that ships", world.Seas(), "", strings.Count(world.Seas(), "\n") - strings.Count(world.Seas(), "#")},
		{"nothing", "", "", 0},
		{"a box", "1 Inner Sea: 0 0, 2 1\n", "", 1},
		{"corners", "# a remark\n\n2 Long Bay: 0 0, 2 0, 1 3", "", 1},
		{"no corners", "1 Inner Sea", "line 1: it is not a rank", 0},
		{"no name", "1: 0 0, 1 1", "it is not a rank", 0},
		{"no rank", "Inner Sea: 0 0, 1 1", "the rank \"Inner\" is not 0 to 3", 0},
		{"a rank beyond", "\n4 Sea: 0 0, 1 1", "line 2: the rank \"4\"", 0},
		{"one corner", "1 Sea: 0 0", "one corner is not enough", 0},
		{"half a corner", "1 Sea: 0 0, 5", "the corner \" 5\"", 0},
		{"no number", "1 Sea: 0 x, 5 5", "no latitude \"x\"", 0},
		{"not a number", "1 Sea: NaN 0, 5 5", "no longitude \"NaN\"", 0},
		{"beyond the pole", "1 Sea: 0 91, 5 5", "no latitude \"91\"", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := readSeas(c.table)
			switch {
			case c.want == "" && err != nil:
				t.Fatal(err)
			case c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)):
				t.Fatalf("error %v, want one with %q", err, c.want)
			}
			if len(got) != c.n {
				t.Errorf("%d seas, want %d", len(got), c.n)
			}
			for _, s := range got {
				if len(s.room) < 4 || !s.room.Closed() {
					t.Errorf("%s has the room %v", s.name, s.room)
				}
			}
		})
	}
}

// TestSeasAreWater: the middle of the room of a sea, or most of it, is no land.
func TestSeasAreWater(t *testing.T) {
	m, err := Open(nil)
	if err != nil {
		t.Fatal(err)
	}
	all, err := m.seas()
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range all {
		b := s.room.Bound()
		wet, n := 0, 0
		for i := range 12 {
			for k := range 12 {
				p := orb.Point{b.Min[0] + (b.Max[0]-b.Min[0])*(float64(i)+0.5)/12, b.Min[1] + (b.Max[1]-b.Min[1])*(float64(k)+0.5)/12}
				if !inRing(s.room, p) {
					continue
				}
				if n++; m.Containing(p) == "" {
					wet++
				}
			}
		}
		if s.rank < 3 && float64(wet) < 0.6*float64(n) {
			t.Errorf("%s: %d of %d points are water", s.name, wet, n)
		} else if wet == 0 {
			t.Errorf("%s: no point of %d is water", s.name, n)
		}
	}
}

func TestSeasIn(t *testing.T) {
	all, err := readSeas("3 Strait: 4 4, 5 5\n1 Line Sea: 175 0, 185 10\n0 Ocean: -30 -10, -10 10\n")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name   string
		window orb.Bound
		want   string
	}{
		{"all the world, the largest first", orb.Bound{Min: orb.Point{-180, -90}, Max: orb.Point{180, 90}}, "Ocean,Line Sea,Strait"},
		{"a window", orb.Bound{Min: orb.Point{0, 0}, Max: orb.Point{10, 10}}, "Strait"},
		{"east of the date line, seen from the east", orb.Bound{Min: orb.Point{-180, 0}, Max: orb.Point{-170, 10}}, "Line Sea"},
		{"beyond 180 degrees", orb.Bound{Min: orb.Point{325, 0}, Max: orb.Point{345, 5}}, "Ocean"},
		{"dry land", orb.Bound{Min: orb.Point{50, 50}, Max: orb.Point{60, 60}}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			var names []string
			for _, f := range seasIn(all, c.window) {
				names = append(names, f.Name)
				if !f.Geometry.(orb.MultiPolygon).Bound().Intersects(c.window) {
					t.Errorf("%s lies at %v", f.Name, f.Bound)
				}
			}
			if got := strings.Join(names, ","); got != c.want {
				t.Errorf("seas %s, want %s", got, c.want)
			}
		})
	}
	m, err := Open(nil)
	if err != nil {
		t.Fatal(err)
	}
	fs := m.Features(scene.Seas, 2000, orb.Bound{Min: orb.Point{28, 41}, Max: orb.Point{41, 46}})
	if !slices.ContainsFunc(fs, func(f scene.Feature) bool { return f.Name == "Black Sea" }) {
		t.Errorf("seas about the Black Sea: %v", fs)
	}
}

func FuzzReadSeas(f *testing.F) {
	f.Add(world.Seas())
	f.Add("1 Sea: 0 0, 1 1")
	f.Add("1 Sea: 0 0, 1 1, 2 2,")
	f.Fuzz(func(t *testing.T, table string) {
		all, err := readSeas(table)
		if err != nil {
			return
		}
		for _, s := range all {
			if s.name == "" || s.rank < 0 || s.rank > 3 || len(s.room) < 4 {
				t.Errorf("%+v", s)
			}
		}
	})
}
