package timeview

import (
	"image/color"
	"math"
	"strconv"

	"github.com/paulmach/orb"

	"dateline/app/mark"
	"dateline/geo/scene"
)

// cluster draws the count of items that lie too near to each other.
func (d *drawing) cluster(b Bar, y float64, c color.NRGBA) {
	center := orb.Point{Gutter + b.Center(), y}
	size := b.X1 - b.X0
	fill := c
	fill.A = 46
	ring := orb.MultiLineString{mark.Outline(scene.Circle, center, size)}
	if size > dotSize+2 { // no higher than a row
		ring = orb.MultiLineString{pill(center[0]-size/2, y-dotSize/2-0.5, center[0]+size/2, y+dotSize/2+0.5)}
	}
	d.add(scene.Path{ID: string(b.ID), Class: "cluster", Lines: ring, Fill: d.Palette.Paper})
	d.add(scene.Path{ID: string(b.ID), Class: "cluster", Lines: ring, Fill: fill, Stroke: c, Width: 1.2})
	d.text("count", short(b.Count), center[0], y+3.7, 10, scene.SansSemibold, d.Palette.Ink, scene.Middle)
	d.s.Hits = append(d.s.Hits, scene.Hit{Event: b.ID, Center: center, Radius: math.Max(size/2, dotSize/2) + 1})
}

// short writes a count in at most four letters: "812", "1.2k", "34k".
func short(n int) string {
	switch {
	case n < 1000:
		return strconv.Itoa(n)
	case n < 10_000:
		return strconv.FormatFloat(float64(n/100)/10, 'f', -1, 64) + "k"
	case n < 1_000_000:
		return strconv.Itoa(n/1000) + "k"
	}
	return strconv.Itoa(n/1_000_000) + "M"
}

// eras draws the stretches of time that have a name, behind everything.
func (d *drawing) eras() {
	top, bottom := float64(lanesTop), d.Size[1]-axisH
	for i, e := range d.Eras {
		x0, x1 := math.Max(d.x(e.From), Gutter), math.Min(d.x(e.To), d.Size[0])
		if x1-x0 < 1 {
			continue
		}
		tint := d.Palette.Ink
		tint.A = 12
		if i%2 == 1 {
			tint.A = 22
		}
		d.add(scene.Path{Class: "era", Lines: orb.MultiLineString{box(x0, top, x1, bottom)}, Fill: tint})
		d.vline(x0, top, bottom, d.Palette.Hairline)
		d.vline(x1, top, bottom, d.Palette.Hairline)
		if x1-x0 > 30 {
			name := d.fit(e.Name, scene.SansSemibold, 11, x1-x0-12)
			d.text("era", name, x0+6, top+13, 11, scene.SansSemibold, d.Palette.Muted, scene.Start)
		}
	}
}
