// Package frame makes pictures off the window's goroutine. A view asks for
// frames as fast as it likes; the newest request is the next to be drawn, and
// what lies between is forgotten. The frame being drawn is let finish, so that
// something moves under a hand that never rests, or is given up for one that is
// in a hurry.
package frame

import (
	"context"
	"sync"
	"time"
)

// Patience is how long a view may be without a new frame because those being
// drawn are given up for newer ones.
const Patience = 150 * time.Millisecond

// Loop draws the frames of one view on a goroutine of its own.
type Loop[R, F any] struct {
	draw func(context.Context, R) (F, error)
	do   func(func())
	show func(R, F, error)

	mu      sync.Mutex
	pending *R
	stop    context.CancelFunc // of the frame being drawn; nil between frames
	since   time.Time          // when the first frame after the last one shown was begun
	wake    chan struct{}
	cancel  context.CancelFunc
	done    chan struct{}
}

// New starts a loop. draw runs on the loop's goroutine; show runs through do,
// which must bring it to the window's goroutine (fyne.Do), with the request
// that the frame was drawn for.
func New[R, F any](draw func(context.Context, R) (F, error), do func(func()), show func(R, F, error)) *Loop[R, F] {
	ctx, cancel := context.WithCancel(context.Background())
	l := &Loop[R, F]{
		draw: draw, do: do, show: show,
		wake: make(chan struct{}, 1), cancel: cancel, done: make(chan struct{}),
	}
	go l.run(ctx)
	return l
}

// Request asks for a frame, in place of one asked for before and not yet
// begun. It returns at once and may be called from any goroutine.
func (l *Loop[R, F]) Request(r R) {
	l.request(r, false)
}

func (l *Loop[R, F]) request(r R, hurry bool) {
	l.mu.Lock()
	l.pending = &r
	// In one step with the above: what is given up is never the new one.
	if hurry && l.stop != nil && time.Since(l.since) < Patience {
		l.stop()
	}
	l.mu.Unlock()
	select {
	case l.wake <- struct{}{}:
	default:
	}
}

// Hurry is Request for a frame that nobody wants to wait for, such as after a
// step: the one being drawn is given up for it, unless nothing was shown for
// Patience because of that.
func (l *Loop[R, F]) Hurry(r R) {
	l.request(r, true)
}

// Close ends the loop and waits for it; the frame being drawn is cancelled and
// not shown. Frames already handed to do may still be shown.
func (l *Loop[R, F]) Close() {
	l.cancel()
	<-l.done
}

func (l *Loop[R, F]) run(ctx context.Context) {
	defer close(l.done)
	given := false // the last frame was given up
	for {
		select {
		case <-ctx.Done():
			return
		case <-l.wake:
		}
		l.mu.Lock()
		r := l.pending
		l.pending = nil
		if r == nil {
			l.mu.Unlock()
			continue
		}
		own, stop := context.WithCancel(ctx)
		l.stop = stop
		if !given {
			l.since = time.Now()
		}
		l.mu.Unlock()
		f, err := l.draw(own, *r)
		l.mu.Lock()
		l.stop = nil
		given = err != nil && own.Err() != nil
		l.mu.Unlock()
		stop()
		if ctx.Err() != nil {
			return
		}
		if given {
			continue // for a newer one
		}
		req := *r
		l.do(func() { l.show(req, f, err) })
	}
}
