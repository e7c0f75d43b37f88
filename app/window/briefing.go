package window

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"dateline/app/brief"
	"dateline/app/command"
	"dateline/app/file"
	"dateline/app/kit"
	"dateline/app/present"
	"dateline/app/session"
	"dateline/app/slide"
	"dateline/app/stepview"
	"dateline/app/theme"
	"dateline/app/words"
	"dateline/app/work"
)

var _ command.Briefing = (*Window)(nil)

// stepsPane is the list of the steps, with what is done to it.
type stepsPane struct {
	w      *Window
	tab    *kit.Tab
	list   *stepview.View
	object *fyne.Container
}

func newStepsPane(w *Window) *stepsPane {
	p := &stepsPane{w: w}
	p.tab = kit.NewTab(words.T("Steps"), func() { w.left.turn(false, true) })
	none := kit.Inset(28, 0, 24, 24, kit.Column(
		kit.Wrapped(kit.NewLabel(words.T("No steps yet."), theme.SizeHeading, true, theme.Ink)), kit.Space(0, 8),
		kit.Wrapped(kit.NewLabel(words.T("A briefing without steps tells every event in its order. Make a step for each event and put them right, or add steps of what you see, with words and notes of your own."),
			theme.SizeBody, false, theme.Muted)),
	))
	p.list = stepview.New(none)
	p.list.OnGo, p.list.OnKey = w.goToStep, w.typed
	p.list.OnMove = w.session.MoveStep
	p.list.OnMenu = func(i int, at fyne.Position) {
		w.goToStep(i)
		var items []kit.MenuItem
		for _, id := range []string{"steps.here", "steps.edit", "steps.retake", "steps.duplicate", "steps.up", "steps.down", "steps.delete"} {
			if c, ok := w.commands.ByID(id); ok {
				items = append(items, menuItem(c))
			}
		}
		kit.ShowMenu(w.win.Canvas(), at, items)
	}
	bar := kit.Inset(8, 8, 12, 12, kit.Row(8, w.commandButton("steps.add", kit.Outlined), w.commandButton("steps.each", kit.Outlined)))
	p.object = container.NewBorder(bar, nil, nil, nil, p.list)
	p.object.Hide()
	return p
}

// update marks the tab.
func (p *stepsPane) update(on bool) { p.tab.Set(words.T("Steps"), on) }

// show shows the steps.
func (p *stepsPane) show(s *session.Session) {
	c := s.Content()
	items := make([]stepview.Item, len(s.Steps()))
	for i, step := range s.Steps() {
		say := work.WordsOf(c, step)
		var meta []string
		for _, m := range []string{say.When, say.Where} {
			if m != "" {
				meta = append(meta, m)
			}
		}
		if !step.View.Camera.IsZero() {
			meta = append(meta, words.T("own view"))
		}
		if step.Notes != "" {
			meta = append(meta, words.T("notes"))
		}
		if c.Find(step.Event) < 0 && step.Event != "" {
			meta = []string{words.T("its event is gone")}
		}
		items[i] = stepview.Item{Title: say.Headline, Meta: strings.Join(meta, " · ")}
	}
	p.list.SetItems(items)
	p.list.SetCurrent(s.CurrentStep())
	p.update(p.w.left.briefing)
}

// deck is the slides of the brief.
func (w *Window) deck() *slide.Deck {
	return slide.New(w.engine, w.session.Brief(), w.session.Content())
}

// goToStep shows a step, with its part of the world.
func (w *Window) goToStep(i int) {
	w.session.GoToStep(i)
	if i < 0 || i >= len(w.session.Steps()) {
		return
	}
	v, err := w.deck().View(i, w.world.Map().Size, 1)
	if err != nil {
		w.fail(err)
		return
	}
	w.world.SetMap(v)
}

// ShowStep shows the step that many on from the current one.
func (w *Window) ShowStep(by int) {
	i := w.session.CurrentStep() + by
	if w.session.CurrentStep() < 0 && by < 0 {
		i = 0
	}
	if n := len(w.session.Steps()); n > 0 {
		w.goToStep(min(max(i, 0), n-1))
	}
}

