package inspector

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"dateline/app/kit"
	"dateline/app/reportview"
	"dateline/app/theme"
	"dateline/app/words"
	"dateline/geo/scene"
)

// maxQuotes is how many stretches of the report are shown.
const maxQuotes = 3

// View is the inspector's widget. What it shows is set as words; it decides
// nothing.
type View struct {
	widget.BaseWidget
	// OnQuote is told when a quotation was clicked: which.
	OnQuote func(index int)
	// Editor is what the form asks for; it is set before Edit.
	Editor Editor
	// OnKey is told the keys that the inspector has no use for.
	OnKey func(*fyne.KeyEvent)
	// OnEditing is told when the form is opened or closed.
	OnEditing func(bool)

	fields Fields
	form   *form // nil while nothing is edited
	event  Event
	hue    scene.Hue
	done   *fyne.Container
	body   *fyne.Container
	scroll *container.Scroll
	foot   *fyne.Container
	quotes [maxQuotes]*reportview.View
	all    *fyne.Container
	ring   *kit.Fill // around it while it has the focus
}

var _ fyne.Focusable = (*View)(nil)

// New makes an empty inspector; actions stand at its foot while an event is
// shown. do brings a func to the window's goroutine.
func New(do func(func()), actions ...fyne.CanvasObject) *View {
	v := &View{body: kit.Column()}
	for i := range v.quotes {
		v.quotes[i] = reportview.NewQuote(do)
		v.quotes[i].OnPick = func(int) {
			if v.OnQuote != nil {
				v.OnQuote(i)
			}
		}
	}
	v.scroll = container.NewVScroll(kit.Inset(14, 14, 16, 16, v.body))
	v.foot = container.NewBorder(kit.HRule(), nil, nil, nil, kit.Inset(10, 10, 16, 16, container.New(narrowRow{8}, actions...)))
	v.foot.Hide()
	finish := kit.NewButton(words.T("Done"), kit.Primary, v.Done)
	v.done = container.NewBorder(kit.HRule(), nil, nil, nil, kit.Inset(10, 10, 16, 16, kit.Row(8, finish)))
	v.done.Hide()
	v.ring = kit.NewFill("")
	v.ring.Border, v.ring.Width = theme.FocusRing, 2
	v.ring.Hide()
	v.all = container.NewStack(
		container.NewBorder(nil, container.NewStack(v.foot, v.done), nil, nil, container.NewThemeOverride(v.scroll, theme.Flat())), v.ring)
	v.ExtendBaseWidget(v)
	return v
}

// Close ends the view's work.
func (v *View) Close() {
	for _, q := range v.quotes {
		q.Close()
	}
}

// SetPalette changes the colours of the quotations.
func (v *View) SetPalette(p reportview.Palette) {
	for _, q := range v.quotes {
		q.SetPalette(p)
	}
}

// CreateRenderer makes the view's objects.
func (v *View) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(v.all) }

// Focus is what takes the focus when one comes to the inspector: the first
// field where they are open.
func (v *View) Focus() fyne.Focusable {
	if v.form != nil {
		return v.form.first
	}
	return v
}

// FocusGained draws a ring around the inspector.
func (v *View) FocusGained() { v.ring.Show() }

// FocusLost takes it away.
func (v *View) FocusLost() { v.ring.Hide() }

// TypedRune does nothing.
func (v *View) TypedRune(rune) {}

// TypedKey scrolls; other keys are passed on.
func (v *View) TypedKey(e *fyne.KeyEvent) {
	const line = 40
	page := v.scroll.Size().Height * 0.9
	switch e.Name {
	case fyne.KeyDown:
		v.scrollBy(line)
	case fyne.KeyUp:
		v.scrollBy(-line)
	case fyne.KeyPageDown:
		v.scrollBy(page)
	case fyne.KeyPageUp:
		v.scrollBy(-page)
	default:
		if v.OnKey != nil {
			v.OnKey(e)
		}
	}
}

