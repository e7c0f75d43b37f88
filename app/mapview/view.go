// Package mapview is the map: it shows finished frames, moves them at once
// under the hand and has new ones drawn in the background.
package mapview

import (
	"time"

	"github.com/paulmach/orb"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"dateline/app/frame"
	"dateline/app/kit"
	"dateline/app/mark"
	"dateline/geo/basemap/tiles"
	"dateline/geo/proj"
	"dateline/geo/scene"
	"dateline/timeline"
)

// View is the map's widget. It asks for what a person wishes through its funcs
// and shows what its setters say. Everything runs on the window's goroutine.
type View struct {
	widget.BaseWidget
	OnSelect func(timeline.ID) // "" clears
	OnHover  func(timeline.ID)
	OnKey    func(*fyne.KeyEvent) // keys that the map itself has no use for
	OnError  func(error)
	OnMoved  func(proj.View)                             // the view was moved by hand
	OnLack   func(of *tiles.Layer, lacking []tiles.Tile) // a frame with tiles is shown, which lacks some or none
	Tips     *kit.Tips
	Titles   map[timeline.ID]string // shown when the pointer rests on a mark

	loop    *frame.Loop[Request, Frame]
	want    Request
	shown   Frame
	fit     func() // done once the size is known
	focused bool
	down    press
	clicked click
	box     orb.Bound // of a box zoom, on the page; empty: none
	boxing  bool
	atHand  bool // the pointer is over a mark
}

// press is a button held down.
type press struct {
	at    fyne.Position
	held  bool
	moved bool
	shift bool
}

// click is the last one, to tell a double click.
type click struct {
	at   fyne.Position
	when time.Time
}

// New makes an empty map of the world; do brings a func to the window's
// goroutine.
func New(do func(func()), tips *kit.Tips) *View {
	v := &View{Tips: tips}
	v.want.Input.View = proj.World(proj.Mercator(), orb.Point{800, 600})
	p := newPainter()
	v.loop = frame.New(p.paint, do, func(_ Request, f Frame, err error) {
		if err != nil {
			if v.OnError != nil {
				v.OnError(err)
			}
			return
		}
		v.shown = f
		v.Refresh()
		if f.Tiles != nil && v.OnLack != nil {
			v.OnLack(f.Tiles, f.Lacking)
		}
	})
	v.ExtendBaseWidget(v)
	return v
}

// Close ends the map's work.
func (v *View) Close() { v.loop.Close() }

// Set changes what is drawn; the view stays as it is.
func (v *View) Set(change func(*scene.Input)) {
	view := v.want.Input.View
	change(&v.want.Input)
	v.want.Input.View = view
	v.ask()
}

// SetTiles draws the tiles of an online map under everything, nil for none.
// Called again with the same ones it shows those that have come since.
func (v *View) SetTiles(layer *tiles.Layer) {
	v.want.Tiles = layer
	v.ask()
}

// Map is the view as it is now.
func (v *View) Map() proj.View { return v.want.Input.View }

// Shown is the frame that is on the screen.
func (v *View) Shown() Frame { return v.shown }

// SetMap shows another part of the world.
func (v *View) SetMap(view proj.View) {
	v.want.Input.View = view.Resize(v.want.Input.View.Size).Clamp()
	v.fit = nil
	v.ask()
	v.Refresh()
}

// Fit shows a bound, with room around it for the furniture.
func (v *View) Fit(b orb.Bound) {
	if b.Max[0]-b.Min[0] < 1e-6 && b.Max[1]-b.Min[1] < 1e-6 {
		b = b.Pad(0.8)
	}
	v.FitWith(func(size orb.Point) (orb.Point, float64) {
		fit := v.want.Input.View.Resize(size).Fit(b, 0.12*min(size[0], size[1]))
		return fit.Center, fit.Scale
	})
}

// FitWith shows the part of the world that fit gives for the size of the map,
// its centre in degrees and its scale; it is asked again should the size become
// known or change before the map is moved by hand.
func (v *View) FitWith(fit func(size orb.Point) (center orb.Point, scale float64)) {
	v.fit = func() {
		view := v.want.Input.View
		view.Center, view.Scale = fit(view.Size)
		v.want.Input.View = view.Clamp()
	}
	if v.want.Scale > 0 {
		v.fit()
	}
	v.ask()
	v.Refresh()
}

// Reveal moves the map as little as needed to bring a bound into its middle four
// fifths; what is too large for that is centred. It never zooms.
func (v *View) Reveal(b orb.Bound) {
	view := v.want.Input.View
	c, ok := view.ToPage(b.Center())
	if !ok {
		return
	}
	lo, ok1 := view.ToPage(orb.Point{b.Min[0], b.Max[1]})
	hi, ok2 := view.ToPage(orb.Point{b.Max[0], b.Min[1]})
	if !ok1 || !ok2 {
		lo, hi = c, c
	}
	move := func(lo, hi, c, size float64) float64 {
		a, z := 0.1*size, 0.9*size
		if lo >= a && hi <= z {
			return 0
		}
		if hi-lo > z-a {
			if c >= a && c <= z {
				return 0
			}
			return size/2 - c
		}
		if lo < a {
			return a - lo
		}
		return z - hi
	}
	dx, dy := move(lo[0], hi[0], c[0], view.Size[0]), move(lo[1], hi[1], c[1], view.Size[1])
	if dx != 0 || dy != 0 {
		v.pan(dx, dy)
	}
}

// Zoom changes the scale by a factor about the middle.
func (v *View) Zoom(factor float64) {
	s := v.want.Input.View.Size
	v.zoomAt(orb.Point{s[0] / 2, s[1] / 2}, factor)
}

func (v *View) zoomAt(at orb.Point, factor float64) {
	v.moveTo(v.want.Input.View.ZoomAt(at, factor))
}

// pan moves the map with the hand: dx to the right.
func (v *View) pan(dx, dy float64) { v.moveTo(v.want.Input.View.Pan(-dx, -dy)) }

func (v *View) moveTo(view proj.View) {
	v.want.Input.View = view.Clamp()
	v.fit = nil
	v.ask()
	v.Refresh()
	if v.OnMoved != nil {
		v.OnMoved(v.want.Input.View)
	}
}

// ask asks for a frame of what is wanted.
func (v *View) ask() {
	s := v.want.Input.View.Size
	if v.want.Scale <= 0 || s[0] < 2 || s[1] < 2 || v.want.Input.Style.Name == "" {
		return
	}
	v.loop.Request(v.want)
}

// setSize is told the widget's size and the device pixels in a unit.
func (v *View) setSize(s fyne.Size, scale float64) {
	size := orb.Point{float64(s.Width), float64(s.Height)}
	if size == v.want.Input.View.Size && scale == v.want.Scale || size[0] < 2 || size[1] < 2 {
		return
	}
	v.want.Input.View = v.want.Input.View.Resize(size).Clamp()
	v.want.Scale = scale
	if v.fit != nil {
		v.fit()
	}
	v.ask()
}

// At is the event whose mark is at a position of the widget, "" for none.
func (v *View) At(p fyne.Position) timeline.ID {
	id, _ := mark.HitAt(v.shown.Hits, orb.Point{float64(p.X), float64(p.Y)}, 4)
	return id
}
