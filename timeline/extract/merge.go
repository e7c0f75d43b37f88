package extract

import (
	"strings"
	"time"

	"dateline/timeline"
)

// merge joins tellings of the same event and gives each frame the index of the
// frame that stands for it; -1 for frames that tell no event.
func (r *reader) merge() []int {
	rep := make([]int, len(r.frames))
	for i := range rep {
		rep[i] = -1
	}
	heads := map[timeline.Kind][]int{}
	join := func(h, i int) {
		rep[i] = h
		r.absorb(&r.frames[h], &r.frames[i])
	}
	r.toCause()
	// Tellings in the text first, then captions, then denials.
	for round := range 4 {
		for i := range r.frames {
			f := &r.frames[i]
			if f.dropped || round != roundOf(f) {
				continue
			}
			if r.onlyReports(f, rep) {
				continue
			}
			best, score := -1, 0
			for _, kind := range related(f.kind) {
				all := heads[kind]
				for _, h := range all[max(0, len(all)-reach):] {
					if n := r.same(&r.frames[h], f); n > score || n == score && n > 0 && h < best {
						best, score = h, n
					}
				}
			}
			switch {
			case best >= 0:
				join(best, i)
			case round == 0, round == 3, round == 2 && r.located(f) && f.kind != timeline.Statement && f.modality == timeline.Denied && !f.bare && len(f.claims) > 0:
				rep[i] = i
				heads[f.kind] = append(heads[f.kind], i)
			}
		}
	}
	return rep
}

// toCause gives the dead and wounded that a sentence counts without a place or
// time of its own to the attack or disaster of the sentence before.
func (r *reader) toCause() {
	for i := range r.frames {
		f := &r.frames[i]
		if f.kind != timeline.Casualties || f.dropped || f.denial || f.caption || !f.bare || f.time > 0 || i == 0 || f.modality != timeline.Happened {
			continue
		}
		for j := i - 1; j >= 0 && f.sent-r.frames[j].sent <= 1; j-- {
			o := &r.frames[j]
			if o.sent == f.sent || o.dropped || o.denial || o.caption || r.sents[o.sent].block != r.sents[f.sent].block {
				continue
			}
			switch o.kind {
			case timeline.Attack, timeline.Bombardment, timeline.Disaster, timeline.Battle, timeline.Casualties:
			default:
				continue
			}
			if o.modality != timeline.Happened || figuresClash(o, f) {
				break
			}
			o.count(f.figures)
			o.claims = append(o.claims, f.claims...)
			o.also = append(o.also, f.sent)
			f.dropped, f.heir = true, j+1
			break
		}
	}
}

// figuresClash reports whether two tellings count the same people differently.
func figuresClash(a, b *frame) bool {
	for i := range a.figures {
		for j := range b.figures {
			if stem(a.figures[i].Of) == stem(b.figures[j].Of) && a.figures[i].Min != b.figures[j].Min {
				return true
			}
		}
	}
	return false
}

// reach is how many earlier events of a kind a telling is compared with, so
// that the time to read a very long text grows with its length only.
const reach = 300

// related lists the kinds in which another telling of the same event may
// stand.
func related(k timeline.Kind) []timeline.Kind {
	out := []timeline.Kind{k}
	for _, o := range timeline.Kinds {
		if akin(k, o) == 1 || k == timeline.Advance && o == timeline.ChangeOfControl {
			out = append(out, o)
		}
	}
	return out
}

// onlyReports reports whether a statement does nothing but tell an event that
// stands on its own.
func (r *reader) onlyReports(f *frame, rep []int) bool {
	for _, u := range f.unless {
		if h := rep[u]; h >= 0 && r.worth(&r.frames[h]) {
			return true
		}
	}
	return false
}

func roundOf(f *frame) int {
	switch {
	case f.kind == timeline.Statement:
		return 3
	case f.caption:
		return 1
	case f.denial:
		return 2
	}
	return 0
}

