package theme

import (
	"image/color"

	"fyne.io/fyne/v2"
	base "fyne.io/fyne/v2/theme"
)

// palette is the colours of one mode.
type palette struct {
	ink, muted, faint, paper, panel, hairline, border color.NRGBA
	hovered, selected, accepted, alert, focus         color.NRGBA
	primary, onPrimary, scrim                         color.NRGBA
}

var light = palette{
	ink:       rgb(0x1A1A1A),
	muted:     rgb(0x5B616A),
	faint:     rgb(0x8C887F),
	paper:     rgb(0xFFFFFF),
	panel:     rgb(0xFBFAF7),
	hairline:  rgb(0xD9D6CF),
	border:    rgb(0xC9C5BC),
	hovered:   rgb(0xF6F5F1),
	selected:  rgb(0xEFEDE6),
	accepted:  rgb(0x2E7D4F),
	alert:     rgb(0xC8352B),
	focus:     rgb(0x0B5FA5),
	primary:   rgb(0x1A1A1A),
	onPrimary: rgb(0xFFFFFF),
	scrim:     color.NRGBA{0, 0, 0, 0x44},
}

var dark = palette{
	ink:       rgb(0xF2F0EB),
	muted:     rgb(0xA9B1BC),
	faint:     rgb(0x7B8590),
	paper:     rgb(0x22262B),
	panel:     rgb(0x1B1F24),
	hairline:  rgb(0x3A4149),
	border:    rgb(0x4C545E),
	hovered:   rgb(0x2A2F35),
	selected:  rgb(0x323941),
	accepted:  rgb(0x5FC58A),
	alert:     rgb(0xFF6B5E),
	focus:     rgb(0x5AA9E6),
	primary:   rgb(0xF2F0EB),
	onPrimary: rgb(0x1A1A1A),
	scrim:     color.NRGBA{0, 0, 0, 0x90},
}

// contrast has no grey that carries a meaning and no line that is faint.
var contrast = palette{
	ink:       rgb(0x000000),
	muted:     rgb(0x1F1F1F),
	faint:     rgb(0x5A5A5A),
	paper:     rgb(0xFFFFFF),
	panel:     rgb(0xFFFFFF),
	hairline:  rgb(0x000000),
	border:    rgb(0x000000),
	hovered:   rgb(0xE6E6E6),
	selected:  rgb(0xD0D8FF),
	accepted:  rgb(0x005A1E),
	alert:     rgb(0xB00000),
	focus:     rgb(0x0040D0),
	primary:   rgb(0x000000),
	onPrimary: rgb(0xFFFFFF),
	scrim:     color.NRGBA{0, 0, 0, 0x90},
}

// rgb is an opaque colour from 0xRRGGBB.
func rgb(v uint32) color.NRGBA {
	return color.NRGBA{uint8(v >> 16), uint8(v >> 8), uint8(v), 0xFF}
}

func (p palette) color(n fyne.ThemeColorName) (color.Color, bool) {
	switch n {
	case Ink, base.ColorNameForeground:
		return p.ink, true
	case Muted, base.ColorNamePlaceHolder:
		return p.muted, true
	case Faint, base.ColorNameDisabled:
		return p.faint, true
	case Paper, base.ColorNameBackground, base.ColorNameInputBackground, base.ColorNameMenuBackground,
		base.ColorNameOverlayBackground, base.ColorNameHeaderBackground:
		return p.paper, true
	case Panel, base.ColorNameDisabledButton:
		return p.panel, true
	case Hairline, base.ColorNameSeparator:
		return p.hairline, true
	case Border, base.ColorNameInputBorder:
		return p.border, true
	case Hovered, base.ColorNameHover:
		return p.hovered, true
	case Selected, base.ColorNamePressed, base.ColorNameButton:
		return p.selected, true
	case Accepted, base.ColorNameSuccess:
		return p.accepted, true
	case Alert, base.ColorNameError:
		return p.alert, true
	case FocusRing, base.ColorNameHyperlink:
		return p.focus, true
	case base.ColorNameFocus:
		return alpha(p.focus, 0x40), true
	case base.ColorNameSelection:
		return alpha(p.focus, 0x40), true
	case base.ColorNamePrimary:
		return p.primary, true
	case base.ColorNameForegroundOnPrimary:
		return p.onPrimary, true
	case base.ColorNameShadow:
		return p.scrim, true
	case base.ColorNameScrollBar:
		return alpha(p.muted, 0x90), true
	}
	return nil, false
}

// alpha is a colour with another opacity.
func alpha(c color.NRGBA, a uint8) color.NRGBA {
	c.A = a
	return c
}
