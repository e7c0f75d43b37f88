package work

import (
	"time"

	"dateline/geo/scene"
)

// Moments gives each event the moment at which a briefing tells it: the
// instant at which it is drawn, but never before or at that of the event ahead
// of it, so that every step moves the clock. An event without a date is told
// right after the one ahead of it, or right before the first dated one. All
// are zero while no date is known at all.
func Moments(events []scene.Event) []time.Time { return moments(scene.Instants(events)) }

// moments makes moments of instants.
func moments(ms []time.Time) []time.Time {
	first := 0
	for first < len(ms) && ms[first].IsZero() {
		first++
	}
	if first == len(ms) {
		return ms
	}
	for i := first - 1; i >= 0; i-- {
		ms[i] = ms[i+1].Add(-time.Second)
	}
	for i := first + 1; i < len(ms); i++ {
		if !ms[i].After(ms[i-1]) {
			ms[i] = ms[i-1].Add(time.Second)
		}
	}
	return ms
}
