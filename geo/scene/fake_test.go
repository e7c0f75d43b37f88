package scene

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"

	"dateline/geo/gazetteer"
	"dateline/geo/geocode"
	"dateline/geo/proj"
	"dateline/timeline"
	"dateline/timeline/edtf"
)

var update = flag.Bool("update", false, "write the golden files anew")

// golden compares a text with a file of testdata.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name+".txt")
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), got); d != "" {
		t.Errorf("%s differs (-want +got); run with -update if that is meant:\n%s", path, d)
	}
}

// island is a small invented world: the land of Aland, 10° by 10°, with two
// divisions, a lake and a river, and its neighbour Bland to the east.
type island struct{}

func square(w, s, e, n float64) orb.Polygon {
	return orb.Polygon{orb.Ring{{w, s}, {e, s}, {e, n}, {w, n}, {w, s}}}
}

func polys(ps ...orb.Polygon) orb.MultiPolygon { return ps }

func feature(g orb.Geometry, name, key string) Feature {
	return Feature{Geometry: g, Bound: g.Bound(), Name: name, Key: gazetteer.AreaKey(key)}
}

func (island) Features(layer Layer, _ float64, within orb.Bound) []Feature {
	var fs []Feature
	switch layer {
	case Land:
		fs = []Feature{feature(polys(square(0, 0, 20, 10)), "", "")}
	case Coasts:
		fs = []Feature{feature(orb.MultiLineString{orb.LineString(square(0, 0, 20, 10)[0])}, "", "")}
	case Countries:
		fs = []Feature{feature(polys(square(0, 0, 10, 10)), "Aland", "AA"), feature(polys(square(10, 0, 20, 10)), "Bland", "BB")}
	case Divisions:
		fs = []Feature{feature(polys(square(0, 0, 10, 5)), "South", "AA.01"), feature(polys(square(0, 5, 10, 10)), "North", "AA.02")}
	case Borders:
		fs = []Feature{feature(orb.MultiLineString{{{10, 0}, {10, 10}}}, "", "")}
	case DivisionLines:
		fs = []Feature{feature(orb.MultiLineString{{{0, 5}, {10, 5}}}, "", "")}
	case Rivers:
		fs = []Feature{feature(orb.MultiLineString{{{1, 9}, {4, 8.5}, {8, 9}, {12, 8.8}}}, "Long River", "")}
	case Lakes:
		fs = []Feature{feature(polys(square(6, 1, 9, 2.5)), "Mere", "")}
	}
	var out []Feature
	for _, f := range fs {
		if f.Bound.Intersects(within) {
			out = append(out, f)
		}
	}
	return out
}

func (l island) Area(key gazetteer.AreaKey, scale float64) orb.MultiPolygon {
	for _, layer := range []Layer{Countries, Divisions} {
		for _, f := range l.Features(layer, scale, orb.Bound{Min: orb.Point{-180, -90}, Max: orb.Point{180, 90}}) {
			if f.Key == key {
				return polygonsOf(f.Geometry)
			}
		}
	}
	return nil
}

var islandTowns = []gazetteer.Place{
	{GeonameID: 1, Name: "Capital", Point: orb.Point{5, 4}, Country: "AA", Population: 2_000_000, Capital: true},
	{GeonameID: 2, Name: "Port", Point: orb.Point{1, 1}, Country: "AA", Population: 500_000},
	{GeonameID: 3, Name: "Ford", Point: orb.Point{3, 7}, Country: "AA", Population: 300_000},
	{GeonameID: 4, Name: "Mill", Point: orb.Point{8, 6}, Country: "AA", Population: 200_000},
	{GeonameID: 5, Name: "Inn", Point: orb.Point{8, 3.5}, Country: "AA", Population: 100_000},
	{GeonameID: 6, Name: "Hut", Point: orb.Point{6, 8}, Country: "AA", Population: 90},
	{GeonameID: 7, Name: "Far", Point: orb.Point{15, 5}, Country: "BB", Population: 800_000},
}

