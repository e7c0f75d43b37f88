package mapview

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/paulmach/orb"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"dateline/geo/proj"
	"dateline/geo/scene"
	"dateline/timeline"
)

// until runs what other goroutines handed over until something holds.
func (f *fixture) until(what string, holds func() bool) {
	f.t.Helper()
	end := time.After(2 * time.Minute)
	for !holds() {
		select {
		case fn := <-f.queue:
			fn()
		case <-end:
			f.t.Fatalf("it does not come about that %s", what)
		}
	}
}

// items are those of the menu that is open.
func (f *fixture) items() []*fyne.MenuItem {
	f.t.Helper()
	c := fyne.CurrentApp().Driver().CanvasForObject(f.View)
	if c.Overlays().Top() == nil || f.menu == nil {
		return nil
	}
	return f.menu.Items
}

func TestARestingPointerIsToldWhatItIs(t *testing.T) {
	f := newFixture(t)
	f.Titles = map[timeline.ID]string{"a": "The first", "b": "The second"}
	f.MouseMoved(mouse(f.page(44, 34), 0))
	if f.hovered != "a" || f.Cursor() != desktop.PointerCursor {
		t.Errorf("over a mark: %q", f.hovered)
	}
	if f.Tips.Text() != "" {
		t.Error("it is told at once")
	}
	f.until("it is told", func() bool { return f.Tips.Text() == "The first" })
	// Moving on the mark changes nothing, moving off it takes the words away.
	p := f.page(44, 34)
	f.MouseMoved(mouse(orb.Point{p[0] + 1, p[1]}, 0))
	if f.Tips.Text() != "The first" {
		t.Error("it is gone while the pointer is on the mark")
	}
	f.MouseMoved(mouse(f.page(45, 35), 0))
	if f.Tips.Text() != "" || f.hovered != "b" {
		t.Errorf("over the other mark it says %q, hovered %q", f.Tips.Text(), f.hovered)
	}
	f.until("the other is told", func() bool { return f.Tips.Text() == "The second" })
	f.MouseOut()
	if f.hovered != "" || f.Tips.Text() != "" {
		t.Error("hover stays after leaving")
	}
}

func TestAPointerThatLeavesIsToldNothing(t *testing.T) {
	f := newFixture(t)
	f.Titles = map[timeline.ID]string{"a": "The first"}
	f.MouseMoved(mouse(f.page(44, 34), 0))
	f.MouseOut()
	select {
	case fn := <-f.queue:
		fn()
	case <-time.After(500 * time.Millisecond):
	}
	if f.Tips.Text() != "" {
		t.Errorf("it says %q", f.Tips.Text())
	}
}

// rings are the circles that are seen.
func (f *fixture) rings() int {
	n := 0
	for _, c := range test.WidgetRenderer(f.View).(*renderer).rings {
		if !c.Hidden {
			n++
		}
	}
	return n
}

func TestHoverRingsWithoutDrawing(t *testing.T) {
	f := newFixture(t)
	if f.rings() != 0 {
		t.Fatal("something is ringed before")
	}
	before := f.shown.Map
	f.SetHover("a")
	if f.rings() == 0 {
		t.Error("the event under the pointer is not ringed")
	}
	f.SetHover("")
	if f.rings() != 0 || f.shown.Map != before {
		t.Error("the ring stays, or the map was drawn for it")
	}
}

func TestASelectionIsRingedAtOnce(t *testing.T) {
	f := newFixture(t)
	f.Set(func(in *scene.Input) { in.Selected = "b" })
	f.Refresh()
	if f.rings() == 0 {
		t.Error("the selected event is not ringed before it is drawn")
	}
	f.until("it is drawn", func() bool { return f.shown.Input.Selected == "b" })
	if f.rings() != 0 {
		t.Error("its ring stays when the map has one of its own")
	}
}

