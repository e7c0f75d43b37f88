package edtf

import (
	"strings"
	"time"
)

// maxYear is the greatest year, before and after 0, that is read.
const maxYear = 999_999_999

// Bounds gives the first and the last instant that the date allows, both
// included and to the second, in UTC; zero where that end is open or unknown.
//
// Qualifiers do not widen the bounds: "2014-06-13~" has those of the day, and
// Approximate tells the rest. Seasons 21 to 24 are those of the northern
// half of the earth in whole months, March to May being spring; winter 2014
// is December 2014 to February 2015. The first instant of the year 1, which
// is Go's zero time, is given one nanosecond late.
func (v Value) Bounds() (earliest, latest time.Time) {
	earliest, latest = v.from.bounds()
	if v.interval {
		_, latest = v.to.bounds()
	}
	if v.from.state == dated && earliest.IsZero() {
		earliest = earliest.Add(1)
	}
	return earliest, latest
}

// reversed reports whether an interval ends before it begins.
func (v Value) reversed() bool {
	lo, _ := v.from.bounds()
	_, hi := v.to.bounds()
	return v.from.state == dated && v.to.state == dated && hi.Before(lo)
}

func (p point) bounds() (time.Time, time.Time) {
	if p.state != dated {
		return time.Time{}, time.Time{}
	}
	lo, okLo := p.extreme(false)
	hi, okHi := p.extreme(true)
	if !okLo || !okHi {
		return time.Time{}, time.Time{}
	}
	return lo, hi
}

// extreme finds the first or, with last, the last instant of the date; false
// if no day of the calendar fits it.
func (p point) extreme(last bool) (time.Time, bool) {
	lo, hi, ok := yearRange(p.year)
	if !ok {
		return time.Time{}, false
	}
	if p.month == "" || number(p.month) > 20 {
		first, n := groupMonths(p.month)
		if last {
			return time.Date(hi, time.Month(first+n), 1, 0, 0, -1, 0, time.UTC), true
		}
		return time.Date(lo, time.Month(first), 1, 0, 0, 0, 0, time.UTC), true
	}
	// A 29 February can be several years away from the end of the range;
	// within 41 years of those that fit there is one, or none at all.
	y, step := lo, 1
	if last {
		y, step = hi, -1
	}
	for tries := 0; lo <= y && y <= hi && tries <= 400; y += step {
		if !fitsYear(p.year, y) {
			continue
		}
		tries++
		if t, ok := p.inYear(y, last); ok {
			return t, true
		}
	}
	return time.Time{}, false
}

func (p point) inYear(y int, last bool) (time.Time, bool) {
	for i := 0; i < 12; i++ {
		m := i + 1
		if last {
			m = 12 - i
		}
		if !fits(p.month, m) {
			continue
		}
		days := time.Date(y, time.Month(m+1), 0, 0, 0, 0, 0, time.UTC).Day()
		for j := 0; j < days; j++ {
			d := j + 1
			if last {
				d = days - j
			}
			if p.day == "" || fits(p.day, d) {
				return p.clock.onDay(y, time.Month(m), d, last), true
			}
		}
	}
	return time.Time{}, false
}

func (c clock) onDay(y int, m time.Month, d int, last bool) time.Time {
	t := time.Date(y, m, d, int(c.hour), int(c.minute), int(c.second), 0, time.UTC)
	if last {
		switch c.prec {
		case NoPrecision:
			t = time.Date(y, m, d+1, 0, 0, -1, 0, time.UTC)
		case Hour:
			t = t.Add(time.Hour - time.Second)
		case Minute:
			t = t.Add(time.Minute - time.Second)
		}
	}
	return t.Add(-time.Duration(c.offset) * time.Minute)
}

// fits reports whether two digits, either of which can be X, allow n.
func fits(mask string, n int) bool {
	return (mask[0] == 'X' || int(mask[0]-'0') == n/10) && (mask[1] == 'X' || int(mask[1]-'0') == n%10)
}

