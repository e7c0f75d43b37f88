// Package session is the state of one open window: the brief, what was read
// from it, the selection and the clock. Views read it and are told what
// changed; everything that can be decided without a window is decided here.
// A Session belongs to one goroutine, the UI's.
package session

import "dateline/timeline"

// Change says which parts of a session changed.
type Change uint

// The parts.
const (
	BriefChanged Change = 1 << iota // reports, events, sides
	SelectionChanged
	HoverChanged
	ClockChanged // now, mode, window, playing
	SavedChanged // file name, modified mark
	BusyChanged  // a job started, went on or ended
)

var _ timeline.ID
