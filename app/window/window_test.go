package window

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"

	"dateline/app/exportdlg"
	"dateline/app/kit"
	"dateline/app/session"
	"dateline/app/theme"
	"dateline/app/work"
	"dateline/geo/scene"
	"dateline/timeline"
)

// undated is a report of ours without a date.
const undated = `Fighting in the hills

Rebels took the town of Shendi on Friday. On Saturday government troops pushed north from Khartoum toward Shendi.

Two days later the United Nations said 12,000 people had fled to Atbara.
`

// fixture is a window on the test driver with the data that ships. What other
// goroutines hand over waits in a queue until the test looks for something.
type fixture struct {
	*Window
	t     *testing.T
	queue chan func()
}

func newFixture(t *testing.T) *fixture {
	t.Helper()
	// Asked for first, the folders of the test go last: what is still open
	// cannot be removed on Windows.
	t.TempDir()
	a := test.NewTempApp(t)
	f := &fixture{t: t, queue: make(chan func(), 1000)}
	f.Window = New(a, work.New(), func(fn func()) { f.queue <- fn })
	t.Cleanup(func() {
		done := make(chan bool)
		go func() { f.Close(); close(done) }()
		for {
			select {
			case <-f.queue:
			case <-done:
				return
			}
		}
	})
	f.win.Resize(fyne.NewSize(1440, 900))
	return f
}

// until runs what was handed over until something holds.
func (f *fixture) until(what string, holds func() bool) {
	f.t.Helper()
	end := time.After(4 * time.Minute)
	for !holds() {
		select {
		case fn := <-f.queue:
			fn()
		case <-end:
			f.t.Fatalf("it does not come about that %s (error: %v)", what, f.session.Err())
		case <-time.After(20 * time.Millisecond):
		}
	}
}

func (f *fixture) idle() bool {
	_, _, busy := f.session.Busy()
	return !busy
}

// sample opens the sample.
func (f *fixture) sample() *fixture {
	f.t.Helper()
	f.session.OpenSample()
	f.until("the sample is open", func() bool { return f.idle() && !f.session.Empty() })
	return f
}

func (f *fixture) key(name fyne.KeyName) { f.typed(&fyne.KeyEvent{Name: name}) }

// words are all texts that are seen below an object.
func wordsOf(o fyne.CanvasObject) string {
	if !o.Visible() {
		return ""
	}
	var out []string
	switch o := o.(type) {
	case *canvas.Text:
		return o.Text
	case *fyne.Container:
		for _, c := range o.Objects {
			out = append(out, wordsOf(c))
		}
	case *container.Scroll:
		return wordsOf(o.Content)
	case fyne.Widget:
		for _, c := range test.WidgetRenderer(o).Objects() {
			out = append(out, wordsOf(c))
		}
	}
	return strings.Join(out, " ")
}

func (f *fixture) sees(o fyne.CanvasObject, want string) {
	f.t.Helper()
	if got := strings.Join(strings.Fields(wordsOf(o)), " "); !strings.Contains(got, want) {
		f.t.Errorf("%q is not seen in %q", want, got)
	}
}

func TestWelcome(t *testing.T) {
	f := newFixture(t)
	for _, want := range []string{"Paste report…", "Open report…", "Open the sample"} {
		f.sees(f.win.Content(), want)
	}
	if f.panes.Visible() {
		t.Error("the panes are there without a brief")
	}
	if f.win.Title() != "Dateline" {
		t.Errorf("the title is %q", f.win.Title())
	}
}

func TestStepsShowInEveryPane(t *testing.T) {
	f := newFixture(t).sample()
	if f.welcome.object.Visible() {
		t.Fatal("the welcome is still there")
	}
	f.win.Canvas().Capture() // has the pictures asked for: they learn their size
	f.key(fyne.KeyRight)
	first := f.session.Selected()
	f.key(fyne.KeyRight)
	second := f.session.Selected()
	if first == "" || second == first {
		t.Fatalf("the steps select %q and %q", first, second)
	}
	e, _ := f.session.SelectedEvent()
	f.sees(f.inspector, e.Title)
	f.until("the map and the timeline show it", func() bool {
		return f.world.Shown().Input.Selected == second && f.time.Shown().Selected == second
	})
	f.key(fyne.KeyLeft)
	if f.session.Selected() != first {
		t.Error("Left does not step back")
	}
	f.key(fyne.KeyEnd)
	if n, of := f.session.Position(); n != of {
		t.Errorf("End goes to %d of %d", n, of)
	}
	f.key(fyne.KeyEscape)
	if f.session.Selected() != "" {
		t.Error("Escape does not clear the selection")
	}
	f.sees(f.inspector, f.session.Brief().Title)
}

