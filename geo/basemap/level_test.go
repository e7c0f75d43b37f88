package basemap

import (
	"errors"
	"math"
	"testing"

	"github.com/paulmach/orb"

	"dateline/data/world"
	"dateline/geo/basemap/pack"
	"dateline/geo/scene"
)

// tiny is a level of one country in two divisions, with a hole in the east one
// and an island over the date line.
func tiny(t *testing.T) *level {
	t.Helper()
	f := pack.File{
		Quantum: 1,
		Arcs: []pack.Arc{
			{{4, 0}, {4, 8}},
			{{4, 8}, {0, 8}, {0, 0}, {4, 0}},
			{{4, 0}, {12, 0}, {12, 8}, {4, 8}},
			{{6, 2}, {6, 6}, {10, 6}, {10, 2}, {6, 2}},
			{{178, 0}, {180, 0}, {180, 2}, {178, 2}, {178, 0}},
			{{-180, 0}, {-178, 0}, {-178, 2}, {-180, 2}, {-180, 0}},
		},
		Layers: make([][]pack.Feature, Coasts+1),
	}
	f.Layers[scene.Countries] = []pack.Feature{{Key: "AA", Name: "Aland", Label: orb.Point{2, 4}, Parts: [][][]pack.Ref{{{1, 2}, {3}}, {{4}}, {{5}}}}}
	f.Layers[scene.Divisions] = []pack.Feature{
		{Key: "AA.2", Name: "East", Parts: [][][]pack.Ref{{{^pack.Ref(0), 2}, {3}}}},
		{Key: "AA.1", Name: "West", Parts: [][][]pack.Ref{{{0, 1}}}},
	}
	f.Layers[scene.DivisionLines] = []pack.Feature{{Key: "AA", Parts: [][][]pack.Ref{{{0}}}}}
	l, err := openLevel(string(f.Encode()))
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestEveryShippedLevelOpens(t *testing.T) {
	last := 0.0
	for i := range world.Levels {
		l, err := openLevel(world.Level(i))
		if err != nil {
			t.Fatalf("level %d: %v", i, err)
		}
		for layer := scene.Land; layer <= Coasts; layer++ {
			if len(l.metas(layer)) == 0 {
				t.Errorf("level %d has nothing in layer %d", i, layer)
			}
			for k, m := range l.metas(layer) {
				s := l.shape(layer, k)
				if isArea(layer) && len(s.polygons) == 0 || !isArea(layer) && len(s.lines) == 0 {
					t.Errorf("level %d, layer %d: %s %s is empty", i, layer, m.Key, m.Name)
				}
			}
		}
		scale, err := pack.Scale(world.Level(i))
		if err != nil || i < world.Levels-1 && scale <= last || i == world.Levels-1 && scale != 0 {
			t.Errorf("level %d is for scale %v after %v: %v", i, scale, last, err)
		}
		last = scale
	}
}

func TestOpenDamagedLevel(t *testing.T) {
	for _, bad := range []string{"", "DLWORLD1", world.Level(0)[:1000]} {
		if _, err := openLevel(bad); !errors.Is(err, pack.ErrDamaged) {
			t.Errorf("a level of %d bytes: %v", len(bad), err)
		}
	}
	// An unread level is empty and does no harm.
	empty := &level{}
	if got := empty.features(scene.Land, box(-180, -90, 180, 90)); got != nil {
		t.Errorf("features %v", got)
	}
	if empty.containing(scene.Divisions, orb.Point{}) != "" || empty.nearest(scene.Divisions, orb.Point{}, 1) != "" || empty.area("IQ") != nil {
		t.Error("an empty level has areas")
	}
}

func TestContainingTiny(t *testing.T) {
	l := tiny(t)
	for _, c := range []struct {
		name              string
		p                 orb.Point
		division, country string
	}{
		{"west", orb.Point{2, 4}, "AA.1", "AA"},
		{"east", orb.Point{5, 4}, "AA.2", "AA"},
		{"in the hole", orb.Point{8, 4}, "", ""},
		{"the island, west of the line", orb.Point{179, 1}, "", "AA"},
		{"the island, east of it", orb.Point{-179, 1}, "", "AA"},
		{"outside", orb.Point{20, 4}, "", ""},
	} {
		if got := l.containing(scene.Divisions, c.p); got != c.division {
			t.Errorf("%s: division %q, want %q", c.name, got, c.division)
		}
		if got := l.containing(scene.Countries, c.p); got != c.country {
			t.Errorf("%s: country %q, want %q", c.name, got, c.country)
		}
	}
}

func TestNearest(t *testing.T) {
	l := tiny(t)
	for _, c := range []struct {
		p      orb.Point
		within float64
		want   string
	}{
		{orb.Point{-0.5, 4}, 1, "AA.1"},
		{orb.Point{-0.5, 4}, 0.4, ""},
		{orb.Point{12.5, 4}, 1, "AA.2"},
		{orb.Point{4, -0.5}, 1, "AA.1"}, // as near to both: the first key
		{orb.Point{50, 50}, 1, ""},
	} {
		if got := l.nearest(scene.Divisions, c.p, c.within); got != c.want {
			t.Errorf("nearest to %v within %v = %q, want %q", c.p, c.within, got, c.want)
		}
	}
}

func TestFeaturesTiny(t *testing.T) {
	l := tiny(t)
	fs := l.features(scene.Countries, box(170, -5, 190, 5))
	if len(fs) != 1 || fs[0].Bound != box(178, 0, 182, 2) || len(fs[0].Geometry.(orb.MultiPolygon)) != 2 {
		t.Errorf("the island: %+v", fs)
	}
	fs = l.features(scene.Countries, box(0, 0, 3, 3))
	if len(fs) != 1 || fs[0].Bound != box(0, 0, 3, 3) || fs[0].Name != "Aland" || fs[0].Label != (orb.Point{2, 4}) {
		t.Errorf("a corner: %+v", fs)
	}
	if fs = l.features(scene.DivisionLines, box(0, 0, 3, 3)); len(fs) != 0 {
		t.Errorf("no line is there: %+v", fs)
	}
	if fs = l.features(scene.DivisionLines, box(0, 0, 5, 3)); len(fs) != 1 || fs[0].Key != "AA" {
		t.Errorf("a line is there: %+v", fs)
	}
}

func TestRoundBound(t *testing.T) {
	for _, c := range []struct {
		name string
		in   []orb.Bound
		want orb.Bound
	}{
		{"one", []orb.Bound{box(1, 2, 3, 4)}, box(1, 2, 3, 4)},
		{"two", []orb.Bound{box(10, 0, 12, 1), box(1, 2, 3, 4)}, box(1, 0, 12, 4)},
		{"over the date line", []orb.Bound{box(-180, 0, -178, 2), box(177, 1, 180, 3)}, box(177, 0, 182, 3)},
		{"a small one within a large one", []orb.Bound{box(-170, 0, 170, 2), box(0, 0, 1, 1)}, box(-170, 0, 170, 2)},
		{"far islands", []orb.Bound{box(-179, 0, -150, 2), box(-130, 0, -60, 2), box(175, 0, 180, 2)}, box(175, 0, 300, 2)},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := roundBound(c.in); got != c.want {
				t.Errorf("roundBound = %v, want %v", got, c.want)
			}
		})
	}
}

