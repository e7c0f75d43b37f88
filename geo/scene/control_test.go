package scene

import (
	"math"
	"strings"
	"testing"
	"time"

	"github.com/paulmach/orb"

	"dateline/geo/gazetteer"
	"dateline/geo/proj"
	"dateline/timeline"
	"dateline/timeline/edtf"
)

// drawn is the campaign with what a person drew on it.
func drawn() Input {
	in := campaign()
	in.Selected, in.Advances = "", nil
	in.Controls = []Control{{
		ID: "reds", Label: "Held", Side: "Reds", Outlines: []Outline{
			{When: edtf.MustParse("2020-03-02"), Areas: []gazetteer.AreaKey{"AA.01"}},
			{When: edtf.MustParse("2020-03-05"), Areas: []gazetteer.AreaKey{"AA.01", "AA.02"}},
		},
	}}
	in.Fronts = []Front{{ID: "north", Side: "Reds", Label: "The front", Lines: []Line{
		{When: edtf.MustParse("2020-03-03"), Points: orb.LineString{{1, 5}, {9, 5}}},
		{When: edtf.MustParse("2020-03-05"), Points: orb.LineString{{1, 6}, {9, 6.5}}},
	}}}
	in.Routes = []Route{{ID: "convoy", Label: "Convoy", Side: "Blues", When: edtf.MustParse("2020-03-04"), Points: orb.LineString{{1, 1}, {4, 2}, {8, 3.5}}}}
	return in
}

func paths(s Scene, id string) (Path, bool) {
	for _, it := range s.Items {
		if p, ok := it.(Path); ok && p.ID == id {
			return p, true
		}
	}
	return Path{}, false
}

func TestHolding(t *testing.T) {
	for _, c := range []struct {
		name, whens, at string
		now, before     int
	}{
		{"none", "", "2020-03-04 00:00", -1, -1},
		{"before the first", "2020-03-05", "2020-03-04 00:00", -1, -1},
		{"the first", "2020-03-01 2020-03-05", "2020-03-04 00:00", 0, -1},
		{"the second", "2020-03-01 2020-03-05", "2020-03-06 00:00", 1, 0},
		{"in any order", "2020-03-05 2020-03-01", "2020-03-06 00:00", 0, 1},
		{"the end of time", "2020-03-01 2020-03-05", "", 1, 0},
		{"a date holds on", "2020-03-01", "2021-01-01 00:00", 0, -1},
		{"without an end it holds on", "2020-03-01/..", "2021-01-01 00:00", 0, -1},
		{"an end ends it", "2020-03-01/2020-03-03", "2020-03-04 12:00", -1, 0},
		{"until the end it holds", "2020-03-01/2020-03-03", "2020-03-03 12:00", 0, -1},
	} {
		t.Run(c.name, func(t *testing.T) {
			var whens []edtf.Value
			for _, w := range strings.Fields(c.whens) {
				whens = append(whens, edtf.MustParse(w))
			}
			var at time.Time
			if c.at != "" {
				at = moment(c.at)
			}
			if now, before := holding(whens, at); now != c.now || before != c.before {
				t.Errorf("holding = %d, %d; want %d, %d", now, before, c.now, c.before)
			}
		})
	}
}

func TestControlChanges(t *testing.T) {
	in := drawn()
	for _, c := range []struct {
		at        string
		areas     int // rings that are filled
		was, name bool
	}{
		{"2020-03-01 00:00", 0, false, false},
		{"2020-03-03 00:00", 1, false, true},
		{"2020-03-06 00:00", 2, true, true},
	} {
		in.Now = moment(c.at)
		s := Overlay(in)
		p, _ := paths(s, "control-reds")
		if len(p.Lines) != c.areas {
			t.Errorf("%s: %d rings are filled, want %d", c.at, len(p.Lines), c.areas)
		}
		if _, ok := paths(s, "control-reds-was"); ok != c.was {
			t.Errorf("%s: the outline before shows %v", c.at, ok)
		}
		if got := text(s, "control-reds-name") != ""; got != c.name {
			t.Errorf("%s: named %v", c.at, got)
		}
	}
	// Between two divisions of one area there is no edge.
	p, ok := paths(Overlay(in), "control-reds-edge")
	if !ok {
		t.Fatal("no edge")
	}
	y := newPage(in.View, orb.Point{}, 0).project(orb.Point{5, 5}, 0)[1]
	for _, l := range p.Lines {
		for i := 1; i < len(l); i++ {
			if math.Abs(l[i][1]-y) < 1 && math.Abs(l[i-1][1]-y) < 1 {
				t.Errorf("an edge runs between the divisions: %v to %v", l[i-1], l[i])
			}
		}
	}
}

