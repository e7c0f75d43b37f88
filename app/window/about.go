package window

import (
	"cmp"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"dateline/app/identity"
	"dateline/app/kit"
	"dateline/app/theme"
	"dateline/app/words"
	"dateline/data/licences"
)

// AskAbout says which version this is and whose work is in it.
func (w *Window) AskAbout() {
	if w.modal() {
		return
	}
	text, err := licences.Text(false)
	if err != nil {
		w.fail(err)
		return
	}
	lines := strings.Split(strings.TrimSpace(text), "\n")
	list := widget.NewList(
		func() int { return len(lines) },
		func() fyne.CanvasObject { return kit.NewLabel("", theme.SizeMeta, false, theme.Ink) },
		func(i widget.ListItemID, o fyne.CanvasObject) { o.(*kit.Label).SetText(lines[i]) },
	)
	list.HideSeparators = true
	head := kit.Column(
		kit.Body(w.version()),
		kit.Meta(words.T("Reads reports offline. Under the MIT licence, with the work of others in it:")),
		kit.Space(0, 8),
	)
	w.askWith(words.T("About Dateline"), container.NewBorder(head, nil, nil, nil, list), fyne.NewSize(720, 560), nil,
		kit.NewButton(words.T("Close"), kit.Primary, w.dismiss))
}

// version is what a person tells when asking for help.
func (w *Window) version() string {
	commit, date := identity.Commit()
	out := words.F("Version %s", cmp.Or(w.program.Version, words.T("unknown")))
	if commit != "" {
		out += words.F(", commit %s of %s", commit, date)
	}
	return out
}
