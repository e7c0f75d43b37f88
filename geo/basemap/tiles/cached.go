package tiles

import (
	"context"
	"errors"
	"fmt"
	"image"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	sm "github.com/flopp/go-staticmaps"
)

// Lifetime is how old a tile in the cache may become before it is asked for
// again. It is shown until there is a newer one.
const Lifetime = 30 * 24 * time.Hour

// MaxCache is the size in bytes that the cache of tiles is held to.
const MaxCache = 256 << 20

// cached is the tiles of a provider in a cache folder, read by go-staticmaps'
// fetcher, which is told to stay offline.
type cached struct {
	provider Provider
	dir      string
	fetcher  *sm.TileFetcher
}

func newCached(p Provider, dir string) cached {
	return cached{p, dir, sm.NewTileFetcher(p.source, sm.NewTileCache(dir, 0o755), false)}
}

// Tile reads one from the cache.
func (c cached) Tile(_ context.Context, t Tile) (image.Image, bool) {
	if !t.valid() {
		return nil, false
	}
	got := sm.Tile{Zoom: t.Zoom, X: t.X, Y: t.Y}
	if err := c.fetcher.Fetch(&got); err != nil || got.Img == nil {
		return nil, false
	}
	return got.Img, stale(c.provider.file(c.dir, t), time.Now())
}

// Close does nothing: no file is held open.
func (cached) Close() error { return nil }

// stale reports whether a file of the cache has outlived itself.
func stale(path string, now time.Time) bool {
	info, err := os.Stat(path)
	return err == nil && now.Sub(info.ModTime()) > Lifetime
}

// valid reports whether there can be such a tile.
func (t Tile) valid() bool {
	return t.Zoom >= 0 && t.Zoom <= maxDepth && t.X >= 0 && t.Y >= 0 && t.X < 1<<t.Zoom && t.Y < 1<<t.Zoom
}

// Trim removes the oldest tiles of a cache folder until the others have at most
// nine tenths of that many bytes, if they have more than that many. It tells how
// many files it removed. A folder that is not there is empty.
func Trim(ctx context.Context, dir string, limit int64) (removed int, err error) {
	type file struct {
		path string
		size int64
		when time.Time
	}
	var files []file
	var sum int64
	err = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil {
			err = ctx.Err()
		}
		if err != nil || !d.Type().IsRegular() {
			if errors.Is(err, fs.ErrNotExist) {
				return nil // removed by another window meanwhile
			}
			return err
		}
		info, err := d.Info()
		if err != nil {
			return nil // as above
		}
		files = append(files, file{path, info.Size(), info.ModTime()})
		sum += info.Size()
		return nil
	})
	if err != nil {
		return 0, fmt.Errorf("looking through the tiles that are kept: %w", err)
	}
	if sum <= limit {
		return 0, nil
	}
	slices.SortFunc(files, func(a, b file) int { return a.when.Compare(b.when) })
	for _, f := range files {
		if sum <= limit/10*9 || ctx.Err() != nil {
			break
		}
		if err := os.Remove(f.path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return removed, fmt.Errorf("removing an old tile: %w", err)
		}
		sum -= f.size
		removed++
	}
	return removed, nil
}
