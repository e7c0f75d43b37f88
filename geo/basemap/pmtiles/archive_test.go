package pmtiles

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"sort"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// builder makes an archive of tiles in memory.
type builder struct {
	tiles    map[[3]int]string
	leafSize int // entries of a leaf; 0: no leaves
	packing  packing
	metadata string
}

func pack(p packing, data []byte) []byte {
	if p != gzipped {
		return data
	}
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	_, _ = z.Write(data)
	_ = z.Close()
	return b.Bytes()
}

// encode writes a directory.
func encode(d directory) []byte {
	out := binary.AppendUvarint(nil, uint64(len(d)))
	last := uint64(0)
	for _, e := range d {
		out = binary.AppendUvarint(out, e.id-last)
		last = e.id
	}
	for _, e := range d {
		out = binary.AppendUvarint(out, e.run)
	}
	for _, e := range d {
		out = binary.AppendUvarint(out, e.length)
	}
	for i, e := range d {
		if i > 0 && e.offset == d[i-1].offset+d[i-1].length {
			out = binary.AppendUvarint(out, 0)
		} else {
			out = binary.AppendUvarint(out, e.offset+1)
		}
	}
	return out
}

func (b builder) bytes() []byte {
	if b.packing == 0 {
		b.packing = gzipped
	}
	type tile struct {
		id   uint64
		data string
	}
	var all []tile
	lo, hi := maxZoom, 0
	for t, data := range b.tiles {
		id, ok := tileID(t[0], t[1], t[2])
		if !ok {
			panic(fmt.Sprint("no tile ", t))
		}
		all = append(all, tile{id, data})
		lo, hi = min(lo, t[0]), max(hi, t[0])
	}
	sort.Slice(all, func(i, j int) bool { return all[i].id < all[j].id })
	var data []byte
	var dir directory
	for i, t := range all {
		if n := len(dir); i > 0 && t.data == all[i-1].data && dir[n-1].id+dir[n-1].run == t.id {
			dir[n-1].run++
			continue
		}
		p := pack(b.packing, []byte(t.data))
		dir = append(dir, entry{t.id, 1, uint64(len(data)), uint64(len(p))})
		data = append(data, p...)
	}
	var leaves []byte
	if b.leafSize > 0 {
		var root directory
		for len(dir) > 0 {
			n := min(b.leafSize, len(dir))
			p := pack(b.packing, encode(dir[:n]))
			root = append(root, entry{dir[0].id, 0, uint64(len(leaves)), uint64(len(p))})
			leaves = append(leaves, p...)
			dir = dir[n:]
		}
		dir = root
	}
	root := pack(b.packing, encode(dir))
	var meta []byte
	if b.metadata != "" {
		meta = pack(b.packing, []byte(b.metadata))
	}
	h := make([]byte, headerSize)
	copy(h, "PMTiles\x03")
	at := uint64(headerSize)
	for i, part := range [][]byte{root, meta, leaves, data} {
		binary.LittleEndian.PutUint64(h[8+16*i:], at)
		binary.LittleEndian.PutUint64(h[16+16*i:], uint64(len(part)))
		at += uint64(len(part))
	}
	h[97], h[98], h[99], h[100], h[101] = byte(b.packing), byte(b.packing), byte(PNG), byte(lo), byte(hi)
	deg := func(at int, v float64) {
		binary.LittleEndian.PutUint32(h[at:], uint32(int32(math.Round(v*1e7))))
	}
	deg(102, -10.5)
	deg(106, -20)
	deg(110, 30)
	deg(114, 40.25)
	return bytes.Join([][]byte{h, root, meta, leaves, data}, nil)
}

