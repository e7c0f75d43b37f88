package command

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Bindings are keys that a person chose, by the command's ID; none at all
// takes a command's keys away.
type Bindings map[string][]Key

// Bind gives commands other keys; those not named have their usual ones. A key
// that a person gave to one command is taken from every other.
func (t *Table) Bind(b Bindings) {
	taken := make(map[Key]string)
	for id, keys := range b {
		for _, k := range keys {
			taken[k] = id
		}
	}
	for i := range t.all {
		c := &t.all[i]
		if keys, ok := b[c.ID]; ok {
			c.Keys = slices.Clone(keys)
			continue
		}
		c.Keys = slices.DeleteFunc(slices.Clone(c.usual), func(k Key) bool { return taken[k] != "" })
	}
	t.index()
}

// Usual are the keys that a command has when nobody chose others.
func (t *Table) Usual(id string) []Key {
	if i, ok := t.byID[id]; ok {
		return t.all[i].usual
	}
	return nil
}

// Holder is the command that a key stands for, "" for none.
func (t *Table) Holder(k Key) string {
	if i, ok := t.byKey[k]; ok {
		return t.all[i].ID
	}
	return ""
}

// String writes bindings in one line, as ParseBindings reads them:
// "edit.accept=A,Ctrl+Return;edit.reject=".
func (b Bindings) String() string {
	var parts []string
	for _, id := range slices.Sorted(maps.Keys(b)) {
		var names []string
		for _, k := range b[id] {
			names = append(names, k.code())
		}
		parts = append(parts, id+"="+strings.Join(names, " "))
	}
	return strings.Join(parts, ";")
}

// ParseBindings reads what String writes; what it does not understand is left
// out and told.
func ParseBindings(s string) (Bindings, error) {
	b := make(Bindings)
	var bad []string
	for part := range strings.SplitSeq(s, ";") {
		if part == "" {
			continue
		}
		id, names, ok := strings.Cut(part, "=")
		if !ok || id == "" {
			bad = append(bad, part)
			continue
		}
		b[id] = []Key{}
		for _, n := range strings.Fields(names) {
			if k, ok := parseKey(n); ok {
				b[id] = append(b[id], k)
			} else {
				bad = append(bad, n)
			}
		}
	}
	if len(bad) > 0 {
		return b, fmt.Errorf("keys that are not understood: %s", strings.Join(bad, ", "))
	}
	return b, nil
}

// code is the key with Fyne's names: "Ctrl+Shift+S".
func (k Key) code() string {
	s := ""
	for _, m := range modNames {
		if k.Mod&m.mod != 0 {
			s += m.name + "+"
		}
	}
	return s + k.Name
}

func parseKey(s string) (Key, bool) {
	var k Key
search:
	for {
		for _, m := range modNames {
			if rest, ok := strings.CutPrefix(s, m.name+"+"); ok && rest != "" {
				k.Mod |= m.mod
				s = rest
				continue search
			}
		}
		break
	}
	k.Name = s
	return k, s != "" && (len(s) == 1 || !strings.Contains(s, "+"))
}
