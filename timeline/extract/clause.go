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
		r.subject2(s, k)
		r.objectOf(s, k)
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
		if j >= lo && (r.toks[j].is("and", "but", "or") || r.toks[j].low == "," && k > 0 && r.toks[g.head].low == "then") {
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
	// No boundary: after a verb of saying the subject begins at once.
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
		commas := s.groups[j].form == participle && j == k-1 && r.toks[s.groups[k].first-1].low == ","
		for i := s.groups[j].last + 1; i < s.groups[j+1].first; i++ {
			if commas && r.toks[i].tag != tagSub {
				continue
			}
			if r.boundary(i) || r.toks[i].is("and", "but") {
				return false
			}
		}
		switch s.groups[j].form {
		case participle:
			return true
		case gerund:
			f := s.groups[j].first
			return f > s.from && f == s.groups[j].head && (r.toks[f-1].tag == tagNoun || r.toks[f-1].tag == tagName) && (j == 0 || s.groups[j-1].form != finite)
		case finite:
			return false
		}
	}
	return false
}

// juncture finds where one noun phrase ends and the next begins without
// anything between: "after the fall of X | the rebels"; 0 for nowhere.
func (r *reader) juncture(lo, hi int) int {
	for i := hi - 1; i > lo; i-- {
		t, p := &r.toks[i], &r.toks[i-1]
		if t.tag == tagMark && t.low == "," {
			return 0
		}
		if (t.tag == tagDet || t.tag == tagPronoun) && (p.tag == tagNoun || p.tag == tagName || p.tag == tagTime) {
			return i
		}
	}
	return 0
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
	// Another noun before the comma is the subject itself.
	t := &r.toks[j-1]
	return t.tag == tagName || t.tag == tagNoun && j-lo < 14 && r.nominal(lo, j)
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

// subject2 finds the subject of clause k.
func (r *reader) subject2(s *sentence, k int) {
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

// objectOf finds the object of clause k.
func (r *reader) objectOf(s *sentence, k int) {
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
	case c.parent >= 0 && s.clauses[c.parent].object[1] > s.clauses[c.parent].object[0] && g.form == infinitive && r.objectControl(s.groups[c.parent].lemma) && c.catenative == s.groups[c.parent].lemma && g.first > s.groups[c.parent].last+1:
		c.subject = s.clauses[c.parent].object
	default:
		// The nearest earlier clause that has a subject.
		for j := k - 1; j >= 0; j-- {
			if c.intro == "and" && s.groups[j].form != g.form && s.groups[j].form != finite {
				continue
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
		"towns", "cities", "villages", "residents", "people", "tonnes", "tons", "truckloads", "team", "teams", "salvo", "volley", "total", "pair", "handful", "swathes", "swaths", "province", "state", "district", "region", "capture", "control", "number's", "outskirts", "centre", "port", "couple", "families", "more")
}
