package palette

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"dateline/app/command"
	"dateline/app/theme"
	"dateline/geo/gazetteer"
	"dateline/geo/scene"
	"dateline/timeline"
	"dateline/timeline/edtf"
)

// found notes what was gone to.
type found struct{ to string }

func sources(f *found) Sources {
	event := func(id timeline.ID, title, side string) scene.Event {
		var e scene.Event
		e.ID, e.Title, e.Side = id, title, side
		return e
	}
	can := func() bool { return true }
	return Sources{
		Commands: []command.Command{
			{ID: "file.export", Title: "Export image…", Enabled: can, Run: func() { f.to = "export" }, Keys: []command.Key{{Name: "E", Mod: command.Ctrl}}},
			{ID: "file.save", Title: "Save brief", Enabled: func() bool { return false }, Run: func() { f.to = "save" }},
			{ID: "time.play", Title: "Play or pause", Enabled: can, Run: func() { f.to = "play" }},
		},
		Events: []scene.Event{event("a", "Rebels take Shendi", "Rebels"), event("b", "Army leaves Atbara", "Army")},
		Meta:   func(e scene.Event) string { return "13 Jun · " + string(e.ID) },
		Places: func(typed string) []gazetteer.Match {
			if strings.HasPrefix("shendi", strings.ToLower(typed)) {
				return []gazetteer.Match{{Place: gazetteer.Place{Name: "Shendi"}}, {Place: gazetteer.Place{Name: "Sh"}, Abbrev: true}}
			}
			return nil
		},
		Where:   func(gazetteer.Place) string { return "River Nile" },
		ToEvent: func(id timeline.ID) { f.to = "event " + string(id) },
		ToPlace: func(p gazetteer.Place) { f.to = "place " + p.Name },
		ToDate:  func(v edtf.Value) { f.to = "date " + v.String() },
	}
}

func TestSearch(t *testing.T) {
	tests := []struct {
		typed string
		want  []string // kind and title
	}{
		{"shendi", []string{"Event Rebels take Shendi", "Place Shendi"}},
		{"army", []string{"Event Army leaves Atbara"}},
		{"ar at", []string{"Event Army leaves Atbara"}},
		{"exp", []string{"Do Export image…"}},
		{"save", nil}, // cannot be done now
		{"13 june 2014", []string{"Date Go to Friday 13 June 2014"}},
		{"zzz", nil},
		{"", []string{"Do Export image…", "Do Play or pause", "Event Rebels take Shendi", "Event Army leaves Atbara"}},
	}
	for _, tt := range tests {
		var got []string
		for _, h := range sources(&found{}).Search(tt.typed) {
			got = append(got, string(h.Kind)+" "+h.Title)
		}
		if strings.Join(got, "; ") != strings.Join(tt.want, "; ") {
			t.Errorf("%q: %q, want %q", tt.typed, got, tt.want)
		}
	}
}

func TestFit(t *testing.T) {
	for _, tt := range []struct {
		words, text string
		want        int
	}{
		{"reb", "Rebels take Shendi", starts}, {"take", "Rebels take Shendi", begins}, {"hendi", "Rebels take Shendi", within},
		{"reb take", "Rebels take Shendi", begins}, {"reb x", "Rebels take Shendi", 0}, {"", "x", starts},
	} {
		if got := fit(strings.Fields(tt.words), tt.text); got != tt.want {
			t.Errorf("%q in %q: %d, want %d", tt.words, tt.text, got, tt.want)
		}
	}
}

func TestBox(t *testing.T) {
	a := test.NewTempApp(t)
	a.Settings().SetTheme(theme.New(theme.Light))
	w := test.NewTempWindow(t, canvas.NewRectangle(nil))
	w.Resize(fyne.NewSize(900, 700))
	f := &found{}
	open := func(typed string) *View {
		return Show(w.Canvas(), typed, "Search", func() Sources { return sources(f) })
	}
	v := open("shendi")
	if len(v.Hits()) != 2 {
		t.Fatalf("%d are found", len(v.Hits()))
	}
	v.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	v.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if f.to != "place Shendi" || v.pop.Visible() {
		t.Errorf("went to %q, still open: %v", f.to, v.pop.Visible())
	}
	v = open("shendi")
	v.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
	v.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
	v.rows[v.at].Tapped(nil)
	if f.to != "event a" {
		t.Errorf("went to %q", f.to)
	}
	v = open("")
	v.Entry.SetText("13 June 2014")
	v.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if f.to != "date 2014-06-13" {
		t.Errorf("went to %q", f.to)
	}
	v = open("zzz")
	v.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	v.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if v.pop.Visible() || f.to != "date 2014-06-13" {
		t.Error("nothing found does something, or Escape does not lead out")
	}
}
