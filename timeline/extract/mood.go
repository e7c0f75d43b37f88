package extract

import "dateline/timeline"

// mood reports whether the clause tells something that happens, and how.
func (r *reader) mood(s *sentence, k int) (m timeline.Modality, future, ok bool) {
	c := &s.clauses[k]
	g := &s.groups[k]
	for j, n := k, 0; j >= 0 && n < 4; j, n = s.clauses[j].parent, n+1 {
		switch s.clauses[j].intro {
		case "if", "unless", "whether", "without", "should":
			return "", false, false
		}
	}
	// "If X asks, we may": a condition that opens the sentence governs all.
	if w := &r.toks[s.from]; w.is("if", "unless", "should") || s.from+1 < s.to && w.kind == mark && r.toks[s.from+1].is("if", "unless") {
		if k == 0 || c.quoted {
			return "", false, false
		}
	}
	if g.modal && r.reportedFuture(s, k) {
		return timeline.Planned, true, !g.negated
	}
	if r.perhaps(s, k) {
		return timeline.Feared, false, !g.negated
	}
	if g.modal || g.form == participle && !r.ownNews(s, k) {
		return "", false, false
	}
	if g.form == participle {
		return timeline.Happened, false, true
	}
	if g.future {
		if g.negated || r.noSubject(c) {
			return "", false, false
		}
		return timeline.Planned, true, true
	}
	switch g.form {
	case infinitive:
		return r.infinitiveMood(s, k)
	case gerund:
		return r.gerundMood(s, k)
	}
	if g.negated || r.noSubject(c) {
		return timeline.Denied, false, true
	}
	return timeline.Happened, false, true
}

// reportedFuture reports whether clause k is what somebody said that he would
// do: "X said it would send rescuers".
func (r *reader) reportedFuture(s *sentence, k int) bool {
	g := &s.groups[k]
	if k == 0 || !r.toks[g.first].is("would") || g.perfect {
		return false
	}
	p := &s.groups[k-1]
	return p.form == finite && !p.modal && r.speech(p.lemma) && (s.clauses[k].intro == "that" || s.clauses[k].intro == "" || s.clauses[k].intro == "to")
}

// ownNews reports whether a participle that describes a noun tells an event of
// its own, with its place and day: "priests murdered in X on 16 November".
func (r *reader) ownNews(s *sentence, k int) bool {
	c, g := &s.clauses[k], &s.groups[k]
	switch g.lemma {
	case "kill", "murder", "assassinate", "massacre", "shoot", "gun", "riddle", "kidnap", "abduct", "arrest", "detain", "capture", "bomb", "attack", "destroy":
	default:
		return false
	}
	placed := false
	for i := g.last + 1; i < c.to; i++ {
		m := r.toks[i].mention
		placed = placed || m > 0 && !r.places[m-1].Adj && !r.isCountry(&r.places[m-1])
	}
	return placed && r.timeIn(g.last+1, c.to) > 0
}

// noSubject reports whether the subject is "no troops", "none of them".
func (r *reader) noSubject(c *clause) bool {
	return c.subject[1] > c.subject[0] && r.toks[c.subject[0]].is("no", "none", "neither", "nobody")
}

func (r *reader) infinitiveMood(s *sentence, k int) (timeline.Modality, bool, bool) {
	c := &s.clauses[k]
	v := r.lex.Verbal
	w := c.catenative
	if c.parent >= 0 && s.groups[k].first > s.from && r.toks[s.groups[k].first-1].low == "only" {
		return timeline.Happened, false, s.groups[c.parent].form == finite && !s.groups[c.parent].modal // "only to lose it on Friday"
	}
	if w == "" || c.parent < 0 {
		return "", false, false
	}
	p := &s.groups[c.parent]
	if p.negated || p.modal {
		return "", false, false
	}
	if form, ok := r.lex.Verbs[w]; ok {
		w = form.Lemma
	}
	switch {
	case p.passive && (v["say"][w] || v["claims"][w]), v["claims"][w] && s.groups[k].perfect:
		return timeline.Happened, false, true
	case v["begin"][w]:
		m, f, ok := r.mood(s, c.parent)
		return m, f, ok || p.form == finite
	case v["try"][w], v["fail"][w], w == "bid":
		if s.groups[c.parent].form != finite && s.groups[c.parent].form != gerund {
			return "", false, false
		}
		return timeline.Attempt, false, true
	case v["plan"][w], w == "tell", w == "due", w == "poised", w == "likely", w == "be" && !p.past:
		return timeline.Planned, true, true
	}
	return "", false, false
}

