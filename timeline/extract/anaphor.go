package extract

import (
	"dateline/timeline"
)

// anaphor reads "the city", "the province", "there" in an event's clause.
func (r *reader) anaphor(s *sentence, f *frame) (timeline.Place, bool) {
	for i := r.phraseHead(s, f); i < f.to; i++ {
		if end := r.mainSubject(s); i == end && i < f.from {
			i = f.from // "In the capital, …": on to the clause itself
		}
		t := &r.toks[i]
		if t.low == "there" && (i+1 >= s.to || r.toks[i+1].tag != tagAux && r.toks[i+1].tag != tagModal && r.toks[i+1].tag != tagVerb) && r.lastTown > 0 && i > f.head {
			return r.back(s, i, false)
		}
		if t.is("it", "them") && i >= f.patient.lo && i < f.patient.hi && f.kind == timeline.ChangeOfControl {
			return r.back(s, i, false)
		}
		if i > 1 && r.toks[i-1].tag == tagAdjective && r.toks[i-2].low == "the" {
		} else if i == 0 || !r.toks[i-1].is("the", "this", "that") {
			continue
		}
		if i+1 < s.to && (r.toks[i+1].low == "of" || r.toks[i+1].tag == tagPossessive && t.low == "country") {
			continue
		}
		switch t.low {
		case "capital":
			if r.capital > 0 {
				return timeline.Place{Mention: r.places[r.capital-1], Role: r.anaphorRole(i)}, true
			}
			fallthrough
		case "palace", "square", "parliament", "barracks", "mosque", "church", "stadium", "city", "town", "village", "port", "camp", "settlement", "district", "districts", "suburbs", "outskirts", "centre", "center", "streets", "neighbourhoods", "hospital", "airport":
			return r.back(s, i, false)
		case "province", "governorate", "region", "oblast", "state":
			return r.back(s, i, true)
		}
	}
	return timeline.Place{}, false
}

// phraseHead gives the first token where a phrase at the head of the sentence
// can say where a telling happened.
func (r *reader) phraseHead(s *sentence, f *frame) int {
	if r.toks[s.from].tag == tagPrep && f.from > s.from && r.mainSubject(s) < s.to {
		return s.from
	}
	return f.from
}

// anaphorRole reads the part of "the capital" at token i.
func (r *reader) anaphorRole(i int) timeline.Role {
	for j := i - 1; j >= max(0, i-3); j-- {
		switch r.toks[j].low {
		case "towards", "toward":
			return timeline.Toward
		case "near", "outside", "around", "of":
			return timeline.Near
		case "from":
			return timeline.From
		}
	}
	return timeline.At
}

// findCapital remembers the town that the report calls the capital: "the
// capital, X", "X, the capital".
func (r *reader) findCapital() {
	for i := range r.toks {
		if r.toks[i].low != "capital" {
			continue
		}
		j := i + 1
		for j < len(r.toks) && j < i+4 && (r.toks[j].is(",", "of", "city") || r.toks[j].mention > 0 && (r.placeSense[r.toks[j].mention-1].Country)) {
			j++
		}
		if j < len(r.toks) && r.town(j) {
			r.capital = r.toks[j].mention
			return
		}
		if i > 3 && r.toks[i-1].is("the", "'s") {
			for j = i - 2; j > i-4 && j > 0; j-- {
				if r.toks[j].low == "," && r.town(j-1) {
					r.capital = r.toks[j-1].mention
					return
				}
			}
		}
	}
}

// town reports whether token i names a town.
func (r *reader) town(i int) bool {
	m := r.toks[i].mention
	return m > 0 && !r.places[m-1].Adj && r.placeSense[m-1].Town
}

// back finds the last place before token i: a division or a town.
func (r *reader) back(s *sentence, i int, division bool) (timeline.Place, bool) {
	m := r.lastTown
	if division {
		m = r.lastArea
	}
	for j := s.from; j < i; j++ {
		k := r.toks[j].mention
		if k == 0 || r.places[k-1].Adj {
			continue
		}
		sense := r.placeSense[k-1]
		isDivision := r.places[k-1].Class == timeline.Division || sense.Division && !sense.Town
		if isDivision == division && !(sense.Country && r.places[k-1].Class != timeline.Town) {
			m = k
		}
	}
	if m == 0 {
		return timeline.Place{}, false
	}
	return timeline.Place{Mention: r.places[m-1], Role: timeline.At}, true
}
