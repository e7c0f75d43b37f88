package scene

import (
	"strings"
	"testing"
	"time"

	"dateline/geo/gazetteer"
	"dateline/geo/geocode"
	"dateline/timeline"
)

// TestVisibleAtTheBounds tells for one event, alone, at which moments it shows.
func TestVisibleAtTheBounds(t *testing.T) {
	day := func(s string) timeline.When { return on(s) }
	second := func(s string) time.Time {
		at, err := time.Parse("2006-01-02 15:04:05", s)
		if err != nil {
			t.Fatal(err)
		}
		return at
	}
	type span struct{ from, to string }
	for _, c := range []struct {
		name string
		when timeline.When
		mode Mode
		now  string // of Moment and Cumulative; "" for the end of time
		win  span   // of Window
		want bool
	}{
		{"a day, a second before", day("2020-03-04"), Moment, "2020-03-03 23:59:59", span{}, false},
		{"a day, as it begins", day("2020-03-04"), Moment, "2020-03-04 00:00:00", span{}, true},
		{"a day, at noon", day("2020-03-04"), Moment, "2020-03-04 12:00:00", span{}, true},
		{"a day, its last second", day("2020-03-04"), Moment, "2020-03-04 23:59:59", span{}, true},
		{"a day, over", day("2020-03-04"), Moment, "2020-03-05 00:00:00", span{}, false},
		{"days, the day before", day("2020-03-02/2020-03-04"), Moment, "2020-03-01 12:00:00", span{}, false},
		{"days, between", day("2020-03-02/2020-03-04"), Moment, "2020-03-03 12:00:00", span{}, true},
		{"a month, its last day", day("2020-03"), Moment, "2020-03-31 20:00:00", span{}, true},
		{"open to the end, before", day("2020-03-04/.."), Moment, "2020-03-03 00:00:00", span{}, false},
		{"open to the end, years later", day("2020-03-04/.."), Moment, "2031-01-01 00:00:00", span{}, true},
		{"by a day, on it", day("../2020-03-04"), Moment, "2020-03-04 08:00:00", span{}, true},
		{"by a day, long before", day("../2020-03-04"), Moment, "2020-02-01 00:00:00", span{}, false},
		{"by a day, after", day("../2020-03-04"), Moment, "2020-03-05 00:00:00", span{}, false},
		{"undated, at a moment", timeline.When{}, Moment, "2020-03-04 12:00:00", span{}, false},

		{"window before the day", day("2020-03-04"), Window, "", span{"2020-03-01 00:00:00", "2020-03-03 23:59:59"}, false},
		{"window ends as the day begins", day("2020-03-04"), Window, "", span{"2020-03-01 00:00:00", "2020-03-04 00:00:00"}, true},
		{"window inside the day", day("2020-03-04"), Window, "", span{"2020-03-04 08:00:00", "2020-03-04 09:00:00"}, true},
		{"window begins in the last second", day("2020-03-04"), Window, "", span{"2020-03-04 23:59:59", "2020-03-09 00:00:00"}, true},
		{"window after the day", day("2020-03-04"), Window, "", span{"2020-03-05 00:00:00", "2020-03-09 00:00:00"}, false},
		{"window around it", day("2020-03-04"), Window, "", span{"2020-01-01 00:00:00", "2021-01-01 00:00:00"}, true},
		{"window over the start of days", day("2020-03-02/2020-03-08"), Window, "", span{"2020-03-01 00:00:00", "2020-03-03 00:00:00"}, true},
		{"window over the end of days", day("2020-03-02/2020-03-08"), Window, "", span{"2020-03-08 00:00:00", "2020-03-09 00:00:00"}, true},
		{"window without a start", day("2020-03-04"), Window, "", span{"", "2020-03-04 00:00:00"}, true},
		{"window without an end", day("2020-03-04"), Window, "", span{"2020-03-05 00:00:00", ""}, false},
		{"window without either", day("2020-03-04"), Window, "", span{}, true},
		{"undated, in a window", timeline.When{}, Window, "", span{}, false},

		{"cumulative, the day before", day("2020-03-04"), Cumulative, "2020-03-03 23:59:59", span{}, false},
		{"cumulative, the day after", day("2020-03-04"), Cumulative, "2020-03-05 00:00:00", span{}, true},
		{"cumulative, years after", day("2020-03-04"), Cumulative, "2030-01-01 00:00:00", span{}, true},
		{"cumulative, the end of time", day("2020-03-04"), Cumulative, "", span{}, true},
		{"cumulative, undated", timeline.When{}, Cumulative, "1900-01-01 00:00:00", span{}, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := event(1, "x", "", "2020-03-04", place("Inn", timeline.At))
			e.When = c.when
			in := Input{Events: []Event{e}, Mode: c.mode}
			for _, s := range []struct {
				at  *time.Time
				say string
			}{{&in.Now, c.now}, {&in.From, c.win.from}, {&in.To, c.win.to}} {
				if s.say != "" {
					*s.at = second(s.say)
				}
			}
			if got := len(Visible(in)) == 1; got != c.want {
				t.Errorf("shows %v, want %v", got, c.want)
			}
			in.Selected = e.ID
			if len(Visible(in)) != 1 {
				t.Error("it is selected and does not show")
			}
			in.Events[0].Status = timeline.Rejected
			if len(Visible(in)) != 0 {
				t.Error("it is rejected and shows")
			}
		})
	}
}

