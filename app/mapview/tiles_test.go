package mapview

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
	"time"

	"github.com/paulmach/orb"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"dateline/app/theme"
	"dateline/geo/basemap/tiles"
	"dateline/geo/proj"
	"dateline/geo/scene"
)

// paint is the colour of a tile.
func paint(t tiles.Tile) color.RGBA {
	return color.RGBA{uint8(t.X * 6), uint8(t.Y * 6), uint8(200 + t.Zoom), 255}
}

// service is a service of tiles on this machine, and how often it was asked.
func service(t *testing.T) (tiles.Provider, *atomic.Int32, func()) {
	t.Helper()
	asked := new(atomic.Int32)
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked.Add(1)
		var tile tiles.Tile
		if _, err := fmt.Sscanf(r.URL.Path, "/%d/%d/%d", &tile.Zoom, &tile.X, &tile.Y); err != nil {
			http.NotFound(w, r)
			return
		}
		var b bytes.Buffer
		if err := png.Encode(&b, image.NewPaletted(image.Rect(0, 0, 256, 256), color.Palette{paint(tile)})); err != nil {
			t.Error(err)
		}
		_, _ = w.Write(b.Bytes())
	}))
	t.Cleanup(s.Close)
	p, err := tiles.Custom("colours", s.URL+"/{z}/{x}/{y}", "© the paint shop", 9)
	if err != nil {
		t.Fatal(err)
	}
	return p, asked, s.Close
}

// TestTilesUnderTheFrame: the frame of a request with tiles has each where the
// view shows it, in the margin too, from the cache alone; the events lie on
// them.
func TestTilesUnderTheFrame(t *testing.T) {
	p, asked, shut := service(t)
	dir, ctx := t.TempDir(), context.Background()
	q := Request{Input: input(t), Scale: 1, Tiles: tiles.NewLayer(p, dir)}
	q.Input.Furniture = scene.Furniture{}
	painter := newPainter()
	f, err := painter.paint(ctx, q)
	if err != nil || len(f.Lack.Missing) == 0 || asked.Load() != 0 {
		t.Fatalf("with an empty cache %d tiles lack, asked %d times, %v", len(f.Lack.Missing), asked.Load(), err)
	}
	if _, err := tiles.NewClient("dateline/test", 0).Fill(ctx, p, dir, f.Lack.Missing, nil); err != nil {
		t.Fatal(err)
	}
	shut()
	if f, err = painter.paint(ctx, q); err != nil || len(f.Lack.Missing) != 0 {
		t.Fatalf("with a full cache lack %v, %v", f.Lack.Missing, err)
	}
	zoom := int(math.Round(q.Input.View.Zoom()))
	n := math.Exp2(float64(zoom))
	right, wrong := 0, 0
	for x := 2; x < f.Map.Rect.Dx(); x += 11 {
		for y := 2; y < f.Map.Rect.Dy(); y += 11 {
			ll, _ := f.Base.ToLonLat(orb.Point{float64(x) + 0.5, float64(y) + 0.5})
			xy, _ := proj.Mercator().Forward(ll)
			tile := tiles.Tile{Zoom: zoom, X: int(xy[0] * n), Y: int(xy[1] * n)}
			if f.Map.RGBAAt(x, y) == paint(tile) {
				right++
			} else {
				wrong++
			}
		}
	}
	// Marks, their labels and the seams between tiles hide some.
	if right < 20*wrong {
		t.Errorf("%d points have the colour of their tile, %d have not", right, wrong)
	}
	mark, _ := f.Base.ToPage(orb.Point{44, 34})
	tile := f.Map.RGBAAt(int(mark[0]+60), int(mark[1]+40))
	if got := f.Map.RGBAAt(int(mark[0])-6, int(mark[1])); got == tile {
		t.Errorf("the mark of an event is not on the tiles: %v", got)
	}

	// Without tiles the frame is as if there had never been any.
	q.Tiles = nil
	plain, err := painter.paint(ctx, q)
	if err != nil {
		t.Fatal(err)
	}
	fresh, err := newPainter().paint(ctx, q)
	if err != nil || !bytes.Equal(plain.Map.Pix, fresh.Map.Pix) {
		t.Errorf("after tiles the map that ships is another: %v", err)
	}
}

func TestViewSaysWhatItLacks(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light))
	p, asked, _ := service(t)
	queue := make(chan func(), 100)
	v := New(func(f func()) { queue <- f }, nil)
	t.Cleanup(func() {
		for len(queue) > 0 {
			<-queue
		}
		v.Close()
	})
	var of *tiles.Layer
	lacks, frames := -1, 0
	v.OnLack = func(l *tiles.Layer, lack tiles.Lack) { of, lacks, frames = l, len(lack.Missing), frames+1 }
	in := input(t)
	v.setSize(fyne.NewSize(600, 400), 1)
	v.Set(func(i *scene.Input) { *i = in })
	v.SetMap(in.View)
	show := func() Frame {
		t.Helper()
		for {
			select {
			case f := <-queue:
				f()
				if len(queue) == 0 && v.shown.Tiles == v.want.Tiles {
					return v.shown
				}
			case <-time.After(2 * time.Minute):
				t.Fatal("no frame is drawn")
			}
		}
	}
	show()
	if frames != 0 {
		t.Error("without tiles it says that some lack")
	}
	dir := t.TempDir()
	layer := tiles.NewLayer(p, dir)
	v.SetTiles(layer)
	f := show()
	if of != layer || lacks != len(f.Lack.Missing) || lacks == 0 {
		t.Fatalf("it says that %d tiles lack, of %v", lacks, of)
	}
	if asked.Load() != 0 {
		t.Errorf("the service was asked %d times", asked.Load())
	}
	if _, err := tiles.NewClient("dateline/test", 0).Fill(context.Background(), p, dir, f.Lack.Missing, nil); err != nil {
		t.Fatal(err)
	}
	v.SetTiles(layer)
	for lacks != 0 {
		show()
	}
}
