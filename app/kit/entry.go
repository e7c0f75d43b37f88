package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Entry is a field for text from which Escape leads out.
type Entry struct {
	widget.Entry
	OnEscape func()
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
	if k.Name == fyne.KeyEscape && e.OnEscape != nil {
		e.OnEscape()
		return
	}
	e.Entry.TypedKey(k)
}
