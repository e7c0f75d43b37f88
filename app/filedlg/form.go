package filedlg

import (
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"dateline/app/kit"
	"dateline/app/theme"
	"dateline/app/words"
)

// Form is the fields of the dialog: places at the side, the folder, and for a
// file to be written its name.
type Form struct {
	Object fyne.CanvasObject
	// First is what is to have the keys.
	First *kit.Entry
	// OnReady is told whether there is something to go on with.
	OnReady func(bool)

	saving  bool
	endings []string
	dir     string
	entries []Entry
	at      int // of entries, -1 for none
	choose  func(path string)

	path, name *kit.Entry
	list       *fyne.Container
	rows       []*kit.Button
	scroll     *container.Scroll
	problem    *kit.Label
}

// NewForm makes the fields for a folder. name is what the file to be written is
// to be called, "" for one to be opened. choose is told the path when a person
// goes on; escape leads out.
func NewForm(dir, name string, saving bool, endings []string, choose func(path string), escape func()) *Form {
	f := &Form{saving: saving, endings: endings, choose: choose, at: -1}
	f.path, f.name = kit.NewEntry(false), kit.NewEntry(false)
	f.name.SetText(name)
	f.name.SetPlaceHolder(words.T("Name of the file"))
	f.problem = kit.Wrapped(kit.NewLabel("", theme.SizeMeta, false, theme.Alert))
	for _, e := range []*kit.Entry{f.path, f.name} {
		e.OnEscape = escape
		e.OnArrow = f.move
	}
	f.path.OnSubmitted = f.typed
	f.name.OnSubmitted = func(string) { f.Go() }
	f.name.OnChanged = func(string) { f.ready() }
	f.list = kit.Column()
	f.scroll = container.NewVScroll(f.list)
	side := kit.Column()
	for _, p := range Places(dir) {
		b := kit.NewButton(p.Name, kit.Plain, func() { f.show(p.Path) })
		b.Left = true
		side.Add(b)
	}
	up := kit.NewButton("Up", kit.Outlined, func() { f.show(filepath.Dir(f.dir)) })
	up.Small = true
	top := container.NewBorder(nil, nil, nil, kit.Inset(3, 0, 8, 0, up), f.path)
	var foot fyne.CanvasObject = f.problem
	f.First = f.path
	if saving {
		foot = kit.Column(f.name, kit.Space(0, 4), f.problem)
		f.First = f.name
	}
	body := container.NewBorder(kit.Inset(0, 8, 0, 0, top), kit.Inset(8, 0, 0, 0, foot), nil, nil, container.NewThemeOverride(f.scroll, theme.Flat()))
	f.Object = container.NewBorder(nil, nil, kit.Inset(0, 0, 0, 14, kit.Sized(150, 0, side)), nil, body)
	f.show(dir)
	return f
}

// Dir is the folder that is shown.
func (f *Form) Dir() string { return f.dir }

// show lists a folder.
func (f *Form) show(dir string) {
	entries, err := List(dir, f.endings)
	if err != nil {
		f.say(err.Error())
		return
	}
	f.say("")
	f.dir, f.entries, f.at = dir, entries, -1
	f.path.SetText(dir)
	f.list.RemoveAll()
	f.rows = nil
	for i, e := range entries {
		b := kit.NewButton(e.Name, kit.Plain, func() { f.tap(i) })
		b.Small, b.Left = true, true
		if e.Folder {
			b.Text += string(filepath.Separator)
		}
		f.rows = append(f.rows, b)
		side := kit.NewLabel(e.Detail(), theme.SizeMeta, false, theme.Muted)
		f.list.Add(container.NewBorder(nil, nil, nil, kit.Inset(0, 0, 8, 12, container.NewCenter(side)), b))
	}
	if len(entries) == 0 {
		f.list.Add(kit.Inset(8, 8, 9, 0, kit.NewLabel(words.T("Nothing here that can be opened."), theme.SizeMeta, false, theme.Muted)))
	}
	f.list.Refresh()
	f.scroll.ScrollToTop()
	f.ready()
}

func (f *Form) say(s string) {
	f.problem.SetText(s)
	if f.Object != nil {
		f.Object.Refresh()
	}
}

// tap goes into a folder, or takes a file; taken again it goes on.
func (f *Form) tap(i int) {
	if f.entries[i].Folder {
		f.show(filepath.Join(f.dir, f.entries[i].Name))
		return
	}
	again := f.at == i
	f.light(i)
	if f.saving {
		f.name.SetText(f.entries[i].Name)
		return
	}
	if again {
		f.Go()
	}
}

// move goes up or down in the list.
func (f *Form) move(by int) {
	if n := len(f.rows); n > 0 {
		f.light((max(f.at, -1) + by + n) % n)
		top, h := float32(f.at)*26, f.scroll.Size().Height
		if top < f.scroll.Offset.Y || top+26 > f.scroll.Offset.Y+h {
			f.scroll.ScrollToOffset(fyne.NewPos(0, max(top-h/2, 0)))
		}
		if e := f.entries[f.at]; f.saving && !e.Folder {
			f.name.SetText(e.Name)
		}
	}
}

func (f *Form) light(i int) {
	f.at = i
	for k, r := range f.rows {
		if r.Strong != (k == i) {
			r.Strong = k == i
			r.Refresh()
		}
	}
	f.ready()
}

// typed takes the path that was typed: a folder is shown, a file is gone on
// with.
func (f *Form) typed(s string) {
	path := Resolve(f.dir, s)
	info, err := os.Stat(path)
	switch {
	case path == f.dir && f.at >= 0:
		f.Go()
	case err == nil && info.IsDir():
		f.show(path)
	case err != nil && !f.saving:
		f.say(words.F("There is no file %s.", path))
	default:
		f.choose(path)
	}
}

// target is what would be gone on with, "" for nothing.
func (f *Form) target() string {
	if f.saving {
		if f.name.Text == "" {
			return ""
		}
		return Resolve(f.dir, f.name.Text)
	}
	if f.at >= 0 && f.at < len(f.entries) {
		return filepath.Join(f.dir, f.entries[f.at].Name)
	}
	return ""
}

// Ready tells again whether there is something to go on with.
func (f *Form) Ready() { f.ready() }

func (f *Form) ready() {
	if f.OnReady != nil {
		f.OnReady(f.target() != "")
	}
}

// Go goes on with what was chosen; a folder is gone into.
func (f *Form) Go() {
	path := f.target()
	if path == "" {
		return
	}
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		f.show(path)
		return
	}
	f.choose(path)
}
