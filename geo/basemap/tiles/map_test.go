package tiles_test

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"math"
	"net/http"
	"net/http/httptest"
	"sync/atomic"
	"testing"

	"github.com/paulmach/orb"

	"dateline/geo/basemap/tiles"
	"dateline/geo/gazetteer"
	"dateline/geo/paint/raster"
	"dateline/geo/proj"
	"dateline/geo/scene"
)

// paint is the colour of a tile: one of its own.
func paint(t tiles.Tile) color.RGBA {
	return color.RGBA{uint8(t.X * 9), uint8(t.Y * 9), uint8(200 + t.Zoom), 255}
}

// service gives tiles in colours of their own on this machine, and counts what
// it is asked for.
func service(t *testing.T) (p tiles.Provider, asked *atomic.Int32, shut func()) {
	t.Helper()
	asked = new(atomic.Int32)
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked.Add(1)
		var tile tiles.Tile
		if _, err := fmt.Sscanf(r.URL.Path, "/%d/%d/%d.png", &tile.Zoom, &tile.X, &tile.Y); err != nil {
			http.NotFound(w, r)
			return
		}
		img := image.NewPaletted(image.Rect(0, 0, 256, 256), color.Palette{paint(tile)})
		var b bytes.Buffer
		if err := png.Encode(&b, img); err != nil {
			t.Error(err)
		}
		w.Header().Set("Content-Type", "image/png")
		_, _ = w.Write(b.Bytes())
	}))
	t.Cleanup(s.Close)
	p, err := tiles.Custom("colours", s.URL+"/{z}/{x}/{y}.png", "© the paint shop", 9)
	if err != nil {
		t.Fatal(err)
	}
	return p, asked, s.Close
}

// allLand is a world of land, in the colour of the style.
type allLand struct{}

func (allLand) Features(l scene.Layer, _ float64, _ orb.Bound) []scene.Feature {
	if l != scene.Land {
		return nil
	}
	world := orb.Bound{Min: orb.Point{-180, -85}, Max: orb.Point{180, 85}}
	return []scene.Feature{{Geometry: orb.MultiPolygon{world.ToPolygon()}, Bound: world}}
}
func (allLand) Area(gazetteer.AreaKey, float64) orb.MultiPolygon { return nil }
func (allLand) Towns(orb.Bound, int) []gazetteer.Place           { return nil }

func input(v proj.View, back scene.Backdrop) scene.Input {
	return scene.Input{View: v, Layers: allLand{}, Measure: raster.NewMeasurer(), Backdrop: back}
}

func render(t *testing.T, in scene.Input) *image.RGBA {
	t.Helper()
	img, err := raster.Render(context.Background(), scene.Build(in), 1)
	if err != nil {
		t.Fatal(err)
	}
	return img
}

// tileAt is the tile of a zoom at a point of the page, and how far from its
// edges that is, in tiles.
func tileAt(v proj.View, zoom int, x, y float64) (t tiles.Tile, inside float64) {
	c, _ := v.Proj.Forward(v.Center)
	n := math.Exp2(float64(zoom))
	fx, fy := (c[0]+(x-v.Size[0]/2)/v.Scale)*n, (c[1]+(y-v.Size[1]/2)/v.Scale)*n
	t = tiles.Tile{Zoom: zoom, X: int(math.Floor(fx)), Y: int(math.Floor(fy))}
	edge := func(f float64) float64 { return math.Min(f-math.Floor(f), math.Ceil(f)-f) }
	return t, math.Min(edge(fx), edge(fy))
}

