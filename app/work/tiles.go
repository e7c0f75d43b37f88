package work

import (
	"context"
	"fmt"
	"path/filepath"

	"dateline/app/dirs"
	"dateline/geo/basemap/tiles"
	"dateline/geo/scene"
)

// TileFolder is where the tiles of online maps are kept.
func TileFolder() (string, error) {
	d, err := dirs.Here()
	if err != nil {
		return "", fmt.Errorf("looking for a folder for maps: %w", err)
	}
	return filepath.Join(d.Cache, "tiles"), nil
}

// Tiles are the tiles of an online map that were downloaded before; nil for the
// map that ships and for one that this version does not know; or those in a
// file. It never goes online. A layer that is not nil must be closed.
func Tiles(id string) (*tiles.Layer, error) {
	if path, ok := tiles.PathOf(id); ok {
		return tiles.OpenFile(context.Background(), path)
	}
	p, ok := tiles.ByID(id)
	if !ok {
		return nil, nil
	}
	dir, err := TileFolder()
	if err != nil {
		return nil, err
	}
	return tiles.NewLayer(p, dir), nil
}

// WithTiles puts tiles under what is drawn, as far as there are any, and tells
// how many are missing. A nil layer changes nothing.
func WithTiles(ctx context.Context, in scene.Input, layer *tiles.Layer) (out scene.Input, missing int, err error) {
	if layer == nil {
		return in, 0, nil
	}
	back, lack, err := layer.Backdrop(ctx, in.View, 1)
	if err != nil {
		return in, 0, fmt.Errorf("reading the tiles of %s: %w", layer.Provider().Title, err)
	}
	in.Backdrop = back
	return in, len(lack.Missing), nil
}
