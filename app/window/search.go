package window

import (
	"github.com/paulmach/orb"

	"dateline/app/eventlist"
	"dateline/app/palette"
	"dateline/app/words"
	"dateline/geo/gazetteer"
	"dateline/timeline"
	"dateline/timeline/edtf"
)

// completer finds places by the first letters of their names.
type completer interface {
	Complete(typed string, limit int) []gazetteer.Match
}

// Search opens the box in which everything is found.
func (w *Window) Search() { w.search("", words.T("Search events, places, dates, commands")) }

// AskGoto opens it for a date.
func (w *Window) AskGoto() {
	w.search("", words.T("Go to a date: 13 June 2014, June 2014, 2014-06-13"))
}

func (w *Window) search(typed, hint string) {
	if w.modal() {
		return
	}
	w.do(func() { // when the key that led here has been typed
		if !w.modal() {
			w.palette = palette.Show(w.win.Canvas(), typed, hint, w.sources)
		}
	})
}

// sources is what can be found now.
func (w *Window) sources() palette.Sources {
	s := palette.Sources{
		Commands: w.commands.All(), Meta: eventlist.Meta, Where: w.whereabouts,
		ToEvent: func(id timeline.ID) {
			if !w.session.Passes(id) {
				w.unfilter()
			}
			w.session.Select(id)
		},
		ToPlace: func(p gazetteer.Place) { w.world.Fit(around(p)) },
	}
	if w.session.Empty() {
		return s
	}
	s.Events = w.session.Events()
	s.ToDate = w.goTo
	if c, ok := w.places().(completer); ok {
		s.Places = func(typed string) []gazetteer.Match { return c.Complete(typed, 12) }
	}
	return s
}

// around is the part of the world to show for a place.
func around(p gazetteer.Place) orb.Bound {
	pad := 0.5
	switch {
	case p.Level == gazetteer.Country:
		pad = 4
	case p.Level == gazetteer.Division:
		pad = 1.5
	case p.RadiusKM > 0:
		pad = p.RadiusKM / 80
	}
	return p.Point.Bound().Pad(pad)
}

// goTo brings the clock to a date, and the timeline to show it.
func (w *Window) goTo(v edtf.Value) {
	lo, hi := v.Bounds()
	if lo.IsZero() {
		lo = hi
	}
	if lo.IsZero() {
		return
	}
	w.time.Reveal(lo, hi)
	if hi.IsZero() {
		hi = lo
	}
	w.session.SetNow(hi)
}
