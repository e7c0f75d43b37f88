package extract

import (
	"strings"

	"dateline/timeline"
)

// ofClass says whether an actor or object is of a class of the triggers.
func (r *reader) ofClass(a *actor, class string) bool {
	if a.empty() {
		return false
	}
	if class == "any" {
		return true
	}
	for _, h := range a.heads {
		if r.headIs(a, h, class) {
			return true
		}
	}
	switch class {
	case "armed", "people", "figure":
		if class == "armed" && a.ent > 0 && r.ents[a.ent-1].kind == party {
			return true
		}
	case "place":
		for i := a.lo; i < a.hi; i++ {
			if m := r.toks[i].mention; m > 0 && !r.places[m-1].Adj && (i == a.lo || r.toks[i-1].is("of", "the", "and", ",") || i > a.lo && r.toks[i-1].low == "in" && r.placeHead(a)) {
				return true
			}
		}
	}
	return false
}

func (r *reader) headIs(a *actor, h int, class string) bool {
	t := &r.toks[h]
	m := t.mention
	switch class {
	case "place":
		if t.low == "it" {
			return r.lastTown > 0 && a.lo > 0 && r.toks[a.lo-1].tag == tagVerb
		}
		return m > 0 && !r.places[m-1].Adj || m == 0 && t.entity == 0 && (t.noun("settlement") || t.noun("area") || t.noun("facility"))
	case "area":
		return m == 0 && (t.is("store", "stores", "hangar", "hangars", "silo", "silos", "dump", "dumps", "arsenal", "post", "posts", "launcher", "launchers", "depot", "depots", "warehouse", "warehouses", "target", "targets", "site", "sites", "facility", "facilities") || t.noun("area")) || m == 0 && (t.noun("area") || t.noun("settlement") || t.noun("facility"))
	case "country":
		return m > 0 && !r.places[m-1].Adj && (r.placeSense[m-1].Country || r.figurative(h)) || t.is("country", "government", "side", "sides", "countries")
	case "armed":
		if t.entity > 0 {
			return r.ents[t.entity-1].kind == party
		}
		if m > 0 {
			return r.places[m-1].Adj
		}
		if t.tag == tagPronoun && t.is("they", "it", "them") {
			return r.lastParty.key != "" && !r.lastPeople
		}
		if t.is("men", "individuals", "individual", "man") {
			return h > a.lo && (r.toks[h-1].is("armed", "heavily-armed", "masked", "unidentified", "unknown", "hooded", "uniformed", "his", "their") || r.toks[h-1].tag == tagPossessive)
		}
		return t.noun("armed") || r.nationals(t)
	case "people":
		if t.tag == tagPronoun && t.is("they", "we") {
			return r.lastPeople || r.lastParty.key == ""
		}
		return t.noun("people") || m > 0 && r.places[m-1].Adj || t.tag == tagNumber || t.tag == tagDet || r.lex.Words["vague"][t.low]
	case "demonym":
		return m > 0 && r.places[m-1].Adj || r.nationals(t)
	case "volunteer":
		return t.is("volunteer", "volunteers", "recruits", "reservists", "conscripts")
	case "rescue":
		return t.is("rescuers", "rescue", "medics", "doctors", "firefighters", "team", "teams", "convoy", "convoys", "aid", "crews")
	case "refugee":
		return t.is("refugees", "refugee", "families", "people", "residents", "thousands", "hundreds", "civilians", "evacuees", "migrants") || t.tag == tagNumber
	case "figure":
		return t.tag == tagNumber || r.lex.Words["vague"][t.low] || t.is("some", "many", "others", "number", "dead", "toll") || r.counted(a, h)
	case "person":
		return t.entity > 0 && r.ents[t.entity-1].kind == person || a.ent > 0 && r.ents[a.ent-1].kind == person || t.is("he", "she", "him", "her") || t.noun("official") || t.noun("person") || t.noun("leader")
	case "official":
		return t.noun("official") || a.ent > 0 && r.ents[a.ent-1].official || t.is("delegation", "delegations", "envoys", "officials", "negotiators", "leaders", "ministers", "diplomats")
	case "org":
		return t.noun("org") || t.entity > 0 && r.ents[t.entity-1].kind == body
	case "side", "sides":
		return t.is("side", "sides", "parties", "leaders", "presidents", "ministers", "groups", "factions", "negotiators", "rivals")
	case "parties":
		return t.is("parties")
	case "reinforcement":
		return strings.HasPrefix(t.low, "reinforcement")
	case "prisoner":
		return t.is("prisoners", "prisoner", "hostages", "hostage", "detainees", "captives", "inmates")
	case "building":
		one := *t
		one.low = stem(t.low)
		return one.is("building", "mall", "tenement", "skyscraper", "dormitory", "stand", "tunnel", "levee", "dyke", "dike", "embankment", "house", "houses", "home", "homes", "block", "blocks", "school", "schools", "church", "bridge", "roof", "tower", "hotel", "mosque", "factory", "hospital", "market", "depot", "warehouse", "plant", "wall", "dam", "station", "substation", "flat", "flats", "apartment", "shelter", "kindergarten", "facility", "facilities", "infrastructure", "roads", "bridges", "mine", "slum")
	case "abstract":
		return t.is("terrorism", "corruption", "crime", "poverty", "fire", "fires", "blaze", "flames", "inflation", "disease", "wildfires", "wildfire")
	case "hazard", "weapon", "vehicle", "natural":
		if t.noun(class) {
			return true
		}
		if t.tag == tagName { // "Cyclone Freddy"
			for i := max(a.lo, h-3); i < h; i++ {
				if r.toks[i].noun(class) && r.toks[i].tag != tagMark {
					return true
				}
			}
		}
		if class == "hazard" && t.is("dams", "levees", "dykes", "embankments") {
			return true
		}
		return class == "natural" && m > 0 && r.places[m-1].Class == timeline.Natural
	}
	return t.noun(class) || t.low == class
}

