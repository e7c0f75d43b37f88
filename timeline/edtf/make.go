package edtf

import (
	"fmt"
	"time"
)

// OfYear is a whole year, astronomically counted: 0 is 1 BCE, -43 is 44 BCE.
// A year farther than 999,999,999 from 0 gives the unknown date.
func OfYear(y int) Value {
	if y > maxYear || y < -maxYear {
		return Value{}
	}
	return Value{from: point{state: dated, year: yearText(y)}}
}

// OfMonth is a whole month. Months outside 1 to 12 run over into the next or
// the previous years.
func OfMonth(y int, m time.Month) Value {
	t := time.Date(y, m, 1, 0, 0, 0, 0, time.UTC)
	v := OfYear(t.Year())
	if y := t.Year(); y >= -9999 && y <= 9999 {
		v.from.month = fmt.Sprintf("%02d", int(t.Month()))
	}
	return v
}

// OfDay is a whole day. Days outside the month run over, as in time.Date.
func OfDay(y int, m time.Month, d int) Value {
	return OnDay(time.Date(y, m, d, 0, 0, 0, 0, time.UTC))
}

// OnDay is the day in which t lies, in t's own zone. In years of more than
// four digits it is the year alone, for EDTF has no days there.
func OnDay(t time.Time) Value {
	v := OfMonth(t.Year(), t.Month())
	if v.from.month != "" {
		v.from.day = fmt.Sprintf("%02d", t.Day())
	}
	return v
}

// OfMinute is the minute in which t lies, without a zone.
func OfMinute(t time.Time) Value {
	v := OnDay(t)
	if v.from.day != "" {
		v.from.clock = clock{prec: Minute, hour: int8(t.Hour()), minute: int8(t.Minute())}
	}
	return v
}

// OfGroup is a season, quarter or half: group is 21 to 41 as in EDTF, 21 for
// spring, 33 for the first quarter, 40 for the first half. Other groups, and
// years of more than four digits, give the year alone.
func OfGroup(y, group int) Value {
	v := OfYear(y)
	if group >= 21 && group <= 41 && y >= -9999 && y <= 9999 {
		v.from.month = fmt.Sprintf("%02d", group)
	}
	return v
}

// OfDecade is ten years: OfDecade(1940) is 194X. A year that is not the first
// of a decade gives the decade in which it lies.
func OfDecade(y int) Value { return masked(y, 1) }

// OfCentury is a hundred years: OfCentury(1900) is 19XX.
func OfCentury(y int) Value { return masked(y, 2) }

func masked(y, x int) Value {
	v := OfYear(y)
	if s := v.from.year; len(s) == 4 {
		v.from.year = s[:4-x] + "XX"[:x]
	}
	return v
}

func yearText(y int) string {
	switch {
	case y > 9999 || y < -9999:
		return fmt.Sprintf("Y%d", y)
	case y < 0:
		return fmt.Sprintf("-%04d", -y)
	}
	return fmt.Sprintf("%04d", y)
}

// DateRange is all days from that of a to that of b, a day alone when they
// are the same. The order of a and b does not matter.
func DateRange(a, b time.Time) Value {
	if b.Before(a) {
		a, b = b, a
	}
	from, to := OnDay(a), OnDay(b)
	if from == to {
		return from
	}
	return Value{interval: true, from: from.from, to: to.from}
}

// Before is all time up to the end of the day in which t lies: "../2014-06-14".
func Before(t time.Time) Value { return Until(OnDay(t)) }

// After is all time from the beginning of the day in which t lies:
// "2014-06-14/..".
func After(t time.Time) Value { return Since(OnDay(t)) }

// Until is all time up to the end of v: "../v". Of an interval its end is
// taken. It is zero where v has no known end.
func Until(v Value) Value {
	e := v.End()
	if e.IsZero() {
		return Value{}
	}
	return Value{interval: true, from: point{state: open}, to: e.from}
}

// Since is all time from the beginning of v: "v/..". Of an interval its start
// is taken. It is zero where v has no known start.
func Since(v Value) Value {
	s := v.Start()
	if s.IsZero() {
		return Value{}
	}
	return Value{interval: true, from: s.from, to: point{state: open}}
}

// Between is the interval from the start of a to the end of b, a itself where
// both are the same date. It is an error where b ends before a begins, or
// where one of them has no such end.
func Between(a, b Value) (Value, error) {
	s, e := a.Start(), b.End()
	if s.IsZero() || e.IsZero() {
		return Value{}, fmt.Errorf("dates from %q to %q: both ends must be known", a, b)
	}
	if s == e {
		return s, nil
	}
	v := Value{interval: true, from: s.from, to: e.from}
	if v.reversed() {
		return Value{}, fmt.Errorf("dates from %q to %q: the end is before the start", a, b)
	}
	return v, nil
}

// WithApproximate is the same date marked approximate as a whole (~), both
// ends of an interval.
func (v Value) WithApproximate() Value { return v.with(approximate) }

// WithUncertain is the same date marked uncertain as a whole (?), both ends
// of an interval.
func (v Value) WithUncertain() Value { return v.with(uncertain) }

func (v Value) with(q qualifier) Value {
	v.from.mark(q)
	v.to.mark(q)
	return v
}

func (p *point) mark(q qualifier) {
	if p.state != dated {
		return
	}
	for i := range p.qual[:p.parts()] {
		p.qual[i] |= q
	}
}

// Contains reports whether the instant lies within the bounds; an open or
// unknown end does not bound it. The unknown date contains nothing.
func (v Value) Contains(t time.Time) bool {
	lo, hi := v.Bounds()
	if lo.IsZero() && hi.IsZero() {
		return false
	}
	return (lo.IsZero() || !t.Before(lo)) && (hi.IsZero() || !t.Truncate(time.Second).After(hi))
}
