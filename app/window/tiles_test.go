package window

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"dateline/app/brief"
	"dateline/app/command"
	"dateline/app/exportdlg"
	"dateline/app/online"
	"dateline/geo/basemap/tiles"
)

// violet is the colour of the tiles in these tests; nothing else has it.
var violet = color.RGBA{201, 3, 240, 255}

// tiled is a window whose only online map is on this machine.
type tiled struct {
	*fixture
	asked *atomic.Int32
	shut  func()
	dir   string
}

func newTiled(t *testing.T) *tiled {
	t.Helper()
	w := &tiled{fixture: newFixture(t), asked: new(atomic.Int32), dir: t.TempDir()}
	var tile bytes.Buffer
	if err := png.Encode(&tile, image.NewPaletted(image.Rect(0, 0, 256, 256), color.Palette{violet})); err != nil {
		t.Fatal(err)
	}
	s := httptest.NewServer(http.HandlerFunc(func(rw http.ResponseWriter, _ *http.Request) {
		w.asked.Add(1)
		_, _ = rw.Write(tile.Bytes())
	}))
	t.Cleanup(s.Close)
	w.shut = s.Close
	p, err := tiles.Custom("own", s.URL+"/{z}/{x}/{y}", "© the violet map", 12)
	if err != nil {
		t.Fatal(err)
	}
	w.online = online.New(online.Deps{
		Dir: w.dir, Filler: tiles.NewClient("dateline/test", time.Second), Do: w.do, Changed: w.drawTiles,
		Rest: time.Millisecond, Retry: time.Minute,
		ByID: func(id string) (tiles.Provider, bool) { return p, id == "own" },
	})
	return w
}

// share is how much of the map is violet.
func (w *tiled) share() float64 {
	img := w.world.Shown().Map
	if img == nil {
		return 0
	}
	n := 0
	for i := 0; i < len(img.Pix); i += 4 {
		if img.Pix[i] == violet.R && img.Pix[i+1] == violet.G && img.Pix[i+2] == violet.B {
			n++
		}
	}
	return float64(n) / float64(len(img.Pix)/4)
}

func TestNothingIsFetchedUnlessAMapIsChosen(t *testing.T) {
	w := newTiled(t)
	w.sample()
	w.win.Canvas().Capture() // has the map asked for: it learns its size
	w.until("the map is drawn", func() bool { return w.world.Shown().Map != nil })
	w.key(fyne.KeyHome)
	w.key(fyne.KeyRight)
	w.Zoom(2)
	w.Fit()
	end := time.Now().Add(400 * time.Millisecond)
	w.until("time passes", func() bool { return time.Now().After(end) })
	if n := w.asked.Load(); n != 0 || w.share() != 0 || w.note.object.Visible() {
		t.Errorf("asked %d times, %.2f of the map is tiles, note %q", n, w.share(), w.note.text.Text)
	}
	if files, err := os.ReadDir(w.dir); err != nil || len(files) != 0 {
		t.Errorf("the cache has %d files, %v", len(files), err)
	}
}

func TestAChosenMapIsFetchedDrawnAndServedOffline(t *testing.T) {
	w := newTiled(t)
	w.sample()
	w.win.Canvas().Capture() // has the map asked for: it learns its size
	w.session.SetTiles("own")
	w.until("the tiles are on the map", func() bool { return w.share() > 0.5 && !w.note.object.Visible() })
	if w.asked.Load() == 0 {
		t.Error("they came from nowhere")
	}

	w.shut()
	asked := w.asked.Load()
	w.session.SetTiles("")
	w.until("the map that ships is back", func() bool { return w.share() == 0 })
	w.session.SetTiles("own")
	w.until("the cache serves them", func() bool { return w.share() > 0.5 })
	if w.note.object.Visible() {
		t.Errorf("with all tiles at hand it says %q", w.note.text.Text)
	}

	out := filepath.Join(t.TempDir(), "map.png")
	done := false
	w.export(exportdlg.Choice{Width: 800, Height: 600, Style: "light", AsSeen: true}, out, func(err error) {
		if err != nil {
			t.Error(err)
		}
		done = true
	})
	w.until("the picture is written", func() bool { return done })
	data, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if r, g, b, _ := img.At(500, 60).RGBA(); (color.RGBA{uint8(r >> 8), uint8(g >> 8), uint8(b >> 8), 255}) != violet {
		t.Errorf("the picture is not of the tiles: %v", img.At(500, 60))
	}

	// Where nothing is cached, the state is said and the map that ships shows.
	w.Zoom(1.0 / 64)
	w.until("it is said that nobody answers", func() bool { return strings.Contains(wordsOf(w.note.object), "offline") })
	if n := w.asked.Load(); n != asked {
		t.Errorf("a service that is gone was asked %d times", n-asked)
	}
}

func TestABriefsMapIsNotFetchedByOpeningIt(t *testing.T) {
	w := newTiled(t)
	w.sample()
	w.win.Canvas().Capture() // has the map asked for: it learns its size
	b := w.session.Brief()
	b.Show.Tiles = "own"
	path := filepath.Join(t.TempDir(), "of-another.dateline")
	if err := brief.Save(path, b); err != nil {
		t.Fatal(err)
	}
	w.session.OpenFile(path)
	w.until("it says how to download", func() bool { return w.idle() && strings.Contains(wordsOf(w.note.object), "choose own") })
	if n := w.asked.Load(); n != 0 {
		t.Errorf("opening a brief asked the service %d times", n)
	}
}

func TestBaseMapsAreASubmenu(t *testing.T) {
	w := newTiled(t)
	w.win.SetMainMenu(w.menu())
	w.sample()
	w.win.Canvas().Capture() // has the map asked for: it learns its size
	w.until("the menu follows", func() bool { return w.items["view.tiles.none"].Checked })
	var sub *fyne.Menu
	for _, m := range w.win.MainMenu().Items {
		for _, it := range m.Items {
			if it.Label == "Base map" {
				if m.Label != string(command.View) {
					t.Errorf("it stands in %s", m.Label)
				}
				sub = it.ChildMenu
			}
		}
	}
	if sub == nil || len(sub.Items) != 3+len(tiles.Providers()) {
		t.Fatalf("the submenu is %+v", sub)
	}
	for i, it := range sub.Items {
		if it.Disabled || it.Checked != (i == 0) || i > 0 && !strings.Contains(it.Label, "online") && !strings.Contains(it.Label, "file") {
			t.Errorf("%q: disabled %v, checked %v", it.Label, it.Disabled, it.Checked)
		}
	}
	// Choosing one, which this window does not know, checks it.
	sub.Items[1].Action()
	w.until("the menu follows", func() bool { return w.items["view.tiles.osm"].Checked && !w.items["view.tiles.none"].Checked })
}
