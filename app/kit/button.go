package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	base "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"dateline/app/theme"
)

// Look is how a button is drawn.
type Look uint8

// The looks: one primary button an area, outlined ones beside it, plain ones
// for icons and words in a bar.
const (
	Outlined Look = iota
	Primary
	Plain
)

// Button is a push button. A click runs it and leaves the keys where they
// were; with the focus, Space and Enter run it too.
type Button struct {
	widget.BaseWidget
	Text  string
	Key   string // shown after the text: "A"
	Icon  fyne.Resource
	Tip   string // shown while the pointer rests on it
	Look  Look
	Small bool
	On    bool // held down, as one of a choice
	Drop  bool // shows that it opens a list
	Round bool // a chip
	// Strong is a chip in force; Wide a button that shows any shortcut.
	Strong, Wide bool
	// Quiet is a button that looks like a field: its text at the left in the
	// colour of second rank.
	Quiet bool
	Left  bool // the text stands at the left
	OnTap func()
	Tips  *Tips
	OnKey func(*fyne.KeyEvent) // keys that the button has no use for

	disabled, hovered, focused bool
}

var (
	_ fyne.Tappable      = (*Button)(nil)
	_ fyne.Focusable     = (*Button)(nil)
	_ fyne.Disableable   = (*Button)(nil)
	_ desktop.Hoverable  = (*Button)(nil)
	_ desktop.Cursorable = (*Button)(nil)
)

// NewButton makes a button with a text.
func NewButton(text string, look Look, tap func()) *Button {
	b := &Button{Text: text, Look: look, OnTap: tap}
	b.ExtendBaseWidget(b)
	return b
}

// NewIcon makes a plain button with an icon and a tip that says what it does.
func NewIcon(icon fyne.Resource, tip string, tips *Tips, tap func()) *Button {
	b := &Button{Icon: icon, Tip: tip, Tips: tips, Look: Plain, OnTap: tap}
	b.ExtendBaseWidget(b)
	return b
}

// SetText changes the text.
func (b *Button) SetText(s string) {
	if s != b.Text {
		b.Text = s
		b.Refresh()
	}
}

// SetIcon changes the icon and its tip.
func (b *Button) SetIcon(icon fyne.Resource, tip string) {
	if icon != b.Icon || tip != b.Tip {
		b.Icon, b.Tip = icon, tip
		b.Refresh()
	}
}

// SetOn holds the button down or lets it go.
func (b *Button) SetOn(on bool) {
	if on != b.On {
		b.On = on
		b.Refresh()
	}
}

// Enable lets the button be pressed.
func (b *Button) Enable() { b.SetEnabled(true) }

// Disable greys the button out.
func (b *Button) Disable() { b.SetEnabled(false) }

// Disabled reports whether the button is greyed out.
func (b *Button) Disabled() bool { return b.disabled }

// SetEnabled enables or disables the button.
func (b *Button) SetEnabled(on bool) {
	if b.disabled == on {
		b.disabled = !on
		b.Refresh()
	}
}

// Tapped runs the button.
func (b *Button) Tapped(*fyne.PointEvent) {
	if b.Tips != nil {
		b.Tips.Clear()
	}
	if !b.disabled && b.OnTap != nil {
		b.OnTap()
	}
}

// FocusGained draws the ring.
func (b *Button) FocusGained() { b.focused = true; b.Refresh() }

// FocusLost takes the ring away.
func (b *Button) FocusLost() { b.focused = false; b.Refresh() }

// TypedRune does nothing.
func (b *Button) TypedRune(rune) {}

// TypedKey runs the button on Space and Enter.
func (b *Button) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		b.Tapped(nil)
	default:
		if b.OnKey != nil {
			b.OnKey(e)
			return
		}
		pass(b, e)
	}
}

// pass gives a key that a widget has no use for to the window.
func pass(o fyne.CanvasObject, e *fyne.KeyEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil && c.OnTypedKey() != nil {
		c.OnTypedKey()(e)
	}
}

// MouseIn lights the button and soon shows its tip.
func (b *Button) MouseIn(e *desktop.MouseEvent) {
	b.hovered = true
	b.Refresh()
	if b.Tip != "" && b.Tips != nil {
		b.Tips.Say(b.Tip, e.AbsolutePosition.Subtract(e.Position).AddXY(0, b.Size().Height))
	}
}

// MouseMoved does nothing.
func (b *Button) MouseMoved(*desktop.MouseEvent) {}

// MouseOut puts the light out.
func (b *Button) MouseOut() {
	b.hovered = false
	b.Refresh()
	if b.Tips != nil {
		b.Tips.Clear()
	}
}

// Cursor is the pointing hand over a button that can be pressed.
func (b *Button) Cursor() desktop.Cursor {
	if b.disabled {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// CreateRenderer makes the button's objects.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	r := &buttonRenderer{b: b, rect: canvas.NewRectangle(color.Transparent), text: &canvas.Text{}, key: &canvas.Text{}, icon: canvas.NewImageFromResource(nil), ring: canvas.NewRectangle(color.Transparent), drop: canvas.NewImageFromResource(nil)}
	r.icon.FillMode = canvas.ImageFillContain
	r.apply()
	r.Layout(b.Size())
	return r
}

type buttonRenderer struct {
	b          *Button
	rect, ring *canvas.Rectangle
	text, key  *canvas.Text
	icon       *canvas.Image
	drop       *canvas.Image
}

const dropSize float32 = 14

const iconSize float32 = 20

func (r *buttonRenderer) Destroy() {}

func (r *buttonRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.rect, r.icon, r.text, r.key, r.drop, r.ring}
}

