package command

import (
	"dateline/app/session"

	"dateline/app/words"
)

// Briefing is what commands of the briefing ask of the window.
type Briefing interface {
	// Present shows the briefing, from the current step or from the first; in
	// windows that can be moved, or filling a screen.
	Present(here, windows bool)
	ShowSteps()      // turn to the list of steps
	AddStep()        // of what is shown now
	RetakeStep()     // the current one shows what is shown now
	EditStep()       // the words, notes and time of the current one
	ShowStep(by int) // that many on from the current one
	AskBookmark()    // a name for what is shown now
	AskBookmarks()   // which one to go to
	AskExportSteps() // where to write all steps
}

// Keeping is what commands that keep work safe ask of the window.
type Keeping interface {
	AskRecent()   // which of the files that were open last
	AskVersions() // which earlier version of the file
}

// briefing are the commands of the briefing.
func briefing(s *session.Session, h Briefing, editable, events func() bool) []Command {
	steps := func() bool { return len(s.Steps()) > 0 }
	current := func() bool { return s.CurrentStep() >= 0 }
	step := func(id, title string, k Key, enabled func() bool, run func()) Command {
		return Command{ID: "steps." + id, Group: Steps, Title: title, Keys: []Key{k}, Enabled: enabled, Run: run}
	}
	movable := func(by int) func() bool {
		return func() bool { i := s.CurrentStep(); return i >= 0 && i+by >= 0 && i+by < len(s.Steps()) }
	}
	here := step("here", words.T("Present from here"), shift("F5"), events, func() { h.Present(true, false) })
	start := step("present", words.T("Present from the start"), key("F5"), events, func() { h.Present(false, false) })
	start.Short = words.T("Present")
	perEvent := Command{ID: "steps.each", Group: Steps, Title: words.T("Make a step for each event"), Short: words.T("One per event"), Enabled: func() bool {
		return editable() && events()
	}, Run: s.StepPerEvent}
	add := step("add", words.T("Add a step of what is shown"), ctrl("M"), editable, h.AddStep)
	add.Short = words.T("Add a step")
	return []Command{
		start, here,
		step("windows", words.T("Present in two windows"), ctrl("F5"), events, func() { h.Present(true, true) }),
		step("list", words.T("Steps"), ctrl("4"), func() bool { return !s.Empty() }, h.ShowSteps),
		perEvent, add,
		step("retake", words.T("Retake the step as shown"), ctrl("M").with(Shift), current, h.RetakeStep),
		step("edit", words.T("Words and notes of the step…"), ctrl("Return"), current, h.EditStep),
		step("duplicate", words.T("Duplicate the step"), ctrl("J"), current, func() { s.DuplicateStep(s.CurrentStep()) }),
		step("delete", words.T("Delete the step"), Key{"Delete", Alt}, current, func() { s.DeleteStep(s.CurrentStep()) }),
		step("up", words.T("Move the step up"), Key{"Up", Alt}, movable(-1), func() { s.MoveStep(s.CurrentStep(), s.CurrentStep()-1) }),
		step("down", words.T("Move the step down"), Key{"Down", Alt}, movable(1), func() { s.MoveStep(s.CurrentStep(), s.CurrentStep()+1) }),
		step("next", words.T("Show the next step"), Key{"Next", Alt}, steps, func() { h.ShowStep(1) }),
		step("previous", words.T("Show the step before"), Key{"Prior", Alt}, steps, func() { h.ShowStep(-1) }),
		step("keep", words.T("Keep this view…"), ctrl("B").with(Shift), editable, h.AskBookmark),
		step("bookmarks", words.T("Go to a kept view…"), ctrl("G").with(Shift), func() bool { return len(s.Brief().Bookmarks) > 0 }, h.AskBookmarks),
		step("export", words.T("Export all steps…"), ctrl("E").with(Shift), events, h.AskExportSteps),
	}
}

// keeping are the commands that find earlier work.
func keeping(s *session.Session, h Keeping) []Command {
	return []Command{
		{ID: "file.recent", Group: File, Title: words.T("Open recent…"), Keys: []Key{ctrl("R")}, Enabled: func() bool { return true }, Run: h.AskRecent},
		{ID: "file.versions", Group: File, Title: words.T("Earlier versions…"), Enabled: func() bool { return s.Path() != "" }, Run: h.AskVersions},
	}
}
