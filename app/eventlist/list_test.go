package eventlist

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"github.com/paulmach/orb"

	"dateline/app/kit"
	"dateline/app/theme"
	"dateline/geo/geocode"
	"dateline/geo/scene"
	"dateline/timeline"
	"dateline/timeline/edtf"
)

func TestMeta(t *testing.T) {
	when := func(s string) timeline.When { return timeline.NewWhen(edtf.MustParse(s), "", timeline.Span{}) }
	at := func(ls ...geocode.Location) []geocode.Location { return ls }
	town := func(name string) geocode.Location {
		return geocode.Location{Name: name, Role: timeline.At, Point: orb.Point{1, 2}}
	}
	tests := []struct {
		name string
		e    scene.Event
		want string
	}{
		{"a day in a town", scene.Event{Placed: geocode.Placed{Event: timeline.Event{When: when("2014-06-13")}, At: at(town("Mosul"))}}, "13 Jun · Mosul"},
		{"near", scene.Event{Placed: geocode.Placed{Event: timeline.Event{When: when("2014-06-13")},
			At: at(geocode.Location{Name: "Muqdadiya", Role: timeline.Near, RadiusKM: 15.4})}}, "13 Jun · near Muqdadiya, ~15 km"},
		{"area", scene.Event{Placed: geocode.Placed{Event: timeline.Event{When: when("2014-06-09/2014-06-14")},
			At: at(geocode.Location{Name: "Diyala", Area: "IQ.10"})}}, "9–14 Jun · Diyala · area"},
		{"country", scene.Event{Placed: geocode.Placed{Event: timeline.Event{When: when("../2014-06-14")},
			At: at(geocode.Location{Name: "Iran", Country: true})}}, "to 14 Jun · not placed · Iran"},
		{"nowhere, never", scene.Event{}, "no date · not placed"},
		{"three towns", scene.Event{Placed: geocode.Placed{Event: timeline.Event{When: when("2014-06-14")}, At: at(town("A"), town("B"), town("A"), town("C"))}}, "14 Jun · A, B, C"},
		{"four towns", scene.Event{Placed: geocode.Placed{Event: timeline.Event{When: when("2014-06-14")}, At: at(town("A"), town("B"), town("C"), town("D"))}}, "14 Jun · A, B and 2 more"},
		{"attempt", scene.Event{Placed: geocode.Placed{Event: timeline.Event{When: when("2014-06-14~"), Modality: timeline.Attempt}, At: at(town("A"))}}, "~14 Jun · A · attempted"},
		{"rejected", scene.Event{Placed: geocode.Placed{Event: timeline.Event{When: when("2014-06-14"), Status: timeline.Rejected}, At: at(town("A"))}}, "14 Jun · A · rejected"},
		{"contested", scene.Event{Placed: geocode.Placed{Event: timeline.Event{When: when("2014-06-14"), Claims: []timeline.Claim{
			{Stance: timeline.Claims}, {Stance: timeline.Denies}}}, At: at(town("A"))}}, "14 Jun · A · accounts differ"},
	}
	for _, tt := range tests {
		if got := Meta(tt.e); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestReviewed(t *testing.T) {
	status := func(s timeline.Status) scene.Event {
		return scene.Event{Placed: geocode.Placed{Event: timeline.Event{Status: s}}}
	}
	n, of := Reviewed([]scene.Event{status(timeline.Proposed), status(timeline.Accepted), status(timeline.Rejected), status(timeline.Proposed)})
	if n != 2 || of != 4 {
		t.Errorf("%d of %d", n, of)
	}
}

// list is one of n events in a window that shows five.
func list(t *testing.T, n int) (*View, *[]timeline.ID) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light))
	v := New()
	v.Tips = kit.NewTips()
	selected := &[]timeline.ID{}
	v.OnSelect = func(id timeline.ID) { *selected = append(*selected, id) }
	w := test.NewTempWindow(t, v)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(320, 5*RowHeight))
	var items []Item
	for i := range n {
		items = append(items, Item{ID: timeline.ID(rune('a' + i)), Title: "An event", Meta: "13 Jun"})
	}
	v.SetItems(items)
	return v, selected
}

