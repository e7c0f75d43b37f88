// Package edtf reads and prints dates of ISO 8601-2:2019 (the Extended
// Date/Time Format): precise, approximate, uncertain, open and unknown ones.
//
// All of levels 0 and 1 is read, and of level 2 what dates of events need:
// qualification of single parts, unspecified digits anywhere, exponential
// years, significant digits and the groupings 21 to 41 (seasons, quarters,
// halves). Sets ("[1667,1668]") are not read.
//
// The calendar is the proleptic Gregorian one; year 0000 is 1 BCE. A time
// without a zone counts as UTC. Values are comparable with ==: two values are
// equal exactly when their canonical texts are.
package edtf

// Value is one date, time or interval in EDTF. The zero Value is a date that
// is not known at all.
type Value struct {
	interval bool
	from, to point // to is used by intervals alone
}

// point is one end of an interval, or a date that stands alone.
type point struct {
	state state
	// The parts are kept as the digits that were written, X for those that
	// are not known.
	year  string // "2014", "-0044", "194X", "Y170000002", "Y-17E7", "1950S2"
	month string // "", "06", "1X", "XX", or a grouping "21" to "41"
	day   string // "", "14", "1X", "XX"
	clock clock
	qual  [3]qualifier // of year, month, day
}

type state uint8

const (
	absent state = iota // no date: "" as the end of an interval is an unknown end
	open                // "..": the interval has no end
	dated               // a date
)

// clock is a time of day; the zero clock is none.
type clock struct {
	prec                 Precision // Hour, Minute or Second; 0 for none
	hour, minute, second int8
	zoned                bool
	offset               int16 // minutes east of UTC
}

type qualifier uint8

const (
	approximate qualifier = 1 << iota // ~
	uncertain                         // ?
)

// Precision is how finely a date is known.
type Precision uint8

// The precisions, from coarse to fine. NoPrecision is that of an unknown date.
const (
	NoPrecision Precision = iota
	Millennium            // 1XXX
	Century               // 19XX
	Decade                // 194X
	Year
	Half
	Season // also quarters and thirds of a year
	Month
	Day
	Hour
	Minute
	Second
)

var precisionNames = [...]string{
	"unknown", "millennium", "century", "decade", "year", "half-year", "season", "month", "day", "hour", "minute", "second",
}

// String names the precision in English: "day".
func (p Precision) String() string {
	if int(p) < len(precisionNames) {
		return precisionNames[p]
	}
	return precisionNames[0]
}

// IsZero reports whether nothing is known of the date.
func (v Value) IsZero() bool { return v == Value{} }

// Equal reports whether both values have the same canonical text.
func (v Value) Equal(o Value) bool { return v == o }

// IsInterval reports whether the value has two ends, "a/b", either of which
// can be open ("..") or unknown ("").
func (v Value) IsInterval() bool { return v.interval }

// Start is the first end of an interval as a value of its own, zero where
// that end is open or unknown; of a date that stands alone it is that date.
func (v Value) Start() Value {
	if v.from.state != dated {
		return Value{}
	}
	return Value{from: v.from}
}

// End is the last end of an interval as a value of its own, zero where that
// end is open or unknown; of a date that stands alone it is that date.
func (v Value) End() Value {
	switch {
	case !v.interval:
		return v
	case v.to.state != dated:
		return Value{}
	}
	return Value{from: v.to}
}

// OpenStart reports whether the value is an interval whose start is open or
// unknown.
func (v Value) OpenStart() bool { return v.interval && v.from.state != dated }

// OpenEnd reports whether the value is an interval whose end is open or
// unknown.
func (v Value) OpenEnd() bool { return v.interval && v.to.state != dated }

// Approximate reports whether any part of the date is marked approximate: ~
// or %.
func (v Value) Approximate() bool { return v.has(approximate) }

// Uncertain reports whether any part of the date is marked uncertain: ? or %.
func (v Value) Uncertain() bool { return v.has(uncertain) }

func (v Value) has(q qualifier) bool {
	for i := range v.from.qual {
		if (v.from.qual[i]|v.to.qual[i])&q != 0 {
			return true
		}
	}
	return false
}

// Precision is how finely the date is known; of an interval, how finely the
// coarser of its known ends is.
func (v Value) Precision() Precision {
	p, q := v.from.precision(), v.to.precision()
	switch {
	case p == NoPrecision:
		return q
	case q == NoPrecision:
		return p
	}
	return min(p, q)
}

func (p point) precision() Precision {
	switch {
	case p.state != dated:
		return NoPrecision
	case p.clock.prec != NoPrecision:
		return p.clock.prec
	case p.day != "" && p.day != "XX":
		return Day
	case p.month != "" && p.month != "XX":
		switch n := number(p.month); {
		case n >= 40:
			return Half
		case n > 20:
			return Season
		}
		return Month
	}
	switch x := unspecified(p.year); {
	case x >= 3:
		return Millennium
	case x == 2:
		return Century
	case x == 1:
		return Decade
	}
	return Year
}

// unspecified counts the digits X that a year ends in.
func unspecified(year string) int {
	n := 0
	for i := len(year) - 1; i >= 0 && year[i] == 'X'; i-- {
		n++
	}
	return n
}

// number reads two digits; -1 if they are not both digits.
func number(s string) int {
	if len(s) != 2 || s[0] < '0' || s[0] > '9' || s[1] < '0' || s[1] > '9' {
		return -1
	}
	return int(s[0]-'0')*10 + int(s[1]-'0')
}

// MarshalText writes the canonical text, "" for the unknown date.
func (v Value) MarshalText() ([]byte, error) { return []byte(v.String()), nil }

// UnmarshalText reads what MarshalText writes, and everything Parse reads.
func (v *Value) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*v = Value{}
		return nil
	}
	w, err := Parse(string(text))
	if err != nil {
		return err
	}
	*v = w
	return nil
}
