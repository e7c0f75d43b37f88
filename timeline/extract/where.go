package extract

import (
	"sort"
	"strconv"
	"strings"

	"dateline/timeline"
)

// place finds where a telling happened.
func (r *reader) place(s *sentence, f *frame) {
	c := &s.clauses[f.clause]
	if f.gap && f.kind != timeline.Casualties {
		f.places = r.gapPlace(s, f)
		return
	}
	if len(f.places) > 0 {
		return // of a relative clause: "X, which they entered"
	}
	if f.to > c.to && f.noun != "" && f.kind == timeline.Disaster { // what it did elsewhere comes second
		f.places = r.placesIn(s, f, f.from, c.to)
	}
	if len(f.places) == 0 {
		f.places = r.placesIn(s, f, f.from, f.to)
	}
	f.bare = len(f.places) == 0
	f.within = f.kind == timeline.ChangeOfControl && r.inArea(f)
	// "Samarra, where fighters are trying to enter".
	for k, n := f.clause, 0; k >= 0 && n < 4; k, n = s.clauses[k].parent, n+1 {
		if x := &s.clauses[k]; x.intro == "where" || x.introAt > s.from && r.toks[x.introAt+1].is("which", "where") {
			if x.antecedent >= 0 && len(f.places) == 0 {
				if m := r.toks[x.antecedent].mention; m > 0 && !r.places[m-1].Adj {
					f.places = append(f.places, timeline.Place{Mention: r.places[m-1], Role: timeline.At})
				}
			}
			break
		}
	}
	if len(f.places) == 0 && f.noun == "" {
		f.places = r.ofAntecedent(s, f)
		f.bare = f.bare && len(f.places) == 0
	}
	if f.movesTo() || f.kind == timeline.Attack {
		r.readCompass(s, f)
	}
	if len(f.places) == 0 || onlyCountries(r, f.places) && f.to <= c.to {
		if p, ok := r.anaphor(s, f); ok {
			f.places = append([]timeline.Place{p}, f.places...)
			f.bare = false
		}
	}
	if len(f.places) > 0 && onlyCountries(r, f.places) && violent(f.kind) {
		if p, ok := r.ofVenue(f); ok {
			f.places = []timeline.Place{p}
		}
	}
	if len(f.places) > 0 {
		return
	}
	if p := r.conjunct(s, f.clause); p >= 0 && !(f.movesTo() && r.leadsOn(c)) {
		if f.places = r.placesIn(s, f, s.clauses[p].from, s.clauses[p].to); len(f.places) > 0 {
			return
		}
	}
	if f.places = r.coordinate(s, f); len(f.places) > 0 {
		return
	}
	// A place at the head of the sentence, then in the clauses under it.
	end := s.from
	for end < s.to && r.toks[end].low != "," {
		end++
	}
	if end < s.to && end < r.mainSubject(s) && (s.shout || r.toks[s.from].tag == tagPrep || r.toks[s.from].tag == tagAdverb || r.toks[s.from].tag == tagTime) {
		f.places = r.placesIn(s, f, s.from, end)
		f.loose = s.shout && len(f.places) > 0
	}
	for k := f.clause + 1; k < len(s.clauses) && len(f.places) == 0 && f.kind != timeline.ChangeOfControl; k++ {
		if x := &s.clauses[k]; x.parent == f.clause && s.groups[k].form != finite || k == f.clause+1 && (x.intro == "when" || x.intro == "as" || x.intro == "after" || x.antecedent >= 0) {
			f.places = r.placesIn(s, f, x.from, x.to)
		} else {
			break
		}
	}
	if len(f.places) == 0 && c.parent >= 0 && s.groups[c.g].form != finite && f.kind != timeline.ChangeOfControl {
		p := &s.clauses[c.parent]
		f.places = r.placesIn(s, f, p.from, p.to)
	}
	if len(f.places) == 0 {
		f.places = r.elsewhere(s, f)
	}
	if len(f.places) == 0 {
		f.places = r.aside(s, f)
	}
	if len(f.places) == 0 {
		f.places = r.ofPerson(f)
	}
	if len(f.places) == 0 && violent(f.kind) {
		if p, ok := r.ofVenue(f); ok {
			f.places = []timeline.Place{p}
		}
	}
	f.bare = f.bare && len(f.places) == 0
}

