package pdf

import (
	"fmt"
	"strings"

	"github.com/go-text/typesetting/font"
	"golang.org/x/text/unicode/norm"

	"dateline/geo/paint/typeset"
)

// glyphKey is a glyph of a face.
type glyphKey struct {
	face int
	id   font.GID
}

// outline is the name of a glyph's outline, an em large, y down, to be filled
// and stroked; ok is false when it has none. It is told once a document.
func (f *fonts) outline(c *canvas, p typeset.Placed) (name string, ok bool) {
	k := glyphKey{p.Face, p.ID}
	name = fmt.Sprintf("G%d.%d", k.face, k.id)
	r, done := f.outlines[k]
	if !done {
		r = f.draw(c, k)
		f.outlines[k] = r
	}
	if r != 0 {
		c.glyphs[name] = r
	}
	return name, r != 0
}

func (f *fonts) draw(c *canvas, k glyphKey) ref {
	rings := c.shaper.Outline(k.face, k.id)
	if len(rings) == 0 {
		return 0
	}
	var b []byte
	for _, ring := range rings {
		for i, p := range ring {
			b = append(append(append(number(b, p[0], 3), ' '), number(nil, p[1], 3)...), ' ')
			if i == 0 {
				b = append(b, "m\n"...)
			} else {
				b = append(b, "l\n"...)
			}
		}
		b = append(b, "h\n"...)
	}
	b = append(b, "B\n"...)
	r, err := c.o.stream("/Type/XObject/Subtype/Form/BBox[-2 -3 4 3]/Resources<<>>", b)
	if err != nil {
		return 0
	}
	return r
}

// oneLetter gives the one letter that letters which are written together, such
// as lam and alef, have as a compatibility character, if they have one. Readers
// that turn the order of what runs from the right would turn them round; the
// one letter they cannot, and compatibility normalisation makes it two again.
func oneLetter(letters string) string {
	if !typeset.FromRight(letters) || len([]rune(letters)) < 2 {
		return letters
	}
	for _, r := range [...][2]rune{{0xFEF5, 0xFEFC}, {0xFBEA, 0xFDFB}} {
		for k := r[0]; k <= r[1]; k++ {
			if one := string(k); !strings.HasPrefix(one, " ") && norm.NFKC.String(one) == letters {
				return one
			}
		}
	}
	return letters
}
