package window

import (
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"dateline/app/kit"
	"dateline/app/theme"
	"dateline/app/words"
)

// welcomeScreen is what is seen while no brief is open.
type welcomeScreen struct {
	object  *fyne.Container
	problem *kit.Label
	recent  *fyne.Container // the files that were open last
}

func newWelcome(w *Window) *welcomeScreen {
	center := func(l *kit.Label) *kit.Label {
		l.Align = fyne.TextAlignCenter
		return kit.Wrapped(l)
	}
	title := center(kit.NewLabel(words.T("From a report to a map and a timeline"), 24, true, theme.Ink))
	text := center(kit.NewLabel(words.T("Dateline finds the events in a report with their dates and places, draws them, and steps through them. Nothing leaves this computer."),
		14, false, theme.Muted))
	choices := container.NewCenter(kit.Row(12,
		w.commandButton("file.paste", kit.Primary), w.commandButton("file.open", kit.Outlined), w.commandButton("file.sample", kit.Outlined)))
	drop := center(kit.NewLabel(words.T("Or drop a text, HTML or .dateline file on this window."), theme.SizeBody, false, theme.Muted))
	problem := center(kit.NewLabel("", theme.SizeBody, false, theme.Alert))
	column := kit.Column(title, kit.Space(0, 10), text, kit.Space(0, 28), choices, kit.Space(0, 28), drop, kit.Space(0, 16), problem)
	recent := kit.Column()
	column.Add(recent)
	return &welcomeScreen{
		object:  container.NewStack(kit.NewFill(theme.Panel), container.New(centreColumn{560}, column)),
		problem: problem, recent: recent,
	}
}

// setRecent offers the files that were open last.
func (ws *welcomeScreen) setRecent(w *Window, paths []string) {
	ws.recent.RemoveAll()
	if len(paths) > 0 {
		ws.recent.Add(kit.Inset(10, 4, 0, 0, kit.NewLabel(words.T("Open again"), theme.SizeMeta, true, theme.Muted)))
	}
	for _, p := range paths[:min(len(paths), 4)] {
		ws.recent.Add(w.choice(filepath.Base(p), filepath.Dir(p), func() { w.open(p) }))
	}
	ws.object.Refresh()
}

// fail shows why opening failed while nothing is open.
func (ws *welcomeScreen) fail(s string) {
	ws.problem.SetText(s)
	ws.object.Refresh()
}

// centreColumn puts one column of a width in the middle, a little high.
type centreColumn struct{ width float32 }

func (c centreColumn) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(c.width, 300) }

func (c centreColumn) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objs {
		o.Resize(fyne.NewSize(c.width, 320))
		h := o.MinSize().Height
		o.Move(fyne.NewPos((size.Width-c.width)/2, max((size.Height-h)*0.42, 8)))
		o.Resize(fyne.NewSize(c.width, h))
	}
}
