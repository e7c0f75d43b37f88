package timeview

import (
	"time"

	"dateline/app/words"
)

// dateLabel writes a moment as fine as the scale of what is shown lets one
// tell it, and never finer than the events are dated.
func (v *View) dateLabel(t time.Time) string {
	perPixel := v.want.Range.Width() / v.want.PlotWidth()
	switch {
	case perPixel < 240 && v.want.Plan.timed:
		return words.Time(t, "2 Jan 15:04")
	case perPixel < 3*day:
		return words.Time(t, "Mon 2 Jan")
	case perPixel < 60*day:
		return words.Time(t, "Jan 2006")
	}
	return words.Time(t, "2006")
}

// Timed reports whether any event is dated finer than to a day.
func Timed(items []Item) bool {
	for _, it := range items {
		if !it.From.IsZero() && !it.To.IsZero() && it.To.Sub(it.From) < 23*time.Hour {
			return true
		}
	}
	return false
}
