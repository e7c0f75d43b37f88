package work

import (
	"maps"
	"slices"

	"github.com/paulmach/orb"

	"dateline/app/brief"
	"dateline/app/words"
	"dateline/geo/gazetteer"
	"dateline/geo/geocode"
	"dateline/geo/scene"
	"dateline/timeline"
)

// apply returns the event with what a person decided about it.
func apply(edit brief.Edit, p geocode.Placed) geocode.Placed {
	set(&p.Title, edit.Title)
	set(&p.Kind, edit.Kind)
	set(&p.Side, edit.Side)
	set(&p.Status, edit.Status)
	set(&p.Actors, edit.Actors)
	set(&p.Figures, edit.Figures)
	set(&p.Claims, edit.Claims)
	if edit.When != nil {
		p.When = timeline.NewWhen(*edit.When, p.When.Stated, p.When.From)
	}
	if edit.Places != nil {
		p = at(p, *edit.Places)
	}
	return p
}

// set puts a decision in the place of what was read.
func set[T any](have *T, want *T) {
	if want != nil {
		*have = *want
	}
}

// at is the event at the places that a person chose.
func at(p geocode.Placed, places []brief.Place) geocode.Placed {
	p.Places, p.At, p.Missing, p.Unplaced = nil, nil, nil, ""
	for _, q := range places {
		l := Location(q)
		p.At = append(p.At, l)
		p.Places = append(p.Places, timeline.Place{
			Mention: timeline.Mention{Name: q.Name, Span: q.Span, Class: classOf(q)}, Role: l.Role,
		})
	}
	if !p.OnMap() {
		p.Unplaced = words.T("No place has been given to it.")
		if len(places) > 0 {
			p.Unplaced = words.T("Known to the country only.")
		}
	}
	return p
}

func classOf(p brief.Place) timeline.Class {
	switch {
	case p.Whole:
		return timeline.Country
	case p.Area != "":
		return timeline.Division
	}
	return timeline.AnyClass
}

// Location is where a place that a person chose is drawn.
func Location(p brief.Place) geocode.Location {
	l := geocode.Location{
		Name: p.Name, Role: p.Role, Point: p.Point(), RadiusKM: p.RadiusKM, Area: gazetteer.AreaKey(p.Area), Country: p.Whole, Why: p.Why,
		Place: gazetteer.Place{GeonameID: p.GeonameID, Name: p.Name, Point: p.Point(), Country: p.Country, Level: gazetteer.Town, Area: gazetteer.AreaKey(p.Area)},
	}
	if p.Found != "" {
		l.Place.Name = p.Found
	}
	if l.Role == "" {
		l.Role = timeline.At
	}
	switch {
	case p.Whole:
		l.Place.Level = gazetteer.Country
	case p.Area != "":
		l.Place.Level = gazetteer.Division
	}
	return l
}

// PlaceOf is a location as a place that a person could have chosen; span is
// where the report names it.
func PlaceOf(l geocode.Location, span timeline.Span) brief.Place {
	found := l.Place.Name
	if found == l.Name {
		found = ""
	}
	return brief.Place{
		Name: l.Name, Found: found, Role: l.Role, Lon: l.Point[0], Lat: l.Point[1], RadiusKM: l.RadiusKM, Area: string(l.Area), Country: l.Place.Country,
		Whole: l.Country, GeonameID: l.Place.GeonameID, Why: l.Why, Span: span,
	}
}

// PlacesOf are the places of an event as a person could have chosen them.
func PlacesOf(e geocode.Placed) []brief.Place {
	var out []brief.Place
	for i, l := range e.At {
		var span timeline.Span
		for k, p := range e.Places {
			if p.Name == l.Name && (span.Len() == 0 || k == i) {
				span = p.Span
			}
		}
		out = append(out, PlaceOf(l, span))
	}
	return out
}

// merges says which events are told as part of others.
type merges struct {
	parts map[timeline.ID][]timeline.ID // by the event that tells them
	gone  map[timeline.ID]bool
	into  map[timeline.ID]timeline.ID
}

// mergedInto reads the decisions to merge; one that leads nowhere, or round in
// a circle, counts for nothing.
func mergedInto(b brief.Brief, g gathered) merges {
	m := merges{}
	for _, id := range sortedIDs(b.Edits) {
		e := b.Edits[id]
		if e.Into == nil {
			continue
		}
		if _, there := g.placed[id]; !there {
			continue
		}
		root, ok := *e.Into, true
		for range len(b.Edits) + 1 {
			next := b.Edits[root].Into
			if next == nil {
				break
			}
			root = *next
		}
		if b.Edits[root].Into != nil || root == id {
			ok = false
		}
		if _, there := g.placed[root]; !there || !ok {
			continue
		}
		if m.parts == nil {
			m.parts, m.gone, m.into = map[timeline.ID][]timeline.ID{}, map[timeline.ID]bool{}, map[timeline.ID]timeline.ID{}
		}
		m.parts[root] = append(m.parts[root], id)
		m.gone[id], m.into[id] = true, root
	}
	return m
}

// follow puts the events that tell others in the place of those.
func (m merges) follow(after []timeline.ID) []timeline.ID {
	if len(m.gone) == 0 {
		return after
	}
	var out []timeline.ID
	for _, id := range after {
		if root, ok := m.into[id]; ok {
			id = root
		}
		if !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}

// join is an event that tells another one too.
func join(p, part geocode.Placed) geocode.Placed {
	p.From = appendNew(p.From, part.From)
	p.Claims = appendNew(p.Claims, part.Claims)
	p.Figures = appendNew(p.Figures, part.Figures)
	p.Actors = appendNew(p.Actors, part.Actors)
	p.After = appendNew(p.After, part.After)
	p.Missing = slices.Concat(p.Missing, part.Missing)
	p.Places, p.At = slices.Clone(p.Places), slices.Clone(p.At)
	for _, q := range part.Places {
		if !slices.ContainsFunc(p.Places, func(o timeline.Place) bool { return o.Name == q.Name }) {
			p.Places = append(p.Places, q)
		}
	}
	for _, l := range part.At {
		if !slices.ContainsFunc(p.At, func(o geocode.Location) bool { return o.Name == l.Name }) {
			p.At = append(p.At, l)
		}
	}
	if p.Movement == nil {
		p.Movement = part.Movement
	}
	if !p.When.Known() {
		p.When = part.When
	}
	if p.OnMap() {
		p.Unplaced = ""
	}
	return p
}

// appendNew appends what is not there yet; the lists are left as they are.
func appendNew[T comparable](list, more []T) []T {
	list = slices.Clone(list)
	for _, v := range more {
		if !slices.Contains(list, v) {
			list = append(list, v)
		}
	}
	return list
}

// ways are the lines of advance drawn by hand, by event.
func ways(b brief.Brief, events []scene.Event, adopted map[timeline.ID]timeline.ID) map[timeline.ID][]orb.Point {
	var out map[timeline.ID][]orb.Point
	if len(b.Edits) == 0 {
		return nil
	}
	for _, e := range events {
		w := editOf(b, adopted, e.ID).Way
		if w == nil {
			continue
		}
		if out == nil {
			out = make(map[timeline.ID][]orb.Point)
		}
		for _, p := range w.Points {
			out[e.ID] = append(out[e.ID], orb.Point(p))
		}
	}
	return out
}

// sortedIDs are the events that have edits, in a fixed order.
func sortedIDs(edits map[timeline.ID]brief.Edit) []timeline.ID {
	return slices.Sorted(maps.Keys(edits))
}
