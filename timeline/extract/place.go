package extract

import (
	"strings"

	"dateline/data/lexicon"
	"dateline/timeline"
)

// candidate is a name that may be a place.
type candidate struct {
	sent, from, to int
	sense          Sense
	mention        timeline.Mention
	accepted       bool
}

// findPlaces finds every naming of a place.
func (r *reader) findPlaces() {
	var all []candidate
	sure := map[string]bool{}
	for si := range r.sents {
		s := &r.sents[si]
		prev := -1 // end of the last accepted mention, for lists
		for i := s.from; i < s.to; i++ {
			c, ok := r.placeAt(s, si, i, prev)
			if !ok {
				continue
			}
			if c.accepted {
				prev = c.to
				if !c.mention.Adj {
					sure[strings.ToLower(c.mention.Name)] = true
				}
			}
			all = append(all, c)
			i = c.to - 1
		}
	}
	for _, c := range all {
		if !c.accepted {
			if !sure[strings.ToLower(c.mention.Name)] || c.mention.Known == "part of a name" {
				continue
			}
			c.mention.Known = "named as a place elsewhere in the report"
		}
		c.mention.Span.Source = r.doc.ID
		r.places = append(r.places, c.mention)
		r.placeSense = append(r.placeSense, c.sense)
		r.placeTok = append(r.placeTok, [2]int{c.from, c.to})
		for i := c.from; i < c.to; i++ {
			r.toks[i].mention = len(r.places)
		}
	}
}

func (r *reader) placeAt(s *sentence, si, i, prev int) (candidate, bool) {
	t := &r.toks[i]
	inside := t.entity > 0 && r.ents[t.entity-1].kind == body && (i == s.from || r.toks[i-1].entity != t.entity)
	if t.kind != word || !t.upper || t.entity > 0 && !inside || t.time > 0 && r.month(t.low) {
		return candidate{}, false
	}
	end := i + 1
	for end < s.to && end < i+6 && r.toks[end].kind == word && (r.toks[end].entity == 0 || inside && r.toks[end].entity == t.entity) {
		end++
	}
	n, sense := r.matchAt(i, end)
	for n > 1 && !r.toks[i+n-1].upper {
		n, sense = r.matchAt(i, i+n-1)
	}
	first := i == s.from || r.toks[i-1].is("\"", "“", ":", "•")
	if n == 0 && inside {
		return candidate{}, false
	}
	if n == 0 {
		return r.unknownPlace(s, si, i)
	}
	if n == 1 && r.closed(t.low) != tagNoun && !allUpper(t.text) {
		return candidate{}, false
	}
	if n == 1 && t.low == "us" && !allUpper(t.text) {
		return candidate{}, false
	}
	c := candidate{sent: si, from: i, to: i + n, sense: sense}
	m := &c.mention
	m.Span = timeline.Span{Start: t.start, End: r.toks[i+n-1].end}
	m.Name = r.phrase(i, i+n)
	if last := &r.toks[i+n-1]; compound(last.text) > 0 {
		cut := last.start + compound(last.text)
		m.Span.End, m.Name = cut, strings.Join(strings.Fields(r.doc.Text[m.Span.Start:cut]), " ")
		if !strings.HasSuffix(last.low, "-based") && !strings.HasSuffix(last.low, "-area") && !strings.HasSuffix(last.low, "-born") || sense.Demonym {
			m.Figurative = true
		}
		c.accepted = !sense.Language || sense.Country || sense.Population >= 100_000
		m.Known = "in a compound"
		m.Adj = sense.Demonym && !sense.Country
		return c, true
	}
	if sense.Country && !sense.Official && !sense.Town && !sense.Division && peopleName(t.low) {
		sense = Sense{Demonym: true}
		c.sense = sense
	}
	m.Adj = sense.Demonym && !sense.Town && !sense.Country && !sense.Division || sense.Demonym && r.adjective(s, i+n)
	if m.Adj {
		c.accepted = true
		m.Known = "name of a people"
		return c, true
	}
	if inside {
		whole := i+n >= s.to || r.toks[i+n].entity != t.entity // the body's whole name
		c.accepted = !whole && (!sense.Language || sense.Country) && (sense.Country || sense.Division || sense.Population >= 5000) && !sense.Demonym
		m.Figurative, m.Known = true, "in the name of a body"
		return c, c.accepted
	}
	class, before := r.classBefore(s, i)
	after := r.classAfter(s, i+n)
	m.Class = class
	if class == timeline.AnyClass {
		m.Class = after
	}
	if m.Class == timeline.AnyClass && sense.Country && !sense.Town && !sense.Division {
		m.Class = timeline.Country
	}
	cue := r.cue(s, before)
	in := r.container(s, i+n)
	m.In = in
	listed := prev >= s.from && prev < i && r.joins(prev, i)
	partOf := r.partOfName(s, i, i+n, sense)
	weird := sense.Language && !(sense.Country && allUpper(t.text) && !s.shout) || n == 1 && r.known(t.low) && (!allUpper(t.text) || s.shout)
	big := sense.Country || sense.Division && sense.Official || sense.Population >= 100_000
	switch {
	case partOf == "longer name":
		if u, ok := r.unknownPlace(s, si, i); ok && u.to > c.to {
			return u, true // "the town of X Y"
		}
		m.Known = "part of a name"
		return c, true
	case partOf == "organisation" && !weird && (big || sense.Population >= 5000):
		c.accepted, m.Figurative, m.Known = true, true, "in the name of a body"
		return c, true
	case partOf != "":
		m.Known = "part of a name"
		return c, true
	case class != timeline.AnyClass:
		c.accepted, m.Known = true, "named as a "+string(class)
	case after != timeline.AnyClass:
		c.accepted, m.Known = true, "named as a "+string(after)
	case in != "":
		c.accepted, m.Known = true, "beside “"+in+"”"
	case (cue == "against" || cue == "for" || cue == "below" || cue == "above") && !big:
	case r.surnames[t.low] && n == 1 && !sense.Country && !has([]string{"in", "near", "at", "outside", "inside"}, cue):
		m.Known = "part of a name"
	case cue != "":
		c.accepted, m.Known = !weird || big || !first && sense.Official, "after “"+cue+"”"
	case listed:
		c.accepted, m.Known = !weird || big, "in a list of places"
	case r.dateline(s, i, i+n):
		c.accepted, m.Known = true, "dateline"
	case weird && !first && r.subject(s, i, i+n):
		c.accepted, m.Known = true, "of which something is told"
	case weird && first:
	case sense.Country:
		c.accepted, m.Known = true, "a country"
	case weird:
		c.accepted, m.Known = sense.Official && sense.Population >= 1_000_000, "a large place"
	case big:
		c.accepted, m.Known = true, "a large place"
	case r.possessed(s, i+n) && sense.Official && sense.Population >= 15_000:
		c.accepted, m.Known = true, "before “'s”"
	case r.subject(s, i, i+n):
		c.accepted, m.Known = true, "of which something is told"
	}
	return c, true
}

