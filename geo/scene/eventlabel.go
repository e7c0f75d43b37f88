package scene

import (
	"fmt"
	"math"
	"sort"

	"github.com/paulmach/orb"

	"dateline/timeline"
)

// eventLabels writes titles and dates beside marks: the selected event first,
// then the latest ones, as long as there is room.
func (o *overlay) eventLabels() []Item {
	var first []*mark
	for i := range o.marks {
		if o.marks[i].first {
			first = append(first, &o.marks[i])
		}
	}
	now := o.current()
	rank := func(m *mark) int {
		switch {
		case m.emphasis == selected:
			return -2
		case m.emphasis == hovered:
			return -1
		}
		if d := now - m.event.Number; now > 0 && d >= 0 {
			return d
		} else if now > 0 {
			return 1000 - d
		}
		return 1000 - m.event.Number
	}
	sort.SliceStable(first, func(i, j int) bool { return rank(first[i]) < rank(first[j]) })
	var items []Item
	for i, m := range first {
		if i >= maxLabels {
			break
		}
		label := o.eventLabel(*m)
		m.labelled = label != nil
		items = append(items, label...)
	}
	return items
}

// maxLabels is how many labels are tried: on a page with more marks there is
// no room for all of them.
const maxLabels = 80

// whenStyle names the year only where the events are of more than one.
func (o *overlay) whenStyle() timeline.WhenStyle {
	if o.index.years {
		return timeline.LongYearWhen
	}
	return timeline.LongWhen
}

// spot is one way to set a label beside a mark.
type spot struct {
	anchor Anchor
	at     orb.Point // top of the block, at the anchor
	cost   float64   // of the spot itself: far ones, and those above and below, cost more
	far    bool      // so far out that a line must tie the label to its mark
}

// spots are the ways to set a label of height h: all round the mark, near ones
// first. u is the unit.
func spots(m mark, h, u float64) []spot {
	var out []spot
	reach := m.reach(u) + 4.5*u
	steps := []float64{0, 12, 26, 44, 55}
	if m.rim > reach && m.rim < reach+80*u {
		steps = append(steps, (m.rim-reach)/u+4) // beyond the circle
	}
	for _, d := range steps {
		for k := 0; k < 16; k++ {
			// From the right, to both sides in turn, to the left.
			step := (k + 1) / 2
			if k%2 == 0 {
				step = -step
			}
			t := float64(step) * math.Pi / 8
			dx, dy := math.Cos(t), math.Sin(t)
			s := spot{far: d > 20, cost: (d*d*1.1 + 6*d) * u * u}
			x, y := m.at[0]+dx*(reach+d*u), m.at[1]+dy*(reach+d*u)
			switch {
			case dx > 0.3:
				s.anchor, s.at = Start, orb.Point{x, y - h/2*(1-dy)}
			case dx < -0.3:
				s.anchor, s.at = End, orb.Point{x, y - h/2*(1-dy)}
				s.cost += 25 * u * u
			default:
				s.anchor, s.at = Middle, orb.Point{x, y - h/2*(1-dy)}
				s.cost += 160 * u * u
			}
			s.cost += 90 * math.Abs(dy) * u * u
			out = append(out, s)
		}
	}
	return out
}

func (s spot) box(w, h float64) orb.Bound {
	switch s.anchor {
	case End:
		return box(s.at[0]-w, s.at[1], w, h)
	case Middle:
		return box(s.at[0]-w/2, s.at[1], w, h)
	}
	return box(s.at[0], s.at[1], w, h)
}

