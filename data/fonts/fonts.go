// Package fonts holds the fonts that ship with the program, as TrueType files:
// a humanist sans for Latin, Greek and Cyrillic in three weights, one for
// Arabic in two, a serif italic for the names of water, and the signs that these
// lack: minus, arrows, about equal. The figures 0 to 9 are all of one width.
package fonts

import _ "embed" // the fonts are embedded

// The fonts. They must not be changed.
var (
	//go:embed sans-regular.ttf
	Sans []byte
	//go:embed sans-semibold.ttf
	SansSemibold []byte
	//go:embed sans-bold.ttf
	SansBold []byte
	//go:embed serif-italic.ttf
	SerifItalic []byte
	//go:embed arabic-regular.ttf
	Arabic []byte
	//go:embed arabic-bold.ttf
	ArabicBold []byte
	//go:embed signs.ttf
	Signs []byte
)
