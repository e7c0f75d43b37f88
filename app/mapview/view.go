// Package mapview is the map: it shows finished frames, moves them at once
// under the hand and has new ones drawn in the background.
package mapview

import (
	"time"

	"github.com/paulmach/orb"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"dateline/app/frame"
	"dateline/app/gesture"
	"dateline/app/kit"
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
	OnMoved  func(proj.View)                          // a person moved the view
	OnLack   func(of *tiles.Layer, lack tiles.Lack)   // a frame with tiles is shown, which lacks some or none
	OnMenu   func(at orb.Point) []*fyne.MenuItem      // what the menu of a place offers beyond what the map can do
	OnDrop   func(id timeline.ID, from, to orb.Point) // the mark of the selected event was dragged
	OnShown  func(Frame)                              // a new frame is shown
	Tips     *kit.Tips
	Titles   map[timeline.ID]string // shown when the pointer rests on a mark

	loop    *frame.Loop[Request, Frame]
	want    Request
	shown   Frame
	fit     func() // done once the size is known
	focused bool
	down    press
	clicks  gesture.Clicks
	box     orb.Bound // of a box zoom, on the page; empty: none
	boxing  bool
	atHand  bool // the pointer is over a mark
	hover   timeline.ID
	moving  moving
	measure measure
	way     drawing
	carry   carried
	resting resting
	menu    *fyne.Menu // shown last
}

// press is a button held down.
type press struct {
	at    fyne.Position
	held  bool
	moved bool
	shift bool
	tool  bool // it took hold of a corner of the way that is drawn
}

// New makes an empty map of the world; do brings a func to the window's
// goroutine.
func New(do func(func()), tips *kit.Tips) *View {
	v := &View{Tips: tips}
	v.moving.do = do
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
		if v.OnShown != nil {
			v.OnShown(f)
		}
		if f.Tiles != nil && v.OnLack != nil {
			v.OnLack(f.Tiles, f.Lack)
		}
	})
	v.ExtendBaseWidget(v)
	return v
}

// Close ends the map's work.
func (v *View) Close() {
	v.halt()
	v.loop.Close()
}

// Set changes what is drawn; the view stays as it is.
func (v *View) Set(change func(*scene.Input)) {
	view := v.want.Input.View
	change(&v.want.Input)
	v.want.Input.View = view
	v.ask()
}

// SetMoment changes what is drawn as Set does, but lets the frame being drawn
// finish: for a clock that goes on and on.
func (v *View) SetMoment(change func(*scene.Input)) {
	view := v.want.Input.View
	change(&v.want.Input)
	v.want.Input.View = view
	v.askWhenDone()
}

// SetHover rings the marks of an event, "" of none, without drawing the map
// anew.
func (v *View) SetHover(id timeline.ID) {
	if id != v.hover {
		v.hover = id
		v.Refresh()
	}
}

// Hovered is the event whose marks are ringed.
func (v *View) Hovered() timeline.ID { return v.hover }

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

// ask asks for a frame of what is wanted, now: one being drawn is given up.
func (v *View) ask() { v.askBy(v.loop.Hurry) }

// askWhenDone asks for a frame after the one being drawn.
func (v *View) askWhenDone() { v.askBy(v.loop.Request) }

func (v *View) askBy(request func(Request)) {
	s := v.want.Input.View.Size
	if v.want.Scale <= 0 || s[0] < 2 || s[1] < 2 || v.want.Input.Style.Name == "" {
		return
	}
	v.moving.late = false
	v.want.Asked = time.Now()
	request(v.want)
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
