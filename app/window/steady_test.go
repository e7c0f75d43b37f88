package window

import (
	"testing"
)

func TestPanesStayWhereTheyAreWhenEventsChange(t *testing.T) {
	f := newFixture(t).sample()
	before := f.time.Size().Height
	for _, do := range []func(){
		func() { f.key("Home"); f.key("A") },
		func() { f.key("X") },
		func() { f.time.Zoom(4); f.key("A") },
		func() { f.session.Reject(f.session.Events()[0].ID, f.session.Events()[1].ID) },
		func() { f.session.Delete(f.session.Events()[2].ID) },
		func() { f.session.Undo() },
	} {
		do()
		f.until("it is shown", f.idle)
		if h := f.time.Size().Height; h != before {
			t.Fatalf("the timeline was %g high and is %g", before, h)
		}
	}
	f.SetLanes("kind")
	if f.timeWanted == 0 || f.lanesBy != "kind" {
		t.Error("other lanes get no other room")
	}
}

func TestEveryPaneComesByF6(t *testing.T) {
	f := newFixture(t).sample()
	f.Collapse(0)
	for range 2 {
		f.FocusNext(1)
	}
	if got := f.win.Canvas().Focused(); got != f.inspector.Focus() {
		t.Errorf("with the list hidden the second pane is %T", got)
	}
	f.Collapse(0)
	f.left.turn(false, true)
	f.win.Canvas().Unfocus()
	f.FocusNext(2)
	if got := f.win.Canvas().Focused(); got != f.left.steps.list {
		t.Errorf("with the steps open F6 comes to %T", got)
	}
	f.win.Canvas().Unfocus()
	f.session.First()
	f.inspector.Edit()
	f.win.Canvas().Unfocus()
	f.FocusNext(3)
	if f.win.Canvas().Focused() != f.inspector.Focus() || f.inspector.Focus() == f.inspector {
		t.Error("with the fields open F6 does not come to the first of them")
	}
}

func TestToggled(t *testing.T) {
	a := toggled(nil, "legend")
	b := toggled(a, "scale")
	if c := toggled(b, "legend"); len(a) != 1 || len(b) != 2 || len(c) != 1 || c[0] != "scale" {
		t.Error(a, b, c)
	}
}
