// Package gazetteer looks up places by name, by nearness and by what contains
// them, in the data that ships with the program.
package gazetteer

import "github.com/paulmach/orb"

// Level says what sort of place it is.
type Level uint8

// The levels.
const (
	Town     Level = iota // populated place
	District              // second-level division
	Division              // first-level division
	Country               // country or territory
)

// AreaKey names a country ("IQ") or a first-level division ("IQ.10", country
// and GeoNames admin1 code). The zero key names nothing.
type AreaKey string

// Place is one entry.
type Place struct {
	GeonameID  int64 // 0 where the sources have none
	Name       string
	Level      Level
	Point      orb.Point // longitude, latitude
	Country    string    // ISO 3166-1 alpha-2
	Admin1     string    // GeoNames admin1 code, "" if none
	Admin2     string    // GeoNames admin2 code, "" if none
	Population int64     // of a division or country: of its towns together; 0 if unknown
	Capital    bool      // of a country
	// Area is the polygon of the place, for countries and first-level
	// divisions that have one; see basemap.Areas.
	Area AreaKey
	// Seat is the level of division that a town is the seat of, 1 for a
	// first-level one; 0 for none.
	Seat    int
	Section bool // a part of a town, not a town of its own
	Former  bool // abandoned, destroyed or historical
	// RadiusKM is how far a division, a district or a region reaches from its
	// point, 0 if unknown and for towns and countries. A region inside a
	// country ("Darfur"), or a small one beyond countries ("Strait of
	// Hormuz"), is a District without codes, a large one beyond countries
	// ("Europe", "Black Sea") a Country with an empty code: it has no polygon.
	RadiusKM float64
	Natural  bool // a sea, river, lake, island, mountain or the like
}

// Match is a place found by a name.
type Match struct {
	Place    Place
	Alias    string // the name it was found by, folded
	Official bool   // found by its main name
	Adj      bool   // found by a demonym or adjective
	Abbrev   bool   // found by an abbreviation that is written in capitals
	Variant  bool   // found by another spelling of a name, see Skeleton
	Edits    int    // letters changed, 0 for an exact match
}
