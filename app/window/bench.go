package window

import (
	"context"
	"errors"
	"fmt"
	"os"
	"runtime"
	"runtime/pprof"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"dateline/app/bench"
	"dateline/app/mapview"
)

// benchWait is how long the first map may take.
const benchWait = time.Minute

// Bench shows the window, moves its map as a hand would, plays, and closes it;
// started is when the program began. It returns when the window is closed, on
// Fyne's goroutine.
func Bench(ctx context.Context, a fyne.App, e Engine, opt bench.Options, started time.Time) (bench.Report, error) {
	if opt.Profile != "" {
		f, err := os.Create(opt.Profile)
		if err != nil {
			return bench.Report{}, fmt.Errorf("writing a profile: %w", err)
		}
		defer f.Close()
		if err := pprof.StartCPUProfile(f); err != nil {
			return bench.Report{}, fmt.Errorf("writing a profile: %w", err)
		}
		defer pprof.StopCPUProfile()
	}
	w := New(a, e, fyne.Do)
	b := &benchRun{w: w, opt: opt, first: make(chan bool, 1), err: errors.New("the window was closed before the end")}
	w.world.OnShown = b.shown
	if opt.File == "" {
		w.session.OpenSample()
	} else {
		w.session.OpenFiles([]string{opt.File})
	}
	ctx, cancel := context.WithCancel(ctx)
	done := make(chan struct{})
	go func() {
		defer close(done)
		b.run(ctx, started)
		fyne.Do(a.Quit)
	}()
	w.win.ShowAndRun()
	cancel()
	<-done
	w.Close()
	return b.report, b.err
}

// benchRun is one measurement.
type benchRun struct {
	w      *Window
	opt    bench.Options
	first  chan bool
	meter  *bench.Meter // of the part that runs; on Fyne's goroutine
	report bench.Report
	err    error
}

// shown is told each new map.
func (b *benchRun) shown(f mapview.Frame) {
	if len(f.Input.Events) > 0 {
		select {
		case b.first <- true:
		default:
		}
	}
	if b.meter != nil {
		b.meter.Map(f.Took, time.Since(f.Asked))
	}
}

// run does one part after the other.
func (b *benchRun) run(ctx context.Context, started time.Time) {
	select {
	case <-b.first:
	case <-ctx.Done():
		return
	case <-time.After(benchWait):
		b.err = errors.New("no map appeared")
		return
	}
	since := time.Since(started)
	if age, ok := bench.Age(); ok {
		since = age
	} else {
		b.report.FromMain = true
	}
	b.report.FirstMapMS = bench.Millis(since)
	b.report.Cores = runtime.NumCPU()
	if !pause(ctx, time.Second) {
		return
	}
	fyne.DoAndWait(func() {
		c := b.w.win.Canvas()
		b.report.Scale = float64(c.Scale())
		b.report.Width = int(c.Size().Width * c.Scale())
		b.report.Height = int(c.Size().Height * c.Scale())
		b.report.Events = len(b.w.session.Events())
	})
	ok := b.part(ctx, &b.report.Pan, b.pan()) &&
		b.part(ctx, &b.report.Zoom, b.zoom()) &&
		b.play(ctx)
	b.report.ResidentMB = bench.ResidentMB()
	if ok {
		b.err = nil
	}
}

// pause reports false if the context ended meanwhile.
func pause(ctx context.Context, d time.Duration) bool {
	select {
	case <-ctx.Done():
		return false
	case <-time.After(d):
		return true
	}
}

// play has the session play from the first event.
func (b *benchRun) play(ctx context.Context) bool {
	fyne.DoAndWait(func() {
		b.w.Fit()
		b.w.session.First()
		b.w.session.SetSpeed(4)
		b.w.session.TogglePlay()
	})
	ok := b.part(ctx, &b.report.Play, func(time.Duration) {})
	fyne.DoAndWait(func() {
		if b.w.session.Clock().Playing {
			b.w.session.TogglePlay()
		}
	})
	return ok
}

// part calls step before each frame of the window for a while and counts.
func (b *benchRun) part(ctx context.Context, out *bench.Part, step func(since time.Duration)) bool {
	m := &bench.Meter{}
	var anim *fyne.Animation
	fyne.DoAndWait(func() {
		b.meter = m
		start := time.Now()
		anim = &fyne.Animation{Duration: b.opt.Each, Curve: fyne.AnimationLinear, RepeatCount: fyne.AnimationRepeatForever, Tick: func(float32) {
			now := time.Now()
			m.Tick(now)
			step(now.Sub(start))
		}}
		anim.Start()
	})
	ok := pause(ctx, b.opt.Each)
	fyne.DoAndWait(func() {
		anim.Stop()
		m.End()
		b.meter = nil
	})
	*out = m.Part()
	return ok && pause(ctx, 300*time.Millisecond)
}

// pan drags the map around in a circle, twice a part.
func (b *benchRun) pan() func(time.Duration) {
	v := b.w.world
	const step = 9 // units a frame: a brisk hand
	n := 0
	directions := [...]fyne.Delta{{DX: -step}, {DX: -step, DY: -step}, {DY: -step}, {DX: step, DY: -step}, {DX: step}, {DX: step, DY: step}, {DY: step}, {DX: -step, DY: step}}
	return func(time.Duration) {
		s := v.Size()
		at := fyne.NewPos(s.Width/2, s.Height/2)
		if n == 0 {
			v.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}, Button: desktop.MouseButtonPrimary})
		}
		v.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: at}, Dragged: directions[n/12%len(directions)]})
		n++
	}
}

// zoom turns the wheel in and out again about a point beside the middle.
func (b *benchRun) zoom() func(time.Duration) {
	v := b.w.world
	n := 0
	return func(time.Duration) {
		s := v.Size()
		by := float32(4)
		if n/40%2 == 1 {
			by = -by
		}
		v.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(s.Width/3, s.Height/3)}, Scrolled: fyne.Delta{DY: by}})
		n++
	}
}
