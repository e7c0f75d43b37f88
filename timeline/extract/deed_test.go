package extract

import (
	"slices"
	"testing"
)

// TestDeeds: what nobody has a word for is an event of another kind where
// somebody known did it on a day at a place, and only then.
func TestDeeds(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"Iraqi engineers unveiled a monument in Mosul on Thursday.", []string{"other | 2014-06-12 | at Mosul | Iraqi engineers"}},
		{"Iraqi engineers unveiled a monument in Mosul.", nil},
		{"Iraqi engineers unveiled a monument on Thursday.", nil},
		{"Iraqi engineers lived in Mosul on Thursday.", nil},
		{"Iraqi engineers could unveil a monument in Mosul on Thursday.", nil},
		{"A monument gleamed in Mosul on Thursday.", nil},
	} {
		got := readText(t, c.text)
		var all []string
		for i := range got.Events {
			all = append(all, brief(&got.Events[i]))
		}
		if !slices.Equal(all, c.want) {
			t.Errorf("%s\n\tgot  %q\n\twant %q", c.text, all, c.want)
		}
	}
}

// TestAlliancesAreNoRebels: an alliance of states that a report names often is
// not who "the rebels" are.
func TestAlliancesAreNoRebels(t *testing.T) {
	got := readText(t, `Rebels captured Tikrit on Friday. Nato condemned the attack and Nato ministers met in Brussels on Thursday. Nato said it watched events.

Insurgents shelled Samarra on Friday, and the Baghdad government declared an emergency on Thursday.`)
	seen := 0
	for _, e := range got.Events {
		if len(e.Places) == 0 || e.Places[0].Name != "Tikrit" && e.Places[0].Name != "Samarra" {
			continue
		}
		if seen++; e.Side != "rebels" && e.Side != "insurgents" {
			t.Errorf("%s: by %s", e.Title, e.Side)
		}
	}
	if seen != 2 {
		t.Errorf("%d attacks, want 2", seen)
	}
}
