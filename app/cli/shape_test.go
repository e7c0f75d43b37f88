package cli

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"

	"dateline/app/work"
	"dateline/geo/gazetteer"
	"dateline/geo/geocode"
	"dateline/geo/scene"
	"dateline/timeline"
	"dateline/timeline/edtf"
	"dateline/timeline/extract"
	"dateline/timeline/source"
)

const shapeText = "Überfall: rebels took Gao in Mali on Monday. Malians fled Qwertz."

// span finds words in shapeText.
func span(words string) timeline.Span {
	i := strings.Index(shapeText, words)
	return timeline.Span{Source: "s", Start: i, End: i + len(words)}
}

// content is a reading of shapeText with one event of each sort.
func content() work.Content {
	gao := gazetteer.Place{GeonameID: 1, Name: "Gao", Level: gazetteer.Town, Country: "ML", Admin1: "09", Point: orb.Point{-0.04472, 16.27167}}
	mali := gazetteer.Place{GeonameID: 2, Name: "Mali", Level: gazetteer.Country, Country: "ML", Area: "ML", Point: orb.Point{-2, 18}}
	mention := func(name string, adj bool) timeline.Mention {
		return timeline.Mention{Name: name, Span: span(name), Adj: adj}
	}
	resolved := func(m timeline.Mention, p gazetteer.Place) geocode.Resolved {
		return geocode.Resolved{Mention: m, Candidates: []geocode.Candidate{{Place: p, Score: 1, Why: "because"}}}
	}
	r := work.Report{
		Reading: extract.Reading{
			Document:  source.Document{ID: "s", Title: "Raid", Text: shapeText, Warnings: []string{"repaired"}},
			Published: edtf.MustParse("2012-07-04"),
		},
		Result: geocode.Result{Mentions: []geocode.Resolved{
			resolved(mention("Gao", false), gao),
			resolved(mention("Mali", false), mali),
			resolved(mention("Malians", true), mali),
			{Mention: mention("Qwertz", false), Why: "“Qwertz” is in no gazetteer"},
		}},
	}
	place := timeline.Place{Mention: mention("Gao", false), Role: timeline.At}
	taken := timeline.Event{
		ID: "e1", Title: "Gao taken", Kind: timeline.ChangeOfControl, Status: timeline.Proposed,
		When:     timeline.NewWhen(edtf.MustParse("2012-07-02"), "on Monday", span("on Monday")),
		Actors:   []timeline.Actor{{Name: "rebels", Said: "rebels", Role: timeline.By}},
		Figures:  []timeline.Figure{{Min: 3, Of: "towns"}, {Min: 3, Max: 5, Of: "men", Stated: "3 to 5"}},
		Claims:   []timeline.Claim{{By: "a resident", Stance: timeline.Claims}},
		Movement: &timeline.Movement{By: "rebels", To: []timeline.Place{place}},
		From:     []timeline.Span{span("Überfall: rebels took Gao in Mali on Monday.")},
	}
	fled := timeline.Event{ID: "e2", Title: "People flee", Kind: timeline.Displacement, After: []timeline.ID{"e1"}, Status: timeline.Accepted}
	return work.Content{
		Reports: []work.Report{r},
		Events: []scene.Event{
			{Number: 1, Placed: geocode.Placed{Event: taken, At: []geocode.Location{
				{Name: "Gao", Role: timeline.Near, Place: gao, Point: gao.Point, RadiusKM: 15, Why: "near"},
				{Name: "Mali", Role: timeline.At, Place: mali, Point: mali.Point, Country: true},
			}}},
			{Number: 2, Placed: geocode.Placed{Event: fled, Unplaced: "“Qwertz” is in no gazetteer",
				Missing: []timeline.Place{{Mention: mention("Qwertz", false), Role: timeline.From}}}},
			{Placed: geocode.Placed{Event: timeline.Event{ID: "e3", Status: timeline.Rejected}}},
		},
		Moments: make([]time.Time, 3),
	}
}

