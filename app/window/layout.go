package window

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"dateline/app/kit"
	"dateline/app/theme"
)

// panesLayout places the parts of the window: a bar at the top, the map
// between two panes, and at the foot the transport and the timeline.
type panesLayout struct {
	w *Window
}

// newPanes is the whole window but for what lies over it.
func newPanes(w *Window) *fyne.Container {
	return container.New(&panesLayout{w},
		w.top.object, w.banner.object, w.left.object, container.NewStack(container.NewClip(w.world), w.note.object), w.inspector, w.transport.object, container.NewClip(w.time),
		// The lines come last: at a scale that is no whole number a neighbour
		// may reach over its edge.
		kit.HRule(), kit.VRule(), kit.VRule(), kit.HRule(), kit.HRule(),
	)
}

// MinSize is the least size at which nothing is cut off.
func (l *panesLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(1060, 640) }

// Layout places the parts.
func (l *panesLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	put := func(i int, x, y, w, h float32) {
		o[i].Move(fyne.NewPos(x, y))
		o[i].Resize(fyne.NewSize(w, h))
	}
	y := float32(0)
	put(0, 0, y, size.Width, theme.TopBarHeight)
	y += theme.TopBarHeight
	put(7, 0, y, size.Width, 1)
	y++
	if o[1].Visible() {
		h := l.w.banner.height(size.Width)
		put(1, 0, y, size.Width, h)
		y += h
	}

	limit := max(float64(size.Height)*0.33, 190)
	time := float32(math.Round(l.w.time.Wanted(limit)))
	foot := size.Height - time
	put(6, 0, foot, size.Width, time)
	put(11, 0, foot-1, size.Width, 1)
	foot -= 1 + theme.TransportHeight
	put(5, 0, foot, size.Width, theme.TransportHeight)
	foot--
	put(10, 0, foot, size.Width, 1)

	h := foot - y
	lw, rw := theme.LeftWidth, theme.RightWidth
	if size.Width < 1280 {
		lw, rw = 280, 300
	}
	if l.w.left.reading {
		lw = min(theme.ReportWidth, size.Width-rw-320)
	}
	put(2, 0, y, lw, h)
	put(8, lw, y, 1, h)
	put(3, lw+1, y, size.Width-lw-rw-2, h)
	put(9, size.Width-rw-1, y, 1, h)
	put(4, size.Width-rw, y, rw, h)
}

// relayout places the parts anew, after one changed its size.
func (w *Window) relayout() {
	if w.panes != nil {
		w.panes.Layout.Layout(w.panes.Objects, w.panes.Size())
	}
}
