package timeview

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func labels(ticks []Tick) string {
	var s []string
	for _, t := range ticks {
		s = append(s, t.Label)
	}
	return strings.Join(s, "|")
}

func TestTicks(t *testing.T) {
	tests := []struct {
		name, from, to string
		width          float64
		minor, major   string
	}{
		{"days", "2014-06-12", "2014-06-15", 400, "Thu 12|Fri 13|Sat 14|Sun 15", "June 2014"},
		{"narrow days", "2014-06-28", "2014-07-02", 140, "28|29|30|1|2", "June 2014|July 2014"},
		{"weeks from Monday", "2014-06-08", "2014-07-05", 120, "9|16|23|30", "June 2014|July 2014"},
		{"quarters of an hour", "2014-06-12T23:30", "2014-06-13T00:30", 300, "23:30|23:45|00:00|00:15|00:30", "Thursday 12 June 2014|Friday 13 June 2014"},
		{"months", "2013-11-15", "2014-02-15", 160, "Dec|Jan|Feb", "2013|2014"},
		{"quarters", "2014-01-01", "2014-12-31", 200, "Jan|Apr|Jul|Oct", "2014"},
		{"years", "2010-06-01", "2013-06-01", 200, "2011|2012|2013", ""},
		{"centuries", "1000-06-01", "2000-06-01", 300, "1200|1400|1600|1800|2000", ""},
	}
	for _, tt := range tests {
		r := Range{Seconds(date(t, tt.from)), Seconds(date(t, tt.to))}
		minor, major := Ticks(r, tt.width)
		if diff := cmp.Diff([]string{tt.minor, tt.major}, []string{labels(minor), labels(major)}); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

func TestTicksBeforeTheCommonEra(t *testing.T) {
	r := Range{-66e9, -59e9} // about 122 BC to AD 100
	minor, _ := Ticks(r, 400)
	if got := labels(minor); !strings.Contains(got, "BC") || strings.Contains(got, "|0|") {
		t.Errorf("ticks %s: want years BC and no year 0", got)
	}
}

func TestNoTicksWithoutRoom(t *testing.T) {
	for _, r := range []Range{{5, 5}, {5, 4}} {
		if minor, major := Ticks(r, 100); minor != nil || major != nil {
			t.Errorf("ticks of %v", r)
		}
	}
	if minor, _ := Ticks(Range{0, 1e6}, 0); minor != nil {
		t.Error("ticks on no width")
	}
}

func TestTicksAscendAndKeepApart(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := drawRange(t)
		width := rapid.Float64Range(100, 2000).Draw(t, "width")
		minor, _ := Ticks(r, width)
		for i := 1; i < len(minor); i++ {
			if gap := r.X(minor[i].At, width) - r.X(minor[i-1].At, width); gap < 20 {
				t.Fatalf("%s and %s are %.1f pixels apart", minor[i-1].Label, minor[i].Label, gap)
			}
		}
		for _, k := range minor {
			if !r.Contains(k.At) {
				t.Fatalf("%s lies outside", k.Label)
			}
		}
	})
}
