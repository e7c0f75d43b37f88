package work

import (
	"slices"
	"time"

	"dateline/geo/scene"
	"dateline/timeline"
)

// Visible are the events that a map and a timeline show, in order: in mode
// Cumulative those told by now, in Window those whose date touches [from, to],
// in Moment those whose date touches now. Rejected events never show; while no
// date is known at all, all others do.
func (c Content) Visible(mode scene.Mode, now, from, to time.Time) []scene.Event {
	var out []scene.Event
	for i, e := range c.Events {
		if e.Status != timeline.Rejected && c.shows(i, mode, now, from, to) {
			out = append(out, e)
		}
	}
	return out
}

func (c Content) shows(i int, mode scene.Mode, now, from, to time.Time) bool {
	m := c.Moments[i]
	if m.IsZero() {
		return true
	}
	switch mode {
	case scene.Window:
		lo, hi := c.span(i)
		return !lo.After(to) && !hi.Before(from)
	case scene.Moment:
		lo, hi := c.span(i)
		return !lo.After(now) && !hi.Before(now)
	}
	return !m.After(now)
}

// span is when an event may be said to be going on: its bounds, without the
// open ends, and the moment at which it is told.
func (c Content) span(i int) (lo, hi time.Time) {
	lo, hi = c.Moments[i], c.Moments[i]
	w := c.Events[i].When
	if !w.Earliest.IsZero() && w.Earliest.Before(lo) {
		lo = w.Earliest
	}
	if w.Latest.After(hi) {
		hi = w.Latest
	}
	return lo, hi
}

// At are the events told at a byte of a report's text, the one told in the
// fewest words first.
func (c Content) At(source timeline.SourceID, offset int) []timeline.ID {
	type hit struct {
		id  timeline.ID
		len int
	}
	var hits []hit
	for _, e := range c.Events {
		for _, s := range e.From {
			if s.Source == source && s.Contains(offset) {
				hits = append(hits, hit{e.ID, s.Len()})
				break
			}
		}
	}
	slices.SortStableFunc(hits, func(a, b hit) int { return a.len - b.len })
	ids := make([]timeline.ID, len(hits))
	for i, h := range hits {
		ids[i] = h.id
	}
	return ids
}
