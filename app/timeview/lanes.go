package timeview

import (
	"math"
	"sort"
	"time"

	"dateline/app/mark"
	"dateline/geo/scene"
	"dateline/timeline"
)

// Item is one event as the timeline shows it.
type Item struct {
	ID       timeline.ID
	Number   int
	Side     string
	From, To time.Time // the first and last instant the date allows; zero where open
	Form     mark.Form
	Rejected bool
	// Group is the title of the lane that it stands in, where lanes are not
	// those of sides; GroupAt is the lane's place among the others.
	Group   string
	GroupAt int
}

// Dated reports whether the item has a place on the timeline at all.
func (it Item) Dated() bool { return !it.From.IsZero() || !it.To.IsZero() }

// Dot reports whether the item is drawn as a mark: its date is known to a day
// or finer, or only one end of it is known. Others are bars.
func (it Item) Dot() bool {
	if it.From.IsZero() || it.To.IsZero() {
		return true
	}
	return it.To.Sub(it.From) <= 36*time.Hour
}

// Items are the timeline's items of a scene's events.
func Items(events []scene.Event) []Item {
	items := make([]Item, 0, len(events))
	for _, e := range events {
		items = append(items, Item{
			ID: e.ID, Number: e.Number, Side: e.Side, From: e.When.Earliest, To: e.When.Latest,
			Form: mark.FormOf(e.Event), Rejected: e.Status == timeline.Rejected,
		})
	}
	return items
}

// Bar is an item in its place: pixels from the left of the plot and the row of
// its lane.
type Bar struct {
	Item
	Hue    scene.Hue // of its side
	Shape  scene.Shape
	X0, X1 float64
	Row    int
	// Tail is a strip that fades out towards where the date is open, from
	// Tail[0], where it is gone, to Tail[1]; both 0 for none. Marks of one
	// row share one.
	Tail [2]float64
	// Count is how many items a cluster stands for, 0 for an item; Span is
	// the stretch of time that they take.
	Count int
	Span  Range
}

// Center is where the item's mark or number stands.
func (b Bar) Center() float64 { return (b.X0 + b.X1) / 2 }

// Lane is the rows of one side, the undated and off-screen events left out.
type Lane struct {
	Name  string // of the side or the group
	Plain bool   // its title is of no side: without mark and colour
	Label string
	Hue   scene.Hue
	Shape scene.Shape
	Bars  []Bar // by row, then from left to right
	Rows  int   // at least 1
	First int   // number of rows in the lanes above
}

// Sizes in pixels.
const (
	dotSize   = 18.0
	dotPitch  = 22.0 // between marks of one day
	barGap    = 6.0  // between bars of one row
	tailReach = 64.0 // of a mark whose date is open at one end
)

// Lanes sorts the items into lanes by side; see Plan.
func Lanes(items []Item, sides []scene.Side, r Range, width float64) []Lane {
	return NewPlan(items, sides).Lanes(r, width, "")
}

// shown reports whether the item is drawn at all.
func (it Item) shown() bool { return it.Dated() && !it.Rejected }

// block is what is placed as one: a bar, or the marks of one day side by side.
type block struct {
	bars   []Bar
	x0, x1 float64
	rows   int
	wide   bool // a bar, placed before the marks
}

// stack places the items of one lane in rows, so that nothing overlaps. Rows
// do not depend on what part of time is shown, only on its scale.
func stack(items []planned, r Range, width float64) ([]Bar, int) {
	blocks := blocksOf(items, r, width)
	sort.SliceStable(blocks, func(i, j int) bool {
		if blocks[i].wide != blocks[j].wide {
			return blocks[i].wide
		}
		return blocks[i].x0 < blocks[j].x0
	})
	var taken [][][2]float64 // by row: stretches
	free := func(row int, x0, x1 float64) bool {
		if row >= len(taken) {
			return true
		}
		for _, s := range taken[row] {
			if x0 < s[1]+barGap && s[0] < x1+barGap {
				return false
			}
		}
		return true
	}
	var bars []Bar
	for _, b := range blocks {
		row := 0
	search:
		for ; ; row++ {
			for k := range b.rows {
				if !free(row+k, b.x0, b.x1) {
					continue search
				}
			}
			break
		}
		for len(taken) < row+b.rows {
			taken = append(taken, nil)
		}
		for k := range b.rows {
			taken[row+k] = append(taken[row+k], [2]float64{b.x0, b.x1})
		}
		for _, bar := range b.bars {
			bar.Row += row
			bars = append(bars, bar)
		}
	}
	sort.SliceStable(bars, func(i, j int) bool {
		if bars[i].Row != bars[j].Row {
			return bars[i].Row < bars[j].Row
		}
		return bars[i].X0 < bars[j].X0
	})
	return bars, max(len(taken), 1)
}

