package timeview

import (
	"math"
	"testing"
	"time"

	"pgregory.net/rapid"

	"dateline/timeline"
)

// date is a time in UTC, "" the zero one.
func date(t testing.TB, s string) time.Time {
	t.Helper()
	if s == "" {
		return time.Time{}
	}
	for _, l := range []string{"2006-01-02", "2006-01-02T15:04"} {
		if v, err := time.Parse(l, s); err == nil {
			return v
		}
	}
	t.Fatalf("bad date %q", s)
	return time.Time{}
}

// item is an event from the beginning of one day to the end of another.
func item(t testing.TB, n int, side, from, to string) Item {
	t.Helper()
	it := Item{ID: timeline.ID(rune('a' + n - 1)), Number: n, Side: side, From: date(t, from), To: date(t, to)}
	if !it.To.IsZero() {
		it.To = it.To.Add(24*time.Hour - time.Second)
	}
	return it
}

func drawRange(t *rapid.T) Range {
	from := rapid.Float64Range(-6e10, 6e10).Draw(t, "from")
	return Range{from, from + math.Exp(rapid.Float64Range(math.Log(minRange), math.Log(maxRange/10)).Draw(t, "log width"))}
}

func TestTimeRoundTrip(t *testing.T) {
	for _, s := range []string{"2014-06-13", "0001-01-01", "1066-10-14", "9999-12-31"} {
		if got := Time(Seconds(date(t, s))); !got.Equal(date(t, s)) {
			t.Errorf("%s comes back as %v", s, got)
		}
	}
}

func TestXAndAtAgree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := drawRange(t)
		x := rapid.Float64Range(-500, 2500).Draw(t, "x")
		if got := r.X(r.At(x, 1000), 1000); math.Abs(got-x) > 0.01 {
			t.Fatalf("x %v comes back as %v", x, got)
		}
	})
}

func TestZoomKeepsTheTimeUnderThePointer(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := drawRange(t)
		share := rapid.Float64Range(0, 1).Draw(t, "share")
		about := r.From + share*r.Width()
		z := r.Zoom(about, rapid.Float64Range(0.01, 100).Draw(t, "factor"))
		if z.Width() < minRange-1 || z.Width() > maxRange+1 {
			t.Fatalf("width %v", z.Width())
		}
		if got := (about - z.From) / z.Width(); math.Abs(got-share) > 1e-3 {
			t.Fatalf("moved from %v to %v of the width", share, got)
		}
	})
}

func TestZoomRefusesNonsense(t *testing.T) {
	r := Range{0, 1000}
	for _, f := range []float64{0, -1, math.NaN(), math.Inf(1)} {
		if got := r.Zoom(500, f); got != r {
			t.Errorf("zoom by %v gives %v", f, got)
		}
	}
}

func TestShowMovesAsLittleAsNeeded(t *testing.T) {
	r := Range{0, 800}
	tests := []struct{ at, from float64 }{
		{400, 0}, {0, 0}, {800, 0}, {900, 200}, {-100, -200},
	}
	for _, tt := range tests {
		if got := r.Show(tt.at); got.From != tt.from || got.Width() != 800 {
			t.Errorf("showing %v: from %v, want %v", tt.at, got.From, tt.from)
		}
	}
}

func TestFitShowsAllEvents(t *testing.T) {
	tests := []struct {
		name     string
		items    []Item
		fallback string
		from, to string // days that must be in it
		days     float64
	}{
		{"week", []Item{item(t, 1, "", "2014-06-09", "2014-06-13"), item(t, 2, "", "2014-06-14", "2014-06-14")}, "", "2014-06-09", "2014-06-14", 8},
		{"one day has days around it", []Item{item(t, 1, "", "2014-06-14", "2014-06-14")}, "", "2014-06-13", "2014-06-15", 7},
		{"open start", []Item{item(t, 1, "", "", "2014-06-14")}, "", "2014-06-13", "2014-06-14", 8},
		{"nothing dated", []Item{{Number: 1}}, "2014-06-14", "2014-06-14", "2014-06-14", 7},
		{"centuries", []Item{item(t, 1, "", "1066-10-14", "1066-10-14"), item(t, 2, "", "2014-06-14", "2014-06-14")}, "", "1066-10-14", "2014-06-14", 500000},
	}
	for _, tt := range tests {
		r := Fit(tt.items, date(t, tt.fallback))
		if !r.Contains(Seconds(date(t, tt.from))) || !r.Contains(Seconds(date(t, tt.to))) {
			t.Errorf("%s: %v to %v leaves out an event", tt.name, Time(r.From), Time(r.To))
		}
		if d := r.Width() / day; d > tt.days {
			t.Errorf("%s: shows %.1f days, want at most %v", tt.name, d, tt.days)
		}
	}
}

func TestFitOfHoursStaysNarrow(t *testing.T) {
	it := Item{Number: 1, From: date(t, "2014-06-14T14:00"), To: date(t, "2014-06-14T14:30")}
	if d := Fit([]Item{it}, time.Time{}).Width() / day; d > 3 {
		t.Errorf("an event of half an hour is shown among %.1f days", d)
	}
}
