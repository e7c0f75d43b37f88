package command

import (
	"slices"

	"dateline/app/session"
	"dateline/app/words"
	"dateline/geo/basemap/tiles"
	"dateline/geo/scene"
	"dateline/timeline"
)

// commands is the table.
func commands(s *session.Session, h Host) []Command {
	always := func() bool { return true }
	idle := func() bool { _, _, busy := s.Busy(); return !busy }
	open := func() bool { return !s.Empty() }
	editable := func() bool { return open() && idle() }
	events := func() bool { return len(s.Events()) > 0 }
	selected := func() bool { return s.Selected() != "" }
	status := func(not timeline.Status) func() bool {
		return func() bool {
			e, ok := s.SelectedEvent()
			return ok && idle() && e.Status != not
		}
	}
	mode := func(m scene.Mode) func() bool { return func() bool { return s.Clock().Mode == m } }
	save := func() {
		if s.Path() == "" {
			h.AskSaveAs()
			return
		}
		s.Save(nil)
	}
	lanes := func(by, title string) Command {
		return Command{ID: "time.lanes." + by, Group: Time, Sub: words.T("Lanes by"), Title: title, Enabled: open,
			On: func() bool { return h.Lanes() == by }, Run: func() { h.SetLanes(by) }}
	}
	pane := func(p Pane, id, title string, k Key) Command {
		return Command{ID: "view." + id, Group: View, Title: title, Keys: []Key{k}, Enabled: open,
			On: func() bool { return h.Collapsed(p) == (p == AllPanes) }, Run: func() { h.Collapse(p) }}
	}
	look := func(id, title string) Command {
		return Command{ID: "view.theme." + id, Group: View, Sub: words.T("Theme"), Title: title, Enabled: always,
			On: func() bool { return h.Theme() == id }, Run: func() { h.SetTheme(id) }}
	}
	table := []Command{
		{ID: "file.open", Group: File, Title: words.T("Open report…"), Keys: []Key{ctrl("O")}, Enabled: always, Run: h.AskOpen},
		{ID: "file.paste", Group: File, Title: words.T("Paste report…"), Keys: []Key{ctrl("V").with(Shift)}, Enabled: always, Run: h.AskPaste},
		{ID: "file.add", Group: File, Title: words.T("Add a report…"), Short: words.T("Add"), Keys: []Key{ctrl("O").with(Shift)}, Enabled: editable, Run: h.AskAdd},
		{ID: "file.sample", Group: File, Title: words.T("Open the sample"), Enabled: always, Run: s.OpenSample},
		{ID: "file.date", Group: File, Title: words.T("Date of the report…"), Keys: []Key{ctrl("D").with(Shift)}, Enabled: editable, Run: h.AskDate},
		{ID: "file.save", Group: File, Title: words.T("Save brief"), Keys: []Key{ctrl("S")}, Enabled: func() bool {
			return editable() && (s.Modified() || s.Path() == "")
		}, Run: save},
		{ID: "file.saveas", Group: File, Title: words.T("Save brief as…"), Keys: []Key{ctrl("S").with(Shift)}, Enabled: editable, Run: h.AskSaveAs},
		{ID: "file.export", Group: File, Title: words.T("Export image…"), Keys: []Key{ctrl("E")}, Enabled: open, Run: h.AskExport},
		{ID: "file.quit", Group: File, Title: words.T("Quit"), Keys: []Key{ctrl("Q")}, Enabled: always, Run: h.Quit},

		{ID: "edit.undo", Group: Edit, Title: words.T("Undo"), Keys: []Key{ctrl("Z")}, Name: named(words.T("Undo"), words.T("Undo “%s”"), s.CanUndo), Enabled: func() bool {
			_, ok := s.CanUndo()
			return ok && idle()
		}, Run: s.Undo},
		{ID: "edit.redo", Group: Edit, Title: words.T("Redo"), Keys: []Key{ctrl("Z").with(Shift), ctrl("Y")}, Name: named(words.T("Redo"), words.T("Redo “%s”"), s.CanRedo), Enabled: func() bool {
			_, ok := s.CanRedo()
			return ok && idle()
		}, Run: s.Redo},
		{ID: "edit.find", Group: Edit, Title: words.T("Find in the events"), Short: words.T("Find"), Keys: []Key{ctrl("F")}, Enabled: open, Run: h.Find},
		{ID: "edit.unfilter", Group: Edit, Title: words.T("Show all events again"), Keys: []Key{ctrl("F").with(Shift)},
			Enabled: func() bool { return !s.Filter().Empty() }, Run: func() { s.SetFilter(session.Filter{}) }},
		{ID: "edit.all", Group: Edit, Title: words.T("Select all events"), Keys: []Key{ctrl("A")}, Enabled: events, Run: s.SelectAll},
		{ID: "edit.bulk", Group: Edit, Title: words.T("Change all selected…"), Keys: []Key{ctrl("B")}, Enabled: func() bool {
			return len(s.Selection()) > 1 && idle()
		}, Run: h.AskBulk},
		{ID: "edit.title", Group: Edit, Title: words.T("Title of the brief…"), Keys: keys("F2"), Enabled: editable, Run: h.AskTitle},
		{ID: "edit.sides", Group: Edit, Title: words.T("Sides…"), Enabled: editable, Run: h.AskSides},
		{ID: "edit.eras", Group: Edit, Title: words.T("Eras…"), Enabled: editable, Run: h.AskEras},
		{ID: "edit.controls", Group: Edit, Title: words.T("Areas of control…"), Enabled: editable, Run: h.AskControls},
		{ID: "edit.prefs", Group: Edit, Title: words.T("Preferences…"), Keys: []Key{ctrl(",")}, Enabled: always, Run: h.AskPrefs},
		{ID: "edit.escape", Group: Edit, Title: words.T("Clear the selection"), Keys: keys("Escape"), Enabled: func() bool {
			return selected() || !idle() || !s.Filter().Empty()
		}, Run: func() { escape(s) }},

		{ID: "edit.accept", Group: Event, Title: words.T("Accept the event"), Short: words.T("Accept"), Keys: keys("A"),
			Enabled: status(timeline.Accepted), Run: func() { s.Review(timeline.Accepted) }},
		{ID: "edit.reject", Group: Event, Title: words.T("Reject the event"), Short: words.T("Reject"), Keys: keys("X", "R"),
			Enabled: status(timeline.Rejected), Run: func() { s.Review(timeline.Rejected) }},
		{ID: "edit.propose", Group: Event, Title: words.T("Take the decision back"), Short: words.T("Undecided"), Keys: keys("U"),
			Enabled: status(timeline.Proposed), Run: func() { s.Propose(s.Selection()...) }},
		{ID: "edit.review", Group: Event, Title: words.T("Next event to review"), Short: words.T("Next"), Keys: keys("J", "Down"), Enabled: events,
			Run: func() {
				if !s.NextProposed() {
					s.Step(1)
				}
			}},
		{ID: "edit.edit", Group: Event, Title: words.T("Edit the event"), Short: words.T("Edit"), Keys: keys("E", "Return"), Enabled: func() bool {
			return selected() && idle()
		}, Run: h.EditEvent},
		{ID: "edit.merge", Group: Event, Title: words.T("Merge the selected events"), Short: words.T("Merge"), Keys: keys("M"), Enabled: func() bool {
			return len(s.Selection()) > 1 && idle()
		}, Run: s.Merge},
		{ID: "edit.split", Group: Event, Title: words.T("Split the event"), Short: words.T("Split"), Keys: keys("S"), Enabled: func() bool {
			return s.CanSplit() && idle()
		}, Run: s.Split},
		{ID: "edit.new", Group: Event, Title: words.T("New event here"), Short: words.T("New event"), Keys: keys("N"), Enabled: editable, Run: h.NewEvent},
		{ID: "edit.duplicate", Group: Event, Title: words.T("Duplicate the event"), Keys: []Key{ctrl("D")}, Enabled: func() bool {
			return s.CanSplit() && idle()
		}, Run: s.Duplicate},
		{ID: "edit.delete", Group: Event, Title: words.T("Delete the event"), Short: words.T("Delete"), Keys: keys("Delete"), Enabled: func() bool {
			return selected() && idle()
		}, Run: func() { s.Delete(s.Selection()...) }},

		{ID: "time.play", Group: Time, Title: words.T("Play or pause"), Short: words.T("Play"), Keys: keys("Space", "K"), Enabled: events,
			On: func() bool { return s.Clock().Playing }, Run: s.TogglePlay},
		{ID: "time.next", Group: Time, Title: words.T("Next event"), Short: words.T("Next"), Keys: keys("Right", "Next"), Enabled: events, Run: func() { s.Step(1) }},
		{ID: "time.previous", Group: Time, Title: words.T("Previous event"), Short: words.T("Previous"), Keys: keys("Left", "Up", "Prior"), Enabled: events, Run: func() { s.Step(-1) }},
		{ID: "time.first", Group: Time, Title: words.T("First event"), Short: words.T("First"), Keys: keys("Home"), Enabled: events, Run: s.First},
		{ID: "time.last", Group: Time, Title: words.T("Last event"), Short: words.T("Last"), Keys: keys("End"), Enabled: events, Run: s.Last},
		{ID: "time.slower", Group: Time, Title: words.T("Slower"), Keys: []Key{key("<"), shift(",")}, Enabled: events,
			Run: func() { s.SetSpeed(s.Clock().Speed / 2) }},
		{ID: "time.faster", Group: Time, Title: words.T("Faster"), Keys: []Key{key(">"), shift(".")}, Enabled: events,
			Run: func() { s.SetSpeed(s.Clock().Speed * 2) }},
		{ID: "time.true", Group: Time, Title: words.T("Play in true time"), Enabled: events,
			On: func() bool { return s.Clock().TrueTime }, Run: func() { s.SetTrueTime(!s.Clock().TrueTime) }},
		{ID: "time.loop", Group: Time, Title: words.T("Play again and again"), Keys: keys("L"), Enabled: events,
			On: func() bool { return s.Clock().Loop }, Run: func() { s.SetLoop(!s.Clock().Loop) }},
		{ID: "time.moment", Group: Time, Title: words.T("Show what holds now"), Short: words.T("Moment"), Keys: []Key{{"1", Alt}}, Enabled: events,
			On: mode(scene.Moment), Run: func() { s.SetMode(scene.Moment) }},
		{ID: "time.window", Group: Time, Title: words.T("Show a window of time"), Short: words.T("Window"), Keys: []Key{{"2", Alt}}, Enabled: events,
			On: mode(scene.Window), Run: func() { s.SetMode(scene.Window) }},
		{ID: "time.cumulative", Group: Time, Title: words.T("Show all up to now"), Short: words.T("Cumulative"), Keys: []Key{{"3", Alt}}, Enabled: events,
			On: mode(scene.Cumulative), Run: func() { s.SetMode(scene.Cumulative) }},
		{ID: "time.later", Group: Time, Title: words.T("Move the window on"), Keys: []Key{shift("Right")}, Enabled: mode(scene.Window),
			Run: func() { s.ShiftWindow(1) }},
		{ID: "time.earlier", Group: Time, Title: words.T("Move the window back"), Keys: []Key{shift("Left")}, Enabled: mode(scene.Window),
			Run: func() { s.ShiftWindow(-1) }},

		{ID: "time.goto", Group: Time, Title: words.T("Go to a date…"), Keys: []Key{key("G"), key("T"), ctrl("G")}, Enabled: events, Run: h.AskGoto},
		lanes("side", words.T("Lanes by side")), lanes("kind", words.T("Lanes by kind")), lanes("source", words.T("Lanes by source")),

		{ID: "view.search", Group: View, Title: words.T("Search everything…"), Keys: []Key{ctrl("K"), ctrl("P").with(Shift)}, Enabled: always, Run: h.Search},
		{ID: "view.fit", Group: View, Title: words.T("Fit all events"), Short: words.T("Fit"), Keys: []Key{key("0"), ctrl("0")}, Enabled: events, Run: h.Fit},
		{ID: "view.zoomto", Group: View, Title: words.T("Zoom to the event"), Keys: keys("Z"), Enabled: selected, Run: h.ZoomTo},
		{ID: "view.in", Group: View, Title: words.T("Zoom in"), Keys: []Key{key("+"), key("="), shift("=")}, Enabled: open, Run: func() { h.Zoom(2) }},
		{ID: "view.out", Group: View, Title: words.T("Zoom out"), Keys: keys("-"), Enabled: open, Run: func() { h.Zoom(0.5) }},
		{ID: "view.pane", Group: View, Title: words.T("Next pane"), Keys: keys("F6"), Enabled: open, Run: func() { h.FocusNext(1) }},
		{ID: "view.paneback", Group: View, Title: words.T("Previous pane"), Keys: []Key{shift("F6")}, Enabled: open, Run: func() { h.FocusNext(-1) }},
		pane(LeftPane, "left", words.T("List of events"), ctrl("1")), pane(RightPane, "right", words.T("Inspector"), ctrl("2")),
		pane(TimePane, "time", words.T("Timeline"), ctrl("3")), pane(AllPanes, "map", words.T("Only the map"), ctrl("\\")),
		look("light", words.T("Light window")), look("dark", words.T("Dark window")), look("contrast", words.T("High contrast window")),
		{ID: "view.menu", Group: View, Title: words.T("Menu"), Keys: keys("F10"), Enabled: always, Run: h.ShowMenu},
		{ID: "view.full", Group: View, Title: words.T("Full screen"), Keys: keys("F11"), Enabled: always, Run: h.ToggleFullScreen},

		{ID: "help.tour", Group: Help, Title: words.T("A short tour"), Enabled: open, Run: h.Tour},
		{ID: "help.keys", Group: Help, Title: words.T("Keys…"), Keys: []Key{key("F1"), key("?"), shift("/")}, Enabled: always, Run: h.ShowKeys},
		{ID: "help.about", Group: Help, Title: words.T("About Dateline…"), Enabled: always, Run: h.AskAbout},
	}
	table = slices.Insert(table, len(table)-3, baseMaps(s, h, editable)...) // before Help
	table = before(table, func(c Command) bool { return c.ID == "file.quit" }, keeping(s, h))
	return before(table, func(c Command) bool { return c.Group == View }, briefing(s, h, editable, events))
}

