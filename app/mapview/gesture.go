package mapview

import (
	"math"
	"time"

	"github.com/paulmach/orb"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"dateline/app/gesture"
)

var (
	_ desktop.Mouseable  = (*View)(nil)
	_ desktop.Hoverable  = (*View)(nil)
	_ desktop.Cursorable = (*View)(nil)
	_ fyne.Draggable     = (*View)(nil)
	_ fyne.Scrollable    = (*View)(nil)
	_ fyne.Focusable     = (*View)(nil)
)

func point(p fyne.Position) orb.Point { return orb.Point{float64(p.X), float64(p.Y)} }

// MouseDown begins a click, a drag or, with Shift, a box.
func (v *View) MouseDown(e *desktop.MouseEvent) {
	if e.Button != desktop.MouseButtonPrimary {
		return
	}
	v.settle()
	v.down = press{at: e.Position, held: true, shift: e.Modifier&fyne.KeyModifierShift != 0}
	v.down.tool = v.toolDown(e)
	v.explain("", fyne.Position{})
}

// MouseUp ends it: a click selects what is under it or clears, a double click
// zooms in.
func (v *View) MouseUp(e *desktop.MouseEvent) {
	d := v.down
	v.down = press{}
	if e.Button != desktop.MouseButtonPrimary || !d.held || d.moved {
		return
	}
	v.carry = carried{}
	double := v.clicks.Double(gesture.Point{X: float64(e.Position.X), Y: float64(e.Position.Y)}, time.Now())
	if d.tool {
		if v.toolEnd(); double {
			v.FinishWay()
		}
		return
	}
	if v.toolClick(e.Position, double) {
		return
	}
	if v.measure.under() {
		v.measureClick(point(e.Position), double)
		return
	}
	if double {
		v.zoomAt(point(e.Position), 2)
		return
	}
	if ids := v.ClusterAt(e.Position); len(ids) > 1 && v.open(ids) {
		return
	}
	if ids := v.AllAt(e.Position); len(ids) > 1 {
		v.choose(ids, e.AbsolutePosition)
		return
	}
	if v.OnSelect != nil {
		v.OnSelect(v.At(e.Position))
	}
}

// Dragged moves the map, or draws the box.
func (v *View) Dragged(e *fyne.DragEvent) {
	v.down.moved = true
	if v.toolDrag(e) {
		return
	}
	if v.down.shift {
		a, b := point(v.down.at), point(e.Position)
		v.box = orb.Bound{
			Min: orb.Point{math.Min(a[0], b[0]), math.Min(a[1], b[1])},
			Max: orb.Point{math.Max(a[0], b[0]), math.Max(a[1], b[1])},
		}
		v.boxing = true
		v.Refresh()
		return
	}
	if !v.moving.on {
		v.begin()
	}
	dx, dy := float64(e.Dragged.DX), float64(e.Dragged.DY)
	v.moving.fling.Move(dx, dy, time.Now())
	v.pan(dx, dy)
}

// DragEnd lets the map go, or zooms to the box.
func (v *View) DragEnd() {
	v.down = press{}
	if v.toolEnd() {
		return
	}
	if !v.boxing {
		v.letGo()
		return
	}
	v.boxing = false
	w, h := v.box.Max[0]-v.box.Min[0], v.box.Max[1]-v.box.Min[1]
	view := v.want.Input.View
	if w > 8 && h > 8 {
		c := v.box.Center()
		view = view.Pan(c[0]-view.Size[0]/2, c[1]-view.Size[1]/2)
		f := math.Min(view.Size[0]/w, view.Size[1]/h)
		v.moveTo(view.ZoomAt(orb.Point{view.Size[0] / 2, view.Size[1] / 2}, f))
	}
	v.Refresh()
}

// Scrolled zooms about the pointer by as much as the wheel turned: a notch is
// two fifths of a level.
func (v *View) Scrolled(e *fyne.ScrollEvent) {
	turn := float64(e.Scrolled.DY)
	if turn == 0 {
		turn = float64(e.Scrolled.DX)
	}
	v.begin()
	v.zoomAt(point(e.Position), math.Exp2(gesture.Levels(turn)))
	v.settleSoon()
}

// Cursor is a hand over a mark and a cross while a box is drawn or a way is
// measured.
func (v *View) Cursor() desktop.Cursor {
	switch {
	case v.boxing, v.measure.under(), v.way.on():
		return desktop.CrosshairCursor
	case v.atHand:
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// FocusGained draws a ring around the map.
func (v *View) FocusGained() { v.focused = true; v.Refresh() }

// FocusLost takes it away.
func (v *View) FocusLost() { v.focused = false; v.Refresh() }

// TypedRune does nothing.
func (v *View) TypedRune(rune) {}

// TypedKey pans and zooms while the map has the focus; other keys are passed
// on.
func (v *View) TypedKey(e *fyne.KeyEvent) {
	if v.toolKey(e.Name) {
		return
	}
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		if v.measure.under() {
			v.endMeasure()
			return
		}
		if v.OnKey != nil {
			v.OnKey(e)
		}
	case fyne.KeyLeft:
		v.walk(1, 0)
	case fyne.KeyRight:
		v.walk(-1, 0)
	case fyne.KeyUp:
		v.walk(0, 1)
	case fyne.KeyDown:
		v.walk(0, -1)
	case fyne.KeyPlus, fyne.KeyEqual:
		v.Zoom(2)
	case fyne.KeyMinus:
		v.Zoom(0.5)
	default:
		if v.OnKey != nil {
			v.OnKey(e)
		}
	}
}

// walk moves the map by a step of the keyboard, a long one with Shift.
func (v *View) walk(dx, dy float64) {
	step := 100.0
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok && d.CurrentKeyModifiers()&fyne.KeyModifierShift != 0 {
		step = 300
	}
	v.pan(dx*step, dy*step)
}
