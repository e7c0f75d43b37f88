package extract

import (
	"strings"

	"dateline/timeline"
)

// attribute finds who says what in a sentence: claims on its events, and
// statements that are events of their own.
func (r *reader) attribute(s *sentence, si, first int, made []int) {
	said := make([]bool, len(s.clauses)) // content of somebody's words
	for k := range s.clauses {
		g := &s.groups[k]
		if g.passive || g.form == infinitive || g.form == participle || !r.speech(g.lemma) || made[k] > 0 && r.frames[made[k]-1].kind != timeline.Statement {
			continue
		}
		c := &s.clauses[k]
		if g.form == gerund && (k == 0 || c.parent < 0) && s.clauses[k].from <= s.from+1 {
			continue // "Speaking in X, …"
		}
		if c.intro == "if" || c.intro == "unless" || c.intro == "whether" {
			continue
		}
		speaker := r.actorAt(c.subject[0], c.subject[1])
		if speaker.empty() {
			continue
		}
		if h := speaker.heads; len(h) == 1 && r.toks[h[0]].is("it", "they") && r.lastSpeaker.name != "" {
			lo, hi, heads, said := speaker.lo, speaker.hi, speaker.heads, speaker.said
			speaker = r.lastSpeaker
			speaker.lo, speaker.hi, speaker.heads, speaker.said = lo, hi, heads, said
		} else if len(h) > 0 {
			r.lastSpeaker = speaker
		}
		if made[k] == 0 && r.refutes(s, si, k, &speaker) {
			continue
		}
		lo, hi := r.content(s, k)
		nested := said[k]
		news := 0
		var tells []int
		for j := lo; j < hi; j++ {
			said[j] = true
			if made[j] > 0 && j != k {
				f := &r.frames[made[j]-1]
				if nested {
					f.claims = nil // "X said Y claimed it": Y's account
				}
				f.claims = append(f.claims, r.claim(s, k, &speaker, f))
				if !f.future && (!f.denial || speaker.ent == 0 || r.ents[speaker.ent-1].kind != person) {
					news++
					tells = append(tells, made[j]-1)
				}
			}
		}
		for j := range made { // denials turn the claim round
			if made[j] > 0 && j >= lo && j < hi && r.lex.Verbal["denies"][g.lemma] && !g.negated {
				f := &r.frames[made[j]-1]
				if f.modality == timeline.Happened {
					f.modality, f.denial = timeline.Denied, true
					if speaker.ent > 0 && r.ents[speaker.ent-1].kind == person {
						news = max(news-1, 0)
					}
				}
			}
		}
		if made[k] > 0 {
			r.frames[made[k]-1].speaker = r.speakerOf(&speaker)
			continue
		}
		if c.intro == "and" && k > 0 && made[k-1] > 0 && r.frames[made[k-1]-1].kind == timeline.Visit && r.frames[made[k-1]-1].agent.key == speaker.key {
			continue // said during the visit
		}
		if !said[k] && g.form == finite {
			if f, ok := r.statement(s, si, k, &speaker); ok {
				f.unless = tells
				r.frames = append(r.frames, f)
				made[k] = len(r.frames)
			}
		}
	}
	r.sources(s, first)
}

// refutes reads "the army denied it", "X dismissed the claim": a denial of what
// the sentences just before told. It reports false where there is no such
// telling.
func (r *reader) refutes(s *sentence, si, k int, speaker *actor) bool {
	g := &s.groups[k]
	c := &s.clauses[k]
	if !r.lex.Verbal["denies"][g.lemma] || g.negated || c.object[1] <= c.object[0] {
		return false
	}
	h := r.heads(c.object[0], c.object[1])
	if len(h) == 0 || !r.toks[h[0]].is("it", "this", "that", "claim", "claims", "report", "reports", "responsibility", "involvement", "allegation", "allegations", "accusation", "accusations", "charge", "charges") {
		return false
	}
	for i := len(r.frames) - 1; i >= 0 && si-r.frames[i].sent <= 2; i-- {
		f := &r.frames[i]
		if f.sent == si || f.kind == timeline.Statement || f.dropped || f.denial || f.caption {
			continue
		}
		if len(f.claims) == 0 {
			f.claims = append(f.claims, r.ownClaim(f))
		}
		f.claims = append(f.claims, timeline.Claim{By: r.saidBy(speaker), Stance: timeline.Denies, Source: r.doc.ID, From: timeline.Span{Source: r.doc.ID, Start: s.start, End: s.end}})
		return true
	}
	return false
}

