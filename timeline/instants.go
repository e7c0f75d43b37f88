package timeline

import "time"

// lookAhead is how many dates may share a room.
const lookAhead = 512

// Instants gives every date one instant at which it is taken to happen when
// the dates are stepped through: within what each date allows, later for later
// ones where their bounds permit, and spread over what they share, so that
// four things "between the 9th and the 13th" do not all happen at once. The
// order of the dates is the order in which they are told. A date that is
// before the bounds of those around it keeps to its own bounds. An open or
// unknown end counts as the day of the known one; a date with neither has the
// zero instant.
//
// Room is shared with at most lookAhead dates that follow, so that very many are
// done in a time in proportion to their number.
func Instants(dates []When) []time.Time {
	n := len(dates)
	lo, hi := make([]time.Time, n), make([]time.Time, n)
	for i, w := range dates {
		lo[i], hi[i] = w.Earliest, w.Latest
		switch {
		case lo[i].IsZero() && !hi[i].IsZero():
			lo[i] = hi[i].Truncate(24 * time.Hour)
		case hi[i].IsZero() && !lo[i].IsZero():
			hi[i] = lo[i].Truncate(24 * time.Hour).Add(24*time.Hour - time.Second)
		}
	}
	out := make([]time.Time, n)
	var at time.Time
	for i := range dates {
		if hi[i].IsZero() {
			continue
		}
		// The room of this one: from where the last one stood to its own end,
		// shared with those after it that must fit into the same room.
		from := lo[i]
		if at.After(from) {
			from = at
		}
		if from.After(hi[i]) {
			out[i] = hi[i]
			continue
		}
		to, share := hi[i], 1
		for j := i + 1; j < min(n, i+1+lookAhead); j++ {
			if hi[j].IsZero() || hi[j].Before(from) || lo[j].After(to) {
				continue
			}
			if hi[j].Before(to) {
				to = hi[j]
			}
			share++
		}
		out[i] = from.Add(to.Sub(from) / time.Duration(share+1)).Truncate(time.Second)
		if out[i].Before(from) {
			out[i] = from
		}
		at = out[i]
	}
	return out
}
