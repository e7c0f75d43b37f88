package scene

import (
	"fmt"
	"math"
	"sort"
	"strings"
	"testing"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"

	"dateline/geo/proj"
	"dateline/timeline"
)

// signs are the marks and the boxes of labels of a picture, by its hits.
func signs(s Scene) (marks, labels []Hit) {
	for _, h := range s.Hits {
		if h.Ring == nil {
			marks = append(marks, h)
		} else if len(h.Ring) == 5 {
			labels = append(labels, h)
		}
	}
	return marks, labels
}

// gap is the distance from a point to a box; 0 inside.
func gap(p orb.Point, b orb.Bound) float64 {
	return math.Hypot(math.Max(0, math.Max(b.Min[0]-p[0], p[0]-b.Max[0])), math.Max(0, math.Max(b.Min[1]-p[1], p[1]-b.Max[1])))
}

func TestLabelsNeverOverlap(t *testing.T) {
	most := 0
	rapid.Check(t, func(t *rapid.T) {
		in := random(t)
		in.Furniture = Furniture{}
		if rapid.Bool().Draw(t, "furniture") {
			in.Furniture = AllFurniture()
		}
		if rapid.Bool().Draw(t, "none selected") {
			in.Selected = ""
		}
		s := Overlay(in)
		marks, labels := signs(s)
		most = max(most, len(labels))
		page := orb.Bound{Max: in.View.Size}
		for i, a := range labels {
			if a.Event == in.Selected {
				continue // always written, wherever it hides least
			}
			b := a.Ring.Bound()
			if !inBox(page, b) {
				t.Fatalf("the label of %s leaves the page: %v", a.Event, b)
			}
			for _, m := range marks {
				if d := gap(m.Center, b); d < m.Radius-1e-6 {
					t.Fatalf("the label of %s reaches %.2f into the mark of %s", a.Event, m.Radius-d, m.Event)
				}
			}
			for _, o := range labels[:i] {
				if o.Event != in.Selected && touches(b, o.Ring.Bound()) {
					t.Fatalf("the labels of %s and %s overlap", a.Event, o.Event)
				}
			}
		}
	})
	if most < 5 {
		t.Errorf("at most %d labels were written", most)
	}
}

func TestEveryLabelIsItsTitleAndDate(t *testing.T) {
	in := campaign()
	got := map[string]string{}
	for _, it := range Overlay(in).Items {
		if w, ok := it.(Text); ok && (w.Class == "event-title" || w.Class == "event-when") {
			n := strings.SplitN(strings.TrimPrefix(w.ID, "label-"), "-", 2)[0]
			got[n] = strings.TrimSpace(got[n] + " " + w.Text)
		}
	}
	for n, want := range map[string]string{
		"1": "Port taken Sunday 1 March",
		"2": "Ford taken 2–3 March",
		"3": "Fighting near the capital Wednesday 4 March · within 40 km",
	} {
		if got[n] != want {
			t.Errorf("label %s says %q, want %q", n, got[n], want)
		}
	}
	if _, ok := got["8"]; ok {
		t.Error("an event without a place has a label")
	}
}

