package kit

import "fyne.io/fyne/v2"

// Heighted is an object whose height depends on how wide it is.
type Heighted interface {
	HeightFor(width float32) float32
}

// Column puts objects under each other at the full width; those that are
// Heighted are as high as they need to be at that width.
func Column(objs ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &columnLayout{}, Objects: objs}
}

type columnLayout struct{ width float32 }

func heightOf(o fyne.CanvasObject, width float32) float32 {
	if h, ok := o.(Heighted); ok && width > 0 {
		return h.HeightFor(width)
	}
	return o.MinSize().Height
}

func (l *columnLayout) MinSize(objs []fyne.CanvasObject) fyne.Size {
	var s fyne.Size
	for _, o := range objs {
		if o.Visible() {
			s.Width = max(s.Width, min(o.MinSize().Width, 120))
			s.Height += heightOf(o, l.width)
		}
	}
	return s
}

func (l *columnLayout) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	y := float32(0)
	for _, o := range objs {
		if !o.Visible() {
			continue
		}
		h := heightOf(o, size.Width)
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, h))
		y += h
	}
}
