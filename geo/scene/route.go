package scene

import (
	"fmt"
	"math"

	"github.com/paulmach/orb"

	"dateline/timeline"
)

// fronts draws the lines between parties: with teeth toward the other, or in
// the colours of both.
func (o *overlay) fronts() []Item {
	u := o.Unit
	var items []Item
	for _, f := range o.Fronts {
		now, before := holding(whens(f.Lines, Line.when), o.moment())
		hue := o.hue(f.Side)
		id := "front-" + f.ID
		if before >= 0 {
			if was := o.page.lines(orb.MultiLineString{f.Lines[before].Points}); len(was) > 0 {
				items = append(items, Path{ID: id + "-was", Class: "front", Lines: was, Stroke: fade(hue, 0.7), Width: u, Dash: []float64{1.2 * u, 2.8 * u}})
			}
		}
		if now < 0 {
			continue
		}
		lines := o.page.lines(orb.MultiLineString{f.Lines[now].Points})
		if len(lines) == 0 {
			continue
		}
		var dash []float64
		if f.Claimed {
			dash = []float64{9 * u, 5 * u}
		}
		items = append(items, Path{ID: id + "-casing", Class: "front", Lines: lines, Stroke: fade(o.Style.Paper, 0.8), Width: 6 * u})
		if f.Against != "" {
			var other orb.MultiLineString
			for _, l := range lines {
				other = append(other, offset(l, 3*u))
			}
			items = append(items, Path{ID: id + "-other", Class: "front", Lines: other, Stroke: o.hue(f.Against), Width: 3 * u, Dash: dash})
		} else if teeth := o.teeth(lines); len(teeth) > 0 {
			items = append(items, Path{ID: id + "-teeth", Class: "front", Lines: teeth, Fill: hue})
		}
		items = append(items, Path{ID: id, Class: "front", Lines: lines, Stroke: hue, Width: 3 * u, Dash: dash})
		for _, l := range lines {
			o.track(items, l, 10*u)
		}
		label, _ := o.alongLabel(id+"-label", f.Label, lines[0], 13*u, f.Side)
		items = append(items, label...)
	}
	return items
}

// teeth are triangles along lines, at their left.
func (o *overlay) teeth(lines orb.MultiLineString) orb.MultiLineString {
	const gap, half, high = 20.0, 4.5, 8.0
	u := o.Unit
	var out orb.MultiLineString
	for _, l := range lines {
		ps := resample(l, gap*u/2)
		for i := 1; i+1 < len(ps); i += 2 {
			a, p, b := ps[i-1], ps[i], ps[i+1]
			d := math.Max(dist(a, b), 1e-9)
			ux, uy := (b[0]-a[0])/d, (b[1]-a[1])/d
			// Up the page is negative: the left of the line is (uy, -ux).
			t := orb.LineString{
				{p[0] - ux*half*u, p[1] - uy*half*u},
				{p[0] + uy*high*u, p[1] - ux*high*u},
				{p[0] + ux*half*u, p[1] + uy*half*u},
			}
			out = append(out, append(t, t[0]))
		}
	}
	return out
}

// routes draws the ways that a person drew, and those of events that tell from
// where to where somebody or something went and that are no advance.
func (o *overlay) routes() []Item {
	var items []Item
	at := o.moment()
	for _, r := range o.Routes {
		if from, _ := r.When.Bounds(); !at.IsZero() && !from.IsZero() && from.After(at) || len(r.Points) < 2 {
			continue
		}
		var ps []orb.Point
		for i, q := range r.Points {
			p := o.page.project(q, 0)
			if i == 0 {
				if near, ok := o.page.point(q); ok {
					p = near
				}
			} else { // the short way from the point before
				p[0] += math.Round((ps[i-1][0]-p[0])/o.View.Scale) * o.View.Scale
			}
			ps = append(ps, p)
		}
		curve, _ := smooth(ps)
		items = append(items, o.way("route-"+r.ID, curve, r.Side, r.Planned, 1)...)
		label, _ := o.alongLabel("route-"+r.ID+"-label", r.Label, curve, 8*o.Unit, r.Side)
		items = append(items, label...)
	}
	inAxis := map[timeline.ID]bool{}
	for _, a := range o.Advances {
		for _, s := range a.Stops {
			inAxis[s.Event] = true
		}
	}
	for _, e := range o.shown {
		// Only one way can be meant: who fled three towns did not pass them
		// one after the other.
		if mv := e.Movement; inAxis[e.ID] || mv == nil || len(mv.From) != 1 || len(mv.To) != 1 || len(o.Ways[e.ID]) > 0 {
			continue
		}
		if ps := o.fromTo(e); len(ps) > 1 {
			curve, _ := smooth(ps)
			l := pathLength(curve)
			curve = part(curve, 3*o.Unit, l-12*o.Unit)
			planned := stateOf(e) == hollow
			items = append(items, o.way(fmt.Sprintf("route-%s", e.ID), curve, e.Side, planned, 1)...)
		}
	}
	return items
}

