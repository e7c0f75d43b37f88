package scene

import (
	"fmt"
	"strings"
	"testing"

	"dateline/timeline"
)

// numbers prints the numbers of events.
func numbers(es []Event) string {
	var out []string
	for _, e := range es {
		out = append(out, fmt.Sprint(e.Number))
	}
	return strings.Join(out, " ")
}

func TestVisible(t *testing.T) {
	base := campaign()
	base.Selected = ""
	undated := event(9, "Undated", "Reds", "2020-03-01", place("Inn", timeline.At))
	undated.When = timeline.When{}
	rejected := event(10, "Rejected", "Reds", "2020-03-01", place("Inn", timeline.At))
	rejected.Status = timeline.Rejected
	base.Events = append(base.Events, undated, rejected)
	for _, c := range []struct {
		name string
		edit func(*Input)
		want string
	}{
		{"the end of time", func(in *Input) { in.Now = in.To }, "1 2 3 4 5 6 7 8 9"},
		{"before the first", func(in *Input) { in.Now = moment("2020-02-01 00:00") }, "9"},
		{"the first day", func(in *Input) { in.Now = moment("2020-03-01 13:00") }, "1 9"},
		{"in the doubtful days, early", func(in *Input) { in.Now = moment("2020-03-02 12:00") }, "1 9"},
		{"in the doubtful days, late", func(in *Input) { in.Now = moment("2020-03-03 12:00") }, "1 2 9"},
		{"after all", func(in *Input) { in.Now = moment("2020-04-01 00:00") }, "1 2 3 4 5 6 7 8 9"},
		{"a selected one too early", func(in *Input) { in.Now, in.Selected = moment("2020-03-01 13:00"), "e6" }, "1 6 9"},
		{"a rejected one selected", func(in *Input) { in.Now, in.Selected = moment("2020-03-01 13:00"), "e10" }, "1 9"},
		{"window", func(in *Input) {
			in.Mode, in.From, in.To = Window, moment("2020-03-03 00:00"), moment("2020-03-04 23:00")
		}, "2 3 4"},
		{"open window", func(in *Input) { in.Mode, in.From = Window, moment("2020-03-05 00:00") }, "5 6 7 8"},
		{"moment", func(in *Input) { in.Mode, in.Now = Moment, moment("2020-03-02 12:00") }, "2"},
		{"moment of an open start", func(in *Input) { in.Mode, in.Now = Moment, moment("2020-03-05 12:00") }, "5 6 7 8"},
	} {
		t.Run(c.name, func(t *testing.T) {
			in := base
			c.edit(&in)
			if got := numbers(Visible(in)); got != c.want {
				t.Errorf("visible %s, want %s", got, c.want)
			}
		})
	}
}

func TestSteppingShowsOneMoreEachTime(t *testing.T) {
	in := campaign()
	instants := Instants(in.Events)
	last := 0
	for i, e := range in.Events {
		in.Now, in.Selected = instants[i], e.ID
		n := len(Visible(in))
		if n != i+1 || n <= last {
			t.Errorf("at step %d there are %d events", i+1, n)
		}
		last = n
	}
}

func TestInstantsFollowNumbersNotTheSlice(t *testing.T) {
	in := campaign()
	want := Instants(in.Events)
	n := len(in.Events)
	turned := make([]Event, n)
	for i, e := range in.Events {
		turned[n-1-i] = e
	}
	for i, got := range Instants(turned) {
		if !got.Equal(want[n-1-i]) {
			t.Errorf("event %d has %v, want %v", turned[i].Number, got, want[n-1-i])
		}
	}
}

func TestStrength(t *testing.T) {
	in := campaign()
	e := event(1, "x", "Reds", "2020-03-01/2020-03-10")
	for _, c := range []struct {
		behind int
		want   float64
	}{{-3, 1}, {0, 1}, {5, 1}, {6, 0.85}, {10, 0.72}, {99, 0.6}} {
		if got := strength(in, e, c.behind); got != c.want {
			t.Errorf("%d behind: %v, want %v", c.behind, got, c.want)
		}
	}
	in.Mode = Moment
	for _, c := range []struct {
		now      string
		min, max float64
	}{{"2020-03-01 00:00", 0.3, 0.3}, {"2020-03-06 00:00", 0.45, 0.55}, {"2020-03-10 23:59", 0.99, 1}} {
		in.Now = moment(c.now)
		if got := strength(in, e, 0); got < c.min || got > c.max {
			t.Errorf("at %s: %v, want %v to %v", c.now, got, c.min, c.max)
		}
	}
}

func TestStateOf(t *testing.T) {
	claim := func(s ...timeline.Stance) []timeline.Claim {
		var out []timeline.Claim
		for _, x := range s {
			out = append(out, timeline.Claim{Stance: x})
		}
		return out
	}
	for _, c := range []struct {
		name     string
		claims   []timeline.Claim
		modality timeline.Modality
		want     fillState
	}{
		{"told", nil, "", filled},
		{"reported", claim(timeline.Reports), "", filled},
		{"claimed", claim(timeline.Claims), "", hollow},
		{"claimed and confirmed", claim(timeline.Claims, timeline.Confirms), "", filled},
		{"claimed and denied", claim(timeline.Claims, timeline.Denies), "", halved},
		{"planned", nil, timeline.Planned, hollow},
		{"attempted", nil, timeline.Attempt, hollow},
		{"history", nil, timeline.Past, filled},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := Event{}
			e.Claims, e.Modality = c.claims, c.modality
			if got := stateOf(e); got != c.want {
				t.Errorf("state %d, want %d", got, c.want)
			}
		})
	}
}