func TestMarksOnOneAnotherAreListed(t *testing.T) {
	f := newFixture(t)
	p := f.page(44, 34)
	f.shown.Hits = append(f.shown.Hits, scene.Hit{Event: "b", Center: p, Radius: 8})
	f.click(p)
	items := f.items()
	if len(f.selected) != 0 || len(items) != 2 {
		t.Fatalf("selected %q, a list of %d", f.selected, len(items))
	}
	if items[0].Label != "2  b" || items[1].Label != "1  a" {
		t.Errorf("the list is %q, %q", items[0].Label, items[1].Label)
	}
	items[1].Action()
	if !slices.Equal(f.selected, []timeline.ID{"a"}) {
		t.Errorf("selected %q", f.selected)
	}
}

func TestAClusterIsOpened(t *testing.T) {
	f := newFixture(t)
	at := orb.Point{300, 200}
	f.shown.Hits = []scene.Hit{{Event: "a", Center: at, Radius: 14, Cluster: []timeline.ID{"a", "b"}}}
	f.MouseMoved(mouse(at, 0))
	if f.hovered != "" || f.Cursor() != desktop.PointerCursor {
		t.Errorf("over the cluster %q is pointed at", f.hovered)
	}
	scale := f.Map().Scale
	moved := false
	f.OnMoved = func(proj.View) { moved = true }
	f.click(at)
	if f.Map().Scale < 1.9*scale || !moved || len(f.selected) != 0 {
		t.Fatalf("a click zooms by %v", f.Map().Scale/scale)
	}
	a, b := f.page(44, 34), f.page(45, 35)
	for _, p := range []orb.Point{a, b} {
		if p[0] < 0 || p[0] > 600 || p[1] < 0 || p[1] > 400 {
			t.Errorf("one of them is at %v now", p)
		}
	}
}

func TestAClusterThatNothingSplitsIsListed(t *testing.T) {
	f := newFixture(t)
	f.want.Input.Events = []scene.Event{event("a", 1, 44, 34), event("b", 2, 44, 34)}
	at := orb.Point{300, 200}
	f.shown.Hits = []scene.Hit{{Event: "a", Center: at, Radius: 14, Cluster: []timeline.ID{"a", "b"}}}
	before := f.Map()
	f.click(at)
	if f.Map() != before {
		t.Error("the map is zoomed in vain")
	}
	if items := f.items(); len(items) != 2 {
		t.Errorf("a list of %d", len(items))
	}
}

func TestMenu(t *testing.T) {
	f := newFixture(t)
	p, _ := f.Map().ToLonLat(orb.Point{200, 100})
	var asked orb.Point
	f.OnMenu = func(at orb.Point) []*fyne.MenuItem {
		asked = at
		return []*fyne.MenuItem{fyne.NewMenuItem("Add an event here…", func() {})}
	}
	f.TappedSecondary(&fyne.PointEvent{Position: fyne.NewPos(200, 100), AbsolutePosition: fyne.NewPos(200, 100)})
	if asked != p {
		t.Errorf("asked for %v, want %v", asked, p)
	}
	var labels []string
	for _, it := range f.items() {
		labels = append(labels, it.Label)
	}
	all := strings.Join(labels, "|")
	for _, want := range []string{"Add an event here…", "Copy 35.", "Copy 35°", "Copy 38S ", "Measure from here", "Centre here"} {
		if !strings.Contains(all, want) {
			t.Errorf("the menu %q has no %q", all, want)
		}
	}
	for _, it := range f.MenuAt(orb.Point{44.5, 33.25}).Items {
		if strings.HasPrefix(it.Label, "Copy 33.25000") {
			it.Action()
		}
	}
	if got := fyne.CurrentApp().Clipboard().Content(); got != "33.25000, 44.50000" {
		t.Errorf("copied %q", got)
	}
	// Near a pole there is no grid, and the menu is without it.
	n := len(f.MenuAt(orb.Point{44, 33}).Items)
	if m := len(f.MenuAt(orb.Point{44, 84.9}).Items); m != n-1 {
		t.Errorf("near the pole the menu has %d items, elsewhere %d", m, n)
	}
}

func TestCentre(t *testing.T) {
	f := newFixture(t)
	f.Centre(orb.Point{45, 35})
	if p := f.page(45, 35); p[0] < 299 || p[0] > 301 || p[1] < 199 || p[1] > 201 {
		t.Errorf("the place is at %v", p)
	}
}
