package work

import (
	"dateline/app/brief"
	"dateline/geo/geocode"
	"dateline/geo/scene"
	"dateline/timeline"
)

// Arrange makes the content of a brief from its reports. It is quick and pure:
// after a correction it is called again with the same reports.
func Arrange(b brief.Brief, reports []Report) Content {
	placed := make(map[timeline.ID]geocode.Placed)
	var events []timeline.Event
	for _, r := range reports {
		for _, p := range r.Result.Events {
			if _, twice := placed[p.ID]; twice {
				continue // the same report opened twice
			}
			p.Event = apply(b.Edits[p.ID], p.Event)
			placed[p.ID] = p
			events = append(events, p.Event)
		}
	}
	c := Content{Title: b.Title, Reports: reports}
	number := 0
	var told []timeline.Event
	for _, e := range timeline.Order(events) {
		se := scene.Event{Placed: placed[e.ID]}
		if e.Status != timeline.Rejected {
			number++
			se.Number = number
			told = append(told, e)
		}
		c.Events = append(c.Events, se)
	}
	c.Moments = Moments(c.Events)
	c.Axes = timeline.Axes(told)
	c.Sides = Sides(b.Sides, told)
	return c
}

// apply returns the event with what a person decided about it.
func apply(edit brief.Edit, e timeline.Event) timeline.Event {
	if edit.Title != nil {
		e.Title = *edit.Title
	}
	if edit.Kind != nil {
		e.Kind = *edit.Kind
	}
	if edit.When != nil {
		e.When = timeline.NewWhen(*edit.When, e.When.Stated, e.When.From)
	}
	if edit.Side != nil {
		e.Side = *edit.Side
	}
	if edit.Status != nil {
		e.Status = *edit.Status
	}
	return e
}
