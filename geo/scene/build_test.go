package scene

import (
	"math"
	"strings"
	"testing"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"

	"dateline/geo/geocode"
	"dateline/geo/proj"
	"dateline/timeline"
)

func TestGolden(t *testing.T) {
	for _, c := range []struct {
		name string
		edit func(*Input)
	}{
		{"campaign", func(*Input) {}},
		{"first step", func(in *Input) { in.Now, in.Selected = moment("2020-03-01 12:00"), "e1" }},
		{"dark", func(in *Input) { in.Style, _ = StyleByName("dark"); in.Selected = "" }},
		{"moment", func(in *Input) { in.Mode, in.Now, in.Selected = Moment, moment("2020-03-02 12:00"), "" }},
		{"narrow", func(in *Input) { in.View = in.View.Resize(orb.Point{360, 520}) }},
		{"no events", func(in *Input) { in.Events, in.Advances, in.Selected = nil, nil, "" }},
		{"the zero input", func(in *Input) { *in = Input{} }},
	} {
		t.Run(c.name, func(t *testing.T) {
			in := campaign()
			c.edit(&in)
			golden(t, strings.ReplaceAll(c.name, " ", "-"), Build(in).Dump())
		})
	}
}

func TestSameSceneEveryTime(t *testing.T) {
	want := Build(campaign()).Dump()
	for i := 0; i < 20; i++ {
		if got := Build(campaign()).Dump(); got != want {
			t.Fatalf("run %d differs", i)
		}
	}
}

func TestBuildIsBaseAndOverlay(t *testing.T) {
	in := campaign()
	b, o, all := Base(in), Overlay(in), Build(in)
	if len(all.Items) != len(b.Items)+len(o.Items) {
		t.Errorf("Build has %d items, Base and Overlay %d and %d", len(all.Items), len(b.Items), len(o.Items))
	}
	if len(b.Hits) != 0 || len(all.Hits) != len(o.Hits) {
		t.Errorf("hits: Build %d, Base %d, Overlay %d", len(all.Hits), len(b.Hits), len(o.Hits))
	}
}

func TestBaseDoesNotDependOnTheClock(t *testing.T) {
	in := campaign()
	want := Base(in).Dump()
	in.Now, in.Selected, in.Mode, in.Title = moment("2020-03-01 00:00"), "", Window, "Other"
	if got := Base(in).Dump(); got != want {
		t.Error("the base map changed with the clock")
	}
}

// textBox is the box of a straight text.
func textBox(t Text) orb.Bound {
	w := roughly{}.Width(t.Text, t.Font, t.Size) + t.Spacing*float64(len([]rune(t.Text))-1)
	x := t.At[0]
	switch t.Anchor {
	case Middle:
		x -= w / 2
	case End:
		x -= w
	}
	return box(x, t.At[1]-0.7*t.Size, w, 0.7*t.Size)
}

// random is an input with events at random places, some on the same spot.
func random(t *rapid.T) Input {
	in := campaign()
	in.Events = nil
	n := rapid.IntRange(0, 25).Draw(t, "events")
	kinds := []string{"Reds", "Blues", "Greens", ""}
	for i := 1; i <= n; i++ {
		p := orb.Point{rapid.Float64Range(0, 11).Draw(t, "lon"), rapid.Float64Range(0, 10).Draw(t, "lat")}
		l := geocode.Location{Name: "x", Point: p}
		if rapid.IntRange(0, 3).Draw(t, "town") == 0 {
			l = place("Capital", timeline.At)
		}
		e := event(i, rapid.SampledFrom([]string{"Short", "A title of some length", "A very long title of an event that goes on for more than one line of text"}).Draw(t, "title"),
			rapid.SampledFrom(kinds).Draw(t, "side"), "2020-03-0"+string(rune('1'+i%5)), l)
		e.Kind = timeline.Battle
		in.Events = append(in.Events, e)
	}
	if n > 0 {
		in.Selected = in.Events[rapid.IntRange(0, n-1).Draw(t, "selected")].ID
	}
	in.View = in.View.Resize(orb.Point{rapid.Float64Range(300, 1600).Draw(t, "w"), rapid.Float64Range(300, 1200).Draw(t, "h")})
	in.Unit = rapid.SampledFrom([]float64{1, 1.5}).Draw(t, "unit")
	return in
}

