package gazetteer

import (
	"strings"
	"unicode"

	"dateline/timeline/extract"
)

// longest is how many words a name may have.
const longest = 8

// Match finds the longest name that the words begin with: how many words it
// has, 0 for none, and what it can mean. The words are as written, without
// surrounding punctuation; a possessive at the end of a name is allowed.
// Abbreviations ("US") count only where all letters are capitals. A name that
// is only known in another spelling is found too, where no name is found as
// it is written and the word is no English one.
func (g *Gazetteer) Match(words []string) (n int, s extract.Sense) {
	words = words[:min(len(words), longest)]
	n, s = g.walk(words)
	if n > 0 {
		return n, s
	}
	return g.loose(words)
}

// walk follows the words through the names.
func (g *Gazetteer) walk(words []string) (n int, s extract.Sense) {
	state, total := g.names.Start(), uint64(0)
	for i, w := range words {
		folded := Fold(w)
		if folded == "" {
			break
		}
		if i > 0 {
			state, total = g.step(state, total, " ")
		}
		if bare, ok := possessive(w); ok {
			end, sum := g.step(state, total, Fold(bare))
			if found, ok := g.sense(end, sum, words[:i+1]); ok {
				n, s = i+1, found
			}
		}
		state, total = g.step(state, total, folded)
		if state == dead {
			break
		}
		if found, ok := g.sense(state, total, words[:i+1]); ok {
			n, s = i+1, found
		}
	}
	if n == 0 && len(words) > 0 {
		if v := g.wordFlags(Fold(words[0])); v&wordDemonym != 0 {
			return 1, extract.Sense{Demonym: true}
		}
	}
	return n, s
}

// dead is the address that no transition leads out of.
const dead = -1

// step follows the letters from a state.
func (g *Gazetteer) step(state int, total uint64, letters string) (int, uint64) {
	for i := 0; i < len(letters) && state != dead; i++ {
		next, out := g.names.AcceptWithVal(state, letters[i])
		if !g.names.CanMatch(next) {
			return dead, 0
		}
		state, total = next, total+out
	}
	return state, total
}

// possessive cuts off an ending 's.
func possessive(w string) (string, bool) {
	for _, end := range []string{"'s", "’s", "'S", "’S"} {
		if bare, ok := strings.CutSuffix(w, end); ok && bare != "" {
			return bare, true
		}
	}
	return w, false
}

// sense is what the name that ends at a state can mean.
func (g *Gazetteer) sense(state int, total uint64, words []string) (extract.Sense, bool) {
	if state == dead {
		return extract.Sense{}, false
	}
	ok, final := g.names.IsMatchWithVal(state)
	if !ok {
		return extract.Sense{}, false
	}
	return g.senseOf(total+final, words, false)
}

// senseOf gathers the meanings of a value; as a variant spelling only those of
// places whose names are transliterated.
func (g *Gazetteer) senseOf(value uint64, words []string, variant bool) (s extract.Sense, ok bool) {
	capitals := allCapitals(words)
	short := capitals && len(words) == 1 && g.hasAbbreviation(value)
	g.postings(value, func(i int, flags uint64) {
		if short && flags&postAbbrev == 0 {
			return // "US" is no town named Us
		}
		if flags&postAbbrev != 0 && !capitals || variant && !g.isLoose(i) {
			return
		}
		ok = true
		if flags&postAdj != 0 {
			s.Demonym = true
			return
		}
		r := readRecord(g.records, i)
		switch Level(r.level) {
		case Country:
			s.Country = true
		case Division:
			s.Division = true
		case District:
			s.District = true
		case Town:
			s.Town = true
		}
		if Level(r.level) != Country {
			s.Population = max(s.Population, int64(r.population))
		}
		s.Official = s.Official || flags&postOfficial != 0
	})
	if ok && len(words) == 1 {
		bare, _ := possessive(words[0])
		s.Language = g.wordFlags(Fold(bare))&(wordCommon|wordPerson) != 0
	}
	return s, ok
}

// hasAbbreviation reports whether a value has a place found by an
// abbreviation.
func (g *Gazetteer) hasAbbreviation(value uint64) (yes bool) {
	g.postings(value, func(_ int, flags uint64) { yes = yes || flags&postAbbrev != 0 })
	return yes
}

// loose finds the longest run of words that is a variant spelling.
func (g *Gazetteer) loose(words []string) (int, extract.Sense) {
	for n := min(len(words), 4); n > 0; n-- {
		last, _ := possessive(words[n-1])
		name := Fold(strings.Join(append(append([]string(nil), words[:n-1]...), last), " "))
		key := Skeleton(name)
		if len(name) < 5 || len(key) < 4 || !capitalised(words[0]) || n == 1 && g.wordFlags(name) != 0 {
			continue
		}
		for _, v := range []uint64{g.variant(key), g.value(key)} {
			if s, ok := g.senseOf(v, words[:n], true); ok && !s.Demonym {
				s.Official = false
				return n, s
			}
		}
	}
	return 0, extract.Sense{}
}

// wordFlags are the flags of a folded word.
func (g *Gazetteer) wordFlags(folded string) uint64 {
	v, ok, err := g.words.Get([]byte(folded))
	if !ok || err != nil {
		return 0
	}
	return v
}

// Common reports whether a word is also a common English word, and whether it
// is also a first name or surname.
func (g *Gazetteer) Common(word string) (language, person bool) {
	v := g.wordFlags(Fold(word))
	return v&wordCommon != 0, v&wordPerson != 0
}

// allCapitals reports whether the words have no small letter.
func allCapitals(words []string) bool {
	for _, w := range words {
		bare, _ := possessive(w)
		if strings.ContainsFunc(bare, unicode.IsLower) {
			return false
		}
	}
	return true
}

// capitalised reports whether the word begins with a capital.
func capitalised(w string) bool {
	for _, r := range w {
		return unicode.IsUpper(r)
	}
	return false
}
