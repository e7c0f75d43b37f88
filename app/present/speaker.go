package present

import (
	"context"
	"fmt"
	"image"
	"time"

	"github.com/paulmach/orb"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"dateline/app/kit"
	"dateline/app/slide"
	"dateline/app/theme"
	"dateline/app/words"
)

// sizeNotes is the size of the notes: to be read standing.
const sizeNotes = 20

// speaker is the presenter's window.
type speaker struct {
	s             *Show
	win           fyne.Window
	current, next *canvas.Image
	nextTitle     *kit.Label
	number        *kit.Label
	clock         *kit.Label
	elapsed       *kit.Label
	state         *kit.Label
	notes         *kit.Label
	play          *kit.Button
	grid          *widget.List
	pictures      map[int]image.Image
	layout        slide.Layout
	cancel        context.CancelFunc
	work          chan int // what is to be painted next
	shown         int
}

// widthOfPictures is how wide the pictures of slides are painted, in pixels.
const widthOfPictures = 720

func newSpeaker(s *Show) *speaker {
	p := &speaker{
		s: s, win: s.app.NewWindow(words.F("Presenter – %s", s.deck.Title())), pictures: make(map[int]image.Image), shown: -1,
		current: picture(), next: picture(),
		nextTitle: kit.NewLabel("", theme.SizeHeading, false, theme.Muted),
		number:    kit.NewLabel("", 24, true, theme.Ink),
		clock:     kit.NewLabel("", 24, false, theme.Ink),
		elapsed:   kit.NewLabel("", 24, false, theme.Muted),
		state:     kit.NewLabel("", theme.SizeHeading, true, theme.Alert),
		notes:     kit.Wrapped(kit.NewLabel("", sizeNotes, false, theme.Ink)),
		work:      make(chan int, 1),
	}
	p.layout = s.deck.LayOut(orb.Point{1920, 1080}, s.measure)
	button := func(text, key string) *kit.Button {
		b := kit.NewButton(text, kit.Outlined, func() { s.press(key, false) })
		b.Key, b.OnKey = shownKey(key), s.Typed
		return b
	}
	p.play = button(words.T("Play"), "K")
	bar := kit.Spread(
		kit.Row(18, p.number, p.clock, p.elapsed, p.state),
		kit.Row(8, button(words.T("Previous"), "Left"), button(words.T("Next"), "Right"), p.play, button(words.T("Black"), "B"), button(words.T("White"), "W"), button(words.T("End"), "Escape")),
	)
	p.grid = widget.NewList(s.deck.Len, newRow, p.fillRow)
	p.grid.OnSelected = func(i widget.ListItemID) {
		p.grid.UnselectAll()
		p.win.Canvas().Unfocus()
		s.GoTo(i)
	}
	nextBox := container.NewBorder(container.NewVBox(kit.Inset(0, 0, 0, 0, kit.NewLabel(words.T("Next"), theme.SizeMeta, true, theme.Muted)), p.nextTitle), nil, nil, nil, p.next)
	notes := container.NewVScroll(kit.Inset(14, 14, 18, 18, p.notes))
	lower := container.NewStack(kit.NewFill(theme.Paper), notes)
	left := container.New(shares{0.62}, p.current, lower)
	right := container.New(shares{0.40}, nextBox, p.grid)
	p.win.SetContent(container.NewStack(kit.NewFill(theme.Panel),
		kit.Inset(12, 12, 16, 16, container.NewBorder(container.NewVBox(bar, kit.Space(0, 10)), nil, nil, nil, container.New(columns{0.66}, left, right)))))
	p.win.SetPadded(false)
	p.win.Canvas().SetOnTypedKey(s.Typed)
	p.win.SetCloseIntercept(func() { s.press("S", false) })
	p.win.Resize(fyne.NewSize(1280, 800))
	ctx, cancel := context.WithCancel(context.Background())
	p.cancel = cancel
	go p.paint(ctx)
	go p.tick(ctx)
	p.update()
	return p
}

// shownKey is a key as people know it.
func shownKey(name string) string {
	switch name {
	case "Left":
		return "←"
	case "Right":
		return "→"
	case "Escape":
		return "Esc"
	}
	return name
}

func picture() *canvas.Image {
	return &canvas.Image{FillMode: canvas.ImageFillContain, ScaleMode: canvas.ImageScaleSmooth}
}

// columns puts two things side by side.
type columns struct{ share float32 }

func (c columns) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(640, 300) }

func (c columns) Layout(o []fyne.CanvasObject, size fyne.Size) {
	const gap = 16
	w := (size.Width - gap) * c.share
	place(o[0], 0, 0, w, size.Height)
	place(o[1], w+gap, 0, size.Width-gap-w, size.Height)
}

// shares puts two things one over the other.
type shares struct{ share float32 }

func (c shares) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(300, 300) }

func (c shares) Layout(o []fyne.CanvasObject, size fyne.Size) {
	const gap = 12
	h := (size.Height - gap) * c.share
	place(o[0], 0, 0, size.Width, h)
	place(o[1], 0, h+gap, size.Width, size.Height-gap-h)
}

