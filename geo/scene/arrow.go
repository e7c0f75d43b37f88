package scene

import (
	"image/color"
	"math"

	"github.com/paulmach/orb"
)

// arrowKind is how an arrow is drawn.
type arrowKind uint8

const (
	solidArrow   arrowKind = iota
	plannedArrow           // claimed or planned: faint, dashed outline
	hollowArrow            // a withdrawal: paper inside, a bar at the tail
)

// The proportions of an arrow, in widths of its body.
const (
	tailShare = 0.4 // width of the tail
	headWidth = 1.8
	headLong  = 1.6 // length of the head in widths of the head
)

// arrowRing is the outline of an arrow along a path to its tip: a body that
// grows from the tail to its full width, and a head. It is closed, and nil for
// a path too short to be drawn. The second result is the tail's edge.
//
// The first share of the way (0 for all of it drawn) is what lies before the
// path: the body is as wide at its start as it would be there.
func arrowRing(path []orb.Point, width, before float64) (ring orb.LineString, tail [2]orb.Point) {
	length := pathLength(path)
	if length < 4 || !(width > 0) {
		return nil, tail
	}
	long := headWidth * headLong * width
	if long > 0.5*length { // a short arrow is a small one
		width *= 0.5 * length / long
		long = 0.5 * length
	}
	body := resample(part(path, 0, length-long), 4)
	if len(body) < 2 {
		return nil, tail
	}
	tip := path[len(path)-1]
	n := len(body)
	left, right := make([]orb.Point, n), make([]orb.Point, n)
	for i, p := range body {
		a, b := body[max(i-1, 0)], body[min(i+1, n-1)]
		d := dist(a, b)
		if d == 0 {
			d = 1
		}
		nx, ny := -(b[1]-a[1])/d, (b[0]-a[0])/d
		t := before + (1-before)*float64(i)/float64(n-1)
		h := width / 2 * (tailShare + (1-tailShare)*t)
		left[i] = orb.Point{p[0] + nx*h, p[1] + ny*h}
		right[i] = orb.Point{p[0] - nx*h, p[1] - ny*h}
	}
	// The head points from the end of the body to the tip.
	end := body[n-1]
	d := math.Max(dist(end, tip), 1e-9)
	ux, uy := (tip[0]-end[0])/d, (tip[1]-end[1])/d
	hw := width * headWidth / 2
	back := 0.14 * long // the barbs are swept back
	barb := func(side float64) orb.Point {
		return orb.Point{end[0] - ux*back - uy*hw*side, end[1] - uy*back + ux*hw*side}
	}
	ring = append(ring, left...)
	ring = append(ring, barb(1), tip, barb(-1))
	for i := n - 1; i >= 0; i-- {
		ring = append(ring, right[i])
	}
	ring = append(ring, ring[0])
	if area(ring) < 0 {
		turnRing(ring)
	}
	return ring, [2]orb.Point{left[0], right[0]}
}

// arrow draws an arrow along a path.
func (o *overlay) arrow(id string, path []orb.Point, width float64, kind arrowKind, hue color.NRGBA, share float64) []Item {
	path, before := o.nearPage(path)
	ring, tail := arrowRing(path, width, before)
	if ring == nil {
		return nil
	}
	u, st := o.Unit, o.Style
	lines := orb.MultiLineString{ring}
	hue = fade(hue, share)
	shape := func(suffix string, fill, stroke color.NRGBA, w float64, dash []float64) Path {
		return Path{ID: id + suffix, Class: "advance", Lines: lines, Fill: fill, Stroke: stroke, Width: w, Dash: dash}
	}
	switch kind {
	case plannedArrow:
		return []Item{
			shape("-ground", fade(st.Paper, 0.85*share), color.NRGBA{}, 0, nil),
			shape("", fade(hue, 0.25), hue, 1.5*u, []float64{6 * u, 4 * u}),
		}
	case hollowArrow:
		bar := Path{ID: id + "-bar", Class: "advance", Lines: orb.MultiLineString{barAcross(tail, 1.6*width)}, Stroke: hue, Width: 2.4 * u}
		return []Item{shape("-paper", color.NRGBA{}, fade(st.Paper, share), 4*u, nil), shape("", fade(st.Paper, 0.75*share), hue, 2*u, nil), bar}
	}
	var items []Item
	// A soft shadow: a few faint outlines, each wider, below and behind.
	for i, w := range [...]float64{7, 4.5, 2} {
		off := make(orb.LineString, len(ring))
		for k, p := range ring {
			off[k] = orb.Point{p[0], p[1] + 2*u}
		}
		items = append(items, Path{
			ID: id + "-shadow-" + string(rune('1'+i)), Class: "shadow", Lines: orb.MultiLineString{off},
			Fill: fade(st.Shadow, 0.05*share), Stroke: fade(st.Shadow, 0.05*share), Width: w * u,
		})
	}
	return append(items,
		shape("-paper", fade(st.Paper, share), fade(st.Paper, share), 2.4*u, nil),
		shape("", fade(hue, st.AdvanceFill), color.NRGBA{}, 0, nil))
}

// nearPage is the part of a long path that comes near the page, and the share
// of the whole that lies before that part.
func (o *overlay) nearPage(path []orb.Point) ([]orb.Point, float64) {
	length := pathLength(path)
	room := o.page.view.Size[0] + o.page.view.Size[1]
	if length < 3*room {
		return path, 0
	}
	near := o.page.box.Pad(room / 2)
	from, to, at := math.Inf(1), math.Inf(-1), 0.0
	for i := 1; i < len(path); i++ {
		l := dist(path[i-1], path[i])
		if t0, t1, ok := cutSegment(near, path[i-1], path[i]); ok {
			from, to = math.Min(from, at+t0*l), math.Max(to, at+t1*l)
		}
		at += l
	}
	return part(path, from, to), math.Min(math.Max(from/length, 0), 1)
}

// barAcross is a bar through a tail's edge, of a length.
func barAcross(tail [2]orb.Point, length float64) orb.LineString {
	d := math.Max(dist(tail[0], tail[1]), 1e-9)
	ux, uy := (tail[1][0]-tail[0][0])/d, (tail[1][1]-tail[0][1])/d
	cx, cy := (tail[0][0]+tail[1][0])/2, (tail[0][1]+tail[1][1])/2
	h := length / 2
	return orb.LineString{{cx - ux*h, cy - uy*h}, {cx + ux*h, cy + uy*h}}
}
