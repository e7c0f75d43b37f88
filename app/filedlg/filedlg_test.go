package filedlg

import (
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"dateline/app/theme"
)

// folder is a folder with a report, a brief, a picture, a hidden file and a
// folder with one more report.
func folder(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for _, n := range []string{"b.txt", "A.dateline", "map.png", ".hidden.txt", "old/c.txt"} {
		p := filepath.Join(dir, n)
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, []byte("text"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

var endings = []string{".txt", ".DATELINE"}

func TestList(t *testing.T) {
	got, err := List(folder(t), endings)
	if err != nil {
		t.Fatal(err)
	}
	names := ""
	for _, e := range got {
		names += e.Name + " "
	}
	if names != "old A.dateline b.txt " || !got[0].Folder || got[2].Size != 4 || got[2].Detail() == "" {
		t.Errorf("%s %+v", names, got)
	}
	if all, _ := List(folder(t), nil); len(all) != 4 {
		t.Errorf("%d entries", len(all))
	}
	if _, err := List(filepath.Join(t.TempDir(), "no"), nil); err == nil {
		t.Error("a folder that is not there is listed")
	}
}

// setHome makes a folder the person's home, as each system names it.
func setHome(t *testing.T, dir string) {
	t.Helper()
	t.Setenv("HOME", dir)
	t.Setenv("USERPROFILE", dir)
}

func TestResolve(t *testing.T) {
	setHome(t, filepath.FromSlash("/home/anna"))
	for typed, want := range map[string]string{
		"a.txt": "/data/a.txt", "/x/y.txt": "/x/y.txt", "../z": "/z", "~": "/home/anna", "~/b": "/home/anna/b", "~b": "/data/~b", " c ": "/data/c",
	} {
		if got := Resolve(filepath.FromSlash("/data"), filepath.FromSlash(typed)); got != filepath.FromSlash(want) {
			t.Errorf("%q: %s", typed, got)
		}
	}
}

func TestPlacesAreFolders(t *testing.T) {
	home := folder(t)
	setHome(t, home)
	got := Places(filepath.Join(home, "old"))
	if len(got) < 3 || got[0].Path != home || got[1].Name != "old" || filepath.Dir(got[2].Path) != got[2].Path {
		t.Errorf("%+v", got)
	}
}

// form is a form in a window, with what was chosen in it and whether it was
// left.
func form(t *testing.T, dir, name string, saving bool) (f *Form, chosen *string, left *bool) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light))
	chosen, left = new(string), new(bool)
	f = NewForm(dir, name, saving, endings, func(p string) { *chosen = p }, func() { *left = true })
	w := test.NewTempWindow(t, f.Object)
	w.Resize(fyne.NewSize(700, 500))
	return f, chosen, left
}

func TestFileIsOpened(t *testing.T) {
	dir := folder(t)
	f, chosen, left := form(t, dir, "", false)
	ready := true
	f.OnReady = func(on bool) { ready = on }
	f.ready()
	if ready {
		t.Error("nothing is chosen, and it can be gone on with")
	}
	f.path.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	f.path.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) // into the folder
	if f.Dir() != filepath.Join(dir, "old") {
		t.Fatalf("in %s", f.Dir())
	}
	f.rows[0].Tapped(nil)
	if *chosen != "" || !ready {
		t.Error("one click goes on, or it cannot be gone on")
	}
	f.rows[0].Tapped(nil)
	if *chosen != filepath.Join(dir, "old", "c.txt") {
		t.Errorf("chosen %q", *chosen)
	}
	f.path.SetText(filepath.Join("..", "b.txt"))
	f.path.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if *chosen != filepath.Join(dir, "b.txt") {
		t.Errorf("typed, chosen %q", *chosen)
	}
	f.path.SetText("not there.txt")
	f.path.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if f.problem.Text == "" {
		t.Error("it does not say that there is no such file")
	}
	f.path.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if !*left {
		t.Error("Escape does not lead out")
	}
}

func TestFileIsNamed(t *testing.T) {
	dir := folder(t)
	f, chosen, left := form(t, dir, "brief.dateline", true)
	f.name.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if *chosen != filepath.Join(dir, "brief.dateline") {
		t.Errorf("chosen %q", *chosen)
	}
	f.rows[1].Tapped(nil)
	if f.name.Text != "A.dateline" {
		t.Errorf("named %q", f.name.Text)
	}
	f.name.SetText("")
	*chosen = ""
	f.Go()
	if *chosen != "" {
		t.Error("a file without a name is chosen")
	}
	f.name.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if !*left {
		t.Error("Escape does not lead out of the name")
	}
}
