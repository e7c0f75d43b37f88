package present

import (
	"math"
	"time"

	"github.com/paulmach/orb"

	"dateline/geo/proj"
)

// The times of the way from one slide to the next: first the camera moves, and
// meanwhile what happened grows.
const (
	flightTime = 1200 * time.Millisecond
	cameraPart = 0.75 // of it, in which the camera moves
)

// flight is the way from one slide to the next.
type flight struct {
	from, to proj.View
	now      [2]time.Time // the clock at its ends
}

// at is the view and the clock after a part of the way, 0 to 1.
func (f flight) at(done float64) (proj.View, time.Time) {
	if done >= 1 {
		return f.to, f.now[1]
	}
	return between(f.from, f.to, ease(math.Min(done/cameraPart, 1))), moment(f.now[0], f.now[1], ease(done))
}

// ease is slow at both ends.
func ease(x float64) float64 { return x * x * (3 - 2*x) }

// moment is a part of the way from one moment to another, which may lie ages
// apart.
func moment(a, b time.Time, part float64) time.Time {
	if a.IsZero() || b.IsZero() {
		return b
	}
	seconds := float64(b.Unix()-a.Unix()) * part
	return time.Unix(a.Unix()+int64(seconds), 0).UTC()
}

// between is a view on the way between two: the scale changes evenly, and the
// middle moves so that it seems to go at one speed.
func between(a, b proj.View, part float64) proj.View {
	if a.Scale <= 0 || a.Proj == nil || b.Proj == nil || a.Proj.Name() != b.Proj.Name() {
		return b
	}
	from, ok1 := b.Proj.Forward(a.Center)
	to, ok2 := b.Proj.Forward(b.Center)
	if !ok1 || !ok2 {
		return b
	}
	switch d := to[0] - from[0]; { // the short way round
	case d > 0.5:
		from[0]++
	case d < -0.5:
		from[0]--
	}
	ratio := b.Scale / a.Scale
	v := b
	v.Scale = a.Scale * math.Pow(ratio, part)
	move := part
	if math.Abs(ratio-1) > 1e-6 {
		move = (1 - math.Pow(ratio, -part)) / (1 - 1/ratio)
	}
	at := orb.Point{from[0] + (to[0]-from[0])*move, from[1] + (to[1]-from[1])*move}
	at[0] -= math.Floor(at[0])
	center, ok := b.Proj.Inverse(at)
	if !ok {
		return b
	}
	v.Center = center
	return v.Clamp()
}
