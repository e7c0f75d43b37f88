package basemap_test

import (
	"math"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"
	"pgregory.net/rapid"

	"dateline/geo/basemap"
	"dateline/geo/gazetteer"
	"dateline/geo/proj"
	"dateline/geo/scene"
)

var _ scene.Layers = (*basemap.Map)(nil)

// fakeTowns has three towns, and names one division.
type fakeTowns struct{}

func (fakeTowns) Within(b orb.Bound, limit int) []gazetteer.Place {
	var out []gazetteer.Place
	for _, p := range []gazetteer.Place{
		{Name: "Suva", Point: orb.Point{178.44, -18.14}, Population: 77000},
		{Name: "Baghdad", Point: orb.Point{44.4, 33.34}, Population: 7000000},
		{Name: "Apia", Point: orb.Point{-171.77, -13.83}, Population: 80000},
	} {
		if b.Contains(p.Point) && len(out) < limit {
			out = append(out, p)
		}
	}
	return out
}

func (fakeTowns) DivisionName(key gazetteer.AreaKey) string {
	return map[gazetteer.AreaKey]string{"IQ.10": "Diyālá"}[key]
}

func open(t testing.TB) *basemap.Map {
	t.Helper()
	m, err := basemap.Open(fakeTowns{})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

var (
	middleEast = orb.Bound{Min: orb.Point{34, 27}, Max: orb.Point{59, 39}}
	fiji       = orb.Bound{Min: orb.Point{176, -20}, Max: orb.Point{184, -15}}
	earth      = orb.Bound{Min: orb.Point{-180, -85}, Max: orb.Point{180, 85}}
)

func find(fs []scene.Feature, key gazetteer.AreaKey, name string) (scene.Feature, bool) {
	for _, f := range fs {
		if f.Key == key && (name == "" || f.Name == name) {
			return f, true
		}
	}
	return scene.Feature{}, false
}

func TestFeatures(t *testing.T) {
	m := open(t)
	for _, c := range []struct {
		name   string
		layer  scene.Layer
		within orb.Bound
		key    gazetteer.AreaKey
		want   string // name
	}{
		{"Iraq", scene.Countries, middleEast, "IQ", "Iraq"},
		{"Diyala, as the gazetteer names it", scene.Divisions, middleEast, "IQ.10", "Diyālá"},
		{"Nineveh, as the map names it", scene.Divisions, middleEast, "IQ.15", "Nineveh"},
		{"the Tigris", scene.Rivers, middleEast, "", "Tigris"},
		{"the Euphrates", scene.Rivers, middleEast, "", "Euphrates"},
		{"Lake Urmia", scene.Lakes, middleEast, "", "Lake Urmia"},
		{"a border", scene.Borders, middleEast, "", "IQ-IR"},
		{"lines in Iraq", scene.DivisionLines, middleEast, "IQ", ""},
		{"Fiji over the date line", scene.Countries, fiji, "FJ", "Fiji"},
		{"Lesotho in the world", scene.Countries, earth, "LS", "Lesotho"},
		{"Western Sahara", scene.Countries, earth, "EH", "Western Sahara"},
		{"Kosovo", scene.Countries, earth, "XK", "Kosovo"},
	} {
		for _, scale := range []float64{5000, 18000, 60000} {
			f, ok := find(m.Features(c.layer, scale, c.within), c.key, c.want)
			if !ok {
				t.Errorf("%s at scale %v is missing", c.name, scale)
				continue
			}
			if f.Bound != f.Geometry.Bound() {
				t.Errorf("%s: bound %v is not that of the geometry %v", c.name, f.Bound, f.Geometry.Bound())
			}
		}
	}
	if f, _ := find(m.Features(scene.Divisions, 18000, middleEast), "IQ.10", ""); !planar.MultiPolygonContains(f.Geometry.(orb.MultiPolygon), f.Label) {
		t.Errorf("the label of Diyala, %v, is not in it", f.Label)
	}
}

func TestImportantFirst(t *testing.T) {
	m := open(t)
	for layer := scene.Land; layer <= basemap.Coasts; layer++ {
		fs := m.Features(layer, 4000, earth)
		if len(fs) == 0 {
			t.Errorf("layer %d is empty", layer)
		}
		for i := 1; i < len(fs); i++ {
			if fs[i].Rank < fs[i-1].Rank {
				t.Fatalf("layer %d: rank %d comes after %d", layer, fs[i].Rank, fs[i-1].Rank)
			}
		}
	}
}

func TestSameAnswer(t *testing.T) {
	a, b := open(t), open(t)
	for layer := scene.Land; layer <= basemap.Coasts; layer++ {
		x := a.Features(layer, 18000, middleEast)
		if diff := cmp.Diff(x, b.Features(layer, 18000, middleEast)); diff != "" {
			t.Fatalf("layer %d: %s", layer, diff)
		}
		if diff := cmp.Diff(x, a.Features(layer, 18000, middleEast)); diff != "" {
			t.Fatalf("layer %d, asked again: %s", layer, diff)
		}
	}
}

// TestCutOutsideOfTheBound: what is cut off is never in the bound: the area
// and the length inside are those of the whole.
func TestCutOutsideOfTheBound(t *testing.T) {
	m := open(t)
	rapid.Check(t, func(t *rapid.T) {
		w := rapid.Float64Range(0.5, 30).Draw(t, "width")
		h := rapid.Float64Range(0.5, 20).Draw(t, "height")
		west := rapid.Float64Range(-180, 180-w).Draw(t, "west")
		south := rapid.Float64Range(-60, 60).Draw(t, "south")
		b := orb.Bound{Min: orb.Point{west, south}, Max: orb.Point{west + w, south + h}}
		p := orb.Point{
			rapid.Float64Range(b.Min[0], b.Max[0]).Draw(t, "lon"),
			rapid.Float64Range(b.Min[1], b.Max[1]).Draw(t, "lat"),
		}
		const scale = 6000
		var in gazetteer.AreaKey
		for _, f := range m.Features(scene.Countries, scale, b) {
			if f.Bound.Min[0] < -180 || f.Bound.Max[0] > 180 {
				t.Fatalf("%s goes beyond the date line: %v", f.Name, f.Bound)
			}
			if planar.MultiPolygonContains(f.Geometry.(orb.MultiPolygon), p) {
				in = f.Key
			}
		}
		for _, f := range m.Features(scene.Countries, scale, earth) {
			if whole := planar.MultiPolygonContains(f.Geometry.(orb.MultiPolygon), p); whole != (f.Key == in) {
				t.Fatalf("%v is in %q of the features cut, and in %q of the whole: %v", p, in, f.Key, whole)
			}
		}
	})
}

func TestHolesAndSeas(t *testing.T) {
	m := open(t)
	in := func(layer scene.Layer, p orb.Point, scale float64) (keys []gazetteer.AreaKey) {
		for _, f := range m.Features(layer, scale, p.Bound().Pad(2)) {
			if planar.MultiPolygonContains(f.Geometry.(orb.MultiPolygon), p) {
				keys = append(keys, f.Key)
			}
		}
		return keys
	}
	for _, c := range []struct {
		name  string
		p     orb.Point
		layer scene.Layer
		want  int // features that contain it
	}{
		{"Lesotho is one country, not two", orb.Point{28.2, -29.6}, scene.Countries, 1},
		{"Lesotho is land", orb.Point{28.2, -29.6}, scene.Land, 1},
		{"San Marino", orb.Point{12.45, 43.94}, scene.Land, 1},
		{"the Caspian is not", orb.Point{50.5, 41.5}, scene.Land, 0},
		{"the Gulf is not", orb.Point{50.5, 27.5}, scene.Land, 0},
		{"Baghdad", orb.Point{44.4, 33.3}, scene.Divisions, 1},
		{"Chukotka east of the date line", orb.Point{-175, 66.5}, scene.Land, 1},
		{"Antarctica", orb.Point{0, -80}, scene.Land, 1},
	} {
		for _, scale := range []float64{2000, 8000, 30000, 100000} {
			if c.name == "San Marino" && scale < 8000 {
				continue
			}
			if got := in(c.layer, c.p, scale); len(got) != c.want {
				t.Errorf("%s at %v: in %q, want %d", c.name, scale, got, c.want)
			}
		}
	}
}

// TestLandHasNoSeams: land is the countries' sum, at every level.
func TestLandHasNoSeams(t *testing.T) {
	m := open(t)
	for _, scale := range []float64{2000, 8000, 30000} {
		var land, countries float64
		for _, f := range m.Features(scene.Land, scale, earth) {
			land += planar.Area(f.Geometry)
		}
		for _, f := range m.Features(scene.Countries, scale, earth) {
			countries += planar.Area(f.Geometry)
		}
		if math.Abs(land-countries)/land > 1e-3 {
			t.Errorf("scale %v: land of %v square degrees, countries of %v", scale, land, countries)
		}
	}
}

func TestOverTheDateLine(t *testing.T) {
	m := open(t)
	for _, f := range m.Features(scene.Land, 20000, fiji) {
		if f.Bound.Max[0] < 170 || f.Bound.Min[0] > 190 {
			t.Errorf("land at %v is not beside Fiji", f.Bound)
		}
	}
	east := 0
	for _, f := range m.Features(basemap.Coasts, 20000, fiji) {
		for _, l := range f.Geometry.(orb.MultiLineString) {
			for i := 1; i < len(l); i++ {
				if l[i][0] == 180 && l[i-1][0] == 180 && math.Abs(l[i][1]-l[i-1][1]) > 1e-9 {
					t.Errorf("a coast runs along the date line: %v %v", l[i-1], l[i])
				}
			}
		}
		if f.Bound.Max[0] > 180 {
			east++
		}
	}
	if east == 0 {
		t.Error("nothing lies east of the date line")
	}
	// From the east the same, a turn away.
	back := orb.Bound{Min: orb.Point{-184, -20}, Max: orb.Point{-176, -15}}
	if a, b := m.Features(scene.Land, 20000, fiji), m.Features(scene.Land, 20000, back); len(a) != len(b) {
		t.Errorf("%d features from the west, %d from the east", len(a), len(b))
	}
	got := m.Towns(orb.Bound{Min: orb.Point{170, -30}, Max: orb.Point{190, -10}}, 5)
	if len(got) != 2 || got[0].Name != "Apia" || got[1].Name != "Suva" {
		t.Errorf("towns over the date line: %v", got)
	}
	if got := m.Towns(middleEast, 0); got != nil {
		t.Errorf("no towns asked for, got %v", got)
	}
}

func TestContaining(t *testing.T) {
	m := open(t)
	for _, c := range []struct {
		name string
		p    orb.Point
		want gazetteer.AreaKey
	}{
		{"Baquba", orb.Point{44.64, 33.75}, "IQ.10"},
		{"Mosul", orb.Point{43.13, 36.34}, "IQ.15"},
		{"Baghdad", orb.Point{44.40, 33.34}, "IQ.07"},
		{"Baghdad, a turn further", orb.Point{404.40, 33.34}, "IQ.07"},
		{"Samarra", orb.Point{43.88, 34.20}, "IQ.18"},
		{"London", orb.Point{-0.12, 51.5}, "GB.ENG"},
		{"Bordeaux", orb.Point{-0.58, 44.84}, "FR.75"},
		{"Simferopol", orb.Point{34.1, 44.95}, "UA.11"},
		{"Cayenne", orb.Point{-52.33, 4.93}, "GF.GF"},
		{"Maseru", orb.Point{27.48, -29.32}, "LS.14"},
		{"a division that has been divided since", orb.Point{36.07, -0.28}, "KE"},
		{"Antarctica", orb.Point{20, -80}, "AQ"},
		{"the Caspian", orb.Point{50.5, 41.5}, ""},
		{"the ocean", orb.Point{-30, 0}, ""},
		{"nowhere", orb.Point{math.NaN(), 0}, ""},
	} {
		if got := m.Containing(c.p); got != c.want {
			t.Errorf("%s: Containing(%v) = %q, want %q", c.name, c.p, got, c.want)
		}
	}
}

func TestAreas(t *testing.T) {
	m := open(t)
	for _, c := range []struct {
		key    gazetteer.AreaKey
		in     orb.Point
		lo, hi orb.Point // about the bound
	}{
		{"IQ.10", orb.Point{44.9, 34.0}, orb.Point{44.2, 33.1}, orb.Point{46, 35.2}},
		{"IQ", orb.Point{43, 33}, orb.Point{38.8, 29.1}, orb.Point{48.6, 37.4}},
		{"FJ", orb.Point{178, -18}, orb.Point{174.6, -21.7}, orb.Point{181.8, -12.5}},
		{"RU", orb.Point{90, 60}, orb.Point{19.6, 41.2}, orb.Point{190.4, 81.9}},
		{"LS", orb.Point{28, -29.5}, orb.Point{27, -30.7}, orb.Point{29.5, -28.6}},
	} {
		mp := m.Area(c.key, 60000)
		if !planar.MultiPolygonContains(mp, c.in) {
			t.Errorf("%s does not contain %v", c.key, c.in)
		}
		b, ok := m.AreaBound(c.key)
		if !ok || math.Abs(b.Min[0]-c.lo[0])+math.Abs(b.Min[1]-c.lo[1])+math.Abs(b.Max[0]-c.hi[0])+math.Abs(b.Max[1]-c.hi[1]) > 1 {
			t.Errorf("AreaBound(%s) = %v, %v, want about %v to %v", c.key, b, ok, c.lo, c.hi)
		}
		if !m.HasArea(c.key) {
			t.Errorf("HasArea(%s) is false", c.key)
		}
		if p, ok := m.LabelPoint(c.key); !ok || !planar.MultiPolygonContains(mp, p) {
			t.Errorf("LabelPoint(%s) = %v, %v is not in it", c.key, p, ok)
		}
	}
	// Too small for the world, still there.
	if len(m.Area("VA", 1000)) == 0 || len(m.Area("MC", 1000)) == 0 {
		t.Error("small countries have no area in the world")
	}
	for _, key := range []gazetteer.AreaKey{"", "QQ", "IQ.99"} {
		if mp := m.Area(key, 1000); mp != nil {
			t.Errorf("Area(%q) has %d polygons", key, len(mp))
		}
		if _, ok := m.AreaBound(key); ok {
			t.Errorf("AreaBound(%q) is there", key)
		}
		if m.HasArea(key) {
			t.Errorf("HasArea(%q)", key)
		}
		if _, ok := m.LabelPoint(key); ok {
			t.Errorf("LabelPoint(%q) is there", key)
		}
	}
	if got := basemap.CountryOf("IQ.10") + basemap.CountryOf("IQ") + basemap.CountryOf(""); got != "IQIQ" {
		t.Errorf("CountryOf = %q", got)
	}
}

func TestConcurrentUse(t *testing.T) {
	m := open(t)
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			for k := range 20 {
				b := orb.Bound{Min: orb.Point{float64(k * 5), 20}, Max: orb.Point{float64(k*5 + 20), 40}}
				if len(m.Features(scene.Countries, float64(2000*(i+1)), b)) == 0 {
					t.Error("no countries")
				}
				m.Containing(orb.Point{44.4, 33.3})
			}
		})
	}
	wg.Wait()
}

