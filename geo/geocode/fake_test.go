package geocode

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/paulmach/orb"

	"dateline/geo/gazetteer"
	"dateline/timeline"
	"dateline/timeline/extract"
	"dateline/timeline/source"
)

// fake is a small world with round figures, so that what a test states can be
// checked by eye.
type fake struct {
	places []gazetteer.Place
	also   map[string][]int64 // folded alternate name: ids
	adj    map[string][]int64 // folded demonym: ids
}

func (f fake) Lookup(name string) []gazetteer.Match {
	var out []gazetteer.Match
	k := key(name)
	for _, p := range f.places {
		switch {
		case key(p.Name) == k:
			out = append(out, gazetteer.Match{Place: p, Alias: k, Official: true})
		case slices.Contains(f.also[k], p.GeonameID):
			out = append(out, gazetteer.Match{Place: p, Alias: k})
		case slices.Contains(f.adj[k], p.GeonameID):
			out = append(out, gazetteer.Match{Place: p, Alias: k, Adj: true})
		}
	}
	return out
}

func (f fake) Fuzzy(name string, maxEdits int) []gazetteer.Match {
	var out []gazetteer.Match
	for _, p := range f.places {
		if n := edits(key(name), key(p.Name)); n > 0 && n <= maxEdits {
			out = append(out, gazetteer.Match{Place: p, Alias: key(p.Name), Official: true, Edits: n})
		}
	}
	return out
}

func (f fake) Near(p orb.Point, radiusKM float64, limit int) []gazetteer.Place {
	var out []gazetteer.Place
	for _, q := range f.places {
		if q.Level == gazetteer.Town && distanceKM(p, q.Point) <= radiusKM {
			out = append(out, q)
		}
	}
	slices.SortFunc(out, func(a, b gazetteer.Place) int {
		return cmp.Compare(distanceKM(p, a.Point), distanceKM(p, b.Point))
	})
	return out[:min(limit, len(out))]
}

func (f fake) CountryName(iso2 string) string {
	for _, p := range f.places {
		if p.Level == gazetteer.Country && p.Country == iso2 {
			return p.Name
		}
	}
	return ""
}

func (f fake) DivisionName(k gazetteer.AreaKey) string {
	for _, p := range f.places {
		if p.Level == gazetteer.Division && p.Area == k {
			return p.Name
		}
	}
	return ""
}

// Containing is the division of the nearest town within 60 km.
func (f fake) Containing(p orb.Point) gazetteer.AreaKey {
	if near := f.Near(p, 60, 1); len(near) > 0 {
		return areaOf(near[0])
	}
	return ""
}

// edits is the Levenshtein distance.
func edits(a, b string) int {
	x, y := []rune(a), []rune(b)
	row := make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i := range x {
		diag := row[0]
		row[0] = i + 1
		for j := range y {
			next := min(row[j+1]+1, row[j]+1, diag+btoi(x[i] != y[j]))
			diag, row[j+1] = row[j+1], next
		}
	}
	return row[len(y)]
}

