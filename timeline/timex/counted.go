package timex

import (
	"strconv"

	"dateline/data/lexicon"
)

// amount is a count of units: "three weeks", "several days", "24-year".
type amount struct {
	n      float64 // -1 for "several"
	unit   lexicon.Unit
	to     int
	plural bool
	bare   bool // without a count: "days"
	one    bool // "a year"
}

// amountAt reads an amount.
func (m *matcher) amountAt(i int) (amount, bool) {
	j := i
	for m.is(j, "more", "less", "over", "nearly", "almost", "about", "around", "at", "roughly", "approximately", "only", "just", "some", "up", "under", "fewer", "another", "well", "barely", "little", "within") {
		switch {
		case m.is(j, "more", "less", "fewer") && m.is(j+1, "than"), m.is(j, "at") && m.is(j+1, "least", "most"), m.is(j, "up") && m.is(j+1, "to"), m.is(j, "well", "little") && m.is(j+1, "over", "under"):
			j += 2
		case m.is(j, "at", "up", "more", "less", "fewer", "well", "little", "within"):
			return amount{}, false
		case m.is(j, "some") && m.unitAt(j+1):
			u, _ := lexicon.UnitOf(m.low(j + 1))
			return amount{n: -1, unit: u, to: j + 2, plural: true}, m.plural(j + 1)
		default:
			j++
		}
	}
	a := amount{}
	switch {
	case m.class(j) == number:
		n, next := m.longNumber(j)
		if m.glued(j) && m.is(j-1, ".", ",", "$", "€", "£", "/", "-", ":") {
			return a, false
		}
		a.n, j = n, next
		if m.is(j, "to", "-", "or") && m.class(j+1) == number && m.class(j+2) != number {
			a.n, j = m.longNumber(j + 1) // "10 to 15 years": the upper one
		}
		if m.is(j, "and") && m.is(j+1, "a") && m.is(j+2, "half") {
			a.n, j = a.n+0.5, j+3
		}
	case m.is(j, "a", "an") && m.is(j+1, "few", "couple", "number", "dozen", "hundred", "half", "single", "full", "whole", "further", "mere"):
		a.n, j = -1, j+2
		switch m.low(j - 1) {
		case "couple":
			a.n = 2
		case "dozen":
			a.n = 12
		case "hundred":
			a.n = 100
		case "half":
			a.n = 0.5
		case "single", "full", "whole", "further", "mere":
			a.n = 1
		}
		if m.is(j, "of") {
			j++
		}
		if m.is(j, "more") {
			j++
		}
	case m.is(j, "several", "few", "many", "numerous", "some", "recent", "countless"):
		a.n, j = -1, j+1
		if m.is(j, "more") {
			j++
		}
	case m.is(j, "half") && m.is(j+1, "a", "an"):
		a.n, j = 0.5, j+2
	case m.is(j, "a", "an"):
		a.n, a.one, j = 1, true, j+1
	case m.is(j, "dozens", "hundreds", "thousands", "scores") && m.is(j+1, "of"):
		a.n, j = -1, j+2
	default:
		n, next := m.numberWords(j)
		if next == j {
			a.n, a.bare = -1, true
			break
		}
		a.n, j = float64(n), next
		if m.is(j, "to", "or", "-") {
			if n, next := m.numberWords(j + 1); next > j+1 {
				a.n, j = float64(n), next
			}
		}
		if m.is(j, "and") && m.is(j+1, "a") && m.is(j+2, "half") {
			a.n, j = a.n+0.5, j+3
		}
	}
	hyphen := m.is(j, "-")
	if hyphen {
		if !m.glued(j) {
			return a, false
		}
		j++
	}
	if !a.bare && m.is(j, "consecutive", "long", "straight", "full", "whole", "more", "other", "additional", "successive", "further", "or", "bloody", "previous", "solid") && m.unitAt(j+1) {
		j++
	}
	u, plural := lexicon.UnitOf(m.low(j))
	if u == lexicon.NoUnit || u == lexicon.Weekend || u == lexicon.Quarter || m.is(j, "night") && !hyphen && a.one {
		return a, false
	}
	a.unit, a.plural, a.to = u, plural, j+1
	if a.bare && (!plural || hyphen) || !a.bare && !plural && !hyphen && a.n != 1 && a.n != 0.5 && a.n != 1.5 {
		if a.bare || u == lexicon.Second || u == lexicon.Month && a.n < 0 || !m.is(i-1, "the", "a", "this") && !m.toks[j].upper && !m.is(j+1, "-") {
			return a, false
		}
	}
	if u == lexicon.Second && !plural && (a.one || a.n == 1) {
		return a, false
	}
	if m.is(a.to, "and") && m.is(a.to+1, "a") && m.is(a.to+2, "half") {
		a.n, a.to = a.n+0.5, a.to+3
	}
	if m.is(a.to, "-") && m.glued(a.to) && m.is(a.to+1, "long", "old") {
		a.to += 2
	}
	return a, true
}

