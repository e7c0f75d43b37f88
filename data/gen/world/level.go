package main

import (
	"math"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"

	"dateline/geo/basemap/pack"
	"dateline/geo/proj"
)

// level is a level of detail.
type level struct {
	quantum float64 // degrees
	// scale is the largest scale (pixels per width of the world) that the
	// level is for; 0 for any.
	scale float64
}

// levels are those of the files, in order.
func levels() []level {
	return []level{
		{quantum: 0.03, scale: 1_500},    // the world
		{quantum: 0.01, scale: 4_500},    // a continent
		{quantum: 0.004, scale: 11_000},  // many countries
		{quantum: 0.002, scale: 22_000},  // some countries
		{quantum: 0.0008, scale: 60_000}, // a country
		{quantum: 0.0002},                // a district
	}
}

// tolerance is how far a line may be from where it was, in degrees of
// longitude as the Mercator projection shows them: half a pixel.
func (l level) tolerance() float64 {
	if l.scale == 0 {
		return l.quantum
	}
	return 0.5 * 360 / l.scale
}

// zoom is the zoom of tiles that shows as much; of the finest level more than
// any.
func (l level) zoom() float64 {
	if l.scale == 0 {
		return 99
	}
	return math.Log2(l.scale / 256)
}

// smallest is the area in square degrees of longitude, as shown, of a ring
// worth keeping: of a pixel or so.
func (l level) smallest() float64 {
	if l.scale == 0 {
		return 0
	}
	px := 360 / l.scale
	return px * px
}

// shown is where the Mercator projection shows a point, in degrees of
// longitude; beyond its edge the latitude counts.
func shown(p orb.Point) orb.Point {
	lat := math.Max(-85, math.Min(85, p[1]))
	xy, _ := proj.Mercator().Forward(orb.Point{p[0], lat})
	return orb.Point{p[0], (0.5-xy[1])*360 + p[1] - lat}
}

// simplify gives the points of an arc at a level, in its quanta: its ends, and
// of the rest what matters.
func (l level) simplify(points []node) pack.Arc {
	line := make(orb.LineString, len(points))
	for i, n := range points {
		line[i] = shown(toPoint(n))
	}
	var out pack.Arc
	for _, i := range keep(line, l.tolerance()) {
		p := toPoint(points[i])
		q := [2]int32{int32(math.Round(p[0] / l.quantum)), int32(math.Round(p[1] / l.quantum))}
		if len(out) == 0 || out[len(out)-1] != q {
			out = append(out, q)
		}
	}
	return out
}

// peucker is a line without the points that keep leaves out.
func peucker(line orb.LineString, tolerance float64) orb.LineString {
	var out orb.LineString
	for _, i := range keep(line, tolerance) {
		out = append(out, line[i])
	}
	return out
}

// keep gives the indexes of the points to keep, in order, by Douglas and
// Peucker's method. A loop keeps the point furthest from its ends, too.
func keep(line orb.LineString, tolerance float64) []int {
	n := len(line)
	if n < 3 {
		out := make([]int, n)
		for i := range out {
			out[i] = i
		}
		return out
	}
	marked := make([]bool, n)
	marked[0], marked[n-1] = true, true
	type span struct{ a, b int }
	todo := []span{{0, n - 1}}
	if line[0] == line[n-1] {
		far, most := 0, -1.0
		for i, p := range line {
			if d := planar.DistanceSquared(p, line[0]); d > most {
				far, most = i, d
			}
		}
		marked[far] = true
		todo = []span{{0, far}, {far, n - 1}}
	}
	for len(todo) > 0 {
		s := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		far, most := -1, tolerance*tolerance
		for i := s.a + 1; i < s.b; i++ {
			if d := planar.DistanceFromSegmentSquared(line[s.a], line[s.b], line[i]); d > most {
				far, most = i, d
			}
		}
		if far >= 0 {
			marked[far] = true
			todo = append(todo, span{s.a, far}, span{far, s.b})
		}
	}
	var out []int
	for i, m := range marked {
		if m {
			out = append(out, i)
		}
	}
	return out
}

// file brings all layers to a level of detail.
func (t *topology) file(base [][]shape, l level) pack.File {
	f := pack.File{Quantum: l.quantum, Scale: l.scale}
	simple := make([]pack.Arc, len(t.arcs))
	for i, a := range t.arcs {
		simple[i] = l.simplify(a.points)
	}
	number := map[int]pack.Ref{}
	use := func(r pack.Ref) pack.Ref {
		i, ok := number[r.Arc()]
		if !ok {
			i = pack.Ref(len(f.Arcs))
			f.Arcs = append(f.Arcs, simple[r.Arc()])
			number[r.Arc()] = i
		}
		if r < 0 {
			return i.Reverse()
		}
		return i
	}
	for _, shapes := range base {
		layer := []pack.Feature{}
		for _, s := range shapes {
			if s.zoom > l.zoom() {
				continue
			}
			ft := pack.Feature{Key: s.key, Name: s.name, Rank: s.rank, Label: s.label}
			for _, part := range s.parts {
				var rings [][]pack.Ref
				for k, ring := range part {
					if !l.worth(simple, ring, s.closed) {
						if k == 0 {
							break
						}
						continue
					}
					var refs []pack.Ref
					for _, r := range ring {
						refs = append(refs, use(r))
					}
					rings = append(rings, refs)
				}
				if len(rings) > 0 {
					ft.Parts = append(ft.Parts, rings)
				}
			}
			if len(ft.Parts) > 0 {
				layer = append(layer, ft)
			}
		}
		f.Layers = append(f.Layers, layer)
	}
	return f
}

// worth reports whether a ring or line is large enough to be seen at a level.
func (l level) worth(simple []pack.Arc, refs []pack.Ref, closed bool) bool {
	var line orb.LineString
	distinct := 0
	for _, r := range refs {
		a := simple[r.Arc()]
		for i := range a {
			q := a[i]
			if r < 0 {
				q = a[len(a)-1-i]
			}
			p := shown(orb.Point{float64(q[0]) * l.quantum, float64(q[1]) * l.quantum})
			if len(line) == 0 || line[len(line)-1] != p {
				line = append(line, p)
				distinct++
			}
		}
	}
	if distinct < 2 {
		return false
	}
	if !closed && line[0] != line[len(line)-1] {
		return true
	}
	if distinct < 4 {
		return false
	}
	area := math.Abs(planar.Area(orb.Ring(line)))
	return area > 0 && area >= l.smallest()
}
