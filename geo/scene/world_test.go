package scene

import (
	"fmt"
	"math"
	"testing"

	"github.com/paulmach/orb"

	"dateline/geo/geocode"
	"dateline/geo/proj"
	"dateline/timeline"
)

// at is a location at a point, known to a radius.
func at(lon, lat, km float64) geocode.Location {
	return geocode.Location{Name: fmt.Sprintf("%v %v", lon, lat), Role: timeline.At, Point: orb.Point{lon, lat}, RadiusKM: km}
}

// markOf is where the mark of an event stands.
func markOf(s Scene, id timeline.ID) (orb.Point, bool) {
	for _, h := range s.Hits {
		if h.Ring == nil && h.Event == id {
			return h.Center, true
		}
	}
	return orb.Point{}, false
}

func TestMarksOnBothSidesOfTheDateLine(t *testing.T) {
	for _, centre := range []float64{180, -180, 179, -179.5, 540} {
		for _, p := range []proj.Projection{proj.Mercator(), proj.PlateCarree()} {
			t.Run(fmt.Sprintf("%s about %v", p.Name(), centre), func(t *testing.T) {
				in := Input{View: proj.New(p, orb.Point{centre, -17}, 36000, orb.Point{800, 600})}
				in.Events = []Event{
					event(1, "West of it", "Reds", "2020-03-01", at(179, -17, 0)),
					event(2, "East of it", "Reds", "2020-03-02", at(-179, -17, 0)),
					event(3, "Far from it", "Reds", "2020-03-02", at(0, -17, 0)),
				}
				s := Overlay(in)
				west, ok := markOf(s, "e1")
				east, ok2 := markOf(s, "e2")
				if !ok || !ok2 {
					t.Fatal("a mark is missing")
				}
				if d := east[0] - west[0]; math.Abs(d-200) > 2 || math.Abs(east[1]-west[1]) > 2 {
					t.Errorf("two degrees apart they stand at %v and %v", west, east)
				}
				if p, ok := markOf(s, "e3"); ok {
					t.Errorf("a mark from the other side of the world stands at %v", p)
				}
			})
		}
	}
}

func TestAdvanceOverTheDateLineIsNotTorn(t *testing.T) {
	for _, centre := range []float64{180, -180, 179.2, -179.2} {
		in := Input{View: proj.New(proj.Mercator(), orb.Point{centre, 10}, 36000, orb.Point{800, 600})}
		in.Events = []Event{
			event(1, "Start", "Reds", "2020-03-01", at(178.5, 10, 0)),
			event(2, "End", "Reds", "2020-03-02", at(-178.5, 11, 0)),
		}
		stop := func(i int) timeline.Stop {
			return timeline.Stop{Event: in.Events[i].ID, Place: timeline.Place{Mention: timeline.Mention{Name: in.Events[i].At[0].Name}}}
		}
		in.Advances = []timeline.Axis{{By: "Reds", Stops: []timeline.Stop{stop(0), stop(1)}}}
		b, ok := find(Overlay(in), "advance-1")
		if w := b.Max[0] - b.Min[0]; !ok || w < 200 || w > 320 || b.Max[1]-b.Min[1] > 200 {
			t.Errorf("about %v an advance of three degrees covers %v", centre, b)
		}
	}
}

func TestRadiusOverTheDateLineIsOneCircle(t *testing.T) {
	for _, lon := range []float64{179.9, -179.9, 180, -180} {
		for _, centre := range []float64{180, -180} {
			in := Input{View: proj.New(proj.Mercator(), orb.Point{centre, 0}, 36000, orb.Point{800, 600})}
			in.Events = []Event{event(1, "Quake", "", "2020-03-01", at(lon, 0, 100))}
			b, ok := find(Overlay(in), "radius-e1")
			if w, h := b.Max[0]-b.Min[0], b.Max[1]-b.Min[1]; !ok || math.Abs(w-h) > 0.02*w || w < 170 || w > 190 {
				t.Errorf("at %v seen from %v, 100 km cover %v", lon, centre, b)
			}
		}
	}
}

