package kit

import (
	"context"
	"image"

	"github.com/paulmach/orb"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"dateline/app/mark"
	"dateline/geo/paint/raster"
	"dateline/geo/scene"
)

// Mark is the numbered mark of an event as a widget. It is painted by the
// painter of the map, so that it looks the same there. Painting takes well
// under a millisecond, and only when the mark changes.
type Mark struct {
	widget.BaseWidget
	renderer *raster.Renderer
	mark     mark.Mark
	image    *image.RGBA
	of       mark.Mark
}

// NewMark makes a mark; the renderer may be shared by all that live on the
// window's goroutine.
func NewMark(r *raster.Renderer) *Mark {
	m := &Mark{renderer: r}
	m.ExtendBaseWidget(m)
	return m
}

// Set changes the mark; its centre is that of the widget.
func (m *Mark) Set(k mark.Mark) {
	if k != m.mark {
		m.mark = k
		m.Refresh()
	}
}

// paint is the picture at a size in device pixels.
func (m *Mark) paint(w, h int) image.Image {
	if m.image != nil && m.of == m.mark && m.image.Rect.Dx() == w && m.image.Rect.Dy() == h {
		return m.image
	}
	size := m.Size()
	if w <= 0 || h <= 0 || size.Width <= 0 {
		return image.NewRGBA(image.Rect(0, 0, 1, 1))
	}
	k := m.mark
	k.Center = orb.Point{float64(size.Width) / 2, float64(size.Height) / 2}
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	s := scene.Scene{Size: orb.Point{float64(size.Width), float64(size.Height)}, Items: k.Items("")}
	if err := m.renderer.Over(context.Background(), img, s, float64(w)/float64(size.Width)); err != nil {
		return image.NewRGBA(image.Rect(0, 0, 1, 1))
	}
	m.image, m.of = img, m.mark
	return img
}

// MinSize is the size of a mark in a list.
func (m *Mark) MinSize() fyne.Size { return fyne.NewSquareSize(24) }

// CreateRenderer makes the mark's picture.
func (m *Mark) CreateRenderer() fyne.WidgetRenderer {
	return &markRenderer{m, canvas.NewRaster(m.paint)}
}

type markRenderer struct {
	m *Mark
	r *canvas.Raster
}

func (r *markRenderer) Destroy()                     {}
func (r *markRenderer) MinSize() fyne.Size           { return r.m.MinSize() }
func (r *markRenderer) Layout(s fyne.Size)           { r.r.Resize(s) }
func (r *markRenderer) Refresh()                     { r.r.Refresh() }
func (r *markRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.r} }