// ofAntecedent gives the place that a clause goes on about: "X, which had been
// taken on Friday", "X, which they entered at dawn".
func (r *reader) ofAntecedent(s *sentence, f *frame) []timeline.Place {
	c := &s.clauses[f.clause]
	if c.antecedent < 0 || c.intro != "which" && c.intro != "that" {
		return nil
	}
	m := r.toks[c.antecedent].mention
	if m == 0 || r.places[m-1].Adj || r.isCountry(&r.places[m-1]) {
		return nil
	}
	switch f.kind {
	case timeline.ChangeOfControl, timeline.Bombardment, timeline.Attack, timeline.Battle, timeline.Disaster:
		return []timeline.Place{r.placeOf(m)}
	case timeline.Advance, timeline.Visit, timeline.Withdrawal, timeline.Displacement:
		p := r.placeOf(m)
		p.Role = timeline.To
		if f.kind == timeline.Withdrawal || f.kind == timeline.Displacement {
			p.Role = timeline.From
		}
		return []timeline.Place{p}
	}
	return nil
}

// coordinate gives the places of the verb that "and" or "or" joins to that of a
// telling and that ends the sentence's phrase: "were beaten or hacked to death
// in X".
func (r *reader) coordinate(s *sentence, f *frame) []timeline.Place {
	k := f.clause + 1
	if k >= len(s.clauses) || s.groups[f.clause].form != finite || !violent(f.kind) {
		return nil
	}
	c, g := &s.clauses[k], &s.groups[k]
	if c.intro != "and" || c.parent != f.clause || c.subject != s.clauses[f.clause].subject || r.speech(g.lemma) || g.first-s.groups[f.clause].last > 3 {
		return nil
	}
	return r.placesIn(s, f, c.from, c.to)
}

// elsewhere finds the place of a telling outside of its own clause: of whom it
// struck ("the mayor of X was killed"), else in the clause beside it.
func (r *reader) elsewhere(s *sentence, f *frame) []timeline.Place {
	switch f.kind {
	case timeline.Battle, timeline.Attack, timeline.Bombardment, timeline.Casualties, timeline.Protest, timeline.Arrest, timeline.Aid, timeline.Disaster:
	default:
		return nil
	}
	for _, a := range []*actor{&f.patient, &f.agent} {
		for i := a.lo + 2; i < a.hi; i++ {
			if m := r.toks[i].mention; m > 0 && !r.places[m-1].Adj && !r.placeSense[m-1].Country && r.toks[i-1].low == "of" && r.toks[i-2].noun("official") {
				return []timeline.Place{{Mention: r.places[m-1], Role: timeline.At}}
			}
		}
	}
	if p, ok := r.jurisdiction(s, f); ok {
		return []timeline.Place{p}
	}
	if f.clause > 0 && s.clauses[f.clause].intro == "and" && s.groups[f.clause-1].lemma != "be" {
		p := &s.clauses[f.clause-1]
		if all := r.placesIn(s, f, p.from, p.to); len(all) > 0 && !r.speech(s.groups[f.clause-1].lemma) {
			return all
		}
	}
	return nil
}

// leadsOn reports whether a clause says where somebody goes by a name that is
// not known for a place: "and moved on to X".
func (r *reader) leadsOn(c *clause) bool {
	for i := c.from; i+1 < c.to; i++ {
		if r.toks[i].is("to", "into", "towards", "toward") && r.toks[i+1].upper && r.toks[i+1].mention == 0 {
			return true
		}
	}
	return false
}

// conjunct gives the clause to which "and" joins clause k under one subject:
// "gathered in X on Friday and burned a flag"; -1 for none.
func (r *reader) conjunct(s *sentence, k int) int {
	c := &s.clauses[k]
	if c.intro != "and" || c.parent < 0 || s.groups[k].form != finite || s.groups[c.parent].form != finite || c.subject != s.clauses[c.parent].subject || r.speech(s.groups[c.parent].lemma) {
		return -1
	}
	return c.parent
}

func (f *frame) movesTo() bool {
	switch f.kind {
	case timeline.Advance, timeline.Withdrawal, timeline.Reinforcement, timeline.Deployment, timeline.Displacement, timeline.Visit, timeline.Aid:
		return true
	}
	return false
}

// mainSubject gives the first token of the first finite clause's subject.
func (r *reader) mainSubject(s *sentence) int {
	for k := range s.clauses {
		if s.groups[k].form == finite && s.clauses[k].subject[1] > s.clauses[k].subject[0] {
			return s.clauses[k].subject[0]
		}
	}
	return s.to
}

