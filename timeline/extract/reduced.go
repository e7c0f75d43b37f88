package extract

import "dateline/data/lexicon"

// shared makes the second of two participles passive that stand under one
// auxiliary, "were stabbed or beaten to death", and a participle of a phrase
// with "with": "with another 300 badly damaged".
func (r *reader) shared(s *sentence, k int) {
	g := &s.groups[k]
	if g.form != finite || g.first != g.head || r.toks[g.head].verb.Forms&lexicon.Participle == 0 {
		return
	}
	next := &token{}
	if g.last+1 < s.to {
		next = &r.toks[g.last+1]
	}
	switch next.tag {
	case tagNumber, tagDet, tagPossessive, tagPronoun, tagName, tagNoun:
		return
	}
	if k > 0 && g.first > s.from && r.toks[g.first-1].is("and", "or", "then") && s.groups[k-1].passive && s.groups[k-1].form == finite && s.groups[k-1].last == g.first-2 {
		g.passive, g.perfect = true, s.groups[k-1].perfect
		return
	}
	for i := g.first - 1; i > s.from && g.first-i < 8; i-- {
		switch t := &r.toks[i]; {
		case t.low == "with":
			if i < g.first-1 && r.toks[i-1].low == "," {
				g.form, g.passive, g.past = participle, true, false
			}
			return
		case t.tag == tagNumber, t.tag == tagNoun, t.tag == tagDet, t.tag == tagAdverb, t.tag == tagAdjective, t.tag == tagPossessive && t.kind == word:
		case t.low == "of":
		default:
			return
		}
	}
}

// describesObject reports whether group k stands right behind the object of the
// finite verb before it.
func (r *reader) describesObject(s *sentence, k int) bool {
	p := &s.groups[k-1]
	if p.form != finite || p.passive || r.speech(p.lemma) || p.last+1 >= s.groups[k].first-1 {
		return false
	}
	switch r.toks[p.last+1].tag {
	case tagNumber, tagDet, tagPossessive:
	default:
		return false
	}
	for i := p.last + 1; i < s.groups[k].first; i++ {
		switch r.toks[i].tag {
		case tagNoun, tagName, tagNumber, tagDet, tagPossessive, tagAdjective:
		default:
			return false
		}
	}
	return true
}

// speech reports whether a verb is one of saying.
func (r *reader) speech(lemma string) bool {
	return r.lex.Verbal["say"][lemma] || r.lex.Verbal["news"][lemma] || r.lex.Verbal["denies"][lemma] || r.lex.Verbal["claims"][lemma] ||
		r.lex.Verbal["confirms"][lemma] || r.lex.Verbal["doubts"][lemma]
}

// unbroken reports whether nothing in tokens [lo, hi) can begin a new clause.
func (r *reader) unbroken(lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if t := &r.toks[i]; t.tag == tagSub || t.tag == tagConj || t.tag == tagMark || t.tag == tagPronoun || t.group > 0 || t.time > 0 {
			return false
		}
	}
	return true
}
