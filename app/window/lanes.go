package window

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"dateline/app/brief"
	"dateline/app/eventlist"
	"dateline/app/kit"
	"dateline/app/timeview"
	"dateline/app/words"
	"dateline/app/work"
	"dateline/timeline"
)

// timeItems are the timeline's items, in lanes as the person wishes.
func (w *Window) timeItems(c work.Content) []timeview.Item {
	items := timeview.Items(c.Events)
	switch w.Lanes() {
	case "kind":
		used := make(map[timeline.Kind]bool)
		for _, e := range c.Events {
			used[e.Kind] = true
		}
		at := make(map[timeline.Kind]int)
		for _, k := range timeline.Kinds {
			if used[k] {
				at[k] = len(at)
			}
		}
		for i, e := range c.Events {
			items[i].Group, items[i].GroupAt = kindName(e.Kind), at[e.Kind]
		}
	case "source":
		var ids []timeline.SourceID
		for _, d := range w.docs() {
			ids = append(ids, d.ID)
		}
		for i, e := range c.Events {
			if len(e.From) == 0 {
				continue // of no report: made by hand
			}
			if k := slices.Index(ids, e.From[0].Source); k >= 0 {
				items[i].Group, items[i].GroupAt = w.sourceName(string(ids[k])), k
			}
		}
	}
	return items
}

// roomForLanes gives the timeline the height that its lanes need when a brief
// is opened or they are made of something else. After that the panes stay
// where they are: what an edit or a filter adds or takes away scrolls.
func (w *Window) roomForLanes(fresh bool) {
	if by := w.Lanes(); fresh || by != w.lanesBy {
		w.lanesBy = by
		w.timeWanted = w.time.Wanted(1000)
		w.relayout()
	}
}

// eras are the stretches of time with names.
func eras(c work.Content) []timeview.Era {
	var out []timeview.Era
	for _, e := range c.Eras {
		lo, hi := e.When.Bounds()
		if lo.IsZero() || hi.IsZero() {
			continue
		}
		out = append(out, timeview.Era{Name: e.Name, Range: timeview.Range{From: timeview.Seconds(lo), To: timeview.Seconds(hi)}})
	}
	return out
}

// moveInTime gives an event another date, as exact as the one that it had.
func (w *Window) moveInTime(id timeline.ID, from, to time.Time) {
	e, ok := w.session.Event(id)
	if !ok {
		return
	}
	v, ok := work.MovedTo(e.When.EDTF, from, to)
	if !ok {
		return
	}
	w.session.Edit(id, words.T("Move in time"), func(ed *brief.Edit) { ed.When = &v })
}

// members offers events to be selected.
func (w *Window) members(ids []timeline.ID, at fyne.Position) {
	var items []kit.MenuItem
	for _, id := range ids[:min(len(ids), 200)] {
		if e, ok := w.session.Event(id); ok {
			items = append(items, kit.MenuItem{Text: e.Title, Key: eventlist.When(e), Run: func() { w.session.Select(id) }})
		}
	}
	if len(items) > 0 {
		kit.ShowMenu(w.win.Canvas(), at, items)
	}
}
