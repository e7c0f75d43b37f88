package extract

import (
	"strings"

	"dateline/data/lexicon"
)

// tag is the part of speech of a token, as far as clauses need it.
type tag uint8

const (
	tagNoun tag = iota
	tagName
	tagNumber
	tagDet
	tagPossessive // "his", "'s"
	tagPronoun
	tagPrep
	tagSub // that, when, after, who, …
	tagConj
	tagAux
	tagModal
	tagNot
	tagTo
	tagVerb
	tagAdverb
	tagAdjective
	tagTime
	tagMark
)

// look fills in what the lexicon says of each word, before names are known.
func (r *reader) look() {
	for si := range r.sents {
		s := &r.sents[si]
		for i := s.from; i < s.to; i++ {
			t := &r.toks[i]
			if t.kind != word {
				continue
			}
			f := r.facts[t.low]
			t.verb, t.classes = f.verb, f.classes
			if n := len(t.low); t.verb.Forms == 0 && n > 5 && strings.HasSuffix(t.low, "ed") && len(t.classes) == 0 && !f.adj && !strings.Contains(t.low, "-") && !t.upper {
				t.verb = lexicon.Verb{Lemma: t.low[:n-2], Forms: lexicon.PastTense | lexicon.Participle}
			}
			if n := len(t.low); t.verb.Forms == 0 && n > 5 && strings.HasSuffix(t.low, "ing") && len(t.classes) == 0 && !t.upper && !r.known(t.low) && !strings.Contains(t.low, "-") {
				t.verb = lexicon.Verb{Lemma: t.low[:n-3], Forms: lexicon.Gerund}
			}
			if s.shout {
				t.upper = !f.known && !isNumber(t.low)
			}
		}
	}
}

// tagSentence gives each token its tag.
func (r *reader) tagSentence(s *sentence) {
	for i := s.from; i < s.to; i++ {
		t := &r.toks[i]
		switch {
		case t.kind == number:
			t.tag = tagNumber
		case t.kind == mark:
			t.tag = tagMark
			if len(t.low) > 1 && t.low[len(t.low)-1] == 's' {
				t.tag = tagPossessive
				if i > s.from && r.toks[i-1].tag == tagPronoun {
					t.tag = tagAux
				}
			}
		case t.entity > 0 || t.mention > 0:
			t.tag = tagName
		default:
			t.tag = r.tagWord(s, i)
		}
		if r.inBound(s, i) {
			t.tag = tagAdverb
		}
		if t.time > 0 && t.tag != tagPrep && t.tag != tagSub {
			t.tag = tagTime
		}
	}
}

// inBound reports whether a word belongs to a bound of a number: "at least
// 50", "more than 20", "as many as 300", "up to a dozen".
func (r *reader) inBound(s *sentence, i int) bool {
	at := func(j int, words ...string) bool { return j >= s.from && j < s.to && r.toks[j].is(words...) }
	num := func(j int) bool {
		if j >= s.to {
			return false
		}
		t := &r.toks[j]
		return t.kind == number || r.lex.Words["numword"][t.low] || r.lex.Words["vague"][t.low] || t.is("a", "half")
	}
	switch r.toks[i].low {
	case "between":
		return num(i+1) && at(i+2, "and") && num(i+3)
	case "at":
		return at(i+1, "least", "most")
	case "least", "most":
		return at(i-1, "at")
	case "more", "less", "fewer":
		return at(i+1, "than") && num(i+2)
	case "than":
		return at(i-1, "more", "less", "fewer") && num(i+1)
	case "as":
		return at(i+1, "many") && at(i+2, "as") || at(i-1, "many") && at(i-2, "as") && num(i+1)
	case "many":
		return at(i-1, "as") && at(i+1, "as")
	case "up":
		return at(i+1, "to") && num(i+2)
	case "to":
		return at(i-1, "up") && num(i+1)
	case "over", "under", "around", "about":
		return num(i+1) && !at(i+1, "a") && r.toks[i+1].time == 0 && (i == s.from || r.toks[i-1].tag != tagNoun)
	}
	return false
}

