package mapview

import (
	"math"
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// ruled is what the ruler shows.
func (f *fixture) ruled() (lines int, label string) {
	r := test.WidgetRenderer(f.View).(*renderer).ruler
	if !r.label.Hidden {
		label = r.label.Text
	}
	return len(r.lines), label
}

func TestMeasure(t *testing.T) {
	f := newFixture(t)
	f.MeasureFrom(orb.Point{44, 34})
	if _, label := f.ruled(); !strings.Contains(label, "Click") {
		t.Errorf("it says %q", label)
	}
	if f.Cursor() != desktop.CrosshairCursor {
		t.Error("the pointer is no cross")
	}
	to := f.page(44, 35)
	f.MouseMoved(mouse(to, 0))
	if lines, label := f.ruled(); lines == 0 || label != "111 km · 000° N" {
		t.Errorf("to the north it says %q with %d lines", label, lines)
	}
	f.click(to)
	f.MouseMoved(mouse(f.page(45, 35), 0))
	if _, label := f.ruled(); label != "91.3 km · 090° E · 202 km in all" {
		t.Errorf("round the corner it says %q", label)
	}
	if len(f.selected) != 0 || f.hovered != "" {
		t.Error("a click selects while something is measured")
	}
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if got := f.Measured(); got != "111 km · 000° N" {
		t.Errorf("ended, it says %q", got)
	}
	f.MouseMoved(mouse(orb.Point{5, 5}, 0))
	if got := f.Measured(); got != "111 km · 000° N" {
		t.Errorf("it still follows the pointer: %q", got)
	}
	if !f.Cancel() || f.Measured() != "" || f.Cancel() {
		t.Error("Cancel does not take it away, once")
	}
	if lines, label := f.ruled(); lines != 0 || label != "" {
		t.Errorf("%d lines and %q stay", lines, label)
	}
}

func TestADoubleClickEndsAMeasure(t *testing.T) {
	f := newFixture(t)
	scale := f.Map().Scale
	f.MeasureFrom(orb.Point{44, 34})
	f.click(orb.Point{100, 100})
	f.click(orb.Point{100, 100})
	if f.measure.under() || !f.measure.on() || len(f.measure.corners) != 2 {
		t.Errorf("after a double click: %+v", f.measure)
	}
	if f.Map().Scale != scale {
		t.Error("it zooms as well")
	}
	f.MeasureFrom(orb.Point{44, 34})
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnter})
	if f.measure.on() {
		t.Error("a way of one corner stays")
	}
}

func TestAMeasureMovesWithTheMap(t *testing.T) {
	f := newFixture(t)
	f.MeasureFrom(orb.Point{44, 34})
	f.click(f.page(44.5, 34.5))
	f.endMeasure()
	dot := func() fyne.Position { return test.WidgetRenderer(f.View).(*renderer).ruler.dots[0].Position() }
	before := dot()
	f.MouseDown(mouse(orb.Point{300, 200}, 0))
	f.Dragged(drag(30, 20))
	if after := dot(); math.Abs(float64(after.X-before.X)-30) > 0.1 || math.Abs(float64(after.Y-before.Y)-20) > 0.1 {
		t.Errorf("its start went from %v to %v", before, after)
	}
}

func TestALongMeasureIsBent(t *testing.T) {
	f := newFixture(t)
	f.MeasureFrom(orb.Point{0, 50})
	f.measure.pointer = orb.Point{60, 50}
	f.Refresh()
	if lines, _ := f.ruled(); lines < 20 {
		t.Errorf("a way of thousands of kilometres has %d pieces", lines)
	}
}

func TestCancelGivesUpABox(t *testing.T) {
	f := newFixture(t)
	f.MouseDown(mouse(orb.Point{100, 100}, fyne.KeyModifierShift))
	d := drag(100, 100)
	d.Position = fyne.NewPos(200, 200)
	f.Dragged(d)
	before := f.Map()
	if !f.Cancel() {
		t.Error("there is nothing to give up")
	}
	f.DragEnd()
	if f.Map() != before || f.boxing {
		t.Error("the box is zoomed to all the same")
	}
}
