package gazetteer_test

import "testing"

// reported are towns that reports of wars, disasters and protests name, in
// the spelling of such reports, with points from general knowledge.
var reported = []struct {
	name, country string
	lat, lon      float64
}{
	{"Sinjar", "IQ", 36.32, 41.87},
	{"Baiji", "IQ", 34.93, 43.49},
	{"Hawija", "IQ", 35.33, 43.77},
	{"Tuz Khurmatu", "IQ", 34.89, 44.63},
	{"Khanaqin", "IQ", 34.35, 45.39},
	{"Baquba", "IQ", 33.75, 44.64},
	{"Rutba", "IQ", 33.04, 40.29},
	{"Abu Ghraib", "IQ", 33.29, 44.07},
	{"Nasiriyah", "IQ", 31.06, 46.26},
	{"Najaf", "IQ", 32.00, 44.34},
	{"Halabja", "IQ", 35.18, 45.99},
	{"Manbij", "SY", 36.53, 37.95},
	{"Azaz", "SY", 36.59, 37.04},
	{"Afrin", "SY", 36.51, 36.87},
	{"Qamishli", "SY", 37.05, 41.23},
	{"Khan Sheikhoun", "SY", 35.44, 36.65},
	{"Maaloula", "SY", 33.84, 36.55},
	{"Douma", "SY", 33.57, 36.40},
	{"Deraa", "SY", 32.62, 36.10},
	{"Ras al-Ain", "SY", 36.85, 40.07},
	{"Debaltseve", "UA", 48.34, 38.41},
	{"Ilovaisk", "UA", 47.92, 38.20},
	{"Sloviansk", "UA", 48.85, 37.61},
	{"Avdiivka", "UA", 48.14, 37.75},
	{"Izium", "UA", 49.21, 37.28},
	{"Kupiansk", "UA", 49.71, 37.61},
	{"Bucha", "UA", 50.55, 30.22},
	{"Kherson", "UA", 46.64, 32.61},
	{"Melitopol", "UA", 46.85, 35.37},
	{"Odessa", "UA", 46.48, 30.73},
	{"Beslan", "RU", 43.19, 44.54},
	{"Kursk", "RU", 51.74, 36.19},
	{"Belgorod", "RU", 50.60, 36.59},
	{"Sudzha", "RU", 51.20, 35.27},
	{"Tskhinvali", "GE", 42.23, 43.97},
	{"Zugdidi", "GE", 42.51, 41.87},
	{"Shusha", "AZ", 39.76, 46.75},
	{"Stepanakert", "AZ", 39.82, 46.75},
	{"Kunduz", "AF", 36.73, 68.86},
	{"Jalalabad", "AF", 34.43, 70.45},
	{"Mazar-i-Sharif", "AF", 36.71, 67.11},
	{"Abbottabad", "PK", 34.15, 73.22},
	{"Quetta", "PK", 30.18, 67.00},
	{"Khan Younis", "PS", 31.34, 34.31},
	{"Gaza City", "PS", 31.50, 34.47},
	{"Jenin", "PS", 32.46, 35.30},
	{"Sderot", "IL", 31.53, 34.60},
	{"Tyre", "LB", 33.27, 35.20},
	{"Arsal", "LB", 34.18, 36.42},
	{"Misrata", "LY", 32.38, 15.09},
	{"Derna", "LY", 32.77, 22.64},
	{"Ajdabiya", "LY", 30.76, 20.22},
	{"Tarhuna", "LY", 32.43, 13.63},
	{"Hodeidah", "YE", 14.80, 42.95},
	{"Marib", "YE", 15.46, 45.33},
	{"Taiz", "YE", 13.58, 44.02},
	{"Mukalla", "YE", 14.54, 49.12},
	{"Kismayo", "SO", -0.36, 42.55},
	{"Baidoa", "SO", 3.11, 43.65},
	{"El Geneina", "SD", 13.45, 22.45},
	{"Omdurman", "SD", 15.64, 32.48},
	{"Port Sudan", "SD", 19.62, 37.22},
	{"Malakal", "SS", 9.53, 31.66},
	{"Bentiu", "SS", 9.23, 29.83},
	{"Lalibela", "ET", 12.03, 39.04},
	{"Axum", "ET", 14.12, 38.72},
	{"Adwa", "ET", 14.165, 38.898},
	{"Damaturu", "NG", 11.75, 11.96},
	{"Dapchi", "NG", 12.49, 11.50},
	{"Kidal", "ML", 18.44, 1.41},
	{"Mopti", "ML", 14.48, -4.18},
	{"Bambari", "CF", 5.77, 20.68},
	{"Bunia", "CD", 1.56, 30.25},
	{"Beni", "CD", 0.49, 29.47},
	{"Uvira", "CD", -3.40, 29.14},
	{"Butare", "RW", -2.60, 29.74},
	{"Pemba", "MZ", -12.97, 40.52},
	{"Sittwe", "MM", 20.15, 92.90},
	{"Maungdaw", "MM", 20.82, 92.37},
	{"Lashio", "MM", 22.94, 97.75},
	{"Cox's Bazar", "BD", 21.44, 91.98},
	{"Pokhara", "NP", 28.27, 83.97},
	{"Tacloban", "PH", 11.24, 125.00},
	{"Palu", "ID", -0.90, 119.87},
	{"Wenchuan", "CN", 31.48, 103.58},
	{"Ishinomaki", "JP", 38.42, 141.30},
	{"Fukushima", "JP", 37.75, 140.47},
	{"Antakya", "TR", 36.20, 36.16},
	{"Kahramanmaras", "TR", 37.58, 36.93},
	{"L'Aquila", "IT", 42.35, 13.40},
	{"Amatrice", "IT", 42.63, 13.29},
	{"Ypres", "BE", 50.85, 2.89},
	{"Verdun", "FR", 49.16, 5.38},
	{"Dunkirk", "FR", 51.03, 2.38},
	{"Arnhem", "NL", 51.98, 5.91},
	{"Dresden", "DE", 51.05, 13.74},
	{"Gdansk", "PL", 54.35, 18.65},
	{"Mostar", "BA", 43.34, 17.81},
	{"Knin", "HR", 44.04, 16.20},
	{"Mitrovica", "XK", 42.89, 20.87},
	{"Londonderry", "GB", 55.00, -7.32},
	{"Omagh", "GB", 54.60, -7.31},
	{"Port-au-Prince", "HT", 18.54, -72.34},
	{"Les Cayes", "HT", 18.20, -73.75},
	{"Chalatenango", "SV", 14.03, -88.93},
	{"Barrancabermeja", "CO", 7.07, -73.85},
	{"Ayacucho", "PE", -13.16, -74.22},
	{"Concepcion", "CL", -36.83, -73.05},
	{"Vicksburg", "US", 32.35, -90.88},
	{"Fredericksburg", "US", 38.30, -77.46},
	{"Ferguson", "US", 38.74, -90.31},
	{"Lahaina", "US", 20.87, -156.68},
	{"Christchurch", "NZ", -43.53, 172.63},
	{"Honiara", "SB", -9.43, 159.95},
}

func TestReportedTowns(t *testing.T) {
	g := open(t)
	for _, want := range reported {
		near := 1e9
		for _, m := range g.Lookup(want.name) {
			if m.Place.Level == 0 && m.Place.Country == want.country {
				near = min(near, kmBetween(m.Place.Point, want.lat, want.lon))
			}
		}
		if near > 15 {
			t.Errorf("%s in %s: the nearest of that name is %.0f km off", want.name, want.country, near)
		}
	}
}

// The extractor finds them all in running text.
func TestReportedTownsMatch(t *testing.T) {
	g := open(t)
	for _, want := range reported {
		words := append(split(want.name), "on", "Friday")
		n, s := g.Match(words)
		if n != len(words)-2 || !s.Town && !s.District && !s.Division {
			t.Errorf("%v: %d words, %+v", words, n, s)
		}
	}
}
