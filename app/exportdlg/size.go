// Package exportdlg asks for the size, the style and the extent of a picture
// to be exported.
package exportdlg

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// Preset is a size that is often wanted, in pixels.
type Preset struct {
	Name          string
	Width, Height int
}

// String is the preset with its pixels: "Slide, 1920 × 1080".
func (p Preset) String() string { return fmt.Sprintf("%s, %d × %d", p.Name, p.Width, p.Height) }

// Presets are the sizes offered.
func Presets() []Preset {
	return []Preset{
		{"Slide", 1920, 1080},
		{"Large slide", 3840, 2160},
		{"Small", 1280, 720},
		{"Square", 1080, 1080},
		{"Upright", 1080, 1350},
		{"Telephone", 1080, 1920},
		{"A4 landscape, 150 dpi", 1754, 1240},
		{"A4 upright, 150 dpi", 1240, 1754},
		{"A3 landscape, 150 dpi", 2480, 1754},
	}
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
