package typeset

import (
	"testing"

	"github.com/go-text/typesetting/font/opentype"
	"github.com/paulmach/orb"

	"dateline/geo/scene"
)

func seg(op opentype.SegmentOp, ps ...float32) opentype.Segment {
	s := opentype.Segment{Op: op}
	for i := 0; i+1 < len(ps); i += 2 {
		s.Args[i/2] = opentype.SegmentPoint{X: ps[i], Y: ps[i+1]}
	}
	return s
}

func TestFlatten(t *testing.T) {
	for _, c := range []struct {
		name string
		in   []opentype.Segment
		n    []int     // points of each ring
		last orb.Point // the last point of the last ring
	}{
		{"a triangle", []opentype.Segment{
			seg(opentype.SegmentOpMoveTo, 0, 0), seg(opentype.SegmentOpLineTo, 10, 0), seg(opentype.SegmentOpLineTo, 10, 10),
		}, []int{3}, orb.Point{5, -5}},
		{"a quadratic curve", []opentype.Segment{
			seg(opentype.SegmentOpMoveTo, 0, 0), seg(opentype.SegmentOpQuadTo, 10, 0, 10, 10),
		}, []int{7}, orb.Point{5, -5}},
		{"a cubic curve", []opentype.Segment{
			seg(opentype.SegmentOpMoveTo, 0, 0), seg(opentype.SegmentOpCubeTo, 5, 0, 10, 5, 10, 10),
		}, []int{7}, orb.Point{5, -5}},
		{"two rings", []opentype.Segment{
			seg(opentype.SegmentOpMoveTo, 0, 0), seg(opentype.SegmentOpLineTo, 4, 0), seg(opentype.SegmentOpLineTo, 4, 4),
			seg(opentype.SegmentOpMoveTo, 2, 2), seg(opentype.SegmentOpLineTo, 6, 2), seg(opentype.SegmentOpLineTo, 6, 6),
		}, []int{3, 3}, orb.Point{3, -3}},
		{"a curve from nowhere", []opentype.Segment{seg(opentype.SegmentOpQuadTo, 1, 1, 2, 2), seg(opentype.SegmentOpCubeTo, 1, 1, 2, 2, 3, 3)}, nil, orb.Point{}},
		{"nothing", nil, nil, orb.Point{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := flatten(c.in, 0.5)
			if len(got) != len(c.n) {
				t.Fatalf("%d rings, want %d", len(got), len(c.n))
			}
			for i, r := range got {
				if len(r) != c.n[i] {
					t.Errorf("ring %d has %d points, want %d", i, len(r), c.n[i])
				}
			}
			if len(got) > 0 {
				r := got[len(got)-1]
				if r[len(r)-1] != c.last {
					t.Errorf("ends at %v, want %v (y turned down, half size)", r[len(r)-1], c.last)
				}
			}
		})
	}
}

func TestShapedLinesAreBounded(t *testing.T) {
	s := NewShaper()
	for i := 0; i < maxLines+10; i++ {
		s.lines[lineKey{text: string(rune(i + 0x4E00))}] = Line{}
	}
	s.Shape("new", scene.Sans)
	if len(s.lines) > maxLines {
		t.Errorf("%d lines are kept", len(s.lines))
	}
}

func TestWalk(t *testing.T) {
	path := []orb.Point{{0, 0}, {10, 0}, {10, 10}}
	for _, c := range []struct {
		at   float64
		p, d orb.Point
	}{
		{0, orb.Point{0, 0}, orb.Point{1, 0}},
		{4, orb.Point{4, 0}, orb.Point{1, 0}},
		{15, orb.Point{10, 5}, orb.Point{0, 1}},
		{-3, orb.Point{-3, 0}, orb.Point{1, 0}},
		{24, orb.Point{10, 14}, orb.Point{0, 1}},
	} {
		if p, d := walk(path, c.at); p != c.p || d != c.d {
			t.Errorf("walk(%v) = %v, %v, want %v, %v", c.at, p, d, c.p, c.d)
		}
	}
	if p, _ := walk(path[:1], 5); p != path[0] {
		t.Errorf("walk along a point = %v", p)
	}
}
