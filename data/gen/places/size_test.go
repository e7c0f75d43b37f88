package main

import (
	"testing"

	"github.com/paulmach/orb"

	"dateline/geo/gazetteer"
)

// placed is a town of a feature with people and that many names.
func placed(name, feature string, lon, lat float64, people int64, names int) town {
	t := town{feature: feature, Place: gazetteer.Place{Name: name, Country: "XX", Point: orb.Point{lon, lat}, Population: people}}
	for i := range names {
		t.alternates = append(t.alternates, "Name"+string(rune('a'+i)))
	}
	return t
}

func TestTrustSizes(t *testing.T) {
	square := orb.Polygon{{{19.9, 0}, {20.1, 0}, {20.1, 0.2}, {19.9, 0.2}, {19.9, 0}}}
	in := &input{
		urban: []urbanArea{{bound: square.Bound(), shape: square, people: 900_000}},
		towns: []town{
			placed("Capital", "PPLA", 10, 0, 600_000, 20),
			placed("Copy", "PPL", 10.1, 0, 700_000, 2),       // as large as the capital beside it
			placed("Known", "PPL", 10.1, 0.05, 700_000, 15),  // as large, and as known
			placed("Village", "PPL", 10, 0.1, 90_000, 1),     // too small to be checked
			placed("Part", "PPLX", 10, 0.05, 600_000, 1),     // a part as large as the whole
			placed("Satellite", "PPL", 10, 0.12, 300_000, 3), // large, but smaller
			placed("Province", "PPL", 15, 5, 1_200_000, 1),   // where there is no city
			placed("City", "PPL", 20, 0.1, 1_200_000, 1),     // in an urban area
			placed("Seat", "PPLA2", 16, 5, 1_200_000, 0),     // governs
		},
	}
	in.trustSizes()
	for _, town := range in.towns {
		want := town.Name != "Copy" && town.Name != "Part" && town.Name != "Province"
		if got := town.Population > 0; got != want {
			t.Errorf("%s: its population is trusted: %v", town.Name, got)
		}
	}
}

func TestReach(t *testing.T) {
	var towns []town
	for i := range 10 {
		towns = append(towns, at(float64(i)*0.1, 0, 1000))
	}
	if got := reach(orb.Point{0, 0}, towns); got < 95 || got > 105 { // the ninth lies 89 km away
		t.Errorf("reach %v", got)
	}
	if got := reach(orb.Point{0, 0}, towns[:1]); got != 10 {
		t.Errorf("one town: %v", got)
	}
	if got := reach(orb.Point{0, 0}, nil); got != 0 {
		t.Errorf("no town: %v", got)
	}
}

func TestKnown(t *testing.T) {
	x := town{Place: gazetteer.Place{Name: "Ábad"}, alternates: []string{"Abad", "ABD", "abado", "Abadi", "آباد", "Abadi"}}
	if got := known(x); got != 2 {
		t.Errorf("%d names, want 2", got)
	}
}
