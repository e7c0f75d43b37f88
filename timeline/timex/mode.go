package timex

import "dateline/data/lexicon"

// narrative decides from the text whether relative words are counted from the
// date told last, as histories do, or from the day of publication, as news
// does. Words that only make sense from today speak for news, dates with
// their year for a narrative.
func (m *matcher) narrative(opt Options) bool {
	switch opt.Mode {
	case News:
		return false
	case Narrative:
		return true
	}
	dated, deictic := 0, 0
	for _, n := range m.nodes {
		switch n.kind {
		case kDate:
			if n.hasYear && n.scale == 0 {
				dated++ // a year alone stands in much news too
				if n.month > 0 {
					dated += 3
				}
			}
			if n.value != "" {
				deictic++
			}
		case kWeekday:
			deictic += 2
		case kShift, kPartOf:
			if n.base == toAnchor {
				deictic += 3
			} else if n.base == byMode && n.unit <= lexicon.Month {
				deictic += 2
			}
		}
	}
	return dated >= 12 && deictic*4 < dated
}

// tense looks for the verb around an expression: -1 for the past, 1 for the
// future, 0 where nothing tells.
func (m *matcher) tense(n node) int {
	passive := 0
	for i, steps := n.from-1, 0; i >= 0 && steps < 14 && !m.toks[i+1].gap && !m.stops(i); i, steps = i-1, steps+1 {
		if t := m.verb(i); t != 0 {
			if t < 0 && m.is(i-1, "be", "been", "being", "not", "stay", "stays", "remain", "remains") {
				continue
			}
			return t
		}
		if m.is(i, "be") {
			passive = 1
		}
	}
	if passive != 0 {
		return 1
	}
	for i, steps := n.to, 0; i < len(m.toks) && steps < 14 && !m.toks[i].gap && !m.stops(i); i, steps = i+1, steps+1 {
		if t := m.verb(i); t != 0 {
			return t
		}
	}
	return 0
}

// stops reports whether a sentence ends at token i; the full stops of "a.m."
// end none.
func (m *matcher) stops(i int) bool {
	if m.is(i, ".") && (m.is(i-1, "a", "p") && m.is(i+1, "m") || m.is(i-1, "m") && m.is(i-2, ".") && m.is(i-3, "a", "p") && i+1 < len(m.toks) && !m.capital(i+1)) {
		return false
	}
	if m.is(i, ".") && m.glued(i) && m.class(i-1) == word && (m.month(i-1) > 0 && m.class(i+1) == number || m.cutShort(i-1)) {
		return false
	}
	return m.is(i, ".", "!", "?", ";")
}

// cutShort reports whether token i is written with a full stop within a
// sentence: an initial or a title before a name.
func (m *matcher) cutShort(i int) bool {
	return m.capital(i) && m.capital(i+2) && (len(m.low(i)) == 1 ||
		m.is(i, "mr", "mrs", "ms", "dr", "gen", "col", "lt", "sen", "rep", "gov", "st", "maj", "capt", "sgt", "brig", "adm", "prof", "rev"))
}

// verb is the tense that a word tells.
func (m *matcher) verb(i int) int {
	if m.class(i) != word {
		return 0
	}
	w := m.low(i)
	switch w {
	case "will", "shall", "ll", "must", "should", "can", "may", "plans", "plan", "hopes", "expects", "intends", "scheduled", "due", "expected", "planned", "set",
		"upcoming", "deadline", "would", "could", "might", "wants":
		if (w == "may" || w == "plan" || w == "set") && (m.toks[i].upper || w != "may" && !m.is(i+1, "to", "for")) {
			return 0
		}
		return 1
	case "begins", "starts", "opens", "arrives", "expires", "resumes", "convenes", "departs", "meets", "begin", "resume", "expire", "ends", "returns", "reopens",
		"closes", "plays", "hosts", "travels", "visits", "flies", "launches", "publishes":
		return 1 // the present of plans
	case "open", "start", "end", "close":
		if (isPlural(m.low(i-1)) || m.is(i-1, "and")) && m.is(i+1, "on", "at", "next") {
			return 1 // "polls open on Sunday"
		}
		return 0
	case "is", "are":
		if m.is(i+1, "on", "for", "forecast") {
			return 1 // "the vote is on Sunday"
		}
		return 0
	case "runs", "run":
		if m.is(i+1, "from", "until", "through", "to") {
			return 1
		}
		return 0
	case "takes", "take", "goes", "go":
		if m.is(i+1, "effect", "place") || m.is(i+1, "to") && m.is(i+2, "the") && m.is(i+3, "polls") {
			return 1
		}
		return 0
	case "to":
		if m.is(i-1, "is", "are", "due", "going", "ready", "plans", "wants") {
			return 1
		}
		return 0
	case "said", "told", "was", "were", "did", "had", "has", "have", "took", "fell", "began", "came", "went", "saw", "made", "gave", "broke", "fought", "shot", "hit",
		"struck", "met", "won", "lost", "left", "held", "drove", "fled", "blew", "rose", "ran", "sent", "spoke", "wrote", "kept", "led", "brought", "found", "killed", "withdrew":
		return -1
	case "ed", "red", "need", "united", "indeed", "armed", "bed", "shed", "hundred", "wed", "feed", "seed", "speed", "red-":
		return 0
	}
	if len(w) > 4 && w[len(w)-2:] == "ed" && !(m.toks[i].upper && !m.caps) {
		return -1
	}
	return 0
}
