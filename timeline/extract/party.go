package extract

import "strings"

// actor is somebody who acts or suffers, as one clause names him.
type actor struct {
	lo, hi  int   // tokens
	heads   []int // head tokens
	said    string
	called  string // in a headline, where it is not the name: "Ukrainian government"
	name    string // as the whole report knows it
	key     string // one for each party: "state:russ", "ent:3", "rebels"
	nation  string // key of the country it belongs to, if known
	ent     int    // 1 + entity, 0 for none
	weapon  string // "missile", when no party is named
	country int    // 1 + place mention of the country that acts, or its adjective
}

func (a *actor) empty() bool { return a.hi <= a.lo }

// actorAt reads the actor that tokens [lo, hi) name.
func (r *reader) actorAt(lo, hi int) actor {
	a := actor{lo: lo, hi: hi}
	if hi <= lo {
		return a
	}
	a.heads = r.heads(lo, hi)
	end := lo
	for end < hi && !(r.toks[end].tag == tagSub || r.toks[end].low == "," || r.toks[end].tag == tagMark && r.toks[end].is("-", "–", "—", "(")) {
		end++
	}
	if end == lo {
		end = hi
	}
	a.said = r.phrase(lo, end)
	if len(a.heads) == 0 {
		return a
	}
	// An entity inside the first phrase names the actor: "ISIS fighters",
	// "members of the Revolutionary Guard", "fighters loyal to ISIS".
	limit := end
	head := &r.toks[a.heads[0]]
	for i := lo; i < limit; i++ {
		t := &r.toks[i]
		if i > a.heads[0] && t.tag == tagPrep && t.low != "of" && t.low != "from" {
			break
		}
		if t.mention > 0 && a.country == 0 && (i <= a.heads[0] || t.low != head.low) {
			p := &r.places[t.mention-1]
			if p.Adj || r.placeSense[t.mention-1].Country {
				a.country = t.mention
				a.nation = nationKey(p.Name)
			}
		}
		if t.entity == 0 {
			continue
		}
		e := &r.ents[t.entity-1]
		near := i == a.heads[0] || i+1 <= limit
		if e.kind == person && !containsInt(a.heads, i) && !(i+1 < hi && r.toks[i+1].entity == t.entity) {
			continue
		}
		if near && a.ent == 0 {
			a.ent = t.entity
		} else if e.kind == person && r.ents[a.ent-1].kind != person {
			a.ent = t.entity // "UN human rights chief Navi Pillay"
		}
	}
	// A person in apposition: "the top commander, General X Y".
	if head.noun("official") && end+1 < hi && r.toks[end].low == "," {
		for i := end; i < hi; i++ {
			if e := r.toks[i].entity; e > 0 && r.ents[e-1].kind == person {
				a.ent = e
				break
			}
		}
	}
	r.canonical(&a, head, end)
	return a
}

func containsInt(list []int, x int) bool {
	for _, y := range list {
		if x == y {
			return true
		}
	}
	return false
}

