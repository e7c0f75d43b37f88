package tiles

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/paulmach/orb"

	"dateline/geo/proj"
)

func TestTrim(t *testing.T) {
	dir := t.TempDir()
	now := time.Now()
	for i := range 10 {
		path := filepath.Join(dir, "own", "3", fmt.Sprint(i), "1")
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, make([]byte, 100), 0o644); err != nil {
			t.Fatal(err)
		}
		when := now.Add(time.Duration(i) * time.Hour)
		if err := os.Chtimes(path, when, when); err != nil {
			t.Fatal(err)
		}
	}
	left := func() (out []string) {
		for i := range 10 {
			if _, err := os.Stat(filepath.Join(dir, "own", "3", fmt.Sprint(i), "1")); err == nil {
				out = append(out, fmt.Sprint(i))
			}
		}
		return out
	}
	if n, err := Trim(context.Background(), dir, 1000); n != 0 || err != nil {
		t.Errorf("of a cache that is small enough %d are removed, %v", n, err)
	}
	if n, err := Trim(context.Background(), dir, 700); n != 4 || err != nil {
		t.Errorf("%d are removed, %v", n, err)
	}
	if got := strings.Join(left(), ""); got != "456789" {
		t.Errorf("left are %s: not the newest", got)
	}
	if n, err := Trim(context.Background(), filepath.Join(dir, "none"), 1); n != 0 || err != nil {
		t.Errorf("of no folder %d are removed, %v", n, err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Trim(ctx, dir, 1); !errors.Is(err, context.Canceled) {
		t.Errorf("given up: %v", err)
	}
}

// TestOldTilesAreRenewed: a tile that has outlived itself is shown, told as
// stale, downloaded again, and then the new one is shown.
func TestOldTilesAreRenewed(t *testing.T) {
	var asked atomic.Int32
	now := red
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		asked.Add(1)
		_, _ = w.Write(square(t, 256, now))
	}))
	defer s.Close()
	p, err := Custom("own", s.URL+"/{z}/{x}/{y}", "", 0)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	world := []Tile{{0, 0, 0}}
	client := NewClient("dateline/test", 0)
	fill := func() {
		t.Helper()
		if _, err := client.Fill(context.Background(), p, dir, world, nil); err != nil {
			t.Fatal(err)
		}
	}
	fill()
	fill()
	if n := asked.Load(); n != 1 {
		t.Fatalf("a tile that is there is asked for %d times", n)
	}
	old := time.Now().Add(-Lifetime - time.Hour)
	if err := os.Chtimes(p.file(dir, world[0]), old, old); err != nil {
		t.Fatal(err)
	}
	l := NewLayer(p, dir)
	v := proj.World(proj.Mercator(), orb.Point{256, 256})
	for range 2 {
		images, lack, err := l.Images(context.Background(), v, 1)
		if err != nil || len(images) != 1 || len(lack.Missing) != 0 || len(lack.Stale) != 1 {
			t.Fatalf("%d pictures, lacking %+v, %v", len(images), lack, err)
		}
	}
	now = green
	fill()
	if n := asked.Load(); n != 2 {
		t.Errorf("the old tile is asked for %d times more", n-1)
	}
	l.Forget(world)
	if c := colorAt(t, l, v, orb.Point{100, 100}); c != green {
		t.Errorf("after renewing it is %v", c)
	}
	if _, lack, _ := l.Images(context.Background(), v, 1); len(lack.Stale) != 0 {
		t.Error("the new one is stale")
	}
}

func TestFinerTilesFillIn(t *testing.T) {
	p, err := Custom("own", "http://127.0.0.1:1/{z}/{x}/{y}", "", 3)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	file := p.file(dir, Tile{2, 3, 1})
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, square(t, 256, red), 0o644); err != nil {
		t.Fatal(err)
	}
	// A view of level 1: its tile 1/1/0 is made of what there is of level 2.
	v := proj.New(proj.Mercator(), orb.Point{0, 0}, 512, orb.Point{512, 512})
	l := NewLayer(p, dir)
	if c := colorAt(t, l, v, orb.Point{450, 200}); c != red {
		t.Errorf("where there is a finer tile it is %v", c)
	}
	if c := colorAt(t, l, v, orb.Point{300, 100}); c.A != 0 {
		t.Errorf("where there is none it is %v", c)
	}
}

func TestHighResolutionTakesFinerTiles(t *testing.T) {
	p, err := Custom("own", "http://127.0.0.1:1/{z}/{x}/{y}", "", 9)
	if err != nil {
		t.Fatal(err)
	}
	l := NewLayer(p, t.TempDir())
	v := proj.New(proj.Mercator(), orb.Point{10, 10}, 256*16, orb.Point{300, 200})
	for _, c := range []struct {
		pixels float64
		zoom   int
	}{{1, 4}, {2, 5}, {1.25, 4}, {1.5, 5}, {0, 4}, {0.5, 4}} {
		if got := l.cover(v, c.pixels).zoom; got != c.zoom {
			t.Errorf("at %v pixels a unit the level is %d, want %d", c.pixels, got, c.zoom)
		}
	}
}

func TestOwnService(t *testing.T) {
	const template = "https://tiles.example.org/a%20b/{z}/{x}/{y}.png?k=1"
	id := OwnID(template, "© some  one")
	p, ok := ByID(id)
	if !ok || p.ID != id || p.Title != "tiles.example.org" || p.Attribution != "© some one" || !p.Online() {
		t.Fatalf("%+v, %v", p, ok)
	}
	if got := p.url(Tile{3, 4, 5}); got != "https://tiles.example.org/a%20b/3/4/5.png?k=1" {
		t.Errorf("a tile is at %s", got)
	}
	if a, b, ok := Own(id); a != template || b != "© some one" || !ok {
		t.Errorf("%q, %q, %v", a, b, ok)
	}
	if folder := p.file("cache", Tile{1, 1, 1}); strings.ContainsAny(filepath.Base(filepath.Dir(filepath.Dir(filepath.Dir(folder)))), "/:{}? ") {
		t.Errorf("its folder is %s", folder)
	}
	if other, _ := ByID(OwnID(template+"x", "")); other.source.Name == p.source.Name {
		t.Error("two services share a folder")
	}
	for _, c := range []struct{ name, template, want string }{
		{"nothing", "", "no"},
		{"no address", "tiles", "not a web address"},
		{"a file", "file:///{z}/{x}/{y}", "not a web address"},
		{"a space", "https://a.example/{z}/{x}/{y} b", "not a web address"},
		{"no row", "https://a.example/{z}/{x}", "{y}, once"},
		{"twice a row", "https://a.example/{z}/{x}/{y}/{y}", "{y}, once"},
		{"a shard", "https://{s}.a.example/{z}/{x}/{y}", ""},
		{"an unknown part", "https://a.example/{z}/{x}/{y}{r}.png", "braces"},
		{"a place in the name", "https://{x}.example/{z}/{y}", "name of the computer"},
		{"a password", "https://me:secret@a.example/{z}/{x}/{y}", "password"},
	} {
		err := CheckOwn(c.template)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
		if _, ok := ByID(OwnID(c.template, "")); ok && c.name != "a space" {
			t.Errorf("%s: there is such a service", c.name)
		}
	}
}
