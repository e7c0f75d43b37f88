package extract

import (
	"sort"
	"strings"

	"dateline/timeline"
)

// refersTo tells what a noun after "the" can point back to.
type refersTo uint8

const (
	toNothing refersTo = iota
	toTown
	toArea
	toCountry
)

// referring gives what a noun points back to: "the city", "that country".
func referring(noun string) refersTo {
	switch noun {
	case "city", "town", "village", "port", "settlement", "suburb", "hamlet", "camp", "capital",
		"palace", "square", "parliament", "barracks", "mosque", "church", "stadium", "districts", "suburbs", "outskirts",
		"centre", "center", "streets", "neighbourhoods", "neighborhoods", "hospital", "airport":
		return toTown
	case "province", "governorate", "region", "oblast", "state", "district", "county", "enclave", "territory", "peninsula", "island", "archipelago":
		return toArea
	case "country", "nation", "kingdom":
		return toCountry
	}
	return toNothing
}

// anaphor reads "the city", "the province", "that country" and "there" in an
// event's clause.
func (r *reader) anaphor(s *sentence, f *frame) (timeline.Place, bool) {
	for i := r.phraseHead(s, f); i < f.to; i++ {
		if end := r.mainSubject(s); i == end && i < f.from {
			i = f.from // "In the capital, …": on to the clause itself
		}
		t := &r.toks[i]
		if t.low == "there" && (i+1 >= s.to || r.toks[i+1].tag != tagAux && r.toks[i+1].tag != tagModal && r.toks[i+1].tag != tagVerb) && i > f.head {
			return r.back(f, i, "there")
		}
		if t.is("it", "them") && i >= f.patient.lo && i < f.patient.hi && f.kind == timeline.ChangeOfControl {
			return r.back(f, i, "it")
		}
		det, nation := r.determined(i)
		if det < 0 || referring(t.low) == toNothing {
			continue
		}
		if i+1 < s.to && (r.toks[i+1].low == "of" || (r.toks[i+1].tag == tagNoun || r.toks[i+1].tag == tagName) && r.toks[i+1].kind == word || r.toks[i+1].tag == tagPossessive && referring(t.low) == toCountry) {
			continue
		}
		var p timeline.Place
		var ok bool
		switch {
		case referring(t.low) == toCountry:
			if p, ok = r.countryBack(s, f, i, r.toks[det].low); !ok {
				continue
			}
		case t.low == "capital":
			p, ok = r.capitalBack(f, i, nation)
		default:
			p, ok = r.back(f, i, t.low)
		}
		if ok {
			p.Role = r.anaphorRole(i)
		}
		return p, ok
	}
	return timeline.Place{}, false
}

// determined gives the token of "the", "this" or "that" before the noun at
// token i, with at most two adjectives between, and the nation that one of
// them names; -1 for none.
func (r *reader) determined(i int) (det int, nation string) {
	for j := i - 1; j >= 0 && j >= i-3; j-- {
		t := &r.toks[j]
		switch {
		case t.is("the", "this", "that") && t.kind == word:
			return j, nation
		case t.mention > 0 && r.places[t.mention-1].Adj:
			nation = r.nationOf(t.mention - 1)
		case t.tag != tagAdjective && !r.lex.Words["compass"][t.low]:
			return -1, ""
		}
	}
	return -1, ""
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
	for j := i - 1; j >= max(1, i-5) && r.toks[j].group == 0; j-- {
		switch r.toks[j].low {
		case "towards", "toward":
			return timeline.Toward
		case "near", "outside", "around":
			return timeline.Near
		case "from":
			return timeline.From
		case "of":
			if _, ok := timeline.Compass(r.toks[j-1].low); ok && r.toks[max(0, j-2)].low != "the" || r.toks[j-1].is("outskirts", "edge") {
				return timeline.Near
			}
		case "in", "at", "into", "to", "inside":
			return timeline.At
		}
	}
	return timeline.At
}

