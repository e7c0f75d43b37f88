package extract

import (
	"strings"

	"dateline/timeline"
)

// statement makes an event of somebody's words when he or the verb is news.
func (r *reader) statement(s *sentence, si, k int, speaker *actor) (frame, bool) {
	c := &s.clauses[k]
	g := &s.groups[k]
	if g.modal || g.future || c.antecedent >= 0 || s.kind != 0 && s.kind != 2 {
		return frame{}, false
	}
	switch c.intro {
	case "if", "as", "when", "while", "because", "unless", "whether":
		return frame{}, false
	}
	ok := false
	v := r.lex.Verbal
	if speaker.ent > 0 {
		e := &r.ents[speaker.ent-1]
		switch e.kind {
		case person:
			ok = e.official && (v["person"][g.lemma] || v["denies"][g.lemma] || g.lemma == "rule")
		default:
			ok = (v["news"][g.lemma] || v["say"][g.lemma] && e.kind == body && !r.media(e)) && !r.presentSimple(g)
		}
	} else if v["say"][g.lemma] && r.ofState(speaker) && !r.presentSimple(g) {
		ok = true
	} else if v["news"][g.lemma] && !r.presentSimple(g) {
		for _, h := range speaker.heads {
			t := &r.toks[h]
			ok = ok || t.noun("org") || t.noun("state") && speaker.nation != "" || t.noun("official") && speaker.country > 0 && !strings.HasPrefix(t.low, "spokes") && !strings.HasPrefix(t.low, "official") || t.mention > 0 && !r.places[t.mention-1].Adj || t.noun("leader")
		}
	}
	ok = ok || r.dutyNews(s, k, speaker)
	if !ok || r.saysNothing(s, k) || r.position(g) {
		return frame{}, false
	}
	f := frame{kind: timeline.Statement, sent: si, clause: k, from: c.from, to: c.to, head: g.head, lemma: g.lemma, agent: *speaker, speaker: speaker.ent, strong: true, quoted: false}
	f.places = r.statementPlaces(s, &f, c)
	return f, true
}

// media reports whether a body only passes on what others say, or measures.
func (r *reader) media(e *entity) bool {
	for _, w := range strings.Fields(strings.ToLower(e.name)) {
		switch w {
		case "bbc", "cnn", "afp", "ap", "reuters", "tass", "sana", "irna", "spa", "news", "radio", "television", "tv", "times", "post", "gazette", "herald", "tribune", "daily", "press", "survey", "observatory", "institute", "center", "centre", "meteorological", "weather", "monitor":
			return true
		}
	}
	return false
}

// ofState reports whether a speaker is a country or one of its bodies.
func (r *reader) ofState(a *actor) bool {
	for _, h := range a.heads {
		t := &r.toks[h]
		if t.noun("state") && !t.is("police") || t.is("ministry", "government", "command", "presidency", "council", "commission", "committee", "bureau", "parliament", "coalition") || t.mention > 0 && !r.places[t.mention-1].Adj && r.placeSense[t.mention-1].Country {
			return true
		}
	}
	return false
}

// statementPlaces reads where something was said: "In X, the minister warned",
// "told reporters in X".
func (r *reader) statementPlaces(s *sentence, f *frame, c *clause) []timeline.Place {
	var all []timeline.Place
	add := func(i int) {
		m := r.toks[i].mention
		if m > 0 && !r.places[m-1].Adj && !r.placeSense[m-1].Country && (i == 0 || r.toks[i-1].mention != m) {
			all = append(all, timeline.Place{Mention: r.places[m-1], Role: timeline.At})
		}
	}
	if r.toks[s.from].is("in", "at") || r.toks[s.from].is("speaking", "addressing", "talking") {
		for i := s.from + 1; i < s.to && r.toks[i].low != ","; i++ {
			add(i)
		}
	}
	if len(all) > 0 || c.inverted {
		return all
	}
	g := &s.groups[f.clause]
	if c.intro == "and" && f.clause > 0 { // "held a meeting in X and called on …"
		for i := s.groups[f.clause-1].last + 1; i+1 < g.first; i++ {
			if r.toks[i].is("in", "at") {
				add(i + 1)
			}
		}
		if len(all) > 0 {
			return all
		}
	}
	for i := g.last + 1; i < c.to; i++ {
		if r.boundary(i) {
			break
		}
		if r.toks[i].is("in", "at") && i+1 < c.to && (i == g.last+1 || r.toks[i-1].is("reporters", "journalists", "conference", "speech", "rally", "parliament", "address", "speaking", "meeting", "summit") || r.toks[i-1].tag == tagTime) {
			add(i + 1)
		}
	}
	return all
}

// saysNothing reports whether a clause of telling has no content: "the mayor
// told reporters in X".
func (r *reader) saysNothing(s *sentence, k int) bool {
	if s.groups[k].lemma != "tell" && s.groups[k].lemma != "say" && s.groups[k].lemma != "speak" {
		return false
	}
	if lo, hi := r.content(s, k); lo < hi {
		return false
	}
	for i := s.from; i < s.to; i++ {
		if r.toks[i].quoted {
			return false
		}
	}
	c := &s.clauses[k]
	return c.object[1] <= c.object[0] || s.groups[k].lemma == "tell"
}

// dutyNews reports whether a body or office makes news by what it says: it
// confirms something, or says it on a day that the report gives.
func (r *reader) dutyNews(s *sentence, k int, speaker *actor) bool {
	g, c := &s.groups[k], &s.clauses[k]
	if r.presentSimple(g) || g.passive || len(speaker.heads) == 0 {
		return false
	}
	h := &r.toks[speaker.heads[0]]
	office := h.noun("org") && !h.is("party") || h.is("bureau", "agency", "office", "institute", "committee", "commission", "board", "regulator", "operator", "investigators", "authority")
	if speaker.ent > 0 {
		e := &r.ents[speaker.ent-1]
		office = e.kind == body && !r.media(e)
	}
	if !office || s.groups[k].form != finite {
		return false
	}
	return g.lemma == "confirm" || r.lex.Verbal["say"][g.lemma] && r.timeIn(g.last+1, c.to) > 0
}

// position reports whether a verb in the present only tells where somebody
// stands: "X accuses Y", "he denies it".
func (r *reader) position(g *group) bool {
	switch g.lemma {
	case "accuse", "blame", "deny", "acknowledge", "admit", "reject", "criticise", "criticize", "claim", "praise", "oppose", "describe":
		return r.presentSimple(g)
	}
	return false
}
