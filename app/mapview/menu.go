package mapview

import (
	"fmt"

	"github.com/paulmach/orb"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"dateline/app/words"
	"dateline/geo/coords"
	"dateline/timeline"
)

var _ fyne.SecondaryTappable = (*View)(nil)

// TappedSecondary opens the menu of the place under the pointer.
func (v *View) TappedSecondary(e *fyne.PointEvent) {
	p, ok := v.want.Input.View.ToLonLat(point(e.Position))
	if !ok {
		return
	}
	if v.Tips != nil {
		v.Tips.Clear()
	}
	v.popUp(v.MenuAt(p), e.AbsolutePosition)
}

// MenuAt is the menu of a place: what the window offers there, its coordinates
// to copy, and what the map itself can do.
func (v *View) MenuAt(p orb.Point) *fyne.Menu {
	var items []*fyne.MenuItem
	if v.OnMenu != nil {
		if items = v.OnMenu(p); len(items) > 0 {
			items = append(items, fyne.NewMenuItemSeparator())
		}
	}
	copied := func(s string) *fyne.MenuItem {
		return fyne.NewMenuItem(words.F("Copy %s", s), func() { fyne.CurrentApp().Clipboard().SetContent(s) })
	}
	items = append(items, copied(coords.Decimal(p)), copied(coords.DMS(p)))
	if s, err := coords.MGRS(p); err == nil {
		items = append(items, copied(s))
	}
	items = append(items, fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem(words.T("Measure from here"), func() { v.MeasureFrom(p) }),
		fyne.NewMenuItem(words.T("Centre here"), func() { v.Centre(p) }))
	return fyne.NewMenu("", items...)
}

// popUp shows a menu over the window.
func (v *View) popUp(m *fyne.Menu, at fyne.Position) {
	c := fyne.CurrentApp().Driver().CanvasForObject(v)
	if c == nil || len(m.Items) == 0 {
		return
	}
	v.menu = m
	widget.ShowPopUpMenuAtPosition(m, c, at)
}

// maxListed bounds a list of events that lie on one another.
const maxListed = 24

// choose lists events that lie under the pointer together, to select one.
func (v *View) choose(ids []timeline.ID, at fyne.Position) {
	var items []*fyne.MenuItem
	for i, id := range ids {
		if i == maxListed {
			more := fyne.NewMenuItem(words.F("and %d more", len(ids)-maxListed), nil)
			more.Disabled = true
			items = append(items, more)
			break
		}
		items = append(items, fyne.NewMenuItem(v.label(id), func() {
			if v.OnSelect != nil {
				v.OnSelect(id)
			}
		}))
	}
	v.popUp(fyne.NewMenu("", items...), at)
}

// maxLabel is the longest title in a list, in letters.
const maxLabel = 70

// label is an event in a list: its number and title.
func (v *View) label(id timeline.ID) string {
	for _, e := range v.want.Input.Events {
		if e.ID != id {
			continue
		}
		title := []rune(e.Title)
		if len(title) > maxLabel {
			title = append(title[:maxLabel-1], '…')
		}
		if e.Number > 0 {
			return fmt.Sprintf("%d  %s", e.Number, string(title))
		}
		return string(title)
	}
	return string(id)
}
