package timeview

import (
	"math"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"dateline/app/kit"
	"dateline/app/theme"
	"dateline/timeline"
)

// fixture is a timeline of 900 × 240 on the screen of the test driver, with
// the pictures handed over one by one.
type fixture struct {
	*View
	t     *testing.T
	queue chan func()
	calls []string
}

func newFixture(t *testing.T, items ...Item) *fixture {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light))
	f := &fixture{t: t, queue: make(chan func(), 100)}
	f.View = New(func(fn func()) { f.queue <- fn }, kit.NewTips())
	t.Cleanup(f.Close)
	w := test.NewTempWindow(t, f.View)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(900, 240))
	f.SetPalette(picture(t).Palette)
	f.OnSelect = func(id timeline.ID) { f.calls = append(f.calls, "select "+string(id)) }
	f.OnHover = func(id timeline.ID) { f.calls = append(f.calls, "hover "+string(id)) }
	f.OnSeek = func(at time.Time) { f.calls = append(f.calls, "seek "+at.Format("2006-01-02")) }
	f.setSize(fyne.NewSize(900, 240), 1)
	f.SetEvents(items, sides, map[timeline.ID]string{"a": "The first"}, time.Time{})
	f.wait()
	return f
}

// wait shows the pictures that were asked for.
func (f *fixture) wait() {
	f.t.Helper()
	for {
		select {
		case fn := <-f.queue:
			fn()
			if f.shown.Range == f.want.Range && f.shown.Scroll == f.want.Scroll && f.shown.Selected == f.want.Selected {
				return
			}
		case <-time.After(2 * time.Minute):
			f.t.Fatal("no picture within 5 s")
		}
	}
}

func (f *fixture) click(x, y float32) {
	e := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	e.Position = fyne.NewPos(x, y)
	f.MouseDown(e)
	f.MouseUp(e)
}

func (f *fixture) last() string {
	if len(f.calls) == 0 {
		return ""
	}
	return f.calls[len(f.calls)-1]
}

// at is where the middle of a day stands.
func (f *fixture) at(day string) float32 { return float32(f.x(date(f.t, day).Add(12 * time.Hour))) }

const laneY = lanesTop + header + lanePad + rowPitch/2

func TestClickSelectsOrSeeks(t *testing.T) {
	f := newFixture(t, item(t, 1, "north", "2014-06-11", "2014-06-11"))
	f.click(f.at("2014-06-11"), laneY)
	if f.last() != "select a" {
		t.Errorf("a click on a mark: %q", f.last())
	}
	f.click(f.at("2014-06-12"), laneY)
	if f.last() != "seek 2014-06-12" {
		t.Errorf("a click beside it: %q", f.last())
	}
	f.click(f.at("2014-06-10"), 230)
	if f.last() != "seek 2014-06-10" {
		t.Errorf("a click on the axis: %q", f.last())
	}
	n := len(f.calls)
	f.click(40, laneY)
	if len(f.calls) != n {
		t.Errorf("a click on a lane's title: %q", f.last())
	}
}

func TestWheelZoomsAboutThePointer(t *testing.T) {
	f := newFixture(t, item(t, 1, "north", "2014-06-09", "2014-06-13"))
	x := f.at("2014-06-12")
	before, width := f.timeAt(float64(x)), f.Range().Width()
	e := &fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, 30)}
	e.Position = fyne.NewPos(x, laneY)
	f.Scrolled(e)
	f.wait()
	if f.Range().Width() >= width {
		t.Error("the wheel does not narrow the range")
	}
	if after := f.timeAt(float64(x)); after.Sub(before).Abs() > time.Minute {
		t.Errorf("under the pointer: %v, then %v", before, after)
	}
	from := f.Range().From
	f.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(-25, 0)})
	if f.Range().From <= from {
		t.Error("turned sideways the wheel does not pan")
	}
}

