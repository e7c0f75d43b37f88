package timex

import "dateline/data/lexicon"

// seasonOf matches "the spring of 2014", "winter 2014", "this-less" seasons.
func (m *matcher) seasonOf(i int) (node, bool) {
	j := i
	if m.is(j, "the") {
		j++
	}
	s := lexicon.Season(m.low(j))
	if s == 0 {
		return node{}, false
	}
	n := node{season: s, to: j + 1}
	m.addYear(&n, false)
	if y := m.num(n.to, 4); n.to == j+1 && y > 1000 && y < 2100 && m.is(n.to+1, "-", "/") && m.class(n.to+2) == number {
		n.year, n.hasYear, n.to = y, true, n.to+1
	}
	if n.to > j+1 {
		if m.is(n.to, "-", "/") && m.glued(n.to) && m.glued(n.to+1) && n.hasYear && s == 4 { // "the winter of 2013-14"
			if y := m.num(n.to+1, 4); y == n.year+1 || m.digits(n.to+1) == 2 && y == (n.year+1)%100 {
				n.to += 2
			}
		}
		return n, true
	}
	if m.is(j+1, "offensive", "offensives", "campaign", "campaigns", "fighting", "operation", "operations", "harvest") {
		return n, true
	}
	switch m.low(j) {
	case "fall":
		return n, j > i && m.is(i-1, "in", "by", "until", "during", "this") && !m.is(j+1, "of") || !m.caps && m.capital(j) && !m.starts(j) && m.is(i-1, "in", "last", "next", "this")
	case "spring":
		return n, j > i && m.is(i-1, "in", "by", "until", "during", "since", "for", "of", "from", "between") || m.capital(j) && (m.starts(j) || m.is(i-1, "in", "by", "during")) || m.is(i-1, "in", "by")
	}
	return n, true
}

// decade matches "the 1980s", "1980's", "the '80s".
func (m *matcher) decade(i int) (node, bool) {
	j := i
	if m.is(j, "the") {
		j++
	}
	year := -1
	switch {
	case m.digits(j) == 4 && m.toks[j].n%10 == 0 && m.toks[j].n >= 1000 && m.toks[j].n < 2100:
		year = m.toks[j].n
	case m.is(j, "'") && m.digits(j+1) == 2 && m.glued(j+1) && m.toks[j+1].n%10 == 0:
		j++
		year = 1900 + m.toks[j].n
		if m.toks[j].n < 20 {
			year += 100
		}
	case j > i && m.digits(j) == 2 && m.toks[j].n >= 20 && m.toks[j].n%10 == 0 && m.is(i-1, "in", "of", "during", "since", "until", "by", "from"):
		year = 1900 + m.toks[j].n // "in the 80s"
	default:
		return node{}, false
	}
	j++
	if m.is(j, "'") && m.glued(j) {
		j++
	}
	if !m.is(j, "s") || !m.glued(j) {
		return node{}, false
	}
	return node{year: year, hasYear: true, scale: 10, to: j + 1}, true
}

// century matches "the 19th century", "eighteenth-century", "the 5th century
// BC".
func (m *matcher) century(i int) (node, bool) {
	j := i
	if m.is(j, "the") {
		j++
	}
	c := lexicon.Ordinal(m.low(j))
	switch {
	case m.low(j) == "twenty" && m.is(j+1, "-") && m.is(j+2, "first"):
		c, j = 21, j+3
	case c > 0:
		j++
	case m.num(j, 2) > 0 && m.is(j+1, "st", "nd", "rd", "th") && m.glued(j+1):
		c, j = m.toks[j].n, j+2
	default:
		return node{}, false
	}
	if m.is(j, "-") {
		j++
	}
	if !m.is(j, "century", "centuries") || c < 1 || c > 21 {
		return node{}, false
	}
	n := node{year: (c - 1) * 100, hasYear: true, scale: 100, to: j + 1}
	if m.isBCE(j + 1) {
		n.bce, n.year, n.to = true, c*100, m.pastEra(j+1)
	}
	return n, true
}

// quarterOf matches "the third quarter of 2014", "Q3 2014", "the second half
// of 2008", "the latter half of the year".
func (m *matcher) quarterOf(i int) (node, bool) {
	j := i
	if m.is(j, "the") {
		j++
	}
	n := node{}
	o := lexicon.Ordinal(m.low(j))
	if m.is(j, "latter", "last") {
		o = 2
	}
	switch {
	case m.is(j, "q") && m.glued(j+1) && m.num(j+1, 1) >= 1 && m.num(j+1, 1) <= 4:
		n.quarter, n.to = m.toks[j+1].n, j+2
	case o >= 1 && o <= 4 && m.is(j+1, "quarter") && !m.is(j, "last"):
		n.quarter, n.to = o, j+2
	case o >= 1 && o <= 2 && m.is(j+1, "half") && m.is(j+2, "of"):
		n.half, n.to = o, j+2
	default:
		return node{}, false
	}
	end := n.to
	m.addYear(&n, false)
	if n.to == end && m.is(end, "of") && (m.month(end+1) > 0 || m.is(end+1, "the", "this", "last", "next")) {
		if m.month(end+1) > 0 { // "the second half of May"
			n.month, n.mod, n.to = m.month(end+1), firstHalf, m.dot(end+2)
			if n.half == 2 {
				n.mod = secondHalf
			}
			n.half = 0
			m.addYear(&n, false)
			return n, true
		}
		if k := end + 2; m.is(k, "year") {
			n.unit, n.base, n.to = lexicon.Year, byMode, k+1
			n.shift = map[string]int{"last": -1, "next": 1}[m.low(k-1)]
			return n, true
		}
	}
	return n, n.to > end || n.quarter > 0 && n.half == 0 && (m.is(j, "q") || m.is(i, "the"))
}

// holiday matches days with a name of their own.
func (m *matcher) holiday(i int) (node, bool) {
	f, to, ok := m.feastAt(i)
	if !ok || f.name == "may day" && m.starts(i) && !m.is(i+2, "in", "is", "was") {
		return node{}, false
	}
	n := node{to: to, month: f.month, day: f.day, holiday: f.name}
	if f.rough {
		n.month, n.day = 0, 0
	}
	m.addYear(&n, false)
	return n, true
}
