package dirs

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

func TestOf(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("written for paths with /")
	}
	tests := []struct {
		system string
		env    map[string]string
		want   Dirs
	}{
		{"linux", map[string]string{"HOME": "/home/ü"}, Dirs{"/home/ü/.config/dateline", "/home/ü/.cache/dateline", "/home/ü/.local/state/dateline"}},
		{"linux", map[string]string{"HOME": "/h", "XDG_CONFIG_HOME": "/c", "XDG_CACHE_HOME": "relative", "XDG_STATE_HOME": "/s"}, Dirs{"/c/dateline", "/h/.cache/dateline", "/s/dateline"}},
		{"freebsd", map[string]string{"XDG_CONFIG_HOME": "/c", "XDG_CACHE_HOME": "/k", "XDG_STATE_HOME": "/s"}, Dirs{"/c/dateline", "/k/dateline", "/s/dateline"}},
		{"linux", map[string]string{"XDG_CONFIG_HOME": "/c"}, Dirs{}},
		{"linux", map[string]string{"HOME": "."}, Dirs{}},
		{"linux", nil, Dirs{}},
		{"darwin", map[string]string{"HOME": "/Users/a b"}, Dirs{"/Users/a b/Library/Application Support/Dateline", "/Users/a b/Library/Caches/Dateline", "/Users/a b/Library/Application Support/Dateline/State"}},
		{"darwin", nil, Dirs{}},
		{"windows", map[string]string{"APPDATA": `C:\Users\Жанна\AppData\Roaming`, "LOCALAPPDATA": `\\server\share\Local`}, Dirs{
			`C:\Users\Жанна\AppData\Roaming/Dateline`, `\\server\share\Local/Dateline/Cache`, `\\server\share\Local/Dateline/State`,
		}},
		{"windows", map[string]string{"APPDATA": `C:\x`}, Dirs{}},
		{"windows", map[string]string{"HOME": "/h"}, Dirs{}},
	}
	for _, tt := range tests {
		got, err := of(tt.system, func(k string) string { return tt.env[k] })
		if got != tt.want || (err == nil) == (tt.want == Dirs{}) || err != nil && !errors.Is(err, ErrNoHome) {
			t.Errorf("%s %v: %+v (%v), want %+v", tt.system, tt.env, got, err, tt.want)
		}
	}
}

func TestPortable(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a folder with spaces")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	d, err := portable(filepath.Join(dir, "dateline"))
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range []string{d.Config, d.Cache, d.State} {
		if filepath.Dir(p) != filepath.Join(dir, PortableName) {
			t.Errorf("%s is not beside the program", p)
		}
	}
	if d.Config == d.Cache || d.Cache == d.State || d.State == d.Config {
		t.Errorf("folders shared: %+v", d)
	}
	if info, err := os.Stat(filepath.Join(dir, PortableName)); err != nil || !info.IsDir() {
		t.Errorf("no folder was made: %v", err)
	}
}

func TestPortableWhereNothingCanBeWritten(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := portable(filepath.Join(file, "dateline")); err == nil || !strings.Contains(err.Error(), "--portable") {
		t.Errorf("error %v, want one that names --portable", err)
	}
}

func TestIsPortable(t *testing.T) {
	program, err := program()
	if err != nil {
		t.Fatal(err)
	}
	if IsPortable() {
		t.Fatalf("there is a %s beside %s", PortableName, program)
	}
	d, err := Portable()
	if err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(filepath.Dir(d.Config))
	if !IsPortable() {
		t.Error("not seen as portable although the folder was made")
	}
	if here, err := Here(); err != nil || here != d {
		t.Errorf("here is %+v (%v), want %+v", here, err, d)
	}
}
