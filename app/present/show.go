package present

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"dateline/app/slide"
	"dateline/geo/paint/raster"
	"dateline/geo/scene"
)

// Options say how a briefing is shown.
type Options struct {
	At    int    // the slide to begin with, from 0
	Style string // of the map; "" is light
	// Speaker shows the presenter's window too even where there is one screen
	// alone; with a second screen it always is shown.
	Speaker bool
	// Windowed leaves the audience's window as any other, to be moved to where
	// it is wanted; F11 then fills that screen.
	Windowed bool
	// Still cuts from slide to slide in place of moving.
	Still bool
	// OnEnd is told the slide that was shown last.
	OnEnd func(at int)
	// OnError is told what went wrong.
	OnError func(error)
}

// Show is a briefing that is being shown. It belongs to Fyne's goroutine.
type Show struct {
	app      fyne.App
	do       func(func())
	deck     *slide.Deck
	opt      Options
	style    string
	measure  scene.Measurer
	talk     Talk
	began    time.Time
	audience *audience
	speaker  *speaker // nil: not shown
	timer    *time.Timer
	ended    bool
}

// Start shows a briefing; do brings a func to Fyne's goroutine. With a second
// screen the audience's window fills that one and the presenter's window is on
// the first; with one the audience's fills it, and notes are not shown on it
// unless they are asked for.
func Start(a fyne.App, d *slide.Deck, do func(func()), opt Options) *Show {
	s := &Show{app: a, do: do, deck: d, opt: opt, style: opt.Style, measure: raster.NewMeasurer(), began: time.Now()}
	s.talk.N = d.Len()
	s.talk.At = min(max(opt.At, 0), max(d.Len()-1, 0))
	second := false
	if dr, ok := a.Driver().(desktop.Driver); ok {
		second = dr.HasSecondaryDisplay()
	}
	s.audience = newAudience(s)
	if second || opt.Speaker {
		s.speaker = newSpeaker(s)
	}
	switch w, ok := s.audience.win.(desktop.Window); {
	case opt.Windowed:
	case second && ok:
		w.RequestFullScreenSecondary()
	case !opt.Speaker:
		s.audience.win.SetFullScreen(true)
	}
	if s.speaker != nil {
		s.speaker.win.Show()
	}
	s.audience.win.Show()
	s.audience.win.RequestFocus()
	s.update()
	return s
}

// Talk is where the presentation is.
func (s *Show) Talk() Talk { return s.talk }

// Audience is the window of those who listen.
func (s *Show) Audience() fyne.Window { return s.audience.win }

// Speaker is the presenter's window, nil while it is not shown.
func (s *Show) Speaker() fyne.Window {
	if s.speaker == nil {
		return nil
	}
	return s.speaker.win
}

// Typed does what a key stands for, whichever window it was pressed in: the
// keys of a clicker need no focus.
func (s *Show) Typed(e *fyne.KeyEvent) {
	shift := false
	if d, ok := s.app.Driver().(desktop.Driver); ok {
		shift = d.CurrentKeyModifiers()&fyne.KeyModifierShift != 0
	}
	s.press(string(e.Name), shift)
}

func (s *Show) press(name string, shift bool) {
	if s.ended {
		return
	}
	moving := s.audience.moving()
	if moving && s.talk.Finish(name) {
		s.audience.finish()
		s.rest()
		return
	}
	s.do1(s.talk.Key(name, shift, moving), name == "Left" || name == "Prior" || name == "P" || name == "Up")
}

// do1 does what an effect asks for; back cuts, since nobody wants to watch the
// way back.
func (s *Show) do1(e Effect, back bool) {
	switch e {
	case Leave:
		s.End()
		return
	case Moved:
		s.audience.show(s.talk.At, s.animate() && !back)
	case Home:
		s.audience.home()
	case Ring:
		s.audience.pointer.turn()
	case Full:
		s.audience.win.SetFullScreen(!s.audience.win.FullScreen())
	case Speaker:
		s.toggleSpeaker()
	}
	s.update()
	s.rest()
}

// GoTo shows slide i.
func (s *Show) GoTo(i int) { s.do1(s.talk.Go(i), false) }

// animate reports whether the map may move by itself.
func (s *Show) animate() bool { return !s.opt.Still && s.app.Settings().ShowAnimations() }

func (s *Show) toggleSpeaker() {
	if s.speaker != nil {
		s.speaker.close()
		s.speaker = nil
		return
	}
	s.speaker = newSpeaker(s)
	s.speaker.win.Show()
}

// update shows the talk in both windows.
func (s *Show) update() {
	s.audience.update(&s.talk)
	if s.speaker != nil {
		s.speaker.update()
	}
}

// rest waits, while the briefing plays, until the slide has been seen.
func (s *Show) rest() {
	if s.timer != nil {
		s.timer.Stop()
		s.timer = nil
	}
	if !s.talk.Playing || s.ended {
		return
	}
	at := s.talk.At
	s.timer = time.AfterFunc(s.talk.Stay(s.deck.Slide(at).Dwell), func() {
		s.do(func() {
			if !s.ended && s.talk.Playing && s.talk.At == at {
				s.do1(s.talk.PlayOn(), false)
			}
		})
	})
}

// End closes both windows.
func (s *Show) End() {
	if s.ended {
		return
	}
	s.ended = true
	if s.timer != nil {
		s.timer.Stop()
	}
	if s.speaker != nil {
		s.speaker.close()
	}
	s.audience.close()
	if s.opt.OnEnd != nil {
		s.opt.OnEnd(s.talk.At)
	}
}

func (s *Show) fail(err error) {
	if s.opt.OnError != nil {
		s.opt.OnError(err)
	}
}
