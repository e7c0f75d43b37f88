package timeline

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"dateline/timeline/edtf"
)

// reported makes an event of a report: "A battle Lyman 2022-09-10 Ukraine 12".
func reported(t testing.TB, line string) Event {
	t.Helper()
	f := strings.Fields(line)
	if len(f) < 4 {
		t.Fatalf("too short: %s", line)
	}
	e := Event{ID: ID(line), Kind: Kind(f[1]), Places: []Place{{Mention: Mention{Name: f[2]}, Role: At}}, From: []Span{{Source: SourceID(f[0]), End: 1}}, Claims: []Claim{{By: f[0] + " agency"}}}
	if f[2] == "Ukraine" {
		e.Places[0].Class = Country
	}
	if f[3] != "?" {
		e.When = NewWhen(edtf.MustParse(f[3]), "", Span{})
	}
	if len(f) > 4 && f[4] != "-" {
		e.Side = f[4]
	}
	if len(f) > 5 {
		var n float64
		if _, err := fmt.Sscan(f[5], &n); err != nil {
			t.Fatal(err)
		}
		e.Figures = []Figure{{Min: n, Max: n, Of: "people"}}
	}
	if len(f) > 6 {
		e.Modality = Modality(f[6])
	}
	return e
}

func TestCorroborate(t *testing.T) {
	for _, c := range []struct {
		name   string
		events []string
		want   string // the reports of each proposal, and how many counts
	}{
		{"the same fight", []string{"A battle Lyman 2022-09-10", "B battle Lyman 2022-09-10"}, "A+B"},
		{"one report tells twice", []string{"A battle Lyman 2022-09-10", "A battle Lyman 2022-09-10"}, ""},
		{"other places", []string{"A battle Lyman 2022-09-10", "B battle Izium 2022-09-10"}, ""},
		{"other days", []string{"A battle Lyman 2022-09-10", "B battle Lyman 2022-09-11"}, ""},
		{"a day within a span", []string{"A battle Lyman 2022-09-10", "B battle Lyman 2022-09-08/2022-09-12"}, "A+B"},
		{"a day before a report", []string{"A battle Lyman 2022-09-10", "B battle Lyman ../2022-09-12"}, "A+B"},
		{"long before a report", []string{"A battle Lyman 2022-08-01", "B battle Lyman ../2022-09-12"}, ""},
		{"no date", []string{"A battle Lyman ?", "B battle Lyman 2022-09-10"}, ""},
		{"another kind", []string{"A visit Lyman 2022-09-10", "B battle Lyman 2022-09-10"}, ""},
		{"a like kind", []string{"A bombardment Lyman 2022-09-10", "B casualties Lyman 2022-09-10"}, "A+B"},
		{"statements", []string{"A statement Lyman 2022-09-10", "B statement Lyman 2022-09-10"}, ""},
		{"a country says little", []string{"A battle Ukraine 2022-09-10", "B battle Ukraine 2022-09-10"}, ""},
		{"other parties", []string{"A change-of-control Lyman 2022-09-10 Ukraine", "B change-of-control Lyman 2022-09-10 Russia"}, ""},
		{"a state and its people", []string{"A change-of-control Lyman 2022-09-10 Ukraine", "B change-of-control Lyman 2022-09-10 Ukrainians"}, "A+B"},
		{"a fight has two sides", []string{"A battle Lyman 2022-09-10 Ukraine", "B battle Lyman 2022-09-10 Russia"}, "A+B"},
		{"planned is not done", []string{"A visit Kyiv 2022-09-10 - 0 planned", "B visit Kyiv 2022-09-10"}, ""},
		{"three reports", []string{"A battle Lyman 2022-09-10", "B battle Lyman 2022-09-10", "C battle Lyman 2022-09-10"}, "A+B+C"},
		{"the better of two", []string{"A attack Lyman 2022-09-10", "B battle Lyman 2022-09-10", "A battle Lyman 2022-09-10"}, "B+A"},
		{"figures that differ", []string{"A casualties Lyman 2022-09-10 - 12", "B casualties Lyman 2022-09-10 - 15"}, "A+B 2 counts"},
		{"figures that agree", []string{"A casualties Lyman 2022-09-10 - 12", "B casualties Lyman 2022-09-10 - 12"}, "A+B"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var events []Event
			for _, line := range c.events {
				events = append(events, reported(t, line))
			}
			for i := range events {
				events[i].ID = ID(fmt.Sprintf("%s%d", events[i].From[0].Source, i))
			}
			var got []string
			for _, p := range Corroborate(events, nil) {
				var in []string
				for _, id := range p.Events {
					in = append(in, string(id[:1]))
				}
				s := strings.Join(in, "+")
				if len(p.Counts) > 0 {
					s += fmt.Sprintf(" %d counts", len(p.Counts))
				}
				for _, n := range p.Counts {
					if n.By != string(n.Source)+" agency" {
						t.Errorf("%q says %v, not %s", n.By, n.Min, n.Source)
					}
				}
				if p.Why == "" {
					t.Error("no reason")
				}
				got = append(got, s)
			}
			if s := strings.Join(got, ", "); s != c.want {
				t.Errorf("got %q, want %q", s, c.want)
			}
		})
	}
}

func TestCorroborateByPlaceKey(t *testing.T) {
	events := []Event{reported(t, "A battle Kiev 2022-03-01"), reported(t, "B battle Kyiv 2022-03-01")}
	if got := Corroborate(events, nil); len(got) != 0 {
		t.Errorf("two spellings by name: %v", got)
	}
	got := Corroborate(events, func(Event) []string { return []string{"geonames:703448"} })
	if len(got) != 1 || got[0].Why != "in one place, on 2022-03-01, both battle" {
		t.Errorf("by key: %+v", got)
	}
}

// TestCorroborateProperties holds that a proposal has events of different
// reports, each event is in one at most, and the argument stays as it is.
func TestCorroborateProperties(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		var events []Event
		for i := range rapid.IntRange(0, 12).Draw(r, "n") {
			line := fmt.Sprintf("%s %s %s 2022-09-%02d", rapid.SampledFrom([]string{"A", "B", "C"}).Draw(r, "report"),
				rapid.SampledFrom([]string{"battle", "attack", "visit"}).Draw(r, "kind"), rapid.SampledFrom([]string{"Lyman", "Izium"}).Draw(r, "place"), rapid.IntRange(1, 3).Draw(r, "day"))
			e := reported(t, line)
			e.ID = ID(fmt.Sprint(i))
			events = append(events, e)
		}
		before := slices.Clone(events)
		seen := map[ID]bool{}
		for _, p := range Corroborate(events, nil) {
			reports := map[SourceID]bool{}
			for _, id := range p.Events {
				if seen[id] {
					r.Fatalf("%s twice", id)
				}
				seen[id] = true
				for i := range events {
					if events[i].ID == id {
						reports[events[i].From[0].Source] = true
					}
				}
			}
			if len(p.Events) < 2 || len(reports) != len(p.Events) {
				r.Fatalf("%v of %v", p.Events, reports)
			}
		}
		for i := range events {
			if events[i].ID != before[i].ID || len(events[i].Places) != len(before[i].Places) {
				r.Fatal("the argument changed")
			}
		}
	})
}
