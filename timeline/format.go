package timeline

import (
	"fmt"
	"strconv"
	"time"

	"dateline/timeline/edtf"
)

// WhenStyle says how a date is put into words.
type WhenStyle uint8

// The styles.
const (
	LongWhen      WhenStyle = iota // "Friday 13 June", "9–13 June, day not stated", "about 14 June"
	ShortWhen                      // "13 Jun", "9–13 Jun", "~14 Jun", "to 14 Jun"
	ClockWhen                      // "13 June 2014", "about 10 June 2014", "mid-May 2025"
	LongYearWhen                   // LongWhen with the year
	ShortYearWhen                  // ShortWhen with the year
)

func (s WhenStyle) short() bool { return s == ShortWhen || s == ShortYearWhen }
func (s WhenStyle) year() bool  { return s != LongWhen && s != ShortWhen }

// FormatWhen puts a date into English words, never finer than it is known. An
// unknown date is "date not known"; where the report states one that could not
// be resolved ("Friday" in a report without a date), its words in quotes.
func FormatWhen(w When, style WhenStyle) string {
	v := w.EDTF
	if v.IsZero() {
		switch {
		case w.Stated != "":
			return "“" + w.Stated + "”"
		case style.short():
			return "no date"
		}
		return "date not known"
	}
	if !v.IsInterval() {
		return qualify(point(v, style, style.year()), v, style)
	}
	from, to := v.Start(), v.End()
	switch {
	case v.OpenStart() && v.OpenEnd():
		return "date not known"
	case v.OpenStart():
		return "to " + qualify(point(to, plain(style), style.year()), to, style)
	case v.OpenEnd():
		return "from " + qualify(point(from, plain(style), style.year()), from, style)
	}
	if s, ok := partOfMonth(from, to, style); ok {
		return s
	}
	s := qualify(stretch(from, to, style), v, style)
	if (style == LongWhen || style == LongYearWhen) && w.Stated == "" && from.Precision() == edtf.Day && to.Precision() == edtf.Day {
		s += ", day not stated"
	}
	return s
}

// plain is the style without the weekday.
func plain(s WhenStyle) WhenStyle {
	switch s {
	case LongWhen, LongYearWhen:
		return ClockWhen
	}
	return s
}

// qualify adds that a date is approximate or uncertain.
func qualify(s string, v edtf.Value, style WhenStyle) string {
	if v.Approximate() {
		if style.short() {
			s = "~" + s
		} else {
			s = "about " + s
		}
	}
	if v.Uncertain() {
		if style.short() {
			s += "?"
		} else {
			s += ", uncertain"
		}
	}
	return s
}

// point is one end, or a date that is no interval. The weekday stands only in
// the long styles and only for a day that is sure.
func point(v edtf.Value, style WhenStyle, year bool) string {
	t, _ := v.Bounds()
	switch v.Precision() {
	case edtf.NoPrecision:
		return "date not known"
	case edtf.Millennium:
		return yearName(t.Year()) + "–" + yearName(t.Year()+999)
	case edtf.Century, edtf.Decade:
		return yearName(t.Year()) + "s"
	case edtf.Year:
		return yearName(t.Year())
	case edtf.Half, edtf.Season:
		return group(v, t)
	case edtf.Month:
		return monthName(t, style) + " " + yearName(t.Year())
	}
	s := strconv.Itoa(t.Day()) + " " + monthName(t, style)
	if (style == LongWhen || style == LongYearWhen) && !v.Approximate() && !v.Uncertain() {
		s = t.Weekday().String() + " " + s
	}
	if year {
		s += " " + yearName(t.Year())
	}
	switch v.Precision() {
	case edtf.Hour:
		s += ", " + t.Format("15") + "h"
	case edtf.Minute, edtf.Second:
		s += ", " + t.Format("15:04")
	}
	return s
}

// stretch is an interval with two known ends.
func stretch(from, to edtf.Value, style WhenStyle) string {
	a, _ := from.Bounds()
	b, _ := to.Bounds()
	p, q := from.Precision(), to.Precision()
	year := ""
	if style.year() {
		year = " " + yearName(b.Year())
	}
	switch {
	case p == edtf.Day && q == edtf.Day && a.Year() == b.Year() && a.Month() == b.Month():
		if a.Day() == b.Day() {
			return point(to, style, style.year())
		}
		return fmt.Sprintf("%d–%d %s%s", a.Day(), b.Day(), monthName(b, style), year)
	case p == edtf.Day && q == edtf.Day && a.Year() == b.Year():
		return fmt.Sprintf("%d %s – %d %s%s", a.Day(), monthName(a, style), b.Day(), monthName(b, style), year)
	case p == edtf.Month && q == edtf.Month && a.Year() == b.Year():
		if a.Month() == b.Month() {
			return point(to, style, true)
		}
		return fmt.Sprintf("%s–%s %s", monthName(a, style), monthName(b, style), yearName(b.Year()))
	case p == edtf.Year && q == edtf.Year:
		return yearName(a.Year()) + "–" + yearName(b.Year())
	case p >= edtf.Hour && q >= edtf.Hour && a.YearDay() == b.YearDay() && a.Year() == b.Year():
		return point(from, style, style.year()) + "–" + b.Format("15:04")
	}
	both := style.year() || a.Year() != b.Year()
	return point(from, plain(style), both) + " – " + point(to, plain(style), both)
}

// partOfMonth puts an approximate third of a month into words: "mid-May 2025".
func partOfMonth(from, to edtf.Value, style WhenStyle) (string, bool) {
	if from.Precision() != edtf.Day || to.Precision() != edtf.Day || !from.Approximate() || !to.Approximate() {
		return "", false
	}
	a, _ := from.Bounds()
	b, _ := to.Bounds()
	if a.Year() != b.Year() || a.Month() != b.Month() {
		return "", false
	}
	last := time.Date(b.Year(), b.Month()+1, 0, 0, 0, 0, 0, time.UTC).Day()
	part := ""
	switch {
	case a.Day() == 1 && b.Day() >= 7 && b.Day() <= 10:
		part = "early "
	case a.Day() >= 10 && a.Day() <= 12 && b.Day() >= 18 && b.Day() <= 21:
		part = "mid-"
	case a.Day() >= 20 && b.Day() >= last-1:
		part = "late "
	default:
		return "", false
	}
	return part + monthName(a, style) + " " + yearName(a.Year()), true
}

// group is a season, quarter, third or half of a year.
func group(v edtf.Value, t time.Time) string {
	s := v.String()
	year := yearName(t.Year())
	names := map[string]string{
		"21": "spring", "22": "summer", "23": "autumn", "24": "winter",
		"25": "northern spring", "26": "northern summer", "27": "northern autumn", "28": "northern winter",
		"29": "southern spring", "30": "southern summer", "31": "southern autumn", "32": "southern winter",
		"33": "first quarter of", "34": "second quarter of", "35": "third quarter of", "36": "last quarter of",
		"37": "first third of", "38": "second third of", "39": "last third of",
		"40": "first half of", "41": "second half of",
	}
	start := 0
	if s != "" && s[0] == '-' {
		start = 1
	}
	if len(s) >= start+7 {
		if n, ok := names[s[start+5:start+7]]; ok {
			return n + " " + year
		}
	}
	return year
}

func monthName(t time.Time, style WhenStyle) string {
	m := t.Month().String()
	if style.short() && len(m) > 3 {
		m = m[:3]
	}
	return m
}

func yearName(y int) string {
	if y <= 0 {
		return strconv.Itoa(1-y) + " BC"
	}
	return strconv.Itoa(y)
}
