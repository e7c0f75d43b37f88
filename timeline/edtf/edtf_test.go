package edtf

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// dates lists texts with what they mean; the same table seeds the fuzzer.
var dates = []struct {
	text, canonical, earliest, latest string // canonical "" where it is the text itself
	precision                         Precision
}{
	{"2014", "", "2014-01-01T00:00:00", "2014-12-31T23:59:59", Year},
	{"2014-06", "", "2014-06-01T00:00:00", "2014-06-30T23:59:59", Month},
	{"2014-06-14", "", "2014-06-14T00:00:00", "2014-06-14T23:59:59", Day},
	{"2016-02-29", "", "2016-02-29T00:00:00", "2016-02-29T23:59:59", Day},
	{"0000", "", "0000-01-01T00:00:00", "0000-12-31T23:59:59", Year},
	{"-0043-03-15", "", "-0043-03-15T00:00:00", "-0043-03-15T23:59:59", Day},
	{"2014-06-14T14", "", "2014-06-14T14:00:00", "2014-06-14T14:59:59", Hour},
	{"2014-06-14T14:30", "", "2014-06-14T14:30:00", "2014-06-14T14:30:59", Minute},
	{"2014-06-14T14:30:15", "", "2014-06-14T14:30:15", "2014-06-14T14:30:15", Second},
	{"2014-06-14T14:30:15Z", "", "2014-06-14T14:30:15", "2014-06-14T14:30:15", Second},
	{"2014-06-14T14:30:15+03:00", "", "2014-06-14T11:30:15", "2014-06-14T11:30:15", Second},
	{"2014-06-14T14:30:15+03", "2014-06-14T14:30:15+03:00", "2014-06-14T11:30:15", "2014-06-14T11:30:15", Second},
	{"2014-06-14T23:30-04:30", "", "2014-06-15T04:00:00", "2014-06-15T04:00:59", Minute},
	{"2014-06-14T14:30+00:00", "2014-06-14T14:30Z", "2014-06-14T14:30:00", "2014-06-14T14:30:59", Minute},
	{"2014-06-14T14:30~", "", "2014-06-14T14:30:00", "2014-06-14T14:30:59", Minute},
	{"2014-06-14~", "", "2014-06-14T00:00:00", "2014-06-14T23:59:59", Day},
	{"2014?", "", "2014-01-01T00:00:00", "2014-12-31T23:59:59", Year},
	{"2014-06%", "", "2014-06-01T00:00:00", "2014-06-30T23:59:59", Month},
	{"?2014-06-~14", "", "2014-06-14T00:00:00", "2014-06-14T23:59:59", Day},
	{"2014-06~-14", "~2014-~06-14", "2014-06-14T00:00:00", "2014-06-14T23:59:59", Day},
	{"~2014-~06-~14", "2014-06-14~", "2014-06-14T00:00:00", "2014-06-14T23:59:59", Day},
	{"~2014", "2014~", "2014-01-01T00:00:00", "2014-12-31T23:59:59", Year},
	{"194X", "", "1940-01-01T00:00:00", "1949-12-31T23:59:59", Decade},
	{"19XX", "", "1900-01-01T00:00:00", "1999-12-31T23:59:59", Century},
	{"1XXX", "", "1000-01-01T00:00:00", "1999-12-31T23:59:59", Millennium},
	{"-00XX", "", "-0099-01-01T00:00:00", "0000-12-31T23:59:59", Century},
	{"2014-XX", "", "2014-01-01T00:00:00", "2014-12-31T23:59:59", Year},
	{"2014-06-XX", "", "2014-06-01T00:00:00", "2014-06-30T23:59:59", Month},
	{"2014-06-1X", "", "2014-06-10T00:00:00", "2014-06-19T23:59:59", Day},
	{"2014-1X-31", "", "2014-10-31T00:00:00", "2014-12-31T23:59:59", Day},
	{"2014-XX-XX", "", "2014-01-01T00:00:00", "2014-12-31T23:59:59", Year},
	{"2014-XX-31", "", "2014-01-31T00:00:00", "2014-12-31T23:59:59", Day},
	{"201X-02-29", "", "2012-02-29T00:00:00", "2016-02-29T23:59:59", Day},
	{"XXXX-12-25", "", "0000-12-25T00:00:00", "9999-12-25T23:59:59", Day},
	{"2014-21", "", "2014-03-01T00:00:00", "2014-05-31T23:59:59", Season},
	{"2014-24", "", "2014-12-01T00:00:00", "2015-02-28T23:59:59", Season},
	{"2014-28", "", "2014-12-01T00:00:00", "2015-02-28T23:59:59", Season},
	{"2014-29", "", "2014-09-01T00:00:00", "2014-11-30T23:59:59", Season},
	{"2014-32", "", "2014-06-01T00:00:00", "2014-08-31T23:59:59", Season},
	{"2014-34", "", "2014-04-01T00:00:00", "2014-06-30T23:59:59", Season},
	{"2014-39", "", "2014-09-01T00:00:00", "2014-12-31T23:59:59", Season},
	{"2014-41", "", "2014-07-01T00:00:00", "2014-12-31T23:59:59", Half},
	{"Y12014", "", "12014-01-01T00:00:00", "12014-12-31T23:59:59", Year},
	{"Y-17E4", "", "-170000-01-01T00:00:00", "-170000-12-31T23:59:59", Year},
	{"1950S2", "", "1900-01-01T00:00:00", "1999-12-31T23:59:59", Year},
	{"Y171010S3", "", "171000-01-01T00:00:00", "171999-12-31T23:59:59", Year},
	{"2014-06-09/2014-06-13", "", "2014-06-09T00:00:00", "2014-06-13T23:59:59", Day},
	{"2014-06/2014-06-13", "", "2014-06-01T00:00:00", "2014-06-13T23:59:59", Month},
	{"2003/2011", "", "2003-01-01T00:00:00", "2011-12-31T23:59:59", Year},
	{"../2014-06-14", "", "", "2014-06-14T23:59:59", Day},
	{"2014-06-10/..", "", "2014-06-10T00:00:00", "", Day},
	{"2014-06-10/", "", "2014-06-10T00:00:00", "", Day},
	{"/2014-06-14", "", "", "2014-06-14T23:59:59", Day},
	{"2004-06-~01/2004-06-20?", "", "2004-06-01T00:00:00", "2004-06-20T23:59:59", Day},
	{"2014-06-14T22:00/2014-06-15T03:00", "", "2014-06-14T22:00:00", "2014-06-15T03:00:59", Minute},
}

