package window

import (
	"fmt"
	"strings"
	"time"

	"github.com/paulmach/orb"

	"dateline/app/eventlist"
	"dateline/app/inspector"
	"dateline/app/mark"
	"dateline/app/reportview"
	"dateline/app/session"
	"dateline/app/timeview"
	"dateline/app/words"
	"dateline/app/work"
	"dateline/geo/gazetteer"
	"dateline/geo/geocode"
	"dateline/geo/scene"
	"dateline/timeline"
	"dateline/timeline/source"
)

// changed shows what changed in the session.
func (w *Window) changed(c session.Change) {
	s := w.session
	if c.Has(session.BusyChanged) {
		w.busy.update(s)
	}
	if c.Has(session.ErrChanged) {
		w.banner.update(s)
	}
	if c.Has(session.BriefChanged | session.FilterChanged) {
		w.showBrief()
	}
	if c.Has(session.BriefChanged | session.TilesChanged) {
		w.showTiles()
	}
	if c.Has(session.BriefChanged | session.SelectionChanged) {
		w.showSelection(c.Has(session.SelectionChanged))
	}
	if c.Has(session.HoverChanged) {
		w.list.SetHover(s.Hovered())
		w.time.SetHover(s.Hovered())
		w.report.SetHover(s.Hovered())
		w.world.SetHover(s.Hovered())
	}
	if c.Has(session.BriefChanged | session.FilterChanged | session.ClockChanged) {
		k := s.Clock()
		w.time.SetClock(timeview.Clock{Now: k.Now, Windowed: k.Mode == scene.Window, From: k.From, To: k.To})
		w.transport.update(s)
		w.play()
	}
	if c.Has(session.MarksChanged) {
		w.list.SetMarked(s.Marked)
	}
	switch {
	case c.Has(session.BriefChanged | session.FilterChanged | session.SelectionChanged):
		w.showMap()
	case c.Has(session.ClockChanged):
		w.world.SetMoment(func(in *scene.Input) { in.Mode, in.Now, in.From, in.To = clockOf(s) })
	}
	if c.Has(session.BriefChanged | session.StepsChanged) {
		w.left.steps.show(s)
	}
	if c.Has(session.BriefChanged | session.SavedChanged) {
		w.top.update(s)
		w.win.SetTitle(w.windowTitle())
	}
	if c&^(session.HoverChanged|session.ClockChanged) != 0 {
		w.updateMenu()
	}
	if c.Has(session.BriefChanged | session.BusyChanged) {
		w.askDateOnce()
	}
}

func (w *Window) windowTitle() string {
	s := w.session
	if s.Empty() {
		return "Dateline"
	}
	title := s.Brief().Title
	if s.Modified() {
		title += "*"
	}
	return title + " – Dateline"
}

// docs are the reports of the brief.
func (w *Window) docs() []source.Document {
	var docs []source.Document
	for _, r := range w.session.Brief().Reports {
		docs = append(docs, r.Document)
	}
	return docs
}

// showBrief shows the events and the report.
func (w *Window) showBrief() {
	s := w.session
	if s.Empty() {
		w.panes.Hide()
		w.welcome.object.Show()
		return
	}
	if w.welcome.object.Visible() {
		w.welcome.object.Hide()
		w.panes.Show()
	}
	c := s.Shown()
	events := c.Events
	titles := make(map[timeline.ID]string, len(events))
	tips := make(map[timeline.ID]string, len(events))
	items := make([]eventlist.Item, 0, len(events))
	for _, e := range events {
		titles[e.ID] = e.Title + "\n" + eventlist.Meta(e)
		tips[e.ID] = tipOf(e)
		items = append(items, eventlist.Item{
			ID: e.ID, Title: e.Title, Meta: eventlist.Meta(e), Mark: w.mark(c, e),
			Accepted: e.Status == timeline.Accepted, Rejected: e.Status == timeline.Rejected,
		})
	}
	w.list.SetItems(items)
	w.filter.update(s)
	w.left.update(s)
	w.world.Titles = tips

	docs := w.docs()
	fresh := docs[0].ID != w.opened
	if fresh {
		w.opened = docs[0].ID
		w.doc = ""
		w.time.Reset()
	}
	var fallback time.Time
	if len(c.Reports) > 0 {
		_, fallback = c.Reports[0].Reading.Published.Bounds()
	}
	w.time.SetEras(eras(c))
	w.time.SetEvents(w.timeItems(c), c.Sides, titles, fallback)
	w.showReport(docs, w.doc, true)
	w.relayout()
	if fresh {
		w.Fit()
	}
	w.roomForLanes(fresh)
}

// mark is how an event's mark looks.
func (w *Window) mark(c work.Content, e scene.Event) mark.Mark {
	side := sideOf(c, e.Side)
	return mark.Mark{
		Size: 20, Shape: side.Shape, Form: mark.FormOf(e.Event), Number: e.Number,
		Color: w.style.Hue(side.Hue), Paper: w.style.Paper,
	}
}

// sideOf is how a party is drawn; nobody in particular is grey.
func sideOf(c work.Content, name string) scene.Side {
	for _, s := range c.Sides {
		if s.Name == name {
			return s
		}
	}
	return scene.Side{Name: name, Hue: scene.Grey, Shape: scene.Diamond}
}

