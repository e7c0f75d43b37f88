package inspector

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dateline/app/reportview"
	"dateline/app/work"
	"dateline/geo/gazetteer"
	"dateline/geo/geocode"
	"dateline/geo/scene"
	"dateline/timeline"
	"dateline/timeline/edtf"
	"dateline/timeline/extract"
	"dateline/timeline/source"
)

const text = "On Friday rebels fought the army near Shendi. More than 40 died."

func span(words string) timeline.Span {
	i := strings.Index(text, words)
	return timeline.Span{Source: "d", Start: i, End: i + len(words)}
}

// battle is an event of the text, with its report.
func battle() (scene.Event, work.Content, []source.Document) {
	shendi := timeline.Mention{Name: "Shendi", Span: span("Shendi")}
	e := scene.Event{Number: 1, Placed: geocode.Placed{
		Event: timeline.Event{
			ID: "a", Title: "Fighting near Shendi", Kind: timeline.Battle,
			When:    timeline.NewWhen(edtf.MustParse("2023-05-12"), "Friday", span("Friday")),
			Places:  []timeline.Place{{Mention: shendi, Role: timeline.Near}},
			Actors:  []timeline.Actor{{Name: "Rebels", Role: timeline.By}, {Name: "army", Role: timeline.Against}, {Name: "army", Role: timeline.Against}},
			Figures: []timeline.Figure{{Min: 40, Of: "dead", Stated: "More than 40"}},
			Claims:  []timeline.Claim{{By: "residents", Stance: timeline.Claims, Grade: "C3"}},
			From:    []timeline.Span{{Source: "d", Start: 0, End: 45}},
			After:   []timeline.ID{"b", "unknown"},
		},
		At: []geocode.Location{{Name: "Shendi", Role: timeline.Near, RadiusKM: 15, Why: "a town in River Nile", Place: gazetteer.Place{Name: "Shendi"}}},
	}}
	c := work.Content{
		Events: []scene.Event{e, {Placed: geocode.Placed{Event: timeline.Event{ID: "b", Title: "Rebels leave Atbara"}}}},
		Reports: []work.Report{{
			Reading: extract.Reading{},
			Result:  geocode.Result{Mentions: []geocode.Resolved{{Mention: shendi, Candidates: make([]geocode.Candidate, 3)}}},
		}},
	}
	return e, c, []source.Document{{ID: "d", Text: text}}
}

func name(l geocode.Location) string { return l.Place.Name + ", River Nile" }

func TestDescribe(t *testing.T) {
	e, c, docs := battle()
	got := Describe(e, c, docs, name)
	want := Event{
		Title:   "Fighting near Shendi",
		Summary: "Battle · Rebels against army",
		When:    "Friday 12 May 2023",
		Stated:  "Friday",
		Places:  []Place{{Name: "Shendi, River Nile", Count: "1 of 3", Why: "Drawn to about 15 km: “near”. A town in River Nile."}},
		Quotes: []Quote{{
			Text:  "On Friday rebels fought the army near Shendi.",
			Words: []reportview.Word{{Start: 3, End: 9, Date: true}, {Start: 38, End: 44}},
		}},
		Figures: []string{"More than 40 dead"},
		Claims:  []Claim{{Grade: "C3", By: "Residents", Stance: "claims"}},
		After:   []string{"Rebels leave Atbara"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("described (-want +got):\n%s", diff)
	}
}

func TestDescribeWhatIsNotKnown(t *testing.T) {
	e := scene.Event{Placed: geocode.Placed{Event: timeline.Event{Title: "Something", Kind: timeline.ChangeOfControl}}}
	got := Describe(e, work.Content{}, nil, name)
	if got.When != "Date not known" || got.NoPlace == "" || got.Summary != "Change of control" {
		t.Errorf("described as %+v", got)
	}
	e.At = []geocode.Location{{Name: "Iran", Country: true}}
	e.Unplaced = "a whole country"
	if got := Describe(e, work.Content{}, nil, name); len(got.Places) != 0 || got.NoPlace != "a whole country" {
		t.Errorf("a country is a place: %+v", got)
	}
	e.When = timeline.NewWhen(edtf.MustParse("2023-05-09/2023-05-12"), "", timeline.Span{})
	if got := Describe(e, work.Content{}, nil, name); got.WhenWhy == "" {
		t.Error("nothing says where a date that is not stated comes from")
	}
}

func TestQuoteOutsideItsReport(t *testing.T) {
	e, c, docs := battle()
	for _, s := range []timeline.Span{{Source: "d", Start: -1, End: 5}, {Source: "d", Start: 5, End: 5000}, {Source: "other", Start: 0, End: 5}, {Source: "d", Start: 9, End: 9}} {
		e.From = []timeline.Span{s}
		if got := Describe(e, c, docs, name).Quotes; len(got) != 0 {
			t.Errorf("%v is quoted as %+v", s, got)
		}
	}
}

func TestMoves(t *testing.T) {
	place := func(names ...string) (out []timeline.Place) {
		for _, n := range names {
			out = append(out, timeline.Place{Mention: timeline.Mention{Name: n}})
		}
		return out
	}
	tests := []struct {
		m    *timeline.Movement
		want string
	}{
		{nil, ""},
		{&timeline.Movement{By: "rebels", From: place("A"), Via: place("B"), To: place("C")}, "Rebels: A → B → C"},
		{&timeline.Movement{From: place("A"), Toward: place("B")}, "A, toward B"},
		{&timeline.Movement{Direction: "south"}, "Southward"},
		{&timeline.Movement{By: "a minister", To: place("C")}, ""}, // a place is no way
	}
	for _, tt := range tests {
		if got := moves(tt.m); got != tt.want {
			t.Errorf("%+v: %q, want %q", tt.m, got, tt.want)
		}
	}
}

func TestUpper(t *testing.T) {
	for s, want := range map[string]string{"": "", "a": "A", "über": "Über", "“x": "“x", "To": "To"} {
		if got := upper(s); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}

func TestAccount(t *testing.T) {
	tests := []struct {
		c    timeline.Claim
		want Claim
	}{
		{timeline.Claim{By: "residents", Stance: timeline.Claims, Grade: "C3"}, Claim{"C3", "Residents", "claims"}},
		{timeline.Claim{By: "an official", Stance: timeline.Denies}, Claim{"", "An official", "denies"}},
		{timeline.Claim{By: "report", Stance: timeline.Reports}, Claim{"", "The report itself", "says so"}},
	}
	for _, tt := range tests {
		if got := account(tt.c); got != tt.want {
			t.Errorf("%+v: %+v, want %+v", tt.c, got, tt.want)
		}
	}
}
