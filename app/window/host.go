package window

import (
	"cmp"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/paulmach/orb"

	"fyne.io/fyne/v2"

	"dateline/app/brief"
	"dateline/app/command"
	"dateline/app/exportdlg"
	"dateline/app/file"
	"dateline/app/filedlg"
	"dateline/app/kit"
	"dateline/app/theme"
	"dateline/app/words"
	"dateline/app/work"
	"dateline/geo/paint"
	"dateline/timeline"
	"dateline/timeline/edtf"
)

var _ command.Host = (*Window)(nil)

// Fit shows all events on the map and the timeline.
func (w *Window) Fit() {
	w.world.FitWith(func(size orb.Point) (center orb.Point, scale float64) {
		v, err := w.engine.Fit(w.session.Content(), size)
		if err != nil {
			w.fail(err)
			v = w.world.Map()
		}
		return v.Center, v.Scale
	})
	w.time.Fit()
}

// ZoomTo frames the selected event.
func (w *Window) ZoomTo() {
	e, ok := w.session.SelectedEvent()
	if !ok {
		return
	}
	if b, ok := boundOf(e); ok {
		w.world.Fit(b.Pad(0.4))
	}
}

// Zoom zooms the pane with the focus: the timeline if it has it, else the map.
func (w *Window) Zoom(factor float64) {
	if w.win.Canvas().Focused() == fyne.Focusable(w.time) {
		w.time.Zoom(factor)
		return
	}
	w.world.Zoom(factor)
}

// FocusNext moves the focus by panes: the map, the list, the report or the
// steps, the inspector, the timeline, and none. A pane that is hidden is left
// out.
func (w *Window) FocusNext(panes int) {
	ring := []fyne.Focusable{nil, w.world}
	if !w.sizes.hidden[leftPart] {
		switch {
		case w.left.reading:
			ring = append(ring, w.report)
		case w.left.briefing:
			ring = append(ring, w.left.steps.list)
		default:
			ring = append(ring, w.list)
		}
	}
	if !w.sizes.hidden[rightPart] {
		ring = append(ring, w.inspector.Focus())
	}
	if !w.sizes.hidden[timePart] {
		ring = append(ring, w.time)
	}
	at := 0
	for i, f := range ring {
		if f != nil && f == w.win.Canvas().Focused() {
			at = i
		}
	}
	at = ((at+panes)%len(ring) + len(ring)) % len(ring)
	if ring[at] == nil {
		w.win.Canvas().Unfocus()
		return
	}
	w.win.Canvas().Focus(ring[at])
}

// ToggleFullScreen fills the screen, or no longer.
func (w *Window) ToggleFullScreen() { w.win.SetFullScreen(!w.win.FullScreen()) }

// AskOpen asks for a report or a brief.
func (w *Window) AskOpen() { w.askOpen(w.open) }

// AskAdd asks for a report to add to the brief.
func (w *Window) AskAdd() { w.askOpen(func(path string) { w.session.AddFiles([]string{path}) }) }

func (w *Window) askOpen(then func(path string)) {
	w.askRead(words.T("Open"), []string{".txt", ".text", ".md", ".html", ".htm", ".xhtml", brief.Ext}, then)
}

// askRead asks for a file with one of the endings, to read.
func (w *Window) askRead(title string, endings []string, then func(path string)) {
	if w.modal() {
		return
	}
	ok := kit.NewButton(words.T("Open"), kit.Primary, nil)
	f := filedlg.NewForm(w.folder(), "", false, endings, func(path string) {
		w.dismiss()
		w.prefs.p.SetString(prefFolder, filepath.Dir(path))
		w.banner.err = nil
		then(path)
	}, w.dismiss)
	w.showForm(title, f, ok)
}

// folder is the one that a file was chosen in last, else the person's own.
func (w *Window) folder() string {
	last := w.prefs.p.String(prefFolder)
	if info, err := os.Stat(last); last != "" && err == nil && info.IsDir() {
		return last
	}
	if home, err := os.UserHomeDir(); err == nil {
		return home
	}
	return string(filepath.Separator)
}