// newRow is a row of the list of all steps: a small picture and words.
func newRow() fyne.CanvasObject {
	return container.NewBorder(nil, nil, kit.Inset(5, 5, 8, 4, kit.Sized(112, 63, picture())), nil, kit.NewLabelCut("", theme.SizeRow, false, theme.Ink))
}

func (p *speaker) fillRow(i widget.ListItemID, o fyne.CanvasObject) {
	row, ok := o.(*fyne.Container)
	if !ok {
		return
	}
	for _, part := range row.Objects {
		switch part := part.(type) {
		case *kit.Label:
			part.SetText(fmt.Sprintf("%d   %s", i+1, p.s.deck.Slide(i).Headline))
			part.SetColor(theme.Ink)
			if i == p.s.talk.At {
				part.SetColor(theme.Alert)
			}
		case *fyne.Container:
			if img := imageIn(part); img != nil && img.Image != p.pictures[i] {
				img.Image = p.pictures[i]
				img.Refresh()
			}
		}
	}
}

func imageIn(o fyne.CanvasObject) *canvas.Image {
	switch o := o.(type) {
	case *canvas.Image:
		return o
	case *fyne.Container:
		for _, c := range o.Objects {
			if img := imageIn(c); img != nil {
				return img
			}
		}
	}
	return nil
}

// update shows the talk.
func (p *speaker) update() {
	t := p.s.talk
	if t.N == 0 {
		return
	}
	p.number.SetText(words.F("%d of %d", t.At+1, t.N))
	state := ""
	switch {
	case t.Typed != "":
		state = words.F("Go to %s", t.Typed)
	case t.Blank == Black:
		state = words.T("Black")
	case t.Blank == White:
		state = words.T("White")
	case t.Playing:
		state = words.F("Playing %g×", t.speed())
		if t.Loop {
			state += ", " + words.T("again and again")
		}
	}
	p.state.SetText(state)
	p.play.SetText(words.T("Play"))
	if t.Playing {
		p.play.SetText(words.T("Pause"))
	}
	p.showTime()
	if t.At != p.shown {
		p.shown = t.At
		notes := p.s.deck.Slide(t.At).Notes
		p.notes.SetColor(theme.Ink)
		if notes == "" {
			notes = words.T("No notes for this step.")
			p.notes.SetColor(theme.Muted)
		}
		p.notes.SetText(notes)
		p.nextTitle.SetText(words.T("The end"))
		if t.At+1 < t.N {
			p.nextTitle.SetText(p.s.deck.Slide(t.At + 1).Headline)
		}
		p.grid.ScrollTo(t.At)
		p.ask()
	}
	p.refresh()
	p.win.Content().Refresh()
}

// refresh shows the pictures that there are.
func (p *speaker) refresh() {
	set := func(img *canvas.Image, i int) {
		img.Image = p.pictures[i]
		if i >= p.s.talk.N {
			img.Image = nil
		}
		img.Refresh()
	}
	set(p.current, p.s.talk.At)
	set(p.next, p.s.talk.At+1)
	p.grid.Refresh()
}

func (p *speaker) showTime() {
	now := time.Now()
	p.clock.SetText(now.Format("15:04:05"))
	d := now.Sub(p.s.began).Round(time.Second)
	p.elapsed.SetText(fmt.Sprintf("%d:%02d:%02d", int(d.Hours()), int(d.Minutes())%60, int(d.Seconds())%60))
}

// tick keeps the clock going.
func (p *speaker) tick(ctx context.Context) {
	t := time.NewTicker(time.Second)
	defer t.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-t.C:
			p.s.do(func() {
				if ctx.Err() == nil {
					p.showTime()
				}
			})
		}
	}
}

// ask has the pictures painted that are needed first.
func (p *speaker) ask() {
	select {
	case <-p.work:
	default:
	}
	p.work <- p.s.talk.At
}

// mostPictures is how many slides are painted for the list.
const mostPictures = 200

// paint paints slides in the background: the current one, the next, and then
// the others from there on.
func (p *speaker) paint(ctx context.Context) {
	done := make(map[int]bool)
	at := 0
	for {
		i := p.missing(done, at)
		if i < 0 {
			select {
			case <-ctx.Done():
				return
			case at = <-p.work:
			}
			continue
		}
		select {
		case <-ctx.Done():
			return
		case at = <-p.work:
			continue
		default:
		}
		img, err := p.s.deck.Thumbnail(ctx, i, p.layout, p.s.style, widthOfPictures)
		if ctx.Err() != nil {
			return
		}
		done[i] = true
		p.s.do(func() {
			if ctx.Err() != nil {
				return
			}
			if err != nil {
				p.s.fail(err)
				return
			}
			p.pictures[i] = img
			p.refresh()
		})
	}
}

// missing is the slide to paint next, -1 for none.
func (p *speaker) missing(done map[int]bool, at int) int {
	n := p.s.deck.Len()
	if len(done) >= mostPictures && done[at] && (at+1 >= n || done[at+1]) {
		return -1
	}
	for k := range n {
		if i := (at + k) % n; !done[i] {
			return i
		}
	}
	return -1
}

func (p *speaker) close() {
	p.cancel()
	p.win.SetCloseIntercept(nil)
	p.win.Close()
}
