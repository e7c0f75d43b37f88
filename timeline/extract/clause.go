package extract

// clause is a verb group with what belongs to it.
type clause struct {
	g          int    // index of the group in its sentence
	from, to   int    // all its tokens, subject to complements
	subject    [2]int // tokens of the subject; empty if not found
	object     [2]int // tokens right after the verb up to the first preposition
	parent     int    // clause on which it depends, -1 for none
	intro      string // "after", "who", "where", "that", "if", "to", ",", "and"
	introAt    int    // token of intro, or -1
	antecedent int    // head token before "who", "which", "where"; -1
	inverted   bool   // ", said X"
	catenative string // lemma or adjective that governs an infinitive or gerund directly
	parted     int    // the token where what parts the verb from its subject begins: ", who …,"
	quoted     bool   // inside a direct quotation
}

// boundary reports whether a token begins something new in a sentence.
func (r *reader) boundary(i int) bool {
	t := &r.toks[i]
	return t.tag == tagSub || t.kind == mark && t.tag == tagMark && !t.is(".", "'", "’", "(", ")", "-", "/", "[", "]") || t.is("but", "-", "–", "—") && t.space
}

// cutClauses divides a sentence among its verb groups.
func (r *reader) cutClauses(s *sentence) {
	lo := s.from
	for k := range s.groups {
		g := &s.groups[k]
		c := clause{g: k, parent: -1, introAt: -1, antecedent: -1}
		c.quoted = r.toks[g.head].quoted
		c.from = r.clauseStart(s, k, lo, &c)
		if k > 0 {
			s.clauses[k-1].to = c.from
			if c.introAt >= 0 && c.introAt < c.from {
				s.clauses[k-1].to = max(c.introAt, s.groups[k-1].last+1)
			}
		}
		s.clauses = append(s.clauses, c)
		lo = g.last + 1
	}
	if n := len(s.clauses); n > 0 {
		s.clauses[n-1].to = s.to
	}
	for k := range s.clauses {
		r.parents(s, k)
		r.findSubject(s, k)
		r.findObject(s, k)
	}
	for k := range s.clauses {
		r.inherit(s, k)
	}
}

// clauseStart finds the first token of the clause of group k, at or after lo.
func (r *reader) clauseStart(s *sentence, k, lo int, c *clause) int {
	g := &s.groups[k]
	switch g.form {
	case infinitive:
		c.intro, c.introAt = "to", g.first
		return g.first
	case gerund:
		if g.first > lo {
			p := &r.toks[g.first-1]
			if p.tag == tagPrep || p.tag == tagSub {
				c.intro, c.introAt = p.low, g.first-1
				return g.first - 1
			}
			if p.low == "," || p.tag == tagMark {
				c.intro = ","
			}
			if p.low == "and" {
				c.intro = "and"
			}
		}
		return g.first
	case participle:
		return g.first
	}
	if r.chained(s, k) {
		return g.first
	}
	if c.parted = r.partedAt(s, k, lo); c.parted > 0 {
		return g.first
	}
	if r.invertedAt(s, k, lo) {
		c.inverted = true
		return g.first
	}
	// Verbs joined by "and" share their subject.
	if g.first > lo {
		j := g.first - 1
		for j >= lo && (r.toks[j].tag == tagAdverb || r.toks[j].tag == tagTime) {
			j--
		}
		if j >= lo && (r.toks[j].is("and", "but", "or") || r.toks[j].low == "," && k > 0 && r.toks[g.first-1].low == "then") {
			c.intro, c.introAt = "and", j
			return j
		}
	}
	// The last boundary before the verb that leaves a noun for a subject.
	for j := g.first - 1; j >= lo; j-- {
		if !r.boundary(j) {
			if r.toks[j].low == "and" && k > 0 && r.newSubject(s, k, j, lo) {
				c.intro, c.introAt = "and", j
				return j
			}
			continue
		}
		t := &r.toks[j]
		if t.tag == tagSub {
			if t.is("after", "before", "since", "until") && r.juncture(j+1, g.first) > 0 {
				return j // "After the fall of X the rebels pushed": a phrase, no clause
			}
			c.intro, c.introAt = t.low, j
			if r.lex.Words["rel"][t.low] || t.low == "that" && j > s.from && r.toks[j-1].tag != tagVerb && j == g.first-1 {
				c.antecedent = r.nounBefore(s, j)
				// "in which"
				if j > lo && r.toks[j-1].tag == tagPrep {
					c.introAt = j - 1
				}
			}
			return j
		}
		if r.nominal(j+1, g.first) && !r.apposition(s, j, g.first, lo) {
			c.intro, c.introAt = t.low, j
			return j + 1
		}
	}
	if k > 0 && !r.nominal(lo, g.first) {
		if r.toks[g.first-1].low == "," {
			return g.first // a clause between commas ended: "X, who …, said"
		}
		return lo
	}
	// No boundary: after a verb of saying the subject begins at once; else the
	// clause hangs without a word on the noun before it: "towns | he had seen".
	if k > 0 && !r.speech(s.groups[k-1].lemma) {
		if st := r.phraseStart(s, g.first-1); st > lo && st < g.first && r.toks[st].tag == tagPronoun {
			return st
		}
	}
	return lo
}

