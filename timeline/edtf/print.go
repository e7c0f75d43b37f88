package edtf

import (
	"fmt"
	"strings"
)

// String is the canonical text, "" for the unknown date. A qualifier that
// holds for the whole date stands behind it ("2014-06-13~"), others before
// the part that they qualify ("2014-06-~13").
func (v Value) String() string {
	if !v.interval {
		return v.from.text()
	}
	return v.from.text() + "/" + v.to.text()
}

func (p point) text() string {
	switch p.state {
	case absent:
		return ""
	case open:
		return ".."
	}
	parts := [...]string{p.year, p.month, p.day}
	n := p.parts()
	whole := true
	for _, q := range p.qual[1:n] {
		whole = whole && q == p.qual[0]
	}
	var b strings.Builder
	for i, s := range parts[:n] {
		if i > 0 {
			b.WriteByte('-')
		}
		if !whole {
			b.WriteString(p.qual[i].text())
		}
		b.WriteString(s)
	}
	b.WriteString(p.clock.text())
	if whole {
		b.WriteString(p.qual[0].text())
	}
	return b.String()
}

// parts counts the parts that the date has: year, month and day.
func (p point) parts() int {
	switch {
	case p.day != "":
		return 3
	case p.month != "":
		return 2
	}
	return 1
}

func (q qualifier) text() string {
	switch q {
	case approximate:
		return "~"
	case uncertain:
		return "?"
	case approximate | uncertain:
		return "%"
	}
	return ""
}

func (c clock) text() string {
	if c.prec == NoPrecision {
		return ""
	}
	s := fmt.Sprintf("T%02d", c.hour)
	if c.prec >= Minute {
		s += fmt.Sprintf(":%02d", c.minute)
	}
	if c.prec >= Second {
		s += fmt.Sprintf(":%02d", c.second)
	}
	switch {
	case !c.zoned:
	case c.offset == 0:
		s += "Z"
	default:
		sign, m := '+', int(c.offset)
		if m < 0 {
			sign, m = '-', -m
		}
		s += fmt.Sprintf("%c%02d:%02d", sign, m/60, m%60)
	}
	return s
}
