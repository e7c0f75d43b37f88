package extract

import (
	"strings"

	"dateline/timeline"
)

// besideWater reports whether the words before the natural feature at token i
// only say by which it lies what is named before: "down the Tigris".
func (r *reader) besideWater(s *sentence, i int) bool {
	j := i - 1
	if j > s.from && r.toks[j].low == "the" {
		j--
	}
	return j > s.from && r.toks[j].is("down", "up", "along", "on", "beside", "by", "above", "below", "downstream", "upstream")
}

// contains reports whether the place at [from, …) only says where the one
// before it lies: "X in Y province", "X, Y".
func (r *reader) contains(prevEnd, from, m int) bool {
	sense := r.placeSense[m-1]
	class := r.places[m-1].Class
	if !(sense.Country || sense.Division || class == timeline.Division || class == timeline.District) {
		return false
	}
	if from-prevEnd > 6 || from <= prevEnd {
		return false
	}
	t := &r.toks[prevEnd]
	if r.classWord(t) != timeline.AnyClass && from-prevEnd > 1 { // "X city in Y"
		prevEnd++
		t = &r.toks[prevEnd]
	}
	if t.low == "," && from == prevEnd+1 {
		before := r.toks[prevEnd-1].mention
		return before > 0 && r.places[before-1].In != ""
	}
	if t.low == "," {
		prevEnd++
		t = &r.toks[prevEnd]
	}
	if !t.is("in", "of") {
		return false
	}
	for i := prevEnd + 1; i < from; i++ {
		if !(r.toks[i].tag == tagDet || r.toks[i].tag == tagAdjective || r.toks[i].tag == tagPossessive || r.toks[i].tag == tagNoun || r.toks[i].low == "of" || r.toks[i].mention > 0) {
			return false
		}
	}
	return true
}

// inArea reports whether what was taken is unnamed and only lies in the place
// that is named: "villages in the districts of X and Y", "30 settlements in X".
func (r *reader) inArea(f *frame) bool {
	if len(f.places) == 0 || len(f.patient.heads) == 0 {
		return false
	}
	h := f.patient.heads[0]
	if !r.toks[h].is("villages", "settlements", "towns", "hamlets", "communities", "localities", "heights", "hills", "positions", "posts", "outposts", "areas", "neighbourhoods", "neighborhoods", "streets", "parts", "swathes", "territory") {
		return false
	}
	m := r.mentionAt(f.places[0].Span.Start)
	if m < 0 || r.placeTok[m][0] <= h {
		return false
	}
	for i := h + 1; i < r.placeTok[m][0]; i++ {
		if r.toks[i].is("in", "across", "around", "inside", "near", "throughout") {
			return true
		}
		if r.toks[i].low != "of" && r.toks[i].group == 0 && r.toks[i].tag != tagAdverb && r.toks[i].tag != tagAdjective && r.toks[i].time == 0 {
			return false
		}
	}
	return false
}

// apposed reports whether the place at token from only says which one the place
// before it is: "X, the second-largest town in Y", "X, a suburb of Y".
func (r *reader) apposed(prevEnd, from int) bool {
	if from-prevEnd > 10 || from-prevEnd < 4 || r.toks[prevEnd].low != "," || !r.toks[prevEnd+1].is("the", "a", "an", "its", "one") {
		return false
	}
	called, last := false, ""
	for i := prevEnd + 1; i < from; i++ {
		t := &r.toks[i]
		switch {
		case t.group > 0, t.mention > 0 && !r.places[t.mention-1].Adj, t.kind == mark && !t.is("-", "'s", "’s"):
			return false
		case referring(t.low) != toNothing && !t.upper:
			called = true
		}
		if t.tag == tagPrep {
			last = t.low
		}
	}
	return called && (last == "in" || last == "of" || last == "on")
}

// tidyPlaces drops countries beside places in them, and doubles.
func (r *reader) tidyPlaces(f *frame, all []timeline.Place) []timeline.Place {
	local := false
	for i := range all {
		if !r.isCountry(&all[i].Mention) {
			local = true
		}
	}
	var out []timeline.Place
	for _, p := range all {
		if local && r.isCountry(&p.Mention) && p.Role != timeline.To && p.Role != timeline.From {
			continue
		}
		double := false
		for _, o := range out {
			if strings.EqualFold(o.Name, p.Name) && o.HasBearing == p.HasBearing {
				double = true
			}
		}
		if !double {
			out = append(out, p)
		}
	}
	return out
}