func (w *Window) showForm(title string, f *filedlg.Form, ok *kit.Button) {
	ok.OnTap, f.OnReady = f.Go, ok.SetEnabled
	ok.Disable()
	w.ask(title, f.Object, fyne.NewSize(860, 600), nil, ok)
	f.Ready()
	w.win.Canvas().Focus(f.First)
}

// open opens a file. A report is added to the brief that is open, or begins
// one of its own: as the person wishes.
func (w *Window) open(path string) {
	w.banner.err = nil
	replace := func() { w.unlessUnsaved(func() { w.session.OpenFile(path) }) }
	if brief.IsFile(path) {
		replace()
		return
	}
	w.addOr("“"+filepath.Base(path)+"”", func() { w.session.AddFiles([]string{path}) }, replace)
}

// addOr asks whether something is added to the brief that is open or begins
// another one.
func (w *Window) addOr(what string, add, replace func()) {
	if w.session.Empty() {
		replace()
		return
	}
	text := kit.Wrapped(kit.Body(words.F("Add %s to “%s”, or begin a new brief with it?", what, w.session.Brief().Title)))
	w.ask(words.T("Open a report"), text, fyne.NewSize(500, 160), nil,
		kit.NewButton(words.T("New brief"), kit.Outlined, func() { w.dismiss(); replace() }),
		kit.NewButton(words.T("Add to this brief"), kit.Primary, func() { w.dismiss(); add() }))
}

// dropped opens the files that were dropped on the window.
func (w *Window) dropped(_ fyne.Position, uris []fyne.URI) {
	var paths []string
	for _, u := range uris {
		if u.Scheme() == "file" {
			paths = append(paths, filepath.FromSlash(u.Path()))
		}
	}
	w.receive(paths)
}

// receive opens files that were dropped on the window or sent by the system.
func (w *Window) receive(paths []string) {
	switch {
	case len(paths) == 0:
	case len(paths) == 1 || w.session.Empty():
		if w.session.Empty() {
			w.session.OpenFiles(paths)
			return
		}
		w.open(paths[0])
	default:
		w.addOr(words.N(len(paths), "%d files"), func() { w.session.AddFiles(paths) },
			func() { w.unlessUnsaved(func() { w.session.OpenFiles(paths) }) })
	}
}

// AskPaste asks for a text.
func (w *Window) AskPaste() {
	if w.modal() {
		return
	}
	e := kit.NewEntry(true)
	e.OnEscape = w.dismiss
	e.SetPlaceHolder(words.T("Paste the report here, with its heading and date."))
	replace := kit.NewButton(words.T("Read it"), kit.Primary, func() {
		w.dismiss()
		w.unlessUnsaved(func() { w.session.Paste(e.Text) })
	})
	buttons := []fyne.CanvasObject{replace}
	add := kit.NewButton(words.T("Add to this brief"), kit.Primary, func() {
		w.dismiss()
		w.session.AddText(e.Text)
	})
	if !w.session.Empty() {
		replace.Look, replace.Text = kit.Outlined, words.T("New brief")
		buttons = append(buttons, add)
	}
	enable := func(s string) {
		some := strings.TrimSpace(s) != ""
		replace.SetEnabled(some)
		add.SetEnabled(some)
	}
	enable("")
	e.OnChanged = enable
	w.ask(words.T("Paste report"), e, fyne.NewSize(720, 520), nil, buttons...)
	w.win.Canvas().Focus(e)
}

// AskSaveAs asks for a file and saves the brief in it.
func (w *Window) AskSaveAs() {
	if !w.modal() {
		w.saveAs(func() {})
	}
}

func (w *Window) saveAs(then func()) {
	w.askFile("saving", brief.Ext, func(path string) { w.saveIn(path, then) })
}

// saveIn saves the brief in a file.
func (w *Window) saveIn(path string, then func()) {
	w.session.SaveAs(path, func(err error) {
		if err != nil {
			w.fail(err)
			return
		}
		then()
	})
}

