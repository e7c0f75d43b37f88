package window

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"dateline/app/brief"
	"dateline/app/kit"
	"dateline/app/mark"
	"dateline/app/theme"
	"dateline/app/words"
	"dateline/geo/paint/raster"
	"dateline/geo/scene"
	"dateline/timeline/edtf"
)

// hues and shapes are what a party can be drawn in, as people name them.
var (
	hues   = [...]scene.Hue{scene.Red, scene.Blue, scene.Green, scene.Purple, scene.Amber, scene.Teal, scene.Grey}
	shapes = [...]scene.Shape{scene.Circle, scene.Square, scene.Diamond, scene.Triangle}
)

// AskSides asks how the parties are drawn: everywhere at once.
func (w *Window) AskSides() {
	if w.modal() || w.session.Empty() {
		return
	}
	sides := slices.Clone(w.session.Content().Sides)
	counts := make(map[string]int)
	for _, e := range w.session.Events() {
		counts[e.Side]++
	}
	r := raster.New()
	rows := kit.Column()
	for i := range sides {
		rows.Add(w.sideRow(&sides[i], counts[sides[i].Name], r))
		rows.Add(kit.Space(0, 8))
	}
	if len(sides) == 0 {
		rows.Add(kit.Body(words.T("No event has a side yet.")))
	}
	usual := kit.NewButton(words.T("As found"), kit.Outlined, func() {
		w.dismiss()
		w.session.Change(words.T("Sides as found"), func(b brief.Brief) brief.Brief { b.Sides = nil; return b })
	})
	ok := kit.NewButton(words.T("Use these"), kit.Primary, func() {
		w.dismiss()
		w.session.Change(words.T("Sides"), func(b brief.Brief) brief.Brief { b.Sides = sides; return b })
	})
	w.ask(words.T("Sides"), container.NewVScroll(rows), fyne.NewSize(680, min(150+float32(len(sides))*44, 560)), nil, usual, ok)
}

// sideRow is the fields of one party.
func (w *Window) sideRow(s *scene.Side, events int, r *raster.Renderer) fyne.CanvasObject {
	m := kit.NewMark(r)
	show := func() {
		m.Set(mark.Mark{Size: 20, Shape: s.Shape, Color: w.style.Hue(s.Hue), Paper: w.style.Paper})
	}
	show()
	label := s.Label
	if label == "" {
		label = s.Name
	}
	name := w.field(label, s.Name, nil)
	name.OnChanged = func(t string) { s.Label = strings.TrimSpace(t) }
	hue := kit.NewPick(capitals(hues[:]), slices.Index(hues[:], s.Hue), func(i int) { s.Hue = hues[i]; show() })
	shape := kit.NewPick(capitals(shapes[:]), slices.Index(shapes[:], s.Shape), func(i int) { s.Shape = shapes[i]; show() })
	count := kit.NewLabel(words.N(events, "%d events"), theme.SizeMeta, false, theme.Muted)
	right := kit.Row(8, kit.Sized(110, 26, hue), kit.Sized(110, 26, shape), kit.Sized(74, 20, count))
	return container.NewBorder(nil, nil, kit.Sized(34, 24, kit.Sized(24, 24, m)), right, name)
}

func capitals[T ~string](list []T) []string {
	out := make([]string, len(list))
	for i, v := range list {
		out[i] = words.Term(v)
	}
	return out
}

// AskEras asks for the stretches of time that have a name.
func (w *Window) AskEras() {
	if w.modal() || w.session.Empty() {
		return
	}
	eras := slices.Clone(w.session.Brief().Eras)
	rows := kit.Column()
	problem := kit.Wrapped(kit.NewLabel("", theme.SizeMeta, false, theme.Alert))
	ok := kit.NewButton(words.T("Use these"), kit.Primary, nil)
	bad := make(map[int]string)
	check := func() {
		problem.SetText("")
		for i := range eras {
			if s := bad[i]; s != "" {
				problem.SetText(s)
			}
		}
		ok.SetEnabled(problem.Text == "")
	}
	var fill func()
	fill = func() {
		rows.RemoveAll()
		for i := range eras {
			name := w.field(eras[i].Name, words.T("Name"), nil)
			name.OnChanged = func(s string) { eras[i].Name = strings.TrimSpace(s) }
			text := ""
			if !eras[i].When.IsZero() {
				text = eras[i].When.String()
			}
			when := w.field(text, words.T("9 June 2014 to 14 June 2014"), nil)
			when.OnChanged = func(s string) {
				v, _, err := w.readDate(s, "")
				bad[i] = ""
				if err != nil || v.IsZero() {
					bad[i] = words.F("“%s” is no stretch of time that is understood.", s)
				} else {
					eras[i].When = v
				}
				check()
			}
			drop := kit.NewIcon(kit.IconClose, words.T("Remove"), w.tips, func() {
				eras = slices.Delete(eras, i, i+1)
				clear(bad)
				fill()
				check()
			})
			rows.Add(container.NewBorder(nil, nil, nil, drop, container.NewGridWithColumns(2, name, when)))
			rows.Add(kit.Space(0, 6))
		}
		rows.Add(container.NewHBox(kit.NewButton(words.T("Add an era"), kit.Outlined, func() {
			eras = append(eras, brief.Era{When: edtf.Value{}})
			bad[len(eras)-1] = words.T("Say when the new era is.")
			fill()
			check()
		})))
		rows.Refresh()
	}
	fill()
	ok.OnTap = func() {
		w.dismiss()
		w.session.Change(words.T("Eras"), func(b brief.Brief) brief.Brief { b.Eras = eras; return b })
	}
	w.ask(words.T("Eras"), container.NewBorder(nil, problem, nil, nil, container.NewVScroll(rows)), fyne.NewSize(620, 360), nil, ok)
}