// peopleName reports whether a word has the ending of a people's name.
func peopleName(low string) bool {
	for _, end := range []string{"i", "ian", "ean", "ish", "ese", "ans", "is"} {
		if strings.HasSuffix(low, end) && len(low) > len(end)+2 {
			return true
		}
	}
	return false
}

func (r *reader) month(low string) bool {
	return r.lex.Words["month"][low] || r.lex.Words["weekday"][low]
}

// adjective reports whether a noun follows, so that a people's name is used
// as an adjective ("Georgian troops").
func (r *reader) adjective(s *sentence, i int) bool {
	if i >= s.to || r.toks[i].kind != word {
		return false
	}
	t := &r.toks[i]
	return len(t.classes) > 0 || r.lex.Words["adj"][t.low] || r.lex.Names["title"][t.low]
}

// possessed reports whether "'s" stands at i.
func (r *reader) possessed(s *sentence, i int) bool {
	return i < s.to && r.toks[i].kind == mark && len(r.toks[i].low) > 1 && strings.HasSuffix(r.toks[i].low, "s")
}

// subject reports whether the name at [i, to) begins a sentence or clause and
// a verb that takes places as its subject follows: "X fell", "X was shelled".
func (r *reader) subject(s *sentence, i, to int) bool {
	if to >= s.to {
		return false
	}
	if i > s.from {
		p := &r.toks[i-1]
		v := p.verb.Lemma
		if rows := r.lex.Triggers[v]; p.verb.Forms != 0 && !p.upper && len(rows) > 0 {
			for _, row := range rows {
				for _, c := range row.Conditions {
					if c.About == 'o' && has(c.Any, "place") {
						return true // "seized X"
					}
				}
			}
		}
	}
	t := &r.toks[to]
	return t.verb.Lemma == "fall" || t.is("was", "were", "is", "has", "had") && to+1 < s.to && len(r.lex.Triggers[r.toks[to+1].verb.Lemma]) > 0
}

func has(list []string, w string) bool {
	for _, x := range list {
		if x == w {
			return true
		}
	}
	return false
}

// joins reports whether only a comma, "and", "or" and the like stand between.
func (r *reader) joins(prev, i int) bool {
	if i-prev > 3 {
		return false
	}
	for j := prev; j < i; j++ {
		if !r.toks[j].is(",", "and", "or", "the", "to", "–", "-", "/") {
			return false
		}
	}
	return i > prev
}

