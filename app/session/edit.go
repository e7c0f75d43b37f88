package session

import (
	"slices"

	"dateline/app/brief"
	"dateline/geo/geocode"
	"dateline/timeline"
	"dateline/timeline/edtf"
)

// step is a brief that one can go back or forth to, and what leads from it.
type step struct {
	brief    brief.Brief
	revision int
	what     string
}

// maxUndo bounds how many steps are kept.
const maxUndo = 200

// Accept marks an event as right.
func (s *Session) Accept(id timeline.ID) { s.setStatus(id, timeline.Accepted, "Accept") }

// Reject strikes an event out: it stays in the list and is not told.
func (s *Session) Reject(id timeline.ID) { s.setStatus(id, timeline.Rejected, "Reject") }

// Propose takes Accept or Reject back.
func (s *Session) Propose(id timeline.ID) { s.setStatus(id, timeline.Proposed, "Mark as proposed") }

func (s *Session) setStatus(id timeline.ID, status timeline.Status, what string) {
	e, ok := s.Event(id)
	if !ok || e.Status == status {
		return
	}
	s.apply(what, s.brief.WithStatus(id, status))
}

// Edit changes what a person decided about an event.
func (s *Session) Edit(id timeline.ID, what string, change func(*brief.Edit)) {
	if s.content.Find(id) >= 0 {
		s.apply(what, s.brief.WithEdit(id, change))
	}
}

// Pin decides which place a name means; the reports are placed again.
func (s *Session) Pin(p geocode.Pin) { s.apply("Choose place", s.brief.WithPin(p)) }

// SetTitle names the brief.
func (s *Session) SetTitle(title string) {
	if title != s.brief.Title {
		b := s.brief
		b.Title = title
		s.apply("Rename", b)
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
	s.apply("Set date", b)
}

// apply makes b the brief, as a step that can be undone. Nothing can be
// changed while a job is under way.
func (s *Session) apply(what string, b brief.Brief) {
	if s.job != nil || s.Empty() {
		return
	}
	s.adopt(b, "Reading", func() {
		s.past = append(s.past, step{s.brief, s.revision, what})
		if len(s.past) > maxUndo {
			s.past = slices.Delete(s.past, 0, len(s.past)-maxUndo)
		}
		s.future = nil
		s.newest++
		s.revision = s.newest
	})
}

// CanUndo says what Undo would take back.
func (s *Session) CanUndo() (what string, ok bool) { return top(s.past) }

// CanRedo says what Redo would do again.
func (s *Session) CanRedo() (what string, ok bool) { return top(s.future) }

func top(steps []step) (string, bool) {
	if len(steps) == 0 {
		return "", false
	}
	return steps[len(steps)-1].what, true
}

// Undo takes the last change back.
func (s *Session) Undo() { s.travel(&s.past, &s.future) }

// Redo does the change taken back last again.
func (s *Session) Redo() { s.travel(&s.future, &s.past) }

func (s *Session) travel(from, to *[]step) {
	if s.job != nil || len(*from) == 0 {
		return
	}
	target := (*from)[len(*from)-1]
	target.brief.Show = s.brief.Show
	s.adopt(target.brief, "Reading", func() {
		*from = (*from)[:len(*from)-1]
		*to = append(*to, step{s.brief, s.revision, target.what})
		s.revision = target.revision
	})
}
