package main

import (
	"bytes"
	"compress/gzip"
	"io"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"
	"pgregory.net/rapid"

	"dateline/geo/basemap/pack"
)

// small is a world of two countries: A has a west and an east half, and B lies
// within the east half; A's island is cut at the date line. A third country is
// three provinces of one division.
const small = `{"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"name":"West","iso_a2":"AA","admin":"Aland","geonunit":"Aland","gn_a1_code":"AA.01"},
 "geometry":{"type":"Polygon","coordinates":[[[0,0],[4,0],[4,8],[0,8],[0,0]]]}},
{"type":"Feature","properties":{"name":"East","name_en":"Eastern","iso_a2":"AA","admin":"Aland","geonunit":"Aland","gn_a1_code":"AA."},
 "geometry":{"type":"MultiPolygon","coordinates":[[[[4,0],[4,8],[12,8],[12,0],[4,0]],[[6,2],[6,6],[10,6],[10,2],[6,2]]],[[[178,-2],[180,-2],[180,2],[178,2],[178,-2]]]]}},
{"type":"Feature","properties":{"name":"Inner","iso_a2":"-1","admin":"Bland","geonunit":"Bland","gn_a1_code":"-1"},
 "geometry":{"type":"Polygon","coordinates":[[[6,2],[10,2],[10,6],[6,6],[6,2]]]}},
{"type":"Feature","properties":{"name":"North","iso_a2":"CC","admin":"Cland","geonunit":"Home","region":"","gn_a1_code":"CC.X"},
 "geometry":{"type":"Polygon","coordinates":[[[20,4],[24,4],[24,8],[20,8],[20,4]]]}},
{"type":"Feature","properties":{"name":"South","iso_a2":"CC","admin":"Cland","geonunit":"Home","region":"","gn_a1_code":"CC.Y"},
 "geometry":{"type":"Polygon","coordinates":[[[20,0],[24,0],[24,4],[20,4],[20,0]]]}}]}`

// smallTowns vote: longitude and latitude, country, code.
const smallTowns = "1 1 AA 01\n2 2 AA 01\n3 3 AA 09\n11 1 AA 02\n5 5 AA 02\n8 4 BB 07\n21 6 CC H\n22 2 CC H\n100 0 ZZ 01\n"

func towns(t *testing.T) string {
	t.Helper()
	var b strings.Builder
	for _, line := range strings.Split(strings.TrimSpace(smallTowns), "\n") {
		f := strings.Fields(line)
		row := make([]string, 19)
		row[4], row[5], row[8], row[10] = f[1], f[0], f[2], f[3]
		b.WriteString(strings.Join(row, "\t") + "\n")
	}
	return b.String()
}

