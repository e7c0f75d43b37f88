package theme

import (
	"fyne.io/fyne/v2"

	"dateline/data/fonts"
)

// Fonts are the fonts of the window, the same files that the painters use.
type Fonts struct {
	Regular, Semibold, Bold, Italic fyne.Resource
}

// LoadFonts gives the fonts that ship with the program.
func LoadFonts() Fonts {
	return Fonts{
		Regular:  fyne.NewStaticResource("sans-regular.ttf", fonts.Sans),
		Semibold: fyne.NewStaticResource("sans-semibold.ttf", fonts.SansSemibold),
		Bold:     fyne.NewStaticResource("sans-bold.ttf", fonts.SansBold),
		Italic:   fyne.NewStaticResource("serif-italic.ttf", fonts.SerifItalic),
	}
}

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
