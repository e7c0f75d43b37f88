// Package mark draws the numbered mark of an event: the same on the timeline,
// in the list and in the inspector. Its form says how well the event is
// attested, its shape and colour whose it is.
package mark

import (
	"image/color"
	"math"
	"strconv"

	"github.com/paulmach/orb"

	"dateline/geo/scene"
	"dateline/timeline"
)

// Form says how a mark is filled.
type Form uint8

// The forms.
const (
	Filled Form = iota // reported
	Hollow             // claimed, attempted, planned or feared
	Half               // accounts differ
)

// FormOf is the form of an event's mark.
func FormOf(e timeline.Event) Form {
	switch {
	case e.Contested():
		return Half
	case e.Claimed(), e.Modality == timeline.Attempt, e.Modality == timeline.Planned,
		e.Modality == timeline.Feared, e.Modality == timeline.Denied:
		return Hollow
	}
	return Filled
}

// Mark is one mark to draw. Lengths are page units.
type Mark struct {
	Center orb.Point
	Size   float64 // across
	Shape  scene.Shape
	Form   Form
	Number int // 0: none
	Color  color.NRGBA
	Paper  color.NRGBA // the ground, and the number on a filled mark
	// Ring is drawn around a selected mark with a gap of paper; alpha 0: none.
	Ring color.NRGBA
}

// Items are the mark's items, to be painted in order.
func (m Mark) Items(id string) []scene.Item {
	r := m.Size / 2
	var items []scene.Item
	path := func(size float64, fill, stroke color.NRGBA, width float64) {
		items = append(items, scene.Path{
			ID: id, Class: "mark", Lines: orb.MultiLineString{Outline(m.Shape, m.Center, size)},
			Fill: fill, Stroke: stroke, Width: width,
		})
	}
	if m.Ring.A > 0 {
		path(m.Size+7, m.Paper, m.Ring, 2.5)
	}
	number := m.Paper
	switch m.Form {
	case Filled:
		path(m.Size, m.Color, color.NRGBA{}, 0)
	case Hollow:
		path(m.Size-2, m.Paper, m.Color, 2)
		number = m.Color
	case Half:
		path(m.Size-2, m.Paper, color.NRGBA{}, 0)
		items = append(items, scene.Path{
			ID: id, Class: "mark", Lines: orb.MultiLineString{leftHalf(Outline(m.Shape, m.Center, m.Size-2), m.Center[0])},
			Fill: mix(m.Color, m.Paper, 0.38),
		})
		path(m.Size-2, color.NRGBA{}, m.Color, 2)
		number = mix(m.Color, color.NRGBA{A: 255}, 0.7)
		if bright(m.Color) {
			number = color.NRGBA{0xF2, 0xF0, 0xEB, 0xFF}
		}
	}
	if m.Number > 0 {
		size := m.Size * 0.56
		if m.Number > 99 {
			size = m.Size * 0.42
		}
		y := m.Center[1] + size*0.36
		if m.Shape == scene.Triangle { // little room at its top
			if m.Number > 9 {
				size = m.Size * 0.42
			}
			y = m.Center[1] + size*0.36 + r*0.34
		}
		items = append(items, scene.Text{
			ID: id, Class: "mark", At: orb.Point{m.Center[0], y}, Text: strconv.Itoa(m.Number),
			Font: scene.SansBold, Size: size, Color: number, Anchor: scene.Middle,
		})
	}
	return items
}

// Outline is the closed outline of a shape, size across, about a centre. An
// unknown shape is a circle. Areas of the shapes are about the same.
func Outline(s scene.Shape, c orb.Point, size float64) orb.LineString {
	r := size / 2
	at := func(x, y float64) orb.Point { return orb.Point{c[0] + x*r, c[1] + y*r} }
	switch s {
	case scene.Square:
		const a, k = 0.9, 0.16 // half side and cut corner, which reads as rounded
		return orb.LineString{
			at(-a+k, -a), at(a-k, -a), at(a-k*0.3, -a+k*0.3), at(a, -a+k), at(a, a-k), at(a-k*0.3, a-k*0.3), at(a-k, a),
			at(-a+k, a), at(-a+k*0.3, a-k*0.3), at(-a, a-k), at(-a, -a+k), at(-a+k*0.3, -a+k*0.3), at(-a+k, -a),
		}
	case scene.Diamond:
		const a = 1.15
		return orb.LineString{at(0, -a), at(a, 0), at(0, a), at(-a, 0), at(0, -a)}
	case scene.Triangle:
		return orb.LineString{at(0, -1.1), at(1.12, 0.9), at(-1.12, 0.9), at(0, -1.1)}
	}
	const n = 40
	ring := make(orb.LineString, 0, n+1)
	for i := range n {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / n)
		ring = append(ring, at(sin, -cos))
	}
	return append(ring, ring[0])
}

// leftHalf clips a closed convex outline to what lies left of x.
func leftHalf(ring orb.LineString, x float64) orb.LineString {
	var out orb.LineString
	for i := 0; i+1 < len(ring); i++ {
		a, b := ring[i], ring[i+1]
		if a[0] <= x {
			out = append(out, a)
		}
		if (a[0] <= x) != (b[0] <= x) {
			t := (x - a[0]) / (b[0] - a[0])
			out = append(out, orb.Point{x, a[1] + t*(b[1]-a[1])})
		}
	}
	if len(out) > 0 {
		out = append(out, out[0])
	}
	return out
}

// mix is a share of one colour in another, opaque.
func mix(a, b color.NRGBA, share float64) color.NRGBA {
	f := func(x, y uint8) uint8 { return uint8(math.Round(float64(x)*share + float64(y)*(1-share))) }
	return color.NRGBA{f(a.R, b.R), f(a.G, b.G), f(a.B, b.B), 255}
}

// bright reports whether a colour belongs to the dark palette, whose hues are
// light.
func bright(c color.NRGBA) bool {
	return 299*int(c.R)+587*int(c.G)+114*int(c.B) > 130*1000
}
