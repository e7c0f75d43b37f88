package extract

import (
	"strings"

	"dateline/timeline"
)

// naturalWords end the names of natural features, streetWords those of
// streets and roads, venueWords those of buildings and grounds; frontWords
// begin the names of features and forts.
var (
	naturalWords = wordSet(`river rivers lake lakes creek creeks brook bay bays gulf strait straits channel inlet fjord fiord lagoon
		bayou swamp marsh island islands isle isles islet atoll reef reefs shoal shoals archipelago peninsula cape mountain mountains
		mount hill hills ridge peak peaks valley canyon gorge gulch ravine glacier desert forest wilderness plateau basin delta
		falls sea ocean beach coast bluff bluffs cove reservoir oasis wadi volcano cave caves lowlands highlands steppe`)
	streetWords = wordSet(`street streets avenue road boulevard drive lane parkway expressway freeway turnpike highway motorway roundabout estate`)
	venueWords  = wordSet(`street avenue hospital hotel museum church cathedral stadium arena palace tower mosque temple prison jail
		airport station park bridge dam square plaza theatre theater cemetery barracks base terminal`)
	frontWords = wordSet(`lake mount cape fort camp bayou wadi jebel jabal lac rio isla isle`)
)

// wordSet makes a set of the words of a list.
func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}

// feature gives the end of the name of a natural feature, a street or a fort
// that begins at token i, of which n tokens are known to the gazetteer with a
// sense; i+n if there is none.
func (r *reader) feature(s *sentence, i, n int, sense Sense) int {
	end := r.nameEnd(s, i)
	at := func(j int) bool { return j < end && r.toks[j].upper && r.toks[j].kind == word }
	if frontWords[r.toks[i].low] && (n == 1 || r.toks[i+n-1].kind != word) && at(i+1) && r.toks[i+1].time == 0 && !(s.shout && r.ordinary(r.toks[i+1].low)) {
		to := i + 2
		for at(to) && to < i+4 && !r.ordinary(r.toks[to].low) {
			to++
		}
		return to
	}
	for j := i + n; j < i+n+2 && at(j); j++ {
		low := r.toks[j].low
		switch {
		case naturalWords[low] && !(r.lex.Names["first"][r.toks[i].low] && !r.afterThe(s, i)):
			if at(j+1) && !r.month(r.toks[j+1].low) && r.toks[j+1].time == 0 && !streetWords[r.toks[j+1].low] {
				return i + n // "Green Bay Packers"
			}
			return j + 1
		case streetWords[low] && n+i == j && !sense.Country:
			return j + 1
		case n+i < j || !r.toks[j].upper || sense.Country || sense.Division && n > 0 && sense.Official:
			return i + n
		}
	}
	return i + n
}

// afterThe reports whether the name at token i has "the" or a preposition of
// place before it.
func (r *reader) afterThe(s *sentence, i int) bool {
	return i > s.from && (r.toks[i-1].low == "the" || r.cue(s, i-1) != "")
}

// featured is the naming of a natural feature, a street or a fort in tokens
// [i, to).
func (r *reader) featured(s *sentence, si, i, to int) (candidate, bool) {
	first := &r.toks[i]
	class := timeline.Natural
	known := "named as a natural feature"
	last := r.toks[to-1].low
	switch {
	case streetWords[last]:
		class, known = timeline.AnyClass, "named as a street"
	case naturalWords[last], first.is("lake", "mount", "cape", "bayou", "wadi", "jebel", "jabal", "lac", "rio", "isla", "isle"):
	default:
		class, known = timeline.AnyClass, "named as a "+first.low
	}
	c := r.newPlace(s, si, i, to, class, known)
	c.sense = Sense{Natural: class == timeline.Natural}
	if !r.afterThe(s, i) && c.mention.In == "" && !(i > s.from && r.toks[i-1].is(",", "and")) && !frontWords[first.low] {
		c.accepted = false
	}
	if c.accepted && class == timeline.AnyClass && i == s.from && !frontWords[first.low] {
		c.accepted = false
	}
	if class == timeline.Natural && c.accepted {
		r.coined[strings.ToLower(c.mention.Name)] = class
	}
	return c, true
}

// street reads a street in the name of a body, "Alba Avenue", where something
// is on or at it.
func (r *reader) street(s *sentence, si, i int) (candidate, bool) {
	e, to := r.toks[i].entity, i
	for to < s.to && r.toks[to].entity == e {
		to++
	}
	if !streetWords[r.toks[to-1].low] {
		return candidate{}, false
	}
	return r.venue(s, si, i)
}

// venue reads a building or street in the name of a body, where the words
// before it say that something is at it: "at the Alder Hospital".
func (r *reader) venue(s *sentence, si, i int) (candidate, bool) {
	e := r.toks[i].entity
	to, is := i, false
	for to < s.to && r.toks[to].entity == e {
		is = venueWords[r.toks[to].low]
		to++
	}
	if !is || to-i < 2 {
		return candidate{}, false
	}
	_, before := r.classBefore(s, i)
	switch cue := r.cue(s, before); cue {
	case "in", "at", "near", "outside", "inside", "on", "off", "along":
		return r.newPlace(s, si, i, to, timeline.AnyClass, "after “"+cue+"”"), true
	}
	return candidate{}, false
}
