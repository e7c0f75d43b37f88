package journal

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"dateline/app/brief"
)

// ext is the extension of journals.
const ext = ".journal"

// Lost is what was not saved when a program ended without being closed.
type Lost struct {
	Title   string
	Path    string // of the file that it was open in, "" for none
	Time    time.Time
	Changes int // since the journal was begun
	Brief   brief.Brief

	name string
}

// Find gives what was lost, the newest first. Journals of programs that still
// run, and those that hold no more than the file does, are left out; the latter
// are removed. The error is of the journals that cannot be read; the others are
// given all the same.
func Find(dir string) ([]Lost, error) {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("looking for unsaved changes: %w", err)
	}
	var out []Lost
	var problems []error
	for _, e := range entries {
		if e.IsDir() || filepath.Ext(e.Name()) != ext || strings.HasPrefix(e.Name(), ".") {
			continue
		}
		l, ok, err := open(filepath.Join(dir, e.Name()))
		switch {
		case errors.Is(err, fs.ErrNotExist):
		case err != nil:
			problems = append(problems, fmt.Errorf("reading the unsaved changes in %s: %w", e.Name(), err))
		case ok:
			out = append(out, l)
		}
	}
	slices.SortStableFunc(out, func(a, b Lost) int { return b.Time.Compare(a.Time) })
	return out, errors.Join(problems...)
}

// open reads a journal; ok is false where there is nothing to recover.
func open(name string) (l Lost, ok bool, err error) {
	f, err := os.Open(name)
	if err != nil {
		return Lost{}, false, err
	}
	info, err := f.Stat()
	if err != nil {
		f.Close()
		return Lost{}, false, err
	}
	h, b, changes, err := read(f)
	f.Close() // what is open cannot be removed everywhere
	if !h.By.Gone() && h.Journal != 0 {
		return Lost{}, false, nil
	}
	if err != nil {
		return Lost{}, false, err
	}
	l = Lost{Title: b.Title, Path: h.Path, Time: info.ModTime(), Changes: changes, Brief: b, name: name}
	if l.saved() {
		return Lost{}, false, l.Discard()
	}
	return l, true, nil
}

// saved reports whether its file holds the same.
func (l Lost) saved() bool {
	if l.Path == "" {
		return false
	}
	f, err := os.Open(l.Path)
	if err != nil {
		return false
	}
	defer f.Close()
	there, err := brief.Open(f)
	if err != nil {
		return false
	}
	there.Show = l.Brief.Show // how it is shown is nothing that could be lost
	have, err := brief.Marshal(there)
	want, err2 := brief.Marshal(l.Brief)
	return err == nil && err2 == nil && bytes.Equal(have, want)
}

// Discard removes the journal: what was lost is safe elsewhere, or not wanted.
func (l Lost) Discard() error {
	if err := os.Remove(l.name); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("removing what was recovered: %w", err)
	}
	return nil
}
