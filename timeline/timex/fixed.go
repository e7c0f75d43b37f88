package timex

import "dateline/data/lexicon"

// set matches times that come again: "every Friday", "daily", "per day",
// "on Fridays", "each year".
func (m *matcher) set(i int) (node, bool) {
	n := node{kind: kFixed, typ: Set, to: i + 1}
	switch m.low(i) {
	case "daily", "nightly", "everyday":
		n.value = "XXXX-XX-XX"
		return n, !m.capital(i) || m.starts(i)
	case "weekly":
		n.value = "XXXX-WXX"
		return n, !m.capital(i) || m.starts(i)
	case "monthly":
		n.value = "XXXX-XX"
		return n, !m.capital(i) || m.starts(i)
	case "yearly", "annually", "annual":
		n.value = "XXXX"
		return n, !m.capital(i) || m.starts(i)
	case "quarterly":
		n.value = "P3M"
		return n, !m.capital(i) || m.starts(i)
	case "hourly":
		n.value = "XXXX-XX-XXTXX"
		return n, true
	case "per":
		if u, _ := lexicon.UnitOf(m.low(i + 1)); u >= lexicon.Hour {
			n.value, n.to = duration(1, u), i+2
			return n, true
		}
		return n, false
	case "every", "each":
		j := i + 1
		if u, plural := lexicon.UnitOf(m.low(j + 1)); m.is(j, "other") && u >= lexicon.Day && u != lexicon.Weekend && !plural {
			n.value, n.to = duration(2, u), j+2
			return n, true
		}
		if m.is(j, "other", "single") {
			j++
		}
		n.to = j + 1
		if w := m.weekdayAt(j); w > 0 {
			n.value = "XXXX-WXX-" + itoa(w)
			return n, true
		}
		if mon := m.month(j); mon > 0 {
			n.value = "XXXX-" + two(mon)
			return n, true
		}
		if s := lexicon.Season(m.low(j)); s > 0 {
			n.value = "XXXX-" + seasonCode(s)
			return n, true
		}
		if p := lexicon.DayPart(m.low(j)); p != "" {
			n.value = "XXXX-XX-XXT" + p
			return n, true
		}
		switch u, plural := lexicon.UnitOf(m.low(j)); {
		case u == lexicon.NoUnit || plural:
		case u == lexicon.Day:
			n.value = "XXXX-XX-XX"
		case u == lexicon.Week:
			n.value = "XXXX-WXX"
		case u == lexicon.Month:
			n.value = "XXXX-XX"
		case u == lexicon.Year:
			n.value = "XXXX"
		case u == lexicon.Weekend:
			n.value = "XXXX-WXX-WE"
		case u != lexicon.Second:
			n.value = duration(1, u)
		}
		if n.value == "" {
			if a, ok := m.amountAt(i + 1); ok && !a.bare && !a.one {
				n.value, n.to = duration(a.n, a.unit), a.to
				return n, true
			}
		}
		return n, n.value != ""
	}
	if w := m.low(i); len(w) > 6 && w[len(w)-1] == 's' && m.toks[i].upper {
		if d := lexicon.WeekdayOf(w[:len(w)-1]); d > 0 {
			n.value = "XXXX-WXX-" + itoa(d)
			return n, true
		}
	}
	return n, false
}

// reference matches words for now, the past and the future.
func (m *matcher) reference(i int) (node, bool) {
	n := node{kind: kFixed, typ: Date, to: i + 1}
	switch m.low(i) {
	case "now", "nowadays", "currently":
		n.value = "PRESENT_REF"
		return n, !m.is(i+1, "that") && !m.is(i+1, "famous")
	case "current":
		n.value = "PRESENT_REF"
		return n, !m.is(i+1, "of", "(") && m.class(i+1) == word
	case "recently":
		n.value = "PAST_REF"
		return n, true
	case "recent", "former", "formerly":
		n.value = "PAST_REF"
		return n, true
	case "present", "modern":
		n.value = "PRESENT_REF"
		if m.is(i+1, "day") {
			n.to = i + 2
		} else if m.is(i+1, "-") && m.is(i+2, "day") {
			n.to = i + 3
		}
		return n, n.to > i+1
	case "at", "the":
		j := i
		if m.is(j, "at") {
			j++
			if m.is(j, "present") && !m.is(j+1, "in", "at") {
				n.value, n.to = "PRESENT_REF", j+1
				return n, true
			}
		}
		if m.is(j, "this") && m.is(j+1, "time", "moment", "point") && j > i {
			n.value, n.to = "PRESENT_REF", j+2
			return n, true
		}
		if !m.is(j, "the") {
			return n, false
		}
		switch {
		case m.is(j+1, "moment", "present") && (j > i || m.is(i-1, "for", "until")), m.is(j+1, "time") && m.is(j+2, "being"):
			n.value, n.to = "PRESENT_REF", j+2
			if m.is(j+2, "being") {
				n.to++
			}
			return n, true
		case m.is(j+1, "time") && (j > i || m.is(i-1, "by", "of")) && !m.is(j+2, "of", "when", "that"):
			n.value, n.to = "PAST_REF", j+2
			return n, true
		case j == i && m.is(j+1, "past") && !m.is(j+2, "few") && m.is(i-1, "in", "of", "from"):
			n.value, n.to = "PAST_REF", j+2
			return n, true
		case j == i && (m.is(j+1, "future") || m.is(j+1, "near", "distant", "foreseeable", "immediate") && m.is(j+2, "future")):
			n.value, n.to = "FUTURE_REF", j+2
			if !m.is(j+1, "future") {
				n.to++
			}
			return n, true
		}
		return n, false
	case "future":
		n.value = "FUTURE_REF"
		return n, true
	case "this":
		n.value, n.to = "PRESENT_REF", i+2
		return n, m.is(i+1, "time") && !m.is(i+2, "last", "next", "tomorrow", "yesterday") && (m.is(i-1, "by", "at", "from", "since", "until", "during", "of", "before", "after") || !m.is(i+2, ",", "the", "it", "he", "they", "we"))
	case "then":
		n.value = "then"
		return n, m.is(i-1, "since", "until", "by", "till") && !m.is(i+1, "-", "president", "prime")
	case "these":
		n.value, n.to = "PRESENT_REF", i+2
		return n, m.is(i+1, "days")
	case "to":
		n.value, n.to = "PRESENT_REF", i+2
		if m.is(i+1, "this") && m.is(i+2, "day") {
			n.to++
			return n, true
		}
		return n, m.is(i+1, "date") && !m.is(i+2, "a", "the", "from")
	}
	return n, false
}

