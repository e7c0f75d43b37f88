package timeview

import (
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"dateline/app/kit"
	"dateline/app/theme"
	"dateline/timeline"
)

// MinSize lets the window shrink the timeline.
func (v *View) MinSize() fyne.Size { return fyne.NewSize(400, MinHeight) }

// CreateRenderer makes the timeline's objects: the picture, and over it what
// moves without a new one.
func (v *View) CreateRenderer() fyne.WidgetRenderer {
	r := &renderer{
		v: v, raster: canvas.NewRaster(nil),
		tint: rect(), flag: rect(), ring: rect(), ghost: rect(), moved: &canvas.Text{}, line: rect(), focus: rect(),
		grips: [2]*canvas.Rectangle{rect(), rect()}, date: &canvas.Text{}, at: &canvas.Text{},
	}
	blank := image.NewRGBA(image.Rect(0, 0, 1, 1))
	r.raster.Generator = func(w, h int) image.Image {
		if s := r.raster.Size(); s.Width > 0 && w > 0 {
			v.setSize(v.Size(), float64(w)/float64(s.Width))
		}
		if v.shown.image == nil {
			return blank
		}
		return v.shown.image
	}
	r.Layout(v.Size())
	return r
}

func rect() *canvas.Rectangle { return canvas.NewRectangle(color.Transparent) }

type renderer struct {
	v                             *View
	raster                        *canvas.Raster
	tint, flag, ring, line, focus *canvas.Rectangle
	grips                         [2]*canvas.Rectangle
	date, at, moved               *canvas.Text
	ghost                         *canvas.Rectangle
	last                          *image.RGBA
}

func (r *renderer) Destroy()           {}
func (r *renderer) MinSize() fyne.Size { return r.v.MinSize() }

func (r *renderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.raster, r.tint, r.grips[0], r.grips[1], r.line, r.at, r.ring, r.flag, r.date, r.ghost, r.moved, r.focus}
}

func (r *renderer) Layout(s fyne.Size) {
	r.v.setSize(s, r.v.want.Scale)
	r.frame()
	r.focus.Resize(s)
	r.overlay()
}

// frame gives the picture its own size: until there is one of the widget's
// size the old one is shown as it is, not stretched.
func (r *renderer) frame() {
	if r.v.shown.image == nil {
		r.raster.Resize(r.v.Size())
		return
	}
	r.raster.Resize(fyne.NewSize(float32(r.v.shown.Size[0]), float32(r.v.shown.Size[1])))
}

// Refresh shows the newest picture and puts the overlay where it belongs. The
// widget itself is never refreshed as a whole: that would send the picture to
// the screen's memory again.
func (r *renderer) Refresh() {
	if img := r.v.shown.image; img != r.last {
		r.last = img
		r.frame()
		r.raster.Refresh()
	}
	r.overlay()
	for _, o := range r.Objects()[1:] {
		o.Refresh()
	}
}

func place(o fyne.CanvasObject, x, y, w, h float64) {
	o.Move(fyne.NewPos(float32(x), float32(y)))
	o.Resize(fyne.NewSize(float32(w), float32(h)))
}

