package tiles

import (
	"context"
	"image"
	"math"
	"slices"
	"sync"

	"github.com/paulmach/orb"
	"golang.org/x/image/draw"

	"dateline/geo/proj"
	"dateline/geo/scene"
)

// Source is where the tiles of a Layer come from: a cache folder or a file. It
// is used by one goroutine at a time.
type Source interface {
	// Tile is a tile, nil where there is none or it is no picture. stale says
	// that it is so old that a newer one should be asked for.
	Tile(ctx context.Context, t Tile) (img image.Image, stale bool)
	Close() error
}

// Layer gives pictures of the tiles in a cache folder or a file. It never goes
// online. It is safe for concurrent use.
type Layer struct {
	provider Provider
	source   Source

	mu     sync.Mutex
	tiles  map[Tile]keptTile // decoded, the most recent few
	order  []Tile            // of tiles, the oldest first
	mosaic *mosaic           // the last one made
}

// keptTile is a tile in memory.
type keptTile struct {
	image image.Image
	stale bool
}

// Forget has tiles read anew the next time, after newer ones were downloaded.
func (l *Layer) Forget(tiles []Tile) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, t := range tiles {
		if _, ok := l.tiles[t]; ok {
			delete(l.tiles, t)
			l.order = slices.DeleteFunc(l.order, func(o Tile) bool { return o == t })
		}
	}
}

// mosaic is one picture of neighbouring tiles.
type mosaic struct {
	zoom           int
	x0, y0, x1, y1 int // tiles; x may be beyond the world
	side           int // of a tile, in pixels
	picture        *image.RGBA
	missing, stale []Tile
	changed        bool // a tile was not there the last time
}

// maxTiles bounds the tiles of one picture.
const maxTiles = 2048

// keptTiles is how many decoded tiles are kept: 256 of 256 KB.
const keptTiles = 256

// NewLayer gives the tiles of a provider in a cache folder, in the layout of
// go-staticmaps.
func NewLayer(p Provider, dir string) *Layer { return newLayer(p, newCached(p, dir)) }

func newLayer(p Provider, s Source) *Layer {
	return &Layer{provider: p, source: s, tiles: map[Tile]keptTile{}}
}

// Close closes the file that the tiles come from; the layer has none after
// that.
func (l *Layer) Close() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	s := l.source
	l.source = nil
	if s == nil {
		return nil
	}
	return s.Close()
}

// Attribution is what must be shown with the tiles.
func (l *Layer) Attribution() string { return l.provider.Attribution }

// Lack is what a view wants of the tiles and does not have, the nearest to its
// middle first: those that are missing, and those that are shown but stale.
type Lack struct{ Missing, Stale []Tile }

// Backdrop gives the tiles of a view as a scene shows them, and those that are
// lacking; see Images. It has no pictures where Images gives none.
func (l *Layer) Backdrop(ctx context.Context, v proj.View, pixels float64) (scene.Backdrop, Lack, error) {
	images, lack, err := l.Images(ctx, v, pixels)
	if err != nil || len(images) == 0 {
		return scene.Backdrop{}, lack, err
	}
	return scene.Backdrop{Images: images, Named: l.provider.Named, Credits: l.provider.Attribution}, lack, nil
}

// Provider is the service whose tiles these are.
func (l *Layer) Provider() Provider { return l.provider }

// Images gives the tiles of a view as one picture to be stretched, from the
// zoom level nearest to the view's on a screen with that many pixels in a unit;
// where tiles are missing, parts of coarser ones or the finer ones fill in. No
// images when there is nothing to show or the projection is not that of tiles.
// The view may reach beyond the ends of the world, where it begins again.
func (l *Layer) Images(ctx context.Context, v proj.View, pixels float64) (images []scene.Image, lack Lack, err error) {
	if v.Proj.Name() != proj.Mercator().Name() {
		return nil, Lack{}, nil
	}
	m := l.cover(v, pixels)
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.source == nil {
		return nil, Lack{}, nil
	}
	if err := l.paint(ctx, m); err != nil {
		return nil, Lack{}, err
	}
	lack = Lack{append([]Tile(nil), m.missing...), append([]Tile(nil), m.stale...)}
	if m.picture == nil {
		return nil, lack, nil
	}
	c, _ := v.Proj.Forward(v.Center)
	n := math.Exp2(float64(m.zoom))
	corner := func(x, y int) orb.Point {
		return orb.Point{v.Size[0]/2 + (float64(x)/n-c[0])*v.Scale, v.Size[1]/2 + (float64(y)/n-c[1])*v.Scale}
	}
	return []scene.Image{{
		ID: "tiles", Class: "tiles", Image: m.picture,
		Bounds: orb.Bound{Min: corner(m.x0, m.y0), Max: corner(m.x1, m.y1)},
	}}, lack, nil
}

