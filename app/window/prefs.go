package window

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"dateline/app/command"
	"dateline/app/dirs"
	"dateline/app/kit"
	"dateline/app/state"
	"dateline/app/theme"
	"dateline/app/words"
)

// prefs are the preferences that are kept between sessions, with what holds
// where nothing was chosen.
type prefs struct{ p keeper }

// keeper keeps what was chosen, by name; *state.Settings and Fyne's own
// preferences do.
type keeper interface {
	String(key string) string
	StringWithFallback(key, fallback string) string
	Float(key string) float64
	Bool(key string) bool
	SetString(key, value string)
	SetFloat(key string, value float64)
	SetBool(key string, value bool)
}

// openSettings opens the settings of this copy of the program. They can be used
// even with an error, if only until the window is closed.
func openSettings() (*state.Settings, error) {
	d, err := dirs.Here()
	if err != nil {
		return state.MemorySettings(), err
	}
	return state.OpenSettings(d.Config)
}

// The keys of the preferences.
const (
	prefTheme    = "theme"  // "light", "dark", "contrast"
	prefMotion   = "motion" // "full", "reduced"
	prefWheel    = "wheel"  // over the timeline: "zooms", "moves"
	prefLanes    = "lanes"  // "side", "kind", "source"
	prefKeys     = "keys"   // command.Bindings
	prefToured   = "toured" // the tour was seen or left
	prefLeft     = "left"   // widths of the panes, 0 for the usual
	prefReading  = "reading"
	prefRight    = "right"
	prefTime     = "time"
	prefLanguage = "language" // of the words: "fr"; "": the system's
	prefFolder   = "folder"   // that a file was chosen in last
)

func (p prefs) theme() theme.Mode {
	for _, m := range theme.Modes {
		if m.String() == p.p.StringWithFallback(prefTheme, "light") {
			return m
		}
	}
	return theme.Light
}

func (p prefs) reduced() bool { return p.p.StringWithFallback(prefMotion, "full") == "reduced" }
func (p prefs) wheelMoves() bool {
	return p.p.StringWithFallback(prefWheel, "zooms") == "moves"
}
func (p prefs) lanes() string { return p.p.StringWithFallback(prefLanes, "side") }

func (p prefs) bindings() command.Bindings {
	b, err := command.ParseBindings(p.p.String(prefKeys))
	if err != nil {
		return b // what is understood of them
	}
	return b
}

func (p prefs) sizes() sizes {
	f := func(key string) float32 { return float32(p.p.Float(key)) }
	return sizes{left: f(prefLeft), reading: f(prefReading), right: f(prefRight), time: f(prefTime)}
}

// keepSizes keeps how the window is divided.
func (w *Window) keepSizes() {
	z := w.sizes
	for key, v := range map[string]float32{prefLeft: z.left, prefReading: z.reading, prefRight: z.right, prefTime: z.time} {
		w.prefs.p.SetFloat(key, float64(v))
	}
}

// SetTheme changes the colours of the window, and keeps the choice.
func (w *Window) SetTheme(name string) {
	for _, m := range theme.Modes {
		if m.String() == name {
			w.SetMode(m)
			w.prefs.p.SetString(prefTheme, name)
		}
	}
}

// Theme is the name of the window's colours.
func (w *Window) Theme() string { return w.Mode().String() }

// SetLanes says what the timeline's lanes are, and keeps the choice.
func (w *Window) SetLanes(by string) {
	w.prefs.p.SetString(prefLanes, by)
	w.showBrief()
	w.updateMenu()
}

// Lanes is what the timeline's lanes are.
func (w *Window) Lanes() string { return w.prefs.lanes() }

// AskPrefs asks for the preferences; what is chosen holds at once.
func (w *Window) AskPrefs() {
	if w.modal() {
		return
	}
	index := func(on bool) int {
		if on {
			return 1
		}
		return 0
	}
	mode := kit.NewOptions([]string{words.T("Light"), words.T("Dark"), words.T("High contrast")}, int(w.Mode()), func(i int) { w.SetTheme(theme.Modes[i].String()) })
	motion := kit.NewOptions([]string{words.T("Full"), words.T("Reduced")}, index(w.prefs.reduced()), func(i int) {
		w.prefs.p.SetString(prefMotion, [2]string{"full", "reduced"}[i])
		w.applyPrefs()
	})
	wheel := kit.NewOptions([]string{words.T("Zooms"), words.T("Moves")}, index(w.prefs.wheelMoves()), func(i int) {
		w.prefs.p.SetString(prefWheel, [2]string{"zooms", "moves"}[i])
		w.applyPrefs()
	})
	names := [...]string{"side", "kind", "source"}
	at := 0
	for i, n := range names {
		if n == w.Lanes() {
			at = i
		}
	}
	lanes := kit.NewOptions([]string{words.T("Side"), words.T("Kind"), words.T("Source")}, at, func(i int) { w.SetLanes(names[i]) })
	languages, spoken := []string{words.T("The system’s")}, 0
	for i, l := range words.Languages() {
		languages = append(languages, l.Name)
		if l.Code == w.prefs.p.String(prefLanguage) {
			spoken = i + 1
		}
	}
	said := kit.Wrapped(kit.Meta(""))
	language := kit.NewOptions(languages, spoken, func(i int) {
		code := ""
		if i > 0 {
			code = words.Languages()[i-1].Code
		}
		w.prefs.p.SetString(prefLanguage, code)
		said.SetText(words.T("Another language is spoken when Dateline starts again."))
	})
	keys := kit.NewButton(words.T("Keys…"), kit.Outlined, func() { w.dismiss(); w.ShowKeys() })
	usual := kit.NewButton(words.T("Usual sizes of the panes"), kit.Outlined, func() {
		w.sizes = sizes{hidden: w.sizes.hidden}
		w.relayout()
		w.keepSizes()
	})
	note := kit.Wrapped(kit.Meta(words.T("The size of letters follows the system: set its scale there, or FYNE_SCALE for this program alone.")))
	body := kit.Column(
		caption(words.T("Colours of the window")), mode.Object,
		caption(words.T("Motion")), motion.Object,
		caption(words.T("The wheel over the timeline")), wheel.Object,
		caption(words.T("Lanes of the timeline by")), lanes.Object,
		caption(words.T("Language")), language.Object, said,
		kit.Space(0, 16), container.NewHBox(keys, usual), kit.Space(0, 12), note,
	)
	w.askWith(words.T("Preferences"), body, fyne.NewSize(480, 520), nil, kit.NewButton(words.T("Close"), kit.Primary, w.dismiss))
}

