package timex

import "dateline/data/lexicon"

// timed matches a time of day, with a date behind it if there is one: "5:34
// AM on March 20", "at dawn", "the night of 20 June", "9:30 p.m. on Friday".
func (m *matcher) timed(i int) (node, bool) {
	if c, to, ok := m.clockAt(i); ok {
		n := node{kind: kClock, clock: c, to: to}
		if d, ok := m.dayBehind(to); ok {
			d.clock = c
			d.clock.zone, d.to = m.zone(d.to, c.zone)
			if p := lexicon.DayPart(m.low(d.to)); c.hour < 12 && c.hour > 0 && d.part == "" && m.joined(d.to) && m.is(i+1, "o") { // "five o'clock on Friday afternoon"
				if d.to++; p == "AF" || p == "EV" || p == "NI" {
					d.clock.hour += 12
				} else if p == "" {
					d.to--
				}
			}
			return d, true
		}
		return n, true
	}
	return m.partOfDay(i)
}

// clockAt reads 14:30, 2 p.m., 2:30pm, 1430 hours, 14.30 GMT, two o'clock,
// noon, midnight; to is behind it and its zone.
func (m *matcher) clockAt(i int) (c clock, to int, ok bool) {
	c.set = true
	if m.is(i, "noon", "midday") && !m.is(i+1, "prayers", "prayer") {
		c.hour = 12
		return c, i + 1, true
	}
	if m.is(i, "midnight") {
		c.hour = 24
		return c, i + 1, true
	}
	h := m.num(i, 2)
	if h < 0 {
		if h = lexicon.Number(m.low(i)); h < 1 || h > 12 {
			h = -1
		} else if !m.is(i+1, "o") && !m.meridiemAt(i+1) {
			return c, 0, false
		}
	}
	j := i + 1
	switch {
	case m.digits(i) == 4 && m.toks[i].n < 2400 && m.toks[i].n%100 < 60 && (m.is(j, "hours", "hrs", "hr", "gmt", "utc", "z") || m.is(j, "local") && m.is(j+1, "time")):
		c.hour, c.minute = m.toks[i].n/100, m.toks[i].n%100
		if m.is(j, "hours", "hrs", "hr") {
			j++
		}
		c.zone, j = m.zone(j, "")
		return c, j, true
	case m.digits(i) == 4 && m.isHours(i) && !m.is(j, "-", "/") && !m.glued(i):
		c.hour, c.minute = m.toks[i].n/100, m.toks[i].n%100
		c.zone, j = m.zone(j, "")
		return c, j, true
	case h < 0 || m.glued(i) && m.is(i-1, ".", ",", "$", ":", "/", "-") && !m.is(i-2, "t"):
		return c, 0, false
	case m.is(j, ":", ".") && m.glued(j) && m.digits(j+1) == 2 && m.glued(j+1) && m.toks[j+1].n < 60 && h < 24:
		colon := m.is(j, ":")
		c.hour, c.minute = h, m.toks[j+1].n
		j += 2
		if m.is(j, ":") && m.glued(j) && m.digits(j+1) == 2 && m.glued(j+1) {
			j += 2
		}
		pm, k, found := m.meridiem(j)
		zone, l := m.zone(k, "")
		told := found || zone != "" || m.is(l-1, "time") || m.is(k, "hours", "hrs", "hr")
		if !told && (!colon || !m.starts(i) && !m.is(i-1, "at", "around", "about", "by", "from", "since", "until", "till", "and", "to", "between", "(", "[", "before", "after", "t", "-", "of", ",", "approximately")) {
			return c, 0, false
		}
		if found {
			c.hour = h%12 + pm
		}
		if m.is(k, "hours", "hrs", "hr") {
			l = k + 1
		}
		c.zone = zone
		return c, l, true
	}
	if m.is(j, "o") && m.is(j+1, "'") && m.is(j+2, "clock") {
		c.hour = h
		if m.is(j+3, "in") && m.is(j+4, "the") && lexicon.DayPart(m.low(j+5)) != "" {
			if m.low(j+5) != "morning" && h < 12 {
				c.hour += 12
			}
			return c, j + 6, h <= 12
		}
		return c, j + 3, h <= 12
	}
	if pm, k, found := m.meridiem(j); found && h >= 1 && h <= 12 {
		c.hour = h%12 + pm
		c.zone, k = m.zone(k, "")
		return c, k, true
	}
	return c, 0, false
}