func (m *matcher) unitAt(i int) bool {
	u, _ := lexicon.UnitOf(m.low(i))
	return u != lexicon.NoUnit
}

func (m *matcher) plural(i int) bool {
	_, p := lexicon.UnitOf(m.low(i))
	return p
}

// longNumber reads 1,460 and 1.5.
func (m *matcher) longNumber(i int) (float64, int) {
	n, j := float64(m.toks[i].n), i+1
	for m.is(j, ",") && m.glued(j) && m.digits(j+1) == 3 && m.glued(j+1) {
		n, j = n*1000+float64(m.toks[j+1].n), j+2
	}
	if m.is(j, ".") && m.glued(j) && m.digits(j+1) == 1 && m.glued(j+1) {
		n, j = n+float64(m.toks[j+1].n)/10, j+2
	}
	return n, j
}

// numberWords reads "forty", "twenty-four", "two hundred".
func (m *matcher) numberWords(i int) (n, to int) {
	v := lexicon.Number(m.low(i))
	if v < 0 {
		return 0, i
	}
	n, to = v, i+1
	if v >= 20 && v < 100 {
		j := to
		if m.is(j, "-") {
			j++
		}
		if d := lexicon.Number(m.low(j)); d >= 1 && d <= 9 && (j > to || m.class(j) == word) {
			n, to = v+d, j+1
		}
	}
	if m.is(to, "hundred", "thousand") {
		n, to = n*lexicon.Number(m.low(to)), to+1
	}
	return n, to
}

// counted matches durations and what is counted with them: "two weeks ago",
// "three days later", "the past ten years", "for several months".
func (m *matcher) counted(i int) (node, bool) {
	if n, ok := m.span(i); ok {
		return n, true
	}
	if m.is(i, "moments", "shortly", "soon") {
		return node{}, false
	}
	a, ok := m.amountAt(i)
	if !ok {
		return node{}, false
	}
	n := node{kind: kShift, unit: a.unit, n: a.n, to: a.to}
	j := a.to
	if m.is(j, "or") && m.is(j+1, "so", "more") {
		j += 2
	}
	switch {
	case m.is(j, "ago"):
		n.shift, n.base, n.to = -1, toAnchor, j+1
		return n, true
	case m.is(j, "earlier", "previously") || m.is(j, "before") && !m.determined(j+1) && m.class(j+1) != number && m.month(j+1) == 0:
		n.shift, n.base, n.to = -1, toContext, j+1
		return n, true
	case m.is(j, "later", "afterwards", "afterward", "thereafter") || m.is(j, "after") && !m.determined(j+1) && m.class(j+1) != number && m.month(j+1) == 0:
		n.shift, n.base, n.to = 1, toContext, j+1
		return n, true
	case m.is(j, "from") && m.is(j+1, "now", "today"):
		n.shift, n.base, n.to = 1, toAnchor, j+2
		return n, true
	}
	if a.one && !m.oneIsDuration(i, a) {
		if a.unit >= lexicon.Day && m.isRate(i) {
			return node{kind: kFixed, typ: Set, value: duration(1, a.unit), to: a.to}, true
		}
		return node{}, false
	}
	if a.bare && !(a.unit >= lexicon.Week && m.is(j, "of") && m.class(j+1) == word) && (!m.is(i-1, "for", "in", "within", "of", "lasted", "lasting", "took", "after", "take", "last", "are", "and", "over", "until", "recent") || a.unit < lexicon.Minute || m.is(i-1, "of", "after", "and", "over", "are") && a.unit < lexicon.Week && !m.is(j, "of")) {
		return node{}, false
	}
	if a.n > 0 && a.unit >= lexicon.Day && m.is(j, "of") && m.is(j+1, "age") {
		j += 2
		n.to = j
	}
	if m.is(a.to-1, "nights") || m.is(a.to-1, "night") {
		n.unit = lexicon.Day
	}
	typ := Duration
	if m.is(i-1, "every", "per") {
		typ = Set
	}
	return node{kind: kFixed, typ: typ, value: duration(a.n, n.unit), to: n.to}, true
}

