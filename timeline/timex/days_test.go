package timex

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"dateline/data/lexicon"
)

func TestStamp(t *testing.T) {
	for _, c := range []struct {
		at          stamp
		value, edtf string
	}{
		{stamp{}, "BC0001", ""},
		{stamp{y: 2014, known: true}, "2014", "2014"},
		{stamp{y: 2014, m: 6, known: true}, "2014-06", "2014-06"},
		{stamp{y: 2014, m: 6, d: 4, known: true}, "2014-06-04", "2014-06-04"},
		{stamp{y: 987, known: true}, "0987", "0987"},
		{stamp{y: -489, m: 8, known: true}, "BC0490-08", "-0489-08"},
	} {
		if c.at.value() != c.value || c.at.edtf().String() != c.edtf {
			t.Errorf("%+v: %q %q, want %q %q", c.at, c.at.value(), c.at.edtf(), c.value, c.edtf)
		}
	}
	if s := stampOf(time.Time{}); s.known {
		t.Error("the zero time is a day")
	}
}

func TestDaysIn(t *testing.T) {
	for y := 1890; y < 2110; y++ {
		for m := 1; m <= 12; m++ {
			if want := time.Date(y, time.Month(m+1), 0, 0, 0, 0, 0, time.UTC).Day(); daysIn(y, m) != want {
				t.Fatalf("%d-%d has %d days, not %d", y, m, want, daysIn(y, m))
			}
		}
	}
	if dayExists(2014, 2, 29) || !dayExists(2016, 2, 29) || dayExists(2014, 13, 1) || dayExists(2014, 0, 1) || dayExists(2014, 1, 0) {
		t.Error("dayExists is wrong at an edge")
	}
}

func TestWeeks(t *testing.T) {
	for _, c := range []struct{ day, monday, week string }{
		{"2014-06-14", "2014-06-09", "2014-W24"},
		{"2014-06-15", "2014-06-09", "2014-W24"},
		{"2014-06-16", "2014-06-16", "2014-W25"},
		{"2014-12-31", "2014-12-29", "2015-W01"},
		{"2016-01-03", "2015-12-28", "2015-W53"},
	} {
		d, _ := time.Parse(time.DateOnly, c.day)
		if got := monday(d).Format(time.DateOnly); got != c.monday || weekValue(d) != c.week {
			t.Errorf("%s: %s %s, want %s %s", c.day, got, weekValue(d), c.monday, c.week)
		}
	}
}

func TestMondayProperty(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := time.Date(1900, 1, rapid.IntRange(1, 80000).Draw(t, "day"), 0, 0, 0, 0, time.UTC)
		m := monday(d)
		if m.Weekday() != time.Monday || m.After(d) || d.Sub(m) >= 7*24*time.Hour {
			t.Fatalf("the Monday of %s is %s", d, m)
		}
	})
}

func TestEasterIsASundayInSpring(t *testing.T) {
	for y := 1583; y < 2300; y++ {
		d := easter(y)
		if d.Weekday() != time.Sunday || d.Before(time.Date(y, 3, 22, 0, 0, 0, 0, time.UTC)) || d.After(time.Date(y, 4, 25, 0, 0, 0, 0, time.UTC)) {
			t.Fatalf("Easter %d is %s", y, d)
		}
	}
	if _, ok := holidayDay("no such day", 2014); ok {
		t.Error("an unknown feast has a day")
	}
}

func TestDuration(t *testing.T) {
	for _, c := range []struct {
		n    float64
		unit lexicon.Unit
		want string
	}{
		{3, lexicon.Second, "PT3S"}, {20, lexicon.Minute, "PT20M"}, {1.5, lexicon.Hour, "PT1.5H"}, {2, lexicon.Day, "P2D"}, {-1, lexicon.Day, "PXD"},
		{3, lexicon.Week, "P3W"}, {6, lexicon.Month, "P6M"}, {2, lexicon.Quarter, "P2Q"}, {1460, lexicon.Year, "P1460Y"}, {2, lexicon.Decade, "P2DE"}, {-1, lexicon.Century, "PXCE"},
	} {
		if got := duration(c.n, c.unit); got != c.want {
			t.Errorf("%v of %d: %s, want %s", c.n, c.unit, got, c.want)
		}
	}
}

func TestRoughly(t *testing.T) {
	day := stamp{2014, 6, 14, true}
	for _, c := range []struct {
		unit        lexicon.Unit
		sign, least int
		want        string
	}{
		{lexicon.Day, -1, 2, "2014-06-07~/2014-06-12~"},
		{lexicon.Day, 1, 0, "2014-06-14/2014-06-21~"},
		{lexicon.Week, -1, 0, "2014-04-19~/2014-06-14"},
		{lexicon.Month, -1, 2, "2013-07~/2014-04~"},
		{lexicon.Year, 1, 2, "2016~/2024~"},
		{lexicon.Decade, -1, 2, "1964~/1994~"},
		{lexicon.Hour, -1, 2, ""},
	} {
		if got := roughly(day, c.unit, c.sign, c.least).String(); got != c.want {
			t.Errorf("unit %d, sign %d, least %d: %q, want %q", c.unit, c.sign, c.least, got, c.want)
		}
	}
	if got := roughly(stamp{y: 2014, known: true}, lexicon.Day, -1, 2); !got.IsZero() {
		t.Errorf("days from a whole year: %s", got)
	}
}