// ShowSteps turns to the list of steps.
func (w *Window) ShowSteps() {
	if w.Collapsed(command.LeftPane) {
		w.Collapse(command.LeftPane)
	}
	w.left.turn(false, !w.left.briefing)
}

// AddStep adds a step of what is shown now.
func (w *Window) AddStep() {
	w.session.AddStep(brief.CameraOf(w.world.Map()))
	w.left.turn(false, true)
}

// RetakeStep makes the current step show what is shown now.
func (w *Window) RetakeStep() {
	w.session.RetakeStep(w.session.CurrentStep(), brief.CameraOf(w.world.Map()))
}

// EditStep asks for the words of the current step.
func (w *Window) EditStep() {
	i := w.session.CurrentStep()
	if w.modal() || i < 0 {
		return
	}
	step := w.session.Steps()[i]
	from := work.WordsOf(w.session.Content(), brief.Step{Event: step.Event})
	ok := kit.NewButton(words.T("Done"), kit.Primary, nil)
	hint := func(s string) string {
		if s == "" {
			return words.T("None")
		}
		return s
	}
	many := func(text, hint string) *kit.Entry {
		e := kit.NewEntry(true)
		e.SetText(text)
		e.SetPlaceHolder(hint)
		e.OnEscape = w.dismiss
		return e
	}
	headline := w.field(step.Headline, hint(from.Headline), func() { ok.Tapped(nil) })
	told := many(step.Caption, hint(from.Caption))
	notes := many(step.Notes, words.T("Only you see these, in the presenter’s window."))
	dwell := w.field("", words.F("%g, as any other step", present.Dwell.Seconds()), func() { ok.Tapped(nil) })
	if step.Dwell > 0 {
		dwell.SetText(strconv.FormatFloat(step.Dwell.Seconds(), 'g', -1, 64))
	}
	stay, problem := step.Dwell, kit.Wrapped(kit.NewLabel("", theme.SizeMeta, false, theme.Alert))
	dwell.OnChanged = func(s string) {
		var err error
		stay, err = parseDwell(s)
		problem.SetText("")
		if err != nil {
			problem.SetText(upperFirst(err.Error()))
		}
		ok.SetEnabled(err == nil)
	}
	hidden := step.View.Hide
	var layers []fyne.CanvasObject
	for _, l := range layersOfStep {
		b := kit.NewButton(words.T(l.title), kit.Outlined, nil)
		b.Small, b.On = true, !slices.Contains(hidden, l.id)
		b.OnTap = func() {
			b.SetOn(!b.On)
			hidden = toggled(hidden, l.id)
		}
		layers = append(layers, b)
	}
	ok.OnTap = func() {
		w.dismiss()
		w.session.EditStep(i, words.T("Change the step"), func(st *brief.Step) {
			st.Headline, st.Caption = strings.TrimSpace(headline.Text), strings.TrimSpace(told.Text)
			st.Notes, st.Dwell, st.View.Hide = strings.TrimSpace(notes.Text), stay, hidden
		})
	}
	body := kit.Column(caption(words.T("Headline")), headline, caption(words.T("Caption")), kit.Sized(10, 84, told), caption(words.T("Notes")), kit.Sized(10, 120, notes),
		caption(words.T("Seconds that it stays when the briefing plays")), dwell, kit.Space(0, 4), problem,
		caption(words.T("On the map")), kit.Row(8, layers...))
	w.ask(words.F("Step %d", i+1), body, fyne.NewSize(560, 570), nil, ok)
	w.win.Canvas().Focus(headline)
}

// layersOfStep are the parts of the map that a step can do without.
var layersOfStep = [...]struct{ id, title string }{
	{"legend", "Legend"}, {"scale", "Scale"}, {"clock", "Clock"}, {"inset", "Inset"},
}

// toggled is a list of names with one more, or one fewer where it is there.
func toggled(names []string, name string) []string {
	if i := slices.Index(names, name); i >= 0 {
		return slices.Delete(slices.Clone(names), i, i+1)
	}
	return append(slices.Clone(names), name)
}

