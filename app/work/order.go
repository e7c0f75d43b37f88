package work

import (
	"slices"

	"dateline/timeline"
)

// ordered sorts events by their first instant, keeping those that follow
// others behind them.
func ordered(events []timeline.Event) []timeline.Event {
	key := func(e timeline.Event) int64 {
		switch {
		case !e.When.Earliest.IsZero():
			return e.When.Earliest.Unix()
		case !e.When.Latest.IsZero():
			return e.When.Latest.Unix()
		}
		return 1 << 62
	}
	left := slices.Clone(events)
	slices.SortStableFunc(left, func(a, b timeline.Event) int {
		ka, kb := key(a), key(b)
		switch {
		case ka < kb:
			return -1
		case ka > kb:
			return 1
		}
		return 0
	})
	waiting := make(map[timeline.ID]bool, len(left))
	for _, e := range left {
		waiting[e.ID] = true
	}
	var out []timeline.Event
	for len(left) > 0 {
		i := slices.IndexFunc(left, func(e timeline.Event) bool {
			return !slices.ContainsFunc(e.After, func(id timeline.ID) bool { return id != e.ID && waiting[id] })
		})
		i = max(i, 0) // events that wait for each other: the first goes ahead
		out = append(out, left[i])
		delete(waiting, left[i].ID)
		left = slices.Delete(left, i, i+1)
	}
	return out
}
