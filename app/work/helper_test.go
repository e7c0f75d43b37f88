package work

import (
	"testing"

	"github.com/paulmach/orb"

	"dateline/geo/geocode"
	"dateline/timeline"
	"dateline/timeline/edtf"
)

// event makes a placed event; an empty date is one that is not known.
func event(t *testing.T, id, date, side string, kind timeline.Kind, at ...orb.Point) geocode.Placed {
	t.Helper()
	e := geocode.Placed{Event: timeline.Event{
		ID: timeline.ID(id), Title: id, Kind: kind, Side: side, Status: timeline.Proposed,
	}}
	if date != "" {
		v, err := edtf.Parse(date)
		if err != nil {
			t.Fatal(err)
		}
		e.When = timeline.NewWhen(v, date, timeline.Span{})
	}
	for _, p := range at {
		e.At = append(e.At, geocode.Location{Name: id, Point: p})
	}
	return e
}
