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
	at, total := g.names.root(), uint64(0)
	for i, w := range words {
		if i > 0 {
			at, total = walk(g.names, at, total, " ")
		}
		if bare, ok := possessive(w); ok {
			end, sum, _ := g.follow(at, total, bare)
			if found, ok := g.sense(end, sum, words[:i+1]); ok {
				n, s = i+1, found
			}
		}
		var some bool
		if at, total, some = g.follow(at, total, w); at == dead || !some {
			break
		}
		if found, ok := g.sense(at, total, words[:i+1]); ok {
			n, s = i+1, found
		}
	}
	if n == 0 && len(words) > 0 && g.wordFlags(words[0])&wordDemonym != 0 {
		return 1, extract.Sense{Demonym: true, People: true}
	}
	return n, s
}

// follow follows a word as it is written through the names; some is false for
// a word that folds to nothing.
func (g *Gazetteer) follow(at int, total uint64, w string) (to int, sum uint64, some bool) {
	if !simple(w) {
		w = Fold(w)
	}
	for i := 0; i < len(w) && at != dead; i++ {
		c := w[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		next, out := g.names.step(at, c)
		at, total = next, total+out
	}
	return at, total, w != ""
}

// simple reports whether folding a word does no more than lower its ASCII
// capitals.
func simple(w string) bool {
	for i := 0; i < len(w); i++ {
		c := w[i] | 0x20
		if (c < 'a' || c > 'z') && (w[i] < '0' || w[i] > '9') {
			return false
		}
	}
	return len(w) < 4 || len(w) > 6 || w[0]|0x20 != 's' && w[0]|0x20 != 'm' && w[0]|0x20 != 'f'
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
func (g *Gazetteer) sense(at int, total uint64, words []string) (extract.Sense, bool) {
	final, ok := g.names.end(at)
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
		s.Official = s.Official || flags&postOfficial != 0
		if r.flags&flagNatural != 0 {
			s.Natural = true
			return
		}
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
	})
	if ok && len(words) == 1 {
		bare, _ := possessive(words[0])
		flags := g.wordFlags(bare)
		s.Language, s.Person = flags&(wordCommon|wordPerson) != 0, flags&wordPerson != 0
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
	if len(words) == 0 || !capitalised(words[0]) {
		return 0, extract.Sense{}
	}
	for n := min(len(words), 4, g.alike(words[0])); n > 0; n-- {
		last, _ := possessive(words[n-1])
		if n == 1 && g.wordFlags(last) != 0 {
			continue
		}
		name := Fold(last)
		if n > 1 {
			name = Fold(strings.Join(words[:n-1], " ") + " " + last)
		}
		if len(name) < 5 {
			continue
		}
		key := Skeleton(name)
		if len(key) < 4 {
			continue
		}
		for _, v := range [...]uint64{g.variant(key), g.value(key)} {
			if s, ok := g.senseOf(v, words[:n], true); ok && !s.Demonym {
				s.Official = false
				return n, s
			}
		}
	}
	return 0, extract.Sense{}
}

// alike is how many words a name can have at most whose skeleton begins with
// that of a word: 0 where none does, 1 where none goes on. It spares most words
// that are no names the making of skeletons. Of a word that can be an article,
// before which a name does not begin, nothing is known.
func (g *Gazetteer) alike(w string) int {
	bare, _ := possessive(w)
	var a, b [64]byte
	if !simple(bare) || len(bare) >= len(a)/2 {
		return longest
	}
	key := skeletonWord(a[:0], b[:0], bare)
	if len(key) < 4 {
		return longest
	}
	n := 0
	for _, f := range [...]fst{g.variants, g.names} {
		in, _ := walk(f, f.root(), 0, key)
		if in == dead {
			continue
		}
		n = max(n, 1)
		if on, _ := f.step(in, ' '); on != dead {
			return longest
		}
	}
	return n
}

// wordFlags are the flags of a word as it is written.
func (g *Gazetteer) wordFlags(w string) uint64 {
	if !simple(w) {
		w = Fold(w)
	}
	at, total := g.words.root(), uint64(0)
	for i := 0; i < len(w) && at != dead; i++ {
		c := w[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		to, out := g.words.step(at, c)
		at, total = to, total+out
	}
	if out, ok := g.words.end(at); ok && w != "" {
		return total + out
	}
	return 0
}

// Common reports whether a word is also a common English word, and whether it
// is also a first name or surname.
func (g *Gazetteer) Common(word string) (language, person bool) {
	v := g.wordFlags(word)
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
