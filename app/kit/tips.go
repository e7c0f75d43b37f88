package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"dateline/app/theme"
)

// Tips is the layer on top of a window in which short explanations appear. It
// takes no clicks.
type Tips struct {
	widget.BaseWidget
	text string
	at   fyne.Position
}

// NewTips makes an empty layer.
func NewTips() *Tips {
	t := &Tips{}
	t.ExtendBaseWidget(t)
	return t
}

// Say shows a text with its top left corner near a position of the window,
// moved so that it is wholly inside.
func (t *Tips) Say(text string, at fyne.Position) {
	if text != t.text || at != t.at {
		t.text, t.at = text, at
		t.Refresh()
	}
}

// Clear takes the text away.
func (t *Tips) Clear() {
	if t.text != "" {
		t.text = ""
		t.Refresh()
	}
}

// Text is what is shown, "" for nothing.
func (t *Tips) Text() string { return t.text }

// CreateRenderer makes the layer's objects.
func (t *Tips) CreateRenderer() fyne.WidgetRenderer {
	r := &tipsRenderer{t: t, rect: canvas.NewRectangle(color.Transparent)}
	r.Layout(t.Size())
	return r
}

type tipsRenderer struct {
	t    *Tips
	rect *canvas.Rectangle
	objs []fyne.CanvasObject
}

func (r *tipsRenderer) Destroy()                     {}
func (r *tipsRenderer) MinSize() fyne.Size           { return fyne.Size{} }
func (r *tipsRenderer) Objects() []fyne.CanvasObject { return r.objs }

func (r *tipsRenderer) Layout(size fyne.Size) {
	r.objs = nil
	if r.t.text == "" {
		return
	}
	const maxWidth, padX, padY = 300, 9, 6
	th := r.t.Theme()
	lines := Wrap(r.t.text, maxWidth, func(s string) float32 { return Measure(s, theme.SizeMeta, false).Width })
	var w float32
	h := Measure("Mg", theme.SizeMeta, false).Height
	for _, s := range lines {
		w = max(w, Measure(s, theme.SizeMeta, false).Width)
	}
	box := fyne.NewSize(w+2*padX, h*float32(len(lines))+2*padY)
	pos := r.t.at.AddXY(0, 6)
	if pos.X+box.Width > size.Width-4 {
		pos.X = max(size.Width-4-box.Width, 4)
	}
	if pos.Y+box.Height > size.Height-4 {
		pos.Y = max(r.t.at.Y-box.Height-40, 4)
	}
	r.rect.FillColor, r.rect.CornerRadius = th.Color(theme.Ink, 0), theme.Radius
	r.rect.Move(pos)
	r.rect.Resize(box)
	r.objs = append(r.objs, r.rect)
	for i, s := range lines {
		t := canvas.NewText(s, th.Color(theme.Paper, 0))
		t.TextSize = theme.SizeMeta
		t.Move(pos.AddXY(padX, padY+h*float32(i)))
		t.Resize(fyne.NewSize(w, h))
		r.objs = append(r.objs, t)
	}
}

func (r *tipsRenderer) Refresh() {
	r.Layout(r.t.Size())
	canvas.Refresh(r.t)
}