func (r *reader) gerundMood(s *sentence, k int) (timeline.Modality, bool, bool) {
	c := &s.clauses[k]
	v := r.lex.Verbal
	switch {
	case v["begin"][c.catenative]:
		return timeline.Happened, false, true
	case v["try"][c.catenative]:
		return timeline.Attempt, false, true
	case v["denies"][c.catenative]:
		return timeline.Denied, false, true
	case c.catenative == "accuse" || c.catenative == "blame":
		return timeline.Happened, false, true
	case c.catenative != "":
		return "", false, false
	}
	switch c.intro {
	case "after", "before", "while", "when", "since", "by", ",", "despite", "following", "and", "with":
		return timeline.Happened, false, true
	}
	return "", false, k == 0 && s.clauses[k].from == s.from
}

// perhaps reports whether clause k tells what may have happened: "may have been
// killed".
func (r *reader) perhaps(s *sentence, k int) bool {
	g := &s.groups[k]
	return g.form == finite && g.modal && g.perfect && r.toks[g.first].is("may", "might", "could")
}

// expected reads what is to come without a verb of its own: "the minister is
// expected in X on Tuesday", "an election is due on Sunday". It needs its day.
func (r *reader) expected(s *sentence, k int, f *frame, subject *actor) timeline.Kind {
	c, g := &s.clauses[k], &s.groups[k]
	day := r.timeIn(g.last+1, c.to)
	if day == 0 || len(subject.heads) == 0 || g.negated || k+1 < len(s.groups) && s.groups[k+1].form == infinitive && s.groups[k+1].first <= g.last+2 {
		return ""
	}
	due := g.last+1 < c.to && r.toks[g.last+1].is("due", "scheduled", "planned")
	switch {
	case g.lemma == "be" && due && g.form == finite:
	case (g.lemma == "expect" || g.lemma == "schedule" || g.lemma == "plan") && g.passive && !g.past && g.form == finite:
	default:
		return ""
	}
	h := subject.heads[0]
	whole := r.actorAt(subject.lo, subject.hi)
	kind := r.nounKind(h)
	switch {
	case r.toks[h].is("election", "elections", "referendum", "vote", "poll", "polls", "runoff", "run-off", "ballot", "inauguration", "funeral"):
		kind = timeline.Other
	case r.toks[h].is("summit", "meeting", "conference"):
		kind = timeline.Agreement
	case kind == timeline.Agreement, kind == timeline.Protest, kind == timeline.Visit:
	case kind != "":
		return "" // "attacks are expected"
	case r.ofClass(&whole, "vehicle"), r.ofClass(&whole, "armed"):
		kind = timeline.Deployment
	case r.ofClass(&whole, "aidgoods"), r.ofClass(&whole, "rescue"):
		kind = timeline.Aid
	case r.ofClass(&whole, "person"), r.ofClass(&whole, "official"):
		kind = timeline.Visit
	default:
		return ""
	}
	f.modality, f.future = timeline.Planned, true
	if kind == timeline.Other || kind == timeline.Agreement || kind == timeline.Protest {
		r.takeNoun(f, h, kind)
		f.agent, f.strong = actor{}, true
	} else {
		f.agent, f.patient = whole, actor{}
	}
	return kind
}

// calledFor reads what somebody calls others to: "announced a protest for
// Wednesday". It needs its day.
func (r *reader) calledFor(s *sentence, k int, f *frame) timeline.Kind {
	c, g := &s.clauses[k], &s.groups[k]
	if g.negated || g.passive || g.lemma != "announce" && g.lemma != "call" && g.lemma != "schedule" {
		return ""
	}
	for h := g.last + 1; h < c.to && r.toks[h].tag != tagSub; h++ {
		if r.nounKind(h) == timeline.Protest && r.timeIn(h, c.to) > 0 {
			r.takeNoun(f, h, timeline.Protest)
			f.modality, f.future = timeline.Planned, true
			return timeline.Protest
		}
	}
	return ""
}
