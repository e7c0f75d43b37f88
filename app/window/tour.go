package window

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"dateline/app/kit"
	"dateline/app/theme"
	"dateline/app/words"
)

// stopOver is one stop of the tour: a part of the window and what it is for.
type stopOver struct {
	title, text string
	at          func() fyne.CanvasObject
}

func (w *Window) stops() []stopOver {
	return []stopOver{
		{words.T("What the report tells"), words.T("Every event found, with its date and place. A accepts, X rejects, E edits; the tab beside it shows the report itself."),
			func() fyne.CanvasObject { return w.left.object }},
		{words.T("Where it happened"), words.T("A circle says how exactly a place is known. Drag to move, turn the wheel to zoom, click a mark to select."),
			func() fyne.CanvasObject { return w.world }},
		{words.T("When it happened"), words.T("Step with the arrow keys, play with Space. Soft ends say that the day is not known."),
			func() fyne.CanvasObject { return w.time }},
		{words.T("Why it is shown so"), words.T("The sentence, how the date and the place were understood, and who says it. Everything can be corrected and undone."),
			func() fyne.CanvasObject { return w.inspector }},
		{words.T("Everything by typing"), words.T("Ctrl+K finds events, places, dates and commands. F1 shows all keys."),
			func() fyne.CanvasObject { return w.top.object }},
	}
}

// Tour shows what the parts of the window are for; Escape or Leave ends it.
func (w *Window) Tour() {
	if w.modal() || w.session.Empty() {
		return
	}
	w.prefs.p.SetBool(prefToured, true)
	w.tour(0)
}

func (w *Window) tour(i int) {
	stops := w.stops()
	if i >= len(stops) {
		return
	}
	st := stops[i]
	o := st.at()
	ring := canvas.NewRectangle(color.Transparent)
	ring.StrokeWidth, ring.CornerRadius = 3, theme.Radius
	ring.StrokeColor = w.app.Settings().Theme().Color(theme.FocusRing, 0)
	pos := w.app.Driver().AbsolutePositionForObject(o)
	layer := container.NewWithoutLayout(ring)
	ring.Move(pos.AddXY(2, 2))
	ring.Resize(o.Size().SubtractWidthHeight(4, 4))
	w.over.Objects = []fyne.CanvasObject{layer}
	w.over.Refresh()

	word := words.T("Next")
	if i == len(stops)-1 {
		word = words.T("Done")
	}
	next := kit.NewButton(word, kit.Primary, func() { w.dismiss(); w.tour(i + 1) })
	w.askWith(st.title, kit.Wrapped(kit.Body(st.text)), fyne.NewSize(430, 160), func() {
		w.over.Objects = nil
		w.over.Refresh()
	}, kit.NewButton(words.T("Leave the tour"), kit.Outlined, w.dismiss), next)
	w.win.Canvas().Focus(next)
}
