package extract

import (
	"dateline/data/lexicon"
	"dateline/timeline"
	"dateline/timeline/source"
)

// frame is one telling of an event, before tellings are merged.
type frame struct {
	kind     timeline.Kind
	sent     int
	clause   int    // of the sentence
	from, to int    // tokens of the clause
	head     int    // token of the verb, or of the event noun
	lemma    string // of the verb
	noun     string // event noun, if one tells the event
	passive  bool
	agent    actor
	patient  actor
	places   []timeline.Place
	compass  string // "from the north", "pressed south": the word
	figures  []timeline.Figure
	claims   []timeline.Claim
	office   int // 1 + mention of the place that who tells it speaks for
	modality timeline.Modality
	time     int // 1 + expression
	ongoing  bool
	future   bool
	after    []int // frames
	also     []int // sentences of other tellings
	unless   []int // a statement is no event beside these, which it tells
	caption  bool
	denial   bool // a denial of another telling; gives no event of its own unless placed
	speaker  int  // 1 + entity, of a statement
	quoted   bool
	bare     bool // has no place of its own
	loose    bool // its place is only that of the report's dateline
	focus    int  // 1 + place mention of the town that the text was at
	gap      bool // its verb stands with another place
	within   bool // what was taken only lies in its places: "villages in the X district"
	nominal  bool // told by a noun alone, without a verb
	lead     bool // it is only the main clause of the sentence that opens the report
	strong   bool // keep although it has neither place nor figure
	dropped  bool
	heir     int           // 1 + the telling that took this one in
	trying   timeline.Kind // the kind whose conditions are being checked
}

// findFrames reads the tellings of every sentence.
func (r *reader) findFrames() {
	for si := range r.sents {
		s := &r.sents[si]
		if s.kind == source.Heading || s.kind == source.Boilerplate || s.question {
			r.remember(s)
			continue
		}
		first := len(r.frames)
		made := make([]int, len(s.clauses)) // 1 + frame of each clause
		for k := range s.clauses {
			r.focus(s, k)
			if f, ok := r.event(s, si, k); ok {
				r.frames = append(r.frames, f)
				made[k] = len(r.frames)
				r.gapped(s, len(r.frames)-1)
			}
		}
		r.attribute(s, si, first, made)
		r.fold(s, first, made)
		r.weighLead(first)
		r.sequence(s, made)
		for i := first; i < len(r.frames); i++ {
			f := &r.frames[i]
			f.focus = r.lastTown
			if f.kind != timeline.Statement || f.agent.empty() {
				r.place(s, f)
			}
			r.date(s, f)
		}
		r.nominals(s, si)
		r.remember(s)
	}
}

// remember keeps the places and persons of a sentence for "the city", "he".
func (r *reader) remember(s *sentence) {
	for i := s.from; i < s.to; i++ {
		t := &r.toks[i]
		if t.mention == 0 {
			continue
		}
		p := &r.places[t.mention-1]
		if p.Adj {
			continue
		}
		sense := r.placeSense[t.mention-1]
		switch {
		case p.Class == timeline.Division || sense.Division && !sense.Town:
			r.lastArea = t.mention
		case !sense.Country:
			r.lastTown = t.mention
		}
	}
	for k := range s.clauses {
		r.focus(s, k)
	}
}

// focus follows who is spoken of, for pronouns.
func (r *reader) focus(s *sentence, k int) {
	c := &s.clauses[k]
	if c.subject[1] <= c.subject[0] {
		return
	}
	for i := c.subject[0]; i < c.subject[1]; i++ {
		if e := r.toks[i].entity; e > 0 && r.ents[e-1].kind == person {
			r.lastPerson = e
			return
		}
	}
	h := r.heads(c.subject[0], c.subject[1])
	if len(h) == 0 {
		return
	}
	if t := &r.toks[h[0]]; t.tag != tagPronoun && (t.noun("armed") || t.entity > 0) {
		r.lastNation = ""
	}
	for i := c.subject[0]; i < c.subject[1]; i++ {
		if m := r.toks[i].mention; m > 0 && (r.places[m-1].Adj || r.placeSense[m-1].Country) {
			r.lastNation = nationKey(r.places[m-1].Name)
			break
		}
	}
	t := &r.toks[h[0]]
	switch {
	case t.tag == tagPronoun:
	case t.noun("people") && !t.noun("armed"):
		r.lastPeople = true
	case t.noun("armed") || t.noun("insurgent") || t.noun("weapon") || t.entity > 0:
		r.lastPeople = false
		r.actorAt(c.subject[0], c.subject[1])
	}
}

