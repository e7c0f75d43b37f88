// Package icon is the program's icon.
package icon

import _ "embed"

// PNG is the icon, 512 by 512 pixels.
//
//go:embed icon.png
var PNG []byte

// SVG is the drawing that PNG and all larger sizes are made from.
//
//go:embed icon.svg
var SVG []byte

// SmallSVG is a plainer drawing for sizes up to 32 pixels.
//
//go:embed small.svg
var SmallSVG []byte
