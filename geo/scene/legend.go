package scene

import (
	"fmt"
	"unicode"
	"unicode/utf8"

	"github.com/paulmach/orb"

	"dateline/geo/geocode"
	"dateline/timeline"
)

// tally is what the legend must explain: only what is on the map.
type tally struct {
	sides                     []Side
	other                     Side // the first of those that are grey
	claimed, split            bool
	area, radius, cluster     bool
	held, claim, contest      bool // areas of control
	front, was                bool // lines between parties, and where these and areas ended before
	advance, plan, retreat    bool
	unplaced, outside, others int
}

// count looks through the events shown.
func (o *overlay) count(t tally) tally {
	seen := map[string]bool{}
	add := func(s Side) {
		if s.Hue == Grey {
			if t.others++; t.others == 1 {
				t.other = s
			}
		} else if !seen[s.Name] {
			seen[s.Name] = true
			t.sides = append(t.sides, s)
		}
	}
	for _, g := range o.clusters {
		t.cluster = true
		for _, s := range g.shares {
			add(s.side)
		}
	}
	for _, e := range o.shown {
		if !e.OnMap() {
			t.unplaced++
			continue
		}
		var here []geocode.Location
		for _, l := range o.places(e) {
			if o.onPage(l) {
				here = append(here, l)
			}
		}
		if len(here) == 0 {
			t.outside++
			continue
		}
		add(o.side(e.Side))
		switch stateOf(e) {
		case hollow:
			t.claimed = true
		case halved:
			t.split = true
		}
		for _, l := range here {
			t.area = t.area || l.Area != ""
			t.radius = t.radius || l.Area == "" && l.RadiusKM > 0
		}
	}
	for _, c := range o.Controls {
		now, before := holding(whens(c.Outlines, Outline.when), o.moment())
		t.was = t.was || before >= 0
		if now < 0 {
			continue
		}
		add(o.side(c.Side))
		switch {
		case c.Claimed:
			t.claim = true
		case c.Against != "":
			add(o.side(c.Against))
			t.contest = true
		default:
			t.held = true
		}
	}
	for _, f := range o.Fronts {
		now, before := holding(whens(f.Lines, Line.when), o.moment())
		t.was = t.was || before >= 0
		if now < 0 {
			continue
		}
		t.front = true
		add(o.side(f.Side))
		if f.Against != "" {
			add(o.side(f.Against))
		}
	}
	for _, a := range o.Advances {
		if !o.axisShown(a) {
			continue
		}
		switch {
		case a.Retreat:
			t.retreat = true
		case a.Claimed:
			t.plan = true
		default:
			t.advance = true
		}
	}
	return t
}

// onPage reports whether any of a location can be seen.
func (o *overlay) onPage(l geocode.Location) bool {
	if l.Area != "" {
		b := o.shape(l.Area).Bound()
		return len(o.shape(l.Area)) > 0 && b.Intersects(o.frame)
	}
	p, ok := o.page.point(l.Point)
	return ok && o.frame.Contains(p)
}

type legendRow struct {
	label string
	draw  func(c orb.Point) []Item
}

// legends are the places for the legend: at the bottom, or under the title
// where that hides an event.
func (o *overlay) legends(top, bottom float64) []panel {
	rows := o.legendRows()
	if !o.Furniture.Legend || len(rows) == 0 {
		return nil
	}
	low := o.legend(rows, bottom)
	return []panel{low, o.legend(rows, top+low.box.Max[1]-low.box.Min[1])}
}

