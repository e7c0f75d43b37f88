package extract

import "testing"

// TestFinerTime: of two times in a clause the one that says more counts.
func TestFinerTime(t *testing.T) {
	for text, want := range map[string]string{
		"In May 2014 rebels captured Tikrit on 12 May 2014.":                   "2014-05-12",
		"On 12 May 2014 rebels captured Tikrit, their first town in May 2014.": "2014-05-12",
	} {
		got := readText(t, text)
		if len(got.Events) != 1 || got.Events[0].When.EDTF.String() != want {
			t.Errorf("%s: %v, want %s", text, got.Events, want)
		}
	}
}

// TestMeasuresCountNobody: spans of time and strengths of quakes are no
// figures of an event.
func TestMeasuresCountNobody(t *testing.T) {
	for _, of := range []string{"centuries", "past two years", "magnitude-6 quakes", "Hours"} {
		if !measures(of) {
			t.Errorf("%q is counted", of)
		}
	}
	for _, of := range []string{"people", "year-olds", "", "soldiers of the week's march"} {
		if measures(of) {
			t.Errorf("%q is not counted", of)
		}
	}
	for _, e := range readText(t, "A quake struck Tikrit on Friday, the strongest in seven centuries, and killed 12 people.").Events {
		for _, f := range e.Figures {
			if f.Min == 7 {
				t.Errorf("%s: %q", e.Title, f.Stated)
			}
		}
	}
}