// located reports whether a telling has a place below a country.
func (r *reader) located(f *frame) bool {
	for i := range f.places {
		if !r.isCountry(&f.places[i].Mention) {
			return true
		}
	}
	return false
}

// same judges whether two tellings are of one event: 0 for no, more for
// better reasons.
func (r *reader) same(a, b *frame) int {
	if a.kind == timeline.Statement || b.kind == timeline.Statement {
		if a.kind == b.kind && a.speaker > 0 && a.speaker == b.speaker {
			return 10
		}
		if a.kind == b.kind && a.speaker == 0 && b.speaker == 0 && a.agent.key != "" && a.agent.key == b.agent.key && a.lemma == b.lemma {
			return 5
		}
		return 0
	}
	kinds := akin(a.kind, b.kind)
	if kinds == 0 && r.taking(a, b) {
		return 5
	}
	if kinds == 2 && a.kind == timeline.Disaster && hazardOf(a.noun) != "" && b.sent-a.sent > 3 && r.located(b) && r.townWrecked(b) {
		return 0 // what it did to a town is told apart
	}
	if kinds == 0 || a.within != b.within {
		return 0
	}
	if b.denial {
		return r.denies(a, b)
	}
	if a.kind == timeline.Other && b.kind == timeline.Other && a.lemma != b.lemma && a.noun == b.noun && a.noun == "" {
		return 0 // a town has more than one kind of news
	}
	if a.kind == timeline.Other && b.kind == timeline.Other && ballots(a.noun) && ballots(b.noun) && a.time > 0 && b.time > 0 && r.timesAgree(a, b) {
		return 3 // a day has one vote
	}
	if a.modality == timeline.Planned != (b.modality == timeline.Planned) {
		return 0
	}
	la, lb := r.located(a), r.located(b)
	if la && lb && !a.loose && commonPlaces(a, b) == 0 || !r.timesAgree(a, b) || r.longBefore(a, b) || r.longBefore(b, a) || opposite(a, b) {
		return 0
	}
	sides := r.sidesAgree(a, b)
	if sides < 0 {
		return 0
	}
	figures := figuresAgree(a, b)
	if figures < 0 {
		return 0
	}
	gap := b.sent - a.sent
	common := 0
	if kinds == 2 && gap == 0 && !(la && lb) && sides >= 0 && a.kind == timeline.Disaster {
		return 2 // one sentence tells what one storm did
	}
	if r.pointsBack(b) && gap >= 0 && gap <= 3 && (!la || a.loose) && kinds > 0 && figures >= 0 {
		return 4 - min(gap, 2) // "the attack took place in X"
	}
	if la && lb {
		if common = commonPlaces(a, b); common == 0 {
			return 0
		}
		if a.kind == timeline.ChangeOfControl || a.kind == timeline.Visit || a.kind == timeline.Agreement {
			if sides == 0 && a.agent.key != "" && b.agent.key != "" {
				return 0
			}
		}
		if kinds == 1 && (common == 0 || sides == 0) {
			return 0
		}
		if explicitlyDifferent(a, b) {
			return 0
		}
		return 3 + kinds + common + sides + figures
	}
	switch {
	case b.caption:
		if kinds == 2 {
			return 1 + sides + figures
		}
		return 0
	case figures > 0 && kinds == 2:
		return 2 + figures + sides
	case !la && !lb:
		if kinds == 2 && sides > 0 && (gap <= 3 || figures > 0) {
			return 1 + sides
		}
		if kinds == 2 && a.agent.key == "" && b.agent.key == "" && gap <= 2 && a.noun != "" && a.noun == b.noun {
			return 1
		}
		return 0
	default:
		// One has a place: the other must point back to it.
		x := b
		if lb {
			x = a
		}
		if kinds == 2 && (r.vague(x) || x == b && x.kind != timeline.Disaster && x.noun != "" && r.toks[max(x.head-1, 0)].is("the", "this", "that")) && (sides > 0 || x.agent.key == "") {
			return 1 + sides
		}
		if kinds == 2 && x.kind == timeline.Disaster && hazardOf(a.noun) != "" && hazardOf(a.noun) == hazardOf(b.noun) && r.isDefinite(b) && !r.another(b) {
			return 2
		}
		if kinds == 2 && x.kind == timeline.Disaster && x.noun != "" && !r.another(x) && (a.noun == b.noun || x == b && gap <= 3 && b.noun == "") {
			return 1
		}
		return 0
	}
}

