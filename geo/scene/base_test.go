package scene

import (
	"math"
	"strings"
	"testing"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"

	"dateline/geo/gazetteer"
	"dateline/geo/proj"
)

// classes lists the classes of the items in order, each once in a row.
func classes(items []Item) string {
	var out []string
	for _, it := range items {
		c := ""
		switch it := it.(type) {
		case Path:
			c = it.Class
		case Text:
			c = it.Class
		case Image:
			c = it.Class
		}
		if len(out) == 0 || out[len(out)-1] != c {
			out = append(out, c)
		}
	}
	return strings.Join(out, " ")
}

func TestBaseIsPaintedFromTheGroundUp(t *testing.T) {
	in := campaign()
	if got, want := classes(Base(in).Items), "water land focus division lake river coast border"; got != want {
		t.Errorf("layers %q, want %q", got, want)
	}
	in.Layers = nil
	if got := classes(Base(in).Items); got != "water" {
		t.Errorf("without layers: %q", got)
	}
}

func TestOverlayIsPaintedFromTheGroundUp(t *testing.T) {
	order := map[string]int{}
	for i, c := range []string{"area", "radius", "division-name", "country-name", "water-name", "town", "town-name", "shadow", "advance", "event", "event-title"} {
		order[c] = i
	}
	last := 0
	for _, it := range Overlay(campaign()).Items {
		p, ok := it.(Path)
		if !ok {
			continue
		}
		if p.Class == "panel" {
			break
		}
		if n, known := order[p.Class]; known {
			if n < last-1 { // an arrow's shadow lies under its own body
				t.Errorf("%s is painted after a later layer", p.ID)
			}
			last = max(last, n)
		}
	}
}

func TestFocusIsLighterThanItsNeighbours(t *testing.T) {
	for _, name := range StyleNames {
		in := campaign()
		in.Style, _ = StyleByName(name)
		fill := func(s Scene, class string) (c [4]uint8, ok bool) {
			for _, it := range s.Items {
				if p, is := it.(Path); is && p.Class == class {
					return [4]uint8{p.Fill.R, p.Fill.G, p.Fill.B, p.Fill.A}, true
				}
			}
			return c, false
		}
		far, _ := fill(Base(in), "land")
		near, ok := fill(Base(in), "focus")
		if !ok || near[0] <= far[0] {
			t.Errorf("%s: focus %v, neighbours %v", name, near, far)
		}
		in.Events = nil
		if _, ok := fill(Base(in), "focus"); ok {
			t.Errorf("%s: a country in focus without events", name)
		}
	}
}

func TestBordersAreThinOnTheWorldMap(t *testing.T) {
	width := func(scale float64) float64 {
		in := campaign()
		in.View = proj.New(proj.Mercator(), orb.Point{9.5, 5}, scale, orb.Point{800, 600})
		for _, it := range Base(in).Items {
			if p, ok := it.(Path); ok && p.Class == "border" {
				return p.Width
			}
		}
		return 0
	}
	world, country := width(900), width(60000)
	if !(world > 0 && world < country) || math.Abs(country-1.5) > 1e-9 {
		t.Errorf("borders %v on the world, %v on a country", world, country)
	}
}

// twice counts how often each layer is asked for, and gives one feature that
// reaches over the date line from both sides.
type twice struct{ noLayers }

func (twice) Features(layer Layer, _ float64, _ orb.Bound) []Feature {
	if layer != Land {
		return nil
	}
	return []Feature{feature(polys(square(178, -20, 180, -10), square(-180, -20, -178, -10)), "Both", "")}
}

func TestFeaturesAcrossTheDateLineAreDrawnOnce(t *testing.T) {
	p := newPage(proj.New(proj.Mercator(), orb.Point{179.5, -15}, 15000, orb.Point{800, 600}), orb.Point{}, 0)
	if got := p.features(twice{}, Land); len(got) != 1 {
		t.Errorf("%d features, want 1", len(got))
	}
	if got := p.features(nil, Land); got != nil {
		t.Errorf("features of nothing: %v", got)
	}
	if rings := p.polygons(polysOf(p.features(twice{}, Land))); len(rings) != 2 {
		t.Errorf("%d rings on the page, want one on each side", len(rings))
	}
}

