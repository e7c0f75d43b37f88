package session

import (
	"fmt"
	"time"

	"dateline/app/brief"
	"dateline/app/words"
	"dateline/app/work"
	"dateline/geo/scene"
)

// Steps are the steps of the briefing.
func (s *Session) Steps() []brief.Step { return s.brief.Steps }

// CurrentStep is the index of the step that was gone to or made last, -1 for
// none.
func (s *Session) CurrentStep() int {
	if s.briefing >= len(s.brief.Steps) {
		return none
	}
	return s.briefing
}

// GoToStep shows a step: its event is selected, and the clock and what is shown
// at it are the step's. The camera is the window's business.
func (s *Session) GoToStep(i int) {
	if i < 0 || i >= len(s.brief.Steps) {
		return
	}
	c := s.stop()
	if s.briefing != i {
		s.briefing = i
		c |= StepsChanged
	}
	step := s.brief.Steps[i]
	if at := s.content.Find(step.Event); at >= 0 {
		c |= s.selectEvent(step.Event)
		s.cursor = at
	} else {
		c |= s.selectEvent("")
		s.cursor = bySight
	}
	s.changed(c | s.show(step.View, work.MomentOf(s.content, step)))
}

// show sets the clock to what a view says, and to now.
func (s *Session) show(v brief.View, now time.Time) Change {
	was := s.clock
	s.clock.Mode = work.ModeOf(v.Mode)
	if s.clock.Mode == scene.Window && !v.From.IsZero() {
		s.clock.From, s.clock.To = v.From, v.To
	}
	if !now.IsZero() {
		s.clock.Now = now
	}
	if s.clock == was {
		return 0
	}
	return ClockChanged
}

// ViewNow is what is shown now, with the camera.
func (s *Session) ViewNow(camera brief.Camera) brief.View {
	c := s.clock
	v := brief.View{Camera: camera, Mode: modeNames[c.Mode], Now: c.Now.Truncate(time.Second).UTC()}
	if c.Mode == scene.Window {
		v.From, v.To = c.From.Truncate(time.Second).UTC(), c.To.Truncate(time.Second).UTC()
	}
	return v
}

// StepPerEvent makes the briefing anew: a step for each event that is told.
func (s *Session) StepPerEvent() {
	steps := work.StepPerEvent(s.content)
	if len(steps) > 0 {
		s.editSteps(words.T("Make a step for each event"), s.brief.WithSteps(steps), 0)
	}
}

// AddStep adds a step behind the current one, of the selected event and of what
// is shown now.
func (s *Session) AddStep(camera brief.Camera) {
	at := s.CurrentStep() + 1
	if at == 0 {
		at = len(s.brief.Steps)
	}
	step := brief.Step{Event: s.selected, View: s.ViewNow(camera)}
	if e, ok := s.SelectedEvent(); ok && e.Number > 0 && s.at() >= 0 && s.content.Moments[s.at()].Equal(s.clock.Now) {
		step.View.Now = time.Time{} // it follows the event
	} else if !ok {
		step.Headline = s.brief.Title
	}
	s.editSteps(words.T("Add a step"), s.brief.InsertStep(at, step), at)
}

// RetakeStep makes a step show what is shown now.
func (s *Session) RetakeStep(i int, camera brief.Camera) {
	s.editSteps(words.T("Retake the step"), s.brief.EditStep(i, func(st *brief.Step) {
		hide := st.View.Hide
		st.View = s.ViewNow(camera)
		st.View.Hide = hide
	}), i)
}

// EditStep changes a step; what says so in the menu.
func (s *Session) EditStep(i int, what string, change func(*brief.Step)) {
	s.editSteps(what, s.brief.EditStep(i, change), i)
}

// DeleteStep takes a step out of the briefing.
func (s *Session) DeleteStep(i int) {
	s.editSteps(words.T("Delete the step"), s.brief.DeleteStep(i), min(i, len(s.brief.Steps)-2))
}

// DuplicateStep puts a copy of a step behind it.
func (s *Session) DuplicateStep(i int) {
	s.editSteps(words.T("Duplicate the step"), s.brief.DuplicateStep(i), i+1)
}

// MoveStep moves a step so that it is step to.
func (s *Session) MoveStep(from, to int) {
	to = min(max(to, 0), len(s.brief.Steps)-1)
	s.editSteps(words.T("Move the step"), s.brief.MoveStep(from, to), to)
}

// editSteps makes b, with other steps, the brief, and step i the current one.
func (s *Session) editSteps(what string, b brief.Brief, i int) {
	patch, err := brief.Patch(s.brief, b)
	if err != nil {
		s.changed(s.fail(fmt.Errorf("changing the briefing: %w", err)))
		return
	}
	if patch == nil || s.job != nil || s.Empty() || s.refused() {
		return
	}
	s.briefing = min(i, len(b.Steps)-1)
	s.apply(what, b)
	s.changed(StepsChanged)
}

// AddBookmark keeps what is shown now under a name.
func (s *Session) AddBookmark(name string, camera brief.Camera) {
	s.apply(words.T("Add a bookmark"), s.brief.WithBookmark(brief.Bookmark{Name: name, View: s.ViewNow(camera)}))
}

// DeleteBookmark forgets a bookmark.
func (s *Session) DeleteBookmark(name string) {
	s.apply(words.T("Delete the bookmark"), s.brief.WithoutBookmark(name))
}

// GoToBookmark shows what a bookmark keeps; the camera, which is returned, is
// the window's business.
func (s *Session) GoToBookmark(name string) (brief.Camera, bool) {
	for _, m := range s.brief.Bookmarks {
		if m.Name == name {
			s.cursor = bySight
			s.changed(s.stop() | s.show(m.View, m.View.Now))
			return m.View.Camera, true
		}
	}
	return brief.Camera{}, false
}
