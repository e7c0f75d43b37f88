package scene

import (
	"math"

	"github.com/paulmach/orb"
)

// smooth draws a curve through points: a centripetal Catmull-Rom spline, which
// neither loops nor overshoots. Two points alone are joined by a shallow arc.
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
	at := func(i int) orb.Point {
		switch {
		case i < 0: // mirrored ends
			return orb.Point{2*ps[0][0] - ps[1][0], 2*ps[0][1] - ps[1][1]}
		case i >= n:
			return orb.Point{2*ps[n-1][0] - ps[n-2][0], 2*ps[n-1][1] - ps[n-2][1]}
		}
		return ps[i]
	}
	out := []orb.Point{ps[0]}
	stops := []int{0}
	for i := 0; i+1 < n; i++ {
		p0, p1, p2, p3 := at(i-1), at(i), at(i+1), at(i+2)
		t1 := knot(p0, p1)
		t2 := t1 + knot(p1, p2)
		t3 := t2 + knot(p2, p3)
		for k := 1; k <= steps; k++ {
			t := t1 + (t2-t1)*float64(k)/steps
			var q orb.Point
			for d := 0; d < 2; d++ {
				a1 := mid(p0[d], p1[d], 0, t1, t)
				a2 := mid(p1[d], p2[d], t1, t2, t)
				a3 := mid(p2[d], p3[d], t2, t3, t)
				b1 := mid(a1, a2, 0, t2, t)
				b2 := mid(a2, a3, t1, t3, t)
				q[d] = mid(b1, b2, t1, t2, t)
			}
			if k == steps {
				q = p2
			}
			out = append(out, q)
		}
		stops = append(stops, len(out)-1)
	}
	return out, stops
}

func knot(a, b orb.Point) float64 { return math.Sqrt(math.Max(dist(a, b), 1e-6)) }

// mid goes from a at t0 to b at t1.
func mid(a, b, t0, t1, t float64) float64 { return (a*(t1-t) + b*(t-t0)) / (t1 - t0) }

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
