package extract

// partedAt finds where a clause between commas or dashes begins that stands
// between the verb of group k and its subject: "the mayor, who had left, said".
// It gives 0 where there is none.
func (r *reader) partedAt(s *sentence, k, lo int) int {
	end := s.groups[k].first - 1
	for end > lo && r.toks[end].tag == tagAdverb {
		end--
	}
	if k == 0 || end <= s.from {
		return 0
	}
	if r.toks[end].is("-", "–", "—", "--") && r.toks[end].space {
		for i := end - 1; i > s.from; i-- {
			if r.toks[i].is("-", "–", "—", "--") && r.toks[i].space && i <= s.groups[k-1].first {
				return i
			}
		}
		return 0
	}
	if r.toks[end].low != "," || r.speechAhead(s, k) {
		return 0
	}
	for j := k - 1; j >= 0; j-- {
		c := &s.clauses[j]
		if c.antecedent >= 0 && c.introAt > s.from && r.toks[c.introAt-1].low == "," {
			return c.introAt - 1
		}
		content := s.groups[j].form != finite || c.intro == "that" || c.intro == "and" || j > 0 && r.speech(s.groups[j-1].lemma)
		if c.antecedent >= 0 || !content {
			return 0
		}
	}
	return 0
}

// speechAhead reports whether the verb of group k is one of saying with its
// subject after it, so that a comma before it ends what was said.
func (r *reader) speechAhead(s *sentence, k int) bool {
	return r.invertedAt(s, k, s.from)
}

// chained reports whether only participles that describe the subject, and
// what hangs on them, stand between the subject of group k and its verb.
func (r *reader) chained(s *sentence, k int) bool {
	for j := k - 1; j >= 0; j-- {
		f := s.groups[j].first
		commas := j == k-1 && r.toks[s.groups[k].first-1].low == "," && (s.groups[j].form == participle ||
			s.groups[j].form == gerund && f > s.from+1 && r.toks[f-1].low == "," && !r.invertedAt(s, k, s.from))
		for i := s.groups[j].last + 1; i < s.groups[j+1].first; i++ {
			if commas && r.toks[i].tag != tagSub {
				continue
			}
			if r.boundary(i) || r.toks[i].low == "but" || r.toks[i].low == "and" && !r.reducedSubject(s, j) {
				return false
			}
		}
		switch s.groups[j].form {
		case participle:
			return true
		case gerund:
			return commas || r.reducedSubject(s, j) || f > s.from && f == s.groups[j].head && (r.toks[f-1].tag == tagNoun || r.toks[f-1].tag == tagName) && (j == 0 || s.groups[j-1].form != finite)
		case finite:
			c := &s.clauses[j]
			return j == k-1 && c.antecedent >= 0 && c.introAt == s.groups[j].first-1 && r.lex.Words["rel"][r.toks[c.introAt].low] && !r.speech(s.groups[j].lemma) &&
				(c.introAt == s.from || r.toks[c.introAt-1].low != ",")
		}
	}
	return false
}

// reducedSubject reports whether the noun before the participle or gerund of
// group j still waits for its verb: "X said a ship carrying 91 men and 66 women
// had arrived".
func (r *reader) reducedSubject(s *sentence, j int) bool {
	f := s.groups[j].first
	return s.groups[j].form == gerund && f > s.from && f == s.groups[j].head && (r.toks[f-1].tag == tagNoun || r.toks[f-1].tag == tagName) &&
		(j == 0 || s.groups[j-1].form == finite && r.speech(s.groups[j-1].lemma))
}

// juncture finds where one noun phrase ends and the next begins without
// anything between: "after the fall of X | the rebels"; 0 for nowhere.
func (r *reader) juncture(lo, hi int) int {
	for i := hi - 1; i > lo; i-- {
		t, p := &r.toks[i], &r.toks[i-1]
		if t.tag == tagMark && t.low == "," {
			return 0
		}
		switch t.tag {
		case tagDet, tagPronoun:
		case tagNumber:
			if t.time > 0 || t.upper {
				continue
			}
		default:
			continue
		}
		if p.tag == tagNoun || p.tag == tagName || p.tag == tagTime {
			return i
		}
	}
	return 0
}