// showReport shows one of the reports with the words that tell its events.
func (w *Window) showReport(docs []source.Document, id timeline.SourceID, again bool) {
	if len(docs) == 0 {
		return
	}
	doc := docs[0]
	for _, d := range docs {
		if d.ID == id {
			doc = d
		}
	}
	if doc.ID == w.doc && !again {
		return
	}
	w.doc = doc.ID
	c := w.session.Content()
	var marks []reportview.Mark
	for _, e := range w.session.Events() {
		side := sideOf(c, e.Side)
		for _, f := range e.From {
			if f.Source == doc.ID {
				marks = append(marks, reportview.Mark{
					Start: f.Start, End: f.End, Event: e.ID, Hue: side.Hue,
					Accepted: e.Status == timeline.Accepted, Rejected: e.Status == timeline.Rejected,
				})
			}
		}
	}
	w.report.SetDocument(doc, marks)
}

// showSelection shows the selected event in every pane.
func (w *Window) showSelection(moved bool) {
	s := w.session
	id := s.Selected()
	w.list.SetSelected(id)
	w.time.SetSelected(id)
	e, ok := s.SelectedEvent()
	if !ok {
		w.report.SetSelected("", nil)
		w.overview()
		return
	}
	if len(e.From) > 0 {
		w.showReport(w.docs(), e.From[0].Source, false)
	}
	w.report.SetSelected(id, inspector.Words(e))
	c := s.Content()
	edit := s.EditOf(id)
	d := inspector.Describe(e, c, w.docs(), w.placeName)
	if edit.Note != nil {
		d.Note = *edit.Note
	}
	if edit.Media != nil {
		for _, m := range *edit.Media {
			d.Media = append(d.Media, strings.TrimSuffix(m.Path+" · "+m.Credit, " · "))
		}
	}
	w.inspector.SetEvent(d, inspector.FieldsOf(e, edit, c), sideOf(c, e.Side).Hue)
	if b, ok := boundOf(e); moved && ok {
		if w.follow.On || !s.Clock().Playing {
			w.world.Reveal(b)
		}
	}
}

// overview says what there is to say while nothing is selected.
func (w *Window) overview() {
	s := w.session
	if s.Empty() {
		return
	}
	c := s.Content()
	lines := []string{upperFirst(c.Subtitle())}
	for _, r := range c.Reports {
		if p := r.Reading.Published; p.IsZero() {
			lines = append(lines, words.T("The report has no date: its “Friday” is no day of any calendar. Set it with File, Date of the report."))
		} else {
			lines = append(lines, words.F("Dates are counted from %s, when it was published.", words.When(timeline.NewWhen(p, "", timeline.Span{}), timeline.LongYearWhen)))
		}
	}
	lines = append(lines, words.T("Step through the events with the arrow keys, or click a mark, a row or words of the report."))
	var unplaced []string
	for _, e := range s.Events() {
		if e.Status != timeline.Rejected && !e.OnMap() {
			unplaced = append(unplaced, fmt.Sprintf("%d · %s", e.Number, e.Title))
		}
	}
	w.inspector.SetOverview(s.Brief().Title, lines, words.T("Not placed on the map"), unplaced)
}

func upperFirst(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

// showMap shows the events on the map at the clock's moment.
func (w *Window) showMap() {
	s := w.session
	if s.Empty() {
		return
	}
	view := w.world.Map()
	opt := work.ViewOptions{Size: view.Size, View: &view, Style: w.style.Name, Selected: s.Selected(), Unit: 1}
	opt.Mode, opt.Now, opt.From, opt.To = clockOf(s)
	in, err := w.engine.Input(s.Shown(), opt)
	if err != nil {
		w.fail(err)
		return
	}
	w.offered.on(&in)
	w.world.Set(func(i *scene.Input) { *i = in })
}

// clockOf is what the map shows of the clock; without one, the end.
func clockOf(s *session.Session) (mode scene.Mode, now, from, to time.Time) {
	k := s.Clock()
	now = k.Now
	if now.IsZero() {
		now = s.Content().End()
	}
	return k.Mode, now, k.From, k.To
}

// boundOf is the bound of where an event is drawn.
func boundOf(e scene.Event) (orb.Bound, bool) {
	var b orb.Bound
	any := false
	for _, l := range e.At {
		if !l.Drawable() {
			continue
		}
		o := l.Point.Bound()
		if any {
			o = b.Union(o)
		}
		b, any = o, true
	}
	return b, any
}

// placeName is a place with what contains it: "Al Miqdadiyah, Diyala".
func (w *Window) placeName(l geocode.Location) string {
	name := l.Place.Name
	if name == "" {
		return l.Name
	}
	in := w.contains(l.Place)
	if in == "" || strings.EqualFold(in, name) {
		return name
	}
	return name + ", " + in
}

// places is what finds places, nil while the data cannot be read.
func (w *Window) places() geocode.Finder {
	if w.finder == nil {
		f, err := w.engine.Finder()
		if err != nil {
			return nil
		}
		w.finder = f
	}
	return w.finder
}

// whereabouts is the division and the country in which a place lies.
func (w *Window) whereabouts(p gazetteer.Place) string {
	in := w.contains(p)
	if w.finder != nil {
		if c := w.finder.CountryName(p.Country); c != "" && !strings.EqualFold(c, in) && !strings.EqualFold(c, p.Name) {
			if in == "" {
				return c
			}
			return in + ", " + c
		}
	}
	return in
}

// contains is the division or the country in which a place lies.
func (w *Window) contains(p gazetteer.Place) string {
	if w.places() == nil {
		return ""
	}
	in := ""
	if p.Level != gazetteer.Division && p.Level != gazetteer.Country && p.Admin1 != "" {
		in = w.finder.DivisionName(gazetteer.AreaKey(p.Country + "." + p.Admin1))
	}
	if in == "" || strings.EqualFold(in, p.Name) {
		in = w.finder.CountryName(p.Country)
	}
	return in
}
