package extract

import (
	"strings"

	"dateline/timeline"
)

// adjective reports whether a noun follows the name in tokens [from, i), so
// that a people's name is used as an adjective ("Georgian troops").
func (r *reader) adjective(s *sentence, from, i int, sense Sense) bool {
	if i >= s.to || r.toks[i].kind != word {
		return false
	}
	t := &r.toks[i]
	if !sense.Country && !t.upper && t.verb.Forms == 0 && r.closed(t.low) == tagNoun && r.classAfter(s, i) == timeline.AnyClass && !(from > s.from && r.toks[from-1].is("in", "near", "at")) {
		return true
	}
	return len(t.classes) > 0 || r.lex.Words["adj"][t.low] || r.lex.Names["title"][t.low]
}

// possessed reports whether "'s" stands at i.
func (r *reader) possessed(s *sentence, i int) bool {
	return i < s.to && r.toks[i].kind == mark && len(r.toks[i].low) > 1 && strings.HasSuffix(r.toks[i].low, "s")
}

// subject reports whether the name at [i, to) begins a sentence or clause and
// a verb that takes places as its subject follows: "X fell", "X was shelled".
func (r *reader) subject(s *sentence, i, to int) bool {
	if to >= s.to {
		return false
	}
	if i > s.from {
		p := &r.toks[i-1]
		v := p.verb.Lemma
		if rows := r.lex.Triggers[v]; p.verb.Forms != 0 && !p.upper && len(rows) > 0 {
			for _, row := range rows {
				for _, c := range row.Conditions {
					if c.About == 'o' && has(c.Any, "place") {
						return true // "seized X"
					}
				}
			}
		}
	}
	t := &r.toks[to]
	return t.verb.Lemma == "fall" || t.is("was", "were", "is", "has", "had") && to+1 < s.to && len(r.lex.Triggers[r.toks[to+1].verb.Lemma]) > 0
}

// joins reports whether only a comma, "and", "or" and the like stand between.
func (r *reader) joins(prev, i int) bool {
	if i-prev > 3 {
		return false
	}
	for j := prev; j < i; j++ {
		if !r.toks[j].is(",", "and", "or", "the", "to", "–", "-", "/") {
			return false
		}
	}
	return i > prev
}

// classWord says which class a noun beside a name gives it.
func (r *reader) classWord(t *token) timeline.Class {
	switch {
	case t.kind != word:
	case t.noun("district"):
		return timeline.District
	case t.noun("division"):
		return timeline.Division
	case t.noun("town"):
		return timeline.Town
	case t.noun("natural"):
		return timeline.Natural
	case t.is("country", "republic", "nation"):
		return timeline.Country
	}
	return timeline.AnyClass
}

// listClass finds the plural after a list that the name before token i begins
// or goes on with: "X, Y and Z Counties".
func (r *reader) listClass(s *sentence, i int) timeline.Class {
	joined := false
	for j := i; j < s.to && j < i+16; j++ {
		t := &r.toks[j]
		switch {
		case t.is("counties", "provinces", "districts", "rivers", "governorates", "states") && joined && j > i:
			x := *t
			x.low = singular(t.low)
			x.classes = r.lex.Nouns[x.low]
			return r.classWord(&x)
		case t.is(",", "and", "or"):
			joined = true
		case t.kind != word || !t.upper || j == i:
			return timeline.AnyClass
		}
	}
	return timeline.AnyClass
}

// singular is the noun of a plural in -s.
func singular(low string) string {
	if y, ok := strings.CutSuffix(low, "ies"); ok {
		return y + "y"
	}
	return strings.TrimSuffix(low, "s")
}

// ownClass is the class that the last word of a name gives it: "County", "State".
func (r *reader) ownClass(t *token) timeline.Class {
	switch c := r.classWord(t); c {
	case timeline.District, timeline.Division:
		return c
	}
	return timeline.AnyClass
}

// classBefore finds "city of", "the provinces of", "Lake" before the name and
// gives the class and the token before the whole.
func (r *reader) classBefore(s *sentence, i int) (timeline.Class, int) {
	j := i - 1
	class := timeline.AnyClass
	if j >= s.from+1 && r.toks[j].low == "of" {
		w := &r.toks[j-1]
		class = r.classWord(w)
		if w.upper && w.is("department", "departments", "division", "state") {
			class = timeline.AnyClass // "Department of Health", "Secretary of State"
		} else if class == timeline.AnyClass && w.kind == word && strings.HasSuffix(w.low, "s") {
			x := *w
			x.low = strings.TrimSuffix(x.low, "s")
			x.classes = r.lex.Nouns[x.low]
			class = r.classWord(&x)
		}
		if class != timeline.AnyClass {
			j -= 2
		} else if w.is("outskirts", "centre", "center", "suburbs", "edge", "streets", "heart", "defence", "defences", "defense", "skies", "coast", "parts", "part", "most", "control", "capture", "fall", "siege", "battle") {
			j -= 2
		}
	} else if j >= s.from && r.toks[j].kind == word {
		switch t := &r.toks[j]; {
		case t.is("lake", "mount", "cape", "gulf"):
			class = timeline.Natural
			j--
		case t.is("capital", "city", "town", "village", "port") && !t.upper:
			class = timeline.Town
			j--
		}
	} else if j-2 >= s.from && r.toks[j].low == "," && r.toks[j-1].is("capital", "city", "port") && r.toks[j-1].text == r.toks[j-1].low && !r.toks[j-2].is(",", "a", "an") {
		class = timeline.Town // "from the capital, X"
		j -= 2
	}
	for j >= s.from && (r.toks[j].kind == word && (r.lex.Words["adj"][r.toks[j].low] || r.lex.Words["compass"][r.toks[j].low] || r.toks[j].is("the", "a", "an", "both", "its", "city")) || r.toks[j].mention > 0 && r.places[r.toks[j].mention-1].Adj) {
		j--
	}
	return class, j
}