func TestSpacePlays(t *testing.T) {
	f := newFixture(t).sample()
	f.key(fyne.KeyHome)
	at := f.session.Clock().Now
	f.session.SetSpeed(8)
	f.key(fyne.KeySpace)
	if !f.session.Clock().Playing {
		t.Fatal("nothing plays")
	}
	f.until("the clock goes on", func() bool { return f.session.Clock().Now.After(at) })
	f.key(fyne.KeySpace)
	f.until("the ticker ends", func() bool { return !f.ticking })
	if f.session.Clock().Playing {
		t.Error("it still plays")
	}
}

func TestAcceptAndRejectShowInTheList(t *testing.T) {
	f := newFixture(t).sample()
	f.key(fyne.KeyRight)
	f.key(fyne.KeyA)
	f.until("it is accepted", func() bool {
		return f.idle() && f.session.Events()[0].Status == timeline.Accepted
	})
	if at := f.session.Events()[1].ID; f.session.Selected() != at {
		t.Errorf("the next to review is %s, not %s", f.session.Selected(), at)
	}
	if it := f.list.Items()[0]; !it.Accepted {
		t.Errorf("the list shows %+v", it)
	}
	f.sees(f.left.object, "1 of")
	if !strings.Contains(f.win.Title(), "*") {
		t.Errorf("the title %q does not say that something is not saved", f.win.Title())
	}
	f.session.Undo()
	f.until("it is taken back", func() bool { return f.idle() && !f.session.Modified() })
	if f.list.Items()[0].Accepted {
		t.Error("the list still shows it as accepted")
	}
}

func TestHoverIsTheSameEverywhere(t *testing.T) {
	f := newFixture(t).sample()
	f.win.Canvas().Capture()
	id := f.session.Events()[1].ID
	f.list.OnHover(id)
	if f.session.Hovered() != id {
		t.Fatal("the list's hover does not reach the session")
	}
	f.until("the map shows it", func() bool { return f.world.Hovered() == id })
}

func TestWordsOfTheReportSelectTheirEvent(t *testing.T) {
	f := newFixture(t).sample()
	e := f.session.Events()[0]
	f.report.OnPick(e.From[0].Start + 1)
	if got, _ := f.session.SelectedEvent(); got.ID == "" || got.From[0].Source != e.From[0].Source {
		t.Errorf("picking the words of %q selects %q", e.Title, got.Title)
	}
	f.left.show(true)
	if !f.report.Visible() || f.left.list.Visible() {
		t.Error("the report is not shown in place of the list")
	}
	if w := f.panes.Objects[2].Size().Width; w != theme.ReportWidth {
		t.Errorf("the report is %v wide", w)
	}
	f.left.show(false)
	if w := f.panes.Objects[2].Size().Width; w != theme.LeftWidth {
		t.Errorf("the list is %v wide", w)
	}
}

func TestModesAreOneChoice(t *testing.T) {
	f := newFixture(t).sample()
	for i, m := range modes {
		test.Tap(f.transport.mode.Buttons[i])
		if f.session.Clock().Mode != m || !f.transport.mode.Buttons[i].On {
			t.Errorf("mode %d is not chosen", i)
		}
	}
	f.key(fyne.KeyHome)
	f.reset()
	if _, end := f.session.Extent(); f.session.Clock().Mode != scene.Cumulative || !f.session.Clock().Now.Equal(end) {
		t.Error("Reset does not show all")
	}
}

