// Package reportview shows the text of a report with the words that tell its
// events. The page is laid out and drawn without Fyne; the widget shows it,
// scrolls it and tells where it was clicked.
package reportview

import (
	"context"
	"image"
	"math"
	"slices"

	"github.com/paulmach/orb"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"dateline/app/frame"
	"dateline/app/theme"
	"dateline/geo/paint/raster"
	"dateline/geo/scene"
	"dateline/timeline"
	"dateline/timeline/source"
)

// View is the widget of one report, or of a quotation from it.
type View struct {
	widget.BaseWidget
	OnPick  func(offset int) // the words at a byte were clicked
	OnHover func(timeline.ID)
	OnKey   func(*fyne.KeyEvent)

	loop    *frame.Loop[Picture, shown]
	measure scene.Measurer
	metrics Metrics
	quote   bool
	doc     source.Document
	want    Picture
	shown   shown
	focused bool
	thumb   bool // the scroll bar is held
	dirty   bool // the page must be laid out again
	reveal  bool // the selected words must be scrolled into sight
	over    bool // the pointer is over words that tell an event
}

type shown struct {
	Picture
	image *image.RGBA
}

var (
	_ desktop.Mouseable  = (*View)(nil)
	_ desktop.Hoverable  = (*View)(nil)
	_ desktop.Cursorable = (*View)(nil)
	_ fyne.Draggable     = (*View)(nil)
	_ fyne.Scrollable    = (*View)(nil)
	_ fyne.Focusable     = (*View)(nil)
)

// New makes an empty pane; do brings a func to the window's goroutine.
func New(do func(func())) *View { return newView(do, false) }

// NewQuote makes an empty quotation: as high as its text, which does not
// scroll, with a bar in the colour of its side.
func NewQuote(do func(func())) *View { return newView(do, true) }

func newView(do func(func()), quote bool) *View {
	v := &View{measure: raster.NewMeasurer(), metrics: paneMetrics, quote: quote}
	if quote {
		v.metrics = quoteMetrics
	}
	r := raster.New()
	v.loop = frame.New(func(ctx context.Context, p Picture) (shown, error) {
		img, err := r.Render(ctx, p.Draw(), p.Scale)
		return shown{p, img}, err
	}, do, func(_ Picture, s shown, err error) {
		if err == nil { // there is no size yet while the window is laid out
			v.shown = s
			v.Refresh()
		}
	})
	v.ExtendBaseWidget(v)
	return v
}

// Close ends the view's work.
func (v *View) Close() { v.loop.Close() }

// SetDocument shows a report with the words that tell its events.
func (v *View) SetDocument(d source.Document, marks []Mark) {
	if d.ID != v.doc.ID || d.Text != v.doc.Text {
		v.want.Scroll = 0
	}
	v.doc = d
	v.want.Text, v.want.Marks = d.Text, marks
	v.want.Segments = Segments(len(d.Text), marks)
	v.dirty = true
	v.ask()
}

// SetQuote shows a stretch of a text: the words are offsets into it.
func (v *View) SetQuote(text string, words []Word, hue scene.Hue) {
	v.doc = source.Document{Text: text}
	v.want.Text, v.want.Words, v.want.Bar = text, words, &hue
	v.dirty = true
	v.ask()
}

// SetSelected points out the words of an event and scrolls them into sight if
// they are out of it.
func (v *View) SetSelected(id timeline.ID, words []Word) {
	if id == v.want.Selected && slices.Equal(words, v.want.Words) {
		return
	}
	v.reveal = v.reveal || id != v.want.Selected
	v.want.Selected, v.want.Words = id, words
	v.dirty = true
	v.ask()
}

// SetHover points out the words of an event at half strength.
func (v *View) SetHover(id timeline.ID) {
	if id != v.want.Hover {
		v.want.Hover = id
		v.ask()
	}
}

// SetPalette changes the colours.
func (v *View) SetPalette(p Palette) {
	v.want.Palette = p
	v.ask()
}

