// Package filedlg asks for a file, to open or to write. It never touches the
// file itself.
package filedlg

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"dateline/app/words"
)

// Entry is one line of a folder.
type Entry struct {
	Name     string
	Folder   bool
	Size     int64
	Modified time.Time
}

// List are the folders and the files of a folder, folders first, by name.
// Hidden ones are left out; of files only those with one of the endings, where
// any are given (".txt").
func List(dir string, endings []string) ([]Entry, error) {
	all, err := os.ReadDir(dir)
	if err != nil {
		return nil, fmt.Errorf("reading the folder: %w", err)
	}
	var out []Entry
	for _, d := range all {
		if strings.HasPrefix(d.Name(), ".") {
			continue
		}
		info, err := os.Stat(filepath.Join(dir, d.Name())) // what a link leads to
		if err != nil {
			continue // it went away meanwhile, or leads nowhere
		}
		e := Entry{Name: d.Name(), Folder: info.IsDir(), Size: info.Size(), Modified: info.ModTime()}
		if !e.Folder && len(endings) > 0 && !fits(e.Name, endings) {
			continue
		}
		out = append(out, e)
	}
	slices.SortFunc(out, func(a, b Entry) int {
		if a.Folder != b.Folder {
			if a.Folder {
				return -1
			}
			return 1
		}
		return strings.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name))
	})
	return out, nil
}

func fits(name string, endings []string) bool {
	ext := strings.ToLower(filepath.Ext(name))
	return slices.ContainsFunc(endings, func(e string) bool { return strings.ToLower(e) == ext })
}

// Place is a folder that is offered at the side.
type Place struct{ Name, Path string }

// Places are the folders of the person that there are, with the given one of
// this program ahead, if it is none of them.
func Places(last string) []Place {
	var out []Place
	add := func(name, path string) {
		info, err := os.Stat(path)
		if path == "" || err != nil || !info.IsDir() {
			return
		}
		if !slices.ContainsFunc(out, func(p Place) bool { return p.Path == path }) {
			out = append(out, Place{name, path})
		}
	}
	home, err := os.UserHomeDir()
	if err == nil {
		add(words.T("Home"), home)
		for _, n := range []string{"Desktop", "Documents", "Downloads"} {
			add(words.T(n), filepath.Join(home, n))
		}
	}
	if last != "" {
		add(filepath.Base(last), last)
	}
	return append(out, roots(filepath.VolumeName(last))...)
}

// Resolve is the path that was typed in a folder: "~" is the home, a relative
// path starts from the folder. On Windows a path without a drive is on that of
// the folder.
func Resolve(dir, typed string) string {
	typed = strings.TrimSpace(typed)
	if home, err := os.UserHomeDir(); err == nil {
		if rest, ok := strings.CutPrefix(typed, "~"); ok && (rest == "" || os.IsPathSeparator(rest[0])) {
			return filepath.Join(home, rest)
		}
	}
	volume := filepath.VolumeName(typed)
	switch {
	case filepath.IsAbs(typed):
		return filepath.Clean(typed)
	case volume != "": // "D:" is the drive from its root: what else it may mean nobody can see
		return filepath.Clean(volume + string(filepath.Separator) + typed[len(volume):])
	case typed != "" && os.IsPathSeparator(typed[0]): // the root of the drive that is shown
		return filepath.Clean(filepath.VolumeName(dir) + typed)
	}
	return filepath.Join(dir, typed)
}

// Detail is what is said of a file beside its name.
func (e Entry) Detail() string {
	if e.Folder {
		return ""
	}
	return size(e.Size) + "  ·  " + words.Time(e.Modified, "2 Jan 2006 15:04")
}

func size(n int64) string {
	switch {
	case n < 1000:
		return words.F("%d bytes", n)
	case n < 1e6:
		return fmt.Sprintf("%.0f KB", float64(n)/1e3)
	case n < 1e9:
		return fmt.Sprintf("%.1f MB", float64(n)/1e6)
	}
	return fmt.Sprintf("%.1f GB", float64(n)/1e9)
}
