package kit

import (
	"strings"
	"testing"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"github.com/google/go-cmp/cmp"

	"dateline/app/mark"
	"dateline/app/theme"
	"dateline/geo/paint/raster"
	"dateline/geo/scene"
)

func letters(s string) float32 { return float32(utf8.RuneCountInString(s)) }

func app(t *testing.T) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light))
}

// show puts an object on the screen at a size.
func show(t *testing.T, o fyne.CanvasObject, w, h float32) fyne.Window {
	t.Helper()
	win := test.NewTempWindow(t, o)
	win.SetPadded(false)
	win.Resize(fyne.NewSize(w, h))
	return win
}

func TestWrap(t *testing.T) {
	tests := []struct {
		text  string
		width float32
		want  []string
	}{
		{"one two three", 8, []string{"one two", "three"}},
		{"one", 8, []string{"one"}},
		{"", 8, []string{""}},
		{"one\ntwo", 8, []string{"one", "two"}},
		{"abcdefghij", 4, []string{"abcd", "efgh", "ij"}},
		{"a abcdefghij", 4, []string{"a", "abcd", "efgh", "ij"}},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, Wrap(tt.text, tt.width, letters)); diff != "" {
			t.Errorf("%q in %v (-want +got):\n%s", tt.text, tt.width, diff)
		}
	}
}

func TestShorten(t *testing.T) {
	tests := []struct {
		text  string
		width float32
		want  string
	}{
		{"Samarra", 7, "Samarra"},
		{"Samarra", 6, "Samar…"},
		{"to Samarra", 4, "to…"},
		{"Sāmarrā", 4, "Sām…"},
		{"x", 0, "…"},
	}
	for _, tt := range tests {
		if got := Shorten(tt.text, tt.width, letters); got != tt.want {
			t.Errorf("%q in %v is %q, want %q", tt.text, tt.width, got, tt.want)
		}
	}
}

func TestLabelFitsItsWidth(t *testing.T) {
	app(t)
	long := strings.Repeat("word ", 30)
	one := Body(long)
	show(t, one, 200, 40)
	for _, o := range test.WidgetRenderer(one).Objects() {
		if x, ok := o.(*canvas.Text); ok {
			if w := Measure(x.Text, x.TextSize, false).Width; w > 200 {
				t.Errorf("%q is %v wide of 200", x.Text, w)
			}
			if !strings.HasSuffix(x.Text, "…") {
				t.Errorf("%q has no ellipsis", x.Text)
			}
		}
	}
	many := Wrapped(Body(long))
	if h1, h2 := many.HeightFor(400), many.HeightFor(100); h2 < 3*h1 {
		t.Errorf("%v high at 400, %v at 100", h1, h2)
	}
}

func TestButton(t *testing.T) {
	app(t)
	taps := 0
	b := NewButton("Accept", Primary, func() { taps++ })
	w := show(t, b, 120, 40)
	test.Tap(b)
	if taps != 1 {
		t.Fatal("a click does nothing")
	}
	if w.Canvas().Focused() != nil {
		t.Error("a click takes the keys")
	}
	var passed fyne.KeyName
	b.OnKey = func(e *fyne.KeyEvent) { passed = e.Name }
	w.Canvas().Focus(b)
	b.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	b.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	if taps != 2 || passed != fyne.KeyRight {
		t.Errorf("%d taps, passed on %q", taps, passed)
	}
	b.Disable()
	test.Tap(b)
	if taps != 2 || !b.Disabled() || b.Cursor() != desktop.DefaultCursor {
		t.Error("a button that is off can be pressed")
	}
}

func TestButtonIsAsWideAsItsWords(t *testing.T) {
	app(t)
	short, long := NewButton("No", Outlined, nil), NewButton("Leave undated", Outlined, nil)
	if short.MinSize().Width >= long.MinSize().Width {
		t.Error("a long word is no wider")
	}
	keyed := NewButton("No", Outlined, nil)
	keyed.Key = "N"
	if keyed.MinSize().Width <= short.MinSize().Width {
		t.Error("the key has no room")
	}
}

func TestTipsStayInsideTheWindow(t *testing.T) {
	app(t)
	tips := NewTips()
	show(t, tips, 400, 300)
	for _, at := range []fyne.Position{{X: 10, Y: 10}, {X: 395, Y: 10}, {X: 395, Y: 295}, {X: -50, Y: 290}} {
		tips.Say("A tip of some length that is shown near the pointer", at)
		for _, o := range test.WidgetRenderer(tips).Objects() {
			p, s := o.Position(), o.Size()
			if p.X+s.Width > 400 || p.Y+s.Height > 300 || p.Y < 0 {
				t.Errorf("for %v a part is at %v, %v large", at, p, s)
			}
		}
	}
	tips.Clear()
	if n := len(test.WidgetRenderer(tips).Objects()); n != 0 || tips.Text() != "" {
		t.Errorf("%d objects after Clear", n)
	}
}