// overlay places the playhead, the window, the hover and the focus ring.
func (r *renderer) overlay() {
	v, th := r.v, r.v.Theme()
	size := v.Size()
	h := float64(size.Height)
	right := float64(size.Width) - RightMargin
	alert, ink := th.Color(theme.Alert, 0), th.Color(theme.Ink, 0)

	r.focus.StrokeColor, r.focus.StrokeWidth = th.Color(theme.FocusRing, 0), 2
	r.focus.Hidden = !v.focused

	inPlot := func(x float64) bool { return x >= Gutter-1 && x <= right+RightMargin }
	x := 0.0
	if v.shown.Now != nil && v.shown.image != nil {
		x = v.x(Time(*v.shown.Now))
	}
	visible := x > 0 && inPlot(x)
	for _, o := range []fyne.CanvasObject{r.flag, r.date} {
		if visible {
			o.Show()
		} else {
			o.Hide()
		}
	}
	if visible {
		r.flag.FillColor, r.flag.CornerRadius = alert, 4
		r.date.Text, r.date.TextSize, r.date.Color = v.dateLabel(Time(*v.shown.Now)), theme.SizeAxis, th.Color(theme.Paper, 0)
		r.date.TextStyle = fyne.TextStyle{Bold: true}
		m := kit.Measure(r.date.Text, theme.SizeAxis, true)
		w := float64(m.Width) + 12
		fx := math.Min(math.Max(x-w/2, Gutter), float64(size.Width)-w-2)
		place(r.flag, fx, lanesTop+1, w, 16)
		place(r.date, fx+6, lanesTop+1+(16-float64(m.Height))/2, float64(m.Width), float64(m.Height))
	}

	windowed := v.clock.Windowed && v.shown.image != nil
	r.tint.Hidden, r.grips[0].Hidden, r.grips[1].Hidden = !windowed, !windowed, !windowed
	if windowed {
		focus := color.NRGBAModel.Convert(th.Color(theme.FocusRing, 0)).(color.NRGBA)
		solid := focus
		focus.A = 26
		x0, x1 := math.Max(v.x(v.clock.From), Gutter), math.Min(v.x(v.clock.To), float64(size.Width))
		r.tint.FillColor = focus
		place(r.tint, x0, lanesTop, math.Max(x1-x0, 1), h-lanesTop-axisH)
		for i, gx := range []float64{v.x(v.clock.From), v.x(v.clock.To)} {
			r.grips[i].FillColor, r.grips[i].CornerRadius = solid, 3
			place(r.grips[i], gx-3, h-axisH-22, 6, 20)
			r.grips[i].Hidden = !inPlot(gx)
		}
	}

	r.line.Hidden, r.at.Hidden = v.pointer == 0, v.pointer == 0
	if v.pointer != 0 {
		muted := color.NRGBAModel.Convert(th.Color(theme.Muted, 0)).(color.NRGBA)
		muted.A = 120
		r.line.FillColor = muted
		place(r.line, v.pointer, lanesTop, 1, h-lanesTop-axisH)
		r.at.Text, r.at.TextSize, r.at.Color = v.dateLabel(v.timeAt(v.pointer)), theme.SizeAxis, th.Color(theme.Muted, 0)
		m := kit.Measure(r.at.Text, theme.SizeAxis, false)
		r.at.Hidden = visible && math.Abs(v.pointer-x) < float64(m.Width)+44
		ax := math.Min(v.pointer+5, float64(size.Width)-float64(m.Width)-4)
		place(r.at, ax, lanesTop+1+(16-float64(m.Height))/2, float64(m.Width), float64(m.Height))
	}

	r.ghost.Hidden, r.moved.Hidden = v.ghost == nil, v.ghost == nil
	if g := v.ghost; g != nil {
		box, _ := v.boxOf(v.drag.item.ID)
		x0, x1 := v.x(Time(g[0])), v.x(Time(g[1]))
		if v.drag.item.Dot() || x1-x0 < box[2] {
			mid := (x0 + x1) / 2
			x0, x1 = mid-box[2]/2, mid+box[2]/2
		}
		r.ghost.StrokeColor, r.ghost.StrokeWidth, r.ghost.CornerRadius = ink, 2, float32(math.Min(box[3]/2, 10))
		place(r.ghost, x0, box[1], x1-x0, box[3])
		text := v.dateLabel(Time(g[0]))
		if to := v.dateLabel(Time(g[1])); to != text {
			text += " – " + to
		}
		r.moved.Text, r.moved.TextSize, r.moved.Color = text, theme.SizeAxis, ink
		r.moved.TextStyle = fyne.TextStyle{Bold: true}
		m := kit.Measure(text, theme.SizeAxis, true)
		place(r.moved, math.Min(x0, float64(size.Width)-float64(m.Width)-4), math.Max(box[1]-float64(m.Height)-4, lanesTop), float64(m.Width), float64(m.Height))
	}

	r.ring.Hidden = true
	if box, ok := v.boxOf(v.hover); ok && v.hover != v.want.Selected {
		ring := color.NRGBAModel.Convert(ink).(color.NRGBA)
		ring.A = 128
		r.ring.StrokeColor, r.ring.StrokeWidth, r.ring.CornerRadius = ring, 2, float32(math.Min(box[3]/2+3, 12))
		place(r.ring, box[0]-3, box[1]-3, box[2]+6, box[3]+6)
		r.ring.Hidden = box[0]+box[2] < Gutter
	}
}

// boxOf is where an event's item lies on what is shown.
func (v *View) boxOf(id timeline.ID) (box [4]float64, ok bool) {
	if id == "" {
		return box, false
	}
	for _, h := range v.shown.hits {
		if h.Event != id {
			continue
		}
		if len(h.Ring) > 0 {
			b := h.Ring.Bound()
			return [4]float64{b.Min[0], b.Min[1] + 3, b.Max[0] - b.Min[0], b.Max[1] - b.Min[1] - 6}, true
		}
		r := h.Radius - 2
		return [4]float64{h.Center[0] - r, h.Center[1] - r, 2 * r, 2 * r}, true
	}
	return box, false
}
