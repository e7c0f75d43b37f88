package window

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"dateline/app/kit"
	"dateline/app/theme"
)

// stopOver is one stop of the tour: a part of the window and what it is for.
type stopOver struct {
	title, text string
	at          func() fyne.CanvasObject
}

func (w *Window) stops() []stopOver {
	return []stopOver{
		{"What the report tells", "Every event found, with its date and place. A accepts, X rejects, E edits; the tab beside it shows the report itself.",
			func() fyne.CanvasObject { return w.left.object }},
		{"Where it happened", "A circle says how exactly a place is known. Drag to move, turn the wheel to zoom, click a mark to select.",
			func() fyne.CanvasObject { return w.world }},
		{"When it happened", "Step with the arrow keys, play with Space. Soft ends say that the day is not known.",
			func() fyne.CanvasObject { return w.time }},
		{"Why it is shown so", "The sentence, how the date and the place were understood, and who says it. Everything can be corrected and undone.",
			func() fyne.CanvasObject { return w.inspector }},
		{"Everything by typing", "Ctrl+K finds events, places, dates and commands. F1 shows all keys.",
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

	word := "Next"
	if i == len(stops)-1 {
		word = "Done"
	}
	next := kit.NewButton(word, kit.Primary, func() { w.dismiss(); w.tour(i + 1) })
	w.askWith(st.title, kit.Wrapped(kit.Body(st.text)), fyne.NewSize(430, 160), func() {
		w.over.Objects = nil
		w.over.Refresh()
	}, kit.NewButton("Leave the tour", kit.Outlined, w.dismiss), next)
	w.win.Canvas().Focus(next)
}
