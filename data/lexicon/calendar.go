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
