package timex

import "dateline/data/lexicon"

// node is an expression as it stands, before it has a value.
type node struct {
	from, to int // tokens [from, to)
	kind     kind

	// of calendar dates
	year                int
	hasYear, bce        bool
	month, day, weekday int
	season              int // 1 spring to 4 winter
	quarter, half       int
	scale               int // 10 or 100 for a decade or a century, year being its first
	holiday             string
	inWeek              bool // a weekday of the week that shift says: "Friday last week"
	unclear             bool // day and month can be either way
	short               bool // the year was told in two digits

	mod    modifier
	approx bool
	part   string // of the day: "MO"
	clock  clock

	// of shifts from a day: "two weeks ago", "the next day", "last year"
	base  base
	unit  lexicon.Unit
	n     float64 // -1 for "several"
	shift int     // -1, 0 or 1

	prep  prep
	pair  int // index of the other end of a range plus one; 0 for none
	end   bool
	typ   Type   // of kinds whose value is fixed
	value string // of kinds whose value is fixed
}

type kind uint8

const (
	kDate    kind = iota // fields of the calendar, the year maybe missing
	kWeekday             // "Friday", "last Friday"
	kShift               // so many units from a base; with n 0 the unit that holds the base
	kPartOf              // "earlier this week", "later that year"
	kSpan                // "the past two weeks": up to the base
	kPart                // "in the morning"
	kClock               // "14:30"
	kFixed               // durations, sets, "now"
)

type base uint8

const (
	toAnchor  base = iota // counted from the day of publication: "yesterday"
	toContext             // counted from the date told last: "the next day"
	byMode                // from either, as the mode says: "last year"
)

type modifier uint8

const (
	whole modifier = iota
	early
	middle
	late
	firstHalf
	secondHalf
)

type prep uint8

const (
	noPrep prep = iota
	since
	until
	before
	after
)

// clock is a time of day.
type clock struct {
	set          bool
	hour, minute int
	zone         string // "Z", "-05", "" if not told
}

// matcher finds nodes in tokens.
type matcher struct {
	text   string
	toks   []token
	caps   bool // all in capitals: capitals tell nothing
	nodes  []node
	roles  map[string]role
	feasts []feast

	nextTime int // the first word of time at or after where it was last asked for
}

func newMatcher(text string) *matcher {
	return &matcher{text: text, toks: tokenise(text), caps: isUpperCase(text), roles: roles(), feasts: feasts(), nextTime: -1}
}

func (m *matcher) low(i int) string {
	if i < 0 || i >= len(m.toks) {
		return ""
	}
	return m.toks[i].low
}

func (m *matcher) class(i int) class {
	if i < 0 || i >= len(m.toks) {
		return sign
	}
	return m.toks[i].class
}

// num is the number at i if it has at most max digits; -1 otherwise.
func (m *matcher) num(i, max int) int {
	if i < 0 || i >= len(m.toks) || m.toks[i].class != number || m.toks[i].end-m.toks[i].start > max {
		return -1
	}
	return m.toks[i].n
}

func (m *matcher) digits(i int) int {
	if m.class(i) != number {
		return 0
	}
	return m.toks[i].end - m.toks[i].start
}

func (m *matcher) is(i int, words ...string) bool {
	s := m.low(i)
	if s == "" {
		return false
	}
	for _, w := range words {
		if s == w {
			return true
		}
	}
	return false
}

// joined reports whether token i follows its predecessor without a gap.
func (m *matcher) joined(i int) bool { return i > 0 && i < len(m.toks) && !m.toks[i].gap }

func (m *matcher) glued(i int) bool { return i > 0 && i < len(m.toks) && m.toks[i].glued }

// capital reports whether the word at i begins with a capital letter that
// tells something.
func (m *matcher) capital(i int) bool {
	return i >= 0 && i < len(m.toks) && m.toks[i].upper && !m.caps
}

// starts reports whether token i begins a sentence.
func (m *matcher) starts(i int) bool {
	return i == 0 || m.toks[i].gap || m.is(i-1, ".", "!", "?", "\"", "“", "”", ":", "•")
}

// run matches all of the text.
func (m *matcher) run() {
	for i := 0; i < len(m.toks); {
		if !m.mayStart(i) {
			i++
			continue
		}
		best, ok := m.best(i)
		if !ok {
			i++
			continue
		}
		best.prep = m.prepBefore(best.from)
		m.nodes = append(m.nodes, best)
		i = best.to
	}
	m.pairRanges()
}

// mayStart passes over the words that begin no expression, which are most. The
// commonest of those that can begin one do so only with a word of time near.
func (m *matcher) mayStart(i int) bool {
	t := &m.toks[i]
	switch t.class {
	case number:
		return true
	case sign:
		return t.low == "'"
	}
	role := m.roles[t.low]
	switch {
	case role&begins != 0, role&capital != 0 && t.upper:
		return true
	case role&beginsNear != 0:
		return m.timeNear(i + 1)
	}
	return false
}

// reach is how many words an expression can have before its first word of time.
const reach = 8

// timeNear reports whether a word of time or a number stands at token i or
// soon after it.
func (m *matcher) timeNear(i int) bool {
	if m.nextTime < i {
		for m.nextTime = i; m.nextTime < len(m.toks); m.nextTime++ {
			if t := &m.toks[m.nextTime]; t.class == number || t.class == word && m.roles[t.low]&ofTime != 0 {
				break
			}
		}
	}
	return m.nextTime < i+reach && m.nextTime < len(m.toks)
}

// best is the longest expression at i. Nothing is longer than a few tokens.
func (m *matcher) best(i int) (node, bool) {
	var best node
	ok := false
	for _, f := range [...]func(*matcher, int) (node, bool){
		(*matcher).modified, (*matcher).dated, (*matcher).timed, (*matcher).shifted, (*matcher).counted, (*matcher).set, (*matcher).reference,
	} {
		if n, found := f(m, i); found && n.to > i && (!ok || n.to > best.to) && m.inOneParagraph(i, n.to) {
			n.from = i
			best, ok = n, true
		}
	}
	return best, ok
}

func (m *matcher) inOneParagraph(from, to int) bool {
	for i := from + 1; i < to; i++ {
		if m.toks[i].gap {
			return false
		}
	}
	return true
}

// prepBefore reads the preposition that bounds a date.
func (m *matcher) prepBefore(i int) prep {
	for j := i - 1; j >= 0 && j >= i-3 && !m.toks[j+1].gap; j-- {
		switch m.low(j) {
		case "since":
			return since
		case "until", "till", "by":
			return until
		case "before":
			return before
		case "after":
			return after
		case "the", "at", "about", "around", "least", "on", "late", "early":
			continue
		case "to":
			if m.is(j-1, "prior", "up") {
				return until
			}
		}
		break
	}
	return noPrep
}
