package scene

import (
	"fmt"
	"math"
	"strings"
	"time"

	"github.com/paulmach/orb"

	"dateline/geo/geocode"
	"dateline/timeline"
)

// stop is a stop of an axis that can be drawn.
type stop struct {
	event   Event
	at      orb.Point // on the page
	instant time.Time
	reach   float64 // of its mark; 0 without one
}

// advances draws the axes of advance as far as they have come, and attacks
// told only by their direction.
func (o *overlay) advances() []Item {
	var items []Item
	inAxis := map[timeline.ID]bool{}
	for i, a := range o.Advances {
		id := fmt.Sprintf("advance-%d", i+1)
		for k, s := range a.Stops {
			if k > 0 {
				inAxis[s.Event] = true
			}
		}
		if !o.axisShown(a) {
			continue
		}
		items = append(items, o.advance(id, a)...)
	}
	for _, e := range o.shown {
		if !inAxis[e.ID] {
			items = append(items, o.thrust(e)...)
		}
	}
	return items
}

// stops gives the stops of an axis that have a point, in order. A region is
// no point on a way, unless the way ends there or has no other points.
func (o *overlay) stops(a timeline.Axis) []stop {
	instants := Instants(o.Events)
	var out []stop
	for i, s := range a.Stops {
		for k, e := range o.Events {
			if e.ID != s.Event || e.Status == timeline.Rejected {
				continue
			}
			l, ok := location(e, s.Place)
			if !ok || l.Area != "" && i < len(a.Stops)-1 && len(a.Stops) > 2 {
				break
			}
			st := stop{event: e, instant: instants[k]}
			if l.Area != "" {
				st.at, ok = o.inner(o.shape(l.Area))
			} else {
				st.at, ok = o.page.point(l.Point)
			}
			for _, m := range o.marks {
				if m.event.ID == e.ID && m.place.Name == l.Name && dist(m.at, m.home) < 3*m.r {
					st.at, st.reach = m.at, m.reach(o.Unit)
				}
			}
			if ok && (len(out) == 0 || dist(out[len(out)-1].at, st.at) > 1) {
				out = append(out, st)
			}
			break
		}
	}
	return out
}

// location is where an event's place is drawn.
func location(e Event, p timeline.Place) (geocode.Location, bool) {
	var first *geocode.Location
	for i, l := range e.At {
		if !l.Drawable() {
			continue
		}
		if strings.EqualFold(l.Name, p.Name) {
			return l, true
		}
		if first == nil {
			first = &e.At[i]
		}
	}
	if first == nil {
		return geocode.Location{}, false
	}
	return *first, true
}

// advance draws one axis.
func (o *overlay) advance(id string, a timeline.Axis) []Item {
	u := o.Unit
	ss := o.stops(a)
	hue := o.hue(a.By)
	var items []Item
	if goal, ok := o.goal(a); ok && len(ss) > 0 && o.arrived(ss[len(ss)-1]) {
		last := ss[len(ss)-1]
		path, _ := smooth([]orb.Point{last.at, goal})
		path = part(path, last.reach+2*u, pathLength(path)-10*u)
		items = append(items, o.track(o.arrow(id+"-toward", path, 11*u, plannedArrow, hue, 0.85), path, 11*u)...)
	}
	if len(ss) < 2 {
		return items
	}
	ps := make([]orb.Point, len(ss))
	for i, s := range ss {
		ps[i] = s.at
	}
	curve, index := smooth(ps)
	whole := pathLength(curve)
	to := o.headAt(ss, curve, index)
	gap := 0.0
	if last := ss[len(ss)-1]; to >= whole-1e-6 {
		gap = last.reach + 2*u
	}
	path := part(curve, 0, math.Max(to-gap, 0))
	kind := solidArrow
	switch {
	case a.Retreat:
		kind = hollowArrow
	case a.Claimed:
		kind = plannedArrow
	}
	return append(items, o.track(o.arrow(id, path, 14*u, kind, hue, 1), path, 14*u)...)
}

