package mapview

import (
	"slices"
	"testing"

	"github.com/paulmach/orb"

	"fyne.io/fyne/v2"

	"dateline/app/gesture"
	"dateline/geo/scene"
	"dateline/timeline"
)

// tap clicks a place of the page, not as the second click of two.
func (f *fixture) tap(p orb.Point) {
	f.clicks = gesture.Clicks{}
	f.click(p)
}

// pull drags from one place of the page to another.
func (f *fixture) pull(from, to orb.Point) {
	f.MouseDown(mouse(from, 0))
	e := &fyne.DragEvent{}
	e.Position = fyne.NewPos(float32(to[0]), float32(to[1]))
	f.Dragged(e)
	f.DragEnd()
	f.MouseUp(mouse(to, 0))
}

// on are the corners of a way on the page, as whole numbers.
func (f *fixture) on(way []orb.Point) []orb.Point {
	var out []orb.Point
	for _, p := range way {
		q := f.page(p[0], p[1])
		out = append(out, orb.Point{float64(int(q[0] + 0.5)), float64(int(q[1] + 0.5))})
	}
	return out
}

func same(a, b []orb.Point) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

func TestWayIsDrawnAndChanged(t *testing.T) {
	f := newFixture(t)
	var got []orb.Point
	done := false
	finish := func(ps []orb.Point, ok bool) { got, done = ps, ok }
	f.DrawWay(nil, finish)
	for _, p := range []orb.Point{{100, 100}, {200, 150}, {300, 100}, {400, 300}} {
		f.tap(p)
	}
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	f.pull(orb.Point{200, 150}, orb.Point{200, 250})
	if len(f.sketch(nil, nil)) != 2+2+3 {
		t.Errorf("%d objects are shown", len(f.sketch(nil, nil)))
	}
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if want := []orb.Point{{100, 100}, {200, 250}, {300, 100}}; !done || !same(f.on(got), want) || f.Drawing() {
		t.Fatalf("%v %v", f.on(got), done)
	}
	f.DrawWay(got, finish)
	f.pull(orb.Point{150, 175}, orb.Point{150, 50}) // a stretch gets a corner
	f.MouseDown(mouse(orb.Point{300, 100}, fyne.KeyModifierAlt))
	f.MouseUp(mouse(orb.Point{300, 100}, fyne.KeyModifierAlt))
	f.clicks = gesture.Clicks{}
	f.tap(orb.Point{500, 200})
	f.click(orb.Point{500, 200}) // the second click of two
	if want := []orb.Point{{100, 100}, {150, 50}, {200, 250}, {500, 200}}; !done || !same(f.on(got), want) {
		t.Errorf("%v", f.on(got))
	}
	if len(f.selected) != 0 {
		t.Error("clicks select while a way is drawn")
	}
}

func TestWayIsGivenUp(t *testing.T) {
	f := newFixture(t)
	kept := true
	f.DrawWay(nil, func(_ []orb.Point, ok bool) { kept = ok })
	f.tap(orb.Point{100, 100})
	if !f.ToolKey(fyne.KeyEscape) || kept || f.Drawing() {
		t.Error("Escape keeps the way")
	}
	kept = true
	f.DrawWay(nil, func(_ []orb.Point, ok bool) { kept = ok })
	f.tap(orb.Point{100, 100})
	f.FinishWay()
	if kept {
		t.Error("one corner is a way")
	}
	if f.ToolKey(fyne.KeyEscape) || f.ToolKey(fyne.KeyA) {
		t.Error("a key means something while nothing is drawn")
	}
}

func TestMarkOfTheSelectedEventIsDragged(t *testing.T) {
	f := newFixture(t)
	var id timeline.ID
	var to orb.Point
	f.OnDrop = func(i timeline.ID, _, b orb.Point) { id, to = i, b }
	i := slices.IndexFunc(f.shown.Hits, func(h scene.Hit) bool { return h.Radius > 0 })
	if i < 0 {
		t.Fatal("no mark is on the map")
	}
	h := f.shown.Hits[i]
	at := f.shown.Seen(f.want.Input.View, h.Center)
	before := f.Map()
	f.pull(at, orb.Point{at[0] + 60, at[1]})
	if id != "" {
		t.Error("a mark that is not selected is moved")
	}
	f.SetMap(before)
	f.want.Input.Selected = h.Event
	f.pull(at, orb.Point{at[0] + 60, at[1]})
	if got := f.page(to[0], to[1]); id != h.Event || int(got[0]+0.5) != int(at[0]+60.5) {
		t.Errorf("%q is dropped at %v", id, got)
	}
	if f.Map() != before {
		t.Error("the map moves with the mark")
	}
	id = ""
	f.MouseDown(mouse(at, 0))
	f.Dragged(&fyne.DragEvent{})
	f.ToolKey(fyne.KeyEscape)
	f.DragEnd()
	if id != "" {
		t.Error("Escape does not give the dragging up")
	}
}
