package timeview

import (
	"context"
	"image/color"
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"dateline/app/mark"
	"dateline/geo/paint/raster"
	"dateline/geo/scene"
)

// picture is one of a few events, 900 × 240.
func picture(t testing.TB, items ...Item) Picture {
	t.Helper()
	grey := func(v uint8) color.NRGBA { return color.NRGBA{v, v, v, 255} }
	p := Picture{
		Size: orb.Point{900, 240}, Items: items, Sides: sides, Scale: 1, Measure: raster.NewMeasurer(), Range: june(t),
		Palette: Palette{
			Ground: grey(250), Ink: grey(0), Muted: grey(90), Grid: grey(230), Hairline: grey(210), Bars: grey(150), Paper: grey(255),
			Now: color.NRGBA{200, 0, 0, 255},
			Hue: func(h scene.Hue) color.NRGBA {
				if h == scene.Red {
					return color.NRGBA{200, 53, 43, 255}
				}
				return grey(100)
			},
		},
	}
	p.Extent = p.Range
	return p
}

func texts(s scene.Scene, class string) []string {
	var out []string
	for _, it := range s.Items {
		if x, ok := it.(scene.Text); ok && x.Class == class {
			out = append(out, x.Text)
		}
	}
	return out
}

func count(s scene.Scene, class string) int {
	n := 0
	for _, it := range s.Items {
		if x, ok := it.(scene.Path); ok && x.Class == class {
			n++
		}
	}
	return n
}

func TestDrawNamesLanesAndDays(t *testing.T) {
	s := picture(t, item(t, 1, "north", "2014-06-09", "2014-06-13"), item(t, 2, "south", "2014-06-11", "2014-06-11"), Item{Number: 3}).Draw()
	if got := strings.Join(texts(s, "lane"), "|"); got != "The North|south" {
		t.Errorf("lanes %q", got)
	}
	if got := strings.Join(texts(s, "minor"), "|"); got != "Sun 8|Mon 9|Tue 10|Wed 11|Thu 12|Fri 13|Sat 14" {
		t.Errorf("days %q", got)
	}
	if got := texts(s, "undated"); len(got) != 1 || got[0] != "1 without a date" {
		t.Errorf("undated %q", got)
	}
	if got := texts(s, "number"); len(got) != 1 || got[0] != "1" {
		t.Errorf("numbers on bars %q", got)
	}
	if len(s.Hits) != 2 {
		t.Errorf("%d hits, want 2", len(s.Hits))
	}
}

func TestDrawWithoutDatesNamesNoTime(t *testing.T) {
	s := picture(t, Item{Number: 1}).Draw()
	if len(texts(s, "minor"))+len(texts(s, "major")) > 0 {
		t.Error("an axis is drawn though nothing has a date")
	}
	if len(texts(s, "empty")) != 1 {
		t.Error("nothing says that no event has a date")
	}
}

func TestBarFadesTowardsItsEnds(t *testing.T) {
	s := picture(t, item(t, 1, "north", "2014-06-09", "2014-06-13")).Draw()
	var alphas []uint8
	for _, it := range s.Items {
		if p, ok := it.(scene.Path); ok && p.Class == "fade" {
			alphas = append(alphas, p.Fill.A)
		}
	}
	if len(alphas) < 10 {
		t.Fatalf("only %d strips", len(alphas))
	}
	top := 0
	for i, a := range alphas {
		if a > alphas[top] {
			top = i
		}
	}
	if first, last := alphas[0], alphas[len(alphas)-1]; first > 60 || last > 60 || alphas[top] < 200 {
		t.Errorf("the bar goes from %d over %d to %d", first, alphas[top], last)
	}
	for i := 1; i < len(alphas); i++ {
		if i <= top && alphas[i] < alphas[i-1] || i > top && alphas[i] > alphas[i-1] {
			t.Fatalf("strip %d breaks the fade: %v", i, alphas)
		}
	}
}

func TestSelectedIsRinged(t *testing.T) {
	for _, to := range []string{"2014-06-09", "2014-06-13"} {
		p := picture(t, item(t, 1, "north", "2014-06-09", to))
		plain := len(p.Draw().Items)
		p.Selected = p.Items[0].ID
		if got := len(p.Draw().Items); got <= plain {
			t.Errorf("selecting the event to %s adds nothing to the picture", to)
		}
	}
}

