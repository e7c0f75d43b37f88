package timeline

import (
	"slices"
	"testing"
)

func stops(a Axis) []string {
	var out []string
	for _, s := range a.Stops {
		out = append(out, s.Place.Name)
	}
	return out
}

func TestAxes(t *testing.T) {
	edit := func(e Event, f func(*Event)) Event { f(&e); return e }
	campaign := []Event{
		told("fight", "Reds", Battle, "2014-06-13", "near:Ford"),
		told("close", "Reds", Advance, "2014-06-14~", "toward:Capital"),
		after(told("push", "Reds", Advance, "2014-06-09/2014-06-14", "to:Province"), "port", "mill"),
		told("port", "Reds", ChangeOfControl, "2014-06-09/2014-06-13", "Port"),
		told("mill", "Reds", ChangeOfControl, "2014-06-09/2014-06-13", "Mill"),
		told("visit", "Minister", Visit, "2014-06-14", "Dam"),
		told("try", "Reds", Attack, "2014-06-14~", "Dam"),
	}
	for _, c := range []struct {
		name   string
		events []Event
		want   [][]string
		toward []string
	}{
		{"nothing", nil, nil, nil},
		{"a campaign in the order of its events", campaign, [][]string{{"Port", "Mill", "Province", "Ford"}}, []string{"Capital"}},
		{"one capture is no axis", campaign[3:4], nil, nil},
		{"one capture and a goal are", campaign[1:4:4], [][]string{{"Port", "Province"}}, []string{"Capital"}},
		{"a place reached is no goal any more", []Event{
			told("a", "Reds", Advance, "2014-06-01", "toward:Mill"), told("b", "Reds", ChangeOfControl, "2014-06-02", "Port"), told("c", "Reds", ChangeOfControl, "2014-06-03", "Mill"),
		}, [][]string{{"Port", "Mill"}}, nil},
		{"where an advance began comes first", []Event{told("a", "Reds", Advance, "2014-06-01", "to:Mill", "from:Port")}, [][]string{{"Port", "Mill"}}, nil},
		{"two parties, two axes", []Event{
			told("a", "Reds", Battle, "2014-06-01", "Port"), told("b", "Blues", Battle, "2014-06-01", "Dam"),
			told("c", "Reds", Battle, "2014-06-02", "Mill"), told("d", "Blues", Battle, "2014-06-02", "Ford"),
		}, [][]string{{"Port", "Mill"}, {"Dam", "Ford"}}, nil},
		{"rejected, denied and attempted ones are no stops", []Event{
			told("a", "Reds", Battle, "2014-06-01", "Port"),
			edit(told("b", "Reds", Battle, "2014-06-02", "Mill"), func(e *Event) { e.Status = Rejected }),
			edit(told("c", "Reds", Battle, "2014-06-03", "Dam"), func(e *Event) { e.Modality = Denied }),
			edit(told("d", "Reds", Advance, "2014-06-04", "to:Ford"), func(e *Event) { e.Modality = Attempt }),
		}, nil, nil},
		{"a country is no stop", []Event{
			told("a", "Reds", Battle, "2014-06-01", "Port"),
			edit(told("b", "Reds", Advance, "2014-06-02", "to:Land"), func(e *Event) { e.Places[0].Class = Country }),
		}, nil, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			axes := Axes(c.events)
			if len(axes) != len(c.want) {
				t.Fatalf("got %d axes: %+v", len(axes), axes)
			}
			for i, a := range axes {
				if got := stops(a); !slices.Equal(got, c.want[i]) {
					t.Errorf("axis %d: got %v, want %v", i, got, c.want[i])
				}
				if a.Retreat || a.Claimed {
					t.Errorf("axis %d is a retreat (%v) or claimed (%v)", i, a.Retreat, a.Claimed)
				}
			}
			if len(axes) > 0 {
				var toward []string
				for _, p := range axes[0].Toward {
					toward = append(toward, p.Name)
				}
				if !slices.Equal(toward, c.toward) {
					t.Errorf("toward %v, want %v", toward, c.toward)
				}
			}
		})
	}
}

func TestClaimedAxes(t *testing.T) {
	claim := func(e Event, s Stance) Event {
		e.Claims = []Claim{{By: "a party", Stance: s}}
		return e
	}
	port, mill := told("a", "Reds", Battle, "2014-06-01", "Port"), told("b", "Reds", Battle, "2014-06-02", "Mill")
	if a := Axes([]Event{claim(port, Claims), claim(mill, Claims)}); len(a) != 1 || !a[0].Claimed {
		t.Errorf("an axis that is only claimed: %+v", a)
	}
	if a := Axes([]Event{claim(port, Claims), claim(mill, Reports)}); len(a) != 1 || a[0].Claimed {
		t.Errorf("an axis with a fact: %+v", a)
	}
	mill.Modality = Planned
	port.Modality = Planned
	if a := Axes([]Event{port, mill}); len(a) != 1 || !a[0].Claimed {
		t.Errorf("a planned axis: %+v", a)
	}
}

func TestRetreats(t *testing.T) {
	e := told("w", "Blues", Withdrawal, "2014-06-03", "from:Port", "to:Mill")
	e.Movement = &Movement{By: "Blues", Retreat: true, From: e.Places[:1], To: e.Places[1:]}
	got := Axes([]Event{e})
	if len(got) != 1 || !got[0].Retreat || got[0].By != "Blues" || !slices.Equal(stops(got[0]), []string{"Port", "Mill"}) {
		t.Errorf("got %+v", got)
	}
	e.Movement.To = nil
	if got := Axes([]Event{e}); len(got) != 0 {
		t.Errorf("a withdrawal to nowhere: %+v", got)
	}
}
