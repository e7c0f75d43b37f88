package extract

import "strings"

// entity is a person, an armed group or another body named in the report.
type entity struct {
	kind     entityKind
	name     string // the fullest form
	short    string // the surname, the acronym
	role     string // "president", as written, in lower case
	official bool
	world    bool  // speaks for a body of many countries
	country  int   // 1 + index of the place mention that says of which country
	titled   []int // tokens where a title stands before the name
	count    int
}

type entityKind uint8

const (
	person entityKind = iota
	party             // an armed group or force
	body              // any other organisation
)

// run is a stretch of capitalised words [from, to).
type run struct{ from, to int }

// runs finds the stretches of capitalised words of a sentence.
func (r *reader) runs(s *sentence) []run {
	var all []run
	for i := s.from; i < s.to; i++ {
		t := &r.toks[i]
		if !t.upper {
			continue
		}
		c := r.closed(t.low)
		if c != tagNoun && c != tagNumber && !allUpper(t.text) {
			if i == s.from || r.toks[i-1].kind == mark || c == tagPronoun || c == tagPrep || c == tagDet || c == tagConj || c == tagSub {
				continue
			}
		}
		j := i + 1
		for j < s.to {
			n := &r.toks[j]
			if n.upper && !(r.closed(n.low) != tagNoun && r.closed(n.low) != tagNumber && r.closed(n.low) != tagAdverb && !allUpper(n.text)) {
				j++
				continue
			}
			if n.kind == word && !n.upper && r.lex.Names["surnamepart"][n.low] && j+1 < s.to && r.toks[j+1].upper {
				j += 2
				continue
			}
			if n.low == "." && !n.space && j+1 < s.to && r.toks[j+1].upper && abbreviation(r.toks[j-1].low) {
				j++
				continue
			}
			if n.is("-", "–") && !n.space && j+1 < s.to && r.toks[j+1].upper && !r.toks[j+1].space {
				j += 2
				continue
			}
			break
		}
		first := i == s.from || r.toks[i-1].is("\"", "“", ":", "•", "—", "–")
		if first && j == i+1 && r.known(t.low) && !allUpper(t.text) && !r.lex.Names["group"][t.low] && !r.lex.Names["title"][t.low] {
			continue
		}
		all = append(all, run{i, j})
		i = j - 1
	}
	return all
}

// nameEntities finds the persons, groups and bodies of the document.
func (r *reader) nameEntities() {
	for pass := range 2 {
		for si := range r.sents {
			s := &r.sents[si]
			for _, u := range r.runs(s) {
				if r.toks[u.to-1].entity > 0 {
					continue
				}
				if pass == 0 {
					r.nameRun(s, u)
				} else {
					r.nameAgain(u)
				}
			}
		}
	}
}

