package timex

import (
	"strconv"

	"dateline/data/lexicon"
)

// dated matches a calendar date with what belongs to it: a weekday before, a
// part of the day or a time before or behind.
func (m *matcher) dated(i int) (node, bool) {
	n, ok := m.date(i)
	if !ok {
		return n, false
	}
	return m.withTime(n), true
}

// date matches a calendar date alone.
func (m *matcher) date(i int) (node, bool) {
	var best node
	ok := false
	for _, f := range [...]func(*matcher, int) (node, bool){
		(*matcher).numeric, (*matcher).dayFirst, (*matcher).monthFirst, (*matcher).weekday, (*matcher).monthAbroad, (*matcher).weekdayAbroad, (*matcher).yearAlone,
		(*matcher).seasonOf, (*matcher).decade, (*matcher).century, (*matcher).quarterOf, (*matcher).holiday,
	} {
		if n, found := f(m, i); found && (!ok || n.to > best.to) {
			n.from = i
			best, ok = n, true
		}
	}
	return best, ok
}

// numeric matches 2014-06-14, 2014/06/14, 14/06/2014, 14.6.2014, 2014-06 and
// the groups of military messages, 161430ZMAY14.
func (m *matcher) numeric(i int) (node, bool) {
	if n, ok := m.dtg(i); ok {
		return n, true
	}
	if n, ok := m.eastern(i); ok {
		return n, true
	}
	sep := m.low(i + 1)
	if m.class(i) != number || sep != "-" && sep != "/" && sep != "." || !m.glued(i+1) || !m.glued(i+2) || m.class(i+2) != number {
		return node{}, false
	}
	if m.glued(i) && m.is(i-1, "-", "/", ".", ",") {
		return node{}, false
	}
	a, b := m.toks[i].n, m.toks[i+2].n
	three := m.low(i+3) == sep && m.glued(i+3) && m.class(i+4) == number && m.glued(i+4)
	switch {
	case m.digits(i) == 4 && three && b >= 1 && b <= 12 && m.digits(i+4) <= 2 && dayExists(a, b, m.toks[i+4].n):
		n := node{to: i + 5, year: a, hasYear: true, month: b, day: m.toks[i+4].n}
		if m.is(i+5, "t") && m.glued(i+5) {
			if c, to, ok := m.clockAt(i + 6); ok {
				n.clock, n.to = c, to
			}
		}
		return n, true
	case m.digits(i) == 4 && sep == "-" && !three && m.digits(i+2) == 2 && b >= 1 && b <= 12 && m.toks[i+2].start == m.toks[i+1].end && m.text[m.toks[i+2].start] == '0' && a >= 1900 && a < 2100 && b > a%100:
		return node{}, false // 2007-08 is a span of years
	case m.digits(i) == 4 && sep == "-" && !three && m.digits(i+2) == 2 && b >= 1 && b <= 12 && b <= a%100 && a >= 1900 && a < 2100 && !(m.is(i+3, "-", "/") && m.glued(i+3)):
		return node{to: i + 3, year: a, hasYear: true, month: b}, true
	case three && m.digits(i+4) == 4 && m.digits(i) <= 2 && m.digits(i+2) <= 2:
		y := m.toks[i+4].n
		dmy, mdy := dayExists(y, b, a), dayExists(y, a, b)
		n := node{to: i + 5, year: y, hasYear: true, month: b, day: a}
		switch {
		case dmy && mdy && a != b && sep != ".":
			n.month, n.day, n.unclear = 0, 0, true
		case dmy:
		case mdy:
			n.month, n.day = a, b
		default:
			return node{}, false
		}
		return n, true
	}
	return node{}, false
}

// dtg matches a military date-time group: 161430ZMAY14, 161430Z MAY 14.
func (m *matcher) dtg(i int) (node, bool) {
	if m.digits(i) != 6 || m.class(i+1) != word {
		return node{}, false
	}
	v := m.toks[i].n
	n := node{day: v / 10000, clock: clock{set: true, hour: v / 100 % 100, minute: v % 100, zone: "Z"}}
	w, next := m.low(i+1), i+2
	if w == "z" || w == "zulu" {
		n.month, next = m.month(i+2), i+3
	} else if len(w) > 3 {
		n.month = lexicon.MonthOf(w[1:])
		if w[0] != 'z' {
			n.clock.zone = ""
		}
	}
	if n.month == 0 || n.clock.hour > 23 || n.clock.minute > 59 {
		return node{}, false
	}
	n.to = next
	if y, ok := m.yearDigits(next); ok {
		n.year, n.hasYear, n.to = y, true, next+1
	}
	if !dayExists(2000, n.month, n.day) {
		return node{}, false
	}
	return n, true
}