// findCapital remembers the town that the report calls the capital: "the
// capital, X", "X, the capital"; and those that are capitals of countries.
func (r *reader) findCapital() {
	r.nationCapital = map[string]int{}
	second := 0 // the capital of another country or of a division
	for i := range r.toks {
		if r.toks[i].low != "capital" {
			continue
		}
		m, own := r.capitalAt(i)
		switch {
		case m == 0:
		case own && r.capital == 0:
			r.capital = m
		case second == 0:
			second = m
		}
	}
	if r.atlas != nil {
		for i := range r.places {
			if p := &r.places[i]; !p.Adj && r.placeSense[i].Town {
				if c := r.atlas.CapitalOf(p.Name); c != "" && r.nationCapital[nationKey(c)] == 0 {
					r.nationCapital[nationKey(c)] = i + 1
				}
			}
		}
	}
	if r.capital == 0 {
		r.capital = r.nationCapital[r.homeNation]
	}
	if r.capital == 0 {
		r.capital = second
	}
}

// capitalAt gives the mention of the town that the word at token i calls the
// capital, 0 for none, and whether it is that of the country that the report
// is about.
func (r *reader) capitalAt(i int) (mention int, own bool) {
	own = true
	if i > 0 {
		if m := r.toks[i-1].mention; m > 0 {
			own = r.nationOf(m-1) == r.homeNation // "the Eritrean capital"
		}
	}
	if i+1 < len(r.toks) && r.toks[i+1].low == "of" {
		own = false // "the capital of Unity state"
		for j := i + 2; j < min(len(r.toks), i+6); j++ {
			if m := r.toks[j].mention; m > 0 && r.placeSense[m-1].Country {
				own = r.nationOf(m-1) == r.homeNation
				break
			}
		}
	}
	j := i + 1
	for j < len(r.toks) && j < i+4 && (r.toks[j].is(",", "of", "city") || r.toks[j].mention > 0 && (r.placeSense[r.toks[j].mention-1].Country)) {
		j++
	}
	if j < len(r.toks) && r.town(j) {
		return r.toks[j].mention, own
	}
	if i > 3 {
		for j = i - 1; j > i-6 && j > 0; j-- {
			if r.toks[j].low == "," && r.town(j-1) {
				return r.toks[j-1].mention, own
			}
			if t := &r.toks[j]; !(t.is("the", "'s", "’s") || t.mention > 0 || t.tag == tagAdjective || t.tag == tagPossessive || t.tag == tagDet) {
				break
			}
		}
	}
	return 0, false
}

// town reports whether token i names a town.
func (r *reader) town(i int) bool {
	m := r.toks[i].mention
	return m > 0 && !r.places[m-1].Adj && r.placeSense[m-1].Town
}

// capitalBack finds what "the capital" at token i is, of a nation that stands
// before it or of the report's.
func (r *reader) capitalBack(f *frame, i int, nation string) (timeline.Place, bool) {
	m := r.capital
	if nation != "" && nation != r.homeNation {
		m = r.nationCapital[nation]
	} else if nation != "" && r.nationCapital[nation] > 0 {
		m = r.nationCapital[nation]
	}
	if m == 0 {
		return r.back(f, i, "capital")
	}
	return r.placeOf(m), true
}

// placeOf is the place that a mention names, where something happens.
func (r *reader) placeOf(mention int) timeline.Place {
	p := timeline.Place{Mention: r.places[mention-1], Role: timeline.At}
	p.Figurative = false
	return p
}

// countryBack finds which country "that country" at token i is: the last one
// named; "the country" is the last one of the sentence or the one before, where
// something is said to be in it, else the one that the report is about.
func (r *reader) countryBack(s *sentence, f *frame, i int, det string) (timeline.Place, bool) {
	reach := 1
	if det == "that" {
		reach = 3
	}
	for m := r.mentionsBefore(i); m > 0; m-- {
		at, p := r.placeTok[m-1][0], &r.places[m-1]
		if f.sent-r.sentenceAt(at) > reach {
			break
		}
		if p.Adj || !r.isCountry(p) {
			continue
		}
		if det != "that" && (p.Figurative || at < 1 || !r.toks[at-1].is("in", "across", "into", "to", "from", "throughout")) {
			continue
		}
		c := r.placeOf(m)
		c.Class = timeline.Country
		return c, true
	}
	return timeline.Place{}, false
}

// mentionsBefore is how many mentions of places begin before token i.
func (r *reader) mentionsBefore(i int) int {
	return sort.Search(len(r.placeTok), func(k int) bool { return r.placeTok[k][0] >= i })
}

// sentenceAt gives the sentence in which a token stands.
func (r *reader) sentenceAt(i int) int {
	return max(0, sort.Search(len(r.sents), func(k int) bool { return r.sents[k].from > i })-1)
}

