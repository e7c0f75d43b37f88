package main

import (
	"github.com/paulmach/orb"

	"dateline/geo/basemap/pack"
)

// water adds rivers and lakes to the layers. Their arcs are nobody's
// neighbours.
func (t *topology) water(out [][]shape, rivers []river, lakes []lake) {
	named := map[string][]int{}
	ranks := map[string]int{}
	byRank := map[int][]int{}
	for i := range rivers {
		name := rivers[i].name
		arc := t.waterArc(smooth(rivers[i].line))
		if arc < 0 {
			continue
		}
		if name == "" {
			byRank[rivers[i].rank] = append(byRank[rivers[i].rank], arc)
			continue
		}
		named[name] = append(named[name], arc)
		if r, ok := ranks[name]; !ok || rivers[i].rank < r {
			ranks[name] = rivers[i].rank
		}
	}
	for _, name := range sortedKeys(named) {
		s := shape{name: name, rank: ranks[name], zoom: float64(ranks[name])}
		for _, line := range t.lines(named[name]) {
			s.parts = append(s.parts, [][]pack.Ref{line})
		}
		out[riverLines] = append(out[riverLines], s)
	}
	for rank := range 24 {
		for _, line := range t.lines(byRank[rank]) {
			out[riverLines] = append(out[riverLines], shape{rank: rank, zoom: float64(rank), parts: [][][]pack.Ref{{line}}})
		}
	}
	for _, l := range lakes {
		s := shape{name: l.name, rank: l.rank, zoom: float64(l.rank), closed: true}
		for _, p := range l.geometry {
			s.size += groundArea(orb.MultiPolygon{p})
			var part [][]pack.Ref
			for _, r := range p {
				if arc := t.waterArc(smooth(orb.LineString(r))); arc >= 0 {
					part = append(part, []pack.Ref{pack.Ref(arc)})
				}
			}
			if len(part) > 0 {
				s.parts = append(s.parts, part)
			}
		}
		if len(s.parts) > 0 {
			s.label = labelPoint(l.geometry[0])
			out[lakeAreas] = append(out[lakeAreas], s)
		}
	}
	order(out[riverLines])
	order(out[lakeAreas])
}

// waterArc adds a line of its own; -1 when nothing is left of it.
func (t *topology) waterArc(line orb.LineString) int {
	var points []node
	for _, p := range line {
		if n := toNode(p); len(points) == 0 || points[len(points)-1] != n {
			points = append(points, n)
		}
	}
	if len(points) < 2 {
		return -1
	}
	t.arcs = append(t.arcs, arc{points: points, left: -1, right: -1, water: true})
	return len(t.arcs) - 1
}

// smooth cuts the corners of a line twice, because the source's points are on
// a grid of a hundredth of a degree and would show as steps. Ends stay; of a
// loop every corner is cut.
func smooth(line orb.LineString) orb.LineString {
	for range 2 {
		n := len(line)
		if n < 3 {
			return line
		}
		loop := line[0] == line[n-1]
		var out orb.LineString
		if !loop {
			out = append(out, line[0])
		}
		for i := 1; i < n; i++ {
			a, b := line[i-1], line[i]
			if i > 1 || loop {
				out = append(out, between(a, b, 0.25))
			}
			if i < n-1 || loop {
				out = append(out, between(a, b, 0.75))
			}
		}
		if loop {
			out = append(out, out[0])
		} else {
			out = append(out, line[n-1])
		}
		line = out
	}
	return line
}

func between(a, b orb.Point, t float64) orb.Point {
	return orb.Point{a[0] + (b[0]-a[0])*t, a[1] + (b[1]-a[1])*t}
}
