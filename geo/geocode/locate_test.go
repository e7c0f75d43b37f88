package geocode

import (
	"context"
	"math"
	"testing"

	"github.com/paulmach/orb"

	"dateline/geo/gazetteer"
	"dateline/timeline"
)

// at builds an event at the i-th mentions of a marked text and places it.
func at(t *testing.T, text string, pins []Pin, change func([]timeline.Place)) Placed {
	t.Helper()
	r := reading(text)
	e := timeline.Event{ID: "e1"}
	for _, m := range r.Places {
		e.Places = append(e.Places, timeline.Place{Mention: m, Role: timeline.At})
	}
	if change != nil {
		change(e.Places)
	}
	r.Events = []timeline.Event{e}
	res, err := Place(context.Background(), r, world(), pins)
	if err != nil {
		t.Fatal(err)
	}
	return res.Events[0]
}

func TestLocations(t *testing.T) {
	mosul, baghdad, tikrit := orb.Point{43.13, 36.34}, orb.Point{44.40, 33.34}, orb.Point{43.68, 34.61}
	for _, c := range []struct {
		name, text string
		change     func([]timeline.Place)
		point      orb.Point
		radius     float64
		area       gazetteer.AreaKey
		country    bool
	}{
		{name: "town", text: "In [Mosul].", point: mosul},
		{name: "near a large city", text: "Near [Mosul].", point: mosul, radius: 30,
			change: func(p []timeline.Place) { p[0].Role = timeline.Near }},
		{name: "near a town", text: "Near [Tikrit].", point: tikrit, radius: 15,
			change: func(p []timeline.Place) { p[0].Role = timeline.Near }},
		{name: "distance only", text: "80 km from [Baghdad].", point: baghdad, radius: 80,
			change: func(p []timeline.Place) { p[0].DistanceKM = 80 }},
		{name: "distance and bearing", text: "80 km north of [Baghdad].", point: orb.Point{44.40, 34.0595}, radius: 16,
			change: func(p []timeline.Place) { p[0].DistanceKM, p[0].HasBearing = 80, true }},
		{name: "bearing only", text: "East of [Tikrit].", point: orb.Point{43.844, 34.61}, radius: 15,
			change: func(p []timeline.Place) { p[0].Bearing, p[0].HasBearing = 90, true }},
		{name: "division", text: "In [Diyala|division] province.", point: orb.Point{45.1, 33.9}, area: "IQ.10"},
		{name: "near a division", text: "Near [Diyala|division] province.", point: orb.Point{45.1, 33.9}, area: "IQ.10",
			change: func(p []timeline.Place) { p[0].Role = timeline.Near }},
		{name: "district", text: "In [Montgomery|district] County.", point: orb.Point{-77.2, 39.15}, radius: 20},
		{name: "country", text: "In [Iraq].", point: orb.Point{44, 33}, country: true},
		{name: "demonym", text: "The [Iraqi|adj] side.", point: orb.Point{44, 33}, country: true},
		{name: "government", text: "[Baghdad|figurative] said no.", point: orb.Point{44, 33}, country: true},
		{name: "somewhere in a division", text: "At [Qwertzstadt|in=Maryland].", point: orb.Point{-76.8, 39}, area: "US.MD"},
		{name: "somewhere by a town", text: "At [Qwertzstadt|in=Chicago].", point: orb.Point{-87.63, 41.88}, radius: 15},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := at(t, c.text, nil, c.change)
			if len(e.At) != 1 {
				t.Fatalf("%d locations: %+v", len(e.At), e.At)
			}
			l := e.At[0]
			if distanceKM(l.Point, c.point) > 0.5 || math.Abs(l.RadiusKM-c.radius) > 1e-9 || l.Area != c.area || l.Country != c.country {
				t.Errorf("got %+v, want point %v, radius %v, area %q, country %v", l, c.point, c.radius, c.area, c.country)
			}
			if l.Country == l.Drawable() {
				t.Errorf("country %v and drawable %v", l.Country, l.Drawable())
			}
			if l.Why == "" {
				t.Error("no reason")
			}
		})
	}
}

func TestUnplacedSaysWhy(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Nothing was named.", "no place is named"},
		{"In [Iran] he spoke.", "only a country is named: Iran"},
		{"In [Iran] and [Iraq] they spoke.", "only countries are named: Iran, Iraq"},
		{"At [Qwertzstadt].", "“Qwertzstadt” is in no gazetteer"},
		{"At [Qwertzstadt], [Iran].", "only a country is named: Iran; “Qwertzstadt” is in no gazetteer"},
		{"At [Mosul], [Iraq].", ""},
		{"At [Qwertzstadt] and [Mosul].", ""},
	} {
		e := at(t, c.text, nil, nil)
		if e.Unplaced != c.want {
			t.Errorf("%s: %q, want %q", c.text, e.Unplaced, c.want)
		}
		if len(e.At)+len(e.Missing) != len(e.Places) {
			t.Errorf("%s: %d places, %d found, %d missing", c.text, len(e.Places), len(e.At), len(e.Missing))
		}
		if e.OnMap() != (c.want == "") {
			t.Errorf("%s: on the map %v", c.text, e.OnMap())
		}
	}
}

func TestStatedDistanceIsNoPlaceOfItsOwn(t *testing.T) {
	e := at(t, "They fought near [Muqdadiya], 90 km (56 miles) from [Baghdad's] centre.", nil, func(p []timeline.Place) { p[0].Role = timeline.Near })
	if len(e.At) != 1 || e.At[0].Name != "Muqdadiya" {
		t.Fatalf("%+v", e.At)
	}
	if e.At[0].RadiusKM != 20 {
		t.Errorf("radius %v, want that of near", e.At[0].RadiusKM)
	}
}

func TestMovementMentionsAreResolved(t *testing.T) {
	r := reading("From [Mosul] south.")
	to := timeline.Place{Mention: timeline.Mention{Name: "Tikrit", Span: timeline.Span{Source: "s", Start: 40, End: 46}}, Role: timeline.To}
	r.Events = []timeline.Event{{ID: "e", Places: []timeline.Place{to}, Movement: &timeline.Movement{To: []timeline.Place{to}}}}
	res, err := Place(context.Background(), r, world(), nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(res.Mentions) != 1 || len(res.Events[0].At) != 1 || res.Events[0].At[0].Place.Name != "Tikrit" {
		t.Errorf("%+v", res)
	}
}

func TestDirection(t *testing.T) {
	for b, want := range map[float64]string{0: "north", 44: "north-east", 90: "east", 180: "south", 271: "west", 359: "north", 360: "north", -90: "west"} {
		if got := direction(b); got != want {
			t.Errorf("%v: %s, want %s", b, got, want)
		}
	}
}
