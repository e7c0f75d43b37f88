package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

func TestSave(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.json")
	for _, text := range []string{"first", "second", ""} {
		if err := save(path, []byte(text)); err != nil {
			t.Fatal(err)
		}
		if got, err := os.ReadFile(path); err != nil || string(got) != text {
			t.Errorf("%q, %v; want %q", got, err, text)
		}
	}
	// Windows knows no others that a file could be kept from.
	if info, err := os.Stat(path); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o644 {
		t.Errorf("%v, %v", info, err)
	}
	for name, want := range map[string]string{
		dir:                              "it is a folder",
		filepath.Join(dir, "none", "a"):  "there is no folder",
		filepath.Join(path, "under.txt"): "there is no folder",
	} {
		if err := save(name, []byte("x")); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", name, err, want)
		}
	}
	if entries, _ := os.ReadDir(dir); len(entries) != 1 {
		t.Errorf("left behind: %v", entries)
	}
}

func TestSaveToADevice(t *testing.T) {
	before, err := os.Stat(os.DevNull)
	if err != nil {
		t.Skip("no such device here")
	}
	if err := save(os.DevNull, []byte("x")); err != nil {
		t.Fatal(err)
	}
	if after, err := os.Stat(os.DevNull); err != nil || after.Mode() != before.Mode() {
		t.Errorf("the device became a file: %v, %v", after, err)
	}
}

func TestLoadNamesDocumentsByTheirFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "news.txt")
	if err := os.WriteFile(path, []byte("Rebels took Gao."), 0o600); err != nil {
		t.Fatal(err)
	}
	c := &call{ctx: context.Background(), stdin: strings.NewReader("From a pipe.")}
	b, err := c.load(path, "4 July 2012")
	if err != nil {
		t.Fatal(err)
	}
	if r := b.Reports[0]; r.Document.Name != "news.txt" || r.Published.String() != "2012-07-04" {
		t.Errorf("%q, %s", r.Document.Name, r.Published)
	}
	if b, err = c.load("-", ""); err != nil || b.Reports[0].Document.Name != "standard input" || !b.Reports[0].Published.IsZero() {
		t.Errorf("%+v, %v", b.Reports, err)
	}
	var u *usageError
	if _, err := c.load(path, "soon"); !errors.As(err, &u) {
		t.Errorf("a date that is none: %v", err)
	}
}

func TestCause(t *testing.T) {
	plain := errors.New("plain")
	for _, c := range []struct{ in, want error }{
		{plain, plain},
		{&fs.PathError{Op: "open", Path: "x", Err: fs.ErrPermission}, fs.ErrPermission},
		{fmt.Errorf("wrapped: %w", &os.LinkError{Op: "rename", Err: fs.ErrExist}), fs.ErrExist},
	} {
		if got := cause(c.in); got != c.want {
			t.Errorf("%v: %v", c.in, got)
		}
	}
}
