package window

import (
	"errors"
	"fmt"
	"path/filepath"
	"sync"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"dateline/app/brief"
	"dateline/app/command"
	"dateline/app/file"
	"dateline/app/journal"
	"dateline/app/kit"
	"dateline/app/session"
	"dateline/app/state"
	"dateline/app/theme"
	"dateline/app/words"
)

var _ command.Keeping = (*Window)(nil)

// safekeeper keeps the work of a window safe: a journal of what is not saved, a
// lock on the file, its earlier versions, and which files were open. A nil
// safekeeper keeps nothing.
type safekeeper struct {
	w        *Window
	self     file.Holder
	journal  *journal.Keeper
	versions file.Versions
	recent   state.Recent
	lost     []journal.Lost // not yet asked about
	document int            // whose file is locked
	opening  sync.WaitGroup // locks files that were opened

	mu   sync.Mutex // what follows is used by saving too, in another goroutine
	lock *file.Lock
	path string // that lock is of
}

// Keep keeps the work of the window in a folder of state, and offers what was
// lost before.
func (w *Window) Keep(folder string) {
	self := file.Self(time.Now())
	k := &safekeeper{w: w, self: self, versions: file.Versions{Dir: state.Versions(folder)}, recent: state.RecentIn(folder)}
	k.journal = journal.Open(state.Journals(folder), self, func(err error) { w.do(func() { w.fail(err) }) })
	w.safe = k
	w.session.OnChange(k.changed)
	w.welcome.setRecent(w, k.recent.List())
	go func() {
		lost, err := journal.Find(state.Journals(folder))
		w.do(func() {
			if err != nil {
				w.fail(err)
			}
			k.lost = lost
			k.offer()
		})
	}()
}

// changed notes what is open now.
func (k *safekeeper) changed(c session.Change) {
	s := k.w.session
	if c.Has(session.BriefChanged|session.SavedChanged) && !s.Empty() {
		k.journal.Note(journal.State{Document: s.Document(), Path: s.Path(), Brief: s.Brief(), Unsaved: s.Unsaved()})
		if s.Document() != k.document {
			k.document = s.Document()
			k.opened(s.Path())
		}
	}
	if c.Has(session.BusyChanged) {
		k.offer()
	}
}

// opened locks the file of a brief that was just opened.
func (k *safekeeper) opened(path string) {
	document := k.document
	k.opening.Go(func() {
		err := k.take(path, false)
		if err == nil && path != "" {
			err = k.recent.Add(path)
		}
		k.w.do(func() {
			if k.w.session.Document() != document {
				return
			}
			var locked *file.LockedError
			switch {
			case errors.As(err, &locked):
				k.askLocked(locked)
			case k.w.session.ReadOnly() != nil:
				k.w.fail(fmt.Errorf("this brief can be looked at and not changed: %w", k.w.session.ReadOnly()))
			}
			// Without a lock, as in a folder that nobody may write to, the
			// file can be read all the same, and saving says what is wrong.
		})
	})
}

// take gives back the lock that there is and locks another file, "" for none.
func (k *safekeeper) take(path string, force bool) error {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.lock != nil && k.path == path && k.lock.Held() && !force {
		return nil
	}
	if k.lock != nil {
		if err := k.lock.Release(); err != nil {
			return err
		}
		k.lock, k.path = nil, ""
	}
	if path == "" {
		return nil
	}
	acquire := file.Acquire
	if force {
		acquire = file.TakeOver
	}
	lock, err := acquire(path, k.self)
	if err == nil {
		k.lock, k.path = lock, path
	}
	return err
}

// askLocked asks what to do about a file that is open elsewhere.
func (k *safekeeper) askLocked(locked *file.LockedError) {
	w := k.w
	w.session.SetReadOnly(fmt.Errorf("it is open read-only, since %w: save it under another name to change it", locked))
	if w.modal() {
		w.dismiss()
	}
	text := kit.Wrapped(kit.Body(upperFirst(locked.Error()) + ".\n\n" + words.T("It can be read here. Take it over only if that window is not in use: it can then save under another name alone.")))
	take := kit.NewButton(words.T("Take it over"), kit.Outlined, func() {
		w.dismiss()
		go func() {
			err := k.take(locked.Path, true)
			w.do(func() {
				if err != nil {
					w.fail(err)
					return
				}
				w.session.SetReadOnly(nil)
			})
		}()
	})
	w.askWith(words.T("Open in another window"), text, fyne.NewSize(520, 230), nil, take, kit.NewButton(words.T("Read only"), kit.Primary, w.dismiss))
}

// writeBrief saves a brief, in another goroutine: under the lock of its file,
// with the version before kept.
func (w *Window) writeBrief(path string, b brief.Brief) error {
	k := w.safe
	if k == nil {
		return brief.Save(path, b)
	}
	k.mu.Lock()
	lost := k.lock != nil && k.path == path && !k.lock.Held()
	k.mu.Unlock()
	if lost {
		return fmt.Errorf("%s: %w", filepath.Base(path), file.ErrLockLost)
	}
	var locked *file.LockedError
	if err := k.take(path, false); errors.As(err, &locked) {
		return fmt.Errorf("%w: save under another name", err)
	}
	if err := k.versions.Keep(path, time.Now()); err != nil {
		return err
	}
	if err := brief.Save(path, b); err != nil {
		return err
	}
	return k.recent.Add(path)
}

