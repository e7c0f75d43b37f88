package timeview

import (
	"math"
	"time"

	"fyne.io/fyne/v2"

	"dateline/timeline"
)

// itemAt is the item at a position with the part of it that a press takes hold
// of: an end, where it is a bar, else the whole.
func (v *View) itemAt(p fyne.Position) (b Bar, what grip, ok bool) {
	id := v.At(p)
	if id == "" || isCluster(id) {
		return Bar{}, nothing, false
	}
	for _, l := range v.shown.Lanes() {
		for _, b := range l.Bars {
			if b.ID != id {
				continue
			}
			what = wholeItem
			x := float64(p.X) - Gutter
			if !b.Dot() && b.X1-b.X0 > 30 {
				switch {
				case math.Abs(x-b.X0) <= 6:
					what = itemStart
				case math.Abs(x-b.X1) <= 6:
					what = itemEnd
				}
			}
			return b, what, true
		}
	}
	return Bar{}, nothing, false
}

// cluster is the cluster of that name.
func (v *View) cluster(id timeline.ID) (Bar, bool) {
	for _, l := range v.shown.Lanes() {
		for _, b := range l.Bars {
			if b.ID == id && b.Count > 0 {
				return b, true
			}
		}
	}
	return Bar{}, false
}

// openCluster zooms to what a cluster stands for, or where that would take
// nothing apart lists it.
func (v *View) openCluster(id timeline.ID, at fyne.Position) {
	b, ok := v.cluster(id)
	if !ok {
		return
	}
	w := b.Span.Width()
	if w > v.want.Range.Width()/4000 && v.want.Range.Width() > 2*minRange {
		mid := (b.Span.From + b.Span.To) / 2
		w = math.Max(math.Min(w*1.6, v.want.Range.Width()/2), minRange)
		v.SetRange(Range{mid - w/2, mid + w/2})
		return
	}
	if v.OnMembers == nil {
		return
	}
	var ids []timeline.ID
	for _, it := range v.want.Items {
		lo, hi := Seconds(it.From), Seconds(it.To)
		if it.shown() && lo >= b.Span.From-1 && hi <= b.Span.To+1 {
			ids = append(ids, it.ID)
		}
	}
	v.OnMembers(ids, at)
}

// undated are the events that have no place on the timeline.
func (v *View) undated() []timeline.ID {
	var ids []timeline.ID
	for _, it := range v.want.Items {
		if !it.Dated() && !it.Rejected {
			ids = append(ids, it.ID)
		}
	}
	return ids
}

// dragItem moves the ghost of the item that is held, in steps of the unit that
// its date is known to: whole days for a day.
func (v *View) dragItem(p fyne.Position) {
	b := v.drag.item
	by := (float64(p.X) - float64(v.drag.from.X)) / v.want.PlotWidth() * v.want.Range.Width()
	unit := unitOf(b.Item)
	by = math.Round(by/unit) * unit
	lo, hi := Seconds(b.From), Seconds(b.To)
	switch {
	case b.From.IsZero():
		lo = hi
	case b.To.IsZero():
		hi = lo
	}
	switch v.drag.what {
	case itemStart:
		lo = math.Min(lo+by, hi-math.Min(unit, hi-lo)+1)
	case itemEnd:
		hi = math.Max(hi+by, lo+math.Min(unit, hi-lo)-1)
	default:
		lo, hi = lo+by, hi+by
	}
	v.ghost = &[2]float64{lo, hi}
	v.redraw()
}

// unitOf is the unit, in seconds, to which the date of an item is known.
func unitOf(it Item) float64 {
	if it.From.IsZero() || it.To.IsZero() || it.To.Sub(it.From) >= 23*time.Hour {
		return day
	}
	if it.To.Sub(it.From) >= 59*time.Minute {
		return 3600
	}
	return 60
}

// drop asks for the item to be moved to where its ghost is.
func (v *View) drop() {
	g, b := v.ghost, v.drag.item
	v.ghost = nil
	if g == nil || v.OnMove == nil {
		return
	}
	from, to := Time(g[0]), Time(g[1])
	if b.From.IsZero() {
		from = time.Time{}
	}
	if b.To.IsZero() {
		to = time.Time{}
	}
	if from.Equal(b.From) && to.Equal(b.To) {
		return
	}
	v.OnMove(b.ID, from, to)
}