func onlyCountries(r *reader, places []timeline.Place) bool {
	for i := range places {
		if !r.isCountry(&places[i].Mention) {
			return false
		}
	}
	return true
}

func (r *reader) isCountry(m *timeline.Mention) bool {
	if m.Class != timeline.AnyClass {
		return m.Class == timeline.Country
	}
	i := r.mentionAt(m.Span.Start)
	return i >= 0 && r.placeSense[i].Country && !m.Adj
}

// mentionAt gives the index of the mention that begins at a byte, or -1.
func (r *reader) mentionAt(start int) int {
	i := sort.Search(len(r.places), func(i int) bool { return r.places[i].Span.Start >= start })
	if i < len(r.places) && r.places[i].Span.Start == start {
		return i
	}
	return -1
}

// placesIn reads the places of an event in tokens [lo, hi) with their roles.
func (r *reader) placesIn(s *sentence, f *frame, lo, hi int) []timeline.Place {
	var all []timeline.Place
	prevEnd, prevRole, first := -1, timeline.At, 0
	var written []timeline.Place // of the dateline
	named := false
	for i := lo; i < hi && i < s.to; i++ {
		m := r.toks[i].mention
		if m == 0 {
			continue
		}
		span := r.placeTok[m-1]
		start := i
		i = span[1] - 1
		p := timeline.Place{Mention: r.places[m-1]}
		if p.Adj || p.Figurative || start != span[0] || r.toks[start].time > 0 {
			continue
		}
		if p.Known == "dateline" && !s.shout {
			p.Role = timeline.At
			written = append(written, p)
			continue
		}
		named = true
		if p.Class == timeline.Natural && len(all) > 0 && r.besideWater(s, span[0]) {
			continue // "Tikrit, further down the Tigris"
		}
		if r.owner(s, span, f) {
			prevEnd, prevRole = span[1], ""
			continue
		}
		listed := prevEnd >= 0 && r.joins(prevEnd, span[0])
		if n := len(all); n > 0 && prevEnd >= 0 && (r.contains(prevEnd, span[0], m) || r.apposed(prevEnd, span[0])) {
			for k := first; k < n; k++ { // "X, Y and Z in the W district"
				if all[k].In == "" {
					all[k].In = p.Name
				}
			}
			prevEnd = span[1]
			continue
		}
		if !listed {
			first = len(all)
		}
		role, ok := r.roleOf(s, f, span[0], &p, len(all) > 0)
		if listed && prevRole == timeline.From && r.toks[span[0]-1].low == "to" {
			role, ok = timeline.To, true // "from X to Y"
		} else if listed && role == timeline.At {
			role, ok = prevRole, prevRole != ""
		}
		if !ok {
			prevEnd, prevRole = span[1], ""
			continue
		}
		p.Role = role
		prevEnd, prevRole = span[1], role
		all = append(all, p)
	}
	if !named {
		all = append(all, written...)
	}
	return r.tidyPlaces(f, all)
}

// owner reports whether a name of a place only says to whom something
// belongs or who acts: "Iraq's army", "the president of X", "near the border
// with X" is not one.
func (r *reader) owner(s *sentence, span [2]int, f *frame) bool {
	if span[1] < s.to && r.toks[span[1]].tag == tagPossessive {
		for i := span[1] + 1; i < min(s.to, span[1]+6); i++ {
			t := &r.toks[i]
			if t.entity > 0 || t.noun("armed") || t.noun("org") || t.noun("official") || t.noun("leader") {
				return true
			}
			if t.tag != tagAdjective && t.tag != tagNoun && t.tag != tagAdverb && t.tag != tagName {
				break
			}
		}
	}
	b := span[0] - 1
	if b > s.from && r.toks[b].low == "the" {
		b--
	}
	if b > s.from && r.toks[b].low == "of" {
		w := &r.toks[b-1]
		if w.noun("official") && !w.noun("settlement") || w.entity > 0 || w.noun("org") {
			return true
		}
	}
	// "US troops", "Moscow-backed": a country that stands before a force.
	if span[1] < s.to {
		t := &r.toks[span[1]]
		if m := r.toks[span[0]].mention; r.placeSense[m-1].Country && (t.noun("armed") && t.kind == word || t.noun("official") || t.noun("org") || t.entity > 0 || r.lex.Names["title"][t.low]) {
			return true
		}
	}
	// A country that is the subject of what it does.
	if a := &f.agent; !a.empty() && span[0] >= a.lo && span[0] < a.hi && !f.passive && f.noun == "" && r.isCountry(&r.places[r.toks[span[0]].mention-1]) && f.kind != timeline.Disaster && f.kind != timeline.ChangeOfControl {
		if span[0] == a.lo || r.toks[span[0]-1].tag != tagPrep {
			return true
		}
	}
	return false
}

