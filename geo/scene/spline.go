package scene

import (
	"math"

	"github.com/paulmach/orb"
)

// smooth draws a curve through points: a cubic spline with short
// tangents, which neither loops nor swings wide. Two points alone are joined by a shallow arc.
// The second result tells, for each point, its index on the curve.
func smooth(ps []orb.Point) ([]orb.Point, []int) {
	const steps = 16
	switch len(ps) {
	case 0, 1:
		return ps, make([]int, len(ps))
	case 2:
		a, b := ps[0], ps[1]
		bend := 0.07
		c := orb.Point{(a[0]+b[0])/2 + (b[1]-a[1])*bend, (a[1]+b[1])/2 - (b[0]-a[0])*bend}
		out := make([]orb.Point, 0, 2*steps+1)
		for i := 0; i <= 2*steps; i++ {
			t := float64(i) / (2 * steps)
			s := 1 - t
			// Through c at the middle: the control point lies twice as far.
			q := orb.Point{2*c[0] - (a[0]+b[0])/2, 2*c[1] - (a[1]+b[1])/2}
			out = append(out, orb.Point{
				s*s*a[0] + 2*s*t*q[0] + t*t*b[0],
				s*s*a[1] + 2*s*t*q[1] + t*t*b[1]})
		}
		return out, []int{0, len(out) - 1}
	}
	n := len(ps)
	out := []orb.Point{ps[0]}
	stops := []int{0}
	for i := 0; i+1 < n; i++ {
		a, b := ps[i], ps[i+1]
		ta, tb := tangent(ps, i), tangent(ps, i+1)
		l := dist(a, b)
		for k := 1; k <= steps; k++ {
			t := float64(k) / steps
			h00, h10 := 2*t*t*t-3*t*t+1, t*t*t-2*t*t+t
			h01, h11 := -2*t*t*t+3*t*t, t*t*t-t*t
			q := b
			if k < steps {
				for d := 0; d < 2; d++ {
					q[d] = h00*a[d] + h10*l*ta[d] + h01*b[d] + h11*l*tb[d]
				}
			}
			out = append(out, q)
		}
		stops = append(stops, len(out)-1)
	}
	return out, stops
}

// tightness is the length of the tangents of the curve, in lengths of the
// stretch: less keeps the curve nearer to the straight way.
const tightness = 0.62

// tangent is the direction of the curve at a point: that from the point before
// to the one after, weighted so that the shorter stretch bends more; at the
// ends it leaves the curve free, as a beam that is held at its stops.
func tangent(ps []orb.Point, i int) orb.Point {
	n := len(ps)
	dir := func(a, b orb.Point) (orb.Point, float64) {
		l := math.Max(dist(a, b), 1e-9)
		return orb.Point{(b[0] - a[0]) / l, (b[1] - a[1]) / l}, l
	}
	switch i {
	case 0:
		d, _ := dir(ps[0], ps[1])
		e := tangent(ps, 1)
		return orb.Point{(1.5*d[0] - 0.5*e[0]) * tightness, (1.5*d[1] - 0.5*e[1]) * tightness}
	case n - 1:
		d, _ := dir(ps[n-2], ps[n-1])
		e := tangent(ps, n-2)
		return orb.Point{(1.5*d[0] - 0.5*e[0]) * tightness, (1.5*d[1] - 0.5*e[1]) * tightness}
	}
	u, lu := dir(ps[i-1], ps[i])
	v, lv := dir(ps[i], ps[i+1])
	w := lu / (lu + lv) // the nearer neighbour weighs more
	t := orb.Point{u[0]*(1-w) + v[0]*w, u[1]*(1-w) + v[1]*w}
	if l := math.Hypot(t[0], t[1]); l > 0.2 {
		return orb.Point{t[0] / l * tightness, t[1] / l * tightness}
	}
	return orb.Point{v[0] * tightness, v[1] * tightness} // straight back: turn on the spot
}

// pathLength is the length of a line.
func pathLength(ps []orb.Point) float64 {
	l := 0.0
	for i := 1; i < len(ps); i++ {
		l += dist(ps[i-1], ps[i])
	}
	return l
}

// part is the line from one distance along it to another.
func part(ps []orb.Point, from, to float64) []orb.Point {
	if len(ps) < 2 || !(to > from) {
		return nil
	}
	var out []orb.Point
	at := 0.0
	for i := 1; i < len(ps); i++ {
		l := dist(ps[i-1], ps[i])
		if l == 0 {
			continue
		}
		lo, hi := math.Max(from-at, 0), math.Min(to-at, l)
		if lo < hi {
			if len(out) == 0 {
				out = append(out, lerp(ps[i-1], ps[i], lo/l))
			}
			out = append(out, lerp(ps[i-1], ps[i], hi/l))
		}
		at += l
	}
	return out
}

// resample puts points on a line at equal distances of about step.
func resample(ps []orb.Point, step float64) []orb.Point {
	l := pathLength(ps)
	if len(ps) < 2 || l == 0 {
		return nil
	}
	n := int(math.Max(2, math.Min(400, math.Round(l/step))))
	out := make([]orb.Point, 0, n+1)
	out = append(out, ps[0])
	at, k := 0.0, 1
	for i := 1; i < n; i++ {
		want := l * float64(i) / float64(n)
		for k < len(ps)-1 && at+dist(ps[k-1], ps[k]) < want {
			at += dist(ps[k-1], ps[k])
			k++
		}
		d := dist(ps[k-1], ps[k])
		if d == 0 {
			continue
		}
		out = append(out, lerp(ps[k-1], ps[k], math.Min((want-at)/d, 1)))
	}
	return append(out, ps[len(ps)-1])
}