func (v *View) scrollBy(dy float32) {
	limit := max(v.scroll.Content.MinSize().Height-v.scroll.Size().Height, 0)
	v.scroll.ScrollToOffset(fyne.NewPos(0, min(max(v.scroll.Offset.Y+dy, 0), limit)))
}

// MinSize lets the window shrink the inspector.
func (v *View) MinSize() fyne.Size { return fyne.NewSize(220, 100) }

// narrowRow is a row of buttons that give way, each by as much, where all of
// them do not fit.
type narrowRow struct{ gap float32 }

func (l narrowRow) wanted(objs []fyne.CanvasObject) (s fyne.Size) {
	for _, o := range objs {
		m := o.MinSize()
		s = fyne.NewSize(s.Width+m.Width+l.gap, max(s.Height, m.Height))
	}
	return s.SubtractWidthHeight(l.gap, 0)
}

func (l narrowRow) MinSize(objs []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(100, l.wanted(objs).Height)
}

func (l narrowRow) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	over := max(l.wanted(objs).Width-size.Width, 0) / float32(max(len(objs), 1))
	x := float32(0)
	for _, o := range objs {
		m := o.MinSize()
		o.Move(fyne.NewPos(x, (size.Height-m.Height)/2))
		o.Resize(fyne.NewSize(m.Width-over, m.Height))
		x += m.Width - over + l.gap
	}
}

func caption(s string) fyne.CanvasObject {
	return kit.Inset(13, 4, 0, 0, kit.NewLabel(s, theme.SizeMeta, true, theme.Muted))
}

func note(s string) fyne.CanvasObject { return noteSpaced(s) }

// noteSpaced is a wrapped remark with a little room above it.
func noteSpaced(s string) fyne.CanvasObject {
	l := kit.Wrapped(kit.Meta(s))
	return kit.Column(kit.Space(0, 4), l)
}

