package mapview

import (
	"context"
	"image"
	"math"
	"testing"
	"time"

	"github.com/paulmach/orb"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"dateline/app/gesture"
	"dateline/app/kit"
	"dateline/app/theme"
	"dateline/geo/gazetteer"
	"dateline/geo/geocode"
	"dateline/geo/proj"
	"dateline/geo/scene"
	"dateline/timeline"
	"dateline/timeline/edtf"
)

// event is one at a point.
func event(id timeline.ID, n int, lon, lat float64) scene.Event {
	return scene.Event{Number: n, Placed: geocode.Placed{
		Event: timeline.Event{ID: id, Title: string(id), When: timeline.NewWhen(edtf.MustParse("2014-06-13"), "", timeline.Span{})},
		At:    []geocode.Location{{Name: "there", Point: orb.Point{lon, lat}, Place: gazetteer.Place{Name: "There", Country: "IQ"}}},
	}}
}

func input(t testing.TB) scene.Input {
	t.Helper()
	style, err := scene.StyleByName("light")
	if err != nil {
		t.Fatal(err)
	}
	return scene.Input{
		View:  proj.New(proj.Mercator(), orb.Point{44, 34}, 20000, orb.Point{600, 400}),
		Style: style, Events: []scene.Event{event("a", 1, 44, 34), event("b", 2, 45, 35)},
		Title: "A title", Furniture: scene.AllFurniture(), Credits: "nobody",
	}
}

func TestFrameReachesBeyondTheView(t *testing.T) {
	f, err := newPainter().paint(context.Background(), Request{Input: input(t), Scale: 1.5})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := f.Map.Rect.Max, image.Pt((600+256)*3/2, (400+256)*3/2); got != want {
		t.Errorf("the map is %v, want %v", got, want)
	}
	if got, want := f.Furniture.Rect.Max, image.Pt(900, 600); got != want {
		t.Errorf("the furniture is %v, want %v", got, want)
	}
	at, stretch := f.Offset(f.Input.View)
	if math.Abs(at[0]+Margin) > 1e-6 || math.Abs(at[1]+Margin) > 1e-6 || stretch != 1 {
		t.Errorf("the map lies at %v, stretched by %v", at, stretch)
	}
	moved, _ := f.Offset(f.Input.View.Pan(-30, 20))
	if math.Abs(moved[0]-at[0]-30) > 0.01 || math.Abs(moved[1]-at[1]+20) > 0.01 {
		t.Errorf("moved by 30, −20 the map lies at %v, before at %v", moved, at)
	}
}

func TestOffsetKeepsPlacesUnderAZoom(t *testing.T) {
	f, err := newPainter().paint(context.Background(), Request{Input: input(t), Scale: 1})
	if err != nil {
		t.Fatal(err)
	}
	v := f.Input.View.ZoomAt(orb.Point{100, 100}, 1.7)
	at, stretch := f.Offset(v)
	for _, p := range []orb.Point{{44, 34}, {43, 35}} {
		old, _ := f.Base.ToPage(p)
		want, _ := v.ToPage(p)
		got := orb.Point{at[0] + old[0]*stretch, at[1] + old[1]*stretch}
		if math.Hypot(got[0]-want[0], got[1]-want[1]) > 0.5 {
			t.Errorf("%v is shown at %v, lies at %v", p, got, want)
		}
	}
}

func TestFurnitureStandsAlone(t *testing.T) {
	events, furniture := scene.Parts(input(t))
	find := func(s scene.Scene, class string) bool {
		for _, it := range s.Items {
			switch it := it.(type) {
			case scene.Path:
				if it.Class == class {
					return true
				}
			case scene.Text:
				if it.Class == class {
					return true
				}
			}
		}
		return false
	}
	for _, class := range []string{"title", "credits", "scale"} {
		if find(events, class) || !find(furniture, class) {
			t.Errorf("the %s is not with the furniture", class)
		}
	}
	for _, it := range furniture.Items {
		if x, ok := it.(scene.Text); ok && (x.Text == "a" || x.Text == "b") {
			t.Errorf("the name of event %s is among the furniture", x.Text)
		}
	}
	if len(events.Items) == 0 {
		t.Error("nothing is left on the map")
	}
}

