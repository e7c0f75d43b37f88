package work

import (
	"time"

	"dateline/geo/scene"
)

const day = 24 * time.Hour

// moments gives each event the moment at which a briefing tells it. Events
// that could all be told at the same instant are spread over the day, as far
// as their dates allow, so that the clock moves with every step.
func moments(events []scene.Event) []time.Time {
	ms := make([]time.Time, len(events))
	var last time.Time
	for i, e := range events {
		at := e.When.Earliest
		if at.IsZero() && !e.When.Latest.IsZero() {
			at = e.When.Latest.Truncate(day)
		}
		if at.Before(last) {
			at = last
		}
		ms[i], last = at, at
	}
	backfill(ms)
	for from := 0; from < len(ms); {
		to := from + 1
		for to < len(ms) && ms[to].Equal(ms[from]) {
			to++
		}
		if !ms[from].IsZero() {
			spread(ms, events, from, to)
		}
		from = to
	}
	return ms
}

// backfill gives events without any date ahead of the first dated one that
// one's moment.
func backfill(ms []time.Time) {
	for i := len(ms) - 2; i >= 0; i-- {
		if ms[i].IsZero() {
			ms[i] = ms[i+1]
		}
	}
}

// spread moves the equal moments [from, to) apart, up to the end of the day,
// of the next moment and of what their own dates allow.
func spread(ms []time.Time, events []scene.Event, from, to int) {
	end := ms[from].Add(day)
	if to < len(ms) && ms[to].Before(end) {
		end = ms[to]
	}
	for _, e := range events[from:to] {
		if l := e.When.Latest; !l.IsZero() && !l.Before(ms[from]) && l.Before(end) {
			end = l
		}
	}
	step := end.Sub(ms[from]) / time.Duration(to-from)
	for i := from; i < to; i++ {
		ms[i] = ms[i].Add(step * time.Duration(i-from))
	}
}
