package cli

import (
	"errors"
	"strings"
	"testing"

	"github.com/paulmach/orb"
)

var sizes = []struct {
	in   string
	want orb.Point
	err  string // part of the message, "" where it is a size
}{
	{"1280x720", orb.Point{1280, 720}, ""},
	{"1920X1080", orb.Point{1920, 1080}, ""},
	{"640×480", orb.Point{640, 480}, ""},
	{" 64 x 64 ", orb.Point{64, 64}, ""},
	{"0x0", orb.Point{}, "too small"},
	{"63x720", orb.Point{}, "too small"},
	{"-5x720", orb.Point{}, "too small"},
	{"99999x99999", orb.Point{}, "too large"},
	{"16384x16384", orb.Point{}, "too large"},
	{"99999999999999999999x720", orb.Point{}, "is no size"},
	{"1280", orb.Point{}, "is no size"},
	{"x", orb.Point{}, "is no size"},
	{"1280x720x3", orb.Point{}, "is no size"},
	{"", orb.Point{}, "is no size"},
}

func TestParseSize(t *testing.T) {
	for _, c := range sizes {
		got, err := parseSize(c.in)
		if (err == nil) != (c.err == "") || got != c.want {
			t.Errorf("%q: %v, %v", c.in, got, err)
			continue
		}
		var u *usageError
		if err != nil && (!errors.As(err, &u) || !strings.Contains(err.Error(), c.err)) {
			t.Errorf("%q: %v", c.in, err)
		}
	}
}

func FuzzParseSize(f *testing.F) {
	for _, c := range sizes {
		f.Add(c.in)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, err := parseSize(s)
		if err == nil && (p[0] < leastSide || p[1] < leastSide || p[0]*p[1] > largestArea) {
			t.Errorf("%q: %v", s, p)
		}
	})
}

func TestCount(t *testing.T) {
	for n, want := range map[int]string{0: "no steps", 1: "1 step", 2: "2 steps"} {
		if got := count(n, "step"); got != want {
			t.Errorf("%d: %q", n, got)
		}
	}
}
