package filedlg

import (
	"slices"
	"testing"
)

func TestRoots(t *testing.T) {
	drives := roots("c:")
	if !slices.Contains(drives, Place{"C:", `C:\`}) {
		t.Errorf("there is no drive C in %v", drives)
	}
	if got := roots(`\\server\share`); len(got) != len(drives)+1 || got[len(drives)].Path != `\\server\share\` {
		t.Errorf("with a share: %v", got)
	}
}

func TestResolveDrives(t *testing.T) {
	for _, tt := range []struct{ dir, typed, want string }{
		{`C:\data`, `a.txt`, `C:\data\a.txt`},
		{`C:\data`, `D:\x/y.txt`, `D:\x\y.txt`},
		{`C:\data`, `d:`, `d:\`},
		{`C:\data`, `D:x`, `D:\x`},
		{`C:\data`, `\x`, `C:\x`},
		{`\\server\share\a`, `/x`, `\\server\share\x`},
		{`C:\data`, `\\server\share\a b.txt`, `\\server\share\a b.txt`},
	} {
		if got := Resolve(tt.dir, tt.typed); got != tt.want {
			t.Errorf("%q in %q: %q, want %q", tt.typed, tt.dir, got, tt.want)
		}
	}
}