func (r *reader) nameRun(s *sentence, u run) {
	names := r.lex.Names
	if u.from-2 >= s.from && r.toks[u.from-1].low == "of" && r.lex.Names["title"][r.toks[u.from-2].low] && u.to-u.from >= 2 && r.toks[u.from].is("state", "staff", "defence", "defense", "police") {
		r.addPerson(s, u.from+1, u.from+1, min(u.to, u.from+4)) // "Secretary of State X Y"
		p := &r.ents[r.toks[u.from+1].entity-1]
		p.official, p.role = true, r.toks[u.from-2].low
		p.titled = append(p.titled, u.from-2)
		return
	}
	if r.placeRun(u) {
		return
	}
	r.surnameOf(u)
	title, head := -1, -1
	for i := u.from; i < u.to; i++ {
		low := r.toks[i].low
		switch {
		case names["orghead"][low] || names["grouphead"][low]:
			head = i
		case low == "saint" && r.match(i, u.to) > 1: // "Saint Lucia National Trust"
		case low == "grand" && i+1 < u.to && !names["title"][r.toks[i+1].low]: // "Grand Ecore"
		case names["title"][low] || r.toks[i].noun("official"):
			title = i
		}
	}
	switch {
	case title >= 0 && title > head && title+1 < u.to:
		from := title + 1
		if r.toks[from].low == "." {
			from++
		}
		if from < u.to && !r.nation(from) {
			r.addPerson(s, u.from, from, min(u.to, from+4))
		}
		return
	case title == u.to-1 && u.to-u.from >= 1:
		return // "Prime Minister" alone
	case head >= 0 && (u.to-u.from >= 2 || r.extends(s, head)):
		r.addGroup(s, u, head)
		return
	}
	if u.to+2 < s.to && r.toks[u.to].low == "(" && r.toks[u.to+2].low == ")" && allUpper(r.toks[u.to+1].text) && u.to-u.from >= 2 && title < 0 {
		from := u.from
		for from < u.to-1 && r.nation(from) {
			from++
		}
		kind := body
		for i := max(s.from, u.from-4); i < u.from; i++ {
			if r.toks[i].noun("armed") {
				kind = party
			}
		}
		r.addEntity(kind, from, u.to)
		r.acronym(u.to)
		return
	}
	if u.to-u.from == 1 {
		low := strings.ReplaceAll(r.toks[u.from].low, ".", "")
		switch {
		case names["group"][low]:
			r.addEntity(party, u.from, u.to)
			return
		case names["unorg"][low] && allUpper(r.toks[u.from].text) && low != "us" && low != "un" && low != "eu":
			r.addEntity(body, u.from, u.to)
			return
		case low == "un" || low == "eu" || low == "nato" || low == "unicef":
			if allUpper(r.toks[u.from].text) || low == "nato" || low == "unicef" {
				r.addEntity(body, u.from, u.to)
				return
			}
		}
	}
	if t := &r.toks[u.from]; u.to-u.from == 1 && !s.shout && len(t.text) >= 3 && allUpper(t.text) && !r.known(t.low) && !r.month(t.low) && r.match(u.from, u.to) == 0 {
		kind := body
		for i := max(s.from, u.from-2); i < u.from; i++ {
			if r.toks[i].noun("armed") || r.toks[i].noun("insurgent") || r.toks[i].is("affiliate", "offshoot", "wing") {
				kind = party
			}
		}
		r.addEntity(kind, u.from, u.to)
		return
	}
	if names["group"][r.toks[u.from].low] && !r.toks[u.from].noun("armed") {
		r.addEntity(party, u.from, u.from+1)
		return
	}
	if u.from > s.from {
		p := &r.toks[u.from-1]
		if !p.upper && (p.noun("official") || p.noun("person") && p.kind == word) && !r.nation(u.from) && r.match(u.from, u.to) < u.to-u.from {
			r.addPerson(s, u.from, u.from, min(u.to, u.from+4))
			return
		}
	}
	if n := u.to - u.from; n >= 2 && n <= 4 && !r.nation(u.from) && r.match(u.from, u.to) < n && r.roleBefore(s, u.from) {
		r.addPerson(s, u.from, u.from, u.to)
		p := &r.ents[r.toks[u.to-1].entity-1]
		p.official = true
		if p.role == "" {
			p.role = "official"
		}
		return
	}
	if n := u.to - u.from; n >= 2 && n <= 4 && !r.nation(u.from) && (r.match(u.from, u.to) == 0 && r.roleAfter(s, u.to) || names["first"][r.toks[u.from].low] && r.match(u.from, u.to) < n) {
		r.addPerson(s, u.from, u.from, u.to)
	}
}

// placeRun reports whether a run of several words is as a whole the name of a
// place: "United States", "St. Louis", "Falls Village".
func (r *reader) placeRun(u run) bool {
	first := &r.toks[u.from]
	if u.to-u.from < 2 || r.lex.Names["title"][first.low] && first.low != "saint" || r.lex.Names["first"][first.low] {
		return false
	}
	n, sense := r.matchAt(u.from, u.to)
	return n == u.to-u.from && !sense.Demonym && (sense.Official || sense.Country || sense.Division || sense.District)
}

// nation reports whether the word at i is a country, demonym or compass word.
func (r *reader) nation(i int) bool {
	if r.lex.Words["compass"][r.toks[i].low] {
		return true
	}
	n, sense := r.names.Match([]string{r.toks[i].text})
	return n == 1 && (sense.Demonym || sense.Country) && !sense.Language
}

// extends reports whether a head of a body's name goes on with "of X".
func (r *reader) extends(s *sentence, head int) bool {
	if head+2 >= s.to || !r.toks[head].upper {
		return false
	}
	low := r.toks[head].low
	if !r.lex.Names["orghead"][low] || r.toks[head+1].low != "of" && r.toks[head+1].low != "for" {
		return false
	}
	return r.toks[head+2].upper
}

