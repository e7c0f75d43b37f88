package edtf

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode"

	"dateline/data/lexicon"
)

// ParseUser reads a date as people type it: EDTF, "14 June 2014", "June 14,
// 2014", "Sat 14 Jun 2014", "14/06/2014", "14.6.2014", "June 2014", "about 10
// June 2014", "before 2014-06-14", "9 June 2014 to 13 June 2014", "44 BC".
//
// Numbers with slashes or full stops are day and month in either order where
// only one order is possible; otherwise the error says what to type instead.
// The error is for people to read.
func ParseUser(s string) (Value, error) {
	s = strings.TrimSpace(s)
	if s == "" {
		return Value{}, fmt.Errorf("no date was given: type one such as 2014-06-14 or 14 June 2014")
	}
	if len(s) > 100 {
		return Value{}, fmt.Errorf("the date is too long (%d characters)", len(s))
	}
	v, err := Parse(s)
	if err == nil {
		return v, nil
	}
	if looksEDTF(s) {
		return Value{}, err
	}
	return parseWords(s)
}

// looksEDTF tells a faulty EDTF date from words: it is made of digits and the
// signs of EDTF, and of no slash between numbers as in 14/06/2014.
func looksEDTF(s string) bool {
	if strings.Trim(s, "0123456789-:/TXYZES.~?%+") != "" {
		return false
	}
	d := strings.IndexByte(s, '-')
	return d == 4 || d < 0 && len(s) == 4
}

func parseWords(s string) (Value, error) {
	low := strings.ToLower(s)
	for _, w := range [...]string{"before ", "until ", "till ", "up to ", "by "} {
		if rest, ok := strings.CutPrefix(low, w); ok {
			v, err := parsePlain(rest, s)
			if err == nil && v.OpenEnd() {
				err = fmt.Errorf("%q gives no end: name the day it was before", s)
			}
			if err != nil {
				return Value{}, err
			}
			return Until(v), nil
		}
	}
	for _, w := range [...]string{"after ", "since "} {
		if rest, ok := strings.CutPrefix(low, w); ok {
			v, err := parsePlain(rest, s)
			if err == nil && v.OpenStart() {
				err = fmt.Errorf("%q gives no beginning: name the day it was after", s)
			}
			if err != nil {
				return Value{}, err
			}
			return Since(v), nil
		}
	}
	low = strings.TrimPrefix(low, "from ")
	low = strings.TrimPrefix(low, "between ")
	for _, sep := range [...]string{" to ", " until ", " – ", " - ", " and "} {
		a, b, ok := strings.Cut(low, sep)
		if !ok {
			continue
		}
		to, err := parsePlain(b, s)
		if err != nil {
			return Value{}, err
		}
		from, err := parsePlain(a, s)
		if err != nil { // "9 to 13 June 2014" and "9 June to 13 June 2014"
			from, err = parsePlain(borrow(a, b), s)
		}
		if err != nil {
			return Value{}, err
		}
		return Between(from, to)
	}
	return parsePlain(low, s)
}

// borrow adds to a the month and year that stand only in b: "9" and "13 June
// 2014" give "9 June 2014".
func borrow(a, b string) string {
	wa, wb := strings.Fields(a), strings.Fields(b)
	if n := len(wa); n < len(wb) {
		wa = append(wa, wb[n:]...)
	}
	return strings.Join(wa, " ")
}

// parsePlain reads one date in lower case; all is what the person typed.
func parsePlain(low, all string) (Value, error) {
	low = strings.TrimSpace(low)
	if v, err := Parse(strings.ToUpper(low)); err == nil {
		return v, nil
	}
	for _, w := range [...]string{"about ", "around ", "approximately ", "approx. ", "approx ", "circa ", "ca. ", "ca ", "c. "} {
		if rest, ok := strings.CutPrefix(low, w); ok {
			v, err := parsePlain(rest, all)
			return v.WithApproximate(), err
		}
	}
	for _, w := range [...]string{"perhaps ", "possibly ", "maybe ", "probably "} {
		if rest, ok := strings.CutPrefix(low, w); ok {
			v, err := parsePlain(rest, all)
			return v.WithUncertain(), err
		}
	}
	if i := strings.IndexAny(low, "/."); i > 0 && strings.Trim(low, "0123456789/.") == "" {
		return parseNumbers(low)
	}
	return parseNamed(low, all)
}