func polysOf(fs []Feature) orb.MultiPolygon {
	var out orb.MultiPolygon
	for _, f := range fs {
		out = append(out, polygonsOf(f.Geometry)...)
	}
	return out
}

func TestPolygonsOfAndLinesOf(t *testing.T) {
	for _, g := range orb.AllGeometries {
		mp, mls := polygonsOf(g), linesOf(g)
		switch g.(type) {
		case orb.Polygon, orb.MultiPolygon:
			if mls != nil {
				t.Errorf("%T has lines %v", g, mls)
			}
		case orb.LineString, orb.MultiLineString:
			if mp != nil {
				t.Errorf("%T has polygons %v", g, mp)
			}
		default:
			if mp != nil || mls != nil {
				t.Errorf("%T has polygons %v or lines %v", g, mp, mls)
			}
		}
	}
}

func TestProjectedPointsAgreeWithTheView(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := proj.New(proj.Mercator(), orb.Point{rapid.Float64Range(-180, 180).Draw(t, "cx"), rapid.Float64Range(-60, 60).Draw(t, "cy")},
			math.Exp(rapid.Float64Range(7, 14).Draw(t, "ln scale")), orb.Point{800, 600})
		origin := orb.Point{rapid.Float64Range(0, 300).Draw(t, "ox"), rapid.Float64Range(0, 300).Draw(t, "oy")}
		p := newPage(v, origin, 0)
		q := orb.Point{rapid.Float64Range(-180, 180).Draw(t, "lon"), rapid.Float64Range(-80, 80).Draw(t, "lat")}
		want, ok := p.point(q)
		if !ok {
			t.Fatal("cannot be shown")
		}
		got := p.project(q, 0)
		turns := (want[0] - got[0]) / p.view.Scale
		if math.Abs(turns-math.Round(turns)) > 1e-6 || math.Abs(want[1]-got[1]) > 1e-6 {
			t.Fatalf("project gives %v, point %v", got, want)
		}
	})
}

func TestDroppedPointsAreNotMissed(t *testing.T) {
	// A circle of ten thousand points loses most of them, and no area.
	var ring orb.Ring
	for i := 0; i <= 10000; i++ {
		a := 2 * math.Pi * float64(i%10000) / 10000
		ring = append(ring, orb.Point{5 + math.Cos(a), 5 + math.Sin(a)})
	}
	p := newPage(proj.New(proj.Mercator(), orb.Point{5, 5}, 30000, orb.Point{800, 600}), orb.Point{}, 0)
	got := p.polygons(polys(orb.Polygon{ring}))
	if len(got) != 1 || len(got[0]) > 3000 {
		t.Fatalf("%d rings, the first of %d points", len(got), len(got[0]))
	}
	r := 30000.0 / 360
	if a := area(got[0]) / 2; math.Abs(a-math.Pi*r*r) > 0.01*a {
		t.Errorf("area %v, want %v", a, math.Pi*r*r)
	}
}

func TestSpace(t *testing.T) {
	s := newSpace(box(0, 0, 100, 100))
	s.take(box(10, 10, 20, 20))
	s.soft = append(s.soft, box(60, 60, 20, 20))
	for _, c := range []struct {
		name         string
		b            orb.Bound
		free, strict bool
	}{
		{"clear", box(40, 40, 10, 10), true, true},
		{"touching edges", box(30, 10, 10, 10), true, true},
		{"on a mark", box(25, 25, 10, 10), false, false},
		{"around a mark", box(5, 5, 40, 40), false, false},
		{"on an arrow", box(65, 65, 5, 5), true, false},
		{"over the edge", box(95, 40, 10, 10), false, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := s.free(c.b, false); got != c.free {
				t.Errorf("free = %v", got)
			}
			if got := s.free(c.b, true); got != c.strict {
				t.Errorf("free of arrows = %v", got)
			}
		})
	}
	if got := s.overlap(box(20, 20, 20, 20), s.taken); got != 100 {
		t.Errorf("overlap = %v, want 100", got)
	}
}

