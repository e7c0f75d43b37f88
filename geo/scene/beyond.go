package scene

import (
	"fmt"
	"math"
	"strconv"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geo"
)

// beyond is a chip at the edge of the page that points to the selected event
// where all its places lie outside of the map, with the distance from the
// middle of the map.
func (o *overlay) beyond() panel {
	for _, e := range o.shown {
		if e.ID != o.Selected || o.Selected == "" {
			continue
		}
		ls := o.places(e)
		for _, l := range ls {
			if o.onPage(l) {
				return panel{}
			}
		}
		for _, l := range ls {
			if at, ok := o.page.point(l.Point); ok {
				text := cut(o.Measure, l.Name, SansSemibold, 12.5*o.Unit, 150*o.Unit) + " · " + o.inWords(geo.DistanceHaversine(o.View.Center, l.Point)/1000, true)
				return o.pointer(e, at, text)
			}
		}
	}
	return panel{}
}

// pointer is a chip with an arrow head toward a point outside of the page.
func (o *overlay) pointer(e Event, at orb.Point, text string) panel {
	u := o.Unit
	size := 12.5 * u
	w, h := o.Measure.Width(text, SansSemibold, size)+44*u, 28*u
	page := o.frame
	mid := page.Center()
	// Where the way from the middle to the point meets the frame in which the
	// middle of the chip can lie.
	room := orb.Point{math.Max((page.Max[0]-w)/2-10*u, 1), math.Max((page.Max[1]-h)/2-10*u, 1)}
	dx, dy := at[0]-mid[0], at[1]-mid[1]
	t := math.Min(room[0]/math.Max(math.Abs(dx), 1e-9), room[1]/math.Max(math.Abs(dy), 1e-9))
	c := orb.Point{mid[0] + dx*t, mid[1] + dy*t}
	// Slide along the edge, away from panels.
	best, found := c, false
	for step := 0; step < 60; step++ {
		off := float64((step+1)/2) * 14 * u
		if step%2 == 1 {
			off = -off
		}
		p := c
		if room[0]/math.Max(math.Abs(dx), 1e-9) < room[1]/math.Max(math.Abs(dy), 1e-9) {
			p[1] += off
		} else {
			p[0] += off
		}
		if b := box(p[0]-w/2, p[1]-h/2, w, h); inBox(page, b) && !meets(b, o.space.taken) {
			best, found = p, true
			break
		}
	}
	if !found {
		return panel{} // a page full of panels
	}
	b := box(best[0]-w/2, best[1]-h/2, w, h)
	hue := o.hue(e.Side)
	d := math.Max(math.Hypot(at[0]-best[0], at[1]-best[1]), 1e-9)
	ux, uy := (at[0]-best[0])/d, (at[1]-best[1])/d
	head := orb.Point{b.Max[0] - 17*u, best[1]}
	textAt := orb.Point{b.Min[0] + 13*u, best[1] + 0.35*size}
	if ux < 0 {
		head = orb.Point{b.Min[0] + 17*u, best[1]}
		textAt[0] = b.Min[0] + 31*u
	}
	r := 8 * u
	arrow := orb.LineString{
		{head[0] + ux*r, head[1] + uy*r},
		{head[0] - ux*r*0.7 - uy*r*0.75, head[1] - uy*r*0.7 + ux*r*0.75},
		{head[0] - ux*r*0.3, head[1] - uy*r*0.3},
		{head[0] - ux*r*0.7 + uy*r*0.75, head[1] - uy*r*0.7 - ux*r*0.75},
	}
	ground := o.ground("beyond", b, h/2)
	ground.Stroke, ground.Width = hue, 1.2*u
	return panel{box: b, hits: []Hit{{Event: e.ID, Ring: orb.Ring(rect(b))}}, items: []Item{
		ground,
		Path{ID: "beyond-head", Class: "beyond", Lines: orb.MultiLineString{append(arrow, arrow[0])}, Fill: hue},
		Text{ID: "beyond-text", Class: "beyond", At: textAt, Text: text, Font: SansSemibold, Size: size, Color: o.Style.HueText(o.side(e.Side).Hue)},
	}}
}

// inWords is a length on the ground in the first of the units; far ones are
// rounded as thousands has it.
func (o *overlay) inWords(km float64, far bool) string {
	k := o.Furniture.Units.measures()[0]
	n := km * 1000 / k.metres
	if far {
		return thousands(n) + " " + k.name
	}
	if n < 1 {
		return fmt.Sprintf("%.1f %s", n, k.name)
	}
	return fmt.Sprintf("%.0f %s", n, k.name)
}

// thousands writes a number of kilometres or miles as a person would say it: whole
// below a hundred, then in tens, with a comma after the thousands.
func thousands(km float64) string {
	n := int(math.Round(km))
	if n >= 100 {
		n = int(math.Round(km/10)) * 10
	}
	if n < 1000 {
		return strconv.Itoa(n)
	}
	return fmt.Sprintf("%d,%03d", n/1000, n%1000)
}
