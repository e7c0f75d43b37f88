package timex

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"dateline/timeline/edtf"
)

// drawDay draws a day between two years, both included.
func drawDay(t *rapid.T, name string, from, to int) time.Time {
	first := time.Date(from, 1, 1, 0, 0, 0, 0, time.UTC)
	last := time.Date(to, 12, 31, 0, 0, 0, 0, time.UTC)
	return first.AddDate(0, 0, rapid.IntRange(0, int(last.Sub(first).Hours()/24)).Draw(t, name))
}

// one is the only expression of a text.
func one(t *rapid.T, text string, opt Options) Expr {
	got := Find(text, opt)
	if len(got) != 1 {
		t.Fatalf("%q has %d expressions: %+v", text, len(got), got)
	}
	return got[0]
}

func ordinal(n int) string {
	switch {
	case n/10 == 1:
	case n%10 == 1:
		return fmt.Sprint(n, "st")
	case n%10 == 2:
		return fmt.Sprint(n, "nd")
	case n%10 == 3:
		return fmt.Sprint(n, "rd")
	}
	return fmt.Sprint(n, "th")
}

// dayForms are the ways to write a whole day.
var dayForms = []struct {
	name  string
	write func(time.Time) string
}{
	{"day first", func(d time.Time) string { return d.Format("2 January 2006") }},
	{"month first", func(d time.Time) string { return d.Format("January 2, 2006") }},
	{"month first without a comma", func(d time.Time) string { return d.Format("January 2 2006") }},
	{"short month", func(d time.Time) string { return d.Format("2 Jan 2006") }},
	{"short month with a full stop", func(d time.Time) string { return strings.Replace(d.Format("Jan. 2, 2006"), "May.", "May", 1) }},
	{"two digits", func(d time.Time) string { return d.Format("02 January 2006") }},
	{"ordinal", func(d time.Time) string { return ordinal(d.Day()) + d.Format(" January 2006") }},
	{"ordinal of", func(d time.Time) string { return "the " + ordinal(d.Day()) + d.Format(" of January 2006") }},
	{"month and ordinal", func(d time.Time) string { return d.Format("January ") + ordinal(d.Day()) + d.Format(", 2006") }},
	{"weekday before", func(d time.Time) string { return d.Format("Monday 2 January 2006") }},
	{"weekday and comma", func(d time.Time) string { return d.Format("Monday, January 2, 2006") }},
	{"numbers", func(d time.Time) string { return d.Format("2006-01-02") }},
	{"numbers with slashes", func(d time.Time) string { return d.Format("2006/01/02") }},
	{"numbers with full stops", func(d time.Time) string { return d.Format("02.01.2006") }},
	{"hyphens", func(d time.Time) string { return d.Format("02-Jan-2006") }},
}

func TestEveryFormOfADayProperty(t *testing.T) {
	for _, f := range dayForms {
		t.Run(f.name, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				d := drawDay(t, "day", 1900, 2099)
				words := f.write(d)
				text := "The treaty was signed on " + words + " in the old hall."
				e := one(t, text, Options{Mode: News})
				if got := text[e.Start:e.End]; got != words {
					t.Fatalf("found %q in %q", got, text)
				}
				if want := d.Format(time.DateOnly); e.Value != want || e.EDTF.String() != want || e.Type != Date || e.Relative {
					t.Fatalf("%q is %+v, want %s", words, e, want)
				}
			})
		})
	}
}

// TestDayAndMonthProperty: a date without a year is told of the past with a
// verb of the past and of the future with one of the future.
func TestDayAndMonthProperty(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		anchor, d := drawDay(t, "anchor", 1995, 2035), drawDay(t, "day", 2001, 2003)
		words := d.Format("2 January")
		past := one(t, "The town fell on "+words+".", Options{Anchor: anchor, Mode: News})
		future := one(t, "The town will vote on "+words+".", Options{Anchor: anchor, Mode: News})
		lo, _ := past.EDTF.Bounds()
		if lo.Day() != d.Day() || lo.Month() != d.Month() {
			t.Fatalf("%s is %s", words, past.EDTF)
		}
		if lo.After(anchor.AddDate(0, 1, 1)) || lo.Before(anchor.AddDate(-1, 0, -1)) {
			t.Fatalf("%s before %s is %s", words, anchor.Format(time.DateOnly), past.EDTF)
		}
		next, _ := future.EDTF.Bounds()
		if next.Before(lo) || next.After(anchor.AddDate(1, 0, 1)) {
			t.Fatalf("%s after %s is %s", words, anchor.Format(time.DateOnly), future.EDTF)
		}
	})
}

