package online

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"dateline/geo/basemap/tiles"
)

// filler is a service of tiles that answers as told.
type filler struct {
	asked atomic.Int32 // tiles
	calls atomic.Int32
	err   error
	block chan struct{} // not nil: wait for it, or for the context
	ended atomic.Int32  // calls that ended with their context
}

func (f *filler) Fill(ctx context.Context, _ tiles.Provider, _ string, lacking []tiles.Tile, progress func(done, total int)) (int, error) {
	f.calls.Add(1)
	f.asked.Add(int32(len(lacking)))
	if f.block != nil {
		progress(1, len(lacking))
		select {
		case <-f.block:
		case <-ctx.Done():
			f.ended.Add(1)
			return 0, ctx.Err()
		}
	}
	if f.err != nil {
		return 0, f.err
	}
	progress(len(lacking), len(lacking))
	return len(lacking), nil
}

// fixture is a Map whose goroutine is the test's.
type fixture struct {
	*Map
	t       *testing.T
	filler  *filler
	queue   chan func()
	changed int
}

func newFixture(t *testing.T, dir string) *fixture {
	f := &fixture{t: t, filler: &filler{}, queue: make(chan func(), 100)}
	f.Map = New(Deps{
		Dir: dir, Filler: f.filler, Do: func(g func()) { f.queue <- g }, Changed: func() { f.changed++ },
		Rest: time.Millisecond, Retry: 20 * time.Millisecond,
		ByID: func(id string) (tiles.Provider, bool) {
			p, err := tiles.Custom(id, "http://127.0.0.1:1/{z}/{x}/{y}", "nobody", 9)
			return p, err == nil && id != "unknown"
		},
	})
	t.Cleanup(f.Close)
	return f
}

func (f *fixture) until(what string, holds func() bool) {
	f.t.Helper()
	end := time.After(2 * time.Minute)
	for !holds() {
		select {
		case g := <-f.queue:
			g()
		case <-end:
			f.t.Fatalf("it does not come about that %s; %q", what, f.State())
		case <-time.After(2 * time.Millisecond):
		}
	}
}

// rest lets pass what might still happen.
func (f *fixture) rest() {
	end := time.Now().Add(40 * time.Millisecond)
	f.until("time passes", func() bool { return time.Now().After(end) })
}

var some = []tiles.Tile{{Zoom: 3, X: 1, Y: 1}, {Zoom: 3, X: 2, Y: 1}, {Zoom: 3, X: 3, Y: 1}}

func TestNothingIsAskedUnlessChosen(t *testing.T) {
	f := newFixture(t, t.TempDir())
	f.Lacks(f.Layer(), tiles.Lack{Missing: some})
	f.rest()
	if f.Layer() != nil || f.State() != "" || f.filler.calls.Load() != 0 {
		t.Errorf("without a choice: layer %v, %q, asked %d times", f.Layer(), f.State(), f.filler.calls.Load())
	}
	f.Choose("own", false)
	f.Lacks(f.Layer(), tiles.Lack{Missing: some})
	f.rest()
	if f.Layer() == nil || f.filler.calls.Load() != 0 || !strings.Contains(f.State(), "cached") {
		t.Errorf("a brief's choice alone: layer %v, %q, asked %d times", f.Layer(), f.State(), f.filler.calls.Load())
	}
	f.Choose("own", true)
	f.Lacks(f.Layer(), tiles.Lack{Missing: some})
	f.until("it is asked for", func() bool { return f.filler.asked.Load() == 3 })
	f.Choose("", false)
	if f.Layer() != nil || f.State() != "" {
		t.Errorf("after leaving it: %v, %q", f.Layer(), f.State())
	}
}

func TestTilesThatCameAreDrawn(t *testing.T) {
	f := newFixture(t, t.TempDir())
	f.Choose("own", true)
	f.filler.block = make(chan struct{})
	f.Lacks(f.Layer(), tiles.Lack{Missing: some})
	f.until("progress is told", func() bool { return f.State() == "Tiles: 1 of 3" && f.changed == 1 })
	// Frames drawn meanwhile lack a part of the same: no reason to ask anew.
	f.Lacks(f.Layer(), tiles.Lack{Missing: some[1:]})
	close(f.filler.block)
	f.until("the end is told", func() bool { return f.changed >= 2 && f.job == nil })
	f.Lacks(f.Layer(), tiles.Lack{Missing: nil})
	if f.State() != "" || f.filler.calls.Load() != 1 {
		t.Errorf("%q, asked %d times", f.State(), f.filler.calls.Load())
	}
}

