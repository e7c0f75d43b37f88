// Package brief is the document that a person makes: reports, the events in
// them, what was corrected, and how it is shown. It is saved as a .dateline
// file.
package brief

import (
	"encoding/json"

	"dateline/geo/geocode"
	"dateline/geo/scene"
	"dateline/timeline"
	"dateline/timeline/edtf"
	"dateline/timeline/source"
)

// Version is the version of the file format that this program writes. It is
// raised when a program of the version before would show a brief wrongly or
// spoil it; what it may simply not know, it keeps. Each version before has a
// migration and a file in testdata that proves it.
const Version = 2

// Brief is one briefing. It is a value: edits return a new one.
type Brief struct {
	Title   string
	Reports []Report
	// Banner says how pictures are to be handled ("Restricted"); it stands at
	// the head and foot of each, on a ground of BannerHue, "" for grey.
	Banner    string
	BannerHue scene.Hue
	// Edits are a person's corrections. They are kept apart from what was
	// extracted, and applied to it again whenever a report is read again.
	Edits map[timeline.ID]Edit
	Own   []Own // events that a person made, in the order in which they were made
	Pins  []geocode.Pin
	Sides []scene.Side
	Eras  []Era
	// What a person drew on the map: areas that parties hold, the lines between
	// them, and ways.
	Controls []scene.Control
	Fronts   []scene.Front
	Routes   []scene.Route
	// Steps are the briefing, in the order in which it is given.
	Steps     []Step
	Bookmarks []Bookmark
	Show      Show

	newer     int     // the version of the file, if this program is too old for it
	extra     unknown // fields of the file that this version does not know
	pinExtra  map[aboutPlace]unknown
	sideExtra map[string]unknown
	eraExtra  map[string]unknown
	drawn     map[drawing]unknown
}

// Report is one report of the brief.
type Report struct {
	Document  source.Document
	Published edtf.Value // as a person gave it, else as the document says

	extra unknown
}

// Edit is what a person decided about one event; nil fields leave what was
// extracted.
type Edit struct {
	Title  *string
	Kind   *timeline.Kind
	When   *edtf.Value
	Side   *string
	Status *timeline.Status
	Note   *string

	Actors  *[]timeline.Actor
	Places  *[]Place // where it is, in place of what was read
	Way     *Way     // of an advance, drawn by hand
	Figures *[]timeline.Figure
	Claims  *[]timeline.Claim
	Media   *[]Media
	Into    *timeline.ID // it is told as part of that event

	// From is where the words stood that told the event when it was edited:
	// by them the edit is found again if another version of the program
	// reads the report otherwise. It decides nothing by itself.
	From []timeline.Span

	extra unknown
	was   unknown // what the file said, where that is more than is understood
}

// Show is how the brief is shown when it is opened.
type Show struct {
	Camera Camera // zero: fit the events
	Mode   string
	Step   int
	Style  string
	Tiles  string // ID of the online map under the events; "": the map that ships

	extra unknown
}

// unknown keeps what a file says beyond what this version understands, so that
// saving it again loses nothing.
type unknown map[string]json.RawMessage
