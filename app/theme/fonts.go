package theme

import (
	"strings"
	"sync"
	"unicode"

	"fyne.io/fyne/v2"

	"dateline/app/words"
	"dateline/data/fonts"
)

// Fonts are the fonts of the window, the same files that the painters use.
type Fonts struct {
	Regular, Semibold, Bold, Italic fyne.Resource
}

// LoadFonts gives the fonts that ship with the program, those of the language
// that it speaks first.
func LoadFonts() Fonts {
	if words.Spoken().Code == "ar" {
		bold := fyne.NewStaticResource("arabic-bold.ttf", fonts.ArabicBold)
		regular := fyne.NewStaticResource("arabic-regular.ttf", fonts.Arabic)
		return Fonts{Regular: regular, Semibold: bold, Bold: bold, Italic: regular}
	}
	return Fonts{
		Regular:  fyne.NewStaticResource("sans-regular.ttf", fonts.Sans),
		Semibold: fyne.NewStaticResource("sans-semibold.ttf", fonts.SansSemibold),
		Bold:     fyne.NewStaticResource("sans-bold.ttf", fonts.SansBold),
		Italic:   fyne.NewStaticResource("serif-italic.ttf", fonts.SerifItalic),
	}
}

// Latin is the font of a text without a letter of Arabic while the program
// speaks Arabic, whose own font is much higher; nil at other times.
func Latin(text string, bold bool) fyne.Resource {
	if !words.Spoken().RightToLeft || strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Arabic, r) }) {
		return nil
	}
	if bold {
		return latinBold()
	}
	return latin()
}

// The two, made once: Fyne knows a font by its resource.
var (
	latin     = sync.OnceValue(func() fyne.Resource { return fyne.NewStaticResource("sans-regular.ttf", fonts.Sans) })
	latinBold = sync.OnceValue(func() fyne.Resource { return fyne.NewStaticResource("sans-semibold.ttf", fonts.SansSemibold) })
)

// forStyle picks the font of a style, nil where Fyne's own serves.
func (f Fonts) forStyle(s fyne.TextStyle) fyne.Resource {
	switch {
	case s.Monospace, s.Symbol:
		return nil
	case s.Bold:
		return f.Semibold
	case s.Italic:
		return f.Italic
	}
	return f.Regular
}