func TestLegendIsWhatTheMapShows(t *testing.T) {
	told := 0
	rapid.Check(t, func(t *rapid.T) {
		in := random(t)
		for i := range in.Events {
			e := &in.Events[i]
			switch rapid.IntRange(0, 4).Draw(t, "state") {
			case 0:
				e.Modality = timeline.Planned
			case 1:
				e.Claims = []timeline.Claim{{Stance: timeline.Claims}, {Stance: timeline.Denies}}
			}
			if rapid.IntRange(0, 3).Draw(t, "radius") == 0 {
				e.At[0].RadiusKM = 30
			}
		}
		in.Advances = nil
		in.View = in.View.Resize(orb.Point{math.Max(in.View.Size[0], 800), in.View.Size[1]}) // room for whole words
		s := Overlay(in)
		if _, ok := find(s, "legend"); !ok {
			return // no room, or nothing to explain
		}
		told++
		in = in.normal()
		page := orb.Bound{Max: in.View.Size}
		sides := looks(in, newIndex(in.Events))
		want, named := map[string]bool{}, false
		grey := false
		for _, e := range Visible(in) {
			at, ok := in.View.ToPage(e.At[0].Point)
			if !ok || !page.Contains(at) {
				continue
			}
			if side, ok := sides[e.Side]; ok {
				want[capital(side.Label)], named = true, true
			} else {
				grey = true
			}
			want["claimed or attempted"] = want["claimed or attempted"] || stateOf(e) == hollow
			want["accounts differ"] = want["accounts differ"] || stateOf(e) == halved
			want["known to a radius"] = want["known to a radius"] || e.At[0].RadiusKM > 0
		}
		want["others"] = grey && named
		var rows []string
		for k, on := range want {
			if on {
				rows = append(rows, k)
			}
		}
		got := strings.Split(written(s, "legend"), " | ")
		sort.Strings(rows)
		sort.Strings(got)
		if g, w := strings.Join(got, " | "), strings.Join(rows, " | "); g != w {
			t.Fatalf("the legend says %q, the map shows %q", g, w)
		}
	})
	if told < 5 {
		t.Errorf("only %d pictures had a legend", told)
	}
}

func TestLegendOfAdvances(t *testing.T) {
	for _, c := range []struct {
		claimed, retreat bool
		also             bool // a second axis, plain
		want             string
	}{
		{false, false, false, "The Reds"},
		{true, false, false, "The Reds | advance, claimed or planned"},
		{false, true, false, "The Reds | withdrawal"},
		{true, false, true, "The Reds | advance | advance, claimed or planned"},
		{false, true, true, "The Reds | advance | withdrawal"},
		{false, false, true, "The Reds"},
	} {
		in := campaign()
		in.Events, in.Selected = in.Events[:2], ""
		in.Advances[0].Stops = in.Advances[0].Stops[:2]
		if c.also {
			in.Advances = append(in.Advances, in.Advances[0])
		}
		in.Advances[0].Claimed, in.Advances[0].Retreat = c.claimed, c.retreat
		if got := written(Overlay(in), "legend"); got != c.want {
			t.Errorf("claimed %v, withdrawal %v, another %v: the legend says %q, want %q", c.claimed, c.retreat, c.also, got, c.want)
		}
	}
}

func TestHitOrder(t *testing.T) {
	mark := func(id string, x, y, r float64) Hit {
		return Hit{Event: timeline.ID(id), Center: orb.Point{x, y}, Radius: r}
	}
	area := func(id string, x, y, w, h float64) Hit {
		return Hit{Event: timeline.ID(id), Ring: orb.Ring(rect(box(x, y, w, h)))}
	}
	bay := Hit{Event: "bay", Ring: orb.Ring{{0, 50}, {60, 50}, {60, 110}, {40, 110}, {40, 70}, {20, 70}, {20, 110}, {0, 110}, {0, 50}}}
	s := Scene{Hits: []Hit{area("land", 0, 0, 100, 40), bay, mark("a", 20, 20, 8), mark("b", 28, 20, 8), mark("a", 80, 20, 8), area("label", 60, 10, 30, 8)}}
	for _, c := range []struct {
		name string
		p    orb.Point
		tol  float64
		want string
	}{
		{"nothing there", orb.Point{150, 150}, 0, "[]"},
		{"an area", orb.Point{50, 35}, 0, "[land]"},
		{"a mark on an area", orb.Point{14, 20}, 0, "[a land]"},
		{"two marks, the upper first", orb.Point{24, 20}, 0, "[b a land]"},
		{"the second mark of an event", orb.Point{80, 25}, 0, "[a land]"},
		{"a label over a mark", orb.Point{80, 15}, 0, "[label a land]"},
		{"the very edge of a mark", orb.Point{36, 20}, 0, "[b land]"},
		{"past the edge", orb.Point{36.1, 20}, 0, "[land]"},
		{"past the edge, with tolerance", orb.Point{40, 20}, 4, "[b land]"},
		{"tolerance reaches both, each once", orb.Point{24, 33}, 12, "[b a land]"},
		{"less than no tolerance is none", orb.Point{29, 20}, -100, "[b land]"},
		{"areas have no tolerance", orb.Point{101, 35}, 12, "[]"},
		{"in an arm of a bay", orb.Point{10, 100}, 0, "[bay]"},
		{"in the mouth of a bay", orb.Point{30, 100}, 0, "[]"},
	} {
		got := fmt.Sprint(s.At(c.p, c.tol))
		if got != c.want {
			t.Errorf("%s: At = %s, want %s", c.name, got, c.want)
		}
	}
}

