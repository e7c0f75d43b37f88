package tiles

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"image"
	"image/color"
	"image/png"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"dateline/geo/proj"
)

// square is a picture of one colour as PNG.
func square(t testing.TB, side int, c color.Color) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewPaletted(image.Rect(0, 0, side, side), color.Palette{c})); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

var (
	red   = color.RGBA{200, 10, 20, 255}
	green = color.RGBA{10, 180, 20, 255}
)

// worldArchive is a PMTiles file of the tile 0/0/0 alone.
func worldArchive(t testing.TB, kind byte, tile []byte) string {
	t.Helper()
	root := []byte{1, 0, 1} // one entry, of tile 0, one tile long
	root = binary.AppendUvarint(root, uint64(len(tile)))
	root = append(root, 1) // at the beginning
	plainMeta := []byte(`{"name": "World", "attribution": "<a href=\"https://example.org\">&copy; the   makers</a>"}`)
	h := make([]byte, 127)
	copy(h, "PMTiles\x03")
	at := uint64(len(h))
	for i, part := range [][]byte{root, plainMeta, nil, tile} {
		binary.LittleEndian.PutUint64(h[8+16*i:], at)
		binary.LittleEndian.PutUint64(h[16+16*i:], uint64(len(part)))
		at += uint64(len(part))
	}
	h[97], h[98], h[99] = 1, 1, kind
	return write(t, "world.pmtiles", bytes.Join([][]byte{h, root, plainMeta, tile}, nil))
}

func write(t testing.TB, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// database is an MBTiles file with the tiles of zoom 1: red in the west, green
// in the east.
func database(t testing.TB, side int) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "halves.mbtiles")
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	exec := func(s string, args ...any) {
		if _, err := db.Exec(s, args...); err != nil {
			t.Fatal(err)
		}
	}
	exec(`CREATE TABLE tiles (zoom_level integer, tile_column integer, tile_row integer, tile_data blob)`)
	exec(`CREATE TABLE metadata (name text, value text)`)
	exec(`INSERT INTO metadata VALUES ('name', 'Halves'), ('format', 'png')`)
	for x, c := range []color.Color{red, green} {
		for y := range 2 {
			exec(`INSERT INTO tiles VALUES (1, ?, ?, ?)`, x, y, square(t, side, c))
		}
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// colorAt is the colour of a picture at a point of the page.
func colorAt(t *testing.T, l *Layer, v proj.View, p orb.Point) color.RGBA {
	t.Helper()
	images, lack, err := l.Images(context.Background(), v, 1)
	if err != nil || len(images) != 1 {
		t.Fatalf("%d pictures, lacking %v, %v", len(images), lack, err)
	}
	b, r := images[0].Bounds, images[0].Image.Bounds()
	x := int((p[0] - b.Min[0]) / (b.Max[0] - b.Min[0]) * float64(r.Dx()))
	y := int((p[1] - b.Min[1]) / (b.Max[1] - b.Min[1]) * float64(r.Dy()))
	return color.RGBAModel.Convert(images[0].Image.At(x, y)).(color.RGBA)
}

func openFile(t *testing.T, path string) *Layer {
	t.Helper()
	l, err := OpenFile(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := l.Close(); err != nil {
			t.Error(err)
		}
	})
	return l
}

func TestTilesOfADatabase(t *testing.T) {
	for _, side := range []int{256, 512} {
		l := openFile(t, database(t, side))
		p := l.Provider()
		if p.Title != "Halves" || p.Online() || p.MinZoom != 1 || p.MaxZoom != 1 || p.side() != side {
			t.Errorf("it is %+v", p)
		}
		v := proj.World(proj.Mercator(), orb.Point{600, 400})
		if c := colorAt(t, l, v, orb.Point{100, 200}); c != red {
			t.Errorf("the west is %v", c)
		}
		if c := colorAt(t, l, v, orb.Point{500, 200}); c != green {
			t.Errorf("the east is %v", c)
		}
		// Deeper than the file goes its tiles are enlarged.
		deep := proj.New(proj.Mercator(), orb.Point{10, 50}, 100000, orb.Point{600, 400})
		if c := colorAt(t, l, deep, orb.Point{300, 200}); c != green {
			t.Errorf("deep in the east is %v", c)
		}
	}
}