// TestTheCacheServesTheMapOffline: a service fills the cache and is shut down;
// then the fetcher of go-staticmaps serves the tiles from the cache, and the
// finished picture has each where it belongs, at a scale between two zooms.
func TestTheCacheServesTheMapOffline(t *testing.T) {
	p, asked, shut := service(t)
	dir := t.TempDir()
	ctx := context.Background()
	v := proj.New(proj.Mercator(), orb.Point{44.3, 34.1}, 256*math.Exp2(4.3), orb.Point{640, 480})

	_, lacking, err := backdropOf(tiles.NewLayer(p, dir), ctx, v)
	if err != nil || len(lacking) == 0 {
		t.Fatalf("an empty cache lacks %d tiles, %v", len(lacking), err)
	}
	if n := asked.Load(); n != 0 {
		t.Fatalf("looking for tiles asked the service %d times", n)
	}
	got, err := tiles.NewClient("dateline/test", 0).Fill(ctx, p, dir, lacking, nil)
	if err != nil || got != len(lacking) || int(asked.Load()) != len(lacking) {
		t.Fatalf("filled %d of %d, asked %d times: %v", got, len(lacking), asked.Load(), err)
	}
	shut()

	back, lacking, err := backdropOf(tiles.NewLayer(p, dir), ctx, v)
	if err != nil || len(lacking) != 0 {
		t.Fatalf("the full cache lacks %v, %v", lacking, err)
	}
	img := render(t, input(v, back))
	seen := map[tiles.Tile]bool{}
	for x := 4; x < 640; x += 9 {
		for y := 4; y < 440; y += 9 { // the credits stand below
			tile, inside := tileAt(v, 4, float64(x)+0.5, float64(y)+0.5)
			if inside < 0.02 {
				continue // two tiles meet
			}
			seen[tile] = true
			if got, want := img.RGBAAt(x, y), paint(tile); got != want {
				t.Fatalf("at %d,%d the picture is %v, want %v of tile %v", x, y, got, want, tile)
			}
		}
	}
	if len(seen) < 6 {
		t.Errorf("only %d tiles are on the picture", len(seen))
	}
	if back.Credits != "© the paint shop" {
		t.Errorf("credits %q", back.Credits)
	}
}

// TestTheMapThatShipsIsSeenWhereTilesLack: with one tile missing, and none
// coarser, the land is seen there.
func TestTheMapThatShipsIsSeenWhereTilesLack(t *testing.T) {
	p, _, shut := service(t)
	dir := t.TempDir()
	ctx := context.Background()
	v := proj.New(proj.Mercator(), orb.Point{44.3, 34.1}, 256*16, orb.Point{600, 400})
	_, lacking, err := backdropOf(tiles.NewLayer(p, dir), ctx, v)
	if err != nil {
		t.Fatal(err)
	}
	hole := lacking[0] // that of the middle
	if _, err := tiles.NewClient("dateline/test", 0).Fill(ctx, p, dir, lacking[1:], nil); err != nil {
		t.Fatal(err)
	}
	shut()
	back, lacking, err := backdropOf(tiles.NewLayer(p, dir), ctx, v)
	if err != nil || len(lacking) != 1 || lacking[0] != hole {
		t.Fatalf("lacking %v, %v, want %v", lacking, err, hole)
	}
	style, err := scene.StyleByName("light")
	if err != nil {
		t.Fatal(err)
	}
	img := render(t, input(v, back))
	holes, others := 0, 0
	for x := 3; x < 600; x += 7 {
		for y := 3; y < 360; y += 7 {
			tile, inside := tileAt(v, 4, float64(x)+0.5, float64(y)+0.5)
			if inside < 0.02 {
				continue
			}
			got, want := color.NRGBA(img.RGBAAt(x, y)), color.NRGBA(paint(tile))
			if tile == hole {
				want = style.Land
				holes++
			} else {
				others++
			}
			if got != want {
				t.Fatalf("at %d,%d in tile %v the picture is %v, want %v", x, y, tile, got, want)
			}
		}
	}
	if holes == 0 || others == 0 {
		t.Errorf("looked at %d places in the hole and %d beside it", holes, others)
	}
}

func TestBackdropOfNothing(t *testing.T) {
	p, asked, _ := service(t)
	l := tiles.NewLayer(p, t.TempDir())
	v := proj.New(proj.Mercator(), orb.Point{44, 34}, 4096, orb.Point{300, 200})
	back, lacking, err := backdropOf(l, context.Background(), v)
	if err != nil || len(back.Images) != 0 || back.Credits != "" || len(lacking) == 0 {
		t.Errorf("an empty cache gives %+v, %d lacking, %v", back, len(lacking), err)
	}
	render(t, input(v, back))
	if asked.Load() != 0 {
		t.Errorf("the service was asked %d times", asked.Load())
	}
	if l.Provider().ID != "colours" {
		t.Errorf("the layer is of %q", l.Provider().ID)
	}
}

// backdropOf are the tiles of a view as a scene shows them, and those that are
// missing.
func backdropOf(l *tiles.Layer, ctx context.Context, v proj.View) (scene.Backdrop, []tiles.Tile, error) {
	back, lack, err := l.Backdrop(ctx, v, 1)
	return back, lack.Missing, err
}
