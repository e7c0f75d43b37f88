package palette

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"dateline/app/kit"
	"dateline/app/theme"
	"dateline/app/words"
)

// View is the box with what it finds under it, over the window.
type View struct {
	Entry   *kit.Entry
	canvas  fyne.Canvas
	pop     *widget.PopUp
	list    *fyne.Container
	scroll  *container.Scroll
	hits    []Hit
	rows    []*row
	at      int
	sources func() Sources
}

const (
	width     float32 = 620
	rowHeight float32 = 34
	most              = 12 // rows seen at once
)

// Show opens the box at the top of the canvas with something typed already.
// sources is asked at every letter, so that what is found is what there is.
func Show(c fyne.Canvas, typed, hint string, sources func() Sources) *View {
	v := &View{Entry: kit.NewEntry(false), canvas: c, sources: sources, list: kit.Column()}
	v.Entry.SetPlaceHolder(hint)
	v.Entry.OnEscape = v.Hide
	v.Entry.OnArrow = v.move
	v.Entry.OnSubmitted = func(string) { v.run(v.at) }
	v.Entry.OnChanged = func(string) { v.search() }
	v.scroll = container.NewVScroll(v.list)
	body := container.NewBorder(kit.Inset(8, 6, 8, 8, v.Entry), nil, nil, nil, container.NewThemeOverride(v.scroll, theme.Flat()))
	v.pop = widget.NewPopUp(body, c)
	v.pop.Resize(fyne.NewSize(min(width, c.Size().Width-40), 60))
	v.pop.ShowAtPosition(fyne.NewPos(max((c.Size().Width-width)/2, 20), 4))
	c.Focus(v.Entry)
	v.Entry.SetText(typed)
	if typed == "" {
		v.search()
	}
	return v
}

// Hide takes the box away.
func (v *View) Hide() { v.pop.Hide() }

// Hits are what is found now.
func (v *View) Hits() []Hit { return v.hits }

func (v *View) search() {
	v.hits = v.sources().Search(v.Entry.Text)
	v.list.RemoveAll()
	v.rows = v.rows[:0]
	for i, h := range v.hits {
		r := newRow(v, i, h)
		v.rows = append(v.rows, r)
		v.list.Add(r)
	}
	if len(v.hits) == 0 {
		v.list.Add(kit.Inset(8, 10, 16, 16, kit.NewLabel(words.T("Nothing is found."), theme.SizeBody, false, theme.Muted)))
	}
	v.at = 0
	v.light()
	h := min(float32(max(len(v.hits), 1)), most) * rowHeight
	v.pop.Resize(fyne.NewSize(min(width, v.canvas.Size().Width-40), h+60))
	v.scroll.ScrollToTop()
	v.list.Refresh()
}

func (v *View) move(by int) {
	if len(v.rows) == 0 {
		return
	}
	v.at = (v.at + by + len(v.rows)) % len(v.rows)
	v.light()
	top, h := float32(v.at)*rowHeight, v.scroll.Size().Height
	switch {
	case top < v.scroll.Offset.Y:
		v.scroll.ScrollToOffset(fyne.NewPos(0, top))
	case top+rowHeight > v.scroll.Offset.Y+h:
		v.scroll.ScrollToOffset(fyne.NewPos(0, top+rowHeight-h))
	}
}

func (v *View) light() {
	for i, r := range v.rows {
		if on := i == v.at; on != r.on {
			r.on = on
			r.Refresh()
		}
	}
}

func (v *View) run(i int) {
	if i < 0 || i >= len(v.hits) {
		return
	}
	v.Hide()
	v.hits[i].Run()
}

// row is one thing found.
type row struct {
	widget.BaseWidget
	view   *View
	index  int
	on     bool
	ground *canvas.Rectangle
	body   fyne.CanvasObject
}

var (
	_ fyne.Tappable     = (*row)(nil)
	_ desktop.Hoverable = (*row)(nil)
)

func newRow(v *View, i int, h Hit) *row {
	r := &row{view: v, index: i, ground: canvas.NewRectangle(color.Transparent)}
	kind := kit.Sized(46, 18, kit.NewLabel(words.T(string(h.Kind)), theme.SizeMeta, false, theme.Muted))
	right := h.Key
	if h.Detail != "" {
		right = h.Detail
	}
	side := kit.NewLabel(right, theme.SizeMeta, false, theme.Muted)
	line := container.NewBorder(nil, nil, container.NewCenter(kind), container.NewCenter(side), kit.Middle(kit.NewLabelCut(h.Title, theme.SizeRow, h.Kind == EventKind, theme.Ink)))
	r.body = container.NewStack(kit.Inset(1, 1, 4, 4, r.ground), kit.Sized(0, rowHeight, kit.Inset(0, 0, 16, 16, line)))
	r.ExtendBaseWidget(r)
	return r
}

// Tapped runs the row.
func (r *row) Tapped(*fyne.PointEvent) { r.view.run(r.index) }

// MouseIn goes to the row.
func (r *row) MouseIn(*desktop.MouseEvent) {
	r.view.at = r.index
	r.view.light()
}

// MouseMoved does nothing.
func (r *row) MouseMoved(*desktop.MouseEvent) {}

// MouseOut does nothing.
func (r *row) MouseOut() {}

// Refresh shows whether the row is the one that Enter runs.
func (r *row) Refresh() {
	r.ground.FillColor, r.ground.CornerRadius = color.Transparent, 4
	if r.on {
		r.ground.FillColor = r.Theme().Color(theme.Selected, 0)
	}
	r.ground.Refresh()
}

// CreateRenderer makes the row's objects.
func (r *row) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.body) }
