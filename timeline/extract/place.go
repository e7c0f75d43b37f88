package extract

import (
	"strings"

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
		many := timeline.AnyClass
		for i := s.from; i < s.to; i++ {
			c, ok := r.placeAt(s, si, i, prev)
			if (!ok || !c.accepted) && many != timeline.AnyClass && prev > s.from && r.joins(prev, i) {
				c, ok = r.listed(s, si, i, many)
			}
			if !ok {
				if pair := r.hyphened(s, si, i); len(pair) > 0 {
					all = append(all, pair...)
				}
				continue
			}
			if c.accepted {
				if prev < 0 || !r.joins(prev, c.from) {
					many = r.classOfMany(s, c.from)
				}
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
			if !sure[strings.ToLower(c.mention.Name)] || c.mention.Known == partOfAName {
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

// classOfMany gives the class of the places that a list names which begins at
// token i: "the villages of X, Y and Z".
func (r *reader) classOfMany(s *sentence, i int) timeline.Class {
	if i-2 < s.from || r.toks[i-1].low != "of" || !strings.HasSuffix(r.toks[i-2].low, "s") {
		return timeline.AnyClass
	}
	class, _ := r.classBefore(s, i)
	return class
}

// listed reads a name at token i that goes on with a list of places.
func (r *reader) listed(s *sentence, si, i int, class timeline.Class) (candidate, bool) {
	t := &r.toks[i]
	if t.kind != word || !t.upper || t.entity > 0 || t.time > 0 || r.closed(t.low) != tagNoun || r.month(t.low) {
		return candidate{}, false
	}
	to := r.unknownEnd(s, i)
	return r.newPlace(s, si, i, to, class, "in a list of places"), true
}

// placeAt reads the name of a place that begins at token i; prev is the end of
// the last one of the sentence.
func (r *reader) placeAt(s *sentence, si, i, prev int) (candidate, bool) {
	t := &r.toks[i]
	inside := t.entity > 0 && r.ents[t.entity-1].kind != person && (i == s.from || r.toks[i-1].entity != t.entity)
	if t.kind != word || !t.upper || t.entity > 0 && !inside || t.time > 0 && r.month(t.low) {
		return candidate{}, false
	}
	end := r.nameEnd(s, i)
	n, sense := r.matchAt(i, end)
	for n > 1 && !r.toks[i+n-1].upper && r.toks[i+n-1].kind == word {
		n, sense = r.matchAt(i, i+n-1)
	}
	if n == 0 && inside {
		return r.venue(s, si, i)
	}
	if n == 0 || r.cutShort(i, n) {
		return r.unknownPlace(s, si, i)
	}
	if end := r.linked(s, i+n); end > i+n && !inside && !sense.Demonym {
		class, before := r.classBefore(s, i)
		if cue := r.cue(s, before); class != timeline.AnyClass || cue != "" {
			return r.newPlace(s, si, i, end, class, "after “"+r.toks[max(before, s.from)].low+"”"), true
		}
	}
	if n == 1 && (r.closed(t.low) != tagNoun || t.low == "us") && !allUpper(t.text) || r.mereLetters(s, i, n, &sense) {
		return candidate{}, false
	}
	if x := t.time; x > 0 && i+n < s.to && r.toks[i+n].time == x && r.toks[i+n].end <= r.times[x-1].End {
		return candidate{}, false // "Christmas Eve"
	}
	c := candidate{sent: si, from: i, to: i + n, sense: sense}
	m := &c.mention
	m.Span = timeline.Span{Start: t.start, End: r.toks[i+n-1].end}
	m.Name = r.phrase(i, i+n)
	if last := &r.toks[i+n-1]; compound(last.text) > 0 {
		r.readCompound(&c, last)
		return c, true
	}
	if sense.Country && !sense.Official && !sense.Town && !sense.Division && peopleName(t.low) {
		sense = Sense{Demonym: true}
		c.sense = sense
	}
	m.Adj = sense.Demonym && !sense.Town && !sense.Country && !sense.Division || sense.Demonym && r.adjective(s, i, i+n, sense) || r.ofRegion(s, i, i+n, sense)
	if m.Adj {
		if inside || sense.People && i+n < s.to && r.toks[i+n].entity > 0 && r.ents[r.toks[i+n].entity-1].kind == body {
			return candidate{}, false // "African" of the African Union
		}
		c.accepted = true
		m.Known = "name of a people"
		return c, true
	}
	if inside {
		if v, ok := r.street(s, si, i); ok {
			return v, true
		}
		whole := i+n >= s.to || r.toks[i+n].entity != t.entity // the body's whole name
		c.accepted = (!whole || sense.Country && !sense.Town) && (!sense.Language || sense.Country) && !(r.saint(i, n) && sense.Population < 100_000) && (sense.Country || sense.Division || sense.District && n > 1 || sense.Population >= 5000) && !sense.Demonym
		m.Figurative, m.Known = true, "in the name of a body"
		if !c.accepted {
			return r.venue(s, si, i)
		}
		return c, true
	}
	class, before := r.classBefore(s, i)
	if before > s.from && r.command(s, before) || r.toks[min(i+n, len(r.toks)-1)].text == "$" && i+n < s.to {
		c.mention.Known = partOfAName
		return c, true
	}
	if f := r.feature(s, i, n, sense); f > i+n {
		return r.featured(s, si, i, f)
	}
	after := r.classAfter(s, i+n)
	if after == timeline.AnyClass {
		after = r.listClass(s, i+n)
	}
	if after == timeline.AnyClass && n > 1 && r.toks[i+n-1].upper {
		after = r.ownClass(&r.toks[i+n-1])
	}
	m.Class = class
	if class == timeline.AnyClass {
		m.Class = after
	}
	if m.Class == timeline.AnyClass && sense.Country && !sense.Town && !sense.Division {
		m.Class = timeline.Country
	}
	if m.Class == timeline.AnyClass && sense.Natural && before >= s.from && before+1 == i-1 && r.toks[i-1].low == "the" {
		m.Class = timeline.Natural // "the Euphrates"
	}
	m.In = r.container(s, i+n)
	r.judge(s, &c, judgement{class: class, after: after, cue: r.cue(s, before), moved: r.movedTo(s, before), listed: prev >= s.from && prev < i && r.joins(prev, i), unit: r.unitName(s, i)})
	if c.mention.Known == longerName {
		if u, ok := r.unknownPlace(s, si, i); ok && u.to > c.to {
			return u, true // "the town of X Y"
		}
		c.mention.Known = partOfAName
	}
	return c, true
}

// vessel reports whether the name in tokens [i, to) is that of a ship: "the
// carrier X", "a frigate, the X,".
func (r *reader) vessel(s *sentence, i, to int) bool {
	ship := func(j int) bool {
		return j >= s.from && !r.toks[j].upper && r.toks[j].is("carrier", "frigate", "destroyer", "corvette", "warship", "battleship", "cruiser", "submarine", "ship", "vessel", "ferry", "tanker", "freighter", "trawler", "tug", "yacht", "schooner", "steamer", "gunboat", "cutter", "minesweeper")
	}
	if ship(i - 1) {
		return !(to < s.to && r.toks[to].noun("town"))
	}
	return i-3 >= s.from && r.toks[i-1].low == "the" && r.toks[i-2].low == "," && ship(i-3) && to < s.to && r.toks[to].low == ","
}

// ofRegion reports whether a further name of a region in tokens [i, to) only
// says where a town lies that is named after it: "the Umbrian town of X".
func (r *reader) ofRegion(s *sentence, i, to int, sense Sense) bool {
	if sense.Official || sense.Country || to-i > 1 || to+2 >= s.to || r.toks[i].text == "" {
		return false
	}
	t := &r.toks[to]
	return t.noun("settlement") && !t.upper && r.toks[to+1].low == "of" && r.toks[to+2].upper
}

// Why a name is no place.
const (
	longerName  = "longer name"
	partOfAName = "part of a name"
)

// judgement is what the words around a name say.
type judgement struct {
	class, after timeline.Class
	cue          string
	listed, unit bool
	moved        bool // somebody moves to it
}

// judge decides whether a name that the gazetteer knows is a place here, and
// says why.
func (r *reader) judge(s *sentence, c *candidate, j judgement) {
	m, sense, i, n := &c.mention, c.sense, c.from, c.to-c.from
	t := &r.toks[i]
	first := i == s.from || r.toks[i-1].is("\"", "“", ":", "•")
	part := r.partOfName(s, i, i+n, sense)
	weird := sense.Language && !(sense.Country && allUpper(t.text) && !s.shout) || n == 1 && r.known(t.low) && (!allUpper(t.text) || s.shout)
	big := sense.Country || sense.Division && sense.Official || sense.Population >= 100_000
	strong := has([]string{"in", "near", "at", "outside", "inside"}, j.cue)
	saint := r.saint(i, n) && !big
	acronym := n == 1 && !s.shout && len(t.text) > 1 && allUpper(t.text) && !sense.Country && !sense.Division && !r.dateline(s, i, i+n) && m.In == "" && !r.capitals(s, i)
	next := &token{}
	if c.to < s.to {
		next = &r.toks[c.to]
	}
	switch {
	case part == longerName:
		m.Known = longerName
	case i > s.from && r.toks[i-1].low == "ethnic":
		m.Known = partOfAName // a people
	case !sense.Country && r.vessel(s, i, c.to):
		m.Known = partOfAName // "the aircraft carrier X"
	case r.possessed(s, c.to) && c.to+1 < s.to && r.toks[c.to+1].upper && (venueWords[r.toks[c.to+1].low] || streetWords[r.toks[c.to+1].low] || r.toks[c.to+1].is("basilica", "gate")) && !sense.Country:
		m.Known = partOfAName // "St Peter's Square"
	case n == 2 && t.is("el", "la") && r.toks[i+1].is("niño", "nino", "niña", "nina"):
		m.Known = partOfAName // weather
	case j.unit || next.is("volunteers", "infantry", "cavalry", "artillery") && next.upper:
		m.Known = partOfAName
	case part == "organisation" && !weird && !saint && (big || sense.Population >= 5000 || sense.District && n > 1):
		c.accepted, m.Figurative, m.Known = true, true, "in the name of a body"
	case part != "" || acronym || weird && !sense.Country && m.In == "" && next.is("of", "for") || strings.ContainsRune(t.low, '\'') && strings.HasSuffix(t.low, "'re"):
		m.Known = partOfAName
	case n == 1 && r.lex.Words["compass"][t.low] && j.class == timeline.AnyClass && j.after == timeline.AnyClass:
		m.Known = partOfAName
	case j.class != timeline.AnyClass:
		c.accepted, m.Known = true, "named as a "+string(j.class)
	case j.after != timeline.AnyClass:
		c.accepted, m.Known = true, "named as a "+string(j.after)
	case sense.Natural && (m.Class == timeline.Natural || sense.Official && n > 1):
		c.accepted, m.Known = true, "a natural feature"
	case m.In != "":
		c.accepted, m.Known = true, "beside “"+m.In+"”"
	case (j.cue == "against" || j.cue == "for" || j.cue == "below" || j.cue == "above") && !big && !(n > 1 && sense.Official):
	case r.surnames[t.low] && n == 1 && !sense.Country && !strong && !(big && sense.Official && j.cue != ""):
		m.Known = partOfAName
	case j.cue != "" && (sense.Person && n == 1 || saint) && !sense.Country && !strong && !j.listed:
		// "of Helen", "from Taylor": a person as likely as a place.
		c.accepted, m.Known = sense.Official && sense.Population >= 500_000 && !first, "after “"+j.cue+"”"
	case j.cue != "":
		c.accepted = !weird || big || j.moved && sense.Town && !sense.Person && next.kind != number && next.time == 0 && !next.upper || !first && sense.Official && sense.Population >= 2000 && (strong || has([]string{"into", "to", "from", "off"}, j.cue)) && next.kind != number && next.time == 0
		m.Known = "after “" + j.cue + "”"
	case j.listed:
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
	case n > 1 && sense.Official && !saint && (sense.District || !weird && (sense.Population >= 15_000 || sense.Population >= 3000 && !r.allOrdinary(i, i+n))):
		c.accepted, m.Known = true, "a name of several words"
	}
}

// hyphened reads the places in a word that is no name of one as a whole:
// "Asia-Pacific", "Fargo-Moorhead", "D-Charleston".
func (r *reader) hyphened(s *sentence, si, i int) []candidate {
	t := &r.toks[i]
	cut := strings.IndexByte(t.text, '-')
	if t.kind != word || !t.upper || t.entity > 0 && r.ents[t.entity-1].kind == person || cut < 1 || cut+3 > len(t.text) || strings.Count(t.text, "-") > 1 || !capital(t.text[cut+1:]) {
		return nil
	}
	var out []candidate
	part := func(from, to int) (ok bool) {
		n, sense := r.names.Match([]string{t.text[from:to]})
		if n == 0 || sense.Language && !sense.Country || sense.Demonym || !sense.Country && !sense.Division && !sense.Official {
			return false
		}
		c := candidate{sent: si, from: i, to: i + 1, sense: sense, accepted: true}
		c.mention = timeline.Mention{Name: t.text[from:to], Known: "in a compound", Span: timeline.Span{Start: t.start + from, End: t.start + to}}
		out = append(out, c)
		return true
	}
	if cut == 1 && strings.ContainsAny(t.text[:1], "DRI") { // a member of a parliament
		part(cut+1, len(t.text))
		for k := range out {
			out[k].mention.Figurative = true
		}
		return out
	}
	if cut < 3 || !part(0, cut) || !part(cut+1, len(t.text)) {
		return nil
	}
	return out
}

// saint reports whether the name of n tokens at i is as likely a saint's or a
// person's: "St. Patrick", "St. Clair".
func (r *reader) saint(i, n int) bool {
	last := &r.toks[i+n-1]
	if n < 2 || !r.toks[i].is("st", "saint", "san", "santa") {
		return false
	}
	if r.lex.Names["first"][last.low] {
		return true
	}
	if r.vocabulary == nil {
		return false
	}
	_, person := r.vocabulary.Common(last.low)
	return person
}

// allOrdinary reports whether tokens [i, to) are all ordinary words.
func (r *reader) allOrdinary(i, to int) bool {
	for ; i < to; i++ {
		if r.toks[i].kind == word && !r.ordinary(r.toks[i].low) {
			return false
		}
	}
	return true
}

// capitals reports whether a word beside token i is written in capitals too.
func (r *reader) capitals(s *sentence, i int) bool {
	for _, j := range [...]int{i - 1, i + 1} {
		if j >= s.from && j < s.to && r.toks[j].kind == word && allUpper(r.toks[j].text) {
			return true
		}
	}
	return false
}

// command reports whether token j is the "of" or "the" after which a military
// command's name goes on: "Department of the Gulf", "Army of Northern X".
func (r *reader) command(s *sentence, j int) bool {
	for j > s.from && (r.toks[j].low == "the" || r.lex.Words["compass"][r.toks[j].low]) {
		j--
	}
	if j-1 < s.from || r.toks[j].low != "of" {
		return false
	}
	p := &r.toks[j-1]
	if p.low == "." && j-2 >= s.from {
		p = &r.toks[j-2]
	}
	return p.upper && p.is("department", "dept", "army", "corps", "division", "div", "secretary")
}

// readCompound reads "Moscow-backed" and "Atlanta-area".
func (r *reader) readCompound(c *candidate, last *token) {
	m, sense := &c.mention, c.sense
	m.Span.End = last.start + compound(last.text)
	m.Name = strings.Join(strings.Fields(r.doc.Text[m.Span.Start:m.Span.End]), " ")
	if !strings.HasSuffix(last.low, "-based") && !strings.HasSuffix(last.low, "-area") && !strings.HasSuffix(last.low, "-born") || sense.Demonym {
		m.Figurative = true
	}
	c.accepted = !sense.Language || sense.Country || sense.Population >= 100_000
	m.Known = "in a compound"
	m.Adj = sense.Demonym && !sense.Country
}

// cutShort reports whether the match of n tokens at i ends inside "Va." of "W.
// Va." or after a first word ("Grand") whose name goes on with a capitalised
// word of the language that the gazetteer knows only with it.
func (r *reader) cutShort(i, n int) bool {
	t := &r.toks[i]
	return n == 1 && len(t.text) == 1 && i+1 < len(r.toks) && r.toks[i+1].low == "." && !r.toks[i+1].space
}

// mereLetters reports whether a short name in capitals is more likely the
// initials of something than a place: "S. B. Miller", "(GA)", "CT today".
func (r *reader) mereLetters(s *sentence, i, n int, sense *Sense) bool {
	t := &r.toks[i]
	if n == 4 && r.initial(i) && r.initial(i+2) { // "S. C."
		if sense.Country {
			return false
		}
		return i-2 < s.from || r.toks[i-1].low != "," || i+n < s.to && r.toks[i+n].upper
	}
	if n > 1 || len(t.text) > 2 || !allUpper(t.text) && len(t.text) > 1 || s.shout || sense.Country {
		return false
	}
	return i-2 < s.from || r.toks[i-1].low != "," || !r.toks[i-2].upper
}

// unitName reports whether the name at i names a regiment: "14th Indiana".
func (r *reader) unitName(s *sentence, i int) bool {
	if i <= s.from {
		return false
	}
	p := &r.toks[i-1]
	if p.kind == mark {
		return false
	}
	for _, end := range []string{"st", "nd", "rd", "th", "d"} {
		if d, ok := strings.CutSuffix(p.low, end); ok && d != "" && strings.Trim(d, "0123456789") == "" {
			return true
		}
	}
	return p.upper && p.is("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth") && i-1 > s.from
}

func (r *reader) month(low string) bool {
	return r.lex.Words["month"][low] || r.lex.Words["weekday"][low]
}

func has(list []string, w string) bool {
	for _, x := range list {
		if x == w {
			return true
		}
	}
	return false
}
