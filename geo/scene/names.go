package scene

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/paulmach/orb"

	"dateline/geo/gazetteer"
)

// names writes the names of the base map around everything that has been
// placed: towns first, then countries, divisions and water. A name without
// room is left out.
func (o *overlay) names() []Item {
	towns := o.towns()
	countries := o.Backdrop.unpainted(o.countries())
	divisions := o.Backdrop.unpainted(o.divisions())
	water := o.Backdrop.unpainted(o.water())
	var items []Item
	for _, part := range [][]Item{divisions, countries, water, towns} {
		items = append(items, part...)
	}
	return items
}

// areaName sets a name in spaced capitals within what can be seen of an area.
// It tries where the map wants the name, then a grid, the nearest to the
// middle first; the box of the name must lie in the area. The margin of the
// page is for names that the view has no room for.
func (o *overlay) areaName(t Text, rings orb.MultiLineString, want orb.Point, strict bool) (Text, bool) {
	if o.Margin > 0 {
		if t, ok := o.areaNameIn(t, rings, want, strict, inside(o.space.page, o.frame)); ok {
			return t, true
		}
	}
	return o.areaNameIn(t, rings, want, strict, o.space.page)
}

// inside is what two bounds share.
func inside(a, b orb.Bound) orb.Bound {
	return orb.Bound{
		Min: orb.Point{math.Max(a.Min[0], b.Min[0]), math.Max(a.Min[1], b.Min[1])},
		Max: orb.Point{math.Min(a.Max[0], b.Max[0]), math.Min(a.Max[1], b.Max[1])},
	}
}

func (o *overlay) areaNameIn(t Text, rings orb.MultiLineString, want orb.Point, strict bool, room orb.Bound) (Text, bool) {
	n := float64(len([]rune(t.Text)))
	w := o.Measure.Width(t.Text, t.Font, t.Size) + t.Spacing*(n-1)
	h := t.Size
	if len(rings) == 0 {
		return t, false
	}
	b := rings.Bound()
	b = inside(b, room)
	lo, hi := b.Min, b.Max
	if hi[0]-lo[0] < w*0.9 || hi[1]-lo[1] < h {
		return t, false
	}
	fits := func(c orb.Point) bool {
		b := box(c[0]-w/2, c[1]-h/2, w, h)
		if b = b.Pad(0.45 * t.Size); !inBox(room, b) || !o.space.free(b, strict) {
			return false
		}
		b = b.Pad(-0.45 * t.Size)
		for _, q := range [...]orb.Point{c, b.Min, b.Max, {b.Min[0], b.Max[1]}, {b.Max[0], b.Min[1]}} {
			if !inRings(rings, q) {
				return false
			}
		}
		return true
	}
	middle := orb.Point{(lo[0] + hi[0]) / 2, (lo[1] + hi[1]) / 2}
	best, found := want, want != (orb.Point{}) && fits(want)
	if !found {
		near := math.Inf(1)
		const grid = 15
		for j := 0; j < grid; j++ {
			for i := 0; i < grid; i++ {
				c := orb.Point{lo[0] + (hi[0]-lo[0])*(float64(i)+0.5)/grid, lo[1] + (hi[1]-lo[1])*(float64(j)+0.5)/grid}
				if d := dist(c, middle); d < near && fits(c) {
					best, near, found = c, d, true
				}
			}
		}
	}
	if !found {
		return t, false
	}
	t.At, t.Anchor = orb.Point{best[0], best[1] + t.Size*0.36}, Middle
	o.space.take(box(best[0]-w/2, best[1]-h/2, w, h).Pad(2 * o.Unit))
	return t, true
}

// countries writes the names of countries, as large as there is room.
func (o *overlay) countries() []Item {
	u := o.Unit
	var items []Item
	for _, f := range o.page.placed(o.Layers, Countries) {
		if f.Name == "" {
			continue
		}
		rings := f.lines
		want := o.wanted(f.Feature)
		for _, k := range [...]struct{ size, spacing float64 }{{16, 13}, {14, 7}, {12, 3}, {10.5, 1.2}} {
			t := Text{
				ID: "country-" + string(f.Key), Class: "country-name", Text: strings.ToUpper(f.Name), Font: SansBold,
				Size: k.size * u, Spacing: k.spacing * u, Color: o.Style.LabelCountry, Halo: fade(o.Style.Halo, 0.5), HaloWidth: 2 * u,
			}
			if t, ok := o.areaName(t, rings, want, true); ok {
				items = append(items, t)
				break
			}
		}
	}
	return items
}

// wanted is where the map wants a feature's name, on the page.
func (o *overlay) wanted(f Feature) orb.Point {
	if f.Label == (orb.Point{}) {
		return orb.Point{}
	}
	p, ok := o.page.point(f.Label)
	if !ok {
		return orb.Point{}
	}
	return p
}

// divisions writes the names of first-level divisions of the countries in
// focus, or of all where none is.
func (o *overlay) divisions() []Item {
	u := o.Unit
	if o.View.Scale/u < divisionScale {
		return nil
	}
	focus := o.focusSet()
	var items []Item
	for _, f := range o.page.placed(o.Layers, Divisions) {
		country, _, _ := strings.Cut(string(f.Key), ".")
		if f.Name == "" || len(focus) > 0 && !focus[country] {
			continue
		}
		rings := f.lines
		t := Text{
			ID: "division-" + string(f.Key), Class: "division-name", Text: strings.ToUpper(nameIn(f.Name, country)), Font: SansSemibold,
			Size: 10.5 * u, Spacing: 1.6 * u, Color: o.Style.LabelDivision, Halo: fade(o.Style.Halo, 0.6), HaloWidth: 2 * u,
		}
		if t, ok := o.areaName(t, rings, o.wanted(f.Feature), true); ok {
			items = append(items, t)
		}
	}
	return items
}