const layout = "2006-01-02T15:04:05"

func show(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	s := t.Format("-01-02T15:04:05")
	y := t.Year()
	if y < -9999 || y > 9999 {
		return strings.TrimPrefix(yearText(y), "Y") + s
	}
	return yearText(y) + s
}

func TestParse(t *testing.T) {
	for _, c := range dates {
		t.Run(c.text, func(t *testing.T) {
			v, err := Parse(c.text)
			if err != nil {
				t.Fatal(err)
			}
			want := c.canonical
			if want == "" {
				want = c.text
			}
			if v.String() != want {
				t.Errorf("String() = %q, want %q", v, want)
			}
			lo, hi := v.Bounds()
			if show(lo) != c.earliest || show(hi) != c.latest {
				t.Errorf("Bounds() = %q, %q, want %q, %q", show(lo), show(hi), c.earliest, c.latest)
			}
			if p := v.Precision(); p != c.precision {
				t.Errorf("Precision() = %s, want %s", p, c.precision)
			}
			if w := MustParse(v.String()); w != v || !w.Equal(v) {
				t.Errorf("Parse(String()) = %#v, want %#v", w, v)
			}
		})
	}
}

var faults = []struct{ text, want string }{
	{"", "it is empty"},
	{"2014-13", "at character 6: month 13 does not exist"},
	{"2014-00-01", "month 00 does not exist"},
	{"2014-02-30", "at character 9: February 2014 has no day 30"},
	{"2015-02-29", "February 2015 has no day 29"},
	{"1900-02-29", "February 1900 has no day 29"},
	{"2014-06-32", "day 32 does not exist"},
	{"2014-06-00", "day 00 does not exist"},
	{"2014-02-3X", "has no day 3X"},
	{"2014-2X", "no month fits 2X"},
	{"201X-02-30", "has no day 30"},
	{"2014-42", "month 42 does not exist"},
	{"2014-21-03", "a season or quarter has no days"},
	{"14", "the year needs four digits"},
	{"20145", "begins with Y"},
	{"Y2014", "more than four digits"},
	{"Y1234567890", "out of range"},
	{"Y9E99", "out of range"},
	{"Y12014-06", "can have no month"},
	{"2014-6-1", "the month needs two digits"},
	{"2014-06-", "the day needs two digits"},
	{"2014-06-14-01", "after the day is not expected"},
	{"2014 06", "is not expected here"},
	{"-0000", "the year 0 has no sign"},
	{"2014-06-14T24:00", "hour 24 does not exist"},
	{"2014-06-14T12:60", "minute 60 does not exist"},
	{"2014-06-14T12:00:61", "second 61 does not exist"},
	{"2014-06-14T1", "the hour needs two digits"},
	{"2014-06T12", "a time needs a whole day before it"},
	{"2014-06-14T12:00+25:00", "is not a zone"},
	{"2014-06-14T12:00Zulu", "is not a zone"},
	{"2014-06-14/2014-06-13", "the end 2014-06-13 is before the start 2014-06-14"},
	{"2014/2015/2016", "two ends, not three"},
	{"../..", "needs at least one date"},
	{"/", "needs at least one date"},
	{"2014-06-14/yesterday", "at character 12: a year is expected"},
	{"[1667,1668]", "sets of dates are not read"},
	{"1950S", "significant digits"},
	{"1950S0", "out of range"},
	{"Friday", "a year is expected"},
	{strings.Repeat("2", 200), "too long"},
}

