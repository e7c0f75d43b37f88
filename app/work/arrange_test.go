package work

import (
	"strings"
	"testing"
	"time"

	"dateline/app/brief"
	"dateline/geo/geocode"
	"dateline/geo/scene"
	"dateline/timeline"
	"dateline/timeline/edtf"
	"dateline/timeline/extract"
	"dateline/timeline/source"
)

// report makes a report of events.
func report(published string, events ...geocode.Placed) Report {
	r := Report{Result: geocode.Result{Events: events}}
	if published != "" {
		r.Reading.Published = edtf.MustParse(published)
	}
	for _, e := range events {
		r.Reading.Events = append(r.Reading.Events, e.Event)
	}
	return r
}

// order is the IDs of events, rejected ones in brackets.
func order(events []scene.Event) string {
	var out []string
	for _, e := range events {
		if e.Number == 0 {
			out = append(out, "("+string(e.ID)+")")
		} else {
			out = append(out, string(e.ID))
		}
	}
	return strings.Join(out, " ")
}

func TestArrange(t *testing.T) {
	a := event(t, "a", "2014-06-12", "North", timeline.Attack)
	b := event(t, "b", "2014-06-10", "North", timeline.Attack)
	c := event(t, "c", "2014-06-11", "South", timeline.Visit)
	later := edtf.MustParse("2014-06-20")
	title, side := "Renamed", "West"
	tests := []struct {
		name  string
		brief brief.Brief
		want  string
	}{
		{"in the order of time", brief.Brief{}, "b c a"},
		{"a rejected one has no number", brief.Brief{}.WithStatus("c", timeline.Rejected), "b (c) a"},
		{"another date moves it", brief.Brief{}.WithEdit("b", func(e *brief.Edit) { e.When = &later }), "c a b"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := Arrange(tt.brief, []Report{report("2014-06-14", a, b, c)})
			if order(got.Events) != tt.want {
				t.Errorf("got %q, want %q", order(got.Events), tt.want)
			}
			number := 0
			for i, e := range got.Events {
				if e.Number != 0 {
					number++
					if e.Number != number {
						t.Errorf("number %d where %d is next", e.Number, number)
					}
				}
				if i > 0 && !got.Moments[i].After(got.Moments[i-1]) {
					t.Errorf("moment %v is not after %v", got.Moments[i], got.Moments[i-1])
				}
			}
		})
	}
	t.Run("edits leave what was read alone", func(t *testing.T) {
		reports := []Report{report("", a, b, c)}
		got := Arrange(brief.Brief{}.WithEdit("a", func(e *brief.Edit) { e.Title, e.Side = &title, &side }), reports)
		e := got.Events[got.Find("a")]
		if e.Title != "Renamed" || e.Side != "West" || reports[0].Result.Events[0].Title != "a" {
			t.Errorf("now %q of %q, read %q", e.Title, e.Side, reports[0].Result.Events[0].Title)
		}
		if e.When.Stated != "2014-06-12" {
			t.Errorf("the words of the date are now %q", e.When.Stated)
		}
	})
	t.Run("one report twice", func(t *testing.T) {
		got := Arrange(brief.Brief{}, []Report{report("", a), report("", a, b)})
		if order(got.Events) != "b a" {
			t.Errorf("got %q", order(got.Events))
		}
	})
	t.Run("nothing", func(t *testing.T) {
		got := Arrange(brief.Brief{}, nil)
		if len(got.Events) != 0 || !got.End().IsZero() || got.Find("") != -1 {
			t.Errorf("got %+v", got)
		}
	})
}

func TestMoments(t *testing.T) {
	tests := []struct {
		name  string
		dates []string
		known bool
	}{
		{"one day", []string{"2014-06-13", "2014-06-13", "2014-06-13"}, true},
		{"wide and narrow", []string{"2014-06-09/2014-06-13", "2014-06-13", "../2014-06-14"}, true},
		{"told against their dates", []string{"2014-06-13", "2014-06-10"}, true},
		{"unknown first and between", []string{"", "2014-06-13", "", "2014-06-14"}, true},
		{"none known", []string{"", ""}, false},
		{"one instant", []string{"2014-06-13T10:30:00Z", "2014-06-13T10:30:00Z"}, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var events []scene.Event
			for i, d := range tt.dates {
				events = append(events, scene.Event{Placed: event(t, string(rune('a'+i)), d, "", timeline.Other), Number: i + 1})
			}
			ms := Moments(events)
			for i, m := range ms {
				if m.IsZero() == tt.known {
					t.Errorf("moment %d is %v", i, m)
				}
				if tt.known && i > 0 && !m.After(ms[i-1]) {
					t.Errorf("moment %d is %v, not after %v", i, m, ms[i-1])
				}
			}
			for i, e := range events {
				c := Content{Events: events, Moments: ms}
				shown := c.Visible(scene.Cumulative, ms[i], time.Time{}, time.Time{}, "")
				if !strings.Contains(order(shown), string(e.ID)) {
					t.Errorf("%s does not show at its own moment %v", e.ID, ms[i])
				}
			}
		})
	}
}