// roleOf reads the part that the place at token i plays, from the words
// before it. It reports false for a place that is none of the event's.
func (r *reader) roleOf(s *sentence, f *frame, i int, p *timeline.Place, second bool) (timeline.Role, bool) {
	_, j := r.classBefore(s, i)
	if j < s.from {
		return timeline.At, true
	}
	// Through the words of a phrase to its preposition: "on the outskirts
	// of", "into the eastern suburbs of", "its border with".
	border := false
	for n := 0; j > s.from && n < 8; n++ {
		t := &r.toks[j]
		if t.is("outskirts", "edge", "suburbs", "suburb") {
			p.Known = "outskirts of"
		}
		if t.is("border", "frontier", "coast") {
			border = true
		}
		if t.low == "of" || t.low == "with" && r.toks[j-1].is("border", "frontier", "borders", "boundary") || t.tag == tagDet || t.tag == tagAdjective || t.tag == tagPossessive && t.kind == word ||
			(t.noun("settlement") || t.noun("area") || t.is("outskirts", "edge", "border", "frontier", "direction", "parts", "part", "defences", "defence", "defenses", "streets", "control", "capture", "fall", "centre", "heart", "suburbs", "north", "south", "east", "west", "most", "coast", "vicinity", "border")) && t.tag == tagNoun {
			if t.low == "of" && r.compassBefore(j, p) {
				r.distance(s, j-1, p)
				return timeline.Near, !(second && p.DistanceKM > 0)
			}
			if t.low == "of" && r.distance(s, j, p) {
				return timeline.Near, !second
			}
			j--
			continue
		}
		break
	}
	t := &r.toks[j]
	if r.toks[j].tag == tagAdverb && j > s.from && r.toks[j-1].tag == tagPrep {
		t = &r.toks[j-1]
	}
	if border && (t.tag == tagPrep || t.tag == tagTo) && !t.is("from", "across", "over") {
		return timeline.Near, true
	}
	if f.kind == timeline.ChangeOfControl && p.Class == timeline.Natural && (t.tag == tagPrep || t.tag == tagAdverb) && t.low != "of" {
		return timeline.At, false // "took the town, further down the river"
	}
	switch t.low {
	case "near", "around", "outside", "beside", "beyond", "surrounding":
		return timeline.Near, true
	case "from", "off":
		if t.low == "off" {
			return timeline.Near, true // "sank off X"
		}
		if r.distance(s, j, p) {
			if second {
				return timeline.Toward, f.movesTo()
			}
			return timeline.Near, true
		}
		if j > s.from && r.way(j-1) {
			// "on the road from X": only the road's one end, unless the other follows.
			e := i + 1
			for e < s.to && e < i+5 && r.toks[e].low != "to" {
				e++
			}
			return timeline.Near, e < s.to && r.toks[e].low == "to" || !second
		}
		switch f.kind {
		case timeline.Advance, timeline.Withdrawal, timeline.Displacement, timeline.Visit, timeline.Bombardment, timeline.Reinforcement, timeline.Deployment, timeline.Aid:
			return timeline.From, true
		case timeline.ChangeOfControl:
			return timeline.From, false
		}
		return timeline.From, j > f.head
	case "of":
		if r.compassBefore(j, p) {
			r.distance(s, j-1, p)
			return timeline.Near, true
		}
		if r.distance(s, j, p) {
			return timeline.Near, !second
		}
		return timeline.At, true
	case "to", "into", "onto":
		if j > s.from+1 && r.toks[j-1].low == "way" && r.toks[j-2].tag == tagPossessive {
			return timeline.To, true // "made its way to X"
		}
		if j > s.from && (r.way(j-1) || r.toks[j-1].is("way", "close", "ambassador", "access")) {
			// The road itself was hit; a town on the road to X is not at X.
			b := j - 1
			for b > s.from && (r.toks[b-1].tag == tagAdjective || r.toks[b-1].tag == tagDet || r.toks[b-1].tag == tagNoun) {
				b--
			}
			if f.passive && j > f.patient.lo && j < f.patient.hi {
				return timeline.Near, true // "roads to X were blocked"
			}
			if b > s.from && r.toks[b-1].group > 0 && (f.kind == timeline.Disaster || f.kind == timeline.Bombardment || f.kind == timeline.ChangeOfControl || f.kind == timeline.Protest || f.kind == timeline.Attack || f.kind == timeline.Other) {
				return timeline.Near, true
			}
			return timeline.To, false
		}
		if f.movesTo() {
			return timeline.To, true
		}
		return timeline.At, true
	case "toward", "towards":
		return timeline.Toward, true
	case "on":
		if f.kind == timeline.Advance {
			return timeline.Toward, true
		}
	case "through", "via", "across", "along", "past":
		if f.movesTo() && !r.isCountry(&p.Mention) {
			return timeline.Via, true
		}
	case "between":
		return timeline.Near, true
	case "about", "over", "with", "against", "for", "like", "than", "as":
		if t.low == "over" && (f.kind == timeline.Bombardment || f.kind == timeline.ChangeOfControl) || t.low == "for" && f.movesTo() {
			if t.low == "for" {
				return timeline.To, true
			}
			return timeline.At, true
		}
		return timeline.At, t.low == "against" && !r.isCountry(&p.Mention)
	case "and", ",", "or":
		return timeline.At, true
	}
	if f.kind == timeline.Advance && (f.lemma == "leave" || f.lemma == "depart") && j == s.groups[f.clause].last {
		return timeline.From, true
	}
	if f.kind == timeline.Advance && j == s.groups[f.clause].last {
		return timeline.To, true // "entered X"
	}
	return timeline.At, true
}

