package session

import (
	"dateline/app/brief"
	"dateline/app/words"
	"dateline/app/work"
	"dateline/geo/geocode"
	"dateline/geo/scene"
	"dateline/timeline"
	"dateline/timeline/edtf"
)

// Accept marks events as right.
func (s *Session) Accept(ids ...timeline.ID) { s.setStatus(ids, timeline.Accepted, words.T("Accept")) }

// Reject strikes events out: they stay in the list and are not told.
func (s *Session) Reject(ids ...timeline.ID) { s.setStatus(ids, timeline.Rejected, words.T("Reject")) }

// Propose takes Accept or Reject back.
func (s *Session) Propose(ids ...timeline.ID) {
	s.setStatus(ids, timeline.Proposed, words.T("Mark as proposed"))
}

func (s *Session) setStatus(ids []timeline.ID, status timeline.Status, what string) {
	var changed []timeline.ID
	for _, id := range ids {
		if e, ok := s.Event(id); ok && e.Status != status {
			changed = append(changed, id)
		}
	}
	if len(changed) > 0 {
		s.EditAll(changed, what, func(_ timeline.ID, e *brief.Edit) { e.Status = &status })
	}
}

// Review accepts or rejects the selected events and goes on to the next that
// nobody has decided about.
func (s *Session) Review(status timeline.Status) {
	ids := s.Selection()
	if len(ids) == 0 || s.job != nil {
		return
	}
	next := s.nextProposed(ids)
	what := words.T("Accept")
	if status == timeline.Rejected {
		what = words.T("Reject")
	}
	s.setStatus(ids, status, what)
	if next != "" {
		s.Select(next)
	}
}

// nextProposed is the first proposed event after the last of those, round to
// the start; "" if there is none.
func (s *Session) nextProposed(ids []timeline.ID) timeline.ID {
	events := s.shown.Events
	from := 0
	skip := make(map[timeline.ID]bool, len(ids))
	for _, id := range ids {
		skip[id] = true
		from = max(from, s.shown.Find(id)+1)
	}
	for k := range events {
		e := events[(from+k)%len(events)]
		if e.Status == timeline.Proposed && !skip[e.ID] {
			return e.ID
		}
	}
	return ""
}

// NextProposed selects the next event that nobody has decided about and
// reports whether there is one.
func (s *Session) NextProposed() bool {
	next := s.nextProposed(s.Selection())
	if next != "" {
		s.Select(next)
	}
	return next != ""
}

// Edit changes what a person decided about an event.
func (s *Session) Edit(id timeline.ID, what string, change func(*brief.Edit)) {
	s.EditAll([]timeline.ID{id}, what, func(_ timeline.ID, e *brief.Edit) { change(e) })
}

// EditAll changes what a person decided about several events, as one step. An
// edit remembers the words that told its event.
func (s *Session) EditAll(ids []timeline.ID, what string, change func(timeline.ID, *brief.Edit)) {
	var known []timeline.ID
	b := s.brief
	for _, id := range ids {
		if s.content.Find(id) < 0 {
			continue
		}
		known = append(known, id)
		if old, ok := s.content.Adopted[id]; ok { // from here on it stands under its event
			e := b.Edits[old]
			b = b.WithEdit(old, func(e *brief.Edit) { *e = brief.Edit{} })
			b = b.WithEdit(id, func(n *brief.Edit) { *n = e })
		}
	}
	if len(known) == 0 {
		return
	}
	if n := len(known); n > 1 {
		what = words.N(n, "%[2]s %[1]d events", what)
	}
	s.apply(what, b.WithEdits(known, func(id timeline.ID, e *brief.Edit) {
		change(id, e)
		if ev, ok := s.Event(id); ok && len(e.From) == 0 && !brief.IsOwn(id) {
			e.From = ev.From
		}
	}))
}

// EditOf is what a person decided about an event.
func (s *Session) EditOf(id timeline.ID) brief.Edit {
	if old, ok := s.content.Adopted[id]; ok {
		id = old
	}
	return s.brief.Edits[id]
}

