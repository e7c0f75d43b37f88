package extract

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"

	"dateline/timeline"
	"dateline/timeline/edtf"
)

// events turns the tellings into events, in text order.
func (r *reader) events() []timeline.Event {
	r.prune()
	rep := r.merge()
	r.findMain(rep)
	heirs := make([][]int, len(r.frames))
	for i, h := range rep {
		if x := r.frames[i].heir; h < 0 && x > 0 && rep[x-1] >= 0 {
			h = rep[x-1]
		}
		if h >= 0 {
			heirs[h] = append(heirs[h], i)
		}
	}
	var all []timeline.Event
	byFrame := make([][]timeline.ID, len(r.frames))
	owner := make([]int, 0, len(r.frames))
	for i := range r.frames {
		f := &r.frames[i]
		if rep[i] != i || !r.worth(f) {
			continue
		}
		for _, part := range r.parts(f) {
			e := r.makeEvent(part, heirs[i])
			e.ID = r.id(part, r.ids)
			byFrame[i] = append(byFrame[i], e.ID)
			all = append(all, e)
			owner = append(owner, i)
		}
	}
	// Order: what follows what.
	at := map[timeline.ID]int{}
	for i := range all {
		at[all[i].ID] = i
	}
	for i := range all {
		f := &r.frames[owner[i]]
		seen := map[timeline.ID]bool{all[i].ID: true}
		for _, a := range f.after {
			if rep[a] < 0 || rep[a] == owner[i] {
				continue
			}
			for _, id := range byFrame[rep[a]] {
				if !seen[id] && !follows(all, at, id, all[i].ID, 0) {
					seen[id] = true
					all[i].After = append(all[i].After, id)
				}
			}
		}
	}
	for i := range all {
		r.bound(all, at, i, &r.frames[owner[i]])
	}
	return all
}

// follows reports whether event a comes, by its constraints, after b.
func follows(all []timeline.Event, at map[timeline.ID]int, a, b timeline.ID, depth int) bool {
	if a == b {
		return true
	}
	if depth > 64 {
		return true
	}
	for _, x := range all[at[a]].After {
		if follows(all, at, x, b, depth+1) {
			return true
		}
	}
	return false
}

// bound dates an undated event between what it follows and the report.
func (r *reader) bound(all []timeline.Event, at map[timeline.ID]int, i int, f *frame) {
	e := &all[i]
	if f.time > 0 || len(e.After) == 0 || r.pubDay.IsZero() {
		return
	}
	w := e.When
	for _, id := range e.After {
		o := &all[at[id]].When
		if o.Earliest.IsZero() || o.Earliest.After(r.pubDay) {
			continue
		}
		if w.Earliest.IsZero() || o.Earliest.Before(w.Earliest) {
			w = timeline.NewWhen(edtf.DateRange(o.Earliest, r.pubDay), "", timeline.Span{})
		}
	}
	if !f.ongoing {
		e.When = w
	}
}

// prune drops tellings that are no news: history, habits, plans without a
// date, and what has neither place nor figure nor name.
func (r *reader) prune() {
	dated, old := 0, 0
	for i := range r.frames {
		f := &r.frames[i]
		if f.time > 0 && !f.dropped {
			dated++
			if r.old(f) {
				old++
			}
		}
	}
	history := old*2 > dated
	for i := range r.frames {
		f := &r.frames[i]
		switch {
		case f.dropped:
		case f.kind == timeline.Other && f.clause < len(r.sents[f.sent].clauses) && r.sents[f.sent].clauses[f.clause].antecedent >= 0 && f.bare:
			f.dropped = true // "islands that had been cut off"
		case !history && r.old(f) && r.passing(f):
			f.dropped = true
		case f.kind == timeline.Statement:
		case f.modality == timeline.Denied && len(f.claims) == 0:
			f.dropped = true
		case f.future && f.time == 0 && !(arranged(f.kind) && (r.located(f) || f.kind == timeline.Deployment && len(f.places) > 0)):
			f.dropped = true
		case f.quoted && !(r.located(f) && f.modality == timeline.Happened):
			f.dropped = true
		}
	}
	// "the attack" in the next sentences points back: a telling without a
	// place stands where the paragraph's last one of its kind did.
	for i := range r.frames {
		f := &r.frames[i]
		if f.dropped || f.denial || len(f.places) > 0 || f.kind == timeline.Statement || f.caption {
			continue
		}
		if r.tied(f); len(f.places) == 0 {
			r.inheritPlace(i)
		}
	}
}

