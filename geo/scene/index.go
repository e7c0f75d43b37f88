package scene

import (
	"cmp"
	"slices"
	"time"

	"github.com/paulmach/orb"

	"dateline/geo/gazetteer"
	"dateline/geo/proj"
	"dateline/timeline"
)

// index is what can be known of events once for all frames.
type index struct {
	first    *Event // of the events, by which they are known again
	n        int
	instants []time.Time // as Instants
	changes  []time.Time // the same in order of time, without those of no date
	byID     map[timeline.ID]int
	focus    []gazetteer.AreaKey
	sides    map[string]bool // the parties that act
	onMap    bool            // any event has a place that is drawn
	years    bool            // they are of more than one year

	sorted   bool         // they are in the order of their numbers
	rejected []bool       // by event
	point    []indexPoint // by event
	names    []string     // of sides; the first is none
}

// indexPoint is where an event is drawn, in brief.
type indexPoint struct {
	lonLat  orb.Point
	xy      orb.Point // as Web Mercator has it
	side    int32     // of index.names
	onMap   bool
	several bool // more than a point: several places, or an area
}

// index gives what is known of events, made anew when they are others.
func (c *Cache) index(events []Event) *index {
	if len(events) == 0 {
		return &index{}
	}
	if c != nil {
		c.mu.Lock()
		defer c.mu.Unlock()
		if c.events != nil && c.events.first == &events[0] && c.events.n == len(events) {
			return c.events
		}
	}
	x := newIndex(events)
	if c != nil {
		c.events = x
	}
	return x
}

func newIndex(events []Event) *index {
	x := &index{
		first: &events[0], n: len(events), instants: Instants(events), byID: make(map[timeline.ID]int, len(events)),
		focus: Focus(events), sides: map[string]bool{},
	}
	for _, t := range x.instants {
		if !t.IsZero() {
			x.changes = append(x.changes, t)
		}
	}
	slices.SortFunc(x.changes, time.Time.Compare)
	x.sorted = slices.IsSortedFunc(events, func(a, b Event) int { return cmp.Compare(a.Number, b.Number) })
	x.rejected, x.point, x.names = make([]bool, len(events)), make([]indexPoint, len(events)), []string{""}
	side := map[string]int32{"": 0}
	year := 0
	for i := range events {
		e := &events[i]
		if _, twice := x.byID[e.ID]; !twice {
			x.byID[e.ID] = i
		}
		if e.Side != "" {
			x.sides[e.Side] = true
		}
		if _, ok := side[e.Side]; !ok {
			side[e.Side] = int32(len(x.names))
			x.names = append(x.names, e.Side)
		}
		x.rejected[i] = e.Status == timeline.Rejected
		x.point[i] = pointOf(e)
		x.point[i].side = side[e.Side]
		x.onMap = x.onMap || x.point[i].onMap
		if !e.When.Known() {
			continue
		}
		t := e.When.Latest
		if t.IsZero() {
			t = e.When.Earliest
		}
		x.years = x.years || year != 0 && year != t.Year()
		year = t.Year()
	}
	return x
}

// pointOf is where an event is drawn first.
func pointOf(e *Event) (p indexPoint) {
	for i := range e.At {
		l := &e.At[i]
		if !l.Drawable() {
			continue
		}
		p.several = p.several || p.onMap || l.Area != ""
		if !p.onMap {
			p.onMap, p.lonLat = true, l.Point
			p.xy, _ = proj.Mercator().Forward(l.Point)
		}
	}
	return p
}
