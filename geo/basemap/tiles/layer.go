package tiles

import (
	"context"
	"image"
	"math"
	"sync"

	sm "github.com/flopp/go-staticmaps"
	"github.com/paulmach/orb"
	"golang.org/x/image/draw"

	"dateline/geo/proj"
	"dateline/geo/scene"
)

// Layer gives pictures of the tiles in a cache folder. It never goes online.
// It is safe for concurrent use.
type Layer struct {
	provider Provider
	fetcher  *sm.TileFetcher

	mu     sync.Mutex
	tiles  map[Tile]image.Image // decoded, the most recent few
	order  []Tile               // of tiles, the oldest first
	mosaic *mosaic              // the last one made
}

// mosaic is one picture of neighbouring tiles.
type mosaic struct {
	zoom           int
	x0, y0, x1, y1 int // tiles; x may be beyond the world
	picture        *image.RGBA
	missing        []Tile
}

// keptTiles is how many decoded tiles are kept: 256 of 256 KB.
const keptTiles = 256

// NewLayer gives the tiles of a provider in a cache folder, in the layout of
// go-staticmaps.
func NewLayer(p Provider, dir string) *Layer {
	return &Layer{
		provider: p,
		fetcher:  sm.NewTileFetcher(p.source, sm.NewTileCache(dir, 0o755), false),
		tiles:    map[Tile]image.Image{},
	}
}

// Attribution is what must be shown with the tiles.
func (l *Layer) Attribution() string { return l.provider.Attribution }

// Backdrop gives the tiles of a view as a scene shows them, and those that the
// cache lacks; see Images. It has no pictures where Images gives none.
func (l *Layer) Backdrop(ctx context.Context, v proj.View) (scene.Backdrop, []Tile, error) {
	images, missing, err := l.Images(ctx, v)
	if err != nil || len(images) == 0 {
		return scene.Backdrop{}, missing, err
	}
	return scene.Backdrop{Images: images, Named: l.provider.Named, Credits: l.provider.Attribution}, missing, nil
}

// Provider is the service whose tiles these are.
func (l *Layer) Provider() Provider { return l.provider }

// Images gives the tiles of a view as one picture to be stretched, from the
// zoom level nearest to the view's; where tiles are missing, parts of coarser
// ones fill in. missing are the tiles of that level that the cache lacks, the
// nearest to the centre first. No images when the cache has nothing to show or
// the projection is not that of tiles.
func (l *Layer) Images(ctx context.Context, v proj.View) (images []scene.Image, missing []Tile, err error) {
	if v.Proj.Name() != proj.Mercator().Name() {
		return nil, nil, nil
	}
	m := l.cover(v)
	l.mu.Lock()
	defer l.mu.Unlock()
	if err := l.paint(ctx, m); err != nil {
		return nil, nil, err
	}
	if m.picture == nil {
		return nil, m.missing, nil
	}
	c, _ := v.Proj.Forward(v.Center)
	n := math.Exp2(float64(m.zoom))
	corner := func(x, y int) orb.Point {
		return orb.Point{v.Size[0]/2 + (float64(x)/n-c[0])*v.Scale, v.Size[1]/2 + (float64(y)/n-c[1])*v.Scale}
	}
	return []scene.Image{{
		ID: "tiles", Class: "tiles", Image: m.picture,
		Bounds: orb.Bound{Min: corner(m.x0, m.y0), Max: corner(m.x1, m.y1)},
	}}, append([]Tile(nil), m.missing...), nil
}

// cover finds the tiles that cover a view.
func (l *Layer) cover(v proj.View) *mosaic {
	zoom := int(math.Round(v.Zoom()))
	zoom = max(0, min(zoom, l.provider.MaxZoom))
	n := math.Exp2(float64(zoom))
	c, _ := v.Proj.Forward(v.Center)
	w, h := v.Size[0]/2/v.Scale, v.Size[1]/2/v.Scale
	return &mosaic{
		zoom: zoom,
		x0:   int(math.Floor((c[0] - w) * n)), x1: int(math.Ceil((c[0] + w) * n)),
		y0: max(0, int(math.Floor((c[1]-h)*n))), y1: min(int(n), int(math.Ceil((c[1]+h)*n))),
	}
}

