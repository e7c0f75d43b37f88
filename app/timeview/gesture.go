package timeview

import (
	"math"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"dateline/app/gesture"
	"dateline/app/words"
)

var (
	_ desktop.Mouseable  = (*View)(nil)
	_ desktop.Hoverable  = (*View)(nil)
	_ desktop.Cursorable = (*View)(nil)
	_ fyne.Draggable     = (*View)(nil)
	_ fyne.Scrollable    = (*View)(nil)
	_ fyne.Focusable     = (*View)(nil)
)

// grip is what a press of the button took hold of.
type grip uint8

const (
	nothing grip = iota
	lanes
	playhead
	brush
	brushLeft
	brushRight
	windowLeft
	windowRight
	wholeItem
	itemStart
	itemEnd
)

// drag is a press of the button that may become a drag.
type drag struct {
	what  grip
	from  fyne.Position
	moved bool
	item  Bar // held, of the grips of items
}

// gripAt says what a press at a position takes hold of.
func (v *View) gripAt(p fyne.Position) grip {
	x, y := float64(p.X), float64(p.Y)
	if x < Gutter {
		return nothing
	}
	if y < lanesTop {
		lo, hi := v.want.Brush()
		switch {
		case math.Abs(x-lo) <= 6:
			return brushLeft
		case math.Abs(x-hi) <= 6:
			return brushRight
		}
		return brush
	}
	if v.clock.Windowed {
		switch {
		case math.Abs(x-v.x(v.clock.From)) <= 6:
			return windowLeft
		case math.Abs(x-v.x(v.clock.To)) <= 6:
			return windowRight
		}
	}
	if y >= v.want.Size[1]-axisH || y < lanesTop+header ||
		math.Abs(x-v.x(v.clock.Now)) <= 4 && v.At(p) == "" {
		return playhead
	}
	return lanes
}

// x is where a time lies on what is shown.
func (v *View) x(t time.Time) float64 {
	return Gutter + v.shown.Range.X(Seconds(t), v.shown.PlotWidth())
}

// MouseDown takes hold of what is under the pointer.
func (v *View) MouseDown(e *desktop.MouseEvent) {
	if e.Button != desktop.MouseButtonPrimary {
		return
	}
	v.drag = drag{what: v.gripAt(e.Position), from: e.Position}
	if b, what, ok := v.itemAt(e.Position); ok && v.drag.what == lanes && b.ID == v.want.Selected && v.OnMove != nil {
		v.drag.what, v.drag.item = what, b // only a selected item moves: others are passed over
	}
	if v.Tips != nil {
		v.Tips.Clear()
	}
	if v.drag.what == playhead {
		v.seek(e.Position)
	}
}

// MouseUp ends a press; one that did not move is a click.
func (v *View) MouseUp(e *desktop.MouseEvent) {
	d := v.drag
	v.drag = drag{}
	if e.Button != desktop.MouseButtonPrimary || d.moved {
		return
	}
	if float64(e.Position.X) < Gutter && float64(e.Position.Y) > v.want.Size[1]-axisH {
		if ids := v.undated(); len(ids) > 0 && v.OnMembers != nil {
			v.OnMembers(ids, e.AbsolutePosition)
		}
		return
	}
	switch d.what {
	case lanes, wholeItem, itemStart, itemEnd:
		if id := v.At(e.Position); isCluster(id) {
			v.openCluster(id, e.AbsolutePosition)
			return
		} else if id != "" {
			if v.OnSelect != nil {
				v.OnSelect(id)
			}
			return
		}
		if v.OnNew != nil && time.Since(v.tapped) < gesture.DoubleClick {
			v.tapped = time.Time{}
			v.OnNew(v.timeAt(float64(e.Position.X)))
			return
		}
		v.tapped = time.Now()
		v.seek(e.Position)
	case brush:
		if time.Since(v.clicked) < gesture.DoubleClick {
			v.Fit()
			return
		}
		v.clicked = time.Now()
		at := v.want.Extent.At(float64(e.Position.X)-Gutter, v.want.PlotWidth())
		v.SetRange(v.want.Range.Pan(at - (v.want.Range.From+v.want.Range.To)/2))
	}
}

