package edtf

import (
	"fmt"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// drawDay draws a day of the years that EDTF writes with four digits.
func drawDay(t *rapid.T, name string) time.Time {
	return time.Date(2000, 1, 1+rapid.IntRange(-4_300_000, 2_900_000).Draw(t, name), 0, 0, 0, 0, time.UTC)
}

// drawValue draws a date of any kind that can be made without parsing.
func drawValue(t *rapid.T, name string) Value {
	y := rapid.IntRange(-9999, 9999).Draw(t, name+" year")
	m := time.Month(rapid.IntRange(1, 12).Draw(t, name+" month"))
	var v Value
	switch rapid.IntRange(0, 7).Draw(t, name+" kind") {
	case 0:
		v = OfYear(y)
	case 1:
		v = OfMonth(y, m)
	case 2:
		v = OnDay(drawDay(t, name+" day"))
	case 3:
		v = OfMinute(drawDay(t, name+" day").Add(time.Duration(rapid.IntRange(0, 1439).Draw(t, name+" minute")) * time.Minute))
	case 4:
		v = OfGroup(y, rapid.IntRange(21, 41).Draw(t, name+" group"))
	case 5:
		v = OfDecade(y)
	case 6:
		v = OfCentury(y)
	default:
		v = OfYear(y * 1000)
	}
	if rapid.Bool().Draw(t, name+" approximate") {
		v = v.WithApproximate()
	}
	if rapid.Bool().Draw(t, name+" uncertain") {
		v = v.WithUncertain()
	}
	return v
}

// TestGroupBounds states the months of every season, quarter, third and half.
func TestGroupBounds(t *testing.T) {
	for _, c := range []struct {
		group       int
		first, last string
	}{
		{21, "2013-03-01", "2013-05-31"}, {22, "2013-06-01", "2013-08-31"}, {23, "2013-09-01", "2013-11-30"}, {24, "2013-12-01", "2014-02-28"},
		{25, "2013-03-01", "2013-05-31"}, {26, "2013-06-01", "2013-08-31"}, {27, "2013-09-01", "2013-11-30"}, {28, "2013-12-01", "2014-02-28"},
		{29, "2013-09-01", "2013-11-30"}, {30, "2013-12-01", "2014-02-28"}, {31, "2013-03-01", "2013-05-31"}, {32, "2013-06-01", "2013-08-31"},
		{33, "2013-01-01", "2013-03-31"}, {34, "2013-04-01", "2013-06-30"}, {35, "2013-07-01", "2013-09-30"}, {36, "2013-10-01", "2013-12-31"},
		{37, "2013-01-01", "2013-04-30"}, {38, "2013-05-01", "2013-08-31"}, {39, "2013-09-01", "2013-12-31"},
		{40, "2013-01-01", "2013-06-30"}, {41, "2013-07-01", "2013-12-31"},
	} {
		v := OfGroup(2013, c.group)
		if v.String() != fmt.Sprintf("2013-%d", c.group) || MustParse(v.String()) != v {
			t.Errorf("group %d is %q", c.group, v)
		}
		lo, hi := v.Bounds()
		if show(lo) != c.first+"T00:00:00" || show(hi) != c.last+"T23:59:59" {
			t.Errorf("%s is from %s to %s, want %s to %s", v, show(lo), show(hi), c.first, c.last)
		}
	}
}

// TestLeapYears: February has 29 days where it should, in masked years too.
func TestLeapYears(t *testing.T) {
	for text, want := range map[string][2]string{
		"2000-02":    {"2000-02-01", "2000-02-29"},
		"1900-02":    {"1900-02-01", "1900-02-28"},
		"2012-24":    {"2012-12-01", "2013-02-28"},
		"2011-24":    {"2011-12-01", "2012-02-29"},
		"-0004-02":   {"-0004-02-01", "-0004-02-29"},
		"0000-02-29": {"0000-02-29", "0000-02-29"},
		"19XX-02-29": {"1904-02-29", "1996-02-29"},
		"2014-02-XX": {"2014-02-01", "2014-02-28"},
		"2016-02-2X": {"2016-02-20", "2016-02-29"},
		"2014-XX-30": {"2014-01-30", "2014-12-30"},
		"2014-0X-31": {"2014-01-31", "2014-08-31"},
		"XXXX-02-29": {"0000-02-29", "9996-02-29"},
		"1XXX-XX-31": {"1000-01-31", "1999-12-31"},
	} {
		lo, hi := MustParse(text).Bounds()
		if show(lo) != want[0]+"T00:00:00" || show(hi) != want[1]+"T23:59:59" {
			t.Errorf("%s is from %s to %s, want %v", text, show(lo), show(hi), want)
		}
	}
}

// TestBoundsOfTimes: hours and minutes end with their last second, zones move
// both ends.
func TestBoundsOfTimes(t *testing.T) {
	for text, want := range map[string][2]string{
		"2014-06-14T00":                       {"2014-06-14T00:00:00", "2014-06-14T00:59:59"},
		"2014-06-14T23:59":                    {"2014-06-14T23:59:00", "2014-06-14T23:59:59"},
		"2014-06-14T23:59:59":                 {"2014-06-14T23:59:59", "2014-06-14T23:59:59"},
		"2014-01-01T00:30+14:00":              {"2013-12-31T10:30:00", "2013-12-31T10:30:59"},
		"2014-12-31T23:30-12:00":              {"2015-01-01T11:30:00", "2015-01-01T11:30:59"},
		"2014-06-14T08Z/2014-06-14T10Z":       {"2014-06-14T08:00:00", "2014-06-14T10:59:59"},
		"2014-06-14T08:00Z/..":                {"2014-06-14T08:00:00", ""},
		"../2014-06-14T08:00+03:00":           {"", "2014-06-14T05:00:59"},
		"2014-06-14T22:00-05/2014-06-15T06Z":  {"2014-06-15T03:00:00", "2014-06-15T06:59:59"},
		"-0043-03-15T12:00/-0043-03-15T14:30": {"-0043-03-15T12:00:00", "-0043-03-15T14:30:59"},
	} {
		lo, hi := MustParse(text).Bounds()
		if show(lo) != want[0] || show(hi) != want[1] {
			t.Errorf("%s is from %s to %s, want %v", text, show(lo), show(hi), want)
		}
	}
}

// TestBoundsProperty: bounds are in order, qualifiers do not move them, the
// canonical text keeps them, and the date contains both but nothing beside.
func TestBoundsProperty(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := drawValue(t, "v")
		lo, hi := v.Bounds()
		if lo.IsZero() || hi.IsZero() || hi.Before(lo) {
			t.Fatalf("%s is from %s to %s", v, lo, hi)
		}
		if a, b := v.WithApproximate().WithUncertain().Bounds(); !a.Equal(lo) || !b.Equal(hi) {
			t.Fatalf("%s marked is from %s to %s", v, a, b)
		}
		w, err := Parse(v.String())
		if err != nil || w != v {
			t.Fatalf("%q reads as %q, %v", v, w, err)
		}
		if !v.Contains(lo) || !v.Contains(hi) || v.Contains(lo.Add(-time.Second)) || v.Contains(hi.Add(time.Second)) {
			t.Fatalf("%s does not contain just %s to %s", v, lo, hi)
		}
	})
}