// legend draws the rows on a panel that ends at bottom.
func (o *overlay) legend(rows []legendRow, bottom float64) panel {
	u := o.Unit
	const rowHeight, size, pad, icon = 18.5, 12.0, 11.0, 16.0
	if o.small() {
		u *= 0.86
	}
	room := o.frame.Max[0]*0.42 - (2*pad+icon+8)*u
	labels := make([]string, len(rows))
	for i, r := range rows {
		labels[i] = cut(o.Measure, r.label, Sans, size*u, room)
	}
	w := widest(o.Measure, labels, Sans, size*u) + (2*pad+icon+8)*u
	h := (rowHeight*float64(len(rows)) + pad) * u
	b := box(edge*o.Unit, bottom-h, w, h)
	items := []Item{o.ground("legend", b, 6*u)}
	for i, r := range rows {
		y := b.Min[1] + (pad/2+rowHeight*(float64(i)+0.5))*u
		items = append(items, r.draw(orb.Point{b.Min[0] + (pad+icon/2)*u, y})...)
		items = append(items, Text{
			ID: fmt.Sprintf("legend-%d", i+1), Class: "legend", At: orb.Point{b.Min[0] + (pad+icon+8)*u, y + 0.35*size*u},
			Text: labels[i], Font: Sans, Size: size * u, Color: o.Style.Label,
		})
	}
	return panel{box: b, items: items}
}

