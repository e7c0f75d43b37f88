package pmtiles

import (
	"encoding/binary"
	"sort"
)

// entry is a run of tiles that are the same, or a directory of a part of them.
type entry struct {
	id     uint64 // of the first tile
	run    uint64 // how many tiles; 0: a directory
	offset uint64 // in its section
	length uint64
}

// directory is entries by rising IDs.
type directory []entry

// find gives the entry that a tile is in, or the directory in which it must
// be.
func (d directory) find(id uint64) (entry, bool) {
	i := sort.Search(len(d), func(i int) bool { return d[i].id > id }) - 1
	if i < 0 {
		return entry{}, false
	}
	e := d[i]
	return e, e.run == 0 || id-e.id < e.run
}

// directory reads one of the file.
func (a *Archive) directory(s section) (directory, error) {
	data, err := a.read(s, a.packing, maxDirectory)
	if err != nil {
		return nil, err
	}
	return parseDirectory(data)
}

// parseDirectory reads the columns of a directory: IDs as differences, runs,
// lengths, and offsets, where 0 is the end of the entry before.
func parseDirectory(data []byte) (directory, error) {
	fail := false
	next := func() uint64 {
		v, n := binary.Uvarint(data)
		if n <= 0 {
			fail, data = true, nil
			return 0
		}
		data = data[n:]
		return v
	}
	n := next()
	// Each entry has four numbers of a byte at least.
	if fail || n > uint64(len(data))/4 {
		return nil, bad("a directory is cut short")
	}
	d := make(directory, n)
	id := uint64(0)
	for i := range d {
		step := next()
		if id+step < id || i > 0 && step == 0 {
			return nil, bad("the tiles of a directory are not in order")
		}
		id += step
		d[i].id = id
	}
	for i := range d {
		d[i].run = next()
	}
	for i := range d {
		d[i].length = next()
	}
	for i := range d {
		v := next()
		switch {
		case v > 0:
			d[i].offset = v - 1
		case i == 0:
			return nil, bad("a directory does not say where its first tile is")
		default:
			d[i].offset = d[i-1].offset + d[i-1].length
			if d[i].offset < d[i-1].offset {
				return nil, bad("an entry of a directory is too long")
			}
		}
	}
	if fail {
		return nil, bad("a directory is cut short")
	}
	if len(data) > 0 {
		return nil, bad("a directory is longer than it says")
	}
	return d, nil
}

// tileID is the number of a tile: those of the levels before it, and its place
// along the Hilbert curve of its own. False for a tile that cannot be.
func tileID(z, x, y int) (uint64, bool) {
	if z < 0 || z > maxZoom || x < 0 || y < 0 || x >= 1<<z || y >= 1<<z {
		return 0, false
	}
	id := (uint64(1)<<(2*z) - 1) / 3
	n := 1 << z
	for s := n / 2; s > 0; s /= 2 {
		rx, ry := 0, 0
		if x&s > 0 {
			rx = 1
		}
		if y&s > 0 {
			ry = 1
		}
		id += uint64(s) * uint64(s) * uint64((3*rx)^ry)
		if ry == 0 {
			if rx == 1 {
				x, y = n-1-x, n-1-y
			}
			x, y = y, x
		}
	}
	return id, true
}