// event reads the event that clause k tells, if it tells one.
func (r *reader) event(s *sentence, si, k int) (frame, bool) {
	c := &s.clauses[k]
	g := &s.groups[k]
	modality, future, ok := r.mood(s, k)
	if !ok {
		return frame{}, false
	}
	f := frame{sent: si, clause: k, from: c.from, to: c.to, head: g.head, lemma: g.lemma, passive: g.passive, modality: modality, future: future, quoted: c.quoted, caption: s.kind == source.Caption}
	if c.subject[1] > c.subject[0] && c.subject[0] >= s.clauses[k].from {
		f.from = min(f.from, c.subject[0])
	}
	subject := r.actorAt(c.subject[0], c.subject[1])
	object := r.actorAt(c.object[0], c.object[1])
	relative := object.empty() && !g.passive && g.form == finite && c.antecedent >= 0 && c.subject[0] > c.introAt
	if it := r.placeBefore(s, k, &object); !it.empty() {
		object, relative = it, true // "took X, only to lose it"
	} else if relative { // "X, which they entered"
		object = r.actorAt(r.phraseStart(s, c.antecedent), c.antecedent+1)
	}
	f.agent, f.patient = subject, object
	if g.passive {
		f.agent, f.patient = r.byAgent(s, k), subject
	}
	f.ongoing = g.progressive && !g.past
	if c.parent >= 0 && g.form != finite {
		p := &s.groups[c.parent]
		f.ongoing = f.ongoing || p.progressive && !p.past && c.catenative != ""
	}
	kind := r.kindOf(s, k, &f)
	if kind == "" {
		return frame{}, false
	}
	// A plain present tells habits, not events, unless it goes on now.
	if g.form == finite && r.presentSimple(g) {
		if !r.lex.Verbal["happen"][g.lemma] && kind != timeline.Statement && !s.shout && g.lemma != "be" && f.kind != timeline.Mobilisation {
			return frame{}, false
		}
		f.ongoing = true
	}
	if g.lemma == "fall" && kind == timeline.ChangeOfControl {
		f.patient, f.agent = f.agent, r.takerOf(s, k)
	}
	if kind == timeline.Casualties && len(subject.heads) > 0 && r.toks[subject.heads[0]].is("war", "conflict", "insurgency", "wars") && r.timeIn(f.from, f.to) == 0 {
		return frame{}, false // what a whole war has cost is background
	}
	if kind == timeline.Casualties && r.ofClass(&f.agent, "toll") {
		return r.toll(s, k, f)
	}
	if g.lemma == "claim" && kind == timeline.ChangeOfControl {
		f.claims = append(f.claims, r.claim(s, k, &subject, &f))
	}
	if kind == timeline.Other && len(f.agent.heads) > 0 && r.toks[f.agent.heads[0]].is("protesters", "protestors", "demonstrators", "marchers", "rioters") {
		kind = timeline.Protest
	}
	if relative {
		f.places = r.placesIn(s, &f, object.lo, object.hi)
	}
	f.kind = kind
	f.denial = modality == timeline.Denied
	if g.form == gerund && c.antecedent < 0 && c.parent >= 0 && s.groups[c.parent].lemma == "be" && c.intro != "after" && c.intro != "," {
		return frame{}, false
	}
	f.figures = r.figures(f.from, f.to)
	if kind == timeline.Casualties && r.victim(&f) { // "X was killed in a fight with two men"
		f.figures = r.figures(f.patient.lo, f.patient.hi)
	}
	if c.subject[1] <= f.from { // "three men who were kidnapped"
		f.figures = append(r.figures(c.subject[0], c.subject[1]), f.figures...)
	}
	return f, true
}

