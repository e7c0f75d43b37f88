package raster

import (
	"math"

	"github.com/paulmach/orb"
)

// miterLimit is the longest miter, in widths of the stroke: a corner sharper
// than that is cut off.
const miterLimit = 3

// stroker turns lines into outlines of a width. Every piece that it emits (a
// run of segments that hardly turn, a join) is an outline of the same
// orientation, so that pieces that overlap add up under the non-zero rule and
// never cancel.
type stroker struct {
	half  float64
	round bool // round joins; else mitered
	emit  func([]orb.Point)
	buf   [24]orb.Point

	left, right []orb.Point // the two sides of a run
}

// straight is the least cosine of a turn within a run: of about 30 degrees.
// There the corner of the outline lies less than 4 % of half the width off a
// round join. In a thin line, up to thinHalf to either side, turns of up to 75
// degrees are as good: the corner is off by a tenth of a pixel.
const (
	straight     = 0.87
	thinStraight = 0.26
	thinHalf     = 0.5
)

// line strokes one polyline with butt ends; one that ends where it began is
// joined there. It may move points of ps.
func (s *stroker) line(ps []orb.Point) {
	ps = distinct(ps)
	if len(ps) < 2 {
		return
	}
	closed := len(ps) > 3 && ps[0] == ps[len(ps)-1]
	n := len(ps) - 1
	d, l := unit(ps[0], ps[1])
	first := d
	least := straight
	if s.half <= thinHalf {
		least = thinStraight
	}
	s.begin(ps[0], d)
	for i := 1; i < n; i++ {
		e, m := unit(ps[i], ps[i+1])
		dot := d[0]*e[0] + d[1]*e[1]
		// The inner side must not be shorter than nothing: what a turn takes
		// from both its segments is at most half of each.
		tan := math.Abs(d[0]*e[1]-d[1]*e[0]) / (1 + dot)
		if dot > least && s.half*tan < 0.5*math.Min(l, m) {
			k := s.half / (1 + dot)
			nx, ny := -(d[1]+e[1])*k, (d[0]+e[0])*k
			s.left = append(s.left, orb.Point{ps[i][0] + nx, ps[i][1] + ny})
			s.right = append(s.right, orb.Point{ps[i][0] - nx, ps[i][1] - ny})
		} else {
			s.end(ps[i], d)
			s.join(ps[i], d, e)
			s.begin(ps[i], e)
		}
		d, l = e, m
	}
	s.end(ps[n], d)
	if closed {
		s.join(ps[0], d, first)
	}
}

// begin starts a run at a point, in a direction.
func (s *stroker) begin(p, d orb.Point) {
	s.left, s.right = s.left[:0], s.right[:0]
	s.edge(p, d)
}

// edge adds a butt end to the run.
func (s *stroker) edge(p, d orb.Point) {
	nx, ny := -d[1]*s.half, d[0]*s.half
	s.left = append(s.left, orb.Point{p[0] + nx, p[1] + ny})
	s.right = append(s.right, orb.Point{p[0] - nx, p[1] - ny})
}

// end finishes the run at a point and emits its outline.
func (s *stroker) end(p, d orb.Point) {
	s.edge(p, d)
	// Back along the left, on along the right: as the joins turn.
	for i, j := 0, len(s.left)-1; i < j; i, j = i+1, j-1 {
		s.left[i], s.left[j] = s.left[j], s.left[i]
	}
	s.left = append(s.left, s.right...)
	s.emit(s.left)
}

