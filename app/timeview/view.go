// Package timeview is the timeline: a strip with all events, lanes by side,
// an axis, and the playhead over them. The picture is laid out and drawn
// without Fyne; the widget shows it and turns gestures into wishes.
package timeview

import (
	"context"
	"image"
	"time"

	"github.com/paulmach/orb"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"dateline/app/frame"
	"dateline/app/kit"
	"dateline/app/mark"
	"dateline/geo/paint/raster"
	"dateline/geo/scene"
	"dateline/timeline"
)

// Clock is the moment that the playhead shows, and the window.
type Clock struct {
	Now      time.Time
	Windowed bool
	From, To time.Time
}

// View is the timeline's widget. It asks for what a person wishes through its
// funcs and shows what its setters say; it decides nothing itself but what
// part of time is shown. Everything runs on the window's goroutine.
type View struct {
	widget.BaseWidget
	OnSelect func(timeline.ID)
	OnHover  func(timeline.ID)
	OnSeek   func(time.Time)
	OnWindow func(from, to time.Time)
	// OnMove is told that an event is to begin and end at other times; either
	// is zero where the date stays open.
	OnMove func(id timeline.ID, from, to time.Time)
	// OnNew is told where an event is to be made.
	OnNew func(time.Time)
	// OnMembers is told of a cluster that no zoom takes apart, or of the
	// events without a date: which, and where on the window.
	OnMembers func(ids []timeline.ID, at fyne.Position)
	OnKey     func(*fyne.KeyEvent) // keys while the timeline has the focus
	Tips      *kit.Tips
	// WheelMoves lets the wheel move through time; else it zooms.
	WheelMoves bool
	// Titles are shown when the pointer rests on an item.
	Titles map[timeline.ID]string

	loop    *frame.Loop[Picture, drawn]
	measure scene.Measurer
	want    Picture // what was asked for last
	shown   drawn   // what is on the screen
	clock   Clock
	hover   timeline.ID
	focused bool
	fitted  bool // nobody has moved the range since Fit
	fall    time.Time
	pointer float64 // x of the pointer over the lanes, 0: elsewhere
	drag    drag
	clicked time.Time   // of the last click on the overview
	tapped  time.Time   // of the last click between the items
	ghost   *[2]float64 // where the item that is dragged would lie, in seconds
}

// drawn is a finished picture with what it was made of.
type drawn struct {
	Picture
	image *image.RGBA
	hits  []scene.Hit
}

// New makes an empty timeline; do brings a func to the window's goroutine.
func New(do func(func()), tips *kit.Tips) *View {
	v := &View{Tips: tips, measure: raster.NewMeasurer()}
	r := raster.New()
	v.loop = frame.New(func(ctx context.Context, p Picture) (drawn, error) {
		s := p.Draw()
		img, err := r.Render(ctx, s, p.Scale)
		return drawn{p, img, s.Hits}, err
	}, do, func(_ Picture, d drawn, err error) {
		if err != nil {
			return // a picture of no size while the window is being laid out
		}
		v.shown = d
		v.redraw()
	})
	v.want.Measure = v.measure
	v.want.Plan = NewPlan(nil, nil)
	v.want.Extent = Range{0, day}
	v.want.Range = v.want.Extent
	v.ExtendBaseWidget(v)
	return v
}

// Close ends the timeline's work.
func (v *View) Close() { v.loop.Close() }

// SetEvents shows other events; what part of time is shown stays if it was
// chosen by hand and still shows any of them. The fallback is the day shown
// when nothing has a date.
func (v *View) SetEvents(items []Item, sides []scene.Side, titles map[timeline.ID]string, fallback time.Time) {
	v.want.Items, v.want.Sides, v.Titles, v.fall = items, sides, titles, fallback
	v.want.Plan, v.want.Bins = NewPlan(items, sides), nil
	v.want.Extent = Fit(items, fallback)
	e := v.want.Extent
	if !v.fitted || v.want.Range.To < e.From || v.want.Range.From > e.To {
		v.Fit()
		return
	}
	v.ask()
}

// Reset forgets what part of time was shown, for another brief.
func (v *View) Reset() { v.fitted = false }

// Fit shows all events.
func (v *View) Fit() {
	v.fitted = true
	v.want.Range = v.want.Extent
	v.want.Scroll = 0
	v.ask()
}

// Range is what part of time is shown.
func (v *View) Range() Range { return v.want.Range }

// Shown is what the picture on the screen was made of.
func (v *View) Shown() Picture { return v.shown.Picture }

// SetRange shows a part of time.
func (v *View) SetRange(r Range) {
	v.want.Range = r
	v.ask()
}

