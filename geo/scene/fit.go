package scene

import (
	"math"

	"github.com/paulmach/orb"

	"dateline/geo/proj"
)

// Fit gives the view of the input's size and projection that shows the places
// of its events, clear of the title, the clock and the legend. Regions count
// whole; a radius counts with its circle. It never comes nearer than about
// 1:1,000,000 to a single place. Without any place the view stays as it is.
func Fit(in Input) proj.View {
	in = in.normal()
	var pts []orb.Point
	o := &overlay{Input: in}
	for _, e := range in.Events {
		for _, l := range o.places(e) {
			switch {
			case l.Area != "":
				for _, poly := range in.Layers.Area(l.Area, in.View.Scale) {
					if len(poly) > 0 {
						b := poly[0].Bound()
						pts = append(pts, b.Min, b.Max)
					}
				}
			case l.RadiusKM > 0:
				for _, bearing := range [...]float64{0, 90, 180, 270} {
					pts = append(pts, away(l.Point, l.RadiusKM, bearing))
				}
			default:
				pts = append(pts, l.Point)
			}
		}
	}
	if len(pts) == 0 {
		return in.View
	}
	b := around360(pts)
	// Fit into what the furniture leaves, then move the middle of that to the
	// middle of the page.
	top, bottom, side := 26*in.Unit, 44*in.Unit, 40*in.Unit
	if in.Furniture.Title && in.Title != "" || in.Furniture.Clock {
		top = 100 * in.Unit
	}
	size := in.View.Size
	free := orb.Point{math.Max(size[0]-2*side, size[0]/3), math.Max(size[1]-top-bottom, size[1]/3)}
	v := proj.New(in.View.Proj, in.View.Center, in.View.Scale, free).Fit(b, 0)
	v = proj.New(in.View.Proj, v.Center, v.Scale, size)
	return v.Pan(0, -(top-bottom)/2)
}

// around360 is the smallest bound around points, across the date line if that
// is shorter: then Max is beyond 180.
func around360(pts []orb.Point) orb.Bound {
	b := orb.MultiPoint(pts).Bound()
	if b.Max[0]-b.Min[0] <= 180 {
		return b
	}
	turned := make(orb.MultiPoint, len(pts))
	for i, p := range pts {
		if p[0] < 0 {
			p[0] += 360
		}
		turned[i] = p
	}
	if t := turned.Bound(); t.Max[0]-t.Min[0] < b.Max[0]-b.Min[0] {
		return t
	}
	return b
}
