package tiles

import (
	"context"
	"math"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"

	"dateline/geo/proj"
	"dateline/geo/scene"
)

func TestCoverCoversThePage(t *testing.T) {
	l := NewLayer(Provider{MaxZoom: 18, source: Providers()[0].source}, "")
	rapid.Check(t, func(t *rapid.T) {
		v := proj.New(proj.Mercator(),
			orb.Point{rapid.Float64Range(-180, 180).Draw(t, "lon"), rapid.Float64Range(-80, 80).Draw(t, "lat")},
			math.Exp2(rapid.Float64Range(8, 24).Draw(t, "log scale")),
			orb.Point{rapid.Float64Range(50, 2000).Draw(t, "width"), rapid.Float64Range(50, 2000).Draw(t, "height")})
		m := l.cover(v, 1)
		n := math.Exp2(float64(m.zoom))
		if d := math.Abs(float64(m.zoom) - v.Zoom()); d > 0.5+1e-9 && m.zoom != 18 && m.zoom != 0 {
			t.Fatalf("zoom %d for %v", m.zoom, v.Zoom())
		}
		c, _ := v.Proj.Forward(v.Center)
		west, east := (c[0]-v.Size[0]/2/v.Scale)*n, (c[0]+v.Size[0]/2/v.Scale)*n
		north, south := math.Max(0, (c[1]-v.Size[1]/2/v.Scale)*n), math.Min(n, (c[1]+v.Size[1]/2/v.Scale)*n)
		if float64(m.x0) > west || float64(m.x1) < east || float64(m.y0) > north || float64(m.y1) < south {
			t.Fatalf("tiles %d–%d, %d–%d do not cover %v–%v, %v–%v", m.x0, m.x1, m.y0, m.y1, west, east, north, south)
		}
		if float64(m.x1-m.x0) > east-west+2 || float64(m.y1-m.y0) > south-north+2 || m.y0 < 0 || m.y1 > int(n) {
			t.Fatalf("tiles %d–%d, %d–%d are more than needed", m.x0, m.x1, m.y0, m.y1)
		}
	})
}

func TestDamagedTileIsMissing(t *testing.T) {
	p := custom(t, "http://127.0.0.1:1/{z}/{x}/{y}")
	dir := t.TempDir()
	v := proj.New(proj.Mercator(), orb.Point{44, 33}, 256*16, orb.Point{100, 80})
	l := NewLayer(p, dir)
	_, missing, err := imagesOf(l, context.Background(), v)
	if err != nil {
		t.Fatal(err)
	}
	fillCache(t, p, dir, missing...)
	if err := os.WriteFile(p.file(dir, missing[0]), []byte("no picture"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, still, err := imagesOf(NewLayer(p, dir), context.Background(), v)
	if err != nil || len(still) != 1 || still[0] != missing[0] {
		t.Errorf("missing %v, %v, want %v", still, err, missing[0])
	}
}

func TestNewTilesShow(t *testing.T) {
	p := custom(t, "http://127.0.0.1:1/{z}/{x}/{y}")
	dir := t.TempDir()
	v := proj.New(proj.Mercator(), orb.Point{44, 33}, 256*16, orb.Point{500, 400})
	l := NewLayer(p, dir)
	_, missing, err := imagesOf(l, context.Background(), v)
	if err != nil {
		t.Fatal(err)
	}
	for i := range missing {
		fillCache(t, p, dir, missing[i])
		images, left, err := imagesOf(l, context.Background(), v)
		if err != nil || len(images) != 1 || len(left) != len(missing)-1-i {
			t.Fatalf("after %d tiles: %d images, %d missing, %v", i+1, len(images), len(left), err)
		}
	}
}

func TestKeptTilesAreBounded(t *testing.T) {
	p := custom(t, "http://127.0.0.1:1/{z}/{x}/{y}")
	dir := t.TempDir()
	fillCache(t, p, dir, Tile{6, 0, 0})
	whole, err := os.ReadFile(p.file(dir, Tile{6, 0, 0}))
	if err != nil {
		t.Fatal(err)
	}
	l := NewLayer(p, dir)
	for i := range keptTiles + 10 {
		tile := Tile{6, i % 64, i / 64}
		file := p.file(dir, tile)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, whole, 0o600); err != nil {
			t.Fatal(err)
		}
		if img, _, _ := l.tile(context.Background(), tile); img == nil {
			t.Fatalf("tile %v is not there", tile)
		}
	}
	if len(l.tiles) != keptTiles || len(l.order) != keptTiles {
		t.Errorf("%d tiles are kept, %d in order", len(l.tiles), len(l.order))
	}
}

func TestLayerIsShared(t *testing.T) {
	p := custom(t, "http://127.0.0.1:1/{z}/{x}/{y}")
	dir := t.TempDir()
	fillCache(t, p, dir, Tile{0, 0, 0}, Tile{1, 0, 0}, Tile{1, 1, 0})
	l := NewLayer(p, dir)
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			for k := range 10 {
				v := proj.New(proj.Mercator(), orb.Point{float64(k * 30), 20}, float64(300*(i+1)), orb.Point{200, 150})
				if _, _, err := imagesOf(l, context.Background(), v); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
}

func TestSortByDistance(t *testing.T) {
	tiles := []Tile{{3, 0, 0}, {3, 7, 3}, {3, 4, 4}, {3, 3, 3}}
	sortByDistance(tiles, 3.5, 3.5)
	if tiles[0] != (Tile{3, 3, 3}) || tiles[1] != (Tile{3, 4, 4}) || tiles[3] != (Tile{3, 0, 0}) {
		t.Errorf("order %v", tiles)
	}
	// At the date line the last column is beside the first.
	edge := []Tile{{3, 3, 0}, {3, 7, 0}}
	sortByDistance(edge, 0, 0.5)
	if edge[0] != (Tile{3, 7, 0}) {
		t.Errorf("order at the date line %v", edge)
	}
}

// imagesOf are the pictures of a view on a screen of one pixel a unit, and the
// tiles that are missing.
func imagesOf(l *Layer, ctx context.Context, v proj.View) ([]scene.Image, []Tile, error) {
	images, lack, err := l.Images(ctx, v, 1)
	return images, lack.Missing, err
}
