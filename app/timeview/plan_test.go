package timeview

import (
	"context"
	"fmt"
	"image/color"
	"testing"
	"time"

	"github.com/paulmach/orb"

	"dateline/geo/paint/raster"
	"dateline/geo/scene"
	"dateline/timeline"
)

// many are events spread over ten years, most of them on single days.
func many(n int) []Item {
	base := time.Date(2010, 1, 1, 0, 0, 0, 0, time.UTC)
	items := make([]Item, n)
	for i := range items {
		from := base.Add(time.Duration((i*7919)%n) * 10 * 365 * 24 * time.Hour / time.Duration(n)).Truncate(24 * time.Hour)
		to := from.Add(24*time.Hour - time.Second)
		if i%10 == 0 {
			to = to.AddDate(0, 0, i%40)
		}
		items[i] = Item{ID: timeline.ID(fmt.Sprint("e", i)), Number: i + 1, Side: []string{"north", "south", ""}[i%3], From: from, To: to}
	}
	return items
}

func whole(items []Item) Range { return Fit(items, time.Time{}) }

func TestCrowdedLanesAreCounted(t *testing.T) {
	items := many(5000)
	lanes := NewPlan(items, sides).Lanes(whole(items), 1200, "e42")
	counted, drawn, selected := 0, 0, false
	for _, l := range lanes {
		if l.Rows > maxRows {
			t.Errorf("%s has %d rows", l.Label, l.Rows)
		}
		for _, b := range l.Bars {
			counted += max(b.Count, 1)
			drawn++
			selected = selected || b.ID == "e42"
		}
	}
	if counted != len(items) {
		t.Errorf("%d of %d events are counted", counted, len(items))
	}
	if drawn > 400 || !selected {
		t.Errorf("%d are drawn, the selected one: %v", drawn, selected)
	}
}

func TestZoomTakesClustersApart(t *testing.T) {
	items := many(5000)
	p := NewPlan(items, sides)
	r := whole(items).Zoom(Seconds(items[100].From), 4000)
	for _, l := range p.Lanes(r, 1200, "") {
		for _, b := range l.Bars {
			if b.Count > 1 {
				t.Errorf("%d are still counted together within %v days", b.Count, r.Width()/day)
			}
		}
	}
}

func TestGroupsAreLanes(t *testing.T) {
	items := []Item{item(t, 1, "north", "2014-06-09", "2014-06-09"), item(t, 2, "south", "2014-06-10", "2014-06-10"), item(t, 3, "north", "2014-06-11", "2014-06-11")}
	for i, g := range []string{"Visit", "Battle", "Visit"} {
		items[i].Group, items[i].GroupAt = g, map[string]int{"Battle": 0, "Visit": 1}[g]
	}
	lanes := Lanes(items, sides, june(t), 700)
	if len(lanes) != 2 || lanes[0].Label != "Battle" || lanes[1].Label != "Visit" || len(lanes[1].Bars) != 2 || !lanes[0].Plain {
		t.Fatalf("%+v", lanes)
	}
	if b := lanes[0].Bars[0]; b.Hue != scene.Blue || b.Shape != scene.Square {
		t.Errorf("in a lane of its kind it has lost its side: %v %v", b.Hue, b.Shape)
	}
}

func TestShortCounts(t *testing.T) {
	for n, want := range map[int]string{7: "7", 999: "999", 1000: "1k", 1250: "1.2k", 9999: "9.9k", 34_567: "34k", 2_000_000: "2M"} {
		if got := short(n); got != want {
			t.Errorf("%d: %s, want %s", n, got, want)
		}
	}
}

func TestErasStandBehindTheMarks(t *testing.T) {
	p := picture(t)
	p.Eras = []Era{{Name: "The siege", Range: Range{Seconds(date(t, "2014-06-10")), Seconds(date(t, "2014-06-12"))}}}
	found, marks := -1, -1
	for i, it := range p.Draw().Items {
		if x, ok := it.(scene.Text); ok && x.Text == "The siege" {
			found = i
		}
		if x, ok := it.(scene.Path); ok && x.Class == "mark" && marks < 0 {
			marks = i
		}
	}
	if found < 0 || marks >= 0 && found > marks {
		t.Errorf("the era is item %d, the first mark %d", found, marks)
	}
}

// frameOf is a picture of n events ready to be drawn.
func frameOf(n int) Picture {
	items := many(n)
	p := Picture{
		Size: orb.Point{1440, 220}, Items: items, Sides: sides, Extent: whole(items), Scale: 1, Measure: raster.NewMeasurer(),
		Plan: NewPlan(items, sides),
	}
	p.Palette.Hue = func(scene.Hue) (c color.NRGBA) { c.A = 255; return c }
	p.Range = p.Extent
	p.Bins = Histogram(items, p.Extent, p.binCount())
	return p
}

func benchmarkFrame(b *testing.B, n int) {
	p := frameOf(n)
	r := raster.New()
	for b.Loop() {
		p.MaxScroll() // as a request does
		if _, err := r.Render(context.Background(), p.Draw(), 1); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkFrame1000(b *testing.B)   { benchmarkFrame(b, 1000) }
func BenchmarkFrame10000(b *testing.B)  { benchmarkFrame(b, 10_000) }
func BenchmarkFrame100000(b *testing.B) { benchmarkFrame(b, 100_000) }

func BenchmarkPlan100000(b *testing.B) {
	items := many(100_000)
	for b.Loop() {
		NewPlan(items, sides)
	}
}

// TestFrameOfManyIsNotMuchMoreWork holds a frame of 100,000 events to three
// times what is painted for 1,000; BenchmarkFrame tells the time of both.
func TestFrameOfManyIsNotMuchMoreWork(t *testing.T) {
	painted := func(n int) int {
		p := frameOf(n)
		p.MaxScroll() // as a request does
		return len(p.Draw().Items)
	}
	few, lots := painted(1000), painted(100_000)
	if few == 0 || lots > 3*few {
		t.Errorf("for 100,000 events %d things are painted, for 1,000 %d", lots, few)
	}
}

func TestUnitsOfMoving(t *testing.T) {
	at := time.Date(2014, 6, 13, 14, 0, 0, 0, time.UTC)
	for name, tt := range map[string]struct {
		it   Item
		want float64
	}{
		"day":    {Item{From: at, To: at.Add(24*time.Hour - time.Second)}, day},
		"hour":   {Item{From: at, To: at.Add(time.Hour - time.Second)}, 3600},
		"minute": {Item{From: at, To: at.Add(time.Minute - time.Second)}, 60},
		"open":   {Item{To: at}, day},
		"weeks":  {Item{From: at, To: at.AddDate(0, 0, 20)}, day},
	} {
		if got := unitOf(tt.it); got != tt.want {
			t.Errorf("%s: %v", name, got)
		}
	}

}
