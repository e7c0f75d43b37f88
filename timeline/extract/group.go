package extract

import "dateline/data/lexicon"

// group is a verb with its auxiliaries: "had not been taken".
type group struct {
	first, head, last int // tokens; last is the head or its particle
	lemma             string
	form              groupForm
	passive           bool
	perfect           bool
	progressive       bool
	past              bool
	future            bool // will, shall, is going to
	modal             bool // would, could, may, might, should, must, can
	negated           bool
}

type groupForm uint8

const (
	finite groupForm = iota
	infinitive
	gerund
	participle // without auxiliary and after a noun: "people killed in …"
)

// findGroups finds the verb groups of a tagged sentence.
func (r *reader) findGroups(s *sentence) {
	for i := s.from; i < s.to; {
		t := &r.toks[i]
		switch t.tag {
		case tagAux, tagModal, tagVerb:
		case tagTo:
			if j := r.skipAdverbs(i+1, s.to); j >= s.to || !(r.toks[j].tag == tagVerb && r.toks[j].verb.Forms&lexicon.Base != 0) && !r.toks[j].is("be", "have") {
				i++
				continue
			}
		default:
			i++
			continue
		}
		g := r.groupAt(i, s.to)
		s.groups = append(s.groups, g)
		for k := g.first; k <= g.last; k++ {
			r.toks[k].group = len(s.groups)
		}
		i = g.last + 1
	}
	for k := range s.groups {
		r.shared(s, k)
		r.reduced(s, k)
	}
}

func (r *reader) skipAdverbs(i, to int) int {
	for i < to && r.toks[i].tag == tagAdverb {
		i++
	}
	return i
}

func (r *reader) groupAt(i, to int) group {
	g := group{first: i, head: -1, last: i}
	bareBe, bareHave := false, false
	for ; i < to; i++ {
		t := &r.toks[i]
		switch t.tag {
		case tagTo:
			if i != g.first {
				return g.close(r, bareBe, bareHave)
			}
			g.form = infinitive
			continue
		case tagModal:
			if i != g.first && r.toks[i-1].tag != tagAdverb {
				return g.close(r, bareBe, bareHave)
			}
			switch t.low {
			case "will", "shall", "'ll", "won":
				g.future = true
			default:
				g.modal = true
			}
			g.last = i
			continue
		case tagNot:
			g.negated = true
			continue
		case tagAdverb, tagTime:
			if g.head < 0 {
				continue
			}
			return g
		case tagAux:
			g.last = i
			switch t.low {
			case "have", "has", "had", "having", "'ve", "'d":
				if bareBe {
					return g.close(r, bareBe, bareHave)
				}
				bareHave = true
				g.past = g.past || t.low == "had"
				if t.low == "having" && i == g.first {
					g.form = gerund
				}
			case "do", "does", "did":
				g.past = g.past || t.low == "did"
			case "been":
				bareBe = true
				g.perfect = bareHave
			case "being":
				bareBe, g.progressive = true, true
				if i == g.first {
					g.form = gerund
				}
			default:
				bareBe = true
				g.past = g.past || t.is("was", "were")
			}
			continue
		case tagVerb:
			f := t.verb.Forms
			if (t.verb.Lemma == "remain" || t.verb.Lemma == "stay") && f&lexicon.Gerund == 0 && i+1 < to && r.toks[i+1].tag == tagVerb && r.toks[i+1].verb.Forms&lexicon.Participle != 0 {
				bareBe = true // "remained closed"
				g.past = g.past || f&lexicon.PastTense != 0
				continue
			}
			g.head, g.last, g.lemma = i, i, t.verb.Lemma
			switch {
			case bareBe && f&lexicon.Gerund != 0:
				g.progressive = true
			case bareBe && f&lexicon.Participle != 0:
				g.passive = true
			case f&lexicon.Gerund != 0:
				g.form = gerund
			case !bareHave && g.first == i && f&lexicon.PastTense != 0:
				g.past = true
			case !bareHave && g.first == i && f == lexicon.Participle:
				g.form, g.passive, g.past = participle, true, false
			}
			g.perfect = g.perfect || bareHave
			if i+1 < to && particle(t.verb.Lemma, r.toks[i+1].low) {
				g.last = i + 1
			}
			return g
		default:
			if g.head < 0 && i > g.first && t.is("first", "both", "all") && i+1 < to && r.toks[i+1].tag == tagVerb {
				continue // "had first taken"
			}
			return g.close(r, bareBe, bareHave)
		}
	}
	return g.close(r, bareBe, bareHave)
}

