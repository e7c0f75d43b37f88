package cli

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"dateline/app/work"
	"dateline/geo/gazetteer"
	"dateline/geo/geocode"
	"dateline/geo/scene"
	"dateline/timeline"
	"dateline/timeline/edtf"
	"dateline/timeline/timex"
)

func TestWhyPlace(t *testing.T) {
	gao := geocode.Candidate{Place: gazetteer.Place{Name: "Gao"}, Why: "a town in Mali"}
	for want, m := range map[string]geocode.Resolved{
		"read as a place: after “in”; a town in Mali":                           {Mention: timeline.Mention{Known: "after “in”"}, Candidates: []geocode.Candidate{gao}},
		"read as a place; “X” is in no gazetteer":                               {Why: "“X” is in no gazetteer"},
		"the name of a people or an adjective, for its country; a town in Mali": {Mention: timeline.Mention{Adj: true}, Candidates: []geocode.Candidate{gao}},
		"read as a place; it stands for a government or a body here":            {Mention: timeline.Mention{Figurative: true}},
	} {
		if got := whyPlace(m); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestWhyTime(t *testing.T) {
	friday := edtf.MustParse("2014-06-13")
	for want, x := range map[string]timex.Expr{
		"the last such day; as a date 2014-06-13":                               {Type: timex.Date, Why: "the last such day", EDTF: friday},
		"its words alone, as nothing is known to count it from; dates no event": {Type: timex.Date},
		"fixed words": {Type: timex.Duration, Why: "fixed words"},
	} {
		if got := whyTime(x); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestWhyEvent(t *testing.T) {
	text := "Rebels took Gao\non Friday."
	e := scene.Event{Placed: geocode.Placed{Event: timeline.Event{
		Kind: timeline.Battle, From: []timeline.Span{{Start: 0, End: len(text)}}, Modality: timeline.Denied,
		When:   timeline.NewWhen(edtf.MustParse("2014-06-13"), "on\nFriday", timeline.Span{}),
		Claims: []timeline.Claim{{By: "the army", Stance: timeline.Denies}, {}},
	}, At: []geocode.Location{{Name: "Gao", Role: timeline.At, Why: "a town in Mali"}}}}
	got := whyEvent(e, text)
	for _, want := range []string{"read from “Rebels took Gao on Friday.”", "dated by “on Friday” as 2014-06-13", "at Gao: a town in Mali", "told as denied", "the army denies it"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in %q", want, got)
		}
	}
	e.When, e.From, e.Unplaced = timeline.When{}, []timeline.Span{{Start: 5, End: 500}}, "no place is named"
	if got := whyEvent(e, text); !strings.Contains(got, "no date known") || strings.Contains(got, "read from") || !strings.Contains(got, "not on the map: no place is named") {
		t.Errorf("%q", got)
	}
	e.When = timeline.When{EDTF: edtf.MustParse("2014"), Earliest: time.Date(2014, 1, 1, 0, 0, 0, 0, time.UTC)}
	if got := whyEvent(e, text); !strings.Contains(got, "no date stated, so within 2014") {
		t.Errorf("%q", got)
	}
}

func TestShort(t *testing.T) {
	for in, want := range map[string]string{"one two": "one two", "one two three": "one two…", "onetwothreefour": "onetwothre…", "éééééééé": "ééééé…"} {
		if got := short(in, 10); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// Everything that a real reading finds says why, where it is asked for, and
// nothing does where it is not.
func TestAnnotateExplains(t *testing.T) {
	const in = `{"id":1,"dct":"2014-06-14","text":"Rebels took Mosul on Friday, the army said. Iraqi forces denied it. At least 20 people died near Tikrit."}`
	for _, explain := range []bool{false, true} {
		args := []string{"annotate"}
		if explain {
			args = append(args, "--explain")
		}
		code, stdout, stderr := run(t, Env{Engine: work.New()}, in+"\n", args...)
		if code != 0 {
			t.Fatalf("%d %s", code, stderr)
		}
		var a annotationJSON
		if err := json.Unmarshal([]byte(stdout), &a); err != nil {
			t.Fatal(err)
		}
		if len(a.Mentions) < 3 || len(a.Timex) == 0 || len(a.Events) == 0 {
			t.Fatalf("found too little: %s", stdout)
		}
		check := func(what, why string) {
			if (why != "") != explain {
				t.Errorf("asked %v, %s says %q", explain, what, why)
			}
		}
		for _, m := range a.Mentions {
			check(m.Text, m.Why)
		}
		for _, x := range a.Timex {
			check(x.Text, x.Why)
		}
		for _, e := range a.Events {
			check("an event", e.Why)
		}
	}
}
