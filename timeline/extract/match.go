package extract

import "strings"

// longestName is how many words a name of a place may have.
const longestName = 6

// match gives how many tokens from i on, before to, are a name of a place.
func (r *reader) match(i, to int) int {
	n, _ := r.matchAt(i, to)
	return n
}

// matchAt finds the longest name of a place that the tokens from i on, before
// to, begin with: how many tokens it has, 0 for none, and what it can mean.
// The full stop of a word cut short ("St. Louis") and of spaced initials ("S.
// C.") belongs to the name.
func (r *reader) matchAt(i, to int) (int, Sense) {
	if n, sense, ok := r.matchPossessive(i, to); ok {
		return n, sense
	}
	words, ends := r.words[:0], r.stops[:0]
	for j := i; j < to && len(words) < longestName && r.toks[j].kind == word; {
		w := r.toks[j].text
		if cut := compound(w); cut > 0 { // "San Jose-based"
			words, ends = append(words, w[:cut]), append(ends, j+1)
			break
		}
		if len(words) == 0 && j+3 < to && r.initial(j) && r.initial(j+2) {
			words, ends = append(words, w+"."+r.toks[j+2].text+"."), append(ends, j+4)
			break
		}
		j++
		if j+1 < to && r.shortStop(j) {
			j++
		}
		words, ends = append(words, w), append(ends, j)
	}
	r.words, r.stops = words, ends
	if len(words) == 0 {
		return 0, Sense{}
	}
	n, sense := r.names.Match(words)
	if n = min(n, len(words)); n == 0 {
		return 0, Sense{}
	}
	if strings.Count(words[0], ".") == 2 && ends[0] == i+4 && !sense.Country && !sense.Division {
		return 0, Sense{}
	}
	end := ends[n-1]
	if r.toks[end-1].low == "." && ends[0] != i+4 {
		end--
	}
	return end - i, sense
}

// matchPossessive finds a name with a possessive inside: "People's Republic of
// China", "Martha's Vineyard".
func (r *reader) matchPossessive(i, to int) (int, Sense, bool) {
	if i+2 >= len(r.toks) || r.toks[i].kind != word || !possessiveMark(&r.toks[i+1]) || !r.toks[i+2].upper || r.toks[i+2].kind != word {
		return 0, Sense{}, false
	}
	words := append(r.words[:0], r.toks[i].text+"'s")
	for j := i + 2; j < len(r.toks) && j < i+2+longestName && r.toks[j].kind == word && r.toks[j].entity == r.toks[i].entity; j++ {
		words = append(words, r.toks[j].text)
	}
	r.words = words
	n, sense := r.names.Match(words)
	if n < 2 || n > len(words) {
		return 0, Sense{}, false
	}
	return n + 1, sense, true
}

// possessiveMark reports whether a token is a possessive ending.
func possessiveMark(t *token) bool {
	return t.kind == mark && len(t.low) > 1 && strings.HasSuffix(t.low, "s")
}

// initial reports whether a capital letter and a full stop stand at token j.
func (r *reader) initial(j int) bool {
	return j+1 < len(r.toks) && len(r.toks[j].text) == 1 && r.toks[j].upper && r.toks[j+1].low == "." && !r.toks[j+1].space
}

// shortStop reports whether token j is the full stop of a word that names
// begin with and that is cut short.
func (r *reader) shortStop(j int) bool {
	if r.toks[j].low != "." || r.toks[j].space || j == 0 || r.toks[j+1].kind != word || !r.toks[j+1].upper {
		return false
	}
	return r.toks[j-1].is("st", "ste", "mt", "ft", "pt", "n", "s", "e", "w")
}

// nameEnd gives the token that a name which begins at token i must end before.
func (r *reader) nameEnd(s *sentence, i int) int {
	end := i + 1
	for end < s.to && end < i+longestName+2 && (r.toks[end].kind == word || r.toks[end].low == "." && !r.toks[end].space) && r.toks[end].entity == r.toks[i].entity {
		end++
	}
	return end
}

// compound gives the length of the name in "Moscow-backed", "Atlanta-area",
// 0 for other words.
func compound(w string) int {
	i := strings.LastIndexByte(w, '-')
	if i <= 0 {
		return 0
	}
	switch w[i+1:] {
	case "based", "area", "led", "backed", "born", "held", "controlled", "wide", "bound", "style", "run", "registered", "supplied", "made", "trained", "allied", "supported", "appointed", "installed", "funded", "brokered", "owned", "occupied", "administered", "affiliated", "aligned", "sponsored", "linked", "hosted", "listed", "educated", "raised", "trade", "mediated", "friendly", "mandated", "flagged", "operated", "bred", "sourced":
		return i
	}
	return 0
}

// ordinary reports whether a word is one of the language that is nobody's
// name: "Republicans" after "California", but not "Hilton" after "Paris".
func (r *reader) ordinary(low string) bool {
	if r.vocabulary != nil {
		if language, person := r.vocabulary.Common(low); language || person {
			return language && !person
		}
	}
	return r.known(low) && !r.lex.Names["first"][low]
}