// HeightFor is the height of the whole text when it is that wide.
func (v *View) HeightFor(width float32) float32 {
	return float32(math.Ceil(v.flow(float64(width)).Height))
}

func (v *View) flow(width float64) Page {
	var cuts []int
	for _, s := range v.want.Segments {
		cuts = append(cuts, s.Start, s.End)
	}
	for _, w := range v.want.Words {
		cuts = append(cuts, w.Start, w.End)
	}
	return Flow(v.doc.Text, v.doc.Blocks, cuts, width, v.metrics, v.measure)
}

// ask lays the page out if it must be and asks for a picture of it.
func (v *View) ask() {
	if v.want.Size[0] < 40 || v.want.Size[1] < 4 || v.want.Scale <= 0 || v.want.Palette.Hue == nil {
		return
	}
	if v.dirty {
		v.want.Page = v.flow(v.want.Size[0])
		v.dirty = false
	}
	if v.reveal && !v.quote {
		v.reveal = false
		v.showSelected()
	}
	v.want.Scroll = min(max(v.want.Scroll, 0), max(v.want.Page.Height-v.want.Size[1], 0))
	v.loop.Request(v.want)
}

// showSelected scrolls as little as needed to bring the first words of the
// selected event into sight.
func (v *View) showSelected() {
	for _, m := range v.want.Marks {
		if m.Event != v.want.Selected {
			continue
		}
		top, bottom, ok := v.want.Page.Span(m.Start, m.End)
		if !ok {
			continue
		}
		const room = 24
		switch {
		case top-room < v.want.Scroll:
			v.want.Scroll = top - room
		case bottom+room > v.want.Scroll+v.want.Size[1]:
			v.want.Scroll = min(bottom+room-v.want.Size[1], top-room)
		}
		return
	}
}

func (v *View) setSize(s fyne.Size, scale float64) {
	size := orb.Point{float64(s.Width), float64(s.Height)}
	if size == v.want.Size && scale == v.want.Scale {
		return
	}
	v.dirty = v.dirty || size[0] != v.want.Size[0]
	v.want.Size, v.want.Scale = size, scale
	v.ask()
}

// offset is the byte at a position of the widget, -1 for none.
func (v *View) offset(p fyne.Position) int {
	i := v.shown.Page.LineAt(float64(p.Y) + v.shown.Scroll)
	if i < 0 {
		return -1
	}
	return v.shown.Page.Lines[i].At(float64(p.X))
}

// at is the event told at a position, the one in the fewest words.
func (v *View) at(p fyne.Position) timeline.ID {
	o := v.offset(p)
	if o < 0 {
		return ""
	}
	for _, s := range v.shown.Segments {
		if s.Start <= o && o < s.End && len(s.Marks) > 0 {
			return v.shown.Marks[s.Marks[0]].Event
		}
	}
	return ""
}

// MouseDown takes hold of the scroll bar.
func (v *View) MouseDown(e *desktop.MouseEvent) {
	v.thumb = !v.quote && float64(e.Position.X) > v.want.Size[0]-14 && v.want.Page.Height > v.want.Size[1]
}

// MouseUp picks the words under the pointer.
func (v *View) MouseUp(e *desktop.MouseEvent) {
	if v.thumb {
		v.thumb = false
		return
	}
	if o := v.offset(e.Position); o >= 0 && v.OnPick != nil && e.Button == desktop.MouseButtonPrimary {
		v.OnPick(o)
	}
}

// Dragged moves the page by its scroll bar.
func (v *View) Dragged(e *fyne.DragEvent) {
	if v.thumb {
		_, h := v.want.Thumb()
		if room := v.want.Size[1] - h; room > 0 {
			v.want.Scroll += float64(e.Dragged.DY) / room * (v.want.Page.Height - v.want.Size[1])
			v.ask()
		}
	}
}

// DragEnd lets the scroll bar go.
func (v *View) DragEnd() { v.thumb = false }

