package command

import (
	"context"
	"fmt"
	"io"
	"strings"
	"testing"

	"dateline/app/brief"
	"dateline/app/session"
	"dateline/app/work"
	"dateline/geo/geocode"
	"dateline/geo/scene"
	"dateline/timeline"
	"dateline/timeline/edtf"
	"dateline/timeline/source"
)

// engine reads every brief as three events, one a day.
type engine struct{}

func (engine) Open(name string, r io.Reader) (brief.Brief, error) {
	text, err := io.ReadAll(r)
	return brief.FromDocument(source.Document{ID: "d", Name: name, Text: string(text)}), err
}

func (e engine) Sample() (brief.Brief, error) { return e.Open("sample", strings.NewReader("text")) }

func (e engine) Read(_ context.Context, b brief.Brief, _ func(string, float64)) (work.Content, error) {
	var placed []geocode.Placed
	for _, day := range []string{"2014-06-10", "2014-06-11", "2014-06-12"} {
		placed = append(placed, geocode.Placed{Event: timeline.Event{
			ID: timeline.ID(day), Status: timeline.Proposed,
			When: timeline.NewWhen(edtf.MustParse(day), day, timeline.Span{}),
		}})
	}
	return e.Arrange(b, []work.Report{{Result: geocode.Result{Events: placed}}}), nil
}

func (engine) Arrange(b brief.Brief, reports []work.Report) work.Content {
	c := work.Content{Reports: reports}
	for i, p := range reports[0].Result.Events {
		if s := b.Edits[p.ID].Status; s != nil {
			p.Status = *s
		}
		c.Events = append(c.Events, scene.Event{Placed: p, Number: i + 1})
	}
	c.Moments = work.Moments(c.Events)
	return c
}

// host notes what it is asked for.
type host struct{ asked []string }

func (h *host) note(s string)     { h.asked = append(h.asked, s) }
func (h *host) AskOpen()          { h.note("open") }
func (h *host) AskPaste()         { h.note("paste") }
func (h *host) AskSaveAs()        { h.note("save as") }
func (h *host) AskExport()        { h.note("export") }
func (h *host) AskDate()          { h.note("date") }
func (h *host) Fit()              { h.note("fit") }
func (h *host) ZoomTo()           { h.note("zoom to") }
func (h *host) Zoom(f float64)    { h.note("zoom") }
func (h *host) FocusNext(int)     { h.note("focus") }
func (h *host) ToggleFullScreen() { h.note("full screen") }
func (h *host) ShowKeys()         { h.note("keys") }
func (h *host) AskAbout()         { h.note("about") }
func (h *host) Quit()             { h.note("quit") }
func (h *host) AskAdd()           { h.note("add") }
func (h *host) AskControls()      { h.note("controls") }
func (h *host) AskTitle()         { h.note("title") }
func (h *host) AskBulk()          { h.note("bulk") }
func (h *host) AskSides()         { h.note("sides") }
func (h *host) AskEras()          { h.note("eras") }
func (h *host) AskPrefs()         { h.note("preferences") }
func (h *host) AskGoto()          { h.note("go to") }
func (h *host) AskTileFile()      { h.note("tile file") }
func (h *host) AskOwnTiles()      { h.note("own tiles") }
func (h *host) Find()             { h.note("find") }
func (h *host) Search()           { h.note("search") }
func (h *host) EditEvent()        { h.note("edit") }
func (h *host) NewEvent()         { h.note("new") }
func (h *host) ShowMenu()         { h.note("menu") }
func (h *host) Collapse(Pane)     { h.note("collapse") }
func (h *host) Collapsed(Pane) bool {
	return false
}
func (h *host) SetLanes(by string) { h.note("lanes by " + by) }
func (h *host) Lanes() string      { return "side" }
func (h *host) SetTheme(n string)  { h.note("theme " + n) }
func (h *host) Theme() string      { return "light" }
func (h *host) Tour()              { h.note("tour") }
func (h *host) Present(here, windows bool) {
	h.note(fmt.Sprintf("present here %v, in windows %v", here, windows))
}
func (h *host) ShowSteps()      { h.note("steps") }
func (h *host) AddStep()        { h.note("add a step") }
func (h *host) RetakeStep()     { h.note("retake") }
func (h *host) EditStep()       { h.note("edit a step") }
func (h *host) ShowStep(by int) { h.note(fmt.Sprint("step ", by)) }
func (h *host) AskBookmark()    { h.note("keep") }
func (h *host) AskBookmarks()   { h.note("kept") }
func (h *host) AskExportSteps() { h.note("export steps") }
func (h *host) AskRecent()      { h.note("recent") }
func (h *host) AskVersions()    { h.note("versions") }

