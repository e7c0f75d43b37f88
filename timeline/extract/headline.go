package extract

import (
	"strings"
	"unicode/utf8"

	"dateline/timeline"
)

// saidTitle is the headline of a statement whose content is a clause of its
// own: "Haddad says 600 people affected", "Red Cross to drop supplies". It is
// empty where the content is no such clause.
func (r *reader) saidTitle(f *frame, who string) string {
	s := &r.sents[f.sent]
	k := f.clause + 1
	if k >= len(s.clauses) || s.clauses[f.clause].inverted || f.lemma == "deny" {
		return ""
	}
	c, g := &s.clauses[k], &s.groups[k]
	if g.form != finite || g.lemma == "do" || c.subject[1] <= c.subject[0] || c.subject[0] > s.groups[f.clause].last+6 || c.antecedent >= 0 || c.intro == "and" || r.toks[g.first].quoted {
		return ""
	}
	rest := r.trim(g.last+1, c.to)
	head := r.toks[c.subject[1]-1]
	self := c.subject[1] == c.subject[0]+1 && head.is("it", "he", "she", "they", "we", "i")
	if c.subject == s.clauses[f.clause].subject { // "X said it would …"
		if head = r.toks[g.first-1]; !head.is("it", "he", "she", "they") {
			return ""
		}
		self = true
	} else if c.subject[0] <= s.groups[f.clause].last {
		return ""
	}
	verb := r.presentOf(g, plural(&head) || head.tag == tagNumber)
	if self {
		if !g.negated && (g.future || g.modal && r.toks[g.first].is("would")) && !g.passive && !g.perfect && g.lemma != "be" {
			return who + " to " + g.lemma + " " + rest
		}
		return who + " says " + head.low + " " + verb + " " + rest
	}
	subject := r.trim(c.subject[0], c.subject[1])
	if utf8.RuneCountInString(subject) > 40 || subject == "" {
		return ""
	}
	return who + " says " + subject + " " + verb + " " + rest
}

// presentOf is a verb as headlines have it: "had been affected" is "affected",
// "was advancing" "is advancing", "had fallen" "has fallen".
func (r *reader) presentOf(g *group, many bool) string {
	words := make([]string, 0, 4)
	for i := g.first; i <= g.last; i++ {
		words = append(words, r.toks[i].low)
	}
	main := words[max(0, g.head-g.first):]
	is, has := "is", "has"
	if many {
		is, has = "are", "have"
	}
	switch {
	case g.negated && g.progressive && !g.perfect:
		return is + " " + strings.Join(words[1:], " ")
	case g.negated:
	case g.lemma == "be" && !g.modal && !g.future && !g.perfect:
		return is
	case g.modal && r.toks[g.first].is("would"):
		return "will " + strings.Join(words[1:], " ")
	case g.modal, g.future:
	case g.passive && !g.progressive:
		return strings.Join(main, " ")
	case g.progressive:
		if i := g.head - g.first; i > 0 {
			return is + " " + strings.Join(main, " ")
		}
	case g.perfect:
		return has + " " + strings.Join(main, " ")
	}
	return strings.Join(words, " ")
}

// doesTitle is the headline of what an event noun does itself: "Heavy shelling
// hits centre of Nyala", "Storm makes landfall near Oras". It is empty for
// other tellings.
func (r *reader) doesTitle(f *frame, e *timeline.Event) string {
	s := &r.sents[f.sent]
	c, g := &s.clauses[f.clause], &s.groups[f.clause]
	if f.nominal || f.passive || g.form != finite || g.negated || f.head < c.subject[0] || f.head >= c.subject[1] || f.modality != timeline.Happened {
		return ""
	}
	switch g.lemma {
	case "hit", "strike", "shake", "rock", "make", "destroy", "batter", "lash", "damage", "sweep", "devastate", "flatten", "cut", "rip", "tear", "kill", "injure", "wound", "target", "jolt", "rattle":
	default:
		return ""
	}
	rest := r.trim(g.last+1, min(f.to, c.to))
	subject := r.nounTitle(f, "")
	if rest == "" || subject == "" {
		return ""
	}
	one := !plural(&r.toks[f.head])
	t := subject + " " + map[bool]string{true: r.third(g.lemma), false: g.lemma}[one] + " " + rest
	if where := firstPlace(f); where != "" && !strings.Contains(t, where) {
		if add := r.wherePhrase(e); utf8.RuneCountInString(t+add) <= titleLimit {
			t += add
		}
	}
	if utf8.RuneCountInString(t) > titleLimit {
		return ""
	}
	return t
}