// classWord says which class a noun beside a name gives it.
func (r *reader) classWord(t *token) timeline.Class {
	switch {
	case t.kind != word:
	case t.noun("district"):
		return timeline.District
	case t.noun("division"):
		return timeline.Division
	case t.noun("town"):
		return timeline.Town
	case t.noun("natural"):
		return timeline.Natural
	case t.is("country", "republic", "nation"):
		return timeline.Country
	}
	return timeline.AnyClass
}

// classBefore finds "city of", "the provinces of", "Lake" before the name and
// gives the class and the token before the whole.
func (r *reader) classBefore(s *sentence, i int) (timeline.Class, int) {
	j := i - 1
	class := timeline.AnyClass
	if j >= s.from+1 && r.toks[j].low == "of" {
		w := &r.toks[j-1]
		class = r.classWord(w)
		if class == timeline.AnyClass && w.kind == word && strings.HasSuffix(w.low, "s") {
			x := *w
			x.low = strings.TrimSuffix(x.low, "s")
			x.classes = r.lex.Nouns[x.low]
			class = r.classWord(&x)
		}
		if class != timeline.AnyClass {
			j -= 2
		} else if w.is("outskirts", "centre", "center", "suburbs", "edge", "streets", "heart", "defence", "defences", "defense", "skies", "coast", "parts", "part", "most", "control", "capture", "fall", "siege", "battle") {
			j -= 2
		}
	} else if j >= s.from && r.toks[j].kind == word {
		switch t := &r.toks[j]; {
		case t.is("lake", "mount", "cape", "gulf"):
			class = timeline.Natural
			j--
		case t.is("capital", "city", "town", "village", "port") && !t.upper:
			class = timeline.Town
			j--
		}
	}
	for j >= s.from && (r.toks[j].kind == word && (r.lex.Words["adj"][r.toks[j].low] || r.lex.Words["compass"][r.toks[j].low] || r.toks[j].is("the", "both", "its", "city")) || r.toks[j].mention > 0 && r.places[r.toks[j].mention-1].Adj) {
		j--
	}
	return class, j
}

// classAfter finds "province", "district", "River" after the name.
func (r *reader) classAfter(s *sentence, i int) timeline.Class {
	if i < s.to {
		t := &r.toks[i]
		if t.is("city", "town", "village", "province", "governorate", "region", "oblast", "state", "prefecture", "department", "district", "county", "river", "lake", "valley", "sea", "island", "islands", "provinces", "raion", "desert", "mountains", "peninsula", "republic", "municipality", "canton", "camp") {
			if t.is("state") && i+1 < s.to && r.toks[i+1].is("television", "tv", "media", "radio", "department", "news") {
				return timeline.AnyClass
			}
			if t.is("provinces") {
				return timeline.Division
			}
			return r.classWord(t)
		}
	}
	return timeline.AnyClass
}

// cue gives the preposition that stands at token j, if it is one of place.
func (r *reader) cue(s *sentence, j int) string {
	if j < s.from {
		return ""
	}
	t := &r.toks[j]
	switch t.low {
	case "in", "near", "at", "from", "to", "into", "toward", "towards", "around", "outside", "inside", "through", "across", "via", "between", "over", "of", "off",
		"north", "south", "east", "west", "within", "against", "below", "for", "onto", "throughout", "beyond", "above", "along", "reached", "leaving", "on":
		return t.low
	}
	return ""
}

// container reads ", Maryland" and "in Diyala province" after a name.
func (r *reader) container(s *sentence, i int) string {
	if i+1 >= s.to || r.toks[i].low != "," || !r.toks[i+1].upper {
		return ""
	}
	n, sense := r.matchAt(i+1, min(s.to, i+6))
	if n == 0 || !(sense.Country || sense.Division) || sense.Demonym && !sense.Country {
		return ""
	}
	// A list "X, Y and Z" of towns is no container.
	if j := i + 1 + n; j < s.to && (r.toks[j].is("and", "or") || r.toks[j].low == "," && j+1 < s.to && (r.toks[j+1].upper || r.toks[j+1].is("and"))) {
		if m, next := r.matchAt(j+1, min(s.to, j+6)); m > 0 && (next.Town || next.Division || next.Country) || r.toks[j].is("and") {
			return ""
		}
	}
	return r.phrase(i+1, i+1+n)
}

// dateline reports whether a report's dateline stands here: "BEIRUT (AP) –".
func (r *reader) dateline(s *sentence, i, to int) bool {
	if i != s.from || to >= s.to {
		return false
	}
	for j := to; j < min(s.to, to+8); j++ {
		if r.toks[j].is("—", "–", "--", "-") && r.toks[j].space {
			return allUpper(r.toks[i].text) || r.toks[to].is("(", ",")
		}
	}
	return false
}