// yearDigits reads a year of four or two digits.
func (m *matcher) yearDigits(i int) (int, bool) {
	switch m.digits(i) {
	case 4:
		return m.toks[i].n, m.toks[i].n >= 1000 && m.toks[i].n < 2200
	case 2:
		return twoDigitYear(m.toks[i].n), true
	}
	return 0, false
}

// twoDigitYear reads 90 as 1990 and 14 as 2014.
func twoDigitYear(n int) int {
	if n < 40 {
		return 2000 + n
	}
	return 1900 + n
}

// month is the month that token i names, 0 if none. Short forms can have a
// full stop behind them, which dot skips.
func (m *matcher) month(i int) int {
	if m.class(i) != word || !m.toks[i].upper {
		return 0
	}
	return lexicon.MonthOf(m.low(i))
}

func (m *matcher) dot(i int) int {
	if m.is(i, ".") && m.glued(i) && (len(m.low(i-1)) <= 4 || m.is(i-1, "thurs")) && !m.is(i-1, "may", "june", "july") {
		return i + 1
	}
	return i
}

// dayNumber reads 14 or 14th; next is behind it. 0 if there is none.
func (m *matcher) dayNumber(i int) (day, next int) {
	d := m.num(i, 2)
	if d < 1 || d > 31 {
		if o := m.ordinalDay(i); o > 0 {
			return o, i + 1
		}
		if tens := lexicon.Number(m.low(i)); (tens == 20 || tens == 30) && m.is(i+1, "-") { // "the twenty-first of May"
			if o := m.ordinalDay(i + 2); o > 0 && tens+o <= 31 {
				return tens + o, i + 3
			}
		}
		return 0, i
	}
	if m.is(i+1, "st", "nd", "rd", "th") && m.glued(i+1) {
		return d, i + 2
	}
	return d, i + 1
}

// ordinalDay reads "fifth" in "the fifth of May".
func (m *matcher) ordinalDay(i int) int {
	if m.is(i+1, "of") {
		return lexicon.Ordinal(m.low(i))
	}
	return 0
}

// dayFirst matches "14 June 2014", "the 14th of June", "30 DECEMBER", "3 JAN
// 90", and the first day of "3 and 5 May", "3-5 May".
func (m *matcher) dayFirst(i int) (node, bool) {
	s := i
	if m.is(i, "the") {
		s++
	}
	day, j := m.dayNumber(s)
	if day == 0 || m.glued(s) && m.is(s-1, ".", ",", "/", "-", "$", "€", "£") && !m.rangeBefore(s) {
		return node{}, false
	}
	if n, ok := m.dayAbroad(day, j); ok && s == i {
		return n, true
	}
	k := j
	if m.is(k, "of", "-") {
		k++
	}
	if m.is(k, "day") && m.is(k+1, "of") {
		k += 2
	}
	mon := m.month(k)
	if mon == 0 {
		// the first of two days before one month
		if s != i || !m.is(j, "-", "and", "to", "or", "until", "through", "/", "&", ",") {
			return node{}, false
		}
		other, l := m.dayNumber(j + 1)
		for next, k := m.dayNumber(l + 1); other > 0 && next > other && m.is(l, ",", "and", "or", "&"); next, k = m.dayNumber(l + 1) {
			other, l = next, k // "3, 4 and 5 May"
		}
		if m.is(l, "of") {
			l++
		}
		mon = m.month(l)
		if other <= day || mon == 0 || !dayExists(2000, mon, day) {
			return node{}, false
		}
		n := node{to: j, month: mon, day: day}
		n.year, _, n.hasYear, n.bce = m.yearAfter(m.dot(l+1), true)
		return n, true
	}
	if !dayExists(2000, mon, day) {
		return node{}, false
	}
	n := node{month: mon, day: day, to: m.dot(k + 1)}
	if m.is(k-1, "-") && m.is(k+1, "-") && m.glued(k+1) && m.glued(k+2) { // 11-Sep-2001
		if y, ok := m.yearDigits(k + 2); ok {
			n.year, n.hasYear, n.to = y, true, k+3
			return n, true
		}
	}
	m.addYear(&n, true)
	return n, true
}

// rangeBefore reports whether token i is the far end of a range of days.
func (m *matcher) rangeBefore(i int) bool {
	return m.is(i-1, "-", "/", "—") && (m.num(i-2, 2) > 0 || m.month(i-2) > 0)
}

