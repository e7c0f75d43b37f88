package edtf

import (
	"fmt"
	"strings"
)

// SyntaxError says what is wrong with a date and where.
type SyntaxError struct {
	Text   string // the whole text that was read
	Offset int    // the byte of Text at which it goes wrong
	Msg    string // what is wrong, in words
}

func (e *SyntaxError) Error() string {
	if e.Offset <= 0 {
		return fmt.Sprintf("date %q: %s", e.Text, e.Msg)
	}
	return fmt.Sprintf("date %q: at character %d: %s", e.Text, e.Offset+1, e.Msg)
}

// Parse reads one EDTF date, time or interval. The error is a *SyntaxError.
func Parse(s string) (Value, error) {
	p := &parser{all: s}
	v, err := p.value()
	if err != nil {
		return Value{}, err
	}
	return v, nil
}

// MustParse is Parse for texts that are known to be right; it panics on
// others.
func MustParse(s string) Value {
	v, err := Parse(s)
	if err != nil {
		panic(err)
	}
	return v
}

type parser struct {
	all string
}

func (p *parser) fail(at int, format string, args ...any) error {
	return &SyntaxError{Text: p.all, Offset: at, Msg: fmt.Sprintf(format, args...)}
}

func (p *parser) value() (Value, error) {
	s := p.all
	switch {
	case s == "":
		return Value{}, p.fail(0, "it is empty")
	case s[0] == '[' || s[0] == '{':
		return Value{}, p.fail(0, "sets of dates are not read")
	case len(s) > 100:
		return Value{}, p.fail(0, "it is too long (%d characters)", len(s))
	}
	i := strings.IndexByte(s, '/')
	if i < 0 {
		d, err := p.point(s, 0)
		return Value{from: d}, err
	}
	if j := strings.IndexByte(s[i+1:], '/'); j >= 0 {
		return Value{}, p.fail(i+1+j, "an interval has two ends, not three")
	}
	from, err := p.end(s[:i], 0)
	if err != nil {
		return Value{}, err
	}
	to, err := p.end(s[i+1:], i+1)
	if err != nil {
		return Value{}, err
	}
	if from.state != dated && to.state != dated {
		return Value{}, p.fail(0, "an interval needs at least one date")
	}
	v := Value{interval: true, from: from, to: to}
	if v.reversed() {
		return Value{}, p.fail(i+1, "the end %s is before the start %s", to.text(), from.text())
	}
	return v, nil
}

func (p *parser) end(s string, at int) (point, error) {
	switch s {
	case "":
		return point{}, nil
	case "..":
		return point{state: open}, nil
	}
	return p.point(s, at)
}

// point reads a date or a date and time; at is where s stands in the whole.
func (p *parser) point(s string, at int) (point, error) {
	d := point{state: dated}
	date, rest := s, ""
	timeAt := strings.IndexByte(s, 'T')
	if timeAt >= 0 {
		date, rest = s[:timeAt], s[timeAt+1:]
	}
	i, n, err := p.year(&d, date, at)
	if err != nil {
		return point{}, err
	}
	for part := 1; n < len(date); part++ {
		switch {
		case date[n] != '-':
			return point{}, p.fail(at+n, "%q is not expected here", date[n:])
		case part > 2:
			return point{}, p.fail(at+n, "%q after the day is not expected", date[n:])
		case d.year[0] == 'Y' || strings.IndexByte(d.year, 'S') > 0:
			return point{}, p.fail(at+n, "the year %s can have no month", d.year)
		}
		if n, err = p.part(&d, part, date, n+1, at); err != nil {
			return point{}, err
		}
	}
	if timeAt >= 0 {
		q := qualifier(0)
		if k := len(rest); k > 0 {
			if q = qualifierOf(rest[k-1]); q != 0 {
				rest = rest[:k-1]
			}
		}
		if d.clock, err = p.clock(rest, at+timeAt+1, d); err != nil {
			return point{}, err
		}
		for j := range d.qual {
			d.qual[j] |= q
		}
	}
	return d, p.check(d, at+i)
}

func qualifierOf(c byte) qualifier {
	switch c {
	case '~':
		return approximate
	case '?':
		return uncertain
	case '%':
		return approximate | uncertain
	}
	return 0
}

// part reads the month (1) or the day (2) from date[i:]; it returns where the
// part ends. A qualifier behind holds for this part and those before it.
func (p *parser) part(d *point, part int, date string, i, at int) (int, error) {
	name := [...]string{"year", "month", "day"}[part]
	if i < len(date) {
		if q := qualifierOf(date[i]); q != 0 {
			d.qual[part] |= q
			i++
		}
	}
	if len(date) < i+2 || !digitX(date[i]) || !digitX(date[i+1]) {
		return 0, p.fail(at+i, "the %s needs two digits", name)
	}
	s := date[i : i+2]
	if part == 1 {
		d.month = s
	} else {
		d.day = s
	}
	return qualifyLeft(d, part, date, i+2), nil
}

