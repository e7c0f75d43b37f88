package mapview

import (
	"image/color"
	"math"

	"github.com/paulmach/orb"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"dateline/timeline"
)

// drawing is a way that a person draws: a click adds a corner, corners can be
// dragged, Backspace takes the last away, Enter or a double click finishes,
// Escape gives up.
type drawing struct {
	points []orb.Point // longitude and latitude, the head last
	finish func(points []orb.Point, ok bool)
	held   int // the corner that is dragged, -1 for none
}

func (d *drawing) on() bool { return d.finish != nil }

// reach is how near a press must be to a corner to take hold of it, in page
// units.
const reach = 10

// DrawWay lets a person draw a way, or change one; finish is told the corners,
// or that the person gave up.
func (v *View) DrawWay(points []orb.Point, finish func(points []orb.Point, ok bool)) {
	v.way = drawing{points: append([]orb.Point(nil), points...), finish: finish, held: -1}
	v.measure = measure{}
	v.Refresh()
}

// Drawing reports whether a way is being drawn.
func (v *View) Drawing() bool { return v.way.on() }

// FinishWay ends the drawing: the way holds if it has two corners.
func (v *View) FinishWay() {
	d := v.way
	v.way = drawing{}
	v.Refresh()
	if d.on() {
		d.finish(d.points, len(d.points) > 1)
	}
}

// CancelWay gives the drawing up.
func (v *View) CancelWay() bool {
	d := v.way
	if !d.on() {
		return false
	}
	v.way = drawing{}
	v.Refresh()
	d.finish(nil, false)
	return true
}

// cornerAt is the corner near a position, -1 for none.
func (v *View) cornerAt(p fyne.Position) int {
	best, at := float64(reach), -1
	for i, c := range v.way.points {
		if q, ok := v.want.Input.View.ToPage(c); ok {
			if d := math.Hypot(q[0]-float64(p.X), q[1]-float64(p.Y)); d < best {
				best, at = d, i
			}
		}
	}
	return at
}

// edgeAt is the corner after which a stretch of the way passes near a
// position, -1 for none.
func (v *View) edgeAt(p fyne.Position) int {
	at := -1
	best := float64(reach) * 0.8
	for i := 1; i < len(v.way.points); i++ {
		a, ok1 := v.want.Input.View.ToPage(v.way.points[i-1])
		b, ok2 := v.want.Input.View.ToPage(v.way.points[i])
		if !ok1 || !ok2 {
			continue
		}
		if d := nearSegment(point(p), a, b); d < best {
			best, at = d, i-1
		}
	}
	return at
}

func nearSegment(p, a, b orb.Point) float64 {
	dx, dy := b[0]-a[0], b[1]-a[1]
	t := 0.0
	if n := dx*dx + dy*dy; n > 0 {
		t = math.Max(0, math.Min(1, ((p[0]-a[0])*dx+(p[1]-a[1])*dy)/n))
	}
	return math.Hypot(p[0]-a[0]-t*dx, p[1]-a[1]-t*dy)
}

// toolDown takes hold of a corner, a stretch of the way (which gets a new
// corner) or the mark of the selected event. With Alt a corner is taken away.
func (v *View) toolDown(e *desktop.MouseEvent) bool {
	if v.way.on() {
		i := v.cornerAt(e.Position)
		if i >= 0 && e.Modifier&fyne.KeyModifierAlt != 0 {
			v.way.points = append(v.way.points[:i:i], v.way.points[i+1:]...)
			v.Refresh()
			return true
		}
		if k := v.edgeAt(e.Position); i < 0 && k >= 0 {
			if p, ok := v.want.Input.View.ToLonLat(point(e.Position)); ok {
				ps := append([]orb.Point(nil), v.way.points[:k+1]...)
				v.way.points = append(append(ps, p), v.way.points[k+1:]...)
				i = k + 1
			}
		}
		v.way.held = i
		v.Refresh()
		return i >= 0
	}
	v.carry = carried{}
	if id := v.want.Input.Selected; v.OnDrop != nil && id != "" && v.At(e.Position) == id && e.Modifier&fyne.KeyModifierShift == 0 {
		if at, ok := v.want.Input.View.ToLonLat(point(e.Position)); ok {
			v.carry = carried{id: id, from: at, to: at}
		}
	}
	return false
}

// carried is the mark of an event that is dragged to another place.
type carried struct {
	id       timeline.ID
	from, to orb.Point
	moved    bool
}