// world is the fake that the tests share.
func world() fake {
	f := fake{also: map[string][]int64{}, adj: map[string][]int64{}}
	id := int64(0)
	add := func(l gazetteer.Level, name, country, admin1 string, lat, lon float64, pop int64) *gazetteer.Place {
		id++
		p := gazetteer.Place{GeonameID: id, Name: name, Level: l, Country: country, Admin1: admin1, Point: orb.Point{lon, lat}, Population: pop}
		switch l {
		case gazetteer.Country:
			p.Area = gazetteer.AreaKey(country)
		case gazetteer.Division:
			p.Area = areaOf(p)
		}
		f.places = append(f.places, p)
		return &f.places[len(f.places)-1]
	}
	country := func(name, code string, lat, lon float64, pop int64, people ...string) {
		add(gazetteer.Country, name, code, "", lat, lon, pop)
		for _, w := range people {
			f.adj[key(w)] = append(f.adj[key(w)], id)
		}
	}
	division := func(name, country, admin1 string, lat, lon float64, pop int64) {
		add(gazetteer.Division, name, country, admin1, lat, lon, pop)
	}
	district := func(name, country, admin1, admin2 string, lat, lon float64, pop int64) {
		add(gazetteer.District, name, country, admin1, lat, lon, pop).Admin2 = admin2
	}
	town := func(name, country, admin1 string, lat, lon float64, pop int64, also ...string) {
		add(gazetteer.Town, name, country, admin1, lat, lon, pop)
		for _, w := range also {
			f.also[key(w)] = append(f.also[key(w)], id)
		}
	}
	capital := func(name, country, admin1 string, lat, lon float64, pop int64) {
		add(gazetteer.Town, name, country, admin1, lat, lon, pop).Capital = true
	}

	country("Iraq", "IQ", 33, 44, 38_000_000, "Iraqi", "Iraqis")
	country("Iran", "IR", 32, 53, 81_000_000, "Iranian", "Iranians")
	country("Syria", "SY", 35, 38, 16_000_000, "Syrian", "Syrians")
	town("Irati", "IR", "15", 31, 48, 45_000) // one letter off "Iraqi"
	country("Georgia", "GE", 42, 43.5, 3_700_000, "Georgian")
	country("United States", "US", 39.8, -98.6, 327_000_000, "American", "Americans")
	country("France", "FR", 46, 2, 67_000_000, "French")
	country("United Kingdom", "GB", 54, -2, 66_000_000, "British")
	country("Canada", "CA", 60, -96, 37_000_000, "Canadian")

	division("Baghdad", "IQ", "07", 33.3, 44.4, 7_000_000)
	division("Diyala", "IQ", "10", 33.9, 45.1, 1_600_000)
	division("Nineveh", "IQ", "15", 36.2, 42.5, 3_500_000)
	division("Saladin", "IQ", "18", 34.5, 43.6, 1_400_000)
	division("Khuzestan", "IR", "15", 31.3, 48.8, 4_700_000)
	division("Aleppo", "SY", "09", 36.2, 37.6, 4_000_000)
	division("Homs", "SY", "11", 34.5, 38.5, 1_800_000)
	division("Georgia", "US", "GA", 32.8, -83.5, 10_500_000)
	division("Texas", "US", "TX", 31.3, -99.2, 28_000_000)
	division("Tennessee", "US", "TN", 35.8, -86.3, 6_700_000)
	division("New York", "US", "NY", 43, -75.5, 19_500_000)
	division("Maryland", "US", "MD", 39, -76.8, 6_000_000)
	division("Illinois", "US", "IL", 40, -89, 12_700_000)
	division("Missouri", "US", "MO", 38.5, -92.5, 6_100_000)

	district("Montgomery", "US", "MD", "031", 39.15, -77.2, 1_000_000)
	district("Lebanon", "US", "TN", "189", 36.2, -86.3, 90_000)

	capital("Baghdad", "IQ", "07", 33.34, 44.40, 5_700_000)
	town("Mosul", "IQ", "15", 36.34, 43.13, 1_700_000)
	town("Tikrit", "IQ", "18", 34.61, 43.68, 42_000)
	town("Samarra", "IQ", "18", 34.20, 43.89, 159_000)
	town("Baqubah", "IQ", "10", 33.75, 44.64, 153_000)
	town("Muqdadiyah", "IQ", "10", 33.98, 44.94, 298_000, "Muqdadiya")
	town("Saadiya", "IQ", "10", 34.19, 45.12, 30_000)
	town("Saadiya", "IR", "15", 31.60, 48.90, 400_000)
	town("Marwan", "IQ", "10", 34.10, 45.00, 9_000)
	town("Marwan", "IR", "15", 32.05, 48.50, 60_000)
	capital("Tehran", "IR", "26", 35.69, 51.42, 7_100_000)
	town("Ahvaz", "IR", "15", 31.32, 48.67, 840_000)
	town("Aleppo", "SY", "09", 36.20, 37.16, 1_600_000)
	town("Homs", "SY", "11", 34.73, 36.71, 775_000)
	town("New York City", "US", "NY", 40.71, -74.01, 8_200_000, "New York")
	town("Rockville", "US", "MD", 39.08, -77.15, 66_000)
	town("Rockville", "US", "IL", 41.0, -88.2, 90_000)
	capital("Paris", "FR", "11", 48.85, 2.35, 2_100_000)
	town("Paris", "US", "TX", 33.66, -95.56, 25_000)
	town("Dallas", "US", "TX", 32.78, -96.81, 1_300_000)
	town("Sherman", "US", "TX", 33.64, -96.61, 41_000)
	town("Bonham", "US", "TX", 33.58, -96.18, 10_000)
	town("Springfield", "US", "MO", 37.22, -93.30, 166_000)
	town("Springfield", "US", "IL", 39.80, -89.64, 116_000)
	town("Chicago", "US", "IL", 41.88, -87.63, 2_700_000)
	capital("London", "GB", "ENG", 51.51, -0.13, 8_900_000)
	town("London", "CA", "08", 42.98, -81.25, 380_000)
	town("Atlanta", "US", "GA", 33.75, -84.39, 470_000)
	capital("Tbilisi", "GE", "51", 41.69, 44.83, 1_050_000)
	town("St. Louis", "US", "MO", 38.63, -90.20, 315_000, "Saint Louis")
	country("Switzerland", "CH", 47, 8, 8_500_000, "Swiss")
	division("Geneva", "CH", "GE", 46.22, 6.15, 500_000)
	district("Geneva", "CH", "GE", "2500", 46.20, 6.15, 450_000)
	town("Genève", "CH", "GE", 46.20, 6.15, 184_000, "Geneva")
	f.places[len(f.places)-1].Seat = 1
	town("Geneva", "US", "IL", 41.89, -88.31, 21_800)
	return f
}

// reading finds the names in square brackets in a text and makes a reading of
// it. A name may carry its container and class: [Rockville|in=Maryland],
// [Diyala|division], [Iraqi|adj], [Beirut|dateline], [Washington|figurative].
func reading(text string) extract.Reading {
	var b strings.Builder
	r := extract.Reading{}
	for {
		before, rest, ok := strings.Cut(text, "[")
		b.WriteString(before)
		if !ok {
			break
		}
		inner, after, _ := strings.Cut(rest, "]")
		parts := strings.Split(inner, "|")
		m := timeline.Mention{Name: parts[0]}
		for _, p := range parts[1:] {
			if in, ok := strings.CutPrefix(p, "in="); ok {
				m.In = in
				continue
			}
			switch p {
			case "adj":
				m.Adj = true
			case "figurative":
				m.Figurative = true
			case "dateline":
				m.Known = p
			default:
				m.Class = timeline.Class(p)
			}
		}
		m.Span = timeline.Span{Source: "s", Start: b.Len(), End: b.Len() + len(m.Name)}
		b.WriteString(m.Name)
		r.Places = append(r.Places, m)
		text = after
	}
	r.Document = source.Document{ID: "s", Name: "test", Text: b.String()}
	return r
}

// describe prints the place of a candidate shortly: "town Paris US.TX".
func describe(p gazetteer.Place) string {
	level := [...]string{"town", "district", "division", "country"}[p.Level]
	if p.Level == gazetteer.Country {
		return level + " " + p.Country
	}
	return fmt.Sprintf("%s %s %s", level, p.Name, areaOf(p))
}
