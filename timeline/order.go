package timeline

import (
	"slices"
	"sort"
	"time"
)

// Order gives the events in the order in which they happened, as far as the
// report tells: none before an event that it is said to follow, else by the
// dates, else as they are told. An open or unknown start counts as the end.
// Constraints that contradict each other are ignored from the last one told.
// The argument is left as it is.
func Order(events []Event) []Event {
	n := len(events)
	at := make(map[ID]int, n)
	for i := range events {
		at[events[i].ID] = i
	}
	// Later ones wait for those they follow.
	waits := make([]int, n)
	next := make([][]int, n)
	for i := range events {
		for _, id := range events[i].After {
			if j, ok := at[id]; ok && j != i {
				waits[i]++
				next[j] = append(next[j], i)
			}
		}
	}
	keys := make([]sortKey, n)
	for i := range events {
		keys[i] = keyOf(events[i].When, i)
	}
	// What follows another is not earlier: its key is raised to the other's, so
	// that the order by dates agrees with the constraints where it can.
	var ready []int // sorted by key
	add := func(i int) {
		j := sort.Search(len(ready), func(j int) bool { return keys[i].less(keys[ready[j]]) })
		ready = slices.Insert(ready, j, i)
	}
	for i := range waits {
		if waits[i] == 0 {
			ready = append(ready, i)
		}
	}
	sort.Slice(ready, func(a, b int) bool { return keys[ready[a]].less(keys[ready[b]]) })
	oldest := 0 // nothing before it is left
	done := make([]bool, n)
	out := make([]Event, 0, n)
	for len(out) < n {
		if len(ready) == 0 { // a circle: break it at the first event told
			for done[oldest] {
				oldest++
			}
			add(oldest)
		}
		i := ready[0]
		ready = ready[1:]
		if done[i] {
			continue
		}
		done[i] = true
		out = append(out, events[i])
		for _, j := range next[i] {
			if waits[j]--; waits[j] == 0 && !done[j] {
				if keys[j].day.Before(keys[i].day) {
					keys[j].day = keys[i].day
				}
				add(j)
			}
		}
	}
	return out
}

// sortKey orders dates: by the middle of what they allow, unknown ones last.
type sortKey struct {
	day   time.Time
	told  int
	known bool
}

func keyOf(w When, told int) sortKey {
	k := sortKey{told: told, known: w.Known()}
	switch {
	case w.Earliest.IsZero():
		k.day = w.Latest
	case w.Latest.IsZero():
		k.day = w.Earliest
	default:
		k.day = w.Earliest.Add(w.Latest.Sub(w.Earliest) / 2)
	}
	return k
}

func (k sortKey) less(o sortKey) bool {
	if k.known != o.known {
		return k.known
	}
	if !k.day.Equal(o.day) {
		return k.day.Before(o.day)
	}
	return k.told < o.told
}

// Parties lists the sides that act in the events, the most frequent first,
// then in the order of their first event.
func Parties(events []Event) []string {
	count := map[string]int{}
	var names []string
	for i := range events {
		s := events[i].Side
		if s == "" {
			continue
		}
		if count[s] == 0 {
			names = append(names, s)
		}
		count[s]++
	}
	sort.SliceStable(names, func(a, b int) bool { return count[names[a]] > count[names[b]] })
	return names
}
