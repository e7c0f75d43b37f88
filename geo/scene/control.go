package scene

import (
	"cmp"
	"slices"
	"time"

	"github.com/paulmach/orb"

	"dateline/geo/gazetteer"
	"dateline/timeline/edtf"
)

// Control is an area that a party holds, or says it holds, as a person drew it:
// its outlines at the times at which it changed.
type Control struct {
	ID       string    `json:"id"`
	Label    string    `json:"label,omitempty"`
	Side     string    `json:"side"`
	Against  string    `json:"against,omitempty"` // contested by this party: striped in the colours of both
	Claimed  bool      `json:"claimed,omitempty"` // only claimed: hatched, not filled
	Outlines []Outline `json:"outlines"`
}

// Outline is what an area is at a time. A date, or an interval without an end,
// holds until the outline after it; an interval with an end ends there.
type Outline struct {
	When  edtf.Value          `json:"when"`
	Areas []gazetteer.AreaKey `json:"areas,omitempty"` // whole countries and divisions, "IQ.10"
	// Polygons are drawn by hand: longitude and latitude in degrees, nested as
	// the coordinates of a MultiPolygon of GeoJSON.
	Polygons orb.MultiPolygon `json:"coordinates,omitempty"`
}

// Front is the line between two parties, as a person drew it.
type Front struct {
	ID      string `json:"id"`
	Label   string `json:"label,omitempty"`
	Side    string `json:"side"`              // whose front it is; the other is at the left of the line
	Against string `json:"against,omitempty"` // the other; then the line has the colours of both, else teeth
	Claimed bool   `json:"claimed,omitempty"`
	Lines   []Line `json:"lines"`
}

// Line is what a front is at a time, see Outline.
type Line struct {
	When   edtf.Value     `json:"when"`
	Points orb.LineString `json:"coordinates"` // longitude and latitude in degrees
}

// Route is a way that somebody or something takes, as a person drew it.
type Route struct {
	ID      string         `json:"id"`
	Label   string         `json:"label,omitempty"`
	Side    string         `json:"side,omitempty"`
	Planned bool           `json:"planned,omitempty"`
	When    edtf.Value     `json:"when"` // from when on; none: always
	Points  orb.LineString `json:"coordinates"`
}

// moment is the instant at which what changes is shown, zero for the end.
func (o *overlay) moment() time.Time {
	if o.Mode == Window {
		return o.To
	}
	return o.Now
}

func (o Outline) when() edtf.Value { return o.When }

func (l Line) when() edtf.Value { return l.When }

// whens are the dates of what changes.
func whens[T any](ts []T, when func(T) edtf.Value) []edtf.Value {
	out := make([]edtf.Value, len(ts))
	for i, t := range ts {
		out[i] = when(t)
	}
	return out
}

// holding is the index of the date that holds at a moment, -1 for none, and of
// the one that held before it, -1 for none. The zero moment is the end of time.
func holding(whens []edtf.Value, at time.Time) (now, before int) {
	type dated struct {
		i        int
		from, to time.Time
	}
	var ds []dated
	for i, v := range whens {
		from, to := v.Bounds()
		if !v.IsInterval() || v.OpenEnd() {
			to = time.Time{}
		}
		if at.IsZero() || !from.After(at) {
			ds = append(ds, dated{i, from, to})
		}
	}
	slices.SortStableFunc(ds, func(a, b dated) int { return cmp.Compare(a.from.UnixNano(), b.from.UnixNano()) })
	n := len(ds)
	if n == 0 {
		return -1, -1
	}
	now, before = ds[n-1].i, -1
	if n > 1 {
		before = ds[n-2].i
	}
	if end := ds[n-1].to; !end.IsZero() && !at.IsZero() && at.After(end) {
		return -1, now // over
	}
	return now, before
}

// controls draws the areas of control: what holds, over it what held before as
// a thin dotted line.
func (o *overlay) controls() []Item {
	var items []Item
	for _, c := range o.Controls {
		now, before := holding(whens(c.Outlines, Outline.when), o.moment())
		share := 1 - min(max(o.Fading, 0), 1)
		if now >= 0 {
			if before >= 0 && share < 1 {
				items = append(items, o.control("control-"+c.ID+"-before", c, c.Outlines[before], 1-share)...)
			}
			if before < 0 {
				share = 1
			}
			items = append(items, o.control("control-"+c.ID, c, c.Outlines[now], share)...)
		}
		if before >= 0 {
			edges := o.page.lines(o.outline(c.Outlines[before]))
			if len(edges) > 0 {
				items = append(items, Path{ID: "control-" + c.ID + "-was", Class: "control", Lines: edges, Stroke: fade(o.hue(c.Side), 0.7), Width: o.Unit, Dash: []float64{1.2 * o.Unit, 2.8 * o.Unit}})
			}
		}
	}
	return items
}