func parseNumbers(low string) (Value, error) {
	f := strings.FieldsFunc(low, func(r rune) bool { return r == '/' || r == '.' })
	if len(f) != 3 {
		return Value{}, fmt.Errorf("%q is not a whole date: type it as 2014-06-14 or 14 June 2014", low)
	}
	var n [3]int
	for i, s := range f {
		n[i], _ = strconv.Atoi(s) // digits alone; too long ones are out of range below
	}
	switch {
	case len(f[0]) == 4:
		return dayOf(n[0], n[1], n[2])
	case len(f[2]) != 4:
		return Value{}, fmt.Errorf("the year of %q needs four digits: type it as 2014-06-14 or 14 June 2014", low)
	case n[0] > 12 || strings.Contains(low, ".") || n[0] == n[1]:
		return dayOf(n[2], n[1], n[0])
	case n[1] > 12:
		return dayOf(n[2], n[0], n[1])
	}
	return Value{}, fmt.Errorf("%q can be %d %s or %d %s: type it as %d-%02d-%02d or %d-%02d-%02d", low,
		n[0], monthName(n[1]), n[1], monthName(n[0]), n[2], n[1], n[0], n[2], n[0], n[1])
}

func monthName(m int) string {
	if m < 1 || m > 12 {
		return "month " + strconv.Itoa(m)
	}
	return time.Month(m).String()
}

func dayOf(y, m, d int) (Value, error) {
	return Parse(fmt.Sprintf("%s-%02d-%02d", yearText(y), m, d))
}

// parseNamed reads a date with the month in letters, in any order.
func parseNamed(low, all string) (Value, error) {
	unknown := fmt.Errorf("%q is not a date that is understood: type it as 2014-06-14, June 2014 or 14 June 2014", all)
	words := strings.FieldsFunc(low, func(r rune) bool { return unicode.IsSpace(r) || r == ',' || r == '-' })
	var year, month, day, group int
	haveYear, decade := false, false
	for i, w := range words {
		w = strings.TrimSuffix(w, ".")
		n, suffix := leadingNumber(w)
		switch {
		case n >= 0 && suffix == "s" && len(w) == 5 && n%10 == 0 && !haveYear:
			year, haveYear, decade = n, true, true
		case n >= 0 && suffix == "" && len(w) >= 3 && len(w) <= 9 && !haveYear:
			year, haveYear = n, true
		case n >= 1 && isOrdinalSuffix(suffix) && len(w)-len(suffix) <= 2 && day == 0 && (month != 0 || i+1 < len(words)) && !isEra(words, i+1):
			day = n
		case n >= 1 && suffix == "" && len(w) <= 9 && isEra(words, i+1) && !haveYear:
			year, haveYear = n, true
		case n < 0 && lexicon.MonthOf(w) > 0 && month == 0:
			month = lexicon.MonthOf(w)
		case n < 0 && groupOf(w) > 0 && group == 0:
			group = groupOf(w)
		case haveYear && isBCE(w):
			year = 1 - year
		case haveYear && (w == "ad" || w == "ce"), w == "the", w == "of", w == "on", w == "in", i == 0 && lexicon.WeekdayOf(w) > 0:
		default:
			return Value{}, unknown
		}
	}
	switch {
	case !haveYear && (month > 0 || group > 0):
		return Value{}, fmt.Errorf("%q has no year", all)
	case !haveYear || group > 0 && (month > 0 || day > 0) || decade && (month > 0 || day > 0) || day > 0 && month == 0:
		return Value{}, unknown
	case decade:
		return OfDecade(year), nil
	case group > 0:
		return OfGroup(year, group), nil
	case day > 0:
		return dayOf(year, month, day)
	case month > 0:
		return OfMonth(year, time.Month(month)), nil
	}
	return OfYear(year), nil
}

func isBCE(w string) bool { return w == "bc" || w == "bce" || w == "b.c" || w == "b.c.e" }

func isEra(words []string, i int) bool {
	if i >= len(words) {
		return false
	}
	w := strings.TrimSuffix(words[i], ".")
	return isBCE(w) || w == "ad" || w == "ce"
}

func isOrdinalSuffix(s string) bool {
	return s == "" || s == "st" || s == "nd" || s == "rd" || s == "th"
}

// leadingNumber splits "14th" into 14 and "th"; -1 without digits.
func leadingNumber(w string) (int, string) {
	i := 0
	for i < len(w) && digit(w[i]) {
		i++
	}
	n, err := strconv.Atoi(w[:i])
	if err != nil {
		return -1, w
	}
	return n, w[i:]
}

// groupOf gives the EDTF number of a season or quarter.
func groupOf(w string) int {
	switch w {
	case "spring":
		return 21
	case "summer":
		return 22
	case "autumn", "fall":
		return 23
	case "winter":
		return 24
	case "q1", "q2", "q3", "q4":
		return 32 + int(w[1]-'0')
	}
	return 0
}
