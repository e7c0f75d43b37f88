package extract

import (
	"strings"

	"dateline/timeline"
)

// attribute finds who says what in a sentence: claims on its events, and
// statements that are events of their own.
func (r *reader) attribute(s *sentence, si, first int, made []int) {
	said := make([]bool, len(s.clauses)) // content of somebody's words
	for k := range s.clauses {
		g := &s.groups[k]
		if g.passive || g.form == infinitive || g.form == participle || !r.speech(g.lemma) || made[k] > 0 && r.frames[made[k]-1].kind != timeline.Statement {
			continue
		}
		c := &s.clauses[k]
		if g.form == gerund && (k == 0 || c.parent < 0) && s.clauses[k].from <= s.from+1 {
			continue // "Speaking in X, …"
		}
		if c.intro == "as" && (k == len(s.clauses)-1 || s.clauses[k+1].intro != "that") {
			r.alsoSaid(s, k, made)
			continue
		}
		if c.intro == "if" || c.intro == "unless" || c.intro == "whether" {
			continue
		}
		speaker := r.actorAt(c.subject[0], c.subject[1])
		if speaker.empty() {
			continue
		}
		if h := speaker.heads; len(h) == 1 && r.toks[h[0]].is("it", "they") && r.lastSpeaker.name != "" {
			lo, hi, heads, said := speaker.lo, speaker.hi, speaker.heads, speaker.said
			speaker = r.lastSpeaker
			speaker.lo, speaker.hi, speaker.heads, speaker.said = lo, hi, heads, said
		} else if len(h) == 1 && r.toks[h[0]].is("he", "she") && r.lastSpeaker.ent > 0 && r.ents[r.lastSpeaker.ent-1].kind == person && r.spokeIn == r.sents[si].block {
			speaker.ent, speaker.name, speaker.key = r.lastSpeaker.ent, r.lastSpeaker.name, r.lastSpeaker.key
			speaker.nation, speaker.country = r.lastSpeaker.nation, r.lastSpeaker.country
		} else if len(h) > 0 {
			r.lastSpeaker, r.spokeIn = speaker, r.sents[si].block
		}
		if made[k] == 0 && r.refutes(s, si, k, &speaker) {
			continue
		}
		lo, hi := r.content(s, k)
		nested := said[k]
		news := 0
		var tells []int
		for j := lo; j < hi; j++ {
			said[j] = true
			if made[j] > 0 && j != k {
				f := &r.frames[made[j]-1]
				if nested {
					f.claims = nil // "X said Y claimed it": Y's account
				}
				told := f.kind == timeline.Displacement || g.lemma == "order"
				if !f.future || !told {
					f.claims = append(f.claims, r.claim(s, k, &speaker, f))
					f.office = r.officeOf(&speaker)
				}
				if (!f.future || told || arranged(f.kind)) && (!f.denial || speaker.ent == 0 || r.ents[speaker.ent-1].kind != person) {
					news++
					tells = append(tells, made[j]-1)
				}
			}
		}
		for j := range made { // denials turn the claim round
			if made[j] > 0 && j >= lo && j < hi && r.lex.Verbal["denies"][g.lemma] && !g.negated {
				f := &r.frames[made[j]-1]
				if f.modality == timeline.Happened {
					f.modality, f.denial = timeline.Denied, true
					if speaker.ent > 0 && r.ents[speaker.ent-1].kind == person {
						news = max(news-1, 0)
					}
				}
			}
		}
		if made[k] > 0 {
			r.frames[made[k]-1].speaker = r.speakerOf(&speaker)
			continue
		}
		if c.intro == "and" && k > 0 && made[k-1] > 0 && r.frames[made[k-1]-1].kind == timeline.Visit && r.frames[made[k-1]-1].agent.key == speaker.key {
			continue // said during the visit
		}
		if !said[k] && g.form == finite {
			if f, ok := r.statement(s, si, k, &speaker); ok {
				f.unless = tells
				r.frames = append(r.frames, f)
				made[k] = len(r.frames)
			}
		}
	}
	r.recount(s, si)
	r.sources(s, first)
}