// offer asks about what was lost, when nothing else goes on.
func (k *safekeeper) offer() {
	w := k.w
	if _, _, busy := w.session.Busy(); busy || len(k.lost) == 0 || w.modal() || w.session.Unsaved() {
		return
	}
	l := k.lost[0]
	k.lost = k.lost[1:]
	title := l.Title
	if title == "" {
		title = words.T("Untitled brief")
	}
	where := words.T("It was in no file yet.")
	if l.Path != "" {
		where = words.F("Its file is %s.", filepath.Base(l.Path))
	}
	text := kit.Wrapped(kit.Body(words.F("Dateline ended without being closed. “%s” has changes that were not saved, the last of %s. %s",
		title, words.Time(l.Time.Local(), "2 January 2006, 15:04"), where)))
	discard := kit.NewButton(words.T("Discard"), kit.Outlined, func() {
		w.dismiss()
		if err := l.Discard(); err != nil {
			w.fail(err)
		}
		k.offer()
	})
	later := kit.NewButton(words.T("Later"), kit.Outlined, func() { w.dismiss(); k.offer() })
	recover := kit.NewButton(words.T("Recover"), kit.Primary, func() {
		w.dismiss()
		k.recoverLost(l)
	})
	w.askWith(words.T("Recover unsaved changes?"), text, fyne.NewSize(520, 190), nil, discard, later, recover)
}

// recoverLost opens what was lost. Its journal goes when this window has it in
// its own.
func (k *safekeeper) recoverLost(l journal.Lost) {
	w := k.w
	before := w.session.Document()
	var cancel func()
	cancel = w.session.OnChange(func(c session.Change) {
		if !c.Has(session.BriefChanged) || w.session.Document() == before {
			return
		}
		cancel()
		go func() {
			k.journal.Flush()
			if err := l.Discard(); err != nil {
				w.do(func() { w.fail(err) })
			}
		}()
	})
	w.session.Recover(l.Brief, l.Path)
}

// discard forgets what is not saved: the person said so.
func (k *safekeeper) discard() {
	if k != nil {
		k.journal.Close(true)
	}
}

// close gives everything back. What is not saved stays in the journal.
func (k *safekeeper) close() {
	if k == nil {
		return
	}
	k.opening.Wait()
	k.journal.Close(false)
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.lock != nil {
		_ = k.lock.Release() // a lock that stays is known to be stale
	}
}

// AskRecent asks which of the files that were open last to open.
func (w *Window) AskRecent() {
	if w.modal() || w.safe == nil {
		return
	}
	list := w.safe.recent.List()
	if len(list) == 0 {
		w.askWith(words.T("Open recent"), kit.Wrapped(kit.Body(words.T("No brief was saved or opened yet."))), fyne.NewSize(420, 150), nil,
			kit.NewButton(words.T("Close"), kit.Primary, w.dismiss))
		return
	}
	var rows []fyne.CanvasObject
	for _, p := range list {
		rows = append(rows, w.choice(filepath.Base(p), filepath.Dir(p), func() { w.open(p) }))
	}
	w.askWith(words.T("Open recent"), container.NewVScroll(kit.Column(rows...)), fyne.NewSize(560, 420), nil, kit.NewButton(words.T("Cancel"), kit.Outlined, w.dismiss))
}

// choice is a row of a dialog that closes it and does something.
func (w *Window) choice(title, meta string, then func()) fyne.CanvasObject {
	b := kit.NewButton(title, kit.Plain, func() { w.dismiss(); then() })
	b.OnKey = w.typed
	return container.NewBorder(nil, nil, b, nil, kit.Inset(8, 4, 8, 4, kit.NewLabelCut(meta, theme.SizeMeta, false, theme.Muted)))
}

// AskVersions asks which earlier version of the file to open. It is opened as
// changes that are not saved: saving keeps the version of now.
func (w *Window) AskVersions() {
	path := w.session.Path()
	if w.modal() || w.safe == nil || path == "" {
		return
	}
	list, err := w.safe.versions.List(path)
	if err != nil {
		w.fail(err)
		return
	}
	if len(list) == 0 {
		w.askWith(words.T("Earlier versions"), kit.Wrapped(kit.Body(words.T("There is none yet: one is kept each time that the brief is saved over its file."))),
			fyne.NewSize(420, 160), nil, kit.NewButton(words.T("Close"), kit.Primary, w.dismiss))
		return
	}
	var rows []fyne.CanvasObject
	for _, v := range list {
		size := fmt.Sprintf("%d KB", (v.Size+1023)/1024)
		rows = append(rows, w.choice(words.F("Until %s", words.Time(v.Time.Local(), "2 January 2006, 15:04:05")), size, func() {
			w.unlessUnsaved(func() { w.openVersion(v.Path, path) })
		}))
	}
	w.askWith(words.T("Earlier versions"), container.NewVScroll(kit.Column(rows...)), fyne.NewSize(480, 420), nil, kit.NewButton(words.T("Cancel"), kit.Outlined, w.dismiss))
}

// openVersion opens an earlier version as changes of the file of now.
func (w *Window) openVersion(version, path string) {
	go func() {
		b, err := brief.Read(version)
		w.do(func() {
			if err != nil {
				w.fail(fmt.Errorf("opening an earlier version: %w", err))
				return
			}
			w.session.Recover(b, path)
		})
	}()
}
