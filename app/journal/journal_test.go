package journal

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"dateline/app/brief"
	"dateline/app/file"
	"dateline/timeline"
)

// gone is a holder that runs no longer.
func gone(t testing.TB, token string) file.Holder {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^$")
	if err := cmd.Run(); err != nil {
		t.Fatal(err)
	}
	h := file.Self(time.Now())
	h.PID, h.Token = cmd.Process.Pid, token
	return h
}

func opened(t *testing.T, dir string, by file.Holder) *Keeper {
	t.Helper()
	return Open(dir, by, func(err error) { t.Error(err) })
}

func files(t *testing.T, dir string) int {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	return len(entries)
}

func TestNothingToKeep(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "journals")
	k := opened(t, dir, gone(t, "a"))
	k.Note(State{Document: 1, Brief: start()})
	k.Close(false)
	if _, err := os.Stat(dir); err == nil {
		t.Error("it wrote something")
	}
	if lost, err := Find(dir); err != nil || lost != nil {
		t.Errorf("%v, %v", lost, err)
	}
	k.Flush() // of a closed one does nothing
	k.Close(true)
}

func TestRecover(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.dateline")
	k := opened(t, dir, gone(t, "a"))
	b := edited(start(), 1)
	for n := 2; n < 30; n++ {
		k.Note(State{Document: 1, Path: path, Brief: b, Unsaved: true})
		k.Flush()
		b = edited(b, n)
	}
	k.Note(State{Document: 1, Path: path, Brief: b, Unsaved: true})
	k.Close(false)
	lost, err := Find(dir)
	if err != nil || len(lost) != 1 {
		t.Fatalf("%v, %v", lost, err)
	}
	l := lost[0]
	if patch, err := brief.Patch(l.Brief, b); err != nil || patch != nil || l.Title != b.Title || l.Path != path || l.Changes != 28 {
		t.Errorf("%v: %.100s, %q, %q, %d", err, patch, l.Title, l.Path, l.Changes)
	}
	if err := l.Discard(); err != nil || files(t, dir) != 0 {
		t.Errorf("%v, %d files", err, files(t, dir))
	}
}

// TestSavedAndClosed leave nothing behind.
func TestSavedAndClosed(t *testing.T) {
	for name, last := range map[string]func(k *Keeper, s State){
		"saved":      func(k *Keeper, s State) { s.Unsaved = false; k.Note(s); k.Close(false) },
		"discarded":  func(k *Keeper, s State) { k.Close(true) },
		"another":    func(k *Keeper, s State) { k.Note(State{Document: 2, Brief: start()}); k.Close(false) },
		"saved last": func(k *Keeper, s State) { k.Flush(); s.Unsaved = false; k.Note(s); k.Close(true) },
	} {
		dir := t.TempDir()
		k := opened(t, dir, gone(t, "a"))
		s := State{Document: 1, Brief: edited(start(), 1), Unsaved: true}
		k.Note(s)
		k.Flush()
		if files(t, dir) != 1 {
			t.Errorf("%s: there was no journal", name)
		}
		if last(k, s); files(t, dir) != 0 {
			t.Errorf("%s: %d files are left", name, files(t, dir))
		}
	}
}

