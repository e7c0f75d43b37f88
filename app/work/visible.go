package work

import (
	"slices"
	"time"

	"dateline/geo/scene"
	"dateline/timeline"
)

// Visible are the events that a map and a timeline show, in order; see
// scene.Visible.
func (c Content) Visible(mode scene.Mode, now, from, to time.Time, selected timeline.ID) []scene.Event {
	in := scene.Input{Events: c.Events, Mode: mode, Now: now, From: from, To: to, Selected: selected}
	if len(c.instants) != len(c.Events) {
		return scene.Visible(in)
	}
	return scene.VisibleAt(in, c.instants)
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