func TestBaseMapIsDrawnOnce(t *testing.T) {
	p := newPainter()
	in := input(t)
	if _, err := p.paint(context.Background(), Request{Input: in, Scale: 1}); err != nil {
		t.Fatal(err)
	}
	base := p.base
	in.Selected = "a"
	if _, err := p.paint(context.Background(), Request{Input: in, Scale: 1}); err != nil {
		t.Fatal(err)
	}
	if p.base != base {
		t.Error("selecting an event draws the base map anew")
	}
	in.View = in.View.Pan(10, 0)
	if _, err := p.paint(context.Background(), Request{Input: in, Scale: 1}); err != nil {
		t.Fatal(err)
	}
	if p.base == base {
		t.Error("the base map is not drawn anew for another view")
	}
}

func TestFlattenedFrameShowsTheEvent(t *testing.T) {
	in := input(t)
	in.Furniture = scene.Furniture{}
	f, err := newPainter().paint(context.Background(), Request{Input: in, Scale: 1})
	if err != nil {
		t.Fatal(err)
	}
	img := f.Flatten()
	p, _ := in.View.ToPage(orb.Point{44, 34})
	ground := img.RGBAAt(5, 395)
	changed := 0
	for dy := -8; dy <= 8; dy++ {
		for dx := -8; dx <= 8; dx++ {
			if img.RGBAAt(int(p[0])+dx, int(p[1])+dy) != ground {
				changed++
			}
		}
	}
	if changed < 40 {
		t.Errorf("%d pixels are painted where the event is", changed)
	}
}

// fixture is a map of 600 × 400 whose frames are handed over one by one.
type fixture struct {
	*View
	t        *testing.T
	queue    chan func()
	selected []timeline.ID
	hovered  timeline.ID
}

func newFixture(t *testing.T) *fixture {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light))
	f := &fixture{t: t, queue: make(chan func(), 100)}
	f.View = New(func(fn func()) { f.queue <- fn }, kit.NewTips())
	t.Cleanup(f.Close)
	f.OnSelect = func(id timeline.ID) { f.selected = append(f.selected, id) }
	f.OnHover = func(id timeline.ID) { f.hovered = id }
	f.OnError = func(err error) { t.Error(err) }
	w := test.NewTempWindow(t, f.View)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(600, 400))
	in := input(t)
	f.View.Set(func(i *scene.Input) { *i = in })
	f.SetMap(in.View)
	f.setSize(fyne.NewSize(600, 400), 1)
	f.ask()
	f.wait()
	return f
}

// wait shows the frames that were asked for.
func (f *fixture) wait() {
	f.t.Helper()
	for {
		select {
		case fn := <-f.queue:
			fn()
			if f.shown.Input.View == f.want.Input.View && f.shown.Map != nil {
				return
			}
		case <-time.After(2 * time.Minute):
			f.t.Fatal("no frame within 20 s")
		}
	}
}

func mouse(p orb.Point, mod fyne.KeyModifier) *desktop.MouseEvent {
	e := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary, Modifier: mod}
	e.Position = fyne.NewPos(float32(p[0]), float32(p[1]))
	return e
}

func (f *fixture) click(p orb.Point) {
	f.MouseDown(mouse(p, 0))
	f.MouseUp(mouse(p, 0))
}

func (f *fixture) page(lon, lat float64) orb.Point {
	p, _ := f.Map().ToPage(orb.Point{lon, lat})
	return p
}

func TestClickSelects(t *testing.T) {
	f := newFixture(t)
	f.click(f.page(45, 35))
	f.clicks = gesture.Clicks{}
	f.click(orb.Point{5, 5})
	if len(f.selected) != 2 || f.selected[0] != "b" || f.selected[1] != "" {
		t.Errorf("selected %q, want b and then nothing", f.selected)
	}
}

func TestDoubleClickZooms(t *testing.T) {
	f := newFixture(t)
	at := orb.Point{150, 300}
	under, _ := f.Map().ToLonLat(at)
	scale := f.Map().Scale
	f.click(at)
	f.click(at)
	if got := f.Map().Scale / scale; math.Abs(got-2) > 1e-9 {
		t.Errorf("zoomed by %v", got)
	}
	if now, _ := f.Map().ToLonLat(at); math.Hypot(now[0]-under[0], now[1]-under[1]) > 1e-6 {
		t.Errorf("under the pointer: %v, then %v", under, now)
	}
	if len(f.selected) != 1 {
		t.Errorf("a double click selects %d times", len(f.selected))
	}
}

func TestWheelZoomsAtThePointerByFractions(t *testing.T) {
	f := newFixture(t)
	at := orb.Point{450, 100}
	under, _ := f.Map().ToLonLat(at)
	scale := f.Map().Scale
	e := &fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, 25)}
	e.Position = fyne.NewPos(450, 100)
	f.Scrolled(e)
	if got := f.Map().Scale / scale; got < 1.2 || got > 1.5 {
		t.Errorf("a notch zooms by %v", got)
	}
	if now, _ := f.Map().ToLonLat(at); math.Hypot(now[0]-under[0], now[1]-under[1]) > 1e-6 {
		t.Errorf("under the pointer: %v, then %v", under, now)
	}
}

