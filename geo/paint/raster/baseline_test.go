package raster

import (
	"image"
	"math"
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"dateline/geo/paint/typeset"
	"dateline/geo/scene"
)

// fontsTold are all fonts with their names.
var fontsTold = []struct {
	name string
	font scene.Font
}{{"sans", scene.Sans}, {"semibold", scene.SansSemibold}, {"bold", scene.SansBold}, {"serif italic", scene.SerifItalic}}

func TestEveryFontStandsOnTheBaseline(t *testing.T) {
	for _, f := range fontsTold {
		t.Run(f.name, func(t *testing.T) {
			for _, size := range []float64{12, 20, 36} {
				for _, scale := range []float64{1, 1.5, 2} {
					it := scene.Text{At: orb.Point{10, 44}, Text: "HEI", Font: f.font, Size: size, Color: black}
					r := inked(render(t, page(200, 60, it), scale))
					if want := int(math.Round(44 * scale)); r.Max.Y < want-1 || r.Max.Y > want+1 {
						t.Errorf("size %v at scale %v: capitals end at %d, the baseline is %d", size, scale, r.Max.Y, want)
					}
					if h := float64(r.Dy()) / (size * scale); h < 0.6 || h > 0.82 {
						t.Errorf("size %v at scale %v: capitals are %.2f em high", size, scale, h)
					}
				}
			}
		})
	}
}

func TestLettersGoBelowTheBaseline(t *testing.T) {
	r := inked(render(t, page(100, 60, scene.Text{At: orb.Point{10, 40}, Text: "gpq", Size: 24, Color: black}), 1))
	if r.Max.Y < 43 || r.Max.Y > 48 {
		t.Errorf("tails end at %d, want a fifth of an em under 40", r.Max.Y)
	}
}

func TestDrawnAsWideAsMeasured(t *testing.T) {
	m := NewMeasurer()
	for _, f := range fontsTold {
		t.Run(f.name, func(t *testing.T) {
			for _, unit := range []string{"H", "Mo", "n", "Samarra "} {
				// What more letters add to the ink is what they measure: the
				// room beside the first and the last cancels out.
				ink := func(n int) int {
					it := scene.Text{At: orb.Point{8, 40}, Text: strings.Repeat(unit, n) + "H", Font: f.font, Size: 18, Color: black}
					return inked(render(t, page(760, 60, it), 1)).Dx()
				}
				want := m.Width(strings.Repeat(unit, 9)+"H", f.font, 18) - m.Width(strings.Repeat(unit, 2)+"H", f.font, 18)
				if got := float64(ink(9) - ink(2)); math.Abs(got-want) > 2 {
					t.Errorf("seven of %q are drawn %v wide and measured %.1f", unit, got, want)
				}
			}
		})
	}
}

func TestAlongALevelLineIsStraight(t *testing.T) {
	it := scene.Text{At: orb.Point{20, 40}, Text: "Khabur", Size: 22, Color: black}
	straight := inked(render(t, page(200, 60, it), 1))
	it.Along = orb.LineString{{20, 40}, {60, 40}, {180, 40}}
	bent := inked(render(t, page(200, 60, it), 1))
	for _, d := range []int{bent.Min.X - straight.Min.X, bent.Min.Y - straight.Min.Y, bent.Max.X - straight.Max.X, bent.Max.Y - straight.Max.Y} {
		if d < -1 || d > 1 {
			t.Fatalf("along a level line it covers %v, straight %v", bent, straight)
		}
	}
}

func TestArabicRunsFromTheRight(t *testing.T) {
	s := typeset.NewShaper()
	alone := func(r string) typeset.Glyph { return s.Shape(r, scene.Sans).Glyphs[0] }
	// Alef does not join the letter after it: both keep their own forms.
	l := s.Shape("اب", scene.Sans)
	if n := len(l.Glyphs); n < 2 || l.Glyphs[n-1].ID != alone("ا").ID {
		t.Errorf("the first letter is not the rightmost: %+v", l.Glyphs)
	}
	word, year := s.Shape("بغداد", scene.Sans), s.Shape("2014", scene.Sans)
	both := s.Shape("بغداد 2014", scene.Sans)
	for i, g := range year.Glyphs {
		if both.Glyphs[i].ID != g.ID {
			t.Errorf("figure %d of a year after an Arabic word is another glyph", i)
		}
	}
	if n, m := len(both.Glyphs), len(word.Glyphs); both.Glyphs[n-1].ID != word.Glyphs[m-1].ID {
		t.Error("the word is not to the right of the year")
	}
	if both.Width < word.Width+year.Width {
		t.Errorf("a word of %.2f and a year of %.2f are %.2f together", word.Width, year.Width, both.Width)
	}
}

func TestArabicInkRunsFromTheRight(t *testing.T) {
	// Of these two letters the second alone has a dot below the baseline.
	img := render(t, page(120, 80, scene.Text{At: orb.Point{30, 40}, Text: "اب", Size: 40, Color: black}), 1)
	all := inked(img)
	var low image.Rectangle
	for y := 46; y < 80; y++ {
		for x := 0; x < 120; x++ {
			if img.RGBAAt(x, y).R < 128 {
				low = low.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	if low.Empty() || low.Max.X > (all.Min.X+all.Max.X)/2+2 {
		t.Errorf("the dot of the second letter is at %v of %v: not on the left", low, all)
	}
}

func TestArabicKeepsItsAnchor(t *testing.T) {
	for _, c := range []struct {
		anchor      scene.Anchor
		left, right float64
	}{{scene.Start, 200, 300}, {scene.Middle, 150, 250}, {scene.End, 100, 200}} {
		size := 100 / NewMeasurer().Width("بغداد", scene.Sans, 1)
		r := inked(render(t, page(400, 120, scene.Text{At: orb.Point{200, 70}, Text: "بغداد", Size: size, Color: black, Anchor: c.anchor}), 1))
		if math.Abs(float64(r.Min.X)-c.left) > 6 || math.Abs(float64(r.Max.X)-c.right) > 6 {
			t.Errorf("anchor %d: ink from %d to %d, want about %v to %v", c.anchor, r.Min.X, r.Max.X, c.left, c.right)
		}
	}
}
