package extract

import (
	"strings"

	"dateline/timeline"
)

// siteWords are what stands in one spot and is struck there.
var siteWords = wordSet(`checkpoint outpost base camp prison jail barracks hospital clinic school church mosque temple synagogue market
	hotel factory mine plant refinery airport airfield bridge dam embassy consulate mall nightclub club restaurant stadium university museum
	theatre theater warehouse depot headquarters monastery seminary orphanage courthouse`)

// ofVenue gives the place of the building or post that a telling strikes where
// the report says elsewhere where it stands: "rebels stormed a checkpoint …",
// "the checkpoint near the village of X". It reports false where the report
// puts several such things in different places.
func (r *reader) ofVenue(f *frame) (timeline.Place, bool) {
	if f.future || f.modality != timeline.Happened {
		return timeline.Place{}, false
	}
	for i := f.from; i < f.to; i++ {
		if !siteWords[r.toks[i].low] || r.toks[i].upper || i == 0 || r.toks[i-1].is("another", "second", "every", "each") {
			continue
		}
		return r.siteOf(f, r.toks[i].low)
	}
	return timeline.Place{}, false
}

// siteOf gives the one place at which the report puts what a noun names, in
// the sentences around a telling.
func (r *reader) siteOf(f *frame, noun string) (timeline.Place, bool) {
	var found timeline.Place
	ok := false
	for si := max(0, f.sent-siteReach); si < min(len(r.sents), f.sent+siteReach); si++ {
		s := &r.sents[si]
		for i := s.from; i+2 < s.to; i++ {
			if r.toks[i].low != noun || !r.toks[i+1].is("in", "near", "at", "outside", "on") {
				continue
			}
			m := r.firstMention(s, i+2, i+8)
			if m == 0 || r.places[m-1].Adj || r.isCountry(&r.places[m-1]) {
				continue
			}
			p := r.placeOf(m)
			if _, j := r.classBefore(s, r.placeTok[m-1][0]); j > i+1 && !r.toks[j].is("outskirts", "edge", "suburbs", "of", "the") {
				continue
			}
			if r.toks[i+1].is("near", "outside") {
				p.Role = timeline.Near
			}
			if ok && !strings.EqualFold(found.Name, p.Name) {
				return timeline.Place{}, false
			}
			found, ok = p, true
		}
	}
	return found, ok
}

// siteReach is in how many sentences before and after a telling a place is
// looked for.
const siteReach = 20

// firstMention gives the first mention of a place in tokens [i, to), 0 for none.
func (r *reader) firstMention(s *sentence, i, to int) int {
	for ; i < min(to, s.to); i++ {
		if m := r.toks[i].mention; m > 0 {
			return m
		}
		if r.toks[i].group > 0 || r.toks[i].kind != word {
			return 0
		}
	}
	return 0
}
