package raster

import (
	"image"
	"image/color"
	"math"
	"testing"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"

	"dateline/geo/paint/typeset"
	"dateline/geo/scene"
)

// inked is the rectangle of everything that is not white.
func inked(img *image.RGBA) image.Rectangle {
	var r image.Rectangle
	for y := 0; y < img.Rect.Max.Y; y++ {
		for x := 0; x < img.Rect.Max.X; x++ {
			if c := img.RGBAAt(x, y); c.R < 200 || c.G < 200 || c.B < 200 {
				r = r.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return r
}

func TestMeasure(t *testing.T) {
	m := NewMeasurer()
	for _, c := range []struct {
		name, a, b string
		want       float64 // width of a as a share of that of b
	}{
		{"nothing", "", "x", 0},
		{"figures are of one width", "1111", "8888", 1},
		{"twice as long", "nnnn", "nn", 2},
		{"a control character is a space", "a\tb", "a b", 1},
		{"Cyrillic and Greek have letters of their own", "Киев", "Киев", 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := m.Width(c.a, scene.Sans, 10) / m.Width(c.b, scene.Sans, 10)
			if math.Abs(got-c.want) > 1e-6 {
				t.Errorf("%q is %v as wide as %q, want %v", c.a, got, c.b, c.want)
			}
		})
	}
	if w := m.Width("Samarra", scene.Sans, 10); math.Abs(m.Width("Samarra", scene.Sans, 25)/w-2.5) > 1e-9 {
		t.Error("width does not grow with size")
	}
	if m.Width("Samarra", scene.SansBold, 10) <= m.Width("Samarra", scene.Sans, 10) {
		t.Error("bold is not wider")
	}
}

func TestTextAnchors(t *testing.T) {
	for _, c := range []struct {
		name        string
		anchor      scene.Anchor
		left, right float64
	}{
		{"start", scene.Start, 100, 160}, {"middle", scene.Middle, 70, 130}, {"end", scene.End, 40, 100},
	} {
		t.Run(c.name, func(t *testing.T) {
			const word = "Fallujah"
			size := 60 / NewMeasurer().Width(word, scene.Sans, 1)
			img := render(t, page(200, 60, scene.Text{At: orb.Point{100, 40}, Text: word, Size: size, Color: black, Anchor: c.anchor}), 1)
			r := inked(img)
			if math.Abs(float64(r.Min.X)-c.left) > 3 || math.Abs(float64(r.Max.X)-c.right) > 3 {
				t.Errorf("ink from %d to %d, want %v to %v", r.Min.X, r.Max.X, c.left, c.right)
			}
		})
	}
}

func TestTextStandsOnItsBaseline(t *testing.T) {
	img := render(t, page(100, 60, scene.Text{At: orb.Point{10, 40}, Text: "HHH", Size: 24, Color: black}), 1)
	if r := inked(img); r.Max.Y != 40 || r.Dy() < 15 || r.Dy() > 20 {
		t.Errorf("capitals of 24 stand at %v, want to end at 40", r)
	}
}

func TestSpacing(t *testing.T) {
	width := func(spacing float64) int {
		return inked(render(t, page(200, 60, scene.Text{At: orb.Point{10, 40}, Text: "IRAN", Size: 16, Color: black, Spacing: spacing}), 1)).Dx()
	}
	if a, b := width(0), width(10); b-a < 29 || b-a > 31 {
		t.Errorf("three gaps of 10 make %d wide into %d", a, b)
	}
}

func TestHaloLiesUnderAllLetters(t *testing.T) {
	halo := color.NRGBA{255, 255, 0, 255}
	img := render(t, page(120, 40, scene.Text{At: orb.Point{10, 28}, Text: "WAVE", Size: 24, Color: black, Halo: halo, HaloWidth: 4}), 1)
	bare := render(t, page(120, 40, scene.Text{At: orb.Point{10, 28}, Text: "WAVE", Size: 24, Color: black}), 1)
	yellow := 0
	for y := 0; y < 40; y++ {
		for x := 0; x < 120; x++ {
			if bare.RGBAAt(x, y).R == 0 && img.RGBAAt(x, y).R != 0 {
				t.Fatalf("the halo covers a letter at %d,%d", x, y)
			}
			if c := img.RGBAAt(x, y); c.R > 250 && c.B < 10 {
				yellow++
			}
		}
	}
	if yellow < 300 {
		t.Errorf("only %d pixels of halo", yellow)
	}
}

func TestScripts(t *testing.T) {
	s := typeset.NewShaper()
	for _, c := range []struct {
		name, text string
		rtl        bool
	}{
		{"Latin", "Erbil", false},
		{"Cyrillic", "Донецьк", false},
		{"Greek", "Αθήνα", false},
		{"Arabic", "بغداد", true},
		{"Arabic with figures", "بغداد 2014", true},
		{"Latin with Arabic", "Baghdad (بغداد)", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, f := range []scene.Font{scene.Sans, scene.SansSemibold, scene.SansBold} {
				l := s.Shape(c.text, f)
				if l.RightToLeft != c.rtl || l.Width <= 0 {
					t.Errorf("right to left %v, width %v", l.RightToLeft, l.Width)
				}
				for _, g := range l.Glyphs {
					if g.ID == 0 {
						t.Errorf("font %d has no glyph for a letter of %q", f, c.text)
					}
				}
			}
		})
	}
}

func TestArabicIsJoined(t *testing.T) {
	s := typeset.NewShaper()
	isolated := s.Shape("ب", scene.Sans).Glyphs[0].ID
	for _, g := range s.Shape("ببب", scene.Sans).Glyphs {
		if g.ID == isolated {
			t.Error("a letter in a word has its isolated form")
		}
	}
}

func TestMixedDirectionsStandInReadingOrder(t *testing.T) {
	s := typeset.NewShaper()
	l := s.Shape("ab بغ cd", scene.Sans)
	last := -1.0
	for _, g := range l.Glyphs {
		if g.X < last-0.2 {
			t.Errorf("glyph at %v after one at %v: not from left to right", g.X, last)
		}
		last = g.X
	}
	if l.Glyphs[0].Face != int(scene.Sans) || l.Glyphs[len(l.Glyphs)-1].Face != int(scene.Sans) {
		t.Error("the Latin ends are not at the ends")
	}
}

func TestAlong(t *testing.T) {
	down := orb.LineString{{50, 10}, {50, 190}}
	img := render(t, page(100, 200, scene.Text{Text: "Euphrates", Font: scene.SerifItalic, Size: 20, Color: black, Anchor: scene.Middle, Along: down}), 1)
	r := inked(img)
	if r.Dy() < 2*r.Dx() {
		t.Errorf("a name down the page covers %v", r)
	}
	if mid := (r.Min.Y + r.Max.Y) / 2; mid < 90 || mid > 110 {
		t.Errorf("the middle is at %d, want 100", mid)
	}
	// To the right of a line that runs down is its left: letters stand east.
	if r.Max.X > 60 && r.Min.X > 50 {
		t.Errorf("letters at %v", r)
	}
	render(t, page(100, 200, scene.Text{Text: "x", Size: 20, Color: black, Along: orb.LineString{{1, 1}, {1, 1}}}), 1)
}

func TestAnyTextDraws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		it := scene.Text{
			At: orb.Point{rapid.Float64Range(-100, 100).Draw(t, "x"), 20}, Text: rapid.String().Draw(t, "text"),
			Size: rapid.Float64Range(-1, 60).Draw(t, "size"), Color: black, Halo: red, HaloWidth: rapid.Float64Range(0, 4).Draw(t, "halo"),
			Font: scene.Font(rapid.IntRange(0, 5).Draw(t, "font")), Anchor: scene.Anchor(rapid.IntRange(0, 3).Draw(t, "anchor")),
		}
		if w := NewMeasurer().Width(it.Text, it.Font, 12); w < 0 || math.IsNaN(w) {
			t.Fatalf("width %v", w)
		}
	})
}

func FuzzText(f *testing.F) {
	for _, s := range []string{"", "Mosul", "بغداد 14", "a\u200fb", "\xff\xfe", "e\u0301\u0301\u0301", "👨‍👩‍👧"} {
		f.Add(s)
	}
	r := New()
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 200 {
			return
		}
		it := scene.Text{At: orb.Point{10, 30}, Text: s, Size: 14, Color: black, Halo: white, HaloWidth: 2}
		if _, err := r.Render(t.Context(), page(200, 40, it), 1); err != nil {
			t.Fatal(err)
		}
	})
}
