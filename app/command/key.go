package command

import "strings"

// Key is a key with what is held down beside it. Names are those of Fyne:
// "Left", "Space", "F6", "A". It can be compared with ==.
type Key struct {
	Name string
	Mod  Mod
}

// Mod is what is held down.
type Mod uint8

// The modifiers. Ctrl is Command on a Mac.
const (
	Ctrl Mod = 1 << iota
	Shift
	Alt
)

func key(name string) Key        { return Key{Name: name} }
func ctrl(name string) Key       { return Key{Name: name, Mod: Ctrl} }
func shift(name string) Key      { return Key{Name: name, Mod: Shift} }
func (k Key) with(m Mod) Key     { return Key{Name: k.Name, Mod: k.Mod | m} }
func keys(names ...string) []Key { return list(names, key) }

func list(names []string, f func(string) Key) []Key {
	out := make([]Key, len(names))
	for i, n := range names {
		out[i] = f(n)
	}
	return out
}

// modNames are the modifiers in the order in which they are written.
var modNames = [...]struct {
	mod  Mod
	name string
}{{Ctrl, "Ctrl"}, {Alt, "Alt"}, {Shift, "Shift"}}

// shown are the names of keys where people know them by another one.
var shown = map[string]string{
	"Left": "←", "Right": "→", "Up": "↑", "Down": "↓",
	"Prior": "Page Up", "Next": "Page Down", "Escape": "Esc", "Return": "Enter", "BackSpace": "Backspace",
}

// String is the key as people write it: "Ctrl+Shift+S".
func (k Key) String() string {
	var parts []string
	for _, m := range modNames {
		if k.Mod&m.mod != 0 {
			parts = append(parts, m.name)
		}
	}
	name := k.Name
	if s, ok := shown[name]; ok {
		name = s
	}
	return strings.Join(append(parts, name), "+")
}