func TestChoice(t *testing.T) {
	app(t)
	picked := -1
	c := NewChoice([]string{"Moment", "Window"}, func(i int) { picked = i })
	show(t, c.Object, 200, 40)
	test.Tap(c.Buttons[1])
	c.Set(1)
	if picked != 1 || c.Buttons[0].On || !c.Buttons[1].On {
		t.Errorf("picked %d, on: %v %v", picked, c.Buttons[0].On, c.Buttons[1].On)
	}
}

func TestColumnGivesHeightByWidth(t *testing.T) {
	app(t)
	long := Wrapped(Body(strings.Repeat("word ", 30)))
	col := Column(Body("first"), long, Body("last"))
	show(t, col, 120, 600)
	if long.Size().Height < long.HeightFor(120) || long.Size().Width != 120 {
		t.Errorf("the long label is %v", long.Size())
	}
	last := col.Objects[2]
	if got, want := last.Position().Y, long.Position().Y+long.Size().Height; got != want {
		t.Errorf("the last label is at %v, the one above ends at %v", got, want)
	}
	if got := col.MinSize().Height; got < last.Position().Y+last.Size().Height {
		t.Errorf("the column is %v high", got)
	}
}

func TestFieldPutsTheRemarkUnderneathWhereItDoesNotFit(t *testing.T) {
	app(t)
	f := NewField("Saturday 14 June 2014", "“Saturday”")
	if one, two := f.HeightFor(400), f.HeightFor(180); two <= one {
		t.Errorf("%v high at 400, %v at 180", one, two)
	}
}

func TestRowLeavesOutWhatIsHidden(t *testing.T) {
	app(t)
	a, b, c := Space(10, 10), Space(20, 20), Space(30, 10)
	b.Hide()
	r := Row(5, a, b, c)
	if got := r.MinSize(); got != fyne.NewSize(45, 10) {
		t.Errorf("the row is %v", got)
	}
}

func TestMarkIsPaintedOnce(t *testing.T) {
	app(t)
	m := NewMark(raster.New())
	show(t, m, 24, 24)
	k := mark.Mark{Size: 20, Shape: scene.Circle, Number: 4}
	k.Color.R, k.Color.A = 200, 255
	m.Set(k)
	m.Resize(fyne.NewSize(24, 24))
	one := m.paint(48, 48)
	if two := m.paint(48, 48); one != two {
		t.Error("the same mark is painted twice")
	}
	if _, _, _, a := one.At(24, 10).RGBA(); a == 0 {
		t.Error("the mark is not there")
	}
	k.Number = 5
	m.Set(k)
	if m.paint(48, 48) == one {
		t.Error("another mark is not painted")
	}
	m.paint(0, 0) // must not fail
}

func TestTabIsUnderlinedWhileOn(t *testing.T) {
	app(t)
	taps := 0
	tab := NewTab("Events", func() { taps++ })
	show(t, tab, 100, 36)
	line := func() bool {
		for _, o := range test.WidgetRenderer(tab).Objects() {
			if r, ok := o.(*canvas.Rectangle); ok {
				_, _, _, a := r.FillColor.RGBA()
				return a > 0
			}
		}
		return false
	}
	if line() {
		t.Error("underlined while off")
	}
	tab.Set("Events 4", true)
	if !line() {
		t.Error("not underlined while on")
	}
	test.Tap(tab)
	if taps != 1 {
		t.Error("a click does nothing")
	}
}

func TestDialogClosesOnce(t *testing.T) {
	app(t)
	w := show(t, Space(10, 10), 600, 400)
	closed := 0
	d := NewDialog(w.Canvas(), "A question", Body("Well?"), fyne.NewSize(300, 200), func() { closed++ }, NewButton("Yes", Primary, nil))
	d.Show()
	if w.Canvas().Overlays().Top() == nil {
		t.Fatal("nothing is shown")
	}
	d.Hide()
	d.Hide()
	if closed != 1 || w.Canvas().Overlays().Top() != nil {
		t.Errorf("closed %d times", closed)
	}
}

func TestEscapeLeadsOutOfAnEntry(t *testing.T) {
	app(t)
	e := NewEntry(false)
	out := false
	e.OnEscape = func() { out = true }
	w := show(t, e, 200, 40)
	w.Canvas().Focus(e)
	test.Type(e, "14 June")
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if !out || e.Text != "14 June" {
		t.Errorf("out: %v, text %q", out, e.Text)
	}
}