// partOfName reports whether the words are only a part of another name, of a
// person or a body, and which.
func (r *reader) partOfName(s *sentence, from, to int, sense Sense) string {
	names := r.lex.Names
	if to < s.to && !r.toks[from].upper {
		return "not a name"
	}
	if to < s.to && r.toks[to].upper && r.toks[to].kind == word && !s.shout {
		n := &r.toks[to]
		switch {
		case r.classWord(n) == timeline.Natural && (sense.Language || r.known(r.toks[from].low)):
			return "longer name" // "Green Mountain"
		case r.classWord(n) != timeline.AnyClass || n.noun("facility") || n.noun("official") || names["title"][n.low] && !names["honorific"][n.low]:
		case n.entity > 0 && r.ents[n.entity-1].kind != body:
		case n.time > 0 || r.lex.Words["weekday"][n.low] || r.lex.Words["month"][n.low]:
		case names["orghead"][n.low]:
			return "organisation"
		case r.nation(to):
		case n.noun("armed"):
		case sense.Country && !sense.Language:
			return ""
		default:
			// "X International Airport" and other facilities.
			for j := to; j < min(s.to, to+4) && r.toks[j].upper; j++ {
				if r.toks[j].noun("facility") {
					return ""
				}
			}
			return "longer name"
		}
	}
	if from > s.from && r.toks[from-1].upper && !s.shout {
		p := &r.toks[from-1]
		switch {
		case p.entity > 0 && r.ents[p.entity-1].kind == person:
			return "person"
		case p.mention > 0 || r.nation(from-1) || r.lex.Words["compass"][p.low]:
		case from-1 == s.from && r.known(p.low), r.closed(p.low) != tagNoun:
		case p.is("lake", "mount", "city", "port", "cape", "gulf", "fort"):
		case p.noun("official") || names["title"][p.low]:
			if names["honorific"][p.low] || !sense.Country {
				return "person"
			}
		case r.lex.Words["weekday"][p.low] || r.lex.Words["month"][p.low] || p.time > 0:
		case r.classWord(p) != timeline.AnyClass:
		default:
			return "longer name"
		}
	}
	return ""
}

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
		_, ok := compass(r.toks[i-2].low)
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

// unknownPlace reads a name that no gazetteer knows, when the words around it
// leave no doubt: "the village of X", "X district".
func (r *reader) unknownPlace(s *sentence, si, i int) (candidate, bool) {
	t := &r.toks[i]
	if r.closed(t.low) != tagNoun || r.month(t.low) {
		return candidate{}, false
	}
	to := i + 1
	for to < s.to && r.toks[to].upper && r.toks[to].kind == word && r.toks[to].entity == 0 && r.classWord(&r.toks[to]) == timeline.AnyClass && to < i+4 {
		to++
	}
	if class, ok := r.coined[strings.ToLower(r.phrase(i, to))]; ok && !(i == s.from && r.known(t.low)) {
		c := candidate{sent: si, from: i, to: to, accepted: true}
		c.mention = timeline.Mention{Name: r.phrase(i, to), Class: class, Known: "named as a place elsewhere in the report", Span: timeline.Span{Start: t.start, End: r.toks[to-1].end}}
		return c, true
	}
	class, _ := r.classBefore(s, i)
	known := "named as a " + string(class)
	if s.shout && (class == timeline.AnyClass || class == timeline.Natural) {
		return candidate{}, false
	}
	if class == timeline.AnyClass && r.surelyPlace(s, i) && !r.surnames[r.toks[to-1].low] && len(t.classes) == 0 && !r.lex.Names["title"][t.low] {
		c := candidate{sent: si, from: i, to: to, accepted: true}
		c.mention = timeline.Mention{Name: r.phrase(i, to), Known: "after “" + r.toks[i-1].low + "”", Span: timeline.Span{Start: t.start, End: r.toks[to-1].end}}
		return c, true
	}
	if class == timeline.AnyClass {
		class = r.classAfter(s, to)
		known = "named as a " + string(class)
		if class == timeline.AnyClass {
			return candidate{}, false
		}
		if i == s.from && r.known(t.low) || r.lex.Names["orghead"][t.low] || len(t.classes) > 0 {
			return candidate{}, false
		}
	}
	r.coined[strings.ToLower(r.phrase(i, to))] = class
	c := candidate{sent: si, from: i, to: to, accepted: true}
	c.mention = timeline.Mention{Name: r.phrase(i, to), Class: class, Known: known, Span: timeline.Span{Start: t.start, End: r.toks[to-1].end}}
	return c, true
}