func (island) Towns(within orb.Bound, limit int) []gazetteer.Place {
	var out []gazetteer.Place
	for _, p := range islandTowns {
		if within.Contains(p.Point) && len(out) < limit {
			out = append(out, p)
		}
	}
	return out
}

// place is a town of the island as a location.
func place(name string, role timeline.Role) geocode.Location {
	for _, p := range islandTowns {
		if p.Name == name {
			return geocode.Location{Name: name, Role: role, Place: p, Point: p.Point}
		}
	}
	panic("no town " + name)
}

func region(name, key string) geocode.Location {
	return geocode.Location{Name: name, Role: timeline.To, Area: gazetteer.AreaKey(key), Place: gazetteer.Place{Name: name, Country: "AA"}, Point: orb.Point{5, 5}}
}

func on(s string) timeline.When {
	return timeline.NewWhen(edtf.MustParse(s), "that day", timeline.Span{})
}

func event(n int, title, side, when string, at ...geocode.Location) Event {
	e := Event{Number: n, Placed: geocode.Placed{At: at}}
	e.ID, e.Title, e.Side, e.When = timeline.ID(fmt.Sprintf("e%d", n)), title, side, on(when)
	e.Status = timeline.Proposed
	return e
}

func moment(s string) time.Time {
	t, err := time.Parse("2006-01-02 15:04", s)
	if err != nil {
		panic(err)
	}
	return t
}

// campaign is an input with a bit of everything, on the island.
func campaign() Input {
	st, _ := StyleByName("light")
	fled := event(6, "Thousands flee", "", "2020-03-05", place("Port", timeline.From), place("Capital", timeline.From))
	claimed := event(4, "Mill said to have fallen", "Reds", "2020-03-04~", place("Mill", timeline.At))
	claimed.Claims = []timeline.Claim{{By: "a spokesman", Stance: timeline.Claims}}
	disputed := event(5, "Blues in the north", "Blues", "../2020-03-05", region("North", "AA.02"))
	disputed.Claims = []timeline.Claim{{Stance: timeline.Claims}, {Stance: timeline.Denies}}
	near := event(3, "Fighting near the capital", "Reds", "2020-03-04", place("Capital", timeline.Near))
	near.At[0].RadiusKM = 40
	raid := event(7, "Raid on the inn", "Blues", "2020-03-05", place("Inn", timeline.At))
	raid.Modality = timeline.Attempt
	raid.Movement = &timeline.Movement{Direction: "west"}
	nowhere := event(8, "Bland protests", "", "2020-03-05", geocode.Location{Name: "Bland", Country: true, Place: gazetteer.Place{Country: "BB"}})
	stop := func(id, name string) timeline.Stop {
		return timeline.Stop{Event: timeline.ID(id), Place: timeline.Place{Mention: timeline.Mention{Name: name}}}
	}
	return Input{
		View:  proj.New(proj.Mercator(), orb.Point{5.5, 5}, 24000, orb.Point{800, 600}).Fit(orb.Bound{Min: orb.Point{-1, -1}, Max: orb.Point{13, 11}}, 0),
		Style: st, Layers: island{},
		Events: []Event{
			event(1, "Port taken", "Reds", "2020-03-01", place("Port", timeline.At)),
			event(2, "Ford taken", "Reds", "2020-03-02/2020-03-03", place("Ford", timeline.At)),
			near, claimed, disputed, fled, raid, nowhere,
		},
		Advances: []timeline.Axis{{By: "Reds", Stops: []timeline.Stop{stop("e1", "Port"), stop("e2", "Ford"), stop("e3", "Capital")},
			Toward: []timeline.Place{{Mention: timeline.Mention{Name: "Inn"}}}}},
		Sides: []Side{{Name: "Reds", Label: "The Reds", Hue: Red, Shape: Circle}, {Name: "Blues", Label: "The Blues", Hue: Blue, Shape: Square}},
		Now:   moment("2020-03-06 00:00"), Selected: "e3",
		Title: "The Reds reach the capital", Subtitle: "Aland, 1–5 March 2020", AsOf: "as of 5 March 2020", Credits: "Invented data",
		Furniture: AllFurniture(),
	}
}
