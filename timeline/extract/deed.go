package extract

import (
	"dateline/data/lexicon"
	"dateline/timeline"
	"dateline/timeline/edtf"
	"dateline/timeline/source"
)

// deed reads a clause that no trigger knows, but that says who did what on
// which day and where: news of some other kind. A verb of state, of saying or
// of the mind tells none, nor does one that only begins or follows another event.
func (r *reader) deed(s *sentence, k int, f *frame) timeline.Kind {
	c, g := &s.clauses[k], &s.groups[k]
	if g.form != finite || !g.past && !g.passive && !g.perfect || g.modal || g.negated || g.future || g.progressive || c.quoted || c.antecedent >= 0 || s.shout {
		return ""
	}
	if r.lex.Words["idle"][g.lemma] || r.speech(g.lemma) || r.lex.Verbal["begin"][g.lemma] || r.lex.Verbal["happen"][g.lemma] || f.agent.empty() && f.patient.empty() {
		return ""
	}
	if r.opening(s, k) {
		f.strong, f.lead = true, true
		return timeline.Other
	}
	x := r.timeIn(f.from, c.to)
	if x == 0 || r.times[x-1].EDTF.IsZero() || r.times[x-1].EDTF.Precision() < edtf.Day {
		return ""
	}
	doer := &f.agent
	if g.passive {
		doer = &f.patient
	}
	known := doer.ent > 0 || doer.nation != "" || r.anyClass(doer, []string{"armed", "people", "official", "vehicle", "person", "org"})
	placed := false
	for i := f.from; i < c.to; i++ {
		m := r.toks[i].mention
		placed = placed || m > 0 && !r.places[m-1].Adj && !r.isCountry(&r.places[m-1]) && !r.figurative(i)
	}
	if !known || !placed {
		return ""
	}
	return timeline.Other
}

// fewest is how many sentences a text has at least whose first one sums it up.
const fewest = 5

// opening reports whether clause k is the main one of the sentence that opens a
// report, and so is what the report is about, whatever its verb.
func (r *reader) opening(s *sentence, k int) bool {
	c := &s.clauses[k]
	if r.portion.first > 0 || len(r.sents) < fewest || s.kind != source.Paragraph || c.parent >= 0 && !r.speech(s.groups[c.parent].lemma) || c.subject[1] <= c.subject[0] || r.toks[c.subject[0]].tag == tagPronoun {
		return false
	}
	for j := range k {
		if s.groups[j].form == finite && !r.speech(s.groups[j].lemma) {
			return false
		}
	}
	if r.lex.Verbs[s.groups[k].lemma].Forms&lexicon.Base == 0 {
		return false // no verb that is known
	}
	for i := s.from; i < s.to; i++ {
		if r.lex.Words["sport"][r.toks[i].low] {
			return false
		}
	}
	for i := range r.sents {
		if o := &r.sents[i]; o.kind == source.Paragraph && !o.question {
			return o.from == s.from
		}
	}
	return false
}

// weighLead drops the main clause of the opening sentence where another clause
// tells an event of a kind that is known.
func (r *reader) weighLead(first int) {
	known := false
	for i := first; i < len(r.frames); i++ {
		f := &r.frames[i]
		known = known || !f.lead && !f.dropped && f.kind != timeline.Statement && f.modality == timeline.Happened
	}
	for i := first; known && i < len(r.frames); i++ {
		r.frames[i].dropped = r.frames[i].dropped || r.frames[i].lead
	}
}
