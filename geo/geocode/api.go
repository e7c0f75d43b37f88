// Package geocode decides which place on earth a name in a report means, says
// why, and gives every event the locations it is drawn at.
package geocode

import (
	"github.com/paulmach/orb"

	"dateline/geo/gazetteer"
	"dateline/timeline"
)

// Finder finds places; *gazetteer.Gazetteer is the one that ships.
type Finder interface {
	Lookup(name string) []gazetteer.Match
	Near(p orb.Point, radiusKM float64, limit int) []gazetteer.Place
	CountryName(iso2 string) string
	DivisionName(key gazetteer.AreaKey) string
	// Containing is the first-level division (or country, where there is no
	// division) whose polygon contains the point; "" at sea.
	Containing(p orb.Point) gazetteer.AreaKey
}

// Candidate is one place that a name can mean.
type Candidate struct {
	Place gazetteer.Place
	Score float64 // 0 to 1, comparable within one name
	Why   string  // for people: "in Diyala, named beside Baghdad; population 298,000"
}

// Resolved is one mention with what it can mean, the best first. No candidates
// means that it could not be placed. A place that was not found but is known to
// lie in another has that one as its candidate, and Why set.
type Resolved struct {
	Mention    timeline.Mention
	Candidates []Candidate
	Pinned     bool   // a person chose it
	Why        string // why the place itself was not found; "" if it was
}

// Location is where an event is drawn: a point known to a radius, or an area.
type Location struct {
	Name     string // as the report names it
	Role     timeline.Role
	Place    gazetteer.Place
	Point    orb.Point
	RadiusKM float64           // 0 for the place itself
	Area     gazetteer.AreaKey // drawn as its polygon; "" for a point
	Country  bool              // a whole country: has no point of its own, never drawn as a mark
	Why      string
}

// Drawable reports whether the location has a mark or an area on the map.
func (l Location) Drawable() bool { return !l.Country }

// Placed is an event with its locations.
type Placed struct {
	timeline.Event
	At []Location // in the order of Event.Places, of those that were found
	// Missing are those of Event.Places that were not found.
	Missing []timeline.Place
	// Unplaced says why the event has no mark on the map, for people; empty
	// when it has one.
	Unplaced string
}

// OnMap reports whether any location is drawn.
func (p Placed) OnMap() bool {
	for _, l := range p.At {
		if l.Drawable() {
			return true
		}
	}
	return false
}

// Result is a report with everything in it placed.
type Result struct {
	Mentions []Resolved // as Reading.Places
	Events   []Placed   // as Reading.Events
}

// Pin is a person's decision about a name, or about one event's place.
type Pin struct {
	Name      string      `json:"name"`            // the name it is about, as written
	Event     timeline.ID `json:"event,omitempty"` // only in this event; empty: everywhere
	GeonameID int64       `json:"geonameid,omitempty"`
	Lon       float64     `json:"lon"`
	Lat       float64     `json:"lat"`
	RadiusKM  float64     `json:"radius_km,omitempty"`
}
