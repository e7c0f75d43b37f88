package mapview

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"dateline/app/theme"
	"dateline/timeline"
)

// MinSize lets the window shrink the map.
func (v *View) MinSize() fyne.Size { return fyne.NewSize(240, 200) }

// CreateRenderer makes the map's objects: the map, which moves under the
// hand, the furniture, which stands still, and the box of a box zoom.
func (v *View) CreateRenderer() fyne.WidgetRenderer {
	r := &renderer{v: v, box: rect(), focus: rect(), ruler: newRuler()}
	blank := image.NewRGBA(image.Rect(0, 0, 1, 1))
	picture := func(get func() *image.RGBA) func(w, h int) image.Image {
		return func(w, h int) image.Image {
			if img := get(); img != nil {
				return img
			}
			return blank
		}
	}
	r.ground = rect()
	r.land = canvas.NewRaster(picture(func() *image.RGBA { return v.shown.Map }))
	furniture := picture(func() *image.RGBA { return v.shown.Furniture })
	r.furniture = canvas.NewRaster(func(w, h int) image.Image {
		// This tells how many device pixels there are in a unit.
		if s := r.furniture.Size(); s.Width > 0 && w > 0 {
			v.setSize(v.Size(), float64(w)/float64(s.Width))
		}
		return furniture(w, h)
	})
	for i := range r.rings {
		r.rings[i] = canvas.NewCircle(color.Transparent)
	}
	r.Layout(v.Size())
	return r
}

func rect() *canvas.Rectangle { return canvas.NewRectangle(color.Transparent) }

type renderer struct {
	v                  *View
	ground, box, focus *canvas.Rectangle
	land, furniture    *canvas.Raster
	rings              [maxRings]*canvas.Circle
	ruler              *ruler
	sketch             []fyne.CanvasObject // the way that is drawn
	lastMap, lastOver  *image.RGBA
}

func (r *renderer) Destroy()           {}
func (r *renderer) MinSize() fyne.Size { return r.v.MinSize() }

func (r *renderer) Objects() []fyne.CanvasObject {
	objs := []fyne.CanvasObject{r.ground, r.land}
	for _, c := range r.rings {
		objs = append(objs, c)
	}
	objs = append(objs, r.furniture)
	objs = append(objs, r.ruler.objects()...)
	objs = append(objs, r.sketch...)
	return append(objs, r.box, r.focus)
}

func (r *renderer) Layout(s fyne.Size) {
	r.v.setSize(s, r.v.want.Scale)
	r.ground.Resize(s)
	r.focus.Resize(s)
	r.arrange()
}

// Refresh shows the newest frame where it belongs. The widget is never
// refreshed as a whole: that would send its pictures to the screen's memory
// again.
func (r *renderer) Refresh() {
	if m := r.v.shown.Map; m != r.lastMap {
		r.lastMap = m
		r.land.Refresh()
	}
	r.arrange()
	if m := r.v.shown.Furniture; m != r.lastOver {
		r.lastOver = m
		r.furniture.Refresh()
	}
	r.ground.Refresh()
	r.box.Refresh()
	r.focus.Refresh()
	for _, c := range r.rings {
		c.Refresh()
	}
}

// maxRings bounds the marks of one event that are ringed.
const maxRings = 6

// ring rings the marks of the event under the pointer at half strength, and
// those of a selected one until there is a frame with its own ring.
func (r *renderer) ring() {
	v, n := r.v, 0
	ring := func(id timeline.ID, alpha uint8) {
		if id == "" || v.shown.Map == nil {
			return
		}
		ink := v.want.Input.Style.Ink
		ink.A = alpha
		_, stretch := v.shown.Offset(v.want.Input.View)
		for _, h := range v.shown.Hits {
			if h.Event != id || h.Radius <= 0 || n == maxRings {
				continue
			}
			c := r.rings[n]
			n++
			at, rad := v.shown.Seen(v.want.Input.View, h.Center), h.Radius*stretch+3
			c.StrokeColor, c.StrokeWidth, c.Hidden = ink, 2, false
			c.Move(fyne.NewPos(float32(at[0]-rad), float32(at[1]-rad)))
			c.Resize(fyne.NewSize(float32(2*rad), float32(2*rad)))
		}
	}
	if s := v.want.Input.Selected; s != v.shown.Input.Selected {
		ring(s, 255)
	}
	if v.hover != v.want.Input.Selected {
		ring(v.hover, 140)
	}
	for ; n < maxRings; n++ {
		r.rings[n].Hidden = true
	}
}

func (r *renderer) arrange() {
	v, th := r.v, r.v.Theme()
	r.ground.FillColor = v.want.Input.Style.Water
	// The furniture keeps the size it was drawn at until there is a new one.
	r.furniture.Resize(v.Size())
	if v.shown.Furniture != nil {
		s := v.shown.Input.View.Size
		r.furniture.Resize(fyne.NewSize(float32(s[0]), float32(s[1])))
	}
	if v.shown.Map != nil {
		at, stretch := v.shown.Offset(v.want.Input.View)
		r.land.Move(fyne.NewPos(float32(at[0]), float32(at[1])))
		w, h := v.shown.Base.Size[0]*stretch, v.shown.Base.Size[1]*stretch
		r.land.Resize(fyne.NewSize(float32(w), float32(h)))
		// Nothing is painted that is not seen: it costs where there is no
		// graphics hardware.
		s := v.want.Input.View.Size
		r.ground.Hidden = at[0] <= 0 && at[1] <= 0 && at[0]+w >= s[0] && at[1]+h >= s[1]
	}
	r.ring()
	r.sketch = v.sketch(v.want.Input.Style.Ink, v.want.Input.Style.Paper)
	r.ruler.arrange(v, v.want.Input.Style.Ink, v.want.Input.Style.Paper)
	r.box.Hidden = !v.boxing
	if v.boxing {
		r.box.StrokeColor, r.box.StrokeWidth = th.Color(theme.Ink, 0), 1.5
		r.box.FillColor = color.NRGBA{0, 0, 0, 18}
		r.box.Move(fyne.NewPos(float32(v.box.Min[0]), float32(v.box.Min[1])))
		r.box.Resize(fyne.NewSize(float32(v.box.Max[0]-v.box.Min[0]), float32(v.box.Max[1]-v.box.Min[1])))
	}
	r.focus.StrokeColor, r.focus.StrokeWidth = th.Color(theme.FocusRing, 0), 2
	r.focus.Hidden = !v.focused
}