// addYear reads the year behind a month or a day.
func (m *matcher) addYear(n *node, short bool) {
	if y, to, ok, bce := m.yearAfter(n.to, short); ok {
		n.year, n.hasYear, n.bce, n.to = y, true, bce, to
		return
	}
	// "of that year", "of the same year"
	j := n.to
	if m.is(j, "of") && m.is(j+1, "that", "the", "this") {
		j += 2
		if m.is(j, "same", "following", "next", "previous") && m.is(j-1, "the") {
			j++
		}
		if m.is(j, "year") {
			switch m.low(j - 1) {
			case "following", "next":
				n.shift = 1
			case "previous":
				n.shift = -1
			}
			n.base, n.to, n.unit = toContext, j+1, lexicon.Year
			if m.is(j-1, "the", "this") {
				n.base = byMode
			}
			return
		}
	}
	// "last year", "of next year"
	if j = n.to; m.is(j, "of") {
		j++
	}
	if m.is(j, "last", "next", "this") && m.is(j+1, "year") && m.joined(j) {
		n.shift = map[string]int{"last": -1, "next": 1}[m.low(j)]
		n.base, n.to, n.unit = byMode, j+2, lexicon.Year
	}
}

// yearAfter reads "2014", ", 2014", "of 2014", "'90", "490 BC", and with short
// "90" behind a month in short form.
func (m *matcher) yearAfter(i int, short bool) (year, to int, ok, bce bool) {
	j := i
	if m.is(j, ",", "of") {
		j++
	}
	if m.is(j, "'") && m.digits(j+1) == 2 && m.glued(j+1) {
		return twoDigitYear(m.toks[j+1].n), j + 2, true, false
	}
	if n := m.num(j, 4); n > 0 && m.isEra(j+1) {
		return n, m.pastEra(j + 1), true, m.isBCE(j + 1)
	}
	if y, four := m.yearDigits(j); four && m.digits(j) == 4 && y < 2200 && !m.glued(j+1) || four && m.digits(j) == 4 && m.glued(j+1) && !m.is(j+1, "%") && !(m.is(j+1, ",", ".") && m.class(j+2) == number && m.glued(j+2)) {
		return y, j + 1, true, false
	}
	telegraph := m.caps && m.is(j+1, "(", "-", "—", "[")
	if short && j == i && m.digits(j) == 2 && m.class(j-1) == word && (len(m.low(j-1)) <= 4 && m.isShortForm(j-1) || telegraph) {
		return twoDigitYear(m.toks[j].n), j + 1, true, false
	}
	return 0, i, false, false
}

// isShortForm reports whether the month at i is written as in "3 JAN 90".
func (m *matcher) isShortForm(i int) bool {
	s := m.text[m.toks[i].start:m.toks[i].end]
	return len(s) == 3 && s[1] >= 'A' && s[1] <= 'Z' || m.is(i, "sept")
}

func (m *matcher) isEra(i int) bool {
	return m.isBCE(i) || m.is(i, "ad", "ce") && (m.caps || m.toks[i].upper)
}

func (m *matcher) isBCE(i int) bool {
	if m.is(i, "bc", "bce") {
		return true
	}
	return m.is(i, "b") && m.is(i+1, ".") && m.is(i+2, "c")
}

func (m *matcher) pastEra(i int) int {
	if !m.is(i, "b") {
		return i + 1
	}
	if i += 3; m.is(i, ".") && m.glued(i) {
		i++
	}
	return i
}

// monthFirst matches "June 14, 2014", "June 14", "June 2014", "June".
func (m *matcher) monthFirst(i int) (node, bool) {
	mon := m.month(i)
	if mon == 0 {
		return node{}, false
	}
	j := m.dot(i + 1)
	n := node{month: mon, to: j}
	k := j
	if m.is(k, "the") {
		k++
	}
	if day, l := m.dayNumber(k); day > 0 && m.class(k) == number && dayExists(2000, mon, day) && !m.quantity(l, k) {
		n.day, n.to = day, l
		m.addYear(&n, false)
		return n, true
	}
	m.addYear(&n, false)
	if n.to > j {
		return n, true
	}
	return n, m.bareMonth(i, mon)
}

// quantity reports whether the number that ends before token i counts things
// or goes on, as in "June 14,000" and "March 5 percent".
func (m *matcher) quantity(i, from int) bool {
	if m.is(i, "%", ":") && m.glued(i) || m.is(i, ",", ".") && m.class(i+1) == number && m.glued(i) && m.glued(i+1) {
		return true
	}
	return m.is(i, "percent", "per", "million", "billion", "km", "miles") ||
		m.is(i, "people", "men") && !m.is(from-2, "on") && !(m.is(from-2, ".") && m.is(from-3, "on")) // "On March 5 people fled"
}

