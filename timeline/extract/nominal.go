package extract

import (
	"dateline/timeline"
	"dateline/timeline/edtf"
)

// nominals reads the events that nouns tell without a verb of their own: "the
// massacre of six priests in X on 16 November", "after a suicide bombing in
// Y". They must say themselves where they happened.
func (r *reader) nominals(s *sentence, si int) {
	for h := s.from; h < s.to; h++ {
		if f, ok := r.comingVote(s, si, h); ok {
			r.frames = append(r.frames, f)
			continue
		}
		kind := r.nounKind(h)
		if kind == timeline.Other && r.ballot(s, si, h) {
			continue
		}
		if !violent(kind) && kind != timeline.Disaster && kind != timeline.Protest || r.toks[h].group > 0 || r.told(s, h) {
			continue
		}
		k := r.clauseOf(s, h)
		if k < 0 && len(s.clauses) > 0 && h < s.clauses[0].from {
			k = 0 // "After a bombing in X, shops stayed shut"
		}
		if k < 0 || r.unreal(s, k) || r.generic(s, h) {
			continue
		}
		end := r.nominalEnd(s, h)
		f := frame{sent: si, clause: k, from: h, to: end, head: h, noun: r.toks[h].low, kind: kind, nominal: true}
		f.agent = r.sides(h, end)
		if f.agent.key == "" {
			f.agent = actor{}
		}
		f.places = r.placesIn(s, &f, h+1, end)
		if !r.located(&f) {
			continue
		}
		f.figures = r.figures(h, end)
		f.time = r.timeIn(h, end)
		r.claimedDeed(s, k, &f)
		r.frames = append(r.frames, f)
	}
}

// claimedDeed reads "X claimed responsibility for the attack in Y": X's claim on
// the attack, and no statement beside it.
func (r *reader) claimedDeed(s *sentence, k int, f *frame) {
	for i := len(r.frames) - 1; i >= 0 && r.frames[i].sent == f.sent; i-- {
		o := &r.frames[i]
		if o.kind != timeline.Statement || o.clause != k || o.lemma != "claim" {
			continue
		}
		f.agent = o.agent
		f.claims = append(f.claims, r.claim(s, k, &o.agent, f))
		o.dropped = true
		return
	}
}

// told reports whether the noun at token h belongs to an event that its clause
// tells already.
func (r *reader) told(s *sentence, h int) bool {
	for i := len(r.frames) - 1; i >= 0 && &r.sents[r.frames[i].sent] == s; i-- {
		f := &r.frames[i]
		if f.kind == timeline.Statement {
			continue
		}
		if f.head == h || f.from <= h && h < f.to {
			return true
		}
	}
	return false
}

// clauseOf gives the clause in which token h stands, -1 for none.
func (r *reader) clauseOf(s *sentence, h int) int {
	for k := range s.clauses {
		if c := &s.clauses[k]; c.from <= h && h < c.to || c.subject[0] <= h && h < c.subject[1] {
			return k
		}
	}
	return -1
}

// unreal reports whether clause k tells what may be, not what was.
func (r *reader) unreal(s *sentence, k int) bool {
	for n := 0; k >= 0 && n < 4; k, n = s.clauses[k].parent, n+1 {
		g, c := &s.groups[k], &s.clauses[k]
		if g.modal || g.future || g.negated || c.quoted || c.intro == "if" || c.intro == "unless" || r.presentSimple(g) && !r.speech(g.lemma) {
			return true
		}
		switch g.lemma {
		case "plan", "fear", "threaten", "prevent", "avoid", "want", "prepare", "demand":
			return true
		}
	}
	return false
}

// generic reports whether the noun at token h is of a kind, not of one event:
// "attacks against villages", "a wave of attacks", "no attack".
func (r *reader) generic(s *sentence, h int) bool {
	for i := h - 1; i >= max(s.from, h-4); i-- {
		t := &r.toks[i]
		switch {
		case t.is("no", "any", "such", "future", "further", "possible", "alleged", "planned", "anti", "every"):
			return true
		case t.tag == tagPrep && t.is("against", "to", "for", "without", "of") && i == h-1:
			return true
		case t.tag == tagMark || t.group > 0:
			return false
		}
	}
	return false
}

