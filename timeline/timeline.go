// Package timeline says what a report tells: who did what, where and when,
// and the words that say so. It knows nothing of coordinates, drawing or
// windows; places are kept as they were named until package geo places them.
//
// All values are immutable once made: functions return new ones.
package timeline

import (
	"time"

	"dateline/timeline/edtf"
)

// SourceID names one report: the first 12 hexadecimal digits of the SHA-256
// of its text, so that the same report has the same name everywhere.
type SourceID string

// ID names one event. It is derived from the report and the words that tell
// the event, so it survives reading the report again.
type ID string

// Span is a stretch of a report's text in bytes, [Start, End).
type Span struct {
	Source SourceID `json:"source,omitempty"`
	Start  int      `json:"start"`
	End    int      `json:"end"`
}

// Len is the length of the span in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Contains reports whether the byte offset lies in the span.
func (s Span) Contains(offset int) bool { return s.Start <= offset && offset < s.End }

// Overlaps reports whether two spans of the same source share a byte.
func (s Span) Overlaps(o Span) bool {
	return s.Source == o.Source && s.Start < o.End && o.Start < s.End
}

// When is the time of an event: never finer than the report knows it.
type When struct {
	// EDTF is the date in ISO 8601-2 form; the zero Value is a date that
	// is not known, for instance "Friday" in a report without a date.
	EDTF edtf.Value `json:"edtf"`
	// Earliest and Latest are the first and the last instant that the date
	// allows, both included; zero where the date is open or unknown.
	Earliest time.Time `json:"earliest,omitzero"`
	Latest   time.Time `json:"latest,omitzero"`
	// Stated is what the report says, word for word ("On Friday"); empty
	// where the report gives no date and the bounds follow from its own.
	Stated string `json:"stated,omitempty"`
	// From is where Stated stands; zero when Stated is empty.
	From Span `json:"from,omitzero"`
}

// NewWhen makes a When of an EDTF date, with its bounds.
func NewWhen(v edtf.Value, stated string, from Span) When {
	lo, hi := v.Bounds()
	return When{EDTF: v, Earliest: lo, Latest: hi, Stated: stated, From: from}
}

// Known reports whether at least one end of the time is known.
func (w When) Known() bool { return !w.Earliest.IsZero() || !w.Latest.IsZero() }

// Event is one thing that a report says happened, was said or is planned.
type Event struct {
	ID    ID     `json:"id"`
	Title string `json:"title"` // a headline of at most about 60 characters
	Kind  Kind   `json:"kind"`
	When  When   `json:"when"`
	// Places are the places of the event with the part each plays, in the
	// order of their importance. A country stands here too.
	Places []Place `json:"places,omitempty"`
	Actors []Actor `json:"actors,omitempty"`
	// Side is the name under which the acting party is drawn: the name of
	// the first actor as the whole report knows it ("ISIS" for "the Sunni
	// militants"), empty if nobody acts.
	Side     string    `json:"side,omitempty"`
	Movement *Movement `json:"movement,omitempty"`
	Figures  []Figure  `json:"figures,omitempty"`
	Claims   []Claim   `json:"claims,omitempty"`
	After    []ID      `json:"after,omitempty"` // events that this one follows
	From     []Span    `json:"from"`            // the sentences or clauses that tell it, the best first
	Modality Modality  `json:"modality,omitempty"`
	Status   Status    `json:"status"`
}

// Contested reports whether one account confirms or reports the event and
// another denies or doubts it.
func (e Event) Contested() bool {
	var pro, con bool
	for _, c := range e.Claims {
		switch c.Stance {
		case Denies, Doubts:
			con = true
		default:
			pro = true
		}
	}
	return pro && con
}

// Claimed reports whether the event rests on a party's or an unnamed source's
// word alone, rather than on what the report states itself.
func (e Event) Claimed() bool {
	if len(e.Claims) == 0 {
		return false
	}
	for _, c := range e.Claims {
		if c.Stance == Reports || c.Stance == Confirms {
			return false
		}
	}
	return true
}

// Mention is one naming of a place in a report.
type Mention struct {
	Name  string `json:"name"` // as written, without "province" or "near"
	Span  Span   `json:"span"` // of Name
	Class Class  `json:"class,omitempty"`
	// In is the container the text names beside it, as written: "Maryland"
	// in "Rockville, Maryland".
	In string `json:"in,omitempty"`
	// Adj marks a demonym or adjective ("Iraqi", "Syrians").
	Adj bool `json:"adj,omitempty"`
	// Figurative marks a name that stands for a government or a body
	// rather than a place ("Washington said").
	Figurative bool `json:"figurative,omitempty"`
	// Known is a short word for why this was read as a place, shown to
	// people: "after 'in'", "dateline", "province".
	Known string `json:"known,omitempty"`
}

// Class is what the words around a name say the place is.
type Class string

// The classes. The empty class says nothing.
const (
	AnyClass Class = ""
	Town     Class = "town"     // city, town, village, capital
	Division Class = "division" // province, governorate, state, region: first level
	District Class = "district" // district, county: second level
	Country  Class = "country"
	Natural  Class = "natural" // river, lake, mountain, sea, island
)

// Place is a place in an event.
type Place struct {
	Mention
	Role Role `json:"role"`
	// DistanceKM and Bearing place the event relative to the mention: "80
	// km north of X" is 80 and 0. DistanceKM 0 with HasBearing is "north
	// of X"; both empty is the place itself.
	DistanceKM float64 `json:"distance_km,omitempty"`
	Bearing    float64 `json:"bearing,omitempty"` // degrees from north, clockwise
	HasBearing bool    `json:"has_bearing,omitempty"`
}

// Actor is somebody who takes part in an event.
type Actor struct {
	Name string    `json:"name"` // as the whole report knows it
	Said string    `json:"said"` // as this sentence calls it
	Role ActorRole `json:"role"`
	Span Span      `json:"span,omitzero"`
}

// Figure is a number with what it counts: "more than 130 guards" is Min 130,
// no Max. Max is 0 where the report sets no upper bound.
type Figure struct {
	Min    float64 `json:"min"`
	Max    float64 `json:"max,omitempty"`
	Of     string  `json:"of"`
	Stated string  `json:"stated"`
	Span   Span    `json:"span"`
}

// Claim is one account of an event: who says it and how they stand to it.
type Claim struct {
	By     string    `json:"by"` // "an Iraqi source", "International Organization for Migration"
	Stance Stance    `json:"stance"`
	Grade  Admiralty `json:"grade"`
	Source SourceID  `json:"source"`
	From   Span      `json:"from,omitzero"`
}

// Movement is a change of place by a party.
type Movement struct {
	By        string  `json:"by"`
	From      []Place `json:"from,omitempty"`
	Via       []Place `json:"via,omitempty"`
	To        []Place `json:"to,omitempty"`
	Toward    []Place `json:"toward,omitempty"`
	Direction string  `json:"direction,omitempty"` // "south": the direction of travel
	Retreat   bool    `json:"retreat,omitempty"`
}

// Admiralty is a grade of the Admiralty code: reliability A–F of the source
// and credibility 1–6 of what it says. The zero value is "F6": not judged.
type Admiralty string

// String prints the grade, "F6" for the zero value.
func (a Admiralty) String() string {
	if a == "" {
		return "F6"
	}
	return string(a)
}
