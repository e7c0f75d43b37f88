package timeview

import (
	"fmt"
	"math"
	"sort"
	"strings"

	"dateline/app/words"
	"dateline/geo/scene"
	"dateline/timeline"
)

// manyLanes is the number of sides from which on those with a single event
// share a lane.
const manyLanes = 4

// How much a lane shows one by one before it counts.
const (
	maxStack = 300 // items in sight
	maxRows  = 6
	wideRows = 3 // of bars beside the clusters
	maxWide  = 40
)

// clusterPitch is how much of the axis one cluster stands for, in pixels.
const clusterPitch = 34.0

// Plan is the items sorted into lanes, whatever part of time is shown. It is
// made once for the items and never changed.
type Plan struct {
	lanes   []Lane // without bars
	items   [][]planned
	undated int
	dated   bool
	timed   bool
}

// planned is an item with its place in time, in seconds.
type planned struct {
	*Item
	hue    scene.Hue
	shape  scene.Shape
	lo, hi float64 // where it begins and ends; both at the known end of an open one
	dot    bool
	at     int // in its lane
}

// NewPlan sorts the items into lanes by group, where they have one, else by
// side, in the order of the sides. Sides in grey, which have no colour of their
// own, those that are not listed and events that nobody does share the lane at
// the foot; where there are many sides, those with a single event stand there
// too, in their colour.
func NewPlan(items []Item, sides []scene.Side) *Plan {
	p := &Plan{}
	index := make(map[string]int, len(sides))
	for i, s := range sides {
		index[s.Name] = i
	}
	events := make([]int, len(sides))
	grouped := 0
	for k := range items {
		it := &items[k]
		if it.Dated() {
			p.dated = true
		} else if !it.Rejected {
			p.undated++
		}
		if it.Group != "" {
			grouped = max(grouped, it.GroupAt+1)
		}
		if i, ok := index[it.Side]; ok && it.shown() {
			events[i]++
		}
	}
	p.timed = Timed(items)
	acting := 0
	for i, n := range events {
		if n > 0 && sides[i].Hue != scene.Grey {
			acting++
		}
	}
	lanes := make([]Lane, max(len(sides), grouped), max(len(sides), grouped)+1)
	if grouped == 0 {
		for i, s := range sides {
			lanes[i] = Lane{Name: s.Name, Label: s.Label, Hue: s.Hue, Shape: s.Shape}
			if s.Label == "" {
				lanes[i].Label = s.Name
			}
		}
	}
	lanes = append(lanes, Lane{Label: words.T("Others"), Hue: scene.Grey, Shape: scene.Diamond, Plain: grouped > 0})
	last := len(lanes) - 1
	byLane := make([][]planned, len(lanes))
	for k := range items {
		it := &items[k]
		if !it.shown() {
			continue
		}
		n, known := index[it.Side]
		i := n
		switch {
		case grouped > 0:
			i = last
			if it.Group != "" {
				i = it.GroupAt
				lanes[i] = Lane{Name: it.Group, Label: it.Group, Hue: scene.Grey, Shape: scene.Diamond, Plain: true}
			}
		case !known || sides[n].Hue == scene.Grey || acting >= manyLanes && events[n] == 1:
			i = last
		}
		pl := planned{Item: it, hue: lanes[i].Hue, shape: lanes[i].Shape, dot: it.Dot()}
		if known {
			pl.hue, pl.shape = sides[n].Hue, sides[n].Shape
		}
		pl.lo, pl.hi = Seconds(it.From), Seconds(it.To)
		if it.From.IsZero() {
			pl.lo = pl.hi
		}
		if it.To.IsZero() {
			pl.hi = pl.lo
		}
		if byLane[i] == nil {
			byLane[i] = make([]planned, 0, len(items)/len(lanes)+1)
		}
		byLane[i] = append(byLane[i], pl)
	}
	for i, l := range lanes {
		if len(byLane[i]) == 0 {
			continue
		}
		p.lanes = append(p.lanes, l)
		p.items = append(p.items, byLane[i])
	}
	return p
}

// Lanes are the lanes with what they show of a part of time. Within a lane what
// would overlap is stacked in rows; where that would take too many, near ones
// are counted together. The selected item is never counted away.
func (p *Plan) Lanes(r Range, width float64, selected timeline.ID) []Lane {
	out := make([]Lane, len(p.lanes))
	first := 0
	for i, l := range p.lanes {
		l.Bars, l.Rows = p.fill(i, r, width, selected)
		l.First = first
		first += l.Rows
		out[i] = l
	}
	return out
}

