package tiles

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"html"
	"image"
	_ "image/jpeg" // tiles of files are JPEG,
	_ "image/png"  // PNG
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	_ "golang.org/x/image/webp" // or WebP

	"dateline/geo/basemap/mbtiles"
	"dateline/geo/basemap/pmtiles"
)

// ErrVector says that a file has vector tiles, which are not drawn.
var ErrVector = errors.New("it has vector tiles; this program draws those with pictures (PNG, JPEG, WebP)")

// filePrefix begins the ID of a map that comes from a file.
const filePrefix = "file:"

// FileID is the ID of the map in a file.
func FileID(path string) string { return filePrefix + path }

// PathOf is the file that the ID of a map names; false for one of a service.
func PathOf(id string) (path string, ok bool) { return strings.CutPrefix(id, filePrefix) }

// OpenFile opens the tiles in a file of the format MBTiles or PMTiles, which is
// told by its first bytes. The layer must be closed. Errors say what is wrong
// with the file.
func OpenFile(ctx context.Context, path string) (*Layer, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("opening tiles: %w", err)
	}
	info, err := f.Stat()
	if err == nil && !info.Mode().IsRegular() {
		err = errors.New("not a file")
	}
	head := make([]byte, 16)
	if err == nil {
		_, err = io.ReadFull(f, head)
		if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
			err = nil
		}
	}
	if err != nil {
		f.Close()
		return nil, fmt.Errorf("opening tiles: %s: %w", path, err)
	}
	var l *Layer
	switch {
	case bytes.HasPrefix(head, []byte("PMTiles")):
		l, err = openArchive(f, info.Size(), path)
	case bytes.HasPrefix(head, []byte("SQLite format 3\x00")):
		f.Close()
		l, err = openDatabase(ctx, path)
	default:
		f.Close()
		err = errors.New("neither MBTiles nor PMTiles: choose a file of one of these formats")
	}
	if err != nil {
		return nil, fmt.Errorf("opening tiles: %s: %w", filepath.Base(path), err)
	}
	return l, nil
}

func openArchive(f *os.File, size int64, path string) (*Layer, error) {
	a, err := pmtiles.Open(f, size)
	if err != nil {
		f.Close()
		return nil, err
	}
	info := a.Info()
	switch info.Kind {
	case pmtiles.MVT:
		err = ErrVector
	case pmtiles.AVIF:
		err = errors.New("its tiles are AVIF; PNG, JPEG and WebP are drawn")
	}
	if err != nil {
		f.Close()
		return nil, err
	}
	s := fileSource{close: f.Close, get: func(_ context.Context, t Tile) ([]byte, error) { return a.Tile(t.Zoom, t.X, t.Y) }}
	return s.layer(path, info.Name, info.Attribution, info.MinZoom, info.MaxZoom), nil
}

func openDatabase(ctx context.Context, path string) (*Layer, error) {
	f, err := mbtiles.Open(ctx, path)
	if err != nil {
		return nil, err
	}
	info := f.Info()
	if info.Format == "pbf" || info.Format == "mvt" {
		f.Close()
		return nil, ErrVector
	}
	s := fileSource{close: f.Close, get: func(ctx context.Context, t Tile) ([]byte, error) { return f.Tile(ctx, t.Zoom, t.X, t.Y) }}
	return s.layer(path, info.Name, info.Attribution, info.MinZoom, info.MaxZoom), nil
}

// fileSource is the tiles of a file.
type fileSource struct {
	get   func(context.Context, Tile) ([]byte, error)
	close func() error
}

// layer is the map in a file. The size of its tiles is that of the first one
// found.
func (s fileSource) layer(path, name, attribution string, minZoom, maxZoom int) *Layer {
	p := Provider{
		ID: FileID(path), Title: plain(name), Attribution: plain(attribution),
		MinZoom: minZoom, MaxZoom: min(maxZoom, maxDepth), Named: true,
	}
	if p.Title == "" {
		p.Title = strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
	}
	p.pixels = s.probe(p)
	return newLayer(p, s)
}

// probe is the width of the file's tiles in pixels: that of one near the top.
func (s fileSource) probe(p Provider) int {
	for z := p.MinZoom; z <= min(p.MaxZoom, p.MinZoom+2) && z < 5; z++ {
		for y := range 1 << z {
			for x := range 1 << z {
				data, err := s.get(context.Background(), Tile{z, x, y})
				if err != nil {
					continue
				}
				c, _, err := image.DecodeConfig(bytes.NewReader(data))
				if err == nil && (c.Width == 512 || c.Width == 1024) {
					return c.Width
				}
				return 0
			}
		}
	}
	return 0
}

// Tile reads one; a tile that is broken is as good as none.
func (s fileSource) Tile(ctx context.Context, t Tile) (image.Image, bool) {
	if !t.valid() {
		return nil, false
	}
	data, err := s.get(ctx, t)
	if err != nil || check(data) != nil {
		return nil, false
	}
	img, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, false
	}
	return img, false
}

// Close closes the file.
func (s fileSource) Close() error { return s.close() }

var (
	markup = regexp.MustCompile(`<[^<>]*>`)
	spaces = regexp.MustCompile(`\s+`)
)

// plain is a text without the markup that attributions often have, of one line.
func plain(s string) string {
	s = html.UnescapeString(markup.ReplaceAllString(s, ""))
	s = strings.TrimSpace(spaces.ReplaceAllString(s, " "))
	if r := []rune(s); len(r) > 300 {
		s = string(r[:299]) + "…"
	}
	return s
}
