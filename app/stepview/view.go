// Package stepview is the list of the steps of a briefing, in which they are
// put into another order by dragging.
package stepview

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	base "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"dateline/app/kit"
	"dateline/app/theme"
)

// Item is one row.
type Item struct {
	Title string
	Meta  string // "9–13 June 2014 · Mosul · a view of its own · notes"
}

// View is the list. It asks for what a person wishes through its funcs and
// shows what its setters say.
type View struct {
	widget.BaseWidget
	OnGo   func(i int) // show the step
	OnMove func(from, to int)
	OnMenu func(i int, at fyne.Position) // on the canvas
	OnKey  func(*fyne.KeyEvent)

	list    *widget.List
	ring    *kit.Fill // around it while it has the focus
	empty   fyne.CanvasObject
	items   []Item
	current int // -1: none
	over    int // where the row that is dragged would go; -1: none is
}

var _ fyne.Focusable = (*View)(nil)

// New makes an empty list; empty is what stands there while there are no steps.
func New(empty fyne.CanvasObject) *View {
	v := &View{current: -1, over: -1, empty: empty, ring: kit.NewFill("")}
	v.ring.Border, v.ring.Width = theme.FocusRing, 2
	v.ring.Hide()
	v.list = widget.NewList(func() int { return len(v.items) }, func() fyne.CanvasObject { return newRow(v) }, func(i widget.ListItemID, o fyne.CanvasObject) {
		if r, ok := o.(*row); ok {
			r.set(i)
		}
	})
	v.list.HideSeparators = true
	v.ExtendBaseWidget(v)
	return v
}

// CreateRenderer shows the list, or what stands in for it.
func (v *View) CreateRenderer() fyne.WidgetRenderer {
	v.show()
	return widget.NewSimpleRenderer(container.NewStack(v.list, v.empty, v.ring))
}

// FocusGained draws a ring around the list.
func (v *View) FocusGained() { v.ring.Show() }

// FocusLost takes it away.
func (v *View) FocusLost() { v.ring.Hide() }

// TypedRune does nothing.
func (v *View) TypedRune(rune) {}

// TypedKey goes from step to step; other keys are passed on.
func (v *View) TypedKey(e *fyne.KeyEvent) {
	to := v.current
	switch e.Name {
	case fyne.KeyDown:
		to++
	case fyne.KeyUp:
		to = max(to-1, 0)
	case fyne.KeyHome:
		to = 0
	case fyne.KeyEnd:
		to = len(v.items) - 1
	default:
		if v.OnKey != nil {
			v.OnKey(e)
		}
		return
	}
	if to >= 0 && to < len(v.items) && to != v.current && v.OnGo != nil {
		v.OnGo(to)
	}
}

// SetItems shows other steps.
func (v *View) SetItems(items []Item) {
	v.items = items
	v.show()
	v.list.Refresh()
}

func (v *View) show() {
	if len(v.items) == 0 {
		v.list.Hide()
		v.empty.Show()
		return
	}
	v.empty.Hide()
	v.list.Show()
}

// SetCurrent marks a step, -1 for none, and brings it into sight.
func (v *View) SetCurrent(i int) {
	if i == v.current {
		return
	}
	v.current = i
	if i >= 0 && i < len(v.items) {
		v.list.ScrollTo(i)
	}
	v.list.Refresh()
}

// Current is the step that is marked.
func (v *View) Current() int { return v.current }

// row is a row of the list.
type row struct {
	widget.BaseWidget
	v             *View
	i             int
	ground        *kit.Fill
	line          *kit.Fill // where a dragged row would go
	number        *kit.Label
	title         *kit.Label
	meta          *kit.Label
	moved         float32
	dragged, seen bool
}

var (
	_ fyne.Draggable         = (*row)(nil)
	_ fyne.Tappable          = (*row)(nil)
	_ fyne.SecondaryTappable = (*row)(nil)
	_ desktop.Hoverable      = (*row)(nil)
)

// height is that of a row.
const height = 52

func newRow(v *View) *row {
	r := &row{
		v: v, ground: kit.NewFill(theme.Paper), line: kit.NewFill(theme.Alert),
		number: kit.NewLabel("", theme.SizeRow, true, theme.Muted),
		title:  kit.NewLabelCut("", theme.SizeRow, false, theme.Ink),
		meta:   kit.NewLabelCut("", theme.SizeMeta, false, theme.Muted),
	}
	r.number.Align = fyne.TextAlignTrailing
	r.line.Hide()
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer lays the row out.
func (r *row) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(rowLayout{}, r.ground, r.number, r.title, r.meta, r.line))
}

type rowLayout struct{}

func (rowLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(160, height) }

func (rowLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	put := func(i int, x, y, w, h float32) {
		o[i].Move(fyne.NewPos(x, y))
		o[i].Resize(fyne.NewSize(w, h))
	}
	put(0, 0, 0, size.Width, size.Height)
	put(1, 0, 8, 34, 20)
	put(2, 44, 8, size.Width-56, 20)
	put(3, 44, 28, size.Width-56, 18)
	put(4, 0, 0, size.Width, 2)
}

func (r *row) set(i int) {
	r.i = i
	if i >= len(r.v.items) {
		return
	}
	it := r.v.items[i]
	r.number.SetText(strconv.Itoa(i + 1))
	r.title.SetText(it.Title)
	r.meta.SetText(it.Meta)
	r.look()
	if r.v.over == i {
		r.line.Show()
	} else {
		r.line.Hide()
	}
}

// look colours the row.
func (r *row) look() {
	switch {
	case r.i == r.v.current:
		r.ground.Color = theme.Selected
	case r.seen:
		r.ground.Color = theme.Hovered
	default:
		r.ground.Color = theme.Paper
	}
	r.ground.Refresh()
}

// Tapped shows the step.
func (r *row) Tapped(*fyne.PointEvent) {
	if r.v.OnGo != nil {
		r.v.OnGo(r.i)
	}
}

// TappedSecondary offers what can be done with it.
func (r *row) TappedSecondary(e *fyne.PointEvent) {
	if r.v.OnMenu != nil {
		r.v.OnMenu(r.i, e.AbsolutePosition)
	}
}

// Dragged moves the line that shows where the step would go.
func (r *row) Dragged(e *fyne.DragEvent) {
	r.moved += e.Dragged.DY
	r.dragged = true
	if to := r.target(); to != r.v.over {
		r.v.over = to
		r.v.list.Refresh()
	}
}

// target is the row before which the dragged one would stand.
func (r *row) target() int {
	pitch := height + base.Padding()
	n := int(r.moved/pitch + 0.5)
	if r.moved < 0 {
		n = -int(-r.moved/pitch + 0.5)
	}
	to := r.i + n
	if n > 0 {
		to++
	}
	return min(max(to, 0), len(r.v.items))
}

// DragEnd puts the step there.
func (r *row) DragEnd() {
	from, to := r.i, r.target()
	if to > from {
		to--
	}
	was := r.dragged
	r.moved, r.dragged = 0, false
	r.v.over = -1
	r.v.list.Refresh()
	if was && to != from && r.v.OnMove != nil {
		r.v.OnMove(from, to)
	}
}

// MouseIn marks the row.
func (r *row) MouseIn(*desktop.MouseEvent) { r.seen = true; r.look() }

// MouseMoved does nothing.
func (r *row) MouseMoved(*desktop.MouseEvent) {}

// MouseOut marks it no longer.
func (r *row) MouseOut() { r.seen = false; r.look() }
