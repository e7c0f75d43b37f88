package session

import (
	"dateline/timeline"
)

// Selection are all events selected, in the order in which they are told: the
// one that every view shows, and those marked beside it.
func (s *Session) Selection() []timeline.ID {
	if s.selected == "" {
		return nil
	}
	if len(s.marked) < 2 {
		return []timeline.ID{s.selected}
	}
	ids := make([]timeline.ID, 0, len(s.marked))
	for i := range s.content.Events {
		if id := s.content.Events[i].ID; s.marked[id] {
			ids = append(ids, id)
		}
	}
	return ids
}

// Marked reports whether an event is selected, alone or beside others.
func (s *Session) Marked(id timeline.ID) bool {
	return id != "" && (id == s.selected || s.marked[id])
}

// Toggle adds an event to the selection, or takes it out.
func (s *Session) Toggle(id timeline.ID) {
	if s.content.Find(id) < 0 {
		return
	}
	if s.selected == "" {
		s.Select(id)
		return
	}
	c := s.stop() | MarksChanged
	s.markSelected()
	if !s.marked[id] {
		s.marked[id] = true
		s.changed(c | s.selectEvent(id))
		return
	}
	delete(s.marked, id)
	if id == s.selected {
		c |= s.selectEvent(s.nearestMarked(id))
	}
	s.changed(c)
}

// Extend selects everything from the selected event to that one, of what is
// shown.
func (s *Session) Extend(id timeline.ID) {
	a, b := s.shown.Find(s.selected), s.shown.Find(id)
	if b < 0 {
		return
	}
	if a < 0 {
		s.Select(id)
		return
	}
	s.marked = make(map[timeline.ID]bool)
	for i := min(a, b); i <= max(a, b); i++ {
		s.marked[s.shown.Events[i].ID] = true
	}
	s.changed(s.stop() | MarksChanged)
}

// SelectAll selects everything that is shown.
func (s *Session) SelectAll() {
	if len(s.shown.Events) == 0 {
		return
	}
	c := s.stop() | MarksChanged
	s.marked = make(map[timeline.ID]bool, len(s.shown.Events))
	for _, e := range s.shown.Events {
		s.marked[e.ID] = true
	}
	if s.shown.Find(s.selected) < 0 {
		c |= s.selectEvent(s.shown.Events[0].ID)
	}
	s.changed(c)
}

func (s *Session) markSelected() {
	if s.marked == nil {
		s.marked = map[timeline.ID]bool{s.selected: true}
	}
}

// unmark leaves the selected event selected alone.
func (s *Session) unmark() Change {
	if s.marked == nil {
		return 0
	}
	s.marked = nil
	return MarksChanged
}

// nearestMarked is the marked event that is told next to one, "" for none.
func (s *Session) nearestMarked(id timeline.ID) timeline.ID {
	i := s.content.Find(id)
	for d := 1; d < len(s.content.Events); d++ {
		for _, k := range [2]int{i - d, i + d} {
			if k >= 0 && k < len(s.content.Events) && s.marked[s.content.Events[k].ID] {
				return s.content.Events[k].ID
			}
		}
	}
	return ""
}