// oneIsDuration decides whether "a year" is a length of time.
func (m *matcher) oneIsDuration(i int, a amount) bool {
	if m.low(i) != "a" && m.low(i) != "an" { // "over a year", "about a month"
		return true
	}
	return m.is(i-1, "for", "in", "within", "after", "lasted", "took", "than", "nearly", "almost", "about", "over", "half", "take", "spent", "of", "once") || m.is(a.to, "of", "-", "long") || m.is(a.to, "after", "before") && m.determined(a.to+1) || a.to > i+2
}

// isRate reports whether "a day" at i follows a count: "40 people a day".
func (m *matcher) isRate(i int) bool {
	w := m.low(i - 1)
	return m.class(i-1) == number || m.class(i-1) == word && len(w) > 3 && w[len(w)-1] == 's' && w[len(w)-2] != 's' || m.is(i-1, "million", "billion", "people", "percent", "%", "once", "twice", "men", "month", "week")
}

// span matches "the past two weeks", "in the last few days", "recent days",
// "the next three months".
func (m *matcher) span(i int) (node, bool) {
	j := i
	if m.is(j, "the") {
		j++
	}
	n := node{kind: kSpan, base: byMode, shift: -1}
	switch m.low(j) {
	case "past", "last", "previous", "preceding":
	case "next", "coming", "following":
		n.shift = 1
	case "recent":
		if u, plural := lexicon.UnitOf(m.low(j + 1)); plural {
			n.unit, n.n, n.to = u, -1, j+2
			return n, true
		}
		return node{}, false
	case "first", "final":
		a, ok := m.amountAt(j + 1)
		if !ok || a.bare || a.one {
			return node{}, false
		}
		return node{kind: kFixed, typ: Duration, value: duration(a.n, a.unit), to: a.to}, true
	default:
		// "the four previous weeks", "the same 28-day period"
		if j > i {
			if a, ok := m.amountAt(j); ok && !a.bare && !a.one {
				return node{kind: kFixed, typ: Duration, value: duration(a.n, a.unit), to: a.to}, true
			}
		}
		return node{}, false
	}
	if m.is(j, "following", "preceding", "previous") {
		n.base = toContext
	}
	j++
	a, ok := m.amountAt(j)
	if !ok || a.one || a.bare && !a.plural {
		return node{}, false
	}
	n.unit, n.n, n.to = a.unit, a.n, a.to
	if m.is(n.to, "or") && m.is(n.to+1, "so") {
		n.to += 2
	}
	return n, true
}

// duration is the TIMEX3 value of an amount: P3W, PT20M, PXD, P2DE.
func duration(n float64, u lexicon.Unit) string {
	if n != float64(int(n)) && (u == lexicon.Century || u == lexicon.Decade) {
		n, u = wholeUnits(n, u) // half a century is fifty years
	}
	count := "X"
	if n >= 0 {
		count = strconv.FormatFloat(n, 'f', -1, 64)
	}
	switch u {
	case lexicon.Second:
		return "PT" + count + "S"
	case lexicon.Minute:
		return "PT" + count + "M"
	case lexicon.Hour:
		return "PT" + count + "H"
	case lexicon.Day, lexicon.Weekend:
		return "P" + count + "D"
	case lexicon.Week:
		return "P" + count + "W"
	case lexicon.Month:
		return "P" + count + "M"
	case lexicon.Quarter:
		return "P" + count + "Q"
	case lexicon.Decade:
		return "P" + count + "DE"
	case lexicon.Century:
		return "P" + count + "CE"
	}
	return "P" + count + "Y"
}
