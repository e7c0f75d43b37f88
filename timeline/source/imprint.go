package source

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/timeline/edtf"
)

var (
	// dayRE is a day written out or in figures.
	dayRE = lazy(`\b(?:\d{1,2} \p{Lu}[\p{L}]{2,8}\.?,? \d{4}|\p{Lu}[\p{L}]{2,8}\.? \d{1,2},? \d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}[/.]\d{4})\b`)
	// clockRE is a time of day with its zone.
	clockRE = lazy(`\b(?:\d{1,2}[:.]\d{2}(?::\d{2})?|\d{4}h?|\d{1,2})\s*(?:(?i:[ap]\.?m\b\.?)|GMT|UTC|BST|EST|EDT|CET|ET|PT|HKT|IST|UK\b)(?:\s*[A-Z]{2,4}\b)?|\b\d{1,2}[:.]\d{2}(?::\d{2})?\b`)
	// sayingRE are the words by which a line says that it gives a date of
	// publication.
	sayingRE = lazy(`(?i:\b(?:last )?(?:updated?|modified|published|posted|issued|released|revised)\b|\bas (?:of|at)\b)`)
	renewRE  = lazy(`(?i:\b(?:updated?|modified|revised)\b)`)
)

// small are the words that stand among names in a line of that kind.
const small = " by at on of and for in to the from last first updated update published modified posted issued released revised as no staff story edited a.m p.m am pm local time "

// datesWithin reads the day in a line that says when a report was published
// among other things: "18 January 2014 Last updated at 19:12 GMT", "By A. Writer
// | 5 June 2013", "Situation Report No. 4 (as of 18 January 2014)". Such a line has
// names and the words of an imprint only; of two days the one that is not of an
// update counts.
func datesWithin(s string) (v edtf.Value, isUpdate, found bool) {
	if len(s) > 120 || strings.IndexByte(s, '\n') >= 0 || strings.IndexByte(s, '?') >= 0 || !hasYear(s) {
		return v, false, false
	}
	days := dayRE().FindAllStringIndex(s, 4)
	if len(days) == 0 {
		return v, false, false
	}
	low := strings.ToLower(s)
	if !sayingRE().MatchString(s) && !clockRE().MatchString(s) && !strings.HasPrefix(low, "by ") {
		return v, false, false
	}
	rest := clockRE().ReplaceAllString(dayRE().ReplaceAllString(s, " "), " ")
	names := 0
	for _, w := range strings.FieldsFunc(rest, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",;:|/()[]•·—–-", r) }) {
		if strings.Contains(small, " "+strings.ToLower(strings.TrimRight(w, "."))+" ") {
			continue
		}
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsLower(r) {
			return v, false, false
		}
		names++
	}
	if names > 8 {
		return v, false, false
	}
	from := 0
	for _, d := range days {
		got, err := readDate(s[d[0]:d[1]])
		before := s[from:d[0]]
		if from == 0 && !sayingRE().MatchString(before) && len(days) == 1 {
			before = s // the only day of the line
		}
		from = d[1]
		if err != nil || got.Precision() != edtf.Day || got.IsInterval() {
			continue
		}
		renewed := renewRE().MatchString(before)
		if !found || isUpdate && !renewed {
			v, isUpdate, found = got, renewed, true
		}
	}
	return v, isUpdate, found
}
