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
