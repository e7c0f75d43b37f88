package extract

import "dateline/timeline"

// tied gives a telling without a place the one that its words point to: where
// the report says that the same person was, or where the office of who tells it
// is: "Atlanta Mayor X said ten people had been arrested".
func (r *reader) tied(f *frame) {
	if f.kind == timeline.Visit || f.kind == timeline.Statement || f.kind == timeline.Agreement {
		return
	}
	if p, ok := r.placeOfVictim(f); ok {
		f.places = append(f.places, p)
		return
	}
	if f.office > 0 {
		f.places = append(f.places, timeline.Place{Mention: r.places[f.office-1], Role: timeline.At})
	}
}

// placeOfVictim finds where else the report says that what a person suffered
// happened: "the shootings of A near X and B in Y" tells where A was killed.
func (r *reader) placeOfVictim(f *frame) (timeline.Place, bool) {
	if !r.victim(f) {
		return timeline.Place{}, false
	}
	e, name := f.patient.ent, r.toks[f.patient.heads[0]].low
	for si := range r.sents {
		s := &r.sents[si]
		for i := s.from; i+2 < s.to; i++ {
			same := e > 0 && r.toks[i].entity == e && r.toks[i+1].entity != e || e == 0 && r.toks[i].low == name && r.toks[i].upper
			if !same {
				continue
			}
			role := timeline.At
			switch {
			case r.toks[i+1].is("in", "at"):
			case r.toks[i+1].is("near", "outside"):
				role = timeline.Near
			default:
				continue
			}
			if m := r.toks[i+2].mention; m > 0 && !r.places[m-1].Adj && !r.isCountry(&r.places[m-1]) {
				return timeline.Place{Mention: r.places[m-1], Role: role}, true
			}
		}
	}
	return timeline.Place{}, false
}

// victim reports whether a telling is of what one person suffered who is
// called by name.
func (r *reader) victim(f *frame) bool {
	if f.kind != timeline.Casualties && f.kind != timeline.Attack && f.kind != timeline.Arrest || len(f.patient.heads) != 1 {
		return false
	}
	if e := f.patient.ent; e > 0 {
		return r.ents[e-1].kind == person
	}
	h := &r.toks[f.patient.heads[0]]
	return h.tag == tagName && h.upper && h.mention == 0
}

// officeOf gives 1 + the mention of the place that a speaker speaks for: of the
// mayor of a town, the governor of a province or their police; 0 for none.
func (r *reader) officeOf(a *actor) int {
	for i := a.lo; i < a.hi && i < len(r.toks); i++ {
		m := r.toks[i].mention
		if m == 0 || r.places[m-1].Adj || r.isCountry(&r.places[m-1]) {
			continue
		}
		end := i + 1
		for end < a.hi && r.toks[end].mention == m {
			end++
		}
		if end < a.hi && office(&r.toks[end]) || i > a.lo+1 && r.toks[i-1].is("of", "in") && office(&r.toks[i-2]) {
			return m
		}
		i = end - 1
	}
	return 0
}

// office reports whether a word names who speaks for a town or a province.
func office(t *token) bool {
	return t.is("mayor", "governor", "sheriff", "prefect", "police", "firefighters", "fire", "councillor", "hospital", "mayor's")
}
