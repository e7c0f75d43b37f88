package present

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"dateline/app/brief"
	"dateline/app/slide"
	"dateline/app/theme"
	"dateline/app/work"
)

const march = `Rebels take northern towns

Published 21 August 2009

Rebels seized the city of Erbil on Monday, officials said. On Wednesday they took Kirkuk.
Government soldiers withdrew to Baghdad on Thursday.
`

// deck is the slides of a report, of which the first has notes.
func deck(t *testing.T) *slide.Deck {
	t.Helper()
	e := work.New()
	b, err := e.Open("march.txt", strings.NewReader(march))
	if err != nil {
		t.Fatal(err)
	}
	c, err := e.Read(context.Background(), b, func(string, float64) {})
	if err != nil {
		t.Fatal(err)
	}
	b.Steps = work.StepPerEvent(c)
	b = b.EditStep(0, func(s *brief.Step) { s.Notes = "Point at the north." })
	d := slide.New(e, b, c)
	if d.Len() < 3 {
		t.Fatalf("%d slides", d.Len())
	}
	return d
}

// started is a presentation whose handed over work is done until something
// holds.
func started(t *testing.T, opt Options) (s *Show, until func(what string, holds func() bool)) {
	t.Helper()
	a := test.NewTempApp(t)
	a.Settings().SetTheme(theme.New(theme.Light))
	queue := make(chan func(), 1000)
	opt.OnError = func(err error) { t.Error(err) }
	s = Start(a, deck(t), func(f func()) { queue <- f }, opt)
	t.Cleanup(s.End)
	s.Audience().Resize(fyne.NewSize(800, 450))
	s.Audience().Canvas().Capture() // the map learns how large a pixel is
	return s, func(what string, holds func() bool) {
		t.Helper()
		late := time.After(2 * time.Minute)
		for !holds() {
			select {
			case f := <-queue:
				f()
			case <-time.After(20 * time.Millisecond):
			case <-late:
				t.Fatal("never: " + what)
			}
		}
	}
}

func press(s *Show, keys ...fyne.KeyName) {
	for _, k := range keys {
		s.Typed(&fyne.KeyEvent{Name: k})
	}
}

func TestPresent(t *testing.T) {
	ended := -1
	s, until := started(t, Options{Still: true, Windowed: true, Speaker: true, OnEnd: func(at int) { ended = at }})
	until("the first slide is shown", func() bool {
		return s.audience.shown == 0 && s.audience.band.Image != nil && s.audience.world.Shown().Input.Title == s.deck.Slide(0).Headline
	})
	until("the presenter sees it and the next", func() bool { return s.speaker.current.Image != nil && s.speaker.next.Image != nil })
	if s.speaker.notes.Text != "Point at the north." {
		t.Errorf("the presenter sees the notes %q", s.speaker.notes.Text)
	}
	press(s, fyne.KeyPageDown)
	until("the second slide is shown", func() bool { return s.audience.world.Shown().Input.Selected == s.deck.Slide(1).Event })
	if s.audience.shown != 1 || s.speaker.number.Text != fmt.Sprintf("2 of %d", s.deck.Len()) {
		t.Errorf("after a key slide %d is shown, and %q", s.audience.shown, s.speaker.number.Text)
	}
	if !strings.HasPrefix(s.speaker.notes.Text, "No notes") {
		t.Errorf("notes of another step: %q", s.speaker.notes.Text)
	}
	press(s, fyne.KeyB)
	if !s.audience.blank.Visible() || s.speaker.state.Text != "Black" {
		t.Error("the screen is not black")
	}
	press(s, fyne.KeyPageDown)
	if s.audience.blank.Visible() || s.audience.shown != 1 {
		t.Error("a key does not bring the slide back")
	}
	press(s, fyne.Key3)
	if !s.audience.chip.Visible() || s.audience.typed.Text != "3" {
		t.Error("the number that is typed is not seen")
	}
	press(s, fyne.KeyReturn)
	if s.audience.chip.Visible() || s.audience.shown != 2 {
		t.Errorf("3 and Enter show slide %d", s.audience.shown)
	}
	// The map stays live, and Backspace goes back.
	home := s.audience.world.Map()
	s.audience.world.Zoom(2)
	if s.audience.world.Map().Scale == home.Scale {
		t.Error("the map is not live")
	}
	press(s, fyne.KeyBackspace)
	if got := s.audience.world.Map(); got.Scale != home.Scale || got.Center != home.Center {
		t.Errorf("Backspace shows %v, want %v", got, home)
	}
	press(s, fyne.KeyS)
	if s.Speaker() != nil {
		t.Error("the presenter's window is not closed")
	}
	press(s, fyne.KeyEscape)
	if ended != 2 {
		t.Errorf("it ended at %d", ended)
	}
	press(s, fyne.KeySpace) // too late
}

// TestPresentOnOneScreen never shows the notes to the room.
func TestPresentOnOneScreen(t *testing.T) {
	s, _ := started(t, Options{At: 99})
	if s.Speaker() != nil || !s.Audience().FullScreen() {
		t.Error("with one screen there is a presenter's window, or the audience's does not fill it")
	}
	if s.Talk().At != s.deck.Len()-1 {
		t.Errorf("it begins at %d", s.Talk().At)
	}
}

func TestMovement(t *testing.T) {
	s, until := started(t, Options{Windowed: true})
	until("the first slide is shown", func() bool { return s.audience.world.Shown().Input.Title != "" })
	press(s, fyne.KeySpace)
	if !s.audience.moving() {
		t.Skip("animations are off here")
	}
	press(s, fyne.KeySpace)
	if s.audience.moving() || s.Talk().At != 1 {
		t.Errorf("the first key does not end the movement, or goes on: at %d", s.Talk().At)
	}
	want, err := s.deck.View(1, s.audience.layout.Map, s.audience.layout.Unit)
	if got := s.audience.world.Map(); err != nil || got.Scale != want.Scale || got.Center != want.Center {
		t.Errorf("%v: it stands at %v, want %v", err, got, want)
	}
	press(s, fyne.KeyLeft)
	if s.audience.moving() {
		t.Error("the way back is not cut short")
	}
}
