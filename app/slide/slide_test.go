package slide

import (
	"context"
	"fmt"
	"image"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"

	"dateline/app/brief"
	"dateline/app/work"
	"dateline/geo/paint/raster"
	"dateline/geo/scene"
	"dateline/timeline"
)

const march = `Rebels take northern towns

Published 21 August 2009

Rebels seized the city of Erbil on Monday, officials said. On Wednesday they took Kirkuk.
Government soldiers withdrew to Baghdad on Thursday. The president spoke of a setback.
`

// engine is one for all tests; it opens its data once.
var engine = work.New()

func opened(t *testing.T) (brief.Brief, work.Content) {
	t.Helper()
	b, err := engine.Open("march.txt", strings.NewReader(march))
	if err != nil {
		t.Fatal(err)
	}
	return b, read(t, b)
}

func read(t *testing.T, b brief.Brief) work.Content {
	t.Helper()
	c, err := engine.Read(context.Background(), b, func(string, float64) {})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

var page = orb.Point{1280, 720}

func texts(items []scene.Item, class string) []scene.Text {
	var out []scene.Text
	for _, it := range items {
		if txt, ok := it.(scene.Text); ok && txt.Class == class {
			out = append(out, txt)
		}
	}
	return out
}

func joined(ts []scene.Text) string {
	var out []string
	for _, t := range ts {
		out = append(out, t.Text)
	}
	return strings.Join(out, " ")
}

// TestASlidePerEvent holds the slides to what the events say.
func TestASlidePerEvent(t *testing.T) {
	b, c := opened(t)
	d := New(engine, b, c)
	if d.Len() < 3 {
		t.Fatalf("%d slides", d.Len())
	}
	l := d.LayOut(page, raster.NewMeasurer())
	for i := range d.Len() {
		s := d.Slide(i)
		e := c.Events[c.Find(s.Event)]
		if s.Headline != e.Title || s.Number != i+1 || s.Of != d.Len() || s.Caption == "" || !s.Now.Equal(c.Moments[c.Find(s.Event)]) {
			t.Errorf("slide %d is %+v", i, s)
		}
		in, err := d.Input(i, l, "", nil)
		if err != nil {
			t.Fatal(err)
		}
		if in.Title != e.Title || in.Selected != e.ID || in.View.Size != l.Map || l.Map[1] >= page[1] {
			t.Errorf("slide %d: %q, %q, %v", i, in.Title, in.Selected, in.View.Size)
		}
		sc := d.Scene(i, l, in)
		if sc.Size != page {
			t.Errorf("it is of %v", sc.Size)
		}
		if got := joined(texts(sc.Items, "caption")); got != s.Caption {
			t.Errorf("the caption is %q, want %q", got, s.Caption)
		}
		if got := joined(texts(sc.Items, "source")); !strings.HasPrefix(got, "Source: march.txt, 21 August 2009.") {
			t.Errorf("the source is %q", got)
		}
		if got := joined(texts(sc.Items, "step")); !strings.Contains(got, fmt.Sprintf("%d / %d", i+1, d.Len())) {
			t.Errorf("the number is %q", got)
		}
		for _, class := range []string{"caption", "source", "step"} {
			for _, txt := range texts(sc.Items, class) {
				if txt.At[1] < l.Map[1] || txt.At[1] > page[1] {
					t.Errorf("%s %q stands at %v, outside of the band", class, txt.Text, txt.At)
				}
			}
		}
	}
}

// TestStepsSayWhatTheyAreTold holds a step's own words and views to coming
// before its event's, and its other words to following the event.
func TestStepsSayWhatTheyAreTold(t *testing.T) {
	b, c := opened(t)
	first := c.Events[0].ID
	now := time.Date(2009, 8, 20, 0, 0, 0, 0, time.UTC)
	b.Steps = []brief.Step{
		{Headline: "Where we are", Caption: "A look at the north.", Notes: "Breathe.", View: brief.View{
			Camera: brief.Camera{Center: [2]float64{44, 36}, Span: [2]float64{10, 5}}, Mode: "window", Now: now,
			From: now.Add(-time.Hour), To: now, Hide: []string{"legend", "inset", "later"},
		}},
		{Event: first, Caption: "Shorter."},
	}
	d := New(engine, b, c)
	l := d.LayOut(page, raster.NewMeasurer())
	s := d.Slide(0)
	if d.Len() != 2 || s.Headline != "Where we are" || s.Notes != "Breathe." || s.Source != "" || s.Mode != scene.Window || !s.Now.Equal(now) {
		t.Errorf("%+v", s)
	}
	in, err := d.Input(0, l, "", nil)
	if err != nil {
		t.Fatal(err)
	}
	if in.View.Center != (orb.Point{44, 36}) || in.Furniture.Legend || in.Furniture.Inset || !in.Furniture.Scale || in.Subtitle != "" {
		t.Errorf("%v, %+v, %q", in.View, in.Furniture, in.Subtitle)
	}
	b = b.WithEdit(first, func(e *brief.Edit) { title := "Put right"; e.Title = &title })
	if s := New(engine, b, read(t, b)).Slide(1); s.Headline != "Put right" || s.Caption != "Shorter." {
		t.Errorf("it does not follow its event: %+v", s)
	}
	b.Steps[1].Event = "gone"
	if s := New(engine, b, c).Slide(1); s.Caption != "Shorter." || s.Headline != "" {
		t.Errorf("of an event that is gone: %+v", s)
	}
}

// TestViewShowsItsEvent holds the map of a slide to showing its event's place.
func TestViewShowsItsEvent(t *testing.T) {
	b, c := opened(t)
	d := New(engine, b, c)
	l := d.LayOut(page, raster.NewMeasurer())
	for i := range d.Len() {
		v, err := d.View(i, l.Map, l.Unit)
		if err != nil {
			t.Fatal(err)
		}
		e := c.Events[c.Find(d.Slide(i).Event)]
		for _, at := range e.At {
			if p, ok := v.ToPage(at.Point); at.Drawable() && e.Kind != timeline.Statement && (!ok || !(orb.Bound{Max: l.Map}).Contains(p)) {
				t.Errorf("slide %d does not show %s", i, at.Name)
			}
		}
	}
}

func TestSameSlideSameBytes(t *testing.T) {
	b, c := opened(t)
	var pictures [2]*image.RGBA
	for i := range pictures {
		d := New(engine, b, c)
		var err error
		if pictures[i], err = d.Thumbnail(context.Background(), 1, d.LayOut(page, raster.NewMeasurer()), "dark", 320); err != nil {
			t.Fatal(err)
		}
	}
	if got := pictures[0].Rect.Dx(); got != 320 || !slices.Equal(pictures[0].Pix, pictures[1].Pix) {
		t.Errorf("%d wide, or the same slide has other bytes the second time", got)
	}
}

// TestIndexHoldsEverySlide once, inside of its page and beside the others.
func TestIndexHoldsEverySlide(t *testing.T) {
	b, c := opened(t)
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 70).Draw(t, "slides")
		size := rapid.SampledFrom([]orb.Point{{1280, 720}, {1080, 1080}, {1080, 1920}, {320, 180}, {64, 64}}).Draw(t, "size")
		b := b
		b.Steps = nil
		for i := range n {
			b.Steps = append(b.Steps, brief.Step{Headline: fmt.Sprint("Step ", i), Caption: "Word"})
		}
		d := New(engine, b, c)
		m := raster.NewMeasurer()
		l := d.LayOut(size, m)
		x := d.Index(l)
		seen := 0
		for p := range x.Pages() {
			style, err := scene.StyleByName("")
			if err != nil {
				t.Fatal(err)
			}
			sc := x.Page(p, style, m, func(i int) image.Image { return image.NewRGBA(image.Rect(0, 0, 1, 1)) })
			var boxes []orb.Bound
			for _, it := range sc.Items {
				if img, ok := it.(scene.Image); ok {
					boxes = append(boxes, img.Bounds)
				}
			}
			seen += len(boxes)
			for i, a := range boxes {
				if !(orb.Bound{Max: size}).Contains(a.Min) || a.Max[0] > size[0]+1e-6 {
					t.Fatalf("slide at %v of a page of %v", a, size)
				}
				for _, o := range boxes[:i] {
					if a.Pad(-1e-6).Intersects(o.Pad(-1e-6)) {
						t.Fatalf("%v lies over %v", a, o)
					}
				}
			}
		}
		if seen != n || x.First(x.Pages()) != n {
			t.Fatalf("%d of %d slides on %d pages", seen, n, x.Pages())
		}
	})
}

// TestWrap holds lines to their width and number, and to losing no words but
// those of which "…" tells.
func TestWrap(t *testing.T) {
	width := func(s string) float64 { return float64(utf8.RuneCountInString(s)) }
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOfN(rapid.StringMatching(`[a-zà]{1,12}`), 0, 30).Draw(t, "words"), " ")
		most, room := rapid.IntRange(1, 4).Draw(t, "most"), float64(rapid.IntRange(1, 40).Draw(t, "room"))
		lines := wrap(s, most, room, width)
		if len(lines) > most {
			t.Fatalf("%d lines of %d", len(lines), most)
		}
		whole := strings.Join(lines, " ")
		if whole != s && !strings.Contains(whole, "…") {
			t.Fatalf("%q became %q", s, whole)
		}
		for i, line := range lines {
			if width(line) > room && strings.Contains(line, " ") && i == len(lines)-1 {
				t.Fatalf("%q is wider than %v", line, room)
			}
		}
	})
}
