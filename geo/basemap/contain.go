package basemap

import (
	"math"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"
	"github.com/tidwall/rtree"

	"dateline/geo/proj"
	"dateline/geo/scene"
)

// areaIndex finds areas by where they are.
type areaIndex struct {
	divisions, countries rtree.RTreeG[int]
}

func (l *level) makeIndex() *areaIndex {
	x := &areaIndex{}
	for i, m := range l.metas(scene.Divisions) {
		x.divisions.Insert([2]float64(m.Bound.Min), [2]float64(m.Bound.Max), i)
	}
	for i, m := range l.metas(scene.Countries) {
		x.countries.Insert([2]float64(m.Bound.Min), [2]float64(m.Bound.Max), i)
	}
	return x
}

func (x *areaIndex) of(layer scene.Layer) *rtree.RTreeG[int] {
	if layer == scene.Divisions {
		return &x.divisions
	}
	return &x.countries
}

// containing is the key of the area of a layer that a point lies in; "" for
// none.
func (l *level) containing(layer scene.Layer, p orb.Point) string {
	if l.reader == nil {
		return ""
	}
	found := ""
	l.index().of(layer).Search([2]float64(p), [2]float64(p), func(_, _ [2]float64, i int) bool {
		if l.shape(layer, i).contains(p) {
			found = l.metas(layer)[i].Key
		}
		return found == ""
	})
	return found
}

// nearest is the key of the area of a layer nearest to a point, within some
// degrees of latitude; "" for none.
func (l *level) nearest(layer scene.Layer, p orb.Point, within float64) string {
	if l.reader == nil {
		return ""
	}
	k := math.Cos(p[1] * math.Pi / 180)
	reach := orb.Point{within / math.Max(k, 0.01), within}
	box := orb.Bound{
		Min: orb.Point{p[0] - reach[0], p[1] - reach[1]},
		Max: orb.Point{p[0] + reach[0], p[1] + reach[1]},
	}
	found, best := "", within
	for _, b := range proj.Split(box) {
		l.index().of(layer).Search([2]float64(b.Min), [2]float64(b.Max), func(_, _ [2]float64, i int) bool {
			s := l.shape(layer, i)
			for j, poly := range s.polygons {
				if !s.bounds[j].Intersects(b) {
					continue
				}
				key := l.metas(layer)[i].Key
				if d := ringDistance(poly[0], p, k, b); d < best || d == best && key < found {
					found, best = key, d
				}
			}
			return true
		})
	}
	return found
}

func (s *shape) contains(p orb.Point) bool {
	for i, poly := range s.polygons {
		if s.bounds[i].Contains(p) && inRing(poly[0], p) {
			hole := false
			for _, r := range poly[1:] {
				hole = hole || inRing(r, p)
			}
			if !hole {
				return true
			}
		}
	}
	return false
}

// inRing counts the edges west of a point: odd is inside.
func inRing(r orb.Ring, p orb.Point) bool {
	in := false
	for i := 1; i < len(r); i++ {
		a, b := r[i-1], r[i]
		if (a[1] > p[1]) != (b[1] > p[1]) && p[0] > a[0]+(p[1]-a[1])/(b[1]-a[1])*(b[0]-a[0]) {
			in = !in
		}
	}
	return in
}

// ringDistance is how far a point is from a ring's edges in degrees of
// latitude, of those that touch a box; else infinity.
func ringDistance(r orb.Ring, p orb.Point, k float64, box orb.Bound) float64 {
	best := math.Inf(1)
	for i := 1; i < len(r); i++ {
		a, b := r[i-1], r[i]
		if max(a[1], b[1]) < box.Min[1] || min(a[1], b[1]) > box.Max[1] ||
			max(a[0], b[0]) < box.Min[0] || min(a[0], b[0]) > box.Max[0] {
			continue
		}
		d := planar.DistanceFromSegment(
			orb.Point{(a[0] - p[0]) * k, a[1] - p[1]},
			orb.Point{(b[0] - p[0]) * k, b[1] - p[1]}, orb.Point{})
		best = math.Min(best, d)
	}
	return best
}
