package extract

import (
	"strconv"
	"strings"

	"dateline/timeline"
)

// figures reads the numbers of people and forces in tokens [lo, hi): "at
// least 540,000 people", "3,000 to 5,000 fighters", "dozens of tanks".
func (r *reader) figures(lo, hi int) []timeline.Figure {
	var all []timeline.Figure
	for i := lo; i < hi && i < len(r.toks); i++ {
		t := &r.toks[i]
		if t.tag != tagNumber && !r.lex.Words["vague"][t.low] || t.time > 0 {
			continue
		}
		if i > 0 && (r.toks[i-1].is("category", "magnitude", "phase", "stage", "article", "section", "route", "highway", "number", "no", "page", "grade", "level", "unit", "act", "resolution", "flight", "chapter", "windows", "$", "£", "€") || r.toks[i-1].low == "." && i > 1 && r.toks[i-2].low == "no") {
			continue
		}
		if t := &r.toks[i]; i > 0 && (r.lex.Words["month"][r.toks[i-1].low] && r.toks[i-1].upper || r.toks[i-1].low == "of" && strings.Contains(t.low, ".")) {
			continue // "April 20", "a quake of 7.5"
		}
		f, next := r.figureAt(lo, i, hi)
		if next > i && f.Of != "" && !countsParties(f.Of) && !measures(f.Of) {
			all = append(all, f)
		}
		i = max(i, next-1)
	}
	return all
}

// countsParties reports whether what is counted are the parties themselves: "the two
// governments".
func countsParties(of string) bool {
	switch strings.ToLower(of) {
	case "governments", "sides", "countries", "parties", "nations", "states", "leaders", "rivals", "neighbours", "neighbors", "armies", "groups", "factions":
		return true
	}
	return false
}

// measures reports whether what is counted is time or the strength of a quake:
// "the past seven centuries", "three magnitude-6 quakes".
func measures(of string) bool {
	of = strings.ToLower(of)
	if strings.HasPrefix(of, "magnitude") {
		return true
	}
	switch of[strings.LastIndexByte(of, ' ')+1:] {
	case "second", "seconds", "minute", "minutes", "hour", "hours", "day", "days", "night", "nights", "week", "weeks", "weekend", "month", "months", "year", "years", "decade", "decades", "century", "centuries", "times", "occasions":
		return true
	}
	return false
}

// count adds figures to those of a telling, each once.
func (f *frame) count(figures []timeline.Figure) {
	for _, g := range figures {
		seen := false
		for i := range f.figures {
			o := &f.figures[i]
			seen = seen || o.Span == g.Span || o.Min == g.Min && o.Max == g.Max && stem(o.Of) == stem(g.Of)
		}
		if !seen {
			f.figures = append(f.figures, g)
		}
	}
}

// figureAt reads the figure whose number stands at token i.
func (r *reader) figureAt(lo, i, hi int) (timeline.Figure, int) {
	first := i
	n, j, ok := r.number(i, hi)
	if !ok {
		return timeline.Figure{}, i
	}
	f := timeline.Figure{Min: n, Max: n}
	if r.lex.Words["vague"][r.toks[j-1].low] {
		f.Max = 0
	}
	// A range: "3,000 to 5,000", "between 20 and 30".
	if j+1 < hi && (r.toks[j].is("to", "-", "–", "or") || r.toks[j].low == "and" && i > lo && r.toks[i-1].low == "between") {
		if m, k, ok := r.number(j+1, hi); ok && m > n {
			f.Max, j = m, k
		}
	}
	for b := i - 1; b >= max(lo, i-4); b-- {
		w := r.toks[b].low
		two := ""
		if b > lo {
			two = r.toks[b-1].low + " " + w
		}
		switch {
		case two == "more than", two == "at least", two == "not less", w == "over", w == "exceeding":
			f.Max, first = 0, b
			if w != "over" && w != "exceeding" {
				first = b - 1
			}
		case two == "as many" || two == "up to" || two == "fewer than" || two == "less than" || w == "under" && b+1 == i:
			f.Min, f.Max, first = 0, n, b-1
			if two == "up to" {
				f.Min = 0
			}
		case w == "some" || w == "about" || w == "around" || w == "nearly" || w == "almost" || w == "approximately" || w == "roughly":
			first = b
		}
		if first < i {
			break
		}
	}
	// What is counted: the next noun that names people, forces or things.
	end := j
	for k := j; k < min(hi, j+7); k++ {
		t := &r.toks[k]
		if t.noun("money") && !t.noun("people") || t.is("%", "percent", "year-old", "km", "mm") {
			return f, k + 1
		}
		if t.low == "of" && k == j || t.tag == tagDet || t.tag == tagAdjective || t.tag == tagPossessive || t.tag == tagAdverb {
			continue
		}
		if t.tag == tagPrep && t.low == "of" {
			continue
		}
		if t.tag == tagVerb || t.tag == tagAux || t.tag == tagModal || t.tag == tagConj || t.tag == tagPrep || t.tag == tagTo || t.tag == tagMark || t.tag == tagSub {
			if t.is("killed", "dead", "injured", "wounded", "missing", "displaced", "homeless") || f.Of == "" && k == j && (t.tag == tagVerb || t.tag == tagAux) {
				f.Of = "people"
				end = j
			}
			break
		}
		if t.tag == tagNoun || t.tag == tagName {
			if r.quantity(t) && k+1 < hi && r.toks[k+1].low == "of" {
				// "two divisions of its forces", "130 members of the Guard"
				if t.noun("armed") {
					f.Of, end = t.text, k+1
					break
				}
				continue
			}
			if k+1 < hi && r.toks[k+1].tag == tagPossessive && r.toks[k+1].kind == mark {
				continue // "of Iran's guards"
			}
			if t.entity > 0 && k+1 < hi && r.toks[k+1].entity == 0 && (r.toks[k+1].noun("armed") || r.toks[k+1].noun("people")) {
				continue // "145 LNA soldiers"
			}
			// The whole name or compound.
			e := k + 1
			for e < hi && (r.toks[e].tag == tagNoun || r.toks[e].tag == tagName) && r.toks[e].time == 0 && r.toks[e].entity == t.entity && !r.toks[e].is("dead", "wounded", "injured", "missing") {
				e++
			}
			if t.mention > 0 && r.places[t.mention-1].Adj && e < hi && (r.toks[e].tag == tagNoun || r.toks[e].tag == tagName) {
				continue
			}
			f.Of, end = r.phrase(k, e), e
			break
		}
	}
	if f.Of == "" && j < hi && r.toks[j].is("others", "more") {
		f.Of = "people"
	}
	if f.Of == "" && r.lex.Words["vague"][r.toks[j-1].low] {
		f.Of = "people"
	}
	f.Stated = r.phrase(first, max(end, j))
	f.Span = timeline.Span{Source: r.doc.ID, Start: r.toks[first].start, End: r.toks[max(end, j)-1].end}
	return f, max(end, j)
}

