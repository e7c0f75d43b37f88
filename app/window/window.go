// Package window puts the program's one window together: it shows a session
// in its panes, and passes on what a person does in them. What can be decided
// without a window is decided in the session.
package window

import (
	"errors"
	"image/color"
	"time"

	"github.com/paulmach/orb"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"dateline/app/command"
	"dateline/app/dirs"
	"dateline/app/eventlist"
	"dateline/app/identity"
	"dateline/app/inspector"
	"dateline/app/kit"
	"dateline/app/mapview"
	"dateline/app/online"
	"dateline/app/palette"
	"dateline/app/present"
	"dateline/app/reportview"
	"dateline/app/session"
	"dateline/app/theme"
	"dateline/app/timeview"
	"dateline/app/words"
	"dateline/app/work"
	"dateline/geo/geocode"
	"dateline/geo/proj"
	"dateline/geo/scene"
	"dateline/timeline"
)

// Engine is what the window needs of the program's data and drawing;
// *work.Engine is the one that ships.
type Engine interface {
	session.Engine
	Input(work.Content, work.ViewOptions) (scene.Input, error)
	Fit(c work.Content, size orb.Point) (proj.View, error)
	Finder() (geocode.Finder, error)
}

// Window is the window with its session. It belongs to Fyne's goroutine.
type Window struct {
	app      fyne.App
	win      fyne.Window
	do       func(func())
	engine   Engine
	session  *session.Session
	commands *command.Table
	style    scene.Style
	finder   geocode.Finder

	tips      *kit.Tips
	top       *topBar
	filter    *filterBar
	palette   *palette.View
	offered   offer
	left      *leftPane
	transport *transportBar
	banner    *banner
	busy      *busyCard
	note      *mapNote
	follow    *kit.Button
	online    *online.Map
	world     *mapview.View
	time      *timeview.View
	list      *eventlist.View
	report    *reportview.View
	inspector *inspector.View
	panes     *fyne.Container
	welcome   *welcomeScreen
	over      *fyne.Container // what the tour points out

	doc     timeline.SourceID // of the report shown
	opened  timeline.SourceID // first report of the brief the panes are fitted to
	asked   timeline.SourceID // the report whose date was asked for
	dialog  *kit.Dialog       // the one that is open, but for those of Fyne
	ticking bool
	items   map[string]*fyne.MenuItem // of the commands, by their IDs

	talk *present.Show // the presentation under way; nil: none
	safe *safekeeper   // nil: nothing is kept

	program    identity.Identity
	mode       theme.Mode
	prefs      prefs
	sizes      sizes
	timeWanted float64                  // the height that all lanes would have
	lanesBy    string                   // what the lanes were when that was reckoned
	buttons    map[string][]*kit.Button // of the commands, by their IDs
	shortcuts  []fyne.Shortcut          // that the canvas knows
	clicked    string                   // what was clicked last, and when
	clickedAt  time.Time
}

// New makes the window, empty; do brings a func to Fyne's goroutine. What is
// chosen is kept with the preferences of a.
func New(a fyne.App, e Engine, do func(func())) *Window {
	return newWindow(a, e, do, a.Preferences())
}

func newWindow(a fyne.App, e Engine, do func(func()), kept keeper) *Window {
	w := &Window{app: a, engine: e, do: do, win: a.NewWindow("Dateline"), buttons: make(map[string][]*kit.Button)}
	w.session = session.New(session.Deps{Engine: e, Do: do, Save: w.writeBrief})
	w.commands = command.New(w.session, w)
	// The theme first: what is made before it would have to be made again.
	w.prefs = prefs{kept}
	w.sizes = w.prefs.sizes()
	a.Settings().SetTheme(theme.New(w.prefs.theme()))
	w.tips = kit.NewTips()
	w.world = mapview.New(do, w.tips)
	w.time = timeview.New(do, w.tips)
	w.list = eventlist.New()
	w.list.Tips = w.tips
	w.report = reportview.New(do)
	w.inspector = inspector.New(do, w.commandButton("edit.accept", kit.Primary), w.commandButton("edit.edit", kit.Outlined),
		w.commandButton("edit.reject", kit.Outlined),
		w.commandButton("edit.review", kit.Outlined))
	w.top = newTopBar(w)
	w.filter = newFilterBar(w)
	w.left = newLeftPane(w)
	w.follow = newFollow(w)
	w.transport = newTransportBar(w)
	w.banner = newBanner(w)
	w.busy = newBusyCard(w)
	w.welcome = newWelcome(w)
	w.note = newMapNote()
	w.online = newOnline(w)
	w.connect()
	w.panes = newPanes(w)
	w.over = container.NewStack()
	w.win.SetContent(container.NewStack(
		// No grounds of paper: Fyne clears the window to it, and painting it
		// again is slow where there is no graphics hardware.
		w.panes, w.welcome.object, w.over, w.busy.object, w.tips,
	))
	w.win.SetPadded(false)
	w.win.SetMaster()
	w.win.Resize(fyne.NewSize(1440, 900))
	if nativeMenu() {
		w.win.SetMainMenu(w.menu())
	}
	w.keys()
	w.win.SetOnDropped(w.dropped)
	w.win.SetCloseIntercept(w.Quit)
	w.SetMode(w.prefs.theme())
	w.bind(w.prefs.bindings())
	w.applyPrefs()
	w.session.OnChange(w.changed)
	w.changed(^session.Change(0))
	return w
}

