package brief

import (
	"errors"
	"math"

	"github.com/paulmach/orb"

	"dateline/geo/proj"
)

// Camera is a part of the world that is to be seen, in a window of whatever
// size. The zero Camera leaves it to the events.
type Camera struct {
	Center [2]float64 // longitude, latitude
	// Span is the width and the height of what is seen, in degrees of the
	// equator on the map.
	Span [2]float64
	Proj string // name of the projection; "": Mercator
}

// IsZero reports whether the camera leaves it to the events.
func (c Camera) IsZero() bool { return c.Span == [2]float64{} }

// CameraOf is the camera of a view.
func CameraOf(v proj.View) Camera {
	if v.Scale <= 0 {
		return Camera{}
	}
	c := Camera{Center: v.Center, Span: [2]float64{360 * v.Size[0] / v.Scale, 360 * v.Size[1] / v.Scale}}
	if v.Proj != nil && v.Proj.Name() != proj.Mercator().Name() {
		c.Proj = v.Proj.Name()
	}
	return c
}

// View is the view of that size in which all is seen that the camera shows. The
// camera must not be zero.
func (c Camera) View(size orb.Point) proj.View {
	p := proj.Mercator()
	if c.Proj != "" {
		if named, ok := proj.ByName(c.Proj); ok {
			p = named
		}
	}
	return proj.New(p, c.Center, 360*math.Min(size[0]/c.Span[0], size[1]/c.Span[1]), size)
}

func (c Camera) put(o *object) {
	if c.IsZero() {
		return
	}
	o.put("center", c.Center)
	o.put("span", c.Span)
	if c.Proj != "" {
		o.put("projection", c.Proj)
	}
}

func (c *Camera) take(f *fields) {
	f.take("center", &c.Center)
	f.take("span", &c.Span)
	f.take("projection", &c.Proj)
}

func (c Camera) check(at string) error {
	if c.IsZero() {
		return nil
	}
	if math.Abs(c.Center[0]) > 180 || math.Abs(c.Center[1]) > 90 || c.Span[0] <= 0 || c.Span[1] <= 0 ||
		c.Span[0] > 1e6 || c.Span[1] > 1e6 {
		return impossible(at)
	}
	return nil
}

func impossible(at string) error {
	return &DamagedError{At: at, Err: errors.New("the part of the map that is shown is impossible")}
}
