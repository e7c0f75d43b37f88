// Package mbtiles reads the tiles of a map from one file in the format MBTiles:
// a database of SQLite with a table of tiles and one of metadata. It never
// writes to it.
package mbtiles

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"path/filepath"
	"strconv"
	"strings"

	_ "modernc.org/sqlite" // the driver "sqlite"
)

// ErrNoTile says that a file does not have a tile.
var ErrNoTile = errors.New("the file has no such tile")

// ErrFormat says that a file is no such map, or is damaged. It is wrapped with
// what is wrong.
var ErrFormat = errors.New("not an MBTiles file that can be read")

// maxTile is the largest tile in bytes.
const maxTile = 16 << 20

// maxZoom is the deepest level that is read.
const maxZoom = 26

// Info is what a file says of itself.
type Info struct {
	Format            string // "png", "jpg", "webp", "pbf"; "" where it does not say
	MinZoom, MaxZoom  int    // of the tiles that there are
	Name, Attribution string
}

// File is an open file. It is safe for concurrent use.
type File struct {
	db   *sql.DB
	tile *sql.Stmt
	info Info
}

// Open opens a file; Close closes it.
func Open(ctx context.Context, path string) (*File, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("opening %s: %w", path, err)
	}
	db, err := sql.Open("sqlite", address(filepath.ToSlash(abs)))
	if err != nil {
		return nil, fmt.Errorf("opening %s: %w", path, err)
	}
	db.SetMaxOpenConns(2)
	f := &File{db: db}
	if err := f.begin(ctx); err != nil {
		f.Close()
		return nil, err
	}
	return f, nil
}

// address is how SQLite is told of a file, by its absolute path with slashes,
// that is neither written to nor watched for others who write.
func address(path string) string {
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // C:/maps: without the slash the drive would be a computer
	}
	u := url.URL{Scheme: "file", Path: path, RawQuery: "mode=ro&immutable=1"}
	return u.String()
}

// begin reads the metadata and looks whether there are tiles.
func (f *File) begin(ctx context.Context) error {
	var lo, hi sql.NullInt64
	if err := f.db.QueryRowContext(ctx, `SELECT min(zoom_level), max(zoom_level) FROM tiles`).Scan(&lo, &hi); err != nil {
		return fault(ctx, "looking for its tiles", err)
	}
	if !lo.Valid || !hi.Valid {
		return fmt.Errorf("%w: it has no tiles", ErrFormat)
	}
	if lo.Int64 < 0 || hi.Int64 > maxZoom {
		return fmt.Errorf("%w: it has the zoom levels %d to %d", ErrFormat, lo.Int64, hi.Int64)
	}
	f.info = Info{MinZoom: int(lo.Int64), MaxZoom: int(hi.Int64)}
	if err := f.metadata(ctx); err != nil {
		return err
	}
	var err error
	f.tile, err = f.db.PrepareContext(ctx, `SELECT tile_data FROM tiles WHERE zoom_level = ? AND tile_column = ? AND tile_row = ? LIMIT 1`)
	if err != nil {
		return fault(ctx, "looking for its tiles", err)
	}
	return nil
}

// metadata reads what the file says of itself; a file may have no such table.
func (f *File) metadata(ctx context.Context) error {
	var n int
	if err := f.db.QueryRowContext(ctx, `SELECT count(*) FROM sqlite_master WHERE name = 'metadata'`).Scan(&n); err != nil {
		return fault(ctx, "looking for its metadata", err)
	}
	if n == 0 {
		return nil
	}
	rows, err := f.db.QueryContext(ctx, `SELECT name, value FROM metadata WHERE name IN ('name', 'format', 'attribution') AND length(value) < 10000`)
	if err != nil {
		return fault(ctx, "reading its metadata", err)
	}
	defer rows.Close()
	for rows.Next() {
		var name, value sql.NullString
		if err := rows.Scan(&name, &value); err != nil {
			return fault(ctx, "reading its metadata", err)
		}
		switch name.String {
		case "name":
			f.info.Name = value.String
		case "format":
			f.info.Format = strings.ToLower(value.String)
		case "attribution":
			f.info.Attribution = value.String
		}
	}
	if err := rows.Err(); err != nil {
		return fault(ctx, "reading its metadata", err)
	}
	return nil
}

// fault is ErrFormat, or the end of the context.
func fault(ctx context.Context, doing string, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return fmt.Errorf("%w: %s: %w", ErrFormat, doing, err)
}

// Info is what the file says of itself.
func (f *File) Info() Info { return f.info }

// Tile gives the bytes of a tile: x eastward and y southward from the
// north-west corner of the world, both below 2^z. ErrNoTile if there is none.
func (f *File) Tile(ctx context.Context, z, x, y int) ([]byte, error) {
	if z < f.info.MinZoom || z > f.info.MaxZoom || x < 0 || y < 0 || x >= 1<<z || y >= 1<<z {
		return nil, ErrNoTile
	}
	var data []byte
	err := f.tile.QueryRowContext(ctx, z, x, 1<<z-1-y).Scan(&data) // its rows count from the south
	switch {
	case errors.Is(err, sql.ErrNoRows) || err == nil && len(data) == 0:
		return nil, ErrNoTile
	case err != nil:
		return nil, fault(ctx, "reading tile "+strconv.Itoa(z)+"/"+strconv.Itoa(x)+"/"+strconv.Itoa(y), err)
	case len(data) > maxTile:
		return nil, fmt.Errorf("%w: a tile has %d bytes", ErrFormat, len(data))
	}
	return data, nil
}

// Close closes the file.
func (f *File) Close() error {
	var first error
	if f.tile != nil {
		first = f.tile.Close()
	}
	if err := f.db.Close(); first == nil {
		first = err
	}
	return first
}
