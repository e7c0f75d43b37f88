package state

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func TestRecent(t *testing.T) {
	dir := t.TempDir()
	r := RecentIn(filepath.Join(dir, "state"))
	if Journals(dir) == Versions(dir) {
		t.Error("unsaved changes and earlier versions lie together")
	}
	if len(r.List()) != 0 {
		t.Error("there are files although none was open")
	}
	var want []string
	for i := range maxRecent + 3 {
		p := filepath.Join(dir, fmt.Sprint(i, ".dateline"))
		if err := os.WriteFile(p, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := r.Add(p); err != nil {
			t.Fatal(err)
		}
		want = slices.Insert(want, 0, p)
	}
	if got := r.List(); !slices.Equal(got, want[:maxRecent]) {
		t.Errorf("%v", got)
	}
	if err := r.Add(want[4]); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(want[0]); err != nil {
		t.Fatal(err)
	}
	if got := r.List(); len(got) != maxRecent-1 || got[0] != want[4] || slices.Contains(got[1:], want[4]) {
		t.Errorf("%v", got)
	}
	if err := os.WriteFile(r.name(), []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := r.List(); len(got) != 0 {
		t.Errorf("of a broken list: %v", got)
	}
	if err := r.Clear(); err != nil {
		t.Fatal(err)
	}
	if err := r.Clear(); err != nil {
		t.Errorf("cleared twice: %v", err)
	}
}