func open(t testing.TB, data []byte) *Archive {
	t.Helper()
	a, err := Open(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func some() builder {
	return builder{
		metadata: `{"name": "Own map", "attribution": "© nobody", "vector_layers": [1, {"x": null}]}`,
		tiles: map[[3]int]string{
			{0, 0, 0}: "world", {1, 0, 0}: "nw", {1, 1, 0}: "ne", {1, 0, 1}: "sw", {1, 1, 1}: "sea",
			{2, 3, 3}: "sea", {3, 5, 2}: "deep",
		},
	}
}

func TestTiles(t *testing.T) {
	for name, b := range map[string]builder{
		"plain":    {tiles: some().tiles, packing: unpacked},
		"packed":   some(),
		"in parts": {tiles: some().tiles, leafSize: 2},
	} {
		t.Run(name, func(t *testing.T) {
			a := open(t, b.bytes())
			for range 2 { // the second time from what is kept
				for at, want := range b.tiles {
					if got, err := a.Tile(at[0], at[1], at[2]); err != nil || string(got) != want {
						t.Errorf("%v is %q, %v; want %q", at, got, err, want)
					}
				}
			}
			for _, at := range [][3]int{{2, 0, 0}, {3, 0, 0}, {4, 0, 0}, {-1, 0, 0}, {0, 1, 0}, {1, 0, -1}, {99, 0, 0}} {
				if got, err := a.Tile(at[0], at[1], at[2]); !errors.Is(err, ErrNoTile) {
					t.Errorf("%v is %q, %v", at, got, err)
				}
			}
		})
	}
}

func TestInfo(t *testing.T) {
	got := open(t, some().bytes()).Info()
	want := Info{Kind: PNG, MinZoom: 0, MaxZoom: 3, West: -10.5, South: -20, East: 30, North: 40.25, Name: "Own map", Attribution: "© nobody"}
	if got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
	b := some()
	b.metadata = `{"name": 5}`
	if got := open(t, b.bytes()).Info(); got.Name != "" {
		t.Errorf("a number is the name %q", got.Name)
	}
}

func TestEveryTileHasItsOwnNumber(t *testing.T) {
	seen := map[uint64]bool{}
	n := uint64(0)
	for z := 0; z <= 7; z++ {
		var last [2]int
		byID := map[uint64][2]int{}
		for y := 0; y < 1<<z; y++ {
			for x := 0; x < 1<<z; x++ {
				id, ok := tileID(z, x, y)
				if !ok || seen[id] {
					t.Fatalf("%d/%d/%d has the number %d, %v", z, x, y, id, ok)
				}
				seen[id] = true
				byID[id] = [2]int{x, y}
			}
		}
		// Without a gap, and from one neighbour to the next.
		for i := range uint64(1) << (2 * z) {
			p, ok := byID[n+i]
			if !ok {
				t.Fatalf("nobody has the number %d", n+i)
			}
			if d := math.Abs(float64(p[0]-last[0])) + math.Abs(float64(p[1]-last[1])); i > 0 && d != 1 {
				t.Fatalf("from %v to %v", last, p)
			}
			last = p
		}
		n += uint64(1) << (2 * z)
	}
	// Those that the format's description gives.
	for want, at := range map[uint64][3]int{0: {0, 0, 0}, 1: {1, 0, 0}, 2: {1, 0, 1}, 3: {1, 1, 1}, 4: {1, 1, 0}, 5: {2, 0, 0}, 19078479: {12, 3423, 1763}} {
		if id, _ := tileID(at[0], at[1], at[2]); id != want {
			t.Errorf("%v has the number %d, want %d", at, id, want)
		}
	}
}

func TestDirectoryRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var d directory
		id := uint64(0)
		for range rapid.IntRange(0, 40).Draw(t, "n") {
			id += rapid.Uint64Range(1, 1<<40).Draw(t, "step")
			d = append(d, entry{id, rapid.Uint64Range(0, 100).Draw(t, "run"), rapid.Uint64Range(0, 1<<40).Draw(t, "offset"), rapid.Uint64Range(0, 1<<30).Draw(t, "length")})
		}
		got, err := parseDirectory(encode(d))
		if err != nil || fmt.Sprint(got) != fmt.Sprint(d) {
			t.Fatalf("%v, %v; want %v", got, err, d)
		}
	})
}

func TestBrokenFiles(t *testing.T) {
	put := func(at int, v uint64) func([]byte) []byte {
		return func(b []byte) []byte { binary.LittleEndian.PutUint64(b[at:], v); return b }
	}
	set := func(at int, v byte) func([]byte) []byte {
		return func(b []byte) []byte { b[at] = v; return b }
	}
	for _, c := range []struct {
		name  string
		spoil func([]byte) []byte
		want  string
	}{
		{"empty", func([]byte) []byte { return nil }, "it has 0 bytes"},
		{"a text", func(b []byte) []byte { return bytes.Repeat([]byte("no map "), 50) }, "does not begin as one"},
		{"an older version", set(7, 2), "version 2"},
		{"brotli", set(97, 3), "brotli"},
		{"zstd tiles", set(98, 4), "zstd"},
		{"an unknown packing", set(97, 77), "number 77"},
		{"zoom levels upside down", set(100, 9), "zoom levels 9 to 3"},
		{"a zoom level beyond all", set(101, 60), "to 60"},
		{"cut short", func(b []byte) []byte { return b[:len(b)-3] }, "is it complete"},
		{"a root beyond the end", put(8, 1<<50), "is it complete"},
		{"a root without end", put(16, math.MaxUint64), "is it complete"},
		{"a root that is no gzip", put(8, 0), "not gzip"},
		{"metadata that are none", put(24, 0), "metadata"},
		{"no root", put(16, 0), "root directory"},
	} {
		t.Run(c.name, func(t *testing.T) {
			data := c.spoil(some().bytes())
			_, err := Open(bytes.NewReader(data), int64(len(data)))
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("the error is %v, want one with %q", err, c.want)
			}
			if !errors.Is(err, ErrFormat) {
				t.Errorf("%v is not ErrFormat", err)
			}
		})
	}
}

