package window

import (
	"runtime"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"dateline/app/command"
	"dateline/app/kit"
	"dateline/app/words"
)

// ShowMenu opens the menu of everything that can be done: a column for each
// group, made from the table of commands.
func (w *Window) ShowMenu() {
	if w.modal() {
		return
	}
	var columns [][]kit.MenuItem
	for _, g := range command.Groups {
		items := []kit.MenuItem{{Text: words.T(string(g)), Heading: true}}
		var subs []string
		for _, c := range w.commands.In(g) {
			switch {
			case c.Sub == "":
				items = append(items, menuItem(c))
			case !slices.Contains(subs, c.Sub):
				subs = append(subs, c.Sub)
			}
		}
		for _, sub := range subs {
			items = append(items, kit.MenuItem{Text: sub, Heading: true})
			for _, c := range w.commands.In(g) {
				if c.Sub == sub {
					items = append(items, menuItem(c))
				}
			}
		}
		columns = append(columns, items)
	}
	// Short ones stand under others: events under files, help under edits.
	columns[0] = append(columns[0], columns[2]...)
	columns[1] = append(columns[1], columns[len(columns)-1]...)
	kit.ShowMenuUnder(w.top.menu, slices.Delete(columns[:len(columns)-1], 2, 3)...)
}

func menuItem(c command.Command) kit.MenuItem {
	return kit.MenuItem{Text: c.Now(), Key: c.Shortcut(), Disabled: !c.Enabled(), Checked: c.On != nil && c.On(), Run: c.Run}
}

// nativeMenu is what systems with a bar of their own for menus show there.
func nativeMenu() bool { return runtime.GOOS == "darwin" }

// shortcut is Fyne's shortcut of a key with Ctrl or Alt. Fyne gives some of
// them types of their own.
func shortcut(k command.Key) fyne.Shortcut {
	if k.Mod == command.Ctrl {
		switch k.Name {
		case "Z":
			return &fyne.ShortcutUndo{}
		case "Y":
			return &fyne.ShortcutRedo{}
		case "A":
			return &fyne.ShortcutSelectAll{}
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

// menu makes the main menu from the table of commands.
func (w *Window) menu() *fyne.MainMenu {
	w.items = make(map[string]*fyne.MenuItem)
	var menus []*fyne.Menu
	for _, g := range command.Groups {
		m := fyne.NewMenu(words.T(string(g)))
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
		menus = append(menus, m)
	}
	return fyne.NewMainMenu(menus...)
}

// updateMenu greys out what cannot be done now and checks what is on, where
// the system shows the menu.
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
	for _, c := range w.commands.All() {
		it := w.items[c.ID]
		set(&it.Disabled, !c.Enabled())
		if c.On != nil && c.ID != "time.play" {
			set(&it.Checked, c.On())
		}
		if now := c.Now(); now != it.Label {
			it.Label, changed = now, true
		}
	}
	if changed {
		main.Refresh()
	}
}