// blocksOf makes the bars, and groups the marks of one day.
func blocksOf(items []planned, r Range, width float64) []block {
	groups := make(map[int64]int)
	var blocks []block
	var dots [][]planned
	for _, it := range items {
		if it.dot {
			k := it.dayOf()
			i, ok := groups[k]
			if !ok {
				i = len(dots)
				groups[k] = i
				dots = append(dots, nil)
			}
			dots[i] = append(dots[i], it)
			continue
		}
		b := Bar{Item: *it.Item, Hue: it.hue, Shape: it.shape, X0: r.X(it.lo, width), X1: r.X(it.hi, width)}
		if w := b.X1 - b.X0; w < dotSize+4 { // never too narrow for its number
			mid := (b.X0 + b.X1) / 2
			b.X0, b.X1 = mid-dotSize/2-2, mid+dotSize/2+2
		}
		blocks = append(blocks, block{bars: []Bar{b}, x0: b.X0, x1: b.X1, rows: 1, wide: true})
	}
	for _, group := range dots {
		blocks = append(blocks, dotBlock(group, r, width))
	}
	return blocks
}

// dayOf numbers the day under which a mark stands: the end that is known.
func (it Item) dayOf() int64 {
	t := it.From
	if t.IsZero() {
		t = it.To
	}
	return int64(math.Floor(Seconds(t) / day))
}

// openness orders the marks of one day: those open to the past, those of the
// day, those open to the future.
func (it Item) openness() int {
	switch {
	case it.From.IsZero():
		return -1
	case it.To.IsZero():
		return 1
	}
	return 0
}

// dotBlock puts the marks of one day side by side about its middle, in several
// rows where the day is too narrow for them.
func dotBlock(group []planned, r Range, width float64) block {
	sort.SliceStable(group, func(i, j int) bool { return group[i].openness() < group[j].openness() })
	d := float64(group[0].dayOf()) * day
	lo, hi := r.X(d, width), r.X(d+day, width)
	mid := (lo + hi) / 2
	if len(group) == 1 && group[0].openness() == 0 { // a time of day, where it is known
		mid = (r.X(Seconds(group[0].From), width) + r.X(Seconds(group[0].To), width)) / 2
	}
	perRow := max(int(math.Floor((hi-lo)/dotPitch)), 3)
	perRow = min(perRow, len(group))
	b := block{rows: (len(group) + perRow - 1) / perRow}
	span := float64(perRow-1)*dotPitch + dotSize
	b.x0, b.x1 = mid-span/2, mid+span/2
	for from := 0; from < len(group); from += perRow {
		row := group[from:min(from+perRow, len(group))]
		x := func(i int) float64 { return mid + (float64(i)-float64(len(row)-1)/2)*dotPitch }
		for i, it := range row {
			bar := Bar{Item: *it.Item, Hue: it.hue, Shape: it.shape, X0: x(i) - dotSize/2, X1: x(i) + dotSize/2, Row: from / perRow}
			switch o := it.openness(); {
			case o < 0 && i == 0:
				last := i
				for last+1 < len(row) && row[last+1].openness() < 0 {
					last++
				}
				bar.Tail = [2]float64{bar.X0 - tailReach, x(last)}
				b.x0 = math.Min(b.x0, bar.Tail[0])
			case o > 0 && i == len(row)-1:
				first := i
				for first > 0 && row[first-1].openness() > 0 {
					first--
				}
				bar.Tail = [2]float64{bar.X1 + tailReach, x(first)}
				b.x1 = math.Max(b.x1, bar.Tail[0])
			}
			b.bars = append(b.bars, bar)
		}
	}
	return b
}

// Histogram counts the events over a range in n bins; an event that may lie in
// several bins is shared between them. Open and undated events do not count.
func Histogram(items []Item, r Range, n int) []float64 {
	bins := make([]float64, n)
	w := r.Width() / float64(n)
	for _, it := range items {
		if it.From.IsZero() || it.To.IsZero() || it.Rejected {
			continue
		}
		lo, hi := Seconds(it.From), Seconds(it.To)
		if hi <= lo {
			hi = lo + 1
		}
		first := max(int(math.Floor((lo-r.From)/w)), 0)
		last := min(int(math.Floor((hi-r.From)/w)), n-1)
		for i := first; i <= last; i++ {
			b0 := r.From + float64(i)*w
			overlap := math.Min(hi, b0+w) - math.Max(lo, b0)
			if overlap > 0 {
				bins[i] += overlap / (hi - lo)
			}
		}
	}
	return bins
}
