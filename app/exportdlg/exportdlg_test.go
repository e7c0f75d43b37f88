package exportdlg

import (
	"testing"

	"fyne.io/fyne/v2/test"

	"dateline/app/theme"
	"dateline/app/work"
	"dateline/geo/paint"
	"dateline/geo/scene"
)

var sizes = []struct {
	text string
	w, h int
}{
	{"1280x720", 1280, 720},
	{" 1280 × 720 px", 1280, 720},
	{"1280 by 720", 1280, 720},
	{"1280*720", 1280, 720},
	{"200X10000", 200, 10000},
	{"", 0, 0},
	{"wide", 0, 0},
	{"1280", 0, 0},
	{"0x0", 0, 0},
	{"199x400", 0, 0},
	{"10001x400", 0, 0},
	{"-5x400", 0, 0},
	{"99999999999999999999x4", 0, 0},
}

func TestParseSize(t *testing.T) {
	for _, tt := range sizes {
		w, h, err := ParseSize(tt.text)
		if tt.w == 0 {
			if err == nil {
				t.Errorf("%q is %d × %d, want an error", tt.text, w, h)
			}
			continue
		}
		if err != nil || w != tt.w || h != tt.h {
			t.Errorf("%q is %d × %d, %v", tt.text, w, h, err)
		}
	}
}

func FuzzParseSize(f *testing.F) {
	for _, tt := range sizes {
		f.Add(tt.text)
	}
	f.Fuzz(func(t *testing.T, s string) {
		w, h, err := ParseSize(s)
		if err == nil && (w < MinSide || h < MinSide || w > MaxSide || h > MaxSide) {
			t.Errorf("%q is %d × %d", s, w, h)
		}
	})
}

func TestPresetsAreInBounds(t *testing.T) {
	seen := make(map[string]bool)
	for _, p := range Presets() {
		if p.Width < MinSide || p.Height < MinSide || p.Width > MaxSide || p.Height > MaxSide {
			t.Errorf("%v", p)
		}
		if seen[p.String()] {
			t.Errorf("%v is there twice", p)
		}
		seen[p.String()] = true
	}
}

func TestForm(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Dark))
	f := NewForm()
	ok := true
	f.OnChange = func(o bool) { ok = o }
	c, err := f.Choice()
	if err != nil || c != (Choice{1920, 1080, scene.StyleNames[0], true, paint.PNG, 0, work.Look{}}) {
		t.Errorf("at first %+v, %v", c, err)
	}
	if f.Other.Visible() {
		t.Error("the field for another size is there before it is wanted")
	}
	f.Size.Choose(len(Presets()))
	if ok || !f.Other.Visible() {
		t.Error("no size is a choice")
	}
	f.Other.SetText("800 × 600")
	f.Style.Buttons[2].Tapped(nil)
	f.Extent.Buttons[1].Tapped(nil)
	if c, err := f.Choice(); !ok || err != nil || c != (Choice{800, 600, "print", false, paint.PNG, 0, work.Look{}}) {
		t.Errorf("then %+v, %v", c, err)
	}
	f.Other.SetText("80 × 60")
	if ok || f.status.Text == "" {
		t.Error("an impossible size is a choice, or nothing says why not")
	}
}

func TestFormSwitchesWhatIsAroundTheMap(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light))
	f := NewForm()
	look := func() work.Look {
		c, err := f.Choice()
		if err != nil {
			t.Fatal(err)
		}
		return c.Look
	}
	for i, p := range work.Parts() {
		if f.Parts[i].Text != p.Name {
			t.Errorf("the switch of %s says %q", p.ID, f.Parts[i].Text)
		}
		f.Parts[i].Tapped(nil)
		want := work.Look{Show: 1 << i}
		if p.Usual {
			want = work.Look{Hide: 1 << i}
		}
		if got := look(); got != want {
			t.Errorf("%s switched: %+v, want %+v", p.ID, got, want)
		}
		f.Parts[i].Tapped(nil)
		if got := look(); got != (work.Look{}) {
			t.Errorf("%s switched back: %+v", p.ID, got)
		}
	}
	f.Units.Buttons[2].Tapped(nil)
	f.Banner.SetText(" Official ")
	if got := look(); got != (work.Look{Units: scene.NauticalMiles, Banner: scene.Banner{Text: "Official"}}) {
		t.Errorf("%+v", got)
	}
}

func TestFormSaysWhatTheFileIs(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Dark))
	f := NewForm()
	said := map[string]bool{}
	for i, k := range paint.Formats() {
		f.Format.SetAt(i)
		f.update()
		if c, err := f.Choice(); err != nil || c.Format != k {
			t.Errorf("%s chosen is %q, %v", k, c.Format, err)
		}
		if said[f.status.Text] || f.status.Text == "" {
			t.Errorf("%s is described as %q, as another is", k, f.status.Text)
		}
		said[f.status.Text] = true
	}
	for i, p := range Presets() {
		f.Size.Set(i)
		if c, _ := f.Choice(); c.DPI != p.DPI || c.Width != p.Width {
			t.Errorf("%v chosen is %+v", p, c)
		}
	}
}
