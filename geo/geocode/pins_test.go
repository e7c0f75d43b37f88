package geocode

import (
	"testing"

	"github.com/paulmach/orb"

	"dateline/timeline"
)

func TestPinEverywhere(t *testing.T) {
	w := world()
	var texas int64
	for _, p := range w.places {
		if p.Name == "Paris" && p.Admin1 == "TX" {
			texas = p.GeonameID
		}
	}
	got := place(t, "In [Paris] and again in [Paris].", Pin{Name: "paris", GeonameID: texas})
	for _, r := range got {
		if first(r) != "town Paris US.TX" || !r.Pinned || r.Candidates[0].Why != "chosen by hand" {
			t.Errorf("%s, pinned %v, %q", first(r), r.Pinned, r.Candidates[0].Why)
		}
		if len(r.Candidates) != 2 || describe(r.Candidates[1].Place) != "town Paris FR.11" {
			t.Errorf("the other candidates are lost: %+v", r.Candidates)
		}
	}
}

func TestPinGivesAnUnknownNameAPlace(t *testing.T) {
	pin := Pin{Name: "Qwertzstadt", Lon: 44.5, Lat: 33.4, RadiusKM: 3}
	e := at(t, "At [Qwertzstadt].", []Pin{pin}, nil)
	if len(e.At) != 1 || e.At[0].Point != (orb.Point{44.5, 33.4}) || e.At[0].RadiusKM != 3 || e.Unplaced != "" {
		t.Fatalf("%+v", e)
	}
	if p := e.At[0].Place; p.Country != "IQ" || p.Name != "Qwertzstadt" {
		t.Errorf("place %+v", p)
	}
}

func TestPinOfOneEvent(t *testing.T) {
	pins := []Pin{{Name: "Mosul", Event: "e1", Lon: 43, Lat: 36}, {Name: "Tikrit", Event: "other", Lon: 1, Lat: 1}}
	e := at(t, "At [Mosul] and [Tikrit].", pins, nil)
	if e.At[0].Point != (orb.Point{43, 36}) || e.At[0].Role != timeline.At || e.At[0].Why != "chosen by hand" {
		t.Errorf("pinned %+v", e.At[0])
	}
	if e.At[1].Point != (orb.Point{43.68, 34.61}) {
		t.Errorf("a pin of another event counts: %+v", e.At[1])
	}
}

func TestPinOfAnEventWithoutPlaces(t *testing.T) {
	e := at(t, "In [Iran].", []Pin{{Event: "e1", Lon: 51.4, Lat: 35.7}}, nil)
	if len(e.At) != 2 || !e.OnMap() || e.Unplaced != "" || e.At[0].Point != (orb.Point{51.4, 35.7}) || e.At[0].Name != "Tehran" {
		t.Errorf("%+v", e)
	}
}

func TestLaterPinCounts(t *testing.T) {
	e := at(t, "At [Mosul].", []Pin{{Name: "Mosul", Lon: 1, Lat: 1}, {Name: "Mosul", Lon: 2, Lat: 2}}, nil)
	if e.At[0].Point != (orb.Point{2, 2}) {
		t.Errorf("%+v", e.At[0])
	}
}

func TestPinToACountryOrDivision(t *testing.T) {
	w := world()
	ids := map[string]int64{}
	for _, p := range w.places {
		ids[describe(p)] = p.GeonameID
	}
	e := at(t, "At [Georgia].", []Pin{{Name: "Georgia", GeonameID: ids["division Georgia US.GA"]}}, nil)
	if e.At[0].Area != "US.GA" {
		t.Errorf("division: %+v", e.At[0])
	}
	e = at(t, "At [Georgia].", []Pin{{Name: "Georgia", GeonameID: ids["country GE"]}}, nil)
	if !e.At[0].Country || e.Unplaced == "" {
		t.Errorf("country: %+v", e)
	}
}