func TestReportWithoutADateIsAskedAbout(t *testing.T) {
	f := newFixture(t)
	path := filepath.Join(t.TempDir(), "report.txt")
	if err := os.WriteFile(path, []byte(undated), 0o600); err != nil {
		t.Fatal(err)
	}
	f.dropped(fyne.NewPos(100, 100), []fyne.URI{storage.NewFileURI(path)})
	f.until("the date is asked for", f.modal)
	f.sees(f.win.Canvas().Overlays().Top(), "When was the report published?")
	entry := f.win.Canvas().Focused().(*kit.Entry)
	test.Type(entry, "31 May")
	f.key(fyne.KeyEscape)
	if f.modal() {
		t.Fatal("Escape does not leave the dialog")
	}
	f.changed(^session.Change(0))
	if f.modal() {
		t.Error("it is asked a second time")
	}
	f.AskDate()
	entry = f.win.Canvas().Focused().(*kit.Entry)
	test.Type(entry, "17 May 2023")
	entry.OnSubmitted(entry.Text)
	f.until("the events are dated", func() bool {
		return f.idle() && len(f.session.Events()) > 0 && f.session.Events()[0].When.Known()
	})
	if got := f.session.Events()[0].When.Earliest.Format("2006-01-02"); got != "2023-05-12" {
		t.Errorf("the Friday before is %s", got)
	}
}

func TestErrorIsShownAndCanBeDismissed(t *testing.T) {
	f := newFixture(t)
	f.session.OpenFile(filepath.Join(t.TempDir(), "no such file.txt"))
	f.until("it has failed", func() bool { return f.session.Err() != nil })
	f.sees(f.win.Content(), "no such file.txt")
	f.sample()
	f.session.OpenFile(filepath.Join(t.TempDir(), "nor this.txt"))
	f.until("it has failed again", func() bool { return f.session.Err() != nil })
	if !f.banner.object.Visible() {
		t.Fatal("no banner")
	}
	if f.session.Empty() {
		t.Error("what was open is gone")
	}
	f.session.ClearErr()
	if f.banner.object.Visible() {
		t.Error("the banner stays")
	}
}

func TestExportWritesAPicture(t *testing.T) {
	f := newFixture(t).sample()
	path := filepath.Join(t.TempDir(), "map.png")
	finished := false
	f.export(exportdlg.Choice{Width: 640, Height: 360, Style: "print", AsSeen: true}, path, func(err error) {
		finished = true
		if err != nil {
			t.Error(err)
		}
	})
	f.until("the picture is written", func() bool { return finished })
	data, err := os.ReadFile(path)
	if err != nil || len(data) < 10000 || string(data[1:4]) != "PNG" {
		t.Errorf("%d bytes, %v", len(data), err)
	}
	finished = false
	f.export(exportdlg.Choice{Width: 640, Height: 360, Style: "light"}, filepath.Join(t.TempDir(), "no", "map.png"), func(err error) {
		finished = true
		if err == nil {
			t.Error("writing into a folder that is not there succeeds")
		}
	})
	f.until("the other one is refused", func() bool { return finished })
	if !f.banner.object.Visible() {
		t.Error("nobody is told")
	}
}

func TestUnsavedChangesAreAskedAbout(t *testing.T) {
	f := newFixture(t).sample()
	f.key(fyne.KeyRight)
	f.key(fyne.KeyA)
	f.until("it is accepted", func() bool { return f.idle() && f.session.Modified() })
	gone := false
	f.unlessUnsaved(func() { gone = true })
	if gone || !f.modal() {
		t.Fatal("it is not asked")
	}
	f.sees(f.win.Canvas().Overlays().Top(), "changes that are not saved")
	f.key(fyne.KeyEscape)
	if gone || f.modal() {
		t.Error("Escape does not stay")
	}
	path := filepath.Join(t.TempDir(), "x.dateline")
	saved := false
	f.session.SaveAs(path, func(err error) { saved = err == nil })
	f.until("it is saved", func() bool { return saved })
	f.unlessUnsaved(func() { gone = true })
	if !gone {
		t.Error("it is asked although all is saved")
	}
}

