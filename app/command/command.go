// Package command is the one table of what a person can do in a window: menu,
// toolbar and keyboard are made from it, so that they never differ.
package command

import (
	"dateline/app/session"
)

// Command is one thing that can be done.
type Command struct {
	ID    string // "file.open"; never changes
	Group Group
	Sub   string // the submenu of the group that it stands in, "" for none
	Title string // as in a menu; "…" where something is asked first
	Short string // on a button, "" for Title
	// Name is the title as things are now, "Undo Accept"; nil for Title.
	Name func() string
	Keys []Key // the first is the one shown
	// Enabled reports whether it can be done now.
	Enabled func() bool
	// On reports whether a switch is on; nil for what is no switch.
	On func() bool
	// Run does it, if it is enabled.
	Run func()

	usual []Key // as the table gives them
}

// Label is the text of a button.
func (c Command) Label() string {
	if c.Short != "" {
		return c.Short
	}
	return c.Title
}

// Now is the title as things are now.
func (c Command) Now() string {
	if c.Name != nil {
		return c.Name()
	}
	return c.Title
}

// Shortcut is the key shown, "" if there is none.
func (c Command) Shortcut() string {
	if len(c.Keys) == 0 {
		return ""
	}
	return c.Keys[0].String()
}

// Group is the menu that a command stands in.
type Group string

// The groups.
const (
	File  Group = "File"
	Edit  Group = "Edit"
	Event Group = "Event"
	Time  Group = "Time"
	Steps Group = "Briefing"
	View  Group = "View"
	Help  Group = "Help"
)

// Groups are the groups in the order of the menus.
var Groups = [...]Group{File, Edit, Event, Time, Steps, View, Help}

// Host is what commands ask of the window. Every method returns at once.
type Host interface {
	AskOpen()     // for a report or a brief to open
	AskPaste()    // for a text
	AskSaveAs()   // for a file to save the brief in
	AskExport()   // for the size and the file of a picture
	AskDate()     // for the date of publication
	AskAdd()      // for a report to add to the brief
	AskTitle()    // for the brief's title
	AskBulk()     // what to change in all selected events
	AskSides()    // how the parties are drawn
	AskControls() // for the areas that parties hold
	AskEras()     // for the stretches of time with a name
	AskPrefs()    // for the preferences
	AskGoto()     // for a date to go to
	AskTileFile() // for a file of tiles to show under the events
	AskOwnTiles() // for the address of a service of tiles
	Find()        // for the words that events must have
	Search()      // for anything: events, places, dates, commands
	EditEvent()   // open the selected event's fields
	NewEvent()    // at the middle of the map and at the playhead
	ShowMenu()
	Collapse(p Pane) // hide a part of the window, or show it again
	Collapsed(p Pane) bool
	SetLanes(by string) // what the timeline's lanes are: "side", "kind", "source"
	Lanes() string
	SetTheme(name string) // "light", "dark", "contrast"
	Theme() string
	Tour()
	Fit()    // show all events
	ZoomTo() // the selected event
	Zoom(factor float64)
	FocusNext(panes int) // move the focus that many panes on
	ToggleFullScreen()
	ShowKeys() // the sheet of shortcuts
	AskAbout() // what version this is, and whose work is in it
	Quit()
	Briefing
	Keeping
}

// Pane is a part of the window that can be hidden.
type Pane uint8

// The parts; AllPanes are all but the map.
const (
	LeftPane Pane = iota
	RightPane
	TimePane
	AllPanes
)

// Table is the commands of one window.
type Table struct {
	all   []Command
	byID  map[string]int
	byKey map[Key]int
}

// New makes the table for a session and its window.
func New(s *session.Session, h Host) *Table {
	t := &Table{all: commands(s, h), byID: make(map[string]int)}
	for i := range t.all {
		c := &t.all[i]
		run, enabled := c.Run, c.Enabled
		c.Run = func() {
			if enabled() {
				run()
			}
		}
		t.byID[c.ID] = i
		c.usual = c.Keys
	}
	t.index()
	return t
}

// index finds commands by their keys; of two with the same key the later has
// it.
func (t *Table) index() {
	t.byKey = make(map[Key]int)
	for i := range t.all {
		for _, k := range t.all[i].Keys {
			t.byKey[k] = i
		}
	}
}

// All are the commands in the order of the menus.
func (t *Table) All() []Command { return t.all }

// In are the commands of a group.
func (t *Table) In(g Group) []Command {
	var out []Command
	for _, c := range t.all {
		if c.Group == g {
			out = append(out, c)
		}
	}
	return out
}

// ByID is the command of that ID; the zero Command if there is none.
func (t *Table) ByID(id string) (Command, bool) {
	if i, ok := t.byID[id]; ok {
		return t.all[i], true
	}
	return Command{}, false
}

// Press does what a key stands for and reports whether it stands for anything.
// A key whose command is not enabled now does nothing, and still counts.
func (t *Table) Press(k Key) bool {
	i, ok := t.byKey[k]
	if ok {
		t.all[i].Run()
	}
	return ok
}
