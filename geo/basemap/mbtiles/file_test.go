package mbtiles

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// write makes a file by statements of SQL.
func write(t testing.TB, statements ...string) string {
	t.Helper()
	dir := t.TempDir()
	plain, path := filepath.Join(dir, "plain"), filepath.Join(dir, "a map with #1 & more%20.mbtiles")
	db, err := sql.Open("sqlite", plain)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range statements {
		if _, err := db.Exec(s); err != nil {
			t.Fatalf("%s: %v", s, err)
		}
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(plain, path); err != nil {
		t.Fatal(err)
	}
	return path
}

const tables = `CREATE TABLE tiles (zoom_level integer, tile_column integer, tile_row integer, tile_data blob);
CREATE TABLE metadata (name text, value text);`

func some(t testing.TB) string {
	return write(t, tables, `INSERT INTO tiles VALUES (0, 0, 0, 'world'), (1, 0, 1, 'nw'), (1, 1, 0, 'se'), (2, 3, 3, x''), (3, 5, 5, 'deep')`,
		`INSERT INTO metadata VALUES ('name', 'Own map'), ('format', 'PNG'), ('attribution', '© nobody'), ('bounds', '1,2,3,4')`)
}

func open(t testing.TB, path string) *File {
	t.Helper()
	f, err := Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	})
	return f
}

func TestTiles(t *testing.T) {
	f := open(t, some(t))
	for at, want := range map[[3]int]string{
		{0, 0, 0}: "world", {1, 0, 0}: "nw", {1, 1, 1}: "se", {3, 5, 2}: "deep", // rows count from the north here
		{1, 1, 0}: "", {2, 3, 0}: "", {4, 0, 0}: "", {-1, 0, 0}: "", {1, 2, 0}: "", {1, 0, -1}: "",
	} {
		got, err := f.Tile(context.Background(), at[0], at[1], at[2])
		if string(got) != want || (want == "") != errors.Is(err, ErrNoTile) || want != "" && err != nil {
			t.Errorf("%v is %q, %v; want %q", at, got, err, want)
		}
	}
}

func TestInfo(t *testing.T) {
	if got, want := open(t, some(t)).Info(), (Info{Format: "png", MinZoom: 0, MaxZoom: 3, Name: "Own map", Attribution: "© nobody"}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
	// Views in place of tables are usual; metadata may be missing.
	path := write(t, `CREATE TABLE images (id text, data blob); CREATE TABLE map (z integer, x integer, y integer, id text)`,
		`INSERT INTO images VALUES ('a', 'sea')`, `INSERT INTO map VALUES (2, 1, 1, 'a'), (2, 2, 1, 'a')`,
		`CREATE VIEW tiles AS SELECT z AS zoom_level, x AS tile_column, y AS tile_row, data AS tile_data FROM map JOIN images ON images.id = map.id`)
	f := open(t, path)
	if got, want := f.Info(), (Info{MinZoom: 2, MaxZoom: 2}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
	if got, err := f.Tile(context.Background(), 2, 2, 2); string(got) != "sea" || err != nil {
		t.Errorf("%q, %v", got, err)
	}
}

func TestTheFileIsLeftAlone(t *testing.T) {
	path := some(t)
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	f := open(t, path)
	if _, err := f.Tile(context.Background(), 0, 0, 0); err != nil {
		t.Fatal(err)
	}
	if _, err := f.db.Exec(`DELETE FROM tiles`); err == nil {
		t.Error("it can be written to")
	}
	after, err := os.ReadFile(path)
	if err != nil || !bytes.Equal(before, after) {
		t.Errorf("the file changed: %v", err)
	}
	others, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(others) != 1 {
		t.Errorf("beside it lie %v, %v", others, err)
	}
}

func TestBrokenFiles(t *testing.T) {
	file := func(data string) string {
		path := filepath.Join(t.TempDir(), "x.mbtiles")
		if err := os.WriteFile(path, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	whole, err := os.ReadFile(some(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, path, want string
	}{
		{"no file", filepath.Join(t.TempDir(), "none.mbtiles"), "unable to open"},
		{"a text", file(strings.Repeat("no map ", 1000)), "not a database"},
		{"empty", file(""), "no such table"},
		{"cut short", file(string(whole[:len(whole)/2])), ""},
		{"spoiled", file(string(whole[:4096]) + strings.Repeat("x", len(whole)-4096)), ""},
		{"another database", write(t, `CREATE TABLE songs (name text)`), "no such table"},
		{"other columns", write(t, `CREATE TABLE tiles (name text)`), "no such column"},
		{"no tiles", write(t, tables), "no tiles"},
		{"a level beyond all", write(t, tables, `INSERT INTO tiles VALUES (99, 0, 0, 'x')`), "zoom levels 99 to 99"},
		{"a negative level", write(t, tables, `INSERT INTO tiles VALUES (-1, 0, 0, 'x')`), "zoom levels -1"},
		{"a level that is no number", write(t, tables, `INSERT INTO tiles VALUES ('deep', 0, 0, 'x')`), ""},
		{"metadata of another kind", write(t, `CREATE TABLE metadata (a text)`, `CREATE TABLE tiles (zoom_level integer, tile_column integer, tile_row integer, tile_data blob)`,
			`INSERT INTO tiles VALUES (0, 0, 0, 'x')`), "metadata"},
	} {
		t.Run(c.name, func(t *testing.T) {
			f, err := Open(context.Background(), c.path)
			if err == nil {
				defer f.Close()
				_, err = f.Tile(context.Background(), 3, 5, 2)
			}
			if !errors.Is(err, ErrFormat) || !strings.Contains(err.Error(), c.want) {
				t.Errorf("the error is %v, want one with %q", err, c.want)
			}
		})
	}
}

func TestManyAtOnce(t *testing.T) {
	f := open(t, some(t))
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 50 {
				if got, err := f.Tile(context.Background(), 3, 5, 2); string(got) != "deep" || err != nil {
					t.Errorf("%q, %v", got, err)
				}
			}
		})
	}
	wg.Wait()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := f.Tile(ctx, 0, 0, 0); !errors.Is(err, context.Canceled) {
		t.Errorf("given up: %v", err)
	}
}

func TestAddress(t *testing.T) {
	for path, want := range map[string]string{
		"/maps/a b?.mbtiles":       "file:///maps/a%20b%3F.mbtiles",
		"C:/maps/100%.mbtiles":     "file:///C:/maps/100%25.mbtiles",
		"//server/share/x.mbtiles": "file:////server/share/x.mbtiles",
	} {
		if got := address(path); got != want+"?mode=ro&immutable=1" {
			t.Errorf("%s: %s", path, got)
		}
	}
}