func (r *reader) tagWord(s *sentence, i int) tag {
	t := &r.toks[i]
	first := i == s.from || r.toks[i-1].kind == mark && !r.toks[i-1].is(",", "-", "'")
	closed := r.closed(t.low)
	if t.upper && !first && !s.shout && closed == tagNoun {
		return tagName
	}
	if t.low == "one" && r.countsOne(s, i) {
		return tagNumber
	}
	switch closed {
	case tagSub:
		if t.low == "that" && i > s.from && (r.toks[i-1].tag == tagPrep || r.toks[i-1].tag == tagConj) {
			return tagDet
		}
		if t.low == "so" && !(i+1 < s.to && r.toks[i+1].low == "that") {
			return tagAdverb
		}
		return tagSub
	case tagDet:
		if t.low == "that" && i > s.from && r.toks[i-1].tag != tagPrep {
			return tagSub
		}
		return tagDet
	case tagNoun:
	case tagPrep:
		if t.low == "like" && i > s.from && r.toks[i-1].tag == tagModal {
			return tagVerb
		}
		return closed
	case tagModal:
		if (t.low == "may" || t.low == "will") && t.upper && !first {
			return tagName
		}
		if t.low == "won" && !(i+1 < s.to && strings.HasSuffix(r.toks[i+1].low, "t") && len(r.toks[i+1].low) <= 3) {
			return tagVerb // not of "won't"
		}
		return closed
	case tagAdverb:
		if i > s.from && r.toks[i-1].low == "the" && r.lex.Words["compass"][t.low] {
			return tagNoun // "from the north"
		}
		if r.verbHere(s, i) && t.verb.Forms&(lexicon.Base|lexicon.Third) != 0 {
			return tagVerb
		}
		return tagAdverb
	default:
		return closed
	}
	if t.verb.Forms != 0 && r.verbHere(s, i) {
		return tagVerb
	}
	switch {
	case r.lex.Words["adj"][t.low] && !(len(t.classes) > 0 && r.closesPhrase(s, i)):
		return tagAdjective
	case len(t.classes) > 0 || r.lex.Events[t.low] != "":
		return tagNoun
	case t.upper && !first:
		return tagName
	case strings.HasSuffix(t.low, "ly") && len(t.low) > 4:
		return tagAdverb
	case t.verb.Forms&lexicon.Participle != 0 && t.verb.Forms&lexicon.Base == 0:
		return tagAdjective
	case t.upper && t.verb.Forms == 0:
		return tagName
	}
	return tagNoun
}

// countsOne reports whether "one" at token i counts somebody: "one woman".
func (r *reader) countsOne(s *sentence, i int) bool {
	for j := i + 1; j < min(s.to, i+3); j++ {
		t := &r.toks[j]
		if t.noun("people") || t.noun("armed") || t.noun("person") {
			return true
		}
		if !r.lex.Words["adj"][t.low] {
			return false
		}
	}
	return false
}

// closesPhrase reports whether what follows token i cannot be a noun, so that
// "the military" is one itself.
func (r *reader) closesPhrase(s *sentence, i int) bool {
	if i+1 >= s.to {
		return true
	}
	switch r.guess(&r.toks[i+1]) {
	case tagVerb, tagPrep, tagAux, tagModal, tagMark, tagSub, tagNot, tagConj, tagTo, tagPossessive:
		return true
	}
	return false
}

