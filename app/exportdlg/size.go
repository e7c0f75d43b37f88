// Package exportdlg asks for the kind of file, the size, the style and the extent of a picture
// to be exported.
package exportdlg

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"dateline/app/words"
	"dateline/app/work"
)

// Preset is a size that is often wanted.
type Preset struct {
	Name          string
	Width, Height int     // pixels
	DPI           float64 // pixels an inch of paper has; 0 for no paper
}

// String is the preset with its pixels: "Slide, 1920 × 1080".
func (p Preset) String() string { return fmt.Sprintf("%s, %d × %d", p.Name, p.Width, p.Height) }

// Presets are the sizes offered: those of paper for reading on a screen and for
// print.
func Presets() []Preset {
	var out []Preset
	for _, p := range work.Presets() {
		if !p.Paper() {
			out = append(out, Preset{Name: words.T(p.Name), Width: p.Width, Height: p.Height})
			continue
		}
		for _, dpi := range []float64{work.ScreenDPI, work.PrintDPI} {
			w, h := p.Pixels(dpi)
			out = append(out, Preset{words.F("%s, %.0f dpi", words.T(p.Name), dpi), w, h, dpi})
		}
	}
	return out
}

// The smallest and the largest side of a picture, in pixels.
const (
	MinSide = 200
	MaxSide = 10000
)

var sizePattern = regexp.MustCompile(`^\s*(\d{1,6})\s*(?:[xX×*]|by)\s*(\d{1,6})\s*(?:px)?\s*$`)

// ParseSize reads a size as people write it: "1280x720", "1280 × 720".
func ParseSize(s string) (width, height int, err error) {
	if strings.TrimSpace(s) == "" {
		return 0, 0, errors.New("write a size such as 1280 × 720")
	}
	m := sizePattern.FindStringSubmatch(s)
	if m == nil {
		return 0, 0, fmt.Errorf("“%s” is no size: write one such as 1280 × 720", strings.TrimSpace(s))
	}
	width, _ = strconv.Atoi(m[1])
	height, _ = strconv.Atoi(m[2])
	for _, n := range [2]int{width, height} {
		if n < MinSide || n > MaxSide {
			return 0, 0, fmt.Errorf("each side must be from %d to %d pixels", MinSide, MaxSide)
		}
	}
	return width, height, nil
}