// paint draws a mosaic, or takes over the last one if nothing has changed.
func (l *Layer) paint(ctx context.Context, m *mosaic) error {
	found := map[Tile]image.Image{}
	n := 1 << m.zoom
	for y := m.y0; y < m.y1; y++ {
		for x := m.x0; x < m.x1; x++ {
			if err := ctx.Err(); err != nil {
				return err
			}
			t := Tile{m.zoom, ((x % n) + n) % n, y}
			if img := l.tile(t); img != nil {
				found[t] = img
			} else {
				m.missing = append(m.missing, t)
			}
		}
	}
	sortByDistance(m.missing, float64(m.x0+m.x1)/2, float64(m.y0+m.y1)/2)
	if o := l.mosaic; o != nil && o.zoom == m.zoom && o.x0 == m.x0 && o.x1 == m.x1 && o.y0 == m.y0 && o.y1 == m.y1 && len(o.missing) == len(m.missing) {
		m.picture = o.picture
		return nil
	}
	defer func() { l.mosaic = m }()
	size := image.Rect(0, 0, (m.x1-m.x0)*tileSize, (m.y1-m.y0)*tileSize)
	if size.Empty() || size.Dx() > 1<<14 || size.Dy() > 1<<14 {
		return nil
	}
	picture := image.NewRGBA(size)
	drawn := false
	for y := m.y0; y < m.y1; y++ {
		for x := m.x0; x < m.x1; x++ {
			t := Tile{m.zoom, ((x % n) + n) % n, y}
			at := image.Rect(0, 0, tileSize, tileSize).Add(image.Pt((x-m.x0)*tileSize, (y-m.y0)*tileSize))
			img, part := found[t], image.Rectangle{}
			if img != nil {
				part = img.Bounds()
			} else if img, part = l.ancestor(t); img == nil {
				continue
			}
			drawn = true
			if part.Dx() == tileSize && part.Dy() == tileSize {
				draw.Draw(picture, at, img, part.Min, draw.Src)
			} else {
				draw.BiLinear.Scale(picture, at, img, part, draw.Src, nil)
			}
		}
	}
	if drawn {
		m.picture = picture
	}
	return nil
}

// ancestor is the nearest coarser tile that the cache has, and the part of it
// that a tile covers; nil for none.
func (l *Layer) ancestor(t Tile) (image.Image, image.Rectangle) {
	for up := 1; up <= 5 && up <= t.Zoom; up++ {
		img := l.tile(Tile{t.Zoom - up, t.X >> up, t.Y >> up})
		if img == nil {
			continue
		}
		b := img.Bounds()
		w, h := b.Dx()>>up, b.Dy()>>up
		if w == 0 || h == 0 {
			return nil, image.Rectangle{}
		}
		mask := 1<<up - 1
		from := b.Min.Add(image.Pt((t.X&mask)*w, (t.Y&mask)*h))
		return img, image.Rectangle{Min: from, Max: from.Add(image.Pt(w, h))}
	}
	return nil, image.Rectangle{}
}

// tile is a tile of the cache; nil when it is not there or no picture.
func (l *Layer) tile(t Tile) image.Image {
	if img, ok := l.tiles[t]; ok {
		return img
	}
	got := sm.Tile{Zoom: t.Zoom, X: t.X, Y: t.Y}
	if err := l.fetcher.Fetch(&got); err != nil || got.Img == nil {
		return nil
	}
	if len(l.order) >= keptTiles {
		delete(l.tiles, l.order[0])
		l.order = l.order[1:]
	}
	l.tiles[t] = got.Img
	l.order = append(l.order, t)
	return got.Img
}
