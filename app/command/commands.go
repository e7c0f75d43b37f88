package command

import (
	"slices"

	"dateline/app/session"
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
	table := []Command{
		{ID: "file.open", Group: File, Title: "Open report…", Keys: []Key{ctrl("O")}, Enabled: always, Run: h.AskOpen},
		{ID: "file.paste", Group: File, Title: "Paste report…", Keys: []Key{ctrl("V").with(Shift)}, Enabled: always, Run: h.AskPaste},
		{ID: "file.sample", Group: File, Title: "Open the sample", Enabled: always, Run: s.OpenSample},
		{ID: "file.date", Group: File, Title: "Date of the report…", Keys: []Key{ctrl("D").with(Shift)}, Enabled: editable, Run: h.AskDate},
		{ID: "file.save", Group: File, Title: "Save brief", Keys: []Key{ctrl("S")}, Enabled: func() bool {
			return editable() && (s.Modified() || s.Path() == "")
		}, Run: save},
		{ID: "file.saveas", Group: File, Title: "Save brief as…", Keys: []Key{ctrl("S").with(Shift)}, Enabled: editable, Run: h.AskSaveAs},
		{ID: "file.export", Group: File, Title: "Export image…", Keys: []Key{ctrl("E")}, Enabled: open, Run: h.AskExport},
		{ID: "file.quit", Group: File, Title: "Quit", Keys: []Key{ctrl("Q")}, Enabled: always, Run: h.Quit},

		{ID: "edit.undo", Group: Edit, Title: "Undo", Keys: []Key{ctrl("Z")}, Enabled: func() bool {
			_, ok := s.CanUndo()
			return ok && idle()
		}, Run: s.Undo},
		{ID: "edit.redo", Group: Edit, Title: "Redo", Keys: []Key{ctrl("Z").with(Shift), ctrl("Y")}, Enabled: func() bool {
			_, ok := s.CanRedo()
			return ok && idle()
		}, Run: s.Redo},
		{ID: "edit.accept", Group: Edit, Title: "Accept the event", Short: "Accept", Keys: keys("A"),
			Enabled: status(timeline.Accepted), Run: func() { s.Accept(s.Selected()) }},
		{ID: "edit.reject", Group: Edit, Title: "Reject the event", Short: "Reject", Keys: keys("R"),
			Enabled: status(timeline.Rejected), Run: func() { s.Reject(s.Selected()) }},
		{ID: "edit.propose", Group: Edit, Title: "Take the decision back", Short: "Undecided", Keys: keys("U"),
			Enabled: status(timeline.Proposed), Run: func() { s.Propose(s.Selected()) }},
		{ID: "edit.escape", Group: Edit, Title: "Clear the selection", Keys: keys("Escape"), Enabled: func() bool {
			return selected() || !idle()
		}, Run: func() { escape(s) }},

		{ID: "time.play", Group: Time, Title: "Play or pause", Short: "Play", Keys: keys("Space", "K"), Enabled: events,
			On: func() bool { return s.Clock().Playing }, Run: s.TogglePlay},
		{ID: "time.next", Group: Time, Title: "Next event", Short: "Next", Keys: keys("Right", "Next"), Enabled: events, Run: func() { s.Step(1) }},
		{ID: "time.previous", Group: Time, Title: "Previous event", Short: "Previous", Keys: keys("Left", "Prior"), Enabled: events, Run: func() { s.Step(-1) }},
		{ID: "time.first", Group: Time, Title: "First event", Short: "First", Keys: keys("Home"), Enabled: events, Run: s.First},
		{ID: "time.last", Group: Time, Title: "Last event", Short: "Last", Keys: keys("End"), Enabled: events, Run: s.Last},
		{ID: "time.slower", Group: Time, Title: "Slower", Keys: []Key{key("<"), shift(",")}, Enabled: events,
			Run: func() { s.SetSpeed(s.Clock().Speed / 2) }},
		{ID: "time.faster", Group: Time, Title: "Faster", Keys: []Key{key(">"), shift(".")}, Enabled: events,
			Run: func() { s.SetSpeed(s.Clock().Speed * 2) }},
		{ID: "time.moment", Group: Time, Title: "Show what holds now", Short: "Moment", Keys: []Key{{"1", Alt}}, Enabled: events,
			On: mode(scene.Moment), Run: func() { s.SetMode(scene.Moment) }},
		{ID: "time.window", Group: Time, Title: "Show a window of time", Short: "Window", Keys: []Key{{"2", Alt}}, Enabled: events,
			On: mode(scene.Window), Run: func() { s.SetMode(scene.Window) }},
		{ID: "time.cumulative", Group: Time, Title: "Show all up to now", Short: "Cumulative", Keys: []Key{{"3", Alt}}, Enabled: events,
			On: mode(scene.Cumulative), Run: func() { s.SetMode(scene.Cumulative) }},
		{ID: "time.later", Group: Time, Title: "Move the window on", Keys: []Key{shift("Right")}, Enabled: mode(scene.Window),
			Run: func() { s.ShiftWindow(1) }},
		{ID: "time.earlier", Group: Time, Title: "Move the window back", Keys: []Key{shift("Left")}, Enabled: mode(scene.Window),
			Run: func() { s.ShiftWindow(-1) }},

		{ID: "view.fit", Group: View, Title: "Fit all events", Short: "Fit", Keys: []Key{key("0"), ctrl("0")}, Enabled: events, Run: h.Fit},
		{ID: "view.zoomto", Group: View, Title: "Zoom to the event", Keys: keys("Z"), Enabled: selected, Run: h.ZoomTo},
		{ID: "view.in", Group: View, Title: "Zoom in", Keys: []Key{key("+"), key("="), shift("=")}, Enabled: open, Run: func() { h.Zoom(2) }},
		{ID: "view.out", Group: View, Title: "Zoom out", Keys: keys("-"), Enabled: open, Run: func() { h.Zoom(0.5) }},
		{ID: "view.pane", Group: View, Title: "Next pane", Keys: keys("F6"), Enabled: open, Run: func() { h.FocusNext(1) }},
		{ID: "view.paneback", Group: View, Title: "Previous pane", Keys: []Key{shift("F6")}, Enabled: open, Run: func() { h.FocusNext(-1) }},
		{ID: "view.full", Group: View, Title: "Full screen", Keys: keys("F11"), Enabled: always, Run: h.ToggleFullScreen},

		{ID: "help.keys", Group: Help, Title: "Keys…", Keys: []Key{key("F1"), key("?"), shift("/")}, Enabled: always, Run: h.ShowKeys},
	}
	return slices.Insert(table, len(table)-1, baseMaps(s, editable)...) // before Help
}

// escape gives up one thing: the job under way, else the selection.
func escape(s *session.Session) {
	if _, _, busy := s.Busy(); busy {
		s.CancelJob()
		return
	}
	s.Select("")
}

// baseMaps are the choices of a map under the events. None of the online ones
// is asked for anything unless it is chosen here.
func baseMaps(s *session.Session, enabled func() bool) []Command {
	choice := func(id, name, title string) Command {
		return Command{
			ID: "view.tiles." + name, Group: View, Sub: "Base map", Title: title, Enabled: enabled,
			On: func() bool {
				chosen, _ := s.Tiles()
				return chosen == id
			},
			Run: func() { s.SetTiles(id) },
		}
	}
	out := []Command{choice("", "none", "Built in (offline)")}
	for _, p := range tiles.Providers() {
		out = append(out, choice(p.ID, p.ID, p.Title+" (online)"))
	}
	return out
}
