package window

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"dateline/app/command"
)

// keys makes the keys of the commands work: bare ones while no field of text
// has the focus, those with Ctrl or Alt always.
func (w *Window) keys() {
	c := w.win.Canvas()
	c.SetOnTypedKey(w.typed)
	for _, s := range w.shortcuts {
		c.RemoveShortcut(s)
	}
	w.shortcuts = nil
	for _, cmd := range w.commands.All() {
		for _, k := range cmd.Keys {
			if k.Mod&(command.Ctrl|command.Alt) != 0 {
				s := shortcut(k)
				w.shortcuts = append(w.shortcuts, s)
				c.AddShortcut(s, func(fyne.Shortcut) { w.press(k) })
			}
		}
	}
}

// typed does what a bare key stands for. It is told keys that nothing else has
// a use for.
func (w *Window) typed(e *fyne.KeyEvent) {
	if w.talk != nil { // the keys of a clicker count wherever they arrive
		w.talk.Typed(e)
		return
	}
	k := command.Key{Name: string(e.Name)}
	if w.held()&fyne.KeyModifierShift != 0 {
		k.Mod = command.Shift
	}
	switch e.Name {
	case fyne.KeyEnter:
		k.Name = string(fyne.KeyReturn)
	}
	w.press(k)
}

// held is what is held down beside the keys and the buttons of the mouse.
func (w *Window) held() fyne.KeyModifier {
	if d, ok := w.app.Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()
	}
	return 0
}

// press runs a key's command, unless a dialog is open.
func (w *Window) press(k command.Key) {
	if w.modal() {
		if k.Name == "Escape" {
			w.dismiss()
		}
		return
	}
	if k.Mod == 0 && (w.world.ToolKey(fyne.KeyName(k.Name)) || k.Name == "Escape" && w.time.GiveUp()) {
		return // it belongs to what is being done on the map or the timeline
	}
	if !w.commands.Press(k) && k.Mod == command.Shift {
		w.commands.Press(command.Key{Name: k.Name})
	}
}

// Bind gives commands the keys that a person chose.
func (w *Window) bind(b command.Bindings) {
	w.commands.Bind(b)
	w.keys()
	if nativeMenu() {
		w.win.SetMainMenu(w.menu())
	}
	w.refreshKeys()
}

// refreshKeys writes the keys on the buttons anew.
func (w *Window) refreshKeys() {
	for id, buttons := range w.buttons {
		c, _ := w.commands.ByID(id)
		for _, b := range buttons {
			key := ""
			if len(c.Keys) > 0 && (c.Keys[0].Mod == 0 || b.Wide) {
				key = c.Shortcut()
			}
			if b.Icon == nil && b.Key != key {
				b.Key = key
				b.Refresh()
			}
		}
	}
}

// doubled reports whether a click comes soon after another on the same thing.
func (w *Window) doubled(what string) bool {
	now := time.Now()
	twice := strings.Compare(what, w.clicked) == 0 && now.Sub(w.clickedAt) < 400*time.Millisecond
	w.clicked, w.clickedAt = what, now
	return twice
}