// fromTo are the points of an event's movement on the page, in order.
func (o *overlay) fromTo(e Event) []orb.Point {
	var out []orb.Point
	for _, role := range [...][]timeline.Place{e.Movement.From, e.Movement.Via, e.Movement.To} {
		for _, p := range role {
			for _, l := range e.At {
				if !l.Drawable() || l.Area != "" || l.Name != p.Name {
					continue
				}
				if q, ok := o.page.point(l.Point); ok {
					if n := len(out); n > 0 {
						q[0] += math.Round((out[n-1][0]-q[0])/o.View.Scale) * o.View.Scale
						if dist(out[n-1], q) < 30*o.Unit {
							break
						}
					}
					out = append(out, q)
				}
				break
			}
		}
	}
	return out
}

// way draws a route: a line with a casing, and heads along it and at its end.
func (o *overlay) way(id string, curve []orb.Point, side string, planned bool, share float64) []Item {
	u := o.Unit
	length := pathLength(curve)
	lines := clipLine(o.page.clip, curve, nil)
	if len(lines) == 0 || length < 12*u {
		return nil
	}
	hue := fade(o.hue(side), 0.9*share)
	var dash []float64
	if planned {
		dash = []float64{7 * u, 5 * u}
	}
	var heads orb.MultiLineString
	for d := length; d > 40*u; d -= 120 * u {
		ps := part(curve, d-9*u, d)
		if len(ps) < 2 {
			continue
		}
		tip, back := ps[len(ps)-1], ps[0]
		l := math.Max(dist(tip, back), 1e-9)
		ux, uy := (tip[0]-back[0])/l, (tip[1]-back[1])/l
		h := 5.5 * u
		ring := orb.LineString{tip, {back[0] - uy*h, back[1] + ux*h}, {back[0] + ux*2.5*u, back[1] + uy*2.5*u}, {back[0] + uy*h, back[1] - ux*h}, tip}
		if o.page.clip.Contains(tip) {
			heads = append(heads, ring)
		}
	}
	for _, p := range resample(part(curve, 14*u, length), 10*u) { // the name of where it begins may stand there
		o.space.soft = append(o.space.soft, around(p, 4*u))
	}
	items := []Item{
		Path{ID: id + "-casing", Class: "route", Lines: lines, Stroke: fade(o.Style.Paper, 0.85*share), Width: 5 * u},
		Path{ID: id, Class: "route", Lines: lines, Stroke: hue, Width: 2.5 * u, Dash: dash},
	}
	if len(heads) > 0 {
		items = append(items, Path{ID: id + "-heads", Class: "route", Lines: heads, Fill: hue, Stroke: fade(o.Style.Paper, 0.85*share), Width: 0.6 * u})
	}
	return items
}

// alongLabel writes words along a line, beside it, in the colour of a side;
// nothing where the line is too short, bends too much or where something
// stands. to is how far along the line they end.
func (o *overlay) alongLabel(id, text string, line []orb.Point, beside float64, side string) (label []Item, to float64) {
	if text == "" || len(line) < 2 {
		return nil, 0
	}
	u := o.Unit
	t := Text{ID: id, Class: "along", Text: text, Font: SansSemibold, Size: 12.5 * u, Spacing: 0.4 * u, Anchor: Middle,
		Color: o.Style.HueText(o.side(side).Hue), Halo: o.Style.Halo, HaloWidth: 2 * u}
	w := o.Measure.Width(t.Text, t.Font, t.Size) + t.Spacing*float64(len([]rune(text))) + 8*u
	length := pathLength(line)
	var best orb.LineString
	cost := math.Inf(1)
	for from := 0.1 * length; from+w <= 0.95*length; from += math.Max(w/4, 8*u) {
		s := soften(resample(part(line, from, from+w), t.Size*0.8), 3)
		if len(s) < 2 {
			continue
		}
		if s[len(s)-1][0] < s[0][0] {
			turnRing(s)
		}
		for _, by := range [2]float64{beside, -beside - 0.72*t.Size} {
			path := offset(s, by)
			c := o.bend(path) + 0.6*math.Abs(from+w/2-0.45*length)/length
			if c >= cost || pathLength(path) < w-8*u {
				continue
			}
			free := true
			for _, p := range path {
				if !o.space.free(around(orb.Point{p[0], p[1] - 0.3*t.Size}, 0.5*t.Size), false) {
					free = false
					break
				}
			}
			if free {
				best, cost, to = path, c, from+w
			}
		}
	}
	if best == nil || cost > 2.6 {
		return nil, 0
	}
	t.Along = best
	for _, p := range resample(best, t.Size) {
		o.space.take(around(orb.Point{p[0], p[1] - 0.3*t.Size}, 0.6*t.Size))
	}
	return []Item{t}, to
}