func writeInputs(t *testing.T) inputs {
	t.Helper()
	dir := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	var zip bytes.Buffer
	z := gzip.NewWriter(&zip)
	if _, err := z.Write([]byte(small)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return inputs{
		divisions: write("d.gz", zip.String()),
		towns:     write("t.txt", towns(t)),
		rivers: write("r.json", `{"type":"FeatureCollection","features":[
			{"type":"Feature","properties":{"min_zoom":2.1},"geometry":{"type":"LineString","coordinates":[[43.69,34.6],[44.4,33.33]]}},
			{"type":"Feature","properties":{"min_zoom":5},"geometry":{"type":"LineString","coordinates":[[1,1],[2,2],[3,1]]}}]}`),
		lakes: write("l.json", `{"type":"FeatureCollection","features":[
			{"type":"Feature","properties":{"scalerank":1,"name":"Mirror Lake"},"geometry":{"type":"Polygon","coordinates":[[[1,4],[3,4],[3,6],[1,6],[1,4]]]}}]}`),
	}
}

// generate makes the map of the small world and opens its finest level.
func generate(t *testing.T) (dir string, finest *pack.Reader) {
	t.Helper()
	dir = t.TempDir()
	if err := run(writeInputs(t), dir, io.Discard); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(filepath.Join(dir, "world-5.bin"))
	if err != nil {
		t.Fatal(err)
	}
	finest, err = pack.Open(string(data))
	if err != nil {
		t.Fatal(err)
	}
	return dir, finest
}

func TestAgain(t *testing.T) {
	a, _ := generate(t)
	b, _ := generate(t)
	for i := range levels() {
		name := "world-" + string(rune('0'+i)) + ".bin"
		x, err := os.ReadFile(filepath.Join(a, name))
		if err != nil {
			t.Fatal(err)
		}
		y, err := os.ReadFile(filepath.Join(b, name))
		if err != nil || !bytes.Equal(x, y) {
			t.Errorf("%s differs when made again: %v", name, err)
		}
	}
}

func TestFeatures(t *testing.T) {
	_, r := generate(t)
	square := func(key, name string, layer int, area float64, parts int) {
		t.Helper()
		for _, m := range r.Layer(layer) {
			if m.Key != key || m.Name != name {
				continue
			}
			mp, err := r.Polygons(m)
			if err != nil {
				t.Fatal(err)
			}
			if got := math.Abs(planar.Area(mp)); math.Abs(got-area) > 1e-6 || len(mp) != parts {
				t.Errorf("%s %s: area %v in %d parts, want %v in %d", key, name, got, len(mp), area, parts)
			}
			for _, p := range mp {
				for i, ring := range p {
					if want := [2]orb.Orientation{orb.CCW, orb.CW}[min(i, 1)]; ring.Orientation() != want {
						t.Errorf("%s: ring %d runs the wrong way", key, i)
					}
				}
			}
			if !planar.MultiPolygonContains(mp, m.Label) {
				t.Errorf("%s: the label %v is outside", key, m.Label)
			}
			return
		}
		var have []string
		for _, m := range r.Layer(layer) {
			have = append(have, m.Key+" "+m.Name)
		}
		t.Errorf("no %q %q in layer %d: %q", key, name, layer, have)
	}
	square("AA", "Aland", countries, 96-16+8, 2)
	square("BB", "Bland", countries, 16, 1)
	square("CC", "Cland", countries, 32, 1)
	square("AA.01", "West", divisions, 32, 1)
	square("AA.02", "Eastern", divisions, 64-16+8, 2)
	square("BB.07", "Inner", divisions, 16, 1)
	square("CC.H", "Home", divisions, 32, 1)
	if n := len(r.Layer(divisions)); n != 4 {
		t.Errorf("%d divisions, want 4", n)
	}
}

// length is how long the lines of a layer are, in degrees.
func length(t *testing.T, r *pack.Reader, layer int) (total float64, features int) {
	t.Helper()
	for _, m := range r.Layer(layer) {
		ml, err := r.Lines(m)
		if err != nil {
			t.Fatal(err)
		}
		total += planar.Length(ml)
		features++
	}
	return total, features
}

func TestLines(t *testing.T) {
	_, r := generate(t)
	for _, c := range []struct {
		name     string
		layer    int
		length   float64
		features int
	}{
		{"the border of the inner country, once", borders, 16, 1},
		{"the line between west and east, not that between north and south", divisionLines, 8, 1},
		{"the shores, not the date line", coasts, 40 + 24 + 12 - 4, 3},
	} {
		if got, n := length(t, r, c.layer); math.Abs(got-c.length) > 1e-6 || n != c.features {
			t.Errorf("%s: %v long in %d features, want %v in %d", c.name, got, n, c.length, c.features)
		}
	}
	total := 0.0
	for _, m := range r.Layer(land) {
		mp, err := r.Polygons(m)
		if err != nil {
			t.Fatal(err)
		}
		total += planar.Area(mp)
	}
	if math.Abs(total-(96+8+32)) > 1e-6 {
		t.Errorf("land of %v, want %v", total, 96+8+32)
	}
}

func TestWater(t *testing.T) {
	_, r := generate(t)
	rivers := r.Layer(riverLines)
	if len(rivers) != 2 || rivers[0].Name != "Tigris" || rivers[0].Rank != 2 || rivers[1].Name != "" {
		t.Errorf("rivers %+v", rivers)
	}
	lakes := r.Layer(lakeAreas)
	if len(lakes) != 1 || lakes[0].Name != "Mirror Lake" || lakes[0].Label == (orb.Point{}) {
		t.Errorf("lakes %+v", lakes)
	}
}

func TestElect(t *testing.T) {
	known := map[string]bool{"AA.01": true, "AA.02": true, "BB.01": true}
	for _, c := range []struct {
		name         string
		p            polygon
		votes        map[string]int
		country, key string
	}{
		{"most towns", polygon{country: "AA"}, map[string]int{"AA.01": 5, "AA.02": 2}, "AA", "AA.01"},
		{"even, the first", polygon{country: "AA"}, map[string]int{"AA.01": 2, "AA.02": 2}, "AA", "AA.01"},
		{"divided since", polygon{country: "AA", code: "AA.01"}, map[string]int{"AA.01": 3, "AA.02": 2, "AA.03": 2, "AA.04": 1}, "AA", ""},
		{"towns of another country", polygon{country: "AA"}, map[string]int{"BB.01": 9, "AA.02": 1}, "BB", "BB.01"},
		{"a stray town of another country", polygon{country: "AA", code: "AA.02"}, map[string]int{"BB.01": 1}, "AA", "AA.02"},
		{"no towns, a known code", polygon{country: "AA", code: "AA.02"}, nil, "AA", "AA.02"},
		{"no towns, an unknown code", polygon{country: "AA", code: "AA.77"}, nil, "AA", ""},
		{"no country, towns", polygon{country: "-1", name: "?"}, map[string]int{"BB.01": 1}, "BB", "BB.01"},
		{"no country, a name", polygon{country: "-1", name: "Northern Cyprus"}, nil, "CY", ""},
		{"nothing", polygon{country: "-1"}, nil, "", ""},
		{"towns without a code", polygon{country: "AA"}, map[string]int{"AA.": 3}, "AA", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			country, key := elect(c.p, c.votes, known)
			if country != c.country || key != c.key {
				t.Errorf("elect = %q, %q, want %q, %q", country, key, c.country, c.key)
			}
		})
	}
}

