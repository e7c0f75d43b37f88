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

// readOwn reads the events that a person made; none has no ID or one that
// another has.
func readOwn(raw []json.RawMessage) ([]Own, error) {
	var out []Own
	seen := make(map[timeline.ID]bool, len(raw))
	for i, r := range raw {
		at := fmt.Sprintf("own event %d", i+1)
		var o Own
		f := readObject(at, r)
		f.take("id", &o.ID)
		f.take("like", &o.Like)
		var err error
		if o.extra, err = f.done(); err != nil {
			return nil, err
		}
		if !IsOwn(o.ID) || seen[o.ID] {
			return nil, &DamagedError{At: at, Err: fmt.Errorf("%q is no name for it", o.ID)}
		}
		seen[o.ID] = true
		out = append(out, o)
	}
	return out, nil
}

// putMore writes what an edit says beyond its single values.
func putMore(o *object, e Edit) {
	if e.Actors != nil {
		o.put("actors", *e.Actors)
	}
	if e.Places != nil {
		o.put("places", *e.Places)
	}
	if e.Way != nil {
		o.put("way", *e.Way)
	}
	if e.Figures != nil {
		o.put("figures", *e.Figures)
	}
	if e.Claims != nil {
		o.put("claims", *e.Claims)
	}
	if e.Media != nil {
		o.put("media", *e.Media)
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
