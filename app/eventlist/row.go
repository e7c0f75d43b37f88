package eventlist

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	base "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"dateline/app/kit"
	"dateline/app/mark"
	"dateline/app/theme"
	"dateline/geo/paint/raster"
	"dateline/timeline"
)

// RowHeight is the height of a row.
const RowHeight float32 = 46

// Item is one row of the list.
type Item struct {
	ID       timeline.ID
	Title    string
	Meta     string
	Mark     mark.Mark
	Accepted bool
	Rejected bool
}

// row is the widget of one item. It does not hold its item's state: the list
// gives it one whenever it is needed.
type row struct {
	widget.BaseWidget
	list     *View
	item     Item
	selected bool
	lit      bool

	title, meta *kit.Label
	mark        *kit.Mark
}

var (
	_ fyne.Tappable      = (*row)(nil)
	_ desktop.Hoverable  = (*row)(nil)
	_ desktop.Cursorable = (*row)(nil)
)

func newRow(list *View, r *raster.Renderer) *row {
	w := &row{
		list: list, mark: kit.NewMark(r),
		title: kit.NewLabel("", theme.SizeRow, true, theme.Ink), meta: kit.Meta(""),
	}
	w.title.Cut = true
	w.ExtendBaseWidget(w)
	return w
}

func (w *row) set(it Item, selected, lit bool) {
	if w.item == it && w.selected == selected && w.lit == lit {
		return
	}
	w.item, w.selected, w.lit = it, selected, lit
	w.Refresh()
}

// Tapped selects the event.
func (w *row) Tapped(*fyne.PointEvent) {
	if w.list.OnSelect != nil {
		w.list.OnSelect(w.item.ID)
	}
}

func (w *row) hover(id timeline.ID) {
	if w.list.OnHover != nil {
		w.list.OnHover(id)
	}
}

// MouseIn lights the event everywhere, and tells its title where that is cut.
func (w *row) MouseIn(e *desktop.MouseEvent) {
	w.hover(w.item.ID)
	if t := w.list.Tips; t != nil && kit.Measure(w.item.Title, theme.SizeRow, true).Width > w.title.Size().Width {
		t.Say(w.item.Title, e.AbsolutePosition.Subtract(e.Position).AddXY(44, w.Size().Height-8))
	}
}

// MouseMoved does nothing.
func (w *row) MouseMoved(*desktop.MouseEvent) {}

// MouseOut puts the light out.
func (w *row) MouseOut() {
	w.hover("")
	if w.list.Tips != nil {
		w.list.Tips.Clear()
	}
}

// Cursor is the pointing hand.
func (w *row) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer makes the row's objects.
func (w *row) CreateRenderer() fyne.WidgetRenderer {
	r := &rowRenderer{w: w, ground: canvas.NewRectangle(color.Transparent), bar: canvas.NewRectangle(color.Transparent), check: canvas.NewImageFromResource(nil)}
	r.apply()
	r.Layout(w.Size())
	return r
}

type rowRenderer struct {
	w           *row
	ground, bar *canvas.Rectangle
	check       *canvas.Image
}

func (r *rowRenderer) Destroy()           {}
func (r *rowRenderer) MinSize() fyne.Size { return fyne.NewSize(160, RowHeight) }

func (r *rowRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.bar, r.w.mark, r.w.title, r.w.meta, r.check}
}

func (r *rowRenderer) Layout(s fyne.Size) {
	const left, markSize, text = 12, 24, 44
	r.ground.Resize(s)
	r.bar.Resize(fyne.NewSize(3, s.Height))
	r.w.mark.Resize(fyne.NewSquareSize(markSize))
	right := float32(14)
	if r.w.item.Accepted {
		right = 38
	}
	h1, h2 := r.w.title.MinSize().Height, r.w.meta.MinSize().Height
	top := (s.Height - h1 - h2 - 1) / 2
	r.w.title.Move(fyne.NewPos(text, top))
	r.w.title.Resize(fyne.NewSize(s.Width-text-right, h1))
	r.w.meta.Move(fyne.NewPos(text, top+h1+1))
	r.w.meta.Resize(fyne.NewSize(s.Width-text-16, h2))
	r.w.mark.Move(fyne.NewPos(left, top+(h1-markSize)/2+1))
	r.check.Move(fyne.NewPos(s.Width-32, top+(h1-16)/2))
	r.check.Resize(fyne.NewSquareSize(16))
}

func (r *rowRenderer) apply() {
	w, th := r.w, r.w.Theme()
	r.ground.FillColor, r.bar.FillColor = color.Transparent, color.Transparent
	switch {
	case w.selected:
		r.ground.FillColor, r.bar.FillColor = th.Color(theme.Selected, 0), th.Color(theme.Ink, 0)
	case w.lit:
		r.ground.FillColor = th.Color(theme.Hovered, 0)
	}
	ink := theme.Ink
	if w.item.Rejected {
		ink = theme.Muted
	}
	if w.title.Strike != w.item.Rejected {
		w.title.Strike = w.item.Rejected
		w.title.Refresh()
	}
	w.title.SetColor(ink)
	w.title.SetText(w.item.Title)
	w.meta.SetText(w.item.Meta)
	m := w.item.Mark
	if w.selected {
		m.Paper = color.NRGBAModel.Convert(th.Color(theme.Paper, 0)).(color.NRGBA)
	}
	w.mark.Set(m)
	r.check.Hidden = !w.item.Accepted
	if w.item.Accepted {
		res := base.NewColoredResource(kit.IconCheck, theme.Accepted)
		if r.check.Resource == nil || r.check.Resource.Name() != res.Name() {
			r.check.Resource = res
		}
	}
}

func (r *rowRenderer) Refresh() {
	r.apply()
	r.Layout(r.w.Size())
	r.ground.Refresh()
	r.bar.Refresh()
	r.check.Refresh()
}
