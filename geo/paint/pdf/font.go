package pdf

import (
	"encoding/binary"
	"fmt"
	"sort"
	"strings"

	"dateline/geo/paint/typeset"
)

// names are those of the faces of typeset, in their order.
var names = [...]string{"NotoSans-Regular", "NotoSans-SemiBold", "NotoSans-Bold", "NotoSerif-Italic", "NotoSansArabic-Regular", "NotoSansArabic-Bold", "NotoSansMath-Regular"}

// character is a glyph that stands for some letters. The same glyph that stands
// for others is another character, so that text reads as it was written.
type character struct {
	gid     int
	letters string
}

// face is one font of a document: the characters that are used, numbered in the
// order in which they came.
type face struct {
	*trueType
	name  string
	codes map[character]int
	used  []character
	dict  ref // kept free for it
}

// fonts are those of a document.
type fonts struct {
	faces    []*face
	outlines map[glyphKey]ref // 0 for a glyph without one
}

func newFonts() (*fonts, error) {
	f := &fonts{outlines: map[glyphKey]ref{}}
	for i, data := range typeset.Files() {
		t, err := parseTrueType(data)
		if err != nil {
			return nil, fmt.Errorf("reading the font %s: %w", names[i], err)
		}
		f.faces = append(f.faces, &face{trueType: t, name: names[i], codes: map[character]int{}})
	}
	return f, nil
}

// code is the number of a character in the strings of a page.
func (f *face) code(c character) int {
	if n, ok := f.codes[c]; ok {
		return n
	}
	n := len(f.used) + 1 // 0 is the missing glyph
	f.codes[c] = n
	f.used = append(f.used, c)
	return n
}

// write adds the fonts that are used, in subsets.
func (f *fonts) write(o *objects) error {
	for _, face := range f.faces {
		if len(face.used) == 0 {
			continue
		}
		if err := face.write(o); err != nil {
			return fmt.Errorf("writing the font %s: %w", face.name, err)
		}
	}
	return nil
}

func (f *face) write(o *objects) error {
	var gids []int
	glyph := make([]byte, 2, 2+2*len(f.used))
	var widths strings.Builder
	for _, c := range f.used {
		gids = append(gids, c.gid)
		glyph = binary.BigEndian.AppendUint16(glyph, uint16(c.gid))
		fmt.Fprintf(&widths, " %s", number(nil, f.width(c.gid), 1))
	}
	sort.Ints(gids)
	data := f.subset(gids)
	file, err := o.stream(fmt.Sprintf("/Length1 %d", len(data)), data)
	if err != nil {
		return err
	}
	toGlyph, err := o.stream("", glyph)
	if err != nil {
		return err
	}
	name := tag(gids) + "+" + f.name
	em := func(v int) int { return v * 1000 / f.upem }
	const symbolic = 4
	flags := symbolic
	if f.italic != 0 {
		flags |= 64
	}
	descriptor := o.add(fmt.Sprintf("<</Type/FontDescriptor/FontName/%s/Flags %d/FontBBox[%d %d %d %d]/ItalicAngle %s/Ascent %d/Descent %d/CapHeight 714/StemV 90/FontFile2 %v>>",
		name, flags, em(f.box[0]), em(f.box[1]), em(f.box[2]), em(f.box[3]), number(nil, f.italic, 2), em(f.ascent), em(f.descent), file))
	cid := o.add(fmt.Sprintf("<</Type/Font/Subtype/CIDFontType2/BaseFont/%s/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor %v/CIDToGIDMap %v/DW 600/W[1[%s]]>>",
		name, descriptor, toGlyph, strings.TrimSpace(widths.String())))
	letters, err := o.stream("", f.letters())
	if err != nil {
		return err
	}
	o.set(f.dict, fmt.Sprintf("<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/DescendantFonts[%v]/ToUnicode %v>>", name, cid, letters))
	return nil
}

// letters is the table of what the characters mean.
func (f *face) letters() []byte {
	var b strings.Builder
	b.WriteString("/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n")
	const most = 100 // a block
	var lines []string
	for i, c := range f.used {
		if c.letters != "" {
			lines = append(lines, fmt.Sprintf("<%04X><%s\n", i+1, strings.TrimPrefix(text(c.letters), "<FEFF")))
		}
	}
	for len(lines) > 0 {
		n := min(len(lines), most)
		fmt.Fprintf(&b, "%d beginbfchar\n%sendbfchar\n", n, strings.Join(lines[:n], ""))
		lines = lines[n:]
	}
	b.WriteString("endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n")
	return []byte(b.String())
}

// tag names a subset by what is in it: six capitals.
func tag(gids []int) string {
	h := uint64(14695981039346656037)
	for _, g := range gids {
		h = (h ^ uint64(g)) * 1099511628211
	}
	out := make([]byte, 6)
	for i := range out {
		out[i] = 'A' + byte(h%26)
		h /= 26
	}
	return string(out)
}