// canonical names the actor as the whole report knows it.
func (r *reader) canonical(a *actor, head *token, end int) {
	switch {
	case a.ent > 0:
		e := &r.ents[a.ent-1]
		a.name = e.display()
		a.key = "ent:" + strings.ToLower(e.name)
		if a.nation == "" && e.country > 0 {
			a.nation, a.country = nationKey(r.places[e.country-1].Name), e.country
		}
		if e.kind == party {
			r.lastParty = *a
		}
		return
	case head.tag == tagPronoun || head.tag == tagDet:
		switch {
		case head.is("he", "she", "him", "her") && r.lastPerson > 0:
			a.ent = r.lastPerson
			a.name = r.ents[a.ent-1].display()
			a.key = "ent:" + strings.ToLower(r.ents[a.ent-1].name)
			if c := r.ents[a.ent-1].country; c > 0 {
				a.country, a.nation = c, nationKey(r.places[c-1].Name)
			}
		case head.is("they", "it", "them") && r.lastParty.key != "":
			said, lo, hi, heads := a.said, a.lo, a.hi, a.heads
			*a = r.lastParty
			a.said, a.lo, a.hi, a.heads = said, lo, hi, heads
		}
		return
	case head.noun("insurgent") && !r.othersAdjective(a):
		if r.mainParty > 0 {
			e := &r.ents[r.mainParty-1]
			a.ent, a.name = r.mainParty, e.display()
			a.key = "ent:" + strings.ToLower(e.name)
		} else {
			a.name, a.key = head.low, "insurgents"
		}
		r.lastParty = *a
		return
	case r.toks[a.lo].is("its", "their") && r.lastParty.key != "" && (head.is("men", "fighters", "militants") || r.lastNation == "" && head.is("units", "troops", "forces", "soldiers", "tanks", "army")):
		said, lo, hi, heads := a.said, a.lo, a.hi, a.heads
		*a = r.lastParty
		a.said, a.lo, a.hi, a.heads = said, lo, hi, heads
		return
	case head.is("group", "movement", "fighters", "paramilitaries", "force") && r.definite(a) && r.lastParty.key != "":
		said, lo, hi, heads := a.said, a.lo, a.hi, a.heads
		*a = r.lastParty
		a.said, a.lo, a.hi, a.heads = said, lo, hi, heads
		return
	case head.noun("weapon") && a.ent == 0:
		a.weapon = stem(head.low)
		a.name = r.bare(a.lo, a.heads[0]+1)
		if head.is("warplanes", "jets", "planes", "helicopters", "bombers", "gunships") { // "they" can be these
			r.lastParty = *a
			r.lastParty.key = "air:" + a.weapon
		}
		if a.country > 0 {
			a.key = "state:" + a.nation
			if n := r.stateName[a.key]; n != "" {
				a.name = n
			}
		}
		return
	case head.mention > 0:
		p := &r.places[head.mention-1]
		a.country = head.mention
		a.nation = nationKey(p.Name)
		a.key, a.name = "state:"+a.nation, p.Name
		if !p.Adj {
			a.called = p.Name
		}
		if n := r.stateName[a.key]; n != "" {
			a.name = n
		}
		if p.Adj || r.placeSense[head.mention-1].Country {
			r.lastParty = *a
		}
		return
	case r.origin(a, end):
		return
	case head.noun("armed") || head.noun("state") || head.is("ministry", "administration", "authorities", "parliament", "presidency") && a.nation != "":
		a.name = r.bare(a.lo, a.heads[0]+1)
		if r.toks[a.lo].is("its", "their", "his", "her") && a.nation == "" && r.lastNation != "" {
			a.nation = r.lastNation
		}
		state := head.is("troops", "soldiers", "army", "armies", "military", "forces", "force", "tanks", "units", "brigade", "brigades", "navy", "marines", "paratroopers", "infantry", "government", "regime", "defenders", "ministry", "administration", "authorities", "parliament", "presidency")
		if state && a.nation == "" && !r.qualified(a) {
			a.nation = r.homeNation
		}
		if state && a.nation != "" && !r.nonState(a) {
			a.key = "state:" + a.nation
			if head.is("government", "regime", "ministry", "administration", "authorities", "parliament", "presidency") {
				a.called = a.name
			}
			if n := r.stateName[a.key]; n != "" {
				a.name = n
			} else if a.country > 0 && head.is("troops", "soldiers", "army", "military", "forces") {
				r.stateName[a.key] = a.name
			}
		} else {
			a.key = strings.ToLower(a.name)
		}
		r.lastParty = *a
		return
	}
	a.name = r.bare(a.lo, end)
	a.key = strings.ToLower(a.name)
}

// origin reads whose reinforcements they are: "from the army".
func (r *reader) origin(a *actor, end int) bool {
	h := a.heads[0]
	if !strings.HasPrefix(r.toks[h].low, "reinforcement") || h+1 >= end || r.toks[h+1].low != "from" {
		return false
	}
	b := r.actorAt(h+2, end)
	if b.key == "" {
		return false
	}
	a.name, a.key, a.nation, a.ent, a.country = b.name, b.key, b.nation, b.ent, b.country
	return true
}

// display is the name by which a report's readers know an entity.
func (e *entity) display() string {
	if e.kind != person && e.short != "" {
		return e.short
	}
	return e.name
}

// definite reports whether the phrase begins with "the", "its" or the like.
func (r *reader) definite(a *actor) bool {
	return r.toks[a.lo].is("the", "these", "those", "this") && a.heads[0] == a.lo+1
}

// qualified reports whether an adjective of faith, people or part narrows the
// noun: "Shia fighters", "Kurdish forces".
func (r *reader) qualified(a *actor) bool {
	for i := a.lo; i < a.heads[0]; i++ {
		t := &r.toks[i]
		if t.mention > 0 || t.is("kurdish", "shia", "shiite", "sunni", "tribal", "rebel", "foreign", "allied", "separatist", "peacekeeping", "opposition", "ethnic", "paramilitary", "christian", "islamist", "un") {
			return true
		}
	}
	return false
}

// nonState reports whether the words say that a force is not a state's.
func (r *reader) nonState(a *actor) bool {
	for i := a.lo; i < a.heads[0]; i++ {
		t := &r.toks[i]
		if t.is("rebel", "separatist", "tribal", "kurdish", "shia", "shiite", "sunni", "opposition", "paramilitary", "peacekeeping", "un", "islamist", "militia") {
			return true
		}
	}
	return false
}