func TestWordsNeverStandOnMarksOrWords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := random(t)
		s := Overlay(in)
		var words []Text
		for _, it := range s.Items {
			if w, ok := it.(Text); ok && w.Along == nil && w.Class != "number" {
				words = append(words, w)
			}
		}
		for i, a := range words {
			if isSelected(in, a) {
				continue // the selected label is written wherever it hides least
			}
			for _, h := range s.Hits {
				if h.Ring == nil && touches(textBox(a), around(h.Center, h.Radius*0.9)) {
					if a.Class == "event-title" || a.Class == "event-when" || strings.HasSuffix(a.Class, "-name") {
						t.Fatalf("%q stands on the mark of %s", a.Text, h.Event)
					}
				}
			}
			for _, b := range words[:i] {
				if isSelected(in, b) || a.Class == b.Class && a.Class != "town-name" && a.Class != "event-title" {
					continue
				}
				if touches(textBox(a).Pad(-1), textBox(b).Pad(-1)) {
					t.Fatalf("%s %q stands on %s %q", a.ID, a.Text, b.ID, b.Text)
				}
			}
		}
	})
}

func isSelected(in Input, w Text) bool {
	for _, e := range in.Events {
		if e.ID == in.Selected && strings.HasPrefix(w.ID, "label-"+itoa(e.Number)+"-") {
			return true
		}
	}
	return false
}

func itoa(n int) string {
	if n < 10 {
		return string(rune('0' + n))
	}
	return itoa(n/10) + itoa(n%10)
}

func touches(a, b orb.Bound) bool {
	return a.Min[0] < b.Max[0] && b.Min[0] < a.Max[0] && a.Min[1] < b.Max[1] && b.Min[1] < a.Max[1]
}

func TestMarksNeverOverlap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := random(t)
		o := &overlay{Input: in.normal()}
		o.index = o.Cache.index(o.Events)
		o.page = newPage(o.View, orb.Point{}, clipMargin)
		o.space = newSpace(o.page.box)
		o.shown = Visible(in)
		o.placeMarks()
		for i, a := range o.marks {
			for _, b := range o.marks[:i] {
				if d, need := dist(a.at, b.at), a.r+b.r; d < need*0.9 {
					t.Fatalf("marks of %s and %s are %.1f apart, want %.1f", a.event.ID, b.event.ID, d, need)
				}
			}
		}
	})
}

func TestEverythingIsFinite(t *testing.T) {
	check := func(t interface{ Fatalf(string, ...any) }, s Scene) {
		for _, it := range s.Items {
			var ls orb.MultiLineString
			switch it := it.(type) {
			case Path:
				ls = it.Lines
			case Text:
				ls = orb.MultiLineString{{it.At}, it.Along}
			}
			for _, l := range ls {
				for _, p := range l {
					if math.IsNaN(p[0]+p[1]) || math.IsInf(p[0]+p[1], 0) || math.Abs(p[0])+math.Abs(p[1]) > 1e6 {
						t.Fatalf("%+v is no place on any page", p)
					}
				}
			}
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		in := random(t)
		in.View = proj.New(rapid.SampledFrom([]proj.Projection{proj.Mercator(), proj.PlateCarree()}).Draw(t, "projection"),
			orb.Point{rapid.Float64Range(-180, 180).Draw(t, "cx"), rapid.Float64Range(-90, 90).Draw(t, "cy")},
			math.Exp(rapid.Float64Range(5, 17).Draw(t, "ln scale")), in.View.Size)
		check(t, Build(in))
	})
}

func TestInsideTheTextStaysOnThePage(t *testing.T) {
	in := campaign()
	page := orb.Bound{Max: in.View.Size}
	for _, it := range Build(in).Items {
		if w, ok := it.(Text); ok && w.Along == nil && !strings.HasPrefix(w.ID, "inset") {
			if b := textBox(w); !inBox(page, b) {
				t.Errorf("%q at %v leaves the page", w.Text, b)
			}
		}
	}
}

func TestUnitScalesEverythingButTheMap(t *testing.T) {
	in := campaign()
	size := func(s Scene, id string) float64 {
		for _, it := range s.Items {
			if w, ok := it.(Text); ok && w.ID == id {
				return w.Size
			}
		}
		return 0
	}
	in.View = in.View.Resize(orb.Point{1600, 1200}) // a small page has a small title
	one := size(Overlay(in), "title-1")
	in.Unit = 2
	if two := size(Overlay(in), "title-1"); one == 0 || two != 2*one {
		t.Errorf("title %v and %v", one, two)
	}
	for _, c := range []struct {
		size orb.Point
		want float64
	}{{orb.Point{1280, 720}, 1.125}, {orb.Point{1080, 1920}, 1.6875}, {orb.Point{200, 100}, 0.75}} {
		if got := UnitFor(c.size); math.Abs(got-c.want) > 1e-9 {
			t.Errorf("UnitFor(%v) = %v, want %v", c.size, got, c.want)
		}
	}
}
