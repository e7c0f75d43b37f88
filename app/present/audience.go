package present

import (
	"context"
	"image"
	"image/color"
	"time"

	"github.com/paulmach/orb"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"dateline/app/kit"
	"dateline/app/mapview"
	"dateline/app/slide"
	"dateline/app/theme"
	"dateline/geo/paint/raster"
	"dateline/geo/proj"
	"dateline/geo/scene"
	"dateline/timeline"
)

// audience is the window of those who listen: the map, which stays live, and
// under it the band of the slide.
type audience struct {
	s       *Show
	win     fyne.Window
	world   *mapview.View
	band    *canvas.Image
	blank   *canvas.Rectangle
	typed   *kit.Label
	chip    *fyne.Container
	pointer *pointer
	layout  slide.Layout
	flight  flight
	anim    *fyne.Animation
	shown   int // the slide that is laid out; -1 none
	moved   bool
}

func newAudience(s *Show) *audience {
	a := &audience{s: s, shown: -1, band: &canvas.Image{FillMode: canvas.ImageFillStretch, ScaleMode: canvas.ImageScaleFastest}}
	a.win = s.app.NewWindow("Dateline – " + s.deck.Title())
	a.world = mapview.New(s.do, kit.NewTips())
	a.world.OnError, a.world.OnKey = s.fail, s.Typed
	a.world.OnSelect = func(timeline.ID) { s.press("Space", false) }
	a.world.OnMoved = func(proj.View) { a.moved = true; a.halt() }
	a.blank = canvas.NewRectangle(color.Black)
	a.blank.Hide()
	a.typed = kit.NewLabel("", 22, true, theme.Ink)
	a.chip = container.NewStack(kit.NewFill(theme.Paper), kit.Inset(6, 6, 14, 14, a.typed))
	a.chip.Hide()
	a.pointer = newPointer(s.do)
	a.win.SetPadded(false)
	a.win.SetContent(container.New(a, a.world, a.band, a.pointer, a.blank, a.chip))
	a.win.Canvas().SetOnTypedKey(s.Typed)
	a.win.SetCloseIntercept(s.End)
	a.win.Resize(fyne.NewSize(1280, 720))
	return a
}

// MinSize lets the window be as small as anybody likes.
func (a *audience) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(320, 180) }

// Layout lays the slide out anew for the size of the window.
func (a *audience) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	if size.Width < 2 || size.Height < 2 {
		return
	}
	page := orb.Point{float64(size.Width), float64(size.Height)}
	if page != a.layout.Size {
		a.layout = a.s.deck.LayOut(page, a.s.measure)
		a.shown = -1
	}
	top := float32(a.layout.Map[1])
	place(a.world, 0, 0, size.Width, top)
	place(a.band, 0, top, size.Width, size.Height-top)
	place(a.pointer, 0, 0, size.Width, size.Height)
	place(a.blank, 0, 0, size.Width, size.Height)
	m := a.chip.MinSize()
	place(a.chip, size.Width-m.Width-20, size.Height-m.Height-20, m.Width, m.Height)
	if a.shown < 0 {
		a.show(a.s.talk.At, false)
	}
}

func place(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(w, h))
}

// show shows slide i, and moves to it from the one before if it may.
func (a *audience) show(i int, move bool) {
	if a.layout.Size[0] < 2 {
		return
	}
	a.halt()
	in, err := a.s.deck.Input(i, a.layout, a.s.style, nil)
	if err != nil {
		a.s.fail(err)
		return
	}
	a.flight = flight{a.world.Map(), in.View, [2]time.Time{a.world.Shown().Input.Now, in.Now}}
	if was := a.world.Shown().Input; !move || a.shown < 0 || was.Mode != in.Mode || was.Now.After(in.Now) {
		a.flight.now[0] = in.Now // nothing shrinks: what is later is gone at once
	}
	a.shown, a.moved = i, false
	a.paintBand(a.s.deck.Slide(i), in)
	if !move {
		a.world.Set(func(o *scene.Input) { *o = in })
		a.world.SetMap(in.View)
		return
	}
	a.anim = fyne.NewAnimation(flightTime, func(done float32) {
		v, now := a.flight.at(float64(done))
		step := in
		step.Now = now
		if done >= 1 {
			a.anim = nil
			step = in
		}
		a.world.Fly(v, func(o *scene.Input) { *o = step })
	})
	a.anim.Curve = fyne.AnimationLinear
	a.anim.Start()
}

// moving reports whether the way to the slide is not yet at its end.
func (a *audience) moving() bool { return a.anim != nil }

// finish goes to the end of the way at once.
func (a *audience) finish() {
	if a.anim != nil {
		a.show(a.shown, false)
	}
}

func (a *audience) halt() {
	if a.anim != nil {
		a.anim.Stop()
		a.anim = nil
	}
}

// home goes back to what the slide shows.
func (a *audience) home() {
	if a.shown < 0 {
		return
	}
	v, err := a.s.deck.View(a.shown, a.layout.Map, a.layout.Unit)
	if err != nil {
		a.s.fail(err)
		return
	}
	if !a.s.animate() || !a.moved {
		a.show(a.shown, false)
		return
	}
	now := a.world.Shown().Input.Now
	a.halt()
	a.flight, a.moved = flight{a.world.Map(), v, [2]time.Time{now, now}}, false
	a.anim = fyne.NewAnimation(flightTime/2, func(done float32) {
		if done >= 1 {
			a.anim = nil
		}
		v, _ := a.flight.at(float64(done))
		a.world.Fly(v, func(*scene.Input) {})
	})
	a.anim.Curve = fyne.AnimationLinear
	a.anim.Start()
}

// paintBand paints the band under the map, in the background.
func (a *audience) paintBand(s slide.Slide, in scene.Input) {
	l, scale := a.layout, float64(a.win.Canvas().Scale())
	items := l.Band(s, in.Style, in.Measure)
	i := a.shown
	go func() {
		whole := scene.Scene{Size: l.Size, Items: items}
		img, err := raster.Render(context.Background(), whole, scale)
		a.s.do(func() {
			switch {
			case err != nil:
				a.s.fail(err)
			case i == a.shown && l == a.layout:
				top := int(l.Map[1] * scale)
				a.band.Image = img.SubImage(image.Rect(0, top, img.Rect.Max.X, img.Rect.Max.Y))
				a.band.Refresh()
			}
		})
	}()
}

// update shows what of a talk is no slide.
func (a *audience) update(t *Talk) {
	switch t.Blank {
	case Black:
		a.blank.FillColor = color.Black
	case White:
		a.blank.FillColor = color.White
	}
	a.blank.Hidden = t.Blank == NotBlank
	a.typed.SetText(t.Typed)
	a.chip.Hidden = t.Typed == ""
	a.Layout(nil, a.win.Canvas().Size())
	// The whole: Fyne does not know yet where something is that was hidden.
	a.win.Content().Refresh()
}

// close ends the window and its map.
func (a *audience) close() {
	a.halt()
	a.pointer.stop()
	a.world.Close()
	a.win.SetCloseIntercept(nil)
	a.win.Close()
}