func TestFocusGoesRoundThePanes(t *testing.T) {
	f := newFixture(t).sample()
	var got []fyne.Focusable
	for range 5 {
		f.FocusNext(1)
		got = append(got, f.win.Canvas().Focused())
	}
	want := []fyne.Focusable{f.world, f.list, f.inspector, f.time, nil}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("step %d focuses %T", i, got[i])
		}
	}
	f.FocusNext(-1)
	if f.win.Canvas().Focused() != fyne.Focusable(f.time) {
		t.Error("backwards it does not come to the timeline")
	}
	f.time.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	if f.session.Selected() == "" {
		t.Error("the keys do not step while the timeline has the focus")
	}
}

func TestMenusFollowTheTable(t *testing.T) {
	f := newFixture(t)
	f.win.SetMainMenu(f.menu()) // as where the system has a bar for it
	find := func(title string) *fyne.MenuItem {
		for _, m := range f.win.MainMenu().Items {
			for _, it := range m.Items {
				if it.ChildMenu != nil {
					for _, sub := range it.ChildMenu.Items {
						if sub.Label == title {
							return sub
						}
					}
				}
				if it.Label == title {
					return it
				}
			}
		}
		t.Fatalf("no menu item %q", title)
		return nil
	}
	if !find("Export image…").Disabled || find("Open report…").Disabled {
		t.Error("without a brief the wrong things can be done")
	}
	f.sample()
	if find("Export image…").Disabled {
		t.Error("nothing can be exported though a brief is open")
	}
	find("Dark window").Action()
	if f.Mode() != theme.Dark || f.style.Name != "dark" {
		t.Error("the window is not dark")
	}
}

func TestNoDialogOverADialog(t *testing.T) {
	f := newFixture(t).sample()
	f.AskExport()
	f.AskPaste()
	f.ShowKeys()
	if n := len(f.win.Canvas().Overlays().List()); n != 1 {
		t.Errorf("%d dialogs are open", n)
	}
	at := f.session.Selected()
	f.key(fyne.KeyRight)
	if f.session.Selected() != at {
		t.Error("keys reach the panes behind a dialog")
	}
}

func TestFileDialogsOpenAndClose(t *testing.T) {
	f := newFixture(t).sample()
	for name, ask := range map[string]func(){
		"open": f.AskOpen, "save": f.AskSaveAs, "export": func() { f.exportTo(exportdlg.Choice{Width: 640, Height: 360, Style: "light"}) },
	} {
		ask()
		if !f.modal() {
			t.Errorf("%s: no dialog", name)
		}
		f.key(fyne.KeyEscape)
		if f.modal() {
			t.Errorf("%s: Escape does not leave it", name)
		}
	}
}

func TestSentence(t *testing.T) {
	for text, want := range map[string]string{
		"opening: no such file":            "Opening: no such file.",
		"the file is empty":                "The file is empty.",
		"x.pdf: PDF is not read yet":       "x.pdf: PDF is not read yet.",
		"it is more than can be read.":     "It is more than can be read.",
		"/home/a b.txt: it is a directory": "/home/a b.txt: it is a directory.",
	} {
		if got := sentence(errors.New(text)); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestFileName(t *testing.T) {
	for title, want := range map[string]string{
		"The advance": "The advance", "a/b: c?": "a-b- c", "": "brief", " .. ": "brief",
		strings.Repeat("long ", 30): "long long long long long long long long long long long long",
	} {
		if got := fileName(title); got != want {
			t.Errorf("%q: %q, want %q", title, got, want)
		}
	}
}

// TestFilesSentWhileItRuns are opened one after the other, until it is closed.
func TestFilesSentWhileItRuns(t *testing.T) {
	f := newFixture(t)
	path := filepath.Join(t.TempDir(), "sent.txt")
	if err := os.WriteFile(path, []byte("12 May 2019\n\nRebels took Gao on Friday."), 0o600); err != nil {
		t.Fatal(err)
	}
	sent, closed, ended := make(chan string, 1), make(chan struct{}), make(chan struct{})
	go func() { f.take(sent, closed); close(ended) }()
	sent <- path
	f.until("the report is open", func() bool { return f.idle() && !f.session.Empty() })
	close(closed)
	<-ended
}
