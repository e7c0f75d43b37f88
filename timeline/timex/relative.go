package timex

import "dateline/data/lexicon"

// deictic matches words that are counted from the day of publication:
// "yesterday", "today", "the day before yesterday".
func (m *matcher) deictic(i int) (node, bool) {
	n := node{kind: kShift, unit: lexicon.Day, base: toAnchor, to: i + 1, n: 1}
	j := i
	if m.is(j, "the") && m.is(j+1, "day") && m.is(j+2, "before", "after") && m.is(j+3, "yesterday", "tomorrow") {
		n.n, n.to = 2, j+4
		j += 3
	}
	switch m.low(j) {
	case "today":
		n.n = 0
	case "yesterday":
		n.shift = -1
	case "tomorrow":
		n.shift = 1
	default:
		return node{}, false
	}
	return n, true
}

// shifted matches words that are counted from another date: "last week",
// "the next day", "that year", "the previous month", "last Friday", "the
// weekend".
func (m *matcher) shifted(i int) (node, bool) {
	if n, ok := m.deictic(i); ok {
		return m.withTime(n), true
	}
	if n, ok := m.dayBefore(i); ok {
		return n, true
	}
	j := i
	the := m.is(j, "the")
	if the {
		j++
	}
	n := node{kind: kShift, base: byMode, n: 1}
	switch m.low(j) {
	case "last", "past":
		n.shift = -1
	case "previous", "preceding", "prior":
		n.shift, n.base = -1, toContext
	case "next":
		n.shift = 1
		if the {
			n.base = toContext
		}
	case "following", "ensuing", "subsequent":
		n.shift, n.base = 1, toContext
		if !the {
			return node{}, false
		}
	case "coming", "upcoming":
		n.shift = 1
	case "this", "current":
		n.n = 0
	case "that", "same":
		n.n, n.base = 0, toContext
		if m.is(j, "same") && !the && !m.is(i-1, "that", "this") {
			return node{}, false
		}
		if m.is(j+1, "same") {
			j++
		}
	default:
		if the && m.is(j, "weekend") {
			n.unit, n.n, n.to = lexicon.Weekend, 0, j+1
			return n, true
		}
		if the && m.is(j, "day") && m.is(j+1, "following", "after", "before") && !m.determined(j+2) {
			n.unit, n.base, n.shift, n.to = lexicon.Day, toContext, 1, j+2
			if m.is(j+1, "before") {
				n.shift = -1
			}
			return n, true
		}
		return node{}, false
	}
	j++
	if n.shift == -1 && m.is(j, "few", "several", "couple", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten") || m.class(j) == number {
		return node{}, false // a span: see counted
	}
	if m.is(j, "very", "same") {
		j++
	}
	w := m.low(j)
	u, plural := lexicon.UnitOf(w)
	switch {
	case m.is(j, "night") && m.is(j-1, "last"):
		return node{}, false // see partOfDay
	case u == lexicon.Second || u == lexicon.Minute || u == lexicon.Hour || plural:
		return node{}, false
	case u == lexicon.Day && m.is(j-1, "this", "past", "last") && !m.is(i, "this"):
		return node{}, false
	case u != lexicon.NoUnit:
		if the && m.is(j-1, "last", "past", "current") && m.is(j+1, "of") {
			return node{}, false // "the last month of the war"
		}
		n.unit, n.to = u, j+1
		if w := m.weekdayAt(j + 2); u == lexicon.Week && !the && n.base == byMode && m.is(j+1, "on") && w > 0 { // "last week on Tuesday"
			return m.withTime(node{kind: kWeekday, weekday: w, inWeek: true, shift: n.shift, to: j + 3}), true
		}
		if m.is(j-1, "past") && u != lexicon.Weekend {
			n.kind = kSpan
		}
		return m.withTime(n), true
	case m.month(j) > 0 && n.base != toContext:
		n.kind, n.month, n.to = kDate, m.month(j), m.dot(j+1)
		n.value = "month"
		if d := m.num(n.to, 2); d > 0 && dayExists(2000, n.month, d) {
			n.day, n.to = d, n.to+1
		}
		return n, true
	case m.weekdayAt(j) > 0:
		n.inWeek = m.is(j-1, "this") && n.shift == 0
		n.kind, n.weekday, n.to = kWeekday, m.weekdayAt(j), j+1
		return m.withTime(n), true
	case lexicon.Season(w) > 0 && !m.is(j-1, "past"):
		n.kind, n.season, n.to = kDate, lexicon.Season(w), j+1
		n.value = "season"
		return n, true
	case m.is(j, "christmas", "easter") && n.base == byMode:
		h, ok := m.holiday(j)
		h.shift = n.shift
		return h, ok
	}
	return node{}, false
}

