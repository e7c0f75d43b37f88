package fonts_test

import (
	"crypto/sha256"
	"fmt"
	"os"
	"strings"
	"testing"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"dateline/data/fonts"
)

// latin is what the Latin, Greek and Cyrillic fonts must have.
const latin = "AZaz09 ĀāḤḥĪīŪūṢṣḌḍṬṭẒẓʿʾʼ‘’“”–—…ÄäÖöÜüßÇçĞğİıŞşŁłĐđŻżŽžŐőŰűÅåÆæØøÞþÐðẤắợ ΑΩαωἀ ЀАЯаяЁёЇїҐґӨө €£¥§°×©"

// arabicText is what the Arabic fonts must have: Arabic, Persian, Urdu, Kurdish.
const arabicText = "بغدادالموصل٠١٩۰۹پچژگکیێۆەڵڕےٹڈ،؟ 09"

// signText is what the font of signs must have.
const signText = "−≈≠≤≥←↑→↓↔↗∞√"

func each() map[string][]byte {
	return map[string][]byte{
		"sans-regular.ttf": fonts.Sans, "sans-semibold.ttf": fonts.SansSemibold, "sans-bold.ttf": fonts.SansBold,
		"serif-italic.ttf": fonts.SerifItalic, "arabic-regular.ttf": fonts.Arabic, "arabic-bold.ttf": fonts.ArabicBold,
		"signs.ttf": fonts.Signs,
	}
}

func TestGlyphs(t *testing.T) {
	for name, data := range each() {
		t.Run(name, func(t *testing.T) {
			f, err := sfnt.Parse(data)
			if err != nil {
				t.Fatal(err)
			}
			text := latin
			switch {
			case strings.HasPrefix(name, "arabic"):
				text = arabicText
			case name == "signs.ttf":
				text = signText
			}
			var buf sfnt.Buffer
			for _, r := range text {
				if i, err := f.GlyphIndex(&buf, r); err != nil || i == 0 {
					t.Errorf("no glyph for %q (%U)", r, r)
				}
			}
		})
	}
}

func TestFiguresAreOfOneWidth(t *testing.T) {
	for name, data := range each() {
		if name == "signs.ttf" {
			continue // it has none
		}
		f, err := sfnt.Parse(data)
		if err != nil {
			t.Fatal(err)
		}
		var buf sfnt.Buffer
		var width fixed.Int26_6
		for r := '0'; r <= '9'; r++ {
			i, err := f.GlyphIndex(&buf, r)
			if err != nil {
				t.Fatal(err)
			}
			a, err := f.GlyphAdvance(&buf, i, fixed.I(1000), 0)
			if err != nil {
				t.Fatal(err)
			}
			if r == '0' {
				width = a
			}
			if a != width || a == 0 {
				t.Errorf("%s: %c is %v wide, 0 is %v", name, r, a, width)
			}
		}
	}
}

func TestReadmeNamesTheFiles(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	total := 0
	for name, data := range each() {
		total += len(data)
		if want := fmt.Sprintf("| `%x` |", sha256.Sum256(data)); !strings.Contains(string(readme), want) {
			t.Errorf("README.md has no checksum %s of %s", want, name)
		}
	}
	if total > 3<<20 {
		t.Errorf("the fonts take %d bytes, more than 3 MB", total)
	}
}