func TestPlayheadIsDrawnInSightOnly(t *testing.T) {
	p := picture(t, item(t, 1, "north", "2014-06-09", "2014-06-13"))
	for day, want := range map[string]int{"2014-06-10": 1, "2014-07-10": 0} {
		now := Seconds(date(t, day))
		p.Now = &now
		if got := count(p.Draw(), "playhead"); got != want {
			t.Errorf("%s: %d playheads, want %d", day, got, want)
		}
	}
}

func TestHitsAreWhereTheMarksAre(t *testing.T) {
	p := picture(t, item(t, 1, "north", "2014-06-09", "2014-06-13"), item(t, 2, "south", "2014-06-11", "2014-06-11"))
	s := p.Draw()
	mid := Gutter + p.Range.X(Seconds(date(t, "2014-06-11"))+day/2, p.PlotWidth())
	y := lanesTop + header + lanePad + rowPitch/2
	if id, _ := mark.HitAt(s.Hits, orb.Point{mid, y}, 0); id != "a" {
		t.Errorf("the bar is not hit but %q", id)
	}
	if id, _ := mark.HitAt(s.Hits, orb.Point{mid, y + rowPitch + 2*lanePad}, 0); id != "b" {
		t.Errorf("the mark is not hit but %q", id)
	}
	if id, ok := mark.HitAt(s.Hits, orb.Point{mid, 20}, 0); ok {
		t.Errorf("the overview hits %q", id)
	}
}

func TestBrushShowsWhatPartIsSeen(t *testing.T) {
	p := picture(t, item(t, 1, "north", "2014-06-09", "2014-06-13"))
	if count(p.Draw(), "brush") != 0 {
		t.Error("a brush although all is seen")
	}
	p.Range = Range{p.Extent.From + p.Extent.Width()/4, p.Extent.From + p.Extent.Width()/2}
	if count(p.Draw(), "brush") != 1 {
		t.Error("no brush although a part is seen")
	}
	lo, hi := p.Brush()
	if w := p.PlotWidth(); lo != Gutter+w/4 || hi != Gutter+w/2 {
		t.Errorf("the brush reaches from %v to %v of %v", lo-Gutter, hi-Gutter, w)
	}
	p.Range = Range{p.Extent.From, p.Extent.From + 60}
	if lo, hi := p.Brush(); hi-lo < 8 {
		t.Errorf("a brush of %v pixels cannot be seen", hi-lo)
	}
}

func TestManyLanesScroll(t *testing.T) {
	var items []Item
	var lanes []scene.Side
	for n := 1; n <= 30; n++ { // six rows in each of five lanes
		side := []string{"a", "b", "c", "d", "e"}[n%5]
		if n <= 5 {
			lanes = append(lanes, scene.Side{Name: side, Hue: scene.Red})
		}
		items = append(items, item(t, n, side, "2014-06-09", "2014-06-13"))
	}
	p := picture(t, items...)
	p.Sides = lanes
	if p.MaxScroll() < 300 {
		t.Errorf("thirty rows can be scrolled by %v only", p.MaxScroll())
	}
	if h := Height(p.Lanes(), 300); h != 300 {
		t.Errorf("the height %v is not limited", h)
	}
	if h := Height(nil, 300); h != MinHeight {
		t.Errorf("the height without lanes is %v", h)
	}
}

func TestPictureCanBePainted(t *testing.T) {
	p := picture(t, item(t, 1, "north", "2014-06-09", "2014-06-13"), item(t, 2, "south", "", "2014-06-11"))
	img, err := raster.Render(context.Background(), p.Draw(), 1.25)
	if err != nil {
		t.Fatal(err)
	}
	red := 0
	for y := range img.Rect.Dy() {
		for x := range img.Rect.Dx() {
			if c := img.RGBAAt(x, y); c.R > 180 && c.G < 110 {
				red++
			}
		}
	}
	if red < 500 {
		t.Errorf("only %d red pixels of a red bar", red)
	}
}

func BenchmarkDraw(b *testing.B) {
	var items []Item
	for n := 1; n <= 16; n++ {
		items = append(items, item(b, n, []string{"north", "south", ""}[n%3], "2014-06-09", "2014-06-13"))
	}
	p := picture(b, items...)
	r := raster.New()
	for b.Loop() {
		if _, err := r.Render(context.Background(), p.Draw(), 1); err != nil {
			b.Fatal(err)
		}
	}
}
