package timeline

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"dateline/timeline/edtf"
)

// told makes an event of an identity, a side, a kind, a date and places
// ("to:Diyala").
func told(id ID, side string, kind Kind, date string, places ...string) Event {
	e := Event{ID: id, Side: side, Kind: kind, Status: Proposed}
	if date != "" {
		e.When = NewWhen(edtf.MustParse(date), "", Span{})
	}
	for _, p := range places {
		role, name := At, p
		for _, r := range []Role{At, Near, From, To, Via, Toward} {
			if n := len(r); len(p) > n && p[:n] == string(r) && p[n] == ':' {
				role, name = r, p[n+1:]
			}
		}
		e.Places = append(e.Places, Place{Mention: Mention{Name: name}, Role: role})
	}
	return e
}

func after(e Event, ids ...ID) Event {
	e.After = ids
	return e
}

func ids(events []Event) []ID {
	var out []ID
	for _, e := range events {
		out = append(out, e.ID)
	}
	return out
}

func TestOrder(t *testing.T) {
	for _, c := range []struct {
		name   string
		events []Event
		want   []ID
	}{
		{"none", nil, nil},
		{"by date", []Event{told("b", "", Battle, "2014-06-13"), told("a", "", Battle, "2014-06-12")}, []ID{"a", "b"}},
		{"as told on one day", []Event{told("b", "", Battle, "2014-06-13"), told("a", "", Battle, "2014-06-13")}, []ID{"b", "a"}},
		{"unknown dates last", []Event{told("x", "", Battle, ""), told("a", "", Battle, "2014-06-13")}, []ID{"a", "x"}},
		{"an open start counts as the end", []Event{told("open", "", Battle, "../2014-06-14"), told("a", "", Battle, "2014-06-13")}, []ID{"a", "open"}},
		{"a constraint beats the order of telling", []Event{
			after(told("later", "", Advance, "2014-06-13"), "first"), told("first", "", ChangeOfControl, "2014-06-13")}, []ID{"first", "later"}},
		{"a constraint beats the dates", []Event{
			after(told("later", "", Advance, "2014-06-10"), "first"), told("first", "", Battle, "2014-06-12")}, []ID{"first", "later"}},
		{"what follows a late event does not overtake others", []Event{
			told("first", "", Battle, "2014-06-12"), after(told("later", "", Advance, "2014-06-10"), "first"), told("mid", "", Battle, "2014-06-11")}, []ID{"mid", "first", "later"}},
		{"a circle is broken", []Event{after(told("a", "", Battle, "2014-06-12"), "b"), after(told("b", "", Battle, "2014-06-13"), "a")}, []ID{"a", "b"}},
		{"an unknown constraint is ignored", []Event{after(told("a", "", Battle, "2014-06-12"), "gone", "a")}, []ID{"a"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := ids(Order(c.events)); !slices.Equal(got, c.want) {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}

func TestOrderKeepsItsArgument(t *testing.T) {
	events := []Event{told("b", "", Battle, "2014-06-13"), told("a", "", Battle, "2014-06-12")}
	Order(events)
	if events[0].ID != "b" {
		t.Error("the argument was reordered")
	}
}

// TestOrderProperty: the order holds every event once, and none stands before
// one that it follows when the constraints point backwards only.
func TestOrderProperty(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 30).Draw(t, "n")
		events := make([]Event, n)
		for i := range events {
			date := ""
			if d := rapid.IntRange(0, 20).Draw(t, "day"); d > 0 {
				date = "2014-06-" + string(rune('0'+d/10)) + string(rune('0'+d%10))
			}
			events[i] = told(ID(rune('A'+i)), "", Battle, date)
			if i > 0 && rapid.Bool().Draw(t, "follows") {
				events[i].After = []ID{events[rapid.IntRange(0, i-1).Draw(t, "what")].ID}
			}
		}
		order := ids(Order(events))
		if len(order) != n {
			t.Fatalf("%d of %d events", len(order), n)
		}
		for _, e := range events {
			at := slices.Index(order, e.ID)
			if at < 0 {
				t.Fatalf("%s is missing", e.ID)
			}
			for _, a := range e.After {
				if slices.Index(order, a) > at {
					t.Fatalf("%s stands before %s, which it follows: %v", e.ID, a, order)
				}
			}
		}
	})
}

func TestParties(t *testing.T) {
	got := Parties([]Event{
		told("1", "Army", Battle, ""), told("2", "Rebels", Battle, ""), told("3", "", Disaster, ""),
		told("4", "Rebels", Battle, ""), told("5", "Police", Arrest, ""),
	})
	if want := []string{"Rebels", "Army", "Police"}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if got := Parties(nil); got != nil {
		t.Errorf("got %v of nothing", got)
	}
}
