package edtf

import (
	"strings"
	"testing"
)

var typed = []struct{ text, want string }{
	{"2014-06-14", "2014-06-14"},
	{" 2014 ", "2014"},
	{"2014-06-09/2014-06-13", "2014-06-09/2014-06-13"},
	{"14 June 2014", "2014-06-14"},
	{"14 june 2014", "2014-06-14"},
	{"June 14, 2014", "2014-06-14"},
	{"JUN. 14 2014", "2014-06-14"},
	{"14th of June 2014", "2014-06-14"},
	{"Saturday, 14 June 2014", "2014-06-14"},
	{"2014 June 14", "2014-06-14"},
	{"14-Jun-2014", "2014-06-14"},
	{"14/06/2014", "2014-06-14"},
	{"6/14/2014", "2014-06-14"},
	{"05/05/2014", "2014-05-05"},
	{"14.6.2014", "2014-06-14"},
	{"3.6.2014", "2014-06-03"},
	{"2014/06/14", "2014-06-14"},
	{"June 2014", "2014-06"},
	{"spring 2014", "2014-21"},
	{"Q3 2014", "2014-35"},
	{"1940s", "194X"},
	{"the 1940s", "194X"},
	{"about 10 June 2014", "2014-06-10~"},
	{"circa 1415", "1415~"},
	{"perhaps June 2014", "2014-06?"},
	{"before 14 June 2014", "../2014-06-14"},
	{"since June 2014", "2014-06/.."},
	{"9 to 13 June 2014", "2014-06-09/2014-06-13"},
	{"9 June to 13 July 2014", "2014-06-09/2014-07-13"},
	{"from 9 June 2014 to 13 June 2014", "2014-06-09/2014-06-13"},
	{"490 BC", "-0489"},
	{"44 BCE", "-0043"},
	{"15 March 44 BC", "-0043-03-15"},
}

func TestParseUser(t *testing.T) {
	for _, c := range typed {
		v, err := ParseUser(c.text)
		if err != nil || v.String() != c.want {
			t.Errorf("ParseUser(%q) = %q, %v, want %q", c.text, v, err, c.want)
		}
	}
}

var mistyped = []struct{ text, want string }{
	{"", "no date was given"},
	{"  ", "no date was given"},
	{"Before 2014-06-14/", "gives no end"},
	{"until 2014/..", "gives no end"},
	{"since ../2014", "gives no beginning"},
	{"after /2014", "gives no beginning"},
	{"03/04/2014", "can be 3 April or 4 March: type it as 2014-04-03 or 2014-03-04"},
	{"14/06/14", "needs four digits"},
	{"2014-13-01", "month 13 does not exist"},
	{"2014-02-30", "February 2014 has no day 30"},
	{"30 February 2014", "February 2014 has no day 30"},
	{"31/06/2014", "June 2014 has no day 31"},
	{"13/14/2014", "month 14 does not exist"},
	{"14 June", "has no year"},
	{"Friday", "is not a date that is understood"},
	{"last week", "is not a date that is understood"},
	{"14 2014", "is not a date that is understood"},
	{"June 2014 to May 2014", "the end is before the start"},
	{"1.2", "is not a whole date"},
	{strings.Repeat("June ", 50), "too long"},
}

func TestParseUserFaults(t *testing.T) {
	for _, c := range mistyped {
		v, err := ParseUser(c.text)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("ParseUser(%q) = %q, %v, want it to say %q", c.text, v, err, c.want)
		}
	}
}

func FuzzParseUser(f *testing.F) {
	for _, c := range typed {
		f.Add(c.text)
	}
	for _, c := range mistyped {
		f.Add(c.text)
	}
	for _, c := range more {
		f.Add(c.text)
	}
	for _, c := range wrong {
		f.Add(c.text)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if v, err := ParseUser(s); err == nil {
			checkValue(t, v)
		} else if err.Error() == "" {
			t.Fatal("an error without words")
		}
	})
}
