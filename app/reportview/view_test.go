package reportview

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"dateline/app/theme"
	"dateline/geo/scene"
	"dateline/timeline"
	"dateline/timeline/source"
)

type fixture struct {
	*View
	t      *testing.T
	queue  chan func()
	picked []int
	hover  timeline.ID
}

// report has 40 paragraphs; the last tells event z.
func report() (source.Document, []Mark) {
	var text strings.Builder
	var blocks []source.Block
	for range 40 {
		start := text.Len()
		text.WriteString("Nothing happened in this paragraph, which is here to fill the page with words.\n")
		blocks = append(blocks, source.Block{Start: start, End: text.Len() - 1})
	}
	start := text.Len()
	text.WriteString("Then Shendi fell.")
	blocks = append(blocks, source.Block{Start: start, End: text.Len()})
	return source.Document{ID: "d", Text: text.String(), Blocks: blocks},
		[]Mark{{Start: 0, End: 20, Event: "a", Hue: scene.Red}, {Start: start, End: text.Len(), Event: "z", Hue: scene.Blue}}
}

func newFixture(t *testing.T) *fixture {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light))
	f := &fixture{t: t, queue: make(chan func(), 100)}
	f.View = New(func(fn func()) { f.queue <- fn })
	t.Cleanup(f.Close)
	f.OnPick = func(o int) { f.picked = append(f.picked, o) }
	f.OnHover = func(id timeline.ID) { f.hover = id }
	w := test.NewTempWindow(t, f.View)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(400, 300))
	f.SetPalette(page().Palette)
	f.setSize(fyne.NewSize(400, 300), 1)
	f.SetDocument(report())
	f.wait()
	return f
}

func (f *fixture) wait() {
	f.t.Helper()
	for {
		select {
		case fn := <-f.queue:
			fn()
			if f.shown.Scroll == f.want.Scroll && f.shown.Selected == f.want.Selected && f.shown.Text == f.want.Text {
				return
			}
		case <-time.After(2 * time.Minute):
			f.t.Fatal("no picture within 10 s")
		}
	}
}

func TestClickPicksTheWords(t *testing.T) {
	f := newFixture(t)
	e := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	e.Position = fyne.NewPos(30, 24)
	f.MouseDown(e)
	f.MouseUp(e)
	if len(f.picked) != 1 || f.picked[0] < 0 || f.picked[0] >= 20 {
		t.Errorf("picked %v, want a byte of the first words", f.picked)
	}
	f.MouseMoved(e)
	if f.hover != "a" || f.Cursor() != desktop.PointerCursor {
		t.Errorf("over the words of a: %q", f.hover)
	}
	e.Position = fyne.NewPos(390, 24)
	f.MouseUp(e)
	if len(f.picked) != 1 {
		t.Error("a click beside the words picks some")
	}
}

func TestSelectionScrollsIntoSight(t *testing.T) {
	f := newFixture(t)
	f.SetSelected("a", nil)
	f.wait()
	if f.want.Scroll != 0 {
		t.Errorf("scrolled to %v for words in sight", f.want.Scroll)
	}
	f.SetSelected("z", nil)
	f.wait()
	top, bottom, _ := f.want.Page.Span(f.want.Marks[1].Start, f.want.Marks[1].End)
	if top < f.want.Scroll || bottom > f.want.Scroll+300 {
		t.Errorf("words from %v to %v, seen are %v to %v", top, bottom, f.want.Scroll, f.want.Scroll+300)
	}
	at := f.want.Scroll
	f.SetHover("a")
	f.wait()
	if f.want.Scroll != at {
		t.Error("hover scrolls")
	}
}

func TestScrollStaysOnThePage(t *testing.T) {
	f := newFixture(t)
	f.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, 500)})
	if f.want.Scroll != 0 {
		t.Errorf("scrolled above the page: %v", f.want.Scroll)
	}
	f.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -50000)})
	if got, want := f.want.Scroll, f.want.Page.Height-300; got != want {
		t.Errorf("scrolled to %v, the end is %v", got, want)
	}
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageUp})
	if f.want.Scroll >= f.want.Page.Height-300 {
		t.Error("Page Up does nothing")
	}
}

func TestScrollBarCanBeDragged(t *testing.T) {
	f := newFixture(t)
	e := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	e.Position = fyne.NewPos(396, 5)
	f.MouseDown(e)
	f.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(0, 400)})
	f.DragEnd()
	if got, want := f.want.Scroll, f.want.Page.Height-300; got != want {
		t.Errorf("dragged to %v, the end is %v", got, want)
	}
}

func TestKeysThatAreNotForThePageArePassedOn(t *testing.T) {
	f := newFixture(t)
	var got fyne.KeyName
	f.OnKey = func(e *fyne.KeyEvent) { got = e.Name }
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	if got != fyne.KeyRight {
		t.Errorf("passed on: %q", got)
	}
}

func TestQuoteIsAsHighAsItsText(t *testing.T) {
	test.NewTempApp(t)
	v := NewQuote(func(func()) {})
	t.Cleanup(v.Close)
	v.SetQuote("Rebels took Shendi.", nil, scene.Red)
	one := v.HeightFor(300)
	v.SetQuote(strings.Repeat("Rebels took Shendi. ", 12), nil, scene.Red)
	if many := v.HeightFor(300); many < 4*one {
		t.Errorf("one line is %v high, many are %v", one, many)
	}
}
