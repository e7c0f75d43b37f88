package timeview

import (
	"fmt"
	"math"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"dateline/app/mark"
	"dateline/geo/geocode"
	"dateline/geo/scene"
	"dateline/timeline"
	"dateline/timeline/edtf"
)

var sides = []scene.Side{
	{Name: "north", Label: "The North", Hue: scene.Red, Shape: scene.Circle},
	{Name: "south", Hue: scene.Blue, Shape: scene.Square},
	{Name: "envoy", Hue: scene.Grey, Shape: scene.Diamond},
}

func june(t testing.TB) Range {
	return Range{Seconds(date(t, "2014-06-08")), Seconds(date(t, "2014-06-15"))}
}

func TestItemsOfEvents(t *testing.T) {
	when := func(s string) timeline.When { return timeline.NewWhen(edtf.MustParse(s), "", timeline.Span{}) }
	e := scene.Event{Number: 3, Placed: geocode.Placed{Event: timeline.Event{
		ID: "x", Side: "north", When: when("2014-06-13"), Modality: timeline.Attempt, Status: timeline.Rejected,
	}}}
	got := Items([]scene.Event{e})
	want := []Item{{ID: "x", Number: 3, Side: "north", From: e.When.Earliest, To: e.When.Latest, Form: mark.Hollow, Rejected: true}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("items (-want +got):\n%s", diff)
	}
}

func TestLanes(t *testing.T) {
	items := []Item{
		item(t, 1, "south", "2014-06-09", "2014-06-13"),
		item(t, 2, "north", "2014-06-09", "2014-06-13"),
		item(t, 3, "north", "2014-06-10", "2014-06-12"),
		item(t, 4, "envoy", "2014-06-11", "2014-06-11"),
		item(t, 5, "nobody knows", "2014-06-12", "2014-06-12"),
		item(t, 6, "north", "", ""),
		item(t, 7, "north", "2014-06-14", "2014-06-14"),
	}
	rejected := item(t, 8, "south", "2014-06-09", "2014-06-13")
	rejected.Rejected = true
	items = append(items, rejected)

	var got []string
	for _, l := range Lanes(items, sides, june(t), 700) {
		s := fmt.Sprintf("%s +%d of %d:", l.Label, l.First, l.Rows)
		for _, b := range l.Bars {
			s += fmt.Sprintf(" %d@%d", b.Number, b.Row)
		}
		got = append(got, s)
	}
	want := []string{
		"The North +0 of 2: 2@0 7@0 3@1",
		"south +2 of 1: 1@0",
		"Others +3 of 1: 4@0 5@0",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("lanes (-want +got):\n%s", diff)
	}
}

func TestSidesOfOneEventShareALaneAmongMany(t *testing.T) {
	var many []scene.Side
	var items []Item
	for i, name := range []string{"a", "b", "c", "d"} {
		many = append(many, scene.Side{Name: name, Hue: []scene.Hue{scene.Red, scene.Blue, scene.Green, scene.Purple}[i], Shape: scene.Square})
		items = append(items, item(t, i+1, name, "2014-06-11", "2014-06-11"))
	}
	items = append(items, item(t, 5, "a", "2014-06-12", "2014-06-12"))
	lanes := Lanes(items, many, june(t), 700)
	if len(lanes) != 2 || lanes[0].Label != "a" || lanes[1].Label != "Others" {
		t.Fatalf("%d lanes, the first is %q", len(lanes), lanes[0].Label)
	}
	if b := lanes[1].Bars[0]; b.Hue != scene.Blue || b.Shape != scene.Square {
		t.Errorf("among the others the mark of b is %s, %s", b.Hue, b.Shape)
	}
	if few := Lanes(items[1:3], many, june(t), 700); len(few) != 2 || few[0].Label != "b" {
		t.Errorf("of two sides each has no lane of its own: %d lanes", len(few))
	}
}