func TestVisibleIsSortedAndLeavesItsInput(t *testing.T) {
	in := campaign()
	in.Now, in.Selected = time.Time{}, ""
	es := in.Events
	in.Events = []Event{es[4], es[0], es[2]}
	if got := numbers(Visible(in)); got != "1 3 5" {
		t.Errorf("visible %s, want them by number", got)
	}
	if got := numbers(in.Events); got != "5 1 3" {
		t.Errorf("the events given are now %s", got)
	}
}

func TestFocusTable(t *testing.T) {
	at := func(country string, n int) []Event {
		var out []Event
		for range n {
			l := place("Inn", timeline.At)
			l.Place.Country = country
			out = append(out, event(1, "x", "", "2020-03-01", l))
		}
		return out
	}
	join := func(lists ...[]Event) (out []Event) {
		for _, l := range lists {
			out = append(out, l...)
		}
		return out
	}
	country := event(1, "x", "", "2020-03-01", geocode.Location{Name: "Bland", Country: true, Place: gazetteer.Place{Country: "BB"}})
	area := event(1, "x", "", "2020-03-01", region("North", "AA.02"))
	for _, c := range []struct {
		name   string
		events []Event
		want   string
	}{
		{"one", at("AA", 3), "AA"},
		{"two, sorted", join(at("BB", 2), at("AA", 2)), "AA BB"},
		{"a fifth counts", join(at("AA", 4), at("BB", 1)), "AA BB"},
		{"less than a fifth does not", join(at("AA", 5), at("BB", 1)), "AA"},
		{"three are the most", join(at("CC", 1), at("AA", 1), at("BB", 1)), "AA BB CC"},
		{"four are too many", join(at("AA", 1), at("BB", 1), at("CC", 1), at("DD", 1)), ""},
		{"three large ones and a small one", join(at("AA", 3), at("BB", 3), at("CC", 3), at("DD", 1)), "AA BB CC"},
		{"a country as a place is not drawn", []Event{country}, ""},
		{"a region is", []Event{area}, "AA"},
		{"a place in no country", at("", 3), ""},
		{"nothing", nil, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := ""
			for _, k := range Focus(c.events) {
				if got != "" {
					got += " "
				}
				got += string(k)
			}
			if got != c.want {
				t.Errorf("Focus = %q, want %q", got, c.want)
			}
		})
	}
}

func TestSidesTable(t *testing.T) {
	by := func(names ...string) (out []timeline.Event) {
		for _, n := range names {
			out = append(out, timeline.Event{Side: n, Kind: timeline.Battle})
		}
		return out
	}
	for _, c := range []struct {
		name   string
		events []timeline.Event
		given  []Side
		want   string
	}{
		{"none", by("", ""), nil, ""},
		{"the busiest first", by("A", "B", "B"), nil, "B:red:circle A:blue:square"},
		{"ties in order of the events", by("B", "A"), nil, "B:red:circle A:blue:square"},
		{"one that is given keeps its look", by("A", "B"), []Side{{Name: "B", Hue: Teal, Shape: Triangle}}, "B:teal:triangle A:red:circle"},
		{"a hue that is given is not given again", by("A", "B"), []Side{{Name: "C", Hue: Red, Shape: Circle}}, "C:red:circle A:blue:square B:green:diamond"},
		{"more than there are looks", by("A", "B", "C", "D", "E", "F", "G", "H"), nil,
			"A:red:circle B:blue:square C:green:diamond D:purple:triangle E:amber:circle F:teal:square G:grey:diamond H:grey:diamond"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := ""
			for _, s := range Sides(c.events, c.given) {
				if got != "" {
					got += " "
				}
				got += s.Name + ":" + string(s.Hue) + ":" + string(s.Shape)
			}
			if got != c.want {
				t.Errorf("sides %s, want %s", got, c.want)
			}
		})
	}
}

func TestGreedyAndCut(t *testing.T) {
	m := roughly{} // 5.6 a letter at size 10
	for _, c := range []struct {
		text string
		max  float64
		want string
	}{
		{"Karbala", 40, "Karbala"}, {"Karbala", 39.2, "Karbala"}, {"Karbala", 39.1, "Karba…"}, {"Karbala", 11.3, "K…"}, {"Karbala", 1, "…"},
		{"two, words", 30, "two…"}, {"Київ і Львів", 40, "Київ і…"}, {"", 1, ""},
	} {
		if got := cut(m, c.text, Sans, 10, c.max); got != c.want {
			t.Errorf("cut(%q, %v) = %q, want %q", c.text, c.max, got, c.want)
		}
	}
	for _, c := range []struct {
		letters float64
		want    string
	}{{100, "a bb ccc dddd"}, {8.1, "a bb ccc|dddd"}, {7.9, "a bb|ccc|dddd"}, {3.9, "a|bb|ccc|dddd"}, {1, "a|bb|ccc|dddd"}} {
		if got := strings.Join(greedy(m, []string{"a", "bb", "ccc", "dddd"}, Sans, 10, 5.6*c.letters), "|"); got != c.want {
			t.Errorf("in %v letters a line: %s, want %s", c.letters, got, c.want)
		}
	}
	if got := widest(m, []string{"a", "bbb", "cc"}, Sans, 10); got != m.Width("bbb", Sans, 10) {
		t.Errorf("widest = %v", got)
	}
	if got := widest(m, nil, Sans, 10); got != 0 {
		t.Errorf("widest of nothing = %v", got)
	}
}
