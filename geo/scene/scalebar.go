package scene

import (
	"fmt"
	"math"

	"github.com/paulmach/orb"
)

// niceLength is the largest of 1, 2, 3, 5 × 10ⁿ that is not above max.
func niceLength(max float64) float64 {
	if !(max > 0) || math.IsInf(max, 0) {
		return 0
	}
	p := math.Pow(10, math.Floor(math.Log10(max)))
	for _, m := range []float64{5, 3, 2, 1} {
		if m*p <= max*(1+1e-9) {
			return m * p
		}
	}
	return p
}

// maxStretch is how much larger the scale may be at one edge of the map than at
// the other before one length would be a lie; above plainStretch the bar says
// for which latitude it is.
const (
	maxStretch   = 2.0
	plainStretch = 4.0 / 3
)

// measure is a unit of length of the scale bar.
type measure struct {
	name   string
	metres float64
	small  string // of lengths below one: metres or feet
	part   float64
}

func (u Units) measures() []measure {
	km := measure{"km", 1000, "m", 1}
	mi := measure{"mi", 1609.344, "ft", 0.3048}
	nm := measure{"NM", 1852, "m", 1}
	switch u {
	case Miles:
		return []measure{mi}
	case NauticalMiles:
		return []measure{nm}
	case KilometresAndMiles:
		return []measure{km, mi}
	case KilometresAndNautical:
		return []measure{km, nm}
	}
	return []measure{km}
}

// round is the longest round length of a measure that is not above max metres,
// in metres and in words.
func (k measure) round(max float64) (metres float64, label string) {
	if n := niceLength(max / k.metres); n >= 1 {
		return n * k.metres, fmt.Sprintf("%g %s", n, k.name)
	}
	n := niceLength(max / k.part)
	return n * k.part, fmt.Sprintf("%g %s", n, k.small)
}

// scaleBar is a bar of a round length, for the latitude of the middle of the
// map, which it names where that matters. It is left out where the map shows so
// much that one length would be a lie.
func (o *overlay) scaleBar() panel {
	if !o.Furniture.Scale {
		return panel{}
	}
	b := o.View.Bound()
	top, bottom := math.Cos(b.Max[1]*math.Pi/180), math.Cos(b.Min[1]*math.Pi/180)
	far := math.Max(top, bottom)
	if b.Min[1] < 0 && b.Max[1] > 0 {
		far = 1
	}
	stretch := far / math.Max(math.Min(top, bottom), 1e-9)
	if stretch > maxStretch || b.Max[0]-b.Min[0] > 150 {
		return panel{}
	}
	u := o.Unit
	mpp := o.View.MetresPerPixel()
	max := math.Min(0.25*o.frame.Max[0], 175*u) * mpp
	p := panel{box: orb.Bound{Min: orb.Point{math.Inf(1), math.Inf(1)}, Max: orb.Point{math.Inf(-1), math.Inf(-1)}}}
	y := o.frame.Max[1] - 30*u - o.creditsLift()
	ms := o.Furniture.Units.measures()
	for i := len(ms) - 1; i >= 0; i-- {
		metres, label := ms[i].round(max)
		if metres <= 0 {
			return panel{}
		}
		if stretch > plainStretch && i == 0 {
			label += " at " + latitude(math.Round(o.View.Center[1]))
		}
		id := "scale"
		if i > 0 {
			id = "scale-also"
		}
		bar := o.bar(id, metres/mpp, label, y)
		p.box = p.box.Union(bar.box)
		p.items = append(p.items, bar.items...)
		y -= 26 * u
	}
	return p
}

// bar draws one scale bar of a length, its line at the height y.
func (o *overlay) bar(id string, length float64, label string, y float64) panel {
	u := o.Unit
	right := o.frame.Max[0] - edge*u - o.Measure.Width(label, Sans, 11.5*u)/2
	line := func(id string, ps ...orb.Point) Path {
		return Path{ID: id, Class: "scale", Lines: orb.MultiLineString{ps}, Stroke: o.Style.Label, Width: 1.4 * u}
	}
	l := right - length
	under := line(id+"-halo", orb.Point{l, y - 6*u}, orb.Point{l, y}, orb.Point{right, y}, orb.Point{right, y - 6*u})
	under.Stroke, under.Width = o.Style.Halo, 4.5*u
	text := func(id, s string, x float64) Text {
		return Text{ID: id, Class: "scale", At: orb.Point{x, y - 10*u}, Text: s, Font: Sans, Size: 11.5 * u, Color: o.Style.Label, Anchor: Middle, Halo: o.Style.Halo, HaloWidth: 2.5 * u}
	}
	return panel{
		box: orb.Bound{Min: orb.Point{l - 4*u, y - 21*u}, Max: orb.Point{o.frame.Max[0] - edge*u, y + 2*u}},
		items: []Item{
			under,
			line(id+"-bar", orb.Point{l, y - 6*u}, orb.Point{l, y}, orb.Point{right, y}, orb.Point{right, y - 6*u}),
			line(id+"-half", orb.Point{(l + right) / 2, y - 4*u}, orb.Point{(l + right) / 2, y}),
			text(id+"-0", "0", l), text(id+"-label", label, right),
		},
	}
}