// cover finds the tiles that cover a view.
func (l *Layer) cover(v proj.View, pixels float64) *mosaic {
	fine := v.Zoom()
	if pixels > 1 {
		fine += math.Log2(pixels) // a level finer where two pixels are one unit
	}
	zoom := int(math.Round(fine - math.Log2(float64(l.provider.side())/tileSize)))
	zoom = max(l.provider.MinZoom, min(zoom, l.provider.MaxZoom))
	n := math.Exp2(float64(zoom))
	c, _ := v.Proj.Forward(v.Center)
	w, h := v.Size[0]/2/v.Scale, v.Size[1]/2/v.Scale
	return &mosaic{
		zoom: zoom, side: l.provider.side(),
		x0: int(math.Floor((c[0] - w) * n)), x1: int(math.Ceil((c[0] + w) * n)),
		y0: max(0, int(math.Floor((c[1]-h)*n))), y1: min(int(n), int(math.Ceil((c[1]+h)*n))),
	}
}

// paint draws a mosaic, or takes over the last one if nothing has changed.
func (l *Layer) paint(ctx context.Context, m *mosaic) error {
	if (m.x1-m.x0)*(m.y1-m.y0) > maxTiles {
		return nil // a file of fine tiles alone, seen from afar
	}
	found, seen := map[Tile]image.Image{}, map[Tile]bool{}
	n := 1 << m.zoom
	for y := m.y0; y < m.y1; y++ {
		for x := m.x0; x < m.x1; x++ {
			if err := ctx.Err(); err != nil {
				return err
			}
			t := Tile{m.zoom, ((x % n) + n) % n, y}
			if seen[t] {
				continue // the world begins again
			}
			seen[t] = true
			img, stale, fresh := l.tile(ctx, t)
			switch {
			case img == nil:
				m.missing = append(m.missing, t)
				continue
			case stale:
				m.stale = append(m.stale, t)
			}
			found[t] = img
			m.changed = m.changed || fresh
		}
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	sortByDistance(m.missing, float64(m.x0+m.x1)/2, float64(m.y0+m.y1)/2)
	sortByDistance(m.stale, float64(m.x0+m.x1)/2, float64(m.y0+m.y1)/2)
	if o := l.mosaic; o != nil && !m.changed && o.zoom == m.zoom && o.x0 == m.x0 && o.x1 == m.x1 && o.y0 == m.y0 && o.y1 == m.y1 && len(o.missing) == len(m.missing) {
		m.picture = o.picture
		return nil
	}
	defer func() { l.mosaic = m }()
	size := image.Rect(0, 0, (m.x1-m.x0)*m.side, (m.y1-m.y0)*m.side)
	if size.Empty() || size.Dx() > 1<<14 || size.Dy() > 1<<14 {
		return nil
	}
	picture := image.NewRGBA(size)
	drawn := false
	for y := m.y0; y < m.y1; y++ {
		for x := m.x0; x < m.x1; x++ {
			t := Tile{m.zoom, ((x % n) + n) % n, y}
			at := image.Rect(0, 0, m.side, m.side).Add(image.Pt((x-m.x0)*m.side, (y-m.y0)*m.side))
			img := found[t]
			var part image.Rectangle
			if img == nil {
				img, part = l.ancestor(ctx, t)
			} else {
				part = img.Bounds()
			}
			if img == nil {
				drawn = l.children(ctx, t, picture, at) || drawn
				continue
			}
			drawn = true
			place(picture, at, img, part)
		}
	}
	if drawn {
		m.picture = picture
	}
	return nil
}

// ancestor is the nearest coarser tile that the cache has, and the part of it
// that a tile covers; nil for none.
func (l *Layer) ancestor(ctx context.Context, t Tile) (image.Image, image.Rectangle) {
	for up := 1; up <= 5 && up <= t.Zoom; up++ {
		img, _, _ := l.tile(ctx, Tile{t.Zoom - up, t.X >> up, t.Y >> up})
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

// children draws the four finer tiles in place of one, as far as there are any.
func (l *Layer) children(ctx context.Context, t Tile, dst *image.RGBA, at image.Rectangle) (some bool) {
	if t.Zoom >= l.provider.MaxZoom {
		return false
	}
	half := at.Dx() / 2
	for i := range 4 {
		img, _, _ := l.tile(ctx, Tile{t.Zoom + 1, 2*t.X + i%2, 2*t.Y + i/2})
		if img == nil {
			continue
		}
		some = true
		place(dst, image.Rect(0, 0, half, half).Add(at.Min).Add(image.Pt(i%2*half, i/2*half)), img, img.Bounds())
	}
	return some
}

// place draws a part of a picture into a rectangle of another.
func place(dst *image.RGBA, at image.Rectangle, img image.Image, part image.Rectangle) {
	if part.Size() == at.Size() {
		draw.Draw(dst, at, img, part.Min, draw.Src)
		return
	}
	draw.BiLinear.Scale(dst, at, img, part, draw.Src, nil)
}

// tile is a tile of the source; nil when it is not there or no picture. fresh
// says that it was not kept.
func (l *Layer) tile(ctx context.Context, t Tile) (img image.Image, stale, fresh bool) {
	if k, ok := l.tiles[t]; ok {
		return k.image, k.stale, false
	}
	img, stale = l.source.Tile(ctx, t)
	if img == nil {
		return nil, false, false
	}
	if len(l.order) >= keptTiles {
		delete(l.tiles, l.order[0])
		l.order = l.order[1:]
	}
	l.tiles[t] = keptTile{img, stale}
	l.order = append(l.order, t)
	return img, stale, true
}
