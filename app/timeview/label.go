package timeview

import "time"

// dateLabel writes a moment as fine as the scale of what is shown lets one
// tell it: a clock never shows minutes on a timeline of weeks.
func (v *View) dateLabel(t time.Time) string {
	perPixel := v.want.Range.Width() / v.want.PlotWidth()
	switch {
	case perPixel < 240:
		return t.Format("2 Jan 15:04")
	case perPixel < 3*day:
		return t.Format("Mon 2 Jan")
	case perPixel < 60*day:
		return t.Format("Jan 2006")
	}
	return t.Format("2006")
}
