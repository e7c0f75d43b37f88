package geocode

import (
	"github.com/paulmach/orb"

	"dateline/geo/gazetteer"
)

// Names is the part of a Finder that knows places by name and point.
type Names interface {
	Lookup(name string) []gazetteer.Match
	Fuzzy(name string, maxEdits int) []gazetteer.Match
	Near(p orb.Point, radiusKM float64, limit int) []gazetteer.Place
	CountryName(iso2 string) string
	DivisionName(key gazetteer.AreaKey) string
}

// Areas is the part of a Finder that knows polygons.
type Areas interface {
	Containing(p orb.Point) gazetteer.AreaKey
}

// World is a Finder made of a gazetteer and a base map.
type World struct {
	Names
	Areas
}

var _ Finder = World{}
