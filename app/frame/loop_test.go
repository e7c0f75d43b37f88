package frame

import (
	"context"
	"errors"
	"runtime"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// shown collects what a loop shows.
type shown struct {
	mu  sync.Mutex
	got []int
	ch  chan int
}

func (s *shown) add(r, f int, err error) {
	s.mu.Lock()
	s.got = append(s.got, f)
	s.mu.Unlock()
	s.ch <- r
}

func direct(f func()) { f() }

func wait(t *testing.T, ch <-chan int) int {
	t.Helper()
	select {
	case v := <-ch:
		return v
	case <-time.After(2 * time.Minute):
		t.Fatal("no frame is shown")
		return 0
	}
}

func TestNewestRequestWins(t *testing.T) {
	s := &shown{ch: make(chan int, 10)}
	begun, release := make(chan int, 10), make(chan struct{})
	l := New(func(_ context.Context, r int) (int, error) {
		begun <- r
		<-release
		return r * 10, nil
	}, direct, s.add)
	defer l.Close()

	l.Request(1)
	wait(t, begun)
	for r := 2; r <= 5; r++ { // asked while 1 is drawn
		l.Request(r)
	}
	close(release)
	wait(t, s.ch)
	wait(t, s.ch)
	s.mu.Lock()
	defer s.mu.Unlock()
	if diff := cmp.Diff([]int{10, 50}, s.got); diff != "" {
		t.Errorf("frames shown (-want +got):\n%s", diff)
	}
}

func TestErrorIsHandedOver(t *testing.T) {
	want := errors.New("no paper")
	got := make(chan error, 1)
	l := New(func(context.Context, int) (int, error) { return 0, want }, direct,
		func(_, _ int, err error) { got <- err })
	defer l.Close()
	l.Request(1)
	select {
	case err := <-got:
		if !errors.Is(err, want) {
			t.Errorf("error %v, want %v", err, want)
		}
	case <-time.After(2 * time.Minute):
		t.Fatal("no frame is shown")
	}
}

func TestCloseCancelsAndShowsNothing(t *testing.T) {
	begun := make(chan int, 1)
	showed := false
	l := New(func(ctx context.Context, r int) (int, error) {
		begun <- r
		<-ctx.Done()
		return 0, ctx.Err()
	}, direct, func(int, int, error) { showed = true })
	l.Request(1)
	wait(t, begun)
	l.Close()
	if showed {
		t.Error("a frame was shown after Close")
	}
	l.Request(2) // must not hang or panic
}

func TestShowRunsThroughDo(t *testing.T) {
	queue := make(chan func(), 1)
	showed := 0
	l := New(func(_ context.Context, r int) (int, error) { return r, nil },
		func(f func()) { queue <- f }, func(r, f int, err error) { showed = f })
	defer l.Close()
	l.Request(7)
	f := <-queue
	if showed != 0 {
		t.Fatal("shown before the queue was run")
	}
	f()
	if showed != 7 {
		t.Errorf("showed %d, want 7", showed)
	}
}

func TestHurryGivesUpTheFrameBeingDrawn(t *testing.T) {
	s := &shown{ch: make(chan int, 10)}
	begun := make(chan int, 10)
	l := New(func(ctx context.Context, r int) (int, error) {
		begun <- r
		if r == 1 {
			<-ctx.Done() // it would take for ever
			return 0, ctx.Err()
		}
		return r * 10, nil
	}, direct, s.add)
	defer l.Close()
	l.Request(1)
	wait(t, begun)
	l.Hurry(2)
	if r := wait(t, s.ch); r != 2 {
		t.Errorf("the frame of %d is shown", r)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if diff := cmp.Diff([]int{20}, s.got); diff != "" {
		t.Errorf("shown (-want +got):\n%s", diff)
	}
}

func TestHurryHasPatience(t *testing.T) {
	s := &shown{ch: make(chan int, 100)}
	l := New(func(ctx context.Context, r int) (int, error) {
		select {
		case <-ctx.Done():
			return 0, ctx.Err()
		case <-time.After(40 * time.Millisecond):
			return r, nil
		}
	}, direct, s.add)
	defer l.Close()
	// Asked faster than frames are drawn, something is shown all the same.
	end := time.After(2 * time.Minute)
	for i := 0; ; i++ {
		l.Hurry(i)
		select {
		case <-s.ch:
			return
		case <-end:
			t.Fatal("no frame is shown")
		case <-time.After(10 * time.Millisecond):
		}
	}
}

// The last request is shown in the end, however the others came.
func TestTheLastOneInAHurryIsShown(t *testing.T) {
	s := &shown{ch: make(chan int, 20000)}
	l := New(func(ctx context.Context, r int) (int, error) {
		for range 3 {
			runtime.Gosched()
			if ctx.Err() != nil {
				return 0, ctx.Err()
			}
		}
		return r, ctx.Err()
	}, direct, s.add)
	defer l.Close()
	for round := range 3000 {
		l.Hurry(2 * round)
		for range round % 7 {
			runtime.Gosched()
		}
		l.Hurry(2*round + 1)
		for wait(t, s.ch) != 2*round+1 {
		}
	}
}
