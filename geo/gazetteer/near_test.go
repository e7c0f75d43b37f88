package gazetteer_test

import (
	"slices"
	"testing"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"

	"dateline/geo/gazetteer"
)

func names(ps []gazetteer.Place) []string {
	out := make([]string, len(ps))
	for i, p := range ps {
		out[i] = p.Name
	}
	return out
}

func TestNear(t *testing.T) {
	g := open(t)
	ps := g.Near(orb.Point{44.937, 33.979}, 80, 0)
	if len(ps) < 5 || ps[0].Name != "Al Miqdādīyah" {
		t.Fatalf("near Muqdadiya: %v", names(ps))
	}
	for _, want := range []string{"Saadiya", "Jalawla", "Khānaqīn"} {
		if !slices.Contains(names(ps), want) {
			t.Errorf("near Muqdadiya: no %s in %v", want, names(ps))
		}
	}
	last := 0.0
	for _, p := range ps {
		km := kmBetween(p.Point, 33.979, 44.937)
		if km > 80 || km < last {
			t.Errorf("%s at %.1f km after %.1f", p.Name, km, last)
		}
		last = km
	}
	if few := g.Near(orb.Point{44.937, 33.979}, 80, 3); !slices.Equal(names(few), names(ps[:3])) {
		t.Errorf("the nearest 3 of %v are %v", names(ps), names(few))
	}
	for _, km := range []float64{0, -1} {
		if ps := g.Near(orb.Point{-40, -40}, km, 0); len(ps) != 0 {
			t.Errorf("within %v km of nowhere: %v", km, names(ps))
		}
	}
}

func TestNearAcrossDateLine(t *testing.T) {
	g := open(t)
	for _, p := range []orb.Point{{179.99, -16.8}, {-179.99, -16.8}, {180, -16.8}, {-180, -16.8}} {
		ps := g.Near(p, 900, 0)
		east, west := false, false
		for _, q := range ps {
			east, west = east || q.Point[0] < 0, west || q.Point[0] > 0
		}
		if !east || !west {
			t.Errorf("near %v, where islands are on both sides of the date line: %v", p, names(ps))
		}
	}
}

func TestNearPole(t *testing.T) {
	g := open(t)
	ps := g.Near(orb.Point{0, 89.9}, 1400, 0)
	if !slices.Contains(names(ps), "Longyearbyen") {
		t.Errorf("within 1,400 km of the pole: %v", names(ps))
	}
}

func TestWithin(t *testing.T) {
	g := open(t)
	iraq := orb.Bound{Min: orb.Point{38.8, 29}, Max: orb.Point{48.6, 37.4}}
	ps := g.Within(iraq, 8)
	if len(ps) != 8 || ps[0].Name != "Baghdad" || ps[1].Name != "Mosul" {
		t.Errorf("in and around Iraq: %v", names(ps))
	}
	all := g.Within(iraq, 0)
	if len(all) < 300 || !slices.Equal(names(all[:8]), names(ps)) {
		t.Errorf("%d places in all, the first %v", len(all), names(all[:8]))
	}
	for i, p := range all {
		if !iraq.Contains(p.Point) || i > 0 && p.Population > all[i-1].Population {
			t.Fatalf("%s at %v after %v", p.Name, p.Point, all[i-1])
		}
	}
	if ps := g.Within(orb.Bound{Min: orb.Point{10, 10}, Max: orb.Point{5, 5}}, 3); len(ps) != 0 {
		t.Errorf("inside an empty bound: %v", names(ps))
	}
}

func TestWithinAcrossDateLine(t *testing.T) {
	g := open(t)
	a := g.Within(orb.Bound{Min: orb.Point{177, -19}, Max: orb.Point{189, -13}}, 0)
	b := g.Within(orb.Bound{Min: orb.Point{-183, -19}, Max: orb.Point{-171, -13}}, 0)
	if len(a) < 10 || !slices.Contains(names(a), "Suva") || !slices.Contains(names(a), "Apia") || !slices.Equal(names(a), names(b)) {
		t.Errorf("Fiji from the west %v, from the east %v", names(a), names(b))
	}
	world := g.Within(orb.Bound{Min: orb.Point{-540, -90}, Max: orb.Point{540, 90}}, 5)
	if len(world) != 5 || world[0].Population < 15_000_000 {
		t.Errorf("the world three times over: %v", names(world))
	}
}

// The limited answer is always the head of the whole one.
func TestWithinLimit(t *testing.T) {
	g := open(t)
	rapid.Check(t, func(t *rapid.T) {
		lon, lat := rapid.Float64Range(-200, 200).Draw(t, "lon"), rapid.Float64Range(-90, 85).Draw(t, "lat")
		w, h := rapid.Float64Range(0, 12).Draw(t, "w"), rapid.Float64Range(0, 8).Draw(t, "h")
		limit := rapid.IntRange(1, 30).Draw(t, "limit")
		b := orb.Bound{Min: orb.Point{lon, lat}, Max: orb.Point{lon + w, lat + h}}
		all, few := g.Within(b, 0), g.Within(b, limit)
		if want := all[:min(limit, len(all))]; !slices.Equal(names(want), names(few)) {
			t.Fatalf("%v: %v, want %v", b, names(few), names(want))
		}
	})
}

func BenchmarkWithinRegion(b *testing.B) {
	g := open(b)
	bound := orb.Bound{Min: orb.Point{38.8, 29}, Max: orb.Point{48.6, 37.4}}
	for b.Loop() {
		g.Within(bound, 60)
	}
}

func BenchmarkWithinWorld(b *testing.B) {
	g := open(b)
	for b.Loop() {
		g.Within(orb.Bound{Min: orb.Point{-180, -90}, Max: orb.Point{180, 90}}, 60)
	}
}

func BenchmarkNear(b *testing.B) {
	g := open(b)
	for b.Loop() {
		g.Near(orb.Point{44.4, 33.3}, 50, 10)
	}
}
