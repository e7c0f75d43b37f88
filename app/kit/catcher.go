package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"dateline/app/theme"
)

// Catcher is told whatever keys are pressed while it has the focus.
type Catcher struct {
	widget.BaseWidget
	caught func(name string, mod fyne.KeyModifier)
}

var (
	_ fyne.Focusable    = (*Catcher)(nil)
	_ fyne.Shortcutable = (*Catcher)(nil)
	_ fyne.Tabbable     = (*Catcher)(nil)
	_ fyne.CanvasObject = (*Catcher)(nil)
)

// NewCatcher makes a catcher.
func NewCatcher(caught func(name string, mod fyne.KeyModifier)) *Catcher {
	c := &Catcher{caught: caught}
	c.ExtendBaseWidget(c)
	return c
}

// FocusGained does nothing.
func (c *Catcher) FocusGained() {}

// FocusLost does nothing.
func (c *Catcher) FocusLost() {}

// AcceptsTab lets Tab be caught too.
func (c *Catcher) AcceptsTab() bool { return true }

// TypedRune does nothing: the key has told already.
func (c *Catcher) TypedRune(rune) {}

// TypedKey tells a key without Ctrl or Alt.
func (c *Catcher) TypedKey(e *fyne.KeyEvent) {
	var mod fyne.KeyModifier
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		mod = d.CurrentKeyModifiers() & fyne.KeyModifierShift
	}
	c.caught(string(e.Name), mod)
}

// TypedShortcut tells a key with Ctrl or Alt.
func (c *Catcher) TypedShortcut(s fyne.Shortcut) {
	if k, ok := s.(fyne.KeyboardShortcut); ok {
		c.caught(string(k.Key()), k.Mod())
	}
}

// CreateRenderer makes the ring that says that keys are waited for.
func (c *Catcher) CreateRenderer() fyne.WidgetRenderer {
	r := canvas.NewRectangle(nil)
	r.StrokeColor, r.StrokeWidth, r.CornerRadius = c.Theme().Color(theme.FocusRing, 0), 2, theme.Radius
	return widget.NewSimpleRenderer(r)
}
