package timex

import (
	"strings"
	"sync"

	"dateline/data/lexicon"
)

// role says what a word can do in an expression of time.
type role uint8

const (
	begins     role = 1 << iota // can begin one
	beginsNear                  // can begin one if a word of time follows soon
	capital                     // can begin one if it begins with a capital
	ofTime                      // is a word of time
)

// roles are the roles of all words that have one, in lower case.
var roles = sync.OnceValue(func() map[string]role {
	all := map[string]role{}
	add := func(r role, words string) {
		for _, w := range strings.Fields(words) {
			all[w] |= r
		}
	}
	add(beginsNear, `the a an at this that to same first new good start end close over more some up under about around only just very well
		few several many early late final latter half`)
	add(begins, `former last past next previous preceding prior following ensuing subsequent coming upcoming current currently now nowadays recent recently
		formerly future present modern today yesterday tomorrow tonight overnight earlier later mid middle beginning opening circa approximately roughly
		c ca less nearly almost fewer another barely little numerous countless dozens hundreds thousands scores every each per daily nightly
		everyday weekly monthly yearly annually annual hourly fiscal fy ad q christmas xmas halloween easter thanksgiving eve`)
	add(ofTime, `time times moment point past present future today yesterday tomorrow tonight christmas xmas halloween easter thanksgiving eve
		date day friday period being fiscal`)
	add(begins, "quarterly these then")
	for _, f := range feasts() {
		first, _, _ := strings.Cut(f.name, " ")
		add(capital, first)
		if len(first) > 4 {
			add(ofTime, first)
		}
	}
	months, weekdays := lexicon.WordsAbroad()
	for _, words := range []map[string]int{months, weekdays} {
		for w := range words {
			if lexicon.MonthOf(w) == 0 {
				add(begins|ofTime, w)
			}
		}
	}
	for _, w := range strings.Fields(lexicon.TimeWords) {
		if lexicon.MonthOf(w) > 0 || lexicon.WeekdayOf(w) > 0 {
			add(capital|ofTime, w)
			if len(w) > 5 && lexicon.WeekdayOf(w) > 0 {
				add(capital|ofTime, w+"s")
			}
			continue
		}
		add(begins|ofTime, w)
	}
	return all
})