func (r *buttonRenderer) pad() (x, h float32) {
	switch {
	case r.b.Text == "":
		return 6, 30
	case r.b.Small:
		return 9, 26
	case r.b.Look == Plain:
		return 8, 28
	}
	return 12, 29
}

func (r *buttonRenderer) width() (text, key float32) {
	text = Measure(r.b.Text, r.text.TextSize, r.text.TextStyle.Bold).Width
	if r.b.Key != "" {
		key = Measure(r.b.Key, r.text.TextSize, r.text.TextStyle.Bold).Width + 7
	}
	return text, key
}

func (r *buttonRenderer) MinSize() fyne.Size {
	x, h := r.pad()
	t, k := r.width()
	w := 2*x + t + k
	if r.b.Drop {
		w += dropSize + 2
	}
	if r.b.Icon != nil {
		w += iconSize
		if r.b.Text != "" {
			w += 6
		}
	}
	return fyne.NewSize(w, h)
}

func (r *buttonRenderer) Layout(s fyne.Size) {
	r.rect.Resize(s)
	r.ring.Move(fyne.NewPos(-2, -2))
	r.ring.Resize(s.AddWidthHeight(4, 4))
	t, k := r.width()
	x := (s.Width - t - k) / 2
	if r.b.Drop {
		pad, _ := r.pad()
		x = pad
		r.drop.Move(fyne.NewPos(s.Width-dropSize-pad+3, (s.Height-dropSize)/2))
		r.drop.Resize(fyne.NewSquareSize(dropSize))
	}
	if r.b.Left {
		x, _ = r.pad()
	}
	if r.b.Quiet {
		x = 12 + (iconSize+6)/2
		defer func() { r.key.Move(fyne.NewPos(s.Width-k-4, r.key.Position().Y)) }()
	}
	if r.b.Icon != nil {
		if r.b.Text == "" {
			x = (s.Width - iconSize) / 2
		} else {
			x -= (iconSize + 6) / 2
		}
		r.icon.Move(fyne.NewPos(x, (s.Height-iconSize)/2))
		r.icon.Resize(fyne.NewSquareSize(iconSize))
		x += iconSize + 6
	}
	h := r.text.MinSize().Height
	r.text.Move(fyne.NewPos(x, (s.Height-h)/2))
	r.text.Resize(fyne.NewSize(t, h))
	h = r.key.MinSize().Height
	r.key.Move(fyne.NewPos(x+t+7, (s.Height-h)/2))
	r.key.Resize(fyne.NewSize(max(k-7, 0), h))
}

// apply puts the button's state into its objects.
func (r *buttonRenderer) apply() {
	b, th := r.b, r.b.Theme()
	col := func(n fyne.ThemeColorName) { r.rect.FillColor = th.Color(n, 0) }
	ink, keyInk := theme.Ink, theme.Muted
	r.rect.CornerRadius, r.rect.StrokeWidth, r.rect.StrokeColor = theme.Radius, 0, color.Transparent
	active := b.hovered && !b.disabled
	switch {
	case b.Look == Primary && !b.disabled || b.On:
		col(base.ColorNamePrimary)
		ink, keyInk = base.ColorNameForegroundOnPrimary, base.ColorNameForegroundOnPrimary
	case b.Look == Plain:
		r.rect.FillColor = color.Transparent
		if active {
			col(theme.Selected)
		}
	default:
		col(theme.Paper)
		if active {
			col(theme.Hovered)
		}
		r.rect.StrokeWidth, r.rect.StrokeColor = 1, th.Color(theme.Border, 0)
	}
	if b.disabled {
		ink, keyInk = theme.Faint, theme.Faint
	}
	size := theme.SizeBody
	bold := b.Look == Primary || b.On
	r.text.Text, r.text.TextSize, r.text.Color, r.text.TextStyle = b.Text, size, th.Color(ink, 0), fyne.TextStyle{Bold: bold}
	r.key.Text, r.key.TextSize, r.key.Color, r.key.TextStyle = b.Key, size, th.Color(keyInk, 0), fyne.TextStyle{Bold: bold}
	r.text.FontSource, r.key.FontSource = theme.Latin(b.Text, bold), theme.Latin(b.Key, bold)
	r.icon.Hidden = b.Icon == nil
	if b.Icon != nil {
		res := base.NewColoredResource(b.Icon, ink)
		if r.icon.Resource == nil || r.icon.Resource.Name() != res.Name() {
			r.icon.Resource = res
		}
	}
	if b.Quiet {
		ink = theme.Muted
		r.text.Color, r.key.Color = th.Color(theme.Muted, 0), th.Color(theme.Muted, 0)
	}
	if b.Strong && !b.disabled {
		col(theme.Selected)
		r.rect.StrokeColor = th.Color(theme.Muted, 0)
	}
	if b.Round {
		r.rect.CornerRadius = 13
	}
	r.drop.Hidden = !b.Drop
	if b.Drop {
		res := base.NewColoredResource(IconDrop, keyInk)
		if r.drop.Resource == nil || r.drop.Resource.Name() != res.Name() {
			r.drop.Resource = res
		}
	}
	r.ring.FillColor, r.ring.StrokeWidth, r.ring.CornerRadius = color.Transparent, 2, theme.Radius+2
	r.ring.StrokeColor = th.Color(theme.FocusRing, 0)
	r.ring.Hidden = !b.focused
}

func (r *buttonRenderer) Refresh() {
	r.apply()
	r.Layout(r.b.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
	canvas.Refresh(r.b)
}
