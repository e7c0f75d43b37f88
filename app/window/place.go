package window

import (
	"fmt"
	"strings"

	"github.com/paulmach/orb"

	"fyne.io/fyne/v2"

	"dateline/app/brief"
	"dateline/app/inspector"
	"dateline/app/kit"
	"dateline/app/words"
	"dateline/app/work"
	"dateline/geo/coords"
	"dateline/geo/gazetteer"
	"dateline/geo/geocode"
	"dateline/geo/scene"
	"dateline/timeline"
	"dateline/timeline/edtf"
)

// offer is the places that what is typed can mean, as marks on the map.
type offer []inspector.Choice

// offerID begins the names of the marks of an offer.
const offerID = "offer-"

// on adds the marks to a picture.
func (o offer) on(in *scene.Input) {
	if len(o) == 0 {
		return
	}
	events := append([]scene.Event(nil), in.Events...)
	for i, c := range o {
		if c.Place.Whole {
			continue
		}
		e := scene.Event{Number: i + 1}
		e.ID, e.Title, e.Status = timeline.ID(fmt.Sprint(offerID, i)), c.Name+", "+c.Detail, timeline.Proposed
		e.At = []geocode.Location{work.Location(c.Place)}
		e.Modality = timeline.Planned // hollow: nothing happened there
		e.When.Earliest, e.When.Latest = in.Now, in.Now
		events = append(events, e)
	}
	in.Events = events
	in.Selected = ""
}

// at is the place of an offer that a mark stands for.
func (o offer) at(id timeline.ID) (int, bool) {
	rest, ok := strings.CutPrefix(string(id), offerID)
	var i int
	if _, err := fmt.Sscan(rest, &i); !ok || err != nil || i < 0 || i >= len(o) {
		return 0, false
	}
	return i, true
}

// editor is what the fields of an event ask of the window.
func (w *Window) editor() inspector.Editor {
	s := w.session
	return inspector.Editor{
		Edit: func(what string, change func(*brief.Edit)) { s.Edit(s.Selected(), what, change) },
		ReadDate: func(typed string) (edtf.Value, string, error) {
			e, _ := s.SelectedEvent()
			var source timeline.SourceID
			if len(e.From) > 0 {
				source = e.From[0].Source
			}
			return w.readDate(typed, source)
		},
		DrawWay:    w.drawWay,
		Complete:   w.complete,
		Candidates: w.offer,
		Place:      w.changePlace,
		Leave:      func() { w.win.Canvas().Unfocus() },
	}
}

// offer shows places on the map to be chosen from, and brings them into sight.
func (w *Window) offer(choices []inspector.Choice) {
	if len(choices) == 0 && len(w.offered) == 0 {
		return
	}
	w.offered = choices
	var b orb.Bound
	for i, c := range choices {
		p := orb.Point(c.Place.Point())
		if i == 0 {
			b = p.Bound()
		}
		b = b.Extend(p)
	}
	if len(choices) > 0 {
		w.world.Reveal(b)
	}
	w.showMap()
}

// complete gives the places that what is typed can mean: coordinates, or names
// that begin so, those near the other places of the brief first to be told.
func (w *Window) complete(typed string) []inspector.Choice {
	if p, ok := readPoint(typed); ok {
		name := w.nameOf(p)
		return []inspector.Choice{{
			Name: work.FormatPoint(p), Detail: words.F("near %s", name),
			Place: brief.Place{Name: name, Lon: p[0], Lat: p[1], Role: timeline.At, Why: "coordinates typed by hand"},
		}}
	}
	f, ok := w.places().(completer)
	if !ok {
		return nil
	}
	countries := make(map[string]bool)
	for _, e := range w.session.Events() {
		for _, l := range e.At {
			countries[l.Place.Country] = true
		}
	}
	var near, far []inspector.Choice
	for _, m := range f.Complete(typed, 24) {
		if m.Adj || m.Abbrev || m.Place.Name == "" {
			continue
		}
		c := choiceOf(m.Place, w.whereabouts(m.Place))
		if countries[m.Place.Country] {
			c.Why = words.T("in a country of this brief") + then(c.Why)
			near = append(near, c)
			continue
		}
		far = append(far, c)
	}
	return append(near, far...)
}

