// Package pmtiles reads the tiles of a map from one file in the format PMTiles,
// version 3: a header, directories of tiles along a Hilbert curve, and the
// tiles. It reads from disk alone and trusts nothing that a file says of
// itself.
package pmtiles

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"sync"
)

// ErrNoTile says that an archive does not have a tile.
var ErrNoTile = errors.New("the file has no such tile")

// ErrFormat says that a file is no such archive, is damaged, or uses what this
// program does not read. It is wrapped with what is wrong.
var ErrFormat = errors.New("not a PMTiles archive that can be read")

func bad(format string, args ...any) error {
	return fmt.Errorf("%w: %s", ErrFormat, fmt.Sprintf(format, args...))
}

// Kind is what the tiles of an archive are.
type Kind uint8

// The kinds.
const (
	Unknown Kind = iota
	MVT          // vector tiles
	PNG
	JPEG
	WebP
	AVIF
)

// Info is what an archive says of itself.
type Info struct {
	Kind             Kind
	MinZoom, MaxZoom int
	// West, South, East and North bound the tiles, in degrees.
	West, South, East, North float64
	Name, Attribution        string // "" where it does not say
}

// The limits of what is read: far above what files of maps have.
const (
	headerSize   = 127
	maxZoom      = 26
	maxDirectory = 32 << 20 // bytes, unpacked
	maxMetadata  = 8 << 20
	maxTile      = 16 << 20
	maxDepth     = 4 // directories in directories
	keptLeaves   = 32
)

// Archive is an open file. It is safe for concurrent use.
type Archive struct {
	r    io.ReaderAt
	size int64
	info Info

	packing     packing // of directories and metadata
	tilePacking packing
	leaves      section
	tiles       section
	root        directory

	mu    sync.Mutex
	kept  map[uint64]directory // leaves, by their offset
	order []uint64
}

// section is a part of a file.
type section struct{ offset, length uint64 }

// packing is a way of compression.
type packing uint8

const (
	unpacked packing = 1
	gzipped  packing = 2
)

func (p packing) String() string {
	switch p {
	case unpacked:
		return "none"
	case gzipped:
		return "gzip"
	case 3:
		return "brotli"
	case 4:
		return "zstd"
	}
	return fmt.Sprintf("number %d", uint8(p))
}

// Open reads the header and the root directory of an archive of a size in
// bytes. Errors are ErrFormat, or those of r.
func Open(r io.ReaderAt, size int64) (*Archive, error) {
	if size < headerSize {
		return nil, bad("it has %d bytes", size)
	}
	h := make([]byte, headerSize)
	if _, err := r.ReadAt(h, 0); err != nil {
		return nil, fmt.Errorf("reading the header: %w", err)
	}
	if string(h[:7]) != "PMTiles" {
		return nil, bad("it does not begin as one")
	}
	if h[7] != 3 {
		return nil, bad("it is of version %d, this program reads version 3", h[7])
	}
	u64 := func(at int) uint64 { return binary.LittleEndian.Uint64(h[at:]) }
	deg := func(at int) float64 { return float64(int32(binary.LittleEndian.Uint32(h[at:]))) / 1e7 }
	a := &Archive{
		r: r, size: size, kept: map[uint64]directory{},
		packing: packing(h[97]), tilePacking: packing(h[98]),
		leaves: section{u64(40), u64(48)}, tiles: section{u64(56), u64(64)},
		info: Info{
			Kind: Kind(h[99]), MinZoom: int(h[100]), MaxZoom: int(h[101]),
			West: deg(102), South: deg(106), East: deg(110), North: deg(114),
		},
	}
	for what, p := range map[string]packing{"directories": a.packing, "tiles": a.tilePacking} {
		if p != unpacked && p != gzipped && !(what == "tiles" && p == 0) {
			return nil, bad("its %s are compressed by %v, this program reads gzip", what, p)
		}
	}
	if a.info.MinZoom > a.info.MaxZoom || a.info.MaxZoom > maxZoom {
		return nil, bad("it has the zoom levels %d to %d", a.info.MinZoom, a.info.MaxZoom)
	}
	for what, s := range map[string]section{"leaf directories": a.leaves, "tiles": a.tiles} {
		if !s.within(uint64(size)) {
			return nil, bad("its %s lie beyond the end of the file: is it complete?", what)
		}
	}
	var err error
	if a.root, err = a.directory(section{u64(8), u64(16)}); err != nil {
		return nil, fmt.Errorf("its root directory: %w", err)
	}
	if err := a.metadata(section{u64(24), u64(32)}); err != nil {
		return nil, fmt.Errorf("its metadata: %w", err)
	}
	return a, nil
}

