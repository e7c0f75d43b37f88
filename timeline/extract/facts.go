package extract

import (
	"sync"

	"dateline/data/lexicon"
)

// facts are what the lexicon says of a word in one look.
type facts struct {
	closed  tag  // of a word of a closed class, tagNoun for others
	known   bool // it is an ordinary word
	adj     bool
	verb    lexicon.Verb
	classes []string // of the noun
}

// english are the facts of every word of the lexicon.
var english = sync.OnceValue(func() map[string]facts {
	l := lexicon.English()
	all := make(map[string]facts, len(l.Verbs)+len(l.Nouns)+len(l.Events)+1000)
	for w, v := range l.Verbs {
		all[w] = facts{known: true, verb: v}
	}
	for w, classes := range l.Nouns {
		f := all[w]
		f.known, f.classes = true, classes
		all[w] = f
	}
	for w := range l.Events {
		f := all[w]
		f.known = true
		all[w] = f
	}
	for w := range l.Words["adj"] {
		f := all[w]
		f.known, f.adj = true, true
		all[w] = f
	}
	shut := func(w string, t tag) {
		f := all[w]
		f.known, f.closed = true, t
		all[w] = f
	}
	// Of a word of several classes the last of these stands.
	for _, c := range [...]struct {
		class string
		tag   tag
	}{
		{"adv", tagAdverb}, {"numword", tagNumber}, {"conj", tagConj}, {"prep", tagPrep}, {"pron", tagPronoun}, {"det", tagDet},
		{"poss", tagPossessive}, {"sub", tagSub}, {"rel", tagSub}, {"modal", tagModal}, {"aux", tagAux}, {"not", tagNot},
	} {
		for w := range l.Words[c.class] {
			shut(w, c.tag)
		}
	}
	shut("to", tagTo)
	return all
})

// known reports whether a word is an ordinary one of the lexicon.
func (r *reader) known(low string) bool {
	return r.facts[low].known || isNumber(low)
}

// closed gives the tag of a word of a closed class, tagNoun for others.
func (r *reader) closed(low string) tag {
	f := r.facts[low].closed
	if (f == tagNoun || f == tagAdverb) && isNumber(low) {
		return tagNumber
	}
	return f
}
