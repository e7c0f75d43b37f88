package work

import (
	"dateline/geo/scene"
	"dateline/timeline"
)

// Sides says how each party of the events is drawn; see scene.Sides.
func Sides(chosen []scene.Side, events []timeline.Event) []scene.Side {
	return scene.Sides(events, chosen)
}
