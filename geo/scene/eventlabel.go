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
	var first []mark
	for _, m := range o.marks {
		if m.first {
			first = append(first, m)
		}
	}
	now := o.current()
	rank := func(m mark) int {
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
	for _, m := range first {
		items = append(items, o.eventLabel(m)...)
	}
	return items
}

// whenStyle names the year only where the events are of more than one.
func (o *overlay) whenStyle() timeline.WhenStyle {
	year := 0
	for _, e := range o.Events {
		if !e.When.Known() {
			continue
		}
		t := e.When.Latest
		if t.IsZero() {
			t = e.When.Earliest
		}
		if year != 0 && year != t.Year() {
			return timeline.LongYearWhen
		}
		year = t.Year()
	}
	return timeline.LongWhen
}

// spot is one way to set a label beside a mark.
type spot struct {
	anchor Anchor
	at     orb.Point // top of the block, at the anchor
}

func spots(m mark, reach, gap, h float64) []spot {
	x, y := m.at[0], m.at[1]
	out := []spot{
		{Start, orb.Point{x + reach + gap, y - h/2}},
		{End, orb.Point{x - reach - gap, y - h/2}},
		{Start, orb.Point{x + reach*0.8 + gap, y + reach*0.3}},
		{Start, orb.Point{x + reach*0.8 + gap, y - h - reach*0.3}},
		{End, orb.Point{x - reach*0.8 - gap, y + reach*0.3}},
		{End, orb.Point{x - reach*0.8 - gap, y - h - reach*0.3}},
		{Middle, orb.Point{x, y + reach + gap*0.6}},
		{Middle, orb.Point{x, y - reach - gap*0.6 - h}},
	}
	// Further out, for crowds: the eye still finds the mark.
	for _, d := range []float64{18, 34} {
		d *= gap / 5
		out = append(out,
			spot{Start, orb.Point{x + reach + gap + d, y - h/2 + d*0.6}},
			spot{End, orb.Point{x - reach - gap - d, y - h/2 + d*0.6}},
			spot{Start, orb.Point{x + reach + gap + d, y - h/2 - d*0.6}},
			spot{End, orb.Point{x - reach - gap - d, y - h/2 - d*0.6}},
		)
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
	date := timeline.FormatWhen(m.event.When, o.whenStyle())
	if m.place.RadiusKM >= 1 && m.place.Area == "" {
		date += fmt.Sprintf(" · within %.0f km", m.place.RadiusKM)
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
	o.hits = append([]Hit{{Event: m.event.ID, Ring: orb.Ring(rect(b))}}, o.hits...)
	id := fmt.Sprintf("label-%d", m.event.Number)
	y := s.at[1] + size*0.86
	var items []Item
	for i, l := range lines {
		items = append(items, Text{
			ID: fmt.Sprintf("%s-%d", id, i+1), Class: "event-title", At: orb.Point{s.at[0], y}, Text: l, Font: font, Size: size,
			Color: st.HueText(m.side.Hue), Halo: st.Halo, HaloWidth: 3 * u, Anchor: s.anchor,
		})
		y += step
	}
	if date != "" {
		items = append(items, Text{
			ID: id + "-when", Class: "event-when", At: orb.Point{s.at[0], y - step + small*1.28}, Text: date, Font: Sans, Size: small,
			Color: st.Label, Halo: st.Halo, HaloWidth: 2.6 * u, Anchor: s.anchor,
		})
	}
	return items
}

// bestSpot finds where a label of that size hides least; ok is false where it
// would have to stand on something.
func (o *overlay) bestSpot(m mark, w, h float64) (best spot, ok bool) {
	u := o.Unit
	cost := math.Inf(1)
	for i, s := range spots(m, m.reach(u), 5*u, h) {
		b := s.box(w, h)
		c := 0.06 * float64(i) * h * h
		if !o.space.free(b, false) {
			if m.emphasis != selected {
				continue
			}
			c += 1e3 * o.space.overlap(b, o.space.taken)
			if !inBox(o.space.page, b) {
				c += 1e7
			}
		}
		c += 2 * o.space.overlap(b, o.space.soft)
		c += o.space.overlap(b, o.space.pale)
		if c < cost {
			best, cost, ok = s, c, true
		}
	}
	return best, ok
}
