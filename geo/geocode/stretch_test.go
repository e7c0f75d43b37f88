package geocode

import (
	"context"
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"dateline/geo/gazetteer"
	"dateline/timeline"
)

// TestStretches: two names that are the ends of something are one area.
func TestStretches(t *testing.T) {
	for _, c := range []struct {
		text string
		want string // names of the locations
	}{
		{"A convoy was hit between [Mosul] and [Tikrit].", "Mosul – Tikrit"},
		{"It lies between the cities of [Mosul] and [Tikrit].", "Mosul – Tikrit"},
		{"On the road from [Mosul] to [Tikrit].", "Mosul – Tikrit"},
		{"Along the highway linking [Mosul] and [Tikrit].", "Mosul – Tikrit"},
		{"On the [Mosul]-[Tikrit] highway.", "Mosul – Tikrit"},
		{"On the [Mosul]–[Tikrit] supply road.", "Mosul – Tikrit"},
		{"Talks between [Iraq] and [Iran].", "Iraq, Iran"},
		{"In [Mosul] and [Tikrit].", "Mosul, Tikrit"},
		{"From [Mosul] to [Tikrit].", "Mosul, Tikrit"},
		{"Between [Mosul] and [Dallas].", "Mosul, Dallas"}, // an ocean apart
		{"[Mosul]-[Tikrit].", "Mosul, Tikrit"},
	} {
		got := at(t, c.text, nil, nil)
		var names []string
		for _, l := range got.At {
			names = append(names, l.Name)
		}
		if s := strings.Join(names, ", "); s != c.want {
			t.Errorf("%s: %s, want %s", c.text, s, c.want)
		}
	}
	l := at(t, "Between [Mosul] and [Tikrit].", nil, nil).At[0]
	mosul, tikrit := orb.Point{43.13, 36.34}, orb.Point{43.68, 34.61}
	if a, b := distanceKM(l.Point, mosul), distanceKM(l.Point, tikrit); a-b > 1 || b-a > 1 || l.RadiusKM < a-1 || l.RadiusKM > a+1 {
		t.Errorf("%.1f and %.1f km from the ends, radius %.1f", a, b, l.RadiusKM)
	}
	if !strings.HasPrefix(l.Why, "between Mosul and Tikrit, 199 km apart") {
		t.Error(l.Why)
	}
}

func TestBorderOfACountryIsNoPin(t *testing.T) {
	for _, text := range []string{"Along the border with [Iran].", "On the border between [Iran] and [Iraq].", "In villages bordering [Iran]."} {
		got := at(t, text, nil, nil)
		if got.OnMap() || !strings.Contains(got.Unplaced, "the report names the border of Iran and no place on it") {
			t.Errorf("%s: %+v", text, got.Unplaced)
		}
	}
	if got := at(t, "In [Iran].", nil, nil); got.Unplaced != "only a country is named: Iran" {
		t.Error(got.Unplaced)
	}
}

// sized is a world with places of known size.
func sized() fake {
	f := world()
	for i := range f.places {
		switch p := &f.places[i]; {
		case p.Level == gazetteer.Division && p.Name == "Diyala":
			p.RadiusKM = 90
		case p.Level == gazetteer.District && p.Name == "Montgomery County":
			p.RadiusKM = 40
		}
	}
	f.places = append(f.places,
		gazetteer.Place{GeonameID: 9001, Name: "Lake Alba", Level: gazetteer.District, Point: orb.Point{43, 35}, RadiusKM: 25, Natural: true},
		gazetteer.Place{GeonameID: 9002, Name: "Great Desert", Level: gazetteer.Country, Point: orb.Point{43, 35}, RadiusKM: 900, Natural: true},
		gazetteer.Place{GeonameID: 9003, Name: "Alba", Level: gazetteer.Town, Country: "IQ", Admin1: "18", Point: orb.Point{43.5, 35}, Population: 400_000},
		gazetteer.Place{GeonameID: 9004, Name: "Alba River", Level: gazetteer.Country, Point: orb.Point{44, 30}, RadiusKM: 600, Natural: true})
	f.also["alba"] = append(f.also["alba"], 9004)
	return f
}

func TestSizes(t *testing.T) {
	place := func(text string, change func(*timeline.Place)) Location {
		t.Helper()
		r := reading(text)
		p := timeline.Place{Mention: r.Places[0], Role: timeline.At}
		if change != nil {
			change(&p)
		}
		r.Events = []timeline.Event{{ID: "e", Places: []timeline.Place{p}}}
		res, err := Place(context.Background(), r, sized(), nil)
		if err != nil {
			t.Fatal(err)
		}
		return res.Events[0].At[0]
	}
	north := func(p *timeline.Place) { p.HasBearing = true }
	if l := place("North of [Diyala|division].", north); l.Area != "" || l.RadiusKM != 45 || distanceKM(l.Point, orb.Point{45.1, 33.9}) < 130 {
		t.Errorf("north of a division: %+v", l)
	}
	if l := place("In [Lake Alba|natural].", nil); l.Country || l.RadiusKM != 25 || !l.Place.Natural {
		t.Errorf("on a lake: %+v", l)
	}
	if l := place("North of [Lake Alba|natural].", north); l.RadiusKM != 12.5 || l.Point[1] <= 35.2 {
		t.Errorf("north of a lake: %+v", l)
	}
	if l := place("In the [Great Desert|natural].", nil); !l.Country {
		t.Errorf("a desert has a mark: %+v", l)
	}
	// A bare name is the town's, unless the text says what it is.
	if l := place("In [Alba].", nil); l.Place.Level != gazetteer.Town {
		t.Errorf("%+v", l.Place)
	}
	if l := place("On the [Alba|natural].", nil); l.Place.Name != "Alba River" {
		t.Errorf("%+v", l.Place)
	}
}

// A name behind a place as its container is rather a division than a town.
func TestHolders(t *testing.T) {
	r := reading("In [Nowhere Hill|in=Texas], [Texas] and [Dallas].")
	d := newDocument(r.Document.Text, r.Places, world())
	if n := len(d.holders()); n != 1 {
		t.Errorf("%d holders", n)
	}
	ss := []sense{{Match: gazetteer.Match{Place: gazetteer.Place{Level: gazetteer.Town}}, base: 2}, {Match: gazetteer.Match{Place: gazetteer.Place{Level: gazetteer.Division}}}}
	if hold(ss); ss[0].Place.Level != gazetteer.Division {
		t.Errorf("%+v", ss)
	}
	hold(nil)
}

func TestOtherForms(t *testing.T) {
	if got := spellings("S. C."); len(got) < 2 || got[1] != "S.C." {
		t.Errorf("%q", got)
	}
}
