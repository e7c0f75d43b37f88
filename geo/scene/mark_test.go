package scene

import (
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"

	"dateline/geo/geocode"
	"dateline/timeline"
)

func TestShapesWeighTheSame(t *testing.T) {
	want := math.Pi * 64
	for _, s := range []Shape{Circle, Square, Diamond, Triangle, "unheard of"} {
		ring := shapeRing(s, orb.Point{50, 50}, 8)
		if ring[0] != ring[len(ring)-1] {
			t.Errorf("%s is not closed", s)
		}
		if a := area(ring) / 2; a < 0.85*want || a > 1.3*want {
			t.Errorf("%s has an area of %.0f, a circle %.0f", s, a, want)
		}
		if !inRings(orb.MultiLineString{ring}, orb.Point{50, 50}) {
			t.Errorf("%s is not about its middle", s)
		}
	}
}

// ids lists the IDs of the paths of a mark.
func ids(items []Item) string {
	var out []string
	for _, it := range items {
		switch it := it.(type) {
		case Path:
			out = append(out, it.ID)
		case Text:
			out = append(out, it.ID+"="+it.Text)
		}
	}
	return strings.Join(out, " ")
}

func TestMarkItems(t *testing.T) {
	st, _ := StyleByName("light")
	for _, c := range []struct {
		name string
		m    mark
		want string
	}{
		{"plain", mark{r: 8, alpha: 1}, "m-paper m"},
		{"numbered", mark{r: 8, alpha: 1, event: Event{Number: 12}}, "m-paper m m-number=12"},
		{"hollow", mark{r: 8, alpha: 1, state: hollow}, "m-paper m"},
		{"accounts differ", mark{r: 8, alpha: 1, state: halved}, "m-paper m m-half"},
		{"selected", mark{r: 10, alpha: 1, emphasis: selected}, "m-ring m-gap m"},
		{"under the pointer", mark{r: 8, alpha: 1, emphasis: hovered}, "m-ring m-gap m"},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.m.at = orb.Point{40, 40}
			items := c.m.items("m", st, 1)
			if got := ids(items); got != c.want {
				t.Errorf("items %q, want %q", got, c.want)
			}
			reach := c.m.reach(1) + 0.6
			for _, it := range items {
				if p, ok := it.(Path); ok {
					if b := p.Lines.Bound().Pad(p.Width / 2); !inBox(around(c.m.at, reach), b) {
						t.Errorf("%s reaches to %v, beyond %v", p.ID, b, reach)
					}
				}
			}
		})
	}
}

func TestHollowMarksHavePaperInside(t *testing.T) {
	st, _ := StyleByName("light")
	for _, it := range (mark{at: orb.Point{9, 9}, r: 8, alpha: 1, state: hollow, side: Side{Hue: Red}}).items("m", st, 1) {
		if p := it.(Path); p.ID == "m" && (p.Fill != st.Paper || p.Stroke != st.Hue(Red)) {
			t.Errorf("a hollow mark is filled %v and edged %v", p.Fill, p.Stroke)
		}
	}
}

func TestSelectedMarkStaysOnItsPlace(t *testing.T) {
	in := campaign()
	in.Events = nil
	for i := 1; i <= 9; i++ {
		in.Events = append(in.Events, event(i, "x", "Reds", "2020-03-01", place("Capital", timeline.At)))
	}
	in.Selected = "e4"
	o := &overlay{Input: in.normal(), shown: in.Events, index: newIndex(in.Events)}
	o.page = newPage(o.View, orb.Point{}, 0)
	o.space = newSpace(o.page.box)
	o.placeMarks()
	for _, m := range o.marks {
		if m.emphasis == selected && dist(m.at, m.home) > 4 {
			t.Errorf("the selected mark moved %.1f", dist(m.at, m.home))
		}
		if dist(m.at, m.home) > 70 {
			t.Errorf("mark %d moved %.1f", m.event.Number, dist(m.at, m.home))
		}
	}
	if last := o.marks[len(o.marks)-1]; last.emphasis != selected {
		t.Error("the selected mark is not painted last")
	}
}

func TestNothingFadesWhereNothingIsSelected(t *testing.T) {
	in := campaign()
	in.Events = nil
	for i := 1; i <= 12; i++ {
		in.Events = append(in.Events, event(i, "x", "Reds", "2020-03-01", place("Inn", timeline.At)))
	}
	alpha := func(sel string) uint8 {
		in.Selected = timeline.ID(sel)
		for _, it := range Overlay(in).Items {
			if p, ok := it.(Path); ok && p.ID == "event-1" {
				return p.Fill.A
			}
		}
		return 0
	}
	if a, b := alpha(""), alpha("e12"); a != 255 || b >= a || b < 100 {
		t.Errorf("the first mark has %d alone and %d behind a later one", a, b)
	}
}

func TestAMarkMovedAsideIsTiedToItsPlace(t *testing.T) {
	in := campaign()
	in.Events = append(in.Events, event(9, "Also at the mill", "Blues", "2020-03-05", place("Mill", timeline.At)),
		event(10, "And again", "Blues", "2020-03-05", place("Mill", timeline.At)))
	d := Overlay(in).Dump()
	if !strings.Contains(d, "event-9-tie") && !strings.Contains(d, "event-10-tie") {
		t.Error("no line to the place")
	}
}