// eventLabel writes the label of one mark, or nothing where there is no room;
// the selected event's is always written, at the place that hides least.
func (o *overlay) eventLabel(m mark) []Item {
	u, st := o.Unit, o.Style
	size, small := 13.5*u, 12*u
	font := SansSemibold
	if m.emphasis == selected {
		size, font = 14.5*u, SansBold
	}
	lines := wrap(o.Measure, m.event.Title, font, size, 205*u, 2)
	date := o.formatWhen(m.event.When, o.whenStyle())
	if m.place.RadiusKM >= 1 && m.place.Area == "" {
		date += " · within " + o.inWords(m.place.RadiusKM, false)
	}
	for _, c := range m.event.Claims {
		if c.Grade != "" && c.Grade != "F6" {
			date += " · " + string(c.Grade)
			break
		}
	}
	w := math.Max(widest(o.Measure, lines, font, size), o.Measure.Width(date, Sans, small))
	step := size * 1.2
	h := step*float64(len(lines)) + small*1.25
	s, ok := o.bestSpot(m, w, h)
	if !ok && m.emphasis != selected {
		// Without the date there may be room.
		if date, w, h = "", widest(o.Measure, lines, font, size), step*float64(len(lines)); len(lines) == 1 {
			s, ok = o.bestSpot(m, w, h)
		}
	}
	if !ok {
		return nil
	}
	b := s.box(w, h)
	o.space.take(b.Pad(1.5 * u))
	o.hits = append(o.hits, Hit{Event: m.event.ID, Ring: orb.Ring(rect(b))})
	id := fmt.Sprintf("label-%d", m.event.Number)
	y := s.at[1] + size*0.86
	var items []Item
	if s.far {
		from, to := tie(m, b, u)
		items = append(items, Path{ID: id + "-tie", Class: "tie", Lines: orb.MultiLineString{{from, to}}, Stroke: fade(st.HueText(m.side.Hue), 0.8), Width: u})
	}
	for i, l := range lines {
		items = append(items, Text{
			ID: fmt.Sprintf("%s-%d", id, i+1), Class: "event-title", At: orb.Point{s.at[0], y}, Text: l, Font: font, Size: size,
			Color: st.HueText(m.side.Hue), Halo: st.Halo, HaloWidth: 2.2 * u, Anchor: s.anchor,
		})
		y += step
	}
	if date != "" {
		items = append(items, Text{
			ID: id + "-when", Class: "event-when", At: orb.Point{s.at[0], y - step + small*1.28}, Text: date, Font: Sans, Size: small,
			Color: st.Label, Halo: st.Halo, HaloWidth: 1.9 * u, Anchor: s.anchor,
		})
	}
	return items
}

// bestSpot finds where a label of that size hides least; ok is false where it
// would have to stand on something.
func (o *overlay) bestSpot(m mark, w, h float64) (best spot, ok bool) {
	u := o.Unit
	cost := math.Inf(1)
	for _, s := range spots(m, h, u) {
		if s.cost >= cost {
			continue
		}
		b := s.box(w, h)
		c := s.cost
		soft := o.space.overlap(b, o.space.soft)
		if !o.space.free(b, false) || soft > 0.1*w*h || s.far && o.crosses(m, b) {
			if m.emphasis != selected {
				continue
			}
			c += 1e3*o.space.overlap(b, o.space.taken) + soft
			if !inBox(o.space.page, b) {
				c += 1e9
			}
		}
		c += 2*soft + o.space.overlap(b, o.space.pale) + 450*u*u*float64(o.rimsUnder(b))
		if c < cost {
			best, cost, ok = s, c, true
		}
	}
	return best, ok
}

// rim is the edge of a circle to which a place is known.
type rim struct {
	at orb.Point
	r  float64
}

// rimsUnder is how many rims run through a box.
func (o *overlay) rimsUnder(b orb.Bound) int {
	n := 0
	for _, k := range o.rims {
		near := orb.Point{math.Min(math.Max(k.at[0], b.Min[0]), b.Max[0]), math.Min(math.Max(k.at[1], b.Min[1]), b.Max[1])}
		far := orb.Point{math.Max(k.at[0]-b.Min[0], b.Max[0]-k.at[0]), math.Max(k.at[1]-b.Min[1], b.Max[1]-k.at[1])}
		if dist(near, k.at) < k.r+o.Unit && math.Hypot(far[0], far[1]) > k.r-o.Unit {
			n++
		}
	}
	return n
}

// tie is the line from a mark to its label.
func tie(m mark, b orb.Bound, u float64) (from, to orb.Point) {
	to = orb.Point{
		math.Min(math.Max(m.at[0], b.Min[0]), b.Max[0]),
		math.Min(math.Max(m.at[1], b.Min[1]), b.Max[1]),
	}
	d := dist(m.at, to)
	if d == 0 {
		return m.at, to
	}
	return lerp(m.at, to, math.Min(1, (m.reach(u)+u)/d)), lerp(m.at, to, math.Max(0, 1-2*u/d))
}

// crosses reports whether the line to a label would cross another mark, a label
// or an arrow.
func (o *overlay) crosses(m mark, b orb.Bound) bool {
	from, to := tie(m, b, o.Unit)
	own := around(m.at, m.reach(o.Unit))
	for _, t := range o.space.taken {
		if t == own {
			continue
		}
		if _, _, hit := cutSegment(t, from, to); hit {
			return true
		}
	}
	for _, t := range o.space.soft {
		if _, _, hit := cutSegment(t, from, to); hit {
			return true
		}
	}
	return false
}
