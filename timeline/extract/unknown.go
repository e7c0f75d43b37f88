package extract

import (
	"strings"

	"dateline/data/lexicon"
	"dateline/timeline"
)

// surelyPlace reports whether the word before token i is followed by nothing
// but places: "outside X", "north of X", "captured X".
func (r *reader) surelyPlace(s *sentence, i int) bool {
	if i-1 < s.from {
		return false
	}
	p := &r.toks[i-1]
	switch {
	case p.is("near", "outside"):
		return true
	case p.low == "of" && i-2 >= s.from:
		_, ok := timeline.Compass(r.toks[i-2].low)
		return ok
	}
	if p.upper {
		return false
	}
	switch p.verb.Lemma {
	case "capture", "recapture", "retake", "overrun", "besiege", "liberate":
		return p.verb.Forms&lexicon.Base == 0
	}
	return false
}

// likelyPlace reports whether the words before the name in tokens [i, to)
// that no gazetteer knows make it a place, and which: "in", "off".
func (r *reader) likelyPlace(s *sentence, i, to int) (string, bool) {
	j := i - 1
	if j > s.from && r.toks[j].low == "the" && to < s.to && venueWords[r.toks[to].low] && !r.toks[to].upper {
		j-- // "near the X bridge"
	}
	for j > s.from && (r.lex.Words["compass"][r.toks[j].low] || r.toks[j].is("central", "nearby", "neighbouring", "neighboring", "rural", "downtown")) {
		j--
	}
	if j < s.from || r.toks[j].upper && j > s.from {
		return "", false
	}
	p := &r.toks[j]
	switch p.low {
	case "in", "into", "near", "outside", "off", "towards":
	case "to":
		if !r.movedTo(s, j) {
			return "", false
		}
	case "at":
		if j == s.from || !r.statesDistance(s, to) && !violent(r.nounKind(j-1)) && !r.toks[j-1].is("arrived", "arrive", "landed", "docked", "stopped", "camp", "camps", "base", "border", "crossing", "checkpoint", "fighting", "battle", "fought", "airfield", "airport", "port") {
			return "", false
		}
	default:
		return "", false
	}
	if p.low == "into" && j > s.from && r.toks[j-1].is("inquiry", "investigation", "research", "probe", "look", "looked", "looking") {
		return "", false
	}
	if p.low == "in" && j > s.from {
		if b := &r.toks[j-1]; r.lex.Words["aux"][b.low] && b.low == "am" || b.is("believe", "believes", "believed", "believing", "confidence", "trust", "faith", "interest", "interested", "stake", "stakes", "share", "shares", "invest", "invested", "investing", "investment", "investments", "belief", "role", "written", "published", "starred", "starring", "star", "stars", "degree", "degrees", "fluent", "version", "said", "wrote", "specialises", "specializes", "specialising", "specializing", "majoring", "appeared", "featured", "contestant", "episode", "character", "player", "career", "success", "win", "victory", "quoted", "cited", "stocks", "bonds") {
			return "", false
		}
	}
	for k := i; k < to; k++ {
		t := &r.toks[k]
		if t.kind != word || allUpper(t.text) || t.time > 0 || to-i == 1 && r.surnames[t.low] || r.lex.Names["title"][t.low] && t.low != "grand" || r.lex.Names["first"][t.low] || r.month(t.low) || len(t.text) < 3 && to-i == 1 {
			return "", false
		}
	}
	if to < s.to && (r.toks[to].upper || r.toks[to].kind == number || r.toks[to].entity > 0 || r.possessed(s, to)) {
		return "", false
	}
	first, last := &r.toks[i], &r.toks[to-1]
	if r.peoples(i) || r.ordinary(first.low) && !(to-i > 1 && first.is("new", "old", "upper", "lower", "north", "south", "east", "west", "great", "little", "fort", "port", "lake")) || to-i > 1 && r.ordinary(last.low) {
		return "", false
	}
	return p.low, true
}

// movedTo reports whether token j is the "to" of somebody's way: "advanced to
// X", "moved on to X".
func (r *reader) movedTo(s *sentence, j int) bool {
	if j <= s.from || !r.toks[j].is("to", "into", "towards", "toward") {
		return false
	}
	v := &r.toks[j-1]
	if v.is("on", "back", "north", "south", "east", "west") && j-1 > s.from {
		v = &r.toks[j-2]
	}
	switch v.verb.Lemma {
	case "move", "advance", "march", "retreat", "withdraw", "drive", "push", "press", "flee", "sail", "travel":
		return !v.upper
	}
	return false
}

// statesDistance reports whether a distance follows the name that ends before
// token to: "X, about 70 km south of".
func (r *reader) statesDistance(s *sentence, to int) bool {
	if to+2 >= s.to || !r.toks[to].is(",", "(") {
		return false
	}
	i := to + 1
	for i < s.to-1 && i < to+4 && r.toks[i].is("about", "some", "around", "just", "roughly", "nearly", "only") {
		i++
	}
	return r.toks[i].kind == number && (r.toks[i+1].is("km", "kms", "kilometres", "kilometers", "miles", "mi", "km(") || strings.HasSuffix(r.toks[i].low, "km"))
}

