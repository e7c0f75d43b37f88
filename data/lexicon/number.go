package lexicon

// Number gives the value of a lower-case English word for a whole number from
// zero to ninety ("seven", "forty"), or for hundred and thousand; -1 for
// other words.
func Number(word string) int {
	switch word {
	case "zero":
		return 0
	case "one":
		return 1
	case "two":
		return 2
	case "three":
		return 3
	case "four":
		return 4
	case "five":
		return 5
	case "six":
		return 6
	case "seven":
		return 7
	case "eight":
		return 8
	case "nine":
		return 9
	case "ten":
		return 10
	case "eleven":
		return 11
	case "twelve":
		return 12
	case "thirteen":
		return 13
	case "fourteen":
		return 14
	case "fifteen":
		return 15
	case "sixteen":
		return 16
	case "seventeen":
		return 17
	case "eighteen":
		return 18
	case "nineteen":
		return 19
	case "twenty":
		return 20
	case "thirty":
		return 30
	case "forty":
		return 40
	case "fifty":
		return 50
	case "sixty":
		return 60
	case "seventy":
		return 70
	case "eighty":
		return 80
	case "ninety":
		return 90
	case "hundred":
		return 100
	case "thousand":
		return 1000
	}
	return -1
}

// Ordinal gives the value of a lower-case English ordinal from first to
// thirtieth ("third"); 0 for other words.
func Ordinal(word string) int {
	switch word {
	case "first":
		return 1
	case "second":
		return 2
	case "third":
		return 3
	case "fourth":
		return 4
	case "fifth":
		return 5
	case "sixth":
		return 6
	case "seventh":
		return 7
	case "eighth":
		return 8
	case "ninth":
		return 9
	case "tenth":
		return 10
	case "eleventh":
		return 11
	case "twelfth":
		return 12
	case "thirteenth":
		return 13
	case "fourteenth":
		return 14
	case "fifteenth":
		return 15
	case "sixteenth":
		return 16
	case "seventeenth":
		return 17
	case "eighteenth":
		return 18
	case "nineteenth":
		return 19
	case "twentieth":
		return 20
	case "thirtieth":
		return 30
	}
	return 0
}

// Unit is a unit of time.
type Unit uint8

// The units of time, from short to long. NoUnit is none.
const (
	NoUnit Unit = iota
	Second
	Minute
	Hour
	Day
	Week
	Weekend
	Month
	Quarter
	Year
	Decade
	Century
)

// UnitOf gives the unit that a lower-case English word names and whether the
// word is a plural ("hours"); NoUnit for other words.
func UnitOf(word string) (u Unit, plural bool) {
	switch word {
	case "second":
		return Second, false
	case "seconds":
		return Second, true
	case "minute":
		return Minute, false
	case "minutes", "mins":
		return Minute, true
	case "hour", "hr":
		return Hour, false
	case "hours", "hrs":
		return Hour, true
	case "day", "night":
		return Day, false
	case "days", "nights":
		return Day, true
	case "week":
		return Week, false
	case "weeks":
		return Week, true
	case "weekend":
		return Weekend, false
	case "weekends":
		return Weekend, true
	case "month":
		return Month, false
	case "months":
		return Month, true
	case "quarter":
		return Quarter, false
	case "year":
		return Year, false
	case "years":
		return Year, true
	case "decade":
		return Decade, false
	case "decades":
		return Decade, true
	case "century":
		return Century, false
	case "centuries":
		return Century, true
	}
	return NoUnit, false
}

// Season gives 1 to 4 for spring, summer, autumn and winter; 0 for other
// words.
func Season(word string) int {
	switch word {
	case "spring", "springtime":
		return 1
	case "summer", "summertime":
		return 2
	case "autumn", "fall":
		return 3
	case "winter", "wintertime":
		return 4
	}
	return 0
}

// DayPart gives the TIMEX3 code of a part of the day ("MO" for "morning",
// "dawn"); "" for other words.
func DayPart(word string) string {
	switch word {
	case "morning", "dawn", "daybreak", "sunrise", "mornings":
		return "MO"
	case "noon", "midday":
		return "MI"
	case "afternoon", "afternoons":
		return "AF"
	case "evening", "dusk", "sunset", "nightfall", "evenings":
		return "EV"
	case "night", "nighttime", "nights", "midnight":
		return "NI"
	case "daytime", "daylight":
		return "DT"
	}
	return ""
}