// toll reads "the death toll rose to 75".
func (r *reader) toll(s *sentence, k int, f frame) (frame, bool) {
	for i := s.groups[k].last + 1; i < s.clauses[k].to; i++ {
		if r.toks[i].tag != tagNumber || r.toks[i].time > 0 {
			continue
		}
		n, end, ok := r.number(i, s.clauses[k].to)
		if !ok {
			break
		}
		g := timeline.Figure{Min: n, Max: n, Of: "dead", Stated: r.phrase(i, end), Span: timeline.Span{Source: r.doc.ID, Start: r.toks[i].start, End: r.toks[end-1].end}}
		if i > 0 && (r.toks[i-1].is("least", "than", "over", "past", "above") || r.toks[s.groups[k].head].verb.Lemma == "pass" || r.toks[s.groups[k].head].verb.Lemma == "exceed") {
			g.Max = 0
		}
		f.kind, f.noun, f.figures = timeline.Casualties, "dead", []timeline.Figure{g}
		f.patient, f.agent = f.agent, actor{}
		return f, true
	}
	return frame{}, false
}

// takerOf reads to whom a place fell.
func (r *reader) takerOf(s *sentence, k int) actor {
	c := &s.clauses[k]
	i := s.groups[k].last + 1
	if i+1 >= c.to || r.toks[i].low != "to" {
		return actor{}
	}
	e := i + 1
	for e < c.to && r.toks[e].tag != tagPrep && r.toks[e].tag != tagMark && r.toks[e].tag != tagTime && r.toks[e].tag != tagSub {
		e++
	}
	return r.actorAt(i+1, e)
}

// presentSimple reports whether a group is "takes", "take".
func (r *reader) presentSimple(g *group) bool {
	if g.past || g.perfect || g.progressive || g.future || g.modal || g.passive || g.form != finite {
		return false
	}
	if g.lemma == "be" || g.lemma == "have" || g.lemma == "do" {
		return true
	}
	return r.toks[g.head].verb.Forms&(lexicon.PastTense|lexicon.Participle) == 0
}

// byAgent reads who acts in a passive clause.
func (r *reader) byAgent(s *sentence, k int) actor {
	c := &s.clauses[k]
	for i := s.groups[k].last + 1; i < c.to; i++ {
		if r.toks[i].low == "by" && i+1 < c.to && r.toks[i+1].time == 0 {
			e := i + 1
			for e < c.to && r.toks[e].tag != tagPrep && r.toks[e].tag != tagTo && r.toks[e].tag != tagSub && r.toks[e].low != "," && r.toks[e].low != "." && r.toks[e].tag != tagTime || e < c.to && r.toks[e].low == "of" {
				e++
			}
			return r.actorAt(i+1, e)
		}
	}
	return actor{}
}

// kindOf finds the kind of the event that a verb and its company tell.
func (r *reader) kindOf(s *sentence, k int, f *frame) timeline.Kind {
	c := &s.clauses[k]
	g := &s.groups[k]
	if kind := r.nounEvent(s, k, f); kind != "" {
		return kind
	}
	for _, t := range r.lex.Triggers[g.lemma] {
		f.trying = timeline.Kind(t.Kind)
		if r.holds(s, k, f, t.Conditions) {
			f.strong = f.strong || t.Strong
			return timeline.Kind(t.Kind)
		}
	}
	if (g.lemma == "be" || counts(g.lemma) && g.passive) && r.anyClass(&actor{lo: c.subject[0], hi: c.subject[1], heads: r.heads(c.subject[0], c.subject[1])}, []string{"people", "figure"}) {
		for i := g.last + 1; i < min(c.to, g.last+4); i++ {
			if r.toks[i].is("dead", "missing", "injured", "wounded") {
				f.agent, f.patient = actor{}, r.actorAt(c.subject[0], c.subject[1])
				if len(r.figures(c.subject[0], g.last+1)) > 0 {
					f.ongoing = false
					f.strong = false
					f.noun = r.toks[i].low
					return timeline.Casualties
				}
			}
		}
	}
	if g.lemma == "be" && !g.negated && c.antecedent < 0 && (g.form == finite || g.form == infinitive) {
		return r.presence(s, k, f)
	}
	if g.passive && f.agent.empty() && wrecks(g.lemma) && r.anyClass(&f.patient, []string{"building", "area", "place"}) && r.inDisaster() {
		return timeline.Disaster
	}
	if g.lemma == "leave" && g.form != infinitive {
		if kind := r.leftDead(s, k, f); kind != "" {
			return kind
		}
	}
	return r.deed(s, k, f)
}

