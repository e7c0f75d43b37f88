package window

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"dateline/app/brief"
	"dateline/app/file"
	"dateline/app/journal"
	"dateline/app/state"
	"dateline/timeline"
)

// TestWhatIsNotSavedIsKept looks at the journal of an edited brief, and at what
// is left when it is saved.
func TestWhatIsNotSavedIsKept(t *testing.T) {
	w := newFixture(t)
	folder := t.TempDir()
	w.Keep(folder)
	w.sample()
	w.session.Accept(w.session.Events()[0].ID)
	w.safe.journal.Flush()
	if n := entries(t, state.Journals(folder)); n != 1 {
		t.Errorf("%d journals of an edited brief", n)
	}
	path := filepath.Join(t.TempDir(), "a.dateline")
	for range 2 { // the second time there is a version before
		saved := false
		w.session.SaveAs(path, func(err error) {
			saved = true
			if err != nil {
				t.Error(err)
			}
		})
		w.until("it is saved", func() bool { return saved })
		w.safe.journal.Flush()
		if n := entries(t, state.Journals(folder)); n != 0 {
			t.Errorf("%d journals of a saved brief", n)
		}
	}
	if list, err := w.safe.versions.List(path); err != nil || len(list) != 1 {
		t.Errorf("%v: %d versions", err, len(list))
	}
	if list := w.safe.recent.List(); len(list) != 1 || list[0] != path {
		t.Errorf("recent files: %v", list)
	}
	var locked *file.LockedError
	if _, err := file.Acquire(path, file.Self(time.Now())); !errors.As(err, &locked) {
		t.Errorf("the file is not locked: %v", err)
	}
	// Taken over elsewhere, it is not written over.
	if _, err := file.TakeOver(path, file.Self(time.Now())); err != nil {
		t.Fatal(err)
	}
	if err := w.writeBrief(path, w.session.Brief()); !errors.Is(err, file.ErrLockLost) {
		t.Errorf("saved over what another window has: %v", err)
	}
}

// TestLostWorkComesBack recovers what another program left.
func TestLostWorkComesBack(t *testing.T) {
	w := newFixture(t)
	folder := t.TempDir()
	b, err := w.engine.Sample()
	if err != nil {
		t.Fatal(err)
	}
	b.Title = "Lost and found"
	dead := file.Self(time.Now())
	dead.PID, dead.Token = 1<<30, "dead"
	k := journal.Open(state.Journals(folder), dead, func(err error) { t.Error(err) })
	k.Note(journal.State{Document: 1, Brief: b, Unsaved: true})
	k.Close(false)

	w.Keep(folder)
	w.until("it asks what to do", w.modal)
	lost, err := journal.Find(state.Journals(folder))
	if err != nil || len(lost) != 1 {
		t.Fatalf("%v: %d lost", err, len(lost))
	}
	w.dismiss()
	w.safe.recoverLost(lost[0])
	w.until("it is open", func() bool { return w.idle() && w.session.Brief().Title == b.Title })
	if !w.session.Modified() {
		t.Error("it counts as saved")
	}
	w.until("its journal gives way to that of this window", func() bool {
		names, err := os.ReadDir(state.Journals(folder))
		return err == nil && len(names) == 1 && names[0].Name() != "dead.journal"
	})
}

// TestLockedElsewhere opens a file that another window has: it can be looked
// at, and taken over.
func TestLockedElsewhere(t *testing.T) {
	w := newFixture(t)
	path := filepath.Join(t.TempDir(), "a.dateline")
	b, err := w.engine.Sample()
	if err != nil {
		t.Fatal(err)
	}
	if err := brief.Save(path, b); err != nil {
		t.Fatal(err)
	}
	other := file.Self(time.Now())
	if _, err := file.Acquire(path, other); err != nil {
		t.Fatal(err)
	}
	w.Keep(t.TempDir())
	w.session.OpenFile(path)
	w.until("it says that it is open elsewhere", func() bool { return w.modal() && w.session.ReadOnly() != nil })
	id := w.session.Events()[0].ID
	w.session.Accept(id)
	if e, _ := w.session.Event(id); e.Status == timeline.Accepted || w.session.Err() == nil {
		t.Error("it can be changed, or nothing says why not")
	}
	if err := w.writeBrief(path, b); err == nil {
		t.Error("it can be saved")
	}
	if err := w.safe.take(path, true); err != nil {
		t.Fatal(err)
	}
	w.session.SetReadOnly(nil)
	w.session.Accept(id)
	if e, _ := w.session.Event(id); e.Status != timeline.Accepted {
		t.Error("taken over it cannot be changed")
	}
}

func entries(t *testing.T, dir string) int {
	t.Helper()
	names, err := os.ReadDir(dir)
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	return len(names)
}
