package extract

import (
	"slices"
	"testing"
)

// TestTakenAgain: a town that changed hands before is not the one capture that
// the report is about.
func TestTakenAgain(t *testing.T) {
	got := readText(t, `The Iraqi army says it has retaken the town of Tikrit.

The army had first taken Tikrit on 3 May, only to lose it on 10 May.`)
	var all []string
	for i := range got.Events {
		if e := &got.Events[i]; e.Kind == "change-of-control" {
			all = append(all, brief(e))
		}
	}
	want := []string{
		"change-of-control | 2014-05-03 | at Tikrit | Iraqi army",
		"change-of-control | 2014-05-10 | at Tikrit | Iraqi army",
		"change-of-control | ../2014-06-14 | at Tikrit | Iraqi army",
	}
	slices.Sort(all)
	slices.Sort(want)
	if !slices.Equal(all, want) {
		t.Errorf("got  %q\nwant %q", all, want)
	}
}

// TestFeastsAreNoPlaces: the words of a date name no town.
func TestFeastsAreNoPlaces(t *testing.T) {
	for _, p := range readText(t, "Troops took Tikrit on Christmas Eve. They left on Easter Sunday.").Places {
		if p.Name != "Tikrit" {
			t.Errorf("a place: %q", p.Name)
		}
	}
}

// TestWithdrawalFromWhereTheyWere: a retreat without a place begins where the
// text has just been.
func TestWithdrawalFromWhereTheyWere(t *testing.T) {
	got := readText(t, `Iraqi troops entered Tikrit on Friday.

A spokesman for the rebels denied that they had been beaten. He said their fighters had made a withdrawal on Thursday.`)
	for _, e := range got.Events {
		if e.Kind == "withdrawal" && len(e.Places) == 1 && e.Places[0].Name == "Tikrit" {
			return
		}
	}
	t.Errorf("no withdrawal from Tikrit: %+v", got.Events)
}

// TestTroopsAlongABorder: who guards a border stands on his own side of it.
func TestTroopsAlongABorder(t *testing.T) {
	got := readText(t, `Rebels captured Tikrit in Iraq on Friday and shelled Samarra.

Iraq called for help. Iran had put two divisions of its forces on alert along the border with Iraq, a source said.`)
	for _, e := range got.Events {
		if e.Kind == "deployment" {
			if len(e.Places) == 0 || e.Places[0].Name != "Iran" {
				t.Errorf("%s: %s", e.Title, brief(&e))
			}
			return
		}
	}
	t.Errorf("no deployment: %v", got.Events)
}
