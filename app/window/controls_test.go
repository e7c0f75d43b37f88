package window

import (
	"testing"

	"github.com/paulmach/orb"

	"fyne.io/fyne/v2"

	"dateline/geo/scene"
	"dateline/timeline/edtf"
)

func TestAreasAreDrawnChangedAndTakenBack(t *testing.T) {
	f := newFixture(t).sample()
	draw := func(i, k int, when string, points ...orb.Point) {
		t.Helper()
		area := scene.Control{Side: "North"}
		if cs := f.session.Brief().Controls; i >= 0 {
			area = cs[i]
		}
		f.drawOutline(i, k, area, scene.Outline{When: edtf.MustParse(when)})
		if !f.world.Drawing() {
			t.Fatal("nothing is being drawn")
		}
		f.world.CancelWay()
		f.drawOutline(i, k, area, scene.Outline{When: edtf.MustParse(when), Polygons: orb.MultiPolygon{{closedRing(points)}}})
		f.typed(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
	draw(-1, -1, "2014-06-12", orb.Point{43, 33}, orb.Point{44, 33}, orb.Point{44, 34})
	cs := f.session.Brief().Controls
	if len(cs) != 1 || cs[0].ID == "" || len(cs[0].Outlines) != 1 || len(cs[0].Outlines[0].Polygons[0][0]) != 4 {
		t.Fatalf("%+v", cs)
	}
	draw(0, -1, "2014-06-10", orb.Point{43, 33}, orb.Point{45, 33}, orb.Point{44, 35})
	if o := f.session.Brief().Controls[0].Outlines; len(o) != 2 || o[0].When.String() != "2014-06-10" {
		t.Errorf("the outlines are not in the order of their dates: %+v", o)
	}
	draw(0, 0, "2014-06-09", orb.Point{43, 33}, orb.Point{45, 33}, orb.Point{44, 36})
	if o := f.session.Brief().Controls[0].Outlines; len(o) != 2 || o[0].Polygons[0][0][2][1] != 36 {
		t.Errorf("it is not changed: %+v", o)
	}
	for range 3 {
		f.session.Undo()
	}
	if n := len(f.session.Brief().Controls); n != 0 {
		t.Errorf("%d areas are left when all is taken back", n)
	}
}

func TestAnAreaOfTwoCornersIsRefused(t *testing.T) {
	f := newFixture(t).sample()
	f.drawOutline(-1, -1, scene.Control{Side: "North"}, scene.Outline{When: edtf.MustParse("2014"), Polygons: orb.MultiPolygon{{{{1, 2}, {3, 4}, {1, 2}}}}})
	f.typed(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if len(f.session.Brief().Controls) != 0 || f.banner.err == nil {
		t.Error("it is taken, or nothing says why not")
	}
}
