package extract

import (
	"strings"

	"dateline/timeline"
)

// surnameOf keeps the last word of a name of two or three words that may be a
// person's: not that of a body or place.
func (r *reader) surnameOf(u run) {
	n := u.to - u.from
	if u.from > 0 && r.toks[u.from-1].is("in", "near", "off", "outside", "into", "toward", "towards") {
		return // "in Vanua Levu"
	}
	if n < 2 || n > 3 || r.nation(u.from) || r.match(u.from, u.to) == n {
		return
	}
	for i := u.from; i < u.to; i++ {
		t := &r.toks[i]
		if r.lex.Names["orghead"][t.low] || r.lex.Names["grouphead"][t.low] || r.classWord(t) != timeline.AnyClass || t.noun("facility") || r.month(t.low) || t.time > 0 || allUpper(t.text) && len(t.text) > 1 {
			return
		}
	}
	if n, sense := r.matchAt(u.to-1, u.to); n == 1 && !sense.Person && sense.Official && (sense.Country || sense.Population >= 500_000) {
		return // "Smart Dubai"
	}
	first := r.toks[u.from].low
	if r.known(first) && !r.lex.Names["first"][first] && !r.lex.Names["title"][first] || r.lex.Words["compass"][first] {
		return
	}
	r.surnames[r.toks[u.to-1].low] = true
}

// roleAfter reports whether an apposition with a role or a verb of saying
// follows: "X Y, the governor of Z," "X Y said".
func (r *reader) roleAfter(s *sentence, i int) bool {
	if i >= s.to {
		return false
	}
	if v := r.toks[i].verb; v.Forms != 0 && !r.toks[i].upper && r.lex.Verbal["say"][v.Lemma] {
		return true
	}
	if r.toks[i].low != "," {
		return false
	}
	for j := i + 1; j < s.to && j < i+8 && r.toks[j].kind != mark; j++ {
		if r.toks[j].noun("official") || r.toks[j].noun("person") {
			return true
		}
	}
	if i+1 < s.to && r.toks[i+1].kind == number && i+2 < s.to && r.toks[i+2].low == "," {
		return true // an age
	}
	return false
}

// roleBefore reports whether the name at i stands in apposition to a role:
// "the head of the council, X Y,".
func (r *reader) roleBefore(s *sentence, i int) bool {
	if i-2 < s.from || r.toks[i-1].low != "," {
		return false
	}
	j := i - 2
	for j >= s.from && j > i-14 && r.toks[j].kind == word && !(r.toks[j].verb.Forms != 0 && len(r.toks[j].classes) == 0 && !r.toks[j].upper) {
		j--
	}
	for j++; j < i-1 && j < s.to; j++ {
		if r.toks[j].noun("official") && !r.toks[j].upper {
			return true
		}
		if r.closed(r.toks[j].low) != tagNoun && !r.toks[j].is("the", "a", "its", "their", "his", "of", "and") {
			return false
		}
	}
	return false
}

func (r *reader) addPerson(s *sentence, titleFrom, from, to int) {
	for to > from && (r.toks[to-1].kind == mark || r.lex.Names["surnamepart"][r.toks[to-1].low] && !r.toks[to-1].upper) {
		to--
	}
	if to <= from {
		return
	}
	name := r.phrase(from, to)
	short := surname(r.toks[to-1].text)
	e := r.findPerson(name, short, to-from == 1)
	if e < 0 {
		r.ents = append(r.ents, entity{kind: person, name: name, short: short})
		e = len(r.ents) - 1
		r.index(e, short)
	}
	p := &r.ents[e]
	if len(name) > len(p.name) {
		p.name = name
	}
	p.count++
	// The title: words before the name, or an apposition after it.
	role := ""
	for i := from - 1; i >= max(s.from, from-5); i-- {
		t := &r.toks[i]
		if t.kind == mark {
			if t.low == "." || t.low == "-" {
				continue
			}
			break
		}
		if r.lex.Names["title"][t.low] && t.upper || t.noun("official") || t.noun("person") || i >= titleFrom && t.kind == word && (role != "" || t.upper) && !r.nation(i) {
			if role != "" {
				role = " " + role
			}
			role = t.low + role
			if !r.lex.Names["honorific"][t.low] && (t.noun("official") || r.lex.Names["title"][t.low]) {
				p.official = true
			}
			continue
		}
		break
	}
	if role == "" && to+1 < s.to && r.toks[to].low == "," {
		for j := to + 1; j < min(s.to, to+9) && r.toks[j].kind != mark; j++ {
			if r.toks[j].noun("official") {
				role, p.official = r.toks[j].low, true
				p.titled = append(p.titled, j)
				break
			}
			if r.toks[j].noun("person") {
				role = r.toks[j].low
				break
			}
		}
	}
	if role != "" {
		p.titled = append(p.titled, from)
		if p.role == "" || r.lex.Names["honorific"][p.role] {
			p.role = role
		}
	}
	for i := from; i < to; i++ {
		r.toks[i].entity = e + 1
	}
}

func surname(s string) string {
	low := strings.ToLower(s)
	for _, p := range []string{"al-", "el-", "ad-", "as-", "ash-", "ar-", "an-", "az-"} {
		if strings.HasPrefix(low, p) {
			return s[len(p):]
		}
	}
	return s
}

func (r *reader) findPerson(name, short string, single bool) int {
	for _, i := range r.byName[strings.ToLower(short)] {
		e := &r.ents[i]
		if e.kind != person {
			continue
		}
		if strings.EqualFold(e.name, name) || strings.EqualFold(e.short, short) && (single || !strings.Contains(e.name, " ") || sameFirst(e.name, name)) {
			return i
		}
	}
	return -1
}

func sameFirst(a, b string) bool {
	x, _, _ := strings.Cut(a, " ")
	y, _, _ := strings.Cut(b, " ")
	return strings.EqualFold(x, y)
}
