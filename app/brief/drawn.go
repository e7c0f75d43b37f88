package brief

import (
	"encoding/json"
	"fmt"
	"math"

	"github.com/paulmach/orb"

	"dateline/geo/scene"
)

// drawing names something drawn on the map: what it is and its ID.
type drawing struct{ noun, id string }

func readControl(b *Brief, at string, raw json.RawMessage) (scene.Control, error) {
	c, rest, err := known[scene.Control](at, raw)
	if err != nil {
		return c, err
	}
	for _, o := range c.Outlines {
		if len(o.Areas) == 0 && len(o.Polygons) == 0 {
			return c, &DamagedError{At: at, Err: fmt.Errorf("an outline names no area and has no coordinates")}
		}
		for _, p := range o.Polygons {
			for _, r := range p {
				if len(r) < 4 || !r.Closed() {
					return c, &DamagedError{At: at, Err: fmt.Errorf("a ring does not end where it begins")}
				}
				if err := allOnEarth(r); err != nil {
					return c, &DamagedError{At: at, Err: err}
				}
			}
		}
	}
	b.drawn = keep(b.drawn, drawing{"control", c.ID}, rest)
	return c, nil
}

func marshalControl(b Brief, c scene.Control) (json.RawMessage, error) {
	return withRest(c, b.drawn[drawing{"control", c.ID}])
}

func readFront(b *Brief, at string, raw json.RawMessage) (scene.Front, error) {
	f, rest, err := known[scene.Front](at, raw)
	if err != nil {
		return f, err
	}
	for _, l := range f.Lines {
		if err := lineOnEarth(l.Points); err != nil {
			return f, &DamagedError{At: at, Err: err}
		}
	}
	b.drawn = keep(b.drawn, drawing{"front", f.ID}, rest)
	return f, nil
}

func marshalFront(b Brief, f scene.Front) (json.RawMessage, error) {
	return withRest(f, b.drawn[drawing{"front", f.ID}])
}

func readRoute(b *Brief, at string, raw json.RawMessage) (scene.Route, error) {
	r, rest, err := known[scene.Route](at, raw)
	if err != nil {
		return r, err
	}
	if err := lineOnEarth(r.Points); err != nil {
		return r, &DamagedError{At: at, Err: err}
	}
	b.drawn = keep(b.drawn, drawing{"route", r.ID}, rest)
	return r, nil
}

func marshalRoute(b Brief, r scene.Route) (json.RawMessage, error) {
	return withRest(r, b.drawn[drawing{"route", r.ID}])
}

func lineOnEarth(l orb.LineString) error {
	if len(l) < 2 {
		return fmt.Errorf("a line needs two points")
	}
	return allOnEarth(l)
}

// allOnEarth checks points in degrees. Longitudes may go once around, for what
// crosses the date line.
func allOnEarth(ps []orb.Point) error {
	for _, p := range ps {
		if !(math.Abs(p[0]) <= 360 && math.Abs(p[1]) <= 90) {
			return fmt.Errorf("there is no point %v, %v", p[0], p[1])
		}
	}
	return nil
}