// inheritPlace gives a telling without a place that of the one told before it
// in the same paragraph; in a wire report the town that the text is at.
func (r *reader) inheritPlace(i int) {
	r.inheritTold(i)
	if f := &r.frames[i]; len(f.places) == 0 && violent(f.kind) && r.sents[f.sent].shout && f.focus > 0 {
		f.places, f.loose = []timeline.Place{{Mention: r.places[f.focus-1], Role: timeline.At}}, true
	}
}

// inheritTold gives a telling without a place that of the one told before it in
// the same paragraph.
func (r *reader) inheritTold(i int) {
	f := &r.frames[i]
	switch f.kind {
	case timeline.Battle, timeline.Attack, timeline.Bombardment, timeline.Casualties, timeline.Protest, timeline.Arrest, timeline.Aid, timeline.Displacement, timeline.Disaster:
	case timeline.Withdrawal:
		if !f.nominal && f.noun == "" && f.agent.empty() {
			return
		}
	case timeline.Other:
		if f.lemma != "release" && f.lemma != "free" {
			return
		}
	default:
		return
	}
	pointed := false // "in the fighting": something told before
	for t := f.from; t < f.to && f.kind == timeline.Casualties; t++ {
		k := r.nounKind(t)
		pointed = pointed || t > 0 && r.toks[t-1].low == "the" && (k == timeline.Battle || k == timeline.Attack || k == timeline.Bombardment || k == timeline.Disaster)
	}
	for j := i - 1; j >= 0; j-- {
		o := &r.frames[j]
		near := r.sents[o.sent].block == r.sents[f.sent].block && f.sent-o.sent <= 2 || f.kind == timeline.Withdrawal && f.sent-o.sent <= 4
		if !pointed && !near || f.sent-o.sent > 15 {
			return
		}
		if f.kind == timeline.Other && o.sent == f.sent {
			return
		}
		if o.dropped || o.kind == timeline.Statement || o.kind == timeline.Visit || o.kind == timeline.Agreement || !r.located(o) {
			continue
		}
		for _, p := range o.places {
			if p.Role == timeline.At || p.Role == timeline.Near || p.Role == timeline.To {
				f.places = append(f.places, p)
			}
		}
		return
	}
}

// worth reports whether a merged telling is an event to propose.
func (r *reader) worth(f *frame) bool {
	if f.dropped || f.caption {
		return false
	}
	if f.kind == timeline.Statement || f.strong && !r.nameless(f) {
		return true
	}
	if r.located(f) {
		return true
	}
	if f.time > 0 && (f.agent.key != "" || f.patient.key != "" || len(f.places) > 0) {
		return true
	}
	switch f.kind {
	case timeline.Advance, timeline.Visit, timeline.Other:
		return false
	case timeline.ChangeOfControl:
		return f.patient.ent > 0 // somebody was overthrown
	case timeline.Deployment:
		if len(f.places) > 0 && f.agent.key != "" {
			return true
		}
	}
	for i := range f.figures {
		if f.figures[i].Min >= 1 || f.figures[i].Max > 0 {
			return true
		}
	}
	if f.kind == timeline.Agreement || f.kind == timeline.Disaster || f.kind == timeline.Arrest {
		return f.time > 0 || len(f.places) > 0 || f.agent.ent > 0 || f.kind == timeline.Agreement && f.agent.nation != ""
	}
	return f.kind == timeline.Mobilisation && f.agent.ent > 0
}

