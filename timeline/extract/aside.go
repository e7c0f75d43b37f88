package extract

import "dateline/timeline"

// aside gives the one place that another clause of a telling's sentence is at:
// "six people died after they fell ill in the town of X". What a source is
// said to be at, or somebody was at before, is not where it happened.
func (r *reader) aside(s *sentence, f *frame) []timeline.Place {
	switch f.kind {
	case timeline.Attack, timeline.Bombardment, timeline.Casualties, timeline.Arrest, timeline.Disaster, timeline.Protest, timeline.Battle:
	default:
		return nil
	}
	if f.future || f.modality != timeline.Happened || s.shout {
		return nil
	}
	var found []timeline.Place
	for k := range s.clauses {
		x, g := &s.clauses[k], &s.groups[k]
		if k == f.clause || r.speech(g.lemma) || g.modal || g.future || g.negated || x.quoted != f.quoted || x.intro == "who" || x.intro == "that" || x.intro == "before" || x.antecedent >= 0 && g.perfect {
			continue
		}
		var here []timeline.Place
		for _, p := range r.placesIn(s, f, x.from, x.to) {
			if (p.Role == timeline.At || p.Role == timeline.Near) && !r.isCountry(&p.Mention) && !p.Figurative && r.placed(s, &p) {
				here = append(here, p)
			}
		}
		if len(here) > 0 && len(found) > 0 {
			return nil
		}
		found = append(found, here...)
	}
	if len(found) != 1 {
		return nil
	}
	return found
}

// placed reports whether a preposition of place leads to a place's name.
func (r *reader) placed(s *sentence, p *timeline.Place) bool {
	m := r.mentionAt(p.Span.Start)
	if m < 0 {
		return false
	}
	_, j := r.classBefore(s, r.placeTok[m][0])
	return has([]string{"in", "at", "near", "outside", "inside", "on"}, r.cue(s, j))
}

// inCountry gives the country that the sentence of a telling, or one before it
// in the paragraph, says that it speaks of: "in X", "across X", "the country of
// X"; 0 for none. It is 1 + the mention.
func (r *reader) inCountry(f *frame) int {
	s := &r.sents[f.sent]
	for m := r.mentionsBefore(s.to); m > 0; m-- {
		at := r.placeTok[m-1][0]
		si := r.sentenceAt(at)
		if f.sent-si > 2 || r.sents[si].block != s.block {
			return 0
		}
		p, sense := &r.places[m-1], &r.placeSense[m-1]
		if p.Adj || p.Figurative || !sense.Country || sense.Town {
			continue
		}
		_, j := r.classBefore(&r.sents[si], at)
		switch r.cue(&r.sents[si], j) {
		case "in", "across", "throughout", "inside":
			return m
		}
	}
	return 0
}
