package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"dateline/app/theme"
)

// Fill is a plain ground in a colour of the theme: panes, cards and the
// hairlines between them. Without a colour there is only its border.
type Fill struct {
	widget.BaseWidget
	Color  fyne.ThemeColorName
	Border fyne.ThemeColorName // empty: none
	Radius float32
	Width  float32 // of the border; 0: 1
	Min    fyne.Size
}

// NewFill makes a ground.
func NewFill(ground fyne.ThemeColorName) *Fill {
	f := &Fill{Color: ground}
	f.ExtendBaseWidget(f)
	return f
}

// HRule and VRule are hairlines between panes.
func HRule() *Fill { return rule(fyne.NewSize(0, 1)) }

// VRule is an upright hairline.
func VRule() *Fill { return rule(fyne.NewSize(1, 0)) }

func rule(min fyne.Size) *Fill {
	f := NewFill(theme.Hairline)
	f.Min = min
	return f
}

// Space is an empty room of a size.
func Space(w, h float32) fyne.CanvasObject {
	r := canvas.NewRectangle(color.Transparent)
	r.SetMinSize(fyne.NewSize(w, h))
	return r
}

// Sized gives an object a least size.
func Sized(w, h float32, o fyne.CanvasObject) *fyne.Container {
	return container.NewStack(Space(w, h), o)
}

// Inset puts room around an object.
func Inset(top, bottom, left, right float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(layout.NewCustomPaddedLayout(top, bottom, left, right), o)
}

// Row puts objects side by side, a gap between them, each at its least width
// and centred upright.
func Row(gap float32, objs ...fyne.CanvasObject) *fyne.Container {
	return container.New(rowLayout{gap}, objs...)
}

type rowLayout struct{ gap float32 }

func (l rowLayout) MinSize(objs []fyne.CanvasObject) fyne.Size {
	var s fyne.Size
	n := 0
	for _, o := range objs {
		if !o.Visible() {
			continue
		}
		m := o.MinSize()
		s.Width += m.Width
		s.Height = max(s.Height, m.Height)
		n++
	}
	if n > 1 {
		s.Width += l.gap * float32(n-1)
	}
	return s
}

func (l rowLayout) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	x := float32(0)
	for _, o := range objs {
		if !o.Visible() {
			continue
		}
		m := o.MinSize()
		o.Resize(m)
		o.Move(fyne.NewPos(x, (size.Height-m.Height)/2))
		x += m.Width + l.gap
	}
}

// CreateRenderer makes the ground's rectangle.
func (f *Fill) CreateRenderer() fyne.WidgetRenderer {
	r := &fillRenderer{f: f, rect: canvas.NewRectangle(color.Transparent)}
	r.Refresh()
	r.Layout(f.Size())
	return r
}

type fillRenderer struct {
	f    *Fill
	rect *canvas.Rectangle
}

func (r *fillRenderer) Destroy()                     {}
func (r *fillRenderer) MinSize() fyne.Size           { return r.f.Min }
func (r *fillRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.rect} }
func (r *fillRenderer) Layout(s fyne.Size)           { r.rect.Resize(s) }

func (r *fillRenderer) Refresh() {
	r.rect.FillColor = color.Transparent
	if r.f.Color != "" {
		r.rect.FillColor = r.f.Theme().Color(r.f.Color, 0)
	}
	r.rect.CornerRadius = r.f.Radius
	r.rect.StrokeColor, r.rect.StrokeWidth = color.Transparent, 0
	if r.f.Border != "" {
		r.rect.StrokeColor, r.rect.StrokeWidth = r.f.Theme().Color(r.f.Border, 0), max(r.f.Width, 1)
	}
	r.rect.Refresh()
}
