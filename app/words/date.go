package words

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"

	"dateline/timeline"
)

// dateWords are the words in which timeline and package time write dates, the
// longer before those that they begin with.
var dateWords = sync.OnceValue(func() []string {
	out := []string{
		Mark("date not known"), Mark("no date"), Mark("day not stated"), Mark("uncertain"), Mark("about"), Mark("early"), Mark("mid"), Mark("late"),
		Mark("from"), Mark("to"), Mark("BC"),
		Mark("northern spring"), Mark("northern summer"), Mark("northern autumn"), Mark("northern winter"),
		Mark("southern spring"), Mark("southern summer"), Mark("southern autumn"), Mark("southern winter"),
		Mark("spring"), Mark("summer"), Mark("autumn"), Mark("winter"),
		Mark("first quarter of"), Mark("second quarter of"), Mark("third quarter of"), Mark("last quarter of"),
		Mark("first third of"), Mark("second third of"), Mark("last third of"), Mark("first half of"), Mark("second half of"),
		Mark("January"), Mark("February"), Mark("March"), Mark("April"), Mark("May"), Mark("June"), Mark("July"),
		Mark("August"), Mark("September"), Mark("October"), Mark("November"), Mark("December"),
		Mark("Jan"), Mark("Feb"), Mark("Mar"), Mark("Apr"), Mark("Jun"), Mark("Jul"), Mark("Aug"), Mark("Sep"), Mark("Oct"), Mark("Nov"), Mark("Dec"),
		Mark("Monday"), Mark("Tuesday"), Mark("Wednesday"), Mark("Thursday"), Mark("Friday"), Mark("Saturday"), Mark("Sunday"),
		Mark("Mon"), Mark("Tue"), Mark("Wed"), Mark("Thu"), Mark("Fri"), Mark("Sat"), Mark("Sun"),
	}
	slices.SortStableFunc(out, func(a, b string) int { return len(b) - len(a) })
	return out
})

// dateWord finds one of them, quoted words of a report, or a decade.
var dateWord = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`“[^”]*”|\b\d+0s\b|\b(?:` + strings.Join(dateWords(), "|") + `)\b`)
})

// Date says a date that timeline.FormatWhen or package time wrote in English
// in the language spoken. What a report says, in quotes, stays.
func Date(english string) string {
	b := spoken.Load()
	if b == nil || b.Code == "en" {
		return english
	}
	out := dateWord().ReplaceAllStringFunc(english, func(w string) string {
		switch {
		case strings.HasPrefix(w, "“"):
			return w
		case w[0] >= '0' && w[0] <= '9':
			return strings.ReplaceAll(b.t(Mark("%s as a decade")), "%s", strings.TrimSuffix(w, "s"))
		}
		return b.t(w)
	})
	return b.Digits(out)
}

// When is timeline.FormatWhen in the language spoken.
func When(w timeline.When, style timeline.WhenStyle) string {
	return Date(timeline.FormatWhen(w, style))
}

// Time is t.Format in the language spoken.
func Time(t time.Time, layout string) string { return Date(t.Format(layout)) }