func dragBy(f *fixture, from, to fyne.Position) {
	e := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	e.Position = from
	f.MouseDown(e)
	d := &fyne.DragEvent{Dragged: fyne.NewDelta(to.X-from.X, to.Y-from.Y)}
	d.Position = to
	f.Dragged(d)
	f.DragEnd()
	e.Position = to
	f.MouseUp(e)
}

func TestDragPansScrubsAndBrushes(t *testing.T) {
	f := newFixture(t, item(t, 1, "north", "2014-06-09", "2014-06-13"))
	under := f.timeAt(500)
	dragBy(f, fyne.NewPos(500, 150), fyne.NewPos(400, 150))
	f.wait()
	if got := f.timeAt(400); got.Sub(under).Abs() > time.Minute {
		t.Errorf("dragging the lanes moves %v to %v", under, got)
	}
	dragBy(f, fyne.NewPos(500, lanesTop+4), fyne.NewPos(600, lanesTop+4))
	if want := "seek " + f.timeAt(600).Format("2006-01-02"); f.last() != want {
		t.Errorf("dragging the head of the lanes: %q, want %q", f.last(), want)
	}
	f.Zoom(4)
	f.wait()
	width := f.Range().Width()
	lo, _ := f.want.Brush()
	dragBy(f, fyne.NewPos(float32(lo), 20), fyne.NewPos(float32(lo)-40, 20))
	f.wait()
	if f.Range().Width() <= width {
		t.Error("dragging the brush's end does not widen the range")
	}
}

func TestPlayheadIsKeptInSight(t *testing.T) {
	f := newFixture(t, item(t, 1, "north", "2014-06-09", "2014-06-13"))
	f.SetRange(Range{Seconds(date(t, "2014-06-01")), Seconds(date(t, "2014-06-03"))})
	now := date(t, "2014-06-12")
	f.SetClock(Clock{Now: now})
	if !f.Range().Contains(Seconds(now)) {
		t.Errorf("the playhead is out of sight: %v to %v", Time(f.Range().From), Time(f.Range().To))
	}
	if w := f.Range().Width(); math.Abs(w-2*day) > 1 {
		t.Errorf("the scale changed: %v days", w/day)
	}
}

func TestHoverAndTitle(t *testing.T) {
	f := newFixture(t, item(t, 1, "north", "2014-06-11", "2014-06-11"))
	e := &desktop.MouseEvent{}
	e.Position = fyne.NewPos(f.at("2014-06-11"), laneY)
	f.MouseIn(e)
	if f.last() != "hover a" || f.Tips.Text() != "The first" {
		t.Errorf("over a mark: %q, tip %q", f.last(), f.Tips.Text())
	}
	f.MouseOut()
	if f.last() != "hover " || f.Tips.Text() != "" {
		t.Errorf("after leaving: %q, tip %q", f.last(), f.Tips.Text())
	}
}

func TestWindowCanBeDragged(t *testing.T) {
	f := newFixture(t, item(t, 1, "north", "2014-06-09", "2014-06-13"))
	var from, to time.Time
	f.OnWindow = func(a, b time.Time) { from, to = a, b }
	f.SetClock(Clock{Now: date(t, "2014-06-12"), Windowed: true, From: date(t, "2014-06-10"), To: date(t, "2014-06-12")})
	x := float32(f.x(date(t, "2014-06-10")))
	dragBy(f, fyne.NewPos(x, 150), fyne.NewPos(float32(f.x(date(t, "2014-06-11"))), 150))
	if from.Sub(date(t, "2014-06-11")).Abs() > time.Minute || !to.Equal(date(t, "2014-06-12")) {
		t.Errorf("the window is %v to %v", from, to)
	}
}

func TestOtherEventsAreFitted(t *testing.T) {
	f := newFixture(t, item(t, 1, "north", "2014-06-09", "2014-06-13"))
	f.SetEvents([]Item{item(t, 1, "north", "1944-06-06", "1944-06-06")}, sides, nil, time.Time{})
	if !f.Range().Contains(Seconds(date(t, "1944-06-06"))) {
		t.Error("the timeline still shows 2014")
	}
}
