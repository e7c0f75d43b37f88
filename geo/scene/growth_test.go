package scene

import (
	"image/color"
	"math"
	"testing"
	"time"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"

	"dateline/timeline"
)

// path gives the path with an ID.
func path(s Scene, id string) (Path, bool) {
	for _, it := range s.Items {
		if p, ok := it.(Path); ok && p.ID == id {
			return p, true
		}
	}
	return Path{}, false
}

// march is an axis drawn at random: its stops, in order of time, on a page.
func march(t *rapid.T) (ss []stop, curve []orb.Point, index []int) {
	n := rapid.IntRange(2, 6).Draw(t, "stops")
	at := moment("2020-03-01 00:00")
	ps := make([]orb.Point, n)
	for i := range ps {
		ps[i] = orb.Point{rapid.Float64Range(0, 900).Draw(t, "x"), rapid.Float64Range(0, 600).Draw(t, "y")}
		e := event(i+1, "x", "Reds", "2020-03-01")
		e.When = timeline.When{Earliest: at, Latest: at}
		ss = append(ss, stop{event: e, at: ps[i], instant: at})
		at = at.Add(time.Duration(rapid.IntRange(1, 90).Draw(t, "hours")) * time.Hour)
	}
	curve, index = smooth(ps)
	return ss, curve, index
}

func TestHeadMovesForwardOnly(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ss, curve, index := march(t)
		whole := pathLength(curve)
		first, last := ss[0].instant, ss[len(ss)-1].instant
		before := 0.0
		for k := -2; k <= 22; k++ {
			now := first.Add(time.Duration(float64(last.Sub(first)) * float64(k) / 20))
			o := &overlay{Input: Input{Now: now}}
			got := o.headAt(ss, curve, index)
			if got < before-1e-9 || got < 0 || got > whole+1e-9 {
				t.Fatalf("at %v the head is at %v of %v, before that at %v", now, got, whole, before)
			}
			if k < 0 && got != 0 {
				t.Fatalf("before the first stop the head is at %v", got)
			}
			if k >= 20 && math.Abs(got-whole) > 1e-6 {
				t.Fatalf("after the last stop the head is at %v of %v", got, whole)
			}
			before = got
		}
		for i, s := range ss { // at the instant of a stop it is there
			o := &overlay{Input: Input{Now: s.instant}}
			want := pathLength(curve[:index[i]+1])
			if got := o.headAt(ss, curve, index); math.Abs(got-want) > 1e-6 {
				t.Fatalf("at the instant of stop %d the head is at %v, want %v", i, got, want)
			}
		}
		if got := (&overlay{}).headAt(ss, curve, index); math.Abs(got-whole) > 1e-6 {
			t.Fatalf("at the end of time the head is at %v of %v", got, whole)
		}
	})
}

func TestHeadEasesOut(t *testing.T) {
	a, b := moment("2020-03-01 00:00"), moment("2020-03-02 00:00")
	dated := func(at time.Time, when timeline.When) stop {
		e := event(1, "x", "", "2020-03-01")
		e.When = when
		return stop{event: e, instant: at}
	}
	ss := []stop{dated(a, timeline.When{Earliest: a, Latest: a}), dated(b, timeline.When{Earliest: b, Latest: b})}
	line, index := []orb.Point{{0, 0}, {100, 0}}, []int{0, 1}
	for _, c := range []struct {
		now  string
		want float64
	}{
		{"2020-02-28 00:00", 0}, {"2020-03-01 00:00", 0}, {"2020-03-01 06:00", 43.75}, {"2020-03-01 12:00", 75},
		{"2020-03-01 18:00", 93.75}, {"2020-03-02 00:00", 100}, {"2021-01-01 00:00", 100},
	} {
		if got := (&overlay{Input: Input{Now: moment(c.now)}}).headAt(ss, line, index); math.Abs(got-c.want) > 1e-9 {
			t.Errorf("at %s the head is at %v, want %v", c.now, got, c.want)
		}
	}
	ss[1].event.ID = "e2"
	if got := (&overlay{Input: Input{Now: a, Selected: "e2"}}).headAt(ss, line, index); got != 100 {
		t.Errorf("to a selected stop the head goes at once: it is at %v", got)
	}
}

func TestArrowsGrowWithTheirWay(t *testing.T) {
	line := []orb.Point{{0, 0}, {500, 0}}
	was, reach := 0.0, 0.0
	for to := 4.0; to <= 500; to += 4 {
		ring, _ := arrowRing(part(line, 0, to), 14, 0)
		if ring == nil {
			t.Fatalf("no arrow of %v", to)
		}
		if a := area(ring); a <= was {
			t.Fatalf("an arrow of %v covers %v, a shorter one %v", to, a, was)
		} else {
			was = a
		}
		if b := ring.Bound(); b.Max[0] != to || b.Min[0] < -1e-9 || b.Max[0] <= reach {
			t.Fatalf("an arrow of %v covers %v", to, b)
		} else {
			reach = b.Max[0]
		}
	}
}

