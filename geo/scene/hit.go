package scene

import (
	"math"

	"github.com/paulmach/orb"

	"dateline/timeline"
)

// At is the events under a point of the page, the topmost first, each once.
// Marks count within tolerance page units of their edge, areas and labels
// inside only.
func (s Scene) At(p orb.Point, tolerance float64) []timeline.ID {
	var out []timeline.ID
	for i := len(s.Hits) - 1; i >= 0; i-- {
		h := s.Hits[i]
		if !h.contains(p, tolerance) {
			continue
		}
		seen := false
		for _, id := range out {
			seen = seen || id == h.Event
		}
		if !seen {
			out = append(out, h.Event)
		}
	}
	return out
}

func (h Hit) contains(p orb.Point, tolerance float64) bool {
	if h.Ring != nil {
		return h.Ring.Bound().Contains(p) && inRings(orb.MultiLineString{orb.LineString(h.Ring)}, p)
	}
	return dist(p, h.Center) <= h.Radius+math.Max(tolerance, 0)
}
