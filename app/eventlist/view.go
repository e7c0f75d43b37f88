package eventlist

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"dateline/app/kit"
	"dateline/app/theme"
	"dateline/geo/paint/raster"
	"dateline/timeline"
)

// View is the list's widget: rows in a scroller, of which only those in sight
// exist. A click selects and leaves the keys alone.
type View struct {
	widget.BaseWidget
	OnSelect func(timeline.ID)
	OnHover  func(timeline.ID)
	OnKey    func(*fyne.KeyEvent)
	Tips     *kit.Tips // for titles that are cut; may be nil

	items    []Item
	selected timeline.ID
	marked   func(timeline.ID) bool // selected beside it; may be nil
	hover    timeline.ID
	focused  bool
	scroll   *container.Scroll
	flat     *container.ThemeOverride // holds scroll
	rows     *rows
	renderer *raster.Renderer // of the marks
}

var _ fyne.Focusable = (*View)(nil)

// New makes an empty list.
func New() *View {
	v := &View{renderer: raster.New()}
	v.rows = &rows{list: v}
	v.rows.ExtendBaseWidget(v.rows)
	v.scroll = container.NewVScroll(v.rows)
	v.flat = container.NewThemeOverride(v.scroll, theme.Flat())
	v.scroll.OnScrolled = func(fyne.Position) { v.rows.Refresh() }
	v.ExtendBaseWidget(v)
	return v
}

// SetItems shows other rows.
func (v *View) SetItems(items []Item) {
	grown := len(items) != len(v.items)
	v.items = items
	if grown {
		v.scroll.Refresh()
	}
	v.rows.Refresh()
}

// Items are the rows.
func (v *View) Items() []Item { return v.items }

// SetSelected marks a row and brings it into sight if it is out of it.
func (v *View) SetSelected(id timeline.ID) {
	if id == v.selected {
		return
	}
	v.selected = id
	for i, it := range v.items {
		if it.ID != id {
			continue
		}
		top, h := float32(i)*RowHeight, v.scroll.Size().Height
		switch {
		case h <= 0:
		case top < v.scroll.Offset.Y:
			v.scroll.ScrollToOffset(fyne.NewPos(0, top))
		case top+RowHeight > v.scroll.Offset.Y+h:
			v.scroll.ScrollToOffset(fyne.NewPos(0, top+RowHeight-h))
		}
	}
	v.rows.Refresh()
}

// SetMarked says which rows are selected beside the one.
func (v *View) SetMarked(marked func(timeline.ID) bool) {
	v.marked = marked
	v.rows.Refresh()
}

// SetHover lights a row.
func (v *View) SetHover(id timeline.ID) {
	if id != v.hover {
		v.hover = id
		v.rows.Refresh()
	}
}

// FocusGained draws a ring around the list.
func (v *View) FocusGained() { v.focused = true; v.Refresh() }

// FocusLost takes it away.
func (v *View) FocusLost() { v.focused = false; v.Refresh() }

// TypedRune does nothing.
func (v *View) TypedRune(rune) {}

// TypedKey moves the selection by rows; other keys are passed on.
func (v *View) TypedKey(e *fyne.KeyEvent) {
	by := 0
	switch e.Name {
	case fyne.KeyDown:
		by = 1
	case fyne.KeyUp:
		by = -1
	default:
		if v.OnKey != nil {
			v.OnKey(e)
		}
		return
	}
	at := -1
	for i, it := range v.items {
		if it.ID == v.selected {
			at = i
		}
	}
	if at < 0 && by < 0 {
		at = len(v.items)
	}
	if at += by; at >= 0 && at < len(v.items) && v.OnSelect != nil {
		v.OnSelect(v.items[at].ID)
	}
}

// CreateRenderer makes the list's objects.
func (v *View) CreateRenderer() fyne.WidgetRenderer {
	r := &listRenderer{v: v, focus: canvas.NewRectangle(nil)}
	r.Layout(v.Size())
	return r
}

type listRenderer struct {
	v     *View
	focus *canvas.Rectangle
}

func (r *listRenderer) Destroy()                     {}
func (r *listRenderer) MinSize() fyne.Size           { return fyne.NewSize(180, 2*RowHeight) }
func (r *listRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.v.flat, r.focus} }

func (r *listRenderer) Layout(s fyne.Size) {
	r.v.flat.Resize(s)
	r.focus.Resize(s)
	r.Refresh()
}

func (r *listRenderer) Refresh() {
	r.focus.StrokeColor, r.focus.StrokeWidth = r.v.Theme().Color(theme.FocusRing, 0), 2
	r.focus.Hidden = !r.v.focused
	r.focus.Refresh()
	r.v.rows.Refresh()
}

// rows is what is scrolled: as high as all rows, with those in sight.
type rows struct {
	widget.BaseWidget
	list *View
}

func (w *rows) CreateRenderer() fyne.WidgetRenderer {
	r := &rowsRenderer{w: w}
	r.Layout(w.Size())
	return r
}

type rowsRenderer struct {
	w    *rows
	pool []*row
	objs []fyne.CanvasObject
}

func (r *rowsRenderer) Destroy()                     {}
func (r *rowsRenderer) Objects() []fyne.CanvasObject { return r.objs }
func (r *rowsRenderer) Layout(fyne.Size)             { r.Refresh() }

func (r *rowsRenderer) MinSize() fyne.Size {
	return fyne.NewSize(160, float32(len(r.w.list.items))*RowHeight+8)
}

func (r *rowsRenderer) Refresh() {
	v := r.w.list
	top, h := v.scroll.Offset.Y, v.scroll.Size().Height
	first := max(int(top/RowHeight), 0)
	last := min(int((top+h)/RowHeight)+1, len(v.items))
	r.objs = r.objs[:0]
	for i := first; i < last; i++ {
		if i-first >= len(r.pool) {
			r.pool = append(r.pool, newRow(v, v.renderer))
		}
		w := r.pool[i-first]
		it := v.items[i]
		w.set(it, it.ID == v.selected || v.marked != nil && v.marked(it.ID), it.ID == v.hover)
		w.Move(fyne.NewPos(0, float32(i)*RowHeight))
		w.Resize(fyne.NewSize(r.w.Size().Width, RowHeight))
		r.objs = append(r.objs, w)
	}
}
