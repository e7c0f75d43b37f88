package timeline

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"dateline/timeline/edtf"
)

func TestFormatWhen(t *testing.T) {
	for _, c := range []struct {
		edtf, stated       string
		long, short, clock string
	}{
		{"2014-06-13", "On Friday", "Friday 13 June", "13 Jun", "13 June 2014"},
		{"2014-06-09/2014-06-13", "", "9–13 June, day not stated", "9–13 Jun", "9–13 June 2014"},
		{"2014-06-09/2014-06-13", "this week", "9–13 June", "9–13 Jun", "9–13 June 2014"},
		{"../2014-06-14", "", "to 14 June", "to 14 Jun", "to 14 June 2014"},
		{"2014-06-14/..", "", "from 14 June", "from 14 Jun", "from 14 June 2014"},
		{"2014-06-14~", "", "about 14 June", "~14 Jun", "about 14 June 2014"},
		{"2014-06-14?", "", "14 June, uncertain", "14 Jun?", "14 June 2014, uncertain"},
		{"2014-06", "last month", "June 2014", "Jun 2014", "June 2014"},
		{"2014-09", "", "September 2014", "Sep 2014", "September 2014"},
		{"2014", "", "2014", "2014", "2014"},
		{"194X", "", "1940s", "1940s", "1940s"},
		{"2014-21", "", "spring 2014", "spring 2014", "spring 2014"},
		{"2014-33", "", "first quarter of 2014", "first quarter of 2014", "first quarter of 2014"},
		{"2025-05-11~/2025-05-20~", "mid-May", "mid-May 2025", "mid-May 2025", "mid-May 2025"},
		{"2025-05-01~/2025-05-10~", "early May", "early May 2025", "early May 2025", "early May 2025"},
		{"2025-02-21~/2025-02-28~", "late February", "late February 2025", "late Feb 2025", "late February 2025"},
		{"2014-05-28/2014-06-03", "x", "28 May – 3 June", "28 May – 3 Jun", "28 May – 3 June 2014"},
		{"2013-12-28/2014-01-03", "x", "28 December 2013 – 3 January 2014", "28 Dec 2013 – 3 Jan 2014", "28 December 2013 – 3 January 2014"},
		{"2014-05/2014-07", "x", "May–July 2014", "May–Jul 2014", "May–July 2014"},
		{"1914/1918", "x", "1914–1918", "1914–1918", "1914–1918"},
		{"2014-06-13T10:30Z", "x", "Friday 13 June, 10:30", "13 Jun, 10:30", "13 June 2014, 10:30"},
		{"", "", "date not known", "no date", "date not known"},
		{"", "on Friday", "“on Friday”", "“on Friday”", "“on Friday”"},
	} {
		t.Run(c.edtf+" "+c.stated, func(t *testing.T) {
			var w When
			if c.edtf != "" {
				v, err := edtf.Parse(c.edtf)
				if err != nil {
					t.Fatal(err)
				}
				w = NewWhen(v, c.stated, Span{})
			}
			w.Stated = c.stated
			for _, k := range []struct {
				style WhenStyle
				want  string
			}{{LongWhen, c.long}, {ShortWhen, c.short}, {ClockWhen, c.clock}} {
				if got := FormatWhen(w, k.style); got != k.want {
					t.Errorf("style %d: %q, want %q", k.style, got, k.want)
				}
			}
		})
	}
}

func day(d int) time.Time { return time.Date(2014, 6, d, 0, 0, 0, 0, time.UTC) }

func span(a, b int) When {
	w := When{}
	if a > 0 {
		w.Earliest = day(a)
	}
	if b > 0 {
		w.Latest = day(b).Add(24*time.Hour - time.Second)
	}
	return w
}

func TestInstants(t *testing.T) {
	for _, c := range []struct {
		name string
		in   []When
		want []string // day and hour
	}{
		{"days of their own", []When{span(9, 9), span(10, 10)}, []string{"09 11", "10 11"}},
		{"one stretch shared", []When{span(9, 13), span(9, 13), span(13, 13)}, []string{"10 05", "11 11", "13 11"}},
		{"open start is the last day", []When{span(0, 14)}, []string{"14 11"}},
		{"told out of order", []When{span(12, 12), span(9, 9), span(13, 13)}, []string{"12 11", "09 23", "13 11"}},
		{"unknown", []When{{}, span(9, 9)}, []string{"", "09 11"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			for i, got := range Instants(c.in) {
				s := ""
				if !got.IsZero() {
					s = got.Format("02 15")
				}
				if s != c.want[i] {
					t.Errorf("instant %d is %q, want %q", i, s, c.want[i])
				}
			}
		})
	}
}

func TestInstantsKeepBoundsAndOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 12).Draw(t, "n")
		in := make([]When, n)
		first := 1
		for i := range in {
			first = rapid.IntRange(first, 20).Draw(t, "first")
			in[i] = span(first, rapid.IntRange(first, 28).Draw(t, "last"))
		}
		var last time.Time
		for i, at := range Instants(in) {
			if at.Before(in[i].Earliest) || at.After(in[i].Latest) {
				t.Fatalf("instant %d, %v, is outside of %v to %v", i, at, in[i].Earliest, in[i].Latest)
			}
			if at.Before(last) && !at.Equal(in[i].Latest) {
				t.Fatalf("instant %d, %v, is before the one told before it, %v", i, at, last)
			}
			if at.After(last) {
				last = at
			}
		}
	})
}
