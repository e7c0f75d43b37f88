package cli

import (
	"cmp"
	"time"

	"dateline/geo/gazetteer"
	"dateline/geo/geocode"
	"dateline/timeline"
)

// The shapes of the JSON that extract prints. Offsets count code points of
// the report's text as the program shows it; lists are never null.

type extractJSON struct {
	Report   reportJSON     `json:"report"`
	Events   []eventJSON    `json:"events"`
	Places   []placeJSON    `json:"places"`
	Unplaced []unplacedJSON `json:"unplaced"`
	Warnings []string       `json:"warnings"`
}

// severalJSON is printed for several reports.
type severalJSON struct {
	Reports []extractJSON `json:"reports"`
	// Corroborated are events of different reports that may be one.
	Corroborated []corroborationJSON `json:"corroborated"`
}

type corroborationJSON struct {
	Events []timeline.ID `json:"events"`
	Why    string        `json:"why"`
	Counts []countJSON   `json:"counts"` // where they differ
}

type countJSON struct {
	Event timeline.ID `json:"event"`
	By    string      `json:"by"`
	figureJSON
}

type reportJSON struct {
	Title     string  `json:"title"`
	Published *string `json:"published"` // EDTF, null where it is not known
	SHA256    string  `json:"sha256"`    // of the text
}

type eventJSON struct {
	ID       timeline.ID       `json:"id"`
	Title    string            `json:"title"`
	Kind     timeline.Kind     `json:"kind"`
	When     whenJSON          `json:"when"`
	Places   []locationJSON    `json:"places"`
	Actors   []actorJSON       `json:"actors"`
	Figures  []figureJSON      `json:"figures"`
	Claims   []claimJSON       `json:"claims"`
	Movement *movementJSON     `json:"movement"`
	After    []timeline.ID     `json:"after"`
	Evidence []evidenceJSON    `json:"evidence"`
	Modality timeline.Modality `json:"modality,omitempty"`
	Unplaced string            `json:"unplaced,omitempty"` // why it has no mark on the map
	Status   timeline.Status   `json:"status"`
}

type whenJSON struct {
	EDTF     string            `json:"edtf"`     // "" where nothing is known
	Earliest *timeline.Instant `json:"earliest"` // null where open or unknown
	Latest   *timeline.Instant `json:"latest"`
	Stated   string            `json:"stated"`
}

// locationJSON is a place in an event. A country and a place that was not
// found have no point.
type locationJSON struct {
	Name      string             `json:"name"`
	Role      timeline.Role      `json:"role"`
	Kind      string             `json:"kind,omitempty"`
	Lat       *float64           `json:"lat"`
	Lon       *float64           `json:"lon"`
	RadiusKM  float64            `json:"radius_km"`
	Area      *gazetteer.AreaKey `json:"area"`
	Country   string             `json:"country"`
	GeonameID *int64             `json:"geonameid"`
	Why       string             `json:"why,omitempty"`
}

type actorJSON struct {
	Name string             `json:"name"`
	Role timeline.ActorRole `json:"role"`
}

type figureJSON struct {
	Min    float64  `json:"min"`
	Max    *float64 `json:"max"`
	Of     string   `json:"of"`
	Stated string   `json:"stated,omitempty"`
}

type claimJSON struct {
	By     string          `json:"by"`
	Stance timeline.Stance `json:"stance"`
}

type movementJSON struct {
	By        string         `json:"by"`
	From      []locationJSON `json:"from"`
	Via       []locationJSON `json:"via"`
	To        []locationJSON `json:"to"`
	Toward    []locationJSON `json:"toward"`
	Direction string         `json:"direction,omitempty"`
	Retreat   bool           `json:"retreat,omitempty"`
}

type evidenceJSON struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

type placeJSON struct {
	Name      string             `json:"name"`
	Kind      string             `json:"kind"`
	Lat       float64            `json:"lat"`
	Lon       float64            `json:"lon"`
	RadiusKM  float64            `json:"radius_km"`
	Area      *gazetteer.AreaKey `json:"area"`
	Country   string             `json:"country"`
	GeonameID *int64             `json:"geonameid"`
	Why       string             `json:"why"`
	Mentions  []rangeJSON        `json:"mentions"`
}

type rangeJSON struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

type unplacedJSON struct {
	Name string `json:"name"`
	Why  string `json:"why"`
}

// kind names for people and files what a place is. Continents and seas, which
// lie in no country, are regions.
func kind(p gazetteer.Place) string {
	switch p.Level {
	case gazetteer.Country:
		if p.Country == "" {
			return "region"
		}
		return "country"
	case gazetteer.Division:
		return "first-level division"
	case gazetteer.District:
		return "second-level division"
	}
	return "town"
}

// location is the shape of where an event is.
func location(l geocode.Location) locationJSON {
	out := locationJSON{
		Name: l.Name, Role: l.Role, Kind: kind(l.Place), RadiusKM: round(l.RadiusKM, 10),
		Country: l.Place.Country, GeonameID: id(l.Place), Why: l.Why,
	}
	if area := l.Area; area != "" {
		out.Area = &area
	}
	if l.Country {
		if !l.Place.Natural { // "US" is the United States, but the Nile is the Nile
			out.Name = cmp.Or(l.Place.Name, l.Name)
		}
		if area := l.Place.Area; area != "" {
			out.Area = &area
		}
		return out
	}
	lon, lat := degrees(l.Point[0]), degrees(l.Point[1])
	out.Lon, out.Lat = &lon, &lat
	return out
}

// id is the GeoNames id of a place, nil where it has none.
func id(p gazetteer.Place) *int64 {
	if p.GeonameID == 0 {
		return nil
	}
	return &p.GeonameID
}

// instant is a bound of a date, nil where it is open.
func instant(t time.Time) *timeline.Instant {
	if t.IsZero() {
		return nil
	}
	i := timeline.Instant(t)
	return &i
}
