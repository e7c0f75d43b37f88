package scene

import (
	"fmt"
	"image/color"
	"math"
	"sort"
	"strings"

	"github.com/paulmach/orb"

	"dateline/geo/gazetteer"
	"dateline/timeline"
)

// areas draws where an event is known to a region or a radius alone: the
// region hatched, the radius as the true circle.
func (o *overlay) areas() []Item {
	type patch struct {
		key  gazetteer.AreaKey
		side string
		ids  []Event
		sel  bool
	}
	var patches []*patch
	find := func(key gazetteer.AreaKey) *patch {
		for _, p := range patches {
			if p.key == key {
				return p
			}
		}
		return nil
	}
	var circles []Item
	for _, e := range o.shown {
		for _, l := range o.places(e) {
			if l.Area != "" {
				p := find(l.Area)
				if p == nil {
					p = &patch{key: l.Area, side: e.Side}
					patches = append(patches, p)
				}
				p.ids = append(p.ids, e)
				if e.ID == o.Selected {
					p.side, p.sel = e.Side, true
				}
				continue
			}
			if l.RadiusKM > 0 {
				circles = append(circles, o.radius(e, l.Point, l.RadiusKM)...)
			}
		}
	}
	var items []Item
	for _, p := range patches {
		rings := o.shape(p.key)
		if len(rings) == 0 {
			continue
		}
		id := "area-" + string(p.key)
		hue := o.hue(p.side)
		items = append(items, o.hatched(id, "area", rings, hue, 7*o.Unit, 1)...)
		width := 1.4 * o.Unit
		if p.sel {
			width = 2.2 * o.Unit
		}
		items = append(items, Path{ID: id + "-edge", Class: "area", Lines: o.page.areaEdges(o.Layers, p.key), Stroke: hue, Width: width, Dash: []float64{5 * o.Unit, 3 * o.Unit}})
		for _, e := range p.ids {
			for _, r := range rings {
				o.hits = append(o.hits, Hit{Event: e.ID, Ring: orb.Ring(r)})
			}
		}
	}
	return append(items, circles...)
}

// hatched fills rings with a tint and a hatch.
func (o *overlay) hatched(id, class string, rings orb.MultiLineString, hue color.NRGBA, gap, share float64) []Item {
	items := []Item{Path{ID: id, Class: class, Lines: rings, Fill: fade(hue, o.Style.AreaFill*share)}}
	if lines := hatch(rings, gap); len(lines) > 0 {
		items = append(items, Path{ID: id + "-hatch", Class: class, Lines: lines, Stroke: fade(hue, 0.34*share), Width: 0.2 * gap})
	}
	return items
}

func (o *overlay) radius(e Event, center orb.Point, km float64) []Item {
	ring := o.circle(center, km)
	b := ring.Bound()
	if b.Max[0]-b.Min[0] < 14*o.Unit || !b.Intersects(o.page.clip) {
		return nil // smaller than the mark itself, or not to be seen
	}
	hue := o.hue(e.Side)
	o.hits = append(o.hits, Hit{Event: e.ID, Ring: orb.Ring(ring)})
	id := fmt.Sprintf("radius-%s", e.ID)
	var items []Item
	if inside := clipRing(o.page.clip, ring); inside != nil {
		items = append(items, Path{ID: id, Class: "radius", Lines: orb.MultiLineString{inside}, Fill: fade(hue, 0.12)})
	}
	if line := clipLine(o.page.clip, ring, nil); line != nil {
		items = append(items, Path{ID: id + "-edge", Class: "radius", Lines: line, Stroke: hue, Width: o.Unit, Dash: []float64{4 * o.Unit, 3 * o.Unit}})
	}
	return items
}

// placeMarks gives every event shown its marks and moves those apart that
// would stand on one another.
func (o *overlay) placeMarks() {
	u := o.Unit
	now := 0 // nothing is behind where nothing is current
	for i, e := range o.shown {
		if e.ID == o.Selected && o.Selected != "" {
			now = i
		}
	}
	for i, e := range o.shown {
		first, start := true, len(o.marks)
		for _, l := range o.places(e) {
			m := mark{event: e, place: l, side: o.side(e.Side), state: stateOf(e), r: 8 * u, alpha: strength(o.Input, e, now-i)}
			if e.Number == 0 {
				m.r = 6 * u
			}
			if e.ID == o.Selected && o.Selected != "" {
				m.r, m.emphasis, m.alpha = 10*u, selected, 1
			} else if e.ID == o.Hover && o.Hover != "" {
				m.emphasis, m.alpha = hovered, 1
			}
			var ok bool
			if l.Area != "" {
				m.home, ok = o.inner(o.shape(l.Area))
			} else {
				m.home, ok = o.page.point(l.Point)
				ok = ok && o.page.box.Contains(m.home)
			}
			if !ok {
				continue
			}
			if l.Role == timeline.Toward {
				// Heading for a place is not being there.
				m.state = hollow
				m.home = o.onTheWay(l.Name, m.home)
			}
			m.at = m.home
			if l.Area == "" && l.RadiusKM > 0 {
				ring := o.circle(l.Point, l.RadiusKM).Bound()
				if m.rim = (ring.Max[0] - ring.Min[0]) / 2; m.rim > m.r {
					o.rims = append(o.rims, rim{m.home, m.rim})
				}
			}
			// The label goes to the first mark that no panel hides.
			if first && !meets(around(m.home, m.r/2), o.space.taken) {
				m.first, first = true, false
			}
			o.marks = append(o.marks, m)
		}
		if first && len(o.marks) > start {
			o.marks[start].first = true
		}
	}
	for _, g := range o.clusters {
		o.space.take(around(g.at, g.r))
	}
	o.spread()
	// The selected one is painted last and found first.
	sort.SliceStable(o.marks, func(i, j int) bool { return o.marks[i].emphasis < o.marks[j].emphasis })
	for _, m := range o.marks {
		o.space.take(around(m.at, m.reach(u)))
	}
}