// track takes the room under an arrow, so that names keep off it.
func (o *overlay) track(items []Item, path []orb.Point, width float64) []Item {
	if items == nil {
		return nil
	}
	for _, p := range resample(path, width*0.7) {
		o.space.soft = append(o.space.soft, around(p, width*0.6))
	}
	return items
}

// arrived reports whether the clock has come to a stop.
func (o *overlay) arrived(s stop) bool {
	return o.Now.IsZero() || s.instant.IsZero() || !s.instant.After(o.Now) || o.Mode != Cumulative && !s.event.When.Earliest.After(o.Now)
}

// headAt is how far along the curve the head has come: between two stops it
// moves from the instant of one to that of the next, easing out.
func (o *overlay) headAt(ss []stop, curve []orb.Point, index []int) float64 {
	reached := 0
	for i, s := range ss {
		if o.arrived(s) || s.event.ID == o.Selected && o.Selected != "" {
			reached = i
		}
	}
	done := pathLength(curve[:index[reached]+1])
	if reached == len(ss)-1 {
		return done
	}
	a, b := ss[reached].instant, ss[reached+1].instant
	if a.IsZero() || b.IsZero() || !b.After(a) || o.Now.Before(a) {
		return done
	}
	f := math.Min(1, float64(o.Now.Sub(a))/float64(b.Sub(a)))
	f = 1 - (1-f)*(1-f)
	return done + f*(pathLength(curve[:index[reached+1]+1])-done)
}

// goal is the place that an axis is said to head for, when some event was
// placed there.
func (o *overlay) goal(a timeline.Axis) (orb.Point, bool) {
	for _, t := range a.Toward {
		for _, e := range o.Events {
			for _, l := range e.At {
				if l.Drawable() && l.Area == "" && strings.EqualFold(l.Name, t.Name) {
					return o.page.point(l.Point)
				}
			}
		}
	}
	return orb.Point{}, false
}

// thrust draws a short arrow onto the mark of an event of which only the
// direction of movement is told: "from the north".
func (o *overlay) thrust(e Event) []Item {
	bearing, ok := heading(e)
	if !ok {
		return nil
	}
	for _, m := range o.marks {
		if m.event.ID != e.ID || m.place.Area != "" {
			continue
		}
		u := o.Unit
		t := bearing * math.Pi / 180
		dx, dy := math.Sin(t), -math.Cos(t)
		gap, length := m.reach(u)+1.5*u, 44*u
		path := []orb.Point{
			{m.at[0] - dx*(gap+length), m.at[1] - dy*(gap+length)},
			{m.at[0] - dx*gap, m.at[1] - dy*gap},
		}
		kind := solidArrow
		if e.Modality == timeline.Planned || e.Modality == timeline.Feared {
			kind = plannedArrow
		}
		return o.track(o.arrow(fmt.Sprintf("thrust-%s", e.ID), path, 9*u, kind, o.hue(e.Side), m.alpha), path, 9*u)
	}
	return nil
}

// heading is the direction of travel in degrees from north of an event that
// moves onto its place from a side, with no place of departure.
func heading(e Event) (float64, bool) {
	mv := e.Movement
	if mv == nil {
		return 0, false
	}
	for _, p := range mv.From {
		if p.HasBearing && p.DistanceKM == 0 {
			return math.Mod(p.Bearing+180, 360), true
		}
		return 0, false
	}
	b, ok := compass(mv.Direction)
	return b, ok
}

// compass reads a direction: "south", "north-east", "southwards"; degrees from
// north.
func compass(s string) (float64, bool) {
	s = strings.ToLower(strings.NewReplacer("-", "", " ", "", "wards", "", "ward", "", "ern", "", "bound", "").Replace(s))
	for i, n := range [...]string{"north", "northeast", "east", "southeast", "south", "southwest", "west", "northwest"} {
		if s == n {
			return float64(i) * 45, true
		}
	}
	return 0, false
}