// towns marks the most important towns that there is room to name. A town at
// which an event is marked has no dot of its own, and no name where the
// event's title says it.
func (o *overlay) towns() []Item {
	var items []Item
	var dots []orb.Point
	for _, p := range o.townsWanted() {
		if len(dots) >= o.townLimit() {
			break
		}
		at, ok := o.page.point(p.Point)
		if !ok || !o.space.page.Pad(-6*o.Unit).Contains(at) {
			continue
		}
		if o.Backdrop.Named && !o.marked(at) && o.Backdrop.shows(at) {
			continue
		}
		it, ok := o.town(p, at, dots)
		if !ok {
			continue
		}
		dots = append(dots, at)
		items = append(items, it...)
	}
	return items
}

// marked reports whether an event's mark stands at a point.
func (o *overlay) marked(at orb.Point) bool {
	for _, m := range o.marks {
		if dist(m.home, at) <= 6*o.Unit && m.place.Area == "" {
			return true
		}
	}
	return false
}

// townLimit is how many towns a page of this size carries.
func (o *overlay) townLimit() int {
	w, h := o.page.view.Size[0]/o.Unit, o.page.view.Size[1]/o.Unit
	return int(math.Min(60, math.Max(6, w*h/24000)))
}

// townsWanted are the towns worth naming, the most important first. Beside a
// city of a million, a village of a thousand is noise; where there are only
// villages it is not.
func (o *overlay) townsWanted() []gazetteer.Place {
	if o.wantedTowns != nil {
		return o.wantedTowns
	}
	out := slices.Clone(o.page.towns(o.Layers, 3*o.townLimit()))
	least := int64(0)
	if len(out) > 0 {
		least = out[min(4, len(out)-1)].Population / 20
	}
	focus := o.focusSet()
	n := 0
	for _, p := range out {
		weight := int64(1)
		if len(focus) > 0 && !focus[p.Country] {
			weight = 5 // the neighbours stay quiet
		}
		if p.Population >= weight*least || p.Capital {
			out[n] = p
			n++
		}
	}
	o.wantedTowns = out[:n]
	return o.wantedTowns
}

// focusSet is the countries in focus, by code.
func (o *overlay) focusSet() map[string]bool {
	focus := map[string]bool{}
	for _, k := range o.index.focus {
		focus[string(k)] = true
	}
	return focus
}

// spareTowns asks the labels of events to leave the chief towns room: their
// dots, and a name to the right.
func (o *overlay) spareTowns() {
	u := o.Unit
	for i, p := range o.townsWanted() {
		if i >= 10 {
			break
		}
		if at, ok := o.page.point(p.Point); ok && o.page.box.Contains(at) {
			w := o.Measure.Width(townName(p), Sans, 12.5*u)
			o.space.pale = append(o.space.pale, around(at, 5*u), box(at[0]-5*u, at[1]-7*u, w+12*u, 14*u))
		}
	}
}

// town draws the dot and the name of one town.
func (o *overlay) town(p gazetteer.Place, at orb.Point, dots []orb.Point) ([]Item, bool) {
	u, st := o.Unit, o.Style
	for _, d := range dots {
		if dist(d, at) < 34*u {
			return nil, false
		}
	}
	font, size, r := Sans, 12.5*u, 2.2*u
	if p.Capital || p.Population >= 700_000 {
		font, size, r = SansSemibold, 13*u, 3*u
	}
	name := townName(p)
	reach := r
	held := false // an event's mark stands here
	for _, m := range o.marks {
		if m.place.Area != "" || dist(m.home, at) > 7*u {
			continue
		}
		if !sameTown(m, p) {
			return nil, false // a suburb under the mark of another town
		}
		if m.labelled && (says(m.event.Title, m.place.Name) || says(m.event.Title, p.Name)) {
			return nil, false
		}
		if m.place.Name != "" {
			name = m.place.Name // as the report calls it
		}
		held, reach = true, math.Max(reach, dist(m.at, at)+m.reach(u))
	}
	if !held && !o.space.free(around(at, r+1.5*u), true) {
		return nil, false
	}
	w := o.Measure.Width(name, font, size)
	up, down := ascent*size, descent*size
	gap := reach + 5*u
	for _, c := range [...]struct {
		anchor Anchor
		dx, dy float64
	}{
		{Start, gap, 0.35 * size}, {End, -gap, 0.35 * size},
		{Start, gap * 0.75, -reach - 1.5*u}, {Start, gap * 0.75, reach + size*0.8},
		{End, -gap * 0.75, -reach - 1.5*u}, {End, -gap * 0.75, reach + size*0.8},
		{Middle, 0, -reach - 5*u}, {Middle, 0, reach + size},
	} {
		x, y := at[0]+c.dx, at[1]+c.dy
		left := x
		switch c.anchor {
		case End:
			left = x - w
		case Middle:
			left = x - w/2
		}
		b := box(left, y-up, w, up+down)
		if !o.space.free(b, true) {
			continue
		}
		o.space.take(b.Pad(u))
		id := fmt.Sprintf("town-%d", p.GeonameID)
		var items []Item
		if !held {
			o.space.take(around(at, r+2*u))
			items = append(items, Path{ID: id, Class: "town", Lines: orb.MultiLineString{shapeRing(Circle, at, r)}, Fill: st.Label, Stroke: fade(st.Halo, 0.8), Width: u})
		}
		return append(items, Text{
			ID: id + "-name", Class: "town-name", At: orb.Point{x, y}, Text: name, Font: font, Size: size,
			Color: st.Label, Halo: st.Halo, HaloWidth: 1.8 * u, Anchor: c.anchor,
		}), true
	}
	return nil, false
}
