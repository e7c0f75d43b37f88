package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"dateline/app/theme"
)

// SplitterWidth is how wide a splitter takes hold.
const SplitterWidth float32 = 7

// Splitter lies over the line between two panes and moves it.
type Splitter struct {
	widget.BaseWidget
	// OnMove is told by how much the line is to be moved; OnDouble that it
	// was double-clicked.
	OnMove   func(by float32)
	OnDouble func()
	Flat     bool // the line is level
	lit      bool
}

var (
	_ fyne.Draggable      = (*Splitter)(nil)
	_ fyne.DoubleTappable = (*Splitter)(nil)
	_ desktop.Hoverable   = (*Splitter)(nil)
	_ desktop.Cursorable  = (*Splitter)(nil)
)

// NewSplitter makes a splitter.
func NewSplitter(flat bool, move func(by float32), double func()) *Splitter {
	s := &Splitter{Flat: flat, OnMove: move, OnDouble: double}
	s.ExtendBaseWidget(s)
	return s
}

// Dragged moves the line.
func (s *Splitter) Dragged(e *fyne.DragEvent) {
	by := e.Dragged.DX
	if s.Flat {
		by = e.Dragged.DY
	}
	s.OnMove(by)
}

// DragEnd puts the light out.
func (s *Splitter) DragEnd() { s.light(false) }

// DoubleTapped is for hiding a pane, or for its usual width.
func (s *Splitter) DoubleTapped(*fyne.PointEvent) {
	if s.OnDouble != nil {
		s.OnDouble()
	}
}

// MouseIn lights the line.
func (s *Splitter) MouseIn(*desktop.MouseEvent) { s.light(true) }

// MouseMoved does nothing.
func (s *Splitter) MouseMoved(*desktop.MouseEvent) {}

// MouseOut puts the light out.
func (s *Splitter) MouseOut() { s.light(false) }

func (s *Splitter) light(on bool) {
	s.lit = on
	s.Refresh()
}

// Cursor says which way the line moves.
func (s *Splitter) Cursor() desktop.Cursor {
	if s.Flat {
		return desktop.VResizeCursor
	}
	return desktop.HResizeCursor
}

// CreateRenderer makes the splitter's objects.
func (s *Splitter) CreateRenderer() fyne.WidgetRenderer {
	r := &splitterRenderer{s: s, line: canvas.NewRectangle(color.Transparent)}
	r.Layout(s.Size())
	return r
}

type splitterRenderer struct {
	s    *Splitter
	line *canvas.Rectangle
}

func (r *splitterRenderer) Destroy()                     {}
func (r *splitterRenderer) MinSize() fyne.Size           { return fyne.NewSize(SplitterWidth, SplitterWidth) }
func (r *splitterRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.line} }

func (r *splitterRenderer) Layout(s fyne.Size) {
	const line = 3
	if r.s.Flat {
		r.line.Move(fyne.NewPos(0, (s.Height-line)/2))
		r.line.Resize(fyne.NewSize(s.Width, line))
	} else {
		r.line.Move(fyne.NewPos((s.Width-line)/2, 0))
		r.line.Resize(fyne.NewSize(line, s.Height))
	}
	r.Refresh()
}

func (r *splitterRenderer) Refresh() {
	r.line.FillColor = color.Transparent
	if r.s.lit {
		r.line.FillColor = r.s.Theme().Color(theme.FocusRing, 0)
	}
	r.line.Refresh()
}