// recount reads another count of what was just told: "An army source put the
// number of prisoners at 120".
func (r *reader) recount(s *sentence, si int) {
	for k := range s.clauses {
		c, g := &s.clauses[k], &s.groups[k]
		if g.lemma != "put" && g.lemma != "estimate" || g.passive || c.object[1] <= c.object[0] {
			continue
		}
		counts := false
		for i := c.object[0]; i < c.object[1]; i++ {
			counts = counts || r.toks[i].is("number", "toll", "figure", "count")
		}
		speaker := r.actorAt(c.subject[0], c.subject[1])
		for i := c.object[1]; counts && !speaker.empty() && i+1 < c.to; i++ {
			if r.toks[i].low != "at" {
				continue
			}
			n, end, ok := r.number(i+1, c.to)
			if !ok {
				break
			}
			r.addCount(s, si, &speaker, timeline.Figure{Min: n, Max: n, Stated: r.phrase(i+1, end), Span: timeline.Span{Source: r.doc.ID, Start: r.toks[i+1].start, End: r.toks[end-1].end}})
			break
		}
	}
}

// addCount gives another count, and who says it, to the last telling that has
// one.
func (r *reader) addCount(s *sentence, si int, speaker *actor, g timeline.Figure) {
	for i := len(r.frames) - 1; i >= 0 && si-r.frames[i].sent <= 2; i-- {
		f := &r.frames[i]
		if f.kind == timeline.Statement || len(f.figures) == 0 || f.dropped {
			continue
		}
		g.Of = f.figures[0].Of
		f.count([]timeline.Figure{g})
		if len(f.claims) == 0 {
			f.claims = append(f.claims, r.ownClaim(f))
		}
		f.claims = append(f.claims, timeline.Claim{By: r.saidBy(speaker), Stance: timeline.Claims, Source: r.doc.ID, From: timeline.Span{Source: r.doc.ID, Start: s.start, End: s.end}})
		return
	}
}

// alsoSaid adds the account of "…, as X claimed" to the events of its sentence.
func (r *reader) alsoSaid(s *sentence, k int, made []int) {
	speaker := r.actorAt(s.clauses[k].subject[0], s.clauses[k].subject[1])
	if speaker.empty() {
		return
	}
	for j := range k {
		if made[j] == 0 {
			continue
		}
		f := &r.frames[made[j]-1]
		if f.kind == timeline.Statement {
			continue
		}
		one := r.claim(s, k, &speaker, f)
		one.Stance = r.stance(s.groups[k].lemma, &speaker)
		f.claims = append(f.claims, one)
	}
}

// refutes reads "the army denied it", "X dismissed the claim": a denial of what
// the sentences just before told. It reports false where there is no such
// telling.
func (r *reader) refutes(s *sentence, si, k int, speaker *actor) bool {
	g := &s.groups[k]
	c := &s.clauses[k]
	if !r.lex.Verbal["denies"][g.lemma] || g.negated || c.object[1] <= c.object[0] {
		return false
	}
	h := r.heads(c.object[0], c.object[1])
	if len(h) == 0 || !r.toks[h[0]].is("it", "this", "that", "claim", "claims", "report", "reports", "responsibility", "involvement", "allegation", "allegations", "accusation", "accusations", "charge", "charges") {
		return false
	}
	for i := len(r.frames) - 1; i >= 0 && si-r.frames[i].sent <= 2; i-- {
		f := &r.frames[i]
		if f.sent == si && f.clause >= k || f.kind == timeline.Statement || f.dropped || f.denial || f.caption {
			continue
		}
		if len(f.claims) == 0 {
			f.claims = append(f.claims, r.ownClaim(f))
		}
		f.claims = append(f.claims, timeline.Claim{By: r.saidBy(speaker), Stance: timeline.Denies, Source: r.doc.ID, From: timeline.Span{Source: r.doc.ID, Start: s.start, End: s.end}})
		return true
	}
	return false
}

// content gives the clauses [lo, hi) that say what the speaker of clause k
// says.
func (r *reader) content(s *sentence, k int) (lo, hi int) {
	c := &s.clauses[k]
	g := &s.groups[k]
	start := c.from
	if c.subject[1] > c.subject[0] && !c.inverted {
		start = c.subject[0]
	}
	trailing := c.inverted
	if !trailing && k > 0 && start > s.from {
		p := &r.toks[start-1]
		if p.low == "," || closing(p.text) || p.tag == tagMark && start-2 >= s.from && r.toks[start-2].low == "," {
			// ", X said." with nothing after it.
			rest := c.object[1] <= c.object[0] || g.last+1 >= s.to || r.toks[g.last+1].low == "."
			trailing = rest && (k == len(s.clauses)-1 || s.groups[k+1].form != finite || s.clauses[k+1].intro != "that" && r.toks[g.last+1].kind == mark)
		}
	}
	if trailing {
		return 0, k
	}
	for j := k + 1; j < len(s.clauses); j++ {
		// Another's ", Y said" at the end takes everything before it.
		if x := &s.groups[j]; j == len(s.clauses)-1 && x.form == finite && r.speech(x.lemma) && (s.clauses[j].inverted || closing(r.toks[max(s.clauses[j].from-1, s.from)].text)) {
			return k + 1, k + 1
		}
	}
	return k + 1, len(s.clauses)
}

