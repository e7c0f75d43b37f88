// Package extract reads a document and finds the places, dates and events in
// it, each with the words it came from. It knows no coordinates: which words
// can be names of places it asks of a Names.
package extract

import (
	"dateline/timeline"
	"dateline/timeline/edtf"
	"dateline/timeline/source"
	"dateline/timeline/timex"
)

// Names tells which words can name a place. Implementations are safe for
// concurrent use.
type Names interface {
	// Match finds the longest name that the words begin with: how many
	// words it has (0 for none) and what it can mean. The words are as
	// written, without surrounding punctuation.
	Match(words []string) (n int, s Sense)
}

// Vocabulary tells which words are ordinary ones of the language and which are
// first names or surnames. A Names that is a Vocabulary too lets a reader tell
// "California Republicans" from "Paris Hilton".
type Vocabulary interface {
	Common(word string) (language, person bool)
}

// Atlas tells in which countries the places of a name lie: their names, the
// likeliest first, none for a name that is unknown. A Names that is an Atlas
// too lets a reader tell what country a report is about from its towns.
// CapitalOf names the country whose capital bears a name, "" for none.
type Atlas interface {
	Countries(name string) []string
	CapitalOf(name string) string
}

// Sense is what a name can mean, over all places that bear it.
type Sense struct {
	Country, Division, District, Town bool
	Demonym                           bool  // "Iraqi", "Syrians"
	Population                        int64 // of the largest town or division of that name
	Official                          bool  // some place bears it as its main name, not an alternate one
	Language                          bool  // the form is also a common word or personal name
	Person                            bool  // the form is also a first name or surname
	People                            bool  // only a people without a country: "Kurdish", "African"
	Natural                           bool  // a river, sea, mountain or other feature bears it
}

// Reading is what was found in one document.
type Reading struct {
	Document source.Document
	// Published is the date that relative dates were counted from; zero if
	// none was known, and then they are unresolved.
	Published edtf.Value
	Places    []timeline.Mention // every naming of a place, in text order
	Times     []timex.Expr       // every expression of time, in text order
	Events    []timeline.Event   // in text order
	Warnings  []string
	// Cuts are the bytes where a text of more than 256 kB was cut: what
	// stands before a cut is read without what stands after it. Ascending,
	// empty for all but very long texts.
	Cuts []int
}

// Options say how to read a document.
type Options struct {
	// Published overrides the document's own date when not zero.
	Published edtf.Value
	// Progress, if any, is told the share of the text that was read, 0 to 1,
	// from time to time. It is called by Read itself.
	Progress func(done float64)
}