func TestRangesProperty(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := drawDay(t, "a", 1950, 2030), drawDay(t, "b", 1950, 2030)
		if b.Before(a) {
			a, b = b, a
		}
		if a.Equal(b) {
			return
		}
		pattern := rapid.SampledFrom([]string{"from %s to %s", "from %s until %s", "between %s and %s", "from %s through %s"}).Draw(t, "pattern")
		layout := rapid.SampledFrom([]string{"2 January 2006", "January 2, 2006", "2006-01-02"}).Draw(t, "layout")
		words := fmt.Sprintf(pattern, a.Format(layout), b.Format(layout))
		text := "They held the fort " + words + " and then left."
		got := Find(text, Options{Mode: News})
		if len(got) != 2 {
			t.Fatalf("%q: %+v", text, got)
		}
		_, whole, _ := strings.Cut(words, " ")
		for _, e := range got {
			if want := edtf.DateRange(a, b); e.EDTF != want || text[e.WholeStart:e.WholeEnd] != whole {
				t.Fatalf("%q is %s over %q, want %s over %q", text[e.Start:e.End], e.EDTF, text[e.WholeStart:e.WholeEnd], want, whole)
			}
		}
	})
}

func TestShortRangesProperty(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := drawDay(t, "a", 1950, 2030)
		rest := daysIn(a.Year(), int(a.Month())) - a.Day()
		if rest == 0 {
			return
		}
		b := a.AddDate(0, 0, rapid.IntRange(1, rest).Draw(t, "days"))
		month, year := a.Format("January"), a.Format("2006")
		for _, words := range []string{
			fmt.Sprintf("%d-%d %s %s", a.Day(), b.Day(), month, year), fmt.Sprintf("%d–%d %s %s", a.Day(), b.Day(), month, year),
			fmt.Sprintf("%d to %d %s %s", a.Day(), b.Day(), month, year), fmt.Sprintf("%s %d-%d, %s", month, a.Day(), b.Day(), year),
			fmt.Sprintf("%s %d to %d, %s", month, a.Day(), b.Day(), year),
		} {
			text := "They held the fort from " + words + "."
			checkExprs(t, text, Find(text, Options{}))
			for _, e := range Find(text, Options{Mode: News}) {
				if want := edtf.DateRange(a, b); e.EDTF != want {
					t.Fatalf("%q in %q is %s, want %s", text[e.Start:e.End], text, e.EDTF, want)
				}
			}
		}
	})
}

// TestAgoProperty: units are counted back from the day of publication.
func TestAgoProperty(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		anchor, n := drawDay(t, "anchor", 1950, 2050), rapid.IntRange(2, 60).Draw(t, "n")
		opt := Options{Anchor: anchor, Mode: News}
		find := func(unit string) Expr { return one(t, fmt.Sprintf("They left %d %s ago.", n, unit), opt) }
		if e := find("days"); e.EDTF != edtf.OnDay(anchor.AddDate(0, 0, -n)) || !e.Relative {
			t.Fatalf("%d days before %s: %+v", n, anchor, e)
		}
		if e := find("weeks"); !e.EDTF.Contains(anchor.AddDate(0, 0, -7*n)) {
			t.Fatalf("%d weeks before %s: %s", n, anchor, e.EDTF)
		}
		if e, want := find("months"), time.Date(anchor.Year(), anchor.Month()-time.Month(n), 1, 0, 0, 0, 0, time.UTC); e.EDTF != edtf.OfMonth(want.Year(), want.Month()) {
			t.Fatalf("%d months before %s: %s", n, anchor, e.EDTF)
		}
		if e := find("years"); e.EDTF != edtf.OfYear(anchor.Year()-n) {
			t.Fatalf("%d years before %s: %s", n, anchor, e.EDTF)
		}
		if e := find("decades"); e.EDTF != edtf.OfYear(anchor.Year()-10*n).WithApproximate() {
			t.Fatalf("%d decades before %s: %s", n, anchor, e.EDTF)
		}
	})
}