// Edit opens the fields of the event that is shown.
func (v *View) Edit() {
	if v.fields.ID == "" {
		return
	}
	if v.form == nil {
		v.form = newForm(&v.Editor, v.fields)
		v.show([]fyne.CanvasObject{v.form.object}, true)
		if v.OnEditing != nil {
			v.OnEditing(true)
		}
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(v); c != nil {
		c.Focus(v.form.first)
	}
}

// Editing reports whether the fields are open.
func (v *View) Editing() bool { return v.form != nil }

// Choose takes the i-th of the places that are offered on the map.
func (v *View) Choose(i int) {
	if v.form != nil {
		v.form.search.choose(i)
	}
}

// Done closes the fields; what is in them holds.
func (v *View) Done() {
	if v.form == nil {
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(v); c != nil {
		c.Unfocus() // what is being typed holds
	}
	v.form.search.close()
	v.form = nil
	if v.OnEditing != nil {
		v.OnEditing(false)
	}
	v.read()
}

// SetEvent shows an event of a side's colour, with its fields where they are
// open.
func (v *View) SetEvent(e Event, f Fields, hue scene.Hue) {
	other := f.ID != v.fields.ID
	v.event, v.fields, v.hue = e, f, hue
	switch {
	case v.form == nil:
		v.read()
	case other:
		v.form.search.close()
		v.form = newForm(&v.Editor, f)
		v.show([]fyne.CanvasObject{v.form.object}, true)
	default:
		v.form.update(f)
	}
}

// read shows the event to be read.
func (v *View) read() {
	e, hue := v.event, v.hue
	var objs []fyne.CanvasObject
	add := func(os ...fyne.CanvasObject) { objs = append(objs, os...) }
	title := kit.Wrapped(kit.NewLabel(e.Title, theme.SizeHeading, true, theme.Ink))
	sum := kit.Wrapped(kit.NewLabel(e.Summary, theme.SizeBody, false, theme.Muted))
	add(title, kit.Space(0, 3), sum)

	add(caption(words.T("When")))
	stated := ""
	if e.Stated != "" {
		stated = "“" + e.Stated + "”"
	}
	add(kit.NewField(e.When, stated))
	if e.WhenWhy != "" {
		add(note(e.WhenWhy))
	}

	add(caption(words.T("Where")))
	for i, p := range e.Places {
		if i > 0 {
			add(kit.Space(0, 8))
		}
		add(kit.NewField(p.Name, p.Count))
		if p.Why != "" {
			add(note(p.Why))
		}
	}
	if len(e.Places) == 0 {
		add(kit.NewField(words.T("Not placed"), ""), note(e.NoPlace))
	}

	if len(e.Quotes) > 0 {
		add(caption(words.T("From the report")))
		for i, q := range e.Quotes[:min(len(e.Quotes), maxQuotes)] {
			if i > 0 {
				add(kit.Space(0, 8))
			}
			v.quotes[i].SetQuote(q.Text, q.Words, hue)
			add(v.quotes[i])
		}
	}
	if len(e.Figures) > 0 {
		add(caption(words.T("Figures")))
		for _, f := range e.Figures {
			add(kit.Wrapped(kit.Body(f)))
		}
	}
	if len(e.Claims) > 0 {
		add(caption(words.T("Accounts")))
		for i, c := range e.Claims {
			if i > 0 {
				add(kit.Space(0, 5))
			}
			add(accountLine(c))
		}
	}
	if e.Moves != "" {
		add(caption(words.T("Movement")), kit.NewField(e.Moves, ""))
	}
	if e.Note != "" {
		add(caption(words.T("Notes")), kit.Wrapped(kit.Body(e.Note)))
	}
	if len(e.Media) > 0 {
		add(caption(words.T("Pictures and recordings")))
		for _, x := range e.Media {
			add(kit.Wrapped(kit.Body(x)))
		}
	}
	if len(e.After) > 0 {
		add(caption(words.T("After")))
		for _, a := range e.After {
			add(kit.Body(a))
		}
	}
	v.show(objs, true)
}

// accountLine is a line with who says it and how they stand to it.
func accountLine(c Claim) fyne.CanvasObject {
	ground := kit.NewFill(theme.Paper)
	ground.Border, ground.Radius = theme.Border, 4
	grade := kit.NewLabel(c.Grade, theme.SizeAxis, true, theme.Ink)
	pill := container.NewStack(ground, kit.Inset(1, 1, 6, 6, grade))
	stance := kit.NewLabel(c.Stance, theme.SizeBody, false, theme.Muted)
	if c.Grade == "" {
		return container.NewBorder(nil, nil, nil, stance, kit.Body(c.By))
	}
	return container.NewBorder(nil, nil, kit.Row(8, pill, kit.Space(0, 0)), stance, kit.Body(c.By))
}

// SetOverview shows what there is to say while no event is selected.
func (v *View) SetOverview(title string, lines []string, listTitle string, list []string) {
	v.fields = Fields{}
	if v.form != nil {
		v.form.search.close()
		v.form = nil
		if v.OnEditing != nil {
			v.OnEditing(false)
		}
	}
	var objs []fyne.CanvasObject
	if title != "" {
		objs = append(objs, kit.Wrapped(kit.NewLabel(title, theme.SizeHeading, true, theme.Ink)), kit.Space(0, 6))
	}
	for _, s := range lines {
		objs = append(objs, kit.Wrapped(kit.NewLabel(s, theme.SizeBody, false, theme.Muted)), kit.Space(0, 6))
	}
	if len(list) > 0 {
		objs = append(objs, caption(listTitle))
		for _, s := range list {
			objs = append(objs, kit.Wrapped(kit.Body(s)), kit.Space(0, 4))
		}
	}
	v.show(objs, false)
}

func (v *View) show(objs []fyne.CanvasObject, actions bool) {
	v.body.Objects = objs
	show := func(o *fyne.Container, on bool) {
		if on != o.Visible() {
			o.Hidden = !on
			v.all.Refresh()
		}
	}
	show(v.foot, actions && v.form == nil)
	show(v.done, actions && v.form != nil)
	v.body.Refresh()
	v.scroll.ScrollToTop()
	v.scroll.Refresh()
}
