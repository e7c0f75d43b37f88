package geocode

import (
	"github.com/paulmach/orb"

	"dateline/geo/gazetteer"
	"dateline/timeline"
)

// pinned are a person's decisions, the last one about a thing counting.
type pinned struct {
	pins   []Pin
	finder Finder
}

func newPins(pins []Pin, f Finder) pinned { return pinned{pins, f} }

// everywhere finds the pin about a name in the whole report.
func (ps pinned) everywhere(name string) (pin, bool) { return ps.find("", name) }

// event finds the pin about a name in one event; the empty name is the place
// of the event as a whole.
func (ps pinned) event(id timeline.ID, name string) (pin, bool) {
	if id == "" {
		return pin{}, false
	}
	return ps.find(id, name)
}

func (ps pinned) find(id timeline.ID, name string) (pin, bool) {
	for i := len(ps.pins) - 1; i >= 0; i-- {
		p := ps.pins[i]
		if p.Event == id && key(p.Name) == key(name) && (id != "" || name != "") {
			return pin{p, ps.finder}, true
		}
	}
	return pin{}, false
}

// pin is one decision.
type pin struct {
	Pin
	finder Finder
}

// byHand is the reason of a pinned place.
const byHand = "chosen by hand"

// candidate is the place that a person chose: one of those found, or a point
// of their own.
func (p pin) candidate(found []Candidate) Candidate {
	c := Candidate{Score: 1, Why: byHand}
	if p.GeonameID != 0 {
		for _, o := range found {
			if o.Place.GeonameID == p.GeonameID {
				c.Place = o.Place
				return p.at(c)
			}
		}
		for _, m := range lookup(p.Name, p.finder) {
			if m.Place.GeonameID == p.GeonameID {
				c.Place = m.Place
				return p.at(c)
			}
		}
	}
	point := orb.Point{p.Lon, p.Lat}
	if p.GeonameID != 0 {
		for _, o := range p.finder.Near(point, 50, 200) {
			if o.GeonameID == p.GeonameID {
				c.Place = o
				return p.at(c)
			}
		}
	}
	c.Place = gazetteer.Place{GeonameID: p.GeonameID, Name: p.Name, Level: gazetteer.Town, Point: point}
	if near := p.finder.Near(point, 100, 1); len(near) > 0 {
		c.Place.Country, c.Place.Admin1 = near[0].Country, near[0].Admin1
		if c.Place.Name == "" {
			c.Place.Name = near[0].Name
		}
	}
	return c
}

// at moves a place of the gazetteer to the point that was set, where one was.
func (p pin) at(c Candidate) Candidate {
	if p.Lon != 0 || p.Lat != 0 {
		c.Place.Point = orb.Point{p.Lon, p.Lat}
	}
	return c
}

// location is where a pinned place of an event is drawn.
func (p pin) location(of timeline.Place, c Candidate) Location {
	l := Location{Name: of.Name, Role: of.Role, Place: c.Place, Point: c.Place.Point, RadiusKM: p.RadiusKM, Why: c.Why}
	if l.Name == "" {
		l.Name = c.Place.Name
	}
	switch c.Place.Level {
	case gazetteer.Country:
		l.Country = true
	case gazetteer.Division:
		if p.RadiusKM == 0 {
			l.Area = c.Place.Area
		}
	}
	return l
}
