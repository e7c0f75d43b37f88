package extract

import (
	"strings"

	"dateline/timeline"
)

// peopleName reports whether a word has the ending of a people's name.
func peopleName(low string) bool {
	for _, end := range []string{"i", "ian", "ean", "ish", "ese", "ans", "is"} {
		if strings.HasSuffix(low, end) && len(low) > len(end)+2 {
			return true
		}
	}
	return false
}

// partOfName reports whether the words are only a part of another name, of a
// person or a body, and which.
func (r *reader) partOfName(s *sentence, from, to int, sense Sense) string {
	names := r.lex.Names
	if to < s.to && !r.toks[from].upper {
		return "not a name"
	}
	if to < s.to && r.toks[to].upper && r.toks[to].kind == word && !s.shout {
		n := &r.toks[to]
		switch {
		case r.classWord(n) == timeline.Natural && (sense.Language || r.known(r.toks[from].low)):
			return longerName // "Green Mountain"
		case r.classWord(n) != timeline.AnyClass || n.noun("facility") || n.noun("official") || names["title"][n.low] && !names["honorific"][n.low]:
		case n.entity > 0 && r.ents[n.entity-1].kind != body:
		case n.time > 0 || r.lex.Words["weekday"][n.low] || r.lex.Words["month"][n.low]:
		case names["orghead"][n.low]:
			return "organisation"
		case r.nation(to):
		case n.noun("armed"):
		case n.entity > 0:
			return "organisation"
		case sense.Country && (!sense.Language || allUpper(r.toks[from].text)):
			return ""
		case r.match(to, r.nameEnd(s, to)) > 0 && r.divisionAt(s, to):
			return "" // "Maiduguri Borno State"
		case !sense.Person && r.ordinary(n.low):
			if r.headline(s) {
				return ""
			}
			return "organisation" // "California Republicans"
		default:
			// "X International Airport" and other facilities.
			for j := to; j < min(s.to, to+4) && r.toks[j].upper; j++ {
				if r.toks[j].noun("facility") {
					return ""
				}
			}
			return longerName
		}
	}
	if from > s.from && r.toks[from-1].upper && !s.shout {
		p := &r.toks[from-1]
		switch {
		case p.entity > 0 && r.ents[p.entity-1].kind == person:
			return "person"
		case p.mention > 0 || r.nation(from-1) || r.lex.Words["compass"][p.low]:
		case from-1 == s.from && r.known(p.low), r.closed(p.low) != tagNoun:
		case p.is("lake", "mount", "city", "port", "cape", "gulf", "fort"):
		case p.noun("official") || names["title"][p.low]:
			if names["honorific"][p.low] || !sense.Country {
				return "person"
			}
		case r.lex.Words["weekday"][p.low] || r.lex.Words["month"][p.low] || p.time > 0:
		case r.classWord(p) != timeline.AnyClass:
		case r.headline(s):
		case !sense.Person && !sense.Language && r.ordinary(p.low):
			return "organisation" // "Miss Ohio"
		default:
			return longerName
		}
	}
	return ""
}

// divisionAt reports whether a division or country of two words or more, or
// one known by its name alone, begins at token i.
func (r *reader) divisionAt(s *sentence, i int) bool {
	n, sense := r.matchAt(i, r.nameEnd(s, i))
	return n > 0 && (sense.Country || sense.Division) && !sense.Language && !sense.Demonym
}

// headline reports whether most words of a sentence are capitalised, as in
// headlines: then a capital says little.
func (r *reader) headline(s *sentence) bool {
	upper, lower := 0, 0
	for i := s.from; i < s.to; i++ {
		t := &r.toks[i]
		if t.kind != word || r.closed(t.low) != tagNoun {
			continue
		}
		if t.upper {
			upper++
		} else {
			lower++
		}
	}
	return upper >= 4 && upper > 4*lower
}
