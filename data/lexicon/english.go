package lexicon

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed verbs.txt
var verbsText string

//go:embed nouns.txt
var nounsText string

//go:embed words.txt
var wordsText string

//go:embed names.txt
var namesText string

//go:embed triggers.txt
var triggersText string

//go:embed eventnouns.txt
var eventNounsText string

//go:embed speech.txt
var speechText string

// Form is the set of forms of a verb that a word can be.
type Form uint8

// The forms of a verb.
const (
	Base Form = 1 << iota
	Third
	PastTense
	Participle
	Gerund
)

// Verb is one way to read a word as a form of a verb.
type Verb struct {
	Lemma string
	Forms Form
}

// Set is a set of words in lower case.
type Set map[string]bool

// Condition is one thing that must hold for a trigger: about the subject
// ('s'), the object ('o'), a preposition that follows ('p'), any words that
// follow ('x'), the words of the object ('w') or a date in the clause ('d').
// Not turns it round.
type Condition struct {
	About byte
	Any   []string
	Not   bool
}

// Trigger is a verb that tells an event of a kind, when its conditions hold.
type Trigger struct {
	Kind       string
	Strong     bool // news even without a place or a date
	Conditions []Condition
}

// Lexicon is what is known of the words of a language. It is read-only and
// safe for concurrent use.
type Lexicon struct {
	Verbs    map[string]Verb      // by form in lower case
	Nouns    map[string][]string  // classes by noun
	Words    map[string]Set       // closed classes: "det", "prep", …
	Names    map[string]Set       // words inside names: "title", "orghead", …
	Triggers map[string][]Trigger // by lemma, in order of trial
	Events   map[string]string    // kind by event noun
	Verbal   map[string]Set       // lemmas by use: "happen", "act", "light", and of speech: "say", "claims", …
}

// English is the English lexicon.
var English = sync.OnceValue(func() *Lexicon {
	l := &Lexicon{
		Verbs:    verbs(verbsText),
		Nouns:    map[string][]string{},
		Words:    sets(wordsText),
		Names:    sets(namesText),
		Triggers: map[string][]Trigger{},
		Events:   map[string]string{},
		Verbal:   sets(speechText),
	}
	for line := range lines(nounsText) {
		class, words, _ := strings.Cut(line, ":")
		for _, w := range strings.Fields(words) {
			w = strings.ToLower(w)
			l.Nouns[w] = append(l.Nouns[w], class)
		}
	}
	for line := range lines(eventNounsText) {
		class, words, _ := strings.Cut(line, ":")
		switch class {
		case "happen", "act", "light":
			l.Verbal[class] = setOf(words)
			continue
		}
		for _, w := range strings.Fields(words) {
			if _, have := l.Events[w]; !have {
				l.Events[w] = class
			}
		}
	}
	for line := range lines(triggersText) {
		parts := strings.Split(line, "|")
		// The conditions hold alternatives split by the same mark.
		kind, words := strings.TrimSpace(parts[0]), strings.Fields(parts[1])
		kind, strong := strings.CutSuffix(kind, "!")
		t := Trigger{Kind: kind, Strong: strong, Conditions: conditions(strings.Join(parts[2:], "|"))}
		for _, w := range words {
			l.Triggers[w] = append(l.Triggers[w], t)
		}
	}
	return l
})

func conditions(text string) []Condition {
	var all []Condition
	for _, f := range strings.Fields(text) {
		c := Condition{}
		f, c.Not = strings.CutPrefix(f, "!")
		about, words, ok := strings.Cut(f, ":")
		if !ok || len(about) != 1 {
			continue
		}
		c.About, c.Any = about[0], strings.Split(words, "|")
		all = append(all, c)
	}
	return all
}

// lines yields the lines of a table without comments and blank ones.
func lines(text string) func(func(string) bool) {
	return func(yield func(string) bool) {
		for line := range strings.Lines(text) {
			line = strings.TrimSpace(line)
			if line != "" && line[0] != '#' && !yield(line) {
				return
			}
		}
	}
}

func sets(text string) map[string]Set {
	all := map[string]Set{}
	for line := range lines(text) {
		class, words, _ := strings.Cut(line, ":")
		all[class] = setOf(words)
	}
	return all
}

func setOf(words string) Set {
	s := Set{}
	for _, w := range strings.Fields(words) {
		s[strings.ToLower(w)] = true
	}
	return s
}