// within reports whether a section ends by a size.
func (s section) within(size uint64) bool { return s.offset <= size && s.length <= size-s.offset }

// Info is what the archive says of itself.
func (a *Archive) Info() Info { return a.info }

// read gives a section of the file, unpacked, of that many bytes at most.
func (a *Archive) read(s section, p packing, limit int) ([]byte, error) {
	if !s.within(uint64(a.size)) {
		return nil, bad("it lies beyond the end of the file: is it complete?")
	}
	if s.length > uint64(limit) {
		return nil, bad("it has %d bytes, at most %d are read", s.length, limit)
	}
	data := make([]byte, s.length)
	if _, err := io.ReadFull(io.NewSectionReader(a.r, int64(s.offset), int64(s.length)), data); err != nil {
		return nil, fmt.Errorf("reading %d bytes at %d: %w", s.length, s.offset, err)
	}
	if p != gzipped {
		return data, nil
	}
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, bad("it is not gzip: %v", err)
	}
	out, err := io.ReadAll(io.LimitReader(z, int64(limit)+1))
	if err != nil {
		return nil, bad("unpacking it: %v", err)
	}
	if len(out) > limit {
		return nil, bad("unpacked it has more than %d bytes", limit)
	}
	return out, nil
}

// metadata reads the name and the attribution. Other keys may be anything.
func (a *Archive) metadata(s section) error {
	if s.length == 0 {
		return nil
	}
	data, err := a.read(s, a.packing, maxMetadata)
	if err != nil {
		return err
	}
	var keys map[string]json.RawMessage
	if err := json.Unmarshal(data, &keys); err != nil {
		return bad("it is not JSON: %v", err)
	}
	text := func(key string) string {
		var s string
		if json.Unmarshal(keys[key], &s) != nil {
			return "" // no text: as good as nothing
		}
		return s
	}
	a.info.Name, a.info.Attribution = text("name"), text("attribution")
	return nil
}

// Tile gives the bytes of a tile, unpacked: x eastward and y southward from the
// north-west corner of the world, both below 2^z. ErrNoTile if there is none.
func (a *Archive) Tile(z, x, y int) ([]byte, error) {
	id, ok := tileID(z, x, y)
	if !ok || z < a.info.MinZoom || z > a.info.MaxZoom {
		return nil, ErrNoTile
	}
	dir := a.root
	for range maxDepth {
		e, ok := dir.find(id)
		if !ok {
			return nil, ErrNoTile
		}
		if e.run > 0 {
			s, err := a.tiles.part(e)
			if err != nil {
				return nil, err
			}
			data, err := a.read(s, a.tilePacking, maxTile)
			if err != nil {
				return nil, fmt.Errorf("tile %d/%d/%d: %w", z, x, y, err)
			}
			return data, nil
		}
		s, err := a.leaves.part(e)
		if err != nil {
			return nil, err
		}
		if dir, err = a.leaf(s); err != nil {
			return nil, fmt.Errorf("a directory of tile %d/%d/%d: %w", z, x, y, err)
		}
	}
	return nil, bad("its directories lie more than %d deep", maxDepth)
}

// part is the part of a section that an entry names.
func (s section) part(e entry) (section, error) {
	if !(section{e.offset, e.length}).within(s.length) {
		return section{}, bad("an entry points beyond its section")
	}
	return section{s.offset + e.offset, e.length}, nil
}

// leaf is a directory below the root, kept for the next time.
func (a *Archive) leaf(s section) (directory, error) {
	a.mu.Lock()
	d, ok := a.kept[s.offset]
	a.mu.Unlock()
	if ok {
		return d, nil
	}
	d, err := a.directory(s)
	if err != nil {
		return nil, err
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	if _, ok := a.kept[s.offset]; !ok {
		if len(a.order) >= keptLeaves {
			delete(a.kept, a.order[0])
			a.order = a.order[1:]
		}
		a.kept[s.offset] = d
		a.order = append(a.order, s.offset)
	}
	return d, nil
}