// isHours reports whether four digits are a time of day by what stands before
// them: "at 2100", "until 0400 on 28 March".
func (m *matcher) isHours(i int) bool {
	v := m.toks[i].n
	if v >= 2400 || v%100 >= 60 || isMeasure(m.low(i+1)) && !m.is(i+1, "gmt", "utc", "hours", "hrs", "est", "edt") {
		return false
	}
	if m.is(i-1, "approximately", "about", "around", "exactly") {
		i--
	}
	return m.is(i-1, "at") || v < 1000 && m.is(i-1, "until", "from", "by", "since", "after", "before", "to", "and")
}

func (m *matcher) meridiemAt(i int) bool {
	_, _, ok := m.meridiem(i)
	return ok
}

// meridiem reads "pm" or "p.m."; pm is 12 or 0.
func (m *matcher) meridiem(i int) (pm, to int, ok bool) {
	switch {
	case m.is(i, "am", "pm"):
		to = i + 1
	case m.is(i, "a", "p") && m.is(i+1, ".") && m.glued(i+1) && m.is(i+2, "m") && m.glued(i+2):
		to = i + 3
		if m.is(to, ".") && m.glued(to) {
			to++
		}
	default:
		return 0, i, false
	}
	if m.low(i)[0] == 'p' {
		pm = 12
	}
	return pm, to, true
}

// zone reads a zone behind a time: "GMT", "EST", "local time", "Z".
func (m *matcher) zone(i int, known string) (string, int) {
	j := i
	if m.is(j, "(") {
		j++
	}
	z, to := known, i
	switch m.low(j) {
	case "gmt", "utc", "z", "zulu":
		z, to = "Z", j+1
	case "est":
		z, to = "-05", j+1
	case "edt":
		z, to = "-04", j+1
	case "cst", "mdt":
		z, to = "-06", j+1
	case "cdt":
		z, to = "-05", j+1
	case "mst", "pdt":
		z, to = "-07", j+1
	case "pst":
		z, to = "-08", j+1
	case "cet", "bst":
		z, to = "+01", j+1
	case "cest":
		z, to = "+02", j+1
	case "local":
		if m.is(j+1, "time") {
			return known, j + 2
		}
		return known, i
	default:
		return known, i
	}
	if m.class(j) == word && !m.toks[j].upper && !m.is(j, "z") {
		return known, i
	}
	if j > i {
		if !m.is(to, ")") {
			return known, i
		}
		to++
	}
	return z, to
}

// dayBehind reads the date behind a time: "on Friday", ", March 19", "on 5
// May 2014", "yesterday".
func (m *matcher) dayBehind(i int) (node, bool) {
	j := i
	if m.is(j, ",") {
		j++
	}
	if m.is(j, "on", "of") {
		j++
	}
	if m.is(j, "the") {
		j++
	}
	if n, ok := m.date(j); ok && (n.day > 0 || n.kind == kWeekday) {
		return n, true
	}
	if n, ok := m.deictic(j); ok && n.unit == lexicon.Day {
		return n, true
	}
	if m.is(j-1, "the") && m.is(j, "next", "following", "same") && m.is(j+1, "day") {
		return m.shifted(j - 1)
	}
	if m.is(j, "this", "last", "that") {
		if n, ok := m.partOfDay(j); ok && n.kind == kShift {
			return n, true
		}
	}
	return node{}, false
}