// hazardOf gives one name to the words for one kind of disaster.
func hazardOf(noun string) string {
	switch noun {
	case "earthquake", "quake", "tremor", "epicentre", "epicenter":
		return "earthquake"
	case "cyclone", "hurricane", "typhoon", "storm", "tornado":
		return "storm"
	case "flood", "floods", "flooding":
		return "flood"
	case "fire", "fires", "blaze", "wildfire", "wildfires", "bushfire", "bushfires":
		return "fire"
	case "eruption", "tsunami", "avalanche":
		return noun
	case "landslide", "landslides", "mudslide", "mudslides":
		return "landslide"
	}
	return ""
}

// pointsBack reports whether a telling only says more of one told before: "the
// attack took place in X", "the incident occurred on Friday".
func (r *reader) pointsBack(f *frame) bool {
	if centre(f.noun) {
		return true
	}
	switch f.lemma {
	case "take", "occur", "happen":
		return f.noun != "" && r.isDefinite(f) && !r.another(f)
	}
	return false
}

// isDefinite reports whether the noun that tells an event is a known one: "the
// 7.8 magnitude tremor".
func (r *reader) isDefinite(f *frame) bool {
	for i := f.head - 1; i >= max(0, f.head-5); i-- {
		if r.toks[i].is("the", "this", "that") {
			return true
		}
		if r.toks[i].tag == tagMark || r.toks[i].group > 0 || r.toks[i].tag == tagPrep {
			return false
		}
	}
	return false
}

// another reports whether the noun that tells an event is a new one: "a
// second, smaller eruption".
func (r *reader) another(f *frame) bool {
	for i := f.head - 1; i >= max(0, f.head-5); i-- {
		switch {
		case r.toks[i].is("a", "an", "another", "second", "third", "new", "fresh"):
			return true
		case r.toks[i].is("the", "this", "that"):
			return false
		}
	}
	return false
}

// vague reports whether a telling names only "several cities" and the like.
func (r *reader) vague(f *frame) bool {
	for i := f.patient.lo; i < f.patient.hi; i++ {
		if r.toks[i].is("several", "many", "large", "key", "cities", "towns", "swathes", "villages", "areas", "territory") {
			return true
		}
	}
	return false
}

// akin says how alike two kinds are: 2 the same, 1 near, 0 different.
func akin(a, b timeline.Kind) int {
	if a == b {
		return 2
	}
	if a == timeline.Casualties && b == timeline.Attack || a == timeline.Arrest && b == timeline.Attack {
		return 1 // "the incident"
	}
	pair := func(x, y timeline.Kind) bool { return a == x && b == y || a == y && b == x }
	switch {
	case pair(timeline.Deployment, timeline.Advance), pair(timeline.Deployment, timeline.Reinforcement),
		pair(timeline.Battle, timeline.Attack), pair(timeline.Attack, timeline.Bombardment), pair(timeline.Advance, timeline.Attack):
		return 1
	}
	return 0
}

func commonPlaces(a, b *frame) int {
	n := 0
	for i := range a.places {
		for j := range b.places {
			if strings.EqualFold(a.places[i].Name, b.places[j].Name) {
				n++
				break
			}
		}
	}
	return min(n, 2)
}

func (r *reader) timesAgree(a, b *frame) bool {
	if a.time == 0 || b.time == 0 {
		return true
	}
	x, y := &r.times[a.time-1], &r.times[b.time-1]
	if x.EDTF.IsZero() || y.EDTF.IsZero() {
		return x.Value == y.Value
	}
	l1, h1 := r.boundsOf(a.time - 1)
	l2, h2 := r.boundsOf(b.time - 1)
	return (l1.IsZero() || h2.IsZero() || !l1.After(h2)) && (l2.IsZero() || h1.IsZero() || !l2.After(h1))
}

