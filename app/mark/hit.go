package mark

import (
	"math"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"

	"dateline/geo/scene"
	"dateline/timeline"
)

// HitAt is the event whose hit area is at a point of the page: of the round
// ones within reach of it the nearest, else the topmost ring around it. slop
// is added to every radius.
func HitAt(hits []scene.Hit, p orb.Point, slop float64) (timeline.ID, bool) {
	var id timeline.ID
	best := math.Inf(1)
	for i := len(hits) - 1; i >= 0; i-- {
		h := hits[i]
		if len(h.Ring) > 0 {
			continue
		}
		if d := math.Hypot(p[0]-h.Center[0], p[1]-h.Center[1]); d <= h.Radius+slop && d < best {
			id, best = h.Event, d
		}
	}
	if !math.IsInf(best, 1) {
		return id, true
	}
	for i := len(hits) - 1; i >= 0; i-- {
		if h := hits[i]; len(h.Ring) > 0 && h.Ring.Bound().Contains(p) && planar.RingContains(h.Ring, p) {
			return h.Event, true
		}
	}
	return "", false
}
