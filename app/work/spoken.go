package work

import (
	"dateline/app/words"
	"dateline/geo/scene"
)

// spoken says what a map says of itself in the language spoken.
type spoken struct{}

var _ scene.Words = spoken{}

// The texts that a scene says are of the catalogue too.
var _ = []string{
	words.Mark("cumulative"), words.Mark("window"), words.Mark("moment"), words.Mark("event %d of %d"), words.Mark("of %d"),
	words.Mark("%d not placed"), words.Mark("%d outside the map"), words.Mark("others"), words.Mark("claimed or attempted"),
	words.Mark("accounts differ"), words.Mark("known to a radius"), words.Mark("known to a region"), words.Mark("many events and their number"),
	words.Mark("held"), words.Mark("contested"), words.Mark("claimed area"), words.Mark("front line"), words.Mark("until then"), words.Mark("advance"),
	words.Mark("advance, claimed or planned"), words.Mark("withdrawal"),
}

func (spoken) Say(english string) string  { return words.T(english) }
func (spoken) Date(english string) string { return words.Date(english) }
func (spoken) Events(n int) string        { return words.N(n, "%d events") }