// Run shows the window with the files, of which the first is a report or a
// brief and the others are reports, and those that are sent while it runs. It
// returns when it is closed.
func Run(a fyne.App, program identity.Identity, e Engine, files []string, sent <-chan string) {
	settings, problem := openSettings()
	if err := words.Speak(languageOf(settings)); err != nil {
		problem = errors.Join(problem, err)
	}
	w := newWindow(a, e, fyne.Do, settings)
	w.program = program
	if problem != nil {
		w.fail(problem)
	}
	if d, err := dirs.Here(); err != nil {
		w.fail(err)
	} else {
		w.Keep(d.State)
	}
	w.session.OpenFiles(files)
	closed := make(chan struct{})
	a.Lifecycle().SetOnStarted(func() { go w.take(sent, closed) })
	w.win.ShowAndRun()
	close(closed)
	w.Close()
	if err := settings.Close(); err != nil {
		fyne.LogError("closing", err)
	}
}

// take opens the files that are sent, until the window is closed.
func (w *Window) take(sent <-chan string, closed <-chan struct{}) {
	for {
		select {
		case path := <-sent:
			w.do(func() { w.receive([]string{path}) })
		case <-closed:
			return
		}
	}
}

// Window is Fyne's window.
func (w *Window) Window() fyne.Window { return w.win }

// Session is the state that the window shows.
func (w *Window) Session() *session.Session { return w.session }

// Close ends the work of the panes; the window is of no use after that.
func (w *Window) Close() {
	if w.talk != nil {
		w.talk.End()
	}
	w.safe.close()
	w.online.Close()
	w.world.Close()
	w.time.Close()
	w.report.Close()
	w.inspector.Close()
}

// SetMode makes the window and its map light or dark.
func (w *Window) SetMode(m theme.Mode) {
	style, err := scene.StyleByName(m.Style())
	if err != nil {
		w.fail(err)
		return
	}
	w.style, w.mode = style, m
	th := theme.New(m)
	w.app.Settings().SetTheme(th)
	get := func(n fyne.ThemeColorName) color.NRGBA {
		return color.NRGBAModel.Convert(th.Color(n, 0)).(color.NRGBA)
	}
	w.time.SetPalette(timeview.Palette{
		Ground: get(theme.Panel), Ink: get(theme.Ink), Muted: get(theme.Muted), Grid: mixed(get(theme.Hairline), get(theme.Panel)),
		Hairline: get(theme.Hairline), Bars: mixed(get(theme.Muted), get(theme.Panel)), Paper: get(theme.Paper), Now: get(theme.Alert),
		Hue: style.Hue,
	})
	thumb := get(theme.Muted)
	thumb.A = 0x70
	p := reportview.Palette{
		Ground: get(theme.Paper), Ink: get(theme.Ink), Muted: get(theme.Muted), Thumb: thumb,
		Hue: style.Hue, Date: get(theme.FocusRing),
	}
	w.report.SetPalette(p)
	w.inspector.SetPalette(p)
	w.panes.Refresh() // Fyne leaves out what is hidden now
	w.welcome.object.Refresh()
	w.changed(session.BriefChanged)
}

