package gazetteer_test

import (
	"testing"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geo"

	"dateline/geo/gazetteer"
)

// open gives the shipped gazetteer.
func open(t testing.TB) *gazetteer.Gazetteer {
	t.Helper()
	g, err := gazetteer.Open()
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// town is the first town, capital or not, that a name finds in a country.
func town(g *gazetteer.Gazetteer, name, country string) (gazetteer.Match, bool) {
	for _, m := range g.Lookup(name) {
		if m.Place.Level == gazetteer.Town && m.Place.Country == country {
			return m, true
		}
	}
	return gazetteer.Match{}, false
}

func kmBetween(p orb.Point, lat, lon float64) float64 {
	return geo.DistanceHaversine(p, orb.Point{lon, lat}) / 1000
}

func TestKnownTowns(t *testing.T) {
	g := open(t)
	for _, want := range knownTowns {
		m, ok := town(g, want.name, want.country)
		if !ok {
			t.Errorf("%s in %s: not found", want.name, want.country)
			continue
		}
		if km := kmBetween(m.Place.Point, want.lat, want.lon); km > 15 {
			t.Errorf("%s in %s: %s is %.0f km off", want.name, want.country, m.Place.Name, km)
		}
	}
}

// The largest town of a name must be the first among the towns that it finds.
func TestLargestFirst(t *testing.T) {
	g := open(t)
	for name, country := range map[string]string{
		"Paris": "FR", "London": "GB", "Cairo": "EG", "Athens": "GR", "Moscow": "RU", "Berlin": "DE",
		"Boston": "US", "Tripoli": "LY", "Alexandria": "EG", "Birmingham": "GB", "Kabul": "AF", "Mosul": "IQ",
	} {
		for _, m := range g.Lookup(name) {
			if m.Place.Level != gazetteer.Town {
				continue
			}
			if m.Place.Country != country {
				t.Errorf("%s: the first town is in %s, not %s", name, m.Place.Country, country)
			}
			break
		}
	}
}

func TestSpellings(t *testing.T) {
	g := open(t)
	tests := []struct {
		country  string
		lat, lon float64
		names    []string
	}{
		{"IQ", 33.979, 44.937, []string{"Muqdadiya", "Al Miqdadiyah", "Al Miqdādīyah", "al-Muqdadiyya", "Al-Muqdadiyah", "Miqdadiya"}},
		{"IQ", 34.27, 45.17, []string{"Jalawla", "Jalula", "Jalawlā'", "Jalaula", "Jalulah", "جلولاء"}},
		{"IQ", 34.19, 45.12, []string{"Saadiya", "As Sa`diyah", "al-Saadiya", "Sa'diyah", "السعدية"}},
		{"IQ", 33.75, 44.64, []string{"Baqubah", "Ba'qubah", "Baquba", "Ba‘qūbah", "Baqouba"}},
		{"IQ", 33.35, 43.78, []string{"Fallujah", "Al Fallūjah", "Falluja", "Al-Faluja", "Faloujah"}},
		{"IQ", 34.196, 43.886, []string{"Samarra", "Sāmarrā'", "Samarra’", "Samarrah"}},
		{"IQ", 35.56, 45.43, []string{"Sulaymaniyah", "As Sulaymānīyah", "Sulaimaniya", "Suleimaniyeh", "Sulaymaniyya"}},
		{"IQ", 34.616, 43.679, []string{"Tikrit", "Tikrīt", "Tekrit", "تكريت"}},
		{"SY", 35.34, 40.14, []string{"Deir ez-Zor", "Dayr az Zawr", "Deir Ezzor", "Deir al-Zor", "Dayr az-Zawr"}},
		{"SY", 35.95, 39.01, []string{"Raqqa", "Ar Raqqah", "ar-Raqqa", "Raqqah", "Al-Raqqah"}},
		{"SY", 36.20, 37.16, []string{"Aleppo", "Halab", "Ḩalab", "حلب", "Alep"}},
		{"YE", 14.80, 42.95, []string{"Hodeidah", "Al Hudaydah", "Hodeida", "Al-Hudaidah"}},
		{"UA", 50.45, 30.52, []string{"Kyiv", "Kiev", "Київ", "Киев", "KYIV"}},
		{"UA", 48.00, 37.80, []string{"Donetsk", "Донецк"}},
		{"RU", 43.31, 45.69, []string{"Grozny", "Groznyy", "Grozniy", "Грозный"}},
		{"TR", 37.91, 40.23, []string{"Diyarbakir", "Diyarbakır", "DIYARBAKIR"}},
		{"CH", 46.20, 6.15, []string{"Geneva", "Genève", "Geneve", "Genf"}},
		{"PL", 51.77, 19.46, []string{"Łódź", "Lodz", "Łodz"}},
		{"DK", 55.68, 12.57, []string{"Copenhagen", "København", "Kobenhavn"}},
		{"US", 38.63, -90.20, []string{"St. Louis", "Saint Louis", "St Louis"}},
		{"US", 32.73, -97.32, []string{"Fort Worth", "Ft. Worth", "FORT WORTH"}},
		{"US", 38.895, -77.036, []string{"Washington, D.C.", "Washington DC", "Washington D.C."}},
	}
	for _, tt := range tests {
		for _, name := range tt.names {
			m, ok := town(g, name, tt.country)
			if !ok {
				t.Errorf("%s in %s: not found", name, tt.country)
			} else if km := kmBetween(m.Place.Point, tt.lat, tt.lon); km > 20 {
				t.Errorf("%s in %s: %s is %.0f km off", name, tt.country, m.Place.Name, km)
			}
		}
	}
}

// A spelling variant never comes before a place that bears the name.
func TestVariantsLast(t *testing.T) {
	g := open(t)
	for _, name := range []string{"Samarra", "Mosul", "Kursk", "Paris", "Hama", "Bam", "Sana'a", "Taiz", "Idlib"} {
		variants := false
		for i, m := range g.Lookup(name) {
			if variants && !m.Variant {
				t.Errorf("%s: match %d is no variant but follows one", name, i)
			}
			if m.Variant && m.Official {
				t.Errorf("%s: match %d is a variant and official", name, i)
			}
			variants = variants || m.Variant
		}
	}
}

func TestKnownCountries(t *testing.T) {
	g := open(t)
	for name, iso := range knownCountries {
		ms := g.Lookup(name)
		if len(ms) == 0 || ms[0].Place.Level != gazetteer.Country || ms[0].Place.Country != iso {
			t.Errorf("%s: not found first as the country %s: %+v", name, iso, ms)
			continue
		}
		if ms[0].Place.Area != gazetteer.AreaKey(iso) {
			t.Errorf("%s: area %q", name, ms[0].Place.Area)
		}
	}
}

func TestDemonyms(t *testing.T) {
	g := open(t)
	for name, iso := range map[string]string{
		"Iraqi": "IQ", "Iraqis": "IQ", "Iranian": "IR", "Iranians": "IR", "Syrian": "SY", "Syrians": "SY", "Turkish": "TR",
		"Turks": "TR", "French": "FR", "British": "GB", "Britons": "GB", "Americans": "US", "Spaniards": "ES", "Danes": "DK",
		"Dutch": "NL", "Filipinos": "PH", "Afghans": "AF", "Ukrainian": "UA", "Russians": "RU", "Chinese": "CN", "Swiss": "CH",
		"Saudis": "SA", "Yemenis": "YE", "Nigerians": "NG", "Nigeriens": "NE", "South Koreans": "KR", "New Zealanders": "NZ",
	} {
		ms := g.Lookup(name)
		if len(ms) == 0 {
			t.Errorf("%s: not found", name)
			continue
		}
		found := false
		for _, m := range ms {
			found = found || m.Adj && m.Place.Country == iso && m.Place.Level == gazetteer.Country
		}
		if !found {
			t.Errorf("%s: no demonym of %s", name, iso)
		}
	}
}

func TestDivisions(t *testing.T) {
	g := open(t)
	for _, tt := range []struct {
		name     string
		key      gazetteer.AreaKey
		lat, lon float64
		km       float64
	}{
		{"Diyala", "IQ.10", 33.9, 45.0, 60},
		{"Diyala province", "IQ.10", 33.9, 45.0, 60},
		{"Diyala Governorate", "IQ.10", 33.9, 45.0, 60},
		{"Anbar", "IQ.01", 33.2, 42.3, 150},
		{"Nineveh", "IQ.15", 36.2, 42.7, 80},
		{"Salahuddin province", "IQ.18", 34.5, 43.7, 60},
		{"Deir ez-Zor province", "SY.07", 35.0, 40.4, 60},
		{"Helmand", "AF.10", 31.4, 64.1, 80},
		{"Helmand province", "AF.10", 31.4, 64.1, 80},
		{"California", "US.CA", 37.2, -119.5, 60},
		{"Mich.", "US.MI", 44.3, -85.5, 90},
		{"N.Y.", "US.NY", 43.0, -75.5, 60},
		{"Texas", "US.TX", 31.3, -99.3, 60},
		{"Donetsk Oblast", "UA.05", 48.0, 37.8, 60},
		{"Crimea", "UA.11", 45.3, 34.4, 60},
		{"Scotland", "GB.SCT", 56.5, -4.2, 90},
		{"Bavaria", "DE.02", 48.9, 11.5, 60},
		{"Gaza Strip", "PS.GZ", 31.42, 34.36, 30},
		{"West Bank", "PS.WE", 32.0, 35.25, 30},
		{"Borno", "NG.27", 11.8, 13.1, 90},
		{"North Kivu", "CD.11", -0.7, 29.0, 120},
	} {
		found := false
		for _, m := range g.Lookup(tt.name) {
			if m.Place.Level != gazetteer.Division || m.Place.Area != tt.key {
				continue
			}
			found = true
			if km := kmBetween(m.Place.Point, tt.lat, tt.lon); km > tt.km {
				t.Errorf("%s: %v is %.0f km off", tt.name, m.Place.Point, km)
			}
		}
		if !found {
			t.Errorf("%s: no division %s", tt.name, tt.key)
		}
	}
}

func TestAreasByKey(t *testing.T) {
	g := open(t)
	for key, want := range map[gazetteer.AreaKey]string{
		"IQ.10": "Diyala", "IQ": "Iraq", "US.CA": "California", "US": "United States", "XX": "", "": "", "IQ.99": "", "IQ.": "",
	} {
		if got := g.DivisionName(key); got != want {
			t.Errorf("DivisionName(%q) = %q, want %q", key, got, want)
		}
	}
	for iso, want := range map[string]string{"IQ": "Iraq", "GB": "United Kingdom", "XK": "Kosovo", "ZZ": "", "": "", "IQ.10": ""} {
		if got := g.CountryName(iso); got != want {
			t.Errorf("CountryName(%q) = %q, want %q", iso, got, want)
		}
	}
	p, ok := g.Division("IQ.10")
	if !ok || p.Country != "IQ" || p.Admin1 != "10" || p.Area != "IQ.10" || p.Level != gazetteer.Division {
		t.Errorf("Division(IQ.10) = %+v, %v", p, ok)
	}
	if d, ok := g.District("IQ", "10", "99063"); !ok || d.GeonameID != 99063 || d.Admin2 != "99063" {
		t.Errorf("District(IQ, 10, 99063) = %+v, %v", d, ok)
	}
	if c, ok := g.Country("IR"); !ok || c.GeonameID != 130758 || c.Area != "IR" {
		t.Errorf("Country(IR) = %+v, %v", c, ok)
	}
}

func TestByID(t *testing.T) {
	g := open(t)
	for id, name := range map[int64]string{98182: "Baghdad", 99237: "Iraq", 99072: "Mosul", 2988507: "Paris", 6252001: "United States", 5332921: "California"} {
		if p, ok := g.ByID(id); !ok || p.Name != name || p.GeonameID != id {
			t.Errorf("ByID(%d) = %+v, %v; want %s", id, p, ok, name)
		}
	}
	for _, id := range []int64{0, -1, 1, 1 << 40} {
		if p, ok := g.ByID(id); ok {
			t.Errorf("ByID(%d) = %+v", id, p)
		}
	}
}

// Every first-level division and country of the shipped data leads back to
// itself, and every point lies on the globe.
func TestCounts(t *testing.T) {
	g := open(t)
	if n := g.Len(); n < 225_000 || n > 260_000 {
		t.Errorf("%d places", n)
	}
	world := g.Within(orb.Bound{Min: orb.Point{-180, -90}, Max: orb.Point{180, 90}}, 0)
	if len(world) < 185_000 {
		t.Errorf("%d towns in the world", len(world))
	}
	capitals := map[string]bool{}
	for _, p := range world {
		if p.Level != gazetteer.Town || p.Section || p.Former {
			t.Fatalf("no town of its own: %+v", p)
		}
		if p.Point[0] < -180 || p.Point[0] > 180 || p.Point[1] < -90 || p.Point[1] > 90 || p.Name == "" || p.Country == "" {
			t.Fatalf("impossible: %+v", p)
		}
		if p.Capital {
			capitals[p.Country] = true
		}
	}
	if len(capitals) < 190 {
		t.Errorf("%d countries have a capital", len(capitals))
	}
}

func TestRegions(t *testing.T) {
	g := open(t)
	for name, want := range map[string]struct {
		level   gazetteer.Level
		country string
	}{
		"Darfur": {gazetteer.District, "SD"}, "Donbas": {gazetteer.District, "UA"}, "Golan Heights": {gazetteer.District, "SY"},
		"Europe": {gazetteer.Country, ""}, "the Middle East": {gazetteer.Country, ""}, "Persian Gulf": {gazetteer.Country, ""},
	} {
		ms := g.Lookup(name)
		if len(ms) == 0 {
			t.Errorf("%s: not found", name)
			continue
		}
		p := ms[0].Place
		if p.Level != want.level || p.Country != want.country || p.RadiusKM <= 0 || p.Area != "" || p.Seat != 0 {
			t.Errorf("%s: %+v", name, p)
		}
	}
	if p, _ := g.ByID(98182); p.RadiusKM != 0 {
		t.Errorf("a town has a radius: %+v", p)
	}
}
