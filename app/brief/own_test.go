package brief

import (
	"bytes"
	"errors"
	"reflect"
	"strings"
	"testing"

	"dateline/timeline"
	"dateline/timeline/edtf"
)

func ptr[T any](v T) *T { return &v }

// decided is a brief in which every kind of decision about an event is made.
func decided() Brief {
	b, id := Brief{Title: "T"}.WithOwn("")
	b, split := b.WithOwn("e1")
	b = b.WithEdit(id, func(e *Edit) {
		e.Title = ptr("A bridge is blown up")
		e.Places = &[]Place{{Name: "Shendi", Role: timeline.Near, Lon: 33.4, Lat: 16.7, RadiusKM: 5, Country: "SD", GeonameID: 3, Why: "set by hand"}}
		e.Way = &Way{Points: [][2]float64{{33, 16}, {34, 17}}, WidthPX: 20}
		e.Figures = &[]timeline.Figure{{Min: 3, Of: "dead", Stated: "three"}}
		e.Claims = &[]timeline.Claim{{By: "a driver", Stance: timeline.Claims, Grade: "C3"}}
		e.Actors = &[]timeline.Actor{{Name: "Rebels", Role: timeline.By}}
		e.Media = &[]Media{{Path: "bridge.jpg", Credit: "A. Photographer", Text: "the bridge"}}
	})
	b = b.WithEdit("e2", func(e *Edit) {
		e.Into = ptr(split)
		e.From = []timeline.Span{{Source: "s", Start: 3, End: 9}}
	})
	b.Eras = []Era{{Name: "The dry season", When: edtf.MustParse("2014-01/2014-05")}}
	return b
}

func TestDecisionsAreKeptInTheFile(t *testing.T) {
	b := decided()
	data, err := Marshal(b)
	if err != nil {
		t.Fatal(err)
	}
	got, err := Unmarshal(data)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got.Edits, b.Edits) || !reflect.DeepEqual(got.Own, b.Own) || !reflect.DeepEqual(got.Eras, b.Eras) {
		t.Errorf("read back:\n%+v\nwant\n%+v", got, b)
	}
	again, err := Marshal(got)
	if err != nil || !bytes.Equal(again, data) {
		t.Errorf("written again it differs (%v):\n%s", err, again)
	}
}

func TestDecisionsThatCannotBe(t *testing.T) {
	tests := map[string]struct{ json, want string }{
		"place":  {`{"e1": {"places": [{"name": "X", "lon": 200, "lat": 0}]}}`, "lies nowhere on earth"},
		"radius": {`{"e1": {"places": [{"name": "X", "lon": 2, "lat": 0, "radius_km": -1}]}}`, "lies nowhere on earth"},
		"way":    {`{"e1": {"way": {"points": [[1, 2]]}}}`, "fewer than two points"},
		"point":  {`{"e1": {"way": {"points": [[1, 2], [1, 99]]}}}`, "lies nowhere on earth"},
		"grade":  {`{"e1": {"claims": [{"by": "x", "stance": "claims", "grade": "Z9"}]}}`, `no grade "Z9"`},
		"stance": {`{"e1": {"claims": [{"by": "x", "stance": "sings", "grade": "B2"}]}}`, `no stance "sings"`},
	}
	for name, tt := range tests {
		_, err := Unmarshal([]byte(`{"dateline": 1, "edits": ` + tt.json + `}`))
		var damaged *DamagedError
		if !errors.As(err, &damaged) || !strings.Contains(err.Error(), tt.want) || !strings.Contains(err.Error(), "edit of e1") {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, own := range []string{`[{"id": "x"}]`, `[{"id": "own-1"}, {"id": "own-1"}]`, `[{}]`} {
		if _, err := Unmarshal([]byte(`{"dateline": 1, "own": ` + own + `}`)); err == nil {
			t.Errorf("own %s is read", own)
		}
	}
}

func TestOwnEventsHaveNamesOfTheirOwn(t *testing.T) {
	b, first := Brief{}.WithOwn("")
	b, second := b.WithOwn("")
	c := b.WithEdit(first, func(e *Edit) { e.Title = ptr("x") }).WithoutOwn(first)
	d, third := c.WithOwn("")
	if first == second || third == second || !IsOwn(first) || IsOwn("e1") {
		t.Errorf("%s %s %s", first, second, third)
	}
	if len(b.Own) != 2 || len(c.Own) != 1 || len(d.Own) != 2 || len(c.Edits) != 0 {
		t.Errorf("%d, %d, %d of them, %d edits", len(b.Own), len(c.Own), len(d.Own), len(c.Edits))
	}
}

func TestSameEdits(t *testing.T) {
	a := decided().Edits["own-1"]
	b := decided().Edits["own-1"]
	if !a.Same(a) || !a.Same(b) {
		t.Error("an edit is not the same as itself or a copy")
	}
	b.Title = ptr("another")
	if a.Same(b) {
		t.Error("another title is the same")
	}
}

func TestWordsAloneAreNoDecision(t *testing.T) {
	b := Brief{}.WithEdit("e", func(e *Edit) { e.From = []timeline.Span{{Start: 1, End: 2}} })
	if len(b.Edits) != 0 {
		t.Errorf("%+v", b.Edits)
	}
}

func TestValidGrade(t *testing.T) {
	for g, want := range map[timeline.Admiralty]bool{"": true, "A1": true, "F6": true, "G1": false, "A7": false, "A0": false, "B": false, "B2 ": false} {
		if ValidGrade(g) != want {
			t.Errorf("%q: %v", g, !want)
		}
	}
}
