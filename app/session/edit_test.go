package session

import (
	"fmt"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"dateline/app/brief"
	"dateline/app/work"
	"dateline/geo/scene"
	"dateline/timeline"
)

// arranging is the fake engine with the arrangement of the program itself.
type arranging struct{ *engine }

func (arranging) Arrange(b brief.Brief, reports []work.Report) work.Content {
	return work.Arrange(b, reports)
}

// real opens a report of these events with the arrangement of the program.
func real(t *testing.T, lines ...string) *fixture {
	f := opened(t, lines...)
	f.deps.Engine = arranging{f.engine}
	f.changed(f.set(f.brief, work.Arrange(f.brief, f.content.Reports)))
	return f
}

var week = []string{"a 2014-06-10", "b 2014-06-11", "c 2014-06-12", "d 2014-06-13", "e 2014-06-14"}

// TestAnySequenceIsUndone makes any edits, takes them all back, and does them
// again.
func TestAnySequenceIsUndone(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		f := real(t, week...)
		start, startEvents := f.Brief(), f.Content().Events
		pick := func() timeline.ID {
			es := f.Content().Events
			return es[rapid.IntRange(0, len(es)-1).Draw(r, "event")].ID
		}
		n := rapid.IntRange(1, 12).Draw(r, "edits")
		var briefs []brief.Brief
		for i := range n {
			briefs = append(briefs, f.Brief())
			before := len(f.past)
			switch rapid.IntRange(0, 9).Draw(r, "what") {
			case 0:
				f.Accept(pick())
			case 1:
				f.Reject(pick(), pick())
			case 2:
				title := fmt.Sprint("title ", i)
				f.Edit(pick(), "Rename", func(e *brief.Edit) { e.Title = &title })
			case 3:
				f.Select(pick())
				f.Toggle(pick())
				f.Merge()
			case 4:
				f.Select(pick())
				f.Split()
			case 5:
				f.AddEvent(func(e *brief.Edit) { e.Title = new(string) })
			case 6:
				f.Delete(pick())
			case 7:
				f.SetTitle(fmt.Sprint("brief ", i))
			case 8:
				f.Select(pick())
				f.Review(timeline.Accepted)
			case 9:
				f.Edit(pick(), "Place", func(e *brief.Edit) { e.Places = &[]brief.Place{{Name: "X", Lon: float64(i)}} })
			}
			if len(f.past) == before {
				briefs = briefs[:len(briefs)-1]
			}
			if len(f.Content().Events) == 0 {
				break
			}
		}
		end := f.Brief()
		for i := len(briefs) - 1; i >= 0; i-- {
			f.Undo()
			if !same(f.Brief(), briefs[i]) {
				r.Fatalf("after undoing edit %d:\n%+v\nwant\n%+v", i, f.Brief().Edits, briefs[i].Edits)
			}
		}
		if _, more := f.CanUndo(); more || !same(f.Brief(), start) || ids(f.Content().Events) != ids(startEvents) || f.Modified() {
			r.Fatalf("not back at the start: %v %+v", more, f.Brief().Edits)
		}
		for range briefs {
			f.Redo()
		}
		if !same(f.Brief(), end) {
			r.Fatalf("done again:\n%+v\nwant\n%+v", f.Brief().Edits, end.Edits)
		}
	})
}

func same(a, b brief.Brief) bool {
	if len(a.Edits) == 0 && len(b.Edits) == 0 {
		a.Edits, b.Edits = nil, nil
	}
	if len(a.Own) == 0 && len(b.Own) == 0 {
		a.Own, b.Own = nil, nil
	}
	return reflect.DeepEqual(a, b)
}

func TestUndoHasNoEnd(t *testing.T) {
	f := real(t, week...)
	for i := range 1000 {
		title := fmt.Sprint(i)
		f.Edit("a", "Rename", func(e *brief.Edit) { e.Title = &title })
	}
	for range 1000 {
		f.Undo()
	}
	if e, _ := f.Event("a"); e.Title != "a" {
		t.Errorf("title %q", e.Title)
	}
}

func TestReviewGoesOn(t *testing.T) {
	f := real(t, week...)
	f.Select("b")
	f.Review(timeline.Accepted)
	if f.Selected() != "c" {
		t.Errorf("after b comes %s", f.Selected())
	}
	f.Review(timeline.Rejected)
	f.Select("e")
	f.Review(timeline.Accepted)
	if f.Selected() != "a" {
		t.Errorf("after the end comes %s", f.Selected())
	}
	f.Review(timeline.Accepted)
	f.Review(timeline.Accepted)
	if f.Selected() != "d" || f.NextProposed() {
		t.Errorf("when all are reviewed %s is selected", f.Selected())
	}
	f.Propose("c")
	if e, _ := f.Event("c"); e.Status != timeline.Proposed {
		t.Error("a rejected event is lost")
	}
}

func TestUndoShowsWhatItChanged(t *testing.T) {
	f := real(t, week...)
	f.Select("b")
	f.Review(timeline.Accepted)
	f.Undo()
	if f.Selected() != "b" {
		t.Errorf("%s is selected", f.Selected())
	}
}

