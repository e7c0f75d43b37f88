package scene

import (
	"cmp"
	"math"
	"slices"
	"sort"
	"time"

	"dateline/timeline"
)

// Visible is the events that show at the moment of the input and in its mode,
// by number. A rejected event never shows; a selected one always does. In
// Cumulative an event shows from the instant at which it is stepped to (see
// timeline.Instants), in Window if its dates touch the window, in Moment if
// its dates hold the clock. Events without any date show in Cumulative alone.
// A zero clock is the end of time.
func Visible(in Input) []Event { return VisibleAt(in, Instants(in.Events)) }

// VisibleAt is Visible for events whose instants are known.
func VisibleAt(in Input, instants []time.Time) []Event {
	var out []Event
	for _, i := range visible(&in, instants) {
		out = append(out, in.Events[i])
	}
	return out
}

// visible are the indices of the events that show, by number.
func visible(in *Input, instants []time.Time) []int {
	var out []int
	for i := range in.Events {
		e := &in.Events[i]
		if e.Status == timeline.Rejected {
			continue
		}
		if e.ID == in.Selected && in.Selected != "" || shows(in, e, instants[i]) {
			out = append(out, i)
		}
	}
	byNumber := func(a, b int) int { return cmp.Compare(in.Events[a].Number, in.Events[b].Number) }
	if !slices.IsSortedFunc(out, byNumber) {
		slices.SortStableFunc(out, byNumber)
	}
	return out
}

// visible are the indices of the events that show, by number. In Cumulative,
// where most do, they are found without a look at the events themselves.
func (o *overlay) visible() []int {
	x := o.index
	if o.Mode != Cumulative || !x.sorted || x.n == 0 {
		return visible(&o.Input, x.instants)
	}
	selected := -1
	if k, ok := x.byID[o.Selected]; ok && o.Selected != "" {
		selected = k
	}
	out := make([]int, 0, x.n)
	for i, at := range x.instants {
		if !x.rejected[i] && (i == selected || at.IsZero() || o.Now.IsZero() || !at.After(o.Now)) {
			out = append(out, i)
		}
	}
	return out
}

// Instants is the instant of each event when they are stepped through in the
// order of their numbers; zero for an event without a date.
func Instants(events []Event) []time.Time {
	order := make([]int, len(events))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(i, j int) bool { return events[order[i]].Number < events[order[j]].Number })
	whens := make([]timeline.When, len(events))
	for i, k := range order {
		whens[i] = events[k].When
	}
	out := make([]time.Time, len(events))
	for i, t := range timeline.Instants(whens) {
		out[order[i]] = t
	}
	return out
}

func shows(in *Input, e *Event, at time.Time) bool {
	lo, hi := e.When.Earliest, e.When.Latest
	if lo.IsZero() && !hi.IsZero() {
		lo = hi.Truncate(24 * time.Hour) // "by the 14th" is shown on the 14th
	}
	switch in.Mode {
	case Window:
		return e.When.Known() &&
			(in.To.IsZero() || !lo.After(in.To)) &&
			(hi.IsZero() || in.From.IsZero() || !hi.Before(in.From))
	case Moment:
		return e.When.Known() && !lo.After(in.Now) && (hi.IsZero() || !hi.Before(in.Now))
	}
	return at.IsZero() || in.Now.IsZero() || !at.After(in.Now)
}

// strength is the opacity of an event's mark. In Moment it is the share of the
// uncertain dates already past, at least 0.3. In the other modes the events
// before the selected one fade in three steps, far enough back to stay quiet
// and never so far that they are lost.
func strength(in Input, e Event, behind int) float64 {
	if in.Mode == Moment {
		lo, hi := e.When.Earliest, e.When.Latest
		if lo.IsZero() || hi.IsZero() || hi.Sub(lo) <= 24*time.Hour {
			return 1
		}
		return math.Min(1, math.Max(0.3, float64(in.Now.Sub(lo))/float64(hi.Sub(lo))))
	}
	switch {
	case behind <= 5:
		return 1
	case behind <= 9:
		return 0.85
	case behind <= 14:
		return 0.72
	}
	return 0.6
}
