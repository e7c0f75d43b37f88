package timeview

import (
	"math"
	"time"
)

// Range is a stretch of time in seconds since 1970, which unlike a
// time.Duration is wide enough for ten thousand years. To is after From.
type Range struct{ From, To float64 }

// The narrowest and the widest range that can be shown, in seconds.
const (
	minRange = 60
	maxRange = 10_000 * 365.2425 * 86400
)

const day = 86400.0

// leastDays is how many days Fit shows at least.
const leastDays = 5

// Seconds is a time as Range counts it.
func Seconds(t time.Time) float64 { return float64(t.Unix()) + float64(t.Nanosecond())/1e9 }

// Time is the time of seconds as Range counts them, in UTC.
func Time(s float64) time.Time {
	whole := math.Floor(s)
	return time.Unix(int64(whole), int64((s-whole)*1e9)).UTC()
}

// Width is the length of the range in seconds.
func (r Range) Width() float64 { return r.To - r.From }

// X is where a time lies on a line of the given width.
func (r Range) X(seconds, width float64) float64 { return (seconds - r.From) / r.Width() * width }

// At is the time at x on a line of the given width.
func (r Range) At(x, width float64) float64 { return r.From + x/width*r.Width() }

// Pan moves the range by a number of seconds.
func (r Range) Pan(by float64) Range { return Range{r.From + by, r.To + by} }

// Zoom narrows the range by a factor (wider below 1) so that the time about
// stays where it is. It stops at a minute and at ten thousand years.
func (r Range) Zoom(about, factor float64) Range {
	if factor <= 0 || math.IsNaN(factor) || math.IsInf(factor, 0) {
		return r
	}
	w := math.Min(math.Max(r.Width()/factor, minRange), maxRange)
	share := (about - r.From) / r.Width()
	from := about - share*w
	return Range{from, from + w}
}

// Contains reports whether a time lies in the range.
func (r Range) Contains(seconds float64) bool { return r.From <= seconds && seconds <= r.To }

// Show moves the range as little as needed for a time to lie in it, an eighth
// of the width from the edges.
func (r Range) Show(seconds float64) Range {
	m := r.Width() / 8
	switch {
	case seconds < r.From:
		return r.Pan(seconds - r.From - m)
	case seconds > r.To:
		return r.Pan(seconds - r.To + m)
	}
	return r
}

// Fit is the range that shows all events with some room, whole days at least.
// Without any dated event it is the day of the fallback.
func Fit(items []Item, fallback time.Time) Range {
	lo, hi := math.Inf(1), math.Inf(-1)
	for _, it := range items {
		for _, t := range []time.Time{it.From, it.To} {
			if !t.IsZero() {
				s := Seconds(t)
				lo, hi = math.Min(lo, s), math.Max(hi, s)
			}
		}
	}
	if math.IsInf(lo, 1) {
		if fallback.IsZero() {
			fallback = time.Unix(0, 0).UTC()
		}
		lo = Seconds(fallback)
		hi = lo
	}
	lo = math.Floor(lo/day) * day
	hi = math.Max(math.Ceil(hi/day)*day, lo+day)
	if short := leastDays*day - (hi - lo); short > 0 && !Timed(items) {
		// Days alone tell nothing of hours: some of them around are shown.
		lo, hi = lo-math.Ceil(short/2/day)*day, hi+math.Floor(short/2/day)*day
	}
	w := hi - lo
	room := math.Max(w*0.12, 0.3*day)
	if hasOpenStart(items) {
		return Range{lo - math.Max(w*0.2, room), hi + room/2}
	}
	return Range{lo - room, hi + room/2}
}

func hasOpenStart(items []Item) bool {
	for _, it := range items {
		if it.From.IsZero() && !it.To.IsZero() {
			return true
		}
	}
	return false
}
