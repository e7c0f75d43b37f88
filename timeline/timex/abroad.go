package timex

import (
	"strings"

	"dateline/data/lexicon"
)

// dayAbroad matches a date with the month in another language, day being read
// and the rest beginning at j: "14 juin 2014", "14. Juni 2014", "14 de junio de
// 2014", "14 июня 2014 года".
func (m *matcher) dayAbroad(day, j int) (node, bool) {
	if m.is(j, ".", "er", "º", "°") && m.glued(j) {
		j++
	}
	if m.is(j, "de", "ـ") {
		j++
	}
	mon := 0
	if m.class(j) == word {
		mon = lexicon.MonthAbroad(m.low(j))
	}
	if mon == 0 || !m.joined(j) || !dayExists(2000, mon, day) || lexicon.MonthOf(m.low(j)) > 0 && m.is(j-1, "de") {
		return node{}, false
	}
	if lexicon.MonthOf(m.low(j)) > 0 && !m.is(j-1, ".") {
		return node{}, false // also English, and read as that
	}
	n := node{month: mon, day: day, to: j + 1}
	m.yearAbroad(&n)
	return n, true
}

// yearAbroad reads the year behind a month.
func (m *matcher) yearAbroad(n *node) {
	k := n.to
	if m.is(k, ",", "de", "del", "do") {
		k++
	}
	if y, ok := m.yearDigits(k); ok && m.digits(k) == 4 && m.joined(k) {
		n.year, n.hasYear, n.to = y, true, k+1
	}
}

// monthAbroad matches a month in another language and a year: "juin 2014".
func (m *matcher) monthAbroad(i int) (node, bool) {
	if m.class(i) != word || lexicon.MonthOf(m.low(i)) > 0 {
		return node{}, false
	}
	mon := lexicon.MonthAbroad(m.low(i))
	if mon == 0 {
		return node{}, false
	}
	n := node{month: mon, to: i + 1}
	m.yearAbroad(&n)
	return n, n.hasYear
}

// weekdayAbroad matches a day of the week in another language, with the date
// behind it: "vendredi 13 juin 2014", "Freitag, 13. Juni".
func (m *matcher) weekdayAbroad(i int) (node, bool) {
	w := 0
	if m.class(i) == word {
		w = lexicon.WeekdayAbroad(m.low(i))
	}
	if w == 0 {
		return node{}, false
	}
	k := i + 1
	if m.is(k, ",") {
		k++
	}
	if m.is(k, "den", "el", "le") {
		k++
	}
	if d, next := m.dayNumber(k); d > 0 && m.class(k) == number && m.joined(k) {
		if n, ok := m.dayAbroad(d, next); ok {
			n.weekday = w
			return n, true
		}
	}
	return node{kind: kWeekday, weekday: w, to: i + 1}, true
}

// eastern matches 2014年6月14日 and its first parts; what follows the last sign
// in one word is left to the sentence.
func (m *matcher) eastern(i int) (node, bool) {
	sign := func(j int, s string) bool { return m.class(j) == word && m.glued(j) && strings.HasPrefix(m.low(j), s) }
	if m.digits(i) != 4 || m.toks[i].n < 1000 || m.toks[i].n >= 2200 || !sign(i+1, "年") && !sign(i+1, "년") {
		return node{}, false
	}
	n := node{year: m.toks[i].n, hasYear: true, to: i + 1}
	if m.low(i+1) != "年" && m.low(i+1) != "년" {
		return n, true
	}
	n.to = i + 2
	mon := m.num(i+2, 2)
	if mon < 1 || mon > 12 || !sign(i+3, "月") && !sign(i+3, "월") {
		return n, true
	}
	n.month, n.to = mon, i+3
	if m.low(i+3) != "月" && m.low(i+3) != "월" {
		return n, true
	}
	n.to = i + 4
	if day := m.num(i+4, 2); (sign(i+5, "日") || sign(i+5, "일")) && dayExists(n.year, mon, day) {
		n.day, n.to = day, i+5
		if m.low(i+5) == "日" || m.low(i+5) == "일" {
			n.to = i + 6
		}
	}
	return n, true
}
