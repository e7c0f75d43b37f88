package timex

import (
	"time"

	"dateline/timeline/edtf"
)

// stamp is a day, month or year that was told: m and d are 0 where they are
// not known.
type stamp struct {
	y, m, d int
	known   bool
}

func stampOf(t time.Time) stamp {
	if t.IsZero() {
		return stamp{}
	}
	return stamp{t.Year(), int(t.Month()), t.Day(), true}
}

func (s stamp) time() time.Time {
	return time.Date(s.y, time.Month(max(s.m, 1)), max(s.d, 1), 0, 0, 0, 0, time.UTC)
}

// edtf is the stamp as a date.
func (s stamp) edtf() edtf.Value {
	switch {
	case !s.known:
		return edtf.Value{}
	case s.m == 0:
		return edtf.OfYear(s.y)
	case s.d == 0:
		return edtf.OfMonth(s.y, time.Month(s.m))
	}
	return edtf.OfDay(s.y, time.Month(s.m), s.d)
}

// value is the stamp in TIMEX3.
func (s stamp) value() string {
	v := yearValue(s.y)
	if s.m > 0 {
		v += "-" + two(s.m)
	}
	if s.d > 0 {
		v += "-" + two(s.d)
	}
	return v
}

// yearValue prints a year counted astronomically: BC0490 for -489.
func yearValue(y int) string {
	if y <= 0 {
		return "BC" + four(1-y)
	}
	return four(y)
}

func two(n int) string {
	if n < 10 {
		return "0" + itoa(n)
	}
	return itoa(n)
}

func four(n int) string {
	s := itoa(n)
	for len(s) < 4 {
		s = "0" + s
	}
	return s
}

func daysIn(y, m int) int {
	switch m {
	case 2:
		if y%4 == 0 && (y%100 != 0 || y%400 == 0) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

// isoDay is Monday 1 to Sunday 7.
func isoDay(t time.Time) int { return (int(t.Weekday())+6)%7 + 1 }

// monday is the Monday of the week in which t lies.
func monday(t time.Time) time.Time { return t.AddDate(0, 0, 1-isoDay(t)) }

func weekValue(t time.Time) string {
	y, w := t.ISOWeek()
	return four(y) + "-W" + two(w)
}

func seasonCode(s int) string { return [...]string{"", "SP", "SU", "FA", "WI"}[s] }

// easter is Easter Sunday of a Gregorian year, by the anonymous algorithm of
// the Gregorian computus.
func easter(y int) time.Time {
	a, b, c := y%19, y/100, y%100
	d, e := b/4, b%4
	g := (8*b + 13) / 25
	h := (19*a + b - d - g + 15) % 30
	j, k := c/4, c%4
	m := (a + 11*h) / 319
	r := (2*e + 2*j - k - h + m + 32) % 7
	month := (h - m + r + 90) / 25
	day := (h - m + r + month + 19) % 32
	return time.Date(y, time.Month(month), day, 0, 0, 0, 0, time.UTC)
}
