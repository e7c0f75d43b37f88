package session

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"dateline/app/brief"
	"dateline/geo/scene"
)

// told is the steps as a line: the headline of each, or the event it tells.
func told(s *fixture) string {
	var out []string
	for _, st := range s.Steps() {
		if st.Headline != "" {
			out = append(out, st.Headline)
		} else {
			out = append(out, string(st.Event))
		}
	}
	return strings.Join(out, " ")
}

func TestStepsAreMadeMovedAndTakenBack(t *testing.T) {
	s := opened(t, "a 2014-06-10", "b 2014-06-11", "c 2014-06-13")
	camera := brief.Camera{Center: [2]float64{44, 33}, Span: [2]float64{3, 2}}
	for _, tt := range []struct {
		what    string
		do      func()
		want    string
		current int
		undo    string
	}{
		{"one for each", s.StepPerEvent, "a b c", 0, "Make a step for each event"},
		{"move", func() { s.MoveStep(0, 2) }, "b c a", 2, "Move the step"},
		{"move too far", func() { s.MoveStep(0, 99) }, "c a b", 2, "Move the step"},
		{"go", func() { s.GoToStep(1) }, "c a b", 1, "Move the step"},
		{"duplicate", func() { s.DuplicateStep(1) }, "c a a b", 2, "Duplicate the step"},
		{"edit", func() { s.EditStep(2, "Words", func(st *brief.Step) { st.Headline = "again" }) }, "c a again b", 2, "Words"},
		{"delete", func() { s.DeleteStep(0) }, "a again b", 0, "Delete the step"},
		{"delete none", func() { s.DeleteStep(9) }, "a again b", 0, "Delete the step"},
		{"add", func() { s.GoToStep(1); s.AddStep(camera) }, "a again a b", 2, "Add a step"},
	} {
		tt.do()
		if got := told(s); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.what, got, tt.want)
		}
		if s.CurrentStep() != tt.current {
			t.Errorf("%s: the current step is %d, want %d", tt.what, s.CurrentStep(), tt.current)
		}
		if what, _ := s.CanUndo(); what != tt.undo {
			t.Errorf("%s: undo would take back %q, want %q", tt.what, what, tt.undo)
		}
	}
	for range 7 {
		s.Undo()
	}
	if len(s.Steps()) != 0 || s.CurrentStep() != -1 {
		t.Errorf("with all taken back there is %q, step %d", told(s), s.CurrentStep())
	}
	for range 7 {
		s.Redo()
	}
	if got := told(s); got != "a again a b" {
		t.Errorf("done again: %q", got)
	}
}

func TestGoingToAStepShowsIt(t *testing.T) {
	s := opened(t, "a 2014-06-10", "b 2014-06-11", "c 2014-06-13")
	s.StepPerEvent()
	day := func(d int) time.Time { return time.Date(2014, 6, d, 0, 0, 0, 0, time.UTC) }
	s.EditStep(1, "View", func(st *brief.Step) {
		st.View.Mode, st.View.From, st.View.To, st.View.Now = "window", day(10), day(12), day(11)
	})
	s.GoToStep(0)
	s.GoToStep(1)
	c := s.Clock()
	if c.Mode != scene.Window || !c.From.Equal(day(10)) || !c.To.Equal(day(12)) || !c.Now.Equal(day(11)) || s.Selected() != "b" {
		t.Errorf("%+v, selected %q", c, s.Selected())
	}
	s.GoToStep(7) // there is none: nothing happens
	if s.CurrentStep() != 1 {
		t.Errorf("step %d", s.CurrentStep())
	}
	s.Step(1) // events go on from the step's
	if s.Selected() != "c" {
		t.Errorf("the event after the step's is %q", s.Selected())
	}
}

func TestRetakenStepKeepsWhatItHides(t *testing.T) {
	s := opened(t, "a 2014-06-10", "b 2014-06-11", "c 2014-06-13")
	s.StepPerEvent()
	s.EditStep(0, "Layers", func(st *brief.Step) { st.View.Hide = []string{"legend"} })
	s.SetMode(scene.Moment)
	s.RetakeStep(0, brief.Camera{Center: [2]float64{1, 2}, Span: [2]float64{50, 40}})
	v := s.Steps()[0].View
	if v.Mode != "moment" || v.Camera.Span[0] != 50 || fmt.Sprint(v.Hide) != "[legend]" {
		t.Errorf("%+v", v)
	}
}

func TestAStepOfAnEventFollowsIt(t *testing.T) {
	s := opened(t, "a 2014-06-10", "b 2014-06-11", "c 2014-06-13")
	s.First()
	s.AddStep(brief.Camera{})
	if v := s.Steps()[0].View; !v.Now.IsZero() {
		t.Errorf("at its event a step stands still at %v", v.Now)
	}
	s.Select("")
	s.AddStep(brief.Camera{})
	if st := s.Steps()[1]; st.Event != "" || st.Headline != s.Brief().Title {
		t.Errorf("a step of no event: %+v", st)
	}
}

func TestBookmarks(t *testing.T) {
	s := opened(t, "a 2014-06-10", "b 2014-06-11", "c 2014-06-13")
	camera := brief.Camera{Center: [2]float64{44, 33}, Span: [2]float64{2, 1}}
	s.First()
	s.SetMode(scene.Moment)
	s.AddBookmark("start", camera)
	at := s.Clock().Now
	s.Last()
	s.SetMode(scene.Cumulative)
	got, ok := s.GoToBookmark("start")
	if !ok || got != camera || s.Clock().Mode != scene.Moment || !s.Clock().Now.Equal(at) {
		t.Errorf("%v %v %+v", got, ok, s.Clock())
	}
	if _, ok := s.GoToBookmark("other"); ok {
		t.Error("there is no such bookmark")
	}
	s.DeleteBookmark("start")
	if len(s.Brief().Bookmarks) != 0 {
		t.Error("it is still there")
	}
	s.Undo()
	if len(s.Brief().Bookmarks) != 1 {
		t.Error("it does not come back")
	}
}
