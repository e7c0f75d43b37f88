// Package pack holds the format of the base map's files: one file a level of
// detail, its features made of arcs that neighbours share. A file is read in
// place: features are decoded one by one when they are asked for.
//
// A file is the magic, the quantum (float64, degrees a unit), the largest scale
// it is for (float64, pixels per 360°, 0 for any), a table of arcs, and layers
// of features. Numbers are varints (signed ones zigzag) save
// for the table's offsets (uint32, little endian). An arc is a count of points
// and their differences in quanta. A feature is its key, name, rank, label
// point, bound and length, followed by its polygons or lines as rings of arcs.
package pack

import (
	"encoding/binary"
	"math"

	"github.com/paulmach/orb"
)

// magic begins every file; the last digit is the version.
const magic = "DLWORLD1"

// labelQuantum is the unit of label points in degrees.
const labelQuantum = 1e-4

// Arc is a line in whole quanta (longitude, latitude), of two points or more.
type Arc [][2]int32

// Ref names an arc: its number, or the bitwise complement of its number when
// it is walked backwards.
type Ref int32

// Reverse is the same arc walked the other way.
func (r Ref) Reverse() Ref { return ^r }

// Arc is the number of the arc.
func (r Ref) Arc() int {
	if r < 0 {
		return int(^r)
	}
	return int(r)
}

// Feature is one feature to write. Parts are polygons of rings of arcs, the
// outer ring first; of a line every part has one ring, which is not closed.
type Feature struct {
	Key, Name string
	Rank      int
	Label     orb.Point // zero for none
	Parts     [][][]Ref
}

// File is what a file is written from. The meaning of the layers is the
// reader's business.
type File struct {
	Quantum float64 // degrees
	Scale   float64 // the largest it is for, pixels per 360°; 0 for any
	Arcs    []Arc
	Layers  [][]Feature
}

// Encode gives the bytes of the file. Equal files give equal bytes.
func (f File) Encode() []byte {
	out := []byte(magic)
	out = binary.LittleEndian.AppendUint64(out, math.Float64bits(f.Quantum))
	out = binary.LittleEndian.AppendUint64(out, math.Float64bits(f.Scale))
	out = binary.AppendUvarint(out, uint64(len(f.Arcs)))
	var blob []byte
	var table []byte
	for _, a := range f.Arcs {
		table = binary.LittleEndian.AppendUint32(table, uint32(len(blob)))
		blob = appendArc(blob, a)
	}
	table = binary.LittleEndian.AppendUint32(table, uint32(len(blob)))
	out = append(out, table...)
	out = append(out, blob...)
	out = binary.AppendUvarint(out, uint64(len(f.Layers)))
	for _, layer := range f.Layers {
		out = binary.AppendUvarint(out, uint64(len(layer)))
		for _, ft := range layer {
			out = f.appendFeature(out, ft)
		}
	}
	return out
}

func appendArc(b []byte, a Arc) []byte {
	b = binary.AppendUvarint(b, uint64(len(a)))
	var last [2]int32
	for _, p := range a {
		b = binary.AppendVarint(b, int64(p[0]-last[0]))
		b = binary.AppendVarint(b, int64(p[1]-last[1]))
		last = p
	}
	return b
}

func (f File) appendFeature(b []byte, ft Feature) []byte {
	b = appendString(b, ft.Key)
	b = appendString(b, ft.Name)
	b = binary.AppendUvarint(b, uint64(max(ft.Rank, 0)))
	b = binary.AppendVarint(b, int64(math.Round(ft.Label[0]/labelQuantum)))
	b = binary.AppendVarint(b, int64(math.Round(ft.Label[1]/labelQuantum)))
	lo := [2]int32{math.MaxInt32, math.MaxInt32}
	hi := [2]int32{math.MinInt32, math.MinInt32}
	var g []byte
	g = binary.AppendUvarint(g, uint64(len(ft.Parts)))
	for _, rings := range ft.Parts {
		g = binary.AppendUvarint(g, uint64(len(rings)))
		for _, ring := range rings {
			g = binary.AppendUvarint(g, uint64(len(ring)))
			for _, ref := range ring {
				g = binary.AppendVarint(g, int64(ref))
				for _, p := range f.Arcs[ref.Arc()] {
					for i := range p {
						lo[i], hi[i] = min(lo[i], p[i]), max(hi[i], p[i])
					}
				}
			}
		}
	}
	if lo[0] > hi[0] {
		lo, hi = [2]int32{}, [2]int32{}
	}
	for _, v := range []int32{lo[0], lo[1], hi[0], hi[1]} {
		b = binary.AppendVarint(b, int64(v))
	}
	b = binary.AppendUvarint(b, uint64(len(g)))
	return append(b, g...)
}

func appendString(b []byte, s string) []byte {
	b = binary.AppendUvarint(b, uint64(len(s)))
	return append(b, s...)
}