// toolDrag moves what is held and reports whether anything is.
func (v *View) toolDrag(e *fyne.DragEvent) bool {
	p, ok := v.want.Input.View.ToLonLat(point(e.Position))
	switch {
	case v.way.on() && v.way.held >= 0:
		if ok {
			v.way.points[v.way.held] = p
		}
	case v.carry.id != "":
		if ok {
			v.carry.to, v.carry.moved = p, true
		}
	default:
		return false
	}
	v.Refresh()
	return true
}

// toolEnd lets go of what is held.
func (v *View) toolEnd() bool {
	c := v.carry
	held := v.way.held >= 0 && v.way.on()
	v.carry, v.way.held = carried{}, -1
	if held {
		v.Refresh()
		return true
	}
	if !c.moved {
		return false
	}
	v.Refresh()
	v.OnDrop(c.id, c.from, c.to)
	return true
}

// toolClick adds a corner where the map was clicked, or finishes the way.
func (v *View) toolClick(at fyne.Position, double bool) bool {
	if !v.way.on() {
		return false
	}
	if double {
		v.FinishWay()
		return true
	}
	if p, ok := v.want.Input.View.ToLonLat(point(at)); ok && v.cornerAt(at) < 0 && len(v.way.points) < maxCorners {
		v.way.points = append(v.way.points, p)
		v.Refresh()
	}
	return true
}

// toolKey does what a key means while a way is drawn or a mark is carried.
func (v *View) toolKey(name fyne.KeyName) bool {
	switch {
	case v.carry.moved && name == fyne.KeyEscape:
		v.carry = carried{}
		v.Refresh()
	case !v.way.on() && name == fyne.KeyEscape:
		return v.Cancel()
	case !v.way.on() && v.measure.under() && (name == fyne.KeyReturn || name == fyne.KeyEnter):
		v.endMeasure()
	case !v.way.on():
		return false
	case name == fyne.KeyEscape:
		v.CancelWay()
	case name == fyne.KeyReturn, name == fyne.KeyEnter:
		v.FinishWay()
	case name == fyne.KeyBackspace, name == fyne.KeyDelete:
		if n := len(v.way.points); n > 0 {
			v.way.points = v.way.points[:n-1]
			v.Refresh()
		}
	default:
		return false
	}
	return true
}

// ToolKey does what a key means to what a person is doing on the map, wherever
// the keys go, and reports whether it means anything.
func (v *View) ToolKey(name fyne.KeyName) bool { return v.toolKey(name) }

// sketch is the way that is drawn and the mark that is carried, as objects.
func (v *View) sketch(ink, paper color.Color) []fyne.CanvasObject {
	var objs []fyne.CanvasObject
	view := v.want.Input.View
	line := func(a, b orb.Point, c color.Color, width float32) {
		l := canvas.NewLine(c)
		l.StrokeWidth = width
		l.Position1, l.Position2 = fyne.NewPos(float32(a[0]), float32(a[1])), fyne.NewPos(float32(b[0]), float32(b[1]))
		objs = append(objs, l)
	}
	dot := func(at orb.Point, r float64, fill, stroke color.Color) {
		d := canvas.NewCircle(fill)
		d.StrokeColor, d.StrokeWidth = stroke, 2
		d.Move(fyne.NewPos(float32(at[0]-r), float32(at[1]-r)))
		d.Resize(fyne.NewSize(float32(2*r), float32(2*r)))
		objs = append(objs, d)
	}
	var pages []orb.Point
	for _, p := range v.way.points {
		if q, ok := view.ToPage(p); ok {
			pages = append(pages, q)
		}
	}
	for i := 1; i < len(pages); i++ {
		line(pages[i-1], pages[i], paper, 6)
	}
	for i := 1; i < len(pages); i++ {
		line(pages[i-1], pages[i], ink, 2.5)
	}
	for i, p := range pages {
		fill := paper
		if i == len(pages)-1 {
			fill = ink // the head
		}
		dot(p, 6, fill, ink)
	}
	if c := v.carry; c.moved {
		a, ok1 := view.ToPage(c.from)
		b, ok2 := view.ToPage(c.to)
		if ok1 && ok2 {
			line(a, b, ink, 1)
			dot(a, 6, color.Transparent, ink)
			dot(b, 10, color.Transparent, ink)
		}
	}
	return objs
}
