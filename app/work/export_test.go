package work

import (
	"bytes"
	"context"
	"errors"
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"

	"dateline/geo/paint"
	"dateline/geo/proj"
	"dateline/geo/scene"
)

func TestPresets(t *testing.T) {
	seen := map[string]bool{}
	for _, p := range Presets() {
		if seen[p.ID] || seen[p.Name] || p.ID == "" || p.Name == "" {
			t.Errorf("%+v is there twice, or has no name", p)
		}
		seen[p.ID], seen[p.Name] = true, true
		if w, h := p.Pixels(PrintDPI); w < 500 || h < 500 || w*h > 40_000_000 {
			t.Errorf("%s is %d × %d", p.ID, w, h)
		}
		if got, ok := PresetByID(" " + strings.ToUpper(p.ID)); !ok || got != p {
			t.Errorf("%s is not found", p.ID)
		}
	}
	for _, c := range []struct {
		id   string
		dpi  float64
		w, h int
	}{{"a4", 150, 1754, 1240}, {"a4-portrait", 300, 2480, 3508}, {"a3", 300, 4961, 3508}, {"letter", 300, 3300, 2550}, {"4k", 300, 3840, 2160}} {
		p, ok := PresetByID(c.id)
		if w, h := p.Pixels(c.dpi); !ok || w != c.w || h != c.h {
			t.Errorf("%s at %v dpi is %d × %d, want %d × %d", c.id, c.dpi, w, h, c.w, c.h)
		}
	}
	if _, ok := PresetByID("a9"); ok {
		t.Error("a9 is found")
	}
}

// numbers are those of a world file.
func numbers(t interface{ Fatalf(string, ...any) }, world string) (n [6]float64) {
	lines := strings.Fields(world)
	if len(lines) != 6 {
		t.Fatalf("%d lines: %s", len(lines), world)
	}
	for i, l := range lines {
		v, err := strconv.ParseFloat(l, 64)
		if err != nil {
			t.Fatalf("%v", err)
		}
		n[i] = v
	}
	return n
}

// TestWorldFileFindsPlaces: what the file says of a pixel is what the view says.
func TestWorldFileFindsPlaces(t *testing.T) {
	for _, p := range []proj.Projection{proj.Mercator(), proj.PlateCarree()} {
		t.Run(p.Name(), func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				v := proj.New(p, orb.Point{rapid.Float64Range(-100, 100).Draw(t, "lon"), rapid.Float64Range(-50, 50).Draw(t, "lat")},
					rapid.Float64Range(4000, 4e6).Draw(t, "scale"), orb.Point{640, 480})
				world, _, err := WorldFile(v)
				if err != nil {
					t.Fatalf("%v", err)
				}
				n := numbers(t, world)
				px := orb.Point{float64(rapid.IntRange(0, 639).Draw(t, "x")), float64(rapid.IntRange(0, 479).Draw(t, "y"))}
				want, ok := v.ToLonLat(orb.Point{px[0] + 0.5, px[1] + 0.5})
				if !ok {
					return
				}
				x, y := n[0]*px[0]+n[4], n[3]*px[1]+n[5]
				got := orb.Point{x, y}
				if p.Name() == proj.Mercator().Name() {
					const radius = 6378137.0
					got = orb.Point{x / radius * 180 / math.Pi, (2*math.Atan(math.Exp(y/radius)) - math.Pi/2) * 180 / math.Pi}
				}
				if d := math.Abs(math.Remainder(got[0]-want[0], 360)) + math.Abs(got[1]-want[1]); d > 1e-6 {
					t.Fatalf("pixel %v is at %v, the view says %v", px, got, want)
				}
			})
		})
	}
}

// tilted is a projection that no world file can tell.
type tilted struct{ proj.Projection }

func (tilted) Name() string { return "tilted" }

func TestWorldFileSaysWhereThereIsNone(t *testing.T) {
	v := proj.New(tilted{proj.Mercator()}, orb.Point{}, 1000, orb.Point{64, 64})
	if _, _, err := WorldFile(v); !errors.Is(err, ErrNoWorld) {
		t.Errorf("%v", err)
	}
}

func TestExport(t *testing.T) {
	c := readSample(t)
	in, err := shared.Input(c, ViewOptions{Size: orb.Point{640, 360}})
	if err != nil {
		t.Fatal(err)
	}
	for f, want := range map[paint.Format]string{
		paint.PNG: "\x89PNG", paint.JPEG: "\xFF\xD8", paint.SVG: "<?xml", paint.PDF: "%PDF-",
	} {
		var a, b bytes.Buffer
		for _, w := range []*bytes.Buffer{&a, &b} {
			if err := Export(context.Background(), in, f, 96, "Dateline 1", w); err != nil {
				t.Fatalf("%s: %v", f, err)
			}
		}
		if !strings.HasPrefix(a.String(), want) {
			t.Errorf("%s begins with %q", f, a.String()[:8])
		}
		if !bytes.Equal(a.Bytes(), b.Bytes()) {
			t.Errorf("%s is another file each time", f)
		}
	}
	in.View.Size = orb.Point{1e9, 1e9}
	if err := Export(context.Background(), in, paint.SVG, 0, "", &bytes.Buffer{}); err == nil {
		t.Error("a picture without an end is written")
	}
}

func TestAboutNamesTheSourcesOfTiles(t *testing.T) {
	in := scene.Input{Title: "T", Subtitle: "S", Credits: "Ours"}
	if a := About(in, 0, ""); a.Credits != "Ours" || a.Title != "T" || a.Description != "S" {
		t.Errorf("%+v", a)
	}
	in.Backdrop = scene.Backdrop{Images: []scene.Image{{}}, Credits: "Theirs"}
	if a := About(in, 0, ""); a.Credits != "Theirs · Ours" {
		t.Errorf("%+v", a)
	}
}