// close ends a group that has no verb but its auxiliaries.
func (g group) close(r *reader, be, have bool) group {
	g.lemma = "do"
	if be {
		g.lemma = "be"
	} else if have {
		g.lemma = "have"
	}
	for r.toks[g.last].tag == tagAdverb && g.last > g.first {
		g.last--
	}
	g.head = g.last
	return g
}

// particle reports whether a word belongs to the verb before it.
func particle(lemma, w string) bool {
	switch w {
	case "out":
		switch lemma {
		case "pull", "carry", "break", "set", "rule", "move", "go", "run", "come", "drive", "flush":
			return true
		}
	case "up":
		switch lemma {
		case "blow", "set", "round", "sign", "call", "step", "open", "back", "end", "pick", "give":
			return true
		}
	case "down":
		switch lemma {
		case "shoot", "break", "crack", "bring", "burn":
			return true
		}
	case "off":
		switch lemma {
		case "cut", "fight", "beat", "set", "call":
			return true
		}
	case "over":
		return lemma == "take" || lemma == "hand"
	case "back":
		return lemma == "push" || lemma == "pull" || lemma == "fall" || lemma == "drive" || lemma == "take" || lemma == "win" || lemma == "beat" || lemma == "fight"
	case "in":
		return lemma == "close"
	case "dead":
		return lemma == "shoot"
	case "away":
		return lemma == "wash" || lemma == "sweep"
	}
	return false
}

// reduced turns a past form that only describes the noun before it into a
// participle: "the people killed in the strike were …", "troops based in …".
func (r *reader) reduced(s *sentence, k int) {
	g := &s.groups[k]
	if g.form != finite || g.first != g.head || r.toks[g.head].verb.Forms&lexicon.Participle == 0 {
		return
	}
	if g.head == s.from {
		g.form, g.passive, g.past = participle, true, false // "Joined by …"
		return
	}
	prev := &r.toks[g.head-1]
	next := &token{}
	if g.head+1 < s.to {
		next = &r.toks[g.head+1]
	}
	if prev.tag == tagMark && prev.low == "," && (next.is("by", "in", "on", "from", "with") && next.tag == tagPrep) && k > 0 {
		g.form, g.passive, g.past = participle, true, false // ", backed by …"
		return
	}
	if prev.tag != tagNoun && prev.tag != tagName && prev.tag != tagNumber {
		return
	}
	if next.low == "by" && k > 0 {
		for j := g.head - 1; j > s.groups[k-1].last; j-- {
			if r.toks[j].tag == tagSub || r.toks[j].is(",", "and", "but", "\"", "“", "”", ";", "—", "–") {
				return
			}
		}
		g.form, g.passive, g.past = participle, true, false
		return
	}
	switch next.tag {
	case tagNumber, tagDet, tagPossessive, tagPronoun:
		return // it has an object: "sent two ships"
	}
	if k > 0 && next.tag == tagPrep && r.describesObject(s, k) {
		g.form, g.passive, g.past = participle, true, false // "sent two ships | loaded with water"
		return
	}
	if next.tag == tagPrep && prev.is("recording", "statement", "video", "message", "interview", "letter", "photograph", "photographs", "images", "broadcast", "speech", "audio", "figures", "data") && k > 0 {
		g.form, g.passive, g.past = participle, true, false // "in a video posted on Friday"
		return
	}
	if k > 0 && next.tag == tagPrep && s.groups[k-1].form == finite && s.groups[k-1].last+1 < g.first && r.toks[s.groups[k-1].last+1].tag == tagPrep && !r.speech(s.groups[k-1].lemma) && r.unbroken(s.groups[k-1].last+1, g.first) {
		g.form, g.passive, g.past = participle, true, false // "feared for families | held in camps"
		return
	}
	// A second verb before any boundary is the main one.
	next2 := k + 1
	for next2 < len(s.groups) && s.groups[next2].form == infinitive {
		next2++
	}
	if next2 >= len(s.groups) || s.groups[next2].form != finite || r.speech(g.lemma) {
		return
	}
	after := s.groups[next2].first
	if r.toks[after-1].low == "," && next.tag == tagPrep && !r.speech(s.groups[next2].lemma) {
		g.form, g.passive, g.past = participle, true, false // "troops based in X, near Y, left"
		return
	}
	for j := g.last + 1; j < after; j++ {
		t := &r.toks[j]
		if t.tag == tagSub || t.is(",", "and", "but", "or", ";", ":", "\"", "“", "—", "–") {
			return
		}
	}
	g.form, g.passive, g.past = participle, true, false
}
