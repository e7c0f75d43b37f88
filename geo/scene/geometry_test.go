package scene

import (
	"math"
	"testing"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geo"
	"pgregory.net/rapid"

	"dateline/geo/proj"
)

var unitBox = orb.Bound{Max: orb.Point{10, 10}}

func TestClipRing(t *testing.T) {
	for _, c := range []struct {
		name string
		in   orb.LineString
		area float64 // of what is left
	}{
		{"inside", orb.LineString{{1, 1}, {3, 1}, {3, 3}, {1, 3}, {1, 1}}, 4},
		{"open ring", orb.LineString{{1, 1}, {3, 1}, {3, 3}, {1, 3}}, 4},
		{"outside", orb.LineString{{11, 1}, {13, 1}, {13, 3}, {11, 1}}, 0},
		{"over one side", orb.LineString{{8, 1}, {12, 1}, {12, 3}, {8, 3}, {8, 1}}, 4},
		{"over a corner", orb.LineString{{-2, -2}, {2, -2}, {2, 2}, {-2, 2}, {-2, -2}}, 4},
		{"around the box", orb.LineString{{-5, -5}, {15, -5}, {15, 15}, {-5, 15}, {-5, -5}}, 100},
		{"a line", orb.LineString{{1, 1}, {2, 2}, {1, 1}}, 0},
		{"nothing", nil, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := clipRing(unitBox, c.in)
			if a := math.Abs(area(got)) / 2; math.Abs(a-c.area) > 1e-9 {
				t.Errorf("area %v, want %v (%v)", a, c.area, got)
			}
			if len(got) > 0 && got[0] != got[len(got)-1] {
				t.Errorf("%v is not closed", got)
			}
		})
	}
}

func TestClipRingStaysInTheBoxAndLeavesItsInput(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ring := drawRing(t)
		before := append(orb.LineString(nil), ring...)
		for _, p := range clipRing(unitBox, ring) {
			if !unitBox.Pad(1e-9).Contains(p) {
				t.Fatalf("%v is outside", p)
			}
		}
		for i := range ring {
			if ring[i] != before[i] {
				t.Fatal("the ring given was changed")
			}
		}
	})
}

// drawRing is a star-shaped ring, so that it does not cross itself.
func drawRing(t *rapid.T) orb.LineString {
	n := rapid.IntRange(3, 20).Draw(t, "n")
	c := orb.Point{rapid.Float64Range(-5, 15).Draw(t, "x"), rapid.Float64Range(-5, 15).Draw(t, "y")}
	var ring orb.LineString
	for i := 0; i < n; i++ {
		r := rapid.Float64Range(0.5, 12).Draw(t, "r")
		a := 2 * math.Pi * float64(i) / float64(n)
		ring = append(ring, orb.Point{c[0] + r*math.Cos(a), c[1] + r*math.Sin(a)})
	}
	return append(ring, ring[0])
}

func TestClipLine(t *testing.T) {
	for _, c := range []struct {
		name   string
		in     orb.LineString
		pieces int
		length float64
	}{
		{"inside", orb.LineString{{1, 1}, {4, 1}, {4, 5}}, 1, 7},
		{"through", orb.LineString{{-5, 5}, {15, 5}}, 1, 10},
		{"out and in", orb.LineString{{5, 5}, {15, 5}, {15, 6}, {5, 6}}, 2, 10},
		{"outside", orb.LineString{{-5, -5}, {-1, 20}}, 0, 0},
		{"one point", orb.LineString{{5, 5}}, 0, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := clipLine(unitBox, c.in, nil)
			sum := 0.0
			for _, l := range got {
				sum += pathLength(l)
			}
			if len(got) != c.pieces || math.Abs(sum-c.length) > 1e-9 {
				t.Errorf("%v: %d pieces of %v, want %d of %v", got, len(got), sum, c.pieces, c.length)
			}
		})
	}
}

func TestHatchLiesInside(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ring := drawRing(t)
		rings := orb.MultiLineString{ring}
		gap := rapid.Float64Range(0.3, 3).Draw(t, "gap")
		for _, l := range hatch(rings, gap) {
			if len(l) != 2 {
				t.Fatalf("a hatch line of %d points", len(l))
			}
			if !inRings(rings, lerp(l[0], l[1], 0.5)) {
				t.Fatalf("the middle of %v lies outside", l)
			}
			if d := l[1][0] - l[0][0] + l[1][1] - l[0][1]; math.Abs(d) > 1e-6 {
				t.Fatalf("%v does not rise at 45 degrees", l)
			}
		}
	})
}

func TestHatchKeepsOutOfHoles(t *testing.T) {
	outer := rect(box(0, 0, 40, 40))
	hole := rect(box(10, 10, 20, 20))
	full, holed := 0.0, 0.0
	for _, l := range hatch(orb.MultiLineString{outer}, 2) {
		full += pathLength(l)
	}
	for _, l := range hatch(orb.MultiLineString{outer, hole}, 2) {
		holed += pathLength(l)
	}
	if share := holed / full; math.Abs(share-0.75) > 0.05 {
		t.Errorf("with a hole of a quarter, %.2f of the hatch is left", share)
	}
	if hatch(orb.MultiLineString{outer}, 0) != nil {
		t.Error("a hatch without a gap")
	}
}