// othersAdjective reports whether an insurgent noun is narrowed to a people
// that is not the main party's.
func (r *reader) othersAdjective(a *actor) bool {
	for i := a.lo; i < a.heads[0]; i++ {
		if r.toks[i].is("rival", "other", "pro-government", "allied") {
			return true
		}
	}
	return false
}

// bare is the phrase without its articles and counts.
func (r *reader) bare(lo, hi int) string {
	for lo < hi-1 && (r.toks[lo].tag == tagDet || r.toks[lo].tag == tagNumber || r.toks[lo].tag == tagAdverb || r.toks[lo].tag == tagMark || r.toks[lo].tag == tagPossessive || r.toks[lo].tag == tagConj) {
		lo++
	}
	if hi-lo > 6 {
		lo = hi - 6
	}
	return r.phrase(lo, hi)
}

// knowParties decides which group is the report's main armed party, and
// marks what kind of group each is.
func (r *reader) knowParties() {
	r.knowHome()
	owned := make([]int, len(r.ents))
	insurgent := make([]int, len(r.ents))
	for si := range r.sents {
		s := &r.sents[si]
		for i := s.from; i < s.to; i++ {
			e := r.toks[i].entity
			if e == 0 || r.ents[e-1].kind == body || i > s.from && r.toks[i-1].entity == e {
				continue
			}
			r.ownEntity(s, i, e, owned, insurgent)
		}
	}
	best := -1
	for i := range r.ents {
		e := &r.ents[i]
		if e.kind != party || insurgent[i] == 0 && (owned[i] > 0 || e.count < 3 || r.lex.Names["stateforce"][strings.ToLower(e.name)]) {
			continue // an alliance or army of states has no rebels
		}
		if best < 0 || e.count+3*insurgent[i] > r.ents[best].count+3*insurgent[best] {
			best = i
		}
	}
	r.mainParty = best + 1
}

// ownEntity looks at the words around a naming of an entity for its country.
func (r *reader) ownEntity(s *sentence, i, e int, owned, insurgent []int) {
	x := &r.ents[e-1]
	last := i
	for last < s.to && r.toks[last].entity == e {
		last++
	}
	if last < s.to && r.toks[last].noun("insurgent") {
		insurgent[e-1]++ // "M23 rebels"
	}
	for j := i - 1; j >= max(s.from, i-8); j-- {
		t := &r.toks[j]
		if t.kind == mark && len(t.low) > 1 {
			continue // "'s"
		}
		if t.entity > 0 && t.entity != e && r.ents[t.entity-1].kind == body && x.kind == person {
			x.world = true
		}
		if t.mention > 0 {
			p := &r.places[t.mention-1]
			if p.Adj || r.placeSense[t.mention-1].Country {
				if j == i-1 && !p.Adj && j > s.from && r.toks[j-1].tag == tagPrep {
					return
				}
				if x.country == 0 {
					x.country = t.mention
				}
				owned[e-1]++
				return
			}
			return
		}
		if t.noun("insurgent") || t.is("paramilitary", "rebel", "militia", "militant", "jihadist", "separatist", "armed", "islamist") {
			insurgent[e-1]++
			continue
		}
		if t.kind == mark && len(t.low) == 1 && !t.is(",", ".", "-", "'") || r.closed(t.low) != tagNoun && !t.is("the", "most", "of") && t.low != "to" {
			return
		}
		if t.verb.Forms != 0 && len(t.classes) == 0 && !t.upper && !r.lex.Words["adj"][t.low] {
			return
		}
		if t.low == "," && x.kind != person {
			return
		}
	}
	// "X, the president of Y", "President X of Y".
	if x.kind != person {
		for j := i + 1; j < min(s.to, i+14); j++ {
			if r.toks[j].noun("insurgent") || r.toks[j].is("militant", "jihadist", "paramilitary", "rebel") {
				insurgent[e-1]++
				return
			}
			if r.toks[j].is(".", ",", ";") {
				return
			}
		}
		return
	}
	for j := i + 1; j < min(s.to, i+10); j++ {
		t := &r.toks[j]
		if t.mention > 0 && (r.toks[j-1].is("of", "the") || r.places[t.mention-1].Adj || r.toks[min(j+1, s.to-1)].low == "'s") {
			if x.country == 0 && (r.places[t.mention-1].Adj || r.placeSense[t.mention-1].Country) {
				x.country = t.mention
			}
			return
		}
		if t.verb.Forms != 0 && !t.upper && len(t.classes) == 0 || t.is(".", ";", "in") {
			return
		}
	}
}