func TestOfTheView(t *testing.T) {
	m := open(t)
	v := proj.World(proj.Mercator(), orb.Point{1280, 720}).Fit(middleEast, 0)
	if fs := m.Features(scene.Countries, v.Scale, v.Bound()); len(fs) < 10 {
		t.Errorf("%d countries in the Middle East", len(fs))
	}
}

func BenchmarkFeaturesMiddleEast(b *testing.B) {
	m := open(b)
	v := proj.World(proj.Mercator(), orb.Point{1280, 720}).Fit(middleEast, 0)
	all := func(v proj.View) {
		for layer := scene.Land; layer <= basemap.Coasts; layer++ {
			m.Features(layer, v.Scale, v.Bound())
		}
	}
	b.Run("same", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			all(v)
		}
	})
	b.Run("dragged", func(b *testing.B) {
		b.ReportAllocs()
		u := v
		for b.Loop() {
			u = u.Pan(3, 0)
			all(u)
		}
	})
}

func BenchmarkContaining(b *testing.B) {
	m := open(b)
	ps := []orb.Point{{44.64, 33.75}, {-0.12, 51.5}, {100, 65}, {-70, 70}, {116.4, 39.9}, {-30, 0}, {50.5, 41.5}}
	for _, p := range ps {
		m.Containing(p)
	}
	for i, name := range []string{"Baquba", "London", "Krasnoyarsk", "Nunavut", "Beijing", "ocean", "Caspian"} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				m.Containing(ps[i])
			}
		})
	}
}

func BenchmarkOpen(b *testing.B) {
	for b.Loop() {
		m := open(b)
		m.Features(scene.Countries, 18000, middleEast)
	}
}