// opposite reports whether the same party takes a place in one telling and
// loses it in the other.
func opposite(a, b *frame) bool {
	return a.kind == timeline.ChangeOfControl && a.agent.key == b.agent.key && (a.lemma == "lose") != (b.lemma == "lose")
}

// longBefore reports whether a is told as over, on a day more than a week before
// the report, and b as what has just happened: "had taken it on 3 May" and "has
// taken it".
func (r *reader) longBefore(a, b *frame) bool {
	if a.time == 0 || b.time > 0 || r.pubDay.IsZero() || !r.pluperfect(a) || r.pluperfect(b) {
		return false
	}
	_, latest := r.boundsOf(a.time - 1)
	return !latest.IsZero() && latest.AddDate(0, 0, 7).Before(r.pubDay)
}

// pluperfect reports whether the verb of a telling is "had taken".
func (r *reader) pluperfect(f *frame) bool {
	s := &r.sents[f.sent]
	if f.nominal || f.clause >= len(s.clauses) {
		return false
	}
	g := &s.groups[f.clause]
	return g.perfect && r.toks[g.first].is("had", "'d")
}

// boundsOf are the bounds of expression x, worked out once.
func (r *reader) boundsOf(x int) (earliest, latest time.Time) {
	if len(r.bounds) < len(r.times) {
		r.bounds = make([][2]time.Time, len(r.times))
		for i := range r.times {
			r.bounds[i][0], r.bounds[i][1] = r.times[i].EDTF.Bounds()
		}
	}
	return r.bounds[x][0], r.bounds[x][1]
}

func explicitlyDifferent(a, b *frame) bool {
	return a.compass != "" && b.compass != "" && a.compass != b.compass && a.compass[0] == b.compass[0]
}

// sidesAgree is -1 where the actors differ, 0 where one is unknown, 1 for the
// same country and 2 for the same party.
func (r *reader) sidesAgree(a, b *frame) int {
	x, y := &a.agent, &b.agent
	if x.weapon != "" && y.weapon != "" && x.weapon != y.weapon {
		return -1
	}
	if x.key == "" || y.key == "" {
		return 0
	}
	if x.key == y.key {
		return 2
	}
	// Both sides of a fight tell it.
	if (a.kind == timeline.Battle || b.kind == timeline.Battle) && (x.key == b.patient.key || y.key == a.patient.key) {
		return 1
	}
	if x.nation != "" && x.nation == y.nation {
		if x.ent > 0 && y.ent > 0 && x.ent != y.ent {
			return -1
		}
		return 1
	}
	switch a.kind {
	case timeline.ChangeOfControl, timeline.Deployment, timeline.Advance, timeline.Withdrawal, timeline.Visit, timeline.Aid, timeline.Agreement:
		return -1
	}
	if x.ent > 0 && y.ent > 0 || strings.HasPrefix(x.key, "state:") && strings.HasPrefix(y.key, "state:") {
		return -1
	}
	return 0
}

// figuresAgree is -1 where the same thing is counted differently, 1 where the
// same number stands in both.
func figuresAgree(a, b *frame) int {
	result := 0
	for i := range a.figures {
		for j := range b.figures {
			x, y := &a.figures[i], &b.figures[j]
			if x.Min == y.Min && x.Min > 2 {
				return 1
			}
		}
	}
	return result
}

