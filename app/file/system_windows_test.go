package file

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/sys/windows"
)

func TestFileOpenElsewhere(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.txt")
	if err := Write(path, text("kept")); err != nil {
		t.Fatal(err)
	}
	other, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	err = Write(path, text("new"))
	if err == nil || !strings.Contains(err.Error(), "it may be open in another program") || strings.Contains(err.Error(), ".a.txt.") {
		t.Errorf("over a file that is open: %v", err)
	}
	if err := other.Close(); err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile(path); err != nil || string(got) != "kept" {
		t.Errorf("holds %q, %v", got, err)
	}
	if n := names(t, dir); len(n) != 1 {
		t.Errorf("left behind: %v", n)
	}
	if err := Write(path, text("new")); err != nil {
		t.Errorf("after it was closed: %v", err)
	}
}

func TestPatiently(t *testing.T) {
	for name, tt := range map[string]struct {
		code error
		want int // times it is done
	}{
		"in use":     {windows.ERROR_SHARING_VIOLATION, 4},
		"refused":    {&os.PathError{Op: "open", Path: "x", Err: windows.ERROR_ACCESS_DENIED}, 4},
		"not there":  {windows.ERROR_FILE_NOT_FOUND, 1},
		"no failure": {nil, 1},
	} {
		times := 0
		err := patiently(func() error {
			if times++; times == 4 {
				return nil
			}
			return tt.code
		})
		if times != tt.want || tt.want == 4 && err != nil {
			t.Errorf("%s: done %d times, %v", name, times, err)
		}
	}
}

func TestLockIsHidden(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.dateline")
	if _, err := Acquire(path, Self(morning)); err != nil {
		t.Fatal(err)
	}
	name, err := windows.UTF16PtrFromString(LockName(path))
	if err != nil {
		t.Fatal(err)
	}
	if attrs, err := windows.GetFileAttributes(name); err != nil || attrs&windows.FILE_ATTRIBUTE_HIDDEN == 0 {
		t.Errorf("attributes %x, %v", attrs, err)
	}
}

func TestBirth(t *testing.T) {
	if birth(os.Getpid()) == "" || birth(os.Getpid()) != birth(os.Getpid()) {
		t.Errorf("this process began at %q", birth(os.Getpid()))
	}
}
