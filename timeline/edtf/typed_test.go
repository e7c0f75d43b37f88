package edtf

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// more are dates as people type them, beyond the common forms.
var more = []struct{ text, want string }{
	// whole days
	{"1 January 2014", "2014-01-01"}, {"31 December 2013", "2013-12-31"}, {"29 February 2012", "2012-02-29"},
	{"1st May 2014", "2014-05-01"}, {"2nd May 2014", "2014-05-02"}, {"3rd May 2014", "2014-05-03"}, {"the 4th of May 2014", "2014-05-04"},
	{"May 1st, 2014", "2014-05-01"}, {"May 22nd 2014", "2014-05-22"}, {"Sept 5 2014", "2014-09-05"}, {"5 Sep. 2014", "2014-09-05"},
	{"Mon 5 May 2014", "2014-05-05"}, {"Monday, May 5, 2014", "2014-05-05"}, {"Mon, 5 May 2014", "2014-05-05"},
	{"on 5 May 2014", "2014-05-05"}, {"in May 2014", "2014-05"}, {"5 MAY 2014", "2014-05-05"}, {"5-may-2014", "2014-05-05"},
	{"2014-May-5", "2014-05-05"}, {"2014, May 5", "2014-05-05"}, {"\t5 May 2014\n", "2014-05-05"},
	{"31/12/2013", "2013-12-31"}, {"12/31/2013", "2013-12-31"}, {"1.2.2013", "2013-02-01"}, {"01.02.2013", "2013-02-01"}, {"2013/2/1", "2013-02-01"},
	// times
	{"2014-06-14T10:30", "2014-06-14T10:30"}, {"2014-06-14t10:30z", "2014-06-14T10:30Z"}, {"2014-06-14T10:30+03:00", "2014-06-14T10:30+03:00"},
	// months, seasons, quarters, years
	{"january 2014", "2014-01"}, {"Jan 2014", "2014-01"}, {"2014 January", "2014-01"}, {"January, 2014", "2014-01"},
	{"Spring 2014", "2014-21"}, {"summer of 2014", "2014-22"}, {"the autumn of 2014", "2014-23"}, {"fall 2014", "2014-23"}, {"winter 2014", "2014-24"},
	{"q1 2014", "2014-33"}, {"2014 Q4", "2014-36"}, {"2014-q2", "2014-34"},
	{"1066", "1066"}, {"987 AD", "0987"}, {"the 1990s", "199X"}, {"1900s", "190X"},
	// before our era
	{"1 BC", "0000"}, {"2 BCE", "-0001"}, {"14 AD", "0014"}, {"5 CE", "0005"}, {"44 BC to 14 AD", "-0043/0014"}, {"1 May 14 AD", "0014-05-01"}, {"March 44 BC", "-0043-03"}, {"44 B.C.", "-0043"},
	// not exactly
	{"around 5 May 2014", "2014-05-05~"}, {"ca. 1415", "1415~"}, {"c. 1415", "1415~"}, {"approximately May 2014", "2014-05~"}, {"approx. 2014", "2014~"},
	{"possibly 2014", "2014?"}, {"maybe May 2014", "2014-05?"}, {"probably 5 May 2014", "2014-05-05?"}, {"perhaps about 2014", "2014%"},
	{"about 2014-05-05", "2014-05-05~"}, {"2014~", "2014~"}, {"2014-05?", "2014-05?"}, {"2014-05-05%", "2014-05-05%"},
	// bounds
	{"until 5 May 2014", "../2014-05-05"}, {"till May 2014", "../2014-05"}, {"by 2014", "../2014"}, {"up to 5 May 2014", "../2014-05-05"},
	{"after 5 May 2014", "2014-05-05/.."}, {"since 2014", "2014/.."}, {"before about 2014", "../2014~"}, {"Before 2014-06-14", "../2014-06-14"},
	{"2014/..", "2014/.."}, {"../2014", "../2014"}, {"2014/", "2014/"},
	// ranges
	{"5 to 9 May 2014", "2014-05-05/2014-05-09"}, {"5 – 9 May 2014", "2014-05-05/2014-05-09"}, {"5 - 9 May 2014", "2014-05-05/2014-05-09"},
	{"from 5 to 9 May 2014", "2014-05-05/2014-05-09"}, {"between 5 and 9 May 2014", "2014-05-05/2014-05-09"}, {"5 May until 9 June 2014", "2014-05-05/2014-06-09"},
	{"May to July 2014", "2014-05/2014-07"}, {"2012 to 2014", "2012/2014"}, {"May 2012 to June 2014", "2012-05/2014-06"}, {"about 2012 to 2014", "2012~/2014"},
	{"31 December 2013 to 2 January 2014", "2013-12-31/2014-01-02"}, {"1990s to 2010", "199X/2010"}, {"5 May 2014 to 5 May 2014", "2014-05-05"},
}