// TestWeeksProperty: the week before, of and after the day of publication, and
// their weekdays.
func TestWeeksProperty(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		anchor := drawDay(t, "anchor", 1950, 2050)
		opt := Options{Anchor: anchor, Mode: News}
		day := time.Weekday(rapid.IntRange(0, 6).Draw(t, "weekday"))
		for shift, word := range map[int]string{-1: "last", 1: "next"} {
			first := monday(anchor).AddDate(0, 0, 7*shift)
			if e := one(t, "They met "+word+" week.", opt); e.EDTF != edtf.DateRange(first, first.AddDate(0, 0, 6)) || e.Value != weekValue(first) {
				t.Fatalf("%s week on %s is %+v", word, anchor, e)
			}
			want := first.AddDate(0, 0, (int(day)+6)%7)
			for _, words := range []string{day.String() + " " + word + " week", day.String() + " of " + word + " week", word + " week on " + day.String()} {
				if e := one(t, "They met "+words+".", opt); e.EDTF != edtf.OnDay(want) || e.End-e.Start != len(words) {
					t.Fatalf("%s on %s is %+v, want %s", words, anchor.Format(time.DateOnly), e, want.Format(time.DateOnly))
				}
			}
		}
		last, next := one(t, "They met last "+day.String()+".", opt), one(t, "They will meet next "+day.String()+".", opt)
		lo, _ := last.EDTF.Bounds()
		hi, _ := next.EDTF.Bounds()
		if !lo.Before(anchor) || anchor.Sub(lo) > 7*24*time.Hour || !hi.After(anchor) || hi.Sub(anchor) > 7*24*time.Hour || lo.Weekday() != day || hi.Weekday() != day {
			t.Fatalf("%s: last %s is %s, next is %s", anchor.Format("Mon 2006-01-02"), day, last.EDTF, next.EDTF)
		}
	})
}

// TestPlannedWeekdaysProperty: a weekday with a verb of the future is never
// before the day of publication.
func TestPlannedWeekdaysProperty(t *testing.T) {
	verbs := []string{"will vote", "is to vote", "plans to vote", "is expected to vote", "is due to vote", "should vote", "meets", "convenes"}
	rapid.Check(t, func(t *rapid.T) {
		anchor, day := drawDay(t, "anchor", 1950, 2050), time.Weekday(rapid.IntRange(0, 6).Draw(t, "weekday"))
		text := "The council " + rapid.SampledFrom(verbs).Draw(t, "verb") + " on " + day.String() + "."
		lo, _ := one(t, text, Options{Anchor: anchor, Mode: News}).EDTF.Bounds()
		if lo.Before(anchor) || lo.Sub(anchor) > 6*24*time.Hour || lo.Weekday() != day {
			t.Fatalf("%q on %s is %s", text, anchor.Format("Mon 2006-01-02"), lo)
		}
	})
}

func TestClocksProperty(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h, min := rapid.IntRange(0, 23).Draw(t, "hour"), rapid.IntRange(0, 59).Draw(t, "minute")
		at := time.Date(2014, 6, 12, h, min, 0, 0, time.UTC)
		for _, layout := range []string{"15:04", "3:04 p.m.", "3:04 pm", "3:04pm", "15.04 GMT", "1504 hours"} {
			layout = strings.Replace(strings.Replace(layout, "p.m.", map[bool]string{true: "p.m.", false: "a.m."}[h >= 12], 1), "pm", map[bool]string{true: "pm", false: "am"}[h >= 12], 1)
			text := "The siren went off at " + at.Format(layout) + " on 12 June 2014."
			e := one(t, text, Options{Mode: News})
			if want := at.Format("2006-01-02T15:04"); !strings.HasPrefix(e.Value, want) || !strings.HasPrefix(e.EDTF.String(), want) || e.Type != Time {
				t.Fatalf("%q: %+v, want %s", text, e, want)
			}
		}
		group := at.Format("021504Z") + strings.ToUpper(at.Format("Jan06"))
		if e := one(t, "Message "+group+" refers.", Options{}); e.Value != at.Format("2006-01-02T15:04Z") || e.EDTF.String() != e.Value {
			t.Fatalf("%s is %+v", group, e)
		}
	})
}

