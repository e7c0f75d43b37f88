package window

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"dateline/app/eventlist"
	"dateline/app/kit"
	"dateline/app/session"
	"dateline/app/theme"
	"dateline/app/words"
	"dateline/geo/scene"
	"dateline/timeline"
)

// topBar is the bar with the brief's title and what is done with it.
type topBar struct {
	object fyne.CanvasObject
	menu   *kit.Button
	title  *kit.Label
	saved  *kit.Label
}

func newTopBar(w *Window) *topBar {
	b := &topBar{title: kit.NewLabel("Dateline", theme.SizeProject, true, theme.Ink), saved: kit.NewLabel("", theme.SizeMeta, false, theme.Muted)}
	b.title.Cut = true
	b.menu = w.commandIcon("view.menu", kit.IconMenu)
	right := kit.Row(10, w.commandButton("file.open", kit.Outlined), w.commandButton("file.save", kit.Outlined),
		w.commandButton("file.export", kit.Outlined), w.commandButton("steps.present", kit.Primary))
	left := container.New(&titleLayout{}, b.title, b.saved,
		kit.Row(0, w.commandIcon("edit.undo", kit.IconUndo), w.commandIcon("edit.redo", kit.IconRedo)))
	search := newSearchBox(w)
	b.object = container.New(&topLayout{}, b.menu, left, search, right)
	return b
}

// newSearchBox looks like a field and opens the box in which everything is
// found.
func newSearchBox(w *Window) *kit.Button {
	b := w.commandButton("view.search", kit.Outlined)
	b.Icon, b.Wide, b.Quiet = kit.IconSearch, true, true
	b.Text = words.T("Search events, places, dates, commands")
	c, _ := w.commands.ByID("view.search")
	b.Key = c.Shortcut()
	return b
}

// topLayout puts the menu and the title at the left, buttons at the right, and
// the search box in the middle as far as there is room.
type topLayout struct{}

func (*topLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(600, theme.TopBarHeight)
}

func (*topLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	put := func(o fyne.CanvasObject, x, w float32) {
		h := min(o.MinSize().Height, size.Height)
		o.Move(fyne.NewPos(x, (size.Height-h)/2))
		o.Resize(fyne.NewSize(w, h))
	}
	const pad = 14
	menu, right := o[0].MinSize().Width, o[3].MinSize().Width
	put(o[0], 6, menu)
	put(o[3], size.Width-right-pad, right)
	// The title comes first where words are long.
	w := min(size.Width*0.36, 576, max(size.Width-right-menu-400, 260))
	x := (size.Width - w) / 2
	if over := x + w + 16 - (size.Width - right - pad); over > 0 {
		x -= over
	}
	put(o[2], x, w)
	put(o[1], 6+menu+6, max(x-menu-28, 120))
}

// titleLayout puts a title, a remark and icons in a line; the title gives way.
type titleLayout struct{}

func (*titleLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, 30) }

func (*titleLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	title, ok := o[0].(*kit.Label)
	if !ok {
		return
	}
	saved, icons := o[1].MinSize(), o[2].MinSize()
	room := size.Width - saved.Width - icons.Width - 40
	tw := min(kit.Measure(title.Text, title.TextSize, true).Width+2, max(room, 60))
	place := func(o fyne.CanvasObject, x, w float32) {
		h := o.MinSize().Height
		o.Move(fyne.NewPos(x, (size.Height-h)/2))
		o.Resize(fyne.NewSize(w, h))
	}
	place(o[0], 0, tw)
	place(o[1], tw+14, saved.Width)
	place(o[2], tw+14+saved.Width+10, icons.Width)
}

func (b *topBar) update(s *session.Session) {
	title, saved := s.Brief().Title, ""
	switch {
	case s.Empty():
		title = "Dateline"
	case s.ReadOnly() != nil:
		saved = words.T("read-only")
	case s.Modified():
		saved = words.T("not saved")
	case s.Path() != "":
		saved = words.T("saved")
	}
	if title == "" {
		title = words.T("Untitled brief")
	}
	b.title.SetText(title)
	b.saved.SetText(saved)
	b.object.Refresh()
}

// leftPane is the list of events, or the report.
type leftPane struct {
	w        *Window
	object   *fyne.Container
	events   *kit.Tab
	text     *kit.Tab
	reviewed *kit.Label
	body     *fyne.Container
	list     *fyne.Container
	none     fyne.CanvasObject // in place of an empty list
	reading  bool
	steps    *stepsPane
	briefing bool // the steps are shown
}

func newLeftPane(w *Window) *leftPane {
	p := &leftPane{w: w, reviewed: kit.NewLabel("", theme.SizeMeta, false, theme.Muted), none: w.nothing()}
	p.events = kit.NewTab(words.T("Events"), func() { p.show(false) })
	p.text = kit.NewTab(words.T("Report"), func() { p.show(true) })
	p.none.Hide()
	p.list = container.NewBorder(w.filter.object, nil, nil, nil, container.NewStack(w.list, p.none))
	p.steps = newStepsPane(w)
	p.body = container.NewStack(p.list, w.report, p.steps.object)
	tabs := kit.Inset(0, 0, 14, 14, kit.Spread(kit.Row(20, p.events, p.text, p.steps.tab), p.reviewed))
	p.object = container.NewBorder(container.NewBorder(nil, kit.HRule(), nil, nil, tabs), nil, nil, nil, p.body)
	w.report.Hide()
	p.events.Set(words.T("Events"), true)
	return p
}