// verbHere decides whether a word that can be a verb is one.
func (r *reader) verbHere(s *sentence, i int) bool {
	t := &r.toks[i]
	f := t.verb.Forms
	if f == 0 {
		return false
	}
	p := i - 1
	for p >= s.from && (r.toks[p].tag == tagAdverb || r.toks[p].is("first", "all") && p > s.from && r.toks[p-1].tag == tagAux) {
		p-- // "had first taken"
	}
	prev := tagMark
	var pt *token
	if p >= s.from {
		pt = &r.toks[p]
		prev = pt.tag
	}
	next := tagMark
	var nt *token
	if i+1 < s.to {
		nt = &r.toks[i+1]
		next = r.guess(nt)
	}
	ambiguous := r.lex.Words["ambiguous"][t.low] || len(t.classes) > 0 || r.lex.Events[t.low] != ""
	if prev == tagVerb && f&(lexicon.Base|lexicon.Third) != 0 && f&(lexicon.PastTense|lexicon.Participle|lexicon.Gerund) == 0 && !pt.is("help", "helped", "let", "make", "made") {
		return false // "bombed positions"
	}
	switch prev {
	case tagModal, tagNot:
		return true
	case tagTo:
		return f&lexicon.Base != 0
	case tagAux:
		if pt.is("do", "does", "did") {
			return f&lexicon.Base != 0
		}
		if f&lexicon.Gerund != 0 && r.lex.Events[t.low] != "" && p-1 >= s.from && (r.toks[p-1].low == "there" || p-2 >= s.from && r.toks[p-2].low == "there") {
			return false // "there was shelling"
		}
		return f&(lexicon.Participle|lexicon.Gerund|lexicon.PastTense) != 0
	}
	nominal := prev == tagDet || prev == tagPossessive || prev == tagAdjective || prev == tagNumber && f&lexicon.Gerund == 0
	opens := next == tagDet || next == tagPronoun || next == tagName || next == tagPossessive || next == tagNumber || next == tagSub
	switch {
	case f&lexicon.Gerund != 0:
		switch {
		case nominal:
			return false
		case prev == tagPrep || prev == tagTo:
			return opens || next == tagAdjective || next == tagNoun && r.lex.Events[t.low] == ""
		case prev == tagSub:
			return next != tagPrep && next != tagMark
		case prev == tagMark:
			if next == tagVerb || next == tagAux || p < s.from && next == tagPrep && r.lex.Events[t.low] != "" {
				return false
			}
			return true
		case prev == tagVerb:
			return true
		case prev == tagConj:
			return opens || r.lex.Events[t.low] == ""
		}
		if prev == tagNoun && len(t.classes) > 0 {
			return next == tagDet || next == tagPossessive || next == tagPronoun // "a border crossing"
		}
		return opens || r.lex.Events[t.low] == ""
	case f&lexicon.Base == 0 && f&(lexicon.PastTense|lexicon.Participle) != 0:
		if nominal && pt.low != "one" {
			if next == tagNoun || next == tagName || next == tagAdjective || next == tagMark {
				return prev == tagNumber && next != tagNoun
			}
			return prev == tagNumber || next == tagTo || f&lexicon.Participle == 0
		}
		if r.lex.Words["adj"][t.low] && prev != tagNoun && prev != tagName && prev != tagPronoun && (next == tagNoun || next == tagName || next == tagAdjective) {
			return false
		}
		if prev == tagPrep && f&lexicon.PastTense != 0 && next == tagNoun {
			return false // "of displaced families"
		}
		return true
	case f&lexicon.PastTense != 0: // hit, cut, put
		if nominal && !(prev == tagNumber && (opens || next == tagPrep)) || prev == tagPrep {
			return false
		}
		return true
	case f&lexicon.Third != 0:
		if nominal || prev == tagPrep || prev == tagConj && ambiguous && !opens {
			return false
		}
		if prev == tagMark {
			return next == tagDet || next == tagName || next == tagNoun && !ambiguous
		}
		if ambiguous {
			for j := i - 1; j >= max(s.from, i-5); j-- {
				if r.toks[j].low == "there" {
					return false
				}
			}
			return opens && next != tagNumber && (prev == tagName || prev == tagPronoun || next == tagDet || next == tagSub || next == tagPronoun)
		}
		return true
	case f&lexicon.Base != 0:
		if nominal || prev == tagPrep || p < s.from {
			return false
		}
		if prev == tagPronoun {
			return !pt.is("it", "he", "she", "him", "her", "which", "one") || !ambiguous
		}
		if pt != nil && plural(pt) && (prev == tagNoun || prev == tagName || prev == tagSub) {
			return opens || next == tagTo || !ambiguous && len(t.classes) == 0 && r.lex.Events[t.low] == ""
		}
		if (prev == tagNoun || prev == tagName) && !ambiguous && r.speech(t.verb.Lemma) {
			return opens || next == tagNoun || next == tagAdjective // "rebels in X say they …"
		}
		if prev == tagConj || prev == tagMark {
			return opens && len(t.classes) == 0 && r.lex.Events[t.low] == ""
		}
		return false
	}
	return false
}

// guess is the likely tag of a word that is not tagged yet.
func (r *reader) guess(t *token) tag {
	switch {
	case t.kind == number:
		return tagNumber
	case t.kind == mark:
		if len(t.low) > 1 {
			return tagPossessive
		}
		if t.is("\"", "“", "'", "‘") {
			return tagDet
		}
		return tagMark
	case t.entity > 0 || t.mention > 0 || t.upper:
		if c := r.closed(t.low); c != tagNoun {
			return c
		}
		return tagName
	case t.time > 0:
		return tagTime
	}
	if c := r.closed(t.low); c != tagNoun {
		return c
	}
	if r.lex.Words["adj"][t.low] {
		return tagAdjective
	}
	if t.verb.Forms != 0 && len(t.classes) == 0 && !r.lex.Words["ambiguous"][t.low] && t.verb.Forms&(lexicon.PastTense|lexicon.Third) != 0 {
		return tagVerb
	}
	return tagNoun
}

// plural reports whether a noun looks like more than one.
func plural(t *token) bool {
	return t.noun("people") && !onePerson(t.low) || strings.HasSuffix(t.low, "s") || len(t.low) > 5 && strings.HasSuffix(t.low, "men") || t.is("they", "men", "women", "we", "you", "i", "who", "which", "that", "police", "militia", "troops")
}

// onePerson reports whether a noun of people that has no -s is of one of them.
func onePerson(low string) bool {
	for _, end := range [...]string{"man", "boy", "girl", "child", "er", "or", "ent", "ant", "ian", "ee", "ist", "baby", "victim", "civilian"} {
		if strings.HasSuffix(low, end) {
			return true
		}
	}
	return false
}