// fixture is a session with its table; with a brief open unless empty.
func fixture(t *testing.T, open bool) (*session.Session, *host, *Table) {
	t.Helper()
	queue := make(chan func(), 100)
	s := session.New(session.Deps{Engine: engine{}, Do: func(f func()) { queue <- f }})
	if open {
		s.OpenSample()
		for {
			if _, _, busy := s.Busy(); !busy {
				break
			}
			(<-queue)()
		}
		if err := s.Err(); err != nil {
			t.Fatal(err)
		}
	}
	h := &host{}
	return s, h, New(s, h)
}

func TestTableIsWhole(t *testing.T) {
	_, _, table := fixture(t, false)
	ids, taken := make(map[string]bool), make(map[Key]string)
	grouped := 0
	for _, g := range Groups {
		if len(table.In(g)) == 0 {
			t.Errorf("nothing in %s", g)
		}
		grouped += len(table.In(g))
	}
	if grouped != len(table.All()) {
		t.Errorf("%d of %d commands stand in a menu", grouped, len(table.All()))
	}
	for _, c := range table.All() {
		if c.Title == "" || c.Run == nil || c.Enabled == nil {
			t.Errorf("%s lacks something", c.ID)
		}
		if ids[c.ID] {
			t.Errorf("%s is there twice", c.ID)
		}
		ids[c.ID] = true
		for _, k := range c.Keys {
			if taken[k] != "" {
				t.Errorf("%v is for %s and for %s", k, taken[k], c.ID)
			}
			taken[k] = c.ID
		}
		if got, ok := table.ByID(c.ID); !ok || got.Title != c.Title {
			t.Errorf("%s is not found by its ID", c.ID)
		}
	}
	if _, ok := table.ByID("no.such"); ok {
		t.Error("found what is not there")
	}
}

func TestEmptyWindow(t *testing.T) {
	_, h, table := fixture(t, false)
	enabled := ""
	for _, c := range table.All() {
		if c.Enabled() {
			enabled += c.ID + " "
		}
	}
	want := "file.open file.paste file.sample file.recent file.quit edit.prefs view.search view.theme.light view.theme.dark view.theme.contrast " +
		"view.menu view.full help.keys help.about "
	if enabled != want {
		t.Errorf("enabled:\n%s\nwant:\n%s", enabled, want)
	}
	if !table.Press(ctrl("E")) || len(h.asked) > 0 {
		t.Errorf("a disabled key asked for %v", h.asked)
	}
	if table.Press(key("Q")) {
		t.Error("a key that stands for nothing counts")
	}
}

func TestKeys(t *testing.T) {
	tests := []struct {
		name string
		keys []Key
		want func(*session.Session) bool
	}{
		{"next", keys("Right", "Right"), func(s *session.Session) bool { return s.Selected() == "2014-06-11" }},
		{"previous", keys("End", "Left"), func(s *session.Session) bool { return s.Selected() == "2014-06-11" }},
		{"a clicker", keys("Home", "Next", "Next", "Prior"), func(s *session.Session) bool { return s.Selected() == "2014-06-11" }},
		{"play", keys("Space"), func(s *session.Session) bool { return s.Clock().Playing }},
		{"pause", keys("Space", "K"), func(s *session.Session) bool { return !s.Clock().Playing }},
		{"faster", []Key{shift("."), shift("."), key("<")}, func(s *session.Session) bool { return s.Clock().Speed == 2 }},
		{"accept", keys("Home", "A"), func(s *session.Session) bool { e, _ := s.Event("2014-06-10"); return e.Status == timeline.Accepted }},
		{"review goes on", keys("Home", "A", "X"), func(s *session.Session) bool {
			e, _ := s.Event("2014-06-11")
			return e.Status == timeline.Rejected && s.Selected() == "2014-06-12"
		}},
		{"next to review", keys("Home", "A", "J", "J"), func(s *session.Session) bool { return s.Selected() == "2014-06-11" }},
		{"all", []Key{ctrl("A"), key("A")}, func(s *session.Session) bool { return s.Modified() && len(s.Selection()) == 3 }},
		{"delete", keys("Home", "Delete"), func(s *session.Session) bool { e, _ := s.Event("2014-06-10"); return e.Status == timeline.Rejected }},
		{"accept and take it back", keys("Home", "A", "Home", "U"), func(s *session.Session) bool {
			e, _ := s.Event("2014-06-10")
			return e.Status == timeline.Proposed
		}},
		{"undo", []Key{key("Home"), key("R"), ctrl("Z")}, func(s *session.Session) bool { return !s.Modified() }},
		{"redo", []Key{key("Home"), key("R"), ctrl("Z"), ctrl("Y")}, func(s *session.Session) bool { return s.Modified() }},
		{"accept nothing", keys("A"), func(s *session.Session) bool { return !s.Modified() }},
		{"clear", keys("Home", "Escape"), func(s *session.Session) bool { return s.Selected() == "" }},
		{"moment", []Key{{"1", Alt}}, func(s *session.Session) bool { return s.Clock().Mode == scene.Moment }},
		{"window moves", []Key{key("Home"), {"2", Alt}, shift("Right"), shift("Right")}, func(s *session.Session) bool {
			return s.Clock().Mode == scene.Window && s.Clock().From.Day() >= 11
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, h, table := fixture(t, true)
			for _, k := range tt.keys {
				if !table.Press(k) {
					t.Fatalf("%v stands for nothing", k)
				}
			}
			if !tt.want(s) {
				t.Errorf("selected %q, clock %+v, modified %v", s.Selected(), s.Clock(), s.Modified())
			}
			if len(h.asked) > 0 {
				t.Errorf("asked the window for %v", h.asked)
			}
		})
	}
}