// Merge tells all selected events as one: the one selected last shows them.
func (s *Session) Merge() {
	ids := s.Selection()
	if len(ids) < 2 {
		return
	}
	root := s.selected
	var parts []timeline.ID
	for _, id := range ids {
		if id != root {
			parts = append(parts, id)
		}
	}
	s.EditAll(parts, words.T("Merge"), func(_ timeline.ID, e *brief.Edit) { e.Into = &root })
}

// CanSplit reports whether Split would do anything.
func (s *Session) CanSplit() bool {
	_, ok := s.SelectedEvent()
	return ok && len(s.Selection()) == 1
}

// Split takes apart an event that was merged; any other it tells once more, as
// an event of its own of which both can then be corrected: with one place
// each, where it has several.
func (s *Session) Split() {
	e, ok := s.SelectedEvent()
	if !ok || s.job != nil {
		return
	}
	if parts := s.content.Merged[e.ID]; len(parts) > 0 {
		s.apply(words.T("Split"), s.brief.WithEdits(parts, func(_ timeline.ID, ed *brief.Edit) { ed.Into = nil }))
		return
	}
	s.twice(e, words.T("Split"), true)
}

// Duplicate tells the selected event once more, as an event of its own.
func (s *Session) Duplicate() {
	if e, ok := s.SelectedEvent(); ok && s.job == nil {
		s.twice(e, words.T("Duplicate"), false)
	}
}

func (s *Session) twice(e scene.Event, what string, share bool) {
	b, id := s.brief.WithOwn(e.ID)
	ed := s.EditOf(e.ID)
	from := e.From
	places := work.PlacesOf(e.Placed)
	b = b.WithEdit(id, func(n *brief.Edit) {
		*n = ed
		proposed := timeline.Proposed
		n.Status, n.From = &proposed, from
		if share && len(places) > 1 {
			rest := places[1:]
			n.Places = &rest
		}
	})
	if share && len(places) > 1 {
		b = b.WithEdit(e.ID, func(o *brief.Edit) {
			first := places[:1]
			o.Places, o.From = &first, from
		})
	}
	s.apply(what, b)
	s.Select(id)
}

// AddEvent makes an event of a person's own and selects it.
func (s *Session) AddEvent(change func(*brief.Edit)) timeline.ID {
	if s.job != nil || s.Empty() {
		return ""
	}
	b, id := s.brief.WithOwn("")
	accepted := timeline.Accepted
	b = b.WithEdit(id, func(e *brief.Edit) {
		e.Status = &accepted
		change(e)
	})
	s.apply(words.T("New event"), b)
	s.Select(id)
	return id
}

// Delete takes events away that a person made, and rejects the others: what a
// report tells is never lost.
func (s *Session) Delete(ids ...timeline.ID) {
	b := s.brief
	n := 0
	for _, id := range ids {
		if s.content.Find(id) < 0 {
			continue
		}
		n++
		if brief.IsOwn(id) {
			b = b.WithoutOwn(id)
		} else {
			b = b.WithStatus(id, timeline.Rejected)
		}
	}
	if n > 0 {
		s.apply(words.T("Delete"), b)
	}
}

// Pin decides which place a name means; the reports are placed again.
func (s *Session) Pin(p geocode.Pin) { s.apply(words.T("Choose place"), s.brief.WithPin(p)) }

// SetTitle names the brief.
func (s *Session) SetTitle(title string) {
	if title != s.brief.Title {
		b := s.brief
		b.Title = title
		s.apply(words.T("Rename"), b)
	}
}

// SetBanner says how every picture of the brief is to be handled, on a ground
// of that colour; "" is nothing.
func (s *Session) SetBanner(text string, hue scene.Hue) {
	if text == "" {
		hue = ""
	}
	if text != s.brief.Banner || hue != s.brief.BannerHue {
		b := s.brief
		b.Banner, b.BannerHue = text, hue
		s.apply(words.T("Handling"), b)
	}
}

// SetPublished dates every report that has no date; the reports are read
// again.
func (s *Session) SetPublished(date edtf.Value) {
	b := s.brief
	for i, r := range b.Reports {
		if r.Published.IsZero() {
			b = b.WithPublished(i, date)
		}
	}
	s.apply(words.T("Set date"), b)
}

// Change changes the brief as a whole, as one step.
func (s *Session) Change(what string, change func(brief.Brief) brief.Brief) {
	s.apply(what, change(s.brief))
}