// TestNoTileIsAskedForTwice: a tile that the layer goes on missing, although
// the service was asked, is left alone.
func TestNoTileIsAskedForTwice(t *testing.T) {
	for _, err := range []error{nil, fmt.Errorf("getting a tile: %w", tiles.ErrNotFound)} {
		f := newFixture(t, t.TempDir())
		f.filler.err = err
		f.Choose("own", true)
		for range 4 {
			before := f.changed
			f.Lacks(f.Layer(), tiles.Lack{Missing: some})
			f.until("the job ends", func() bool { return f.changed > before || f.filler.calls.Load() == 1 && f.job == nil })
		}
		if n := f.filler.calls.Load(); n != 1 {
			t.Errorf("with error %v: asked %d times", err, n)
		}
		if (f.State() != "") != (err != nil) {
			t.Errorf("with error %v: %q", err, f.State())
		}
		f.Lacks(f.Layer(), tiles.Lack{Missing: append(some[:3:3], tiles.Tile{Zoom: 3, X: 7, Y: 7})})
		f.until("a new tile is asked for alone", func() bool { return f.filler.asked.Load() == 4 })
	}
}

func TestOfflineIsSaidAndTriedAgain(t *testing.T) {
	f := newFixture(t, t.TempDir())
	f.filler.err = fmt.Errorf("getting a tile: %w", tiles.ErrOffline)
	f.Choose("own", true)
	f.Lacks(f.Layer(), tiles.Lack{Missing: some})
	f.until("it is said", func() bool { return f.State() == "Tiles: offline, showing what is cached" })
	f.Lacks(f.Layer(), tiles.Lack{Missing: some}) // of the frame that follows
	if f.job != nil {
		t.Error("asked again at once")
	}
	n := f.changed
	f.until("a new frame is wanted later", func() bool { return f.changed > n })
	f.filler.err = nil
	f.Lacks(f.Layer(), tiles.Lack{Missing: some})
	f.until("it is well again", func() bool { return f.filler.calls.Load() == 2 && f.job == nil && f.State() == "" })
}

func TestRefusalIsSaidAndRespected(t *testing.T) {
	f := newFixture(t, t.TempDir())
	f.filler.err = fmt.Errorf("getting a tile: %w", tiles.ErrRefused)
	f.Choose("own", true)
	f.Lacks(f.Layer(), tiles.Lack{Missing: some})
	f.until("it is said", func() bool { return strings.Contains(f.State(), "own refuses") })
	f.rest()
	f.Lacks(f.Layer(), tiles.Lack{Missing: some[:1]})
	f.rest()
	if n := f.filler.calls.Load(); n != 1 {
		t.Errorf("asked %d times", n)
	}
}

func TestMovingOnEndsWhatWasAskedFor(t *testing.T) {
	f := newFixture(t, t.TempDir())
	f.filler.block = make(chan struct{})
	f.Choose("own", true)
	f.Lacks(f.Layer(), tiles.Lack{Missing: some})
	f.until("it is asked for", func() bool { return f.filler.calls.Load() == 1 })
	f.Lacks(f.Layer(), tiles.Lack{Missing: []tiles.Tile{{Zoom: 5, X: 9, Y: 9}}})
	f.until("the first ends and another begins", func() bool { return f.filler.ended.Load() == 1 && f.filler.calls.Load() == 2 })
	old := f.Layer()
	f.Choose("other", true)
	f.until("that ends too", func() bool { return f.filler.ended.Load() == 2 })
	f.Lacks(old, tiles.Lack{Missing: some}) // a frame drawn before
	f.rest()
	if n := f.filler.calls.Load(); n != 2 {
		t.Errorf("asked %d times", n)
	}
}

func TestWhatCannotBeShownIsSaid(t *testing.T) {
	f := newFixture(t, t.TempDir())
	f.Choose("unknown", true)
	if f.Layer() != nil || !strings.Contains(f.State(), "unknown") {
		t.Errorf("an unknown map: %q", f.State())
	}
	f = newFixture(t, "")
	f.Choose("own", true)
	if f.Layer() != nil || !strings.Contains(f.State(), "folder") {
		t.Errorf("no folder: %q", f.State())
	}
}

func TestLargeViewsAreAskedForInParts(t *testing.T) {
	f := newFixture(t, t.TempDir())
	f.Choose("own", true)
	var many []tiles.Tile
	for i := range atOnce + 50 {
		many = append(many, tiles.Tile{Zoom: 9, X: i, Y: 3})
	}
	f.Lacks(f.Layer(), tiles.Lack{Missing: many})
	f.until("the first part is there", func() bool { return f.filler.calls.Load() == 1 && f.job == nil })
	if n := f.filler.asked.Load(); n != atOnce {
		t.Errorf("asked for %d at once", n)
	}
	f.Lacks(f.Layer(), tiles.Lack{Missing: many[atOnce:]})
	f.until("the rest is asked for", func() bool { return f.filler.asked.Load() == atOnce+50 })
}