// qualifyLeft reads a qualifier behind a part.
func qualifyLeft(d *point, part int, date string, i int) int {
	if i < len(date) {
		if q := qualifierOf(date[i]); q != 0 {
			for j := 0; j <= part; j++ {
				d.qual[j] |= q
			}
			i++
		}
	}
	return i
}

func digit(c byte) bool  { return '0' <= c && c <= '9' }
func digitX(c byte) bool { return digit(c) || c == 'X' }

// year reads the year with its qualifiers; it returns where the year begins
// behind its qualifier and where it ends.
func (p *parser) year(d *point, s string, at int) (int, int, error) {
	i := 0
	if s != "" {
		if q := qualifierOf(s[0]); q != 0 {
			d.qual[0] |= q
			i++
		}
	}
	n := i
	long := n < len(s) && s[n] == 'Y'
	if long {
		n++
	}
	if n < len(s) && s[n] == '-' {
		n++
	}
	first := n
	for n < len(s) && digitX(s[n]) {
		n++
	}
	digits := n - first
	switch {
	case digits == 0:
		return 0, 0, p.fail(at+first, "a year is expected, such as 2014")
	case !long && digits < 4:
		return 0, 0, p.fail(at+first, "the year needs four digits")
	case !long && digits > 4:
		return 0, 0, p.fail(at+first, "a year of more than four digits begins with Y, such as Y12014")
	case long && digits < 5 && (n == len(s) || s[n] != 'E'):
		return 0, 0, p.fail(at+first, "a year that begins with Y has more than four digits")
	case long && strings.IndexByte(s[first:n], 'X') >= 0:
		return 0, 0, p.fail(at+first, "a year that begins with Y has no unspecified digits")
	}
	var err error
	if long && n < len(s) && s[n] == 'E' {
		if n, err = p.digits(s, n+1, at, "an exponent"); err != nil {
			return 0, 0, err
		}
	}
	if n < len(s) && s[n] == 'S' {
		if n, err = p.digits(s, n+1, at, "a count of significant digits"); err != nil {
			return 0, 0, err
		}
	}
	d.year = s[i:n]
	if _, _, ok := yearRange(d.year); !ok {
		return 0, 0, p.fail(at+i, "the year %s is out of range", d.year)
	}
	if d.year == "-0000" {
		return 0, 0, p.fail(at+i, "the year 0 has no sign")
	}
	return i, qualifyLeft(d, 0, s, n), nil
}

func (p *parser) digits(s string, n, at int, what string) (int, error) {
	first := n
	for n < len(s) && digit(s[n]) {
		n++
	}
	if n == first || n-first > 2 {
		return 0, p.fail(at+first, "%s of one or two digits is expected", what)
	}
	return n, nil
}

// clock reads hh, hh:mm or hh:mm:ss with an optional zone.
func (p *parser) clock(s string, at int, d point) (clock, error) {
	var c clock
	if number(d.day) < 0 {
		return c, p.fail(at-1, "a time needs a whole day before it")
	}
	zone := strings.IndexAny(s, "Z+-")
	rest := ""
	if zone >= 0 {
		s, rest = s[:zone], s[zone:]
	}
	fields := strings.Split(s, ":")
	if len(fields) > 3 {
		return c, p.fail(at, "the time %q is not hh:mm:ss", s)
	}
	limits := [...]struct {
		name string
		max  int
		to   *int8
	}{{"hour", 23, &c.hour}, {"minute", 59, &c.minute}, {"second", 59, &c.second}}
	pos := at
	for i, f := range fields {
		n := number(f)
		if n < 0 {
			return c, p.fail(pos, "the %s needs two digits", limits[i].name)
		}
		if n > limits[i].max {
			return c, p.fail(pos, "%s %d does not exist (00 to %d)", limits[i].name, n, limits[i].max)
		}
		*limits[i].to = int8(n)
		c.prec = Hour + Precision(i)
		pos += len(f) + 1
	}
	if rest == "" {
		return c, nil
	}
	c.zoned = true
	at += zone
	if rest == "Z" {
		return c, nil
	}
	h, m := number(rest[1:min(3, len(rest))]), 0
	if len(rest) == 6 && rest[3] == ':' {
		m = number(rest[4:])
	} else if len(rest) != 3 {
		m = -1
	}
	if rest[0] == 'Z' || h < 0 || m < 0 || h > 14 || m > 59 {
		return c, p.fail(at, "%q is not a zone such as Z or +03:00", rest)
	}
	c.offset = int16(h*60 + m)
	if rest[0] == '-' {
		c.offset = -c.offset
	}
	return c, nil
}
