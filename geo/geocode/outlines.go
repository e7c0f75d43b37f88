package geocode

import "dateline/geo/gazetteer"

// Outlines tells which areas have a polygon to draw. A Finder that is an
// Outlines too, as with the base map, keeps areas without one from vanishing:
// they are drawn as a radius around their point.
type Outlines interface {
	HasArea(key gazetteer.AreaKey) bool
}

// divisionKM is the radius that stands for a first-level division without a
// polygon.
const divisionKM = 50.0

// outlined gives the event with every area that has no polygon turned into a
// radius.
func outlined(e Placed, f Finder) Placed {
	o, ok := f.(Outlines)
	if !ok {
		return e
	}
	for i, l := range e.At {
		if l.Area != "" && !o.HasArea(l.Area) {
			e.At[i].Area = ""
			e.At[i].RadiusKM = max(l.RadiusKM, sizeKM(l.Place, divisionKM))
		}
	}
	return e
}
