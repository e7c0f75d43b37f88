package main

import (
	"math"
	"sort"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"

	"dateline/geo/basemap/pack"
)

// dissolve joins polygons into one shape: the arcs with a member on the left
// and none on the right, chained into rings and sorted into polygons, the
// largest first.
func (t *topology) dissolve(polygons []polygon, members []int) [][][]pack.Ref {
	in := map[int]bool{}
	for _, m := range members {
		in[m] = true
	}
	var refs []pack.Ref
	for _, m := range members {
		for _, part := range polygons[m].rings {
			for _, r := range part {
				for _, ref := range r.refs {
					if other := t.side(ref.Reverse()); other < 0 || !in[other] {
						refs = append(refs, ref)
					}
				}
			}
		}
	}
	return t.nest(t.chain(refs))
}

// chain joins arcs end to end into rings. Where a walk comes back to a point
// it has been at, a ring is closed there, so that no ring touches itself.
func (t *topology) chain(refs []pack.Ref) [][]pack.Ref {
	from := map[node][]pack.Ref{}
	for _, r := range refs {
		a, _ := t.ends(r)
		from[a] = append(from[a], r)
	}
	var out [][]pack.Ref
	for _, r := range refs {
		start, _ := t.ends(r)
		at := start
		var walk []pack.Ref
		seen := map[node]int{}
		for len(from[at]) > 0 {
			seen[at] = len(walk)
			next := from[at][0]
			from[at] = from[at][1:]
			walk = append(walk, next)
			_, at = t.ends(next)
			if k, ok := seen[at]; ok {
				out = append(out, append([]pack.Ref(nil), walk[k:]...))
				for _, w := range walk[k:] {
					a, _ := t.ends(w)
					delete(seen, a)
				}
				walk = walk[:k]
			}
		}
	}
	return out
}

// ringOf gives the points of a ring of arcs, closed, in degrees.
func (t *topology) ringOf(refs []pack.Ref) orb.Ring {
	var out orb.Ring
	for _, r := range refs {
		p := t.arcs[r.Arc()].points
		if r < 0 {
			p = reversed(p)
		}
		if len(out) > 0 {
			p = p[1:]
		}
		for _, n := range p {
			out = append(out, toPoint(n))
		}
	}
	return out
}

// nest sorts rings into polygons: anticlockwise ones are outer rings, and a
// clockwise one is a hole of the smallest ring that contains it.
func (t *topology) nest(rings [][]pack.Ref) [][][]pack.Ref {
	type shape struct {
		refs []pack.Ref
		ring orb.Ring
		area float64
		b    orb.Bound
	}
	var outer, holes []shape
	for _, refs := range rings {
		s := shape{refs: refs, ring: t.ringOf(refs)}
		s.area, s.b = planar.Area(s.ring), s.ring.Bound()
		if s.area > 0 {
			outer = append(outer, s)
		} else if s.area < 0 {
			s.area = -s.area
			holes = append(holes, s)
		}
	}
	sort.SliceStable(outer, func(i, j int) bool { return outer[i].area > outer[j].area })
	out := make([][][]pack.Ref, len(outer))
	for i, o := range outer {
		out[i] = [][]pack.Ref{o.refs}
	}
	for _, h := range holes {
		for i := len(outer) - 1; i >= 0; i-- {
			o := outer[i]
			if o.area > h.area && o.b.Contains(h.b.Min) && o.b.Contains(h.b.Max) && mostlyInside(o.ring, h.ring) {
				out[i] = append(out[i], h.refs)
				break
			}
		}
	}
	return out
}

// mostlyInside reports whether most of up to nine points of the hole lie in
// the ring; a point or two may be shared.
func mostlyInside(r, hole orb.Ring) bool {
	in, n := 0, 0
	step := max(1, len(hole)/9)
	for i := 0; i < len(hole); i += step {
		n++
		if planar.RingContains(r, hole[i]) {
			in++
		}
	}
	return 2*in > n
}

// sphereArea is the signed area of a ring in square kilometres, positive when
// it runs anticlockwise.
func sphereArea(r orb.Ring) float64 {
	const radius = 6371.0
	total := 0.0
	for i := 1; i < len(r); i++ {
		a, b := r[i-1], r[i]
		total += (b[0] - a[0]) * math.Pi / 180 *
			(2 + math.Sin(a[1]*math.Pi/180) + math.Sin(b[1]*math.Pi/180))
	}
	return -total * radius * radius / 2
}

// lines joins arcs into lines as long as can be, breaking where more than two
// meet.
func (t *topology) lines(arcs []int) [][]pack.Ref {
	at := map[node][]int{}
	for _, i := range arcs {
		a, b := t.ends(pack.Ref(i))
		at[a] = append(at[a], i)
		at[b] = append(at[b], i)
	}
	used := map[int]bool{}
	// extend walks on from the end of ref while exactly two arcs meet.
	extend := func(line []pack.Ref) []pack.Ref {
		for {
			last := line[len(line)-1]
			_, end := t.ends(last)
			meet := at[end]
			if len(meet) != 2 {
				return line
			}
			next := meet[0]
			if next == last.Arc() {
				next = meet[1]
			}
			if used[next] {
				return line
			}
			used[next] = true
			ref := pack.Ref(next)
			if a, _ := t.ends(ref); a != end {
				ref = ref.Reverse()
			}
			line = append(line, ref)
		}
	}
	var out [][]pack.Ref
	for _, i := range arcs {
		if used[i] {
			continue
		}
		used[i] = true
		line := extend([]pack.Ref{pack.Ref(i)})
		var back []pack.Ref
		for k := len(line) - 1; k >= 0; k-- {
			back = append(back, line[k].Reverse())
		}
		out = append(out, extend(back))
	}
	return out
}