func TestBrokenDirectories(t *testing.T) {
	big := uint64(math.MaxUint64)
	for name, data := range map[string][]byte{
		"nothing":               {},
		"only a count":          {200, 1},
		"a count without end":   binary.AppendUvarint(nil, big),
		"a number cut short":    {1, 0x80},
		"twice the same tile":   encode(directory{{5, 1, 0, 1}, {5, 1, 1, 1}}),
		"no place for first":    {1, 0, 1, 1, 0},
		"more than it says":     append(encode(directory{{5, 1, 0, 1}}), 9),
		"IDs that run over":     {2, 255, 255, 255, 255, 255, 255, 255, 255, 255, 1, 2, 1, 1, 1, 1, 1, 1},
		"lengths that run over": binary.AppendUvarint(binary.AppendUvarint(binary.AppendUvarint([]byte{2, 1, 1, 1, 1}, big), 1), 2),
	} {
		if d, err := parseDirectory(data); !errors.Is(err, ErrFormat) {
			t.Errorf("%s: %v, %v", name, d, err)
		}
	}
}

func TestHostileFiles(t *testing.T) {
	wrap := func(root directory, leaves, tiles []byte) *Archive {
		a := open(t, builder{tiles: map[[3]int]string{{0, 0, 0}: "x", {5, 0, 0}: "y"}, packing: unpacked}.bytes())
		data := append(append(make([]byte, headerSize), leaves...), tiles...)
		a.r, a.size, a.root = bytes.NewReader(data), int64(len(data)), root
		a.leaves = section{headerSize, uint64(len(leaves))}
		a.tiles = section{headerSize + uint64(len(leaves)), uint64(len(tiles))}
		return a
	}
	loop := encode(directory{{0, 0, 0, 7}}) // a directory that holds itself
	if len(loop) != 5 {
		loop = encode(directory{{0, 0, 0, 5}})
	}
	bomb := pack(gzipped, make([]byte, maxTile+1))
	for _, c := range []struct {
		name string
		a    *Archive
		want string
	}{
		{"directories that go round in a circle", wrap(directory{{0, 0, 0, uint64(len(loop))}}, encode(directory{{0, 0, 0, 5}}), nil), "deep"},
		{"a tile beyond its section", wrap(directory{{0, 1, 3, 5}}, nil, []byte("abcd")), "beyond its section"},
		{"a tile with an offset without end", wrap(directory{{0, 1, math.MaxUint64, 5}}, nil, []byte("abcd")), "beyond its section"},
		{"a leaf beyond its section", wrap(directory{{0, 0, 0, 99}}, []byte{0}, nil), "beyond its section"},
		{"a leaf of rubbish", wrap(directory{{0, 0, 0, 4}}, []byte{9, 9, 9, 9}, nil), "cut short"},
		{"a tile that unpacks to more than fits", func() *Archive {
			a := wrap(directory{{0, 1, 0, uint64(len(bomb))}}, nil, bomb)
			a.tilePacking = gzipped
			return a
		}(), "more than"},
		{"a tile that is no gzip", func() *Archive {
			a := wrap(directory{{0, 1, 0, 4}}, nil, []byte("abcd"))
			a.tilePacking = gzipped
			return a
		}(), "not gzip"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := c.a.Tile(0, 0, 0)
			if !errors.Is(err, ErrFormat) || !strings.Contains(err.Error(), c.want) {
				t.Errorf("the error is %v, want one with %q", err, c.want)
			}
		})
	}
	// A file that cannot be read any more.
	a := wrap(directory{{0, 1, 0, 4}}, nil, []byte("abcd"))
	a.r = bytes.NewReader(nil)
	if _, err := a.Tile(0, 0, 0); !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("of a file that is gone: %v", err)
	}
}

func FuzzOpen(f *testing.F) {
	f.Add(some().bytes())
	f.Add(builder{tiles: some().tiles, leafSize: 2, packing: unpacked}.bytes())
	f.Add(builder{tiles: some().tiles, packing: unpacked, metadata: `{"name":"x"}`}.bytes())
	f.Add([]byte("PMTiles\x03"))
	f.Fuzz(func(t *testing.T, data []byte) {
		a, err := Open(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			if !errors.Is(err, ErrFormat) {
				t.Errorf("%v is not ErrFormat", err)
			}
			return
		}
		for _, at := range [][3]int{{0, 0, 0}, {1, 1, 0}, {3, 5, 2}, {26, 1, 1}} {
			if _, err := a.Tile(at[0], at[1], at[2]); err != nil && !errors.Is(err, ErrNoTile) && !errors.Is(err, ErrFormat) {
				t.Errorf("%v: %v", at, err)
			}
		}
	})
}

func FuzzParseDirectory(f *testing.F) {
	f.Add(encode(directory{{0, 1, 0, 5}, {1, 0, 5, 9}, {7, 3, 100, 2}}))
	f.Add([]byte{})
	f.Add([]byte{1, 0, 1, 1, 1})
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := parseDirectory(data)
		if err != nil {
			return
		}
		for i := 1; i < len(d); i++ {
			if d[i].id <= d[i-1].id {
				t.Errorf("%v is not in order", d)
			}
		}
	})
}
