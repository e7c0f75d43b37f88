package window

import (
	"time"

	"dateline/app/brief"
	"dateline/app/words"
	"dateline/app/work"
	"dateline/timeline"
	"dateline/timeline/edtf"
)

// readDate reads a date as it is typed, in the words of the reader too, and
// says how it is understood. Relative dates count from the publication of the
// report.
func (w *Window) readDate(s string, source timeline.SourceID) (v edtf.Value, understood string, err error) {
	var published edtf.Value
	for i, r := range w.session.Brief().Reports {
		if i == 0 || r.Document.ID == source {
			published = r.Published
		}
	}
	return work.ReadDate(s, published)
}

// EditEvent opens the fields of the selected event.
func (w *Window) EditEvent() {
	if _, ok := w.session.SelectedEvent(); !ok || w.modal() {
		return
	}
	w.Uncollapse(rightPart)
	w.do(w.inspector.Edit) // when the key that led here has been typed
}

// NewEvent makes an event at the middle of the map and at the playhead.
func (w *Window) NewEvent() {
	c := w.world.Map().Center
	w.newEvent(&[2]float64{c[0], c[1]}, w.session.Clock().Now)
}

// newEvent makes an event at a place, which may be nil, and at a time, which
// may be zero, and opens its fields.
func (w *Window) newEvent(at *[2]float64, when time.Time) {
	if w.session.Empty() {
		return
	}
	id := w.session.AddEvent(func(e *brief.Edit) {
		title := words.T("New event")
		e.Title = &title
		if !when.IsZero() {
			v := edtf.OnDay(when)
			e.When = &v
		}
		if at != nil {
			e.Places = &[]brief.Place{{Name: w.nameOf(*at), Role: timeline.At, Lon: at[0], Lat: at[1], Why: "set by hand on the map"}}
		}
	})
	if id != "" {
		w.EditEvent()
	}
}

// nameOf names a point by the nearest place within a day's walk.
func (w *Window) nameOf(p [2]float64) string {
	if f := w.places(); f != nil {
		if near := f.Near(p, 25, 1); len(near) > 0 {
			return near[0].Name
		}
	}
	return work.FormatPoint(p)
}
