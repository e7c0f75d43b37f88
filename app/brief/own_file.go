package brief

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"slices"

	"dateline/timeline"
)

// marshalOwn writes an event that a person made.
func marshalOwn(e Own) (json.RawMessage, error) {
	var o object
	o.put("id", e.ID)
	if e.Like != "" {
		o.put("like", e.Like)
	}
	o.rest(e.extra)
	return o.bytes()
}

// readOwn reads an event that a person made.
func readOwn(at string, raw json.RawMessage) (Own, error) {
	var o Own
	f := readObject(at, raw)
	f.take("id", &o.ID)
	f.take("like", &o.Like)
	var err error
	o.extra, err = f.done()
	return o, err
}

// checkOwn reports an event without an ID, or with one that another has.
func checkOwn(own []Own) error {
	seen := make(map[timeline.ID]bool, len(own))
	for i, o := range own {
		if !IsOwn(o.ID) || seen[o.ID] {
			return &DamagedError{At: fmt.Sprintf("own event %d", i+1), Err: fmt.Errorf("%q is no name for it", o.ID)}
		}
		seen[o.ID] = true
	}
	return nil
}

// putMore writes what an edit says beyond its single values.
func putMore(o *object, e Edit) {
	if e.Actors != nil {
		o.putKept("actors", *e.Actors, e.was)
	}
	if e.Places != nil {
		o.putKept("places", *e.Places, e.was)
	}
	if e.Way != nil {
		o.putKept("way", *e.Way, e.was)
	}
	if e.Figures != nil {
		o.putKept("figures", *e.Figures, e.was)
	}
	if e.Claims != nil {
		o.putKept("claims", *e.Claims, e.was)
	}
	if e.Media != nil {
		o.putKept("media", *e.Media, e.was)
	}
	if e.Into != nil {
		o.put("into", *e.Into)
	}
	if len(e.From) > 0 {
		o.put("from", e.From)
	}
}

// takeMore reads what putMore writes.
func takeMore(f *fields, e *Edit) {
	e.Actors = optional[[]timeline.Actor](f, "actors")
	e.Places = optional[[]Place](f, "places")
	e.Way = optional[Way](f, "way")
	e.Figures = optional[[]timeline.Figure](f, "figures")
	e.Claims = optional[[]timeline.Claim](f, "claims")
	e.Media = optional[[]Media](f, "media")
	e.Into = optional[timeline.ID](f, "into")
	f.take("from", &e.From)
}

var (
	errNowhere = errors.New("a place of it lies nowhere on earth")
	errWay     = errors.New("its way has fewer than two points")
)

// checkMore reports what an edit says that cannot be.
func checkMore(at string, e Edit) error {
	fail := func(err error) error { return &DamagedError{At: at, Err: err} }
	if e.Places != nil {
		for _, p := range *e.Places {
			if !onEarth(p.Lon, p.Lat) || p.RadiusKM < 0 {
				return fail(errNowhere)
			}
		}
	}
	if e.Way != nil {
		if len(e.Way.Points) < 2 || e.Way.WidthPX < 0 {
			return fail(errWay)
		}
		for _, p := range e.Way.Points {
			if !onEarth(p[0], p[1]) {
				return fail(errNowhere)
			}
		}
	}
	if e.Claims != nil {
		for _, c := range *e.Claims {
			if !ValidGrade(c.Grade) {
				return fail(fmt.Errorf("there is no grade %q", c.Grade))
			}
			if !slices.Contains(Stances[:], c.Stance) {
				return fail(fmt.Errorf("there is no stance %q", c.Stance))
			}
		}
	}
	return nil
}

// onEarth reports whether a longitude and a latitude are on earth.
func onEarth(lon, lat float64) bool { return math.Abs(lon) <= 180 && math.Abs(lat) <= 90 }

// Stances are the stances of an account in the order in which they are offered.
var Stances = [...]timeline.Stance{timeline.Reports, timeline.Confirms, timeline.Claims, timeline.Doubts, timeline.Denies}

// ValidGrade reports whether a grade is one of the Admiralty code; the empty
// one is, it says that nobody judged.
func ValidGrade(g timeline.Admiralty) bool {
	return g == "" || len(g) == 2 && 'A' <= g[0] && g[0] <= 'F' && '1' <= g[1] && g[1] <= '6'
}
