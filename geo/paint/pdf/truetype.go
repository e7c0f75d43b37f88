package pdf

import (
	"encoding/binary"
	"errors"
	"fmt"
	"sort"
)

// trueType is what a PDF needs of a TrueType font.
type trueType struct {
	tables  map[string][]byte
	upem    int
	box     [4]int // xMin, yMin, xMax, yMax
	ascent  int
	descent int
	italic  float64 // degrees
	glyphs  int
	metrics int // glyphs with a width of their own
	long    bool
}

var errFont = errors.New("damaged font")

// parseTrueType reads the tables of a font.
func parseTrueType(data []byte) (*trueType, error) {
	t := &trueType{tables: map[string][]byte{}}
	if len(data) < 12 {
		return nil, errFont
	}
	n := int(binary.BigEndian.Uint16(data[4:]))
	for i := 0; i < n; i++ {
		at := 12 + 16*i
		if at+16 > len(data) {
			return nil, errFont
		}
		from, size := int(binary.BigEndian.Uint32(data[at+8:])), int(binary.BigEndian.Uint32(data[at+12:]))
		if from > len(data) || size > len(data)-from {
			return nil, errFont
		}
		t.tables[string(data[at:at+4])] = data[from : from+size]
	}
	for name, least := range map[string]int{"head": 54, "hhea": 36, "maxp": 6, "hmtx": 4, "loca": 4, "glyf": 0} {
		if b, ok := t.tables[name]; !ok || len(b) < least {
			return nil, fmt.Errorf("table %s: %w", name, errFont)
		}
	}
	head, hhea := t.tables["head"], t.tables["hhea"]
	t.upem = int(binary.BigEndian.Uint16(head[18:]))
	for i := range t.box {
		t.box[i] = int(int16(binary.BigEndian.Uint16(head[36+2*i:])))
	}
	t.long = binary.BigEndian.Uint16(head[50:]) != 0
	t.ascent, t.descent = int(int16(binary.BigEndian.Uint16(hhea[4:]))), int(int16(binary.BigEndian.Uint16(hhea[6:])))
	t.metrics = int(binary.BigEndian.Uint16(hhea[34:]))
	t.glyphs = int(binary.BigEndian.Uint16(t.tables["maxp"][4:]))
	if post := t.tables["post"]; len(post) >= 8 {
		t.italic = float64(int32(binary.BigEndian.Uint32(post[4:]))) / 65536
	}
	size := 2
	if t.long {
		size = 4
	}
	if t.upem == 0 || t.metrics == 0 || len(t.tables["loca"]) < (t.glyphs+1)*size || len(t.tables["hmtx"]) < 4*t.metrics {
		return nil, errFont
	}
	return t, nil
}

// width is the advance of a glyph in thousandths of an em.
func (t *trueType) width(gid int) float64 {
	i := min(gid, t.metrics-1)
	return float64(binary.BigEndian.Uint16(t.tables["hmtx"][4*i:])) * 1000 / float64(t.upem)
}

// outline is the data of a glyph; nil for one that is empty or not there.
func (t *trueType) outline(gid int) []byte {
	if gid < 0 || gid >= t.glyphs {
		return nil
	}
	loca, glyf := t.tables["loca"], t.tables["glyf"]
	var from, to int
	if t.long {
		from, to = int(binary.BigEndian.Uint32(loca[4*gid:])), int(binary.BigEndian.Uint32(loca[4*gid+4:]))
	} else {
		from, to = 2*int(binary.BigEndian.Uint16(loca[2*gid:])), 2*int(binary.BigEndian.Uint16(loca[2*gid+2:]))
	}
	if from >= to || to > len(glyf) {
		return nil
	}
	return glyf[from:to]
}