// nationals reports whether a name is the plural of a demonym: "the Germans".
func (r *reader) nationals(t *token) bool {
	if !t.upper || t.mention > 0 || t.entity > 0 || !strings.HasSuffix(t.low, "s") || len(t.low) < 5 {
		return false
	}
	n, sense := r.names.Match([]string{t.text[:len(t.text)-1]})
	return n == 1 && sense.Demonym
}

// counted reports whether a number stands in the phrase of head h.
func (r *reader) counted(a *actor, h int) bool {
	for i := h - 1; i >= max(a.lo, h-5); i-- {
		t := &r.toks[i]
		if t.tag == tagNumber || r.lex.Words["vague"][t.low] {
			x := &r.toks[h]
			return x.tag == tagNoun && !strings.HasSuffix(x.low, "loads") && !x.is("weapons", "arms", "supplies", "ammunition") && !x.noun("money") && !x.noun("weapon") && !x.noun("area") && !x.noun("hazard") && !x.noun("vehicle") && !x.noun("settlement") && !x.noun("facility") && x.time == 0
		}
		if t.tag == tagPrep && t.low != "of" || t.tag == tagConj {
			return false
		}
	}
	return false
}

// figurative reports whether a place name at token h acts as a government.
func (r *reader) figurative(h int) bool {
	m := r.toks[h].mention
	return m > 0 && r.places[m-1].Figurative
}

// placeHead reports whether the first noun of an actor is one of a place, so
// that what it is in names it: "a village in X", but not "murders in X".
func (r *reader) placeHead(a *actor) bool {
	if len(a.heads) == 0 {
		return false
	}
	t := &r.toks[a.heads[0]]
	return t.mention > 0 || t.noun("settlement") || t.noun("area") || t.noun("facility") || t.noun("building")
}