// join fills the wedge on the outer side of a corner between directions.
func (s *stroker) join(p, d0, d1 orb.Point) {
	cross := d0[0]*d1[1] - d0[1]*d1[0]
	dot := d0[0]*d1[0] + d0[1]*d1[1]
	if math.Abs(cross) < 1e-6 && dot > 0 {
		return
	}
	side := s.half // the outer side: left of a right turn
	if cross > 0 {
		side = -s.half
	}
	a := orb.Point{p[0] - d0[1]*side, p[1] + d0[0]*side}
	b := orb.Point{p[0] - d1[1]*side, p[1] + d1[0]*side}
	q := append(s.buf[:0], p, a)
	switch {
	case s.round:
		a0 := math.Atan2(a[1]-p[1], a[0]-p[0])
		turn := math.Abs(math.Atan2(cross, dot))
		if cross <= 0 {
			turn = -turn
		}
		steps := int(math.Ceil(math.Abs(turn) / (math.Pi / 2) * math.Min(8, 1+s.half)))
		for i := 1; i < steps; i++ {
			t := a0 + turn*float64(i)/float64(steps)
			q = append(q, orb.Point{p[0] + s.half*math.Cos(t), p[1] + s.half*math.Sin(t)})
		}
	case dot > 2/float64(miterLimit*miterLimit)-1:
		k := s.half * s.half / (s.half * s.half * (1 + dot))
		q = append(q, orb.Point{p[0] + (a[0]-p[0]+b[0]-p[0])*k, p[1] + (a[1]-p[1]+b[1]-p[1])*k})
	}
	q = append(q, b)
	if cross <= 0 { // keep the orientation of segments
		for i, j := 0, len(q)-1; i < j; i, j = i+1, j-1 {
			q[i], q[j] = q[j], q[i]
		}
	}
	s.emit(q)
}

// distinct drops points that repeat the one before and ones that are no
// number, in place.
func distinct(ps []orb.Point) []orb.Point {
	n := 0
	for _, p := range ps {
		if !bad(p) && (n == 0 || p != ps[n-1]) {
			ps[n] = p
			n++
		}
	}
	return ps[:n]
}

func bad(p orb.Point) bool {
	return math.IsNaN(p[0]) || math.IsNaN(p[1]) || math.IsInf(p[0], 0) || math.IsInf(p[1], 0)
}

// unit is the direction from a to b and their distance.
func unit(a, b orb.Point) (orb.Point, float64) {
	dx, dy := b[0]-a[0], b[1]-a[1]
	l := math.Sqrt(dx*dx + dy*dy)
	if l == 0 {
		return orb.Point{1, 0}, 0
	}
	return orb.Point{dx / l, dy / l}, l
}

// maxDashes bounds what one line is cut into; a line that would need more is
// drawn solid.
const maxDashes = 20000

// dash cuts a line into its dashes, each in buf, which comes back to be used
// again. It may move points of ps. The pattern (lengths of dashes and gaps, repeated) must have a positive
// sum, else the line comes back whole.
func dash(ps []orb.Point, pattern []float64, buf []orb.Point, out func([]orb.Point)) []orb.Point {
	ps = distinct(ps)
	var sum, length float64
	for _, d := range pattern {
		sum += math.Max(d, 0)
	}
	for i := 1; i < len(ps); i++ {
		_, l := unit(ps[i-1], ps[i])
		length += l
	}
	if !(sum > 1e-3) || length/sum*float64(len(pattern)) > maxDashes {
		out(ps)
		return buf
	}
	cur := buf[:0]
	k, left, on := 0, math.Max(pattern[0], 0), true
	if len(ps) > 0 {
		cur = append(cur, ps[0])
	}
	for i := 1; i < len(ps); i++ {
		a, b := ps[i-1], ps[i]
		d, l := unit(a, b)
		at := 0.0
		for l-at > left {
			at += left
			p := orb.Point{a[0] + d[0]*at, a[1] + d[1]*at}
			if on && len(cur) > 0 {
				cur = append(cur, p)
				out(cur)
			}
			cur = append(cur[:0], p)
			on = !on
			k = (k + 1) % len(pattern)
			left = math.Max(pattern[k], 0)
		}
		left -= l - at
		if on {
			cur = append(cur, b)
		} else {
			cur = append(cur[:0], b)
		}
	}
	if on && len(cur) > 1 {
		out(cur)
	}
	return cur
}
