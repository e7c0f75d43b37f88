package theme

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	base "fyne.io/fyne/v2/theme"
)

// luminance is the relative luminance of WCAG 2.
func luminance(c color.NRGBA) float64 {
	f := func(v uint8) float64 {
		x := float64(v) / 255
		if x <= 0.04045 {
			return x / 12.92
		}
		return math.Pow((x+0.055)/1.055, 2.4)
	}
	return 0.2126*f(c.R) + 0.7152*f(c.G) + 0.0722*f(c.B)
}

func ratio(a, b color.NRGBA) float64 {
	x, y := luminance(a), luminance(b)
	if x < y {
		x, y = y, x
	}
	return (x + 0.05) / (y + 0.05)
}

func TestTextIsReadable(t *testing.T) {
	for _, m := range []Mode{Light, Dark} {
		th := New(m)
		get := func(n fyne.ThemeColorName) color.NRGBA { return th.Color(n, base.VariantLight).(color.NRGBA) }
		tests := []struct {
			text, ground fyne.ThemeColorName
			min          float64
		}{
			{Ink, Paper, 7}, {Ink, Selected, 7}, {Ink, Hovered, 7}, {Ink, Panel, 7},
			{Muted, Paper, 4.5}, {Muted, Selected, 4.5}, {Muted, Hovered, 4.5}, {Muted, Panel, 4.5},
			{Accepted, Paper, 3}, {Accepted, Selected, 3}, {Alert, Paper, 4.5}, {FocusRing, Paper, 3},
			{base.ColorNameForegroundOnPrimary, base.ColorNamePrimary, 7},
			{base.ColorNamePlaceHolder, base.ColorNameInputBackground, 4.5},
		}
		for _, tt := range tests {
			if c := ratio(get(tt.text), get(tt.ground)); c < tt.min {
				t.Errorf("mode %d: %s on %s has ratio %.1f, want at least %.1f", m, tt.text, tt.ground, c, tt.min)
			}
		}
	}
}

func TestThemeIsComplete(t *testing.T) {
	test.NewTempApp(t)
	th := New(Light)
	for _, s := range []fyne.TextStyle{{}, {Bold: true}, {Italic: true}, {Monospace: true}, {Bold: true, Italic: true}} {
		if th.Font(s) == nil {
			t.Errorf("no font for %+v", s)
		}
	}
	for _, n := range []fyne.ThemeSizeName{base.SizeNameText, base.SizeNamePadding, base.SizeNameWindowButtonIcon} {
		if th.Size(n) <= 0 {
			t.Errorf("size %s is %v", n, th.Size(n))
		}
	}
	if th.Icon(base.IconNameCancel) == nil {
		t.Error("no cancel icon")
	}
	if th.Color("no such name", base.VariantDark) == nil {
		t.Error("an unknown colour name gives nil")
	}
	if New(Dark).Mode() != Dark {
		t.Error("mode is lost")
	}
}

func TestDesktopVariantIsNotFollowed(t *testing.T) {
	th := New(Light)
	if th.Color(Paper, base.VariantDark) != th.Color(Paper, base.VariantLight) {
		t.Error("the light theme has two papers")
	}
}

func TestFlatFollowsTheThemeButForShadows(t *testing.T) {
	a := test.NewTempApp(t)
	for _, m := range []Mode{Light, Dark} {
		a.Settings().SetTheme(New(m))
		if got, want := Flat().Color(Ink, 0), New(m).Color(Ink, 0); got != want {
			t.Errorf("mode %d: ink is %v, want %v", m, got, want)
		}
		if _, _, _, alpha := Flat().Color(base.ColorNameShadow, 0).RGBA(); alpha != 0 {
			t.Errorf("mode %d has a shadow", m)
		}
		if Flat().Size(base.SizeNameText) != SizeBody || Flat().Font(fyne.TextStyle{}) == nil || Flat().Icon(base.IconNameCancel) == nil {
			t.Errorf("mode %d: sizes, fonts or icons are lost", m)
		}
	}
}
