package extract

import (
	"dateline/timeline"
	"dateline/timeline/edtf"
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