// way reports whether token i is a road or the like.
func (r *reader) way(i int) bool {
	return r.toks[i].is("highway", "road", "roads", "route", "routes", "railway", "line", "corridor", "motorway", "link", "links")
}

// compassBefore reads "north of X" with "of" at token j.
func (r *reader) compassBefore(j int, p *timeline.Place) bool {
	if j < 1 {
		return false
	}
	deg, ok := timeline.Compass(r.toks[j-1].low)
	if !ok {
		return false
	}
	if j >= 2 && r.toks[j-2].is("the") { // "the north of X" lies in X
		return false
	}
	p.Bearing, p.HasBearing = deg, true
	return true
}

// distance reads "80 km (50 miles)" that ends before token j.
func (r *reader) distance(s *sentence, j int, p *timeline.Place) bool {
	i := j - 1
	if i > s.from && r.toks[i].low == "away" {
		i--
	}
	if i > s.from && r.toks[i].low == ")" {
		for i > s.from && r.toks[i].low != "(" {
			i--
		}
		i--
	}
	if i <= s.from {
		return false
	}
	unit := 0.0
	switch r.toks[i].low {
	case "km", "kms", "kilometres", "kilometers", "kilometre", "kilometer":
		unit = 1
	case "miles", "mile", "mi":
		unit = 1.609344
	case "metres", "meters", "m":
		unit = 0.001
	default:
		return false
	}
	i--
	x, err := strconv.ParseFloat(strings.ReplaceAll(r.toks[i].low, ",", ""), 64)
	if err != nil {
		v, scale := numberWord(r.toks[i].low)
		if v+scale == 0 {
			return false
		}
		x = v + scale
	}
	if x < 0 || x > 20_000 {
		return false
	}
	p.DistanceKM = x * unit
	return true
}

// readCompass reads "from the north" and "pressed south".
func (r *reader) readCompass(s *sentence, f *frame) {
	for i := f.head + 1; i < f.to; i++ {
		deg, ok := timeline.Compass(r.toks[i].low)
		if !ok || strings.HasSuffix(r.toks[i].low, "ern") || r.toks[i].mention > 0 {
			continue
		}
		if i+1 < s.to && r.toks[i+1].low == "of" {
			continue
		}
		from := r.toks[i-1].low == "the" && i >= 2 && r.toks[i-2].low == "from"
		if from {
			f.compass = "from:" + strconv.Itoa(int(deg))
			return
		}
		if r.toks[i-1].low != "the" || i >= 2 && r.toks[i-2].is("to", "toward", "towards") {
			f.compass = "to:" + strconv.Itoa(int(deg))
			return
		}
	}
}
