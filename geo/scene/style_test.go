package scene

import (
	"image/color"
	"math"
	"testing"

	"dateline/timeline"
)

func TestContrast(t *testing.T) {
	for _, c := range []struct {
		a, b color.NRGBA
		want float64
	}{
		{rgb(0), rgb(0xFFFFFF), 21}, {rgb(0xFFFFFF), rgb(0), 21}, {rgb(0x777777), rgb(0x777777), 1},
		{rgb(0xC8352B), rgb(0xFFFFFF), 5.2}, // as computed by the formula of WCAG 2
	} {
		if got := Contrast(c.a, c.b); math.Abs(got-c.want) > 0.1 {
			t.Errorf("Contrast(%v, %v) = %.2f, want %.1f", c.a, c.b, got, c.want)
		}
	}
}

// TestStylesCanBeRead holds every style to the contrast that its marks and
// words need.
func TestStylesCanBeRead(t *testing.T) {
	for _, name := range StyleNames {
		st, err := StyleByName(name)
		if err != nil || st.Name != name {
			t.Fatalf("StyleByName(%q) = %q, %v", name, st.Name, err)
		}
		opaque := func(c color.NRGBA) color.NRGBA { c.A = 255; return c }
		grounds := map[string]color.NRGBA{"land": st.Land, "focus": st.LandFocus, "far": st.LandFar, "water": st.Water}
		for i, h := range hueOrder {
			for _, g := range []string{"land", "focus", "far", "water"} {
				if c := Contrast(st.Hue(h), grounds[g]); c < 3 {
					t.Errorf("%s: %s on %s has a contrast of %.2f, want 3", name, h, g, c)
				}
			}
			if c := Contrast(st.HueText(h), opaque(st.Halo)); c < 4.5 {
				t.Errorf("%s: words in %s on their halo have %.2f, want 4.5", name, h, c)
			}
			if c := Contrast(st.HueText(h), st.LandFar); c < 4.5 {
				t.Errorf("%s: words in %s on land have %.2f, want 4.5", name, h, c)
			}
			if c := Contrast(st.Hue(h), st.Paper); c < 3 {
				t.Errorf("%s: a number in %s has %.2f, want 3", name, h, c)
			}
			for _, k := range hueOrder[:i] {
				if st.Hue(k) == st.Hue(h) {
					t.Errorf("%s: %s and %s look the same", name, k, h)
				}
			}
		}
		for what, c := range map[string]color.NRGBA{"label": st.Label, "small print": st.LabelMinor, "ink": st.Ink} {
			if got := Contrast(c, opaque(st.Panel)); got < 4.5 {
				t.Errorf("%s: %s on paper has %.2f, want 4.5", name, what, got)
			}
		}
		if got := Contrast(st.Label, st.LandFar); got < 4.5 {
			t.Errorf("%s: names of towns on land have %.2f, want 4.5", name, got)
		}
		if got := Contrast(st.LabelWater, opaque(st.Halo)); got < 4.5 {
			t.Errorf("%s: names of water have %.2f, want 4.5", name, got)
		}
	}
}

func TestStyleByName(t *testing.T) {
	for _, n := range []string{"", "Light", "light"} {
		if s, err := StyleByName(n); err != nil || s.Name != "light" {
			t.Errorf("StyleByName(%q) = %q, %v", n, s.Name, err)
		}
	}
	if _, err := StyleByName("sepia"); err == nil {
		t.Error("there is a style sepia")
	}
	a, _ := StyleByName("dark")
	if b, _ := StyleByName("dark"); a != b {
		t.Error("the same style twice differs")
	}
	if a.Hue("mauve") != a.Hue(Grey) {
		t.Error("an unknown hue is not grey")
	}
}

func TestMixAndFade(t *testing.T) {
	if got := mix(rgb(0), rgb(0xFFFFFF), 0.5); got != (color.NRGBA{128, 128, 128, 255}) {
		t.Errorf("mix = %v", got)
	}
	for _, c := range []struct {
		share float64
		want  uint8
	}{{0, 0}, {0.5, 128}, {1, 255}, {7, 255}, {-1, 0}} {
		if got := fade(rgb(0), c.share).A; got != c.want {
			t.Errorf("fade(%v) = %d, want %d", c.share, got, c.want)
		}
	}
}

func TestSides(t *testing.T) {
	var evs []timeline.Event
	for _, s := range []string{"Alpha", "", "Beta", "Beta", "Gamma", "Delta", "Epsilon", "Zeta", "Eta", "Theta"} {
		evs = append(evs, timeline.Event{Side: s, Kind: timeline.Battle})
	}
	got := Sides(evs, nil)
	if len(got) != 8 || got[0].Name != "Beta" || got[1].Name != "Alpha" {
		t.Fatalf("sides %v", got)
	}
	if got[0].Hue != Red || got[1].Hue != Blue || got[7].Hue != Grey || got[7].Shape != Diamond {
		t.Errorf("looks %v", got)
	}
	for i := 1; i < 6; i++ {
		if got[i].Hue == got[i-1].Hue || got[i].Shape == got[i-1].Shape {
			t.Errorf("%v and %v look alike", got[i-1], got[i])
		}
	}
	if got := Sides(nil, nil); len(got) != 0 {
		t.Errorf("sides of no events: %v", got)
	}
	given := Side{Name: "Gamma", Label: "The Gammas", Hue: Red, Shape: Triangle}
	got = Sides(evs, []Side{given})
	if len(got) != 8 || got[0] != given || got[1].Name != "Beta" || got[1].Hue != Blue {
		t.Errorf("with one given: %v", got)
	}
}