// content gives the clauses [lo, hi) that say what the speaker of clause k
// says.
func (r *reader) content(s *sentence, k int) (lo, hi int) {
	c := &s.clauses[k]
	g := &s.groups[k]
	start := c.from
	if c.subject[1] > c.subject[0] && !c.inverted {
		start = c.subject[0]
	}
	trailing := c.inverted
	if !trailing && k > 0 && start > s.from {
		p := &r.toks[start-1]
		if p.low == "," || closing(p.text) || p.tag == tagMark && start-2 >= s.from && r.toks[start-2].low == "," {
			// ", X said." with nothing after it.
			rest := c.object[1] <= c.object[0] || g.last+1 >= s.to || r.toks[g.last+1].low == "."
			trailing = rest && (k == len(s.clauses)-1 || s.groups[k+1].form != finite || s.clauses[k+1].intro != "that" && r.toks[g.last+1].kind == mark)
		}
	}
	if trailing {
		return 0, k
	}
	for j := k + 1; j < len(s.clauses); j++ {
		// Another's ", Y said" at the end takes everything before it.
		if x := &s.groups[j]; j == len(s.clauses)-1 && x.form == finite && r.speech(x.lemma) && (s.clauses[j].inverted || closing(r.toks[max(s.clauses[j].from-1, s.from)].text)) {
			return k + 1, k + 1
		}
	}
	return k + 1, len(s.clauses)
}

// claim is the account that the speaker of clause k gives of an event.
func (r *reader) claim(s *sentence, k int, speaker *actor, f *frame) timeline.Claim {
	lemma := s.groups[k].lemma
	c := timeline.Claim{By: r.saidBy(speaker), Source: r.doc.ID, From: timeline.Span{Source: r.doc.ID, Start: s.start, End: s.end}}
	c.Stance = r.stance(lemma, speaker)
	if f.denial {
		c.Stance = timeline.Denies
	}
	return c
}

// stance judges how a speaker stands to what he says: a party's and an
// unnamed source's word is a claim.
func (r *reader) stance(lemma string, speaker *actor) timeline.Stance {
	v := r.lex.Verbal
	switch {
	case v["denies"][lemma]:
		return timeline.Denies
	case v["confirms"][lemma]:
		return timeline.Confirms
	case v["doubts"][lemma]:
		return timeline.Doubts
	case v["claims"][lemma]:
		return timeline.Claims
	}
	if speaker.ent > 0 && r.ents[speaker.ent-1].kind == body {
		return timeline.Reports
	}
	for _, h := range speaker.heads {
		t := &r.toks[h]
		if t.is("agency", "agencies", "monitor", "monitors", "observatory", "survey", "institute", "authority", "authorities", "hospital", "ministry", "police", "centre", "center", "department", "governor", "mayor", "service", "services") {
			return timeline.Reports
		}
	}
	return timeline.Claims
}

// saidBy names a speaker as a reader would.
func (r *reader) saidBy(a *actor) string {
	if a.ent > 0 {
		return r.ents[a.ent-1].name
	}
	if len(a.heads) > 0 && r.toks[a.heads[0]].tag == tagPronoun && a.name != "" {
		return a.name
	}
	return strings.TrimSpace(a.said)
}

func (r *reader) speakerOf(a *actor) int { return a.ent }

// sources adds the accounts named without a clause of their own: "according
// to X", "there are reports that", "is reported to have", "reportedly".
func (r *reader) sources(s *sentence, first int) {
	by := ""
	stance := timeline.Claims
	for i := s.from; i < s.to && by == ""; i++ {
		t := &r.toks[i]
		switch {
		case t.is("reportedly", "allegedly"):
			by = "reports"
		case t.low == "according" && i+2 < s.to && r.toks[i+1].low == "to":
			e := i + 2
			for e < s.to && !r.boundary(e) && r.toks[e].low != "." && r.toks[e].group == 0 && r.toks[e].tag != tagTime {
				e++
			}
			a := r.actorAt(i+2, e)
			by, stance = r.saidBy(&a), r.stance("say", &a)
		}
	}
	for k := range s.clauses {
		g := &s.groups[k]
		if by != "" {
			break
		}
		if g.passive && (g.lemma == "report" || g.lemma == "believe" || g.lemma == "say" || g.lemma == "think" || g.lemma == "understand" || g.lemma == "allege") {
			by = "reports"
		}
		if g.lemma == "be" || g.lemma == "receive" {
			for i := s.clauses[k].object[0]; i < s.clauses[k].object[1]; i++ {
				if r.toks[i].is("reports", "report", "claims", "rumours", "indications") {
					by = strings.TrimSpace(r.phrase(s.clauses[k].object[0], i+1))
				}
			}
		}
	}
	if by == "" {
		return
	}
	for i := first; i < len(r.frames); i++ {
		f := &r.frames[i]
		if f.kind == timeline.Statement {
			continue
		}
		f.claims = append(f.claims, timeline.Claim{By: by, Stance: stance, Source: r.doc.ID, From: timeline.Span{Source: r.doc.ID, Start: s.start, End: s.end}})
	}
}

