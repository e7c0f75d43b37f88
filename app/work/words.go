package work

import (
	"strings"

	"dateline/app/words"
	"dateline/timeline"
	"dateline/timeline/edtf"
)

// Subtitle says in a line what the map shows: "16 events, 9–14 June 2014,
// from BBC News".
func (c Content) Subtitle() string {
	n := 0
	for _, e := range c.Events {
		n = max(n, e.Number)
	}
	parts := []string{words.N(n, "%d events")}
	if when := c.Dates(); when != "" {
		parts = append(parts, when)
	}
	var from []string
	for _, r := range c.Reports {
		if p := r.Reading.Document.Publisher; p != "" && (len(from) == 0 || from[len(from)-1] != p) {
			from = append(from, p)
		}
	}
	if len(from) > 0 {
		parts = append(parts, words.F("from %s", strings.Join(from, words.T(" and "))))
	}
	return strings.Join(parts, ", ")
}

// Dates is the stretch of time of the events in words, "9–14 June 2014"; ""
// while no date is known.
func (c Content) Dates() string {
	from, to := c.Extent()
	if from.IsZero() {
		return ""
	}
	return words.When(timeline.NewWhen(edtf.DateRange(from, to), "", timeline.Span{}), timeline.ClockWhen)
}

// AsOf is the date of the newest report, "as of 14 June 2014"; "" if none has
// a date.
func (c Content) AsOf() string {
	var newest timeline.When
	for _, r := range c.Reports {
		w := timeline.NewWhen(r.Reading.Published, "", timeline.Span{})
		if !w.EDTF.IsZero() && !w.Latest.Before(newest.Latest) {
			newest = w
		}
	}
	if newest.EDTF.IsZero() {
		return ""
	}
	return AsOf(newest.EDTF)
}

// AsOf is a date as the stamp of a picture, "as of 14 June 2014".
func AsOf(date edtf.Value) string {
	return words.F("as of %s", words.When(timeline.NewWhen(date, "", timeline.Span{}), timeline.ClockWhen))
}