func TestHost(t *testing.T) {
	_, h, table := fixture(t, true)
	for _, k := range []Key{
		ctrl("O"), ctrl("V").with(Shift), ctrl("S"), ctrl("E"), key("0"), key("+"), key("F6"), key("F11"), key("F1"), ctrl("Q"),
		ctrl("K"), ctrl("F"), key("G"), key("N"), ctrl(","), ctrl("\\"), key("F10"), key("F2"),
	} {
		table.Press(k)
	}
	want := "open, paste, save as, export, fit, zoom, focus, full screen, keys, quit, search, find, go to, new, preferences, collapse, menu, title"
	if got := strings.Join(h.asked, ", "); got != want {
		t.Errorf("asked for %q, want %q", got, want)
	}
}

func TestSwitches(t *testing.T) {
	_, _, table := fixture(t, true)
	c, _ := table.ByID("time.window")
	if c.On() {
		t.Error("on before")
	}
	c.Run()
	if !c.On() || c.Label() != "Window" {
		t.Errorf("on %v, label %q", c.On(), c.Label())
	}
}

func TestKeyString(t *testing.T) {
	tests := []struct {
		key  Key
		want string
	}{
		{key("A"), "A"},
		{ctrl("S").with(Shift), "Ctrl+Shift+S"},
		{Key{"1", Alt}, "Alt+1"},
		{key("Right"), "→"},
		{key("Prior"), "Page Up"},
	}
	for _, tt := range tests {
		if got := tt.key.String(); got != tt.want {
			t.Errorf("%+v is %q, want %q", tt.key, got, tt.want)
		}
	}
	if c := (Command{Title: "Quit"}); c.Shortcut() != "" || c.Label() != "Quit" {
		t.Errorf("%q, %q", c.Shortcut(), c.Label())
	}
}

func TestNamesSayWhatIsUndone(t *testing.T) {
	_, _, table := fixture(t, true)
	undo, _ := table.ByID("edit.undo")
	if undo.Now() != "Undo" {
		t.Errorf("%q", undo.Now())
	}
	table.Press(key("Home"))
	table.Press(key("A"))
	if undo.Now() != "Undo “Accept”" {
		t.Errorf("%q", undo.Now())
	}
}

func TestBindings(t *testing.T) {
	_, h, table := fixture(t, true)
	b := Bindings{"edit.find": {key("A"), ctrl("+")}, "view.search": {}}
	again, err := ParseBindings(b.String())
	if err != nil || again.String() != b.String() {
		t.Fatalf("%q is read as %q (%v)", b, again, err)
	}
	table.Bind(again)
	table.Press(key("A"))
	table.Press(ctrl("+"))
	table.Press(ctrl("K"))
	if got := strings.Join(h.asked, ", "); got != "find, find" {
		t.Errorf("asked for %q", got)
	}
	if accept, _ := table.ByID("edit.accept"); len(accept.Keys) != 0 || len(table.Usual("edit.accept")) != 1 {
		t.Errorf("accept has %v", accept.Keys)
	}
	if table.Holder(key("A")) != "edit.find" || table.Holder(key("Q")) != "" {
		t.Error("a key is held by another command")
	}
	table.Bind(nil)
	if table.Holder(key("A")) != "edit.accept" || table.Holder(ctrl("K")) != "view.search" {
		t.Error("the usual keys are not back")
	}
}

func TestBindingsThatAreNone(t *testing.T) {
	b, err := ParseBindings("edit.find=A;nonsense;=B")
	if err == nil || len(b) != 1 || !strings.Contains(err.Error(), "nonsense") {
		t.Errorf("%v, %v", b, err)
	}
}
