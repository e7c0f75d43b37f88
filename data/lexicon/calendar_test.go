package lexicon

import (
	"strings"
	"testing"
	"time"
)

func TestMonth(t *testing.T) {
	for m := time.January; m <= time.December; m++ {
		name := strings.ToLower(m.String())
		if Month(name) != int(m) || Month(name[:3]) != int(m) {
			t.Errorf("%s: %d, %s: %d", name, Month(name), name[:3], Month(name[:3]))
		}
	}
	for _, w := range []string{"", "sun", "mayor", "June", "marches"} {
		if n := Month(w); n != 0 {
			t.Errorf("%q is month %d", w, n)
		}
	}
}

func TestWeekday(t *testing.T) {
	for d := time.Sunday; d <= time.Saturday; d++ {
		name, want := strings.ToLower(d.String()), (int(d)+6)%7+1
		if Weekday(name) != want || Weekday(name[:3]) != want {
			t.Errorf("%s: %d, %s: %d", name, Weekday(name), name[:3], Weekday(name[:3]))
		}
	}
	for _, w := range []string{"", "may", "sunni", "Friday", "fridays"} {
		if n := Weekday(w); n != 0 {
			t.Errorf("%q is weekday %d", w, n)
		}
	}
}