// bareMonth decides whether a name of a month alone means the month: always
// for most, only with a cue for those that are other words or given names.
func (m *matcher) bareMonth(i, mon int) bool {
	cue := m.is(i-1, "in", "since", "until", "till", "of", "by", "last", "next", "this", "early", "late", "mid", "during", "from", "through",
		"before", "after", "to", "between", "and", "or", "previous", "following", "for", "every", "each", "around", "about", "-", "(", ",", "as") && !m.starts(i)
	possessive := m.is(i+1, "'")
	if m.is(i-1, "a", "the", "its", "their") && m.countable(i+1) && !m.caps {
		return true // "a March operation"
	}
	switch m.low(i) {
	case "may":
		return cue && !m.is(i-1, "and", "or", ",", "to", "for", "-", "this", "as") || m.is(i-1, "and", "or", "to", "-") && m.month(i-2) > 0 || m.is(i-1, "this") && !m.caps
	case "march":
		return cue && (!m.caps || !m.is(i-1, "to", "for", "of", "this", "last", "and", ",")) || possessive && !m.caps
	case "april", "june", "august":
		if m.is(i-1, ".") && m.is(i-2, "mr", "mrs", "ms", "dr") || m.is(i-1, "mr", "mrs", "ms", "dr") {
			return false
		}
		if m.capital(i+1) && m.joined(i+1) && !m.is(i-1, "the") && (!cue || m.is(i-1, "and", "or", ",", "for", "as") && m.month(i-2) == 0) && m.weekdayAt(i+1) == 0 {
			return false // "June Smith came"
		}
		return cue || possessive || m.starts(i) && !m.is(i+1, "said") || m.is(i-1, "the")
	case "jan", "mar", "dec", "sep", "jun":
		return false
	}
	return mon > 0
}

// weekday matches "Friday", "Friday, June 13", "Fridays" not.
func (m *matcher) weekday(i int) (node, bool) {
	w := m.weekdayAt(i)
	if w == 0 {
		return node{}, false
	}
	if m.capital(i-1) && m.joined(i) && m.is(i-1, "bloody", "black", "palm", "ash", "maundy", "super") {
		return node{}, false // days of other years
	}
	if m.is(i-1, "the") && m.is(i+1, "times", "post", "mail", "mirror", "telegraph", "express", "herald", "star", "club") && m.capital(i+1) {
		return node{}, false // newspapers
	}
	j := m.dot(i + 1)
	k := j
	if m.is(k, ",") {
		k++
	}
	if m.is(k, "the") || m.class(k) == number || m.month(k) > 0 {
		for _, f := range [...]func(*matcher, int) (node, bool){(*matcher).dayFirst, (*matcher).monthFirst, (*matcher).numeric} {
			if n, ok := f(m, k); ok && n.day > 0 {
				n.weekday = w
				return n, true
			}
		}
	}
	n := node{kind: kWeekday, weekday: w, to: j}
	if shift, to, ok := m.weekAt(j); ok {
		n.inWeek, n.shift, n.to = true, shift, to
	}
	return n, true
}

// weekAt reads "last week", "of next week", "this week" behind a weekday.
func (m *matcher) weekAt(i int) (shift, to int, ok bool) {
	if m.is(i, "of") {
		i++
	}
	if !m.is(i, "last", "next", "this") || !m.is(i+1, "week") {
		return 0, 0, false
	}
	return map[string]int{"last": -1, "next": 1}[m.low(i)], i + 2, true
}

// weekdayAt is the day of the week that token i names; short forms only with
// a sign behind them or capitals.
func (m *matcher) weekdayAt(i int) int {
	if m.class(i) != word || !m.toks[i].upper {
		return 0
	}
	w := lexicon.WeekdayOf(m.low(i))
	if w == 0 || len(m.low(i)) > 5 {
		return w
	}
	if m.is(i+1, ".", ",") && m.glued(i+1) && (m.class(i+2) == number || m.month(i+2) > 0 || m.is(i-1, "on", "last", "next") && m.is(i+1, ".")) || m.class(i+1) == number {
		return w
	}
	return 0
}

func dayExists(y, m, d int) bool {
	return m >= 1 && m <= 12 && d >= 1 && d <= daysIn(y, m)
}

func itoa(n int) string { return strconv.Itoa(n) }