func TestMarksOfOneDayStandSideBySide(t *testing.T) {
	var items []Item
	for n := 1; n <= 4; n++ {
		items = append(items, item(t, n, "north", "2014-06-11", "2014-06-11"))
	}
	open := item(t, 5, "north", "", "2014-06-11")
	items = append(items, open)
	l := Lanes(items, sides, june(t), 1400)[0] // a day is 200 wide
	if l.Rows != 1 {
		t.Fatalf("%d rows for five marks on a wide day", l.Rows)
	}
	if l.Bars[0].Number != 5 || l.Bars[0].Tail == [2]float64{} {
		t.Errorf("the first mark is %d with tail %v, want the open one with a tail", l.Bars[0].Number, l.Bars[0].Tail)
	}
	mid := (l.Bars[0].X0 + l.Bars[4].X1) / 2
	if want := 3.5 * 200.0; math.Abs(mid-want) > 0.5 {
		t.Errorf("the marks stand about %v, want %v: the middle of the day", mid, want)
	}
	narrow := Lanes(items, sides, june(t), 140)[0] // a day is 20 wide
	if narrow.Rows != 2 {
		t.Errorf("%d rows for five marks on a narrow day, want 2", narrow.Rows)
	}
}

func TestATimeOfDayIsKept(t *testing.T) {
	it := Item{Number: 1, Side: "north", From: date(t, "2014-06-11T18:00"), To: date(t, "2014-06-11T18:00")}
	b := Lanes([]Item{it}, sides, june(t), 700)[0].Bars[0]
	if want := 375.0; math.Abs(b.Center()-want) > 0.5 {
		t.Errorf("six in the evening stands at %v, want %v", b.Center(), want)
	}
}

func TestOpenEnd(t *testing.T) {
	it := item(t, 1, "north", "2014-06-11", "")
	b := Lanes([]Item{it}, sides, june(t), 700)[0].Bars[0]
	if b.Tail[0] <= b.X1 {
		t.Errorf("the tail %v of an event without an end does not lead to the right of %v", b.Tail, b.X1)
	}
}

// TestNothingOverlaps is the promise of the rows.
func TestNothingOverlaps(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		base := time.Date(2014, 6, 1, 0, 0, 0, 0, time.UTC)
		var items []Item
		for n := range rapid.IntRange(1, 40).Draw(t, "events") {
			from := base.AddDate(0, 0, rapid.IntRange(0, 24).Draw(t, "from"))
			to := from.AddDate(0, 0, rapid.IntRange(0, 6).Draw(t, "days")).Add(24*time.Hour - time.Second)
			it := Item{ID: timeline.ID(fmt.Sprint(n)), Number: n + 1, Side: rapid.SampledFrom([]string{"north", "south", ""}).Draw(t, "side"), From: from, To: to}
			switch rapid.IntRange(0, 5).Draw(t, "open") {
			case 0:
				it.From = time.Time{}
			case 1:
				it.To = time.Time{}
			}
			items = append(items, it)
		}
		r := Range{float64(base.Unix()), float64(base.AddDate(0, 1, 0).Unix())}
		seen := 0
		for _, l := range Lanes(items, sides, r, rapid.Float64Range(50, 3000).Draw(t, "width")) {
			for i, a := range l.Bars {
				seen += max(a.Count, 1)
				if a.Row < 0 || a.Row >= l.Rows {
					t.Fatalf("row %d of %d", a.Row, l.Rows)
				}
				for _, b := range l.Bars[i+1:] {
					if a.Row == b.Row && a.X0 < b.X1-0.01 && b.X0 < a.X1-0.01 {
						t.Fatalf("%d [%v, %v] and %d [%v, %v] overlap in row %d of %s", a.Number, a.X0, a.X1, b.Number, b.X0, b.X1, a.Row, l.Label)
					}
				}
			}
		}
		if seen != len(items) {
			t.Fatalf("%d of %d events are shown", seen, len(items))
		}
	})
}

func TestHistogram(t *testing.T) {
	items := []Item{
		item(t, 1, "", "2014-06-08", "2014-06-08"),
		item(t, 2, "", "2014-06-09", "2014-06-10"),
		item(t, 3, "", "", "2014-06-10"),
	}
	got := Histogram(items, june(t), 7)
	want := []float64{1, 0.5, 0.5, 0, 0, 0, 0}
	for i := range want {
		if math.Abs(got[i]-want[i]) > 0.001 {
			t.Errorf("bin %d is %.3f, want %.3f", i, got[i], want[i])
		}
	}
}
