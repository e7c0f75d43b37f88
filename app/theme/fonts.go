package theme

import "fyne.io/fyne/v2"

// Fonts are the fonts of the window, the same files that the painters use.
// A nil one falls back to Fyne's own.
type Fonts struct {
	Regular, Semibold, Bold, Italic fyne.Resource
}

// LoadFonts gives the fonts that ship with the program.
func LoadFonts() Fonts { return Fonts{} }

// forStyle picks the font of a style, nil where Fyne's own serves.
func (f Fonts) forStyle(s fyne.TextStyle) fyne.Resource {
	switch {
	case s.Monospace, s.Symbol:
		return nil
	case s.Bold && f.Semibold != nil:
		return f.Semibold
	case s.Bold:
		return f.Bold
	case s.Italic:
		return f.Italic
	}
	return f.Regular
}
