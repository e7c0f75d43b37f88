package kit

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	base "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"dateline/app/theme"
)

// MenuItem is one line of a menu.
type MenuItem struct {
	Text     string
	Key      string // at the right: its shortcut
	Heading  bool   // cannot be chosen
	Disabled bool
	Checked  bool
	Run      func()
}

// Menu is a list of things to do over the window, in columns. The arrows move
// in it, Enter runs, Escape leads out, letters jump.
type Menu struct {
	widget.BaseWidget
	columns [][]*menuRow
	content *fyne.Container
	pop     *widget.PopUp
	canvas  fyne.Canvas
	at      [2]int // column and row
	back    fyne.Focusable
}

var _ fyne.Focusable = (*Menu)(nil)

// ShowMenu shows a menu with its top left at a place of the canvas, moved as
// far as needed to be seen whole. Lists with more than fits scroll.
func ShowMenu(c fyne.Canvas, at fyne.Position, columns ...[]MenuItem) *Menu {
	m := &Menu{canvas: c, back: c.Focused()}
	m.ExtendBaseWidget(m)
	row := container.NewHBox()
	widths, all := make([]float32, len(columns)), float32(0)
	for i, items := range columns {
		widths[i] = menuWidth(items)
		all += widths[i] + base.Padding()
	}
	if room := c.Size().Width - 32; all > room { // texts are cut
		for i := range widths {
			widths[i] *= room / all
		}
	}
	for i, items := range columns {
		col := Column()
		var rows []*menuRow
		for k, it := range items {
			r := newMenuRow(m, it, [2]int{i, k})
			rows = append(rows, r)
			col.Add(r)
		}
		m.columns = append(m.columns, rows)
		row.Add(Sized(widths[i], 0, col))
	}
	limit := c.Size().Height - 40
	var body fyne.CanvasObject = Inset(4, 4, 2, 2, row)
	if body.MinSize().Height > limit {
		s := container.NewVScroll(body)
		s.SetMinSize(fyne.NewSize(body.MinSize().Width+10, limit))
		body = s
	}
	m.content = container.NewStack(body)
	m.pop = widget.NewPopUp(m, c)
	m.at = [2]int{0, -1}
	m.move(0, 1)
	if len(m.columns) == 1 { // begin at what is on
		for k, r := range m.columns[0] {
			if r.item.Checked {
				m.at = [2]int{0, k}
			}
		}
	}
	size := m.pop.MinSize()
	at.X = max(min(at.X, c.Size().Width-size.Width-8), 4)
	at.Y = max(min(at.Y, c.Size().Height-size.Height-8), 4)
	m.pop.ShowAtPosition(at)
	c.Focus(m)
	m.light()
	return m
}

// ShowMenuUnder shows a menu under an object.
func ShowMenuUnder(o fyne.CanvasObject, columns ...[]MenuItem) *Menu {
	d := fyne.CurrentApp().Driver()
	c := d.CanvasForObject(o)
	if c == nil {
		return nil
	}
	return ShowMenu(c, d.AbsolutePositionForObject(o).AddXY(0, o.Size().Height+2), columns...)
}

func menuWidth(items []MenuItem) float32 {
	w := float32(120)
	for _, it := range items {
		t := Measure(it.Text, theme.SizeBody, it.Heading).Width + 44
		if it.Key != "" {
			t += Measure(it.Key, theme.SizeBody, false).Width + 28
		}
		w = max(w, t)
	}
	return w
}

// Hide takes the menu away and gives the keys back.
func (m *Menu) Hide() {
	if m.pop == nil || !m.pop.Visible() {
		return
	}
	m.pop.Hide()
	if m.back != nil {
		m.canvas.Focus(m.back)
	}
}

func (m *Menu) row() *menuRow {
	if m.at[0] < 0 || m.at[0] >= len(m.columns) {
		return nil
	}
	col := m.columns[m.at[0]]
	if m.at[1] < 0 || m.at[1] >= len(col) {
		return nil
	}
	return col[m.at[1]]
}

// move goes to the next line that can be chosen, in the column or in another.
func (m *Menu) move(columns, rows int) {
	at := m.at
	if columns != 0 {
		at[0] = (at[0] + columns + len(m.columns)) % len(m.columns)
		at[1] = min(at[1], len(m.columns[at[0]])-1)
		rows = 1
		at[1]--
	}
	col := m.columns[at[0]]
	for range col {
		at[1] = (at[1] + rows + len(col)) % len(col)
		if r := col[at[1]]; !r.item.Heading && !r.item.Disabled {
			m.at = at
			break
		}
	}
	m.light()
}

func (m *Menu) light() {
	for _, col := range m.columns {
		for _, r := range col {
			on := m.row() == r
			if r.on != on {
				r.on = on
				r.Refresh()
			}
		}
	}
}

