package geocode

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"dateline/geo/gazetteer"
	"dateline/timeline"
)

// sense is one place that a name can mean, with what speaks for it.
type sense struct {
	gazetteer.Match
	base  float64 // log odds from the place, the name and its container alone
	score float64 // base and what the rest of the document says
	share float64 // score as a share of all senses of the name, 0 to 1
	fit   fit     // how it agrees with the container that the text names
	// off is a stated distance that the place contradicts, nil if none.
	off *stated
}

// fit is how a sense agrees with the container that the text names.
type fit uint8

const (
	free    fit = iota // no container is named, or none is known
	inside             // lies in it
	outside            // does not
	within             // is the container itself: the place is somewhere in it
)

// The weights of the prior. They were set on documents of several kinds; see
// the tests for what they must keep true.
const (
	popWeight      = 0.65 // for each e-fold of population
	unknownPeople  = 3000 // where the gazetteer has no population
	leastPeople    = 300
	capitalBonus   = 2.0
	seatBonus      = 0.5 // of a first-level division
	variantMalus   = 1.5 // found by a name that is only spelled alike
	editMalus      = 1.5 // for each letter changed
	sectionMalus   = 1.0 // a part of a town
	formerMalus    = 1.5
	seatMalus      = 0.9 // of a division, under a town of the same name in it
	otherForm      = 1.2 // the main name is written in another form: "Saint-Louis" for "St. Louis"
	bareMalus      = 5.0 // of a river by its bare name: "Ohio"
	byNameMalus    = 4.0 // of a further name, under a country that has it as its own
	districtWeight = 0.06
)

// prior is how likely a name means the place when nothing else is known, as
// log odds up to a constant.
func prior(m gazetteer.Match) float64 {
	people := float64(m.Place.Population)
	var p float64
	switch m.Place.Level {
	case gazetteer.Country:
		p = popWeight * math.Log(8*math.Max(people, 1e6))
		if m.Variant {
			p -= 4 // a country is spelled as it is
		}
	case gazetteer.Division:
		p = popWeight * math.Log(math.Max(people, 2e5))
	case gazetteer.District:
		p = popWeight * math.Log(districtWeight*math.Max(people, 2e4))
	default:
		if people == 0 {
			people = unknownPeople
		}
		p = popWeight * math.Log(math.Max(people, leastPeople))
		switch {
		case m.Place.Capital && m.Official:
			p += capitalBonus
		case m.Place.Seat == 1 && !m.Place.Capital:
			p += seatBonus
		}
	}
	minus := func(is bool, malus float64) {
		if is {
			p -= malus
		}
	}
	minus(!m.Official && !m.Adj && !m.Abbrev, aliasMalus(m.Place))
	minus(m.Place.Natural && !m.Official, bareMalus)
	minus(m.Variant, variantMalus)
	minus(m.Place.Section, sectionMalus)
	minus(m.Place.Former, formerMalus)
	return p - editMalus*float64(m.Edits)
}

// aliasMalus is what a place loses that is found by another name than its main
// one. Large towns are known by several, abroad above all (Geneva, Genève);
// of small ones the further names are mostly old or of parts of them.
func aliasMalus(p gazetteer.Place) float64 {
	switch {
	case p.Level == gazetteer.Country:
		return 0
	case p.Level == gazetteer.District:
		return 2.5
	case p.Capital, p.Seat == 1, p.Population >= 500_000, p.Level == gazetteer.Division:
		return 0.5
	case p.Population >= 100_000:
		return 1
	case p.Population >= 20_000:
		return 1.5
	}
	return 2.5
}