// findSubject finds the subject of clause k.
func (r *reader) findSubject(s *sentence, k int) {
	c := &s.clauses[k]
	g := &s.groups[k]
	if g.form != finite {
		return
	}
	if r.chained(s, k) {
		return // inherited
	}
	lo, hi := c.from, g.first
	if c.parted > 0 {
		lo, hi = s.from, c.parted
		for j := hi - 1; j >= s.from; j-- {
			if r.toks[j].group > 0 || r.boundary(j) {
				lo = j + 1
				break
			}
		}
	}
	if c.introAt >= 0 && c.introAt >= lo {
		lo = c.introAt + 1
	}
	if c.antecedent >= 0 {
		if !r.nominal(lo, hi) && r.toks[max(lo-1, s.from)].low != "where" {
			a := r.phraseStart(s, c.antecedent)
			c.subject = [2]int{a, c.antecedent + 1}
			return
		}
	}
	// Cut leading prepositional phrases that end in a comma, and adverbs.
	for {
		j := lo
		for j < hi && (r.toks[j].tag == tagAdverb || r.toks[j].tag == tagTime || r.toks[j].tag == tagMark || r.toks[j].tag == tagConj) {
			j++
		}
		if j < hi && (r.toks[j].tag == tagPrep || r.toks[j].tag == tagTo || r.toks[j].low == "after" || r.toks[j].low == "before" || r.toks[j].low == "since") {
			e := j + 1
			for e < hi && r.toks[e].low != "," {
				e++
			}
			if e < hi {
				lo = e + 1
				continue
			}
			if p := r.juncture(j+1, hi); p > 0 {
				lo = p
				break
			}
			// No comma: the last noun phrase is the subject.
			h := hi - 1
			for h > j && r.toks[h].tag != tagNoun && r.toks[h].tag != tagName && r.toks[h].tag != tagPronoun {
				h--
			}
			st := r.phraseStart(s, h)
			if st > j+1 {
				lo = st
			} else {
				lo = hi
			}
			break
		}
		lo = j
		break
	}
	for hi > lo && (r.toks[hi-1].tag == tagMark || r.toks[hi-1].tag == tagAdverb) {
		hi--
	}
	// An apposition after a comma is not the head, but stays in the range.
	if lo < hi {
		c.subject = [2]int{lo, hi}
		if x, ok := r.selfReported(s, k, lo, hi); ok {
			c.subject = x
		}
		return
	}
	// ", says X": the subject follows a verb of saying.
	if c.inverted {
		e := g.last + 1
		for e < s.to && !r.boundary(e) && r.toks[e].tag != tagPrep && r.toks[e].group == 0 && r.toks[e].low != "." && r.toks[e].tag != tagTime {
			e++
		}
		if e < s.to && r.toks[e].is("of", "for") {
			for e++; e < s.to && !r.boundary(e) && r.toks[e].group == 0 && r.toks[e].low != "." && (r.toks[e].tag != tagPrep || r.toks[e].low == "of") && r.toks[e].tag != tagTime; e++ {
			}
		}
		c.subject = [2]int{g.last + 1, e}
	}
}

// selfReported gives the speaker for "it" or "they" in "the ministry said it was
// pulling out": who reports what he does himself.
func (r *reader) selfReported(s *sentence, k, lo, hi int) ([2]int, bool) {
	if k == 0 || hi != lo+1 || !r.toks[lo].is("it", "they") {
		return [2]int{}, false
	}
	p := &s.clauses[k-1]
	g := &s.groups[k-1]
	if g.form != finite || g.passive || !r.speech(g.lemma) || p.subject[1] <= p.subject[0] || p.inverted {
		return [2]int{}, false
	}
	h := r.heads(p.subject[0], p.subject[1])
	if len(h) == 0 {
		return [2]int{}, false
	}
	t := &r.toks[h[0]]
	switch {
	case t.entity > 0 && r.ents[t.entity-1].kind == person, t.tag == tagPronoun, t.noun("person"), t.noun("official"):
		return [2]int{}, false
	case t.low == "police" || plural(t) != (r.toks[lo].low == "they"):
		return p.subject, t.low == "police"
	}
	return p.subject, true
}

// phraseStart gives the first token of the noun phrase that ends at token h.
func (r *reader) phraseStart(s *sentence, h int) int {
	i := h
	for i > s.from {
		t := &r.toks[i-1]
		switch t.tag {
		case tagNoun, tagName, tagNumber, tagDet, tagPossessive, tagAdjective:
			if t.group > 0 || t.time > 0 || r.toks[i].tag == tagDet && t.tag != tagDet {
				return i
			}
			i--
			continue
		case tagAdverb:
			if i-1 > s.from && (r.toks[i].tag == tagNumber || r.toks[i].tag == tagAdjective) {
				i--
				continue
			}
		}
		return i
	}
	return i
}

// findObject finds the object of clause k.
func (r *reader) findObject(s *sentence, k int) {
	c := &s.clauses[k]
	g := &s.groups[k]
	if c.inverted {
		return
	}
	i := g.last + 1
	for i < c.to && (r.toks[i].tag == tagAdverb || r.toks[i].tag == tagTime) {
		i++
	}
	// "took back control", "put on alert" keep their particles.
	e := i
	for e < c.to {
		t := &r.toks[e]
		if t.tag == tagPrep && t.low != "of" || t.tag == tagTo || t.tag == tagSub || t.group > 0 && e > g.last || t.tag == tagTime {
			break
		}
		if t.kind == mark && t.tag == tagMark && !t.is(",", "\"", "“", "”", "'", "’", "‘", "-", ".") {
			break
		}
		if t.low == "," && !(e+1 < c.to && (r.toks[e+1].tag == tagName || r.toks[e+1].tag == tagNumber || r.toks[e+1].tag == tagNoun || r.toks[e+1].tag == tagDet)) {
			break
		}
		if t.low == "." && e+1 >= c.to {
			break
		}
		e++
	}
	if e > i {
		c.object = [2]int{i, e}
	}
}