// held reports whether a division or country that contains it follows the
// name in tokens [i, to): "Port Hudson, La.,".
func (r *reader) held(s *sentence, i, to int) bool {
	if to+1 >= s.to || r.toks[to].low != "," || to-i > 3 || r.container(s, to) == "" {
		return false
	}
	n, sense := r.matchAt(to+1, min(s.to, to+7))
	if sense.Town && !sense.Division && !sense.Country || sense.Language && !sense.Country {
		return false
	}
	if j := to + 1 + n; j < s.to && r.toks[j].kind == word { // "Newsom, California governor"
		return false
	}
	for k := i; k < to; k++ {
		t := &r.toks[k]
		if t.kind != word || t.time > 0 || r.surnames[t.low] || r.lex.Names["title"][t.low] && t.low != "grand" || r.lex.Names["first"][t.low] || r.month(t.low) || len(t.text) < 3 && to-i == 1 {
			return false
		}
	}
	return !r.peoples(i) && !r.ordinary(r.toks[to-1].low) && !(i > s.from && r.toks[i-1].upper)
}

// peoples reports whether a demonym stands at token i.
func (r *reader) peoples(i int) bool {
	n, sense := r.matchAt(i, i+1)
	return n > 0 && sense.Demonym
}

// unknownPlace reads a name that no gazetteer knows, when the words around it
// leave no doubt: "the village of X", "X district", "off X".
func (r *reader) unknownPlace(s *sentence, si, i int) (candidate, bool) {
	t := &r.toks[i]
	if r.closed(t.low) != tagNoun || r.month(t.low) {
		return candidate{}, false
	}
	if f := r.feature(s, i, 1, Sense{}); f > i+1 {
		return r.featured(s, si, i, f)
	}
	to := r.unknownEnd(s, i)
	name := strings.ToLower(r.phrase(i, to))
	if class, ok := r.coined[name]; ok && !(i == s.from && r.known(t.low)) {
		return r.newPlace(s, si, i, to, class, "named as a place elsewhere in the report"), true
	}
	class, _ := r.classBefore(s, i)
	known := "named as a " + string(class)
	if s.shout && (class == timeline.AnyClass || class == timeline.Natural) {
		return candidate{}, false
	}
	if class == timeline.AnyClass && r.surelyPlace(s, i) && !r.surnames[r.toks[to-1].low] && len(t.classes) == 0 && !r.lex.Names["title"][t.low] {
		return r.newPlace(s, si, i, to, class, "after “"+r.toks[i-1].low+"”"), true
	}
	if class == timeline.AnyClass {
		class = r.classAfter(s, to)
		known = "named as a " + string(class)
		if class == timeline.AnyClass {
			if r.held(s, i, to) {
				return r.newPlace(s, si, i, to, class, "beside “"+r.container(s, to)+"”"), true
			}
			if cue, ok := r.likelyPlace(s, i, to); ok {
				if to-i > 1 {
					r.coined[name] = class
				}
				return r.newPlace(s, si, i, to, class, "after “"+cue+"”"), true
			}
			return candidate{}, false
		}
		if i == s.from && r.known(t.low) || r.lex.Names["orghead"][t.low] || len(t.classes) > 0 || r.ordinary(r.toks[to-1].low) {
			return candidate{}, false
		}
	}
	r.coined[name] = class
	return r.newPlace(s, si, i, to, class, known), true
}

// unknownEnd gives the end of a name of unknown words that begins at token i.
func (r *reader) unknownEnd(s *sentence, i int) int {
	to := i + 1
	for to < s.to && r.toks[to].upper && r.toks[to].kind == word && r.toks[to].entity == 0 && r.classWord(&r.toks[to]) == timeline.AnyClass && to < i+4 {
		to++
	}
	if long := r.linked(s, to); long > to {
		return long
	}
	return to
}

// linked gives the end of a name that goes on after token to with a small word
// of the language it is in: "Arquata | del Tronto", "Rio | de la Plata".
func (r *reader) linked(s *sentence, to int) int {
	i := to
	for i < s.to && i < to+2 && r.toks[i].is("del", "della", "dello", "di", "de", "do", "da", "dos", "das", "la", "las", "los", "sul", "sur", "ul", "e") && r.toks[i].text == r.toks[i].low {
		i++
	}
	if i == to || i >= s.to || !r.toks[i].upper || r.toks[i].kind != word || r.toks[i].entity > 0 || r.toks[i].time > 0 || r.toks[to].low == "e" {
		return to
	}
	return i + 1
}

// newPlace is the naming in tokens [i, to) of a place that no gazetteer knows.
func (r *reader) newPlace(s *sentence, si, i, to int, class timeline.Class, known string) candidate {
	c := candidate{sent: si, from: i, to: to, accepted: true}
	c.mention = timeline.Mention{
		Name: r.phrase(i, to), Class: class, Known: known, In: r.container(s, to),
		Span: timeline.Span{Start: r.toks[i].start, End: r.toks[to-1].end},
	}
	return c
}