// among is the prior of a match among all that a name can mean. A division or
// district comes after the town of the same name in it, unless the text says
// otherwise; and what bears the name only beside another comes well after a
// country or large division that bears it as its own (Iraq is not Arak).
func among(m gazetteer.Match, found []gazetteer.Match) float64 {
	p := prior(m)
	for i := range found {
		o := &found[i]
		if o.Place.Level == gazetteer.Town && m.Place.Level == gazetteer.Town {
			continue // neither is the seat of the other
		}
		switch {
		case o.Official && !m.Official && seatOf(&m, &o.Place):
			// The area has the name as its own, so the town has it too.
			p = math.Max(p, prior(m)+aliasMalus(m.Place))
		case seatOf(o, &m.Place):
			p = math.Min(p, prior(*o)-seatMalus)
		case m.Official || m.Adj || m.Abbrev || !o.Official:
		case o.Place.Level == gazetteer.Country:
			p = math.Min(p, prior(*o)-byNameMalus)
		case o.Place.Level == gazetteer.Division && o.Place.Population > 4*m.Place.Population:
			p = math.Min(p, prior(*o)-byNameMalus/2)
		}
	}
	return p
}

// metropolis is how many people a town has that is meant by the name of its
// division although its own is longer: New York City, but not Oklahoma City.
const metropolis = 2_000_000

// seatOf reports whether a match is a town in a division or district and bears
// its name: as its own, as that of the seat in another language (Geneva,
// Genève), or cut short by the people of a metropolis.
func seatOf(town *gazetteer.Match, area *gazetteer.Place) bool {
	t := &town.Place
	if area.Level == gazetteer.Town || t.Level != gazetteer.Town || t.Country != area.Country || t.Admin1 != area.Admin1 ||
		!town.Official && t.Population < metropolis && (t.Seat != 1 || strings.HasPrefix(key(t.Name), key(town.Alias))) {
		return false
	}
	switch area.Level {
	case gazetteer.Division:
		return true
	case gazetteer.District:
		return t.Admin2 == area.Admin2 || distanceKM(t.Point, area.Point) < 30
	}
	return false
}

// likeness is how well a place agrees with what the text calls it.
func likeness(p gazetteer.Place, class timeline.Class) float64 {
	if p.Natural {
		switch class {
		case timeline.AnyClass:
			return 0
		case timeline.Natural:
			return 6
		}
		return -4
	}
	switch class {
	case timeline.Town:
		return [...]float64{gazetteer.Town: 2, gazetteer.District: -2, gazetteer.Division: -4, gazetteer.Country: -4}[p.Level]
	case timeline.Division:
		return [...]float64{gazetteer.Town: -3, gazetteer.District: 1, gazetteer.Division: 6, gazetteer.Country: 0}[p.Level]
	case timeline.District:
		return [...]float64{gazetteer.Town: -1, gazetteer.District: 6, gazetteer.Division: 2, gazetteer.Country: -4}[p.Level]
	case timeline.Country:
		return [...]float64{gazetteer.Town: -6, gazetteer.District: -6, gazetteer.Division: -2, gazetteer.Country: 6}[p.Level]
	case timeline.Natural:
		return [...]float64{gazetteer.Town: -3, gazetteer.District: -2, gazetteer.Division: 0, gazetteer.Country: 0}[p.Level]
	}
	return 0
}

// senses looks a name up in all its spellings and weighs what it finds. Adj
// keeps countries and divisions only. fuzzy allows names spelled otherwise
// where the gazetteer has no such name.
func senses(name string, class timeline.Class, adj, fuzzy bool, f Finder) []sense {
	found := lookup(name, f)
	if adj {
		found = demonyms(found)
	} else {
		found = slices.DeleteFunc(found, func(m gazetteer.Match) bool { return m.Adj })
	}
	if len(found) == 0 && fuzzy && !adj && class != timeline.Natural {
		found = lookupFuzzy(name, f)
	}
	out := make([]sense, 0, len(found))
	for _, m := range unique(found) {
		p := among(m, found) + likeness(m.Place, class)
		if m.Official && m.Place.Level == gazetteer.Town && m.Edits == 0 && key(m.Place.Name) != key(name) {
			p -= otherForm
		}
		out = append(out, sense{Match: m, base: p, score: p})
	}
	share(out)
	return out
}

