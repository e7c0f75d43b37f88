package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/data/lexicon"
	"dateline/timeline"
)

const titleLimit = 60

// title makes a headline of at most 60 characters.
func (r *reader) title(f *frame, e *timeline.Event) string {
	where := r.wherePhrase(e)
	place := r.placeNames(e)
	var t string
	switch f.kind {
	case timeline.ChangeOfControl:
		t = r.captureTitle(f, place)
	case timeline.Battle:
		t = "Fighting" + where
		if f.lemma == "besiege" || f.lemma == "encircle" || f.lemma == "surround" || f.lemma == "blockade" {
			t = place + " " + r.past(f.lemma)
		}
	case timeline.Displacement:
		t = r.countTitle(f, "flee", "have to leave", place, where, "People flee")
	case timeline.Casualties:
		t = r.casualtyTitle(f, where)
	case timeline.Statement:
		t = r.statementTitle(f)
	case timeline.Visit:
		visits := " visits "
		if f.modality == timeline.Planned {
			visits = " to visit "
		} else if len(f.agent.heads) > 1 || len(f.agent.heads) == 1 && plural(&r.toks[f.agent.heads[0]]) && f.agent.ent == 0 {
			visits = " visit "
		}
		t = r.shortActor(&f.agent, "Visit") + visits + place
		if place == "" || f.agent.name == "" || f.lemma == "meet" || f.lemma == "receive" || f.lemma == "attend" {
			t = r.clauseTitle(f)
		}
	case timeline.Deployment:
		t = r.clauseTitle(f)
		if place != "" && f.noun == "" && f.agent.name != "" && !f.passive && (f.lemma == "enter" || f.lemma == "arrive" || f.lemma == "cross") {
			t = strings.TrimSpace(r.bigFigure(f)+" "+r.shortActor(&f.agent, "Troops")) + where
		}
	case timeline.Reinforcement:
		t = "Reinforcements reach " + place
		if place == "" || e.Places[0].Role == timeline.At && f.lemma == "reinforce" {
			t = "Reinforcements" + where
		}
	default:
		if f.noun != "" {
			if t = r.doesTitle(f, e); t == "" {
				t = r.nounTitle(f, where)
			}
		} else {
			t = r.clauseTitle(f)
		}
	}
	t = strings.TrimSpace(strings.ReplaceAll(t, " 's ", " ")) // of a day that is left out
	if t == "" || utf8.RuneCountInString(t) < 4 {
		t = strings.ToUpper(string(f.kind[:1])) + string(f.kind[1:]) + where
	}
	return cutTitle(capitalise(t))
}

// placeNames lists the places of an event: "Tikrit, Samarra and Mosul".
func (r *reader) placeNames(e *timeline.Event) string {
	var names []string
	for _, p := range e.Places {
		if p.Adj || p.Role == timeline.Toward || p.Role == timeline.Via {
			continue
		}
		if len(names) < 3 {
			names = append(names, p.Name)
		}
	}
	return list(names)
}

