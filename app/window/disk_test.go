package window

import (
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/storage/repository"

	"dateline/app/exportdlg"
)

// choose is what Fyne's dialog does with the file that a person chose.
func choose(t *testing.T, path string) fyne.URIWriteCloser {
	t.Helper()
	out, err := storage.Writer(storage.NewFileURI(path))
	if err != nil {
		t.Fatal(err)
	}
	return out
}

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

func TestChoosingLeavesTheFile(t *testing.T) {
	newFixture(t)
	dir := t.TempDir()
	old, fresh := filepath.Join(dir, "old.dateline"), filepath.Join(dir, "fresh.dateline")
	put(t, old, "what was there")
	for _, path := range []string{old, fresh} {
		if err := choose(t, path).Close(); err != nil {
			t.Error(err)
		}
	}
	holds(t, old, "what was there")
	if _, err := os.Stat(fresh); err == nil {
		t.Error("choosing makes a file")
	}
	if _, err := storage.Writer(storage.NewFileURI(dir)); err == nil {
		t.Error("a folder can be chosen")
	}
}

func TestWritingThroughFyneStillWorks(t *testing.T) {
	newFixture(t)
	newFixture(t) // a second window guards nothing twice
	path := filepath.Join(t.TempDir(), "a.txt")
	put(t, path, "what was there before, longer")
	out := choose(t, path)
	for _, s := range []string{"new ", "text"} {
		if _, err := out.Write([]byte(s)); err != nil {
			t.Fatal(err)
		}
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	holds(t, path, "new text")
	r, err := repository.ForScheme("file")
	if err != nil {
		t.Fatal(err)
	}
	if _, ok := r.(files); !ok {
		t.Error("folders cannot be listed any more")
	}
	if list, err := storage.List(storage.NewFileURI(filepath.Dir(path))); err != nil || len(list) != 1 {
		t.Errorf("the folder holds %v (%v)", list, err)
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
	f.chosen(choose(t, saved), ".dateline", func(path string) { f.saveIn(path, func() { t.Error("it says that it is saved") }) })
	f.until("saving fails", func() bool { return f.banner.err != nil })
	holds(t, saved, "what was there")

	failed := make(chan error, 1)
	c := exportdlg.Choice{Width: 320, Height: 200, Style: "light"}
	f.chosen(choose(t, picture), ".png", func(path string) { f.export(c, path, func(err error) { failed <- err }) })
	f.until("exporting fails", func() bool { return len(failed) == 1 })
	if err := <-failed; err == nil {
		t.Error("exporting does not fail")
	}
	holds(t, picture, "what was there")

	// A size that nothing can be drawn at fails after the file is chosen too.
	open := filepath.Join(dir, "b.png")
	put(t, open, "what was there")
	c.Width = 10_000_000
	f.chosen(choose(t, open), ".png", func(path string) { f.export(c, path, func(err error) { failed <- err }) })
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
		f.chosen(choose(t, filepath.Join(dir, name)), ".png", func(path string) { got = filepath.Base(path) })
		if got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
		if _, err := os.Stat(filepath.Join(dir, name)); err == nil {
			t.Errorf("%s: an empty file is left", name)
		}
	}
}

func TestAsksBeforeTheExtensionMakesItAnotherFile(t *testing.T) {
	f := newFixture(t)
	dir := t.TempDir()
	put(t, filepath.Join(dir, "map.png"), "what was there")
	went := false
	f.chosen(choose(t, filepath.Join(dir, "map")), ".png", func(string) { went = true })
	if went || !f.modal() {
		t.Fatal("it does not ask")
	}
	f.dismiss()
	if went || f.modal() {
		t.Error("leaving the question goes on")
	}
	f.chosen(choose(t, filepath.Join(dir, "map.png")), ".png", func(string) { went = true })
	if !went || f.modal() {
		t.Error("it asks twice")
	}
}
