package scene

import (
	"image/color"
	"math"
	"strconv"

	"github.com/paulmach/orb"

	"dateline/geo/geocode"
	"dateline/timeline"
)

// fillState says by the filling of a mark how sure an event is.
type fillState uint8

const (
	filled fillState = iota // told by the report
	hollow                  // claimed, attempted, planned, feared or denied
	halved                  // accounts differ
)

func stateOf(e Event) fillState {
	switch {
	case e.Contested():
		return halved
	case e.Claimed(), e.Modality == timeline.Planned, e.Modality == timeline.Feared,
		e.Modality == timeline.Denied, e.Modality == timeline.Attempt:
		return hollow
	}
	return filled
}

// emphasis says whether a mark is selected or under the pointer.
type emphasis uint8

const (
	quiet emphasis = iota
	hovered
	selected
)

// mark is the sign of one event at one of its places.
type mark struct {
	event    Event
	place    geocode.Location
	home     orb.Point // where the place is
	at       orb.Point // where the mark is: beside home when others stand there
	r        float64   // half its width
	rim      float64   // radius of the circle to which its place is known; 0 for none
	side     Side
	state    fillState
	alpha    float64
	emphasis emphasis
	first    bool // the mark that carries the event's label
	labelled bool // the label is written
}

// reach is the radius of the mark with its rings.
func (m mark) reach(u float64) float64 {
	switch m.emphasis {
	case selected:
		return m.r + 6*u
	case hovered:
		return m.r + 4*u
	}
	return m.r + 1.5*u
}

// shapeRing is the outline of a shape of about the same weight as a circle of
// radius r.
func shapeRing(s Shape, c orb.Point, r float64) orb.LineString {
	var corners []orb.Point
	switch s {
	case Square:
		h := 0.9 * r
		corners = []orb.Point{{-h, -h}, {h, -h}, {h, h}, {-h, h}}
	case Diamond:
		h := 1.22 * r
		corners = []orb.Point{{0, -h}, {h, 0}, {0, h}, {-h, 0}}
	case Triangle:
		h := 1.35 * r
		corners = []orb.Point{{0, -h}, {h * 0.95, h * 0.68}, {-h * 0.95, h * 0.68}}
	default:
		n := int(math.Min(96, math.Max(24, r*3)))
		for i := 0; i < n; i++ {
			t := 2 * math.Pi * float64(i) / float64(n)
			corners = append(corners, orb.Point{r * math.Cos(t), r * math.Sin(t)})
		}
	}
	out := make(orb.LineString, 0, len(corners)+1)
	for _, p := range corners {
		out = append(out, orb.Point{c[0] + p[0], c[1] + p[1]})
	}
	return append(out, out[0])
}

// items draws a mark.
func (m mark) items(id string, st Style, u float64) []Item {
	hue := fade(st.Hue(m.side.Hue), m.alpha)
	paper := st.Paper
	ring := func(suffix string, r float64, fill, stroke color.NRGBA, width float64) Path {
		return Path{ID: id + suffix, Class: "event", Lines: orb.MultiLineString{shapeRing(m.side.Shape, m.at, r)}, Fill: fill, Stroke: stroke, Width: width}
	}
	var items []Item
	halo := func(gap, width float64, c color.NRGBA) {
		r := m.r + gap + width
		if m.side.Shape == Square {
			r /= 0.92
		}
		items = append(items,
			Path{ID: id + "-ring", Class: "selection", Lines: orb.MultiLineString{shapeRing(ringShape(m.side.Shape), m.at, r)}, Fill: c},
			Path{ID: id + "-gap", Class: "selection", Lines: orb.MultiLineString{shapeRing(ringShape(m.side.Shape), m.at, r-width)}, Fill: paper})
	}
	switch m.emphasis {
	case selected:
		halo(2.5*u, 3*u, st.Ink)
	case hovered:
		halo(2*u, 1.5*u, fade(st.Ink, 0.6))
	default:
		items = append(items, ring("-paper", m.r+1.5*u, paper, color.NRGBA{}, 0))
	}
	ink := paper
	switch m.state {
	case filled:
		items = append(items, ring("", m.r, hue, color.NRGBA{}, 0))
	case hollow:
		items = append(items, ring("", m.r-1*u, paper, hue, 2*u))
		ink = hue
	case halved:
		items = append(items, ring("", m.r-0.75*u, paper, hue, 1.5*u))
		half := clipRing(orb.Bound{Min: orb.Point{m.at[0] - 9*m.r, m.at[1] - 9*m.r}, Max: orb.Point{m.at[0], m.at[1] + 9*m.r}},
			shapeRing(m.side.Shape, m.at, m.r-0.75*u))
		if half != nil {
			items = append(items, Path{ID: id + "-half", Class: "event", Lines: orb.MultiLineString{half}, Fill: hue})
		}
		ink = st.Ink
	}
	if m.event.Number > 0 {
		text := strconv.Itoa(m.event.Number)
		size := m.r * [...]float64{1.28, 1.28, 1.16, 0.86}[min(len(text), 3)]
		t := Text{ID: id + "-number", Class: "number", At: orb.Point{m.at[0], m.at[1] + 0.36*size}, Text: text, Font: SansBold, Size: size, Color: ink, Anchor: Middle}
		if m.side.Shape == Triangle {
			t.At[1] += 0.2 * m.r
			t.Size *= 0.92
		}
		if m.state == halved {
			t.Halo, t.HaloWidth = paper, 1.6*u
		}
		items = append(items, t)
	}
	return items
}

// ringShape is the shape of the rings of a selection.
func ringShape(s Shape) Shape {
	if s == Triangle || s == Diamond {
		return Circle
	}
	return s
}
