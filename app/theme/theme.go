// Package theme is how the program's window looks: its colours, sizes and
// fonts, as a Fyne theme. What is drawn on the map has a style of its own, so
// that an export does not follow the screen.
package theme

import (
	"image/color"

	"fyne.io/fyne/v2"
	base "fyne.io/fyne/v2/theme"
)

// Mode says whether the window is light or dark.
type Mode uint8

// The modes.
const (
	Light Mode = iota
	Dark
	Contrast // black and white, for who sees little
)

// Modes are the modes in the order in which they are offered.
var Modes = [...]Mode{Light, Dark, Contrast}

// String is the mode's name in the preferences.
func (m Mode) String() string {
	switch m {
	case Dark:
		return "dark"
	case Contrast:
		return "contrast"
	}
	return "light"
}

// Style is the name of the map's style that goes with the mode.
func (m Mode) Style() string {
	switch m {
	case Dark:
		return "dark"
	case Contrast:
		return "print"
	}
	return "light"
}

// The colours that Fyne has no name for.
const (
	Ink       fyne.ThemeColorName = "dateline.ink"       // text
	Muted     fyne.ThemeColorName = "dateline.muted"     // second-rank text
	Faint     fyne.ThemeColorName = "dateline.faint"     // third-rank marks, never text
	Paper     fyne.ThemeColorName = "dateline.paper"     // panes and cards
	Panel     fyne.ThemeColorName = "dateline.panel"     // the timeline's ground
	Hairline  fyne.ThemeColorName = "dateline.hairline"  // lines between panes
	Border    fyne.ThemeColorName = "dateline.border"    // of buttons and fields
	Hovered   fyne.ThemeColorName = "dateline.hovered"   // row under the pointer
	Selected  fyne.ThemeColorName = "dateline.selected"  // row that is selected
	Accepted  fyne.ThemeColorName = "dateline.accepted"  // check mark
	Alert     fyne.ThemeColorName = "dateline.alert"     // errors and the playhead
	FocusRing fyne.ThemeColorName = "dateline.focusring" // around what has the keys
)

// Sizes of text, in Fyne's units.
const (
	SizeProject float32 = 16
	SizeHeading float32 = 18
	SizeRow     float32 = 14
	SizeBody    float32 = 13
	SizeMeta    float32 = 12
	SizeAxis    float32 = 11
)

// Heights and widths of the window's parts, in Fyne's units.
const (
	TopBarHeight    float32 = 44
	TransportHeight float32 = 40
	OverviewHeight  float32 = 32
	AxisHeight      float32 = 36
	LeftWidth       float32 = 320
	ReportWidth     float32 = 480
	RightWidth      float32 = 340
	Radius          float32 = 6
)

// Theme is the program's Fyne theme.
type Theme struct {
	mode  Mode
	fonts Fonts
}

var _ fyne.Theme = (*Theme)(nil)

// New returns the theme of a mode with the fonts that ship with the program.
func New(m Mode) *Theme { return &Theme{mode: m, fonts: LoadFonts()} }

// Mode is the mode the theme was made for.
func (t *Theme) Mode() Mode { return t.mode }

// Color gives the colour of a name; the variant of the desktop is not asked,
// since a person chooses the mode in the program.
func (t *Theme) Color(n fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	p := light
	variant := base.VariantLight
	switch t.mode {
	case Dark:
		p, variant = dark, base.VariantDark
	case Contrast:
		p = contrast
	}
	if c, ok := p.color(n); ok {
		return c
	}
	return base.DefaultTheme().Color(n, variant)
}

// Font gives the font of a text style.
func (t *Theme) Font(s fyne.TextStyle) fyne.Resource {
	if r := t.fonts.forStyle(s); r != nil {
		return r
	}
	return base.DefaultTheme().Font(s)
}

// Icon gives Fyne's own icons.
func (t *Theme) Icon(n fyne.ThemeIconName) fyne.Resource { return base.DefaultTheme().Icon(n) }

// Size gives the size of a name.
func (t *Theme) Size(n fyne.ThemeSizeName) float32 {
	switch n {
	case base.SizeNameText:
		return SizeBody
	case base.SizeNameCaptionText:
		return SizeMeta
	case base.SizeNameHeadingText:
		return SizeHeading
	case base.SizeNameSubHeadingText:
		return SizeRow
	case base.SizeNamePadding:
		return 4
	case base.SizeNameInnerPadding:
		return 7
	case base.SizeNameInlineIcon:
		return 18
	case base.SizeNameInputRadius, base.SizeNameSelectionRadius, base.SizeNameButtonRadius, base.SizeNamePopupRadius, base.SizeNameMenuRadius:
		return Radius
	case base.SizeNameSeparatorThickness, base.SizeNameInputBorder:
		return 1
	case base.SizeNameScrollBar:
		return 10
	case base.SizeNameScrollBarSmall:
		return 4
	case base.SizeNameModalBlurRadius:
		return 0
	}
	return base.DefaultTheme().Size(n)
}

// Flat is the theme of the program, whichever is in force, without shadows:
// for what scrolls in a pane.
func Flat() fyne.Theme { return flat{} }

type flat struct{}

func (flat) now() fyne.Theme { return fyne.CurrentApp().Settings().Theme() }

func (f flat) Color(n fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	if n == base.ColorNameShadow {
		return color.Transparent
	}
	return f.now().Color(n, v)
}

func (f flat) Font(s fyne.TextStyle) fyne.Resource     { return f.now().Font(s) }
func (f flat) Icon(n fyne.ThemeIconName) fyne.Resource { return f.now().Icon(n) }
func (f flat) Size(n fyne.ThemeSizeName) float32       { return f.now().Size(n) }