func TestFindLeavesOut(t *testing.T) {
	dir := t.TempDir()
	b := edited(start(), 1)
	// One that still runs.
	running := opened(t, dir, file.Self(time.Now()))
	running.Note(State{Document: 1, Brief: b, Unsaved: true})
	running.Flush()
	if lost, err := Find(dir); err != nil || len(lost) != 0 {
		t.Errorf("of a running program: %v, %v", lost, err)
	}
	running.Close(true)
	// One whose file holds the same.
	path := filepath.Join(t.TempDir(), "a.dateline")
	k := opened(t, dir, gone(t, "a"))
	k.Note(State{Document: 1, Path: path, Brief: b, Unsaved: true})
	k.Close(false)
	b.Show.Step = 3
	if err := brief.Save(path, b); err != nil {
		t.Fatal(err)
	}
	if lost, err := Find(dir); err != nil || len(lost) != 0 || files(t, dir) != 0 {
		t.Errorf("of what was saved: %v, %v, %d files", lost, err, files(t, dir))
	}
	// What is no journal is told of and left alone.
	if err := os.WriteFile(filepath.Join(dir, "x"+ext), []byte("nothing\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Find(dir); err == nil || !strings.Contains(err.Error(), "x.journal") || files(t, dir) != 1 {
		t.Errorf("of what is no journal: %v", err)
	}
}

// TestJournalIsBegunAnew before it is much larger than the brief.
func TestJournalIsBegunAnew(t *testing.T) {
	dir := t.TempDir()
	k := opened(t, dir, gone(t, "a"))
	b := brief.Brief{Title: "a"}
	long := strings.Repeat("x", 100_000)
	for n := range 60 {
		b.Title = fmt.Sprint(n, long)
		k.Note(State{Document: 1, Brief: b, Unsaved: true})
		k.Flush()
		info, err := os.Stat(filepath.Join(dir, "a"+ext))
		if err != nil || info.Size() > 3*int64(len(long)+1000)+spare+int64(len(long)) {
			t.Fatalf("%v: %d bytes after %d edits", err, info.Size(), n)
		}
	}
	k.Close(false)
	lost, err := Find(dir)
	if err != nil || len(lost) != 1 || lost[0].Brief.Title != b.Title {
		t.Errorf("%v: %d", err, len(lost))
	}
}

// TestCutAnywhere: a journal of which the end is missing or wrong holds the
// brief of some edit, the last that is whole.
func TestCutAnywhere(t *testing.T) {
	dir := t.TempDir()
	k := opened(t, dir, gone(t, "a"))
	b := brief.Brief{Title: "0"}
	for n := range 12 {
		k.Note(State{Document: 1, Brief: b, Unsaved: true})
		k.Flush()
		b = edited(b, n+1)
	}
	k.Close(false)
	data, err := os.ReadFile(filepath.Join(dir, "a"+ext))
	if err != nil {
		t.Fatal(err)
	}
	_, whole, all, err := read(bytes.NewReader(data))
	if err != nil || whole.Title != "11" || all != 11 {
		t.Fatalf("%v: %q, %d", err, whole.Title, all)
	}
	least := 0
	for cut := range len(data) {
		_, got, n, err := read(bytes.NewReader(data[:cut]))
		if err != nil && n+least > 0 {
			t.Fatalf("cut at %d: %v after %d", cut, err, least)
		}
		if err == nil && (n < least || got.Title != fmt.Sprint(n)) {
			t.Fatalf("cut at %d: %d changes, %q", cut, n, got.Title)
		}
		least = max(least, n)
	}
	rapid.Check(t, func(t *rapid.T) {
		wrong := bytes.Clone(data)
		at := rapid.IntRange(0, len(data)-1).Draw(t, "at")
		wrong[at] ^= byte(rapid.IntRange(1, 255).Draw(t, "bits"))
		_, got, n, err := read(bytes.NewReader(wrong))
		if err == nil && got.Title != fmt.Sprint(n) {
			t.Fatalf("%d changes, %q", n, got.Title)
		}
	})
}

func TestErrorsAreToldOnce(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a file")
	if err := os.WriteFile(dir, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	var errs []error
	k := Open(dir, gone(t, "a"), func(err error) { errs = append(errs, err) })
	b := start()
	for n := range 3 {
		b = edited(b, n)
		k.Note(State{Document: 1, Brief: b, Unsaved: true})
		k.Flush()
	}
	if len(errs) != 1 || !strings.Contains(errs[0].Error(), "save now") {
		t.Errorf("%v", errs)
	}
	if err := os.Remove(dir); err != nil {
		t.Fatal(err)
	}
	k.Note(State{Document: 1, Brief: edited(b, 3), Unsaved: true})
	k.Close(false)
	if lost, err := Find(dir); err != nil || len(lost) != 1 || len(errs) != 1 {
		t.Errorf("after it works again: %v, %v, %v", lost, err, errs)
	}
}

// TestSavedAfterAFailure leaves nothing behind that would be offered as lost.
func TestSavedAfterAFailure(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("what is open is not renamed there")
	}
	dir := t.TempDir()
	var errs []error
	k := Open(dir, gone(t, "a"), func(err error) { errs = append(errs, err) })
	s := State{Document: 1, Brief: edited(start(), 1), Unsaved: true}
	k.Note(s)
	k.Flush()
	s.Document, s.Brief = 2, edited(s.Brief, 2)
	// A folder of its name cannot be written over.
	name := filepath.Join(dir, "a"+ext)
	if err := errors.Join(os.Rename(name, name+".aside"), os.Mkdir(name, 0o700)); err != nil {
		t.Fatal(err)
	}
	k.Note(s)
	k.Flush()
	if len(errs) != 1 {
		t.Fatalf("told of %v", errs)
	}
	if err := errors.Join(os.Remove(name), os.Rename(name+".aside", name)); err != nil {
		t.Fatal(err)
	}
	s.Unsaved = false
	k.Note(s)
	k.Close(false)
	if files(t, dir) != 0 || len(errs) != 1 {
		t.Errorf("%d files are left; told of %v", files(t, dir), errs)
	}
}

func FuzzRead(f *testing.F) {
	var seed []byte
	first := []byte(`{"journal":1,"title":"a","by":{"user":"u","host":"h","pid":1,"since":"2019-03-14T00:00:00Z","token":"t"}}`)
	seed = append(frame(first), frame([]byte(`{"dateline":2,"title":"a","reports":[]}`))...)
	f.Add(seed)
	f.Add(append(seed, frame([]byte(`{"title":"b","steps":{"at":0,"put":[{"notes":"n"}]}}`))...))
	f.Add(append(seed, "00000000 {}\n"...))
	f.Add([]byte("nothing"))
	f.Fuzz(func(t *testing.T, data []byte) {
		_, b, n, err := read(bytes.NewReader(data))
		if err != nil && n > 0 {
			t.Errorf("%d changes and %v", n, err)
		}
		if err == nil && b.Newer() == 0 {
			if _, err := brief.Marshal(b); err != nil {
				t.Errorf("recovered and not written: %v", err)
			}
		}
		// Whatever is in a record, it is read as it was written.
		if line := frame(bytes.ReplaceAll(data, []byte{'\n'}, nil)); len(line) > 10 {
			if got, ok := unframe(line); !ok || !bytes.Equal(got, line[9:len(line)-1]) {
				t.Errorf("%q became %q", line, got)
			}
		}
	})
}

// BenchmarkNote is an edit of a brief with 100,000 decisions, until it is
// written.
func BenchmarkNote(b *testing.B) {
	br := start()
	br.Edits = make(map[timeline.ID]brief.Edit, 100_000)
	for i := range 100_000 {
		s := timeline.Accepted
		br.Edits[timeline.ID(fmt.Sprintf("event-%06d", i))] = brief.Edit{Status: &s}
	}
	k := Open(b.TempDir(), file.Self(time.Now()), func(err error) { b.Error(err) })
	defer k.Close(true)
	k.Note(State{Document: 1, Brief: br, Unsaved: true})
	k.Flush()
	versions := []brief.Brief{br.WithStatus("event-000007", timeline.Rejected), br}
	for b.Loop() {
		for _, v := range versions {
			k.Note(State{Document: 1, Brief: v, Unsaved: true})
			k.Flush()
		}
	}
}
