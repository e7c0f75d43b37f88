package window

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"dateline/app/kit"
	"dateline/app/session"
	"dateline/app/theme"
	"dateline/app/words"
	"dateline/timeline"
)

// filterBar is the field to find with and the chips of the filter.
type filterBar struct {
	w      *Window
	object *fyne.Container
	find   *kit.Entry
	field  *fyne.Container
	chips  *fyne.Container
	open   bool // the field is shown
	shown  string
}

func newFilterBar(w *Window) *filterBar {
	b := &filterBar{w: w, find: kit.NewEntry(false), chips: kit.Flow(6)}
	b.find.SetPlaceHolder(words.T("Find in titles, places and sentences"))
	b.find.OnEscape = func() {
		b.find.SetText("")
		b.open = false
		w.win.Canvas().Unfocus()
		b.update(w.session)
	}
	b.find.OnSubmitted = func(string) {
		w.win.Canvas().Unfocus()
		w.session.First()
	}
	b.find.OnArrow = func(by int) { w.session.Step(by) }
	b.find.OnChanged = func(s string) {
		f := w.session.Filter()
		if f.Text != s {
			f.Text = s
			w.session.SetFilter(f)
		}
	}
	b.field = kit.Inset(8, 0, 12, 12, b.find)
	b.object = container.NewBorder(b.field, nil, nil, nil, kit.Inset(7, 7, 12, 12, b.chips))
	return b
}

// Find opens the field for the words that events must have.
func (w *Window) Find() {
	if w.modal() {
		return
	}
	w.Uncollapse(leftPart)
	w.left.show(false)
	w.filter.open = true
	w.filter.update(w.session)
	w.win.Canvas().Focus(w.filter.find)
}

// unfilter shows all events again.
func (w *Window) unfilter() { w.session.SetFilter(session.Filter{}) }

// facet is one respect in which events are chosen.
type facet struct {
	name   string // "sides"
	all    string // "All sides"
	values []string
	show   func(string) string
	get    func(session.Filter) []string
	set    func(*session.Filter, []string)
}

// facets are the respects, with the values that the events have.
func (w *Window) facets() []facet {
	var sides, kinds, grades, statuses, sources []string
	add := func(list *[]string, v string) {
		if v != "" && !slices.Contains(*list, v) {
			*list = append(*list, v)
		}
	}
	for _, e := range w.session.Events() {
		add(&sides, e.Side)
		add(&kinds, string(e.Kind))
		add(&statuses, string(e.Status))
		for _, g := range session.Grades(e) {
			add(&grades, string(g))
		}
		for _, s := range e.From {
			add(&sources, string(s.Source))
		}
	}
	slices.Sort(grades)
	same := func(s string) string { return s }
	kind := func(s string) string { return words.Term(s) }
	return []facet{
		{"sides", words.T("All sides"), sides, same, func(f session.Filter) []string { return f.Sides }, func(f *session.Filter, v []string) { f.Sides = v }},
		{"kinds", words.T("All kinds"), kinds, kind, func(f session.Filter) []string { return texts(f.Kinds) }, func(f *session.Filter, v []string) { f.Kinds = typed[timeline.Kind](v) }},
		{"states", words.T("All states"), statuses, words.Term[string], func(f session.Filter) []string { return texts(f.Statuses) }, func(f *session.Filter, v []string) { f.Statuses = typed[timeline.Status](v) }},
		{"grades", words.T("All grades"), grades, func(g string) string {
			if g == "F6" {
				return words.T("Not graded")
			}
			return g
		}, func(f session.Filter) []string { return texts(f.Grades) }, func(f *session.Filter, v []string) { f.Grades = typed[timeline.Admiralty](v) }},
		{"sources", words.T("All sources"), sources, w.sourceName, func(f session.Filter) []string { return texts(f.Sources) }, func(f *session.Filter, v []string) { f.Sources = typed[timeline.SourceID](v) }},
	}
}

func texts[T ~string](list []T) []string {
	out := make([]string, len(list))
	for i, v := range list {
		out[i] = string(v)
	}
	return out
}

func typed[T ~string](list []string) []T {
	var out []T
	for _, v := range list {
		out = append(out, T(v))
	}
	return out
}

// sourceName is a report's name, as short as it can be told by.
func (w *Window) sourceName(id string) string {
	for _, d := range w.docs() {
		if string(d.ID) == id {
			for _, s := range []string{d.Publisher, d.Title, d.Name} {
				if s != "" {
					return s
				}
			}
		}
	}
	return id
}

// update shows the filter that is in force.
func (b *filterBar) update(s *session.Session) {
	f := s.Filter()
	if b.find.Text != f.Text {
		b.find.SetText(f.Text)
	}
	b.open = b.open && !s.Empty() || f.Text != ""
	if b.open != b.field.Visible() {
		if b.open {
			b.field.Show()
		} else {
			b.field.Hide()
		}
		b.object.Refresh()
	}
	facets := b.w.facets()
	shown := fmt.Sprintf("%+v", f)
	for _, fc := range facets {
		shown += fmt.Sprintf("%s %d ", fc.name, len(fc.values))
	}
	if shown == b.shown {
		return
	}
	b.shown = shown
	b.chips.RemoveAll()
	for _, fc := range facets {
		chosen := fc.get(f)
		for _, v := range chosen {
			b.chips.Add(b.chip(fc.show(v)+"  ×", true, func() {
				f := s.Filter()
				fc.set(&f, slices.DeleteFunc(slices.Clone(fc.get(f)), func(o string) bool { return o == v }))
				s.SetFilter(f)
			}))
		}
		if len(chosen) == 0 && len(fc.values) > 1 {
			all := b.chip(fc.all, false, nil)
			all.Drop = true
			all.OnTap = func() { b.choose(all, fc) }
			b.chips.Add(all)
		}
	}
	b.chips.Refresh()
	b.object.Refresh()
	b.w.left.relayout()
}

// chip is a small round button.
func (b *filterBar) chip(text string, on bool, tap func()) *kit.Button {
	c := kit.NewButton(text, kit.Outlined, tap)
	c.Small, c.Round, c.Strong = true, true, on
	c.OnKey = b.w.typed
	return c
}

// choose offers the values of a facet.
func (b *filterBar) choose(under fyne.CanvasObject, fc facet) {
	items := make([]kit.MenuItem, 0, len(fc.values))
	for _, v := range fc.values {
		items = append(items, kit.MenuItem{Text: fc.show(v), Key: b.count(fc, v), Run: func() {
			f := b.w.session.Filter()
			fc.set(&f, append(slices.Clone(fc.get(f)), v))
			b.w.session.SetFilter(f)
		}})
	}
	kit.ShowMenuUnder(under, items)
}

// count is how many events a value would leave.
func (b *filterBar) count(fc facet, v string) string {
	var f session.Filter
	fc.set(&f, []string{v})
	m := f.Matcher(nil)
	n := 0
	for _, e := range b.w.session.Events() {
		if m.Match(e) {
			n++
		}
	}
	return fmt.Sprint(n)
}

// nothing is what stands in the list when no event passes the filter.
func (w *Window) nothing() fyne.CanvasObject {
	text := kit.Wrapped(kit.NewLabel(words.T("No event passes the filter."), theme.SizeBody, false, theme.Muted))
	all := kit.NewButton(words.T("Show all events"), kit.Outlined, w.unfilter)
	all.OnKey = w.typed
	return kit.Inset(24, 0, 24, 24, kit.Column(text, kit.Space(0, 12), container.NewHBox(all)))
}
