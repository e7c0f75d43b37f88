package work

import (
	"math"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"dateline/timeline/edtf"
)

func TestReadDate(t *testing.T) {
	published := edtf.OfDay(2014, 6, 14) // a Saturday
	tests := []struct{ typed, want string }{
		{"14 June 2014", "2014-06-14"},
		{"June 2014", "2014-06"},
		{"2014-06-09/2014-06-13", "2014-06-09/2014-06-13"},
		{"last Friday", "2014-06-13"},
		{"yesterday", "2014-06-13"},
		{"on Friday", "2014-06-13"},
		{"", ""},
	}
	for _, tt := range tests {
		v, text, err := ReadDate(tt.typed, published)
		if err != nil || v.String() != tt.want && tt.want != "" || v.IsZero() != (tt.want == "") {
			t.Errorf("%q: %s, %v", tt.typed, v, err)
		}
		if (text == "") != (tt.want == "") {
			t.Errorf("%q is understood as %q", tt.typed, text)
		}
	}
	for _, bad := range []string{"the day of the fair", "31 June 2014 and so on", "x"} {
		if v, text, err := ReadDate(bad, published); err == nil || text == "" || !v.IsZero() {
			t.Errorf("%q: %s %q", bad, v, text)
		}
	}
	if v, _, err := ReadDate("yesterday", edtf.Value{}); err == nil {
		t.Errorf("without a date of publication yesterday is %s", v)
	}
	if s := Understood(edtf.OfDay(2014, 6, 13)); !strings.Contains(s, "Friday 13 June 2014") || !strings.Contains(s, "23:59") {
		t.Errorf("%q", s)
	}
}

func TestReadPoint(t *testing.T) {
	tests := []struct {
		typed    string
		lat, lon float64
	}{
		{"33.98, 44.94", 33.98, 44.94},
		{"33.98 44.94", 33.98, 44.94},
		{"-33.9, -70", -33.9, -70},
		{"33.98N 44.94E", 33.98, 44.94},
		{"s 12.5, w 30", -12.5, -30},
		{"33°58'48\"N 44°56'24\"E", 33.98, 44.94},
		{"33 58 48 S, 44 56 24 W", -33.98, -44.94},
		{"33°58′N 44°56′E", 33.96667, 44.93333},
	}
	for _, tt := range tests {
		p, ok := ReadPoint(tt.typed)
		if !ok || math.Abs(p[0]-tt.lon) > 1e-4 || math.Abs(p[1]-tt.lat) > 1e-4 {
			t.Errorf("%q: %v %v", tt.typed, p, ok)
		}
	}
	for _, bad := range []string{"", "Mosul", "33", "91, 0", "0, 181", "N 3 N, 4", "33°61'0\"N 44°0'0\"E"} {
		if p, ok := ReadPoint(bad); ok {
			t.Errorf("%q: %v", bad, p)
		}
	}
}

func TestPointsAreReadAsTheyAreWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := [2]float64{rapid.Float64Range(-180, 180).Draw(t, "lon"), rapid.Float64Range(-90, 90).Draw(t, "lat")}
		q, ok := ReadPoint(FormatPoint(p))
		if !ok || math.Abs(p[0]-q[0]) > 1e-5 || math.Abs(p[1]-q[1]) > 1e-5 {
			t.Fatalf("%v is written %q and read %v", p, FormatPoint(p), q)
		}
	})
}

func TestReadFigure(t *testing.T) {
	tests := []struct {
		typed    string
		min, max float64
		of       string
	}{
		{"540,000 people", 540_000, 540_000, "people"},
		{"more than 130 guards", 130, 0, "guards"},
		{"20 to 30 dead", 20, 30, "dead"},
		{"1.5 million displaced people", 1.5e6, 1.5e6, "displaced people"},
		{"up to 40 vehicles", 0, 40, "vehicles"},
		{"20–30 dead", 20, 30, "dead"},
		{"7", 7, 7, ""},
	}
	for _, tt := range tests {
		f, ok := ReadFigure(tt.typed)
		if !ok || f.Min != tt.min || f.Max != tt.max || f.Of != tt.of || f.Stated != tt.typed {
			t.Errorf("%q: %+v %v", tt.typed, f, ok)
		}
	}
	for _, bad := range []string{"", "many", "30 to 20 dead", "1 2 3"} {
		if f, ok := ReadFigure(bad); ok {
			t.Errorf("%q: %+v", bad, f)
		}
	}
}

func TestMovedDatesStayAsExactAsTheyWere(t *testing.T) {
	tests := []struct{ had, by, want string }{
		{"2014-06-13", "48h", "2014-06-15"},
		{"2014-06-13~", "24h", "2014-06-14~"},
		{"2014-06-09/2014-06-13", "-24h", "2014-06-08/2014-06-12"},
		{"2014-06-13T14:30", "90m", "2014-06-13T16:00"},
		{"../2014-06-14", "24h", "../2014-06-15"},
		{"2014-06-14/..", "24h", "2014-06-15/.."},
	}
	for _, tt := range tests {
		v := edtf.MustParse(tt.had)
		by, err := time.ParseDuration(tt.by)
		if err != nil {
			t.Fatal(err)
		}
		lo, hi := v.Bounds()
		if !lo.IsZero() {
			lo = lo.Add(by)
		}
		if !hi.IsZero() {
			hi = hi.Add(by)
		}
		got, ok := MovedTo(v, lo, hi)
		if !ok || got.String() != tt.want {
			t.Errorf("%s moved by %s: %s, want %s", tt.had, tt.by, got, tt.want)
		}
	}
	if _, ok := MovedTo(edtf.Value{}, time.Time{}, time.Time{}); ok {
		t.Error("no date is moved")
	}
}
