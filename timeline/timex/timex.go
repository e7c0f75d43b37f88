// Package timex finds expressions of time in English text and gives them
// values, in the manner of TIMEX3, and dates in EDTF.
//
// Relative words are counted from the day of publication (news) or from the
// date told last (narrative); never from today's clock.
package timex

import (
	"slices"
	"time"

	"dateline/timeline/edtf"
)

// Type is the TIMEX3 type.
type Type string

// The types.
const (
	Date     Type = "DATE"
	Time     Type = "TIME"
	Duration Type = "DURATION"
	Set      Type = "SET"
)

// Expr is one expression of time. Offsets are bytes of the text searched.
type Expr struct {
	Start, End int
	Type       Type
	// Value is the TIMEX3 value: "2014-06-13", "2014-W24", "P2D",
	// "PRESENT_REF". An expression that needs an anchor and has none keeps
	// a value with placeholders ("XXXX-WXX-5").
	Value string
	// EDTF is the date that an event told with this expression has, zero
	// where there is none (durations, sets, unanchored words). "earlier
	// this week" on Saturday 14 June 2014 is 2014-06-09/2014-06-13. The
	// preposition before it counts: "by Friday" is ../2014-06-13. Both ends
	// of a range have the date of the range.
	EDTF edtf.Value
	// Relative marks an expression whose value was counted from the anchor
	// or from a date told before.
	Relative bool
	// Why says in words how the value was found.
	Why string
	// WholeStart and WholeEnd are the bytes of the range that the
	// expression is an end of ("June 3 to 5"); both 0 where it is none.
	WholeStart, WholeEnd int
}

// Options say how to read.
type Options struct {
	// Anchor is the day the text was published; the zero time means that it
	// is not known, and then relative expressions stay without a value.
	Anchor time.Time
	// Narrative reads each relative expression from the date told last
	// rather than from the anchor. Auto decides from the text.
	Mode Mode
}

// Mode is how relative expressions are anchored.
type Mode uint8

// The modes.
const (
	Auto Mode = iota
	News
	Narrative
)

// Find finds all expressions of time in text, in order and without overlap.
// Its work is linear in the length of the text.
func Find(text string, opt Options) []Expr {
	m := newMatcher(text)
	m.run()
	r := newResolver(m, opt)
	out := make([]Expr, 0, len(m.nodes))
	for k := range m.nodes {
		out = append(out, r.resolve(k))
	}
	r.joinRanges(out)
	k := 0
	return slices.DeleteFunc(out, func(Expr) bool { k++; return r.passedOver(m.nodes[k-1]) })
}