// show turns to the report or to the list.
func (p *leftPane) show(report bool) { p.turn(report, false) }

// turn turns to the report, to the steps, or to the list.
func (p *leftPane) turn(report, steps bool) {
	if p.reading == report && p.briefing == steps {
		return
	}
	p.reading, p.briefing = report, steps
	p.steps.object.Hide()
	if steps {
		p.list.Hide()
		p.w.report.Hide()
		p.steps.object.Show()
	} else if report {
		p.list.Hide()
		p.w.report.Show()
	} else {
		p.w.report.Hide()
		p.list.Show()
	}
	p.update(p.w.session)
	p.w.relayout()
}

// relayout places the list anew, under chips of another height.
func (p *leftPane) relayout() {
	if p != nil {
		p.list.Refresh()
	}
}

func (p *leftPane) update(s *session.Session) {
	n, of := eventlist.Reviewed(s.Events())
	shown := len(s.Shown().Events)
	count := words.Number(int64(of))
	if shown != of {
		count = words.F("%d of %d", shown, of)
	}
	p.events.Set(words.F("Events %s", count), !p.reading && !p.briefing)
	p.text.Set(words.T("Report"), p.reading)
	p.steps.update(p.briefing)
	p.reviewed.SetText(words.F("%d of %d reviewed", n, of))
	if of == 0 {
		p.reviewed.SetText("")
	}
	if shown == 0 && of > 0 {
		p.none.Show()
	} else {
		p.none.Hide()
	}
	p.object.Refresh()
}

// transportBar is the bar over the timeline.
type transportBar struct {
	object       fyne.CanvasObject
	play         *kit.Button
	speed, reset *kit.Button
	mode         *kit.Choice
	info         *kit.Label
}

// modes are the modes in the order in which they are offered.
var modes = [...]scene.Mode{scene.Moment, scene.Window, scene.Cumulative}

func newTransportBar(w *Window) *transportBar {
	b := &transportBar{info: kit.NewLabel("", theme.SizeBody, false, theme.Ink)}
	b.play = w.commandIcon("time.play", kit.IconPlay)
	b.speed = kit.NewButton("1×", kit.Plain, func() { w.session.SetSpeed(nextSpeed(w.session.Clock().Speed)) })
	b.speed.Tip, b.speed.Tips, b.speed.OnKey = words.T("Speed of playback  < >"), w.tips, w.typed
	b.mode = kit.NewChoice([]string{words.T("Moment"), words.T("Window"), words.T("Cumulative")}, func(i int) { w.session.SetMode(modes[i]) })
	tips := [...]string{words.T("Only what holds at the playhead"), words.T("What falls into a window of time"), words.T("All up to the playhead")}
	for i, o := range b.mode.Buttons {
		o.Tip, o.Tips, o.OnKey = tips[i], w.tips, w.typed
	}
	b.reset = kit.NewButton(words.T("Reset"), kit.Plain, w.reset)
	b.reset.Tip, b.reset.Tips, b.reset.OnKey = words.T("Show all events, up to the end"), w.tips, w.typed
	left := kit.Row(2,
		w.commandIcon("time.first", kit.IconFirst), w.commandIcon("time.previous", kit.IconPrevious), b.play,
		w.commandIcon("time.next", kit.IconNext), w.commandIcon("time.last", kit.IconLast),
		kit.Space(4, 0), b.speed, kit.Space(8, 0), b.mode.Object, kit.Space(14, 0), b.info, kit.Space(6, 0), b.reset)
	fit := w.commandButton("view.fit", kit.Plain)
	b.object = kit.Inset(0, 0, 12, 12, kit.Spread(left, kit.Row(2, w.follow, fit)))
	return b
}

// nextSpeed is the speed after one, round and round.
func nextSpeed(v float64) float64 {
	switch {
	case v >= 8:
		return 0.25
	case v >= 4:
		return 8
	case v >= 2:
		return 4
	case v >= 1:
		return 2
	case v >= 0.5:
		return 1
	}
	return 0.5
}

func (b *transportBar) update(s *session.Session) {
	c := s.Clock()
	play := kit.IconPlay
	tip := words.T("Play  Space")
	if c.Playing {
		play, tip = kit.IconPause, words.T("Pause  Space")
	}
	b.play.SetIcon(play, tip)
	b.speed.SetText(strconv.FormatFloat(c.Speed, 'g', -1, 64) + "×")
	for i, m := range modes {
		if m == c.Mode {
			b.mode.Set(i)
		}
	}
	of := 0
	for _, e := range s.Shown().Events {
		if e.Status != timeline.Rejected {
			of++
		}
	}
	info := words.N(of, "%[2]d of %[1]d events", len(s.Visible()))
	if d := s.Content().Dates(); d != "" {
		info = d + "  ·  " + info
	}
	if s.Empty() {
		info = ""
	}
	if info != b.info.Text {
		b.info.SetText(info)
		b.object.Refresh() // what stands after it moves
	}
	_, end := s.Extent()
	b.reset.SetEnabled(c.Mode != scene.Cumulative || !c.Now.Equal(end))
}

// reset shows all events, up to the end.
func (w *Window) reset() {
	_, end := w.session.Extent()
	w.session.SetMode(scene.Cumulative)
	w.session.SetNow(end)
	w.Fit()
}