func TestParseUserKnowsMoreForms(t *testing.T) {
	for _, c := range more {
		v, err := ParseUser(c.text)
		if err != nil || v.String() != c.want {
			t.Errorf("ParseUser(%q) = %q, %v, want %q", c.text, v, err, c.want)
		}
	}
}

// wrong are dates that people mistype, with what helps them.
var wrong = []struct{ text, want string }{
	{"31 June 2014", "June 2014 has no day 31"},
	{"29 Feb 2014", "February 2014 has no day 29"},
	{"0 May 2014", "is not a date that is understood"},
	{"5555555554 BC", "is not a date that is understood"},
	{"32 May 2014", "day 32 does not exist"},
	{"2014-6-14", "the month needs two digits"},
	{"2014-06-1", "the day needs two digits"},
	{"2014-00", "month 00 does not exist"},
	{"01/02/2014", "can be 1 February or 2 January: type it as 2014-02-01 or 2014-01-02"},
	{"1/2/14", "needs four digits"},
	{"14.6", "the year needs four digits"},
	{"May", "has no year"},
	{"5 May", "has no year"},
	{"spring", "has no year"},
	{"Q3", "has no year"},
	{"yesterday", "is not a date that is understood"},
	{"next Friday", "is not a date that is understood"},
	{"Mayy 2014", "is not a date that is understood"},
	{"5 May May 2014", "is not a date that is understood"},
	{"5 6 May 2014", "is not a date that is understood"},
	{"May 2014 2015", "is not a date that is understood"},
	{"spring May 2014", "is not a date that is understood"},
	{"5 May 1990s", "is not a date that is understood"},
	{"before", "is not a date that is understood"},
	{"about", "is not a date that is understood"},
	{"to", "is not a date that is understood"},
	{"9 to 5 May 2014", "the end is before the start"},
	{"2014 to 2013", "the end is before the start"},
	{"5 May 2014 to nowhere", "is not a date that is understood"},
	{"nowhere to 5 May 2014", "is not a date that is understood"},
	{"?", "is not a date that is understood"},
	{"99999999999999999999", "is not a date that is understood"},
	{"٥ مايو ٢٠١٤", "is not a date that is understood"},
	{"2014-06-14T25:00", "hour 25 does not exist"},
	{strings.Repeat("9", 101), "too long"},
}

func TestParseUserSaysWhatIsWrong(t *testing.T) {
	for _, c := range wrong {
		v, err := ParseUser(c.text)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("ParseUser(%q) = %q, %v, want it to say %q", c.text, v, err, c.want)
		}
		if !v.IsZero() {
			t.Errorf("ParseUser(%q) gives %q beside its error", c.text, v)
		}
	}
}

// TestTypedDaysProperty: every common way to write a day is read as that day.
func TestTypedDaysProperty(t *testing.T) {
	layouts := []string{
		"2 January 2006", "02 January 2006", "January 2, 2006", "January 2 2006", "2 Jan 2006", "Jan 2, 2006", "Jan. 2, 2006", "2-Jan-2006",
		"Monday 2 January 2006", "Monday, January 2, 2006", "Mon, 2 Jan 2006", "2006-01-02", "2006/01/02", "02.01.2006", "2.1.2006", "2006 January 2",
	}
	rapid.Check(t, func(t *rapid.T) {
		d := time.Date(1000, 1, 1+rapid.IntRange(0, 3_280_000).Draw(t, "day"), 0, 0, 0, 0, time.UTC)
		text := d.Format(rapid.SampledFrom(layouts).Draw(t, "layout"))
		for _, s := range []string{text, strings.ToUpper(text), strings.ToLower(text), "  " + text + " "} {
			if v, err := ParseUser(s); err != nil || v != OnDay(d) {
				t.Fatalf("ParseUser(%q) = %q, %v", s, v, err)
			}
		}
		for prefix, want := range map[string]Value{"about ": OnDay(d).WithApproximate(), "perhaps ": OnDay(d).WithUncertain(), "before ": Before(d), "since ": After(d)} {
			if v, err := ParseUser(prefix + text); err != nil || v != want {
				t.Fatalf("ParseUser(%q) = %q, %v, want %q", prefix+text, v, err, want)
			}
		}
	})
}

