package scene

import (
	"time"

	"dateline/geo/gazetteer"
	"dateline/timeline"
)

// index is what can be known of events once for all frames.
type index struct {
	first    *Event // of the events, by which they are known again
	n        int
	instants []time.Time // as Instants
	byID     map[timeline.ID]int
	focus    []gazetteer.AreaKey
	sides    map[string]bool // the parties that act
	onMap    bool            // any event has a place that is drawn
	years    bool            // they are of more than one year
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
	year := 0
	for i := range events {
		e := &events[i]
		if _, twice := x.byID[e.ID]; !twice {
			x.byID[e.ID] = i
		}
		if e.Side != "" {
			x.sides[e.Side] = true
		}
		x.onMap = x.onMap || e.OnMap()
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