func TestParseFaults(t *testing.T) {
	for _, c := range faults {
		v, err := Parse(c.text)
		var syntax *SyntaxError
		if !errors.As(err, &syntax) {
			t.Errorf("Parse(%q) = %q, %v, want a *SyntaxError", c.text, v, err)
			continue
		}
		if !strings.Contains(err.Error(), c.want) {
			t.Errorf("Parse(%q): %v, want it to say %q", c.text, err, c.want)
		}
		if !v.IsZero() {
			t.Errorf("Parse(%q) gave %q beside its error", c.text, v)
		}
	}
}

func TestMustParsePanics(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("no panic")
		}
	}()
	MustParse("2014-02-30")
}

func TestQualifiers(t *testing.T) {
	for _, c := range []struct {
		text                   string
		approximate, uncertain bool
	}{
		{"2014", false, false}, {"2014~", true, false}, {"2014?", false, true}, {"2014%", true, true},
		{"2014-06-~14", true, false}, {"2013/2014?", false, true},
	} {
		v := MustParse(c.text)
		if v.Approximate() != c.approximate || v.Uncertain() != c.uncertain {
			t.Errorf("%s: approximate %t, uncertain %t", c.text, v.Approximate(), v.Uncertain())
		}
	}
	if got := MustParse("2014-06-14").WithApproximate().WithUncertain().String(); got != "2014-06-14%" {
		t.Errorf("marked twice: %s", got)
	}
	if got := MustParse("../2014-06").WithApproximate().String(); got != "../2014-06~" {
		t.Errorf("open interval marked: %s", got)
	}
}

func TestEnds(t *testing.T) {
	for _, c := range []struct {
		text, start, end   string
		interval, open, to bool
	}{
		{"2014", "2014", "2014", false, false, false},
		{"2013/2014", "2013", "2014", true, false, false},
		{"../2014", "", "2014", true, true, false},
		{"2013/", "2013", "", true, false, true},
	} {
		v := MustParse(c.text)
		if v.Start().String() != c.start || v.End().String() != c.end || v.IsInterval() != c.interval ||
			v.OpenStart() != c.open || v.OpenEnd() != c.to {
			t.Errorf("%s: %q %q %t %t %t", c.text, v.Start(), v.End(), v.IsInterval(), v.OpenStart(), v.OpenEnd())
		}
	}
	var none Value
	if !none.IsZero() || none.String() != "" || none.Precision() != NoPrecision || none.IsInterval() {
		t.Errorf("the zero value: %q %s", none, none.Precision())
	}
	if lo, hi := none.Bounds(); !lo.IsZero() || !hi.IsZero() {
		t.Errorf("the zero value has bounds %v %v", lo, hi)
	}
}

