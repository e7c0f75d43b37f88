package window

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"dateline/app/command"
	"dateline/app/kit"
	"dateline/app/theme"
	"dateline/app/timeview"
)

// The parts of the window that can be hidden.
const (
	leftPart = iota
	rightPart
	timePart
	parts
)

// sizes is how the window is divided: 0 stands for the usual.
type sizes struct {
	left, reading, right, time float32
	hidden                     [parts]bool
	before                     [parts]bool // hidden before everything was
}

// panesLayout places the parts of the window: a bar at the top, the map
// between two panes, and at the foot the transport and the timeline.
type panesLayout struct {
	w *Window
}

// The objects of the layout, by their index.
const (
	topAt = iota
	bannerAt
	leftAt
	mapAt
	rightAt
	transportAt
	timeAt
	topLine
	leftLine
	rightLine
	transportLine
	timeLine
	leftSplit
	rightSplit
	timeSplit
)

// newPanes is the whole window but for what lies over it.
func newPanes(w *Window) *fyne.Container {
	return container.New(&panesLayout{w},
		w.top.object, w.banner.object, w.left.object, container.NewStack(container.NewClip(w.world), w.note.object),
		w.inspector, w.transport.object, container.NewClip(w.time),
		// The lines come last: at a scale that is no whole number a neighbour
		// may reach over its edge.
		kit.HRule(), kit.VRule(), kit.VRule(), kit.HRule(), kit.HRule(),
		kit.NewSplitter(false, func(by float32) { w.widen(leftPart, by) }, func() { w.Collapse(command.LeftPane) }),
		kit.NewSplitter(false, func(by float32) { w.widen(rightPart, -by) }, func() { w.Collapse(command.RightPane) }),
		kit.NewSplitter(true, func(by float32) { w.widen(timePart, -by) }, func() { w.widen(timePart, 0) }),
	)
}

// MinSize is the least size at which nothing is cut off.
func (l *panesLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(1060, 640) }

// width is the width of a part at a width of the window.
func (l *panesLayout) width(part int, all float32) float32 {
	z := &l.w.sizes
	usual, wanted := theme.LeftWidth, z.left
	if all < 1280 {
		usual = 280
	}
	switch {
	case part == rightPart:
		usual, wanted = theme.RightWidth, z.right
		if all < 1280 {
			usual = 300
		}
	case l.w.left.reading:
		usual, wanted = theme.ReportWidth, z.reading
	}
	if wanted == 0 {
		wanted = usual
	}
	return min(max(wanted, 220), max(all*0.45, 220))
}

// Layout places the parts.
func (l *panesLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	z := &l.w.sizes
	put := func(i int, x, y, w, h float32) {
		o[i].Move(fyne.NewPos(x, y))
		o[i].Resize(fyne.NewSize(w, h))
	}
	show := func(on bool, at ...int) bool {
		for _, i := range at {
			if on && !o[i].Visible() {
				o[i].Show()
			} else if !on && o[i].Visible() {
				o[i].Hide()
			}
		}
		return on
	}
	y := float32(0)
	put(topAt, 0, y, size.Width, theme.TopBarHeight)
	y += theme.TopBarHeight
	put(topLine, 0, y, size.Width, 1)
	y++
	if o[bannerAt].Visible() {
		h := l.w.banner.height(size.Width)
		put(bannerAt, 0, y, size.Width, h)
		y += h
	}

	foot := size.Height
	if show(!z.hidden[timePart], timeAt, timeLine, timeSplit) {
		limit := max(float64(size.Height)*0.33, 190)
		time := float32(math.Round(min(max(l.w.timeWanted, timeview.MinHeight), limit)))
		if z.time > 0 {
			time = min(max(z.time, float32(l.w.time.MinSize().Height)), size.Height*0.6)
		}
		foot -= time
		put(timeAt, 0, foot, size.Width, time)
		foot--
		put(timeLine, 0, foot, size.Width, 1)
	}
	foot -= theme.TransportHeight
	put(transportAt, 0, foot, size.Width, theme.TransportHeight)
	foot--
	put(transportLine, 0, foot, size.Width, 1)
	put(timeSplit, 0, foot-kit.SplitterWidth/2, size.Width, kit.SplitterWidth)

	h := foot - y
	from, to := float32(0), size.Width
	const half = kit.SplitterWidth / 2
	if show(!z.hidden[leftPart], leftAt, leftLine, leftSplit) {
		w := l.width(leftPart, size.Width)
		put(leftAt, 0, y, w, h)
		put(leftLine, w, y, 1, h)
		put(leftSplit, w-half, y, kit.SplitterWidth, h)
		from = w + 1
	}
	if show(!z.hidden[rightPart], rightAt, rightLine, rightSplit) {
		w := l.width(rightPart, size.Width)
		put(rightAt, size.Width-w, y, w, h)
		put(rightLine, size.Width-w-1, y, 1, h)
		put(rightSplit, size.Width-w-1-half, y, kit.SplitterWidth, h)
		to = size.Width - w - 1
	}
	put(mapAt, from, y, to-from, h)
}

// relayout places the parts anew, after one changed its size.
func (w *Window) relayout() {
	if w.panes != nil {
		w.panes.Layout.Layout(w.panes.Objects, w.panes.Size())
	}
}

// widen makes a part wider, or narrower, by as much.
func (w *Window) widen(part int, by float32) {
	z := &w.sizes
	switch {
	case part == timePart && by == 0:
		z.time = 0
	case part == timePart:
		z.time = min(max(w.time.Size().Height+by, w.time.MinSize().Height), w.panes.Size().Height*0.6)
	case part == rightPart:
		z.right = w.inspector.Size().Width + by
	case w.left.reading:
		z.reading = w.left.object.Size().Width + by
	default:
		z.left = w.left.object.Size().Width + by
	}
	w.relayout()
	w.keepSizes()
}

// Collapse hides a part, or shows it again; all of them, or all again.
func (w *Window) Collapse(p command.Pane) {
	z := &w.sizes
	if p == command.AllPanes {
		if w.Collapsed(p) {
			z.hidden = z.before
			if w.Collapsed(p) {
				z.hidden = [parts]bool{}
			}
		} else {
			z.before = z.hidden
			z.hidden = [parts]bool{true, true, true}
		}
	} else {
		z.hidden[p] = !z.hidden[p]
	}
	w.relayout()
	w.keepSizes()
	w.top.update(w.session)
}

// Collapsed reports whether a part is hidden.
func (w *Window) Collapsed(p command.Pane) bool {
	if p == command.AllPanes {
		return w.sizes.hidden == [parts]bool{true, true, true}
	}
	return w.sizes.hidden[p]
}

// Uncollapse shows a part that is hidden.
func (w *Window) Uncollapse(part int) {
	if w.sizes.hidden[part] {
		w.sizes.hidden[part] = false
		w.relayout()
	}
}