// lookup finds the first spelling of the name that the gazetteer knows.
func lookup(name string, f Finder) []gazetteer.Match {
	for _, s := range spellings(name) {
		if m := f.Lookup(s); len(m) > 0 {
			return slices.Clone(m)
		}
	}
	return nil
}

// demonyms keeps what an adjective names: the matches by a demonym, and where
// there is none, countries and divisions by name.
func demonyms(found []gazetteer.Match) []gazetteer.Match {
	adj := slices.DeleteFunc(slices.Clone(found), func(m gazetteer.Match) bool { return !m.Adj })
	if len(adj) > 0 {
		return adj
	}
	return slices.DeleteFunc(found, func(m gazetteer.Match) bool {
		return m.Place.Level != gazetteer.Country && m.Place.Level != gazetteer.Division
	})
}

// speller finds names that are spelled almost alike.
type speller interface {
	Fuzzy(name string, maxEdits int) []gazetteer.Match
}

// lookupFuzzy finds names one letter off, two in names of ten letters and
// more. Names of fewer than five letters are too alike for it, and the first
// letter is never wrong.
func lookupFuzzy(name string, f Finder) []gazetteer.Match {
	s, ok := f.(speller)
	k := []rune(key(name))
	if !ok || len(k) < 5 {
		return nil
	}
	edits := 1
	if len(k) >= 10 {
		edits = 2
	}
	for e := 1; e <= edits; e++ {
		m := slices.DeleteFunc(slices.Clone(s.Fuzzy(trimPossessive(name), e)), func(m gazetteer.Match) bool {
			return m.Adj || m.Place.Level == gazetteer.Country || !strings.HasPrefix(key(m.Alias), string(k[:1]))
		})
		if len(m) > 0 {
			return m
		}
	}
	return nil
}

// unique keeps one match a place, the one by its main name if there is one, in
// a stable order.
func unique(found []gazetteer.Match) []gazetteer.Match {
	slices.SortStableFunc(found, func(a, b gazetteer.Match) int {
		return cmp.Or(
			cmp.Compare(a.Edits, b.Edits),
			btoi(b.Official)-btoi(a.Official),
			cmp.Compare(b.Place.Level, a.Place.Level),
			cmp.Compare(b.Place.Population, a.Place.Population),
			cmp.Compare(a.Place.GeonameID, b.Place.GeonameID),
			cmp.Compare(a.Place.Name, b.Place.Name),
		)
	})
	out := make([]gazetteer.Match, 0, len(found))
next:
	for i := range found {
		p := &found[i].Place
		for j := range out {
			if o := &out[j].Place; o.GeonameID == p.GeonameID && same(*o, *p) {
				continue next
			}
		}
		out = append(out, found[i])
	}
	return out
}

// same reports whether two entries are one place.
func same(a, b gazetteer.Place) bool {
	if a.GeonameID != 0 || b.GeonameID != 0 {
		return a.GeonameID == b.GeonameID && a.Level == b.Level
	}
	return a.Level == b.Level && a.Name == b.Name && a.Point == b.Point
}

// share sorts senses, the best first, and turns scores into shares.
func share(ss []sense) {
	slices.SortStableFunc(ss, func(a, b sense) int { return cmp.Compare(b.score, a.score) })
	var sum float64
	for i := range ss {
		ss[i].share = math.Exp(ss[i].score - ss[0].score)
		sum += ss[i].share
	}
	for i := range ss {
		ss[i].share /= sum
	}
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// score is the share of a sense as people are shown it. With the best one counts
// what is in the same spot, the district and division named after a town: who
// takes the town for its district is not wrong about where it is.
func score(ss []sense, i int) float64 {
	sum := ss[i].share
	if i > 0 {
		return sum
	}
	best := ss[0].Place
	for _, o := range ss[1:] {
		p := o.Place
		if p.Country != best.Country || p.Level == best.Level || o.fit == within {
			continue
		}
		if distanceKM(p.Point, best.Point) < 30 || p.Level == gazetteer.Division && p.Admin1 == best.Admin1 {
			sum += o.share
		}
	}
	return math.Min(sum, 1)
}
