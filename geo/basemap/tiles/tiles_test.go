package tiles

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"math"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/paulmach/orb"

	"dateline/geo/proj"
	"dateline/geo/scene"
)

// paintTile is a tile in a colour of its own: its x in red, its y in green,
// its zoom in blue.
func paintTile(t Tile) []byte {
	img := image.NewRGBA(image.Rect(0, 0, tileSize, tileSize))
	for i := 0; i < len(img.Pix); i += 4 {
		img.Pix[i], img.Pix[i+1], img.Pix[i+2], img.Pix[i+3] = uint8(t.X*10), uint8(t.Y*10), uint8(t.Zoom*10), 255
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		panic(err)
	}
	return b.Bytes()
}

func colour(t Tile) color.RGBA {
	return color.RGBA{uint8(t.X * 10), uint8(t.Y * 10), uint8(t.Zoom * 10), 255}
}

func custom(t *testing.T, template string) Provider {
	t.Helper()
	p, err := Custom("test", template, "(c) nobody", 6)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// fillCache puts tiles where go-staticmaps looks for them.
func fillCache(t *testing.T, p Provider, dir string, tiles ...Tile) {
	t.Helper()
	for _, tile := range tiles {
		file := p.file(dir, tile)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, paintTile(tile), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// at is the colour of an image item at a point of the page.
func at(img scene.Image, p orb.Point) color.RGBA {
	b := img.Image.Bounds()
	x := (p[0] - img.Bounds.Min[0]) / (img.Bounds.Max[0] - img.Bounds.Min[0]) * float64(b.Dx())
	y := (p[1] - img.Bounds.Min[1]) / (img.Bounds.Max[1] - img.Bounds.Min[1]) * float64(b.Dy())
	return img.Image.(*image.RGBA).RGBAAt(int(x), int(y))
}

// tileOf is the tile that a point lies in.
func tileOf(p orb.Point, zoom int) Tile {
	xy, _ := proj.Mercator().Forward(p)
	n := math.Exp2(float64(zoom))
	return Tile{zoom, int(math.Mod(xy[0]+1, 1) * n), int(xy[1] * n)}
}

func TestProviders(t *testing.T) {
	seen := map[string]bool{}
	for _, p := range Providers() {
		if p.ID == "" || p.Title == "" || p.Attribution == "" || p.MaxZoom < 10 || seen[p.ID] {
			t.Errorf("provider %+v", p)
		}
		seen[p.ID] = true
		if got, ok := ByID(p.ID); !ok || got.Title != p.Title {
			t.Errorf("ByID(%q) = %+v, %v", p.ID, got, ok)
		}
		u := p.url(Tile{5, 19, 12})
		if !strings.HasPrefix(u, "http") || strings.Contains(u, "%") || !strings.Contains(u, "19") || !strings.Contains(u, "12") {
			t.Errorf("%s: address %q", p.ID, u)
		}
		if NewLayer(p, t.TempDir()).Attribution() != p.Attribution {
			t.Errorf("%s: the layer has another attribution", p.ID)
		}
	}
	if _, ok := ByID("nope"); ok {
		t.Error("there is a provider nope")
	}
}

func TestCustom(t *testing.T) {
	p, err := Custom("own", "https://tiles.example.org/a%20b/{z}/{x}/{y}.png?k=1", "us", 12)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := p.url(Tile{3, 4, 5}), "https://tiles.example.org/a%20b/3/4/5.png?k=1"; got != want {
		t.Errorf("address %q, want %q", got, want)
	}
	for _, c := range []struct {
		id, template string
		zoom         int
	}{
		{"", "https://e.org/{z}/{x}/{y}", 5},
		{"../up", "https://e.org/{z}/{x}/{y}", 5},
		{"a", "ftp://e.org/{z}/{x}/{y}", 5},
		{"a", "e.org/{z}/{x}/{y}", 5},
		{"a", "https://e.org/{z}/{x}", 5},
		{"a", "https://e.org/{z}/{x}/{y}", 99},
		{"a", "https://e.org/{z}/{x}/{y}", -1},
		{"a", "http://%zz/{z}/{x}/{y}", 5},
	} {
		if p, err := Custom(c.id, c.template, "", c.zoom); err == nil {
			t.Errorf("Custom(%q, %q, %d) = %+v", c.id, c.template, c.zoom, p)
		}
	}
}

// TestOffline: the fetcher of go-staticmaps serves tiles of its cache to the
// map, each where it belongs, at a zoom between two levels.
func TestOffline(t *testing.T) {
	p := custom(t, "http://127.0.0.1:1/{z}/{x}/{y}") // nobody answers there
	dir := t.TempDir()
	v := proj.New(proj.Mercator(), orb.Point{44, 33}, 256*math.Exp2(4.3), orb.Point{640, 480})
	l := NewLayer(p, dir)
	images, missing, err := imagesOf(l, context.Background(), v)
	if err != nil || images != nil || len(missing) == 0 {
		t.Fatalf("an empty cache gives %d images, %d missing, %v", len(images), len(missing), err)
	}
	if want := tileOf(v.Center, 4); missing[0] != want {
		t.Errorf("the first missing tile is %v, want that of the centre %v", missing[0], want)
	}
	fillCache(t, p, dir, missing...)
	images, still, err := imagesOf(l, context.Background(), v)
	if err != nil || len(images) != 1 || len(still) != 0 {
		t.Fatalf("a full cache gives %d images, %d missing, %v", len(images), len(still), err)
	}
	b := images[0].Bounds
	if b.Min[0] > 0 || b.Min[1] > 0 || b.Max[0] < 640 || b.Max[1] < 480 {
		t.Errorf("the picture covers %v, not the page", b)
	}
	for x := 10.0; x < 640; x += 62 {
		for y := 10.0; y < 480; y += 51 {
			ll, _ := v.ToLonLat(orb.Point{x, y})
			if got, want := at(images[0], orb.Point{x, y}), colour(tileOf(ll, 4)); got != want {
				t.Fatalf("at %v,%v the tile is %v, want %v", x, y, got, want)
			}
		}
	}
	again, _, err := imagesOf(l, context.Background(), v.Pan(1, 1))
	if err != nil || again[0].Image != images[0].Image {
		t.Errorf("a small move makes another picture: %v", err)
	}
}

func TestCoarserTilesFillIn(t *testing.T) {
	p := custom(t, "http://127.0.0.1:1/{z}/{x}/{y}")
	dir := t.TempDir()
	v := proj.New(proj.Mercator(), orb.Point{44, 33}, 256*16, orb.Point{300, 200})
	fillCache(t, p, dir, Tile{1, 1, 0})
	images, missing, err := imagesOf(NewLayer(p, dir), context.Background(), v)
	if err != nil || len(images) != 1 || len(missing) == 0 {
		t.Fatalf("%d images, %d missing, %v", len(images), len(missing), err)
	}
	if got, want := at(images[0], orb.Point{150, 100}), colour(Tile{1, 1, 0}); got != want {
		t.Errorf("the centre is %v, want the coarser tile's %v", got, want)
	}
}

func TestTilesOverTheDateLine(t *testing.T) {
	p := custom(t, "http://127.0.0.1:1/{z}/{x}/{y}")
	dir := t.TempDir()
	v := proj.New(proj.Mercator(), orb.Point{180, 0}, 256*8, orb.Point{600, 400})
	l := NewLayer(p, dir)
	_, missing, err := imagesOf(l, context.Background(), v)
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range missing {
		if m.X < 0 || m.X > 7 || m.X > 1 && m.X < 6 {
			t.Errorf("tile %v is not at the date line", m)
		}
	}
	fillCache(t, p, dir, missing...)
	images, _, err := imagesOf(l, context.Background(), v)
	if err != nil || len(images) != 1 {
		t.Fatal(len(images), err)
	}
	if got := at(images[0], orb.Point{290, 190}); got != colour(Tile{3, 7, 3}) {
		t.Errorf("west of the line: %v", got)
	}
	if got := at(images[0], orb.Point{310, 190}); got != colour(Tile{3, 0, 3}) {
		t.Errorf("east of the line: %v", got)
	}
}

func TestNoImages(t *testing.T) {
	p := custom(t, "http://127.0.0.1:1/{z}/{x}/{y}")
	l := NewLayer(p, t.TempDir())
	plain := proj.New(proj.PlateCarree(), orb.Point{44, 33}, 4000, orb.Point{300, 200})
	if images, missing, err := imagesOf(l, context.Background(), plain); images != nil || missing != nil || err != nil {
		t.Errorf("another projection: %v, %v, %v", images, missing, err)
	}
	ctx, stop := context.WithCancel(context.Background())
	stop()
	if _, _, err := imagesOf(l, ctx, proj.World(proj.Mercator(), orb.Point{300, 200})); !errors.Is(err, context.Canceled) {
		t.Errorf("a context that has ended: %v", err)
	}
	deep := proj.New(proj.Mercator(), orb.Point{44, 33}, proj.MaxScale, orb.Point{300, 200})
	if _, missing, _ := imagesOf(l, context.Background(), deep); len(missing) == 0 || missing[0].Zoom != p.MaxZoom {
		t.Errorf("beyond the largest zoom: %v", missing)
	}
}

// serve runs a service on this machine.
func serve(t *testing.T, h http.HandlerFunc) Provider {
	t.Helper()
	s := httptest.NewServer(h)
	t.Cleanup(s.Close)
	return custom(t, s.URL+"/{z}/{x}/{y}.png")
}

func parse(r *http.Request) (t Tile) {
	if _, err := fmt.Sscanf(r.URL.Path, "/%d/%d/%d.png", &t.Zoom, &t.X, &t.Y); err != nil {
		panic(err)
	}
	return t
}

func TestFill(t *testing.T) {
	var asked, at2, most atomic.Int32
	p := serve(t, func(w http.ResponseWriter, r *http.Request) {
		asked.Add(1)
		most.Store(max(most.Load(), at2.Add(1)))
		defer at2.Add(-1)
		time.Sleep(5 * time.Millisecond)
		if got := r.Header.Get("User-Agent"); got != "dateline/test" {
			t.Errorf("user agent %q", got)
		}
		w.Header().Set("Content-Type", "image/png")
		_, _ = w.Write(paintTile(parse(r)))
	})
	dir := t.TempDir()
	c := NewClient("dateline/test", 0)
	var want []Tile
	for x := range 8 {
		want = append(want, Tile{3, x, 2})
	}
	var mu sync.Mutex
	var steps []int
	note := func(done, total int) {
		mu.Lock()
		defer mu.Unlock()
		if total != 8 {
			t.Errorf("total %d", total)
		}
		steps = append(steps, done)
	}
	got, err := c.Fill(context.Background(), p, dir, want, note)
	if err != nil || got != 8 || asked.Load() != 8 || len(steps) != 8 || steps[7] != 8 {
		t.Errorf("got %d, %v; asked %d; steps %v", got, err, asked.Load(), steps)
	}
	if most.Load() > perHost {
		t.Errorf("%d connections at once", most.Load())
	}
	if got, err := c.Fill(context.Background(), p, dir, want, nil); got != 8 || err != nil || asked.Load() != 8 {
		t.Errorf("the second time: got %d, %v; asked %d", got, err, asked.Load())
	}
	v := proj.New(proj.Mercator(), orb.Point{100, 50}, 256*8, orb.Point{200, 20})
	images, missing, err := imagesOf(NewLayer(p, dir), context.Background(), v)
	if err != nil || len(images) != 1 || len(missing) != 0 || at(images[0], orb.Point{100, 10}) != colour(tileOf(v.Center, 3)) {
		t.Errorf("after filling: %d images, missing %v, %v", len(images), missing, err)
	}
}

func TestFillFails(t *testing.T) {
	big := paintTile(Tile{})
	huge := func() []byte {
		var b bytes.Buffer
		if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 2000, 10))); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}()
	for _, c := range []struct {
		name   string
		handle http.HandlerFunc
		want   error // nil: any
	}{
		{"not there", http.NotFound, ErrNotFound},
		{"forbidden", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusForbidden) }, ErrRefused},
		{"too often", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusTooManyRequests) }, ErrRefused},
		{"broken", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusBadGateway) }, nil},
		{"a page", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, "<html>log in</html>") }, ErrNoImage},
		{"a page that says it is a picture", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "image/png")
			fmt.Fprint(w, "<html>log in</html>")
		}, ErrNoImage},
		{"half a picture", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "image/png")
			_, _ = w.Write(big[:len(big)/2])
		}, ErrNoImage},
		{"too many pixels", func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write(huge) }, ErrTooLarge},
		{"endless", func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", "image/png")
			for range 4 << 10 {
				if _, err := w.Write(make([]byte, 1024)); err != nil {
					return
				}
			}
		}, ErrTooLarge},
		{"slow", func(w http.ResponseWriter, r *http.Request) {
			select {
			case <-r.Context().Done():
			case <-time.After(time.Minute):
			}
		}, context.DeadlineExceeded},
		{"in a circle", func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, r.URL.Path, http.StatusFound)
		}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := serve(t, c.handle)
			dir := t.TempDir()
			tile := Tile{2, 1, 1}
			// However busy the computer is, only the slow one is slow.
			timeout, slow := time.Minute, c.want == context.DeadlineExceeded
			if slow {
				timeout = 300 * time.Millisecond
			}
			got, err := NewClient("dateline/test", timeout).Fill(context.Background(), p, dir, []Tile{tile}, nil)
			if got != 0 || err == nil || c.want != nil && !errors.Is(err, c.want) && !(slow && os.IsTimeout(err)) {
				t.Errorf("got %d, error %v, want %v", got, err, c.want)
			}
			if err != nil && !strings.Contains(err.Error(), "2/1/1") {
				t.Errorf("the error does not name the tile: %v", err)
			}
			if _, err := os.Stat(p.file(dir, tile)); err == nil {
				t.Error("something was put into the cache")
			}
		})
	}
}

