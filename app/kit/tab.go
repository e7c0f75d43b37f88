package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"dateline/app/theme"
)

// Tab is one of a row of tabs: a word, underlined while it is on.
type Tab struct {
	widget.BaseWidget
	OnTap func()
	text  string
	on    bool
	over  bool
}

var (
	_ fyne.Tappable      = (*Tab)(nil)
	_ desktop.Hoverable  = (*Tab)(nil)
	_ desktop.Cursorable = (*Tab)(nil)
)

// NewTab makes a tab.
func NewTab(text string, tap func()) *Tab {
	t := &Tab{text: text, OnTap: tap}
	t.ExtendBaseWidget(t)
	return t
}

// Set changes the word and whether the tab is on.
func (t *Tab) Set(text string, on bool) {
	if text != t.text || on != t.on {
		t.text, t.on = text, on
		t.Refresh()
	}
}

// Tapped turns the tab on.
func (t *Tab) Tapped(*fyne.PointEvent) {
	if t.OnTap != nil {
		t.OnTap()
	}
}

// MouseIn lights the word.
func (t *Tab) MouseIn(*desktop.MouseEvent) { t.over = true; t.Refresh() }

// MouseMoved does nothing.
func (t *Tab) MouseMoved(*desktop.MouseEvent) {}

// MouseOut puts the light out.
func (t *Tab) MouseOut() { t.over = false; t.Refresh() }

// Cursor is the pointing hand.
func (t *Tab) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer makes the tab's objects.
func (t *Tab) CreateRenderer() fyne.WidgetRenderer {
	r := &tabRenderer{t: t, word: &canvas.Text{TextSize: theme.SizeBody}, line: canvas.NewRectangle(color.Transparent)}
	r.apply()
	r.Layout(t.Size())
	return r
}

type tabRenderer struct {
	t    *Tab
	word *canvas.Text
	line *canvas.Rectangle
}

func (r *tabRenderer) Destroy()                     {}
func (r *tabRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.word, r.line} }

func (r *tabRenderer) MinSize() fyne.Size {
	// As wide as when it is on, so that the row does not jump.
	return fyne.NewSize(Measure(r.t.text, theme.SizeBody, true).Width+2, 36)
}

func (r *tabRenderer) Layout(s fyne.Size) {
	h := r.word.MinSize().Height
	r.word.Move(fyne.NewPos(0, (s.Height-h)/2))
	r.word.Resize(fyne.NewSize(s.Width, h))
	r.line.Move(fyne.NewPos(0, s.Height-2))
	r.line.Resize(fyne.NewSize(s.Width, 2))
}

func (r *tabRenderer) apply() {
	th := r.t.Theme()
	ink := theme.Muted
	if r.t.on || r.t.over {
		ink = theme.Ink
	}
	r.word.Text, r.word.Color, r.word.TextStyle = r.t.text, th.Color(ink, 0), fyne.TextStyle{Bold: r.t.on}
	r.line.FillColor = color.Transparent
	if r.t.on {
		r.line.FillColor = th.Color(theme.Ink, 0)
	}
}

func (r *tabRenderer) Refresh() {
	r.apply()
	r.Layout(r.t.Size())
	r.word.Refresh()
	r.line.Refresh()
}