// TestNestingProperty: a day lies in its month, that in its season, quarter
// and half, those in their year, that in its decade and its century.
func TestNestingProperty(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawDay(t, "day")
		y, m := d.Year(), d.Month()
		if y < 0 {
			return // decades before the year 0 are counted from it
		}
		chain := []Value{OfMinute(d), OnDay(d), OfMonth(y, m), OfGroup(y, 33+(int(m)-1)/3), OfGroup(y, 40+(int(m)-1)/6), OfYear(y), OfDecade(y), OfCentury(y)}
		for i := 1; i < len(chain); i++ {
			a, b := chain[i-1].Bounds()
			lo, hi := chain[i].Bounds()
			if a.Before(lo) || b.After(hi) {
				t.Fatalf("%s does not lie in %s", chain[i-1], chain[i])
			}
			if chain[i-1].Precision() <= chain[i].Precision() {
				t.Fatalf("%s is not finer than %s", chain[i-1], chain[i])
			}
		}
	})
}

// TestIntervalsProperty: Until, Since and Between agree with the bounds of
// what they are made of, and take intervals apart again.
func TestIntervalsProperty(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := drawValue(t, "a"), drawValue(t, "b")
		aLo, aHi := a.Bounds()
		_, bHi := b.Bounds()
		if lo, hi := Until(a).Bounds(); !lo.IsZero() || !hi.Equal(aHi) || !Until(a).OpenStart() || Until(a).OpenEnd() || Until(a).End() != a {
			t.Fatalf("until %s is %s", a, Until(a))
		}
		if lo, hi := Since(a).Bounds(); !lo.Equal(aLo) || !hi.IsZero() || !Since(a).OpenEnd() || Since(a).OpenStart() || Since(a).Start() != a {
			t.Fatalf("since %s is %s", a, Since(a))
		}
		v, err := Between(a, b)
		if (err != nil) != bHi.Before(aLo) && a != b {
			t.Fatalf("between %s and %s: %s, %v", a, b, v, err)
		}
		if err != nil {
			if !v.IsZero() {
				t.Fatalf("%s beside an error", v)
			}
			return
		}
		if lo, hi := v.Bounds(); !lo.Equal(aLo) || !hi.Equal(bHi) {
			t.Fatalf("between %s and %s is from %s to %s", a, b, lo, hi)
		}
		if v.Start() != a || v.End() != b || v.IsInterval() != (a != b) || v.OpenStart() || v.OpenEnd() {
			t.Fatalf("%s has ends %s and %s, not %s and %s", v, v.Start(), v.End(), a, b)
		}
		if again, err := Between(v, v); err != nil || again != v {
			t.Fatalf("between %s and itself: %s, %v", v, again, err)
		}
		if Until(v) != Until(b) || Since(v) != Since(a) {
			t.Fatalf("until %s is %s, since it is %s", v, Until(v), Since(v))
		}
		if p := v.Precision(); p != min(a.Precision(), b.Precision()) {
			t.Fatalf("%s is known to the %s", v, p)
		}
		if v.Approximate() != (a.Approximate() || b.Approximate()) || v.Uncertain() != (a.Uncertain() || b.Uncertain()) {
			t.Fatalf("%s: approximate %t, uncertain %t", v, v.Approximate(), v.Uncertain())
		}
	})
}