func TestTieEndsOutsideTheMark(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := mark{at: orb.Point{100, 100}, r: 8}
		x := rapid.Float64Range(-200, 400).Draw(t, "x")
		y := rapid.Float64Range(-200, 400).Draw(t, "y")
		b := box(x, y, 80, 30)
		if touches(b, around(m.at, 20)) {
			return
		}
		from, to := tie(m, b, 1)
		if d := dist(from, m.at); d < m.reach(1) {
			t.Fatalf("begins %.1f from the middle of the mark", d)
		}
		if b.Pad(-0.1).Contains(to) {
			t.Fatalf("ends at %v inside of %v", to, b)
		}
	})
}

func TestSpotsAreBesideTheMark(t *testing.T) {
	m := mark{at: orb.Point{300, 300}, r: 8}
	for i, s := range spots(m, 40, 1) {
		b := s.box(120, 40)
		if b.Contains(m.at) {
			t.Errorf("spot %d covers the mark", i)
		}
		near := orb.Point{math.Min(math.Max(300, b.Min[0]), b.Max[0]), math.Min(math.Max(300, b.Min[1]), b.Max[1])}
		if d := dist(near, m.at); d > 70 || !s.far && d > 40 {
			t.Errorf("spot %d is %.0f away, far %v", i, d, s.far)
		}
	}
	if first := spots(m, 40, 1)[0]; first.anchor != Start || first.at[0] < 300 {
		t.Errorf("the first spot is %+v, want the right side", first)
	}
}

func TestWhenStyle(t *testing.T) {
	o := &overlay{Input: campaign()}
	o.index = newIndex(o.Events)
	if o.whenStyle() != timeline.LongWhen {
		t.Error("the year stands beside dates of one year")
	}
	o.Events = append(o.Events, event(9, "x", "", "2021-01-01"), Event{})
	o.index = newIndex(o.Events)
	if o.whenStyle() != timeline.LongYearWhen {
		t.Error("dates of two years have no year")
	}
}

func TestLocation(t *testing.T) {
	e := Event{Placed: geocode.Placed{At: []geocode.Location{{Name: "Aland", Country: true}, place("Port", timeline.From), place("Inn", timeline.To)}}}
	named := func(n string) timeline.Place { return timeline.Place{Mention: timeline.Mention{Name: n}} }
	for _, c := range []struct{ ask, want string }{{"inn", "Inn"}, {"Port", "Port"}, {"elsewhere", "Port"}} {
		if l, ok := location(e, named(c.ask)); !ok || l.Name != c.want {
			t.Errorf("location(%q) = %q, %v", c.ask, l.Name, ok)
		}
	}
	e.At = e.At[:1]
	if _, ok := location(e, named("Aland")); ok {
		t.Error("a country is a stop")
	}
}

// counter counts what it is given to paint and fails at one kind.
type counter struct {
	paths, texts, images int
	fail                 error
}

func (c *counter) Path(Path) error   { c.paths++; return nil }
func (c *counter) Text(Text) error   { c.texts++; return c.fail }
func (c *counter) Image(Image) error { c.images++; return nil }

func TestPaint(t *testing.T) {
	s := Scene{Items: []Item{Path{}, Text{}, Image{}, Path{}}}
	c := &counter{}
	if err := s.Paint(c); err != nil || c.paths != 2 || c.texts != 1 || c.images != 1 {
		t.Errorf("painted %+v, %v", c, err)
	}
	c = &counter{fail: errors.New("out of ink")}
	if err := s.Paint(c); !errors.Is(err, c.fail) || c.paths != 1 || c.images != 0 {
		t.Errorf("after a fault: %+v, %v", c, err)
	}
}

func TestDumpTellsItemsApart(t *testing.T) {
	s := Scene{Size: orb.Point{10, 10}, Items: []Item{
		Path{ID: "a", Class: "x", Lines: orb.MultiLineString{{{0, 0}, {-0.01, 2}}}, Fill: fade(rgb(0xFF0000), 0.5), Stroke: rgb(1), Width: 2, Dash: []float64{1, 2}},
		Text{ID: "b", Class: "y", Text: "q\"", Size: 9, Along: orb.LineString{{1, 1}, {3, 3}}},
		Image{ID: "c", Class: "z", Bounds: box(1, 2, 3, 4)},
	}, Hits: []Hit{{Event: "e", Center: orb.Point{1, 1}, Radius: 3}, {Event: "f", Ring: orb.Ring(rect(box(0, 0, 1, 1)))}}}
	want := `scene 10.0,10.0
path x #a 1/2 [0.0,0.0 0.0,2.0] fill ff0000@128 stroke 000001 2.0 dash [1.0 2.0]
text y #b "q\"" font 0 9.0 000000@0 along [1.0,1.0 3.0,3.0]
image z #c [1.0,2.0 4.0,6.0]
hit e 1.0,1.0 radius 3.0
hit f ring [0.0,0.0 1.0,1.0]
`
	if got := s.Dump(); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}