// invertedAt reports whether the verb of group k is one of saying whose subject
// follows it: "…, says the mayor."
func (r *reader) invertedAt(s *sentence, k, lo int) bool {
	g := &s.groups[k]
	if g.first == s.from || g.first != g.head || !r.speech(g.lemma) || g.last+1 >= s.to {
		return false
	}
	p := &r.toks[g.first-1]
	if !(p.low == "," && k > 0) && !closing(p.text) && !(p.low == "," && g.first-2 >= s.from && closing(r.toks[g.first-2].text)) {
		return false
	}
	switch n := &r.toks[g.last+1]; n.tag {
	case tagName, tagDet, tagNoun, tagAdjective:
		if n.time > 0 {
			return false
		}
	default:
		return false
	}
	if k > 0 && s.groups[k-1].form == gerund && (k == 1 || r.toks[s.groups[k-1].first-1].low == ",") && !r.toks[s.from].quoted {
		return false // "X, meeting in Y, urged Z"
	}
	for j := k + 1; j < len(s.groups); j++ {
		if s.groups[j].form != finite {
			continue
		}
		for i := g.last + 1; i < s.groups[j].first; i++ {
			if r.lex.Words["rel"][r.toks[i].low] || r.toks[i].is("as", "after", "when", "while", ",") {
				return true
			}
		}
		return false
	}
	return true
}

// newSubject reports whether "and" at j joins clauses, not nouns: everything
// from it to the verb is one noun phrase, and a noun phrase or adverb closes
// what went before.
func (r *reader) newSubject(s *sentence, k, j, lo int) bool {
	if !r.nominal(j+1, s.groups[k].first) {
		return false
	}
	for i := j + 1; i < s.groups[k].first; i++ {
		if r.toks[i].low == "," {
			return false
		}
	}
	for i := lo; i < j; i++ {
		if r.toks[i].tag == tagSub {
			return false // "when X and Y came": the clause has no verb before
		}
	}
	// The verb before must have had room for its own complement.
	return s.groups[k-1].form != participle && (j > lo || !r.speech(s.groups[k-1].lemma))
}

// nominal reports whether tokens [i, to) hold a noun outside of a leading
// prepositional phrase.
func (r *reader) nominal(i, to int) bool {
	prep := false
	for ; i < to; i++ {
		switch t := &r.toks[i]; t.tag {
		case tagPrep, tagTo:
			prep = true
		case tagNoun, tagName, tagPronoun, tagNumber, tagAdjective:
			if !prep {
				return true
			}
		case tagDet, tagPossessive:
			if !prep && t.kind == word && i+1 < to && r.toks[i+1].tag != tagTime {
				return true
			}
			if !prep && t.is("some", "many", "others", "both", "this", "these", "all", "each") {
				return true
			}
		case tagMark:
			if t.low == "," {
				prep = false
			}
		}
	}
	return false
}

// apposition reports whether the comma at j closes or opens an apposition to
// the subject: "X, the governor of Y, said".
func (r *reader) apposition(s *sentence, j, verb, lo int) bool {
	if r.toks[j].low != "," || j <= lo || verb == j+1 {
		return false
	}
	if r.toks[verb-1].low != "," {
		return false
	}
	if r.toks[j+1].is("mostly", "mainly", "largely", "including", "among", "most", "many", "some") && r.nominal(lo, j) {
		return true // "20,000 people, mostly women, have fled"
	}
	// Another noun before the comma is the subject itself.
	t := &r.toks[j-1]
	return t.tag == tagName || t.tag == tagNoun && j-lo < 30 && r.nominal(lo, j)
}

// nounBefore gives the head of the noun phrase that ends before token j.
func (r *reader) nounBefore(s *sentence, j int) int {
	for i := j - 1; i >= max(s.from, j-4); i-- {
		t := &r.toks[i]
		if t.tag == tagNoun || t.tag == tagName || t.tag == tagPronoun {
			return i
		}
		if t.tag == tagVerb {
			return -1
		}
	}
	return -1
}

// parents links dependent clauses to the verb they depend on.
func (r *reader) parents(s *sentence, k int) {
	c := &s.clauses[k]
	g := &s.groups[k]
	if k == 0 {
		return
	}
	prev := &s.groups[k-1]
	switch {
	case g.form == infinitive:
		c.parent = k - 1
		gap := g.first - prev.last - 1
		if gap == 0 {
			c.catenative = prev.lemma
		} else {
			a := &r.toks[g.first-1]
			switch {
			case prev.lemma == "be" && (a.tag == tagAdjective || a.tag == tagNoun || a.tag == tagVerb) && gap <= 2:
				c.catenative = a.low
			case r.objectControl(prev.lemma):
				c.catenative = prev.lemma
			}
		}
	case g.form == gerund:
		c.parent = k - 1
		if g.first == prev.last+1 {
			c.catenative = prev.lemma
		}
		if c.intro == "of" || c.intro == "from" || c.intro == "for" {
			c.catenative = prev.lemma
		}
	case c.intro == "and" || c.intro == "that" || g.form == participle || c.antecedent >= 0:
		c.parent = k - 1
	}
}

// objectControl reports whether the object of a verb does what follows it.
func (r *reader) objectControl(lemma string) bool {
	switch lemma {
	case "order", "urge", "tell", "ask", "force", "allow", "help", "enable", "warn", "invite", "call", "request", "command", "instruct", "persuade", "expect", "want", "cause":
		return true
	}
	return false
}