// statement makes an event of somebody's words when he or the verb is news.
func (r *reader) statement(s *sentence, si, k int, speaker *actor) (frame, bool) {
	c := &s.clauses[k]
	g := &s.groups[k]
	if g.modal || g.future || c.antecedent >= 0 || s.kind != 0 && s.kind != 2 {
		return frame{}, false
	}
	switch c.intro {
	case "if", "as", "when", "while", "because", "unless", "whether":
		return frame{}, false
	}
	ok := false
	v := r.lex.Verbal
	if speaker.ent > 0 {
		e := &r.ents[speaker.ent-1]
		switch e.kind {
		case person:
			ok = e.official && (v["person"][g.lemma] || v["denies"][g.lemma] || g.lemma == "rule")
		default:
			ok = (v["news"][g.lemma] || v["say"][g.lemma] && e.kind == body && !r.media(e)) && !r.presentSimple(g)
		}
	} else if v["say"][g.lemma] && r.ofState(speaker) && !r.presentSimple(g) {
		ok = true
	} else if v["news"][g.lemma] && !r.presentSimple(g) {
		for _, h := range speaker.heads {
			t := &r.toks[h]
			ok = ok || t.noun("org") || t.noun("state") && speaker.nation != "" || t.noun("official") && speaker.country > 0 && !strings.HasPrefix(t.low, "spokes") && !strings.HasPrefix(t.low, "official") || t.mention > 0 && !r.places[t.mention-1].Adj || t.noun("leader")
		}
	}
	if !ok {
		return frame{}, false
	}
	f := frame{kind: timeline.Statement, sent: si, clause: k, from: c.from, to: c.to, head: g.head, lemma: g.lemma, agent: *speaker, speaker: speaker.ent, strong: true, quoted: false}
	f.places = r.statementPlaces(s, &f, c)
	return f, true
}

// media reports whether a body only passes on what others say.
func (r *reader) media(e *entity) bool {
	for _, w := range strings.Fields(strings.ToLower(e.name)) {
		switch w {
		case "bbc", "cnn", "afp", "ap", "reuters", "tass", "sana", "irna", "spa", "news", "radio", "television", "tv", "times", "post", "gazette", "herald", "tribune", "daily", "press", "survey", "observatory":
			return true
		}
	}
	return false
}

// ofState reports whether a speaker is a country or one of its bodies.
func (r *reader) ofState(a *actor) bool {
	for _, h := range a.heads {
		t := &r.toks[h]
		if t.noun("state") && !t.is("police") || t.is("ministry", "government", "command", "presidency", "council", "commission", "parliament", "coalition") || t.mention > 0 && !r.places[t.mention-1].Adj && r.placeSense[t.mention-1].Country {
			return true
		}
	}
	return false
}

// statementPlaces reads where something was said: "In X, the minister warned",
// "told reporters in X".
func (r *reader) statementPlaces(s *sentence, f *frame, c *clause) []timeline.Place {
	var all []timeline.Place
	add := func(i int) {
		m := r.toks[i].mention
		if m > 0 && !r.places[m-1].Adj && !r.placeSense[m-1].Country && (i == 0 || r.toks[i-1].mention != m) {
			all = append(all, timeline.Place{Mention: r.places[m-1], Role: timeline.At})
		}
	}
	if r.toks[s.from].is("in", "at") || r.toks[s.from].is("speaking", "addressing", "talking") {
		for i := s.from + 1; i < s.to && r.toks[i].low != ","; i++ {
			add(i)
		}
	}
	if len(all) > 0 || c.inverted {
		return all
	}
	g := &s.groups[f.clause]
	if c.intro == "and" && f.clause > 0 { // "held a meeting in X and called on …"
		for i := s.groups[f.clause-1].last + 1; i+1 < g.first; i++ {
			if r.toks[i].is("in", "at") {
				add(i + 1)
			}
		}
		if len(all) > 0 {
			return all
		}
	}
	for i := g.last + 1; i < c.to; i++ {
		if r.boundary(i) {
			break
		}
		if r.toks[i].is("in", "at") && i+1 < c.to && (i == g.last+1 || r.toks[i-1].is("reporters", "journalists", "conference", "speech", "rally", "parliament", "address", "speaking", "meeting", "summit") || r.toks[i-1].tag == tagTime) {
			add(i + 1)
		}
	}
	return all
}

