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

// written is every text of a class, joined.
func written(s Scene, class string) string {
	var out []string
	for _, it := range s.Items {
		if w, ok := it.(Text); ok && w.Class == class {
			out = append(out, w.Text)
		}
	}
	return strings.Join(out, " | ")
}

func TestNiceLength(t *testing.T) {
	for _, c := range []struct{ max, want float64 }{
		{0.7, 0.5}, {1, 1}, {1.9, 1}, {2.5, 2}, {4.9, 3}, {7, 5}, {99, 50}, {100, 100}, {321e3, 300e3}, {0, 0}, {-4, 0}, {math.NaN(), 0}, {math.Inf(1), 0},
	} {
		if got := niceLength(c.max); math.Abs(got-c.want) > 1e-9*c.want {
			t.Errorf("niceLength(%v) = %v, want %v", c.max, got, c.want)
		}
	}
}

func TestScaleBarIsTrueForItsLatitude(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := campaign()
		in.View = proj.New(proj.Mercator(), orb.Point{10, rapid.Float64Range(-65, 65).Draw(t, "lat")}, math.Exp(rapid.Float64Range(9, 16).Draw(t, "ln scale")), orb.Point{900, 600})
		s := Overlay(in)
		bar, ok := find(s, "scale-bar")
		if !ok {
			return
		}
		var km, m float64
		label := ""
		for _, it := range s.Items {
			if w, ok := it.(Text); ok && w.ID == "scale-label" {
				label = w.Text
			}
		}
		label, _, _ = strings.Cut(label, " at ")
		if n := strings.TrimSuffix(label, " km"); n != label {
			km = number(n)
		} else {
			m = number(strings.TrimSuffix(label, " m"))
		}
		want := (km*1000 + m) / in.View.MetresPerPixel()
		if got := bar.Max[0] - bar.Min[0]; math.Abs(got-want) > 1e-6*want || got > 225 {
			t.Fatalf("%s is %v long, want %v", label, got, want)
		}
	})
}

func number(s string) float64 {
	v := 0.0
	for _, r := range s {
		if r < '0' || r > '9' {
			return -1
		}
		v = 10*v + float64(r-'0')
	}
	return v
}

func TestNoScaleBarWhereItWouldLie(t *testing.T) {
	in := campaign()
	in.View = proj.World(proj.Mercator(), orb.Point{1200, 800})
	if _, ok := find(Overlay(in), "scale-bar"); ok {
		t.Error("a scale bar on a map of the world")
	}
}

func TestClock(t *testing.T) {
	for _, c := range []struct {
		name string
		edit func(*Input)
		want string
	}{
		{"plain", func(in *Input) {}, "6 March 2020 | cumulative · event 3 of 8"},
		{"inside the dates of the selected", func(in *Input) { in.Selected, in.Now = "e2", moment("2020-03-03 09:00") }, "2–3 March 2020 | cumulative · event 2 of 8"},
		{"an approximate one", func(in *Input) { in.Selected, in.Now = "e4", moment("2020-03-04 09:00") }, "about 4 March 2020 | cumulative · event 4 of 8"},
		{"none selected", func(in *Input) { in.Selected = "" }, "6 March 2020 | cumulative · 8 events"},
		{"none selected, some hidden", func(in *Input) { in.Selected, in.Now = "", moment("2020-03-01 13:00") }, "1 March 2020 | cumulative · 1 event of 8"},
		{"window", func(in *Input) {
			in.Mode, in.From, in.To, in.Selected = Window, moment("2020-03-01 00:00"), moment("2020-03-02 12:00"), ""
		}, "1–2 March 2020 | window · 2 events of 8"},
		{"moment", func(in *Input) { in.Mode, in.Now, in.Selected = Moment, moment("2020-03-01 12:00"), "" }, "1 March 2020 | moment · 1 event of 8"},
		{"no clock, nothing selected", func(in *Input) { in.Now, in.Selected = in.To, "" }, ""},
		{"switched off", func(in *Input) { in.Furniture.Clock = false }, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			in := campaign()
			c.edit(&in)
			if got := written(Overlay(in), "clock"); got != c.want {
				t.Errorf("the clock says %q, want %q", got, c.want)
			}
		})
	}
}

