package scene

import (
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"dateline/timeline"
)

func TestBeyond(t *testing.T) {
	for _, c := range []struct {
		name string
		at   orb.Point // degrees
		edge func(b, page orb.Bound) bool
	}{
		{"east", orb.Point{60, 5}, func(b, p orb.Bound) bool { return b.Max[0] > p.Max[0]-20 }},
		{"west", orb.Point{-60, 5}, func(b, p orb.Bound) bool { return b.Min[0] < 20 }},
		{"north", orb.Point{6, 60}, func(b, p orb.Bound) bool { return b.Min[1] < 120 }},
		{"south", orb.Point{6, -60}, func(b, p orb.Bound) bool { return b.Max[1] > p.Max[1]-60 }},
	} {
		t.Run(c.name, func(t *testing.T) {
			in := campaign()
			far := place("Inn", timeline.At)
			far.Name, far.Point = "Elsewhere", c.at
			in.Events = append(in.Events, event(9, "Talks elsewhere", "Blues", "2020-03-05", far))
			in.Selected = "e9"
			s := Overlay(in)
			b, ok := find(s, "beyond")
			page := orb.Bound{Max: in.View.Size}
			if !ok || !c.edge(b, page) || !inBox(page, b) {
				t.Fatalf("the chip is at %v (%v)", b, ok)
			}
			if got := written(s, "beyond"); !strings.HasPrefix(got, "Elsewhere · ") || !strings.HasSuffix(got, " km") {
				t.Errorf("it says %q", got)
			}
			if hit := s.At(b.Center(), 0); len(hit) == 0 || hit[0] != "e9" {
				t.Errorf("pointing at it finds %v", hit)
			}
		})
	}
	if _, ok := find(Overlay(campaign()), "beyond"); ok {
		t.Error("a chip for an event on the map")
	}
}

func TestThousands(t *testing.T) {
	for _, c := range []struct {
		km   float64
		want string
	}{{4.4, "4"}, {99.4, "99"}, {104, "100"}, {996, "1,000"}, {3236, "3,240"}, {12003, "12,000"}} {
		if got := thousands(c.km); got != c.want {
			t.Errorf("thousands(%v) = %q, want %q", c.km, got, c.want)
		}
	}
}