func TestParseCourses(t *testing.T) {
	got, err := parseCourses("# rivers\n\nBig River: 1 2, -3.5 4\n")
	if err != nil || len(got) != 1 || got[0].name != "Big River" || len(got[0].points) != 2 || got[0].points[1] != (orb.Point{-3.5, 4}) {
		t.Errorf("parseCourses = %+v, %v", got, err)
	}
	for _, bad := range []string{"no colon", "A: 1", "A: x 2", "A: 1 y", "A: 200 1", "A: 1 2 3"} {
		if got, err := parseCourses(bad); err == nil {
			t.Errorf("parseCourses(%q) = %+v", bad, got)
		}
	}
	all, err := parseCourses(riverTable)
	if err != nil || len(all) < 120 {
		t.Errorf("the table has %d rivers: %v", len(all), err)
	}
}

func TestNameRivers(t *testing.T) {
	rivers := []river{{line: orb.LineString{{0, 0}, {10, 0}}}, {line: orb.LineString{{0, 1}, {10, 1}}}}
	missing := nameRivers(rivers, []course{
		{"South", []orb.Point{{5, 0.05}, {6, 0.9}}},
		{"North", []orb.Point{{5, 1.01}}},
		{"Nowhere", []orb.Point{{50, 50}}},
	})
	if rivers[0].name != "South" || rivers[1].name != "North" || len(missing) != 1 || missing[0] != "Nowhere" {
		t.Errorf("rivers %v, missing %v", rivers, missing)
	}
}

func TestKeepIsWithinTheTolerance(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		line := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) orb.Point {
			return orb.Point{rapid.Float64Range(-10, 10).Draw(t, "x"), rapid.Float64Range(-10, 10).Draw(t, "y")}
		}), 2, 60).Draw(t, "line")
		tolerance := rapid.Float64Range(0.01, 5).Draw(t, "tolerance")
		got := peucker(line, tolerance)
		if got[0] != line[0] || got[len(got)-1] != line[len(line)-1] {
			t.Fatal("the ends moved")
		}
		for _, p := range line {
			if d := planar.DistanceFrom(got, p); d > tolerance+1e-9 {
				t.Fatalf("%v is %v from the line, more than %v", p, d, tolerance)
			}
		}
	})
}

func TestLabelPoint(t *testing.T) {
	// A U: the middle of its bound is not in it.
	u := orb.Polygon{{{0, 0}, {9, 0}, {9, 9}, {7, 9}, {7, 2}, {2, 2}, {2, 9}, {0, 9}, {0, 0}}}
	if p := labelPoint(u); !planar.PolygonContains(u, p) {
		t.Errorf("the label of a U is at %v", p)
	}
	if p := labelPoint(orb.Polygon{{{0, 0}, {4, 0}, {4, 4}, {0, 4}, {0, 0}}}); math.Abs(p[0]-2) > 0.1 || math.Abs(p[1]-2) > 0.1 {
		t.Errorf("the label of a square is at %v", p)
	}
}

func TestSphereArea(t *testing.T) {
	octant := orb.Ring{{0, 0}, {90, 0}, {90, 89.999}, {0, 89.999}, {0, 0}}
	want := 4 * math.Pi * 6371 * 6371 / 8
	if got := sphereArea(octant); math.Abs(got-want)/want > 1e-3 {
		t.Errorf("an eighth of the earth is %v km², want %v", got, want)
	}
	octant.Reverse()
	if got := sphereArea(octant); got >= 0 {
		t.Errorf("clockwise, the area is %v", got)
	}
}

func TestSmooth(t *testing.T) {
	line := smooth(orb.LineString{{0, 0}, {1, 0}, {1, 1}})
	if line[0] != (orb.Point{0, 0}) || line[len(line)-1] != (orb.Point{1, 1}) || len(line) < 6 {
		t.Errorf("smooth = %v", line)
	}
	loop := smooth(orb.LineString{{0, 0}, {1, 0}, {1, 1}, {0, 0}})
	if loop[0] != loop[len(loop)-1] {
		t.Errorf("the loop %v is not closed", loop)
	}
}

func TestBadInputs(t *testing.T) {
	for _, change := range []func(*inputs){
		func(in *inputs) { in.divisions = in.lakes },
		func(in *inputs) { in.towns = in.lakes },
		func(in *inputs) { in.rivers = in.lakes },
		func(in *inputs) { in.lakes = in.rivers },
		func(in *inputs) { in.lakes = "none" },
	} {
		in := writeInputs(t)
		change(&in)
		if err := run(in, t.TempDir(), io.Discard); err == nil {
			t.Errorf("no error for %+v", in)
		}
	}
}
