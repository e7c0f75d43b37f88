package scene

import (
	"math"

	"github.com/paulmach/orb"
)

// seaSizes are the sizes of the names of seas by rank, the first that has room
// is taken: letters and space between them.
var seaSizes = [4][]struct{ size, spacing float64 }{
	{{19, 5}, {15, 2.5}, {12.5, 1}},
	{{16, 2}, {13.5, 0.8}, {12, 0.3}},
	{{14, 0.8}, {12, 0.3}},
	{{12, 0.3}},
}

// maxSeas is how many names of seas a page carries.
const maxSeas = 14

// seas writes the names of oceans, seas, gulfs and straits onto open water.
func (o *overlay) seas() []Item {
	var items []Item
	for _, f := range o.page.placed(o.Layers, Seas) {
		if len(items) >= maxSeas {
			break
		}
		room := f.lines
		if len(room) == 0 || f.Name == "" {
			continue
		}
		for _, k := range seaSizes[min(max(f.Rank, 0), 3)] {
			t := o.waterText("sea-"+f.Name, f.Name, k.size*o.Unit)
			t.Class, t.Spacing, t.Halo = "sea-name", k.spacing*o.Unit, fade(o.Style.Water, 0.7)
			if t, ok := o.seaName(t, room); ok {
				items = append(items, t)
				break
			}
		}
	}
	return items
}

// seaName sets a name on water within the room of a sea: as near as it can to
// the middle of what is seen of it. A name much wider than its sea is left out.
func (o *overlay) seaName(t Text, room orb.MultiLineString) (Text, bool) {
	w := o.Measure.Width(t.Text, t.Font, t.Size) + t.Spacing*float64(len([]rune(t.Text))-1)
	h := t.Size
	seen := room.Bound()
	page := o.space.page
	lo := orb.Point{math.Max(seen.Min[0], page.Min[0]), math.Max(seen.Min[1], page.Min[1])}
	hi := orb.Point{math.Min(seen.Max[0], page.Max[0]), math.Min(seen.Max[1], page.Max[1])}
	if 1.15*(hi[0]-lo[0]) < w || 2*(hi[1]-lo[1]) < h {
		return t, false
	}
	middle := orb.Point{(lo[0] + hi[0]) / 2, (lo[1] + hi[1]) / 2}
	best, near, found := orb.Point{}, math.Inf(1), false
	const grid = 13
	for j := range grid {
		for i := range grid {
			c := orb.Point{lo[0] + (hi[0]-lo[0])*(float64(i)+0.5)/grid, lo[1] + (hi[1]-lo[1])*(float64(j)+0.5)/grid}
			d := math.Hypot(c[0]-middle[0], 1.5*(c[1]-middle[1]))
			if d >= near || !inRings(room, c) {
				continue
			}
			if b := box(c[0]-w/2, c[1]-h/2, w, h); o.space.free(b.Pad(0.4*t.Size), true) && o.wet(b.Pad(0.2*t.Size)) {
				best, near, found = c, d, true
			}
		}
	}
	if !found {
		return t, false
	}
	t.At, t.Anchor = orb.Point{best[0], best[1] + t.Size*0.3}, Middle
	o.space.take(box(best[0]-w/2, best[1]-h/2, w, h).Pad(2 * o.Unit))
	return t, true
}

// wet reports whether no land reaches into a box of the page.
func (o *overlay) wet(b orb.Bound) bool { return o.page.mask(o.Layers, o.Unit).wet(b) }
