package lexicon

import (
	"strings"
	"testing"
	"time"
)

func TestMonth(t *testing.T) {
	for m := time.January; m <= time.December; m++ {
		name := strings.ToLower(m.String())
		if MonthOf(name) != int(m) || MonthOf(name[:3]) != int(m) {
			t.Errorf("%s: %d, %s: %d", name, MonthOf(name), name[:3], MonthOf(name[:3]))
		}
	}
	for _, w := range []string{"", "sun", "mayor", "June", "marches"} {
		if n := MonthOf(w); n != 0 {
			t.Errorf("%q is month %d", w, n)
		}
	}
}

func TestWeekday(t *testing.T) {
	for d := time.Sunday; d <= time.Saturday; d++ {
		name, want := strings.ToLower(d.String()), (int(d)+6)%7+1
		if WeekdayOf(name) != want || WeekdayOf(name[:3]) != want {
			t.Errorf("%s: %d, %s: %d", name, WeekdayOf(name), name[:3], WeekdayOf(name[:3]))
		}
	}
	for _, w := range []string{"", "may", "sunni", "Friday", "fridays"} {
		if n := WeekdayOf(w); n != 0 {
			t.Errorf("%q is weekday %d", w, n)
		}
	}
}

func TestTimeWordsAreKnown(t *testing.T) {
	seen := map[string]bool{}
	for _, w := range strings.Fields(TimeWords) {
		u, _ := UnitOf(w)
		if MonthOf(w) == 0 && WeekdayOf(w) == 0 && Number(w) < 0 && Ordinal(w) == 0 && u == NoUnit && Season(w) == 0 && DayPart(w) == "" {
			t.Errorf("%q is no word of time", w)
		}
		if seen[w] {
			t.Errorf("%q is there twice", w)
		}
		seen[w] = true
	}
	for _, w := range []string{"sept", "weds", "nights", "mins", "ninety", "thirtieth", "daylight"} {
		if !seen[w] {
			t.Errorf("%q is missing", w)
		}
	}
}
