package work

import (
	"math"
	"strings"
)

// Preset is a size that pictures often have: one in pixels, or one of paper.
type Preset struct {
	ID, Name      string // "a4-portrait", "A4 upright"
	Width, Height int    // pixels of what is for no paper
	WidthMM       float64
	HeightMM      float64
}

// Paper reports whether a preset is one of paper, whose pixels depend on how
// many an inch has.
func (p Preset) Paper() bool { return p.WidthMM > 0 }

// Pixels is the size in pixels: on paper with dpi pixels an inch.
func (p Preset) Pixels(dpi float64) (width, height int) {
	if !p.Paper() {
		return p.Width, p.Height
	}
	at := func(mm float64) int { return int(math.Round(mm / 25.4 * dpi)) }
	return at(p.WidthMM), at(p.HeightMM)
}

// The densities that paper is offered in, in pixels an inch: for reading on a
// screen and for good printers.
const (
	ScreenDPI = 150
	PrintDPI  = 300
)

// Presets are the sizes offered.
func Presets() []Preset {
	px := func(id, name string, w, h int) Preset { return Preset{ID: id, Name: name, Width: w, Height: h} }
	mm := func(id, name string, w, h float64) Preset { return Preset{ID: id, Name: name, WidthMM: w, HeightMM: h} }
	const inch = 25.4
	return []Preset{
		px("hd", "Slide", 1920, 1080),
		px("4k", "Large slide", 3840, 2160),
		px("screen", "Screen", 1280, 720),
		px("square", "Square", 1080, 1080),
		px("portrait", "Upright", 1080, 1350),
		px("story", "Telephone", 1080, 1920),
		mm("a4", "A4 landscape", 297, 210),
		mm("a4-portrait", "A4 upright", 210, 297),
		mm("a3", "A3 landscape", 420, 297),
		mm("a3-portrait", "A3 upright", 297, 420),
		mm("letter", "Letter landscape", 11*inch, 8.5*inch),
		mm("letter-portrait", "Letter upright", 8.5*inch, 11*inch),
	}
}

// PresetByID finds a preset; capitals do not count.
func PresetByID(id string) (Preset, bool) {
	for _, p := range Presets() {
		if strings.EqualFold(p.ID, strings.TrimSpace(id)) {
			return p, true
		}
	}
	return Preset{}, false
}
