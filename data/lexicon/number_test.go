package lexicon

import "testing"

func TestNumber(t *testing.T) {
	for w, want := range map[string]int{"zero": 0, "one": 1, "twelve": 12, "nineteen": 19, "ninety": 90, "hundred": 100, "thousand": 1000, "a": -1, "Two": -1, "": -1} {
		if got := Number(w); got != want {
			t.Errorf("Number(%q) = %d, want %d", w, got, want)
		}
	}
}

func TestOrdinal(t *testing.T) {
	for w, want := range map[string]int{"first": 1, "second": 2, "twelfth": 12, "twentieth": 20, "thirtieth": 30, "one": 0, "": 0} {
		if got := Ordinal(w); got != want {
			t.Errorf("Ordinal(%q) = %d, want %d", w, got, want)
		}
	}
}

func TestUnitOf(t *testing.T) {
	for _, c := range []struct {
		word   string
		unit   Unit
		plural bool
	}{
		{"day", Day, false}, {"nights", Day, true}, {"weeks", Week, true}, {"weekend", Weekend, false}, {"hrs", Hour, true},
		{"century", Century, false}, {"decades", Decade, true}, {"quarter", Quarter, false}, {"seconds", Second, true}, {"mile", NoUnit, false},
	} {
		if u, p := UnitOf(c.word); u != c.unit || p != c.plural {
			t.Errorf("UnitOf(%q) = %d, %t", c.word, u, p)
		}
	}
}

func TestSeasonAndDayPart(t *testing.T) {
	for w, want := range map[string]int{"spring": 1, "summer": 2, "fall": 3, "autumn": 3, "winter": 4, "falls": 0} {
		if got := Season(w); got != want {
			t.Errorf("Season(%q) = %d, want %d", w, got, want)
		}
	}
	for w, want := range map[string]string{"dawn": "MO", "noon": "MI", "afternoon": "AF", "dusk": "EV", "midnight": "NI", "daylight": "DT", "day": ""} {
		if got := DayPart(w); got != want {
			t.Errorf("DayPart(%q) = %q, want %q", w, got, want)
		}
	}
}