func TestDragMovesAtOnce(t *testing.T) {
	f := newFixture(t)
	p := f.page(44, 34)
	f.MouseDown(mouse(p, 0))
	d := &fyne.DragEvent{Dragged: fyne.NewDelta(40, -30)}
	d.Position = fyne.NewPos(float32(p[0])+40, float32(p[1])-30)
	f.Dragged(d)
	if q := f.page(44, 34); math.Hypot(q[0]-p[0]-40, q[1]-p[1]+30) > 0.01 {
		t.Errorf("the place moved from %v to %v", p, q)
	}
	at, _ := f.shown.Offset(f.Map())
	if math.Abs(at[0]+Margin-40) > 0.01 {
		t.Errorf("the last frame lies at %v: it did not move with the hand", at)
	}
	f.DragEnd()
	f.MouseUp(mouse(orb.Point{p[0] + 40, p[1] - 30}, 0))
	if len(f.selected) != 0 {
		t.Error("a drag selects")
	}
	f.wait()
	if at, _ := f.shown.Offset(f.Map()); math.Abs(at[0]+Margin) > 0.01 {
		t.Error("no new frame was drawn for where the map is now")
	}
}

func TestShiftDragZoomsToTheBox(t *testing.T) {
	f := newFixture(t)
	c, _ := f.Map().ToLonLat(orb.Point{200, 150})
	scale := f.Map().Scale
	f.MouseDown(mouse(orb.Point{100, 100}, fyne.KeyModifierShift))
	d := &fyne.DragEvent{Dragged: fyne.NewDelta(200, 100)}
	d.Position = fyne.NewPos(300, 200)
	f.Dragged(d)
	f.DragEnd()
	if got := f.Map().Scale / scale; math.Abs(got-3) > 0.01 {
		t.Errorf("a third of the width zooms by %v", got)
	}
	if p, _ := f.Map().ToPage(c); math.Hypot(p[0]-300, p[1]-200) > 0.5 {
		t.Errorf("the middle of the box is at %v", p)
	}
}

func TestRevealMovesAsLittleAsNeeded(t *testing.T) {
	f := newFixture(t)
	before := f.Map()
	f.Reveal(orb.Point{44.2, 34.2}.Bound())
	if f.Map() != before {
		t.Error("the map moves for what is in its middle")
	}
	far, _ := before.ToLonLat(orb.Point{900, 200})
	f.Reveal(far.Bound())
	p, _ := f.Map().ToPage(far)
	if math.Abs(p[0]-540) > 0.5 || f.Map().Scale != before.Scale {
		t.Errorf("what was beyond the right edge is at %v, want 540: nine tenths", p)
	}
}

func TestKeysPanOnlyThemselves(t *testing.T) {
	f := newFixture(t)
	var passed []fyne.KeyName
	f.OnKey = func(e *fyne.KeyEvent) { passed = append(passed, e.Name) }
	before := f.page(44, 34)
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	if q := f.page(44, 34); math.Abs(q[0]-before[0]-100) > 0.01 {
		t.Errorf("Left moves the map by %v", q[0]-before[0])
	}
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if len(passed) != 1 || passed[0] != fyne.KeySpace {
		t.Errorf("passed on: %v", passed)
	}
}

func TestFitWaitsForTheSize(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light))
	v := New(func(func()) {}, nil)
	t.Cleanup(v.Close)
	v.Fit(orb.Bound{Min: orb.Point{43, 33}, Max: orb.Point{45, 36}})
	v.setSize(fyne.NewSize(500, 500), 1)
	for _, q := range []orb.Point{{43, 33}, {45, 36}} {
		if p, _ := v.Map().ToPage(q); p[0] < 0 || p[0] > 500 || p[1] < 0 || p[1] > 500 {
			t.Errorf("%v is at %v", q, p)
		}
	}
}

func BenchmarkPaintSelection(b *testing.B) {
	p := newPainter()
	in := input(b)
	in.View = in.View.Resize(orb.Point{752, 580})
	for i := 0; b.Loop(); i++ {
		in.Selected = []timeline.ID{"a", "b"}[i%2]
		if _, err := p.paint(context.Background(), Request{Input: in, Scale: 1}); err != nil {
			b.Fatal(err)
		}
	}
}