func TestSides(t *testing.T) {
	events := func(names ...string) []timeline.Event {
		var out []timeline.Event
		for _, n := range names {
			kind := timeline.Statement
			if strings.HasPrefix(n, "!") {
				kind, n = timeline.Attack, n[1:]
			}
			if strings.HasPrefix(n, "+") {
				kind, n = timeline.Deployment, n[1:]
			}
			out = append(out, timeline.Event{Side: n, Kind: kind})
		}
		return out
	}
	tests := []struct {
		name   string
		chosen []scene.Side
		events []timeline.Event
		want   string
	}{
		{"who fights comes first", nil, events("UN", "UN", "UN", "!Rebels", "!Army", "!Army"), "Army red circle, Rebels blue square, UN grey diamond"},
		{"who sends people once is no party", nil, events("!Rebels", "!Rebels", "+Guards", "+Army", "+Army"),
			"Rebels red circle, Army blue square, Guards grey diamond"},
		{"nobody", nil, events("", ""), ""},
		{"a choice stays", []scene.Side{{Name: "UN", Label: "United Nations", Hue: scene.Red, Shape: scene.Square}},
			events("UN", "!Rebels"), "UN red square, Rebels blue square"},
		{"the rest is grey", nil, events("!a", "!b", "!c", "!d", "!e", "!f", "g", "h"),
			"a red circle, b blue square, c green diamond, d purple triangle, e amber circle, f teal square, g grey diamond, h grey diamond"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, s := range Sides(tt.chosen, tt.events) {
				got = append(got, s.Name+" "+string(s.Hue)+" "+string(s.Shape))
			}
			if g := strings.Join(got, ", "); g != tt.want {
				t.Errorf("got  %s\nwant %s", g, tt.want)
			}
		})
	}
}

func TestNeedsDate(t *testing.T) {
	dated, undated := event(t, "a", "2014-06-12", "", timeline.Other), event(t, "b", "", "", timeline.Other)
	tests := []struct {
		name   string
		report Report
		want   bool
	}{
		{"known date", report("2014-06-14", undated), false},
		{"all dates stated", report("", dated), false},
		{"a date depends on it", report("", dated, undated), true},
		{"no events", report(""), false},
	}
	for _, tt := range tests {
		if got := Arrange(brief.Brief{}, []Report{tt.report}).NeedsDate(); got != tt.want {
			t.Errorf("%s: %v", tt.name, got)
		}
	}
}

func TestAt(t *testing.T) {
	wide, narrow := event(t, "wide", "2014", "", timeline.Other), event(t, "narrow", "2015", "", timeline.Other)
	wide.From = []timeline.Span{{Source: "s", Start: 0, End: 50}}
	narrow.From = []timeline.Span{{Source: "s", Start: 70, End: 80}, {Source: "s", Start: 10, End: 20}}
	c := Arrange(brief.Brief{}, []Report{report("", wide, narrow)})
	tests := []struct {
		source timeline.SourceID
		offset int
		want   string
	}{
		{"s", 0, "wide"},
		{"s", 15, "narrow wide"},
		{"s", 75, "narrow"},
		{"s", 60, ""},
		{"other", 15, ""},
	}
	for _, tt := range tests {
		var got []string
		for _, id := range c.At(tt.source, tt.offset) {
			got = append(got, string(id))
		}
		if g := strings.Join(got, " "); g != tt.want {
			t.Errorf("at %d of %s: %q, want %q", tt.offset, tt.source, g, tt.want)
		}
	}
}

func TestWords(t *testing.T) {
	a := event(t, "a", "2014-06-09/2014-06-13", "", timeline.Other)
	b := event(t, "b", "2014-06-14", "", timeline.Other)
	r := report("2014-06-14", a, b)
	r.Reading.Document = source.Document{Publisher: "Harbour Gazette"}
	c := Arrange(brief.Brief{Title: "Harbour"}, []Report{r})
	if got, want := c.Subtitle(), "2 events, 9–14 June 2014, from Harbour Gazette"; got != want {
		t.Errorf("subtitle %q, want %q", got, want)
	}
	if got, want := c.AsOf(), "as of 14 June 2014"; got != want {
		t.Errorf("as of: %q, want %q", got, want)
	}
	c = Arrange(brief.Brief{}, []Report{report("", event(t, "c", "", "", timeline.Other))})
	if c.Subtitle() != "1 event" || c.AsOf() != "" || c.Dates() != "" {
		t.Errorf("without a date: %q, %q, %q", c.Subtitle(), c.AsOf(), c.Dates())
	}
}

func TestUnplaced(t *testing.T) {
	r := Report{Result: geocode.Result{Mentions: []geocode.Resolved{
		{Mention: timeline.Mention{Name: "Nowhere"}, Why: "no such place"},
		{Mention: timeline.Mention{Name: "Port"}, Candidates: []geocode.Candidate{{Score: 1}}},
		{Mention: timeline.Mention{Name: "Nowhere"}, Why: "no such place"},
	}}, Reading: extract.Reading{}}
	got := Arrange(brief.Brief{}, []Report{r}).Unplaced()
	if len(got) != 1 || got[0].Mention.Name != "Nowhere" {
		t.Errorf("got %+v", got)
	}
}
