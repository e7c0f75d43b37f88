package scene

import (
	"fmt"
	"image/color"
	"strings"
)

// Style is how everything is drawn: its colours, never what is drawn. Styles
// can be compared with ==. Sizes are the same in all styles and grow with
// Input.Unit.
type Style struct {
	Name string // "light", "dark", "print"

	Water, Coast          color.NRGBA
	Land                  color.NRGBA // where no country is in focus
	LandFocus, LandFar    color.NRGBA // a country in focus, and its neighbours
	Border, DivisionLine  color.NRGBA
	River                 color.NRGBA
	Label, LabelMinor     color.NRGBA // towns; divisions and small print
	LabelCountry          color.NRGBA
	LabelDivision         color.NRGBA
	LabelWater            color.NRGBA
	Ink, Paper, Halo      color.NRGBA // Paper is of panels and the outlines of marks
	Panel                 color.NRGBA // ground of title, clock and legend
	Hairline              color.NRGBA // thin lines between panels
	Frame                 color.NRGBA // the extent in the inset
	Hues                  [7]color.NRGBA
	hueText               [7]color.NRGBA
	Shadow                color.NRGBA
	AreaFill, AdvanceFill float64 // shares of opacity
}

// StyleNames are the names of the styles, in the order in which they are
// offered.
var StyleNames = [...]string{"light", "dark", "print"}

var hueOrder = [...]Hue{Red, Blue, Green, Purple, Amber, Teal, Grey}

// StyleByName gives the style of that name; the empty name is "light".
func StyleByName(name string) (Style, error) {
	var s Style
	switch strings.ToLower(name) {
	case "", "light":
		s = light()
	case "dark":
		s = dark()
	case "print":
		s = printed()
	default:
		return Style{}, fmt.Errorf("no style %q: there are %s", name, strings.Join(StyleNames[:], ", "))
	}
	for i, c := range s.Hues {
		// Words are thin: they need more contrast than marks, and they stand
		// on hatched ground.
		s.hueText[i] = readable(c, s.Ink, s.Land, 7)
	}
	return s, nil
}

// Hue is the colour of a hue's marks; an unknown hue is grey.
func (s Style) Hue(h Hue) color.NRGBA { return s.Hues[hueIndex(h)] }

// HueText is the colour of words in that hue.
func (s Style) HueText(h Hue) color.NRGBA { return s.hueText[hueIndex(h)] }

func hueIndex(h Hue) int {
	for i, k := range hueOrder {
		if k == h {
			return i
		}
	}
	return len(hueOrder) - 1
}

func light() Style {
	return Style{
		Name:  "light",
		Water: rgb(0xD3DFE6), Coast: rgb(0xA9BDC9),
		Land: rgb(0xF2F0EB), LandFocus: rgb(0xF6F4EF), LandFar: rgb(0xECE9E2),
		Border: rgb(0x9A9388), DivisionLine: rgb(0xC9C3B8), River: rgb(0xA5C0D2),
		Label: rgb(0x4A4F57), LabelMinor: rgb(0x6B7078), LabelCountry: rgb(0xA39B8E),
		LabelDivision: rgb(0x8E877B), LabelWater: rgb(0x3F6E8C),
		Ink: rgb(0x1A1A1A), Paper: rgb(0xFFFFFF), Halo: fade(rgb(0xFFFFFF), 0.92),
		Panel: fade(rgb(0xFFFFFF), 0.94), Hairline: rgb(0xD9D6CF), Frame: rgb(0xC8352B),
		Hues: [7]color.NRGBA{
			rgb(0xC8352B), rgb(0x0B5FA5), rgb(0x2E7D4F), rgb(0x7B4FA3),
			rgb(0xB36B00), rgb(0x00798C), rgb(0x5B616A),
		},
		Shadow: rgb(0x000000), AreaFill: 0.08, AdvanceFill: 0.90,
	}
}

func dark() Style {
	return Style{
		Name:  "dark",
		Water: rgb(0x171B20), Coast: rgb(0x3A4650),
		Land: rgb(0x22262B), LandFocus: rgb(0x282D33), LandFar: rgb(0x1F2327),
		Border: rgb(0x6A737E), DivisionLine: rgb(0x3F464F), River: rgb(0x3F5B6D),
		Label: rgb(0xC3C9D1), LabelMinor: rgb(0x98A0AA), LabelCountry: rgb(0x69727C),
		LabelDivision: rgb(0x737C87), LabelWater: rgb(0x7FA3BC),
		Ink: rgb(0xF2F0EB), Paper: rgb(0x22262B), Halo: fade(rgb(0x171B20), 0.90),
		Panel: fade(rgb(0x171B20), 0.94), Hairline: rgb(0x3A4149), Frame: rgb(0xFF6B5E),
		Hues: [7]color.NRGBA{
			rgb(0xFF6B5E), rgb(0x5AA9E6), rgb(0x5FC58A), rgb(0xB99AE0),
			rgb(0xF2B33D), rgb(0x4FC3D0), rgb(0xA9B1BC),
		},
		Shadow: rgb(0x000000), AreaFill: 0.10, AdvanceFill: 0.90,
	}
}

func printed() Style {
	s := light()
	s.Name = "print"
	s.Water, s.Coast, s.River = rgb(0xE3ECF2), rgb(0x8CA3B3), rgb(0x8FB0C6)
	s.Land, s.LandFocus, s.LandFar = rgb(0xFFFFFF), rgb(0xFFFFFF), rgb(0xF3F3F3)
	s.Border, s.DivisionLine = rgb(0x7A7A7A), rgb(0xB4B4B4)
	s.Label, s.LabelMinor = rgb(0x33373D), rgb(0x5B6067)
	s.LabelCountry, s.LabelDivision, s.LabelWater = rgb(0x8C8C8C), rgb(0x787878), rgb(0x2F5E7C)
	s.Ink, s.Halo, s.Panel = rgb(0x000000), fade(rgb(0xFFFFFF), 0.95), rgb(0xFFFFFF)
	return s
}
