package typeset

import (
	"bytes"
	"sync"

	"github.com/go-text/typesetting/font"

	"dateline/data/fonts"
	"dateline/geo/scene"
)

// The faces, by index: first those of scene.Font, then the ones that stand in
// where a text has letters that they lack.
const (
	faceArabic = int(scene.SerifItalic) + 1 + iota
	faceArabicBold
	faceSigns
)

// Files are the fonts by the index of their face, as TrueType. They must not be
// changed.
func Files() [][]byte {
	return [][]byte{
		fonts.Sans, fonts.SansSemibold, fonts.SansBold, fonts.SerifItalic,
		fonts.Arabic, fonts.ArabicBold, fonts.Signs,
	}
}

// shipped is the fonts that come with the program, parsed once. Fonts are
// shared between goroutines; faces are not.
var shipped = sync.OnceValue(func() []*font.Font {
	var out []*font.Font
	for _, b := range Files() {
		f, err := font.ParseTTF(bytes.NewReader(b))
		if err != nil {
			out = append(out, nil)
			continue
		}
		out = append(out, f.Font)
	}
	return out
})

// fallbacks is the order in which faces are asked for a letter.
func fallbacks(f scene.Font) []int {
	arabic := faceArabic
	if f == scene.SansSemibold || f == scene.SansBold {
		arabic = faceArabicBold
	}
	first := int(f)
	if first >= faceArabic {
		first = int(scene.Sans)
	}
	order := []int{first}
	for _, i := range []int{int(scene.Sans), arabic, faceArabic, faceSigns} {
		if i != first && shipped()[i] != nil {
			order = append(order, i)
		}
	}
	if shipped()[first] == nil {
		order = order[1:]
	}
	return order
}