// fold joins what one sentence tells of one event: the deaths that a strike
// caused, the flight that it forced.
func (r *reader) fold(s *sentence, first int, made []int) {
	for i := first; i < len(r.frames); i++ {
		f := &r.frames[i]
		if f.kind == timeline.Casualties && !f.dropped {
			r.cause(s, f)
		}
	}
	for i := first; i < len(r.frames); i++ {
		f := &r.frames[i]
		if f.kind == timeline.Casualties && i > first && r.frames[i-1].kind == timeline.Casualties && !r.frames[i-1].dropped && !f.dropped && len(r.placesIn(s, f, f.from, f.to)) == 0 {
			// "912 died and 5,000 were hurt"
			o := &r.frames[i-1]
			o.figures = append(o.figures, f.figures...)
			o.claims = append(o.claims, f.claims...)
			f.dropped = true
			if f.clause < len(made) {
				made[f.clause] = i
			}
			continue
		}
		nonfinite := f.clause < len(s.groups) && s.groups[f.clause].form != finite
		if f.dropped || f.denial || f.kind != timeline.Casualties && !(nonfinite && (f.kind == timeline.Displacement || f.kind == timeline.Disaster || f.kind == timeline.Bombardment)) {
			continue
		}
		best := -1
		for j := first; j < len(r.frames); j++ {
			o := &r.frames[j]
			if j == i || o.dropped || o.denial || o.kind == f.kind && o.clause >= f.clause {
				continue
			}
			switch o.kind {
			case timeline.Bombardment, timeline.Attack, timeline.Disaster, timeline.Battle:
			case timeline.Protest, timeline.Advance, timeline.ChangeOfControl:
				if f.kind != timeline.Casualties {
					continue
				}
			default:
				continue
			}
			if best < 0 || abs(r.frames[best].clause-f.clause) > abs(o.clause-f.clause) {
				best = j
			}
		}
		if best < 0 {
			continue
		}
		// Two finite clauses joined by "and" tell two things unless one is
		// the circumstance of the other.
		o := &r.frames[best]
		lo, hi := min(o.clause, f.clause), max(o.clause, f.clause)
		joined := nonfinite
		for k := lo; k <= hi; k++ {
			switch s.clauses[k].intro {
			case "when", "after", "as", "while", "which", "that", "and", ",":
				joined = true
			}
		}
		if !joined || s.clauses[hi].intro == "since" {
			continue
		}
		o.figures = append(o.figures, f.figures...)
		o.from, o.to = min(o.from, f.from), max(o.to, f.to)
		f.dropped = true
		if f.clause < len(made) {
			made[f.clause] = best + 1
		}
	}
}

func abs(x int) int {
	if x < 0 {
		return -x
	}
	return x
}

// cause turns "three people were killed in an air strike on X" into the
// strike.
func (r *reader) cause(s *sentence, f *frame) {
	for i := f.head + 1; i < f.to; i++ {
		if r.toks[i].tag != tagPrep && r.toks[i].tag != tagSub || !r.toks[i].is("in", "by", "during", "after", "when", "following", "from") {
			continue
		}
		for j := i + 1; j < min(f.to, i+9); j++ {
			t := &r.toks[j]
			if t.tag == tagPrep && t.low != "of" || t.tag == tagSub || t.low == "," {
				break
			}
			kind := r.nounKind(j)
			if t.noun("weapon") && kind == "" && r.toks[i].low == "by" {
				kind = timeline.Bombardment
			}
			if j+1 < f.to && r.nounKind(j+1) != "" {
				continue
			}
			switch kind {
			case timeline.Bombardment, timeline.Attack, timeline.Disaster, timeline.Battle:
			default:
				continue
			}
			if d := r.toks[i+1]; d.is("the", "that", "this", "those", "these") {
				return // an event told already
			}
			f.kind, f.noun, f.head = kind, t.low, j
			if a := r.sides(j, f.to); !a.empty() || f.passive || len(f.agent.heads) > 0 && r.ofClass(&f.agent, "people") && !r.ofClass(&f.agent, "armed") {
				f.agent = a // else who killed is who attacked
			}
			return
		}
	}
}