func list(names []string) string {
	switch len(names) {
	case 0:
		return ""
	case 1:
		return names[0]
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}

// wherePhrase is " in Mosul", " near Muqdadiya", or nothing.
func (r *reader) wherePhrase(e *timeline.Event) string {
	for _, p := range e.Places {
		if p.Adj {
			continue
		}
		switch p.Role {
		case timeline.Near:
			if p.HasBearing {
				return " " + compassName(p.Bearing) + " of " + p.Name
			}
			return " near " + p.Name
		case timeline.Toward:
			return " towards " + p.Name
		case timeline.From:
			return " from " + p.Name
		}
		names := []string{}
		for _, q := range e.Places {
			if q.Role == p.Role && !q.Adj && len(names) < 3 {
				names = append(names, q.Name)
			}
		}
		return " in " + list(names)
	}
	return ""
}

// past is the participle of a lemma.
func (r *reader) past(lemma string) string {
	best := ""
	for form, v := range r.lex.Verbs {
		if v.Lemma == lemma && v.Forms&lexicon.Participle != 0 && (best == "" || form < best) {
			best = form
		}
	}
	if best == "" {
		return lemma
	}
	return best
}

func (r *reader) captureTitle(f *frame, place string) string {
	if place == "" || len(f.places) == 0 || deposes(f.lemma) {
		return r.clauseTitle(f)
	}
	if f.within && len(f.patient.heads) > 0 {
		place = r.bare(f.patient.lo, f.patient.heads[0]+1) + " in " + place
	}
	switch f.lemma {
	case "fall":
		return place + " falls"
	case "take", "secure", "win", "gain", "regain", "wrest", "assume", "control", "drive", "push", "force", "expel", "flush", "chase", "eject", "dislodge":
		return place + " taken"
	case "change":
		return place + " changes hands"
	case "lose", "surrender":
		return place + " lost"
	case "raise", "hoist":
		return "Flag raised in " + place
	}
	return place + " " + r.past(f.lemma)
}

func (r *reader) countTitle(f *frame, verb, forced, place, where, none string) string {
	if n := r.bigFigure(f); n != "" {
		switch {
		case f.passive && f.lemma != "flee":
			return n + " " + r.past(f.lemma) + where
		case len(f.places) > 0 && f.places[0].Role == timeline.To:
			return n + " reach " + place
		case len(f.places) > 0 && len(place) < 40:
			return n + " " + verb + " " + place
		}
		return n + " have fled"
	}
	if place != "" && !drives(f.lemma) {
		return none + " " + place
	}
	return r.clauseTitle(f)
}

// bigFigure is the first figure of people as text without its bounds.
func (r *reader) bigFigure(f *frame) string {
	for _, g := range f.figures {
		if g.Min+g.Max <= 0 {
			continue
		}
		words := strings.Fields(g.Stated)
		for i, w := range words {
			if c := w[0]; c >= '0' && c <= '9' {
				out := w
				if i+1 < len(words) && (words[i+1] == "million" || words[i+1] == "thousand") {
					out += " " + words[i+1]
				}
				return out
			}
		}
		for i, w := range words {
			if v, s := numberWord(strings.ToLower(w)); v+s > 0 {
				out := countWord(words, i)
				if i+2 < len(words) && words[i+1] == "of" {
					if _, more := numberWord(words[i+2]); more > 0 {
						out += " of " + words[i+2]
					}
				}
				return out
			}
		}
	}
	return ""
}

func (r *reader) casualtyTitle(f *frame, where string) string {
	what := "killed"
	if f.noun == "dead" || f.noun == "missing" || f.noun == "injured" || f.noun == "wounded" {
		what = f.noun
		if f.lemma == "fear" {
			what = "feared " + what
		}
	}
	switch f.lemma {
	case "injure", "wound", "hurt", "maim":
		what = "injured"
	case "bury", "trap":
		what = "trapped"
	case "hospitalise", "hospitalize":
		what = "in hospital"
	}
	if f.modality == timeline.Feared {
		what = "feared " + what
	}
	ill := (f.lemma == "die" || f.lemma == "perish") && f.noun == "" && f.modality != timeline.Feared
	if n := r.bigFigure(f); n != "" {
		if ill {
			what = "dead"
		}
		return n + " " + what + where
	}
	who := r.shortActor(&f.patient, "")
	if who == "" {
		who = r.shortActor(&f.agent, "People")
	}
	if ill {
		what = "dies"
		if !r.singular(&f.patient, who) && !r.singular(&f.agent, who) {
			what = "die"
		}
	}
	return who + " " + what + where
}

// shortActor is a person's surname, or the party's name.
func (r *reader) shortActor(a *actor, none string) string {
	if all := r.several(a); all != "" {
		return all
	}
	if a.ent > 0 && len(a.heads) > 0 && r.ents[a.ent-1].kind != person && r.toks[a.heads[0]].entity == 0 && r.toks[a.heads[0]].noun("vehicle") {
		if s := r.longActor(a); s != "" {
			return s // "an air force plane" is not the air force
		}
	}
	if a.ent > 0 {
		e := &r.ents[a.ent-1]
		if e.kind == person {
			return e.short
		}
		return e.display()
	}
	if a.called != "" && utf8.RuneCountInString(a.called) <= 30 {
		return a.called
	}
	if a.name != "" && utf8.RuneCountInString(a.name) <= 30 {
		return a.name
	}
	if len(a.heads) > 0 && r.toks[a.heads[0]].tag != tagPronoun {
		return r.longActor(a)
	}
	return none
}

// statementTitle is "Pillay warns of …".
func (r *reader) statementTitle(f *frame) string {
	s := &r.sents[f.sent]
	c := &s.clauses[f.clause]
	g := &s.groups[f.clause]
	if f.agent.empty() && f.passive { // "A curfew has been imposed"
		return r.clauseTitle(f)
	}
	who := r.shortActor(&f.agent, "Statement")
	lo, hi := r.content(s, f.clause)
	if lo == 0 && hi == f.clause && f.clause > 0 { // "…, X said"
		end := c.from
		if c.subject[1] > c.subject[0] && !c.inverted {
			end = min(end, c.subject[0])
		}
		if t := r.trim(s.from, end); t != "" {
			return who + ": " + t
		}
	}
	if g.last+1 >= s.to {
		return who + " " + r.third(f.lemma)
	}
	from := g.last + 1
	for i := from; i < min(s.to, from+9) && r.toks[i].group == 0; i++ {
		if r.toks[i].low == "that" {
			from = i + 1
			break
		}
	}
	verb := r.third(f.lemma)
	if r.reports(f.lemma) {
		if t := r.saidTitle(f, who); t != "" {
			return t
		}
	}
	from = r.pastListener(f, from, c.to)
	rest := r.trim(from, s.to)
	if r.reports(f.lemma) {
		if quote := r.quoteBefore(s, c); rest == "" || quote != "" && (from >= s.to || !r.toks[from].quoted) && f.lemma == "tell" {
			rest = quote
		}
		return who + ": " + rest
	}
	if g.last > g.head {
		verb += " " + r.toks[g.last].low // "rules out"
	}
	return who + " " + verb + " " + rest
}

// third is the form after "he": "says".
func (r *reader) third(lemma string) string {
	switch {
	case lemma == "be":
		return "is"
	case strings.HasSuffix(lemma, "y") && len(lemma) > 1 && !strings.ContainsRune("aeiou", rune(lemma[len(lemma)-2])):
		return lemma[:len(lemma)-1] + "ies"
	case strings.HasSuffix(lemma, "s"), strings.HasSuffix(lemma, "sh"), strings.HasSuffix(lemma, "ch"), strings.HasSuffix(lemma, "x"), strings.HasSuffix(lemma, "o"):
		return lemma + "es"
	}
	return lemma + "s"
}

// nounTitle is "Clashes in X", "Ceasefire announced".
func (r *reader) nounTitle(f *frame, where string) string {
	lo := f.head
	for lo > 0 && (r.toks[lo-1].tag == tagAdjective || r.toks[lo-1].tag == tagNoun || r.toks[lo-1].tag == tagName) && r.toks[lo-1].time == 0 && f.head-lo < 3 && !r.toks[lo-1].is("other", "new", "first", "second", "last", "several", "own") {
		lo--
	}
	if r.toks[lo].low == "magnitude" && lo < f.head {
		lo++
	}
	t := r.phrase(lo, f.head+1)
	switch f.lemma {
	case "repel", "repulse", "thwart", "foil", "beat":
		return t + strings.Replace(where, " in ", " on ", 1) + " " + r.past(f.lemma)
	}
	if f.kind == timeline.Bombardment || f.kind == timeline.Attack && !r.toks[f.head].is("murder", "murders", "killing", "killings", "shooting", "stabbing", "massacre", "explosion", "explosions", "blast", "blasts", "stampede", "incident", "assassination", "hijacking") {
		where = strings.Replace(where, " in ", " on ", 1)
	}
	if f.kind == timeline.Disaster && f.head+1 < len(r.toks) && r.toks[f.head+1].upper && r.toks[f.head+1].mention == 0 {
		t += " " + r.toks[f.head+1].text
	}
	return t + where
}

// clauseTitle is who does what, to whom and where, in the present.
func (r *reader) clauseTitle(f *frame) string {
	s := &r.sents[f.sent]
	c := &s.clauses[f.clause]
	g := &s.groups[f.clause]
	rest := r.namedPlace(f, g.last+1, min(f.to, c.to), r.trim(g.last+1, min(f.to, c.to)))
	if f.passive {
		who := r.shortActor(&f.patient, "")
		if who == "" {
			who = r.trim(c.subject[0], c.subject[1])
		}
		who = r.namedPlace(f, c.subject[0], c.subject[1], who)
		verb := r.toks[g.head].low
		switch f.modality {
		case timeline.Planned:
			verb = "to be " + verb
		case timeline.Feared:
			verb = "feared " + verb
		}
		return who + " " + verb + " " + rest
	}
	who := r.shortActor(&f.agent, "")
	if p := firstPlace(f); p != "" && !strings.Contains(rest, p) {
		switch {
		case f.kind == timeline.Attack && (rest == "" || strings.HasPrefix(rest, "from ")):
			rest = strings.TrimSpace(p + " " + rest)
		case (f.kind == timeline.Attack || f.kind == timeline.Mobilisation || f.kind == timeline.Arrest || f.kind == timeline.Protest) && len(rest)+len(p)+len(who) < titleLimit-16:
			rest += " in " + p
		}
	}
	verb := f.lemma
	if f.lemma == "be" {
		verb = "reported"
	} else if r.singular(&f.agent, who) {
		verb = r.third(verb)
	}
	if f.modality == timeline.Planned {
		verb = "to " + f.lemma
	}
	if f.modality == timeline.Attempt {
		verb = "try to " + f.lemma
		if r.singular(&f.agent, who) {
			verb = "tries to " + f.lemma
		}
	}
	part := ""
	if g.last > g.head {
		part = " " + r.toks[g.last].low
	}
	return who + " " + verb + part + " " + rest
}

// firstPlace is the name of the place at or near which an event happened.
func firstPlace(f *frame) string {
	for i := range f.places {
		if p := &f.places[i]; (p.Role == timeline.At || p.Role == timeline.Near) && !p.Adj {
			return p.Name
		}
	}
	return ""
}

// singular reports whether the name shown for an actor takes "-s".
func (r *reader) singular(a *actor, shown string) bool {
	if len(a.heads) == 0 {
		return false
	}
	h := &r.toks[a.heads[0]]
	if a.ent == 0 && (h.tag == tagNumber || r.lex.Words["vague"][h.low] || plural(h) && strings.Contains(strings.ToLower(shown), h.low)) || r.several(a) != "" {
		return false
	}
	if a.ent == 0 && !strings.HasSuffix(strings.ToLower(shown), h.low) {
		return !strings.HasSuffix(shown, "s") && !strings.HasSuffix(shown, "police")
	}
	if strings.EqualFold(shown, h.text) || a.ent == 0 {
		return len(a.heads) == 1 && !plural(h) && !h.is("police", "troops", "militia") && h.tag != tagNumber
	}
	return allUpper(shown) || !strings.HasSuffix(shown, "s")
}

// trim is the text of tokens [lo, hi) up to the first pause, without times,
// articles and quotation marks.
func (r *reader) trim(lo, hi int) string {
	var b strings.Builder
	gap := false
	for i := lo; i < hi && i < len(r.toks); i++ {
		t := &r.toks[i]
		if t.kind == mark && t.tag == tagMark {
			if t.is("\"", "“", "”", "'", "‘") {
				gap = gap || t.space
				continue
			}
			if t.is("-", "–", "/", "%") && !t.space {
				b.WriteString(t.text)
				continue
			}
			if b.Len() > 0 && !(t.is(",") && i+1 < hi && r.toks[i+1].tag == tagName && r.toks[i-1].tag == tagName) {
				break
			}
			if t.is(",") && b.Len() > 0 {
				b.WriteString(",")
			}
			continue
		}
		if t.time > 0 || t.is("the", "a", "an", "its", "their", "his", "her") {
			continue
		}
		if (t.tag == tagPrep || t.is("until", "since")) && i+1 < hi && r.toks[i+1].time > 0 {
			continue
		}
		if b.Len() > titleLimit {
			break
		}
		if b.Len() > 0 && (t.space || gap) {
			b.WriteByte(' ')
		}
		gap = false
		b.WriteString(t.text)
	}
	out := b.String()
	for _, end := range []string{" and", " or", " but", ","} {
		out = strings.TrimSuffix(out, end)
	}
	return out
}

func capitalise(s string) string {
	c, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(c)) + s[n:]
}

// cutTitle cuts a headline at a word, at most 60 characters.
func cutTitle(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if utf8.RuneCountInString(s) <= titleLimit {
		return strings.TrimRight(s, " ,;:-–")
	}
	if utf8.RuneCountInString(s) > titleLimit {
		n, at := 0, 0
		for i, c := range s {
			if n == titleLimit {
				break
			}
			if c == ' ' {
				at = i
			}
			n++
		}
		if at == 0 {
			for i := range s {
				if at++; at > titleLimit {
					s = s[:i]
					break
				}
			}
		} else {
			s = s[:at]
		}
	}
	for {
		i := strings.LastIndexByte(s, ' ')
		if i < 0 {
			break
		}
		switch strings.ToLower(s[i+1:]) {
		case "of", "in", "on", "at", "by", "for", "with", "from", "to", "and", "or", "but", "that", "as", "into", "near", "after", "over", "who", "which", "where", "is", "are", "was", "were", "than", "about", "if", "some", "most", "more", "towards", "toward", "against", "when", "while", "because", "it", "he", "they", "had", "has", "have", "been", "will", "would":
			s = strings.TrimRight(s[:i], " ,;:-–")
			continue
		}
		break
	}
	return strings.TrimRight(s, " ,;:-–")
}