func TestLegendListsOnlyWhatIsThere(t *testing.T) {
	for _, c := range []struct {
		name string
		edit func(*Input)
		want string
	}{
		{"all of it", func(*Input) {}, "The Reds | The Blues | others | claimed or attempted | accounts differ | known to a radius | known to a region"},
		{"the first event", func(in *Input) { in.Now, in.Selected = moment("2020-03-01 13:00"), "" }, "The Reds"},
		{"a withdrawal", func(in *Input) {
			in.Now, in.Selected = moment("2020-03-01 13:00"), ""
			in.Advances[0].Retreat = true
		}, "The Reds | withdrawal"},
		{"no events", func(in *Input) { in.Events = nil }, ""},
		{"switched off", func(in *Input) { in.Furniture.Legend = false }, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			in := campaign()
			c.edit(&in)
			if got := written(Overlay(in), "legend"); got != c.want {
				t.Errorf("the legend says %q, want %q", got, c.want)
			}
		})
	}
}

func TestHeadingForAPlaceIsNotBeingThere(t *testing.T) {
	in := campaign()
	in.Events = append(in.Events, event(9, "Reds close in on the inn", "Reds", "2020-03-05", place("Inn", timeline.Toward)))
	s := Overlay(in)
	mark, ok := find(s, "event-9")
	inn, _ := newPage(in.View, orb.Point{}, 0).point(place("Inn", "").Point)
	if !ok || dist(mark.Center(), inn) < 30 {
		t.Errorf("the mark is at %v, the inn at %v", mark.Center(), inn)
	}
	in.Advances = nil
	if mark, ok = find(Overlay(in), "event-9"); !ok || dist(mark.Center(), inn) > 40 {
		t.Errorf("without an axis the mark is at %v, the inn at %v", mark.Center(), inn)
	}
}

func TestUnplacedAreCounted(t *testing.T) {
	in := campaign()
	if got := written(Overlay(in), "unplaced"); got != "1 not placed" {
		t.Errorf("chip %q", got)
	}
	away := in
	away.Events = append([]Event(nil), in.Events...)
	far := place("Inn", timeline.At)
	far.Point = orb.Point{90, 50}
	away.Events = append(away.Events, event(9, "Far away", "", "2020-03-05", far))
	if got := written(Overlay(away), "unplaced"); got != "1 not placed, 1 outside the map" {
		t.Errorf("chip %q with an event outside", got)
	}
	in.Events = in.Events[:3]
	if got := written(Overlay(in), "unplaced"); got != "" {
		t.Errorf("chip %q where all are placed", got)
	}
}

func TestPanelsNeverOverlap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := campaign()
		in.View = in.View.Resize(orb.Point{rapid.Float64Range(200, 2000).Draw(t, "w"), rapid.Float64Range(200, 2000).Draw(t, "h")})
		in.Unit = rapid.Float64Range(0.75, 2.5).Draw(t, "unit")
		in.Title = rapid.SampledFrom([]string{"", "Short", "A headline that is long enough to need a second line on most pages, and a third on some"}).Draw(t, "title")
		o := &overlay{Input: in.normal()}
		o.index = o.Cache.index(o.Events)
		o.page = newPage(o.View, orb.Point{}, 0)
		o.space = newSpace(o.page.box)
		o.shown = Visible(in)
		o.tally = o.count(tally{})
		o.layoutPanels()
		for i, a := range o.panels {
			for _, b := range o.panels[:i] {
				if small := o.page.box.Max[0] < 500*in.Unit || o.page.box.Max[1] < 300*in.Unit; !small && touches(a.box, b.box) {
					t.Fatalf("panels %v and %v overlap", a.box, b.box)
				}
			}
		}
	})
}

func TestWrap(t *testing.T) {
	m := roughly{} // 5.6 a letter at size 10
	for _, c := range []struct {
		text  string
		max   float64
		lines int
		want  string
	}{
		{"one line", 100, 2, "one line"},
		{"two words", 35, 2, "two|words"},
		{"a longer text over two lines", 110, 2, "a longer text|over two lines"},
		{"far too long a text for so little room", 60, 2, "far too|long a te…"},
		{"reaches 80 km from town", 95, 2, "reaches 80 km|from town"},
		{"Unbreakablewordthatistoolong", 60, 2, "Unbreakab…"},
		{"", 60, 2, ""},
		{"only 80 km from town", 56, 3, "only|80 km|from town"},
		{"  spaces   between ", 200, 1, "spaces between"},
	} {
		if got := strings.Join(wrap(m, c.text, Sans, 10, c.max, c.lines), "|"); got != c.want {
			t.Errorf("wrap(%q, %v) = %q, want %q", c.text, c.max, got, c.want)
		}
	}
}