// want is what extract prints of content, as the specification has it.
const want = `{
  "report": {"title": "Raid", "published": "2012-07-04", "sha256": "SHA"},
  "events": [
    {"id": "e1", "title": "Gao taken", "kind": "change-of-control",
     "when": {"edtf": "2012-07-02", "earliest": "2012-07-02T00:00:00Z", "latest": "2012-07-02T23:59:59Z", "stated": "on Monday"},
     "places": [
       {"name": "Gao", "role": "near", "kind": "town", "lat": 16.27167, "lon": -0.04472, "radius_km": 15, "area": null, "country": "ML", "geonameid": 1, "why": "near"},
       {"name": "Mali", "role": "at", "kind": "country", "lat": null, "lon": null, "radius_km": 0, "area": "ML", "country": "ML", "geonameid": 2}],
     "actors": [{"name": "rebels", "role": "by"}],
     "figures": [{"min": 3, "max": null, "of": "towns"}, {"min": 3, "max": 5, "of": "men", "stated": "3 to 5"}],
     "claims": [{"by": "a resident", "stance": "claims"}],
     "movement": {"by": "rebels", "from": [], "via": [], "to": [
       {"name": "Gao", "role": "at", "kind": "town", "lat": 16.27167, "lon": -0.04472, "radius_km": 0, "area": null, "country": "ML", "geonameid": 1}], "toward": []},
     "after": [],
     "evidence": [{"start": 0, "end": 44, "text": "Überfall: rebels took Gao in Mali on Monday."}],
     "status": "proposed"},
    {"id": "e2", "title": "People flee", "kind": "displacement",
     "when": {"edtf": "", "earliest": null, "latest": null, "stated": ""},
     "places": [{"name": "Qwertz", "role": "from", "lat": null, "lon": null, "radius_km": 0, "area": null, "country": "", "geonameid": null}],
     "actors": [], "figures": [], "claims": [], "movement": null, "after": ["e1"], "evidence": [],
     "unplaced": "“Qwertz” is in no gazetteer", "status": "accepted"}],
  "places": [
    {"name": "Gao", "kind": "town", "lat": 16.27167, "lon": -0.04472, "radius_km": 0, "area": null, "country": "ML", "geonameid": 1, "why": "because", "mentions": [{"start": 22, "end": 25}]},
    {"name": "Mali", "kind": "country", "lat": 18, "lon": -2, "radius_km": 0, "area": "ML", "country": "ML", "geonameid": 2, "why": "because", "mentions": [{"start": 29, "end": 33}, {"start": 45, "end": 52}]}],
  "unplaced": [{"name": "Qwertz", "why": "“Qwertz” is in no gazetteer"}],
  "warnings": ["repaired"]
}`

func TestShape(t *testing.T) {
	c := content()
	data, err := indented(shape(c, 0))
	if err != nil {
		t.Fatal(err)
	}
	var got, expected any
	if err := json.Unmarshal(data, &got); err != nil {
		t.Fatal(err)
	}
	sha := c.Reports[0].Reading.Document.SHA256()
	if err := json.Unmarshal([]byte(strings.Replace(want, "SHA", sha, 1)), &expected); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(expected, got); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}
}

func TestShapeHasNoNullLists(t *testing.T) {
	for name, c := range map[string]work.Content{"no report": {}, "empty": {Reports: []work.Report{{}}}, "event": {
		Reports: []work.Report{{}}, Events: []scene.Event{{Placed: geocode.Placed{Event: timeline.Event{ID: "e", Movement: &timeline.Movement{}}}}},
	}} {
		data, err := json.Marshal(shape(c, 0))
		if err != nil {
			t.Fatal(err)
		}
		for _, list := range [...]string{"events", "places", "unplaced", "warnings", "actors", "figures", "claims", "after", "evidence", "from", "to", "via", "toward", "mentions"} {
			if strings.Contains(string(data), `"`+list+`":null`) {
				t.Errorf("%s: %s is null in %s", name, list, data)
			}
		}
	}
}

func TestUndatedReportIsWarnedAbout(t *testing.T) {
	c := content()
	c.Reports[0].Reading.Published = edtf.Value{}
	c.Reports[0].Reading.Events = []timeline.Event{{ID: "e"}}
	got := shape(c, 0)
	if got.Report.Published != nil || len(got.Warnings) != 2 || !strings.Contains(got.Warnings[1], "--published") {
		t.Errorf("%+v, %q", got.Report, got.Warnings)
	}
}

func TestDemonymAloneIsNoPlace(t *testing.T) {
	c := content()
	r := &c.Reports[0].Result
	r.Mentions = r.Mentions[2:3]
	if got := shape(c, 0).Places; len(got) != 0 {
		t.Errorf("%+v", got)
	}
}
