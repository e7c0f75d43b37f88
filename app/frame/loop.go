// Package frame makes pictures off the window's goroutine. A view asks for
// frames as fast as it likes; the newest request is the next to be drawn, the
// one being drawn is let finish, and what lies between is forgotten.
package frame

import (
	"context"
	"sync"
)

// Loop draws the frames of one view on a goroutine of its own.
type Loop[R, F any] struct {
	draw func(context.Context, R) (F, error)
	do   func(func())
	show func(R, F, error)

	mu      sync.Mutex
	pending *R
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
	l.mu.Lock()
	l.pending = &r
	l.mu.Unlock()
	select {
	case l.wake <- struct{}{}:
	default:
	}
}

// Close ends the loop and waits for it; the frame being drawn is cancelled and
// not shown. Frames already handed to do may still be shown.
func (l *Loop[R, F]) Close() {
	l.cancel()
	<-l.done
}

func (l *Loop[R, F]) run(ctx context.Context) {
	defer close(l.done)
	for {
		select {
		case <-ctx.Done():
			return
		case <-l.wake:
		}
		l.mu.Lock()
		r := l.pending
		l.pending = nil
		l.mu.Unlock()
		if r == nil {
			continue
		}
		f, err := l.draw(ctx, *r)
		if ctx.Err() != nil {
			return
		}
		req := *r
		l.do(func() { l.show(req, f, err) })
	}
}
