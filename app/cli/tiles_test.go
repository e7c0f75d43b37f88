package cli

import (
	"bytes"
	"database/sql"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"dateline/app/brief"
	"dateline/app/work"
	"dateline/geo/basemap/tiles"
)

// TestRenderUsesTheTilesAtHand: a brief that asks for an online map is drawn
// with what is cached of it; one that does not is not, whatever is cached.
func TestRenderUsesTheTilesAtHand(t *testing.T) {
	home := t.TempDir()
	for _, name := range []string{"HOME", "XDG_CACHE_HOME", "LocalAppData"} {
		t.Setenv(name, home)
	}
	dir, err := work.TileFolder()
	if err != nil {
		t.Fatal(err)
	}
	violet := color.RGBA{201, 3, 240, 255}
	var tile bytes.Buffer
	if err := png.Encode(&tile, image.NewPaletted(image.Rect(0, 0, 256, 256), color.Palette{violet})); err != nil {
		t.Fatal(err)
	}
	for x := range 4 { // the tiles of zoom 2, for want of better ones
		for y := range 4 {
			file := filepath.Join(dir, "osm", "2", strconv.Itoa(x), strconv.Itoa(y))
			if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(file, tile.Bytes(), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	engine := work.New()
	b, err := engine.Sample()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		tiles, note string
		drawn       bool
	}{{"", "", false}, {"osm", "of OpenStreetMap: nothing is downloaded", true}, {"gone", `knows no map "gone"`, false}} {
		b.Show.Tiles = c.tiles
		in, out := filepath.Join(home, "in.dateline"), filepath.Join(home, "out.png")
		if err := brief.Save(in, b); err != nil {
			t.Fatal(err)
		}
		code, _, stderr := run(t, Env{Engine: engine}, "", "render", in, "-o", out, "--size", "480x360")
		if code != 0 || c.note == "" && strings.Contains(stderr, "map") || !strings.Contains(stderr, c.note) {
			t.Errorf("%q: exit %d, %q", c.tiles, code, stderr)
		}
		data, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		img, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for x := range 480 {
			for y := range 360 {
				if r, g, b, _ := img.At(x, y).RGBA(); (color.RGBA{uint8(r >> 8), uint8(g >> 8), uint8(b >> 8), 255}) == violet {
					n++
				}
			}
		}
		if (n > 480*360/4) != c.drawn || !c.drawn && n > 0 {
			t.Errorf("%q: %d points of the picture are tiles", c.tiles, n)
		}
	}
}

// TestRenderOnTilesOfAFile: --tiles goes before what the brief asks for.
func TestRenderOnTilesOfAFile(t *testing.T) {
	dir := t.TempDir()
	violet := color.RGBA{201, 3, 240, 255}
	var tile bytes.Buffer
	if err := png.Encode(&tile, image.NewPaletted(image.Rect(0, 0, 256, 256), color.Palette{violet})); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "own.mbtiles")
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range []string{
		`CREATE TABLE tiles (zoom_level integer, tile_column integer, tile_row integer, tile_data blob)`,
		`CREATE TABLE metadata (name text, value text)`, `INSERT INTO metadata VALUES ('attribution', '© the violet map')`,
	} {
		if _, err := db.Exec(s); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := db.Exec(`INSERT INTO tiles VALUES (0, 0, 0, ?)`, tile.Bytes()); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	engine := work.New()
	b, err := engine.Sample()
	if err != nil {
		t.Fatal(err)
	}
	b.Show.Tiles = "gone"
	in, out := filepath.Join(dir, "in.dateline"), filepath.Join(dir, "out.png")
	if err := brief.Save(in, b); err != nil {
		t.Fatal(err)
	}
	if code, _, stderr := run(t, Env{Engine: engine}, "", "render", in, "-o", out, "--size", "480x360", "--tiles", path); code != 0 || strings.Contains(stderr, "gone") {
		t.Fatalf("exit %d, %q", code, stderr)
	}
	f, err := os.Open(out)
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(f)
	f.Close() // it is written again below
	if err != nil {
		t.Fatal(err)
	}
	if r, g, b, _ := img.At(240, 340).RGBA(); (color.RGBA{uint8(r >> 8), uint8(g >> 8), uint8(b >> 8), 255}) != violet {
		t.Errorf("the picture is not of the tiles: %v", img.At(240, 340))
	}

	// A file that cannot be read is an error if it was asked for here, a note if
	// only the brief asks for it.
	bad := filepath.Join(dir, "bad.pmtiles")
	if err := os.WriteFile(bad, []byte("PMTiles\x02"+strings.Repeat("x", 200)), 0o644); err != nil {
		t.Fatal(err)
	}
	if code, _, stderr := run(t, Env{Engine: engine}, "", "render", in, "-o", out, "--tiles", bad); code != 1 || !strings.Contains(stderr, "bad.pmtiles") || !strings.Contains(stderr, "version 2") {
		t.Errorf("exit %d, %q", code, stderr)
	}
	b.Show.Tiles = tiles.FileID(bad)
	if err := brief.Save(in, b); err != nil {
		t.Fatal(err)
	}
	if code, _, stderr := run(t, Env{Engine: engine}, "", "render", in, "-o", out, "--size", "480x360"); code != 0 || !strings.Contains(stderr, "the map that ships is drawn") {
		t.Errorf("exit %d, %q", code, stderr)
	}
}