// mixed is halfway between two colours.
func mixed(a, b color.NRGBA) color.NRGBA {
	f := func(x, y uint8) uint8 { return uint8((int(x) + int(y)) / 2) }
	return color.NRGBA{f(a.R, b.R), f(a.G, b.G), f(a.B, b.B), 255}
}

// Mode is which colours the window has.
func (w *Window) Mode() theme.Mode { return w.mode }

// connect passes what is done in the panes on to the session.
func (w *Window) connect() {
	s := w.session
	w.world.OnSelect, w.world.OnHover, w.world.OnKey, w.world.OnError = w.selected, s.Hover, w.typed, w.fail
	w.world.OnLack = w.lacks
	w.world.OnDrop, w.world.OnMenu = w.moveOnMap, w.mapMenu
	w.world.OnMoved = w.movedByHand
	w.time.OnSelect, w.time.OnHover, w.time.OnKey = w.selected, s.Hover, w.typed
	w.time.OnSeek, w.time.OnWindow = s.SetNow, s.SetWindow
	w.time.OnMove, w.time.OnMembers = w.moveInTime, w.members
	w.time.OnNew = func(t time.Time) { w.newEvent(nil, t) }
	w.list.OnSelect, w.list.OnHover, w.list.OnKey = w.selected, s.Hover, w.typed
	w.report.OnHover, w.report.OnKey = s.Hover, w.typed
	w.report.OnPick = func(offset int) { s.SelectAt(w.doc, offset) }
	w.inspector.Editor, w.inspector.OnKey = w.editor(), w.typed
	w.inspector.OnQuote = func(int) { w.left.show(true) }
}

// selected selects what was clicked; with Ctrl it is added to the selection or
// taken out, with Shift everything up to it is selected. A second click edits.
func (w *Window) selected(id timeline.ID) {
	if i, ok := w.offered.at(id); ok {
		w.inspector.Choose(i)
		return
	}
	held := w.held()
	switch {
	case id == "":
		w.session.Select("")
	case held&fyne.KeyModifierShortcutDefault != 0:
		w.session.Toggle(id)
	case held&fyne.KeyModifierShift != 0:
		w.session.Extend(id)
	default:
		if id == w.session.Selected() {
			w.reveal() // the chip that points to it was clicked
		}
		w.session.Select(id)
		if w.doubled(string(id)) {
			w.EditEvent()
		}
	}
}

// commandButton is a button that does what a command does, with its key.
func (w *Window) commandButton(id string, look kit.Look) *kit.Button {
	c, ok := w.commands.ByID(id)
	b := kit.NewButton(c.Label(), look, c.Run)
	if ok && len(c.Keys) > 0 && c.Keys[0].Mod == 0 {
		b.Key = c.Shortcut()
	}
	b.OnKey = w.typed
	w.buttons[id] = append(w.buttons[id], b)
	if ok {
		w.watch(func() { b.SetEnabled(c.Enabled()) })
	}
	return b
}

// commandIcon is a button with an icon that does what a command does.
func (w *Window) commandIcon(id string, icon fyne.Resource) *kit.Button {
	c, _ := w.commands.ByID(id)
	tip := c.Title
	if k := c.Shortcut(); k != "" {
		tip += "  " + k
	}
	b := kit.NewIcon(icon, tip, w.tips, c.Run)
	b.OnKey = w.typed
	if c.Enabled != nil {
		w.watch(func() { b.SetEnabled(c.Enabled()) })
	}
	return b
}

// watch calls f after every change but those of the clock's hand and the
// pointer, which come too often and enable nothing.
func (w *Window) watch(f func()) {
	w.session.OnChange(func(c session.Change) {
		if c&^session.HoverChanged != 0 {
			f()
		}
	})
	f()
}

// play keeps the clock going while it plays.
func (w *Window) play() {
	if w.ticking || !w.session.Clock().Playing {
		return
	}
	w.ticking = true
	go func() {
		const beat = 40 * time.Millisecond
		t := time.NewTicker(beat)
		defer t.Stop()
		last := time.Now()
		for range t.C {
			now := time.Now()
			dt := now.Sub(last)
			last = now
			again := make(chan bool, 1)
			w.do(func() {
				w.session.Advance(dt)
				w.ticking = w.session.Clock().Playing
				again <- w.ticking
			})
			if !<-again {
				return
			}
		}
	}()
}