func TestFillGoesOn(t *testing.T) {
	p := serve(t, func(w http.ResponseWriter, r *http.Request) {
		tile := parse(r)
		if tile.X == 1 {
			http.NotFound(w, r)
			return
		}
		_, _ = w.Write(paintTile(tile))
	})
	tiles := []Tile{{2, 0, 0}, {2, 1, 0}, {2, 2, 0}, {2, 3, 0}, {2, 4, 0}}
	got, err := NewClient("dateline/test", 0).Fill(context.Background(), p, t.TempDir(), tiles, nil)
	if got != 3 || !errors.Is(err, ErrNotFound) {
		t.Errorf("got %d, %v", got, err)
	}
}

func TestFillStops(t *testing.T) {
	var asked atomic.Int32
	refuse := serve(t, func(w http.ResponseWriter, _ *http.Request) {
		asked.Add(1)
		w.WriteHeader(http.StatusForbidden)
	})
	var many []Tile
	for x := range 64 {
		many = append(many, Tile{6, x, 3})
	}
	if _, err := NewClient("dateline/test", 0).Fill(context.Background(), refuse, t.TempDir(), many, nil); !errors.Is(err, ErrRefused) || asked.Load() > 4 {
		t.Errorf("refused: %v after asking %d times", err, asked.Load())
	}
	ctx, stop := context.WithCancel(context.Background())
	slow := serve(t, func(_ http.ResponseWriter, r *http.Request) {
		stop()
		<-r.Context().Done()
	})
	began := time.Now()
	if _, err := NewClient("dateline/test", 0).Fill(ctx, slow, t.TempDir(), many, nil); !errors.Is(err, context.Canceled) || time.Since(began) > 2*time.Second {
		t.Errorf("cancelled: %v after %v", err, time.Since(began))
	}
}

