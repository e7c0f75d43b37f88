package geocode

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"dateline/geo/gazetteer"
	"dateline/timeline"
)

// Radii in kilometres. A report that says "near" a place leaves open how
// near; larger towns are wider themselves.
const (
	nearVillageKM = 10.0 // under 10,000 people
	nearTownKM    = 15.0 // under 200,000, or unknown
	nearCityKM    = 20.0 // under 1,000,000
	nearLargeKM   = 30.0
	districtKM    = 20.0  // a second-level division, which has no polygon here, of unknown size
	regionKM      = 150.0 // a region that is no division, such as Darfur, of unknown size
	offsetShare   = 0.2   // of a stated distance with a direction
	leastKM       = 2.0
	somewhereInKM = 15.0 // in or by a town that is the container of what was not found
)

// nearKM is the radius of "near" a place.
func nearKM(p gazetteer.Place) float64 {
	switch {
	case p.Level == gazetteer.District:
		return sizeKM(p, districtKM) + nearTownKM
	case p.Population >= 1_000_000:
		return nearLargeKM
	case p.Population >= 200_000:
		return nearCityKM
	case p.Population > 0 && p.Population < 10_000:
		return nearVillageKM
	}
	return nearTownKM
}

// event places one event.
func (d *document) event(e timeline.Event, all []Resolved, index map[mentionKey]int, ps pinned) Placed {
	out := Placed{Event: e}
	var countries, lost []string
	pin, pinnedEvent := ps.event(e.ID, "")
	ends := map[int]bool{} // places that are the far end of a stretch
	for i, p := range e.Places {
		if ends[i] {
			continue
		}
		r := all[index[mentionAt(p.Mention)]]
		if d.onlyChecks(e.Places, i) {
			continue
		}
		one, isPinned := ps.event(e.ID, p.Name)
		if isPinned {
			c := one.candidate(r.Candidates)
			out.At = append(out.At, one.location(p, c))
			continue
		}
		if l, ok := d.told(p); ok && len(r.Candidates) == 0 {
			out.At = append(out.At, l)
			continue
		}
		if len(r.Candidates) == 0 {
			if !slices.Contains(lost, r.Why) {
				lost = append(lost, r.Why)
			}
			out.Missing = append(out.Missing, p)
			continue
		}
		l := d.locate(p, r)
		if g, ok := ps.everywhere(p.Name); ok && g.RadiusKM > 0 && l.Drawable() {
			l.RadiusKM = g.RadiusKM
		}
		if j := d.stretchTo(e.Places, i); j >= 0 {
			if o := all[index[mentionAt(e.Places[j].Mention)]]; len(o.Candidates) > 0 {
				if both, ok := stretch(l, d.locate(e.Places[j], o)); ok {
					out.At, ends[j] = append(out.At, both), true
					continue
				}
			}
		}
		if l.Country && l.Place.Country == "" {
			wide := "wider than a country"
			if l.Place.Natural {
				wide = "too wide for a mark"
			}
			lost = append(lost, fmt.Sprintf("%s is %s", l.Place.Name, wide))
		} else if l.Country && d.onBorder(p) {
			lost = append(lost, fmt.Sprintf("the report names the border of %s and no place on it", l.Place.Name))
		} else if l.Country && !slices.Contains(countries, l.Place.Name) {
			countries = append(countries, l.Place.Name)
		}
		out.At = append(out.At, l)
	}
	if pinnedEvent {
		out.At = slices.Insert(out.At, 0, pin.location(timeline.Place{Role: timeline.At}, pin.candidate(nil)))
	}
	if !out.OnMap() {
		out.Unplaced = unplaced(countries, lost)
	}
	return out
}

// unplaced says why an event has no mark.
func unplaced(countries, lost []string) string {
	var parts []string
	switch {
	case len(countries) == 1:
		parts = append(parts, "only a country is named: "+countries[0])
	case len(countries) > 1:
		parts = append(parts, "only countries are named: "+strings.Join(countries, ", "))
	}
	parts = append(parts, lost...)
	if len(parts) == 0 {
		return "no place is named"
	}
	return strings.Join(parts, "; ")
}

