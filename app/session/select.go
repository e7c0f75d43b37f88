package session

import (
	"dateline/geo/scene"
	"dateline/timeline"
)

// Selected is the event selected in every view, "" for none.
func (s *Session) Selected() timeline.ID { return s.selected }

// Hovered is the event under the pointer in some view, "" for none.
func (s *Session) Hovered() timeline.ID { return s.hover }

// Select selects an event in every view; "" or an unknown one selects none.
// Steps go on from it. The clock moves only where the event would not show
// otherwise.
func (s *Session) Select(id timeline.ID) {
	i := s.content.Find(id)
	if i < 0 {
		s.changed(s.unmark() | s.selectEvent(""))
		return
	}
	c := s.stop() | s.unmark() | s.selectEvent(id)
	if s.content.Events[i].Status != timeline.Rejected {
		s.cursor = i
		if !s.shows(id) {
			c |= s.setNow(s.content.Moments[i])
		}
	}
	s.changed(c)
}

// SelectAt selects the event told at a byte of a report's text; where several
// are, the one told in the fewest words, or the one after the selected one. It
// reports whether there is one.
func (s *Session) SelectAt(source timeline.SourceID, offset int) bool {
	ids := s.content.At(source, offset)
	if len(ids) == 0 {
		return false
	}
	next := 0
	for i, id := range ids {
		if id == s.selected {
			next = (i + 1) % len(ids)
		}
	}
	s.Select(ids[next])
	return true
}

// Hover marks an event in every view; "" marks none.
func (s *Session) Hover(id timeline.ID) {
	if s.content.Find(id) < 0 {
		id = ""
	}
	if id != s.hover {
		s.hover = id
		s.changed(HoverChanged)
	}
}

func (s *Session) selectEvent(id timeline.ID) Change {
	if id == s.selected {
		return 0
	}
	s.selected = id
	if s.marked != nil {
		if id == "" {
			s.marked = nil
			return SelectionChanged | MarksChanged
		}
		s.marked[id] = true
	}
	return SelectionChanged
}

// shows reports whether an event would show if it were not selected.
func (s *Session) shows(id timeline.ID) bool {
	c := s.clock
	for _, e := range s.shown.Visible(c.Mode, c.Now, c.From, c.To, "") {
		if e.ID == id {
			return true
		}
	}
	return false
}

// SelectedEvent is the event selected.
func (s *Session) SelectedEvent() (scene.Event, bool) { return s.Event(s.selected) }
