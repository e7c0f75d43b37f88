package scene

import (
	"image/color"
	"math"
)

// rgb is an opaque colour written as in a style sheet: 0xC8352B.
func rgb(hex uint32) color.NRGBA {
	return color.NRGBA{uint8(hex >> 16), uint8(hex >> 8), uint8(hex), 255}
}

// fade multiplies a colour's opacity.
func fade(c color.NRGBA, share float64) color.NRGBA {
	c.A = uint8(math.Round(float64(c.A) * math.Min(math.Max(share, 0), 1)))
	return c
}

// mix goes from a (share 0) to b (share 1); the opacity is a's.
func mix(a, b color.NRGBA, share float64) color.NRGBA {
	m := func(x, y uint8) uint8 { return uint8(math.Round(float64(x) + (float64(y)-float64(x))*share)) }
	return color.NRGBA{m(a.R, b.R), m(a.G, b.G), m(a.B, b.B), a.A}
}

// Contrast is the ratio of WCAG 2 between two opaque colours, 1 to 21.
func Contrast(a, b color.NRGBA) float64 {
	x, y := luminance(a), luminance(b)
	if x < y {
		x, y = y, x
	}
	return (x + 0.05) / (y + 0.05)
}

func luminance(c color.NRGBA) float64 {
	lin := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*lin(c.R) + 0.7152*lin(c.G) + 0.0722*lin(c.B)
}

// readable takes a colour toward another until its contrast with a ground is
// at least want.
func readable(c, toward, ground color.NRGBA, want float64) color.NRGBA {
	for s := 0.0; s <= 1; s += 0.05 {
		if m := mix(c, toward, s); Contrast(m, ground) >= want {
			return m
		}
	}
	return toward
}