func TestControlLooks(t *testing.T) {
	for _, c := range []struct {
		name           string
		edit           func(*Control)
		fill, stripe   bool
		strokes, dashy bool
	}{
		{"held", func(*Control) {}, true, false, false, false},
		{"claimed", func(c *Control) { c.Claimed = true }, false, false, true, true},
		{"contested", func(c *Control) { c.Against = "Blues" }, true, true, false, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			in := drawn()
			c.edit(&in.Controls[0])
			s := Overlay(in)
			p, _ := paths(s, "control-reds")
			if p.Fill.A > 0 != c.fill || p.Stroke.A > 0 != c.strokes {
				t.Errorf("filled %v, hatched %v", p.Fill.A > 0, p.Stroke.A > 0)
			}
			stripe, ok := paths(s, "control-reds-stripe")
			if ok != c.stripe || ok && stripe.Stroke != fade(in.Style.Hue(Blue), 0.38) {
				t.Errorf("striped %v in %v", ok, stripe.Stroke)
			}
			if edge, _ := paths(s, "control-reds-edge"); edge.Dash != nil != c.dashy {
				t.Errorf("the edge is dashed %v", edge.Dash)
			}
		})
	}
}

func TestControlFades(t *testing.T) {
	in := drawn()
	in.Fading = 0.75
	s := Overlay(in)
	now, _ := paths(s, "control-reds")
	was, ok := paths(s, "control-reds-before")
	if !ok || was.Fill.A <= now.Fill.A {
		t.Errorf("a quarter into the change the new fill is %v and the old %v", now.Fill, was.Fill)
	}
	in.Fading = 0
	if _, ok := paths(Overlay(in), "control-reds-before"); ok {
		t.Error("after the change the old area still shows")
	}
}

func TestFrontTeethPointLeft(t *testing.T) {
	in := drawn()
	in.Now = moment("2020-03-04 00:00")
	s := Overlay(in)
	line, _ := paths(s, "front-north")
	teeth, ok := paths(s, "front-north-teeth")
	if !ok || len(line.Lines) != 1 {
		t.Fatalf("teeth %v, lines %v", ok, line.Lines)
	}
	for _, tooth := range teeth.Lines { // the line runs east, so left is up
		if tip := tooth[1]; tip[1] >= line.Lines[0][0][1] {
			t.Errorf("a tooth points to %v", tip)
		}
	}
	in.Fronts[0].Against = "Blues"
	s = Overlay(in)
	other, ok := paths(s, "front-north-other")
	if _, toothed := paths(s, "front-north-teeth"); !ok || toothed || other.Stroke != in.Style.Hue(Blue) {
		t.Errorf("with another party: a line of its colour %v, teeth %v", ok, toothed)
	}
	in.Now = moment("2020-03-01 00:00")
	if _, ok := paths(Overlay(in), "front-north"); ok {
		t.Error("the front shows before its time")
	}
}

func TestRoutes(t *testing.T) {
	in := drawn()
	s := Overlay(in)
	p, ok := paths(s, "route-convoy")
	if !ok || p.Dash != nil || p.Stroke.R != in.Style.Hue(Blue).R {
		t.Fatalf("route %+v", p)
	}
	if heads, ok := paths(s, "route-convoy-heads"); !ok || len(heads.Lines) < 2 {
		t.Error("no heads along the route")
	}
	in.Routes[0].Planned = true
	if p, _ := paths(Overlay(in), "route-convoy"); p.Dash == nil {
		t.Error("a planned route is not dashed")
	}
	in.Now = moment("2020-03-03 00:00")
	if _, ok := paths(Overlay(in), "route-convoy"); ok {
		t.Error("the route shows before its time")
	}
}

