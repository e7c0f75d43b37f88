package session

import (
	"testing"
	"time"

	"dateline/geo/scene"
)

func TestTrueTimePassesEvenly(t *testing.T) {
	s := opened(t, "a 2014-06-10", "b 2014-06-11", "c 2014-06-20")
	from, to := s.Extent()
	s.SetTrueTime(true)
	s.First()
	s.Select("")
	s.SetNow(from)
	s.TogglePlay()
	if !s.Clock().Playing || s.Selected() != "" {
		t.Fatalf("%+v, selected %q", s.Clock(), s.Selected())
	}
	for i := 1; i <= 3; i++ {
		s.Advance(TrueLength / 4)
		want := from.Add(to.Sub(from) * time.Duration(i) / 4)
		if d := s.Clock().Now.Sub(want); d < -time.Second || d > time.Second {
			t.Errorf("after %d quarters it is %v, want %v", i, s.Clock().Now, want)
		}
	}
	s.Advance(TrueLength)
	if s.Clock().Playing || !s.Clock().Now.Equal(to) {
		t.Errorf("at the end: %+v", s.Clock())
	}
	s.TogglePlay()
	if !s.Clock().Now.Equal(from) {
		t.Error("played again it does not begin anew")
	}
	s.SetSpeed(8)
	s.Advance(TrueLength / 16)
	if d := s.Clock().Now.Sub(from.Add(to.Sub(from) / 2)); d < -time.Second || d > time.Second {
		t.Errorf("at speed 8 it is %v", s.Clock().Now)
	}
}

func TestLoopBeginsAgain(t *testing.T) {
	for _, even := range []bool{false, true} {
		s := opened(t, "a 2014-06-10", "b 2014-06-11")
		s.SetTrueTime(even)
		s.SetLoop(true)
		s.First()
		s.TogglePlay()
		seen, again := false, false
		for range 200 {
			s.Advance(500 * time.Millisecond)
			_, to := s.Extent()
			atEnd := s.Selected() == "b" || even && s.Clock().Now.Sub(to) > -6*time.Hour
			again = again || seen && !atEnd
			seen = seen || atEnd
		}
		if !s.Clock().Playing || !again {
			t.Errorf("true time %v: playing %v, began again %v", even, s.Clock().Playing, again)
		}
	}
}

func TestOneEventIsNotPlayedRoundAndRound(t *testing.T) {
	s := opened(t, "a 2014-06-10")
	s.SetLoop(true)
	s.TogglePlay()
	s.Advance(time.Minute)
	if s.Clock().Playing {
		t.Error("a single event plays for ever")
	}
}

func TestBannerIsSetAndTakenBack(t *testing.T) {
	s := opened(t, "a 2014-06-10")
	s.SetBanner("Restricted", scene.Red)
	if b := s.Brief(); b.Banner != "Restricted" || b.BannerHue != scene.Red {
		t.Errorf("%q %q", b.Banner, b.BannerHue)
	}
	s.SetBanner("", scene.Blue)
	if b := s.Brief(); b.BannerHue != "" {
		t.Error("a colour stays without words")
	}
	s.Undo()
	s.Undo()
	if s.Brief().Banner != "" || s.Modified() {
		t.Error("it is not taken back")
	}
}