// counts reports whether a verb says of people that they are dead or missing:
// "are feared dead", "were confirmed dead".
func counts(lemma string) bool {
	switch lemma {
	case "fear", "confirm", "report", "presume", "declare", "pronounce", "list":
		return true
	}
	return false
}

// leftDead reads "left 12 people dead", "leaving thousands homeless".
func (r *reader) leftDead(s *sentence, k int, f *frame) timeline.Kind {
	c := &s.clauses[k]
	for i := s.groups[k].last + 1; i < c.to; i++ {
		switch r.toks[i].low {
		case "dead", "injured", "wounded", "missing":
			return timeline.Casualties
		case "homeless", "displaced":
			return timeline.Displacement
		}
	}
	return ""
}

// presence reads "General X is in Y": somebody who matters is somewhere.
func (r *reader) presence(s *sentence, k int, f *frame) timeline.Kind {
	c := &s.clauses[k]
	g := &s.groups[k]
	i := g.last + 1
	for i < c.to && r.toks[i].tag == tagAdverb {
		i++
	}
	if i+1 >= c.to || !r.toks[i].is("in", "at", "near", "inside", "outside", "on") {
		return ""
	}
	placed := false
	for j := i + 1; j < min(c.to, i+8); j++ {
		if m := r.toks[j].mention; m > 0 && !r.places[m-1].Adj {
			placed = true
		}
	}
	if !placed {
		return ""
	}
	a := &f.agent
	f.ongoing = !g.past
	if a.ent > 0 && r.ents[a.ent-1].kind == person {
		role := r.ents[a.ent-1].role
		for _, w := range []string{"general", "commander", "colonel", "marshal", "admiral", "warlord", "brigadier"} {
			if containsWord(role, w) {
				return timeline.Deployment
			}
		}
		if r.ents[a.ent-1].official && !c.quoted {
			return timeline.Visit
		}
		return ""
	}
	if r.ofClass(a, "armed") && len(a.heads) > 0 && (r.toks[a.heads[0]].is("troops", "soldiers", "forces", "advisers", "peacekeepers", "marines", "fighters", "tanks")) {
		return timeline.Deployment
	}
	return ""
}

// holds reports whether all conditions of a trigger are true.
func (r *reader) holds(s *sentence, k int, f *frame, conds []lexicon.Condition) bool {
	if f.passive && f.agent.empty() {
		// Somebody did it to something: that something must be asked for.
		asked := false
		for _, c := range conds {
			asked = asked || !c.Not && (c.About == 'o' || c.About == 'w' || c.About == 'x' || c.About == 'h')
		}
		if !asked {
			return false
		}
	}
	for _, c := range conds {
		if r.one(s, k, f, c) == c.Not {
			return false
		}
	}
	return true
}

