package scene

import (
	"fmt"
	"math"
	"strings"

	"github.com/paulmach/orb"
)

// graticuleSteps are the distances in degrees between lines of longitude and
// latitude, from 30° to 1′.
var graticuleSteps = [...]float64{30, 20, 10, 5, 2, 1, 0.5, 1.0 / 3, 1.0 / 6, 1.0 / 12, 1.0 / 30, 1.0 / 60}

// graticuleStep is the distance between lines for a map: the smallest that
// keeps them 110 units apart.
func (o *overlay) graticuleStep() float64 {
	best := graticuleSteps[0]
	for _, s := range graticuleSteps {
		if s/360*o.View.Scale >= 110*o.Unit {
			best = s
		}
	}
	return best
}

// meridians and parallels are the whole multiples of the step that the map
// shows, in steps.
func (o *overlay) graticuleLines() (step float64, lons, lats []int) {
	step = o.graticuleStep()
	b := o.page.view.Bound()
	for i := int(math.Ceil(b.Min[0]/step - 1e-9)); float64(i)*step <= b.Max[0]+1e-9; i++ {
		lons = append(lons, i)
	}
	for i := int(math.Ceil(b.Min[1]/step - 1e-9)); float64(i)*step <= b.Max[1]+1e-9; i++ {
		lats = append(lats, i)
	}
	return step, lons, lats
}

// at puts a point onto the page as it is, beyond the date line too.
func (o *overlay) at(lon, lat float64) orb.Point {
	return o.page.project(orb.Point{lon, lat}, 0)
}

// graticule draws the lines of longitude and latitude.
func (o *overlay) graticule() []Item {
	if !o.Furniture.Graticule {
		return nil
	}
	step, lons, lats := o.graticuleLines()
	var lines orb.MultiLineString
	for _, i := range lons {
		x := o.at(float64(i)*step, o.View.Center[1])[0]
		lines = append(lines, orb.LineString{{x, o.page.clip.Min[1]}, {x, o.page.clip.Max[1]}})
	}
	for _, i := range lats {
		y := o.at(o.View.Center[0], float64(i)*step)[1]
		lines = append(lines, orb.LineString{{o.page.clip.Min[0], y}, {o.page.clip.Max[0], y}})
	}
	if len(lines) == 0 {
		return nil
	}
	return []Item{Path{ID: "graticule", Class: "graticule", Lines: lines, Stroke: fade(o.Style.Label, 0.3), Width: 0.6 * o.Unit}}
}

// graticuleLabels tell the degrees at the left and the bottom edge, where
// nothing else stands.
func (o *overlay) graticuleLabels() panel {
	if !o.Furniture.Graticule {
		return panel{}
	}
	u := o.Unit
	step, lons, lats := o.graticuleLines()
	var p panel
	label := func(id, text string, at orb.Point, a Anchor, b orb.Bound) {
		if !inBox(o.frame, b) || meets(b, o.space.taken) {
			return
		}
		p.items = append(p.items, Text{ID: id, Class: "graticule", At: at, Text: text, Font: Sans, Size: 10.5 * u, Color: o.Style.LabelMinor, Anchor: a, Halo: o.Style.Halo, HaloWidth: 2 * u})
		o.space.take(b)
	}
	for _, i := range lats {
		y := o.at(o.View.Center[0], float64(i)*step)[1]
		text := latitude(float64(i) * step)
		w := o.Measure.Width(text, Sans, 10.5*u)
		label(fmt.Sprintf("graticule-lat-%d", i), text, orb.Point{5 * u, y - 3*u}, Start, box(5*u, y-12*u, w, 10*u))
	}
	for _, i := range lons {
		x := o.at(float64(i)*step, o.View.Center[1])[0]
		text := longitude(float64(i) * step)
		w := o.Measure.Width(text, Sans, 10.5*u)
		y := o.frame.Max[1] - 6*u - o.bannerHeight()
		label(fmt.Sprintf("graticule-lon-%d", i), text, orb.Point{x + 4*u, y}, Start, box(x+4*u, y-9*u, w, 10*u))
	}
	return p
}

// latitude writes degrees and minutes north or south of the equator.
func latitude(deg float64) string { return degrees(deg, "N", "S") }

// longitude writes degrees and minutes east or west of Greenwich.
func longitude(deg float64) string {
	deg = math.Mod(deg, 360)
	if deg > 180 {
		deg -= 360
	}
	if deg <= -180 {
		deg += 360
	}
	if deg == 180 {
		return "180°"
	}
	return degrees(deg, "E", "W")
}

func degrees(deg float64, plus, minus string) string {
	side := plus
	if deg < 0 {
		side, deg = minus, -deg
	}
	minutes := int(math.Round(deg * 60))
	if minutes == 0 {
		return "0°"
	}
	s := fmt.Sprintf("%d°%02d′ %s", minutes/60, minutes%60, side)
	return strings.Replace(s, "°00′", "°", 1)
}
