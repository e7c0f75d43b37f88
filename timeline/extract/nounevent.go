package extract

import (
	"strings"

	"dateline/timeline"
)

// nounEvent finds an event that a noun tells: "clashes erupted", "the army
// launched an offensive", "there were air strikes".
func (r *reader) nounEvent(s *sentence, k int, f *frame) timeline.Kind {
	c := &s.clauses[k]
	g := &s.groups[k]
	v := r.lex.Verbal
	subject := actor{lo: c.subject[0], hi: c.subject[1]}
	if c.subject[1] > c.subject[0] {
		subject.heads = r.heads(c.subject[0], c.subject[1])
	}
	if causes(g.lemma) && !g.passive {
		for _, h := range r.heads(c.object[0], c.object[1]) {
			if kind := r.nounKind(h); kind != "" {
				r.takeNoun(f, h, kind)
				f.agent, f.patient = actor{}, actor{}
				return kind
			}
		}
	}
	if kind := r.expected(s, k, f, &subject); kind != "" {
		return kind
	}
	if kind := r.calledFor(s, k, f); kind != "" {
		return kind
	}
	for _, h := range subject.heads {
		kind := r.nounKind(h)
		if kind == "" {
			continue
		}
		if centre(r.toks[h].low) && (g.lemma == "be" || g.lemma == "lie" || g.lemma == "locate") {
			r.takeNoun(f, h, kind)
			f.agent = actor{}
			return kind
		}
		hazard := r.toks[h].noun("hazard")
		switch {
		case v["happen"][g.lemma] && !(g.lemma == "take" && !r.follows(g.last, c.to, "place", "over")) && !(g.lemma == "report" && !g.passive):
		case g.lemma == "leave" && kind == timeline.Battle && r.leftDead(s, k, f) == "":
			continue
		case v["act"][g.lemma] && !g.passive:
			// "The blast killed 20": what it did goes along as figures.
		case v["light"][g.lemma] && g.passive:
		case hazard && v["act"][g.lemma]:
		case r.toks[h].is("ceasefire", "cease-fire", "truce") && (g.lemma == "hold" || g.lemma == "be" || g.lemma == "come"):
		case g.lemma == "be" && f.ongoing && (kind == timeline.Battle || kind == timeline.Protest):
		default:
			continue
		}
		if kind == timeline.Agreement && g.lemma != "take" && g.lemma != "come" && g.lemma != "begin" && g.lemma != "start" && g.lemma != "enter" && g.lemma != "collapse" && g.lemma != "hold" && g.lemma != "expire" && g.lemma != "sign" && g.lemma != "reach" && g.lemma != "announce" && g.lemma != "declare" && g.lemma != "go" && g.lemma != "break" && g.lemma != "continue" && g.lemma != "resume" && g.lemma != "stall" && g.lemma != "fail" && !g.passive {
			continue
		}
		r.takeNoun(f, h, kind)
		f.agent = r.sides(h, c.to)
		if v["act"][g.lemma] && !g.passive {
			f.patient = r.actorAt(c.object[0], c.object[1])
		}
		return kind
	}
	// "launched an offensive", "there were clashes".
	existential := g.lemma == "be" && c.subject[1]-c.subject[0] <= 1 && g.first > s.from && (r.toks[g.first-1].low == "there" || r.toks[max(g.first-2, s.from)].low == "there")
	if (v["light"][g.lemma] || existential) && c.object[1] > c.object[0] {
		heads := r.heads(c.object[0], c.object[1])
		for _, h := range heads {
			kind := r.nounKind(h)
			if kind == timeline.Bombardment && r.toks[h].is("strike", "strikes") && r.ofClass(&f.agent, "crowd") && !r.ofClass(&f.agent, "armed") {
				kind = timeline.Protest // "teachers began a strike"
			}
			if existential && kind == "" && r.illness(h, c.to) {
				kind = timeline.Disaster
			}
			if kind == "" || kind == timeline.Disaster && !existential && g.lemma != "experience" && g.lemma != "suffer" && g.lemma != "report" && g.lemma != "cause" && g.lemma != "record" && g.lemma != "register" && g.lemma != "detect" {
				continue
			}
			if kind == timeline.Agreement && !(g.lemma == "sign" || g.lemma == "reach" || g.lemma == "announce" || g.lemma == "declare" || g.lemma == "broker" || g.lemma == "make") {
				continue
			}
			if kind == timeline.Visit && g.lemma != "make" && g.lemma != "begin" && g.lemma != "end" {
				continue
			}
			if (kind == timeline.ChangeOfControl || kind == timeline.Withdrawal || kind == timeline.Advance) && (g.lemma == "see" || g.lemma == "face" || g.lemma == "report") {
				continue
			}
			if r.speech(g.lemma) && kind != timeline.Agreement && kind != timeline.Withdrawal && g.lemma != "report" && g.lemma != "describe" {
				continue
			}
			if g.lemma == "halt" || g.lemma == "end" {
				continue
			}
			r.takeNoun(f, h, kind)
			if existential {
				f.agent = r.sides(h, c.to)
			}
			f.patient = r.target(h, c.to, f.patient)
			return kind
		}
	}
	return ""
}

// illness reports whether the noun at token h counts the sick: "nine cases of
// cholera", "12 infections".
func (r *reader) illness(h, to int) bool {
	if !r.toks[h].is("case", "cases", "infection", "infections", "death", "deaths", "fatality", "fatalities") {
		return false
	}
	for i := h - 1; i >= max(0, h-6) && r.toks[i].tag != tagMark && r.toks[i].tag != tagPrep; i-- {
		if r.toks[i].tag == tagNumber || r.lex.Words["vague"][r.toks[i].low] {
			return true
		}
	}
	return false
}

