// Package proj holds map projections and the view: which part of the world is
// shown, how large and where. Views are values; moving one gives a new one.
package proj

import "github.com/paulmach/orb"

// Projection maps longitude and latitude in degrees to a plane and back. The
// world is 1 wide: x in [0,1] eastward, y downward. ok is false for a point
// that cannot be shown.
type Projection interface {
	Name() string
	Forward(lonLat orb.Point) (xy orb.Point, ok bool)
	Inverse(xy orb.Point) (lonLat orb.Point, ok bool)
	Extent() orb.Bound
}

// View is a window onto a projected world. Methods with a receiver of View
// never change it.
type View struct {
	Proj   Projection
	Center orb.Point // longitude, latitude
	Scale  float64   // pixels per width of the world (256·2^zoom)
	Size   orb.Point // pixels
}