func TestCloseEndsTheWork(t *testing.T) {
	f := newFixture(t, t.TempDir())
	f.filler.block = make(chan struct{})
	f.Choose("own", true)
	f.Lacks(f.Layer(), tiles.Lack{Missing: some})
	f.until("it is asked for", func() bool { return f.filler.calls.Load() == 1 })
	f.Close()
	f.until("it ends", func() bool { return f.filler.ended.Load() == 1 })
	f.Lacks(f.Layer(), tiles.Lack{Missing: some})
	f.rest()
	if n := f.filler.calls.Load(); n != 1 {
		t.Errorf("asked %d times", n)
	}
}

func TestStaleTilesAreRenewedQuietly(t *testing.T) {
	f := newFixture(t, t.TempDir())
	f.Choose("own", true)
	f.filler.block = make(chan struct{})
	f.Lacks(f.Layer(), tiles.Lack{Stale: []tiles.Tile{{Zoom: 1}}})
	f.until("they are asked for", func() bool { return f.filler.calls.Load() == 1 })
	if s := f.State(); s != "" {
		t.Errorf("although nothing is missing it says %q", s)
	}
	close(f.filler.block)
	f.until("it ends", func() bool { return f.job == nil })
	// One that cannot be renewed is not asked for again and again, nor told.
	f.filler.err = fmt.Errorf("x: %w", tiles.ErrOffline)
	f.Lacks(f.Layer(), tiles.Lack{Stale: []tiles.Tile{{Zoom: 2}}})
	f.until("it ends", func() bool { return f.job == nil && f.filler.calls.Load() == 2 })
	if s := f.State(); s != "" {
		t.Errorf("it says %q", s)
	}
}

func TestStaleTilesOfABriefAreLeft(t *testing.T) {
	f := newFixture(t, t.TempDir())
	f.Choose("own", false)
	f.Lacks(f.Layer(), tiles.Lack{Stale: []tiles.Tile{{Zoom: 1}}})
	f.rest()
	if f.filler.calls.Load() != 0 || f.State() != "" {
		t.Errorf("asked %d times, says %q", f.filler.calls.Load(), f.State())
	}
}

func TestTheCacheIsHeldToItsLimit(t *testing.T) {
	dir := t.TempDir()
	f := newFixture(t, dir)
	f.deps.Limit = 1000
	old := filepath.Join(dir, "old")
	if err := os.WriteFile(old, make([]byte, 2000), 0o644); err != nil {
		t.Fatal(err)
	}
	f.Choose("own", true)
	f.Lacks(f.Layer(), tiles.Lack{Missing: []tiles.Tile{{Zoom: 1}}})
	f.until("old tiles are gone", func() bool {
		_, err := os.Stat(old)
		return errors.Is(err, fs.ErrNotExist)
	})
}

func TestTilesOfAFile(t *testing.T) {
	f := newFixture(t, t.TempDir())
	var path string
	fail := errors.New("opening tiles: world.pmtiles: is it complete?")
	f.deps.File = func(_ context.Context, p string) (*tiles.Layer, error) {
		path = p
		if strings.Contains(p, "bad") {
			return nil, fail
		}
		own, err := tiles.Custom("file", "http://127.0.0.1:1/{z}/{x}/{y}", "", 3)
		return tiles.NewLayer(own, t.TempDir()), err
	}
	f.Choose(tiles.FileID("/maps/world.pmtiles"), true)
	if f.Layer() != nil {
		t.Error("the file is opened on the window's goroutine")
	}
	f.until("it is open", func() bool { return f.Layer() != nil })
	if path != "/maps/world.pmtiles" || f.changed == 0 || f.State() != "" {
		t.Errorf("opened %q, changed %d times, %q", path, f.changed, f.State())
	}
	f.Choose(tiles.FileID("/maps/bad.pmtiles"), true)
	f.until("it is said what is wrong", func() bool { return strings.Contains(f.State(), "is it complete?") })
	if f.Layer() != nil {
		t.Error("there is a layer all the same")
	}
	// One left before it was open changes nothing.
	f.Choose(tiles.FileID("/maps/world.pmtiles"), true)
	f.Choose("", false)
	f.rest()
	if f.Layer() != nil || f.State() != "" {
		t.Errorf("left, it shows %v and says %q", f.Layer(), f.State())
	}
}
