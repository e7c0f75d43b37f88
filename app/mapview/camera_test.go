package mapview

import (
	"context"
	"math"
	"testing"
	"time"

	"github.com/paulmach/orb"

	"fyne.io/fyne/v2"

	"dateline/geo/gazetteer"
	"dateline/geo/proj"
	"dateline/geo/scene"
)

func drag(dx, dy float32) *fyne.DragEvent {
	return &fyne.DragEvent{Dragged: fyne.NewDelta(dx, dy)}
}

func (f *fixture) mapAt(lon, lat float64) orb.Point { return f.page(lon, lat) }

func TestADragWithinTheMarginAsksForNoFrame(t *testing.T) {
	f := newFixture(t)
	before := f.shown
	f.MouseDown(mouse(orb.Point{300, 200}, 0))
	f.Dragged(drag(30, -20))
	if !f.moving.late {
		t.Error("the frame is not put off until the map stands still")
	}
	select {
	case fn := <-f.queue:
		fn()
		t.Error("a frame was drawn although the last one fills the map")
	case <-time.After(100 * time.Millisecond):
	}
	if &f.shown.Map.Pix[0] != &before.Map.Pix[0] {
		t.Error("the frame changed")
	}
	f.settle()
	f.wait()
	if f.shown.Input.View != f.Map() || f.moving.late {
		t.Error("no frame was drawn once the map stood still")
	}
}

func TestADragBeyondTheMarginAsksForOne(t *testing.T) {
	f := newFixture(t)
	f.MouseDown(mouse(orb.Point{300, 200}, 0))
	f.Dragged(drag(spare+10, 0))
	f.wait()
	if !f.moving.on {
		t.Error("the drag is over")
	}
	if at, _ := f.shown.Offset(f.Map()); math.Abs(at[0]+Margin) > 0.01 {
		t.Errorf("the new frame lies at %v", at)
	}
}

func TestLettingGoFlingsTheMap(t *testing.T) {
	f := newFixture(t)
	at := f.mapAt(44, 34)
	f.MouseDown(mouse(at, 0))
	for range 4 {
		time.Sleep(8 * time.Millisecond)
		f.Dragged(drag(12, 0))
	}
	held := f.mapAt(44, 34)
	f.DragEnd()
	// The test's driver runs an animation to its end at once.
	flung := f.mapAt(44, 34)
	if d := flung[0] - held[0]; d < 20 || math.Abs(flung[1]-held[1]) > 0.01 {
		t.Errorf("after letting go the map went on by %v, %v", d, flung[1]-held[1])
	}
	if f.moving.on {
		t.Error("the map has not come to rest")
	}
	f.wait()
}

func TestAPressStopsTheFling(t *testing.T) {
	f := newFixture(t)
	f.begin()
	a := &fyne.Animation{Duration: time.Second, Tick: func(float32) {}}
	f.moving.anim = a
	f.MouseDown(mouse(orb.Point{5, 5}, 0))
	if f.moving.anim != nil || f.moving.on {
		t.Error("the map still moves under a hand that pressed")
	}
}

func TestTheWheelSettles(t *testing.T) {
	f := newFixture(t)
	e := &fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, 2)}
	e.Position = fyne.NewPos(300, 200)
	f.Scrolled(e)
	if !f.moving.on || !f.moving.late {
		t.Error("a little turn of the wheel has the map drawn at once")
	}
	f.wait() // for what settles the map, and the frame
	if f.moving.on || f.shown.Input.View != f.Map() {
		t.Error("the map does not settle")
	}
}

func TestRevealIsNotTheHand(t *testing.T) {
	f := newFixture(t)
	hand := 0
	f.OnMoved = func(proj.View) { hand++ }
	far, _ := f.Map().ToLonLat(orb.Point{900, 200})
	f.Reveal(far.Bound())
	if hand != 0 {
		t.Error("revealing counts as a move by hand")
	}
	f.Zoom(2)
	if hand != 1 {
		t.Error("zooming does not")
	}
}

func TestFrameCovers(t *testing.T) {
	f := newFixture(t)
	v := f.Map()
	for _, c := range []struct {
		name string
		view proj.View
		want bool
	}{
		{"as it was drawn", v, true},
		{"a little aside", v.Pan(60, -60), true},
		{"too far", v.Pan(70, 0), false},
		{"a little larger", v.ZoomAt(orb.Point{300, 200}, 1.3), true},
		{"too large to be sharp", v.ZoomAt(orb.Point{300, 200}, 1.5), false},
		{"so small that the edges show", v.ZoomAt(orb.Point{300, 200}, 0.75), false},
	} {
		if got := f.shown.Covers(c.view, spare); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
	if (Frame{}).Covers(v, 0) {
		t.Error("no frame covers the map")
	}
}

func TestMarksAreFoundWhereTheyAreSeen(t *testing.T) {
	f := newFixture(t)
	f.MouseDown(mouse(orb.Point{300, 200}, 0))
	f.Dragged(drag(40, 30)) // no new frame yet
	p := f.page(45, 35)
	if id := f.At(fyne.NewPos(float32(p[0]), float32(p[1]))); id != "b" {
		t.Errorf("at the place of b is %q", id)
	}
	if id := f.At(fyne.NewPos(float32(p[0])-40, float32(p[1])-30)); id == "b" {
		t.Error("b is still found where it was")
	}
}

// strip is a world whose only land lies just east of the date line.
type strip struct{}

func (strip) Features(layer scene.Layer, _ float64, _ orb.Bound) []scene.Feature {
	if layer != scene.Land {
		return nil
	}
	ring := orb.Ring{{-180, -40}, {-170, -40}, {-170, 40}, {-180, 40}, {-180, -40}}
	g := orb.MultiPolygon{{ring}}
	return []scene.Feature{{Geometry: g, Bound: g.Bound()}}
}
func (strip) Area(gazetteer.AreaKey, float64) orb.MultiPolygon { return nil }
func (strip) Towns(orb.Bound, int) []gazetteer.Place           { return nil }

func TestTheWorldGoesOnBeyondItsEdge(t *testing.T) {
	in := input(t)
	in.View = proj.World(proj.Mercator(), orb.Point{400, 300})
	in.Layers, in.Furniture, in.Events = strip{}, scene.Furniture{}, nil
	f, err := newPainter().paint(context.Background(), Request{Input: in, Scale: 1})
	if err != nil {
		t.Fatal(err)
	}
	y := f.Map.Rect.Dy() / 2
	land, water := f.Map.RGBAAt(Margin+5, y), f.Map.RGBAAt(Margin+200, y)
	if land == water {
		t.Fatal("the land is not seen at the left edge")
	}
	if f.Map.RGBAAt(Margin+405, y) != land {
		t.Error("the land is not seen again beyond the right edge")
	}
	if f.Map.RGBAAt(Margin+420, y) != water {
		t.Error("beyond it there is no water")
	}
}
