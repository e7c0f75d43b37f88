package session

import (
	"dateline/app/brief"
	"dateline/app/work"
	"dateline/geo/scene"
	"dateline/timeline"
)

// set shows the brief and its content, keeping the selection and the clock
// where they still make sense. A clock at the end stays at the end.
func (s *Session) set(b brief.Brief, content work.Content) Change {
	var at timeline.ID
	if i := s.at(); i >= 0 {
		at = s.content.Events[i].ID
	}
	_, end := s.Extent()
	atEnd := s.clock.Now.Equal(end)
	s.brief, s.content = b, content
	s.refilter()
	c := BriefChanged
	for id := range s.marked {
		if content.Find(id) < 0 {
			delete(s.marked, id)
			c |= MarksChanged
		}
	}
	if s.reveal != "" && content.Find(s.reveal) >= 0 {
		c |= s.selectEvent(s.reveal)
	}
	s.reveal = ""
	if content.Find(s.selected) < 0 {
		c |= s.selectEvent("")
	}
	if s.hover != "" && content.Find(s.hover) < 0 {
		s.hover = ""
		c |= HoverChanged
	}
	if s.cursor >= 0 {
		s.cursor = content.Find(at)
		if s.cursor < 0 {
			s.cursor = bySight
		}
	}
	if _, end = s.Extent(); !atEnd {
		end = s.clock.Now
	}
	return c | s.setNow(end)
}

// The names of the modes in a brief.
var modeNames = [...]string{scene.Cumulative: "cumulative", scene.Window: "window", scene.Moment: "moment"}

// restoreShow shows the brief as it was shown when it was saved.
func (s *Session) restoreShow() {
	for m, name := range modeNames {
		if name == s.brief.Show.Mode && scene.Mode(m) != scene.Window {
			s.clock.Mode = scene.Mode(m)
		}
	}
	for i, e := range s.content.Events {
		if e.Number > 0 && e.Number == s.brief.Show.Step {
			s.goTo(i)
		}
	}
}

// SetShow keeps with the brief how it is shown: it is saved with it, and is
// no change that must be saved or can be undone.
func (s *Session) SetShow(change func(*brief.Show)) { change(&s.brief.Show) }