// shown are the rows that exist.
func shown(v *View) []*row {
	var out []*row
	for _, o := range test.WidgetRenderer(v.rows).Objects() {
		if r, ok := o.(*row); ok {
			out = append(out, r)
		}
	}
	return out
}

func TestOnlyRowsInSightExist(t *testing.T) {
	v, _ := list(t, 26)
	if n := len(shown(v)); n < 5 || n > 7 {
		t.Errorf("%d rows exist where five are seen", n)
	}
	v.scroll.ScrollToOffset(fyne.NewPos(0, 10*RowHeight))
	v.rows.Refresh()
	if got := shown(v)[0].item.ID; got != "k" {
		t.Errorf("scrolled by ten rows the first is %q", got)
	}
}

func TestClickSelectsWithoutTakingTheKeys(t *testing.T) {
	v, selected := list(t, 3)
	r := shown(v)[1]
	test.Tap(r)
	if len(*selected) != 1 || (*selected)[0] != "b" {
		t.Errorf("selected %q", *selected)
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(v); c.Focused() != nil {
		t.Error("a click takes the keys")
	}
}

func TestSelectionIsBroughtIntoSight(t *testing.T) {
	v, _ := list(t, 26)
	v.SetSelected("c")
	if v.scroll.Offset.Y != 0 {
		t.Errorf("scrolled to %v for a row in sight", v.scroll.Offset.Y)
	}
	v.SetSelected("z")
	if top := v.scroll.Offset.Y; 26*RowHeight-top > 5*RowHeight+1 || top <= 0 {
		t.Errorf("scrolled to %v for the last row", top)
	}
	v.SetSelected("a")
	if v.scroll.Offset.Y != 0 {
		t.Errorf("scrolled to %v for the first row", v.scroll.Offset.Y)
	}
	if r := shown(v)[0]; !r.selected {
		t.Error("the row is not marked")
	}
}

func TestKeysMoveTheSelection(t *testing.T) {
	v, selected := list(t, 3)
	var passed fyne.KeyName
	v.OnKey = func(e *fyne.KeyEvent) { passed = e.Name }
	press := func(k fyne.KeyName) { v.TypedKey(&fyne.KeyEvent{Name: k}) }
	press(fyne.KeyDown)
	v.SetSelected("c")
	press(fyne.KeyUp)
	press(fyne.KeyDown) // beyond the end
	press(fyne.KeySpace)
	if got := *selected; len(got) != 2 || got[0] != "a" || got[1] != "b" || passed != fyne.KeySpace {
		t.Errorf("selected %q, passed on %q", got, passed)
	}
}

func TestHoverLightsTheRowAndTellsACutTitle(t *testing.T) {
	v, _ := list(t, 2)
	long := "A title that is much too long for the width of a row in the list of events"
	v.SetItems([]Item{{ID: "a", Title: long}, {ID: "b", Title: "Short"}})
	var hovered timeline.ID
	v.OnHover = func(id timeline.ID) { hovered = id }
	rows := shown(v)
	rows[0].MouseIn(&desktop.MouseEvent{})
	if hovered != "a" || v.Tips.Text() != long {
		t.Errorf("over a: %q, tip %q", hovered, v.Tips.Text())
	}
	rows[0].MouseOut()
	rows[1].MouseIn(&desktop.MouseEvent{})
	if hovered != "b" || v.Tips.Text() != "" {
		t.Errorf("over b: %q, tip %q", hovered, v.Tips.Text())
	}
	v.SetHover("b")
	if !shown(v)[1].lit {
		t.Error("the row is not lit")
	}
}

func TestStatusIsShown(t *testing.T) {
	v, _ := list(t, 2)
	v.SetItems([]Item{{ID: "a", Title: "Yes", Accepted: true}, {ID: "b", Title: "No", Rejected: true}})
	rows := shown(v)
	check := func(r *row) bool {
		objs := test.WidgetRenderer(r).Objects()
		return objs[len(objs)-1].Visible()
	}
	if !check(rows[0]) || check(rows[1]) {
		t.Error("the check mark is not with the accepted event alone")
	}
	if rows[0].title.Strike || !rows[1].title.Strike {
		t.Error("the rejected event is not struck through, or the other one is")
	}
}