// fill makes the bars of a lane.
func (p *Plan) fill(lane int, r Range, width float64, selected timeline.ID) ([]Bar, int) {
	all := p.items[lane]
	if len(all) <= maxStack {
		if bars, rows := stack(all, r, width); rows <= maxRows {
			return bars, rows
		}
	} else if seen, few := inSight(all, r); few {
		if bars, rows := stack(seen, r, width); rows <= maxRows {
			return bars, rows
		}
	}
	return clusters(lane, all, r, width, selected)
}

// inSight are the items that touch the range or lie near it, if they are few.
func inSight(all []planned, r Range) ([]planned, bool) {
	margin := r.Width() / 4
	var out []planned
	for i := range all {
		if it := &all[i]; it.hi >= r.From-margin && it.lo <= r.To+margin {
			if len(out) == maxStack {
				return nil, false
			}
			out = append(out, *it)
		}
	}
	return out, true
}

// clusters counts near items together: each stands for those whose middle lies
// in its stretch of the axis. The longest bars keep rows of their own.
func clusters(lane int, all []planned, r Range, width float64, selected timeline.ID) ([]Bar, int) {
	step := r.Width() / width * clusterPitch
	from := math.Floor(r.From/step) - 1
	n := int(math.Ceil(r.Width()/step)) + 4
	type bin struct {
		count  int
		one    int
		lo, hi float64
		hues   map[scene.Hue]int
	}
	bins := make([]bin, n)
	var wide, alone []planned
	count := func(i int) {
		it := &all[i]
		k := (it.lo+it.hi)/2/step - from
		if k < 0 || k >= float64(n) {
			return
		}
		b := &bins[int(k)]
		if b.count == 0 {
			b.lo, b.hi, b.one = it.lo, it.hi, i
		} else {
			b.lo, b.hi = math.Min(b.lo, it.lo), math.Max(b.hi, it.hi)
		}
		b.count++
		if b.count < 64 { // the colour is that of most of the first
			if b.hues == nil {
				b.hues = make(map[scene.Hue]int, 2)
			}
			b.hues[it.hue]++
		}
	}
	for i := range all {
		it := &all[i]
		switch {
		case selected != "" && it.ID == selected:
			alone = append(alone, *it)
		case it.hi-it.lo > 4*step && len(wide) < maxWide && !it.dot && it.hi >= r.From && it.lo <= r.To:
			it := *it
			it.at = i
			wide = append(wide, it)
		default:
			count(i)
		}
	}
	bars, rows := stack(wide, r, width)
	if len(wide) == 0 {
		rows = 0
	}
	kept := bars[:0]
	fits := make(map[timeline.ID]bool)
	for _, b := range bars {
		if b.Row < wideRows {
			kept = append(kept, b)
			fits[b.ID] = true
		}
	}
	bars, rows = kept, min(rows, wideRows)
	for _, it := range wide {
		if !fits[it.ID] {
			count(it.at)
		}
	}
	for k, b := range bins {
		mid := r.X((from+float64(k)+0.5)*step, width)
		switch {
		case b.count == 0:
		case b.count == 1 && all[b.one].dot:
			one, _ := stack(all[b.one:b.one+1], r, width)
			one[0].Row = rows
			room := (clusterPitch - dotSize) / 2 // it stays clear of its neighbours
			by := mid + math.Max(-room, math.Min(room, one[0].Center()-mid)) - one[0].Center()
			one[0].X0, one[0].X1, one[0].Tail = one[0].X0+by, one[0].X1+by, [2]float64{}
			bars = append(bars, one[0])
		default:
			size := clusterSize(b.count)
			it := *all[b.one].Item
			it.ID = timeline.ID(fmt.Sprint(clusterID, lane, ":", int(from)+k))
			bars = append(bars, Bar{
				Item: it, Hue: most(b.hues), Shape: scene.Circle, X0: mid - size/2, X1: mid + size/2, Row: rows, Count: b.count, Span: Range{b.lo, b.hi},
			})
		}
	}
	single, _ := stack(alone, r, width) // last, so that nothing hides it
	for _, b := range single {
		b.Row = rows
		bars = append(bars, b)
	}
	return bars, rows + 1
}

// clusterID begins the names of clusters.
const clusterID = "cluster "

// isCluster reports whether an ID is that of a cluster.
func isCluster(id timeline.ID) bool { return strings.HasPrefix(string(id), clusterID) }

// clusterSize is how large a cluster is drawn: wider by the number of its
// digits, and a little by the number itself.
func clusterSize(n int) float64 {
	return math.Min(16+1.2*math.Log2(float64(n)), clusterPitch-2)
}

func most(hues map[scene.Hue]int) scene.Hue {
	best, n := scene.Grey, 0
	keys := make([]string, 0, len(hues))
	for h := range hues {
		keys = append(keys, string(h))
	}
	sort.Strings(keys)
	for _, h := range keys {
		if c := hues[scene.Hue(h)]; c > n {
			best, n = scene.Hue(h), c
		}
	}
	return best
}