func TestMake(t *testing.T) {
	day := time.Date(2014, 6, 14, 15, 4, 5, 0, time.FixedZone("", 3*3600))
	later := day.AddDate(0, 0, 3)
	range1, err := Between(MustParse("2014-06"), MustParse("2014-08/.."))
	if err == nil {
		t.Errorf("Between with an open end = %s", range1)
	}
	if _, err := Between(OfYear(2015), OfYear(2014)); err == nil {
		t.Error("Between backwards is accepted")
	}
	range1, err = Between(MustParse("2014-06/2014-07"), MustParse("2014-08~"))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		got  Value
		want string
	}{
		{OfYear(2014), "2014"}, {OfYear(-43), "-0043"}, {OfYear(12014), "Y12014"}, {OfYear(maxYear + 1), ""},
		{OfMonth(2014, 6), "2014-06"}, {OfMonth(2014, 13), "2015-01"}, {OfMonth(2014, 0), "2013-12"}, {OfMonth(12014, 3), "Y12014"},
		{OfDay(2014, 2, 30), "2014-03-02"}, {OnDay(day), "2014-06-14"}, {OfMinute(day), "2014-06-14T15:04"},
		{OfGroup(2014, 33), "2014-33"}, {OfGroup(2014, 99), "2014"}, {OfDecade(1940), "194X"}, {OfDecade(1944), "194X"},
		{OfCentury(1900), "19XX"}, {DateRange(day, later), "2014-06-14/2014-06-17"}, {DateRange(later, day), "2014-06-14/2014-06-17"},
		{DateRange(day, day), "2014-06-14"}, {Before(day), "../2014-06-14"}, {After(day), "2014-06-14/.."},
		{Until(MustParse("2013/2014")), "../2014"}, {Since(MustParse("2013/2014")), "2013/.."},
		{Until(MustParse("2013/..")), ""}, {Since(MustParse("/2013")), ""}, {range1, "2014-06/2014-08~"},
	} {
		if c.got.String() != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

func TestContains(t *testing.T) {
	at, _ := time.Parse(layout, "2014-06-14T23:59:59")
	for text, want := range map[string]bool{
		"2014-06-14": true, "2014-06-15": false, "../2014-06-14": true, "../2014-06-13": false, "2014-06-14/..": true, "2014-06-15/": false,
	} {
		if got := MustParse(text).Contains(at.Add(time.Second / 2)); got != want {
			t.Errorf("%s contains %s: %t", text, at, got)
		}
	}
	if (Value{}).Contains(at) {
		t.Error("the unknown date contains a day")
	}
}

func TestFirstInstantIsNotUnknown(t *testing.T) {
	if lo, _ := MustParse("0001").Bounds(); lo.IsZero() {
		t.Error("the start of the year 1 reads as unknown")
	}
}

func TestJSON(t *testing.T) {
	in := []Value{MustParse("2014-06-14~"), {}, MustParse("../2014")}
	b, err := json.Marshal(in)
	if err != nil || string(b) != `["2014-06-14~","","../2014"]` {
		t.Fatalf("%s %v", b, err)
	}
	var out []Value
	if err := json.Unmarshal(b, &out); err != nil || out[0] != in[0] || out[1] != in[1] || out[2] != in[2] {
		t.Errorf("%v %v", out, err)
	}
	if err := json.Unmarshal([]byte(`["2014-02-30"]`), &out); err == nil {
		t.Error("an impossible date is accepted")
	}
}

func TestRoundTripProperty(t *testing.T) {
	alphabet := []string{"2014", "-0043", "194X", "Y17000", "-", "-06", "-14", "-XX", "-2X", "-21", "T14", ":30", "Z", "+03:00", "~", "?", "%", "/", ".."}
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOfN(rapid.SampledFrom(alphabet), 1, 9).Draw(t, "parts"), "")
		v, err := Parse(s)
		if err != nil {
			return
		}
		checkValue(t, v)
	})
}

func TestDaysProperty(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		day := time.Date(2000, 1, rapid.IntRange(-4_000_000, 2_900_000).Draw(t, "day"), 0, 0, 0, 0, time.UTC)
		v := OnDay(day)
		checkValue(t, v)
		lo, hi := v.Bounds()
		if v.Precision() == Day && (!lo.Truncate(time.Second).Equal(day) || hi.Sub(day) != 24*time.Hour-time.Second) {
			t.Fatalf("%s: %s to %s", v, lo, hi)
		}
	})
}

func checkValue(t interface{ Fatalf(string, ...any) }, v Value) {
	w, err := Parse(v.String())
	if err != nil || w != v {
		t.Fatalf("%q reads as %q (%v)", v, w, err)
	}
	lo, hi := v.Bounds()
	if !v.OpenStart() && !v.OpenEnd() && hi.Before(lo) || lo.IsZero() != v.OpenStart() || hi.IsZero() != v.OpenEnd() {
		t.Fatalf("%q has bounds %s to %s", v, lo, hi)
	}
}

func FuzzParse(f *testing.F) {
	for _, c := range dates {
		f.Add(c.text)
	}
	for _, c := range faults {
		f.Add(c.text)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if v, err := Parse(s); err == nil {
			checkValue(t, v)
		}
	})
}