func TestInsetShowsWhereTheMapIs(t *testing.T) {
	in := campaign()
	s := Overlay(in)
	frame, ok := find(s, "inset-extent")
	edge, ok2 := find(s, "inset-edge")
	if !ok || !ok2 || !inBox(edge, frame) {
		t.Fatalf("frame %v in %v", frame, edge)
	}
	share := (frame.Max[0] - frame.Min[0]) / (edge.Max[0] - edge.Min[0])
	if share < 0.3 || share > 0.5 {
		t.Errorf("the frame takes %.2f of the inset", share)
	}
	in.View = in.View.Resize(orb.Point{300, 300})
	if _, ok := find(Overlay(in), "inset-edge"); ok {
		t.Error("an inset on a small page")
	}
}

func TestHits(t *testing.T) {
	in := campaign()
	s := Overlay(in)
	page := newPage(in.View, orb.Point{}, 0)
	at := func(lon, lat float64) orb.Point { p, _ := page.point(orb.Point{lon, lat}); return p }
	for _, c := range []struct {
		name string
		p    orb.Point
		tol  float64
		want string
	}{
		{"the selected mark", at(5, 4), 0, "e3"},
		{"a mark on a region", at(3, 7), 6, "e2"},
		{"a region", at(8.5, 9.5), 0, "e5"},
		{"the sea", at(-0.8, 5), 0, ""},
		{"near a mark", orb.Point{at(8, 6)[0] + 14, at(8, 6)[1]}, 12, "e4"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := s.At(c.p, c.tol)
			first := timeline.ID("")
			if len(got) > 0 {
				first = got[0]
			}
			if string(first) != c.want {
				t.Errorf("At = %v, want %q first", got, c.want)
			}
			seen := map[timeline.ID]bool{}
			for _, id := range got {
				if seen[id] {
					t.Errorf("%s twice in %v", id, got)
				}
				seen[id] = true
			}
		})
	}
}

func TestFocus(t *testing.T) {
	in := campaign()
	if got := Focus(in.Events); len(got) != 1 || got[0] != "AA" {
		t.Errorf("Focus = %v", got)
	}
	if got := Focus(nil); got != nil {
		t.Errorf("Focus of nothing = %v", got)
	}
	var wide []Event
	for i, c := range []string{"AA", "BB", "CC", "DD"} {
		l := place("Inn", timeline.At)
		l.Place.Country = c
		wide = append(wide, event(i+1, "x", "", "2020-03-01", l))
	}
	if got := Focus(wide); got != nil {
		t.Errorf("Focus on four countries = %v", got)
	}
}

func TestPlaces(t *testing.T) {
	o := &overlay{}
	for _, c := range []struct {
		name string
		at   []geocode.Location
		want string
	}{
		{"where it happened, not where it came from", []geocode.Location{place("Port", timeline.From), place("Inn", timeline.To)}, "Inn"},
		{"only a start", []geocode.Location{place("Port", timeline.From)}, "Port"},
		{"a country has no mark", []geocode.Location{{Name: "Aland", Country: true}}, ""},
		{"the same place twice", []geocode.Location{place("Inn", timeline.At), place("Inn", timeline.Near)}, "Inn"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var names []string
			for _, l := range o.places(Event{Placed: geocode.Placed{At: c.at}}) {
				names = append(names, l.Name)
			}
			if got := strings.Join(names, " "); got != c.want {
				t.Errorf("places %q, want %q", got, c.want)
			}
		})
	}
}

func TestTells(t *testing.T) {
	land := func(w float64) Item {
		return Path{Class: "land", Lines: orb.MultiLineString{rect(box(0, 0, w, 100))}}
	}
	coast := func(l float64) Item {
		return Path{Class: "coast", Lines: orb.MultiLineString{{{0, 0}, {l, 0}}}}
	}
	for _, c := range []struct {
		name  string
		items []Item
		want  bool
	}{
		{"nothing", nil, false},
		{"land and coast", []Item{land(50), coast(300)}, true},
		{"all land", []Item{land(100)}, false},
		{"a short coast", []Item{land(50), coast(150)}, false},
		{"islands in the sea", []Item{land(5), coast(300)}, false},
		{"borders", []Item{land(100), Path{Class: "border", Lines: orb.MultiLineString{{{0, 0}, {200, 0}}}}}, true},
	} {
		if got := tells(c.items, 200, 100*100); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}