// TestScalesProperty: years, decades and centuries contain the years they name.
func TestScalesProperty(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		y := rapid.IntRange(1500, 2049).Draw(t, "year")
		if e := one(t, fmt.Sprintf("It was built in %d.", y), Options{}); e.EDTF != edtf.OfYear(y) || e.Value != fmt.Sprint(y) {
			t.Fatalf("%d is %+v", y, e)
		}
		if e := one(t, fmt.Sprintf("It was built in the %ds.", y/10*10), Options{}); e.EDTF != edtf.OfDecade(y) || e.Value != fmt.Sprint(y/10) {
			t.Fatalf("the %ds are %+v", y/10*10, e)
		}
		c := (y-1)/100 + 1
		if e := one(t, "It was built in the "+ordinal(c)+" century.", Options{}); e.EDTF != edtf.OfCentury((c-1)*100) || e.Value != fmt.Sprint(c-1) {
			t.Fatalf("century %d is %+v", c, e)
		}
		if e := one(t, fmt.Sprintf("It was built in %d BC.", y%999+1), Options{}); e.EDTF != edtf.OfYear(-(y % 999)) {
			t.Fatalf("%d BC is %+v", y%999+1, e)
		}
	})
}

// TestPartsProperty: the early, the middle and the late part of a date lie
// within it and follow each other without overlap.
func TestPartsProperty(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawDay(t, "day", 1950, 2030)
		whole := rapid.SampledFrom([]string{d.Format("January 2006"), d.Format("2006"), fmt.Sprintf("the %ds", d.Year()/10*10)}).Draw(t, "whole")
		bare := strings.TrimPrefix(whole, "the ")
		lo, hi := one(t, "It was lost in "+whole+".", Options{}).EDTF.Bounds()
		last := lo.Add(-1)
		for _, part := range []string{"early ", "mid-", "late "} {
			the := strings.TrimSuffix(whole, bare)
			e := one(t, "It was lost in "+the+part+bare+".", Options{})
			a, b := e.EDTF.Bounds()
			if !e.EDTF.Approximate() || a.Before(lo) || b.After(hi) || a.Before(last) || a.Sub(last) > 367*24*time.Hour {
				t.Fatalf("%s%s%s is %s, after %s", the, part, bare, e.EDTF, last)
			}
			last = b
		}
		if last.Before(hi) {
			t.Fatalf("late %s ends %s before %s", bare, last, hi)
		}
	})
}

// TestBoundsProperty: since, until, before and after bound a date on the side
// that they say.
func TestBoundsProperty(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawDay(t, "day", 1950, 2013)
		words := d.Format("2 January 2006")
		find := func(prep string) edtf.Value { return one(t, "They held it "+prep+" "+words+".", Options{}).EDTF }
		for prep, want := range map[string]edtf.Value{
			"since": edtf.After(d), "until": edtf.Before(d), "till": edtf.Before(d), "by": edtf.Before(d), "up to": edtf.Before(d),
			"before": edtf.Before(d.AddDate(0, 0, -1)), "after": edtf.After(d.AddDate(0, 0, 1)), "on": edtf.OnDay(d), "about": edtf.OnDay(d).WithApproximate(),
		} {
			if got := find(prep); got != want {
				t.Fatalf("%s %s is %s, want %s", prep, words, got, want)
			}
		}
	})
}

// loose are words of which no date can be made without a day of publication.
var loose = strings.Fields("On In By the a last next this early late mid - June May March 3 5 14 31 , . Friday Saturday yesterday today tomorrow tonight " +
	"two several weeks days years ago later earlier of from to between and since until morning night 2 p.m. : 30 GMT Christmas Easter summer winter " +
	"every day daily now recent former the past 10 year month week will was said quarter half weekend before after noon overnight")

// TestNothingIsGuessedProperty: without a day of publication and without a
// year in the text, no expression has a date.
func TestNothingIsGuessedProperty(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(loose), 1, 30).Draw(t, "words"), " ")
		for _, e := range Find(text, Options{Mode: Mode(rapid.IntRange(0, 2).Draw(t, "mode"))}) {
			if !e.EDTF.IsZero() || e.Relative {
				t.Fatalf("%q in %q is %s (relative %t: %s)", text[e.Start:e.End], text, e.EDTF, e.Relative, e.Why)
			}
		}
	})
}

