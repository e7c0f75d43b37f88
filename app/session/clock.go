package session

import (
	"time"

	"dateline/geo/scene"
	"dateline/timeline"
)

// Clock is the moment that the map and the timeline show.
type Clock struct {
	Now      time.Time
	Mode     scene.Mode
	From, To time.Time // the window of mode Window
	Playing  bool
	Speed    float64 // 1 is one event in Dwell
	// TrueTime lets time pass evenly in playback, all of it in TrueLength at
	// speed 1, instead of event by event. Loop begins again at the end.
	TrueTime, Loop bool
}

const (
	// Dwell is how long an event stays in playback at speed 1.
	Dwell = 2500 * time.Millisecond
	// TrueLength is how long all events take in true time at speed 1.
	TrueLength = 40 * time.Second
	// hold is the part of Dwell in which the clock stands at the event; in
	// the rest it moves on to the next.
	hold = 0.6

	minSpeed, maxSpeed = 0.25, 8.0
)

// Values of Session.cursor that are not an index.
const (
	none    = -1 // nothing was stepped to: the next step is to an end
	bySight = -2 // the clock was moved: the next step is from there
)

// Clock is the clock as it is now.
func (s *Session) Clock() Clock { return s.clock }

// Extent is the time from the first to the last moment of the brief's events;
// both zero if none has a date.
func (s *Session) Extent() (from, to time.Time) {
	from, to = s.content.Extent()
	for _, m := range s.content.Moments {
		if m.IsZero() {
			continue
		}
		if from.IsZero() || m.Before(from) {
			from = m
		}
		if to.IsZero() || m.After(to) {
			to = m
		}
	}
	return from, to
}

// SetNow moves the clock, within the extent, and stops playback.
func (s *Session) SetNow(t time.Time) {
	c := s.stop()
	s.cursor = bySight
	s.changed(c | s.setNow(t))
}

// setNow moves the clock within the extent, and the window with it.
func (s *Session) setNow(t time.Time) Change {
	from, to := s.Extent()
	if t.Before(from) {
		t = from
	}
	if t.After(to) {
		t = to
	}
	if t.Equal(s.clock.Now) {
		return 0
	}
	s.clock.Now = t
	if s.clock.Mode == scene.Window {
		s.windowAround(t)
	}
	return ClockChanged
}

// windowAround shifts the window as little as needed to hold t.
func (s *Session) windowAround(t time.Time) {
	var by time.Duration
	switch {
	case t.Before(s.clock.From):
		by = t.Sub(s.clock.From)
	case t.After(s.clock.To):
		by = t.Sub(s.clock.To)
	}
	s.clock.From, s.clock.To = s.clock.From.Add(by), s.clock.To.Add(by)
}

// SetMode says which events show. The first time that a window is asked for it
// is the fifth of the extent, at least a day, that ends with the clock.
func (s *Session) SetMode(m scene.Mode) {
	if m == s.clock.Mode {
		return
	}
	s.clock.Mode = m
	if m == scene.Window {
		if s.clock.From.IsZero() && s.clock.To.IsZero() {
			from, to := s.Extent()
			length := max(to.Sub(from)/5, 24*time.Hour)
			s.clock.From, s.clock.To = s.clock.Now.Add(-length), s.clock.Now
		}
		s.windowAround(s.clock.Now)
	}
	s.changed(ClockChanged)
}

// SetWindow shows what falls into [from, to].
func (s *Session) SetWindow(from, to time.Time) {
	if to.Before(from) {
		from, to = to, from
	}
	s.clock.Mode, s.clock.From, s.clock.To = scene.Window, from, to
	if s.clock.Now.Before(from) {
		s.clock.Now = from
	}
	if s.clock.Now.After(to) {
		s.clock.Now = to
	}
	s.cursor = bySight
	s.changed(ClockChanged | s.stop())
}

// ShiftWindow moves the window by n times its own length.
func (s *Session) ShiftWindow(n int) {
	if s.clock.Mode != scene.Window {
		return
	}
	by := time.Duration(n) * s.clock.To.Sub(s.clock.From)
	s.SetWindow(s.clock.From.Add(by), s.clock.To.Add(by))
}

// SetSpeed sets the speed of playback, from a quarter to eight times.
func (s *Session) SetSpeed(v float64) {
	v = min(max(v, minSpeed), maxSpeed)
	if v != s.clock.Speed {
		s.clock.Speed = v
		s.changed(ClockChanged)
	}
}

// SetTrueTime plays with time passing evenly, or event by event.
func (s *Session) SetTrueTime(on bool) {
	if on != s.clock.TrueTime {
		s.clock.TrueTime = on
		s.held = 0
		s.changed(ClockChanged)
	}
}

// SetLoop begins playback again at its end, or stops there.
func (s *Session) SetLoop(on bool) {
	if on != s.clock.Loop {
		s.clock.Loop = on
		s.changed(ClockChanged)
	}
}

// Step goes n events on (or back, n < 0) in the order in which they are told,
// past rejected ones: the event is selected and the clock goes to it. With
// nothing stepped to before, the first step is to the first or last event.
func (s *Session) Step(n int) {
	c := s.stop()
	from := s.cursor
	if from == bySight {
		from = s.sight(n)
	}
	for ; n > 0; n-- {
		if i := s.next(from, 1); i >= 0 {
			from = i
		}
	}
	for ; n < 0; n++ {
		if from == none {
			from = len(s.content.Events)
		}
		if i := s.next(from, -1); i >= 0 {
			from = i
		}
	}
	s.changed(c | s.goTo(from))
}

// First goes to the first event.
func (s *Session) First() { s.changed(s.stop() | s.goTo(s.next(-1, 1))) }

// Last goes to the last event.
func (s *Session) Last() { s.changed(s.stop() | s.goTo(s.next(len(s.content.Events), -1))) }

// Position is the number of the event stepped to, from 1, and how many there
// are; the number is 0 when none was stepped to.
func (s *Session) Position() (number, of int) {
	for _, e := range s.content.Events {
		of = max(of, e.Number)
	}
	if i := s.at(); i >= 0 {
		number = s.content.Events[i].Number
	}
	return number, of
}

// at is the index of the event stepped to, -1 for none.
func (s *Session) at() int {
	if s.cursor >= 0 && s.cursor < len(s.content.Events) {
		return s.cursor
	}
	return -1
}

// next is the first index after (dir 1) or before (dir -1) i of an event that
// is told and passes the filter, -1 for none.
func (s *Session) next(i, dir int) int {
	for i += dir; i >= 0 && i < len(s.content.Events); i += dir {
		if e := s.content.Events[i]; e.Status != timeline.Rejected && (s.filter.Empty() || s.Passes(e.ID)) {
			return i
		}
	}
	return -1
}

// sight is the index from which a step of n starts where the clock stands:
// the last event told by now, or for a step back the first that is not.
func (s *Session) sight(n int) int {
	i := 0
	for i < len(s.content.Moments) && !s.content.Moments[i].After(s.clock.Now) {
		i++
	}
	if n > 0 {
		return i - 1
	}
	for i > 0 && s.content.Moments[i-1].Equal(s.clock.Now) {
		i--
	}
	return i
}

// goTo selects the event of that index and moves the clock to it.
func (s *Session) goTo(i int) Change {
	if i < 0 || i >= len(s.content.Events) {
		return 0
	}
	s.cursor, s.held = i, 0
	return s.selectEvent(s.content.Events[i].ID) | s.setNow(s.content.Moments[i])
}