func TestWindow(t *testing.T) {
	for _, c := range []struct {
		name string
		in   orb.Bound
	}{
		{"a region", box(34, 27, 59, 39)},
		{"a town", box(44.39, 33.30, 44.41, 33.32)},
		{"at the date line", box(170, -20, 180, -10)},
		{"over it", box(170, -20, 190, -10)},
		{"over it from the east", box(-190, -20, -170, -10)},
		{"the world", box(-180, -85, 180, 85)},
		{"the world about another centre", box(-80, -85, 280, 85)},
		{"a point", box(5, 5, 5, 5)},
		{"no number", box(math.NaN(), 0, 1, 1)},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := window(c.in)
			if c.name == "no number" {
				return // nothing is promised but to return
			}
			if !holds(got, c.in) {
				t.Errorf("%v does not hold %v", got, c.in)
			}
			if w := got.Max[0] - got.Min[0]; w > 360 || w > 3*(c.in.Max[0]-c.in.Min[0])+0.01 {
				t.Errorf("%v is %v wide for %v", got, w, c.in)
			}
			if c.in.Max[0] <= 180 && got.Max[0] > 180 || c.in.Min[0] >= -180 && got.Min[0] < -180 {
				t.Errorf("%v goes beyond the date line, %v does not", got, c.in)
			}
			if got.Max[1] > 90 || got.Min[1] < -90 {
				t.Errorf("%v goes beyond the poles", got)
			}
		})
	}
	// Small moves have the same window, mostly.
	same := 0
	for i := range 100 {
		d := float64(i) / 100
		if window(box(34+d, 27, 59+d, 39)) == window(box(34+d+0.05, 27, 59+d+0.05, 39)) {
			same++
		}
	}
	if same < 90 {
		t.Errorf("%d of 100 small moves have the same window", same)
	}
}

func TestRecent(t *testing.T) {
	var r recent
	k := func(i int) key { return key{level: i} }
	for i := range keptAnswers {
		r.put(k(i), make([]scene.Feature, i+1))
	}
	if fs, ok := r.get(k(0)); !ok || len(fs) != 1 {
		t.Errorf("the first is %v, %v", fs, ok)
	}
	r.put(k(1000), nil) // in place of the second, which was not used for longest
	if _, ok := r.get(k(1)); ok {
		t.Error("the second is still kept")
	}
	for _, i := range []int{0, 2, keptAnswers - 1, 1000} {
		if _, ok := r.get(k(i)); !ok {
			t.Errorf("%d is not kept", i)
		}
	}
	if len(r.kept) != keptAnswers {
		t.Errorf("%d are kept", len(r.kept))
	}
}