// nameless reports whether of a telling only a pronoun, no place and no day is
// known: "he lost the election".
func (r *reader) nameless(f *frame) bool {
	if f.time > 0 || len(f.places) > 0 || len(f.figures) > 0 || f.noun != "" {
		return false
	}
	a := &f.agent
	if f.passive {
		a = &f.patient
	}
	return a.ent == 0 && a.nation == "" && (len(a.heads) == 0 || r.toks[a.heads[0]].tag == tagPronoun)
}

// arranged reports whether a plan of a kind is news by itself: a visit, aid or
// a force that is on its way, unlike an attack that somebody means to make.
func arranged(k timeline.Kind) bool {
	switch k {
	case timeline.Visit, timeline.Deployment, timeline.Aid, timeline.Agreement, timeline.Reinforcement, timeline.Displacement:
		return true
	}
	return false
}

// parts cuts a telling of several captures into one for each place.
func (r *reader) parts(f *frame) []frame {
	n := 0
	for i := range f.places {
		if f.places[i].Role == timeline.At {
			n++
		}
	}
	if f.kind != timeline.ChangeOfControl || n < 2 || f.within || deposes(f.lemma) {
		return []frame{*f}
	}
	var all []frame
	for i := range f.places {
		if f.places[i].Role != timeline.At {
			continue
		}
		p := *f
		p.places = f.places[i : i+1 : i+1]
		all = append(all, p)
	}
	return all
}

// deposes reports whether a verb takes power from somebody, not a place.
func deposes(lemma string) bool {
	switch lemma {
	case "overthrow", "oust", "depose", "topple", "unseat", "remove":
		return true
	}
	return false
}

// makeEvent makes the event of a merged telling.
func (r *reader) makeEvent(f frame, tellings []int) timeline.Event {
	e := timeline.Event{Kind: f.kind, Places: f.places, Figures: f.figures, Modality: f.modality, Status: timeline.Proposed}
	e.When = r.when(&f)
	e.Actors = r.actors(&f)
	e.Side = r.side(&f.agent)
	if e.Modality == timeline.Denied {
		for _, c := range f.claims {
			if c.Stance != timeline.Denies && c.Stance != timeline.Doubts {
				e.Modality = timeline.Happened
			}
		}
	}
	if f.kind == timeline.Casualties || f.kind == timeline.Displacement || f.kind == timeline.Disaster {
		e.Side = ""
	}
	e.Claims = r.claimsOf(&f)
	var captions []timeline.Span
	for _, i := range tellings {
		t := &r.frames[i]
		span := r.spanOf(t)
		seen := false
		for _, o := range e.From {
			seen = seen || o == span
		}
		switch {
		case seen:
		case t.caption:
			captions = append(captions, span)
		default:
			e.From = append(e.From, span)
		}
	}
	e.From = append(e.From, captions...)
	for i, own := 0, r.spanOf(&f); i < len(e.From); i++ {
		if e.From[i] == own {
			copy(e.From[1:i+1], e.From[:i])
			e.From[0] = own
			break
		}
	}
	border := len(e.Places) > 0
	for i := range e.Places {
		border = border && e.Places[i].Role == timeline.Near && r.isCountry(&e.Places[i].Mention)
	}
	if len(e.Places) == 0 || border {
		if p, ok := r.countryOf(&f); ok {
			e.Places = append([]timeline.Place{p}, e.Places...)
		}
	}
	e.Movement = r.movement(&f, &e)
	e.Title = r.title(&f, &e)
	return e
}

// claimsOf tidies the accounts of an event: one each.
func (r *reader) claimsOf(f *frame) []timeline.Claim {
	own := f.claims
	if len(own) == 0 {
		own = []timeline.Claim{r.ownClaim(f)}
	}
	if f.kind == timeline.Statement {
		return []timeline.Claim{r.ownClaim(f)}
	}
	pro := false
	var all []timeline.Claim
	for _, c := range own {
		seen := false
		for _, o := range all {
			seen = seen || strings.EqualFold(bareSource(o.By), bareSource(c.By)) && o.Stance == c.Stance
		}
		if !seen {
			all = append(all, c)
			pro = pro || c.Stance != timeline.Denies && c.Stance != timeline.Doubts
		}
	}
	return all
}

