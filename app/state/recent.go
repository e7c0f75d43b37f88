// Package state is what the program remembers on this computer beside its
// settings: where it keeps unsaved changes and earlier versions, and which
// files were open last.
package state

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"dateline/app/file"
)

// Journals is the folder of unsaved changes in a folder of state.
func Journals(folder string) string { return filepath.Join(folder, "unsaved") }

// Versions is the folder of earlier versions in a folder of state.
func Versions(folder string) string { return filepath.Join(folder, "versions") }

// Recent is the list of the files that were open last, in a file of its own.
type Recent struct{ folder string }

// RecentIn is the list in a folder of state.
func RecentIn(folder string) Recent { return Recent{folder} }

// maxRecent is how many files are remembered.
const maxRecent = 10

func (r Recent) name() string { return filepath.Join(r.folder, "recent.json") }

// List gives the paths of the files that are still there, the last one first.
// A list that cannot be read is empty.
func (r Recent) List() []string {
	var out []string
	for _, p := range r.all() {
		if info, err := os.Stat(p); err == nil && !info.IsDir() {
			out = append(out, p)
		}
	}
	return out
}

func (r Recent) all() []string {
	data, err := os.ReadFile(r.name())
	var paths []string
	if err != nil || json.Unmarshal(data, &paths) != nil {
		return nil
	}
	return paths
}

// Add puts a file at the head of the list.
func (r Recent) Add(path string) error {
	abs, err := filepath.Abs(path)
	if err != nil {
		return fmt.Errorf("remembering %s: %w", path, err)
	}
	paths := slices.DeleteFunc(r.all(), func(p string) bool { return p == abs })
	paths = slices.Insert(paths, 0, abs)
	return r.write(paths[:min(len(paths), maxRecent)])
}

// Clear forgets all files.
func (r Recent) Clear() error {
	if err := os.Remove(r.name()); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("forgetting the files that were open: %w", err)
	}
	return nil
}

func (r Recent) write(paths []string) error {
	data, err := json.MarshalIndent(paths, "", "  ")
	if err != nil {
		return err
	}
	if err := os.MkdirAll(r.folder, 0o700); err != nil {
		return fmt.Errorf("remembering the files that were open: %w", err)
	}
	return file.Write(r.name(), func(w io.Writer) error {
		_, err := w.Write(append(data, '\n'))
		return err
	})
}
