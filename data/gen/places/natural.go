package main

import (
	"fmt"
	"math"
	"os"
	"strconv"
	"strings"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geo"

	"dateline/geo/gazetteer"
)

// smallKM is the largest radius of a region beyond countries that is drawn as
// a circle; what is wider stands to the text as a country does.
const smallKM = 320

// feature is a natural feature as an entry: a district without codes, or as
// wide as a country.
func feature(name, country string, at orb.Point, km float64) gazetteer.Entry {
	e := gazetteer.Entry{Place: gazetteer.Place{Name: name, Level: gazetteer.District, Country: country, Point: at, RadiusKM: km, Natural: true}}
	if km > smallKM {
		e.Place.Level, e.Place.Country = gazetteer.Country, ""
	}
	return e
}

// natural reports whether the name of a region says that it is a natural
// feature.
func natural(name string) bool {
	for _, w := range strings.Fields(strings.ToLower(name)) {
		switch w {
		case "sea", "ocean", "gulf", "strait", "channel", "bay", "mount", "mountains", "river", "lake", "desert", "island", "islands",
			"peninsula", "valley", "pass", "hills", "heights", "forest", "atoll", "harbor", "delta", "jungle", "alps", "himalayas", "urals",
			"bab", "cape", "coast", "canal":
			return true
		}
	}
	return false
}

// loadRivers reads the table of rivers of the base map: "Name: lon lat, lon
// lat". A river's point is the one of its course nearest to the middle.
func (in *input) loadRivers(path string) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return fmt.Errorf("reading the rivers: %w", err)
	}
	for n, line := range strings.Split(string(data), "\n") {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		name, rest, _ := strings.Cut(line, ":")
		var course []orb.Point
		for _, pair := range strings.Split(rest, ",") {
			f := strings.Fields(pair)
			if len(f) != 2 {
				return fmt.Errorf("rivers, line %d: %q is not a longitude and a latitude", n+1, pair)
			}
			lon, err1 := strconv.ParseFloat(f[0], 64)
			lat, err2 := strconv.ParseFloat(f[1], 64)
			if err1 != nil || err2 != nil {
				return fmt.Errorf("rivers, line %d: %q is not a longitude and a latitude", n+1, pair)
			}
			course = append(course, orb.Point{lon, lat})
		}
		if e := river(strings.TrimSpace(name), course); !in.has(e.Place.Name) {
			in.regions = append(in.regions, e)
		}
	}
	return nil
}

// has reports whether a region of that name is there.
func (in *input) has(name string) bool {
	for _, r := range in.regions {
		if r.Place.Name == name {
			return true
		}
	}
	return false
}

// river is a river as an entry. Its bare name is one of its names, but not
// its own: "Ohio" is a state.
func river(name string, course []orb.Point) gazetteer.Entry {
	bound := orb.MultiPoint(course).Bound()
	at, km := course[0], math.Inf(1)
	for _, p := range course {
		if d := geo.DistanceHaversine(p, bound.Center()); d < km {
			at, km = p, d
		}
	}
	reach := 30.0
	for _, p := range course {
		reach = math.Max(reach, geo.DistanceHaversine(p, at)/1000)
	}
	full := name
	if !strings.Contains(name, "River") && !strings.Contains(name, "Darya") && !strings.Contains(name, "Shatt") && !strings.Contains(name, "Rio ") {
		full = name + " River"
	}
	e := feature(full, "", at, math.Round(reach))
	if full != name {
		e.Names = []gazetteer.Name{{Text: "River " + name, Official: true}, {Text: name}}
	}
	return e
}