// namedPlace puts the name of the place for "town" in the rest of a title
// where the report says "the town".
func (r *reader) namedPlace(f *frame, lo, hi int, rest string) string {
	if len(f.places) == 0 {
		return rest
	}
	name := f.places[0].Name
	if strings.Contains(rest, name) {
		return rest
	}
	if at := f.places[0].Span.Start; f.from < f.to && at >= r.toks[f.from].start && at < r.toks[f.to-1].end {
		return rest // it stands in the same words
	}
	for i := lo + 1; i < hi && i < len(r.toks); i++ {
		t := &r.toks[i]
		if !t.is("town", "city", "village", "capital", "port", "district", "region", "area") || !r.toks[i-1].is("the", "that", "this") || i+1 < hi && (r.toks[i+1].low == "of" || r.toks[i+1].tag == tagNoun) {
			continue
		}
		return strings.Replace(rest, t.low, name, 1)
	}
	return rest
}

// longActor is the end of a long name of an actor: "leading opposition figure".
func (r *reader) longActor(a *actor) string {
	h := a.heads[0]
	if r.toks[h].tag == tagPronoun {
		return ""
	}
	lo := h
	for lo > a.lo && (r.toks[lo-1].tag == tagNoun || r.toks[lo-1].tag == tagAdjective || r.toks[lo-1].tag == tagName) && r.toks[lo-1].time == 0 && utf8.RuneCountInString(r.phrase(lo-1, h+1)) <= 30 {
		lo--
	}
	return r.phrase(lo, h+1)
}

// several is the subject of a title where two or three names share it:
// "Britain and Russia"; empty for others.
func (r *reader) several(a *actor) string {
	if len(a.heads) < 2 || len(a.heads) > 3 || a.hi > len(r.toks) {
		return ""
	}
	for _, h := range a.heads {
		if t := &r.toks[h]; t.mention == 0 && t.entity == 0 || t.tag == tagNumber {
			return ""
		}
	}
	last := a.heads[len(a.heads)-1]
	joined := false
	for i := a.heads[0]; i < last; i++ {
		joined = joined || r.toks[i].low == "and"
	}
	s := r.phrase(a.lo, last+1)
	if !joined || utf8.RuneCountInString(s) > 36 {
		return ""
	}
	return s
}

// countWord gives a number that cannot stand alone its words: "several hundred".
func countWord(words []string, i int) string {
	v, scale := numberWord(strings.ToLower(words[i]))
	if v > 0 || scale < 100 || strings.HasSuffix(words[i], "s") {
		return words[i]
	}
	if i > 0 && (words[i-1] == "several" || words[i-1] == "few" || words[i-1] == "a") {
		if words[i-1] == "few" {
			return "a few " + words[i]
		}
		return words[i-1] + " " + words[i]
	}
	return words[i] + "s"
}

// reports reports whether a verb only says that somebody spoke.
func (r *reader) reports(lemma string) bool {
	return lemma == "say" || lemma == "add" || lemma == "tell" || lemma == "note"
}

// pastListener skips whom something was told: "told reporters", "told the BBC".
func (r *reader) pastListener(f *frame, from, to int) int {
	if f.lemma != "tell" {
		return from
	}
	i := from
	for i < to && r.toks[i].tag != tagSub && r.toks[i].tag != tagMark && r.toks[i].tag != tagPrep && r.toks[i].tag != tagTo && r.toks[i].group == 0 {
		i++
	}
	if i < to && r.toks[i].low == "that" {
		i++
	}
	return i
}

// quoteBefore is what a sentence says before the clause of its speaker.
func (r *reader) quoteBefore(s *sentence, c *clause) string {
	end := c.from
	if c.subject[1] > c.subject[0] && !c.inverted {
		end = min(max(end, s.from), c.subject[0])
		if end <= s.from {
			end = c.subject[0]
		}
	}
	if end <= s.from+1 {
		return ""
	}
	return r.trim(s.from, end)
}
