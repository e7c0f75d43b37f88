package timex

import (
	"strings"
	"sync"
	"time"

	"dateline/timeline/edtf"
)

// feast is a day with a name of its own: on the same day every year, or on one
// that holidayDay knows.
type feast struct {
	name       string // in lower case
	month, day int
	moves      string
	days       int  // how many it lasts, 0 for one
	rough      bool // the moon decides on its day, and lands differ
}

// feasts are the feasts, of those that begin alike the longest first.
var feasts = sync.OnceValue(func() []feast {
	return []feast{
		{name: "christmas eve", month: 12, day: 24}, {name: "christmas day", month: 12, day: 25}, {name: "christmas", month: 12, day: 25}, {name: "xmas", month: 12, day: 25},
		{name: "boxing day", month: 12, day: 26}, {name: "halloween", month: 10, day: 31}, {name: "all saints ' day", month: 11, day: 1},
		{name: "new year ' s eve", month: 12, day: 31}, {name: "new year ' s day", month: 1, day: 1}, {name: "new year ' s", month: 1, day: 1},
		{name: "valentine ' s day", month: 2, day: 14}, {name: "st . patrick ' s day", month: 3, day: 17}, {name: "may day", month: 5, day: 1},
		{name: "bastille day", month: 7, day: 14}, {name: "fourth of july", month: 7, day: 4}, {name: "armistice day", month: 11, day: 11},
		{name: "veterans day", month: 11, day: 11}, {name: "remembrance day", month: 11, day: 11}, {name: "anzac day", month: 4, day: 25},
		{name: "epiphany", month: 1, day: 6}, {name: "orthodox christmas", month: 1, day: 7}, {name: "nowruz", month: 3, day: 20, rough: true},
		{name: "orthodox easter", moves: "orthodox easter"}, {name: "easter sunday", moves: "easter"}, {name: "easter monday", moves: "easter monday"}, {name: "easter", moves: "easter"},
		{name: "good friday", moves: "good friday"}, {name: "palm sunday", moves: "palm sunday"}, {name: "ash wednesday", moves: "ash wednesday"},
		{name: "maundy thursday", moves: "maundy thursday"}, {name: "ascension day", moves: "ascension"}, {name: "whit monday", moves: "whit monday"}, {name: "pentecost", moves: "pentecost"},
		{name: "thanksgiving day", moves: "thanksgiving"}, {name: "thanksgiving", moves: "thanksgiving"}, {name: "memorial day", moves: "memorial day"},
		{name: "labor day", moves: "labor day"}, {name: "columbus day", moves: "columbus day"}, {name: "martin luther king day", moves: "king day"},
		{name: "ramadan", moves: "ramadan", days: 30, rough: true}, {name: "eid al - fitr", moves: "eid al-fitr", days: 3, rough: true}, {name: "eid - al - fitr", moves: "eid al-fitr", days: 3, rough: true},
		{name: "eid al - adha", moves: "eid al-adha", days: 4, rough: true}, {name: "eid - al - adha", moves: "eid al-adha", days: 4, rough: true}, {name: "ashura", moves: "ashura", rough: true},
	}
})

// feastAt is the feast whose name begins at token i, and the token behind it.
func (m *matcher) feastAt(i int) (feast, int, bool) {
	if i >= len(m.toks) || !m.toks[i].upper {
		return feast{}, 0, false
	}
next:
	for _, f := range m.feasts {
		j := i
		for w := range strings.FieldsSeq(f.name) {
			if !m.is(j, w) {
				continue next
			}
			j++
		}
		if last := m.toks[j-1]; last.class == word && j-1 > i && !last.upper && !m.is(j-1, "s", "july", "fitr", "adha") {
			continue // "Labor day" is none
		}
		return f, j, true
	}
	return feast{}, 0, false
}

// nth is the n-th day of the week of a month, from its end for n below 0.
func nth(y int, month time.Month, weekday, n int) time.Time {
	if n < 0 {
		last := time.Date(y, month+1, 0, 0, 0, 0, 0, time.UTC)
		return last.AddDate(0, 0, -((isoDay(last)-weekday+7)%7)+7*(n+1))
	}
	first := time.Date(y, month, 1, 0, 0, 0, 0, time.UTC)
	return first.AddDate(0, 0, (weekday-isoDay(first)+7)%7+7*(n-1))
}

// holidayDay is the first day of a feast that moves, in a year.
func holidayDay(name string, y int) (time.Time, bool) {
	from := func(days int) (time.Time, bool) { return easter(y).AddDate(0, 0, days), true }
	switch name {
	case "easter":
		return from(0)
	case "easter monday":
		return from(1)
	case "good friday":
		return from(-2)
	case "maundy thursday":
		return from(-3)
	case "palm sunday":
		return from(-7)
	case "ash wednesday":
		return from(-46)
	case "ascension":
		return from(39)
	case "pentecost":
		return from(49)
	case "whit monday":
		return from(50)
	case "orthodox easter":
		return orthodoxEaster(y), true
	case "thanksgiving":
		return nth(y, time.November, 4, 4), true
	case "memorial day":
		return nth(y, time.May, 1, -1), true
	case "labor day":
		return nth(y, time.September, 1, 1), true
	case "columbus day":
		return nth(y, time.October, 1, 2), true
	case "king day":
		return nth(y, time.January, 1, 3), true
	case "ramadan":
		return islamic(y, 9, 1)
	case "eid al-fitr":
		return islamic(y, 10, 1)
	case "eid al-adha":
		return islamic(y, 12, 10)
	case "ashura":
		return islamic(y, 1, 10)
	}
	return time.Time{}, false
}

// orthodoxEaster is Easter Sunday by the Julian calendar, in the Gregorian, for
// the years 1900 to 2099.
func orthodoxEaster(y int) time.Time {
	d := (19*(y%19) + 15) % 30
	e := (2*(y%4) + 4*(y%7) - d + 34) % 7
	return time.Date(y, time.Month((d+e+114)/31), (d+e+114)%31+1+13, 0, 0, 0, 0, time.UTC)
}

// islamic is the day of a month of the Islamic calendar that falls in a year
// of ours, the first if two do, by the reckoning in cycles of thirty years. The
// moon is seen up to a day earlier or later.
func islamic(y, month, day int) (time.Time, bool) {
	if y < 622 {
		return time.Time{}, false
	}
	for h := (y-622)*33/32 - 1; h < (y-622)*33/32+4; h++ {
		if h < 1 {
			continue
		}
		julian := (11*h+3)/30 + 354*h + 30*month - (month-1)/2 + day + 1948440 - 385
		t := time.Date(1970, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, julian-2440588)
		if t.Year() == y {
			return t, true
		}
	}
	return time.Time{}, false
}

// bounds are the days on which a feast that begins on a day can have been.
func (f feast) bounds(first time.Time) edtf.Value {
	last := first.AddDate(0, 0, max(1, f.days)-1)
	if f.rough {
		return edtf.DateRange(first.AddDate(0, 0, -1), last.AddDate(0, 0, 1))
	}
	return edtf.DateRange(first, last)
}