func TestSmooth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 7).Draw(t, "n")
		ps := make([]orb.Point, n)
		for i := range ps {
			ps[i] = orb.Point{rapid.Float64Range(0, 900).Draw(t, "x"), rapid.Float64Range(0, 600).Draw(t, "y")}
		}
		curve, index := smooth(ps)
		if len(index) != n {
			t.Fatalf("%d indexes for %d points", len(index), n)
		}
		for i, k := range index {
			if dist(curve[k], ps[i]) > 1e-6 {
				t.Fatalf("the curve misses point %d by %v", i, dist(curve[k], ps[i]))
			}
		}
		// It does not swing wide: the way is at most half as long again.
		if l, straight := pathLength(curve), pathLength(ps); l > 1.5*straight+1 {
			t.Fatalf("a curve of %.0f for a way of %.0f", l, straight)
		}
	})
}

func TestPartAndResample(t *testing.T) {
	line := []orb.Point{{0, 0}, {10, 0}, {10, 10}}
	for _, c := range []struct {
		from, to, want float64
	}{{0, 20, 20}, {5, 15, 10}, {-3, 4, 4}, {18, 90, 2}, {7, 7, 0}, {30, 40, 0}} {
		if got := pathLength(part(line, c.from, c.to)); math.Abs(got-c.want) > 1e-9 {
			t.Errorf("part %v to %v is %v long, want %v", c.from, c.to, got, c.want)
		}
	}
	got := resample(line, 2.5)
	if len(got) != 9 || got[0] != line[0] || got[8] != line[2] || dist(got[4], orb.Point{10, 0}) > 1e-9 {
		t.Errorf("resample = %v", got)
	}
	if resample(line[:1], 1) != nil {
		t.Error("one point was resampled")
	}
}

func TestCircleHasTheTrueRadius(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lon, lat := rapid.Float64Range(-179, 179).Draw(t, "lon"), rapid.Float64Range(-70, 70).Draw(t, "lat")
		km := rapid.Float64Range(1, 500).Draw(t, "km")
		o := &overlay{Input: Input{View: proj.New(proj.Mercator(), orb.Point{lon, lat}, 40000, orb.Point{800, 600}), Unit: 1}}
		o.page = newPage(o.View, orb.Point{}, 0)
		ring := o.circle(orb.Point{lon, lat}, km)
		if ring[0] != ring[len(ring)-1] {
			t.Fatal("not closed")
		}
		for _, p := range ring {
			q, ok := o.View.ToLonLat(p)
			if !ok {
				continue
			}
			if d := geo.DistanceHaversine(orb.Point{lon, lat}, q) / 1000; math.Abs(d-km) > 0.01*km {
				t.Fatalf("%v is %.2f km away, want %.2f", q, d, km)
			}
		}
	})
}

func TestInRings(t *testing.T) {
	ring := orb.MultiLineString{rect(box(0, 0, 10, 10)), rect(box(4, 4, 2, 2))}
	for _, c := range []struct {
		p    orb.Point
		want bool
		far  float64
	}{{orb.Point{1, 5}, true, 1}, {orb.Point{5, 5}, false, 1}, {orb.Point{12, 5}, false, 2}, {orb.Point{3, 5}, true, 1}} {
		if got := inRings(ring, c.p); got != c.want {
			t.Errorf("inRings(%v) = %v", c.p, got)
		}
		if got := toRings(ring, c.p, 0); math.Abs(got-c.far) > 1e-9 {
			t.Errorf("toRings(%v) = %v, want %v", c.p, got, c.far)
		}
	}
}

func TestPolygonsAcrossTheDateLine(t *testing.T) {
	p := newPage(proj.New(proj.Mercator(), orb.Point{179, -17}, 20000, orb.Point{800, 600}), orb.Point{}, 10)
	for _, c := range []struct {
		name string
		in   orb.Polygon
		want int
	}{
		{"west of it", square(177, -18, 180, -16), 1},
		{"east of it", square(-180, -18, -178, -16), 1},
		{"other side of the world", square(0, -18, 2, -16), 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := p.polygons(polys(c.in))
			if len(got) != c.want {
				t.Fatalf("%d rings, want %d: %v", len(got), c.want, got)
			}
			for _, r := range got {
				if area(r) <= 0 {
					t.Error("an outer ring winds the wrong way")
				}
			}
		})
	}
	west, east := p.polygons(polys(square(177, -18, 180, -16)))[0].Bound(), p.polygons(polys(square(-180, -18, -178, -16)))[0].Bound()
	if math.Abs(west.Max[0]-east.Min[0]) > 1e-6 {
		t.Errorf("a gap on the date line: %v to %v", west.Max[0], east.Min[0])
	}
}

func TestHolesWindTheOtherWay(t *testing.T) {
	p := newPage(proj.New(proj.Mercator(), orb.Point{5, 5}, 10000, orb.Point{800, 600}), orb.Point{}, 10)
	poly := orb.Polygon{square(0, 0, 10, 10)[0], square(4, 4, 6, 6)[0]}
	got := p.polygons(polys(poly))
	if len(got) != 2 || area(got[0]) <= 0 || area(got[1]) >= 0 {
		t.Errorf("rings %v", got)
	}
}