func TestMergeAndSplit(t *testing.T) {
	f := real(t, week...)
	f.Select("a")
	f.Toggle("b")
	f.Merge()
	if got := ids(f.Events()); got != "b c d e" {
		t.Fatalf("merged: %s", got)
	}
	f.Select("b")
	f.Split()
	if got := ids(f.Events()); got != "a b c d e" {
		t.Fatalf("split: %s", got)
	}
	f.Select("c")
	f.Split()
	if got := ids(f.Events()); got != "a b c own-1 d e" || f.Selected() != "own-1" {
		t.Fatalf("told twice: %s", got)
	}
	f.Delete("own-1", "a")
	if got := ids(f.Events()); got != "a b c d e" {
		t.Errorf("deleted: %s", got)
	}
	if e, _ := f.Event("a"); e.Status != timeline.Rejected {
		t.Error("what the report tells is not only rejected")
	}
}

func TestSplitSharesThePlaces(t *testing.T) {
	f := real(t, week...)
	f.Edit("a", "Places", func(e *brief.Edit) { e.Places = &[]brief.Place{{Name: "X"}, {Name: "Y"}, {Name: "Z"}} })
	f.Select("a")
	f.Split()
	a, _ := f.Event("a")
	b, _ := f.Event("own-1")
	if len(a.At) != 1 || a.At[0].Name != "X" || len(b.At) != 2 || b.At[0].Name != "Y" {
		t.Errorf("%+v and %+v", a.At, b.At)
	}
}

func TestEditsRememberTheirWords(t *testing.T) {
	f := real(t, week...)
	f.Accept("b")
	if e := f.EditOf("b"); len(e.From) != 1 || e.From[0].Start != 13 {
		t.Errorf("%+v", e.From)
	}
}

func TestSelectionOfSeveral(t *testing.T) {
	f := real(t, week...)
	f.Toggle("b")
	f.Toggle("d")
	if got := fmt.Sprint(f.Selection()); got != "[b d]" || f.Selected() != "d" || !f.Marked("b") || f.Marked("c") {
		t.Errorf("%s, %s", got, f.Selected())
	}
	f.Toggle("d")
	if got := fmt.Sprint(f.Selection()); got != "[b]" {
		t.Errorf("%s", got)
	}
	f.Extend("e")
	if got := fmt.Sprint(f.Selection()); got != "[b c d e]" {
		t.Errorf("%s", got)
	}
	f.Accept(f.Selection()...)
	if what, _ := f.CanUndo(); what != "Accept 4 events" {
		t.Errorf("%q", what)
	}
	f.SelectAll()
	if len(f.Selection()) != 5 {
		t.Errorf("%v", f.Selection())
	}
	f.Select("a")
	if len(f.Selection()) != 1 {
		t.Errorf("%v", f.Selection())
	}
}

func TestFilter(t *testing.T) {
	e := func(change func(*scene.Event)) scene.Event {
		var ev scene.Event
		ev.Title, ev.Side, ev.Kind, ev.Status = "Rebels take Shendi", "Rebels", timeline.Battle, timeline.Proposed
		ev.From = []timeline.Span{{Source: "s1", Start: 0, End: 5}}
		change(&ev)
		return ev
	}
	plain := e(func(*scene.Event) {})
	graded := e(func(ev *scene.Event) { ev.Claims = []timeline.Claim{{Grade: "B2"}} })
	tests := []struct {
		name string
		f    Filter
		e    scene.Event
		want bool
	}{
		{"nothing asked", Filter{}, plain, true},
		{"word", Filter{Text: "shendi"}, plain, true},
		{"both words", Filter{Text: "take REBEL"}, plain, true},
		{"one word missing", Filter{Text: "shendi mosul"}, plain, false},
		{"word of the report", Filter{Text: "dawn"}, plain, true},
		{"side", Filter{Sides: []string{"Army", "Rebels"}}, plain, true},
		{"other side", Filter{Sides: []string{"Army"}}, plain, false},
		{"kind", Filter{Kinds: []timeline.Kind{timeline.Visit}}, plain, false},
		{"status", Filter{Statuses: []timeline.Status{timeline.Accepted}}, plain, false},
		{"ungraded", Filter{Grades: []timeline.Admiralty{"F6"}}, plain, true},
		{"grade", Filter{Grades: []timeline.Admiralty{"B2"}}, graded, true},
		{"other grade", Filter{Grades: []timeline.Admiralty{"A1"}}, graded, false},
		{"source", Filter{Sources: []timeline.SourceID{"s2"}}, plain, false},
		{"all together", Filter{Text: "take", Sides: []string{"Rebels"}, Kinds: []timeline.Kind{timeline.Battle}}, plain, true},
	}
	for _, tt := range tests {
		m := tt.f.Matcher(func(timeline.Span) string { return "at dawn" })
		if got := m.Match(tt.e); got != tt.want {
			t.Errorf("%s: %v", tt.name, got)
		}
	}
}

func TestFilterGovernsStepsAndSelection(t *testing.T) {
	f := real(t, week...)
	f.Select("b")
	f.Accept("b", "d")
	f.SetFilter(Filter{Statuses: []timeline.Status{timeline.Proposed}})
	if f.Selected() != "" || ids(f.Shown().Events) != "a c e" {
		t.Errorf("%q of %s", f.Selected(), ids(f.Shown().Events))
	}
	f.First()
	f.Step(1)
	if f.Selected() != "c" {
		t.Errorf("a step leads to %s", f.Selected())
	}
	f.SetFilter(Filter{})
	if len(f.Shown().Events) != 5 || f.Selected() != "c" {
		t.Errorf("%s", ids(f.Shown().Events))
	}
}