// inherit gives the subject of its governor to a clause without its own.
func (r *reader) inherit(s *sentence, k int) {
	c := &s.clauses[k]
	g := &s.groups[k]
	if c.subject[1] > c.subject[0] {
		return
	}
	switch {
	case g.form == participle:
		if h := r.nounBefore(s, g.first); h >= 0 {
			c.subject = [2]int{r.phraseStart(s, h), h + 1}
		}
	case g.form == gerund && c.intro != "," && c.intro != "and" && (c.parent >= 0 || k == 0) && g.first > s.from &&
		(r.toks[g.first-1].tag == tagNoun || r.toks[g.first-1].tag == tagName) && c.catenative == "":
		h := g.first - 1 // "militias fighting the rule"
		c.subject = [2]int{r.phraseStart(s, h), h + 1}
	case g.form == gerund && k+1 < len(s.clauses) && (c.parent < 0 || r.leads(s, k)):
		// "After taking X, the rebels pressed": the next finite verb's subject.
		for j := k + 1; j < len(s.clauses); j++ {
			if s.groups[j].form == finite && s.clauses[j].subject[1] > s.clauses[j].subject[0] {
				c.subject = s.clauses[j].subject
				return
			}
		}
	case c.parent >= 0 && g.form == gerund && c.intro == "of" && (c.catenative == "accuse" || c.catenative == "suspect" || c.catenative == "convict") && s.clauses[c.parent].object[1] > s.clauses[c.parent].object[0] && !s.groups[c.parent].passive:
		c.subject = s.clauses[c.parent].object
	case c.parent >= 0 && s.clauses[c.parent].object[1] > s.clauses[c.parent].object[0] && g.form == infinitive && r.objectControl(s.groups[c.parent].lemma) && c.catenative == s.groups[c.parent].lemma && g.first > s.groups[c.parent].last+1:
		c.subject = s.clauses[c.parent].object
	default:
		// The nearest earlier clause that has a subject.
		for j := k - 1; j >= 0; j-- {
			if c.intro == "and" && s.groups[j].form != g.form && s.groups[j].form != finite {
				continue
			}
			if j > 0 && j == k-1 && g.form == gerund && r.speech(s.groups[j].lemma) {
				if lo, hi := r.content(s, j); lo == 0 && hi == j {
					continue // "…, officials said, cutting a road"
				}
			}
			if x := &s.clauses[j]; x.subject[1] > x.subject[0] {
				c.subject = x.subject
				return
			}
		}
	}
}

// leads reports whether everything before clause k's verb is its own intro, so
// that it opens the sentence.
func (r *reader) leads(s *sentence, k int) bool {
	return s.clauses[k].from <= s.from+1
}

// heads gives the head words of the noun phrases in tokens [lo, hi): the last
// noun of each, and what a quantity is of ("dozens of fighters").
func (r *reader) heads(lo, hi int) []int {
	var all []int
	last := -1
	flush := func() {
		if last >= 0 {
			all = append(all, last)
			last = -1
		}
	}
	for i := lo; i < hi; i++ {
		t := &r.toks[i]
		switch t.tag {
		case tagNoun, tagName, tagPronoun, tagNumber:
			last = i
		case tagPossessive:
			if t.kind == mark {
				last = -1
			}
		case tagDet:
			if t.is("some", "many", "all", "both", "several", "others", "this", "these") && last < 0 && (i+1 >= hi || r.toks[i+1].tag == tagPrep) {
				last = i
			}
		case tagConj:
			flush()
		case tagMark:
			if t.low == "," {
				flush()
			}
		case tagPrep, tagTo:
			if t.low == "of" && last >= 0 && r.quantity(&r.toks[last]) {
				flush()
				continue
			}
			flush()
			if t.low == "from" || t.low == "including" || t.low == "between" || t.low == "of" {
				// A list may go on after "and", but not with these nouns.
			}
			return all
		case tagSub, tagVerb, tagAux, tagModal:
			flush()
			return all
		}
	}
	flush()
	return all
}

// quantity reports whether a noun only counts or groups what follows "of".
func (r *reader) quantity(t *token) bool {
	if t.tag == tagNumber || r.lex.Words["vague"][t.low] {
		return true
	}
	return t.is("number", "numbers", "members", "member", "group", "groups", "majority", "column", "columns", "convoy", "wave", "waves", "unit", "units", "hundreds",
		"thousands", "dozens", "scores", "tens", "crowd", "crowds", "battalion", "battalions", "division", "divisions", "brigade", "elements", "part", "parts",
		"half", "all", "many", "some", "several", "most", "rest", "both", "one", "two", "three", "each", "coalition", "force", "barrage", "series", "string", "town", "city", "village",
		"towns", "cities", "villages", "residents", "people", "tonnes", "tons", "truckloads", "trainloads", "busloads", "boatloads", "planeloads", "shiploads", "team", "teams", "salvo", "volley", "total", "pair", "handful", "swathes", "swaths", "province", "state", "district", "region", "capture", "control", "number's", "outskirts", "centre", "port", "couple", "families", "more")
}
