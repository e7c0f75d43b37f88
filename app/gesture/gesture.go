// Package gesture is what the hand does alike in every view: double clicks,
// flings, turns of the wheel and a pointer that comes to rest. It knows no
// widgets; times and positions are given to it.
package gesture

import (
	"math"
	"time"
)

// DoubleClick is the longest time between the two clicks of a double click.
const DoubleClick = 400 * time.Millisecond

// Rest is how long a pointer lies still before something is explained.
const Rest = 300 * time.Millisecond

// near is how far apart, in units, the clicks of a double click may be.
const near = 6

// Point is a position in a widget, in units.
type Point struct{ X, Y float64 }

// Clicks tells double clicks. Its zero value has seen none.
type Clicks struct {
	at   Point
	when time.Time
}

// Double notes a click and reports whether it is the second of a double click;
// a third one begins anew.
func (c *Clicks) Double(at Point, now time.Time) bool {
	d := now.Sub(c.when)
	double := d >= 0 && d < DoubleClick && math.Hypot(at.X-c.at.X, at.Y-c.at.Y) < near
	*c = Clicks{at, now}
	if double {
		*c = Clicks{}
	}
	return double
}

// Levels is by how many doublings of the scale a turn of the wheel zooms: a
// notch of 25 units is two fifths of one.
func Levels(turn float64) float64 { return turn / 62 }

// A fling goes on for a while with less and less speed.
const (
	// FlingTime is how long a fling lasts.
	FlingTime = 700 * time.Millisecond
	// slowing is the time in which its speed falls to a third.
	slowing = 0.16
	// memory is how far back the speed of the hand is looked for.
	memory = 90 * time.Millisecond
	// least is the speed in units a second below which a hand lets go without
	// a fling; fastest is the most that one has.
	least, fastest = 120.0, 4000.0
)

// Fling measures the speed of a hand that drags. Its zero value is at rest.
type Fling struct {
	moves []move
}

type move struct {
	dx, dy float64
	when   time.Time
}

// Move notes a step of the hand.
func (f *Fling) Move(dx, dy float64, now time.Time) {
	f.forget(now)
	f.moves = append(f.moves, move{dx, dy, now})
}

func (f *Fling) forget(now time.Time) {
	n := 0
	for n < len(f.moves) && now.Sub(f.moves[n].when) > memory {
		n++
	}
	f.moves = f.moves[n:]
}

// Release is the way still to go when the hand lets go; zero where it was
// slow, or had come to rest before.
func (f *Fling) Release(now time.Time) (dx, dy float64) {
	f.forget(now)
	moves := f.moves
	f.moves = nil
	if len(moves) < 2 {
		return 0, 0
	}
	// The first step came before the time that is measured.
	span := now.Sub(moves[0].when).Seconds()
	for _, m := range moves[1:] {
		dx += m.dx
		dy += m.dy
	}
	if span < 0.004 {
		return 0, 0
	}
	speed := math.Hypot(dx, dy) / span
	if speed < least {
		return 0, 0
	}
	f0 := math.Min(speed, fastest) / speed * slowing / span
	return dx * f0, dy * f0
}

// Gone is the share of a fling's way that is behind after a share of its time,
// both from 0 to 1.
func Gone(time float64) float64 {
	t := math.Min(math.Max(time, 0), 1) * FlingTime.Seconds() / slowing
	return (1 - math.Exp(-t)) / (1 - math.Exp(-FlingTime.Seconds()/slowing))
}

// Ease is the share of a way that is behind after a share of the time, slow at
// both ends.
func Ease(time float64) float64 {
	t := math.Min(math.Max(time, 0), 1)
	return t * t * (3 - 2*t)
}