func TestAdvanceIsOneClosedRingThatStopsAtItsLastStop(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := campaign()
		in.Selected = ""
		in.Advances[0].Claimed = rapid.Bool().Draw(t, "claimed")
		in.Advances[0].Retreat = rapid.Bool().Draw(t, "retreat")
		in.Now = moment("2020-02-28 00:00").Add(time.Duration(rapid.IntRange(0, 9*24*60).Draw(t, "minutes")) * time.Minute)
		in.Unit = rapid.Float64Range(0.75, 2).Draw(t, "unit")
		s := Overlay(in)
		p, ok := path(s, "advance-1")
		if !ok {
			return
		}
		if len(p.Lines) != 1 || p.Lines[0][0] != p.Lines[0][len(p.Lines[0])-1] {
			t.Fatalf("not one closed ring: %d", len(p.Lines))
		}
		for _, q := range p.Lines[0] {
			if math.IsNaN(q[0]+q[1]) || math.IsInf(q[0]+q[1], 0) {
				t.Fatalf("%v is no point", q)
			}
		}
		for _, h := range s.Hits {
			if h.Ring != nil || h.Event != "e3" {
				continue
			}
			if inRings(p.Lines, h.Center) || toRings(p.Lines, h.Center, 0) < h.Radius {
				t.Fatalf("at %v the arrow covers the mark of its last stop", in.Now)
			}
		}
	})
}

func TestFillsOfAdvances(t *testing.T) {
	for _, c := range []struct {
		name             string
		claimed, retreat bool
		fill             func(Style) color.NRGBA
		dashed, outlined bool
	}{
		{"told", false, false, func(s Style) color.NRGBA { return fade(s.Hue(Red), s.AdvanceFill) }, false, false},
		{"claimed", true, false, func(s Style) color.NRGBA { return fade(s.Hue(Red), 0.25) }, true, true},
		{"a withdrawal", false, true, func(s Style) color.NRGBA { return fade(s.Paper, 0.75) }, false, true},
		{"a withdrawal that is claimed", true, true, func(s Style) color.NRGBA { return fade(s.Paper, 0.75) }, false, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, name := range StyleNames {
				in := campaign()
				in.Style, _ = StyleByName(name)
				in.Advances[0].Claimed, in.Advances[0].Retreat = c.claimed, c.retreat
				p, ok := path(Overlay(in), "advance-1")
				if want := c.fill(in.Style); !ok || p.Fill != want {
					t.Errorf("%s: filled with %v, want %v", name, p.Fill, want)
				}
				if (len(p.Dash) > 0) != c.dashed {
					t.Errorf("%s: dashes %v", name, p.Dash)
				}
				if outlined := p.Stroke.A > 0 && p.Width > 0; outlined != c.outlined || outlined && p.Stroke != in.Style.Hue(Red) {
					t.Errorf("%s: outline %v of %v", name, p.Stroke, p.Width)
				}
			}
		})
	}
}

func TestThrustsComeFromTheirSide(t *testing.T) {
	for _, c := range []struct {
		name   string
		from   float64 // the side told, degrees from north
		dx, dy float64 // of the tail from the mark, on the page
	}{
		{"north", 0, 0, -1}, {"north-east", 45, 1, -1}, {"east", 90, 1, 0}, {"south-east", 135, 1, 1},
		{"south", 180, 0, 1}, {"south-west", 225, -1, 1}, {"west", 270, -1, 0}, {"north-west", 315, -1, -1},
	} {
		t.Run("from the "+c.name, func(t *testing.T) {
			in := campaign()
			in.Advances = nil
			in.Events = []Event{event(1, "Raid", "Blues", "2020-03-01", place("Capital", timeline.At))}
			in.Events[0].Movement = &timeline.Movement{From: []timeline.Place{{HasBearing: true, Bearing: c.from}}}
			s := Overlay(in)
			p, ok := path(s, "thrust-e1")
			m, ok2 := find(s, "event-1")
			if !ok || !ok2 {
				t.Fatal("no arrow or no mark")
			}
			sign := func(v float64) float64 {
				switch {
				case v > 8:
					return 1
				case v < -8:
					return -1
				}
				return 0
			}
			b := p.Lines.Bound()
			mid := orb.Point{(b.Min[0] + b.Max[0]) / 2, (b.Min[1] + b.Max[1]) / 2}
			if dx, dy := sign(mid[0]-m.Center()[0]), sign(mid[1]-m.Center()[1]); dx != c.dx || dy != c.dy {
				t.Errorf("the arrow lies at %v, %v of the mark, want %v, %v", dx, dy, c.dx, c.dy)
			}
			// The tip is the nearest to the mark: it points at it.
			near, ring := math.Inf(1), p.Lines[0]
			for _, q := range ring {
				near = math.Min(near, dist(q, m.Center()))
			}
			if reach := (m.Max[0] - m.Min[0]) / 2; near < reach || near > reach+12 {
				t.Errorf("the tip is %.1f from the middle of a mark of %.1f", near, reach)
			}
		})
	}
}

func TestHeadingIsTheWayOfTravel(t *testing.T) {
	from := func(p ...timeline.Place) *timeline.Movement { return &timeline.Movement{From: p, Direction: "south"} }
	for _, c := range []struct {
		name string
		mv   *timeline.Movement
		want float64
		ok   bool
	}{
		{"from the east goes west", from(timeline.Place{HasBearing: true, Bearing: 90}), 270, true},
		{"from the south-west goes north-east", from(timeline.Place{HasBearing: true, Bearing: 225}), 45, true},
		{"from a place 80 km north of a town is an axis of its own", from(timeline.Place{HasBearing: true, DistanceKM: 80}), 0, false},
		{"from a town", from(timeline.Place{}), 0, false},
		{"no start at all", from(), 180, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := Event{}
			e.Movement = c.mv
			if got, ok := heading(e); got != c.want || ok != c.ok {
				t.Errorf("heading = %v, %v, want %v, %v", got, ok, c.want, c.ok)
			}
		})
	}
}