// Reveal brings a stretch of time into sight; either end may be zero.
func (v *View) Reveal(from, to time.Time) {
	if from.IsZero() {
		from = to
	}
	if to.IsZero() {
		to = from
	}
	lo, hi := Seconds(from), Seconds(to)
	r := v.want.Range
	if w := hi - lo; w > r.Width() {
		r = Range{lo - w*0.1, hi + w*0.1}
	} else if !r.Contains(lo) || !r.Contains(hi) {
		r = r.Pan((lo+hi)/2 - (r.From+r.To)/2)
	}
	if r != v.want.Range {
		v.fitted = true
		v.SetRange(r)
	}
}

// Zoom narrows what is shown by a factor about the playhead.
func (v *View) Zoom(factor float64) {
	about := (v.want.Range.From + v.want.Range.To) / 2
	if now := Seconds(v.clock.Now); !v.clock.Now.IsZero() && v.want.Range.Contains(now) {
		about = now
	}
	v.SetRange(v.want.Range.Zoom(about, factor))
}

// SetClock moves the playhead and brings it into sight when it was there
// before and has left it, as in playback.
func (v *View) SetClock(c Clock) {
	if c == v.clock {
		return
	}
	moved := !c.Now.Equal(v.clock.Now)
	v.clock = c
	v.want.Now = nil
	if !c.Now.IsZero() {
		now := Seconds(c.Now)
		v.want.Now = &now
	}
	v.ask()
	if moved && !c.Now.IsZero() && v.drag.what == nothing {
		if r := v.want.Range.Show(Seconds(c.Now)); r != v.want.Range {
			v.SetRange(r)
		}
	}
	v.redraw()
}

// SetSelected rings an item and scrolls its row into sight.
func (v *View) SetSelected(id timeline.ID) {
	if id == v.want.Selected {
		return
	}
	v.want.Selected = id
	for _, l := range v.want.Lanes() {
		for _, b := range l.Bars {
			if b.ID == id {
				v.showRow(l, b)
			}
		}
	}
	v.ask()
}

func (v *View) showRow(l Lane, b Bar) {
	lanes := v.want.Lanes()
	room, pitch := v.want.room(), v.want.pitch(lanes)
	top := 0.0
	for _, o := range lanes {
		if o.First == l.First {
			break
		}
		top += float64(o.Rows)*pitch + 2*lanePad
	}
	y := top + lanePad + float64(b.Row)*pitch
	switch {
	case y < v.want.Scroll:
		v.want.Scroll = y - lanePad
	case y+pitch > v.want.Scroll+room:
		v.want.Scroll = y + pitch + lanePad - room
	}
}

// SetHover lights an item that is pointed at in another pane.
func (v *View) SetHover(id timeline.ID) {
	if id != v.hover {
		v.hover = id
		v.redraw()
	}
}

// SetEras shows other stretches of time with names.
func (v *View) SetEras(eras []Era) {
	v.want.Eras = eras
	v.ask()
}

// SetPalette changes the colours.
func (v *View) SetPalette(p Palette) {
	v.want.Palette = p
	v.ask()
}

// Wanted is the height at which all lanes can be seen.
func (v *View) Wanted(limit float64) float64 { return Height(v.want.Lanes(), limit) }

// redraw shows what has changed besides the picture.
func (v *View) redraw() { v.Refresh() }

// ask asks for a picture of what is wanted.
func (v *View) ask() {
	if v.want.Size[0] <= Gutter+RightMargin+20 || v.want.Size[1] <= 0 || v.want.Palette.Hue == nil {
		return
	}
	v.want.Scroll = min(max(v.want.Scroll, 0), v.want.MaxScroll())
	if n := v.want.binCount(); len(v.want.Bins) != n {
		v.want.Bins = Histogram(v.want.Items, v.want.Extent, n)
	}
	v.loop.Request(v.want)
}

// setSize is told the widget's size and the device pixels in a unit.
func (v *View) setSize(s fyne.Size, scale float64) {
	size := orb.Point{float64(s.Width), float64(s.Height)}
	if size != v.want.Size || scale != v.want.Scale {
		v.want.Size, v.want.Scale = size, scale
		v.ask()
	}
}

// At is the event at a position of the widget, "" for none.
func (v *View) At(p fyne.Position) timeline.ID {
	if p.X < Gutter || float64(p.Y) < lanesTop || float64(p.Y) > v.shown.Size[1]-axisH {
		return ""
	}
	id, _ := mark.HitAt(v.shown.hits, orb.Point{float64(p.X), float64(p.Y)}, 0)
	return id
}

// timeAt is the time at x on what is shown.
func (v *View) timeAt(x float64) time.Time {
	p := v.shown.Picture
	if p.Size[0] == 0 {
		p = v.want
	}
	return Time(p.Range.At(x-Gutter, p.PlotWidth()))
}