func (o *overlay) legendRows() []legendRow {
	u, st, t := o.Unit, o.Style, o.tally
	var rows []legendRow
	sign := func(s Side, f fillState) func(orb.Point) []Item {
		return func(c orb.Point) []Item {
			m := mark{at: c, r: 5.5 * u, side: s, state: f, alpha: 1}
			return m.items("legend-sign", st, u)
		}
	}
	for _, s := range t.sides {
		label := s.Label
		if label == "" {
			label = s.Name
		}
		rows = append(rows, legendRow{capital(label), sign(s, filled)})
	}
	lead := Side{Hue: Grey, Shape: Circle}
	if len(t.sides) > 0 {
		lead = t.sides[0]
	}
	if t.others > 0 {
		other := t.other
		if len(t.sides) == 0 {
			lead = other // grey alone needs no explanation
		} else {
			rows = append(rows, legendRow{o.say("others"), sign(other, filled)})
		}
	}
	if t.claimed {
		rows = append(rows, legendRow{o.say("claimed or attempted"), sign(lead, hollow)})
	}
	if t.split {
		rows = append(rows, legendRow{o.say("accounts differ"), sign(lead, halved)})
	}
	if t.radius {
		rows = append(rows, legendRow{o.say("known to a radius"), func(c orb.Point) []Item {
			ring := shapeRing(Circle, c, 7*u)
			return []Item{Path{ID: "legend-radius", Class: "legend", Lines: orb.MultiLineString{ring}, Fill: fade(st.Hue(lead.Hue), 0.12), Stroke: st.Hue(lead.Hue), Width: u, Dash: []float64{2.5 * u, 2 * u}}}
		}})
	}
	if t.area {
		rows = append(rows, legendRow{o.say("known to a region"), func(c orb.Point) []Item {
			ring := orb.MultiLineString{rect(around(c, 6.5*u))}
			return append(o.hatched("legend-area", "legend", ring, st.Hue(lead.Hue), 4*u, 1),
				Path{ID: "legend-area-edge", Class: "legend", Lines: ring, Stroke: st.Hue(lead.Hue), Width: u, Dash: []float64{3 * u, 2 * u}})
		}})
	}
	if t.cluster {
		rows = append(rows, legendRow{o.say("many events and their number"), func(c orb.Point) []Item {
			return []Item{
				Path{ID: "legend-cluster", Class: "legend", Lines: orb.MultiLineString{shapeRing(Circle, c, 7.5*u)}, Fill: st.Paper},
				Path{ID: "legend-cluster-ring", Class: "legend", Lines: orb.MultiLineString{ringPart(c, 7.5*u, 2.5*u, 0, 1)}, Fill: st.Hue(lead.Hue)},
			}
		}})
	}
	swatch := func(draw func(orb.MultiLineString) []Item) func(orb.Point) []Item {
		return func(c orb.Point) []Item { return draw(orb.MultiLineString{rect(around(c, 6.5*u))}) }
	}
	if t.held && (t.claim || t.contest) {
		rows = append(rows, legendRow{o.say("held"), swatch(func(r orb.MultiLineString) []Item {
			return []Item{Path{ID: "legend-held", Class: "legend", Lines: r, Fill: fade(st.Hue(lead.Hue), 0.2), Stroke: st.Hue(lead.Hue), Width: 1.5 * u}}
		})})
	}
	if t.contest {
		rows = append(rows, legendRow{o.say("contested"), swatch(func(r orb.MultiLineString) []Item {
			return []Item{
				Path{ID: "legend-contest", Class: "legend", Lines: r, Fill: fade(st.Hue(lead.Hue), 0.2), Stroke: st.Hue(lead.Hue), Width: 1.5 * u},
				Path{ID: "legend-contest-stripe", Class: "legend", Lines: hatch(r, 6*u), Stroke: fade(st.Label, 0.5), Width: 2.5 * u},
			}
		})})
	}
	if t.claim {
		rows = append(rows, legendRow{o.say("claimed area"), swatch(func(r orb.MultiLineString) []Item {
			return []Item{Path{ID: "legend-claim", Class: "legend", Lines: hatch(r, 4.5*u), Stroke: fade(st.Hue(lead.Hue), 0.6), Width: 1.2 * u},
				Path{ID: "legend-claim-edge", Class: "legend", Lines: r, Stroke: st.Hue(lead.Hue), Width: 1.2 * u, Dash: []float64{3 * u, 2 * u}}}
		})})
	}
	if t.front {
		rows = append(rows, legendRow{o.say("front line"), func(c orb.Point) []Item {
			l := orb.LineString{{c[0] - 8*u, c[1] + 2*u}, {c[0] + 8*u, c[1] + 2*u}}
			var teeth orb.MultiLineString
			for _, x := range [...]float64{-4, 4} {
				at := orb.Point{c[0] + x*u, c[1] + 2*u}
				teeth = append(teeth, orb.LineString{{at[0] - 2.5*u, at[1]}, {at[0], at[1] - 5*u}, {at[0] + 2.5*u, at[1]}, {at[0] - 2.5*u, at[1]}})
			}
			return []Item{
				Path{ID: "legend-front-teeth", Class: "legend", Lines: teeth, Fill: st.Hue(lead.Hue)},
				Path{ID: "legend-front", Class: "legend", Lines: orb.MultiLineString{l}, Stroke: st.Hue(lead.Hue), Width: 2 * u},
			}
		}})
	}
	if t.was {
		rows = append(rows, legendRow{o.say("until then"), func(c orb.Point) []Item {
			l := orb.LineString{{c[0] - 8*u, c[1]}, {c[0] + 8*u, c[1]}}
			return []Item{Path{ID: "legend-was", Class: "legend", Lines: orb.MultiLineString{l}, Stroke: fade(st.Hue(lead.Hue), 0.7), Width: u, Dash: []float64{1.2 * u, 2.8 * u}}}
		}})
	}
	arrow := func(k arrowKind) func(orb.Point) []Item {
		return func(c orb.Point) []Item {
			ps := []orb.Point{{c[0] - 9*u, c[1] + 3*u}, {c[0], c[1]}, {c[0] + 9*u, c[1] - 3*u}}
			return o.arrow("legend-arrow", ps, 4.5*u, k, st.Hue(lead.Hue), 1)
		}
	}
	if t.advance && (t.plan || t.retreat) { // alone it explains itself
		rows = append(rows, legendRow{o.say("advance"), arrow(solidArrow)})
	}
	if t.plan {
		rows = append(rows, legendRow{o.say("advance, claimed or planned"), arrow(plannedArrow)})
	}
	if t.retreat {
		rows = append(rows, legendRow{o.say("withdrawal"), arrow(hollowArrow)})
	}
	return rows
}

// axisShown reports whether any event of an axis shows.
func (o *overlay) axisShown(a timeline.Axis) bool {
	for _, s := range a.Stops {
		if o.showing(s.Event) {
			return true
		}
	}
	return false
}

// capital begins a label with a capital letter.
func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}
