package session

import "time"

// TogglePlay starts or stops playback: event after event, with nothing
// between. At the end, or with nothing stepped to, it starts from the first.
func (s *Session) TogglePlay() {
	if s.clock.Playing {
		s.changed(s.stop())
		return
	}
	if s.clock.TrueTime {
		s.playTrue()
		return
	}
	var c Change
	if s.cursor == bySight {
		s.cursor = s.sight(1)
	}
	if i := s.at(); i < 0 || s.next(i, 1) < 0 {
		c = s.goTo(s.next(-1, 1))
	}
	if s.at() < 0 {
		return // nothing to play
	}
	s.clock.Playing, s.held = true, 0
	s.changed(c | ClockChanged)
}

func (s *Session) stop() Change {
	if !s.clock.Playing {
		return 0
	}
	s.clock.Playing, s.held = false, 0
	return ClockChanged
}

// SetReducedMotion lets playback go from event to event at once, with no
// movement between them.
func (s *Session) SetReducedMotion(on bool) { s.reduced = on }

// Advance lets dt of real time pass in playback. The window calls it from its
// ticker; it does nothing while nothing plays.
func (s *Session) Advance(dt time.Duration) {
	if !s.clock.Playing || dt <= 0 {
		return
	}
	if s.clock.TrueTime {
		s.advanceTrue(dt)
		return
	}
	s.held += float64(dt) / float64(Dwell) * s.clock.Speed
	var c Change
	for {
		i := s.at()
		next := -1
		if i >= 0 {
			next = s.next(i, 1)
		}
		if next < 0 {
			if s.held >= hold {
				if s.clock.Loop && i >= 0 && s.next(-1, 1) != i {
					c |= s.goTo(s.next(-1, 1))
					continue
				}
				c |= s.stop()
			}
			break
		}
		if s.held >= 1 {
			rest := s.held - 1
			c |= s.goTo(next)
			s.held = rest
			continue
		}
		if s.held > hold && !s.reduced {
			a, b := s.content.Moments[i], s.content.Moments[next]
			f := (s.held - hold) / (1 - hold)
			c |= s.setNow(a.Add(time.Duration(f * float64(b.Sub(a)))))
		}
		break
	}
	s.changed(c)
}

// playTrue starts playback in true time, from the clock or, at the end, from
// the beginning.
func (s *Session) playTrue() {
	from, to := s.Extent()
	if !to.After(from) {
		return // no time passes
	}
	c := ClockChanged | s.unmark() | s.selectEvent("")
	s.cursor = bySight
	if !s.clock.Now.Before(to) {
		c |= s.setNow(from)
	}
	s.clock.Playing, s.held = true, 0
	s.changed(c)
}

// advanceTrue lets as much time pass as belongs to dt of real time.
func (s *Session) advanceTrue(dt time.Duration) {
	from, to := s.Extent()
	share := float64(dt) / float64(TrueLength) * s.clock.Speed
	by := time.Duration(share * float64(to.Sub(from)))
	next := s.clock.Now.Add(max(by, 1))
	var c Change
	switch {
	case next.Before(to):
		c = s.setNow(next)
	case s.clock.Loop:
		c = s.setNow(from)
	default:
		c = s.setNow(to) | s.stop()
	}
	s.changed(c)
}
