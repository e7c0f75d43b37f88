package session

import (
	"os"
	"path/filepath"
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
