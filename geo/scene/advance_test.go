package scene

import (
	"math"
	"strings"
	"testing"
	"time"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"

	"dateline/timeline"
)

func TestArrowRing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 6).Draw(t, "n")
		ps := make([]orb.Point, n)
		for i := range ps {
			ps[i] = orb.Point{rapid.Float64Range(0, 900).Draw(t, "x"), rapid.Float64Range(0, 600).Draw(t, "y")}
		}
		curve, _ := smooth(ps)
		width := rapid.Float64Range(2, 40).Draw(t, "width")
		ring, _ := arrowRing(curve, width, 0)
		if ring == nil {
			if pathLength(curve) > 20 {
				t.Fatalf("no arrow for a way of %v", pathLength(curve))
			}
			return
		}
		if ring[0] != ring[len(ring)-1] {
			t.Fatal("not closed")
		}
		tip := false
		for _, p := range ring {
			if bad := math.IsNaN(p[0] + p[1]); bad || math.IsInf(p[0]+p[1], 0) {
				t.Fatalf("%v is no point", p)
			}
			tip = tip || p == ps[n-1]
		}
		if !tip {
			t.Fatal("the tip is not at the end of the way")
		}
	})
}

func TestArrowProportions(t *testing.T) {
	ring, tail := arrowRing([]orb.Point{{0, 0}, {200, 0}}, 14, 0)
	if got := dist(tail[0], tail[1]); math.Abs(got-0.4*14) > 1e-6 {
		t.Errorf("the tail is %v wide, want 40 %% of 14", got)
	}
	b := ring.Bound()
	if got := b.Max[1] - b.Min[1]; math.Abs(got-1.8*14) > 1e-6 {
		t.Errorf("the head is %v wide, want 1.8 times 14", got)
	}
	if b.Max[0] != 200 {
		t.Errorf("the tip is at %v", b.Max[0])
	}
	if r, _ := arrowRing([]orb.Point{{0, 0}, {1, 0}}, 14, 0); r != nil {
		t.Error("an arrow one unit long")
	}
}

// find gives the bound of the path with an ID.
func find(s Scene, id string) (orb.Bound, bool) {
	for _, it := range s.Items {
		if p, ok := it.(Path); ok && p.ID == id {
			return p.Lines.Bound(), true
		}
	}
	return orb.Bound{}, false
}

func TestAdvanceGrowsWithTime(t *testing.T) {
	in := campaign()
	in.Selected = ""
	last := 0.0
	for _, now := range []string{"2020-03-01 00:30", "2020-03-02 00:00", "2020-03-02 20:00", "2020-03-03 12:00", "2020-03-04 06:00", "2020-03-05 00:00"} {
		in.Now = moment(now)
		b, ok := find(Overlay(in), "advance-1")
		size := 0.0
		if ok {
			size = b.Max[0] - b.Min[0] + b.Max[1] - b.Min[1]
		}
		if size < last-6 { // marks make room for one another
			t.Errorf("at %s the advance shrank from %.0f to %.0f", now, last, size)
		}
		last = size
	}
	if last < 200 {
		t.Errorf("at the end it is only %.0f", last)
	}
	in.Now = moment("2020-02-01 00:00")
	if _, ok := find(Overlay(in), "advance-1"); ok {
		t.Error("an advance before it began")
	}
}

func TestAdvanceEndsShortOfTheMark(t *testing.T) {
	in := campaign()
	s := Overlay(in)
	arrow, ok := find(s, "advance-1")
	mark, ok2 := find(s, "event-3")
	if !ok || !ok2 {
		t.Fatal("no arrow or no mark")
	}
	var ring orb.LineString
	for _, it := range s.Items {
		if p, ok := it.(Path); ok && p.ID == "advance-1" {
			ring = p.Lines[0]
		}
	}
	if d := toRings(orb.MultiLineString{ring}, mark.Center(), 0); d < (mark.Max[0]-mark.Min[0])/2 {
		t.Errorf("the arrow %v ends %.1f from the middle of the mark", arrow, d)
	}
}

func TestKindsOfAdvance(t *testing.T) {
	for _, c := range []struct {
		name string
		edit func(*timeline.Axis)
		want string
		not  string
	}{
		{"told", func(*timeline.Axis) {}, "shadow #advance-1-shadow-1", "advance-1-bar"},
		{"claimed", func(a *timeline.Axis) { a.Claimed = true }, "advance #advance-1-ground", "advance-1-shadow"},
		{"a withdrawal", func(a *timeline.Axis) { a.Retreat = true }, "advance #advance-1-bar", "advance-1-shadow"},
	} {
		t.Run(c.name, func(t *testing.T) {
			in := campaign()
			c.edit(&in.Advances[0])
			d := Overlay(in).Dump()
			if !strings.Contains(d, c.want) || strings.Contains(d, c.not) {
				t.Errorf("want %q and no %q", c.want, c.not)
			}
		})
	}
}

func TestAdvanceThroughARegionGoesOn(t *testing.T) {
	in := campaign()
	in.Events[1].At[0] = region("North", "AA.02")
	ss := (&overlay{Input: in.normal(), page: newPage(in.View, orb.Point{}, 0), space: newSpace(orb.Bound{}), shown: in.Events, index: newIndex(in.Events)}).stops(in.Advances[0])
	if len(ss) != 2 || ss[0].event.ID != "e1" || ss[1].event.ID != "e3" {
		t.Errorf("stops %+v", ss)
	}
}

func TestHeading(t *testing.T) {
	for _, c := range []struct {
		name string
		mv   *timeline.Movement
		want float64
		ok   bool
	}{
		{"none", nil, 0, false},
		{"south", &timeline.Movement{Direction: "south"}, 180, true},
		{"north-eastwards", &timeline.Movement{Direction: "North-eastwards"}, 45, true},
		{"south west", &timeline.Movement{Direction: "south-western"}, 225, true},
		{"nowhere", &timeline.Movement{Direction: "away"}, 0, false},
		{"from the north", &timeline.Movement{From: []timeline.Place{{HasBearing: true, Bearing: 0}}}, 180, true},
		{"from a town", &timeline.Movement{From: []timeline.Place{{}}, Direction: "south"}, 0, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := Event{}
			e.Movement = c.mv
			got, ok := heading(e)
			if got != c.want || ok != c.ok {
				t.Errorf("heading = %v, %v, want %v, %v", got, ok, c.want, c.ok)
			}
		})
	}
}

func TestThrustComesFromItsSide(t *testing.T) {
	in := campaign()
	s := Overlay(in)
	arrow, ok := find(s, "thrust-e7") // westwards: from the east
	mark, _ := find(s, "event-7")
	if !ok || arrow.Min[0] < mark.Max[0] {
		t.Errorf("the arrow %v is not east of the mark %v", arrow, mark)
	}
}

func TestSelectedStopIsReached(t *testing.T) {
	in := campaign()
	in.Now = moment("2020-03-01 01:00")
	in.Selected = "e2"
	if _, ok := find(Overlay(in), "advance-1"); !ok {
		t.Error("the arrow does not reach the selected stop")
	}
	in.Now = time.Time{}
	if _, ok := find(Overlay(in), "advance-1"); !ok {
		t.Error("no arrow at the end of time")
	}
}