// applyPrefs makes the preferences hold.
func (w *Window) applyPrefs() {
	w.time.WheelMoves = w.prefs.wheelMoves()
	w.session.SetReducedMotion(w.prefs.reduced())
}

// ShowKeys shows the sheet of keys, made from the table of commands. A click
// on a key gives the command another one.
func (w *Window) ShowKeys() {
	if w.modal() {
		return
	}
	left, right := kit.Column(), kit.Column()
	for i, g := range command.Groups {
		col := left
		if i%2 == 1 {
			col = right
		}
		col.Add(kit.NewLabel(words.T(string(g)), theme.SizeBody, true, theme.Ink))
		col.Add(kit.Space(0, 4))
		for _, c := range w.commands.In(g) {
			if len(c.Keys) == 0 && c.Sub != "" {
				continue
			}
			var names []string
			for _, k := range c.Keys {
				names = append(names, k.String())
			}
			text := strings.Join(names, "  ")
			if text == "" {
				text = "–"
			}
			key := kit.NewButton(text, kit.Plain, func() { w.askKey(c) })
			key.Small, key.OnKey = true, w.typed
			col.Add(container.NewBorder(nil, nil, kit.Sized(190, 26, container.NewHBox(key)), nil, kit.Middle(kit.Body(c.Title))))
		}
		col.Add(kit.Space(0, 14))
	}
	cols := container.NewGridWithColumns(2, left, right)
	usual := kit.NewButton(words.T("All as usual"), kit.Outlined, func() {
		w.dismiss()
		w.setBindings(command.Bindings{})
		w.ShowKeys()
	})
	hint := kit.Meta(words.T("Click a key to give the command another one."))
	body := container.NewBorder(nil, kit.Inset(8, 0, 0, 0, hint), nil, nil, container.NewVScroll(cols))
	w.askWith(words.T("Keys"), body, fyne.NewSize(960, 700), nil, usual, kit.NewButton(words.T("Close"), kit.Primary, w.dismiss))
}

func (w *Window) setBindings(b command.Bindings) {
	w.prefs.p.SetString(prefKeys, b.String())
	w.bind(b)
}

// askKey waits for the keys that a command is to have.
func (w *Window) askKey(c command.Command) {
	w.dismiss()
	said := kit.Wrapped(kit.Body(words.F("Press the keys for “%s”, alone or with Ctrl, Alt or Shift.", c.Title)))
	again := func() { w.dismiss(); w.ShowKeys() }
	var catch *kit.Catcher
	catch = kit.NewCatcher(func(name string, mod fyne.KeyModifier) {
		k := command.Key{Name: name}
		for m, to := range map[fyne.KeyModifier]command.Mod{
			fyne.KeyModifierShortcutDefault: command.Ctrl, fyne.KeyModifierShift: command.Shift, fyne.KeyModifierAlt: command.Alt,
		} {
			if mod&m != 0 {
				k.Mod |= to
			}
		}
		if k == (command.Key{Name: "Escape"}) {
			again()
			return
		}
		b := w.prefs.bindings()
		note := ""
		if id := w.commands.Holder(k); id != "" && id != c.ID {
			other, _ := w.commands.ByID(id)
			note = " " + words.F("It is taken from “%s”.", other.Title)
			if keys, ok := b[id]; ok {
				b[id] = without(keys, k)
			}
		}
		b[c.ID] = []command.Key{k}
		w.setBindings(b)
		said.SetText(words.F("“%s” is now %s.", c.Title, k.String()) + note)
		catch.Refresh()
	})
	none := kit.NewButton(words.T("No key"), kit.Outlined, func() {
		b := w.prefs.bindings()
		b[c.ID] = nil
		w.setBindings(b)
		again()
	})
	usual := kit.NewButton(words.T("As usual"), kit.Outlined, func() {
		b := w.prefs.bindings()
		delete(b, c.ID)
		w.setBindings(b)
		again()
	})
	w.askWith(words.F("Keys for “%s”", c.Title), container.NewStack(catch, said), fyne.NewSize(520, 190), nil, none, usual,
		kit.NewButton(words.T("Done"), kit.Primary, again))
	w.win.Canvas().Focus(catch)
}

func without(keys []command.Key, k command.Key) []command.Key {
	var out []command.Key
	for _, o := range keys {
		if o != k {
			out = append(out, o)
		}
	}
	return out
}