func TestFillCannotWrite(t *testing.T) {
	p := serve(t, func(w http.ResponseWriter, r *http.Request) { _, _ = w.Write(paintTile(parse(r))) })
	dir := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(dir, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if got, err := NewClient("dateline/test", 0).Fill(context.Background(), p, dir, []Tile{{0, 0, 0}}, nil); got != 0 || err == nil {
		t.Errorf("into a file: got %d, %v", got, err)
	}
}

func TestFillStopsWhereNobodyAnswers(t *testing.T) {
	s := httptest.NewServer(http.NotFoundHandler())
	p := custom(t, s.URL+"/{z}/{x}/{y}")
	s.Close()
	tried := 0
	var many []Tile
	for x := range 64 {
		many = append(many, Tile{6, x, 3})
	}
	got, err := NewClient("dateline/test", time.Second).Fill(context.Background(), p, t.TempDir(), many, func(done, _ int) { tried = done })
	if got != 0 || !errors.Is(err, ErrOffline) || tried > 2+perHost {
		t.Errorf("got %d after trying %d: %v", got, tried, err)
	}
}

func TestProvidersAreAskedInSecret(t *testing.T) {
	for _, p := range Providers() {
		if u := p.url(Tile{5, 19, 12}); !strings.HasPrefix(u, "https://") {
			t.Errorf("%s: address %q can be read on the way", p.ID, u)
		}
		if strings.Contains(p.Attribution, "(c)") {
			t.Errorf("%s: attribution %q", p.ID, p.Attribution)
		}
		if want := p.ID != "arcgis-worldimagery"; p.Named != want {
			t.Errorf("%s: named %v, want %v", p.ID, p.Named, want)
		}
	}
}
