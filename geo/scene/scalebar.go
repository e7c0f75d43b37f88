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

// scaleBar is a bar of a round length, for the latitude of the middle of the
// map. It is left out where the map shows so much that one length would be a
// lie: where the scale at the top and the bottom differ by more than a third.
func (o *overlay) scaleBar() panel {
	if !o.Furniture.Scale {
		return panel{}
	}
	b := o.View.Bound()
	top, bottom := math.Cos(b.Max[1]*math.Pi/180), math.Cos(b.Min[1]*math.Pi/180)
	if math.Max(top, bottom) > math.Min(top, bottom)*4/3 || b.Max[0]-b.Min[0] > 90 {
		return panel{}
	}
	u := o.Unit
	mpp := o.View.MetresPerPixel()
	metres := niceLength(math.Min(0.25*o.frame.Max[0], 175*u) * mpp)
	if metres <= 0 {
		return panel{}
	}
	length := metres / mpp
	label := fmt.Sprintf("%g km", metres/1000)
	if metres < 1000 {
		label = fmt.Sprintf("%g m", metres)
	}
	right := o.frame.Max[0] - edge*u - o.Measure.Width(label, Sans, 11.5*u)/2
	y := o.frame.Max[1] - 30*u - o.creditsLift()
	line := func(id string, ps ...orb.Point) Path {
		return Path{ID: id, Class: "scale", Lines: orb.MultiLineString{ps}, Stroke: o.Style.Label, Width: 1.4 * u}
	}
	l := right - length
	under := line("scale-halo", orb.Point{l, y - 6*u}, orb.Point{l, y}, orb.Point{right, y}, orb.Point{right, y - 6*u})
	under.Stroke, under.Width = o.Style.Halo, 4.5*u
	text := func(id, s string, x float64) Text {
		return Text{ID: id, Class: "scale", At: orb.Point{x, y - 10*u}, Text: s, Font: Sans, Size: 11.5 * u, Color: o.Style.Label, Anchor: Middle, Halo: o.Style.Halo, HaloWidth: 2.5 * u}
	}
	return panel{
		box: orb.Bound{Min: orb.Point{l - 4*u, y - 21*u}, Max: orb.Point{o.frame.Max[0] - edge*u, y + 2*u}},
		items: []Item{
			under,
			line("scale-bar", orb.Point{l, y - 6*u}, orb.Point{l, y}, orb.Point{right, y}, orb.Point{right, y - 6*u}),
			line("scale-half", orb.Point{(l + right) / 2, y - 4*u}, orb.Point{(l + right) / 2, y}),
			text("scale-0", "0", l), text("scale-label", label, right),
		},
	}
}
