package timeview

import (
	"math"
	"strconv"
	"time"

	"dateline/app/words"
)

// Tick is one mark of the axis.
type Tick struct {
	At    float64 // seconds
	Label string
}

// unit is a unit of the calendar.
type unit uint8

const (
	minute unit = iota
	hour
	days
	week
	month
	year
)

// step is one distance between ticks, with how its labels are written.
type step struct {
	unit  unit
	n     int
	min   float64 // least pixels between ticks, for the label to fit
	label string  // layout of package time
}

// steps are tried from the finest.
var steps = []step{
	{minute, 1, 52, "15:04"}, {minute, 5, 52, "15:04"}, {minute, 15, 52, "15:04"}, {minute, 30, 52, "15:04"},
	{hour, 1, 52, "15:04"}, {hour, 3, 60, "15:04"}, {hour, 6, 80, "15:04"},
	{days, 1, 62, "Mon 2"}, {days, 1, 26, "2"}, {week, 1, 26, "2"},
	{month, 1, 40, "Jan"}, {month, 3, 40, "Jan"},
	{year, 1, 48, "2006"},
}

// seconds is the usual length of one step.
func (s step) seconds() float64 {
	n := float64(s.n)
	switch s.unit {
	case minute:
		return n * 60
	case hour:
		return n * 3600
	case days:
		return n * day
	case week:
		return n * 7 * day
	case month:
		return n * 30.436875 * day
	}
	return n * 365.2425 * day
}

// stepFor is the finest step whose labels fit on a line of the given width.
func stepFor(r Range, width float64) step {
	perSecond := width / r.Width()
	for _, s := range steps {
		if s.seconds()*perSecond >= s.min {
			return s
		}
	}
	for n := 1; ; n *= 10 {
		for _, k := range []int{1, 2, 5} {
			s := step{year, n * k, 48, "2006"}
			if s.seconds()*perSecond >= s.min || s.n >= 5000 {
				return s
			}
		}
	}
}

// Ticks are the ticks of the axis inside a range: the minor ones and, named
// once each, the longer units that they fall in. The first major tick may lie
// before the range: it names what the range begins in.
func Ticks(r Range, width float64) (minor, major []Tick) {
	if r.Width() <= 0 || width <= 0 {
		return nil, nil
	}
	s := stepFor(r, width)
	const most = 2000
	for t := floorTo(Time(r.From), s); len(minor) < most; t = next(t, s) {
		at := Seconds(t)
		if at > r.To {
			break
		}
		if at >= r.From {
			minor = append(minor, Tick{at, label(t, s)})
		}
	}
	var big step
	switch s.unit {
	case minute, hour:
		big = step{days, 1, 0, "Monday 2 January 2006"}
	case days, week:
		big = step{month, 1, 0, "January 2006"}
	case month:
		big = step{year, 1, 0, "2006"}
	default:
		return minor, nil
	}
	for t := floorTo(Time(r.From), big); len(major) < most; t = next(t, big) {
		at := Seconds(t)
		if at > r.To {
			break
		}
		major = append(major, Tick{at, label(t, big)})
	}
	return minor, major
}

// label writes a tick; years before 1 as "44 BC".
func label(t time.Time, s step) string {
	if s.unit == year && t.Year() <= 0 {
		return words.Date(strconv.Itoa(1-t.Year()) + " BC")
	}
	if s.unit == year {
		return words.Date(strconv.Itoa(t.Year()))
	}
	return words.Time(t, s.label)
}

// floorTo is the last tick of a step at or before a time.
func floorTo(t time.Time, s step) time.Time {
	y, m, d := t.Date()
	switch s.unit {
	case minute:
		return time.Date(y, m, d, t.Hour(), t.Minute()/s.n*s.n, 0, 0, time.UTC)
	case hour:
		return time.Date(y, m, d, t.Hour()/s.n*s.n, 0, 0, 0, time.UTC)
	case days:
		return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
	case week: // from Monday
		back := (int(t.Weekday()) + 6) % 7
		return time.Date(y, m, d-back, 0, 0, 0, 0, time.UTC)
	case month:
		return time.Date(y, time.Month((int(m)-1)/s.n*s.n+1), 1, 0, 0, 0, 0, time.UTC)
	}
	return time.Date(int(math.Floor(float64(y)/float64(s.n)))*s.n, 1, 1, 0, 0, 0, 0, time.UTC)
}

// next is the tick after one that floorTo gave.
func next(t time.Time, s step) time.Time {
	y, m, d := t.Date()
	switch s.unit {
	case minute:
		return t.Add(time.Duration(s.n) * time.Minute)
	case hour:
		return t.Add(time.Duration(s.n) * time.Hour)
	case days:
		return time.Date(y, m, d+s.n, 0, 0, 0, 0, time.UTC)
	case week:
		return time.Date(y, m, d+7*s.n, 0, 0, 0, 0, time.UTC)
	case month:
		return time.Date(y, m+time.Month(s.n), 1, 0, 0, 0, 0, time.UTC)
	}
	return time.Date(y+s.n, 1, 1, 0, 0, 0, 0, time.UTC)
}
