package extract

import (
	"testing"

	"dateline/data/lexicon"
)

func TestFactsOfWords(t *testing.T) {
	r := &reader{lex: lexicon.English(), facts: english()}
	for _, tt := range []struct {
		word   string
		closed tag
		known  bool
	}{
		{"to", tagTo, true}, {"not", tagNot, true}, {"were", tagAux, true}, {"would", tagModal, true}, {"who", tagSub, true},
		{"their", tagPossessive, true}, {"the", tagDet, true}, {"they", tagPronoun, true}, {"near", tagPrep, true}, {"and", tagConj, true},
		{"three", tagNumber, true}, {"twenty-five", tagNumber, true}, {"soldiers", tagNoun, true}, {"attacked", tagNoun, true},
		{"qwertz", tagNoun, false}, {"well-qwertz", tagNoun, false}, {"", tagNoun, false},
	} {
		if got := r.closed(tt.word); got != tt.closed {
			t.Errorf("%q is closed as %d, want %d", tt.word, got, tt.closed)
		}
		if got := r.known(tt.word); got != tt.known {
			t.Errorf("%q is known: %v", tt.word, got)
		}
	}
}

// One look finds what the lists say, whatever lists a word is in.
func TestFactsAgreeWithTheLists(t *testing.T) {
	l := lexicon.English()
	all := english()
	for w, v := range l.Verbs {
		if all[w].verb != v || !all[w].known {
			t.Errorf("%q is the verb %v, not %v", w, v, all[w].verb)
		}
	}
	for w, classes := range l.Nouns {
		if len(all[w].classes) != len(classes) {
			t.Errorf("%q is the noun %v, not %v", w, classes, all[w].classes)
		}
	}
	for w := range l.Words["adj"] {
		if !all[w].adj {
			t.Errorf("%q is no adjective", w)
		}
	}
	for w := range l.Words["prep"] {
		if all[w].closed == tagNoun {
			t.Errorf("%q is of no closed class", w)
		}
	}
}