func (r *reader) one(s *sentence, k int, f *frame, cond lexicon.Condition) bool {
	c := &s.clauses[k]
	g := &s.groups[k]
	switch cond.About {
	case 's':
		if f.passive && f.agent.empty() {
			if g.lemma == "destroy" {
				return cond.Not // by whom or what is not told
			}
			if k2 := f.trying; k2 == timeline.Withdrawal || k2 == timeline.Advance || k2 == timeline.Mobilisation || k2 == timeline.Protest {
				return cond.Not
			}
			return !cond.Not && !has(cond.Any, "weapon") && !has(cond.Any, "hazard") && !has(cond.Any, "vehicle")
		}
		return r.anyClass(&f.agent, cond.Any)
	case 'o':
		return r.anyClass(&f.patient, cond.Any)
	case 'w':
		for i := f.patient.lo; i < f.patient.hi; i++ {
			if r.toks[i].is(cond.Any...) {
				return true
			}
		}
		return false
	case 'v':
		for i := max(s.from, c.subject[0]); i < g.first; i++ {
			if r.toks[i].is(cond.Any...) {
				return true
			}
		}
		return false
	case 'd':
		return r.timeIn(f.from, c.to) > 0
	case 'm':
		return has(cond.Any, string(f.modality))
	case 'p':
		for i := g.head + 1; i < c.to; i++ {
			if r.toks[i].is(cond.Any...) && (i+1 >= c.to || r.toks[i+1].time == 0) {
				return true
			}
		}
		return false
	case 'h':
		for i := g.last + 1; i < c.to; i++ {
			if m := r.toks[i].mention; m > 0 && !r.places[m-1].Adj {
				return true
			}
		}
		return false
	case 'x':
		to := c.to
		for j := k + 1; j < len(s.clauses) && s.groups[j].form != finite; j++ {
			to = s.clauses[j].to
		}
		if has(cond.Any, "help") {
			return r.helping(s, k)
		}
		if has(cond.Any, "reinforce") {
			return k+1 < len(s.groups) && s.groups[k+1].form == infinitive && has([]string{"reinforce", "bolster", "relieve", "strengthen"}, s.groups[k+1].lemma)
		}
		for i := g.head + 1; i < to; i++ {
			t := &r.toks[i]
			if t.is(cond.Any...) || has(cond.Any, "home") && t.is("homes", "flee", "leave", "evacuate") || has(cond.Any, "alert") && t.is("standby") {
				return true
			}
		}
		return false
	}
	return false
}

// helping reports whether a purpose of help follows: "to train", "with the
// aim of providing advice".
func (r *reader) helping(s *sentence, k int) bool {
	for j := k + 1; j < len(s.groups) && j <= k+3; j++ {
		switch s.groups[j].lemma {
		case "help", "assist", "support", "train", "advise", "protect", "provide", "guard", "defend", "back", "secure", "monitor", "reinforce", "bolster", "keep":
			if s.groups[j].form == infinitive || s.groups[j].form == gerund {
				return true
			}
		}
		if s.groups[j].form == finite {
			return false
		}
	}
	return false
}

func (r *reader) anyClass(a *actor, classes []string) bool {
	for _, c := range classes {
		if r.ofClass(a, c) {
			return true
		}
	}
	return false
}

// placeBefore gives the place that "it" as an object means: what a clause
// before took or reached.
func (r *reader) placeBefore(s *sentence, k int, object *actor) actor {
	if len(object.heads) != 1 || r.toks[object.heads[0]].low != "it" || s.groups[k].passive {
		return actor{}
	}
	for j := k - 1; j >= 0; j-- {
		if o := s.clauses[j].object; o[1] > o[0] {
			if a := r.actorAt(o[0], o[1]); r.ofClass(&a, "place") && len(a.heads) == 1 && r.toks[a.heads[0]].mention > 0 {
				return a
			}
			return actor{}
		}
	}
	return actor{}
}

// wrecks reports whether a verb tells what a disaster does to buildings.
func wrecks(lemma string) bool {
	switch lemma {
	case "destroy", "damage", "flatten", "level", "wash", "submerge", "inundate", "flood", "bury", "demolish", "wreck", "burn", "topple", "ruin":
		return true
	}
	return false
}

// inDisaster reports whether the last thing told with violence was a disaster.
func (r *reader) inDisaster() bool {
	for i := len(r.frames) - 1; i >= 0; i-- {
		switch f := &r.frames[i]; f.kind {
		case timeline.Disaster:
			return true
		case timeline.Battle, timeline.Attack, timeline.Bombardment, timeline.ChangeOfControl:
			return false
		}
	}
	return false
}
