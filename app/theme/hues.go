package theme

import (
	"image/color"

	"dateline/geo/scene"
)

// Hue is the colour of a side in the window: the same palette as on the map.
func Hue(m Mode, h scene.Hue) color.NRGBA {
	i := 0
	if m == Dark {
		i = 1
	}
	switch h {
	case scene.Blue:
		return [2]color.NRGBA{rgb(0x0B5FA5), rgb(0x5AA9E6)}[i]
	case scene.Red:
		return [2]color.NRGBA{rgb(0xC8352B), rgb(0xFF6B5E)}[i]
	case scene.Green:
		return [2]color.NRGBA{rgb(0x2E7D4F), rgb(0x5FC58A)}[i]
	case scene.Purple:
		return [2]color.NRGBA{rgb(0x7B4FA3), rgb(0xB99AE0)}[i]
	case scene.Amber:
		return [2]color.NRGBA{rgb(0xB36B00), rgb(0xF2B33D)}[i]
	case scene.Teal:
		return [2]color.NRGBA{rgb(0x00798C), rgb(0x4FC3D0)}[i]
	}
	return [2]color.NRGBA{rgb(0x5B616A), rgb(0xA9B1BC)}[i]
}

// Of is the mode of the theme that is in force, Light if it is not one of ours.
func Of(t interface{ Mode() Mode }) Mode {
	if t == nil {
		return Light
	}
	return t.Mode()
}
