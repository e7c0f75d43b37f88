package scene

import (
	"maps"
	"testing"
	"time"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"

	"dateline/geo/gazetteer"
	"dateline/timeline"
	"dateline/timeline/edtf"
)

// drawnCampaign is the campaign with what a person drew.
func drawnCampaign() Input {
	in := campaign()
	date := func(s string) edtf.Value {
		v, err := edtf.Parse(s)
		if err != nil {
			panic(err)
		}
		return v
	}
	in.Controls = []Control{{ID: "c", Label: "Held", Side: "Reds", Outlines: []Outline{
		{When: date("2020-03-01"), Areas: []gazetteer.AreaKey{"AA.02"}}, {When: date("2020-03-03/2020-03-04"), Areas: []gazetteer.AreaKey{"AA.01"}},
	}}}
	in.Fronts = []Front{{ID: "f", Side: "Reds", Lines: []Line{{When: date("2020-03-02T10:00:00Z"), Points: orb.LineString{{1, 1}, {9, 8}}}}}}
	in.Routes = []Route{{ID: "r", Side: "Blues", When: date("2020-03-04T04:00:00Z"), Points: orb.LineString{{2, 8}, {9, 3}}}}
	return in
}

// A plan that is kept must not be seen: whatever was drawn before with the same
// cache, a picture is the one that it would be alone.
func TestKeptPlansChangeNothing(t *testing.T) {
	in := drawnCampaign()
	in.Cache = NewCache()
	first, last := moment("2020-02-28 00:00"), moment("2020-03-07 00:00")
	rapid.Check(t, func(t *rapid.T) {
		for range rapid.IntRange(1, 3).Draw(t, "frames") {
			in.Now = first.Add(time.Duration(rapid.Float64Range(0, 1).Draw(t, "now") * float64(last.Sub(first))))
			if rapid.IntRange(0, 5).Draw(t, "exactly") == 0 {
				in.Now = rapid.SampledFrom(Instants(in.Events)).Draw(t, "instant")
			}
			in.Mode = rapid.SampledFrom([]Mode{Cumulative, Cumulative, Window, Moment}).Draw(t, "mode")
			in.From, in.To = in.Now.Add(-48*time.Hour), in.Now
			in.Selected = timeline.ID(rapid.SampledFrom([]string{"", "e1", "e2", "e3", "e8"}).Draw(t, "selected"))
			in.Margin = rapid.SampledFrom([]float64{0, 64}).Draw(t, "margin")
			alone := in
			alone.Cache = nil
			if got, want := Build(in).Dump(), Build(alone).Dump(); got != want {
				t.Fatalf("at %v, mode %d, selected %q: the kept picture is\n%s\nalone it is\n%s", in.Now, in.Mode, in.Selected, got, want)
			}
		}
	})
}

func TestKeptPlansFollowTheClock(t *testing.T) {
	in := drawnCampaign()
	in.Cache, in.Selected = NewCache(), ""
	for in.Now = moment("2020-02-28 00:00"); in.Now.Before(moment("2020-03-07 00:00")); in.Now = in.Now.Add(3 * time.Hour) {
		alone := in
		alone.Cache = nil
		if Build(in).Dump() != Build(alone).Dump() {
			t.Errorf("at %v the kept picture is another", in.Now)
		}
	}
}

// standing are the texts of a scene and where they stand, the clock's apart.
func standing(s Scene) map[string]string {
	out := map[string]string{}
	for _, it := range s.Items {
		if t, ok := it.(Text); ok && t.ID != clockID {
			out[t.ID] = Scene{Items: []Item{t}}.Dump()
		}
	}
	return out
}

func TestNamesStandStillWhileAnArrowGrows(t *testing.T) {
	in := campaign()
	in.Cache, in.Selected = NewCache(), "e1"
	instants := Instants(in.Events)
	from, to := instants[0], instants[1]
	at := func(share float64) Scene {
		in.Now = from.Add(time.Duration(share * float64(to.Sub(from))))
		return Build(in)
	}
	const label = "advance-1-label"
	early, late := standing(at(0.1)), standing(at(0.9))
	a, ok := path(at(0.3), "advance-1")
	b, okB := path(at(0.6), "advance-1")
	if !ok || !okB || pathLength(a.Lines[0]) >= pathLength(b.Lines[0]) {
		t.Fatal("the arrow does not grow")
	}
	if _, ok := early[label]; ok {
		t.Error("whose the arrow is stands ahead of it")
	}
	delete(early, label)
	delete(late, label)
	if !maps.Equal(early, late) {
		t.Errorf("names moved:\n%v\n%v", early, late)
	}
}

func TestNoRoomIsKeptForAnArrowThatRests(t *testing.T) {
	in := campaign()
	in.Selected, in.Now = "e1", Instants(in.Events)[0]
	if _, ok := standing(Build(in))["town-3-name"]; !ok {
		t.Error("a town on the way of an arrow that has not begun has no name")
	}
}

func TestClockIsAsWideOnEveryDay(t *testing.T) {
	in := campaign()
	in.Selected, in.Cache = "", NewCache()
	var last Path
	for _, day := range []string{"06", "11", "28"} {
		in.Now = moment("2020-03-" + day + " 00:00")
		s := Build(in)
		p, ok := path(s, "clock")
		if !ok || last.ID != "" && p.Lines.Bound() != last.Lines.Bound() {
			t.Errorf("on the %s the clock is %v, before that %v", day, p.Lines.Bound(), last.Lines.Bound())
		}
		last = p
		for _, it := range s.Items {
			if x, ok := it.(Text); ok && x.ID == clockID && x.Text != in.Now.Format("2 January 2006") {
				t.Errorf("on the %s the clock says %q", day, x.Text)
			}
		}
	}
}

func TestPlansAreKeptForWhatTheyDependOn(t *testing.T) {
	in := drawnCampaign()
	in.Selected, in.Now = "e1", Instants(in.Events)[0].Add(6*time.Hour)
	in.Cache = NewCache()
	in = in.normal()
	plan := func(in Input) *plan {
		return in.Cache.plan(in, in.Cache.index(in.Events), newMapPage(in, in.View.Center))
	}
	kept := plan(in)
	for _, c := range []struct {
		name string
		same bool
		edit func(*Input)
	}{
		{"nothing", true, func(*Input) {}},
		{"an hour later", true, func(in *Input) { in.Now = in.Now.Add(time.Hour) }},
		{"a day later", false, func(in *Input) { in.Now = in.Now.Add(24 * time.Hour) }},
		{"the title", false, func(in *Input) { in.Title += "!" }},
		{"the selection", false, func(in *Input) { in.Selected = "e2" }},
		{"the style", false, func(in *Input) { in.Style, _ = StyleByName("dark") }},
		{"the furniture", false, func(in *Input) { in.Furniture.North = true }},
		{"other areas", false, func(in *Input) { in.Controls = append([]Control(nil), in.Controls...) }},
		{"no routes", false, func(in *Input) { in.Routes = nil }},
		{"the view", false, func(in *Input) { in.View.Scale *= 1.1 }},
		{"a fading outline", false, func(in *Input) { in.Fading = 0.5 }},
	} {
		other := in
		c.edit(&other)
		if got := plan(other) == kept; got != c.same {
			t.Errorf("%s: the same plan: %v", c.name, got)
		}
	}
}