// partOfDay matches "the morning of 5 May", "Friday night" not (see withTime),
// "in the morning", "at dawn", "at night", "overnight", "that afternoon",
// "this morning", "last night", "tonight".
func (m *matcher) partOfDay(i int) (node, bool) {
	j := i
	mod := whole
	switch {
	case m.is(j, "early", "late") && (m.is(j+1, "in", "this", "that", "the", "on") || lexicon.DayPart(m.low(j+1)) != ""):
		mod = early
		if m.is(j, "late") {
			mod = late
		}
		j++
		if m.is(j, "in", "on") {
			j++
		}
	case m.is(j, "overnight"):
		return node{kind: kShift, unit: lexicon.Day, base: byMode, part: "NI", approx: false, value: "overnight", to: j + 1}, true
	}
	if m.is(j, "tonight") {
		return node{kind: kShift, unit: lexicon.Day, base: byMode, part: "NI", to: j + 1}, true
	}
	n := node{kind: kPart, mod: mod}
	switch m.low(j) {
	case "this":
		n.kind, n.unit, n.base = kShift, lexicon.Day, byMode
		j++
	case "that", "same":
		n.kind, n.unit, n.base = kShift, lexicon.Day, toContext
		if j++; m.is(j, "same") {
			j++
		}
	case "last":
		if !m.is(j+1, "night", "evening") {
			return node{}, false
		}
		n.kind, n.unit, n.base, n.n, n.shift = kShift, lexicon.Day, byMode, 1, -1
		j++
	case "the":
		j++
		if m.is(j, "same") {
			n.kind, n.unit, n.base = kShift, lexicon.Day, toContext
			j++
		} else if m.is(j, "next", "following", "previous") && lexicon.DayPart(m.low(j+1)) != "" {
			n.kind, n.unit, n.base, n.n, n.shift = kShift, lexicon.Day, toContext, 1, 1
			if m.is(j, "previous") {
				n.shift = -1
			}
			j++
		}
		if m.is(j, "early", "late") && lexicon.DayPart(m.low(j+1)) != "" {
			j++
		}
	case "early", "late":
		j++
	}
	n.part = lexicon.DayPart(m.low(j))
	if n.part == "" {
		return node{}, false
	}
	n.to = j + 1
	if m.is(j+1, "hours") && j > i {
		n.to++
	}
	if n.kind == kPart {
		k := n.to
		if m.is(k, "of", "on") || m.is(k, ",") && m.weekdayAt(k+1) > 0 {
			if d, ok := m.dayBehind(k); ok {
				d.part, d.mod = n.part, mod
				return d, true
			}
			if d, ok := m.dayOnly(k + 1); ok && m.is(k, "of") {
				d.part = n.part
				return d, true
			}
		}
		if j == i && n.part != "DT" && !m.is(i-1, "at", "by", "before", "until", "since", "after", "around", "near", "from", "to", "day", "every", "each") && mod == whole {
			return node{}, false // "night vision"
		}
		if j > i && m.is(j, "dawn", "night", "evening", "sunset") && m.is(j+1, "of") {
			return node{}, false // "the dawn of a new age"
		}
		if m.is(j-1, "the") && m.is(j, "nights", "mornings", "evenings") {
			return node{}, false
		}
	}
	return n, true
}

// dayOnly reads the first day of "the night of 3 to 4 May".
func (m *matcher) dayOnly(i int) (node, bool) {
	n, ok := m.dayFirst(i)
	return n, ok && n.day > 0
}

// withTime adds what stands behind a date: "Friday night", "14 June at 2
// p.m.", "June 14, 14:30 GMT".
func (m *matcher) withTime(n node) node {
	if n.kind == kDate && n.day == 0 || n.clock.set {
		return n
	}
	j := n.to
	if p := lexicon.DayPart(m.low(j)); p != "" && m.joined(j) && !m.is(j, "midnight", "noon") {
		n.part, n.to = p, j+1
		return n
	}
	if m.is(j, "'") && m.is(j+1, "s") && lexicon.DayPart(m.low(j+2)) != "" {
		n.part, n.to = lexicon.DayPart(m.low(j+2)), j+3
		return n
	}
	if m.is(j, "in") && m.is(j+1, "the") && lexicon.DayPart(m.low(j+2)) != "" {
		n.part, n.to = lexicon.DayPart(m.low(j+2)), j+3
		return n
	}
	if m.is(j, ",") {
		j++
	}
	if m.is(j, "at", "around", "about") {
		j++
		if m.is(j, "about", "around", "approximately") {
			j++
		}
	} else if j == n.to && m.digits(j) == 4 {
		return n
	}
	if c, to, ok := m.clockAt(j); ok && m.joined(j) {
		n.clock, n.to = c, to
	} else if m.is(j-1, "at") && lexicon.DayPart(m.low(j)) != "" {
		n.part, n.to = lexicon.DayPart(m.low(j)), j+1
	}
	return n
}