// number reads the number at token i and gives the token after it.
func (r *reader) number(i, hi int) (float64, int, bool) {
	total, part, j := 0.0, 0.0, i
	seen := false
	for j < hi {
		t := &r.toks[j]
		if t.kind == number {
			x, err := strconv.ParseFloat(strings.ReplaceAll(t.low, ",", ""), 64)
			if err != nil || seen && part != 0 {
				break
			}
			part, seen = x, true
			j++
			continue
		}
		v, scale := numberWord(t.low)
		switch {
		case v == 0 && scale == 0 || t.upper && i != j && !t.space:
			if seen && t.low == "and" && j+1 < hi && part >= 100 {
				if v, _ := numberWord(r.toks[j+1].low); v > 0 && v < 100 && r.toks[j+1].kind == word && r.toks[j-1].kind == word {
					j++
					continue
				}
			}
			return total + part, j, seen
		case scale > 0 && strings.HasSuffix(t.low, "s") && t.low != "dozen":
			// hundreds, tens of thousands
			if !seen {
				part = 1
			}
			part *= scale
			j++
			if j+1 < hi && r.toks[j].low == "of" {
				if _, more := numberWord(r.toks[j+1].low); more > 0 {
					part *= more
					j += 2
				}
			}
			return total + part, j, true
		case scale > 0:
			if !seen {
				part = 1
			}
			part *= scale
			if scale >= 1000 {
				total, part = total+part, 0
			}
		default:
			part += v
		}
		seen = true
		j++
	}
	return total + part, j, seen
}

// isNumber reports whether a word is a compound number, "twenty-five".
func isNumber(low string) bool {
	if !strings.Contains(low, "-") {
		return false
	}
	v, _ := numberWord(low)
	return v > 0
}

// numberWord gives the value of a word of number, or what it multiplies by.
func numberWord(w string) (value, scale float64) {
	switch w {
	case "one":
		return 1, 0
	case "two":
		return 2, 0
	case "three":
		return 3, 0
	case "four":
		return 4, 0
	case "five":
		return 5, 0
	case "six":
		return 6, 0
	case "seven":
		return 7, 0
	case "eight":
		return 8, 0
	case "nine":
		return 9, 0
	case "ten":
		return 10, 0
	case "eleven":
		return 11, 0
	case "twelve":
		return 12, 0
	case "thirteen":
		return 13, 0
	case "fourteen":
		return 14, 0
	case "fifteen":
		return 15, 0
	case "sixteen":
		return 16, 0
	case "seventeen":
		return 17, 0
	case "eighteen":
		return 18, 0
	case "nineteen":
		return 19, 0
	case "twenty":
		return 20, 0
	case "thirty":
		return 30, 0
	case "forty":
		return 40, 0
	case "fifty":
		return 50, 0
	case "sixty":
		return 60, 0
	case "seventy":
		return 70, 0
	case "eighty":
		return 80, 0
	case "ninety":
		return 90, 0
	case "dozen", "dozens":
		return 0, 12
	case "tens":
		return 0, 10
	case "scores":
		return 0, 20
	case "hundred", "hundreds":
		return 0, 100
	case "thousand", "thousands":
		return 0, 1000
	case "million", "millions":
		return 0, 1_000_000
	case "billion", "billions":
		return 0, 1_000_000_000
	}
	if a, b, ok := strings.Cut(w, "-"); ok {
		x, _ := numberWord(a)
		y, _ := numberWord(b)
		if x >= 20 && y > 0 && y < 10 {
			return x + y, 0
		}
	}
	return 0, 0
}
