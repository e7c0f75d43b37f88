package timeline

import (
	"encoding/json"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// instants are moments with their texts.
var instants = []struct {
	at   time.Time
	text string
}{
	{time.Date(2014, 6, 14, 9, 30, 15, 0, time.UTC), "2014-06-14T09:30:15Z"},
	{time.Date(2014, 6, 14, 9, 30, 15, 250e6, time.UTC), "2014-06-14T09:30:15.25Z"},
	{time.Date(2014, 6, 14, 0, 30, 0, 0, time.FixedZone("", 3600)), "2014-06-13T23:30:00Z"},
	{time.Date(1, 1, 1, 0, 0, 0, 1, time.UTC), "0001-01-01T00:00:00.000000001Z"},
	{time.Date(0, 12, 31, 23, 59, 59, 0, time.UTC), "0000-12-31T23:59:59Z"},
	{time.Date(9999, 12, 31, 23, 59, 59, 0, time.UTC), "9999-12-31T23:59:59Z"},
	{time.Date(-1, 1, 1, 0, 0, 0, 0, time.UTC), "-000001-01-01T00:00:00Z"},
	{time.Date(-43, 3, 15, 12, 0, 0, 0, time.UTC), "-000043-03-15T12:00:00Z"},
	{time.Date(-400, 2, 29, 0, 0, 0, 0, time.UTC), "-000400-02-29T00:00:00Z"},
	{time.Date(12014, 6, 14, 0, 0, 0, 0, time.UTC), "+012014-06-14T00:00:00Z"},
	{time.Date(-170000, 1, 1, 0, 0, 0, 0, time.UTC), "-170000-01-01T00:00:00Z"},
	{time.Date(999_999_999, 12, 31, 23, 59, 59, 0, time.UTC), "+999999999-12-31T23:59:59Z"},
}

func TestInstant(t *testing.T) {
	for _, c := range instants {
		if got := Instant(c.at).String(); got != c.text {
			t.Errorf("%v is written %q, want %q", c.at, got, c.text)
		}
		var back Instant
		if err := back.UnmarshalText([]byte(c.text)); err != nil || !time.Time(back).Equal(c.at) || time.Time(back).Location() != time.UTC {
			t.Errorf("%q is read as %v, %v", c.text, time.Time(back), err)
		}
	}
	if !(Instant{}).IsZero() || Instant(instants[0].at).IsZero() {
		t.Error("the zero instant is not told from the others")
	}
}

func TestInstantReadsOtherZones(t *testing.T) {
	for text, want := range map[string]string{
		"2014-06-14T00:30:00+01:00":    "2014-06-13T23:30:00Z",
		"+012015-01-01T00:30:00+01:00": "+012014-12-31T23:30:00Z",
		"-000489-12-31T23:30:00-01:00": "-000488-01-01T00:30:00Z",
	} {
		var i Instant
		if err := i.UnmarshalText([]byte(text)); err != nil || i.String() != want {
			t.Errorf("%q is read as %s, %v, want %s", text, i, err, want)
		}
	}
}

// noInstants are texts that are refused.
var noInstants = []string{
	"", "2014-06-14", "2014-02-30T00:00:00Z", "-000489", "-000489-", "-000489-02-30T00:00:00Z", "-000000-01-01T00:00:00Z",
	"+9999999999-01-01T00:00:00Z", "-489-01-01T00:00:00Z", "+012014-06-14T25:00:00Z", "soon", "-000001-02-29T00:00:00Z",
}

func TestInstantFaults(t *testing.T) {
	for _, s := range noInstants {
		var i Instant
		if err := i.UnmarshalText([]byte(s)); err == nil || !i.IsZero() {
			t.Errorf("%q is read as %s", s, i)
		}
	}
}

func TestInstantInJSON(t *testing.T) {
	at := Instant(time.Date(-489, 9, 12, 0, 0, 0, 0, time.UTC))
	data, err := json.Marshal(struct {
		A *Instant `json:"a"`
		B *Instant `json:"b"`
		C Instant  `json:"c,omitzero"`
	}{A: &at})
	if err != nil || string(data) != `{"a":"-000489-09-12T00:00:00Z","b":null}` {
		t.Errorf("%s %v", data, err)
	}
}

// TestInstantIsAsTimeWrites: in the years that package time can write, the
// text is the same as its own.
func TestInstantIsAsTimeWrites(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		year := rapid.IntRange(0, 9999).Draw(t, "year")
		at := time.Date(year, 1, 1, 0, 0, rapid.IntRange(0, 366*24*3600-1).Draw(t, "second"), 0, time.UTC)
		if at.Year() > 9999 {
			return
		}
		want, err := at.MarshalText()
		if got := Instant(at).String(); err != nil || got != string(want) {
			t.Fatalf("%q, want %q, %v", got, want, err)
		}
	})
}

func TestInstantRoundTripProperty(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		at := time.Date(rapid.IntRange(-999_999_998, 999_999_998).Draw(t, "year"), 1, 1, 0, 0,
			rapid.IntRange(0, 366*24*3600-1).Draw(t, "second"), 0, time.UTC)
		var back Instant
		if err := back.UnmarshalText([]byte(Instant(at).String())); err != nil || !time.Time(back).Equal(at) {
			t.Fatalf("%s is read as %s, %v", Instant(at), back, err)
		}
	})
}

func FuzzInstant(f *testing.F) {
	for _, c := range instants {
		f.Add(c.text)
	}
	for _, s := range noInstants {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var a, b Instant
		if a.UnmarshalText([]byte(s)) != nil {
			return
		}
		if err := b.UnmarshalText([]byte(a.String())); err != nil || !time.Time(a).Equal(time.Time(b)) {
			t.Fatalf("%q is %s, then %s, %v", s, a, b, err)
		}
	})
}
