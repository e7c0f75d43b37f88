package main

import (
	"math"

	"github.com/paulmach/orb"

	"dateline/geo/basemap/pack"
)

// unit is the grid that the source's points are put on, in degrees, so that
// neighbours meet exactly.
const unit = 1e-4

// node is a point on the grid.
type node = [2]int32

// ring is a closed walk along arcs.
type ring struct {
	points []node // without the closing one; until cut
	refs   []pack.Ref
}

// arc is a line between two places where polygons meet, and who uses it.
type arc struct {
	points []node
	left   int // polygon to the left; -1 for none
	right  int
	water  bool // a lake's or a river's, nobody's neighbour
}

// topology holds the arcs of all polygons.
type topology struct {
	arcs  []arc
	count int // polygons
	// neighbours are the two points beside a point in the ring first seen
	// through it; a point with others beside it is a junction.
	neighbours map[node][2]node
	junction   map[node]bool
	index      map[arcKey][]int
}

// arcKey finds the arcs with the same ends and length.
type arcKey struct {
	a, b node
	n    int
}

func newTopology() *topology {
	return &topology{neighbours: map[node][2]node{}, junction: map[node]bool{}, index: map[arcKey][]int{}}
}

func toNode(p orb.Point) node {
	return node{int32(math.Round(p[0] / unit)), int32(math.Round(p[1] / unit))}
}

func toPoint(n node) orb.Point {
	return orb.Point{float64(n[0]) * unit, float64(n[1]) * unit}
}

// grid puts a closed ring onto the grid, without repeated points and without
// the closing one; nil when nothing is left of it.
func grid(r orb.Ring) []node {
	var out []node
	for _, p := range r {
		if n := toNode(p); len(out) == 0 || out[len(out)-1] != n {
			out = append(out, n)
		}
	}
	for len(out) > 1 && out[0] == out[len(out)-1] {
		out = out[:len(out)-1]
	}
	if len(out) < 3 {
		return nil
	}
	return out
}

// edge reports whether a point is on the edge of the map: the date line or
// the south pole.
func edge(n node) bool {
	return n[0] <= -180/unit || n[0] >= 180/unit || n[1] <= -899900
}

// add notes the rings of polygon i and finds where they meet others.
func (t *topology) add(i int, mp orb.MultiPolygon) [][]ring {
	t.count = max(t.count, i+1)
	var out [][]ring
	for _, p := range mp {
		var rings []ring
		for k, r := range p {
			points := grid(r)
			if points == nil {
				if k == 0 {
					break
				}
				continue
			}
			t.note(points)
			rings = append(rings, ring{points: points})
		}
		if len(rings) > 0 {
			out = append(out, rings)
		}
	}
	return out
}

func (t *topology) note(points []node) {
	for k, n := range points {
		before, after := points[(k+len(points)-1)%len(points)], points[(k+1)%len(points)]
		if seen, ok := t.neighbours[n]; !ok {
			t.neighbours[n] = [2]node{before, after}
		} else if seen != [2]node{before, after} && seen != [2]node{after, before} {
			t.junction[n] = true
		}
		if edge(n) {
			t.junction[n] = true
		}
	}
}

// cut makes arcs of all rings; call it when all have been added.
func (t *topology) cut(polygons []polygon) {
	for i := range polygons {
		for _, part := range polygons[i].rings {
			for k := range part {
				part[k].refs = t.cutRing(i, part[k].points)
				part[k].points = nil
			}
		}
	}
}

// cutRing walks a ring from junction to junction. A ring without any is one
// arc that begins at its smallest point.
func (t *topology) cutRing(owner int, points []node) []pack.Ref {
	start, smallest := -1, 0
	for k, n := range points {
		if t.junction[n] {
			start = k
			break
		}
		if less(n, points[smallest]) {
			smallest = k
		}
	}
	if start < 0 {
		start = smallest
	}
	n := len(points)
	var refs []pack.Ref
	line := []node{points[start]}
	for k := 1; k <= n; k++ {
		p := points[(start+k)%n]
		line = append(line, p)
		if k == n || t.junction[p] {
			refs = append(refs, t.use(owner, line))
			line = []node{p}
		}
	}
	return refs
}

// use finds or makes the arc of a line, the owner to its left.
func (t *topology) use(owner int, line []node) pack.Ref {
	forward := !backwards(line)
	if !forward {
		line = reversed(line)
	}
	key := arcKey{line[0], line[len(line)-1], len(line)}
	at := -1
	for _, i := range t.index[key] {
		if sameLine(t.arcs[i].points, line) {
			at = i
		}
	}
	if at < 0 {
		at = len(t.arcs)
		t.arcs = append(t.arcs, arc{points: append([]node(nil), line...), left: -1, right: -1})
		t.index[key] = append(t.index[key], at)
	}
	if forward {
		t.arcs[at].left = owner
		return pack.Ref(at)
	}
	t.arcs[at].right = owner
	return pack.Ref(at).Reverse()
}

// backwards reports whether a line is stored the other way round: from its
// smaller end, or for a loop by its second point.
func backwards(line []node) bool {
	a, b := line[0], line[len(line)-1]
	if a == b {
		a, b = line[1], line[len(line)-2]
	}
	return less(b, a)
}

func less(a, b node) bool {
	return a[0] < b[0] || a[0] == b[0] && a[1] < b[1]
}

func reversed(line []node) []node {
	out := make([]node, len(line))
	for i, n := range line {
		out[len(line)-1-i] = n
	}
	return out
}

func sameLine(a, b []node) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// side is the polygon to the left of an arc as it is walked.
func (t *topology) side(r pack.Ref) int {
	if r < 0 {
		return t.arcs[r.Arc()].right
	}
	return t.arcs[r.Arc()].left
}

// ends are the first and the last point of an arc as it is walked.
func (t *topology) ends(r pack.Ref) (from, to node) {
	p := t.arcs[r.Arc()].points
	if r < 0 {
		return p[len(p)-1], p[0]
	}
	return p[0], p[len(p)-1]
}