// nominalEnd gives the end of the phrase that an event noun at token h heads,
// with its places and times, and a participle ("carried out") after it.
func (r *reader) nominalEnd(s *sentence, h int) int {
	for i := h + 1; i < s.to; i++ {
		t := &r.toks[i]
		switch {
		case t.tag == tagSub, t.tag == tagConj && !r.joins(i, i+1) && t.low != "and":
			return i
		case t.group > 0:
			if g := &s.groups[t.group-1]; g.form == participle && (g.lemma == "carry" || g.lemma == "stage" || g.lemma == "commit" || g.lemma == "launch") {
				i = g.last
				continue
			}
			return i
		case t.kind == mark && t.tag == tagMark && !t.is(",", "\"", "'", "-", "(", ")"):
			return i
		case t.low == "," && !(i+1 < s.to && (r.toks[i+1].mention > 0 || r.toks[i+1].time > 0)):
			return i
		case t.low == "and" && !(i+1 < s.to && r.toks[i+1].mention > 0):
			return i
		}
	}
	return s.to
}

// violent reports whether a kind is one of violence.
func violent(k timeline.Kind) bool {
	switch k {
	case timeline.Battle, timeline.Attack, timeline.Bombardment, timeline.Arrest, timeline.Casualties:
		return true
	}
	return false
}

// comingVote reads a vote that is only named with its day to come: "the
// presidential vote this Sunday", "before the election on 5 May".
func (r *reader) comingVote(s *sentence, si, h int) (frame, bool) {
	t := &r.toks[h]
	if !t.is("election", "elections", "referendum", "vote", "runoff", "run-off", "polls", "ballot") || t.tag != tagNoun || r.told(s, h) || r.pubDay.IsZero() {
		return frame{}, false
	}
	day := 0
	for i := h + 1; i < min(s.to, h+5) && day == 0; i++ {
		switch x := &r.toks[i]; {
		case x.time > 0:
			day = x.time
		case !x.is("on", "due", "set", "scheduled", "for", "in", ",", "planned", "this", "next"):
			return frame{}, false
		}
	}
	k := r.clauseOf(s, h)
	if day == 0 || k < 0 || !r.dates(day) || r.times[day-1].EDTF.Precision() != edtf.Day {
		return frame{}, false
	}
	from, _ := r.times[day-1].EDTF.Bounds()
	if !from.After(r.pubDay) {
		return frame{}, false
	}
	for i := range r.frames {
		if o := &r.frames[i]; o.modality == timeline.Planned && o.kind == timeline.Other && o.time > 0 && r.times[o.time-1].Value == r.times[day-1].Value {
			return frame{}, false
		}
	}
	f := frame{sent: si, clause: k, from: h, to: r.nominalEnd(s, h), head: h, noun: t.low, kind: timeline.Other, nominal: true, strong: true, future: true, modality: timeline.Planned, time: day}
	f.places = r.placesIn(s, &f, r.phraseStart(s, h), f.to)
	return f, true
}

// ballots are the nouns of a vote, in one number.
func ballots(noun string) bool {
	switch noun {
	case "election", "elections", "referendum", "runoff", "run-off":
		return true
	}
	return false
}

// ballot reads a vote of which only the day is told, in passing: "ahead of the
// elections on Sunday", "boycotted the 25 May referendum". That it is held is
// sure, whatever the clause says of it.
func (r *reader) ballot(s *sentence, si, h int) bool {
	if !ballots(r.toks[h].low) || r.toks[h].group > 0 || r.told(s, h) || r.pubDay.IsZero() {
		return false
	}
	x := 0
	for i := h - 1; i >= s.from && x == 0; i-- { // "the 25 May presidential election", "Sunday's election"
		t := &r.toks[i]
		if t.time > 0 && r.dates(t.time) {
			x = t.time
		}
		if t.group > 0 || t.tag != tagNoun && t.tag != tagAdjective && t.tag != tagName && t.tag != tagPossessive {
			break
		}
	}
	if i := h + 1; x == 0 && i < s.to && (r.toks[i].is("on", "in", "for", "due", "scheduled", "planned", "set", "held") || r.toks[i].time > 0) {
		x = r.timeIn(h+1, min(s.to, h+6))
	}
	if x == 0 || r.times[x-1].EDTF.IsZero() || r.times[x-1].EDTF.Precision() < edtf.Month {
		return false
	}
	k := max(r.clauseOf(s, h), 0)
	if k >= len(s.clauses) {
		return false
	}
	f := frame{sent: si, clause: k, from: h, to: r.nominalEnd(s, h), head: h, noun: r.toks[h].low, kind: timeline.Other, nominal: true, time: x, strong: true}
	if r.old(&f) {
		return false
	}
	if from, _ := r.times[x-1].EDTF.Bounds(); from.After(r.pubDay) {
		f.modality, f.future = timeline.Planned, true
	} else {
		f.modality = timeline.Happened
	}
	r.frames = append(r.frames, f)
	return true
}
