package mark

import (
	"math"
	"slices"

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

// AllAt are the events whose marks lie on one another at a point of the page:
// those of the round hit areas that hold it, the topmost first, each once.
func AllAt(hits []scene.Hit, p orb.Point) []timeline.ID {
	var out []timeline.ID
	for i := len(hits) - 1; i >= 0; i-- {
		h := hits[i]
		if len(h.Ring) > 0 || math.Hypot(p[0]-h.Center[0], p[1]-h.Center[1]) > h.Radius {
			continue
		}
		ids := h.Cluster
		if len(ids) == 0 {
			ids = []timeline.ID{h.Event}
		}
		for _, id := range ids {
			if !slices.Contains(out, id) {
				out = append(out, id)
			}
		}
	}
	return out
}

// ClusterAt are the events of the topmost mark at a point of the page if it
// stands for several, else nil. slop is added to its radius.
func ClusterAt(hits []scene.Hit, p orb.Point, slop float64) []timeline.ID {
	for i := len(hits) - 1; i >= 0; i-- {
		h := hits[i]
		if len(h.Ring) == 0 && math.Hypot(p[0]-h.Center[0], p[1]-h.Center[1]) <= h.Radius+slop {
			return h.Cluster
		}
	}
	return nil
}
