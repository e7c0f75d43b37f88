package basemap

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"
	"pgregory.net/rapid"
)

func box(w, s, e, n float64) orb.Bound {
	return orb.Bound{Min: orb.Point{w, s}, Max: orb.Point{e, n}}
}

func square(w, s, e, n float64) orb.Ring {
	return orb.Ring{{w, s}, {e, s}, {e, n}, {w, n}, {w, s}}
}

func clockwise(r orb.Ring) orb.Ring {
	r.Reverse()
	return r
}

func TestCutRing(t *testing.T) {
	for _, c := range []struct {
		name string
		in   orb.Ring
		area float64 // signed; 0 for nothing left
	}{
		{"inside", square(1, 1, 2, 2), 1},
		{"around", square(-5, -5, 15, 15), 100},
		{"a corner", square(8, 8, 12, 12), 4},
		{"a side", square(-4, 2, 3, 4), 6},
		{"outside", square(20, 0, 30, 10), 0},
		{"a hole stays clockwise", clockwise(square(8, 8, 12, 12)), -4},
		{"a U whose arms are cut off", orb.Ring{{1, 5}, {9, 5}, {9, 20}, {7, 20}, {7, 7}, {3, 7}, {3, 20}, {1, 20}, {1, 5}}, 16 + 6 + 6},
	} {
		t.Run(c.name, func(t *testing.T) {
			before := c.in.Clone()
			got := cutRing(c.in, box(0, 0, 10, 10))
			if a := planar.Area(got); math.Abs(a-c.area) > 1e-9 {
				t.Errorf("area %v of %v, want %v", a, got, c.area)
			}
			if len(got) > 0 && got[0] != got[len(got)-1] {
				t.Errorf("%v is not closed", got)
			}
			if diff := cmp.Diff(before, c.in); diff != "" {
				t.Errorf("the ring was changed: %s", diff)
			}
		})
	}
}

// TestCutRingKeepsTheInside: a point of the bound is in the ring cut when it is
// in the ring.
func TestCutRingKeepsTheInside(t *testing.T) {
	coord := rapid.Float64Range(-20, 20)
	rapid.Check(t, func(t *rapid.T) {
		points := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) orb.Point {
			return orb.Point{coord.Draw(t, "x"), coord.Draw(t, "y")}
		}), 3, 12).Draw(t, "ring")
		ring := orb.Ring(append(points, points[0]))
		in := rapid.Float64Range(0.01, 9.99)
		p := orb.Point{in.Draw(t, "px"), in.Draw(t, "py")}
		got := cutRing(ring, box(0, 0, 10, 10))
		if inRing(got, p) != inRing(ring, p) {
			t.Fatalf("%v is in the ring %v: %v, cut: %v", p, ring, inRing(ring, p), inRing(got, p))
		}
		for _, q := range got {
			if !box(-1e-9, -1e-9, 10+1e-9, 10+1e-9).Contains(q) {
				t.Fatalf("%v is outside of the bound", q)
			}
		}
	})
}

func TestCutPolygon(t *testing.T) {
	p := orb.Polygon{square(0, 0, 20, 20), clockwise(square(2, 2, 4, 4)), clockwise(square(15, 15, 17, 17))}
	got := cutPolygon(p, box(0, 0, 10, 10))
	if len(got) != 2 || planar.Area(got) != 96 {
		t.Errorf("%d rings of area %v, want 2 of 96", len(got), planar.Area(got))
	}
	if got := cutPolygon(p, box(50, 50, 60, 60)); got != nil {
		t.Errorf("nothing left is %v", got)
	}
}

// made is a shape of polygons or lines with its bounds.
func made(g orb.Geometry) *shape {
	s := &shape{}
	switch g := g.(type) {
	case orb.MultiPolygon:
		s.polygons = g
		for _, p := range g {
			s.bounds = append(s.bounds, p.Bound())
		}
	case orb.MultiLineString:
		s.lines = g
		for _, l := range g {
			s.bounds = append(s.bounds, l.Bound())
		}
	}
	return s
}

func TestCut(t *testing.T) {
	two := orb.MultiPolygon{{square(0, 0, 4, 4)}, {square(20, 0, 24, 4)}}
	lines := orb.MultiLineString{{{0, 1}, {30, 1}}, {{2, 2}, {3, 3}}}
	for _, c := range []struct {
		name   string
		in     orb.Geometry
		window orb.Bound
		turn   float64
		want   orb.Geometry
	}{
		{"all inside", two, box(-1, -1, 30, 30), 0, two},
		{"one outside", two, box(-1, -1, 10, 10), 0, orb.MultiPolygon{two[0]}},
		{"none", two, box(40, 40, 50, 50), 0, nil},
		{"a turn", orb.MultiPolygon{two[0]}, box(359, -1, 370, 10), 360, orb.MultiPolygon{{square(360, 0, 364, 4)}}},
		{"lines inside", lines, box(-1, -1, 31, 31), 0, lines},
		{"lines cut", lines, box(-1, 0, 10, 10), 0, orb.MultiLineString{{{0, 1}, {10, 1}}, {{2, 2}, {3, 3}}}},
		{"lines, a turn back", lines, box(-360, 0, -350, 10), -360, orb.MultiLineString{{{-360, 1}, {-350, 1}}, {{-358, 2}, {-357, 3}}}},
		{"no lines", lines, box(0, 40, 10, 50), 0, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, area := c.in.(orb.MultiPolygon)
			got := made(c.in).cut(c.window, c.turn, area, c.in.Bound())
			if (got == nil) != (c.want == nil) {
				t.Fatalf("cut = %v, want %v", got, c.want)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestMovedCopies(t *testing.T) {
	p := orb.Polygon{square(0, 0, 1, 1)}
	moved(p, 360)[0][0] = orb.Point{9, 9}
	if p[0][0] != (orb.Point{0, 0}) {
		t.Error("moving changed the polygon")
	}
	if got := moved(p, 0); &got[0][0] != &p[0][0] {
		t.Error("not moving made a copy")
	}
}

func TestJoin(t *testing.T) {
	a := orb.MultiPolygon{{square(0, 0, 1, 1)}}
	b := orb.MultiPolygon{{square(2, 0, 3, 1)}}
	if got := join(a, b).(orb.MultiPolygon); len(got) != 2 || len(a) != 1 {
		t.Errorf("join = %v", got)
	}
	if got := join(nil, b).(orb.MultiPolygon); len(got) != 1 {
		t.Errorf("join with nothing = %v", got)
	}
	if got := join(a, nil).(orb.MultiPolygon); len(got) != 1 {
		t.Errorf("join nothing = %v", got)
	}
	l := orb.MultiLineString{{{0, 0}, {1, 1}}}
	if got := join(l, l).(orb.MultiLineString); len(got) != 2 {
		t.Errorf("join of lines = %v", got)
	}
}
