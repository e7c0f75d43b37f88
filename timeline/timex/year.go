package timex

import "dateline/data/lexicon"

// yearAlone matches a number that is a year, and 490 BC.
func (m *matcher) yearAlone(i int) (node, bool) {
	if m.is(i, "fiscal", "fy") || m.is(i, "ad") && m.toks[i].upper {
		j := i + 1
		if m.is(j, "year") {
			j++
		}
		if y := m.num(j, 4); y > 0 && (m.digits(j) == 4 || m.is(i, "ad")) {
			return node{to: j + 1, year: y, hasYear: true, approx: m.is(i, "fiscal", "fy")}, true
		}
	}
	if m.is(i, "'") && m.digits(i+1) == 2 && m.glued(i+1) && !m.glued(i) && !m.is(i+2, "s", "'") {
		if v := m.toks[i+1].n; m.is(i-1, "in", "of", "since", "summer", "spring", "fall", "autumn", "winter", "and", "to", "by", "until", "late", "early", "from") && v > 0 {
			return node{to: i + 2, year: twoDigitYear(v), hasYear: true, short: true}, true
		}
	}
	y := m.num(i, 4)
	if y <= 0 || m.glued(i) && m.is(i-1, ".", ",", "$", "€", "£", "#", "-", "/", ":") && !m.yearRangeBefore(i) && !(m.is(i-1, "-") && m.class(i-2) == number && m.isBCE(i+1)) && !(m.is(i-1, "-") && m.is(i-2, "mid", "early", "late", "pre", "post")) {
		return node{}, false
	}
	if m.is(i+1, "-") && m.glued(i+1) && m.num(i+2, 4) > 0 && m.num(i+2, 4) < y && m.isBCE(i+3) { // 264-241 BC
		return node{to: i + 1, year: y, hasYear: true, bce: true}, true
	}
	if m.isBCE(i + 1) {
		return node{to: m.pastEra(i + 1), year: y, hasYear: true, bce: true}, true
	}
	if m.digits(i) >= 2 && m.is(i+1, "ad", "ce") && m.isEra(i+1) {
		return node{to: i + 2, year: y, hasYear: true}, true
	}
	if m.digits(i) == 2 && m.yearRangeBefore(i) {
		// the end of 2007-08
		before := m.toks[i-2].n
		if y := before/100*100 + y; y > before && y < before+20 && !m.is(i+1, "-") {
			return node{to: i + 1, year: y, hasYear: true}, true
		}
		return node{}, false
	}
	if m.digits(i) != 4 || y < 1000 || y > 2100 || !m.looksYear(i, y) {
		return node{}, false
	}
	n := node{to: i + 1, year: y, hasYear: true}
	if s := lexicon.Season(m.low(i + 1)); s > 0 && !m.is(i+1, "fall", "spring") {
		n.season, n.to = s, i+2 // "1982 summer"
	}
	return n, true
}

func (m *matcher) yearRangeBefore(i int) bool {
	return m.is(i-1, "-", "/", "—") && m.digits(i-2) == 4 && m.toks[i-2].n >= 1000 && m.toks[i-2].n < 2100
}