// TestDateRangeProperty: the range of two days does not depend on their order
// and has as many days as lie between them.
func TestDateRangeProperty(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := drawDay(t, "a")
		b := a.AddDate(0, 0, rapid.IntRange(0, 10_000).Draw(t, "days"))
		if b.Year() > 9999 {
			return
		}
		v := DateRange(a, b)
		if v != DateRange(b, a) {
			t.Fatalf("%s and %s", v, DateRange(b, a))
		}
		lo, hi := v.Bounds()
		if lo.Truncate(time.Second) != a || !hi.Equal(b.AddDate(0, 0, 1).Add(-time.Second)) {
			t.Fatalf("%s is from %s to %s", v, lo, hi)
		}
		if v.IsInterval() == a.Equal(b) {
			t.Fatalf("%s is an interval: %t", v, v.IsInterval())
		}
		checkValue(t, v)
	})
}

// TestMonthsRunOver: months beyond the year are those of others.
func TestMonthsRunOver(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		y, m, by := rapid.IntRange(-9000, 9000).Draw(t, "year"), rapid.IntRange(1, 12).Draw(t, "month"), rapid.IntRange(-50, 50).Draw(t, "years")
		if OfMonth(y, time.Month(m+12*by)) != OfMonth(y+by, time.Month(m)) {
			t.Fatalf("month %d of %d is %s", m+12*by, y, OfMonth(y, time.Month(m+12*by)))
		}
		if OfDay(y, time.Month(m), 0) != OnDay(time.Date(y, time.Month(m), 0, 0, 0, 0, 0, time.UTC)) {
			t.Fatalf("day 0 of %d-%d is %s", y, m, OfDay(y, time.Month(m), 0))
		}
	})
}

func TestPrecisionNames(t *testing.T) {
	for p, want := range map[Precision]string{
		NoPrecision: "unknown", Millennium: "millennium", Century: "century", Decade: "decade", Year: "year", Half: "half-year", Season: "season",
		Month: "month", Day: "day", Hour: "hour", Minute: "minute", Second: "second", Second + 1: "unknown", 255: "unknown",
	} {
		if got := p.String(); got != want {
			t.Errorf("precision %d is %q, want %q", p, got, want)
		}
	}
}

// TestMarksAreKept: marking a date twice is marking it once, the order of the
// marks is of no account, and unknown ends are not marked.
func TestMarksAreKept(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := drawValue(t, "v")
		a, u := v.WithApproximate(), v.WithUncertain()
		if a.WithApproximate() != a || u.WithUncertain() != u || a.WithUncertain() != u.WithApproximate() || !a.Approximate() || !u.Uncertain() {
			t.Fatalf("%s: %s, %s", v, a, u)
		}
		if got := Until(a); got.WithApproximate() != got {
			t.Fatalf("%s marked again is %s", got, got.WithApproximate())
		}
	})
	if v := (Value{}).WithApproximate().WithUncertain(); !v.IsZero() {
		t.Errorf("the unknown date marked is %q", v)
	}
}

// TestMasksAreMadeOfFourDigits: decades and centuries of other years are the
// year itself.
func TestMasksAreMadeOfFourDigits(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{OfDecade(7).String(), "000X"}, {OfDecade(987).String(), "098X"}, {OfCentury(987).String(), "09XX"}, {OfCentury(2099).String(), "20XX"},
		{OfDecade(-44).String(), "-0044"}, {OfCentury(-44).String(), "-0044"}, {OfDecade(12345).String(), "Y12345"},
	} {
		if c.got != c.want {
			t.Errorf("got %s, want %s", c.got, c.want)
		}
	}
}
