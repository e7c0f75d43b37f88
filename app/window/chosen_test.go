package window

import (
	"os"
	"path/filepath"
	"testing"

	"dateline/app/exportdlg"
)

func put(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func holds(t *testing.T, path, want string) {
	t.Helper()
	if have, err := os.ReadFile(path); err != nil || string(have) != want {
		t.Errorf("%s holds %q, want %q (%v)", filepath.Base(path), have, want, err)
	}
}

// TestFailedWriteLeavesTheFile chooses files in a folder that takes no new
// ones, so that nothing can be written.
func TestFailedWriteLeavesTheFile(t *testing.T) {
	f := newFixture(t).sample()
	dir := t.TempDir()
	saved, picture := filepath.Join(dir, "a.dateline"), filepath.Join(dir, "a.png")
	for _, path := range []string{saved, picture} {
		put(t, path, "what was there")
		if err := os.Chmod(path, 0o400); err != nil { // not to be replaced
			t.Fatal(err)
		}
	}
	f.saveIn(saved, func() { t.Error("it says that it is saved") })
	f.until("saving fails", func() bool { return f.banner.err != nil })
	holds(t, saved, "what was there")

	failed := make(chan error, 1)
	c := exportdlg.Choice{Width: 320, Height: 200, Style: "light"}
	f.export(c, picture, func(err error) { failed <- err })
	f.until("exporting fails", func() bool { return len(failed) == 1 })
	if err := <-failed; err == nil {
		t.Error("exporting does not fail")
	}
	holds(t, picture, "what was there")

	// A size that nothing can be drawn at fails after the file is chosen too.
	open := filepath.Join(dir, "b.png")
	put(t, open, "what was there")
	c.Width = 10_000_000
	f.export(c, open, func(err error) { failed <- err })
	f.until("drawing fails", func() bool { return len(failed) == 1 })
	if err := <-failed; err == nil {
		t.Error("drawing does not fail")
	}
	holds(t, open, "what was there")
}

func TestChosenFileHasItsExtension(t *testing.T) {
	f := newFixture(t)
	dir := t.TempDir()
	for name, want := range map[string]string{"map": "map.png", "map.png": "map.png", "map.PNG": "map.PNG", "v1.2": "v1.2.png"} {
		got := ""
		f.chosen(filepath.Join(dir, name), ".png", func(path string) { got = filepath.Base(path) })
		if got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
		if _, err := os.Stat(filepath.Join(dir, name)); err == nil {
			t.Errorf("%s: an empty file is left", name)
		}
	}
}

func TestAsksBeforeAFileIsReplaced(t *testing.T) {
	f := newFixture(t)
	dir := t.TempDir()
	put(t, filepath.Join(dir, "map.png"), "what was there")
	went := false
	f.chosen(filepath.Join(dir, "map"), ".png", func(string) { went = true })
	if went || !f.modal() {
		t.Fatal("it does not ask")
	}
	f.dismiss()
	if went || f.modal() {
		t.Error("leaving the question goes on")
	}
	f.chosen(filepath.Join(dir, "new.png"), ".png", func(string) { went = true })
	if !went || f.modal() {
		t.Error("it asks about a file that is not there")
	}
}