// parseDwell reads a number of seconds; nothing is none.
func parseDwell(s string) (time.Duration, error) {
	s = strings.ReplaceAll(strings.TrimSpace(s), ",", ".")
	if s == "" {
		return 0, nil
	}
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || !(v > 0 && v <= 3600) {
		return 0, errors.New("a step stays for up to 3600 seconds: give a number such as 8 or 2.5")
	}
	return time.Duration(v * float64(time.Second)).Round(time.Millisecond), nil
}

// Present shows the briefing.
func (w *Window) Present(here, windows bool) {
	if w.talk != nil || w.modal() || w.session.Empty() {
		return
	}
	d := w.deck()
	if d.Len() == 0 {
		return
	}
	at := 0
	if here {
		at = w.presentFrom(d)
	}
	w.talk = present.Start(w.app, d, w.do, present.Options{
		At: at, Style: w.style.Name, Speaker: windows, Windowed: windows, Still: !w.app.Settings().ShowAnimations(),
		OnError: w.fail,
		OnEnd: func(at int) {
			w.talk = nil
			if len(w.session.Steps()) > 0 {
				w.goToStep(at)
			} else {
				w.session.Select(d.Slide(at).Event)
			}
			w.win.RequestFocus()
		},
	})
}

// presentFrom is the slide at which one is: the current step, or that of the
// selected event.
func (w *Window) presentFrom(d *slide.Deck) int {
	if i := w.session.CurrentStep(); i >= 0 && len(w.session.Steps()) > 0 {
		return i
	}
	for i := range d.Len() {
		if id := d.Slide(i).Event; id != "" && id == w.session.Selected() {
			return i
		}
	}
	return 0
}

// Talk is the presentation under way, nil for none.
func (w *Window) Talk() *present.Show { return w.talk }

// AskBookmark asks for a name for what is shown now.
func (w *Window) AskBookmark() {
	if w.modal() {
		return
	}
	ok := kit.NewButton(words.T("Keep it"), kit.Primary, nil)
	e := w.field("", words.T("A name for this view"), func() { ok.Tapped(nil) })
	ok.Disable()
	e.OnChanged = func(s string) { ok.SetEnabled(strings.TrimSpace(s) != "") }
	ok.OnTap = func() {
		w.dismiss()
		w.session.AddBookmark(strings.TrimSpace(e.Text), brief.CameraOf(w.world.Map()))
	}
	w.ask(words.T("Keep this view"), kit.Column(e), fyne.NewSize(420, 150), nil, ok)
	w.win.Canvas().Focus(e)
}

// AskBookmarks asks which view to go back to.
func (w *Window) AskBookmarks() {
	if w.modal() {
		return
	}
	var rows []fyne.CanvasObject
	for _, m := range w.session.Brief().Bookmarks {
		remove := kit.NewButton(words.T("Remove"), kit.Plain, func() { w.dismiss(); w.session.DeleteBookmark(m.Name) })
		rows = append(rows, kit.Spread(w.choice(m.Name, "", func() {
			if camera, ok := w.session.GoToBookmark(m.Name); ok && !camera.IsZero() {
				w.world.SetMap(camera.View(w.world.Map().Size))
			}
		}), remove))
	}
	w.askWith(words.T("Kept views"), kit.Column(rows...), fyne.NewSize(460, 320), nil, kit.NewButton(words.T("Cancel"), kit.Outlined, w.dismiss))
}

// AskExportSteps asks for a file and writes all steps on its pages.
func (w *Window) AskExportSteps() {
	if w.modal() || w.session.Empty() {
		return
	}
	w.askFile("exporting", ".pdf", func(path string) {
		d, style, layer := w.deck(), w.style.Name, w.online.Layer()
		go func() {
			err := file.Write(path, func(out io.Writer) error { return d.WritePDF(context.Background(), style, layer, out) })
			w.do(func() {
				if err != nil {
					w.fail(fmt.Errorf("exporting %s: %w", filepath.Base(path), err))
				}
			})
		}()
	})
}