// before puts commands before the first one of which that holds.
func before(table []Command, first func(Command) bool, more []Command) []Command {
	return slices.Insert(table, max(slices.IndexFunc(table, first), 0), more...)
}

// escape gives up one thing: the job under way, else the selection, else the
// filter.
func escape(s *session.Session) {
	if _, _, busy := s.Busy(); busy {
		s.CancelJob()
		return
	}
	if s.Selected() == "" {
		s.SetFilter(session.Filter{})
		return
	}
	s.Select("")
}

// named says what a command would take back or do again.
func named(verb, of string, what func() (string, bool)) func() string {
	return func() string {
		w, ok := what()
		if !ok {
			return verb
		}
		return words.F(of, w)
	}
}

// baseMaps are the choices of a map under the events. None of the online ones
// is asked for anything unless it is chosen here.
func baseMaps(s *session.Session, h Host, enabled func() bool) []Command {
	choice := func(id, name, title string) Command {
		return Command{
			ID: "view.tiles." + name, Group: View, Sub: words.T("Base map"), Title: title, Enabled: enabled,
			On: func() bool {
				chosen, _ := s.Tiles()
				return chosen == id
			},
			Run: func() { s.SetTiles(id) },
		}
	}
	out := []Command{choice("", "none", words.T("Built in (offline)"))}
	for _, p := range tiles.Providers() {
		out = append(out, choice(p.ID, p.ID, words.F("%s (online)", p.Title)))
	}
	isOwn := func() bool {
		id, _ := s.Tiles()
		_, _, ok := tiles.Own(id)
		return ok
	}
	isFile := func() bool {
		id, _ := s.Tiles()
		_, ok := tiles.PathOf(id)
		return ok
	}
	return append(out,
		Command{ID: "view.tiles.own", Group: View, Sub: words.T("Base map"), Title: words.T("Tiles of your own (online)…"), Enabled: enabled, On: isOwn, Run: h.AskOwnTiles},
		Command{ID: "view.tiles.file", Group: View, Sub: words.T("Base map"), Title: words.T("Tiles in a file…"), Enabled: enabled, On: isFile, Run: h.AskTileFile})
}