// onTheWay is where the mark of an event stands that only heads for a place:
// half way from the last stop of the axis that leads there, or the place
// itself where no axis does.
func (o *overlay) onTheWay(name string, goal orb.Point) orb.Point {
	for _, a := range o.Advances {
		for _, t := range a.Toward {
			if !strings.EqualFold(t.Name, name) {
				continue
			}
			if ss := o.stops(a); len(ss) > 0 {
				return lerp(ss[len(ss)-1].at, goal, 0.55)
			}
		}
	}
	return goal
}

// spread moves marks apart: each step pushes every two that overlap away from
// one another; places known exactly hold their marks more than areas do, and
// the selected mark stays where it is.
func (o *overlay) spread() {
	u := o.Unit
	ms := o.marks
	for i := range ms {
		// A small start in a direction of its own, so that marks on the very
		// same spot have somewhere to go.
		t := 2.399963 * float64(i) // the golden angle
		if ms[i].emphasis != selected {
			ms[i].at = orb.Point{ms[i].at[0] + 0.5*u*math.Cos(t), ms[i].at[1] + 0.5*u*math.Sin(t)}
		}
	}
	give := func(m mark) float64 {
		switch {
		case m.emphasis == selected:
			return 0.02
		case m.place.Area != "":
			return 3
		}
		return 1
	}
	// Many marks are kept in the order of where they are, so that only near
	// ones are compared, and given fewer steps.
	order := make([]int, len(ms))
	for i := range order {
		order[i] = i
	}
	steps, far := 120, math.Inf(1)
	if len(ms) > crowdFrom {
		steps, far = 12, 40*u
	}
	for step := 0; step < steps; step++ {
		moved := false
		if len(ms) > crowdFrom {
			sort.SliceStable(order, func(a, b int) bool { return ms[order[a]].at[0] < ms[order[b]].at[0] })
		}
		for a, i := range order {
			for _, j := range order[a+1:] {
				if ms[j].at[0]-ms[i].at[0] > far {
					break
				}
				need := ms[i].reach(u) + ms[j].reach(u) + 0.5*u
				d := dist(ms[i].at, ms[j].at)
				if d >= need {
					continue
				}
				dir := orb.Point{ms[j].at[0] - ms[i].at[0], ms[j].at[1] - ms[i].at[1]}
				if d < 1e-9 {
					dir, d = orb.Point{1, 0}, 1
				}
				gi, gj := give(ms[i]), give(ms[j])
				push := (need - dist(ms[i].at, ms[j].at)) * 1.02
				for k := 0; k < 2; k++ {
					ms[i].at[k] -= dir[k] / d * push * gi / (gi + gj)
					ms[j].at[k] += dir[k] / d * push * gj / (gi + gj)
				}
				moved = true
			}
		}
		if !moved {
			break
		}
	}
}

// markItems draws the marks; one that had to move aside is tied to its place
// by a thin line.
func (o *overlay) markItems() []Item {
	u := o.Unit
	var ties, items []Item
	for i, m := range o.marks {
		id := fmt.Sprintf("event-%d", m.event.Number)
		if m.event.Number == 0 {
			id = "event-" + string(m.event.ID)
		}
		if !m.first {
			id += fmt.Sprintf("-%d", i)
		}
		if m.place.Area == "" && dist(m.at, m.home) > m.reach(u) {
			hue := o.Style.Hue(m.side.Hue)
			ties = append(ties,
				Path{ID: id + "-tie", Class: "tie", Lines: orb.MultiLineString{{m.home, m.at}}, Stroke: hue, Width: 1.2 * u},
				Path{ID: id + "-place", Class: "tie", Lines: orb.MultiLineString{shapeRing(Circle, m.home, 2*u)}, Fill: o.Style.Ink, Stroke: o.Style.Paper, Width: u})
		}
		items = append(items, m.items(id, o.Style, u)...)
		o.hits = append(o.hits, Hit{Event: m.event.ID, Center: m.at, Radius: m.reach(u)})
	}
	return append(ties, items...)
}