// Scrolled moves the page.
func (v *View) Scrolled(e *fyne.ScrollEvent) {
	if v.quote {
		return
	}
	v.want.Scroll -= float64(e.Scrolled.DY) * 2
	v.ask()
}

// MouseIn follows the pointer.
func (v *View) MouseIn(e *desktop.MouseEvent) { v.MouseMoved(e) }

// MouseMoved lights the event whose words are under the pointer.
func (v *View) MouseMoved(e *desktop.MouseEvent) {
	id := v.at(e.Position)
	v.over = id != ""
	if v.OnHover != nil {
		v.OnHover(id)
	}
}

// MouseOut forgets the pointer.
func (v *View) MouseOut() {
	v.over = false
	if v.OnHover != nil {
		v.OnHover("")
	}
}

// Cursor is a hand over words that tell an event.
func (v *View) Cursor() desktop.Cursor {
	if v.over {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// FocusGained draws a ring around the page.
func (v *View) FocusGained() { v.focused = true; v.Refresh() }

// FocusLost takes it away.
func (v *View) FocusLost() { v.focused = false; v.Refresh() }

// TypedRune does nothing.
func (v *View) TypedRune(rune) {}

// TypedKey scrolls; other keys are passed on.
func (v *View) TypedKey(e *fyne.KeyEvent) {
	page := v.want.Size[1] * 0.9
	switch e.Name {
	case fyne.KeyDown:
		v.want.Scroll += 40
	case fyne.KeyUp:
		v.want.Scroll -= 40
	case fyne.KeyPageDown:
		v.want.Scroll += page
	case fyne.KeyPageUp:
		v.want.Scroll -= page
	default:
		if v.OnKey != nil {
			v.OnKey(e)
		}
		return
	}
	v.ask()
}

// MinSize lets the window shrink the page.
func (v *View) MinSize() fyne.Size { return fyne.NewSize(120, 20) }

// CreateRenderer makes the view's objects.
func (v *View) CreateRenderer() fyne.WidgetRenderer {
	blank := image.NewRGBA(image.Rect(0, 0, 1, 1))
	r := &renderer{v: v, focus: canvas.NewRectangle(nil)}
	r.page = canvas.NewRaster(func(w, h int) image.Image {
		if s := r.page.Size(); s.Width > 0 && w > 0 {
			v.setSize(v.Size(), float64(w)/float64(s.Width))
		}
		if v.shown.image == nil {
			return blank
		}
		return v.shown.image
	})
	r.Layout(v.Size())
	return r
}

type renderer struct {
	v     *View
	page  *canvas.Raster
	focus *canvas.Rectangle
	last  *image.RGBA
}

func (r *renderer) Destroy()                     {}
func (r *renderer) MinSize() fyne.Size           { return r.v.MinSize() }
func (r *renderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.page, r.focus} }

func (r *renderer) Layout(s fyne.Size) {
	r.v.setSize(s, r.v.want.Scale)
	r.frame()
	r.focus.Resize(s)
	r.ring()
}

// frame gives the picture its own size: until there is one of the widget's
// size the old one is shown as it is, not stretched.
func (r *renderer) frame() {
	if r.v.shown.image == nil {
		r.page.Resize(r.v.Size())
		return
	}
	r.page.Resize(fyne.NewSize(float32(r.v.shown.Size[0]), float32(r.v.shown.Size[1])))
}

func (r *renderer) ring() {
	r.focus.FillColor = nil
	r.focus.StrokeColor, r.focus.StrokeWidth = r.v.Theme().Color(theme.FocusRing, 0), 2
	r.focus.Hidden = !r.v.focused || r.v.quote
}

// Refresh shows the newest picture.
func (r *renderer) Refresh() {
	if img := r.v.shown.image; img != r.last {
		r.last = img
		r.frame()
		r.page.Refresh()
	}
	r.ring()
	r.focus.Refresh()
}
