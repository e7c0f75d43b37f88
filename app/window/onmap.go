package window

import (
	"math"

	"github.com/paulmach/orb"

	"fyne.io/fyne/v2"

	"dateline/app/brief"
	"dateline/app/words"
	"dateline/app/work"
	"dateline/timeline"
)

// drawWay lets the way of the selected event be drawn on the map, from where
// its party was before.
func (w *Window) drawWay() {
	e, ok := w.session.SelectedEvent()
	if !ok {
		return
	}
	id := e.ID
	var points []orb.Point
	if have := w.session.EditOf(id).Way; have != nil {
		for _, p := range have.Points {
			points = append(points, p)
		}
	} else {
		points = w.wayOf(id)
	}
	w.win.Canvas().Unfocus()
	w.hint(words.T("Click to add corners, drag them, Backspace takes the last away. Enter finishes, Esc gives up."))
	w.world.DrawWay(points, func(points []orb.Point, ok bool) {
		w.hint("")
		if !ok {
			return
		}
		way := &brief.Way{}
		for _, p := range points {
			way.Points = append(way.Points, p)
		}
		w.session.Edit(id, words.T("Draw the way"), func(ed *brief.Edit) { ed.Way = way })
	})
}

// wayOf is the way to an event as it was read: from the stop before it on its
// axis, or only where it is.
func (w *Window) wayOf(id timeline.ID) []orb.Point {
	c := w.session.Content()
	at := func(id timeline.ID) []orb.Point {
		if e, ok := w.session.Event(id); ok {
			for _, l := range e.At {
				if l.Drawable() {
					return []orb.Point{l.Point}
				}
			}
		}
		return nil
	}
	for _, a := range c.Axes {
		for i, s := range a.Stops {
			if s.Event == id && i > 0 {
				return append(at(a.Stops[i-1].Event), at(id)...)
			}
		}
	}
	return at(id)
}

// moveOnMap moves the place of an event to where its mark was dragged.
func (w *Window) moveOnMap(id timeline.ID, from, to orb.Point) {
	e, ok := w.session.Event(id)
	if !ok {
		return
	}
	places := work.PlacesOf(e.Placed)
	best, least := -1, math.Inf(1)
	for i, p := range places {
		if p.Whole {
			continue
		}
		if d := math.Hypot(p.Lon-from[0], p.Lat-from[1]); d < least {
			best, least = i, d
		}
	}
	if best < 0 {
		w.setPlace(id, to)
		return
	}
	p := places[best]
	p.Lon, p.Lat = wrapped(p.Lon+to[0]-from[0]), min(max(p.Lat+to[1]-from[1], -85), 85)
	if p.Area != "" { // the area does not move: from here on it is a point
		p.Lon, p.Lat, p.Area = to[0], to[1], ""
	}
	p.GeonameID, p.Why = 0, "moved by hand on the map"
	places[best] = p
	w.session.Edit(id, words.T("Move on the map"), func(ed *brief.Edit) { ed.Places = &places })
}

// setPlace gives an event one more place, where the map was clicked.
func (w *Window) setPlace(id timeline.ID, at orb.Point) {
	e, ok := w.session.Event(id)
	if !ok {
		return
	}
	p := brief.Place{Name: w.nameOf(at), Role: timeline.At, Lon: at[0], Lat: at[1], Why: "set by hand on the map"}
	places := work.PlacesOf(e.Placed)
	kept := places[:0]
	for _, q := range places {
		if !q.Whole {
			kept = append(kept, q)
		}
	}
	if len(kept) == 1 {
		p.Role, p.Span = kept[0].Role, kept[0].Span
		kept = kept[:0]
	}
	places = append(kept, p)
	w.session.Edit(id, words.T("Place"), func(ed *brief.Edit) { ed.Places = &places })
}

func wrapped(lon float64) float64 { return math.Mod(math.Mod(lon+180, 360)+360, 360) - 180 }

// mapMenu is what the window offers at a place of the map.
func (w *Window) mapMenu(at orb.Point) []*fyne.MenuItem {
	if w.session.Empty() {
		return nil
	}
	items := []*fyne.MenuItem{fyne.NewMenuItem(words.T("New event here"), func() {
		w.newEvent(&[2]float64{at[0], at[1]}, w.session.Clock().Now)
	})}
	if e, ok := w.session.SelectedEvent(); ok {
		items = append(items, fyne.NewMenuItem(words.F("“%s” is here", short(e.Title)), func() { w.setPlace(e.ID, at) }))
	}
	return items
}

// hint says at the foot of the map what can be done there now.
func (w *Window) hint(s string) {
	if s == "" {
		s = w.online.State()
	}
	w.note.say(s)
}

// short is a title of a few words.
func short(s string) string {
	if r := []rune(s); len(r) > 34 {
		return string(r[:32]) + "…"
	}
	return s
}