// control draws one outline of an area: filled, hatched where it is only
// claimed, striped where it is contested.
func (o *overlay) control(id string, c Control, out Outline, share float64) []Item {
	u, hue := o.Unit, o.hue(c.Side)
	var rings orb.MultiLineString
	for _, key := range out.Areas {
		rings = append(rings, o.shape(key)...)
	}
	rings = append(rings, o.page.polygons(out.Polygons)...)
	edges := o.page.lines(o.outline(out))
	if len(rings) == 0 || share <= 0 {
		return nil
	}
	var items []Item
	var dash []float64
	switch {
	case c.Claimed:
		items = append(items, Path{ID: id, Class: "control", Lines: hatch(rings, 9*u), Stroke: fade(hue, 0.45*share), Width: 1.6 * u})
		dash = []float64{7 * u, 4 * u}
	case c.Against != "":
		items = append(items,
			Path{ID: id, Class: "control", Lines: rings, Fill: fade(hue, 0.20*share)},
			Path{ID: id + "-stripe", Class: "control", Lines: hatch(rings, 16*u), Stroke: fade(o.hue(c.Against), 0.38*share), Width: 7 * u})
	default:
		items = append(items, Path{ID: id, Class: "control", Lines: rings, Fill: fade(hue, 0.20*share)})
	}
	if len(edges) > 0 {
		items = append(items, Path{ID: id + "-edge", Class: "control", Lines: edges, Stroke: fade(hue, 0.9*share), Width: 2 * u, Dash: dash})
	}
	return items
}

// outline is the edge of an area in degrees: the lines between two divisions
// that both belong to it are left out.
func (o *overlay) outline(out Outline) orb.MultiLineString {
	type segment [2]orb.Point
	key := func(a, b orb.Point) segment {
		if a[0] > b[0] || a[0] == b[0] && a[1] > b[1] {
			a, b = b, a
		}
		return segment{a, b}
	}
	var rings []orb.Ring
	for _, k := range out.Areas {
		for _, p := range o.Layers.Area(k, o.View.Scale) {
			rings = append(rings, p...)
		}
	}
	count := map[segment]int{}
	if len(out.Areas) > 1 {
		for _, r := range rings {
			for i := 1; i < len(r); i++ {
				count[key(r[i-1], r[i])]++
			}
		}
	}
	var lines orb.MultiLineString
	for _, r := range rings {
		var cur orb.LineString
		for i := 1; i < len(r); i++ {
			if count[key(r[i-1], r[i])] > 1 {
				if len(cur) > 1 {
					lines = append(lines, cur)
				}
				cur = nil
				continue
			}
			if cur == nil {
				cur = orb.LineString{r[i-1]}
			}
			cur = append(cur, r[i])
		}
		if len(cur) > 1 {
			lines = append(lines, cur)
		}
	}
	for _, p := range out.Polygons {
		for _, r := range p {
			lines = append(lines, orb.LineString(r))
		}
	}
	return lines
}

// controlNames writes the labels of areas into them.
func (o *overlay) controlNames() []Item {
	var items []Item
	for _, c := range o.Controls {
		now, _ := holding(whens(c.Outlines, Outline.when), o.moment())
		if now < 0 || c.Label == "" {
			continue
		}
		var rings orb.MultiLineString
		for _, key := range c.Outlines[now].Areas {
			rings = append(rings, o.shape(key)...)
		}
		rings = append(rings, o.page.polygons(c.Outlines[now].Polygons)...)
		t := Text{ID: "control-" + c.ID + "-name", Class: "control-name", Text: c.Label, Font: SansSemibold, Size: 13 * o.Unit, Spacing: 0.6 * o.Unit,
			Color: o.Style.HueText(o.side(c.Side).Hue), Halo: o.Style.Halo, HaloWidth: 2 * o.Unit}
		if t, ok := o.areaName(t, rings, orb.Point{}, true); ok {
			items = append(items, t)
		}
	}
	return items
}