// classAfter finds "province", "district", "River" after the name.
func (r *reader) classAfter(s *sentence, i int) timeline.Class {
	if i < s.to {
		t := &r.toks[i]
		if t.is("city", "town", "village", "province", "governorate", "region", "oblast", "state", "prefecture", "department", "district", "county", "river", "lake", "valley", "sea", "island", "islands", "provinces", "raion", "desert", "mountains", "peninsula", "republic", "municipality", "canton", "camp", "township", "parish", "counties", "districts") {
			if t.is("state") && i+1 < s.to && r.toks[i+1].is("television", "tv", "media", "radio", "department", "news") {
				return timeline.AnyClass
			}
			switch {
			case t.is("provinces"):
				return timeline.Division
			case t.is("counties", "districts"):
				return timeline.District
			}
			return r.classWord(t)
		}
	}
	return timeline.AnyClass
}

// cue gives the preposition that stands at token j, if it is one of place.
func (r *reader) cue(s *sentence, j int) string {
	if j < s.from {
		return ""
	}
	t := &r.toks[j]
	switch t.low {
	case "in", "near", "at", "from", "to", "into", "toward", "towards", "around", "outside", "inside", "through", "across", "via", "between", "over", "of", "off",
		"north", "south", "east", "west", "within", "against", "below", "for", "onto", "throughout", "beyond", "above", "along", "reached", "leaving", "on":
		return t.low
	}
	return ""
}

// container reads ", Maryland" and "in northern Iraq" after a name that ends
// before token i.
func (r *reader) container(s *sentence, i int) string {
	if i+1 < s.to && r.toks[i].low == "in" {
		return r.containerIn(s, i+1)
	}
	if i+1 >= s.to || r.toks[i].low != "," || !r.toks[i+1].upper {
		return ""
	}
	n, sense := r.matchAt(i+1, min(s.to, i+7))
	if n == 0 || !(sense.Country || sense.Division) || sense.Demonym && !sense.Country {
		return ""
	}
	// A list "X, Y and Z" of towns is no container.
	if j := i + 1 + n; j < s.to && (r.toks[j].is("and", "or") || r.toks[j].low == "," && j+1 < s.to && (r.toks[j+1].upper || r.toks[j+1].is("and"))) {
		if m, next := r.matchAt(j+1, min(s.to, j+6)); m > 0 && (next.Town || next.Division || next.Country) || r.toks[j].is("and") {
			return ""
		}
	}
	return r.phrase(i+1, i+1+n)
}

// containerIn reads "northern Iraq" and "the Diyala province" at token i.
func (r *reader) containerIn(s *sentence, i int) string {
	for n := 0; n < 3 && i < s.to && !r.toks[i].upper && (r.toks[i].low == "the" || r.lex.Words["compass"][r.toks[i].low]); n++ {
		i++
	}
	if i >= s.to || !r.toks[i].upper || r.toks[i].entity > 0 {
		return ""
	}
	n, sense := r.matchAt(i, r.nameEnd(s, i))
	if n == 0 || sense.Demonym && !sense.Country || sense.Language && !sense.Country {
		return ""
	}
	class := r.classAfter(s, i+n)
	if !(sense.Country || sense.Division && !sense.Town || class == timeline.Division || class == timeline.District) {
		return ""
	}
	if i+n < s.to && r.toks[i+n].upper && class == timeline.AnyClass {
		return ""
	}
	return r.phrase(i, i+n)
}

// dateline reports whether a report's dateline stands here: "BEIRUT (AP) –".
func (r *reader) dateline(s *sentence, i, to int) bool {
	if i != s.from || to >= s.to {
		return false
	}
	for j := to; j < min(s.to, to+8); j++ {
		if r.toks[j].is("—", "–", "--", "-") && r.toks[j].space {
			return allUpper(r.toks[i].text) || r.toks[to].is("(", ",")
		}
	}
	return false
}
