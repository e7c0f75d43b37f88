// Package work does what a brief asks for: it reads the reports, places their
// events, applies a person's corrections, orders the events in time and draws
// them. It has no window and keeps no state but the data that ships with the
// program, so the window and the command line show the same.
package work

import (
	"time"

	"github.com/paulmach/orb"

	"dateline/app/brief"
	"dateline/geo/geocode"
	"dateline/geo/scene"
	"dateline/timeline"
	"dateline/timeline/extract"
)

// Report is one report as it was read and placed, before any correction of
// its events.
type Report struct {
	Reading extract.Reading
	Result  geocode.Result
}

// Content is all that a brief shows: the events of all its reports in the
// order of time, with a person's corrections applied. It is a value and is
// never changed once made.
type Content struct {
	Title   string
	Reports []Report // as Brief.Reports
	// Events are in the order in which they are told, rejected ones among
	// them; Number counts from 1 and is 0 for a rejected event.
	Events []scene.Event
	// Moments says for each of Events when it is told in a briefing: within
	// the bounds of its date and never before the event ahead of it; zero
	// while no date is known at all.
	Moments []time.Time
	Axes    []timeline.Axis
	Sides   []scene.Side
	Eras    []brief.Era
	Banner  scene.Banner // how the map is to be handled, on every picture
	// What a person drew on the map.
	Controls []scene.Control
	Fronts   []scene.Front
	Routes   []scene.Route
	// Ways are the lines of advance that a person drew, by event.
	Ways map[timeline.ID][]orb.Point
	// Merged are the events that others tell as a part of them.
	Merged map[timeline.ID][]timeline.ID
	// Corroborated proposes which events of different reports are one. They
	// stay apart until a person merges them.
	Corroborated []timeline.Corroboration
	// Adopted names for events whose edit stands under an older ID that one.
	Adopted map[timeline.ID]timeline.ID

	index    map[timeline.ID]int // of Events; nil: search
	instants []time.Time         // of Events, as scene.Instants has them; nil: not reckoned
}

func indexOf(events []scene.Event) map[timeline.ID]int {
	m := make(map[timeline.ID]int, len(events))
	for i := range events {
		m[events[i].ID] = i
	}
	return m
}

// Only is the content with only those of its events that keep says; their
// numbers stay. Advances lead through these alone.
func (c Content) Only(keep func(scene.Event) bool) Content {
	var told []timeline.Event
	out := c
	out.Events, out.Moments, out.instants = nil, nil, nil
	for i, e := range c.Events {
		if !keep(e) {
			continue
		}
		out.Events = append(out.Events, e)
		out.Moments = append(out.Moments, c.Moments[i])
		if e.Status != timeline.Rejected {
			told = append(told, e.Event)
		}
	}
	out.Axes = timeline.Axes(told)
	out.index = indexOf(out.Events)
	return out
}

// Find returns the index in Events of an event, -1 if it is not there.
func (c Content) Find(id timeline.ID) int {
	if id == "" {
		return -1
	}
	if c.index != nil {
		if i, ok := c.index[id]; ok {
			return i
		}
		return -1
	}
	for i := range c.Events {
		if c.Events[i].ID == id {
			return i
		}
	}
	return -1
}

// Extent is the stretch of time from the first to the last instant that any
// event that is not rejected is known to touch; both zero if none has a date.
func (c Content) Extent() (from, to time.Time) {
	for _, e := range c.Events {
		if e.Status == timeline.Rejected {
			continue
		}
		for _, t := range [...]time.Time{e.When.Earliest, e.When.Latest} {
			if t.IsZero() {
				continue
			}
			if from.IsZero() || t.Before(from) {
				from = t
			}
			if to.IsZero() || t.After(to) {
				to = t
			}
		}
	}
	return from, to
}

// End is the moment at which everything has been told.
func (c Content) End() time.Time {
	_, end := c.Extent()
	for _, m := range c.Moments {
		if m.After(end) {
			end = m
		}
	}
	return end
}

// NeedsDate reports whether a report has no date of publication although
// something in it can only be dated from one.
func (c Content) NeedsDate() bool {
	for _, r := range c.Reports {
		if !r.Reading.Published.IsZero() {
			continue
		}
		for _, e := range r.Reading.Events {
			if !e.When.Known() {
				return true
			}
		}
	}
	return false
}

// Unplaced lists the names in the reports that could not be found on earth,
// each once.
func (c Content) Unplaced() []geocode.Resolved {
	var out []geocode.Resolved
	seen := make(map[string]bool)
	for _, r := range c.Reports {
		for _, m := range r.Result.Mentions {
			if len(m.Candidates) > 0 || m.Pinned || seen[m.Mention.Name] {
				continue
			}
			seen[m.Mention.Name] = true
			out = append(out, m)
		}
	}
	return out
}