func TestRouteOfAnEvent(t *testing.T) {
	port, inn := place("Port", timeline.From), place("Inn", timeline.To)
	move := func(from, to []string) *timeline.Movement {
		mv := &timeline.Movement{}
		for _, n := range from {
			mv.From = append(mv.From, timeline.Place{Mention: timeline.Mention{Name: n}})
		}
		for _, n := range to {
			mv.To = append(mv.To, timeline.Place{Mention: timeline.Mention{Name: n}})
		}
		return mv
	}
	for _, c := range []struct {
		name string
		mv   *timeline.Movement
		want bool
	}{
		{"from a place to a place", move([]string{"Port"}, []string{"Inn"}), true},
		{"from somewhere", move(nil, []string{"Inn"}), false},
		{"from two places", move([]string{"Port", "Ford"}, []string{"Inn"}), false},
		{"no movement", nil, false},
		{"a place that is not there", move([]string{"Port"}, []string{"Nowhere"}), false},
	} {
		t.Run(c.name, func(t *testing.T) {
			in := campaign()
			e := event(1, "Ships sail", "Blues", "2020-03-05", port, inn)
			e.Movement = c.mv
			in.Events, in.Advances, in.Selected = []Event{e}, nil, ""
			if _, ok := paths(Overlay(in), "route-e1"); ok != c.want {
				t.Errorf("route %v, want %v", ok, c.want)
			}
		})
	}
}

// TestRouteTakesTheShortWay: over the date line, not around the world.
func TestRouteTakesTheShortWay(t *testing.T) {
	in := Input{View: proj.New(proj.Mercator(), orb.Point{180, 0}, 3000, orb.Point{900, 600}),
		Routes: []Route{{ID: "r", Points: orb.LineString{{170, 1}, {-170, -1}}}}}
	p, ok := paths(Overlay(in), "route-r")
	if !ok {
		t.Fatal("no route")
	}
	if b := p.Lines.Bound(); b.Max[0]-b.Min[0] > 200 {
		t.Errorf("it is %.0f long", b.Max[0]-b.Min[0])
	}
}

func TestWayDrawnByHand(t *testing.T) {
	in := campaign()
	in.Selected = ""
	straight, _ := paths(Overlay(in), "advance-1")
	in.Ways = map[timeline.ID][]orb.Point{"e2": {{9.5, 3}}}
	bent, ok := paths(Overlay(in), "advance-1")
	if !ok || bent.Lines.Bound().Max[0] < straight.Lines.Bound().Max[0]+40 {
		t.Errorf("the arrow reaches %v, without the way %v", bent.Lines.Bound().Max, straight.Lines.Bound().Max)
	}
}

// legendWords are the words of the legend.
func legendWords(s Scene) map[string]bool {
	out := map[string]bool{}
	for _, it := range s.Items {
		if t, ok := it.(Text); ok && t.Class == "legend" {
			out[t.Text] = true
		}
	}
	return out
}

func TestLegendTellsOnlyWhatIsDrawnNow(t *testing.T) {
	in := drawnCampaign()
	in.Sides = append(in.Sides, Side{Name: "Greens", Label: "The Greens", Hue: Green, Shape: Diamond})
	in.Controls[0].Side, in.Controls[0].Claimed, in.Selected = "Greens", true, ""
	for _, c := range []struct {
		now                          string
		claim, front, before, greens bool
	}{
		{"2020-02-28 00:00", false, false, false, false},
		{"2020-03-01 12:00", true, false, false, true},
		{"2020-03-02 12:00", true, true, false, true},
		{"2020-03-03 12:00", true, true, true, true},
		{"2020-03-06 12:00", false, true, true, false}, // the interval is over
	} {
		in.Now = moment(c.now)
		got := legendWords(Build(in))
		for words, want := range map[string]bool{"claimed area": c.claim, "front line": c.front, "until then": c.before, "The Greens": c.greens} {
			if got[words] != want {
				t.Errorf("at %s the legend says %q: %v", c.now, words, got[words])
			}
		}
	}
}
