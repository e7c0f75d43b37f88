package session

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"dateline/app/brief"
	"dateline/geo/scene"
	"dateline/timeline"
)

var june = []string{"a 2014-06-10", "b 2014-06-11", "c 2014-06-13"}

func TestStepping(t *testing.T) {
	tests := []struct {
		name string
		do   func(*Session)
		want string // selected, then what shows
	}{
		{"opened", func(s *Session) {}, ": a b c"},
		{"first step is to the first", func(s *Session) { s.Step(1) }, "a: a"},
		{"first step back is to the last", func(s *Session) { s.Step(-1) }, "c: a b c"},
		{"two steps", func(s *Session) { s.Step(1); s.Step(1) }, "b: a b"},
		{"a step of two", func(s *Session) { s.Step(2) }, "b: a b"},
		{"stops at the end", func(s *Session) { s.Step(9) }, "c: a b c"},
		{"stops at the start", func(s *Session) { s.First(); s.Step(-1) }, "a: a"},
		{"last", func(s *Session) { s.Last() }, "c: a b c"},
		{"there and back", func(s *Session) { s.Step(2); s.Step(-1) }, "a: a"},
		{"past a rejected one", func(s *Session) { s.Reject("b"); s.Step(1); s.Step(1) }, "c: a c"},
		{"from a selected one", func(s *Session) { s.Select("b"); s.Step(-1) }, "a: a"},
		{"from where the clock was moved", func(s *Session) {
			s.First()
			s.SetNow(time.Date(2014, 6, 12, 0, 0, 0, 0, time.UTC))
			s.Step(1)
		}, "c: a b c"},
		{"back from where the clock was moved", func(s *Session) {
			s.First()
			s.SetNow(time.Date(2014, 6, 12, 0, 0, 0, 0, time.UTC))
			s.Step(-1)
		}, "b: a b"},
		{"selecting what does not show yet", func(s *Session) { s.First(); s.Select("c") }, "c: a b c"},
		{"selecting what shows keeps the clock", func(s *Session) { s.Last(); s.Select("a") }, "a: a b c"},
		{"moment", func(s *Session) { s.SetMode(scene.Moment); s.Step(2) }, "b: b"},
		{"window of a day moves along", func(s *Session) {
			day := time.Date(2014, 6, 10, 0, 0, 0, 0, time.UTC)
			s.SetWindow(day, day.Add(24*time.Hour-time.Second))
			s.Last()
		}, "c: c"},
		{"window by its length", func(s *Session) {
			day := time.Date(2014, 6, 10, 0, 0, 0, 0, time.UTC)
			s.SetWindow(day, day.Add(24*time.Hour-time.Second))
			s.ShiftWindow(1)
		}, ": a b"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := opened(t, june...)
			tt.do(f.Session)
			if got := string(f.Selected()) + ": " + ids(f.Visible()); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestStepTellsWhatChanged(t *testing.T) {
	f := opened(t, june...)
	f.Step(1)
	if c := f.seen(); c != SelectionChanged|ClockChanged {
		t.Errorf("a step changed %b", c)
	}
	f.First()
	if c := f.seen(); c != 0 {
		t.Errorf("a step to where one is changed %b", c)
	}
	f.Hover("b")
	f.Hover("b")
	if c := f.seen(); c != HoverChanged || f.Hovered() != "b" {
		t.Errorf("hover changed %b, is on %q", c, f.Hovered())
	}
	if n, of := f.Position(); n != 1 || of != 3 {
		t.Errorf("position is %d of %d, want 1 of 3", n, of)
	}
}

func TestOnChangeEnds(t *testing.T) {
	f := opened(t, june...)
	calls := 0
	cancel := f.OnChange(func(Change) { calls++ })
	f.Step(1)
	cancel()
	f.Step(1)
	if calls != 1 {
		t.Errorf("called %d times, want once", calls)
	}
}

func TestPlay(t *testing.T) {
	f := opened(t, june...)
	f.TogglePlay()
	if f.Selected() != "a" || !f.Clock().Playing {
		t.Fatalf("starts at %q, playing %v", f.Selected(), f.Clock().Playing)
	}
	f.Advance(Dwell / 2)
	if now := f.Clock().Now; now.Day() != 10 {
		t.Errorf("the clock left the event at %v", now)
	}
	f.Advance(Dwell * 3 / 10)
	between := f.Clock().Now
	a, b := f.Content().Moments[0], f.Content().Moments[1]
	if f.Selected() != "a" || !between.After(a) || !between.Before(b) {
		t.Errorf("at four fifths: %q, %v", f.Selected(), between)
	}
	f.Advance(Dwell * 3 / 10)
	if f.Selected() != "b" || !f.Clock().Now.Equal(b) {
		t.Errorf("after one dwell: %q at %v", f.Selected(), f.Clock().Now)
	}
	f.SetSpeed(100)
	if f.Clock().Speed != 8 {
		t.Errorf("speed %v, want at most 8", f.Clock().Speed)
	}
	f.Advance(Dwell)
	if f.Selected() != "c" || f.Clock().Playing {
		t.Errorf("ends at %q, playing %v", f.Selected(), f.Clock().Playing)
	}
	f.TogglePlay()
	if f.Selected() != "a" {
		t.Errorf("plays again from %q", f.Selected())
	}
	f.Step(1)
	if f.Clock().Playing {
		t.Error("a step does not stop playback")
	}
}

func TestPlaybackShowsEveryEventOnce(t *testing.T) {
	f := opened(t, june...)
	var seen []string
	f.OnChange(func(c Change) {
		if c.Has(SelectionChanged) {
			seen = append(seen, string(f.Selected()))
		}
	})
	f.TogglePlay()
	for range 1000 {
		f.Advance(30 * time.Millisecond)
	}
	if got := strings.Join(seen, " "); got != "a b c" || f.Clock().Playing {
		t.Errorf("played %q, still playing: %v", got, f.Clock().Playing)
	}
}

func TestUndated(t *testing.T) {
	f := opened(t, "a", "b 2014-06-11")
	if !f.NeedsDate() {
		t.Fatal("does not ask for the date")
	}
	f.SetPublished(date(t, "2014-06-14"))
	f.settle()
	if f.NeedsDate() || f.engine.reads.Load() != 2 {
		t.Errorf("asks still: %v; read %d times", f.NeedsDate(), f.engine.reads.Load())
	}
	if e, _ := f.Event("a"); e.When.EDTF.String() != "2014-06-14" {
		t.Errorf("a is dated %v", e.When.EDTF)
	}
	f.Undo()
	f.settle()
	if !f.NeedsDate() || f.Modified() {
		t.Errorf("after undo: asks %v, modified %v", f.NeedsDate(), f.Modified())
	}
}

func TestWithoutAnyDateAllShowAndStep(t *testing.T) {
	f := opened(t, "a", "b")
	f.Step(2)
	if got := ids(f.Visible()); got != "a b" || f.Selected() != "b" {
		t.Errorf("shows %q, selected %q", got, f.Selected())
	}
	f.TogglePlay()
	f.Advance(Dwell)
	if f.Selected() != "b" {
		t.Errorf("playback is at %q", f.Selected())
	}
}

func TestReviewAndUndo(t *testing.T) {
	f := opened(t, june...)
	f.Select("b")
	f.seen()
	f.Reject("b")
	if c := f.seen(); !c.Has(BriefChanged|SavedChanged) || !f.Modified() {
		t.Errorf("changed %b, modified %v", c, f.Modified())
	}
	if e, _ := f.Event("b"); e.Number != 0 {
		t.Errorf("a rejected event has number %d", e.Number)
	}
	if f.Selected() != "b" {
		t.Errorf("selected %q after rejecting", f.Selected())
	}
	if what, ok := f.CanUndo(); !ok || what != "Reject" {
		t.Errorf("can undo %q", what)
	}
	f.Undo()
	if e, _ := f.Event("b"); e.Number != 2 || f.Modified() {
		t.Errorf("after undo number %d, modified %v", e.Number, f.Modified())
	}
	f.Redo()
	if e, _ := f.Event("b"); e.Number != 0 || !f.Modified() {
		t.Errorf("after redo number %d, modified %v", e.Number, f.Modified())
	}
	f.Undo()
	f.Accept("a")
	if _, ok := f.CanRedo(); ok {
		t.Error("a new change left something to redo")
	}
	f.Accept("a")
	f.Edit("a", "Rename", func(e *brief.Edit) { title := "new"; e.Title = &title })
	if e, _ := f.Event("a"); e.Title != "new" || e.Status != timeline.Accepted {
		t.Errorf("edited event is %q, %v", e.Title, e.Status)
	}
	if f.engine.reads.Load() != 1 {
		t.Errorf("edits read the reports again: %d times", f.engine.reads.Load())
	}
}

func TestSelectAt(t *testing.T) {
	f := opened(t, june...)
	source := f.Brief().Reports[0].Document.ID
	if !f.SelectAt(source, 15) || f.Selected() != "b" {
		t.Errorf("selected %q", f.Selected())
	}
	if f.SelectAt(source, 9999) || f.Selected() != "b" {
		t.Errorf("nowhere selected %q", f.Selected())
	}
	f.Select("")
	if f.Selected() != "" {
		t.Errorf("cleared selection is %q", f.Selected())
	}
}

func TestSaveAndOpenAgain(t *testing.T) {
	path := filepath.Join(t.TempDir(), "june.dateline")
	f := opened(t, june...)
	f.Accept("a")
	f.Step(2)
	saved := false
	f.SaveAs(path, func(err error) { saved = err == nil })
	f.one()
	if !saved || f.Modified() || f.Path() != path {
		t.Fatalf("saved %v, modified %v, path %q", saved, f.Modified(), f.Path())
	}
	data, err := os.ReadFile(path)
	if err != nil || !strings.Contains(string(data), `"accepted"`) {
		t.Fatalf("the file does not have the edit: %v\n%s", err, data)
	}
	f.SaveAs(filepath.Join(t.TempDir(), "no", "such", "folder.dateline"), nil)
	f.one()
	if f.Err() == nil || f.Path() != path {
		t.Errorf("saving nowhere: error %v, path %q", f.Err(), f.Path())
	}
}

func TestSaveWithoutFile(t *testing.T) {
	f := opened(t, june...)
	var got error
	f.Save(func(err error) { got = err })
	if got != ErrNoPath {
		t.Errorf("got %v", got)
	}
}
