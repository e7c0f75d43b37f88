package session

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestOpenShowsProgressAndEnds(t *testing.T) {
	f := newFixture(t)
	if !f.Empty() {
		t.Error("a new session is not empty")
	}
	f.OpenSample()
	if what, _, ok := f.Busy(); !ok || what != "Opening the sample" {
		t.Errorf("busy with %q, %v", what, ok)
	}
	f.settle()
	if f.Empty() || ids(f.Events()) != "a b c" || f.Modified() {
		t.Errorf("opened %q, modified %v", ids(f.Events()), f.Modified())
	}
	want := BriefChanged | SelectionChanged | ClockChanged | SavedChanged | BusyChanged
	if c := f.seen(); c&want != want {
		t.Errorf("told %b, want %b", c, want)
	}
}

func TestCancel(t *testing.T) {
	f := opened(t, june...)
	f.engine.block = make(chan struct{})
	f.OpenSample()
	f.CancelJob()
	if _, _, ok := f.Busy(); ok {
		t.Error("still busy")
	}
	f.one() // what the job hands over is no longer wanted
	if ids(f.Events()) != "a b c" || f.Brief().Title != "report.txt" || f.Err() != nil {
		t.Errorf("cancelling changed the brief to %q, error %v", f.Brief().Title, f.Err())
	}
}

func TestNewestJobWins(t *testing.T) {
	f := newFixture(t)
	f.engine.block = make(chan struct{})
	f.OpenReader("old", strings.NewReader("x 2001-01-01"))
	f.OpenReader("new", strings.NewReader("y 2002-01-01"))
	close(f.engine.block)
	f.settle()
	for range len(f.queue) {
		f.one()
	}
	if got := ids(f.Events()); got != "y" {
		t.Errorf("shows %q, want y", got)
	}
}

func TestNoEditsDuringAJob(t *testing.T) {
	f := opened(t, june...)
	f.engine.block = make(chan struct{})
	f.OpenSample()
	f.Accept("a")
	f.Undo()
	if f.Modified() {
		t.Error("edited while another brief was being read")
	}
	f.CancelJob()
	f.Accept("a")
	if !f.Modified() {
		t.Error("cannot edit after cancelling")
	}
}

func TestFailures(t *testing.T) {
	dir := t.TempDir()
	empty := filepath.Join(dir, "empty.txt")
	if err := os.WriteFile(empty, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name, path, want string
	}{
		{"empty", empty, "empty"},
		{"missing", filepath.Join(dir, "missing.txt"), "missing.txt"},
		{"folder", dir, "folder"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := opened(t, june...)
			f.OpenFile(tt.path)
			f.settle()
			if f.Err() == nil || !strings.Contains(f.Err().Error(), tt.want) {
				t.Errorf("error %v, want one about %q", f.Err(), tt.want)
			}
			if ids(f.Events()) != "a b c" {
				t.Errorf("shows %q after failing", ids(f.Events()))
			}
			if !f.seen().Has(ErrChanged) {
				t.Error("nobody was told")
			}
			f.ClearErr()
			if f.Err() != nil {
				t.Error("the error stays")
			}
		})
	}
}

func TestPaste(t *testing.T) {
	f := newFixture(t)
	f.Paste("z 2014-06-01")
	f.settle()
	if got := f.Brief().Reports[0].Document.Name; got != "pasted text" || ids(f.Events()) != "z" {
		t.Errorf("pasted %q as %q", ids(f.Events()), got)
	}
	if f.Path() != "" {
		t.Errorf("path %q", f.Path())
	}
}

func TestOpenFiles(t *testing.T) {
	dir := t.TempDir()
	var paths []string
	for name, text := range map[string]string{"1.txt": "a 2014-06-10", "2.txt": "bb 2014-06-11"} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
	}
	slices.Sort(paths)
	f := newFixture(t)
	f.OpenFiles(nil)
	if _, _, busy := f.Busy(); busy {
		t.Error("busy with nothing")
	}
	f.OpenFiles(paths)
	if what, _, _ := f.Busy(); what != "Opening 1.txt and 1 more" {
		t.Errorf("busy with %q", what)
	}
	f.settle()
	if got := ids(f.Events()); got != "a bb" || f.Brief().Title != "1.txt" || f.Path() != "" {
		t.Errorf("events %q of %q, path %q, error %v", got, f.Brief().Title, f.Path(), f.Err())
	}
	f.OpenFiles(append(paths, filepath.Join(dir, "3.txt")))
	f.settle()
	if f.Err() == nil || ids(f.Events()) != "a bb" {
		t.Errorf("with a missing file: error %v, events %q", f.Err(), ids(f.Events()))
	}
}