// dayBefore matches "the eve of 5 May", "a day earlier", "the day before 5
// May" and "the day after yesterday" not.
func (m *matcher) dayBefore(i int) (node, bool) {
	j := i
	if m.is(j, "the") {
		j++
	}
	if m.is(j, "eve") && m.is(j+1, "of") {
		if d, ok := m.date(j + 2); ok && d.day > 0 {
			d.holiday, d.shift = "eve", -1
			return d, true
		}
	}
	return node{}, false
}

// determined reports whether a noun group or a clause begins at i, so that
// "the day after" is counted from that and not from the date told last.
func (m *matcher) determined(i int) bool {
	return m.class(i) == word && m.verb(i) == 0 && !m.is(i, "in", "at", "on", "and", "when", "with", "to", "by", "near", "as", "but", "was", "were", "had", "that", "who", "from")
}

// modified matches an expression with a word before it that narrows or
// loosens it: "early June", "the end of 2008", "about 10 June", "mid-2007",
// "earlier this week", "later that year".
func (m *matcher) modified(i int) (node, bool) {
	j := i
	if m.is(j, "very") {
		j++
	}
	if m.is(j, "earlier", "later") {
		k := j + 1
		if m.is(k, "in", "on") {
			k++
		}
		sign := -1
		if m.is(j, "later") {
			sign = 1
		}
		if m.is(k, "the") && m.is(k+1, "day", "week", "month", "year", "decade", "century") {
			u, _ := lexicon.UnitOf(m.low(k + 1))
			return node{kind: kPartOf, unit: u, base: byMode, shift: sign, to: k + 2}, true
		}
		if n, ok := m.shifted(k); ok && n.kind == kShift && n.n == 0 && n.unit != lexicon.NoUnit {
			n.kind, n.shift = kPartOf, sign
			return n, true
		}
		if n, ok := m.date(k); ok && n.kind == kDate && n.day == 0 && (k > j+1 || n.month > 0) {
			n.mod = early
			if sign > 0 {
				n.mod = late
			}
			return n, true
		}
		return node{}, false
	}
	mod, approx := whole, false
	if m.is(j, "the") {
		j++
	}
	switch {
	case m.is(j, "early", "late") || m.is(j, "mid", "middle") && m.is(j+1, "-", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december") || m.is(j, "mid") && m.digits(j+1) == 4:
		mod = map[string]modifier{"early": early, "late": late}[m.low(j)]
		if mod == whole {
			mod = middle
		}
		j++
		if m.is(j, "-", "in", "on") {
			j++
		}
	case m.is(j, "mid", "early", "late") && m.is(j+1, "-"):
		mod = middle
		j += 2
	case m.is(j, "beginning", "start", "end", "middle", "close", "latter", "opening", "early", "late", "first", "last", "final") && m.is(j+1, "of", "part", "days", "week", "weeks", "months", "years"):
		mod = map[string]modifier{"beginning": early, "start": early, "opening": early, "early": early, "first": early, "middle": middle}[m.low(j)]
		if mod == whole {
			mod = late
		}
		j++
		for m.is(j, "part", "days", "week", "weeks", "months", "years") {
			j++
		}
		if !m.is(j, "of") {
			return node{}, false
		}
		j++
	case m.is(j, "about", "around", "circa", "approximately", "roughly") && j == i:
		approx = true
		j++
	case m.is(j, "c", "ca") && m.is(j+1, ".") && m.class(j+2) == number:
		approx = true
		j += 2
	default:
		return node{}, false
	}
	n, ok := m.date(j)
	if ok && approx && n.month == 0 && m.is(i, "about", "approximately", "roughly") && (n.hasYear && n.scale == 0) && m.countable(n.to) {
		return node{}, false
	}
	if !ok && (mod != whole || approx) {
		if n, ok = m.shifted(j); ok && n.kind != kShift {
			return node{}, false
		}
		if !ok && mod != whole && m.is(j, "the") && m.is(j+1, "year", "month", "week", "decade", "century", "day") && m.is(j-1, "of", "in") {
			u, _ := lexicon.UnitOf(m.low(j + 1))
			if u == lexicon.Day && !m.is(j-1, "in") || m.is(j+2, "of") {
				return node{}, false
			}
			n, ok = node{kind: kShift, unit: u, base: byMode, to: j + 2}, true
		}
		if !ok && mod != whole && m.month(j) > 0 {
			n, ok = node{month: m.month(j), to: m.dot(j + 1)}, true
		}
	}
	if !ok {
		return node{}, false
	}
	if mod != whole {
		n.mod = mod
	}
	n.approx = n.approx || approx
	if n.day > 0 || n.kind == kWeekday || n.kind == kShift && n.unit == lexicon.Day {
		n = m.withTime(n)
		if m.is(j-1, "on") && n.part == "" && mod == early {
			n.part = "MO"
		}
	}
	return n, true
}
