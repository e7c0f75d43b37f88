package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"dateline/app/command"
	"dateline/app/theme"
)

// shortcut is Fyne's shortcut of a key with Ctrl or Alt. Fyne gives some of
// them types of their own.
func shortcut(k command.Key) fyne.Shortcut {
	if k.Mod == command.Ctrl {
		switch k.Name {
		case "Z":
			return &fyne.ShortcutUndo{}
		case "Y":
			return &fyne.ShortcutRedo{}
		}
	}
	var m fyne.KeyModifier
	if k.Mod&command.Ctrl != 0 {
		m |= fyne.KeyModifierShortcutDefault
	}
	if k.Mod&command.Shift != 0 {
		m |= fyne.KeyModifierShift
	}
	if k.Mod&command.Alt != 0 {
		m |= fyne.KeyModifierAlt
	}
	return &desktop.CustomShortcut{KeyName: fyne.KeyName(k.Name), Modifier: m}
}

// keys makes the keys of the commands work: bare ones while no field of text
// has the focus, those with Ctrl or Alt always.
func (w *Window) keys() {
	c := w.win.Canvas()
	c.SetOnTypedKey(w.typed)
	for _, cmd := range w.commands.All() {
		for _, k := range cmd.Keys {
			if k.Mod&(command.Ctrl|command.Alt) != 0 {
				c.AddShortcut(shortcut(k), func(fyne.Shortcut) { w.press(k) })
			}
		}
	}
}

// typed does what a bare key stands for. It is told keys that nothing else has
// a use for.
func (w *Window) typed(e *fyne.KeyEvent) {
	k := command.Key{Name: string(e.Name)}
	if d, ok := w.app.Driver().(desktop.Driver); ok && d.CurrentKeyModifiers()&fyne.KeyModifierShift != 0 {
		k.Mod = command.Shift
	}
	switch e.Name {
	case fyne.KeyEnter:
		k.Name = string(fyne.KeyReturn)
	}
	w.press(k)
}

// press runs a key's command, unless a dialog is open.
func (w *Window) press(k command.Key) {
	if w.modal() {
		if k.Name == "Escape" {
			w.dismiss()
		}
		return
	}
	if !w.commands.Press(k) && k.Mod == command.Shift {
		w.commands.Press(command.Key{Name: k.Name})
	}
}

// menu makes the main menu from the table of commands.
func (w *Window) menu() *fyne.MainMenu {
	w.items = make(map[string]*fyne.MenuItem)
	var menus []*fyne.Menu
	for _, g := range command.Groups {
		m := fyne.NewMenu(string(g))
		for _, c := range w.commands.In(g) {
			it := fyne.NewMenuItem(c.Title, c.Run)
			if len(c.Keys) > 0 {
				it.Shortcut = shortcut(c.Keys[0])
			}
			if c.ID == "file.quit" {
				it.IsQuit = true
			}
			it.Disabled = !c.Enabled()
			w.items[c.ID] = it
			if c.Sub == "" {
				m.Items = append(m.Items, it)
				continue
			}
			last := len(m.Items) - 1
			if last < 0 || m.Items[last].Label != c.Sub {
				sub := fyne.NewMenuItem(c.Sub, nil)
				sub.ChildMenu = fyne.NewMenu(c.Sub)
				m.Items = append(m.Items, sub)
				last++
			}
			m.Items[last].ChildMenu.Items = append(m.Items[last].ChildMenu.Items, it)
		}
		if g == command.View {
			m.Items = append(m.Items, fyne.NewMenuItemSeparator(), fyne.NewMenuItem("Dark window", func() {
				if w.Mode() == theme.Dark {
					w.SetMode(theme.Light)
				} else {
					w.SetMode(theme.Dark)
				}
				w.updateMenu()
			}))
		}
		menus = append(menus, m)
	}
	return fyne.NewMainMenu(menus...)
}

// updateMenu greys out what cannot be done now and checks what is on.
func (w *Window) updateMenu() {
	main := w.win.MainMenu()
	if main == nil {
		return
	}
	changed := false
	set := func(have *bool, want bool) {
		if *have != want {
			*have, changed = want, true
		}
	}
	for i, g := range command.Groups {
		items := main.Items[i].Items
		for _, c := range w.commands.In(g) {
			it := w.items[c.ID]
			set(&it.Disabled, !c.Enabled())
			if c.On != nil && c.ID != "time.play" {
				set(&it.Checked, c.On())
			}
		}
		if g == command.View {
			set(&items[len(items)-1].Checked, w.Mode() == theme.Dark)
		}
	}
	if changed {
		main.Refresh()
	}
}
