package proj

import (
	"math"

	"github.com/paulmach/orb"
)

// MaxScale is the largest scale in pixels per width of the world: about
// 1:5,000 on a screen of 96 pixels an inch, on the equator. The smallest is the
// width of the view, at which the whole world is seen once.
const MaxScale = EarthCircumference / (5000 * screenPixel)

// screenPixel is a pixel of a screen of 96 pixels an inch, in metres.
const screenPixel = 0.0254 / 96

// New is a view of a projection, clamped to what can be shown. A nil
// projection is Mercator.
func New(p Projection, center orb.Point, scale float64, size orb.Point) View {
	if p == nil {
		p = Mercator()
	}
	return View{Proj: p, Center: center, Scale: scale, Size: size}.Clamp()
}

// World is the view that fits the whole world into a size in pixels.
func World(p Projection, size orb.Point) View {
	return New(p, orb.Point{0, 0}, 0, size)
}

// MinScale is the scale at which the world is as wide as the view: smaller,
// and places would show twice.
func (v View) MinScale() float64 { return math.Min(v.Size[0], MaxScale) }

// span is the y of the top and the bottom of the projected world.
func (v View) span() (top, bottom float64) {
	e := v.Proj.Extent()
	a, _ := v.Proj.Forward(orb.Point{0, e.Max[1]})
	b, _ := v.Proj.Forward(orb.Point{0, e.Min[1]})
	return a[1], b[1]
}

// Clamp gives the nearest view that can be shown: a scale between the whole
// world and about 1:5,000, a longitude in [-180, 180), and a latitude that
// leaves no empty band above or below the world where it is higher than the
// view.
func (v View) Clamp() View {
	if v.Proj == nil {
		v.Proj = Mercator()
	}
	if !finite(v.Center) {
		v.Center = orb.Point{}
	}
	for i := range v.Size {
		if !(v.Size[i] >= 1) || math.IsInf(v.Size[i], 0) {
			v.Size[i] = 1
		}
	}
	if math.IsNaN(v.Scale) {
		v.Scale = 0
	}
	v.Scale = clamp(v.Scale, v.MinScale(), MaxScale)
	v.Center[0] = NormalLongitude(v.Center[0])
	e := v.Proj.Extent()
	v.Center[1] = clamp(v.Center[1], e.Min[1], e.Max[1])
	c, _ := v.Proj.Forward(v.Center)
	top, bottom := v.span()
	half := v.Size[1] / 2 / v.Scale
	y := c[1]
	if bottom-top <= 2*half {
		y = (top + bottom) / 2
	} else {
		y = clamp(y, top+half, bottom-half)
	}
	if y != c[1] {
		p, _ := v.Proj.Inverse(orb.Point{c[0], y})
		v.Center[1] = p[1]
	}
	return v
}

// Pan moves the view by pixels: what is seen moves left when dx is positive,
// as when the window itself moves right. To drag the map along with the
// pointer, pan by the opposite of the pointer's move.
func (v View) Pan(dx, dy float64) View {
	v = v.Clamp()
	c, _ := v.Proj.Forward(v.Center)
	return v.centredAt(orb.Point{c[0] + dx/v.Scale, c[1] + dy/v.Scale})
}

// ZoomAt magnifies by a factor (2 shows half as much) around a point of the
// page: what is under it stays there, unless the world's edge forbids it.
func (v View) ZoomAt(page orb.Point, factor float64) View {
	v = v.Clamp()
	if !(factor > 0) || math.IsInf(factor, 0) || !finite(page) {
		return v
	}
	c, _ := v.Proj.Forward(v.Center)
	dx, dy := page[0]-v.Size[0]/2, page[1]-v.Size[1]/2
	under := orb.Point{c[0] + dx/v.Scale, c[1] + dy/v.Scale}
	v.Scale = clamp(v.Scale*factor, v.MinScale(), MaxScale)
	return v.centredAt(orb.Point{under[0] - dx/v.Scale, under[1] - dy/v.Scale})
}

// centredAt moves the centre to a point of the plane and clamps.
func (v View) centredAt(xy orb.Point) View {
	top, bottom := v.span()
	xy[1] = clamp(xy[1], top, bottom)
	v.Center, _ = v.Proj.Inverse(xy)
	return v.Clamp()
}

// Fit shows a bound in degrees with a margin of pixels on each side. A bound
// whose Min longitude is larger than its Max crosses the date line. An empty
// bound of one point is centred at about 1:1,000,000. The limits of the scale
// and the edges of the world come before the margin.
func (v View) Fit(b orb.Bound, marginPx float64) View {
	v = v.Clamp()
	if !finite(b.Min) || !finite(b.Max) || b.Min[1] > b.Max[1] {
		return v
	}
	if b.Max[0] < b.Min[0] {
		b.Max[0] += 360
	}
	e := v.Proj.Extent()
	lo, _ := v.Proj.Forward(orb.Point{b.Min[0], clamp(b.Max[1], e.Min[1], e.Max[1])})
	hi, _ := v.Proj.Forward(orb.Point{b.Max[0], clamp(b.Min[1], e.Min[1], e.Max[1])})
	w := math.Max(1, v.Size[0]-2*marginPx)
	h := math.Max(1, v.Size[1]-2*marginPx)
	// One pixel of a 96 dpi screen at 1:1,000,000 on the equator.
	v.Scale = EarthCircumference / (1e6 * screenPixel)
	if dx := hi[0] - lo[0]; dx > 0 {
		v.Scale = w / dx
	}
	if dy := hi[1] - lo[1]; dy > 0 && (hi[0] == lo[0] || h/dy < v.Scale) {
		v.Scale = h / dy
	}
	v.Scale = clamp(v.Scale, v.MinScale(), MaxScale)
	return v.centredAt(orb.Point{(lo[0] + hi[0]) / 2, (lo[1] + hi[1]) / 2})
}

// Resize gives the view another size in pixels, about the same centre and at
// the same scale.
func (v View) Resize(size orb.Point) View {
	v.Size = size
	return v.Clamp()
}
