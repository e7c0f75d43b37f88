package mapview

import (
	"image/color"

	"github.com/paulmach/orb"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"dateline/app/theme"
	"dateline/app/words"
	"dateline/geo/coords"
)

// measure is a way over the ground that is being measured: corners that were
// clicked, and the pointer as the next one.
type measure struct {
	corners []orb.Point // longitude and latitude; none: nothing is measured
	pointer orb.Point
	done    bool // it stands and follows the pointer no longer
}

// maxCorners bounds a measured way.
const maxCorners = 60

// on reports whether there is a way to show.
func (m measure) on() bool { return len(m.corners) > 0 }

// under reports whether clicks belong to the way.
func (m measure) under() bool { return m.on() && !m.done }

// way is its corners, the pointer among them.
func (m measure) way() []orb.Point {
	if m.under() {
		return append(m.corners[:len(m.corners):len(m.corners)], m.pointer)
	}
	return m.corners
}

// text says how long the way is, and the length and bearing of its last part.
func (m measure) text() string {
	way := m.way()
	if len(way) < 2 {
		return ""
	}
	sum := 0.0
	var last, bearing float64
	for i := 1; i < len(way); i++ {
		last, bearing = coords.Geodesic(way[i-1], way[i])
		sum += last
	}
	if last == 0 && len(way) == 2 {
		return words.T("Click where to measure to")
	}
	s := coords.Distance(last) + " · " + coords.Bearing(bearing)
	if len(way) > 2 {
		s += " · " + words.F("%s in all", coords.Distance(sum))
	}
	return s
}

// MeasureFrom begins to measure from a place: each click adds a corner, a
// double click or Enter ends it, Cancel takes it away.
func (v *View) MeasureFrom(p orb.Point) {
	v.measure = measure{corners: []orb.Point{p}, pointer: p}
	v.Refresh()
}

// Measured is what is said of the way that is measured, "" if none is.
func (v *View) Measured() string { return v.measure.text() }

// Cancel gives up what a person began on the map: the box being drawn, the way
// being measured or one that stands. It reports whether there was anything.
func (v *View) Cancel() bool {
	switch {
	case v.boxing:
		v.boxing, v.down = false, press{}
	case v.measure.on():
		v.measure = measure{}
	default:
		return false
	}
	v.Refresh()
	return true
}

// measureClick adds a corner where the map was clicked, or ends the way.
func (v *View) measureClick(at orb.Point, double bool) {
	p, ok := v.want.Input.View.ToLonLat(at)
	if !ok {
		return
	}
	if double || len(v.measure.corners) >= maxCorners {
		v.endMeasure()
		return
	}
	v.measure.corners = append(v.measure.corners, p)
	v.measure.pointer = p
	v.Refresh()
}

func (v *View) endMeasure() {
	v.measure.done = true
	if len(v.measure.corners) < 2 {
		v.measure = measure{}
	}
	v.Refresh()
}

// ruler draws the way.
type ruler struct {
	lines, casing []*canvas.Line
	dots          []*canvas.Circle
	ground        *canvas.Rectangle
	label         *canvas.Text
}

func newRuler() *ruler {
	r := &ruler{ground: rect(), label: &canvas.Text{TextSize: theme.SizeMeta, TextStyle: fyne.TextStyle{Bold: true}}}
	r.ground.CornerRadius = theme.Radius
	r.hide()
	return r
}

func (r *ruler) hide() {
	r.lines, r.casing, r.dots = nil, nil, nil
	r.ground.Hidden, r.label.Hidden = true, true
}

// objects are what is drawn, the lowest first.
func (r *ruler) objects() []fyne.CanvasObject {
	var objs []fyne.CanvasObject
	for _, l := range r.casing {
		objs = append(objs, l)
	}
	for _, l := range r.lines {
		objs = append(objs, l)
	}
	for _, d := range r.dots {
		objs = append(objs, d)
	}
	return append(objs, r.ground, r.label)
}

// arrange lays the way out for what the map shows now.
func (r *ruler) arrange(v *View, ink, paper color.Color) {
	r.hide()
	way := v.measure.way()
	if len(way) == 0 {
		return
	}
	view := v.want.Input.View
	var end orb.Point
	shown := false
	for i, p := range way {
		at, ok := view.ToPage(p)
		if !ok {
			continue
		}
		end, shown = at, true
		d := canvas.NewCircle(paper)
		d.StrokeColor, d.StrokeWidth = ink, 2
		d.Move(fyne.NewPos(float32(at[0])-4, float32(at[1])-4))
		d.Resize(fyne.NewSize(8, 8))
		r.dots = append(r.dots, d)
		if i > 0 {
			r.part(v, way[i-1], p, ink, paper)
		}
	}
	text := v.measure.text()
	if !shown || text == "" {
		return
	}
	r.label.Text, r.label.Color, r.label.Hidden = text, paper, false
	r.ground.FillColor, r.ground.Hidden = ink, false
	s := r.label.MinSize()
	size := v.Size()
	x, y := float32(end[0])+12, float32(end[1])+12
	x, y = max(4, min(x, size.Width-s.Width-20)), max(4, min(y, size.Height-s.Height-12))
	r.ground.Move(fyne.NewPos(x, y))
	r.ground.Resize(fyne.NewSize(s.Width+16, s.Height+8))
	r.label.Move(fyne.NewPos(x+8, y+4))
	r.label.Resize(s)
}

// part draws the great circle between two corners.
func (r *ruler) part(v *View, a, b orb.Point, ink, paper color.Color) {
	view := v.want.Input.View
	metres, _ := coords.Geodesic(a, b)
	steps := 1 + min(int(metres/60e3), 48) // straight enough
	points := coords.Between(a, b, steps)
	// Each copy of the world that is seen would show it; the one of its first
	// corner does.
	shift := view.Shift(orb.Bound{Min: a, Max: a})
	for i := 1; i < len(points); i++ {
		p, q := points[i-1], points[i]
		p[0] += shift
		q[0] += shift
		from, ok1 := view.ToPageAsIs(p)
		to, ok2 := view.ToPageAsIs(q)
		if !ok1 || !ok2 {
			continue
		}
		line := func(c color.Color, width float32) *canvas.Line {
			l := canvas.NewLine(c)
			l.StrokeWidth = width
			l.Position1 = fyne.NewPos(float32(from[0]), float32(from[1]))
			l.Position2 = fyne.NewPos(float32(to[0]), float32(to[1]))
			return l
		}
		r.casing = append(r.casing, line(paper, 5))
		r.lines = append(r.lines, line(ink, 2))
	}
}
