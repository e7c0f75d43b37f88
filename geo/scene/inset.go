package scene

import (
	"fmt"
	"math"

	"github.com/paulmach/orb"

	"dateline/geo/proj"
)

// insets are the places for a small map of where the large one is, with its
// extent in a red frame, see inset: bottom right, or a corner of its own where that hides
// an event. Small pages, and maps of most of the world, have none.
func (o *overlay) insets() []panel {
	w, h, u := o.frame.Max[0], o.frame.Max[1], o.Unit
	short := math.Min(w, h)
	seen := o.View.Bound()
	if !o.Furniture.Inset || w < 460*u || h < 380*u || seen.Max[0]-seen.Min[0] > 100 {
		return nil
	}
	side := math.Round(math.Max(0.17*short, 88*u))
	var out []panel
	for _, at := range [...]orb.Point{
		{w - edge*u - side, h - 68*u - side - o.creditsLift()},
		{w - edge*u - side, o.top() + 80*u},
		{edge * u, o.top() + 94*u},
		{w - edge*u - side, (h - side) / 2},
	} {
		out = append(out, panel{box: box(at[0], at[1], side, side), items: []Item{}})
	}
	return out
}

// inset draws the small map into a square.
func (o *overlay) inset(b orb.Bound, seen orb.Bound) panel {
	u, side := o.Unit, b.Max[0]-b.Min[0]
	w, h := o.frame.Max[0], o.frame.Max[1]
	// The frame takes two fifths of the inset, or as little as the whole
	// world allows.
	scale := o.View.Scale * side * 0.4 / math.Max(w, h)
	draw := func(scale float64) (baseMap, []Item) {
		v := proj.New(o.View.Proj, o.View.Center, scale, orb.Point{side, side})
		m := baseMap{page: newPage(v, b.Min, 0), st: o.Style, layers: o.Layers, unit: u, plain: true, prefix: "inset-", focus: o.index.focus}
		m.page.memo = o.Cache.page(m.page)
		return m, m.page.base(baseKey{o.Style, u, fmt.Sprint(m.focus), true}, m.items)
	}
	base, drawn := draw(scale)
	if !tells(drawn, 2*side, side*side) {
		// Deep inside a country, or far out at sea: show more, up to borders or
		// coasts.
		for _, k := range [...]float64{0.6, 0.35, 0.2, 0.12} {
			if wide, items := draw(k * scale); tells(items, 2*side, side*side) {
				base, drawn = wide, items
				break
			}
		}
	}
	items := []Item{Path{ID: "inset-ground", Class: "inset", Lines: orb.MultiLineString{rect(b)}, Fill: o.Style.Water}}
	items = append(items, drawn...)
	frame := o.extent(base.page, seen)
	items = append(items,
		Path{ID: "inset-extent", Class: "inset", Lines: orb.MultiLineString{rect(frame)}, Stroke: o.Style.Frame, Width: 2 * u},
		Path{ID: "inset-edge", Class: "inset", Lines: orb.MultiLineString{rect(b)}, Stroke: o.Style.Label, Width: u})
	return panel{box: b, items: items}
}

// extent is the extent of the large map on the inset, at least 5 units wide and
// within it.
func (o *overlay) extent(p page, seen orb.Bound) orb.Bound {
	c, _ := p.point(o.View.Center)
	a := p.project(orb.Point{seen.Min[0], seen.Max[1]}, 0)
	z := p.project(orb.Point{seen.Max[0], seen.Min[1]}, 0)
	hw, hh := math.Max((z[0]-a[0])/2, 2.5*o.Unit), math.Max((z[1]-a[1])/2, 2.5*o.Unit)
	my := (a[1] + z[1]) / 2
	if z[1]-a[1] < 5*o.Unit {
		my = c[1]
	}
	m := 1.5 * o.Unit
	return orb.Bound{
		Min: orb.Point{math.Max(c[0]-hw, p.box.Min[0]+m), math.Max(my-hh, p.box.Min[1]+m)},
		Max: orb.Point{math.Min(c[0]+hw, p.box.Max[0]-m), math.Min(my+hh, p.box.Max[1]-m)},
	}
}

// tells reports whether a small map has borders or coasts of some length, and
// enough land on its area: by those a reader knows where it is.
func tells(items []Item, length, size float64) bool {
	sum, land := 0.0, 0.0
	for _, it := range items {
		p, ok := it.(Path)
		switch {
		case ok && (p.Class == "coast" || p.Class == "border"):
			for _, l := range p.Lines {
				sum += pathLength(l)
			}
		case ok && p.Class == "land":
			for _, l := range p.Lines {
				land += area(l) / 2 // holes count against it
			}
		}
	}
	return sum >= length && land >= leastLand*size
}

// leastLand is the share of an inset that must be land for it to tell where it
// is.
const leastLand = 0.12
