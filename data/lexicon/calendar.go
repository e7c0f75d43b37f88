// Package lexicon holds words of human languages as tables: names of months
// and weekdays, numbers in words. It imports nothing.
package lexicon

// MonthOf gives the number, 1 to 12, of the month that a lower-case English
// word names in full or short ("june", "jun"); 0 if it names none. A final
// full stop must be cut off before.
func MonthOf(word string) int {
	switch word {
	case "january", "jan":
		return 1
	case "february", "feb", "febr":
		return 2
	case "march", "mar":
		return 3
	case "april", "apr":
		return 4
	case "may":
		return 5
	case "june", "jun":
		return 6
	case "july", "jul":
		return 7
	case "august", "aug":
		return 8
	case "september", "sep", "sept":
		return 9
	case "october", "oct":
		return 10
	case "november", "nov":
		return 11
	case "december", "dec":
		return 12
	}
	return 0
}

// WeekdayOf gives the ISO number, Monday 1 to Sunday 7, of the day of the week
// that a lower-case English word names in full or short ("friday", "fri");
// 0 if it names none.
func WeekdayOf(word string) int {
	switch word {
	case "monday", "mon":
		return 1
	case "tuesday", "tue", "tues":
		return 2
	case "wednesday", "wed", "weds":
		return 3
	case "thursday", "thu", "thur", "thurs":
		return 4
	case "friday", "fri":
		return 5
	case "saturday", "sat":
		return 6
	case "sunday", "sun":
		return 7
	}
	return 0
}

// TimeWords are all the words that MonthOf, WeekdayOf, Number, Ordinal, UnitOf,
// Season and DayPart know, with spaces between.
const TimeWords = `january jan february feb febr march mar april apr may june jun july jul august aug september sep sept october oct november nov
december dec monday mon tuesday tue tues wednesday wed weds thursday thu thur thurs friday fri saturday sat sunday sun
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty
forty fifty sixty seventy eighty ninety hundred thousand first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth seconds minute minutes mins hour hr hours hrs
day night days nights week weeks weekend weekends month months quarter year years decade decades century centuries spring springtime summer
summertime autumn fall winter wintertime morning dawn daybreak sunrise mornings noon midday afternoon afternoons evening dusk sunset nightfall
evenings nighttime midnight daytime daylight`
