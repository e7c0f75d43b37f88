package present

import (
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// rest is how long the pointer is seen after it was moved.
const rest = 2 * time.Second

// pointer is a ring in place of the mouse's arrow, or a dot while Ctrl is held,
// that goes away when it is not moved. It lies over the map and lets clicks,
// drags and the wheel through to it.
type pointer struct {
	widget.BaseWidget
	do    func(func())
	ring  *canvas.Circle
	timer *time.Timer
	dot   bool
}

var (
	_ desktop.Hoverable  = (*pointer)(nil)
	_ desktop.Cursorable = (*pointer)(nil)
)

var red = color.NRGBA{0xC8, 0x32, 0x2B, 0xFF}

func newPointer(do func(func())) *pointer {
	p := &pointer{do: do, ring: &canvas.Circle{StrokeColor: red, StrokeWidth: 4}}
	p.ring.Hide()
	p.ExtendBaseWidget(p)
	return p
}

// CreateRenderer makes the ring.
func (p *pointer) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(where(p.ring))
}

// where leaves an object where it is.
func where(o fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Objects: []fyne.CanvasObject{o}}
}

// Cursor hides the arrow: the ring stands in for it.
func (p *pointer) Cursor() desktop.Cursor { return desktop.HiddenCursor }

// MouseIn is told that the pointer comes.
func (p *pointer) MouseIn(e *desktop.MouseEvent) { p.MouseMoved(e) }

// MouseMoved moves the ring.
func (p *pointer) MouseMoved(e *desktop.MouseEvent) {
	ctrl := e.Modifier&fyne.KeyModifierControl != 0
	size := float32(44)
	p.ring.FillColor = color.Transparent
	if ctrl != p.dot {
		size = 16
		p.ring.FillColor = red
	}
	p.ring.Resize(fyne.NewSquareSize(size))
	p.ring.Move(e.Position.SubtractXY(size/2, size/2))
	p.ring.Hidden = false
	p.Refresh()
	if p.timer != nil {
		p.timer.Stop()
	}
	p.timer = time.AfterFunc(rest, func() { p.do(p.hide) })
}

// MouseOut is told that the pointer leaves.
func (p *pointer) MouseOut() { p.hide() }

func (p *pointer) hide() {
	p.ring.Hidden = true
	p.Refresh()
}

// turn makes the ring a dot, or the dot a ring.
func (p *pointer) turn() { p.dot = !p.dot }

func (p *pointer) stop() {
	if p.timer != nil {
		p.timer.Stop()
	}
}