// askFile asks for a file to write, and gives it to then, which writes it.
// Until then it is not touched.
func (w *Window) askFile(doing, ext string, then func(path string)) {
	ok := kit.NewButton(words.T("Save"), kit.Primary, nil)
	f := filedlg.NewForm(w.folder(), fileName(w.session.Brief().Title)+ext, true, []string{ext}, func(path string) {
		w.dismiss()
		w.prefs.p.SetString(prefFolder, filepath.Dir(path))
		w.chosen(path, ext, then)
	}, w.dismiss)
	title := words.T("Save the brief")
	if doing != "saving" {
		title = words.F("Export as %s", strings.ToUpper(strings.TrimPrefix(ext, ".")))
	}
	w.showForm(title, f, ok)
}

// chosen goes on with the file that was chosen, with the extension that it
// must have. Before another file is replaced it is asked.
func (w *Window) chosen(path, ext string, then func(path string)) {
	if !strings.EqualFold(filepath.Ext(path), ext) {
		path += ext
	}
	if _, err := os.Lstat(path); err != nil || path == w.session.Path() {
		then(path)
		return
	}
	text := kit.Wrapped(kit.Body(words.F("There is a file “%s” already.", filepath.Base(path))))
	w.ask(words.T("Replace it?"), text, fyne.NewSize(430, 150), nil,
		kit.NewButton(words.T("Replace"), kit.Primary, func() { w.dismiss(); then(path) }))
}

// fileName makes a name for a file from a title.
func fileName(title string) string {
	s := strings.Map(func(r rune) rune {
		switch {
		case r < ' ', strings.ContainsRune(`/\:*?"<>|`, r):
			return '-'
		}
		return r
	}, strings.TrimSpace(title))
	s = strings.Trim(s, " .-")
	if r := []rune(s); len(r) > 60 {
		s = strings.TrimSpace(string(r[:60]))
	}
	if s == "" {
		return "brief"
	}
	return s
}

// AskExport asks how and where, and writes a picture.
func (w *Window) AskExport() {
	if w.session.Empty() || w.modal() {
		return
	}
	f := exportdlg.NewForm()
	f.Other.OnEscape, f.Banner.OnEscape = w.dismiss, w.dismiss
	ok := kit.NewButton(words.T("Choose a file…"), kit.Primary, func() {
		if c, err := f.Choice(); err == nil {
			w.dismiss()
			w.exportTo(c)
		}
	})
	f.OnChange = ok.SetEnabled
	w.ask(words.T("Export image"), f.Object, fyne.NewSize(440, 600), nil, ok)
}

func (w *Window) exportTo(c exportdlg.Choice) {
	w.askFile("exporting", cmp.Or(c.Format, paint.PNG).Extension(), func(path string) { w.export(c, path, nil) })
}

// software is what exported files say wrote them.
const software = "Dateline"

// export writes a picture in the background; done, if not nil, is told when it
// is finished.
func (w *Window) export(c exportdlg.Choice, path string, done func(error)) {
	k := w.session.Clock()
	size := orb.Point{float64(c.Width), float64(c.Height)}
	opt := work.ViewOptions{
		Size: size, Style: c.Style, Mode: k.Mode, Now: k.Now, From: k.From, To: k.To, Selected: w.session.Selected(),
	}
	if c.AsSeen {
		v := w.world.Map()
		v.Scale *= min(size[0]/v.Size[0], size[1]/v.Size[1])
		v.Size = size
		opt.View = &v
	}
	content, layer := w.session.Content(), w.online.Layer()
	go func() {
		in, err := w.engine.Input(content, opt)
		if err == nil {
			c.Look.Apply(&in)
			in, _, err = work.WithTiles(context.Background(), in, layer)
		}
		if err == nil {
			err = file.Write(path, func(out io.Writer) error {
				return work.Export(context.Background(), in, cmp.Or(c.Format, paint.PNG), c.DPI, software, out)
			})
		}
		w.do(func() {
			if err != nil {
				w.fail(err)
			}
			if done != nil {
				done(err)
			}
		})
	}()
}

// askDateOnce asks for a report's date when it has none, once.
func (w *Window) askDateOnce() {
	s := w.session
	if _, _, busy := s.Busy(); busy || s.Empty() || !s.NeedsDate() || w.asked == w.opened || w.modal() {
		return
	}
	w.asked = w.opened
	w.AskDate()
}

