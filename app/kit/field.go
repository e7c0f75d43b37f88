package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"dateline/app/theme"
)

// Field shows a value on a ground of its own, with a remark at its right, or
// under it where both do not fit on a line.
type Field struct {
	widget.BaseWidget
	ground     *Fill
	main, side *Label
}

// NewField makes a field.
func NewField(main, side string) *Field {
	f := &Field{ground: NewFill(theme.Panel), main: Wrapped(Body(main)), side: Wrapped(Body(side))}
	f.ground.Radius, f.ground.Border = theme.Radius, theme.Hairline
	f.side.Color = theme.Muted
	f.ExtendBaseWidget(f)
	return f
}

const fieldPadX, fieldPadY float32 = 11, 6

// oneLine reports whether both texts fit on a line of the width.
func (f *Field) oneLine(width float32) bool {
	w := Measure(f.main.Text, f.main.TextSize, false).Width
	if f.side.Text != "" {
		w += 16 + Measure(f.side.Text, f.side.TextSize, false).Width
	}
	return w <= width-2*fieldPadX
}

// HeightFor is the height of the field when it is that wide.
func (f *Field) HeightFor(width float32) float32 {
	inner := width - 2*fieldPadX
	h := f.main.HeightFor(inner)
	if f.side.Text != "" && !f.oneLine(width) {
		h += f.side.HeightFor(inner)
	}
	return h + 2*fieldPadY
}

// CreateRenderer makes the field's objects.
func (f *Field) CreateRenderer() fyne.WidgetRenderer {
	r := &fieldRenderer{f}
	r.Layout(f.Size())
	return r
}

type fieldRenderer struct{ f *Field }

func (r *fieldRenderer) Destroy()           {}
func (r *fieldRenderer) MinSize() fyne.Size { return fyne.NewSize(80, r.f.HeightFor(r.f.Size().Width)) }
func (r *fieldRenderer) Refresh()           { r.Layout(r.f.Size()) }

func (r *fieldRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.f.ground, r.f.main, r.f.side}
}

func (r *fieldRenderer) Layout(s fyne.Size) {
	f := r.f
	f.ground.Resize(s)
	inner := s.Width - 2*fieldPadX
	f.main.Move(fyne.NewPos(fieldPadX, fieldPadY))
	f.side.Align = fyne.TextAlignLeading
	if f.side.Text != "" && f.oneLine(s.Width) {
		w := Measure(f.side.Text, f.side.TextSize, false).Width + 1
		f.main.Resize(fyne.NewSize(inner-w-12, s.Height-2*fieldPadY))
		f.side.Move(fyne.NewPos(s.Width-fieldPadX-w, fieldPadY))
		f.side.Resize(fyne.NewSize(w, s.Height-2*fieldPadY))
		return
	}
	h := f.main.HeightFor(inner)
	f.main.Resize(fyne.NewSize(inner, h))
	f.side.Move(fyne.NewPos(fieldPadX, fieldPadY+h))
	f.side.Resize(fyne.NewSize(inner, f.side.HeightFor(inner)))
}
