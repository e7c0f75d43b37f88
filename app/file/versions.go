package file

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// Versions keeps what files held before they were written over: the last ones,
// and the last one of each of some days.
type Versions struct{ Dir string }

// How many versions of a file are kept.
const (
	keptVersions = 10
	keptDays     = 10
)

// VersionOf is one version of a file.
type VersionOf struct {
	Path string    // where it is kept
	Time time.Time // when it was written over
	Size int64     // in bytes
}

// stamp is how the time of a version stands in its name; names sort as times.
const stamp = "20060102T150405.000000000Z"

// Keep keeps the file as it is now, before it is written over. It does nothing
// for a file that does not exist.
func (v Versions) Keep(path string, now time.Time) error {
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target
	}
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) || err == nil && !info.Mode().IsRegular() {
		return nil
	}
	fail := func(err error) error { return fmt.Errorf("keeping the version before of %s: %w", path, cause(err)) }
	if err != nil {
		return fail(err)
	}
	dir := v.of(path)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return fail(err)
	}
	name := filepath.Join(dir, now.UTC().Format(stamp)+filepath.Ext(path))
	// The old file stays what it is when a new one takes its name, so that a
	// second name is enough, where the system has such.
	if err := os.Link(path, name); err != nil {
		if err := copyFile(path, name); err != nil {
			return fail(err)
		}
	}
	return v.thin(path)
}

// of is the folder of a file's versions.
func (v Versions) of(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	sum := sha256.Sum256([]byte(path))
	return filepath.Join(v.Dir, strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))+"-"+hex.EncodeToString(sum[:6]))
}

func copyFile(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	return Write(to, func(w io.Writer) error {
		_, err := io.Copy(w, in)
		return err
	})
}

// List gives the versions of a file, the newest first.
func (v Versions) List(path string) ([]VersionOf, error) {
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target
	}
	entries, err := os.ReadDir(v.of(path))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("looking for versions of %s: %w", path, cause(err))
	}
	var out []VersionOf
	for _, e := range entries {
		t, err := time.Parse(stamp, strings.TrimSuffix(e.Name(), filepath.Ext(path)))
		info, err2 := e.Info()
		if err != nil || err2 != nil {
			continue // no version
		}
		out = append(out, VersionOf{filepath.Join(v.of(path), e.Name()), t, info.Size()})
	}
	slices.SortFunc(out, func(a, b VersionOf) int { return b.Time.Compare(a.Time) })
	return out, nil
}

// thin removes the versions that are too many.
func (v Versions) thin(path string) error {
	all, err := v.List(path)
	if err != nil {
		return err
	}
	days := make(map[string]bool)
	for i, one := range all {
		day := one.Time.Format(time.DateOnly)
		lastOfDay := !days[day] && len(days) < keptDays
		days[day] = true
		if i < keptVersions || lastOfDay {
			continue
		}
		if err := os.Remove(one.Path); err != nil {
			return fmt.Errorf("removing an old version of %s: %w", path, cause(err))
		}
	}
	return nil
}
