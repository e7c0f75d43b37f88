package work

import (
	"testing"

	"dateline/geo/gazetteer"
	"dateline/geo/geocode"
	"dateline/geo/scene"
	"dateline/timeline"
	"dateline/timeline/edtf"
	"dateline/timeline/extract"
	"dateline/timeline/source"
)

// TestCorroborated holds that reports that spell a place in two ways are
// compared by the place, and that a rejected event is compared with none.
func TestCorroborated(t *testing.T) {
	fight := func(id timeline.ID, from timeline.SourceID, town string, geoname int64, dead float64) scene.Event {
		return scene.Event{Placed: geocode.Placed{
			Event: timeline.Event{
				ID: id, Kind: timeline.Battle, From: []timeline.Span{{Source: from, End: 1}}, When: timeline.NewWhen(edtf.MustParse("2022-03-01"), "", timeline.Span{}),
				Figures: []timeline.Figure{{Min: dead, Max: dead, Of: "people"}}, Claims: []timeline.Claim{{By: "report", Source: from}},
			},
			At: []geocode.Location{{Name: town, Role: timeline.At, Place: gazetteer.Place{GeonameID: geoname}}},
		}}
	}
	reports := []Report{
		{Reading: extract.Reading{Document: source.Document{ID: "a", Title: "One paper"}}},
		{Reading: extract.Reading{Document: source.Document{ID: "b", Publisher: "Another"}}},
	}
	events := []scene.Event{fight("1", "a", "Kiev", 703448, 5), fight("2", "b", "Kyiv", 703448, 9)}
	got := corroborated(reports, events)
	if len(got) != 1 || len(got[0].Events) != 2 || len(got[0].Counts) != 2 {
		t.Fatalf("got %+v", got)
	}
	if c := got[0].Counts; c[0].By != "One paper" || c[0].Min != 5 || c[1].By != "Another" || c[1].Min != 9 {
		t.Errorf("counts %+v", c)
	}
	if got := corroborated(reports[:1], events); got != nil {
		t.Errorf("one report: %+v", got)
	}
	if got := corroborated(reports, []scene.Event{events[0], fight("3", "b", "Kyiv", 1, 9)}); len(got) != 0 {
		t.Errorf("another Kyiv: %+v", got)
	}
	events[1].Status = timeline.Rejected
	if got := corroborated(reports, events); len(got) != 0 {
		t.Errorf("rejected: %+v", got)
	}
}