// pairRanges links the two ends of ranges: "2003-2011", "from June 3 to 5",
// "between 3 and 5 May". A far end that is only a number is found here.
func (m *matcher) pairRanges() {
	out := make([]node, 0, len(m.nodes))
	for k := 0; k < len(m.nodes); k++ {
		n := m.nodes[k]
		out = append(out, n)
		for n.kind == kDate && n.day > 0 && n.month > 0 && (k+1 == len(m.nodes) || m.nodes[k+1].from > n.to+1) && !n.hasYear {
			far, ok := m.farDay(n)
			if !ok {
				break
			}
			for k+1 < len(m.nodes) && m.nodes[k+1].from < far.to {
				k++ // the year behind it is a part of it
			}
			out = append(out, far)
			n = far
		}
		if n.hasYear && !m.nodes[k].hasYear || n.hasYear && n.from != m.nodes[k].from {
			shareBack(out, n)
		}
	}
	m.nodes = out
	for k := 0; k+1 < len(out); k++ {
		a, b := &out[k], &out[k+1]
		if a.end || b.from != a.to+1 || !datelike(*a) || !datelike(*b) || m.toks[a.to].gap || m.toks[b.from].gap {
			continue
		}
		from := m.is(a.from-1, "from", "between") || m.is(a.from-2, "from", "between")
		switch {
		case m.is(a.to, "-", "—", "/"), m.is(a.to, "to", "until", "till", "through"):
		case m.is(a.to, "and") && (m.is(a.from-1, "between") || m.is(a.from-2, "between")):
		default:
			continue
		}
		if m.is(a.to, "to", "until", "till") && !from && (a.hasYear || !b.hasYear) && a.day == 0 && a.kind != kDate && a.part == "" {
			continue
		}
		a.pair, b.pair, b.end = k+2, k+1, true
		if a.month == 0 && a.hasYear && b.hasYear && signed(*b) < signed(*a) {
			a.pair, b.pair, b.end = 0, 0, false
		}
	}
}

// shareBack gives the days of one list, "May 3, 4 and 5, 2013", the year of
// the last.
func shareBack(list []node, last node) {
	for i := len(list) - 2; i >= 0 && list[i].kind == kDate && list[i].month == last.month && list[i].day > 0 && !list[i].hasYear && list[i].to+2 >= list[i+1].from-1; i-- {
		list[i].year, list[i].hasYear, list[i].bce = last.year, true, last.bce
	}
}

// signed is the year of a node, less for earlier ones.
func signed(n node) int {
	if n.bce {
		return -n.year
	}
	return n.year
}

func datelike(n node) bool {
	return n.kind == kDate || n.kind == kWeekday || n.kind == kClock || n.kind == kShift && n.unit >= lexicon.Day
}

// farDay reads the number behind "June 3 to" or "May 4 and".
func (m *matcher) farDay(n node) (node, bool) {
	j := n.to
	list := m.is(j, ",") && (m.is(j+2, "and", "or") || m.is(j+2, ",") && m.num(j+3, 2) > 0) // "March 17, 18 and 19"
	if !list && !m.is(j, "-", "to", "and", "or", "until", "through", "&", "/") || !m.joined(j) || !m.joined(j+1) {
		return node{}, false
	}
	day, to := m.dayNumber(j + 1)
	if day <= n.day || m.class(j+1) != number || !dayExists(2000, n.month, day) || m.quantity(to, j+1) || m.countable(to) || m.month(to) > 0 || m.is(to, "st", "nd", "rd", "th") {
		return node{}, false
	}
	if m.class(n.to-1) != number || m.toks[n.to-1].n != n.day { // the month stood behind the day
		if !m.glued(j) && !m.is(j, "and") {
			return node{}, false
		}
		if m.is(j, "and") {
			return node{}, false
		}
	}
	far := node{month: n.month, day: day, from: j + 1, to: to}
	m.addYear(&far, false)
	return far, true
}