func TestInnerPointIsInside(t *testing.T) {
	o := &overlay{Input: Input{Unit: 1}, space: newSpace(box(0, 0, 400, 300))}
	o.page = page{box: box(0, 0, 400, 300)}
	u := orb.LineString{{50, 50}, {350, 50}, {350, 250}, {300, 250}, {300, 100}, {100, 100}, {100, 250}, {50, 250}, {50, 50}}
	for _, c := range []struct {
		name  string
		rings orb.MultiLineString
		taken []orb.Bound
		ok    bool
	}{
		{"a U", orb.MultiLineString{u}, nil, true},
		{"a ring round a hole", orb.MultiLineString{rect(box(50, 50, 200, 200)), rect(box(70, 70, 160, 160))}, nil, true},
		{"partly under a panel", orb.MultiLineString{rect(box(0, 0, 300, 200))}, []orb.Bound{box(0, 0, 200, 200)}, true},
		{"outside of the page", orb.MultiLineString{rect(box(500, 50, 100, 100))}, nil, false},
		{"nothing", nil, nil, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			o.space.taken = c.taken
			p, ok := o.inner(c.rings)
			if ok != c.ok || ok && (!inRings(c.rings, p) || !o.page.box.Contains(p)) {
				t.Errorf("inner = %v, %v", p, ok)
			}
			for _, b := range c.taken {
				if b.Contains(p) {
					t.Errorf("%v lies under a panel", p)
				}
			}
		})
	}
}

func TestSoftenKeepsItsEndsAndBendsLess(t *testing.T) {
	o := &overlay{Input: Input{Unit: 1}}
	zig := []orb.Point{{0, 0}, {10, 8}, {20, 0}, {30, 8}, {40, 0}, {50, 8}, {60, 0}}
	soft := soften(zig, 4)
	if soft[0] != zig[0] || soft[6] != zig[6] {
		t.Errorf("ends at %v and %v", soft[0], soft[6])
	}
	if a, b := o.bend(zig), o.bend(soft); b > a/2 {
		t.Errorf("a bend of %.2f became %.2f", a, b)
	}
	if zig[1] != (orb.Point{10, 8}) {
		t.Error("the line given was changed")
	}
}

func TestOffsetRunsBesideTheLine(t *testing.T) {
	line := []orb.Point{{0, 50}, {50, 50}, {100, 50}}
	for _, p := range offset(line, 6) {
		if p[1] != 44 {
			t.Errorf("%v, want it 6 above", p)
		}
	}
}

func TestZeroInputDraws(t *testing.T) {
	s := Build(Input{})
	if len(s.Items) == 0 || s.Size[0] < 1 {
		t.Errorf("scene %+v", s)
	}
	if got := (noLayers{}).Towns(orb.Bound{}, 5); got != nil {
		t.Errorf("towns %v", got)
	}
	if got := (noLayers{}).Area(gazetteer.AreaKey("AA"), 1); got != nil {
		t.Errorf("area %v", got)
	}
}

func TestReadable(t *testing.T) {
	ink, paper := rgb(0x1A1A1A), rgb(0xFFFFFF)
	for _, want := range []float64{3, 4.5, 7, 12} {
		if got := Contrast(readable(rgb(0xF2B33D), ink, paper, want), paper); got < want {
			t.Errorf("contrast %.2f, want %v", got, want)
		}
	}
	if got := readable(rgb(0xEEEEEE), rgb(0xFFFFFF), paper, 4.5); got != rgb(0xFFFFFF) {
		t.Errorf("where it cannot be done: %v", got)
	}
}