// Weights of what makes a place the one that "the city" points back to.
const (
	backReach    = 8   // sentences
	backNear     = 2.0 // for each sentence between
	backCalled   = 1.5 // the report calls it so, or otherwise
	backTold     = 1.0 // something was told to happen there
	backPassing  = 1.0 // somebody comes from there
	backDateline = 5.0 // it is only where the report was written
)

// back finds the place that a noun at token i points back to, of those named
// before: the nearest that can be called so. "there" and "it" are any place.
func (r *reader) back(f *frame, i int, noun string) (timeline.Place, bool) {
	want := referring(noun)
	best, top := 0, 0.0
	for m := r.mentionsBefore(i); m > 0; m-- {
		at, p, sense := r.placeTok[m-1], &r.places[m-1], &r.placeSense[m-1]
		gap := f.sent - r.sentenceAt(at[0])
		if gap > backReach {
			break
		}
		if p.Adj || p.Class != timeline.Town && r.isCountry(p) {
			continue
		}
		area := p.Class == timeline.Division || p.Class == timeline.District || (sense.Division || sense.District) && !sense.Town
		small := p.Class == timeline.District || p.Class != timeline.Division && sense.District && !sense.Division
		island := p.Class == timeline.Natural || sense.Natural && !sense.Town
		switch {
		case want == toTown && (area || island),
			want == toArea && area && small != (noun == "district" || noun == "county") && noun != "region" && noun != "enclave" && noun != "territory",
			want == toArea && !area && !(island && (noun == "island" || noun == "archipelago" || noun == "peninsula")):
			continue
		}
		score := -backNear * float64(gap)
		switch called := r.calls(p.Name); {
		case want == toNothing || len(called) == 0:
		case has(called, noun):
			score += backCalled
		case want == toTown && narrowing(noun):
			score -= backCalled
		}
		if r.after(m, "from") {
			score -= backPassing
		}
		if p.Known == "dateline" {
			score -= backDateline
		}
		if r.toldAt(p) {
			score += backTold
		}
		if best == 0 || score > top {
			best, top = m, score
		}
	}
	if best == 0 {
		return timeline.Place{}, false
	}
	return r.placeOf(best), true
}

// narrowing reports whether a noun says of what sort a place is, and is not
// something that any town has.
func narrowing(noun string) bool {
	switch noun {
	case "city", "town", "village", "port", "suburb", "hamlet", "camp":
		return true
	}
	return false
}

// toldAt reports whether one of the last tellings happened at a place.
func (r *reader) toldAt(p *timeline.Mention) bool {
	for k := len(r.frames) - 1; k >= max(0, len(r.frames)-8); k-- {
		for j := range r.frames[k].places {
			if q := &r.frames[k].places[j]; strings.EqualFold(q.Name, p.Name) && (q.Role == timeline.At || q.Role == timeline.To) {
				return true
			}
		}
	}
	return false
}

// calls gives the nouns by which the report calls a place: "city" of "the city
// of X", "X city" and "X, a city of two million".
func (r *reader) calls(name string) []string {
	if r.called == nil {
		r.called = map[string][]string{}
		for i := range r.places {
			if noun := r.calledAt(r.placeTok[i]); noun != "" && !r.places[i].Adj {
				low := strings.ToLower(r.places[i].Name)
				r.called[low] = append(r.called[low], noun)
			}
		}
	}
	return r.called[strings.ToLower(name)]
}

// calledAt reads what the words around a name call it.
func (r *reader) calledAt(span [2]int) string {
	is := func(i int) bool { return referring(r.toks[i].low) != toNothing && !r.toks[i].upper }
	b := span[0] - 1
	if b > 0 && r.toks[b].low == "of" {
		b--
	}
	if b > 0 && is(b) {
		return r.toks[b].low
	}
	e := span[1]
	if e < len(r.toks) && is(e) {
		return r.toks[e].low
	}
	if e+2 < len(r.toks) && r.toks[e].low == "," && r.toks[e+1].is("a", "an", "the", "its") {
		for i := e + 2; i < min(len(r.toks), e+7); i++ {
			if is(i) {
				return r.toks[i].low
			}
			if r.toks[i].kind != word || r.toks[i].group > 0 {
				break
			}
		}
	}
	return ""
}
