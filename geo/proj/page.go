package proj

import (
	"math"

	"github.com/paulmach/orb"
)

// ToPage gives the pixel of a point in degrees, of its copy nearest to the
// centre of the view; it may lie outside of the page. A point within 180° of
// the centre is taken as it is, so that the two ends of the world do not
// swap. ok is false where the projection cannot show the point.
func (v View) ToPage(lonLat orb.Point) (page orb.Point, ok bool) {
	xy, ok := v.Proj.Forward(lonLat)
	if !ok {
		return orb.Point{}, false
	}
	c, ok := v.Proj.Forward(v.Center)
	if !ok {
		return orb.Point{}, false
	}
	dx := xy[0] - c[0]
	if math.Abs(dx) > 0.5+1e-9 {
		dx -= math.Round(dx)
	}
	return orb.Point{v.Size[0]/2 + dx*v.Scale, v.Size[1]/2 + (xy[1]-c[1])*v.Scale}, true
}

// Shift is the multiple of 360° to add to the longitudes of a thing with this
// bound, in degrees, so that its middle is the copy nearest to the centre of
// the view. A shape that is moved as a whole, and drawn with ToPageAsIs, is
// never torn.
func (v View) Shift(b orb.Bound) float64 {
	return 360 * math.Round((v.Center[0]-(b.Min[0]+b.Max[0])/2)/360)
}

// ToPageAsIs is ToPage of the point as it is, whatever copy that is: at
// longitude 190 it is east of the date line seen from the west.
func (v View) ToPageAsIs(lonLat orb.Point) (page orb.Point, ok bool) {
	xy, ok := v.Proj.Forward(lonLat)
	if !ok {
		return orb.Point{}, false
	}
	c, ok := v.Proj.Forward(v.Center)
	if !ok {
		return orb.Point{}, false
	}
	return orb.Point{v.Size[0]/2 + (xy[0]-c[0])*v.Scale, v.Size[1]/2 + (xy[1]-c[1])*v.Scale}, true
}

// ToLonLat gives the point in degrees at a pixel, its longitude in
// [-180, 180). ok is false above and below the world.
func (v View) ToLonLat(page orb.Point) (lonLat orb.Point, ok bool) {
	c, ok := v.Proj.Forward(v.Center)
	if !ok {
		return orb.Point{}, false
	}
	p, ok := v.Proj.Inverse(orb.Point{
		c[0] + (page[0]-v.Size[0]/2)/v.Scale,
		c[1] + (page[1]-v.Size[1]/2)/v.Scale,
	})
	if !ok {
		return orb.Point{}, false
	}
	p[0] = NormalLongitude(p[0])
	return p, true
}

// Bound is what can be seen, in degrees. Where the view crosses the date line
// one longitude is beyond ±180, so that Min is always west of Max; a view
// wider than the world gives a bound 360° wide about the centre.
func (v View) Bound() orb.Bound {
	c, ok := v.Proj.Forward(v.Center)
	if !ok {
		return v.Proj.Extent()
	}
	half := math.Min(v.Size[0]/2/v.Scale, 0.5) * 360
	top, bottom := v.span()
	y0 := clamp(c[1]-v.Size[1]/2/v.Scale, top, bottom)
	y1 := clamp(c[1]+v.Size[1]/2/v.Scale, top, bottom)
	n, _ := v.Proj.Inverse(orb.Point{0, y0})
	s, _ := v.Proj.Inverse(orb.Point{0, y1})
	return orb.Bound{
		Min: orb.Point{v.Center[0] - half, s[1]},
		Max: orb.Point{v.Center[0] + half, n[1]},
	}
}

// Bounds is Bound cut at the date line: one or two bounds within ±180°, from
// west to east on the page.
func (v View) Bounds() []orb.Bound {
	return Split(v.Bound())
}

// Split cuts a bound that crosses the date line, with longitudes beyond ±180
// or with Min east of Max, into one or two within ±180°.
func Split(b orb.Bound) []orb.Bound {
	if b.Max[0] < b.Min[0] {
		b.Max[0] += 360
	}
	if b.Max[0]-b.Min[0] >= 360 {
		b.Min[0], b.Max[0] = -180, 180
		return []orb.Bound{b}
	}
	w := b.Max[0] - b.Min[0]
	b.Min[0] = NormalLongitude(b.Min[0])
	b.Max[0] = b.Min[0] + w
	if b.Max[0] <= 180 {
		return []orb.Bound{b}
	}
	west, east := b, b
	west.Max[0] = 180
	east.Min[0], east.Max[0] = -180, b.Max[0]-360
	return []orb.Bound{west, east}
}

// MetresPerPixel is the length on the ground of one pixel at the centre.
func (v View) MetresPerPixel() float64 {
	return EarthCircumference * math.Cos(v.Center[1]*math.Pi/180) / v.Scale
}

// PixelsPerDegree is the height in pixels of a degree of latitude at the
// centre.
func (v View) PixelsPerDegree() float64 {
	return EarthCircumference / 360 / v.verticalMetres()
}

// verticalMetres is MetresPerPixel along the meridian.
func (v View) verticalMetres() float64 {
	if v.Proj.Name() == (plateCarree{}).Name() {
		return EarthCircumference / v.Scale
	}
	return v.MetresPerPixel()
}

// Zoom is the zoom level of tiles of 256 pixels that are as large as the map
// is shown: log2(Scale/256). It may be fractional.
func (v View) Zoom() float64 { return math.Log2(v.Scale / 256) }
