package gazetteer

import (
	"encoding/binary"
	"errors"
	"math"
	"sort"
)

// The index file: counts of countries, divisions, districts, towns in the grid
// and ids, 4 bytes each; then areas (offset of the key in strings, record or
// noRecord; sorted by key in each of the three parts), grid (where the towns of
// each cell begin, and one beyond the last), the towns of all cells (records,
// in each cell by population, largest first), and records in the order of
// their GeoNames ids.
type index struct {
	areas, cells, towns, ids []byte
	countries, divisions     int
	districts                int
}

const (
	indexHeader = 5 * 4
	noRecord    = math.MaxUint32

	gridW, gridH = 360, 180 // cells of one degree
)

// area is a row of the areas table.
type area struct{ key, record uint32 }

// openIndex cuts the file into its parts.
func openIndex(b []byte) (index, error) {
	if len(b) < indexHeader {
		return index{}, errors.New("the index is cut short")
	}
	var n [5]int
	for i := range n {
		n[i] = int(u32(b, i))
	}
	ix := index{countries: n[0], divisions: n[1], districts: n[2]}
	rest := b[indexHeader:]
	want := [...]int{8 * (n[0] + n[1] + n[2]), 4 * (gridW*gridH + 1), 4 * n[3], 4 * n[4]}
	for i, part := range []*[]byte{&ix.areas, &ix.cells, &ix.towns, &ix.ids} {
		if len(rest) < want[i] {
			return index{}, errors.New("the index is cut short")
		}
		*part, rest = rest[:want[i]], rest[want[i]:]
	}
	return ix, nil
}

// u32 is the i-th number of a table of 4-byte numbers.
func u32(b []byte, i int) uint32 { return binary.LittleEndian.Uint32(b[4*i:]) }

// area is the i-th row of all areas.
func (ix index) area(i int) area { return area{u32(ix.areas, 2*i), u32(ix.areas, 2*i+1)} }

// country, division and district give the row of an ordinal from 1.
func (ix index) country(ordinal uint8) area   { return ix.area(int(ordinal) - 1) }
func (ix index) division(ordinal uint16) area { return ix.area(ix.countries + int(ordinal) - 1) }
func (ix index) district(ordinal uint16) area {
	return ix.area(ix.countries + ix.divisions + int(ordinal) - 1)
}

// find looks a key up among the countries or the divisions.
func (ix index) find(strings []byte, key string, from, n int) (area, bool) {
	i := sort.Search(n, func(i int) bool { return readString(strings, ix.area(from+i).key) >= key })
	if i == n {
		return area{}, false
	}
	a := ix.area(from + i)
	return a, a.record != noRecord && readString(strings, a.key) == key
}

// cell gives the towns of a cell as records, the largest first.
func (ix index) cell(x, y int) []byte {
	c := y*gridW + x
	return ix.towns[4*u32(ix.cells, c) : 4*u32(ix.cells, c+1)]
}

// cellOf is the column and row of a point; longitude must be in [-180, 180].
func cellOf(lon, lat float64) (x, y int) {
	x = min(max(int(math.Floor(lon+180)), 0), gridW-1)
	y = min(max(int(math.Floor(lat+90)), 0), gridH-1)
	return x, y
}