func TestEventsAtThePoles(t *testing.T) {
	for _, c := range []struct {
		name   string
		proj   proj.Projection
		lat    float64
		centre float64
		shown  bool
	}{
		{"the north pole is not on Mercator's map", proj.Mercator(), 90, 80, false},
		{"nor the south pole", proj.Mercator(), -90, -80, false},
		{"nearly as far as it goes", proj.Mercator(), 84.9, 84, true},
		{"on a flat map the pole is a line", proj.PlateCarree(), 89.9, 88, true},
		{"and so is the other", proj.PlateCarree(), -89.9, -88, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			in := Input{View: proj.New(c.proj, orb.Point{10, c.centre}, 9000, orb.Point{900, 700}), Furniture: AllFurniture()}
			in.Events = []Event{event(1, "A flag is planted", "", "2020-03-01", at(10, c.lat, 300))}
			in.Selected = "e1"
			s := Build(in)
			if _, ok := markOf(s, "e1"); ok != c.shown {
				t.Errorf("a mark: %v, want %v", ok, c.shown)
			}
			if got := written(s, "unplaced") != ""; got == c.shown {
				t.Errorf("counted as outside: %v", got)
			}
			for _, it := range s.Items {
				p, ok := it.(Path)
				for _, l := range p.Lines {
					for _, q := range l {
						if ok && (math.IsNaN(q[0]+q[1]) || math.Abs(q[0])+math.Abs(q[1]) > 1e6) {
							t.Fatalf("%s goes to %v", p.ID, q)
						}
					}
				}
			}
		})
	}
}

func TestAwayGoesTheWholeWay(t *testing.T) {
	for _, c := range []struct {
		from        orb.Point
		km, bearing float64
		want        orb.Point
	}{
		{orb.Point{0, 0}, 111.195, 0, orb.Point{0, 1}},
		{orb.Point{0, 0}, 111.195, 90, orb.Point{1, 0}},
		{orb.Point{44, 33}, 111.195, 180, orb.Point{44, 32}},
		{orb.Point{0, 0}, 111.195, 270, orb.Point{-1, 0}},
		{orb.Point{0, 60}, 0, 45, orb.Point{0, 60}},
		{orb.Point{0, 89}, 222.39, 0, orb.Point{180, 89}}, // over the pole
		{orb.Point{179.5, 0}, 111.195, 90, orb.Point{180.5, 0}},
	} {
		got := away(c.from, c.km, c.bearing)
		if math.Abs(math.Remainder(got[0]-c.want[0], 360)) > 1e-3 || math.Abs(got[1]-c.want[1]) > 1e-3 {
			t.Errorf("%v km at %v° from %v is %v, want %v", c.km, c.bearing, c.from, got, c.want)
		}
	}
}

func TestSameDumpInTwentyRuns(t *testing.T) {
	for _, c := range []struct {
		name string
		edit func(*Input)
	}{
		{"many parties", func(in *Input) {
			in.Sides = nil
			for i := range in.Events {
				in.Events[i].Side = string(rune('A' + i))
			}
		}},
		{"a hidden set of countries", func(in *Input) {
			for i := range in.Events {
				for k := range in.Events[i].At {
					in.Events[i].At[k].Place.Country = []string{"BB", "AA", "CC"}[i%3]
				}
			}
		}},
		{"over the date line", func(in *Input) { in.View.Center[0] = 180 }},
		{"a window", func(in *Input) {
			in.Mode, in.From, in.To = Window, moment("2020-03-02 00:00"), moment("2020-03-05 00:00")
		}},
		{"an export", func(in *Input) { in.View = in.View.Resize(orb.Point{1920, 1080}); in.Unit = UnitFor(in.View.Size) }},
	} {
		t.Run(c.name, func(t *testing.T) {
			draw := func() string {
				in := campaign()
				c.edit(&in)
				return Build(in).Dump()
			}
			want := draw()
			for i := range 20 {
				if got := draw(); got != want {
					t.Fatalf("run %d differs", i+1)
				}
			}
		})
	}
}
