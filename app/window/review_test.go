package window

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"dateline/app/brief"
	"dateline/app/command"
	"dateline/app/inspector"
	"dateline/app/session"
	"dateline/app/theme"
	"dateline/geo/scene"
	"dateline/timeline"
)

// with presses a key with what is held down beside it.
func (f *fixture) with(name string, mod command.Mod) { f.press(command.Key{Name: name, Mod: mod}) }

func TestFindFiltersEveryPane(t *testing.T) {
	f := newFixture(t).sample()
	all := len(f.list.Items())
	f.with("F", command.Ctrl)
	if !f.filter.field.Visible() || f.win.Canvas().Focused() != fyne.Focusable(f.filter.find) {
		t.Fatal("no field to find with")
	}
	f.filter.find.SetText("samarra")
	n := len(f.list.Items())
	if n == 0 || n >= all {
		t.Fatalf("%d of %d events are found", n, all)
	}
	f.win.Canvas().Capture()
	f.until("the map follows", func() bool { return len(f.world.Shown().Input.Events) == n })
	f.until("the timeline follows", func() bool { return len(f.time.Shown().Items) == n })
	f.sees(f.left.object, fmt.Sprintf("%d of %d", n, all))
	f.filter.find.SetText("no such word anywhere")
	f.sees(f.left.object, "No event passes the filter.")
	f.filter.find.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if len(f.list.Items()) != all || f.filter.field.Visible() {
		t.Error("Escape does not show all events again")
	}
}

func TestChipsAreTakenAway(t *testing.T) {
	f := newFixture(t).sample()
	f.session.SetFilter(session.Filter{Kinds: []timeline.Kind{timeline.Statement}, Sides: []string{"ISIS"}})
	f.sees(f.filter.object, "Statement ×")
	f.sees(f.filter.object, "ISIS ×")
	f.session.SetFilter(session.Filter{})
	f.sees(f.filter.object, "All kinds")
	for _, fc := range f.facets() {
		for _, v := range fc.values {
			if n := f.filter.count(fc, v); n == "0" {
				t.Errorf("%s %q is offered for no event", fc.name, v)
			}
		}
	}
}

func TestReviewByKeys(t *testing.T) {
	f := newFixture(t).sample()
	for _, k := range []fyne.KeyName{fyne.KeyHome, fyne.KeyA, fyne.KeyX, fyne.KeyA} {
		f.key(k)
	}
	f.sees(f.left.object, fmt.Sprintf("3 of %d reviewed", len(f.session.Events())))
	if it := f.list.Items()[1]; !it.Rejected {
		t.Error("the rejected event is not in the list any more, or not as rejected")
	}
	undo, _ := f.commands.ByID("edit.undo")
	if undo.Now() != "Undo “Accept”" {
		t.Errorf("the menu says %q", undo.Now())
	}
	for range 3 {
		f.with("Z", command.Ctrl)
	}
	if f.session.Modified() {
		t.Error("not all is taken back")
	}
}

func TestPlaceIsCorrected(t *testing.T) {
	f := newFixture(t).sample()
	id := f.session.Events()[3].ID
	f.session.Select(id)
	f.EditEvent()
	f.until("the fields are open", f.inspector.Editing)
	got := f.complete("Khartoum")
	if len(got) == 0 || !strings.Contains(got[0].Detail, "Sudan") {
		t.Fatalf("%+v", got)
	}
	f.offer(got)
	f.win.Canvas().Capture()
	f.until("the places are on the map", func() bool {
		return len(f.world.Shown().Input.Events) > len(f.session.Events())
	})
	f.offer(nil)
	p := got[0].Place
	f.changePlace(0, p)
	e, _ := f.session.Event(id)
	if e.At[0].Place.Name != "Khartoum" {
		t.Fatalf("it is at %+v", e.At[0])
	}
	f.session.Undo()
	if e, _ := f.session.Event(id); e.At[0].Place.Name == "Khartoum" {
		t.Error("undo leaves the place")
	}
}

