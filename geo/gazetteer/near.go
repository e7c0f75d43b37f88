package gazetteer

import (
	"cmp"
	"container/heap"
	"math"
	"slices"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geo"
)

// kmPerDegree is the length of a degree of latitude.
const kmPerDegree = 111.195

// Near gives towns within a radius in kilometres of a point, the nearest
// first, at most limit (0 for all). Parts of towns are left out.
func (g *Gazetteer) Near(p orb.Point, radiusKM float64, limit int) []Place {
	type hit struct {
		record int
		km     float64
	}
	var hits []hit
	g.scan(around(p, radiusKM), func(i int, r record) bool {
		if km := geo.DistanceHaversine(p, r.point()) / 1000; km <= radiusKM {
			hits = append(hits, hit{i, km})
		}
		return true
	})
	slices.SortFunc(hits, func(a, b hit) int {
		return cmp.Or(cmp.Compare(a.km, b.km), cmp.Compare(a.record, b.record))
	})
	if limit > 0 && len(hits) > limit {
		hits = hits[:limit]
	}
	out := make([]Place, len(hits))
	for i, h := range hits {
		out[i] = g.place(h.record)
	}
	return out
}

// around is a bound that holds the circle; near a pole all longitudes.
func around(p orb.Point, km float64) orb.Bound {
	dLat := km / kmPerDegree
	dLon := 180.0
	if cos := math.Cos((math.Abs(p[1]) + dLat) * math.Pi / 180); math.Abs(p[1])+dLat < 90 && cos > 0 {
		dLon = min(dLon, dLat/cos)
	}
	return orb.Bound{Min: orb.Point{p[0] - dLon, p[1] - dLat}, Max: orb.Point{p[0] + dLon, p[1] + dLat}}
}

// Within gives towns inside a bound, the most populous first, at most limit
// (0 for all). A bound may cross the date line by reaching beyond 180 or -180.
// Parts of towns are left out.
func (g *Gazetteer) Within(b orb.Bound, limit int) []Place {
	var top ranking
	g.scan(b, func(i int, r record) bool {
		e := ranked{i, r.population}
		if limit <= 0 || len(top) < limit {
			heap.Push(&top, e)
			return true
		}
		if !top[0].less(e) {
			return r.population >= top[0].population
		}
		top[0] = e
		heap.Fix(&top, 0)
		return true
	})
	slices.SortFunc(top, func(a, b ranked) int {
		return cmp.Or(cmp.Compare(b.population, a.population), cmp.Compare(a.record, b.record))
	})
	out := make([]Place, len(top))
	for i, e := range top {
		out[i] = g.place(e.record)
	}
	return out
}

// scan calls do with the towns in a bound, cell by cell, in each cell the
// largest first; false goes on to the next cell.
func (g *Gazetteer) scan(b orb.Bound, do func(i int, r record) bool) {
	if b.Max[0] < b.Min[0] || b.Max[1] < b.Min[1] || math.IsNaN(b.Min[0]+b.Max[0]+b.Min[1]+b.Max[1]) {
		return
	}
	if b.Max[0]-b.Min[0] >= 360 {
		b.Min[0], b.Max[0] = -180, 180
	}
	shift := 360 * math.Floor((b.Min[0]+180)/360)
	west, east := b.Min[0]-shift, b.Max[0]-shift
	g.scanPart(orb.Bound{Min: orb.Point{west, b.Min[1]}, Max: orb.Point{min(east, 180), b.Max[1]}}, do)
	if east > 180 {
		g.scanPart(orb.Bound{Min: orb.Point{-180, b.Min[1]}, Max: orb.Point{min(east-360, west), b.Max[1]}}, do)
	}
}

// scanPart is scan for a bound inside [-180, 180].
func (g *Gazetteer) scanPart(b orb.Bound, do func(i int, r record) bool) {
	x0, y0 := cellOf(b.Min[0], b.Min[1])
	x1, y1 := cellOf(b.Max[0], b.Max[1])
	for y := y0; y <= y1; y++ {
		for x := x0; x <= x1; x++ {
			cell := g.index.cell(x, y)
			for k := range len(cell) / 4 {
				i := int(u32(cell, k))
				if r := readRecord(g.records, i); b.Contains(r.point()) && !do(i, r) {
					break
				}
			}
		}
	}
}

// ranked is a town in a ranking: a heap with the least populous on top.
type ranked struct {
	record     int
	population uint32
}

func (a ranked) less(b ranked) bool {
	return a.population < b.population || a.population == b.population && a.record > b.record
}

type ranking []ranked

func (r ranking) Len() int           { return len(r) }
func (r ranking) Less(i, j int) bool { return r[i].less(r[j]) }
func (r ranking) Swap(i, j int)      { r[i], r[j] = r[j], r[i] }
func (r *ranking) Push(x any)        { *r = append(*r, x.(ranked)) }
func (r *ranking) Pop() any {
	old := *r
	last := old[len(old)-1]
	*r = old[:len(old)-1]
	return last
}
