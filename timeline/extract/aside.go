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
	if len(found) == 0 {
		return r.written(s, f)
	}
	if len(found) != 1 {
		return nil
	}
	return found
}

// written gives the town of the dateline for what the sentence behind it tells
// without another place, where that town is in the country that the report is
// about.
func (r *reader) written(s *sentence, f *frame) []timeline.Place {
	at := r.mentionsBefore(s.from) // the first of the sentence
	if r.atlas == nil || f.quoted || at >= len(r.places) || r.placeTok[at][0] != s.from || r.places[at].Known != "dateline" {
		return nil
	}
	for m := at + 1; m < len(r.places) && r.placeTok[m][0] < s.to; m++ {
		if !r.places[m].Adj && r.places[m].Name != r.places[at].In {
			return nil
		}
	}
	if keys := r.nationsOf(r.places[at].Name); len(keys) == 0 || keys[0] != r.homeNation {
		return nil
	}
	f.loose = true
	return []timeline.Place{r.placeOf(at + 1)}
}

// jurisdiction gives the town whose official or police tell of something: "the
// mayor of X said that ten people had been arrested", "X police said".
func (r *reader) jurisdiction(s *sentence, f *frame) (timeline.Place, bool) {
	for k := range s.clauses {
		x, g := &s.clauses[k], &s.groups[k]
		if k == f.clause || !r.speech(g.lemma) && g.lemma != "tweet" || g.form != finite || x.subject[1] <= x.subject[0] {
			continue
		}
		for i := x.subject[0]; i < x.subject[1]; i++ {
			m := r.toks[i].mention
			if m == 0 || r.placeTok[m-1][0] != i || r.places[m-1].Adj || r.isCountry(&r.places[m-1]) {
				continue
			}
			end := r.placeTok[m-1][1]
			local := end < x.subject[1] && r.localOffice(end) || i-2 >= x.subject[0] && r.toks[i-1].low == "of" && r.localOffice(i-2)
			if local {
				return r.placeOf(m), true
			}
		}
	}
	return timeline.Place{}, false
}

// localOffice reports whether token i is somebody who answers for a town.
func (r *reader) localOffice(i int) bool {
	return r.toks[i].is("mayor", "police", "governor", "sheriff", "prosecutor", "prosecutors", "council", "authorities", "officials", "firefighters", "residents")
}

// ofPerson gives the place at which the report puts somebody who was struck:
// "the shooting of X Y near Z", when it tells of him again.
func (r *reader) ofPerson(f *frame) []timeline.Place {
	if !violent(f.kind) || f.modality != timeline.Happened || len(f.patient.heads) != 1 {
		return nil
	}
	name := &r.toks[f.patient.heads[0]]
	if !name.upper || name.mention > 0 || name.kind != word || len(name.classes) > 0 || name.entity > 0 && r.ents[name.entity-1].kind != person {
		return nil
	}
	for i := 1; i+2 < len(r.toks); i++ {
		if r.toks[i].text != name.text || !r.toks[i-1].upper || !r.toks[i+1].is("in", "near", "at", "outside") {
			continue
		}
		j := i + 2
		for j < len(r.toks) && j < i+4 && r.toks[j].is("the", "a") {
			j++
		}
		if m := r.toks[j].mention; m > 0 && !r.places[m-1].Adj && !r.isCountry(&r.places[m-1]) && r.struckBefore(i) {
			p := r.placeOf(m)
			if r.toks[i+1].is("near", "outside") {
				p.Role = timeline.Near
			}
			return []timeline.Place{p}
		}
	}
	return nil
}

// struckBefore reports whether a noun of violence stands close before token i.
func (r *reader) struckBefore(i int) bool {
	for j := i - 1; j >= max(0, i-14); j-- {
		if violent(r.nounKind(j)) || r.toks[j].is("shooting", "shootings", "killing", "killings", "death", "deaths", "murder", "murders", "arrest", "attack", "stabbing") {
			return true
		}
	}
	return false
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
		p := &r.places[m-1]
		if p.Adj || p.Figurative || p.In != "" || !r.isCountry(p) {
			continue
		}
		_, j := r.classBefore(&r.sents[si], at)
		switch r.cue(&r.sents[si], j) {
		case "in", "across", "throughout", "inside", "into":
			return m
		}
	}
	return 0
}