// side is the name under which a party is drawn, one for each: a state's troops,
// ministries and numbered units are the state, by the name that the report
// gives it.
func (r *reader) side(a *actor) string {
	if a.key == "" {
		return ""
	}
	key := a.key
	if a.ent > 0 && a.nation != "" && r.unitOfState(&r.ents[a.ent-1]) {
		key = "state:" + a.nation
	}
	if n := r.country[strings.TrimPrefix(key, "state:")]; n != "" && strings.HasPrefix(key, "state:") {
		return n
	}
	return a.name
}

// unitOfState reports whether a party is by its name a part of a state's
// forces: "2nd Corps", "the Grenadier Regiment", "Air Force".
func (r *reader) unitOfState(e *entity) bool {
	if e.kind != party {
		return false
	}
	words := strings.Fields(strings.ToLower(e.name))
	switch words[len(words)-1] {
	case "corps", "regiment", "division", "battalion", "navy", "fleet", "guards", "marines":
		return true
	case "force":
		return len(words) > 1 && (words[len(words)-2] == "air" || words[len(words)-2] == "expeditionary")
	case "army":
		return len(words) > 1 && strings.HasSuffix(words[0], "th") || len(words) > 1 && has([]string{"first", "second", "third", "eighth"}, words[0])
	}
	return false
}

// bareSource is a source without its article.
func bareSource(by string) string {
	for _, a := range [...]string{"the ", "a ", "an "} {
		if len(by) > len(a) && strings.EqualFold(by[:len(a)], a) {
			return by[len(a):]
		}
	}
	return by
}

// actors lists who takes part.
func (r *reader) actors(f *frame) []timeline.Actor {
	var all []timeline.Actor
	add := func(a *actor, role timeline.ActorRole) {
		if a.empty() || a.name == "" || len(a.heads) == 0 || a.ent == 0 && r.nounKind(a.heads[0]) != "" {
			return
		}
		lo, hi := a.lo, min(a.hi, len(r.toks))
		said := a.said
		if a.ent == 0 && !strings.HasPrefix(a.key, "state:") && r.toks[a.heads[0]].tag == tagPronoun && a.name == said {
			return
		}
		if len(said) > 120 {
			return
		}
		all = append(all, timeline.Actor{Name: a.name, Said: said, Role: role, Span: timeline.Span{Source: r.doc.ID, Start: r.toks[lo].start, End: r.toks[hi-1].end}})
	}
	switch f.kind {
	case timeline.Casualties, timeline.Displacement, timeline.Disaster:
		if f.patient.empty() || !f.passive && f.kind == timeline.Displacement && !drives(f.lemma) {
			add(&f.agent, timeline.Of)
		} else {
			add(&f.agent, timeline.By)
			add(&f.patient, timeline.Of)
		}
		return all
	case timeline.Battle:
		add(&f.agent, timeline.By)
		r.opponents(f, add)
		return all
	}
	add(&f.agent, timeline.By)
	if p := &f.patient; !p.empty() && (p.ent > 0 || len(p.heads) > 0 && (r.toks[p.heads[0]].noun("armed") || r.toks[p.heads[0]].noun("people"))) {
		add(p, timeline.Against)
	}
	return all
}

// drives reports whether the subject of a verb makes others leave.
func drives(lemma string) bool {
	switch lemma {
	case "evacuate", "displace", "uproot", "force", "drive", "relocate":
		return true
	}
	return false
}