// claim is the account that the speaker of clause k gives of an event.
func (r *reader) claim(s *sentence, k int, speaker *actor, f *frame) timeline.Claim {
	lemma := s.groups[k].lemma
	c := timeline.Claim{By: r.saidBy(speaker), Source: r.doc.ID, From: timeline.Span{Source: r.doc.ID, Start: s.start, End: s.end}}
	c.Stance = r.stance(lemma, speaker)
	if f.denial {
		c.Stance = timeline.Denies
	}
	return c
}

// stance judges how a speaker stands to what he says: a party's and an
// unnamed source's word is a claim.
func (r *reader) stance(lemma string, speaker *actor) timeline.Stance {
	v := r.lex.Verbal
	switch {
	case v["denies"][lemma]:
		return timeline.Denies
	case v["confirms"][lemma]:
		return timeline.Confirms
	case v["doubts"][lemma]:
		return timeline.Doubts
	case v["claims"][lemma]:
		return timeline.Claims
	}
	if speaker.ent > 0 && r.ents[speaker.ent-1].kind == body {
		return timeline.Reports
	}
	for _, h := range speaker.heads {
		t := &r.toks[h]
		if t.is("agency", "agencies", "monitor", "monitors", "observatory", "survey", "institute", "authority", "authorities", "hospital", "ministry", "police", "centre", "center", "department", "governor", "mayor", "service", "services") {
			return timeline.Reports
		}
	}
	return timeline.Claims
}

// saidBy names a speaker as a reader would.
func (r *reader) saidBy(a *actor) string {
	if a.ent > 0 {
		return r.ents[a.ent-1].name
	}
	if len(a.heads) > 0 && r.toks[a.heads[0]].tag == tagPronoun && a.name != "" {
		return a.name
	}
	said := strings.TrimSpace(a.said)
	if len(a.heads) == 0 {
		return said
	}
	// "An Iraqi source" is "the source" of the next sentences.
	head := r.toks[a.heads[0]].low
	switch first := &r.toks[a.lo]; {
	case first.is("a", "an", "one"):
		if r.unnamed == nil {
			r.unnamed = map[string]string{}
		}
		r.unnamed[head] = said
	case first.is("the", "this", "that") && a.heads[0] <= a.lo+2 && r.unnamed[head] != "" && (a.heads[0] == a.lo+1 || r.toks[a.lo+1].low == "same"):
		return r.unnamed[head]
	}
	return said
}

func (r *reader) speakerOf(a *actor) int { return a.ent }

// sources adds the accounts named without a clause of their own: "according
// to X", "there are reports that", "is reported to have", "reportedly".
func (r *reader) sources(s *sentence, first int) {
	by := ""
	stance := timeline.Claims
	for i := s.from; i < s.to && by == ""; i++ {
		t := &r.toks[i]
		switch {
		case t.is("reportedly", "allegedly"):
			by = "reports"
		case t.low == "according" && i+2 < s.to && r.toks[i+1].low == "to":
			e := i + 2
			for e < s.to && !r.boundary(e) && r.toks[e].low != "." && r.toks[e].group == 0 && r.toks[e].tag != tagTime {
				e++
			}
			a := r.actorAt(i+2, e)
			by, stance = r.saidBy(&a), r.stance("say", &a)
		}
	}
	for k := range s.clauses {
		g := &s.groups[k]
		if by != "" {
			break
		}
		if g.passive && (g.lemma == "report" || g.lemma == "believe" || g.lemma == "say" || g.lemma == "think" || g.lemma == "understand" || g.lemma == "allege") {
			by = "reports"
		}
		if g.lemma == "be" || g.lemma == "receive" {
			for i := s.clauses[k].object[0]; i < s.clauses[k].object[1]; i++ {
				if r.toks[i].is("reports", "report", "claims", "rumours", "indications") {
					by = strings.TrimSpace(r.phrase(s.clauses[k].object[0], i+1))
				}
			}
		}
	}
	if by == "" {
		return
	}
	for i := first; i < len(r.frames); i++ {
		f := &r.frames[i]
		if f.kind == timeline.Statement {
			continue
		}
		f.claims = append(f.claims, timeline.Claim{By: by, Stance: stance, Source: r.doc.ID, From: timeline.Span{Source: r.doc.ID, Start: s.start, End: s.end}})
	}
}