func TestInsetKeepsClearOfEvents(t *testing.T) {
	corner := func(s Scene) (orb.Bound, string) {
		b, ok := find(s, "inset-edge")
		if !ok {
			return b, "none"
		}
		return b, fmt.Sprintf("%v %v", b.Center()[0] > s.Size[0]/2, b.Center()[1] > s.Size[1]/2)
	}
	v := proj.New(proj.Mercator(), orb.Point{5, 5}, 20000, orb.Point{1200, 800})
	in := Input{View: v, Layers: island{}, Furniture: Furniture{Inset: true}}
	usual, at := corner(Overlay(in))
	if at != "true true" {
		t.Fatalf("with nothing in the way the inset is at %v", usual)
	}
	if side := usual.Max[0] - usual.Min[0]; math.Abs(side-0.17*800) > 1 || math.Abs(usual.Max[1]-usual.Min[1]-side) > 1e-9 {
		t.Errorf("it is %v by %v", side, usual.Max[1]-usual.Min[1])
	}
	under, _ := v.ToLonLat(usual.Center())
	there := place("Inn", timeline.At)
	there.Point = under
	in.Events = []Event{event(1, "x", "Reds", "2020-03-01", there)}
	if b, _ := corner(Overlay(in)); touches(b, usual) || b.Contains(usual.Center()) {
		t.Errorf("it hides an event: %v", b)
	}
	for _, c := range []struct {
		name string
		edit func(*Input)
	}{
		{"switched off", func(in *Input) { in.Furniture.Inset = false }},
		{"a narrow page", func(in *Input) { in.View = in.View.Resize(orb.Point{450, 800}) }},
		{"a low page", func(in *Input) { in.View = in.View.Resize(orb.Point{1200, 370}) }},
		{"most of the world", func(in *Input) { in.View = proj.World(proj.Mercator(), in.View.Size) }},
	} {
		with := in
		c.edit(&with)
		if _, at := corner(Overlay(with)); at != "none" {
			t.Errorf("%s: there is an inset", c.name)
		}
	}
}

func TestInsetFrameIsTheExtent(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := proj.New(proj.Mercator(), orb.Point{rapid.Float64Range(-180, 180).Draw(t, "lon"), rapid.Float64Range(-80, 80).Draw(t, "lat")},
			math.Exp(rapid.Float64Range(9, 17).Draw(t, "ln scale")), orb.Point{rapid.Float64Range(500, 1900).Draw(t, "w"), rapid.Float64Range(400, 1200).Draw(t, "h")})
		s := Overlay(Input{View: v, Furniture: Furniture{Inset: true}})
		edge, ok := find(s, "inset-edge")
		frame, ok2 := find(s, "inset-extent")
		if !ok && !ok2 {
			return
		}
		if !inBox(edge, frame) {
			t.Fatalf("the frame %v leaves the inset %v", frame, edge)
		}
		w, h := frame.Max[0]-frame.Min[0], frame.Max[1]-frame.Min[1]
		if w < 4.99 || h < 3.4 {
			t.Fatalf("the frame is %v by %v: too small to be seen", w, h)
		}
		if c := edge.Center(); math.Abs(frame.Center()[0]-c[0]) > 1 {
			t.Fatalf("the frame %v is beside the middle of the inset %v", frame, edge)
		}
	})
}