func TestTilesOfAnArchive(t *testing.T) {
	path := worldArchive(t, 2, square(t, 256, red))
	l := openFile(t, path)
	if p := l.Provider(); p.Title != "World" || p.Attribution != "© the makers" || p.ID != FileID(path) {
		t.Errorf("it is %+v", p)
	}
	if got, ok := PathOf(l.Provider().ID); got != path || !ok {
		t.Errorf("its ID names %q", got)
	}
	v := proj.World(proj.Mercator(), orb.Point{600, 400})
	if c := colorAt(t, l, v, orb.Point{300, 200}); c != red {
		t.Errorf("the middle is %v", c)
	}
	back, lack, err := l.Backdrop(context.Background(), v, 2)
	if err != nil || back.Credits != "© the makers" || len(lack.Missing)+len(lack.Stale) != 0 {
		t.Errorf("credits %q, lacking %v, %v", back.Credits, lack, err)
	}
}

func TestAClosedLayerHasNothing(t *testing.T) {
	l, err := OpenFile(context.Background(), database(t, 256))
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
	}
	images, lack, err := l.Images(context.Background(), proj.World(proj.Mercator(), orb.Point{600, 400}), 1)
	if len(images) != 0 || len(lack.Missing) != 0 || err != nil {
		t.Errorf("%d pictures, lacking %v, %v", len(images), lack, err)
	}
}

func TestABrokenTileOfAFileIsNone(t *testing.T) {
	l := openFile(t, worldArchive(t, 2, []byte("no picture")))
	images, lack, err := l.Images(context.Background(), proj.World(proj.Mercator(), orb.Point{256, 256}), 1)
	if len(images) != 0 || len(lack.Missing) != 1 || err != nil {
		t.Errorf("%d pictures, lacking %v, %v", len(images), lack, err)
	}
}

func TestFilesThatAreNoTiles(t *testing.T) {
	spoilt := worldArchive(t, 2, square(t, 256, red))
	data, err := os.ReadFile(spoilt)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, path, want string }{
		{"a folder", t.TempDir(), "not a file"},
		{"a text", write(t, "notes.mbtiles", []byte("tiles tiles tiles tiles")), "neither MBTiles nor PMTiles"},
		{"empty", write(t, "empty.pmtiles", nil), "neither MBTiles nor PMTiles"},
		{"vector tiles", worldArchive(t, 1, []byte{0x1a}), "vector tiles"},
		{"AVIF", worldArchive(t, 5, []byte("x")), "AVIF"},
		{"cut short", write(t, "short.pmtiles", data[:len(data)-5]), "is it complete"},
		{"a database of something else", write(t, "x.mbtiles", append([]byte("SQLite format 3\x00"), make([]byte, 200)...)), "not an MBTiles file"},
	} {
		t.Run(c.name, func(t *testing.T) {
			l, err := OpenFile(context.Background(), c.path)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("%v, %v; want %q", l, err, c.want)
			}
		})
	}
	if _, err := OpenFile(context.Background(), filepath.Join(t.TempDir(), "none")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("of no file: %v", err)
	}
	if _, err := OpenFile(context.Background(), worldArchive(t, 1, nil)); !errors.Is(err, ErrVector) {
		t.Errorf("%v is not ErrVector", err)
	}
}

func TestFineTilesFromAfarAreNotReadOneByOne(t *testing.T) {
	s := fileSource{close: func() error { return nil }, get: func(context.Context, Tile) ([]byte, error) {
		t.Error("a tile is read")
		return nil, errors.New("no")
	}}
	l := newLayer(Provider{ID: "x", MinZoom: 12, MaxZoom: 14}, s)
	images, _, err := l.Images(context.Background(), proj.World(proj.Mercator(), orb.Point{600, 400}), 1)
	if len(images) != 0 || err != nil {
		t.Errorf("%d pictures, %v", len(images), err)
	}
}
