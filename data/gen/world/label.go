package main

import (
	"container/heap"
	"math"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"
)

// labelPoint is the point inside of a polygon that is furthest from its edge,
// nearly: the middle of the largest circle that fits in, on the ground.
func labelPoint(p orb.Polygon) orb.Point {
	p = p.Clone()
	b := p.Bound()
	k := math.Cos(b.Center()[1] * math.Pi / 180)
	for _, r := range p {
		for i := range r {
			r[i][0] *= k
		}
	}
	p = thin(p)
	b = p.Bound()
	size := math.Min(b.Max[0]-b.Min[0], b.Max[1]-b.Min[1])
	if size == 0 {
		return orb.Point{b.Min[0] / k, b.Min[1]}
	}
	centroid, _ := planar.CentroidArea(p)
	best := newCell(p, centroid, 0)
	var q cells
	for x := b.Min[0]; x < b.Max[0]; x += size {
		for y := b.Min[1]; y < b.Max[1]; y += size {
			heap.Push(&q, newCell(p, orb.Point{x + size/2, y + size/2}, size/2))
		}
	}
	for len(q) > 0 {
		c := heap.Pop(&q).(cell)
		if c.inside > best.inside {
			best = c
		}
		if c.most-best.inside < size/50 {
			continue
		}
		h := c.half / 2
		for _, d := range []orb.Point{{-h, -h}, {h, -h}, {-h, h}, {h, h}} {
			heap.Push(&q, newCell(p, orb.Point{c.center[0] + d[0], c.center[1] + d[1]}, h))
		}
	}
	return orb.Point{best.center[0] / k, best.center[1]}
}

// thin leaves out points that matter little to where a label goes.
func thin(p orb.Polygon) orb.Polygon {
	b := p.Bound()
	tolerance := math.Max(b.Max[0]-b.Min[0], b.Max[1]-b.Min[1]) / 300
	var out orb.Polygon
	for _, r := range p {
		keep := peucker(orb.LineString(r), tolerance)
		if len(keep) < 4 {
			keep = orb.LineString(r)
		}
		out = append(out, orb.Ring(keep))
	}
	return out
}

// cell is a square that the point is looked for in.
type cell struct {
	center orb.Point
	half   float64
	inside float64 // distance of the centre from the edge, negative outside
	most   float64 // the most that a point of the cell can have
}

func newCell(p orb.Polygon, c orb.Point, half float64) cell {
	d := math.Inf(1)
	for _, r := range p {
		for i := 1; i < len(r); i++ {
			d = math.Min(d, planar.DistanceFromSegment(r[i-1], r[i], c))
		}
	}
	if !planar.PolygonContains(p, c) {
		d = -d
	}
	return cell{center: c, half: half, inside: d, most: d + half*math.Sqrt2}
}

// cells is a heap, the most promising on top.
type cells []cell

func (c cells) Len() int           { return len(c) }
func (c cells) Less(i, j int) bool { return c[i].most > c[j].most }
func (c cells) Swap(i, j int)      { c[i], c[j] = c[j], c[i] }
func (c *cells) Push(x any)        { *c = append(*c, x.(cell)) }
func (c *cells) Pop() any {
	last := (*c)[len(*c)-1]
	*c = (*c)[:len(*c)-1]
	return last
}
