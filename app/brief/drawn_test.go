package brief

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"

	"dateline/geo/gazetteer"
	"dateline/geo/scene"
	"dateline/timeline/edtf"
)

func drawnBrief() Brief {
	square := orb.MultiPolygon{{{{40, 30}, {42, 30}, {42, 32}, {40, 30}}}}
	return Brief{
		Title: "The coast",
		Controls: []scene.Control{{ID: "c1", Label: "Held", Side: "Reds", Against: "Blues", Outlines: []scene.Outline{
			{When: edtf.MustParse("2020-03-01"), Areas: []gazetteer.AreaKey{"AA.01"}},
			{When: edtf.MustParse("2020-03-04/.."), Polygons: square},
		}}},
		Fronts: []scene.Front{{ID: "f1", Side: "Reds", Claimed: true, Lines: []scene.Line{{When: edtf.MustParse("2020-03"), Points: orb.LineString{{40, 30}, {41, 31.5}}}}}},
		Routes: []scene.Route{{ID: "r1", Label: "Convoy", Planned: true, Points: orb.LineString{{179, 1}, {181, 2}}}},
	}
}

func TestDrawnIsKept(t *testing.T) {
	want := drawnBrief()
	file := string(mustMarshal(want))
	for _, words := range []string{`"controls"`, `"areas":["AA.01"]`, `"when":"2020-03-04/.."`, `"coordinates":[[[[40,30]`, `"fronts"`, `"routes"`} {
		if squeezed := strings.NewReplacer(" ", "", "\n", "").Replace(file); !strings.Contains(squeezed, words) {
			t.Errorf("the file has no %s:\n%s", words, file)
		}
	}
	got, err := open(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range []string{cmp.Diff(want.Fronts, got.Fronts, cmp.Comparer(edtf.Value.Equal)), cmp.Diff(want.Routes, got.Routes, cmp.Comparer(edtf.Value.Equal)),
		cmp.Diff(want.Controls, got.Controls, cmp.Comparer(edtf.Value.Equal))} {
		if d != "" {
			t.Error(d)
		}
	}
	patch, err := Patch(Brief{Title: want.Title}, want)
	if err != nil {
		t.Fatal(err)
	}
	again, err := Brief{Title: want.Title}.Apply(patch)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want.Controls, again.Controls, cmp.Comparer(edtf.Value.Equal)); d != "" {
		t.Error(d)
	}
}

func TestDrawnKeepsWhatIsUnknown(t *testing.T) {
	file := `{"dateline": 2, "title": "x", "routes": [{"id": "r1", "when": "", "coordinates": [[1, 2], [3, 4]], "weight": 7}]}`
	b, err := open(file)
	if err != nil {
		t.Fatal(err)
	}
	if out := string(mustMarshal(b)); !strings.Contains(out, `"weight"`) {
		t.Errorf("the weight is gone:\n%s", out)
	}
}

func TestDrawnDamaged(t *testing.T) {
	for _, c := range []struct{ name, key, json, want string }{
		{"an outline of nothing", "controls", `[{"id":"c","side":"A","outlines":[{"when":"2020"}]}]`, "names no area"},
		{"an open ring", "controls", `[{"id":"c","side":"A","outlines":[{"when":"2020","coordinates":[[[[1,1],[2,1],[2,2],[1,2]]]]}]}]`, "does not end where it begins"},
		{"a point beyond the pole", "routes", `[{"id":"r","when":"2020","coordinates":[[1,1],[2,91]]}]`, "no point 2, 91"},
		{"a line of one point", "fronts", `[{"id":"f","side":"A","lines":[{"when":"2020","coordinates":[[1,1]]}]}]`, "two points"},
		{"no date", "fronts", `[{"id":"f","side":"A","lines":[{"when":"soon","coordinates":[[1,1],[2,2]]}]}]`, "soon"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Brief{}.Apply([]byte(`{"` + c.key + `":{"cut":0,"at":0,"put":` + c.json + `}}`))
			if err == nil {
				t.Fatal("no error")
			}
			var damaged *DamagedError
			if !errors.As(err, &damaged) {
				t.Errorf("error %v", err)
			}
		})
	}
}
