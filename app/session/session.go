// Package session is the state of one open window: the brief, what was read
// from it, the selection and the clock. Views read it and are told what
// changed; everything that can be decided without a window is decided here.
// A Session belongs to one goroutine, the UI's.
package session

import (
	"context"
	"io"
	"slices"

	"dateline/app/brief"
	"dateline/app/work"
	"dateline/geo/scene"
	"dateline/timeline"
)

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
	ErrChanged   // a job failed, or its error was taken note of
	TilesChanged // another map under the events was chosen
	FilterChanged
	MarksChanged // which events are marked beside the selected one
	StepsChanged // another step of the briefing is the current one
)

// Has reports whether any of the parts changed.
func (c Change) Has(parts Change) bool { return c&parts != 0 }

// Engine reads and arranges briefs; *work.Engine is the one that ships. It is
// safe for concurrent use.
type Engine interface {
	// Read reads all reports of the brief and places their events. Progress
	// is a fraction of the whole with what is being done.
	Read(ctx context.Context, b brief.Brief, progress func(what string, fraction float64)) (work.Content, error)
	// Arrange applies the brief's edits to what was read before, at once.
	Arrange(b brief.Brief, reports []work.Report) work.Content
	// Open reads a report or a brief from a file of that name.
	Open(name string, r io.Reader) (brief.Brief, error)
	// Sample is the brief that ships with the program.
	Sample() (brief.Brief, error)
}

// Deps is what a session needs from outside.
type Deps struct {
	Engine Engine
	// Do runs a function on the goroutine that owns the session, later or at
	// once; fyne.Do is the one of the window.
	Do func(func())
	// Save writes a brief to a file, in another goroutine; nil is brief.Save.
	Save func(path string, b brief.Brief) error
}

// Session is the state of one window.
type Session struct {
	deps      Deps
	listeners []*listener

	brief    brief.Brief
	content  work.Content
	shown    work.Content // what of it passes the filter
	filter   Filter
	revision int // of brief, from 1; a brief taken back has its old one
	first    int // the revision that was opened
	newest   int // the highest revision given out
	saved    int // the revision that is on disk or came from there
	path     string
	past     []step
	future   []step

	selected timeline.ID
	marked   map[timeline.ID]bool // selected beside it; nil: it alone
	hover    timeline.ID
	reveal   timeline.ID // to be selected when the next content is set
	clock    Clock
	cursor   int // index in content.Events that was stepped to; none or bySight
	held     float64
	reduced  bool // no movement between events

	readOnly error // why nothing can be changed, nil if it can be
	briefing int   // the current step of the briefing; none

	agreed string // the online map that the person chose here

	job *job
	err error
}

type listener struct{ f func(Change) }

// New makes a session without a brief.
func New(deps Deps) *Session {
	return &Session{deps: deps, clock: Clock{Speed: 1}, cursor: none, briefing: none}
}

// OnChange calls f after every change, on the session's goroutine, when the
// session is consistent again. The function returned ends that.
func (s *Session) OnChange(f func(Change)) (cancel func()) {
	l := &listener{f}
	s.listeners = append(slices.Clip(s.listeners), l)
	return func() {
		s.listeners = slices.DeleteFunc(slices.Clone(s.listeners), func(o *listener) bool { return o == l })
	}
}

func (s *Session) changed(c Change) {
	if c == 0 {
		return
	}
	for _, l := range s.listeners {
		l.f(c)
	}
}

// Brief is the brief as it is now.
func (s *Session) Brief() brief.Brief { return s.brief }

// Content is what was read from the brief, arranged.
func (s *Session) Content() work.Content { return s.content }

// Empty reports whether no brief is open.
func (s *Session) Empty() bool { return s.brief.Empty() }

// Events are all events in the order in which they are told, rejected ones
// (Number 0) among them.
func (s *Session) Events() []scene.Event { return s.content.Events }

// Event is the event of that ID.
func (s *Session) Event(id timeline.ID) (scene.Event, bool) {
	if i := s.content.Find(id); i >= 0 {
		return s.content.Events[i], true
	}
	return scene.Event{}, false
}

// Visible are the events that pass the filter and show at the clock's moment,
// in order; a selected one always does.
func (s *Session) Visible() []scene.Event {
	c := s.clock
	return s.shown.Visible(c.Mode, c.Now, c.From, c.To, s.selected)
}

// NeedsDate reports whether a report has no date of publication although
// something in it can only be dated from one: the person should be asked.
func (s *Session) NeedsDate() bool { return s.content.NeedsDate() }

// Path is the file of the brief, "" if it has none yet.
func (s *Session) Path() string { return s.path }

// Modified reports whether something would be lost without saving.
func (s *Session) Modified() bool { return s.revision != s.saved }

// Err is what went wrong last, nil if nothing did.
func (s *Session) Err() error { return s.err }

// ClearErr takes note of the error.
func (s *Session) ClearErr() {
	if s.err != nil {
		s.err = nil
		s.changed(ErrChanged)
	}
}

func (s *Session) fail(err error) Change {
	s.err = err
	return ErrChanged
}