// denies judges whether b denies what a tells.
func (r *reader) denies(a, b *frame) int {
	if a.denial || a.modality == timeline.Planned {
		return 0
	}
	la, lb := r.located(a), r.located(b)
	if la && lb && commonPlaces(a, b) == 0 {
		return 0
	}
	x, y := &a.agent, &b.agent
	score := 1
	switch {
	case x.key != "" && x.key == y.key:
		score += 3
	case x.nation != "" && x.nation == y.nation:
		score += 2
	case x.key == "" || y.key == "":
		if !(la && lb) {
			return 0
		}
	default:
		return 0
	}
	if akin(a.kind, b.kind) == 2 {
		score++
	}
	d := abs(a.sent - b.sent)
	for _, s := range a.also {
		d = min(d, abs(s-b.sent))
	}
	switch { // denials mostly stand beside what they deny
	case d <= 1:
		score += 4
	case d <= 3:
		score += 2
	case d <= 6:
		score++
	}
	return score
}

// absorb takes what b tells into a.
func (r *reader) absorb(a, b *frame) {
	if b.denial && !a.denial {
		if len(a.claims) == 0 {
			a.claims = append(a.claims, r.ownClaim(a))
		}
		for _, c := range b.claims {
			c.Stance = timeline.Denies
			a.claims = append(a.claims, c)
		}
		if len(b.claims) == 0 {
			a.claims = append(a.claims, timeline.Claim{By: r.publisher(), Stance: timeline.Denies, Source: r.doc.ID, From: r.spanOf(b)})
		}
		return
	}
	if a.kind == timeline.Statement && b.time > 0 && a.time == 0 {
		a.time = b.time
	}
	if len(b.claims) == 0 && !b.caption && a.kind != timeline.Statement {
		a.claims = append(a.claims, r.ownClaim(b))
	}
	a.claims = append(a.claims, b.claims...)
	a.also = append(a.also, a.sent, b.sent)
	if !r.located(a) && r.located(b) && a.kind == b.kind && !b.caption && !centre(b.noun) {
		a.sent, a.clause, a.from, a.to, a.head = b.sent, b.clause, b.from, b.to, b.head
		a.lemma, a.noun, a.passive, a.compass = b.lemma, b.noun, b.passive, b.compass
		if b.agent.key != "" {
			a.agent = b.agent
		}
		a.patient = b.patient
	}
	if a.time == 0 {
		a.time = b.time
	}
	if a.kind != b.kind && a.kind == timeline.Attack && b.kind == timeline.Bombardment {
		a.kind = b.kind
	}
	if a.loose && r.located(b) && !b.loose {
		a.places, a.loose = nil, false
	}
	local := r.located(a)
	for _, p := range b.places {
		seen := local && r.isCountry(&p.Mention)
		for i := range a.places {
			seen = seen || strings.EqualFold(a.places[i].Name, p.Name)
		}
		if !seen {
			a.places = append(a.places, p)
		}
	}
	if !local && r.located(a) {
		a.places = r.tidyPlaces(a, a.places)
	}
	for _, g := range b.figures {
		seen := false
		for i := range a.figures {
			o := &a.figures[i]
			if o.Min == g.Min && (o.Max == g.Max || o.Of == g.Of || stem(o.Of) == stem(g.Of)) {
				seen = true
				if g.Max == 0 && o.Max > 0 { // "130" and "more than 130"
					of := o.Of
					*o = g
					o.Of = of
				}
			}
		}
		if !seen {
			a.figures = append(a.figures, g)
		}
	}
	if a.agent.key == "" {
		a.agent = b.agent
	}
	if a.patient.key == "" {
		a.patient = b.patient
	}
	if a.compass == "" {
		a.compass = b.compass
	}
	a.after = append(a.after, b.after...)
	a.ongoing = a.ongoing || b.ongoing
}

func (r *reader) spanOf(f *frame) timeline.Span {
	s := &r.sents[f.sent]
	return timeline.Span{Source: r.doc.ID, Start: s.start, End: s.end}
}

func (r *reader) publisher() string {
	if r.doc.Publisher != "" {
		return r.doc.Publisher
	}
	return "report"
}

func (r *reader) ownClaim(f *frame) timeline.Claim {
	return timeline.Claim{By: r.publisher(), Stance: timeline.Reports, Source: r.doc.ID, From: r.spanOf(f)}
}