// TestTypedRangesProperty: two days with a word between them are their range.
func TestTypedRangesProperty(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := time.Date(1900, 1, 1+rapid.IntRange(0, 60_000).Draw(t, "day"), 0, 0, 0, 0, time.UTC)
		b := a.AddDate(0, 0, rapid.IntRange(0, 2000).Draw(t, "days"))
		layout := rapid.SampledFrom([]string{"2 January 2006", "January 2, 2006", "2006-01-02", "2 Jan 2006"}).Draw(t, "layout")
		for _, pattern := range []string{"%s to %s", "from %s to %s", "between %s and %s", "%s until %s", "%s – %s", "%s - %s"} {
			s := fmt.Sprintf(pattern, a.Format(layout), b.Format(layout))
			if v, err := ParseUser(s); err != nil || v != DateRange(a, b) {
				t.Fatalf("ParseUser(%q) = %q, %v, want %q", s, v, err, DateRange(a, b))
			}
		}
		if a.Before(b) {
			s := fmt.Sprintf("%s to %s", b.Format(layout), a.Format(layout))
			if v, err := ParseUser(s); err == nil {
				t.Fatalf("ParseUser(%q) = %q", s, v)
			}
		}
	})
}

// TestCanonicalIsTyped: what the program prints can be typed again.
func TestCanonicalIsTyped(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := drawValue(t, "v")
		if w, err := ParseUser(v.String()); err != nil || w != v {
			t.Fatalf("%q is read as %q, %v", v, w, err)
		}
	})
}

// TestFaultsArePlaced: the error points at the byte that is wrong.
func TestFaultsArePlaced(t *testing.T) {
	for text, want := range map[string]int{
		"2014-13": 5, "2014-06-31": 8, "2014-06-14T24:00": 11, "2014-06-14T12:60": 14, "2014-06-14T12:00:99": 17, "2014-06-14T12:00+99:00": 16,
		"2014-06-14/2014-13": 16, "2014-06-14/x": 11, "Friday": 0, "2014x": 4, "2014-06-14/2014-06-13": 11, "2014-06-14/2014-06-15/2014": 21, "x": 0,
	} {
		_, err := Parse(text)
		var s *SyntaxError
		if !errors.As(err, &s) {
			t.Errorf("%s: %v is no *SyntaxError", text, err)
			continue
		}
		if s.Offset != want || s.Text != text || s.Msg == "" {
			t.Errorf("%s: fault at %d (%s), want %d", text, s.Offset, s.Msg, want)
		}
		if at := fmt.Sprintf("at character %d: ", want+1); want > 0 && !strings.Contains(err.Error(), at) || want == 0 && strings.Contains(err.Error(), "at character") {
			t.Errorf("%s: it says %q", text, err)
		}
	}
}

// TestCutDatesProperty: a date that is cut short or has one sign changed is
// read as a date or refused, and nothing else.
func TestCutDatesProperty(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.SampledFrom(dates).Draw(t, "date").text
		i := rapid.IntRange(0, len(s)-1).Draw(t, "at")
		for _, cut := range []string{s[:i], s[i:], s[:i] + s[i+1:], s[:i] + rapid.SampledFrom([]string{"X", "9", "-", "/", "~", "é", " ", "\x00"}).Draw(t, "sign") + s[i+1:]} {
			v, err := Parse(cut)
			if err == nil {
				checkValue(t, v)
				continue
			}
			var syntax *SyntaxError
			if !errors.As(err, &syntax) || syntax.Offset < 0 || syntax.Offset > len(cut) || !v.IsZero() {
				t.Fatalf("Parse(%q) = %q, %#v", cut, v, err)
			}
		}
	})
}
