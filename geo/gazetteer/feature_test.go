package gazetteer_test

import (
	"fmt"
	"testing"

	"dateline/geo/gazetteer"
)

// first is what a name means first.
func first(t *testing.T, g *gazetteer.Gazetteer, name string) gazetteer.Place {
	t.Helper()
	ms := g.Lookup(name)
	if len(ms) == 0 {
		t.Fatalf("%s: not found", name)
	}
	return ms[0].Place
}

func TestNaturalFeatures(t *testing.T) {
	g := open(t)
	for name, where := range map[string][2]float64{
		"Euphrates": {34, 42}, "Tigris": {34, 44}, "Second Thomas Shoal": {9.7, 115.9}, "Vanua Levu": {-16.6, 179.2}, "Strait of Hormuz": {26.6, 56.3},
		"Lake Chad": {13, 14.4}, "Mount Ararat": {39.7, 44.3}, "Scarborough Shoal": {15.2, 117.8}, "Hindu Kush": {35.5, 70.5},
		"Kerch Strait": {45.3, 36.5}, "Potomac River": {39, -77.7}, "Bay of Biscay": {45, -5}, "Jebel Marra": {13, 24.3},
	} {
		p := first(t, g, name)
		if !p.Natural || p.RadiusKM <= 0 || kmBetween(p.Point, where[0], where[1]) > 200 {
			t.Errorf("%s: %+v", name, p)
		}
	}
	// A country, division or town comes before the river of its name.
	for _, name := range []string{"Ohio", "Niger", "Jordan", "Missouri", "Orange", "Paraguay"} {
		if p := first(t, g, name); p.Natural {
			t.Errorf("%s: %+v", name, p)
		}
	}
	// What is small is drawn, what is large stands as a country does.
	if p := first(t, g, "Strait of Hormuz"); p.Level != gazetteer.District {
		t.Errorf("%+v", p)
	}
	if p := first(t, g, "Euphrates River"); p.Level != gazetteer.Country || p.Area != "" {
		t.Errorf("%+v", p)
	}
}

func TestSpots(t *testing.T) {
	g := open(t)
	for name, country := range map[string]string{
		"Bagram Air Base": "AF", "Palma": "MZ", "Harpers Ferry": "US", "Barentsburg": "SJ", "Ny-Ålesund": "SJ", "Ny Alesund": "SJ",
		"Al Udeid": "QA", "McMurdo Station": "AQ", "Camp Lemonnier": "DJ", "Kakhovka Dam": "UA", "White House": "US",
	} {
		if _, ok := town(g, name, country); !ok {
			t.Errorf("%s in %s: not found", name, country)
		}
	}
}

// What is given the population of something else has none.
func TestCheckedPopulations(t *testing.T) {
	g := open(t)
	for name, country := range map[string]string{"Kahrīz": "IR", "Pasragad Branch": "IR", "Camayenne": "GN", "Budta": "PH", "Kleinzschocher": "DE"} {
		m, ok := town(g, name, country)
		if !ok || m.Place.Population >= 100_000 {
			t.Errorf("%s: %+v", name, m.Place)
		}
	}
	for name, people := range map[string]int64{"Kermanshah": 500_000, "Guarulhos": 1_000_000, "Depok": 1_000_000, "Conakry": 1_000_000, "Leipzig": 500_000, "Seongnam-si": 900_000} {
		ms := g.Lookup(name)
		if len(ms) == 0 || ms[0].Place.Population < people {
			t.Errorf("%s: %+v", name, ms)
		}
	}
}

func TestDivisionIDs(t *testing.T) {
	g := open(t)
	for key, id := range map[gazetteer.AreaKey]int64{"IQ.10": 96965, "ML.09": 2457161, "DK.18": 6418539, "US.TX": 4736286} {
		if p, ok := g.Division(key); !ok || p.GeonameID != id {
			t.Errorf("%s: %+v", key, p)
		}
	}
	with, all := 0, 0
	for _, iso := range []string{"IQ", "SY", "UA", "TR", "IR", "EG", "LY", "ML", "SD", "AF", "YE", "CO", "MX", "FR", "ES", "DE", "IT", "PL", "RU", "CN"} {
		for i := range 100 {
			p, ok := g.Division(gazetteer.AreaKey(fmt.Sprintf("%s.%02d", iso, i)))
			if !ok {
				continue
			}
			all++
			if p.GeonameID != 0 {
				with++
			}
		}
	}
	if all < 400 || with < all*4/5 {
		t.Errorf("%d of %d divisions have an id", with, all)
	}
}

func TestRadii(t *testing.T) {
	g := open(t)
	diyala, _ := g.Division("IQ.10")
	if diyala.RadiusKM < 50 || diyala.RadiusKM > 150 || diyala.Seat != 0 {
		t.Errorf("%+v", diyala)
	}
	for _, m := range g.Lookup("Edgar County") {
		if m.Place.Level == gazetteer.District && (m.Place.RadiusKM < 10 || m.Place.RadiusKM > 60) {
			t.Errorf("%+v", m.Place)
		}
	}
}