func then(s string) string {
	if s == "" {
		return ""
	}
	return "; " + s
}

// choiceOf is a place of the gazetteer to be chosen.
func choiceOf(p gazetteer.Place, in string) inspector.Choice {
	c := inspector.Choice{Name: p.Name, Detail: in, Place: brief.Place{
		Name: p.Name, Role: timeline.At, Lon: p.Point[0], Lat: p.Point[1], Country: p.Country, GeonameID: p.GeonameID, Why: "chosen by hand",
	}}
	switch {
	case p.Level == gazetteer.Country:
		c.Place.Whole, c.Why = true, words.T("a country")
	case p.Level == gazetteer.Division:
		c.Place.Area, c.Why = string(p.Area), words.T("a division")
	case p.Population > 0:
		c.Why = words.F("population %d", p.Population)
	}
	if p.RadiusKM > 0 {
		c.Place.RadiusKM = p.RadiusKM
	}
	return c
}

// changePlace puts a place in the place of the i-th of the selected event.
// Where the report names it in other events too, the person is asked whether
// it is meant there as well.
func (w *Window) changePlace(i int, p brief.Place) {
	s := w.session
	e, ok := s.SelectedEvent()
	if !ok {
		return
	}
	places := work.PlacesOf(e.Placed)
	here := func() {
		s.Edit(e.ID, words.T("Place"), func(ed *brief.Edit) {
			if i < len(places) {
				places[i] = p
			} else {
				places = append(places, p)
			}
			ed.Places = &places
		})
	}
	if i >= len(places) || p.Span.Len() == 0 {
		here()
		return
	}
	name := places[i].Name
	others := w.naming(name, e.ID)
	if len(others) == 0 || w.modal() {
		here()
		return
	}
	text := kit.Wrapped(kit.Body(words.F("“%s” is named in %d other events too. Is it the same place there?", name, len(others))))
	w.ask(words.T("Change the place"), text, fyne.NewSize(480, 160), nil,
		kit.NewButton(words.T("Only here"), kit.Outlined, func() { w.dismiss(); here() }),
		kit.NewButton(words.T("Everywhere"), kit.Primary, func() {
			w.dismiss()
			s.Change(words.T("Place everywhere"), func(b brief.Brief) brief.Brief { return everywhere(b, s.Events(), name, p) })
		}))
}

// naming are the other events that name a place.
func (w *Window) naming(name string, but timeline.ID) []timeline.ID {
	var out []timeline.ID
	for _, e := range w.session.Events() {
		if e.ID == but {
			continue
		}
		for _, p := range e.Places {
			if strings.EqualFold(p.Name, name) {
				out = append(out, e.ID)
				break
			}
		}
	}
	return out
}

// everywhere makes a name mean a place in every event: those placed by hand
// too.
func everywhere(b brief.Brief, events []scene.Event, name string, p brief.Place) brief.Brief {
	b = b.WithPin(geocode.Pin{Name: name, GeonameID: p.GeonameID, Lon: p.Lon, Lat: p.Lat, RadiusKM: p.RadiusKM})
	for _, e := range events {
		ed, ok := b.Edits[e.ID]
		if !ok || ed.Places == nil {
			continue
		}
		places := append([]brief.Place(nil), *ed.Places...)
		for k := range places {
			if strings.EqualFold(places[k].Name, name) {
				q := p
				q.Role, q.Span = places[k].Role, places[k].Span
				places[k] = q
			}
		}
		b = b.WithEdit(e.ID, func(x *brief.Edit) { x.Places = &places })
	}
	return b
}

// readPoint reads coordinates: decimal, in degrees, minutes and seconds, or
// MGRS.
func readPoint(typed string) ([2]float64, bool) {
	if p, ok := work.ReadPoint(typed); ok {
		return p, true
	}
	p, err := coords.ParseMGRS(typed)
	return p, err == nil && len(strings.TrimSpace(typed)) >= 7
}
