package scene

import (
	"fmt"
	"image/color"
	"math"

	"github.com/paulmach/orb"

	"dateline/geo/gazetteer"
)

// Base is the base map alone: water, land, lakes, rivers and boundaries. It
// depends on the view, the style, the unit and the countries in focus, not on
// the clock or the selection, so it can be kept while those change. With a Margin
// its page is larger by that on each side.
func Base(in Input) Scene {
	in = in.normal()
	b := baseMap{page: newMapPage(in, orb.Point{}), st: in.Style, layers: in.Layers, unit: in.Unit, prefix: "", back: in.Backdrop}
	b.focus = in.Cache.index(in.Events).focus
	if len(b.back.Images) > 0 {
		return Scene{Size: b.page.view.Size, Items: b.items()}
	}
	items := b.page.base(baseKey{in.Style, in.Unit, fmt.Sprint(b.focus), false}, b.items)
	return Scene{Size: b.page.view.Size, Items: items[:len(items):len(items)]}
}

// baseMap draws the base map onto a page.
type baseMap struct {
	page   page
	st     Style
	layers Layers
	unit   float64
	focus  []gazetteer.AreaKey
	back   Backdrop // pictures over it, if any
	plain  bool     // land, water and borders alone: for the inset
	prefix string   // of IDs
}

// divisionScale is the size of the map (units of the page per 360°, for a unit
// of 1) from which division lines are drawn.
const divisionScale = 9000

func (b baseMap) items() []Item {
	var items []Item
	if !b.back.covers(b.page.box) {
		items = b.ground()
		if len(b.back.Images) == 0 || b.back.Named {
			items = append(items, b.borders()...)
		}
	}
	items = append(items, b.back.items()...)
	if len(b.back.Images) > 0 && !b.back.Named {
		items = append(items, b.divisions()...)
		items = append(items, cased(b.borders(), b.st, b.unit)...)
	}
	return items
}

// cased puts a pale line under each line, so that it is seen on any picture.
func cased(lines []Item, st Style, unit float64) []Item {
	var under []Item
	for _, it := range lines {
		if p, ok := it.(Path); ok {
			p.ID, p.Class, p.Stroke, p.Width, p.Dash = p.ID+"-casing", "casing", fade(st.Halo, 0.75), p.Width+1.8*unit, nil
			under = append(under, p)
		}
	}
	return append(under, lines...)
}

// divisions are the lines inside countries.
func (b baseMap) divisions() []Item {
	return b.strokes(DivisionLines, "division", b.st.DivisionLine, 0.9*b.unit, []float64{4 * b.unit, 2.5 * b.unit})
}

// ground is everything but the borders.
func (b baseMap) ground() []Item {
	p, st, u := b.page, b.st, b.unit
	items := []Item{Path{ID: b.prefix + "water", Class: "water", Lines: orb.MultiLineString{rect(p.clip)}, Fill: st.Water}}
	var land, coast orb.MultiLineString
	var outline orb.MultiPolygon
	for _, f := range p.placed(b.layers, Land) {
		land = append(land, f.lines...)
	}
	for _, f := range p.placed(b.layers, Coasts) {
		coast = append(coast, f.lines...)
	}
	if len(coast) == 0 { // layers without shores of their own
		for _, f := range p.placed(b.layers, Land) {
			outline = append(outline, polygonsOf(f.Geometry)...)
		}
		coast = p.outlines(outline)
	}
	ground := st.Land
	if len(b.focus) > 0 {
		ground = st.LandFar
	}
	if len(land) > 0 {
		items = append(items, Path{ID: b.prefix + "land", Class: "land", Lines: land, Fill: ground})
	}
	for _, key := range b.focus {
		if lines := p.area(b.layers, key); len(lines) > 0 {
			items = append(items, Path{ID: b.prefix + "focus-" + string(key), Class: "focus", Lines: lines, Fill: st.LandFocus})
		}
	}
	if !b.plain {
		items = append(items, b.divisions()...)
	}
	items = append(items, b.lakes()...)
	if !b.plain {
		items = append(items, b.rivers()...)
	}
	if len(coast) > 0 {
		items = append(items, Path{ID: b.prefix + "coast", Class: "coast", Lines: coast, Stroke: st.Coast, Width: 0.8 * u})
	}
	return items
}

// borders are the lines between countries.
func (b baseMap) borders() []Item {
	p, st, u := b.page, b.st, b.unit
	// On a map of the world lines as thick as on one of a country would be all
	// that is seen.
	width := math.Min(math.Max(0.7+0.2*math.Log2(p.view.Scale/u/1200), 0.7), 1.5) * u
	if b.plain {
		width = 0.7 * u
	}
	return b.strokes(Borders, "border", st.Border, width, nil)
}

func (b baseMap) strokes(layer Layer, class string, c color.NRGBA, width float64, dash []float64) []Item {
	if b.layers == nil || layer == DivisionLines && b.page.view.Scale/b.unit < divisionScale {
		return nil
	}
	var lines orb.MultiLineString
	for _, f := range b.page.placed(b.layers, layer) {
		lines = append(lines, f.lines...)
	}
	if len(lines) == 0 {
		return nil
	}
	return []Item{Path{ID: b.prefix + class, Class: class, Lines: lines, Stroke: c, Width: width, Dash: dash}}
}

func (b baseMap) lakes() []Item {
	var lines orb.MultiLineString
	for _, f := range b.page.placed(b.layers, Lakes) {
		lines = append(lines, f.lines...)
	}
	if len(lines) == 0 {
		return nil
	}
	return []Item{Path{ID: b.prefix + "lakes", Class: "lake", Lines: lines, Fill: b.st.Water, Stroke: b.st.Coast, Width: 0.5 * b.unit}}
}

// rivers are drawn in three widths, the important ones the widest.
func (b baseMap) rivers() []Item {
	var byWidth [3]orb.MultiLineString
	for _, f := range b.page.placed(b.layers, Rivers) {
		i := min(max(f.Rank, 0)/3, 2)
		byWidth[i] = append(byWidth[i], f.lines...)
	}
	var items []Item
	for i := len(byWidth) - 1; i >= 0; i-- {
		if len(byWidth[i]) == 0 {
			continue
		}
		items = append(items, Path{
			ID: b.prefix + "rivers-" + string(rune('1'+i)), Class: "river", Lines: byWidth[i],
			Stroke: b.st.River, Width: [3]float64{1.8, 1.3, 0.9}[i] * b.unit,
		})
	}
	return items
}

func rect(b orb.Bound) orb.LineString {
	return orb.LineString{b.Min, {b.Max[0], b.Min[1]}, b.Max, {b.Min[0], b.Max[1]}, b.Min}
}