func TestPlaceEverywhere(t *testing.T) {
	f := newFixture(t).sample()
	count := func() (n int) {
		for _, e := range f.session.Events() {
			for _, l := range e.At {
				if l.Point[0] == 32 {
					n++
				}
			}
		}
		return n
	}
	var id timeline.ID
	at, others := 0, 0
	for _, e := range f.session.Events() {
		for i, l := range e.At {
			if n := len(f.naming(l.Name, e.ID)); n > 0 && !l.Country && l.Area == "" && id == "" {
				id, at, others = e.ID, i, n
			}
		}
	}
	if id == "" {
		t.Fatal("no place is named twice")
	}
	f.session.Select(id)
	e, _ := f.session.Event(id)
	p := brief.Place{Name: e.At[at].Name, Lon: 32, Lat: 15, Span: e.Places[at].Span}
	if p.Span.Len() == 0 {
		p.Span.End = 1
	}
	f.changePlace(at, p)
	if !f.modal() {
		t.Fatal("it is not asked whether the others are meant too")
	}
	f.dismiss()
	f.session.Change("Place everywhere", func(b brief.Brief) brief.Brief { return everywhere(b, f.session.Events(), e.At[at].Name, p) })
	f.until("it is read again", f.idle)
	if n := count(); n < others+1 {
		t.Errorf("%d places moved, %d name it", n, others+1)
	}
}

func TestNewEventsByHand(t *testing.T) {
	f := newFixture(t).sample()
	f.session.First()
	n := len(f.session.Events())
	f.newEvent(&[2]float64{43.1, 36.3}, time.Date(2014, 6, 12, 9, 0, 0, 0, time.UTC))
	e, ok := f.session.SelectedEvent()
	if !ok || len(f.session.Events()) != n+1 || e.When.EDTF.String() != "2014-06-12" || e.At[0].Point != [2]float64{43.1, 36.3} {
		t.Fatalf("%+v", e)
	}
	f.until("its fields are open", f.inspector.Editing)
	f.moveInTime(e.ID, e.When.Earliest.AddDate(0, 0, 1), e.When.Latest.AddDate(0, 0, 1))
	if e, _ := f.session.SelectedEvent(); e.When.EDTF.String() != "2014-06-13" {
		t.Errorf("moved to %s", e.When.EDTF)
	}
	f.session.Delete(e.ID)
	if len(f.session.Events()) != n {
		t.Error("it cannot be deleted")
	}
}

func TestPanesFold(t *testing.T) {
	f := newFixture(t).sample()
	f.with("\\", command.Ctrl)
	world := f.panes.Objects[mapAt].Size()
	if f.left.object.Visible() || f.inspector.Visible() || f.time.Visible() && f.panes.Objects[timeAt].Visible() || world.Width != f.panes.Size().Width {
		t.Errorf("the map is %v of %v", world, f.panes.Size())
	}
	f.with("\\", command.Ctrl)
	if !f.left.object.Visible() || f.panes.Objects[mapAt].Size().Width >= world.Width {
		t.Error("the panes do not come back")
	}
	f.with("1", command.Ctrl)
	if f.left.object.Visible() || !f.inspector.Visible() {
		t.Error("the list alone does not fold")
	}
	f.Find()
	if !f.left.object.Visible() {
		t.Error("find leaves the list folded")
	}
	f.widen(leftPart, 60)
	if w := f.left.object.Size().Width; w != theme.LeftWidth+60 {
		t.Errorf("the list is %v wide", w)
	}
	f.widen(leftPart, 4000)
	if w := f.left.object.Size().Width; w > f.panes.Size().Width/2 {
		t.Errorf("the list takes %v", w)
	}
}