// fitsYear reports whether the year y is one of those that a year with
// unspecified digits allows. Years with none fit every y.
func fitsYear(year string, y int) bool {
	if strings.IndexByte(year, 'X') < 0 {
		return true
	}
	if year[0] == '-' {
		year, y = year[1:], -y
	}
	for i := len(year) - 1; i >= 0; i-- {
		if year[i] != 'X' && int(year[i]-'0') != y%10 {
			return false
		}
		y /= 10
	}
	return true
}

// groupMonths gives the first month and the count of months of a grouping,
// all of the year for "".
func groupMonths(group string) (first, count int) {
	switch n := number(group); {
	case n < 0:
		return 1, 12
	case n <= 24: // seasons, taken as northern
		return 3 + 3*(n-21), 3
	case n <= 28: // northern seasons
		return 3 + 3*(n-25), 3
	case n <= 32: // southern seasons: spring is September to November
		return [...]int{9, 12, 3, 6}[n-29], 3
	case n <= 36: // quarters
		return 1 + 3*(n-33), 3
	case n <= 39: // thirds
		return 1 + 4*(n-37), 4
	default: // halves
		return 1 + 6*(n-40), 6
	}
}

// yearRange gives the first and the last year of a year as written; false if
// it is out of range.
func yearRange(s string) (lo, hi int, ok bool) {
	s = strings.TrimPrefix(s, "Y")
	s, neg := strings.CutPrefix(s, "-")
	s, significant, marked := cutNumber(s, 'S')
	s, exponent, _ := cutNumber(s, 'E')
	for _, c := range []byte(s) {
		lo, hi = lo*10, hi*10
		if c == 'X' {
			hi += 9
		} else {
			lo, hi = lo+int(c-'0'), hi+int(c-'0')
		}
		if lo > maxYear || hi > maxYear {
			return 0, 0, false
		}
	}
	for ; exponent > 0; exponent-- {
		lo, hi = lo*10, hi*10
		if lo > maxYear {
			return 0, 0, false
		}
	}
	if marked {
		if significant == 0 {
			return 0, 0, false
		}
		unit := 1
		for d := lo; d >= 10; d /= 10 {
			unit *= 10
		}
		for ; significant > 1 && unit > 1; significant-- {
			unit /= 10
		}
		lo -= lo % unit
		hi = lo + unit - 1
	}
	if neg {
		lo, hi = -hi, -lo
	}
	return lo, hi, true
}

func cutNumber(s string, mark byte) (before string, n int, found bool) {
	i := strings.IndexByte(s, mark)
	if i < 0 {
		return s, 0, false
	}
	for _, c := range []byte(s[i+1:]) {
		n = n*10 + int(c-'0')
	}
	return s[:i], n, true
}

// check says what is impossible about a date.
func (p *parser) check(d point, at int) error {
	at += len(d.year) + 1
	if d.qual[1] != 0 {
		at++
	}
	m := number(d.month)
	switch {
	case d.month == "":
		return nil
	case m > 41 || m == 0 || m > 12 && m < 21:
		return p.fail(at, "month %s does not exist (01 to 12, or 21 to 41 for seasons and quarters)", d.month)
	case m > 20 && d.day != "":
		return p.fail(at, "a season or quarter has no days")
	case m < 0 && !anyMonth(d.month):
		return p.fail(at, "no month fits %s", d.month)
	}
	if m > 20 {
		return nil
	}
	if _, ok := d.extreme(false); ok {
		return nil
	}
	switch {
	case d.day == "00" || number(d.day) > 31:
		return p.fail(at+3, "day %s does not exist (01 to 31)", d.day)
	case m > 0:
		return p.fail(at+3, "%s %s has no day %s", time.Month(m), d.year, d.day)
	}
	return p.fail(at+3, "no month fits day %s", d.day)
}

func anyMonth(mask string) bool {
	for m := 1; m <= 12; m++ {
		if fits(mask, m) {
			return true
		}
	}
	return false
}