// Dragged moves what was taken hold of.
func (v *View) Dragged(e *fyne.DragEvent) {
	v.drag.moved = true
	w := v.want.PlotWidth()
	dx := float64(e.Dragged.DX)
	switch v.drag.what {
	case wholeItem, itemStart, itemEnd:
		v.dragItem(e.Position)
	case playhead:
		v.seek(e.Position)
	case lanes:
		v.want.Scroll -= float64(e.Dragged.DY)
		v.SetRange(v.want.Range.Pan(-dx / w * v.want.Range.Width()))
	case brush:
		v.SetRange(v.want.Range.Pan(dx / w * v.want.Extent.Width()))
	case brushLeft, brushRight:
		at := v.want.Extent.At(float64(e.Position.X)-Gutter, w)
		r := v.want.Range
		if v.drag.what == brushLeft {
			r.From = math.Min(at, r.To-minRange)
		} else {
			r.To = math.Max(at, r.From+minRange)
		}
		v.SetRange(r)
	case windowLeft, windowRight:
		if v.OnWindow == nil {
			return
		}
		t := v.timeAt(float64(e.Position.X))
		if v.drag.what == windowLeft {
			v.OnWindow(t, v.clock.To)
		} else {
			v.OnWindow(v.clock.From, t)
		}
	}
}

// DragEnd ends a drag.
func (v *View) DragEnd() {
	v.drop()
	v.drag = drag{}
	v.redraw()
}

// Scrolled zooms about the pointer, or pans when turned sideways.
func (v *View) Scrolled(e *fyne.ScrollEvent) {
	if v.WheelMoves && e.Scrolled.DX == 0 {
		e.Scrolled.DX, e.Scrolled.DY = e.Scrolled.DY, 0
	}
	if e.Scrolled.DX != 0 {
		v.SetRange(v.want.Range.Pan(-float64(e.Scrolled.DX) / v.want.PlotWidth() * v.want.Range.Width()))
	}
	if e.Scrolled.DY != 0 {
		about := v.want.Range.At(float64(e.Position.X)-Gutter, v.want.PlotWidth())
		v.SetRange(v.want.Range.Zoom(about, math.Exp2(gesture.Levels(float64(e.Scrolled.DY)))))
	}
}

func (v *View) seek(p fyne.Position) {
	if v.OnSeek != nil && float64(p.X) >= Gutter {
		v.OnSeek(v.timeAt(float64(p.X)))
	}
}

// MouseIn follows the pointer.
func (v *View) MouseIn(e *desktop.MouseEvent) { v.MouseMoved(e) }

// MouseMoved lights what is under the pointer.
func (v *View) MouseMoved(e *desktop.MouseEvent) {
	id := v.At(e.Position)
	if isCluster(id) {
		id = ""
		if b, ok := v.cluster(v.At(e.Position)); ok && v.Tips != nil {
			v.Tips.Say(words.F("%s events: a click shows them", short(b.Count)), e.AbsolutePosition.AddXY(8, 12))
			return
		}
	}
	if v.OnHover != nil {
		v.OnHover(id)
	}
	if v.Tips != nil {
		if id != "" && v.Titles[id] != "" {
			v.Tips.Say(v.Titles[id], e.AbsolutePosition.AddXY(8, 12))
		} else {
			v.Tips.Clear()
		}
	}
	x := float64(e.Position.X)
	if x < Gutter || float64(e.Position.Y) < lanesTop || id != "" {
		x = 0
	}
	if x != v.pointer {
		v.pointer = x
		v.redraw()
	}
}

// MouseOut forgets the pointer.
func (v *View) MouseOut() {
	v.pointer = 0
	if v.OnHover != nil {
		v.OnHover("")
	}
	if v.Tips != nil {
		v.Tips.Clear()
	}
	v.redraw()
}

// Cursor says what a press would do.
func (v *View) Cursor() desktop.Cursor {
	switch v.drag.what {
	case playhead, brushLeft, brushRight, windowLeft, windowRight, wholeItem, itemStart, itemEnd:
		return desktop.HResizeCursor
	}
	if v.hover != "" {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// FocusGained draws a ring around the timeline.
func (v *View) FocusGained() { v.focused = true; v.redraw() }

// FocusLost takes it away.
func (v *View) FocusLost() { v.focused = false; v.redraw() }

// TypedRune does nothing.
func (v *View) TypedRune(rune) {}

// TypedKey gives up what is dragged on Escape; other keys are passed on.
func (v *View) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape && v.ghost != nil {
		v.GiveUp()
		return
	}
	if v.OnKey != nil {
		v.OnKey(e)
	}
}

// GiveUp leaves an item that is dragged where it was and reports whether one
// was.
func (v *View) GiveUp() bool {
	if v.ghost == nil {
		return false
	}
	v.ghost, v.drag = nil, drag{}
	v.redraw()
	return true
}