func TestThemes(t *testing.T) {
	f := newFixture(t).sample()
	for _, m := range theme.Modes {
		f.SetTheme(m.String())
		if f.Mode() != m || f.Theme() != m.String() {
			t.Errorf("%s: %s", m, f.Theme())
		}
		if got := (prefs{f.app.Preferences()}).theme(); got != m {
			t.Errorf("%s is kept as %s", m, got)
		}
	}
}

func TestLanesByKindAndSource(t *testing.T) {
	f := newFixture(t).sample()
	f.SetLanes("kind")
	for _, it := range f.timeItems(f.session.Content()) {
		if it.Group == "" {
			t.Error("an item has no kind")
		}
	}
	f.SetLanes("source")
	for _, it := range f.timeItems(f.session.Content()) {
		if it.Group != "The advance in Iraq, June 2014" {
			t.Errorf("an item is of %q", it.Group)
		}
	}
	f.SetLanes("side")
}

func TestKeysCanBeChanged(t *testing.T) {
	f := newFixture(t).sample()
	f.setBindings(command.Bindings{"time.next": {{Name: "L"}}})
	f.key(fyne.KeyL)
	if f.session.Selected() == "" {
		t.Error("the new key does nothing")
	}
	if got := f.prefs.bindings()["time.next"]; len(got) != 1 {
		t.Errorf("kept as %v", got)
	}
	f.setBindings(nil)
}

func TestEveryDialogOpensAndIsLeft(t *testing.T) {
	f := newFixture(t).sample()
	for name, ask := range map[string]func(){
		"title": f.AskTitle, "bulk": f.AskBulk, "sides": f.AskSides, "eras": f.AskEras, "controls": f.AskControls, "prefs": f.AskPrefs, "keys": f.ShowKeys,
		"menu": f.ShowMenu, "tour": f.Tour, "paste": f.AskPaste, "key": func() { c, _ := f.commands.ByID("time.next"); f.askKey(c) },
	} {
		f.session.SelectAll()
		ask()
		if !f.modal() {
			t.Errorf("%s: nothing opens", name)
			continue
		}
		for range 3 {
			if o := f.win.Canvas().Focused(); o != nil {
				o.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
			} else {
				f.key(fyne.KeyEscape)
			}
		}
		if f.modal() {
			t.Errorf("%s: Escape does not lead out", name)
			f.win.Canvas().Overlays().Remove(f.win.Canvas().Overlays().Top())
		}
	}
}

func TestOffersAreNoEvents(t *testing.T) {
	in := scene.Input{Events: make([]scene.Event, 2), Selected: "x"}
	offer{}.on(&in)
	if len(in.Events) != 2 || in.Selected != "x" {
		t.Error("nothing offered changes the picture")
	}
	o := offer{inspector.Choice{Name: "A", Place: brief.Place{Lon: 1}}, inspector.Choice{Name: "B", Place: brief.Place{Whole: true}}}
	o.on(&in)
	if len(in.Events) != 3 || in.Events[2].Number != 1 {
		t.Errorf("%d events", len(in.Events))
	}
	if i, ok := o.at(in.Events[2].ID); !ok || i != 0 {
		t.Errorf("%d %v", i, ok)
	}
	for _, id := range []timeline.ID{"x", "offer-7", "offer-", "own-1"} {
		if _, ok := o.at(id); ok {
			t.Errorf("%s is an offer", id)
		}
	}
}

func TestPastedReportCanBeAdded(t *testing.T) {
	f := newFixture(t).sample()
	n := len(f.session.Events())
	f.session.AddText(undated)
	f.until("it is read", f.idle)
	if len(f.session.Brief().Reports) != 2 || len(f.session.Events()) <= n {
		t.Fatalf("%d reports, %d events", len(f.session.Brief().Reports), len(f.session.Events()))
	}
	f.dismiss()
	f.session.Undo()
	f.until("it is taken away", f.idle)
	if len(f.session.Brief().Reports) != 1 || len(f.session.Events()) != n {
		t.Error("undo leaves the report")
	}
}