// sequence reads the order that "after", "before" and "then" tell.
func (r *reader) sequence(s *sentence, made []int) {
	r.sequel(s, made)
	for k := range s.clauses {
		if made[k] == 0 {
			continue
		}
		c := &s.clauses[k]
		link := func(later, earlier int) {
			if later != earlier && r.frames[later-1].kind != timeline.Statement && r.frames[earlier-1].kind != timeline.Statement {
				r.frames[later-1].after = append(r.frames[later-1].after, earlier-1)
			}
		}
		main := 0
		switch c.intro {
		case "after", "since", "before", "having", "until":
			for j := k + 1; j < len(made) && main == 0 && r.leads(s, k); j++ {
				main = made[j]
			}
			for j := k - 1; j >= 0 && main == 0; j-- {
				main = made[j]
			}
			if main == 0 {
				continue
			}
			if c.intro == "before" || c.intro == "until" {
				link(made[k], main)
			} else {
				link(main, made[k])
			}
		case "and", ",":
			g := &s.groups[k]
			for i := g.first - 1; i <= g.last && i >= s.from; i++ {
				if r.toks[i].is("then", "later", "subsequently") && k > 0 && made[k-1] > 0 {
					link(made[k], made[k-1])
				}
			}
		}
	}
}

// sequel reads the order between sentences: "They then took X", "After the
// fall of both cities, …", "a day after the attack".
func (r *reader) sequel(s *sentence, made []int) {
	first := 0
	for k := range made {
		if made[k] > 0 && r.frames[made[k]-1].kind != timeline.Statement {
			first = made[k]
			break
		}
	}
	if first == 0 {
		return
	}
	f := &r.frames[first-1]
	g := &s.groups[min(f.clause, len(s.groups)-1)]
	for i := s.from; i < min(g.last+1, s.to); i++ {
		t := &r.toks[i]
		switch {
		case t.is("then", "subsequently", "afterwards") && i < s.from+6:
			for j := first - 2; j >= 0 && j >= first-4; j-- {
				o := &r.frames[j]
				if o.sent < f.sent && f.sent-o.sent <= 2 && o.kind != timeline.Statement && !o.dropped && !o.denial && (o.agent.key == f.agent.key || f.agent.key == "") {
					f.after = append(f.after, j)
					break
				}
			}
		case t.is("after", "following") && t.group == 0:
			r.afterNoun(s, i, first-1)
		}
	}
}

// afterNoun ties a telling to the earlier events that a noun after "after" at
// token i points back to: "the fall of both cities", "the attack".
func (r *reader) afterNoun(s *sentence, i, frame int) {
	for h := i + 1; h < min(s.to, i+5); h++ {
		kind := r.nounKind(h)
		if kind == "" {
			continue
		}
		if !r.toks[h-1].is("the", "this", "that", "its", "their") && !(h > i+1 && r.toks[h-2].is("the", "its")) {
			return
		}
		want := 1
		var names []string
		for j := h + 1; j < min(s.to, h+8) && !r.toks[j].is(",", "."); j++ {
			if r.toks[j].is("both", "two", "cities", "towns") {
				want = 2
			}
			if m := r.toks[j].mention; m > 0 && !r.places[m-1].Adj {
				names = append(names, r.places[m-1].Name)
			}
		}
		for j := frame - 1; j >= 0 && j >= frame-40 && want > 0; j-- {
			o := &r.frames[j]
			if o.sent >= r.frames[frame].sent || o.dropped || akin(o.kind, kind) == 0 {
				continue
			}
			if len(names) > 0 && !namedIn(o, names) {
				continue
			}
			r.frames[frame].after = append(r.frames[frame].after, j)
			if len(names) == 0 {
				want -= max(1, len(o.places))
			}
		}
		return
	}
}

func namedIn(f *frame, names []string) bool {
	for i := range f.places {
		for _, n := range names {
			if strings.EqualFold(f.places[i].Name, n) {
				return true
			}
		}
	}
	return false
}
