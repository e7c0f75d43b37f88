package mapview

import (
	"slices"
	"time"

	"github.com/paulmach/orb"

	"fyne.io/fyne/v2"

	"dateline/app/gesture"
	"dateline/geo/coords"
	"dateline/geo/proj"
	"dateline/timeline"
)

// glideTime is how long the map takes to move to what is revealed.
const glideTime = 500 * time.Millisecond

// wheelRest is how long after a turn of the wheel the map counts as moving.
const wheelRest = 140 * time.Millisecond

// spare is how much of the last frame, in page units, must be left beyond each
// side of a map that moves, before a new frame is asked for.
const spare = Margin / 2

// moving is a map under way.
type moving struct {
	do    func(func())
	on    bool // it is dragged, flung, gliding or zoomed
	late  bool // a frame was put off until it stands still
	fling gesture.Fling
	anim  *fyne.Animation
	rest  *time.Timer
}

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
	if dx == 0 && dy == 0 {
		return
	}
	from := view
	v.animate(glideTime, func(done float64) {
		f := gesture.Ease(done)
		v.show(from.Pan(-dx*f, -dy*f))
	})
}

// open zooms in until the marks of events that stand together part; false if no
// zoom does.
func (v *View) open(ids []timeline.ID) bool {
	var places []orb.Point
	for _, e := range v.want.Input.Events {
		if !slices.Contains(ids, e.ID) {
			continue
		}
		for _, l := range e.At {
			if l.Drawable() {
				places = append(places, l.Point)
			}
		}
	}
	if len(places) == 0 {
		return false
	}
	view := v.want.Input.View
	b := orb.MultiPoint(places).Bound()
	if b.Max[0]-b.Min[0] > 180 { // over the date line
		for i := range places {
			if places[i][0] < 0 {
				places[i][0] += 360
			}
		}
		b = orb.MultiPoint(places).Bound()
	}
	if metres, _ := coords.Geodesic(b.Min, b.Max); metres < leastSplit || view.Scale >= proj.MaxScale*0.999 {
		return false
	}
	to := view.Fit(b, 0.25*min(view.Size[0], view.Size[1]))
	if to.Scale < 2*view.Scale { // at least a level, so that something happens
		to = view
		to.Center = b.Center()
		to.Scale *= 2
	}
	v.moveTo(to)
	return true
}

// leastSplit is the distance in metres below which marks stand together at any
// zoom.
const leastSplit = 20

// Centre moves a place to the middle.
func (v *View) Centre(p orb.Point) {
	view := v.want.Input.View
	at, ok := view.ToPage(p)
	if !ok {
		return
	}
	dx, dy := at[0]-view.Size[0]/2, at[1]-view.Size[1]/2
	v.animate(glideTime, func(done float64) {
		f := gesture.Ease(done)
		v.moveTo(view.Pan(dx*f, dy*f))
	})
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

// moveTo shows another view because a person wants it.
func (v *View) moveTo(view proj.View) {
	v.show(view)
	if v.OnMoved != nil {
		v.OnMoved(v.want.Input.View)
	}
}

// show shows another view: the last frame is moved at once. While the map moves
// and that frame fills it, a new one waits until the map stands still.
func (v *View) show(view proj.View) {
	v.want.Input.View = view.Clamp()
	v.fit = nil
	switch {
	case !v.moving.on:
		v.ask()
	case v.shown.Covers(v.want.Input.View, spare):
		v.moving.late = true
	default:
		v.askWhenDone()
		v.moving.late = true
	}
	v.Refresh()
}

// begin says that the map is under way, from now on by other means than before.
func (v *View) begin() {
	v.halt()
	v.moving.on = true
}

// halt ends what moves the map by itself.
func (v *View) halt() {
	if a := v.moving.anim; a != nil {
		v.moving.anim = nil
		a.Stop()
	}
	if t := v.moving.rest; t != nil {
		v.moving.rest = nil
		t.Stop()
	}
}

// settle says that the map stands still, and has it drawn as it is now.
func (v *View) settle() {
	v.halt()
	v.moving.on = false
	if v.moving.late {
		v.ask()
	}
}

// settleSoon settles the map unless it is moved again within a while.
func (v *View) settleSoon() {
	var t *time.Timer
	t = time.AfterFunc(wheelRest, func() {
		v.moving.do(func() {
			if v.moving.rest == t {
				v.settle()
			}
		})
	})
	v.moving.rest = t
}

// still reports whether the person wants nothing to move by itself.
func (v *View) still() bool { return !fyne.CurrentApp().Settings().ShowAnimations() }

// animate calls f with the share of the time that has passed, and settles the
// map at the end; with f(1) alone where nothing shall move by itself.
func (v *View) animate(d time.Duration, f func(done float64)) {
	v.begin()
	if v.still() {
		f(1)
		v.settle()
		return
	}
	var a *fyne.Animation
	a = &fyne.Animation{Duration: d, Curve: fyne.AnimationLinear, Tick: func(done float32) {
		if v.moving.anim != a {
			return
		}
		f(float64(done))
		if done >= 1 {
			v.settle()
		}
	}}
	v.moving.anim = a
	a.Start()
}

// letGo ends a drag: the map goes on a little in the direction of the hand.
func (v *View) letGo() {
	dx, dy := v.moving.fling.Release(time.Now())
	if dx == 0 && dy == 0 || v.still() {
		v.settle()
		return
	}
	from := v.want.Input.View
	v.animate(gesture.FlingTime, func(done float64) {
		f := gesture.Gone(done)
		v.moveTo(from.Pan(-dx*f, -dy*f))
	})
}
