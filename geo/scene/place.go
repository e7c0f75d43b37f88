package scene

import (
	"math"
	"slices"

	"github.com/paulmach/orb"

	"dateline/geo/gazetteer"
	"dateline/geo/geocode"
	"dateline/timeline"
)

// places are the locations at which an event is drawn: where it happened or
// what it reached; where only a start or a way is known, that.
func (o *overlay) places(e Event) []geocode.Location {
	var at, other []geocode.Location
	for i, l := range e.At {
		if !l.Drawable() || slices.ContainsFunc(e.At[:i], func(k geocode.Location) bool {
			return k.Drawable() && k.Area == l.Area && math.Abs(k.Point[0]-l.Point[0]) < 5e-5 && math.Abs(k.Point[1]-l.Point[1]) < 5e-5
		}) {
			continue
		}
		switch l.Role {
		case timeline.At, timeline.Near, timeline.To, "":
			at = append(at, l)
		default:
			other = append(other, l)
		}
	}
	if len(at) > 0 {
		return at
	}
	return other
}

// shape is the outline of an area on the page, made once.
func (o *overlay) shape(key gazetteer.AreaKey) orb.MultiLineString {
	return o.page.area(o.Layers, key)
}

// inner is a point well inside rings and on the page, away from their edges
// and from panels; ok is false when nothing of them can be seen. It lies in the
// margin only if they do.
func (o *overlay) inner(rings orb.MultiLineString) (best orb.Point, ok bool) {
	if o.Margin > 0 {
		if best, ok = o.innerIn(rings, o.frame); ok {
			return best, ok
		}
	}
	return o.innerIn(rings, o.page.box)
}

func (o *overlay) innerIn(rings orb.MultiLineString, room orb.Bound) (best orb.Point, ok bool) {
	if len(rings) == 0 {
		return best, false
	}
	b := inside(rings.Bound(), room)
	lo, hi := b.Min, b.Max
	if lo[0] >= hi[0] || lo[1] >= hi[1] {
		return best, false
	}
	score := math.Inf(-1)
	const n = 16
	for j := 0; j < n; j++ {
		for i := 0; i < n; i++ {
			p := orb.Point{lo[0] + (hi[0]-lo[0])*(float64(i)+0.5)/n, lo[1] + (hi[1]-lo[1])*(float64(j)+0.5)/n}
			if !inRings(rings, p) {
				continue
			}
			s := toRings(rings, p, math.Max(score, 0))
			for _, t := range o.space.taken {
				if t.Pad(10 * o.Unit).Contains(p) {
					s -= 1000 * o.Unit
				}
			}
			if s > score+1e-9 {
				best, score, ok = p, s, true
			}
		}
	}
	return best, ok
}

// circle is the true outline on the ground of a radius about a point: on the
// page, closed.
func (o *overlay) circle(center orb.Point, radiusKM float64) orb.LineString {
	const n = 72
	ring := make(orb.Ring, 0, n+1)
	for i := 0; i < n; i++ {
		ring = append(ring, away(center, radiusKM, 360*float64(i)/n))
	}
	ring = append(ring, ring[0])
	c, _ := o.page.point(center)
	out := make(orb.LineString, 0, n+1)
	for _, p := range ring {
		q := o.page.project(p, 0)
		// The copy nearest to the centre of the circle.
		q[0] += math.Round((c[0]-q[0])/o.View.Scale) * o.View.Scale
		out = append(out, q)
	}
	return out
}

// earthRadiusKM is the mean radius of the earth.
const earthRadiusKM = 6371.0088

// away is the point at a distance and a bearing (degrees from north,
// clockwise) from another, on the sphere.
func away(p orb.Point, km, bearing float64) orb.Point {
	const rad = math.Pi / 180
	d, b := km/earthRadiusKM, bearing*rad
	lat, lon := p[1]*rad, p[0]*rad
	s := math.Sin(lat)*math.Cos(d) + math.Cos(lat)*math.Sin(d)*math.Cos(b)
	y := math.Sin(b) * math.Sin(d) * math.Cos(lat)
	x := math.Cos(d) - math.Sin(lat)*s
	return orb.Point{(lon + math.Atan2(y, x)) / rad, math.Asin(math.Max(-1, math.Min(1, s))) / rad}
}