// parts are the glyphs that a composite one is put together from.
func parts(g []byte) []int {
	const words, scale, more, two, matrix = 1, 8, 32, 64, 128
	if len(g) < 10 || int16(binary.BigEndian.Uint16(g)) >= 0 {
		return nil
	}
	var out []int
	for at := 10; at+4 <= len(g); {
		flags := binary.BigEndian.Uint16(g[at:])
		out = append(out, int(binary.BigEndian.Uint16(g[at+2:])))
		at += 6
		if flags&words != 0 {
			at += 2
		}
		switch {
		case flags&scale != 0:
			at += 2
		case flags&two != 0:
			at += 4
		case flags&matrix != 0:
			at += 8
		}
		if flags&more == 0 {
			break
		}
	}
	return out
}

// subset is the font with the outlines of some glyphs and of what these are put
// together from. Glyphs keep their numbers; the others are empty.
func (t *trueType) subset(gids []int) []byte {
	keep := map[int]bool{0: true}
	for todo := append([]int(nil), gids...); len(todo) > 0; {
		g := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if keep[g] && g != 0 {
			continue
		}
		keep[g] = true
		todo = append(todo, parts(t.outline(g))...)
	}
	last := 0
	for g := range keep {
		if g < t.glyphs {
			last = max(last, g)
		}
	}
	n := last + 1 // glyphs behind the last one are dropped
	var glyf []byte
	loca := make([]byte, 0, 4*(n+1))
	for g := 0; g < n; g++ {
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		if keep[g] {
			glyf = append(glyf, t.outline(g)...)
			for len(glyf)%4 != 0 {
				glyf = append(glyf, 0)
			}
		}
	}
	loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
	head := append([]byte(nil), t.tables["head"]...)
	binary.BigEndian.PutUint32(head[8:], 0) // checksum
	binary.BigEndian.PutUint16(head[50:], 1)
	maxp := append([]byte(nil), t.tables["maxp"]...)
	binary.BigEndian.PutUint16(maxp[4:], uint16(n))
	hhea := append([]byte(nil), t.tables["hhea"]...)
	m := min(n, t.metrics)
	binary.BigEndian.PutUint16(hhea[34:], uint16(m))
	bearings := t.tables["hmtx"][:min(len(t.tables["hmtx"]), 4*m+2*(n-m))]
	hmtx := append(make([]byte, 0, 4*m+2*(n-m)), bearings...)
	hmtx = append(hmtx, make([]byte, 4*m+2*(n-m)-len(hmtx))...)
	return assemble(map[string][]byte{"head": head, "hhea": hhea, "maxp": maxp, "hmtx": hmtx, "loca": loca, "glyf": glyf})
}

// assemble writes a font file of tables.
func assemble(tables map[string][]byte) []byte {
	var names []string
	for name := range tables {
		names = append(names, name)
	}
	sort.Strings(names)
	n := len(names)
	log := 0
	for 2<<log <= n {
		log++
	}
	out := binary.BigEndian.AppendUint32(nil, 0x00010000)
	for _, v := range []int{n, 16 << log, log, 16*n - 16<<log} {
		out = binary.BigEndian.AppendUint16(out, uint16(v))
	}
	at := len(out) + 16*n
	for _, name := range names {
		data := tables[name]
		out = append(out, name...)
		out = binary.BigEndian.AppendUint32(out, checksum(data))
		out = binary.BigEndian.AppendUint32(out, uint32(at))
		out = binary.BigEndian.AppendUint32(out, uint32(len(data)))
		at += (len(data) + 3) &^ 3
	}
	head := 0
	for _, name := range names {
		if name == "head" {
			head = len(out)
		}
		out = append(out, tables[name]...)
		for len(out)%4 != 0 {
			out = append(out, 0)
		}
	}
	binary.BigEndian.PutUint32(out[head+8:], 0xB1B0AFBA-checksum(out))
	return out
}

func checksum(b []byte) uint32 {
	var sum uint32
	for ; len(b) >= 4; b = b[4:] {
		sum += binary.BigEndian.Uint32(b)
	}
	var tail [4]byte
	copy(tail[:], b)
	return sum + binary.BigEndian.Uint32(tail[:])
}