// looksYear decides whether four digits from 1000 to 2100 are a year.
func (m *matcher) looksYear(i, y int) bool {
	next := i + 1
	if m.glued(next) {
		switch m.low(next) {
		case "%", "°", "s":
			return false
		case ":":
			if m.class(next+1) == number && m.glued(next+1) {
				return false
			}
		case ",", ".":
			if m.class(next+1) == number && m.glued(next+1) {
				return false
			}
		case "-", "/":
			if m.class(next+1) == word && m.glued(next+1) && !m.is(next+1, "present", "to") && isMeasure(m.low(next+1)) {
				return false
			}
		default:
			if m.class(next) == word {
				return false // 2000m
			}
		}
	}
	if isMeasure(m.low(next)) || m.is(i-1, "at", "copyright", "©", "than", "$", "€", "£", "resolution", "flight", "route", "highway", "no", "number", "order", "law", "article",
		"section", "unit", "room", "channel", "boeing", "windows", "decree", "mark", "model", "convention", "type", "paragraph", "chapter", "page", "code", "hill", "point", "height", "us", "nearly", "almost", "over", "approximately", "roughly", "some", "least", "most", "only", "extra", "additional", "another", "all", "these", "those") {
		return false
	}
	if m.is(i-1, ".") && m.is(i-2, "no", "nos") {
		return false
	}
	if m.is(i-1, ".") && m.is(i-2, "c", "ca") && !m.countable(next) {
		return true
	}
	if m.is(i-1, "in", "since", "until", "till", "during", "early", "late", "mid", "year", "summer", "spring", "autumn", "fall", "winter", "(", "of", "after", "before", "by", "between", "circa", "from", "christmas", "election", "elections") {
		// "in 1991 rebels", but "of 2000 men"
		return !m.is(i-1, "of", "by", "from", "between", "after", "before") || !m.countable(next)
	}
	if m.is(i-1, "and", "to") && m.digits(i-2) == 4 && m.is(i-3, "between", "from") {
		return true
	}
	if y < 1500 {
		return m.is(i-1, "the", "to", "and", "-") && !m.countable(next) || m.yearRangeBefore(i)
	}
	if m.is(i-1, "the", "its", "their", "his", "s", "that") || m.yearRangeBefore(i) || m.is(i-1, "a", "an") && y < 2050 && m.countable(next) && !isPlural(m.low(next)) {
		return true
	}
	if m.class(i-1) == word && m.capital(i-1) && !m.starts(i-1) && m.month(i-1) == 0 && lexicon.WeekdayOf(m.low(i-1)) == 0 && y > 2030 {
		return false
	}
	return !m.countable(next)
}

// countable reports whether the word at i reads as a thing that is counted:
// a word in small letters that is not a word of grammar.
func (m *matcher) countable(i int) bool {
	if m.class(i) != word || !m.joined(i) || m.capital(i) || m.verb(i) != 0 {
		return false
	}
	switch m.low(i) {
	case "and", "or", "to", "in", "on", "at", "by", "the", "a", "an", "when", "with", "after", "before", "until", "that", "which", "who", "as", "but",
		"for", "from", "was", "were", "is", "are", "had", "has", "have", "he", "she", "they", "it", "there", "where", "while", "because", "of", "onwards",
		"onward", "through", "during", "would", "will", "led", "saw", "also", "alone", "under", "between", "his", "its", "their", "however", "although",
		"only", "left", "over", "into", "following", "against", "despite", "did", "this", "these", "if", "since", "so", "not", "without", "marked", "brought",
		"ended", "began", "resulted", "election", "elections", "war", "invasion", "due", "more", "many", "most", "some", "about",
		"near", "begins", "starts", "ends", "around", "along", "inside", "outside", "across", "toward", "towards", "amid", "within", "throughout", "upon", "off", "behind", "again", "both",
		"later", "earlier", "then", "i", "you", "him", "them", "her", "what", "all", "no", "any", "each", "every", "other":
		return false
	}
	return true
}

// isPlural guesses from the ending.
func isPlural(w string) bool {
	return len(w) > 3 && w[len(w)-1] == 's' && w[len(w)-2] != 's' && w[len(w)-2] != 'u'
}

func isMeasure(w string) bool {
	switch w {
	case "km", "kilometers", "kilometres", "miles", "mile", "m", "metres", "meters", "feet", "ft", "kg", "tons", "tonnes", "people", "men", "women",
		"soldiers", "troops", "civilians", "fighters", "prisoners", "dead", "wounded", "casualties", "deaths", "dollars", "euros", "pounds", "percent", "per",
		"million", "billion", "thousand", "families", "houses", "homes", "refugees", "tanks", "vehicles", "aircraft", "guns", "hectares", "acres", "residents",
		"inhabitants", "villagers", "members", "hours", "hrs", "rounds", "rpm", "gmt", "utc", "edt", "est", "barrels", "square", "yards", "cc", "strong", "mm", "tanker",
		"man", "person", "member", "bed", "seat", "foot", "ton", "pound", "metre", "meter", "kilometre", "kilometer", "yard", "acre", "officers", "policemen", "guards", "militants", "rebels", "insurgents", "times":
		return w != "rebels" && w != "militants" && w != "insurgents"
	}
	return false
}