// opponents adds the second party of a fight: its object, or the other side
// of "between X and Y".
func (r *reader) opponents(f *frame, add func(*actor, timeline.ActorRole)) {
	if f.noun == "" {
		add(&f.patient, timeline.Against)
		return
	}
	if len(f.agent.heads) > 1 {
		from := f.agent.heads[0] + 1
		for from < f.agent.hi && (r.toks[from].tag == tagConj || r.toks[from].tag == tagMark) {
			from++
		}
		b := r.actorAt(from, f.agent.hi)
		add(&b, timeline.Against)
	}
}

// countryOf gives the country of an event that has no place: that of who
// acts or speaks, else the one that the report is most about.
func (r *reader) countryOf(f *frame) (timeline.Place, bool) {
	m := 0
	if f.kind == timeline.Statement || r.homeNation == "" || len(f.places) > 0 { // troops along the border of another country
		m = f.agent.country
	}
	if f.speaker > 0 {
		m = r.ents[f.speaker-1].country
		if m == 0 && (r.ents[f.speaker-1].kind == body || r.ents[f.speaker-1].world) {
			return timeline.Place{}, false
		}
	}
	if m == 0 && f.speaker > 0 {
		m = r.spokenOf(f)
	}
	if m == 0 && f.kind != timeline.Statement {
		m = r.inCountry(f)
	}
	key := r.homeNation
	if f.kind == timeline.Statement && !r.homeSure {
		key = "" // better none than a wrong one
	}
	switch f.kind {
	case timeline.Aid, timeline.Visit, timeline.Agreement:
		if f.agent.nation == key {
			key = "" // who helps, visits or agrees is not where
		}
	}
	if m > 0 {
		key = nationKey(r.places[m-1].Name)
	}
	if key == "" {
		return timeline.Place{}, false
	}
	best := m
	for i := range r.places {
		p := &r.places[i]
		if !(p.Adj || r.placeSense[i].Country) || r.nationOf(i) != key {
			continue
		}
		if best == 0 || r.places[best-1].Adj && !p.Adj {
			best = i + 1
		}
	}
	if best == 0 {
		return timeline.Place{}, false
	}
	p := r.places[best-1]
	p.Class, p.Figurative = timeline.Country, false
	if p.Adj && r.atlas != nil && r.country[key] != "" {
		p.Name, p.Adj = r.country[key], false // only its people are named
	}
	return timeline.Place{Mention: p, Role: timeline.At}, true
}

// spokenOf gives the one country that the sentences of a statement name, as
// 1 + its mention; 0 where they name none or several.
func (r *reader) spokenOf(f *frame) int {
	found := 0
	for _, si := range append([]int{f.sent}, f.also...) {
		s := &r.sents[si]
		for i := s.from; i < s.to; i++ {
			m := r.toks[i].mention
			if m == 0 || i == s.from || !r.toks[i-1].is("in", "across") || r.places[m-1].Adj || !r.placeSense[m-1].Country || r.placeSense[m-1].Town {
				continue
			}
			if found > 0 && nationKey(r.places[found-1].Name) != nationKey(r.places[m-1].Name) {
				return 0
			}
			found = m
		}
	}
	return found
}

// id names an event by the words that tell it.
func (r *reader) id(f frame, taken map[timeline.ID]int) timeline.ID {
	s := &r.sents[f.sent]
	key := ""
	if len(f.places) > 0 {
		key = strings.ToLower(f.places[0].Name)
	} else {
		key = f.agent.key
	}
	base := strings.ToLower(r.textOf(s)) + "\x00" + string(f.kind) + "\x00" + key
	first := timeline.ID("")
	for n := 0; ; n++ {
		text := base
		if n > 0 {
			text += "\x00" + strconv.Itoa(n)
		}
		sum := sha256.Sum256([]byte(string(r.doc.ID) + "\x00" + text))
		id := timeline.ID(hex.EncodeToString(sum[:6]))
		if n == 0 {
			first = id
		}
		again, is := taken[id]
		if !is {
			taken[first] = max(taken[first], n) // how often its words were told again
			taken[id] = max(taken[id], 0)
			return id
		}
		if n == 0 {
			n = again
		}
	}
}
