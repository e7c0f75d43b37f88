package work

import (
	"errors"
	"fmt"
	"math"
	"strings"
	"time"

	"dateline/app/words"
	"dateline/timeline"
	"dateline/timeline/edtf"
	"dateline/timeline/timex"
)

// errNoDate says what can be typed.
var errNoDate = errors.New("not understood: type a date like 14 June 2014, June 2014, 9 to 13 June 2014, before 14 June, or last Friday")

// ReadDate reads a date as people type it, or in the words of a report, counted
// from the day of publication. understood says how it is taken, with its first
// and last instant. No text at all is no date and no error.
func ReadDate(s string, published edtf.Value) (v edtf.Value, understood string, err error) {
	s = strings.TrimSpace(s)
	if s == "" {
		return edtf.Value{}, "", nil
	}
	v, err = edtf.ParseUser(s)
	if err != nil {
		if said, ok := readWords(s, published); ok {
			v, err = said, nil
		}
	}
	if err != nil {
		if !strings.ContainsAny(s, "0123456789") {
			err = errNoDate
		}
		return edtf.Value{}, upperFirst(err.Error()), err
	}
	return v, Understood(v), nil
}

// readWords reads a date as a report would say it; all that is typed must be
// the date.
func readWords(s string, published edtf.Value) (edtf.Value, bool) {
	opt := timex.Options{}
	if _, last := published.Bounds(); !last.IsZero() {
		opt.Anchor = last
	}
	for _, e := range timex.Find(s, opt) {
		if e.EDTF.IsZero() {
			continue
		}
		if rest := strings.TrimSpace(s[:e.Start] + s[e.End:]); rest == "" || strings.EqualFold(rest, "on") || strings.EqualFold(rest, "in") {
			return e.EDTF, true
		}
	}
	return edtf.Value{}, false
}

// Understood says how a date is taken: "Friday 13 June 2014 · from 13 Jun 2014
// 00:00 to 13 Jun 2014 23:59".
func Understood(v edtf.Value) string {
	w := timeline.NewWhen(v, "", timeline.Span{})
	s := upperFirst(words.When(w, timeline.LongYearWhen))
	bound := func(t time.Time, open string) string {
		if t.IsZero() {
			return open
		}
		return words.Time(t, "2 Jan 2006 15:04")
	}
	return words.F("%s · from %s to %s", s, bound(w.Earliest, words.T("any time")), bound(w.Latest, words.T("any time")))
}

func upperFirst(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

// FormatPoint writes a longitude and a latitude as people read them:
// "33.98000° N, 44.94000° E".
func FormatPoint(p [2]float64) string {
	ns, ew := "N", "E"
	if p[1] < 0 {
		ns = "S"
	}
	if p[0] < 0 {
		ew = "W"
	}
	return fmt.Sprintf("%.5f° %s, %.5f° %s", math.Abs(p[1]), ns, math.Abs(p[0]), ew)
}

// MovedTo is the date of an event that was moved in time: as exact as the one
// that it had. A day stays a day, a month that is moved by days becomes that
// stretch of days. Either end is zero where the date stays open.
func MovedTo(had edtf.Value, from, to time.Time) (edtf.Value, bool) {
	var v edtf.Value
	lo, hi := had.Bounds()
	switch {
	case from.IsZero() && to.IsZero():
		return v, false
	case from.IsZero():
		v = edtf.Until(edtf.OnDay(to))
	case to.IsZero():
		v = edtf.Since(edtf.OnDay(from))
	case !lo.IsZero() && !hi.IsZero() && hi.Sub(lo) < 2*time.Minute:
		v = edtf.OfMinute(from)
	case from.Format(time.DateOnly) == to.Format(time.DateOnly) && to.Sub(from) < 23*time.Hour:
		between, err := edtf.Between(edtf.OfMinute(from), edtf.OfMinute(to))
		if err != nil {
			return v, false
		}
		v = between
	default:
		v = edtf.DateRange(from, to)
	}
	if had.Approximate() {
		v = v.WithApproximate()
	}
	if had.Uncertain() {
		v = v.WithUncertain()
	}
	return v, true
}
