package main

import (
	"math"
	"sort"

	"github.com/paulmach/orb"

	"dateline/geo/basemap/pack"
)

// The layers of a file, in order; those of scene.Layer.
const (
	land = iota
	countries
	divisions
	borders
	divisionLines
	riverLines
	lakeAreas
	coasts
	layerCount
)

// shape is a feature before it is brought to a level of detail.
type shape struct {
	key, name string
	rank      int
	label     orb.Point
	closed    bool // polygons, else lines
	parts     [][][]pack.Ref
	size      float64 // for order within a rank
	zoom      float64 // from which it is worth showing
}

// layers makes all layers of land.
func (t *topology) layers(polygons []polygon) [][]shape {
	out := make([][]shape, layerCount)
	all := make([]int, len(polygons))
	byCountry, byKey := map[string][]int{}, map[string][]int{}
	for i, p := range polygons {
		all[i] = i
		if p.country != "" {
			byCountry[p.country] = append(byCountry[p.country], i)
		}
		if p.key != "" {
			byKey[p.key] = append(byKey[p.key], i)
		}
	}
	for _, part := range t.dissolve(polygons, all) {
		area := t.partArea(part)
		s := shape{rank: areaRank(area), size: area, closed: true, parts: [][][]pack.Ref{part}}
		out[land] = append(out[land], s)
		if c := t.coast(part); len(c) > 0 {
			out[coasts] = append(out[coasts], shape{rank: s.rank, size: area, parts: c})
		}
	}
	ranks := map[string]int{}
	for _, c := range sortedKeys(byCountry) {
		s := t.area(polygons, byCountry[c])
		s.key, s.name = c, countryName(polygons, byCountry[c], c)
		ranks[c] = s.rank
		out[countries] = append(out[countries], s)
	}
	for _, k := range sortedKeys(byKey) {
		s := t.area(polygons, byKey[k])
		var members []polygon
		for _, i := range byKey[k] {
			members = append(members, polygons[i])
		}
		s.key, s.name = k, divisionName(members)
		out[divisions] = append(out[divisions], s)
	}
	t.inner(polygons, ranks, out)
	for _, l := range out {
		order(l)
	}
	return out
}

// order sorts the most important first.
func order(l []shape) {
	sort.SliceStable(l, func(i, j int) bool {
		if l[i].rank != l[j].rank {
			return l[i].rank < l[j].rank
		}
		return l[i].size > l[j].size
	})
}

// area makes the shape of some polygons together.
func (t *topology) area(polygons []polygon, members []int) shape {
	s := shape{closed: true, parts: t.dissolve(polygons, members)}
	for _, p := range s.parts {
		s.size += t.partArea(p)
	}
	s.rank = areaRank(s.size)
	if len(s.parts) > 0 {
		var poly orb.Polygon
		for _, r := range s.parts[0] {
			poly = append(poly, t.ringOf(r))
		}
		s.label = labelPoint(poly)
	}
	return s
}

// countryName is the name that most of the area has; of a territory that the
// source counts to another country, that of its unit.
func countryName(polygons []polygon, members []int, iso string) string {
	var own []polygon
	for _, i := range members {
		p := polygons[i]
		if p.country0 != iso {
			p.countryName = first(p.unit, p.name)
		}
		own = append(own, p)
	}
	return first(majority(own, func(p polygon) string { return p.countryName }, nil), own[0].countryName)
}

// partArea is the area of a polygon in square kilometres.
func (t *topology) partArea(part [][]pack.Ref) float64 {
	total := 0.0
	for _, r := range part {
		total += sphereArea(t.ringOf(r))
	}
	return total
}

// areaRank is 0 for the largest and grows by one as the area halves.
func areaRank(km2 float64) int {
	if km2 <= 0 {
		return 24
	}
	return int(math.Round(min(24, max(0, math.Log2(1.7e7/km2)))))
}

// coast gives the rings of a polygon as lines, without what lies on the edge
// of the map.
func (t *topology) coast(part [][]pack.Ref) [][][]pack.Ref {
	var out [][][]pack.Ref
	for _, ring := range part {
		start := -1
		for i, r := range ring {
			if t.onEdge(r) {
				start = i
			}
		}
		if start < 0 {
			out = append(out, [][]pack.Ref{ring})
			continue
		}
		var line []pack.Ref
		for i := range ring {
			r := ring[(start+1+i)%len(ring)]
			if !t.onEdge(r) {
				line = append(line, r)
			} else if line != nil {
				out = append(out, [][]pack.Ref{line})
				line = nil
			}
		}
	}
	return out
}

// onEdge reports whether an arc runs along the edge of the map.
func (t *topology) onEdge(r pack.Ref) bool {
	p := t.arcs[r.Arc()].points
	return len(p) == 2 && edge(p[0]) && edge(p[1]) && (p[0][0] == p[1][0] || p[0][1] < 0)
}

// inner makes the borders, one feature for two neighbours, and the lines of
// divisions, one feature a country.
func (t *topology) inner(polygons []polygon, ranks map[string]int, out [][]shape) {
	between, within := map[string][]int{}, map[string][]int{}
	for i, a := range t.arcs {
		if a.left < 0 || a.right < 0 || a.left == a.right {
			continue
		}
		l, r := polygons[a.left], polygons[a.right]
		switch {
		case l.country != r.country:
			k := min(l.country, r.country) + "-" + max(l.country, r.country)
			between[k] = append(between[k], i)
		case l.key != r.key:
			within[l.country] = append(within[l.country], i)
		}
	}
	for _, k := range sortedKeys(between) {
		s := shape{name: k}
		for _, line := range t.lines(between[k]) {
			s.parts = append(s.parts, [][]pack.Ref{line})
		}
		out[borders] = append(out[borders], s)
	}
	for _, k := range sortedKeys(within) {
		s := shape{key: k, rank: ranks[k]}
		for _, line := range t.lines(within[k]) {
			s.parts = append(s.parts, [][]pack.Ref{line})
		}
		out[divisionLines] = append(out[divisionLines], s)
	}
}