// onlyChecks reports whether the i-th place is one that another place of the
// event is told by, as Baghdad in "Muqdadiya, 80 km from Baghdad": it
// checks the other and is not itself where the event was.
func (d *document) onlyChecks(ps []timeline.Place, i int) bool {
	n := d.byKey[keyOf(ps[i].Mention)]
	for j := range ps {
		if j == i || ps[j].Span.Start > ps[i].Span.Start || ps[i].Span.Start-ps[j].Span.End > longestStated {
			continue
		}
		o := d.byKey[keyOf(ps[j].Mention)]
		for k := range o.stated {
			if o.stated[k].to == n {
				return true
			}
		}
	}
	return false
}

// locate is where an event is that the report puts at, near or at a distance
// from a place.
func (d *document) locate(p timeline.Place, r Resolved) Location {
	c := r.Candidates[0]
	l := Location{Name: p.Name, Role: p.Role, Place: c.Place, Point: c.Place.Point, Why: c.Why}
	if p.Adj || p.Figurative || c.Place.Level == gazetteer.Country {
		l.Country, l.Place = true, d.countryOf(c.Place)
		l.Point = l.Place.Point
		if p.Figurative && c.Place.Level != gazetteer.Country {
			l.Why = fmt.Sprintf("“%s” stands for a government or a body here, not for the place", p.Name)
		}
		return l
	}
	if d.somewhere(p.Mention, c.Place) && !r.Pinned {
		l.RadiusKM = somewhereInKM
	}
	switch c.Place.Level {
	case gazetteer.Division:
		if p.HasBearing && p.DistanceKM == 0 {
			l.Point, l.RadiusKM = beyond(c.Place.Point, sizeKM(c.Place, divisionKM), p.Bearing)
			l.Why = fmt.Sprintf("%s of %s, at no stated distance: %s", direction(p.Bearing), p.Name, c.Why)
			return l
		}
		l.Area, l.RadiusKM = c.Place.Area, 0
		return l
	case gazetteer.District:
		if c.Place.Admin1 == "" {
			l.RadiusKM = sizeKM(c.Place, regionKM)
			if p.HasBearing && p.DistanceKM == 0 {
				l.Point, l.RadiusKM = beyond(c.Place.Point, l.RadiusKM, p.Bearing)
				l.Why = fmt.Sprintf("%s of %s, at no stated distance: %s", direction(p.Bearing), p.Name, c.Why)
			}
			return l
		}
		l.RadiusKM = sizeKM(c.Place, districtKM)
	}
	switch {
	case p.DistanceKM > 0 && p.HasBearing:
		l.Point = offset(c.Place.Point, p.DistanceKM, p.Bearing)
		l.RadiusKM = math.Max(leastKM, offsetShare*p.DistanceKM)
		l.Why = fmt.Sprintf("%.0f km %s of %s: %s", p.DistanceKM, direction(p.Bearing), p.Name, c.Why)
	case p.DistanceKM > 0:
		l.RadiusKM = p.DistanceKM
		l.Why = fmt.Sprintf("within %.0f km of %s, in no stated direction: %s", p.DistanceKM, p.Name, c.Why)
	case p.HasBearing:
		km := nearKM(c.Place)
		l.Point, l.RadiusKM = offset(c.Place.Point, km, p.Bearing), km
		l.Why = fmt.Sprintf("%s of %s, at no stated distance: %s", direction(p.Bearing), p.Name, c.Why)
	case p.Role == timeline.Near:
		l.RadiusKM = nearKM(c.Place)
		l.Why = fmt.Sprintf("near %s, taken as within %.0f km: %s", p.Name, l.RadiusKM, c.Why)
	}
	return l
}

// countryOf is the country that a place is or lies in.
func (d *document) countryOf(p gazetteer.Place) gazetteer.Place {
	if p.Level == gazetteer.Country || p.Country == "" {
		return p
	}
	name := d.finder.CountryName(p.Country)
	for _, m := range d.finder.Lookup(name) {
		if m.Place.Level == gazetteer.Country && m.Place.Country == p.Country {
			return m.Place
		}
	}
	return gazetteer.Place{Name: name, Level: gazetteer.Country, Country: p.Country, Point: p.Point, Area: gazetteer.AreaKey(p.Country)}
}

// direction names the nearest of eight directions.
func direction(bearing float64) string {
	names := [...]string{"north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west"}
	i := int(math.Round(bearing/45)) % len(names)
	if i < 0 {
		i += len(names)
	}
	return names[i]
}
