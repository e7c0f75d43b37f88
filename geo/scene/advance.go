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
	at      orb.Point // on the page: its mark
	home    orb.Point // on the page: its place
	instant time.Time
	reach   float64 // of its mark; 0 without one
}

// advances draws the axes of advance as far as they have come, and attacks
// told only by their direction.
func (o *overlay) advances() []piece {
	var out []piece
	inAxis := map[timeline.ID]bool{}
	for i, a := range o.Advances {
		id := fmt.Sprintf("advance-%d", i+1)
		for k, s := range a.Stops {
			if k > 0 {
				inAxis[s.Event] = true
			}
		}
		if o.axisShown(a) {
			out = append(out, o.advance(id, a)...)
		}
	}
	for _, e := range o.shown {
		if inAxis[e.ID] {
			continue
		}
		if items := o.thrust(e); len(items) > 0 {
			out = append(out, piece{items: items})
		}
	}
	return out
}

// stops gives the stops of an axis that have a point, in order. A region is
// no point on a way, unless the way ends there or has no other points.
func (o *overlay) stops(a timeline.Axis) []stop {
	instants := o.index.instants
	var out []stop
	for i, s := range a.Stops {
		if k, ok := o.index.byID[s.Event]; ok && o.Events[k].Status != timeline.Rejected {
			e := o.Events[k]
			l, ok := location(e, s.Place)
			if !ok || l.Area != "" && i < len(a.Stops)-1 && len(a.Stops) > 2 {
				continue
			}
			st := stop{event: e, instant: instants[k]}
			if l.Area != "" {
				st.at, ok = o.inner(o.shape(l.Area))
			} else {
				st.at, ok = o.page.point(l.Point)
			}
			st.home = st.at
			for _, m := range o.marks {
				if m.event.ID == e.ID && m.place.Name == l.Name && dist(m.at, m.home) < 3*m.r {
					st.at, st.reach = m.at, m.reach(o.Unit)
				}
			}
			if ok && (len(out) == 0 || dist(out[len(out)-1].at, st.at) > 1) {
				out = append(out, st)
			}
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

// advanceWidth is that of an arrow's body, in units.
const advanceWidth = 14

// advance draws one axis. Names keep off all of the way to its next stop, so
// that they stay where they are while the head is under way.
func (o *overlay) advance(id string, a timeline.Axis) []piece {
	u := o.Unit
	ss := o.stops(a)
	hue := o.hue(a.By)
	var out []piece
	if goal, ok := o.goal(a); ok && len(ss) > 0 && o.arrived(ss[len(ss)-1]) {
		last := ss[len(ss)-1]
		path, _ := smooth([]orb.Point{last.at, goal})
		path = part(path, last.reach+2*u, pathLength(path)-10*u)
		if items := o.track(o.arrow(id+"-toward", path, 11*u, plannedArrow, hue, 0.85), path, 11*u); items != nil {
			out = append(out, piece{items: items})
		}
	}
	if len(ss) < 2 {
		return out
	}
	ps := make([]orb.Point, len(ss))
	for i, s := range ss {
		ps[i] = s.at
	}
	curve, index := o.drawn(ss)
	if curve == nil {
		curve, index = o.route(ps, ss)
	}
	g := &growingAxis{id: id, by: a.By, stops: ss, curve: curve, index: index}
	switch {
	case a.Retreat:
		g.kind = hollowArrow
	case a.Claimed:
		g.kind = plannedArrow
	}
	g.most = pathLength(curve) - ss[len(ss)-1].reach - 2*u
	next, grows := o.underWay(ss)
	path := part(curve, 0, math.Min(pathLength(curve[:index[next]+1]), g.most))
	if !grows {
		o.arrows = append(o.arrows, drawnArrow{id, a.By, path, nil})
		return append(out, piece{items: o.track(o.axisArrow(g, path), path, advanceWidth*u)})
	}
	o.arrows = append(o.arrows, drawnArrow{id, a.By, path, g})
	o.track([]Item{}, path, advanceWidth*u)
	return append(out, piece{axis: g})
}

// drawnArrow is an arrow on the page, to be labelled.
type drawnArrow struct {
	id, by string
	path   []orb.Point
	grows  *growingAxis // nil where it has come to its stop
}

// advanceLabels writes along each arrow whose it is, where there is room; along
// one that grows once it has come so far.
func (o *overlay) advanceLabels() []piece {
	var out []piece
	for _, a := range o.arrows {
		side := o.side(a.by)
		text := side.Label
		if text == "" {
			text = side.Name
		}
		if items, to := o.alongLabel(a.id+"-label", capital(text), a.path, 12*o.Unit, a.by); items != nil {
			out = append(out, piece{items, a.grows, to})
		}
	}
	return out
}

// keepOff is a spot that arrows go round: a place with the marks of events.
type keepOff struct {
	at orb.Point
	r  float64
}

// keepOffs are the places of all events, shown or not, so that an arrow does
// not jump when an event appears; the more events at a place, the more room.
func (o *overlay) keepOffs(ss []stop) []keepOff {
	u := o.Unit
	var out []keepOff
	add := func(at orb.Point) {
		for _, s := range ss {
			if dist(s.home, at) < 1 {
				return
			}
		}
		for i := range out {
			if dist(out[i].at, at) < 1 {
				out[i].r = math.Min(out[i].r+5*u, 40*u)
				return
			}
		}
		out = append(out, keepOff{at, 10 * u})
	}
	near := o.page.box.Pad(100 * u)
	for i := range o.Events {
		if i > crowdFrom {
			break // there is no way round so many
		}
		e := o.Events[i]
		for _, l := range o.places(e) {
			at, ok := o.page.point(l.Point)
			if l.Area != "" || !ok || !near.Contains(at) {
				continue
			}
			add(at)
			if bearing, ok := heading(e); ok { // an arrow will point at it
				t := bearing * math.Pi / 180
				out = append(out, keepOff{orb.Point{at[0] - 30*u*math.Sin(t), at[1] + 30*u*math.Cos(t)}, 8 * u})
			}
		}
	}
	return out
}

// route is the curve of an axis through its stops. Each stretch may bow to one
// side so that the arrow keeps off the marks of other events.
func (o *overlay) route(ps []orb.Point, ss []stop) ([]orb.Point, []int) {
	others := o.keepOffs(ss)
	bows := make([]float64, len(ps)-1)
	best, index := bowed(ps, bows)
	least := o.crowding(best, others)
	for i := range bows {
		for _, b := range [...]float64{0.06, -0.06, 0.12, -0.12, 0.18, -0.18} {
			if least == 0 {
				break
			}
			try := append([]float64(nil), bows...)
			try[i] = b
			curve, k := bowed(ps, try)
			if c := o.crowding(curve, others) + 20*o.Unit*math.Abs(b); c < least-1e-6 {
				best, index, least, bows = curve, k, c, try
			}
		}
	}
	return best, index
}

// drawn is the curve through the stops of an axis along the ways that a person
// drew; nil where none was. The second result tells, for each stop, its index
// on the curve.
func (o *overlay) drawn(ss []stop) (curve []orb.Point, index []int) {
	var all []orb.Point
	var at []int
	any := false
	for i, s := range ss {
		if way := o.Ways[s.event.ID]; i > 0 && len(way) > 0 {
			any = true
			for _, q := range way {
				p, ok := o.page.point(q)
				if ok && dist(p, all[len(all)-1]) > 6*o.Unit && dist(p, s.at) > 6*o.Unit {
					all = append(all, p)
				}
			}
		}
		at = append(at, len(all))
		all = append(all, s.at)
	}
	if !any {
		return nil, nil
	}
	curve, steps := smooth(all)
	for _, k := range at {
		index = append(index, steps[k])
	}
	return curve, index
}

// bowed is the smooth curve through points, with the middle of each stretch
// moved aside by a share of its length.
func bowed(ps []orb.Point, bows []float64) ([]orb.Point, []int) {
	var all []orb.Point
	var at []int
	for i, p := range ps {
		at = append(at, len(all))
		all = append(all, p)
		if i < len(bows) && bows[i] != 0 {
			q := ps[i+1]
			all = append(all, orb.Point{
				(p[0]+q[0])/2 + (q[1]-p[1])*bows[i],
				(p[1]+q[1])/2 - (q[0]-p[0])*bows[i]})
		}
	}
	curve, index := smooth(all)
	for i, k := range at {
		at[i] = index[k]
	}
	return curve, at
}

// crowding is how far an arrow along a curve reaches into spots to keep off,
// summed, in units of the page.
func (o *overlay) crowding(curve []orb.Point, spots []keepOff) float64 {
	sum := 0.0
	for _, k := range spots {
		near := math.Inf(1)
		for i := 1; i < len(curve); i++ {
			near = math.Min(near, toSegment(k.at, curve[i-1], curve[i]))
		}
		sum += math.Max(0, k.r+13*o.Unit-math.Sqrt(near))
	}
	return sum
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

// reached is the last stop that an axis has come to.
func (o *overlay) reached(ss []stop) int {
	reached := 0
	for i, s := range ss {
		if o.arrived(s) || s.event.ID == o.Selected && o.Selected != "" {
			reached = i
		}
	}
	return reached
}

// underWay is the stop that an axis has come to, or, where its head moves on
// as the clock does, the one after it.
func (o *overlay) underWay(ss []stop) (next int, grows bool) {
	at := o.reached(ss)
	if at == len(ss)-1 || o.Now.IsZero() {
		return at, false
	}
	a, b := ss[at].instant, ss[at+1].instant
	if a.IsZero() || !b.After(a) || !o.Now.After(a) || a.Equal(o.start) {
		return at, false
	}
	return at + 1, true
}

// headAt is how far along the curve the head has come: between two stops it
// moves from the instant of one to that of the next, easing out.
func (o *overlay) headAt(ss []stop, curve []orb.Point, index []int) float64 {
	reached := o.reached(ss)
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
		gap := m.reach(u) + 1.5*u
		var path []orb.Point
		for _, length := range [...]float64{44, 36, 28} { // shorter where it would cross another arrow
			path = []orb.Point{
				{m.at[0] - dx*(gap+length*u), m.at[1] - dy*(gap+length*u)},
				{m.at[0] - dx*gap, m.at[1] - dy*gap},
			}
			if o.space.overlap(around(path[0], 5*u), o.space.soft) == 0 {
				break
			}
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
	if len(mv.From) > 0 {
		if p := mv.From[0]; p.HasBearing && p.DistanceKM == 0 {
			return math.Mod(p.Bearing+180, 360), true
		}
		return 0, false
	}
	b, ok := timeline.Compass(mv.Direction)
	return b, ok
}
