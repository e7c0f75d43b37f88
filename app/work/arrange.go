package work

import (
	"slices"

	"dateline/app/brief"
	"dateline/app/words"
	"dateline/geo/geocode"
	"dateline/geo/scene"
	"dateline/timeline"
)

// Arrange makes the content of a brief from its reports. It is quick and pure:
// after a correction it is called again with the same reports.
func Arrange(b brief.Brief, reports []Report) Content {
	read, adopted := gather(b, reports)
	merged := mergedInto(b, read)
	c := Content{Title: b.Title, Reports: reports, Adopted: adopted, Merged: merged.parts}
	events := make([]timeline.Event, 0, len(read.order))
	for _, id := range read.order {
		if merged.gone[id] {
			continue
		}
		p := read.placed[id]
		for _, part := range merged.parts[id] {
			p = join(p, read.placed[part])
		}
		p = apply(editOf(b, adopted, id), p)
		p.After = merged.follow(p.After)
		read.placed[id] = p
		events = append(events, p.Event)
	}
	number := 0
	ordered := timeline.Order(events)
	told := make([]timeline.Event, 0, len(ordered))
	c.Events = make([]scene.Event, 0, len(ordered))
	for _, e := range ordered {
		se := scene.Event{Placed: read.placed[e.ID]}
		if e.Status != timeline.Rejected {
			number++
			se.Number = number
			told = append(told, e)
		}
		c.Events = append(c.Events, se)
	}
	c.instants = scene.Instants(c.Events)
	c.Moments = moments(slices.Clone(c.instants))
	c.Axes = timeline.Axes(told)
	c.Sides = Sides(b.Sides, told)
	c.Eras = b.Eras
	c.Banner = scene.Banner{Text: b.Banner, Hue: b.BannerHue}
	c.Controls, c.Fronts, c.Routes = b.Controls, b.Fronts, b.Routes
	c.Ways = ways(b, c.Events, adopted)
	c.Corroborated = corroborated(reports, c.Events)
	c.index = indexOf(c.Events)
	return c
}

// gathered is what there is before any correction.
type gathered struct {
	placed map[timeline.ID]geocode.Placed
	order  []timeline.ID
}

// gather takes the events of all reports and those that a person made, and
// finds the events for the edits whose own are no longer read.
func gather(b brief.Brief, reports []Report) (gathered, map[timeline.ID]timeline.ID) {
	n := len(b.Own)
	for _, r := range reports {
		n += len(r.Result.Events)
	}
	g := gathered{placed: make(map[timeline.ID]geocode.Placed, n), order: make([]timeline.ID, 0, n)}
	add := func(p geocode.Placed) {
		if _, twice := g.placed[p.ID]; !twice { // the same report opened twice
			g.placed[p.ID] = p
			g.order = append(g.order, p.ID)
		}
	}
	for _, r := range reports {
		for _, p := range r.Result.Events {
			add(p)
		}
	}
	adopted := adopt(b, g)
	for _, o := range b.Own {
		p, ok := g.placed[o.Like]
		if !ok {
			p = geocode.Placed{Event: timeline.Event{Kind: timeline.Other}, Unplaced: words.T("No place has been given to it.")}
		}
		p.ID = o.ID
		p.Status = timeline.Proposed
		add(p)
	}
	return g, adopted
}

// adopt finds for every edit whose event is not read any more the event that
// is now told by the same words, if that has no edit of its own: new to old.
func adopt(b brief.Brief, g gathered) map[timeline.ID]timeline.ID {
	var out map[timeline.ID]timeline.ID
	for _, old := range sortedIDs(b.Edits) {
		e := b.Edits[old]
		if _, there := g.placed[old]; there || len(e.From) == 0 || brief.IsOwn(old) {
			continue
		}
		var best timeline.ID
		most := 0
		for _, id := range g.order {
			if _, edited := b.Edits[id]; edited || out[id] != "" {
				continue
			}
			if n := inCommon(g.placed[id].From, e.From); n > most {
				best, most = id, n
			}
		}
		if best != "" {
			if out == nil {
				out = make(map[timeline.ID]timeline.ID)
			}
			out[best] = old
		}
	}
	return out
}

// inCommon is how many bytes two lists of spans have in common.
func inCommon(a, b []timeline.Span) int {
	n := 0
	for _, x := range a {
		for _, y := range b {
			if x.Overlaps(y) {
				n += min(x.End, y.End) - max(x.Start, y.Start)
			}
		}
	}
	return n
}

// editOf is what a person decided about an event.
func editOf(b brief.Brief, adopted map[timeline.ID]timeline.ID, id timeline.ID) brief.Edit {
	if old, ok := adopted[id]; ok {
		return b.Edits[old]
	}
	return b.Edits[id]
}