// TestSameTextSameAnswer: nothing of one reading is left for the next, and
// the kind of white space between words is of no account.
func TestSameTextSameAnswer(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.SampledFrom(vocabulary), 1, 30).Draw(t, "words")
		opt := Options{Anchor: saturday(), Mode: Mode(rapid.IntRange(0, 2).Draw(t, "mode"))}
		text := strings.Join(words, " ")
		first := Find(text, opt)
		if again := Find(text, opt); !reflect.DeepEqual(again, first) {
			t.Fatalf("%q is read as %+v, then as %+v", text, first, again)
		}
		for _, space := range []string{"\n", "\t", "\v"} {
			if got := Find(strings.Join(words, space), opt); !reflect.DeepEqual(got, first) {
				t.Fatalf("%q with %q between the words is read as %+v, not as %+v", text, space, got, first)
			}
		}
	})
}

// TestAFarAnchorMovesEverything: moving the day of publication by whole weeks
// moves weekdays and days by as many.
func TestAFarAnchorMovesEverything(t *testing.T) {
	texts := []string{"They met on Friday.", "They met yesterday.", "They will meet on Tuesday.", "They met three days ago.", "They met last week.", "They will meet tomorrow."}
	rapid.Check(t, func(t *rapid.T) {
		a, weeks := drawDay(t, "anchor", 1950, 2050), rapid.IntRange(-500, 500).Draw(t, "weeks")
		text := rapid.SampledFrom(texts).Draw(t, "text")
		lo, hi := one(t, text, Options{Anchor: a, Mode: News}).EDTF.Bounds()
		lo2, hi2 := one(t, text, Options{Anchor: a.AddDate(0, 0, 7*weeks), Mode: News}).EDTF.Bounds()
		if !lo2.Equal(lo.AddDate(0, 0, 7*weeks)) || !hi2.Equal(hi.AddDate(0, 0, 7*weeks)) {
			t.Fatalf("%q is %s from %s and %s from %d weeks on", text, lo, a, lo2, weeks)
		}
	})
}

// TestCountsAreNoYears: what is measured or counted is no year.
func TestCountsAreNoYears(t *testing.T) {
	things := []string{"people", "men", "soldiers", "metres", "km", "miles", "tons", "dollars", "families", "houses", "tanks", "refugees", "rifles", "horses", "feet"}
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1000, 2099).Draw(t, "n")
		thing := rapid.SampledFrom(things).Draw(t, "thing")
		for _, text := range []string{
			fmt.Sprintf("They counted %d %s there.", n, thing), fmt.Sprintf("More than %d %s were lost.", n, thing),
			fmt.Sprintf("About %d,%03d %s were lost.", n/100, n%1000, thing), fmt.Sprintf("The price of $%d was paid.", n),
		} {
			if got := Find(text, Options{Anchor: saturday()}); len(got) > 0 {
				t.Fatalf("%q has %+v", text, got)
			}
		}
	})
}

// TestUpperCaseProperty: a telex says the same in capitals.
func TestUpperCaseProperty(t *testing.T) {
	texts := []string{"The army took the town on %s.", "The army took the town in %s.", "The army has held the town since %s."}
	words := []string{"5 May 2012", "May 5, 2012", "Friday", "Tuesday night", "June 2012", "the spring of 2012", "late 2012", "2012", "the 1980s", "last week", "10 June"}
	for _, text := range texts {
		for _, w := range words {
			small := fmt.Sprintf(text, w)
			a, b := Find(small, Options{Anchor: saturday(), Mode: News}), Find(strings.ToUpper(small), Options{Anchor: saturday(), Mode: News})
			if !slices.EqualFunc(a, b, func(x, y Expr) bool {
				return x.Start == y.Start && x.End == y.End && x.Value == y.Value && x.EDTF == y.EDTF
			}) || len(a) != 1 {
				t.Errorf("%q is %+v, in capitals %+v", small, a, b)
			}
		}
	}
}
