package scene

import (
	"math"

	"github.com/paulmach/orb"
)

// clipRing cuts a closed ring to a box (Sutherland and Hodgman). The result is
// closed and a copy; nil when nothing is left.
func clipRing(box orb.Bound, ring []orb.Point) orb.LineString {
	in := ring
	if n := len(in); n > 1 && in[0] == in[n-1] {
		in = in[:n-1]
	}
	if len(in) < 3 {
		return nil
	}
	inside := true
	for _, p := range in {
		if !box.Contains(p) {
			inside = false
			break
		}
	}
	if inside {
		return append(append(make(orb.LineString, 0, len(in)+1), in...), in[0])
	}
	a := append([]orb.Point(nil), in...)
	b := make([]orb.Point, 0, len(in)+8)
	for side := 0; side < 4; side++ {
		b = b[:0]
		axis, limit, upper := side%2, box.Min[side%2], side >= 2
		if upper {
			limit = box.Max[axis]
		}
		in := func(p orb.Point) bool {
			if upper {
				return p[axis] <= limit
			}
			return p[axis] >= limit
		}
		for i, p := range a {
			prev := a[(i+len(a)-1)%len(a)]
			if in(p) != in(prev) {
				t := (limit - prev[axis]) / (p[axis] - prev[axis])
				q := orb.Point{prev[0] + (p[0]-prev[0])*t, prev[1] + (p[1]-prev[1])*t}
				q[axis] = limit
				b = append(b, q)
			}
			if in(p) {
				b = append(b, p)
			}
		}
		a, b = b, a
		if len(a) < 3 {
			return nil
		}
	}
	return append(append(make(orb.LineString, 0, len(a)+1), a...), a[0])
}

// clipLine cuts a line to a box and appends the pieces to out (Liang and
// Barsky, segment by segment).
func clipLine(box orb.Bound, line []orb.Point, out orb.MultiLineString) orb.MultiLineString {
	var cur orb.LineString
	flush := func() {
		if len(cur) > 1 {
			out = append(out, cur)
		}
		cur = nil
	}
	for i := 1; i < len(line); i++ {
		a, b := line[i-1], line[i]
		t0, t1, ok := cutSegment(box, a, b)
		if !ok {
			flush()
			continue
		}
		if len(cur) == 0 || t0 > 0 {
			flush()
			cur = append(cur, lerp(a, b, t0))
		}
		cur = append(cur, lerp(a, b, t1))
		if t1 < 1 {
			flush()
		}
	}
	flush()
	return out
}

// cutSegment gives the part of a segment inside a box, as shares of it.
func cutSegment(box orb.Bound, a, b orb.Point) (t0, t1 float64, ok bool) {
	t0, t1 = 0, 1
	for axis := 0; axis < 2; axis++ {
		d := b[axis] - a[axis]
		if d == 0 {
			if a[axis] < box.Min[axis] || a[axis] > box.Max[axis] {
				return 0, 0, false
			}
			continue
		}
		lo, hi := (box.Min[axis]-a[axis])/d, (box.Max[axis]-a[axis])/d
		if lo > hi {
			lo, hi = hi, lo
		}
		t0, t1 = math.Max(t0, lo), math.Min(t1, hi)
	}
	return t0, t1, t0 < t1
}

func lerp(a, b orb.Point, t float64) orb.Point {
	switch t {
	case 0:
		return a
	case 1:
		return b
	}
	return orb.Point{a[0] + (b[0]-a[0])*t, a[1] + (b[1]-a[1])*t}
}

// area is twice the signed area of a closed ring.
func area(r []orb.Point) float64 {
	var s float64
	for i := 1; i < len(r); i++ {
		s += r[i-1][0]*r[i][1] - r[i][0]*r[i-1][1]
	}
	return s
}

func turnRing(r []orb.Point) {
	for i, j := 0, len(r)-1; i < j; i, j = i+1, j-1 {
		r[i], r[j] = r[j], r[i]
	}
}

// inRings reports whether a point lies inside rings (odd number of crossings).
func inRings(rings orb.MultiLineString, p orb.Point) bool {
	in := false
	for _, r := range rings {
		for i := 1; i < len(r); i++ {
			a, b := r[i-1], r[i]
			if (a[1] > p[1]) != (b[1] > p[1]) && p[0] < a[0]+(p[1]-a[1])/(b[1]-a[1])*(b[0]-a[0]) {
				in = !in
			}
		}
	}
	return in
}

// toRings is the distance from a point to the nearest edge of rings; where it
// is below least, some distance below least.
func toRings(rings orb.MultiLineString, p orb.Point, least float64) float64 {
	best := math.Inf(1)
	for _, r := range rings {
		for i := 1; i < len(r); i++ {
			if d := toSegment(p, r[i-1], r[i]); d < best {
				best = d
				if best < least*least {
					return math.Sqrt(best)
				}
			}
		}
	}
	return math.Sqrt(best)
}

// toSegment is the square of the distance from a point to a segment.
func toSegment(p, a, b orb.Point) float64 {
	dx, dy := b[0]-a[0], b[1]-a[1]
	t := 0.0
	if l := dx*dx + dy*dy; l > 0 {
		t = math.Min(math.Max(((p[0]-a[0])*dx+(p[1]-a[1])*dy)/l, 0), 1)
	}
	x, y := p[0]-a[0]-t*dx, p[1]-a[1]-t*dy
	return x*x + y*y
}

func dist(a, b orb.Point) float64 { return math.Hypot(a[0]-b[0], a[1]-b[1]) }