// AskDate asks when the report was published.
func (w *Window) AskDate() {
	if w.modal() {
		return
	}
	entry := kit.NewEntry(false)
	entry.OnEscape = w.dismiss
	entry.SetPlaceHolder(words.T("14 June 2014"))
	status := kit.Wrapped(kit.NewLabel("", theme.SizeMeta, false, theme.Muted))
	text := kit.Wrapped(kit.NewLabel(words.T("When was the report published? “Friday” and “yesterday” in it are counted from that day. Nothing is ever dated from today."),
		theme.SizeBody, false, theme.Ink))
	var date edtf.Value
	body := kit.Column(text, kit.Space(0, 10), entry, kit.Space(0, 6), status)
	use := kit.NewButton(words.T("Use this date"), kit.Primary, func() {
		w.dismiss()
		w.session.SetPublished(date)
	})
	use.Disable()
	entry.OnChanged = func(s string) {
		v, err := edtf.ParseUser(s)
		switch {
		case strings.TrimSpace(s) == "":
			status.SetText("")
		case err != nil:
			status.SetColor(theme.Alert)
			status.SetText(upperFirst(err.Error()))
		default:
			date = v
			status.SetColor(theme.Muted)
			status.SetText(upperFirst(words.When(timeline.NewWhen(v, "", timeline.Span{}), timeline.LongYearWhen)))
		}
		use.SetEnabled(err == nil && strings.TrimSpace(s) != "")
		body.Refresh()
	}
	entry.OnSubmitted = func(string) { use.Tapped(nil) }
	w.askWith(words.T("Date of the report"), body, fyne.NewSize(460, 250), nil, kit.NewButton(words.T("Leave undated"), kit.Outlined, w.dismiss), use)
	w.win.Canvas().Focus(entry)
}

// modal reports whether a dialog is open.
func (w *Window) modal() bool { return w.win.Canvas().Overlays().Top() != nil }

// ask opens a dialog with Cancel and the buttons.
func (w *Window) ask(title string, body fyne.CanvasObject, size fyne.Size, closed func(), buttons ...fyne.CanvasObject) {
	w.askWith(title, body, size, closed, append([]fyne.CanvasObject{kit.NewButton(words.T("Cancel"), kit.Outlined, w.dismiss)}, buttons...)...)
}

func (w *Window) askWith(title string, body fyne.CanvasObject, size fyne.Size, closed func(), buttons ...fyne.CanvasObject) {
	s := w.win.Canvas().Size()
	size = fyne.NewSize(min(size.Width, s.Width-40), min(size.Height, s.Height-40))
	for _, b := range buttons {
		if b, ok := b.(*kit.Button); ok {
			b.OnKey = w.typed
		}
	}
	w.dialog = kit.NewDialog(w.win.Canvas(), title, body, size, closed, buttons...)
	w.dialog.Show()
}

// dismiss closes the dialog.
func (w *Window) dismiss() {
	if w.dialog != nil {
		d := w.dialog
		w.dialog = nil
		d.Hide()
	}
}

// unlessUnsaved goes on at once if nothing would be lost, else asks first.
func (w *Window) unlessUnsaved(then func()) {
	if !w.session.Unsaved() {
		then()
		return
	}
	if w.modal() {
		w.dismiss()
	}
	text := kit.Wrapped(kit.Body(words.F("“%s” has changes that are not saved.", w.session.Brief().Title)))
	drop := kit.NewButton(words.T("Don’t save"), kit.Outlined, func() { w.dismiss(); then() })
	save := kit.NewButton(words.T("Save"), kit.Primary, func() {
		w.dismiss()
		if w.session.Path() == "" {
			w.saveAs(then)
			return
		}
		w.session.Save(func(err error) {
			if err != nil {
				w.fail(err)
				return
			}
			then()
		})
	})
	w.ask(words.T("Save changes?"), text, fyne.NewSize(430, 150), nil, drop, save)
}

// Quit closes the window, after asking about changes that are not saved.
func (w *Window) Quit() {
	w.unlessUnsaved(func() {
		w.safe.discard()
		w.win.SetCloseIntercept(nil)
		w.win.Close()
	})
}