func (m *Menu) run(r *menuRow) {
	if r == nil || r.item.Disabled || r.item.Heading {
		return
	}
	m.Hide()
	if r.item.Run != nil {
		r.item.Run()
	}
}

// FocusGained does nothing: the line that is lit shows where the keys go.
func (m *Menu) FocusGained() {}

// FocusLost does nothing.
func (m *Menu) FocusLost() {}

// TypedRune jumps to the next line that begins with a letter.
func (m *Menu) TypedRune(r rune) {
	col := m.columns[m.at[0]]
	for k := range col {
		i := (m.at[1] + 1 + k) % len(col)
		it := col[i].item
		if !it.Heading && !it.Disabled && strings.HasPrefix(strings.ToLower(it.Text), strings.ToLower(string(r))) {
			m.at[1] = i
			m.light()
			return
		}
	}
}

// TypedKey moves, runs and leaves.
func (m *Menu) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyDown:
		m.move(0, 1)
	case fyne.KeyUp:
		m.move(0, -1)
	case fyne.KeyLeft:
		m.move(-1, 0)
	case fyne.KeyRight:
		m.move(1, 0)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		m.run(m.row())
	case fyne.KeyEscape:
		m.Hide()
	}
}

// CreateRenderer makes the menu's objects.
func (m *Menu) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(m.content) }

// menuRow is one line.
type menuRow struct {
	widget.BaseWidget
	menu *Menu
	item MenuItem
	pos  [2]int
	on   bool
}

var (
	_ fyne.Tappable     = (*menuRow)(nil)
	_ desktop.Hoverable = (*menuRow)(nil)
)

func newMenuRow(m *Menu, it MenuItem, pos [2]int) *menuRow {
	r := &menuRow{menu: m, item: it, pos: pos}
	r.ExtendBaseWidget(r)
	return r
}

// Tapped runs the line.
func (r *menuRow) Tapped(*fyne.PointEvent) { r.menu.run(r) }

// MouseIn goes to the line.
func (r *menuRow) MouseIn(*desktop.MouseEvent) {
	if !r.item.Heading && !r.item.Disabled {
		r.menu.at = r.pos
		r.menu.light()
	}
}

// MouseMoved does nothing.
func (r *menuRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut does nothing: the line stays lit for the keys.
func (r *menuRow) MouseOut() {}

func (r *menuRow) CreateRenderer() fyne.WidgetRenderer {
	o := &menuRowRenderer{r: r, ground: canvas.NewRectangle(color.Transparent), text: NewLabelCut(r.item.Text, theme.SizeBody, r.item.Heading, theme.Ink),
		key: NewLabel(r.item.Key, theme.SizeBody, false, theme.Muted), check: canvas.NewImageFromResource(nil)}
	o.Refresh()
	return o
}

type menuRowRenderer struct {
	r         *menuRow
	ground    *canvas.Rectangle
	text, key *Label
	check     *canvas.Image
}

func (o *menuRowRenderer) Destroy()           {}
func (o *menuRowRenderer) MinSize() fyne.Size { return fyne.NewSize(100, 27) }

func (o *menuRowRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{o.ground, o.check, o.text, o.key}
}

func (o *menuRowRenderer) Layout(s fyne.Size) {
	o.ground.Move(fyne.NewPos(3, 0))
	o.ground.Resize(fyne.NewSize(s.Width-6, s.Height))
	h := o.text.MinSize().Height
	left := float32(26)
	if o.r.item.Heading {
		left = 12
	}
	o.text.Move(fyne.NewPos(left, (s.Height-h)/2))
	w := o.key.MinSize().Width
	o.text.Resize(fyne.NewSize(max(s.Width-left-w-20, 20), h))
	o.key.Move(fyne.NewPos(s.Width-w-12, (s.Height-h)/2))
	o.key.Resize(fyne.NewSize(w, h))
	o.check.Move(fyne.NewPos(8, (s.Height-14)/2))
	o.check.Resize(fyne.NewSquareSize(14))
}

func (o *menuRowRenderer) Refresh() {
	r, th := o.r, o.r.Theme()
	o.ground.FillColor, o.ground.CornerRadius = color.Transparent, 4
	if r.on {
		o.ground.FillColor = th.Color(theme.Selected, 0)
	}
	ink := theme.Ink
	switch {
	case r.item.Disabled:
		ink = theme.Faint
	case r.item.Heading:
		ink = theme.Muted
	}
	o.text.SetColor(ink)
	o.check.Hidden = !r.item.Checked
	if r.item.Checked && o.check.Resource == nil {
		o.check.Resource = base.NewColoredResource(IconCheck, theme.Ink)
	}
	o.ground.Refresh()
	o.check.Refresh()
	o.Layout(r.Size())
}