// causes reports whether a verb makes an event of its object: "the quake
// triggered an avalanche".
func causes(lemma string) bool {
	switch lemma {
	case "trigger", "cause", "spark", "provoke", "prompt":
		return true
	}
	return false
}

// centre reports whether a noun only says where a disaster lay.
func centre(noun string) bool { return noun == "epicentre" || noun == "epicenter" }

// nounKind gives the kind of event that the noun at token h names.
func (r *reader) nounKind(h int) timeline.Kind {
	t := &r.toks[h]
	if t.entity > 0 || t.mention > 0 || t.tag == tagVerb {
		return ""
	}
	kind := timeline.Kind(r.lex.Events[t.low])
	if kind == "" {
		return ""
	}
	if t.is("strike", "strikes", "raid", "raids") && h > 0 && r.toks[h-1].is("air", "missile", "drone", "rocket", "artillery", "aerial", "precision", "night", "overnight") {
		return timeline.Bombardment
	}
	if t.is("attack", "attacks", "assault") && h > 0 && r.toks[h-1].is("missile", "drone", "rocket", "artillery", "air", "aerial", "mortar") {
		return timeline.Bombardment
	}
	if t.is("bombing", "bombings") && h > 0 && r.toks[h-1].is("suicide", "car", "bus", "truck", "roadside", "embassy", "dynamite", "terrorist") {
		return timeline.Attack
	}
	if t.is("strike", "strikes") && h > 0 && r.toks[h-1].is("hunger", "general", "rail", "labour", "teachers", "transport", "nationwide", "workers", "indefinite", "24-hour", "48-hour", "one-day", "two-day", "three-day", "wildcat", "pay", "doctors", "nurses", "miners", "pilots") {
		return timeline.Protest
	}
	if t.is("fire", "fires") && h > 0 && (r.toks[h-1].is("artillery", "mortar", "rocket", "tank", "enemy", "gun", "sniper", "small-arms", "anti-aircraft", "hostile", "friendly") || r.toks[h-1].mention > 0 || r.toks[h-1].noun("armed")) {
		return timeline.Bombardment
	}
	if t.is("battle", "battles", "fight", "war", "clash", "clashes") && r.figure(h) {
		return ""
	}
	if t.low == "storm" && h > 0 && r.toks[h-1].is("political") {
		return ""
	}
	if t.is("march", "advance", "push", "visit", "fall", "crash") && t.upper {
		return ""
	}
	return kind
}

func (r *reader) takeNoun(f *frame, h int, kind timeline.Kind) {
	f.kind, f.head, f.noun = kind, h, strings.ToLower(r.toks[h].text)
	f.from = min(f.from, h)
}

// follows reports whether one of the words stands right after token i.
func (r *reader) follows(i, to int, words ...string) bool {
	return i+1 < to && r.toks[i+1].is(words...)
}

// sides reads "between X and Y" and "by X" after an event noun, else what
// stands before it ("army shelling").
func (r *reader) sides(h, to int) actor {
	for i := h + 1; i < min(to, h+30) && i < len(r.toks); i++ {
		t := &r.toks[i]
		if t.is("between", "by", "among") {
			e := i + 1
			for e < to && r.toks[e].tag != tagPrep && r.toks[e].tag != tagSub && r.toks[e].low != "." && r.toks[e].tag != tagTime && r.toks[e].group == 0 && !(r.toks[e].low == ",") {
				e++
			}
			return r.actorAt(i+1, e)
		}
		if t.tag == tagSub || t.low == ";" {
			break
		}
	}
	s := h
	for s > 0 && (r.toks[s-1].tag == tagNoun || r.toks[s-1].tag == tagName || r.toks[s-1].tag == tagAdjective || r.toks[s-1].kind == mark && r.toks[s-1].tag == tagPossessive) {
		s--
	}
	for i := s; i < h; i++ {
		t := &r.toks[i]
		if t.mention > 0 && (r.places[t.mention-1].Adj || r.placeSense[t.mention-1].Country) || t.entity > 0 || t.noun("armed") {
			return r.actorAt(i, i+1)
		}
	}
	return actor{}
}

// target reads whom an attack is against: "an assault on X".
func (r *reader) target(h, to int, old actor) actor {
	for i := h + 1; i < min(to, h+4); i++ {
		if r.toks[i].is("against", "on", "with") {
			e := i + 1
			for e < to && r.toks[e].tag != tagPrep && r.toks[e].tag != tagSub && r.toks[e].kind != mark && r.toks[e].tag != tagTime && r.toks[e].group == 0 {
				e++
			}
			if e > i+1 {
				return r.actorAt(i+1, e)
			}
		}
	}
	return old
}

func containsWord(phrase, w string) bool {
	for _, x := range strings.Fields(phrase) {
		if x == w {
			return true
		}
	}
	return false
}

// figure reports whether the noun of a fight at token h is a figure of speech:
// "a legal battle", "the battle against cancer".
func (r *reader) figure(h int) bool {
	if h > 0 && r.toks[h-1].is("legal", "court", "political", "custody", "uphill", "losing", "electoral", "election", "diplomatic", "bureaucratic", "title", "leadership", "takeover", "months-long", "years-long", "personal", "cup", "relegation", "price") {
		return true
	}
	for i := h + 1; i < min(h+6, len(r.toks)) && r.toks[i].tag != tagMark && r.toks[i].group == 0; i++ {
		if r.toks[i].is("court", "courts", "cancer", "disease", "corruption", "poverty", "title", "championship", "supremacy", "opinion", "ideas", "words", "inflation", "virus", "epidemic", "cup") {
			return true
		}
	}
	return false
}
