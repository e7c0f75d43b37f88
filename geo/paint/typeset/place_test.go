package typeset

import (
	"math"
	"testing"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"

	"dateline/geo/scene"
)

func TestClustersSpellTheText(t *testing.T) {
	s := NewShaper()
	for _, text := range []string{"office", "Al-Ḥillah", "été", "naïve fi", "Ωμέγα", "Район", "2014", "لا إله", "Samarra سامراء"} {
		for f := scene.Sans; f <= scene.SerifItalic; f++ {
			l := s.Shape(text, f)
			spelt := map[rune]int{}
			glyphs := 0
			for i, g := range l.Glyphs {
				if !g.First {
					if i == 0 || l.Glyphs[i-1].Cluster != g.Cluster {
						t.Errorf("%q: glyph %d goes on with another cluster", text, i)
					}
					continue
				}
				glyphs += g.Glyphs
				for _, r := range g.Cluster {
					spelt[r]++
				}
			}
			if glyphs != len(l.Glyphs) {
				t.Errorf("%q in font %d: %d glyphs, clusters have %d", text, f, len(l.Glyphs), glyphs)
			}
			for _, r := range text {
				spelt[r]--
			}
			for r, n := range spelt {
				if n != 0 {
					t.Errorf("%q in font %d: %q is spelt %+d times too often", text, f, r, n)
				}
			}
		}
	}
}

func TestLevelIsAsWideAsTheLine(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := NewShaper().Shape(rapid.StringMatching(`[A-Za-z ]{1,12}`).Draw(t, "text"), scene.SansBold)
		size, spacing := rapid.Float64Range(4, 60).Draw(t, "size"), rapid.Float64Range(0, 9).Draw(t, "spacing")
		ps := l.Level(nil, size, spacing, orb.Point{7, 9})
		last := ps[len(ps)-1]
		end := last.At[0] + l.Glyphs[last.Glyph].Advance*size
		if want := 7 + l.Advance(size, spacing); math.Abs(end-want) > 1e-6*want+1e-9 {
			t.Fatalf("ends at %v, want %v", end, want)
		}
	})
}

func TestOffset(t *testing.T) {
	for _, c := range []struct {
		anchor       scene.Anchor
		width, whole float64
		want         float64
	}{
		{scene.Start, 10, 0, 0}, {scene.Middle, 10, 0, -5}, {scene.End, 10, 0, -10},
		{scene.Start, 10, 50, 0}, {scene.Middle, 10, 50, 20}, {scene.End, 10, 50, 40},
	} {
		if got := Offset(c.anchor, c.width, c.whole); got != c.want {
			t.Errorf("Offset(%v, %v, %v) = %v, want %v", c.anchor, c.width, c.whole, got, c.want)
		}
	}
}

func TestAlongIsSafe(t *testing.T) {
	l := NewShaper().Shape("Tigris", scene.SerifItalic)
	for name, path := range map[string][]orb.Point{
		"nothing":   nil,
		"a point":   {{3, 4}},
		"no length": {{3, 4}, {3, 4}},
		"endless":   {{0, 0}, {math.Inf(1), 0}},
		"no number": {{0, 0}, {math.NaN(), 0}},
	} {
		if ps := l.Along(nil, 10, 0, scene.Middle, path); len(ps) != 0 {
			t.Errorf("along %s: %v", name, ps)
		}
	}
	up := l.Along(nil, 10, 0, scene.Start, []orb.Point{{0, 100}, {0, 0}})
	for i, p := range up {
		if p.Dir != (orb.Point{0, -1}) || p.At[0] > 1e-9 || i > 0 && p.At[1] >= up[i-1].At[1] {
			t.Errorf("up a wall: %+v", p)
		}
	}
}

func TestOutlinesEncloseAPositiveArea(t *testing.T) {
	s := NewShaper()
	for f := scene.Sans; f <= scene.SerifItalic; f++ {
		for _, g := range s.Shape("oBfi8éبسم", f).Glyphs {
			sum := 0.0
			for _, r := range s.Outline(g.Face, g.ID) {
				for i, b := range r {
					a := r[(i+len(r)-1)%len(r)]
					sum += a[0]*b[1] - a[1]*b[0]
				}
			}
			if sum <= 0 {
				t.Errorf("glyph %d of face %d encloses %v", g.ID, g.Face, sum)
			}
		}
	}
}

// No text that the program writes itself may show the box of a missing letter.
func TestNoBoxes(t *testing.T) {
	s := NewShaper()
	for _, f := range []scene.Font{scene.Sans, scene.SansSemibold, scene.SansBold, scene.SerifItalic} {
		for _, text := range []string{"−5 °C", "10 → 12 June", "≈ 300", "≤ 5 km, ≥ 2", "A ↔ B", "9–14 June · “about” … 5 × 3′", "Łódź, Đà Nẵng, Χανιά, Їжак", "الموصل ← بغداد"} {
			for _, g := range s.Shape(text, f).Glyphs {
				if g.ID == 0 {
					t.Errorf("font %d has no glyph for %q of %q", f, g.Cluster, text)
				}
			}
		}
	}
}
