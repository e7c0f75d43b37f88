package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Entry is a field for text. Escape leads out of it, the arrows up and down
// can be taken, and shortcuts that mean nothing in a field go to the window.
type Entry struct {
	widget.Entry
	OnEscape func()
	OnArrow  func(by int) // -1 up, 1 down; nil: they move the cursor
	OnLeave  func()       // the field lost the focus
}

// NewEntry makes a field of one line, or one for a whole text.
func NewEntry(many bool) *Entry {
	e := &Entry{}
	e.ExtendBaseWidget(e)
	e.MultiLine = many
	if many {
		e.Wrapping = fyne.TextWrapWord
	}
	return e
}

// TypedKey leads out on Escape.
func (e *Entry) TypedKey(k *fyne.KeyEvent) {
	switch {
	case k.Name == fyne.KeyEscape && e.OnEscape != nil:
		e.OnEscape()
	case k.Name == fyne.KeyEscape:
		pass(e, k)
	case k.Name == fyne.KeyUp && e.OnArrow != nil:
		e.OnArrow(-1)
	case k.Name == fyne.KeyDown && e.OnArrow != nil:
		e.OnArrow(1)
	default:
		e.Entry.TypedKey(k)
	}
}

// TypedShortcut does what a shortcut means in a field, and passes others on.
func (e *Entry) TypedShortcut(s fyne.Shortcut) {
	switch s.(type) {
	case *fyne.ShortcutUndo, *fyne.ShortcutRedo, *fyne.ShortcutCopy, *fyne.ShortcutCut, *fyne.ShortcutPaste, *fyne.ShortcutSelectAll:
		e.Entry.TypedShortcut(s)
		return
	}
	e.Entry.TypedShortcut(s) // words and lines are moved over by Ctrl and arrows
	if c, ok := fyne.CurrentApp().Driver().CanvasForObject(e).(fyne.Shortcutable); ok {
		c.TypedShortcut(s)
	}
}

// FocusLost tells that the field was left.
func (e *Entry) FocusLost() {
	e.Entry.FocusLost()
	if e.OnLeave != nil {
		e.OnLeave()
	}
}