func (r *reader) addGroup(s *sentence, u run, head int) {
	from, to := u.from, u.to
	for from < head && r.nation(from) {
		from++
	}
	low := r.toks[head].low
	if r.lex.Names["orghead"][low] || r.lex.Names["grouphead"][low] {
		to = r.extendName(s, head, to)
	}
	if to-from == 1 && r.toks[from].noun("armed") {
		return // "the Iraqi Army": a noun of a force
	}
	kind := body
	if r.lex.Names["grouphead"][low] && !r.lex.Names["orghead"][low] {
		kind = party
		if r.toks[head].is("council", "congress", "union", "league", "party", "group") {
			kind = body
		}
	}
	if strings.Contains(strings.ToLower(r.phrase(from, to)), "islamic state") {
		kind = party
	}
	r.addEntity(kind, from, to)
	if kind == body {
		if e := &r.ents[r.toks[from].entity-1]; from > u.from && strings.EqualFold(e.name, r.phrase(from, to)) {
			e.name = r.phrase(u.from, to)
			r.index(r.toks[from].entity-1, stem(e.name))
		}
	}
	if to+2 < s.to && r.toks[to].low == "(" && r.toks[to+2].low == ")" && r.toks[to+1].upper {
		r.acronym(to)
	}
}

// acronym takes what stands in brackets at token to, after a name, as another
// name of it.
func (r *reader) acronym(to int) {
	e := r.toks[to-1].entity
	if e == 0 {
		return
	}
	if r.ents[e-1].short == "" {
		r.ents[e-1].short = r.toks[to+1].text
		r.index(e-1, stem(r.ents[e-1].short))
	}
	r.toks[to+1].entity = e
	r.ents[e-1].count++
}

// extendName takes "of X", "for X and Y", "in X and the Y" into a name.
func (r *reader) extendName(s *sentence, head, to int) int {
	low := r.toks[head].low
	for to+1 < s.to {
		j := to
		switch t := &r.toks[j]; {
		case t.is("of", "for") && to == head+1:
		case t.is("in", "on") && to == head+1 && (low == "state" || low == "mission" || low == "organization" || low == "organisation" || low == "assistance"):
		case t.low == "and" && to > head+1:
		default:
			return to
		}
		j++
		if j < s.to && r.toks[j].low == "the" {
			j++
		}
		if j >= s.to || !r.toks[j].upper || r.closed(r.toks[j].low) != tagNoun {
			return to
		}
		if r.toks[to].low == "and" {
			// "X and Y" belongs to the name only if an acronym follows.
			k := j
			for k < s.to && r.toks[k].upper {
				k++
			}
			if k >= s.to || r.toks[k].low != "(" {
				return to
			}
		}
		for j < s.to && r.toks[j].upper {
			j++
		}
		to = j
	}
	return to
}

func (r *reader) addEntity(kind entityKind, from, to int) {
	name := r.phrase(from, to)
	e := -1
	for _, i := range r.byName[stem(name)] {
		if x := &r.ents[i]; x.kind != person && (x.kind == kind || strings.EqualFold(x.name, name) || strings.EqualFold(x.short, name)) {
			e = i
			break
		}
	}
	if e < 0 {
		r.ents = append(r.ents, entity{kind: kind, name: name})
		e = len(r.ents) - 1
		r.index(e, stem(name))
	}
	r.ents[e].count++
	for i := from; i < to; i++ {
		r.toks[i].entity = e + 1
	}
}

// stem makes "Revolutionary Guard" and "Revolutionary Guards" one name.
func stem(s string) string { return strings.TrimSuffix(strings.ToLower(s), "s") }

// nameAgain marks later namings of what is already known.
func (r *reader) nameAgain(u run) {
	for i := u.from; i < u.to; i++ {
		if r.toks[i].entity > 0 {
			continue
		}
		w := r.toks[i].text
		for _, e := range r.byName[strings.ToLower(surname(w))] {
			x := &r.ents[e]
			if x.kind == person && (i == u.to-1 || i == u.from) && strings.EqualFold(x.short, surname(w)) && !r.nation(i) {
				r.toks[i].entity = e + 1
				x.count++
				if i == u.from+1 && !r.nation(u.from) && sameFirst(x.name, r.toks[u.from].text) {
					r.toks[u.from].entity = e + 1
				}
			}
		}
		for _, e := range r.byName[stem(w)] {
			if x := &r.ents[e]; x.kind != person && (strings.EqualFold(x.short, w) || strings.EqualFold(x.name, w)) {
				r.toks[i].entity = e + 1
				x.count++
			}
		}
	}
}

// index makes an entity be found by a name.
func (r *reader) index(e int, name string) {
	key := strings.ToLower(name)
	r.byName[key] = append(r.byName[key], e)
}

// phrase is the text of tokens [from, to) in one line.
func (r *reader) phrase(from, to int) string {
	if from >= to {
		return ""
	}
	return strings.Join(strings.Fields(r.doc.Text[r.toks[from].start:r.toks[to-1].end]), " ")
}
