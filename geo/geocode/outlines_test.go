package geocode

import (
	"context"
	"testing"

	"dateline/geo/gazetteer"
	"dateline/timeline"
)

// drawn is a world of which only some areas have a polygon.
type drawn struct {
	fake
	areas map[gazetteer.AreaKey]bool
}

func (d drawn) HasArea(key gazetteer.AreaKey) bool { return d.areas[key] }

func TestAreasWithoutAPolygon(t *testing.T) {
	for _, c := range []struct {
		name   string
		finder Finder
		area   gazetteer.AreaKey
		radius float64
	}{
		{"nobody knows", world(), "IQ.10", 0},
		{"it has one", drawn{world(), map[gazetteer.AreaKey]bool{"IQ.10": true}}, "IQ.10", 0},
		{"it has none", drawn{world(), nil}, "", divisionKM},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := reading("In [Diyala|division] province.")
			r.Events = []timeline.Event{{ID: "e1", Places: []timeline.Place{{Mention: r.Places[0], Role: timeline.At}}}}
			res, err := Place(context.Background(), r, c.finder, nil)
			if err != nil {
				t.Fatal(err)
			}
			l := res.Events[0].At[0]
			if l.Area != c.area || l.RadiusKM != c.radius || !l.Drawable() {
				t.Errorf("area %q, radius %v, want %q, %v", l.Area, l.RadiusKM, c.area, c.radius)
			}
		})
	}
}
