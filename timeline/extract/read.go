package extract

import (
	"context"
	"time"

	"dateline/data/lexicon"
	"dateline/timeline"
	"dateline/timeline/edtf"
	"dateline/timeline/source"
	"dateline/timeline/timex"
)

// finder finds expressions of time in a text.
type finder func(text string, opt timex.Options) []timex.Expr

// reader holds what is known of one document while it is read.
type reader struct {
	doc     source.Document
	portion portion
	ids     map[timeline.ID]int // of the events of all portions
	names   Names
	// vocabulary is names where it is one, else nil.
	vocabulary Vocabulary
	// atlas is names where it is one, else nil.
	atlas Atlas
	lex   *lexicon.Lexicon
	facts map[string]facts
	toks  []token
	sents []sentence
	words []string // scratch
	stops []int    // scratch

	ents       []entity
	byName     map[string][]int // entities by name, surname and acronym in lower case
	places     []timeline.Mention
	placeSense []Sense
	nations    []string // keys of their nations, made when asked for
	placeTok   [][2]int
	times      []timex.Expr
	bounds     [][2]time.Time            // of the times, made when asked for
	coined     map[string]timeline.Class // places known from this report alone
	surnames   map[string]bool           // last words of longer names that are no places

	published edtf.Value
	pubDay    time.Time // zero when not known

	mainParty     int               // 1 + entity
	homeNation    string            // the country of the dateline, else the one the report is most about
	homeSure      bool              // no other country comes near
	country       map[string]string // the report's name of a country, by nation key
	stateName     map[string]string
	lastParty     actor
	lastSpeaker   actor
	spokeIn       int               // the block in which the last one spoke
	unnamed       map[string]string // the last source of a noun: "source" to "an Iraqi source"
	lastPerson    int               // 1 + entity
	lastPeople    bool              // the last plural subject was people, not a force
	lastNation    string            // of the last subject that has one, for "its forces"
	lastTown      int               // 1 + place mention
	lastArea      int
	capital       int                 // 1 + place mention of the town that the report calls the capital
	nationCapital map[string]int      // the same of each country, by nation key
	called        map[string][]string // nouns by which the report calls a place, made when asked for

	frames    []frame
	mainDay   time.Time // of the disaster that the report is about; zero for none
	mainFrame int       // the telling of it
}

// Read finds the places, times and events of a document. The result is the
// same for the same document, names and options. It fails only when the
// context ends.
func Read(ctx context.Context, doc source.Document, names Names, opt Options) (Reading, error) {
	return read(ctx, doc, names, opt, findTimes)
}

func read(ctx context.Context, doc source.Document, names Names, opt Options, find finder) (Reading, error) {
	published := doc.Published
	if !opt.Published.IsZero() {
		published = opt.Published
	}
	var pubDay time.Time
	if !published.IsZero() {
		_, latest := published.Bounds()
		if !latest.IsZero() {
			pubDay = time.Date(latest.Year(), latest.Month(), latest.Day(), 0, 0, 0, 0, time.UTC)
		}
	}
	out := Reading{Document: doc, Published: published}
	ids := map[timeline.ID]int{}
	for _, p := range portions(&doc) {
		r := &reader{doc: doc, portion: p, ids: ids, names: names, lex: lexicon.English(), facts: english(), published: published, pubDay: pubDay,
			stateName: map[string]string{}, byName: map[string][]int{}, surnames: map[string]bool{}, coined: map[string]timeline.Class{}}
		r.vocabulary, _ = names.(Vocabulary)
		r.atlas, _ = names.(Atlas)
		one, err := r.read(ctx, find)
		if err != nil {
			return Reading{}, err
		}
		out.join(one, p.start)
		if opt.Progress != nil {
			opt.Progress(float64(p.end) / float64(max(1, len(doc.Text))))
		}
	}
	if pubDay.IsZero() {
		out.Warnings = append(out.Warnings, "The report has no date of publication, so days such as “Friday” are not resolved. Give the date of the report.")
	}
	return out, ctx.Err()
}

// read reads the reader's portion.
func (r *reader) read(ctx context.Context, find finder) (Reading, error) {
	r.split()
	r.look()
	if err := ctx.Err(); err != nil {
		return Reading{}, err
	}
	r.times = timesOf(r.portion, r.doc.Text, timex.Options{Anchor: r.pubDay}, find)
	r.markTimes()
	r.nameEntities()
	r.findPlaces()
	if err := ctx.Err(); err != nil {
		return Reading{}, err
	}
	r.knowParties()
	for i := range r.sents {
		s := &r.sents[i]
		r.tagSentence(s)
		r.findGroups(s)
		r.cutClauses(s)
	}
	r.findFigurative()
	r.findCapital()
	if err := ctx.Err(); err != nil {
		return Reading{}, err
	}
	r.findFrames()
	events := r.events()
	return Reading{Places: r.places, Times: r.times, Events: events}, nil
}

// markTimes ties expressions of time to the tokens they cover.
func (r *reader) markTimes() {
	t := 0
	for i := range r.times {
		x := &r.times[i]
		if x.Type != timex.Date && x.Type != timex.Time {
			continue
		}
		for t > 0 && r.toks[t-1].end > x.Start {
			t--
		}
		for t < len(r.toks) && r.toks[t].end <= x.Start {
			t++
		}
		for j := t; j < len(r.toks) && r.toks[j].start < x.End; j++ {
			r.toks[j].time = i + 1
		}
	}
}

// findFigurative marks the places that act as governments: subjects of verbs
// of saying, and names before "'s government".
func (r *reader) findFigurative() {
	for si := range r.sents {
		s := &r.sents[si]
		for k := range s.clauses {
			c := &s.clauses[k]
			g := &s.groups[c.g]
			if c.subject[1] <= c.subject[0] {
				continue
			}
			for _, h := range r.heads(c.subject[0], c.subject[1]) {
				m := r.toks[h].mention
				if m == 0 || r.places[m-1].Adj || g.passive || r.after(m, "of") {
					continue
				}
				if r.speech(g.lemma) || acting(g.lemma) || r.placeSense[m-1].Country && !stative(g.lemma) {
					r.places[m-1].Figurative = true
				}
			}
		}
	}
}

// after reports whether a word stands right before a mention of a place.
func (r *reader) after(mention int, word string) bool {
	at := r.placeTok[mention-1][0]
	return at > 0 && r.toks[at-1].low == word
}

// acting reports whether only people or bodies do what a verb says.
func acting(lemma string) bool {
	switch lemma {
	case "send", "launch", "attack", "want", "plan", "seek", "agree", "sign", "deploy", "withdraw", "impose", "fire", "try", "hope", "refuse", "offer", "ask", "help", "support", "accept", "recall", "expel", "mobilise", "mobilize", "seize", "annex", "invade":
		return true
	}
	return false
}

// stative reports whether a verb tells what happens to a place.
func stative(lemma string) bool {
	switch lemma {
	case "be", "have", "fall", "see", "suffer", "experience", "lie", "remain", "face", "feel", "lose", "become", "collapse", "burn", "shake":
		return true
	}
	return false
}
