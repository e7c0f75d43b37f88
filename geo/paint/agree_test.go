package paint

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/paulmach/orb"

	"dateline/geo/paint/raster"
	"dateline/geo/scene"
)

// zoom is how many pixels a page unit has where painters are held against each
// other: enough that how a program snaps letters to pixels counts little.
const zoom = 3

// The most that two pictures of a scene may differ: a share of the pixels, by
// more than a step of 255.
const (
	mostShare = 0.01
	step      = 32
)

func ring(cx, cy, r float64, n int, wild float64) orb.LineString {
	var out orb.LineString
	for i := 0; i < n; i++ {
		a := 2 * math.Pi * float64(i) / float64(n)
		d := r * (1 + wild*math.Sin(7*a) + wild/3*math.Sin(23*a))
		out = append(out, orb.Point{cx + d*math.Cos(a), cy + d*math.Sin(a)})
	}
	return append(out, out[0])
}

func back(l orb.LineString) orb.LineString {
	out := make(orb.LineString, len(l))
	for i, p := range l {
		out[len(l)-1-i] = p
	}
	return out
}

// scenes are what all painters must agree on.
func scenes() map[string]scene.Scene {
	grey, blue, red := color.NRGBA{0x9A, 0x93, 0x88, 255}, color.NRGBA{0xA5, 0xC0, 0xD2, 255}, color.NRGBA{0xC8, 0x35, 0x2B, 255}
	ink, halo := color.NRGBA{0x4A, 0x4F, 0x57, 255}, color.NRGBA{255, 255, 255, 235}
	page := func(items ...scene.Item) scene.Scene {
		ground := scene.Path{ID: "water", Class: "water", Lines: orb.MultiLineString{{{-9, -9}, {489, -9}, {489, 309}, {-9, 309}, {-9, -9}}}, Fill: color.NRGBA{0xD3, 0xDF, 0xE6, 255}}
		return scene.Scene{Size: orb.Point{480, 300}, Items: append([]scene.Item{ground}, items...)}
	}
	var rivers, hatch orb.MultiLineString
	for i := 0; i < 6; i++ {
		var l orb.LineString
		for x := 0.0; x < 480; x += 5 {
			l = append(l, orb.Point{x, 30 + 45*float64(i) + 12*math.Sin(x/30+float64(i))})
		}
		rivers = append(rivers, l)
	}
	for i := 0; i < 24; i++ {
		x := 150 + float64(i)*9
		hatch = append(hatch, orb.LineString{{x, 100}, {x - 70, 220}})
	}
	land := []scene.Item{
		scene.Path{ID: "land", Class: "land", Lines: orb.MultiLineString{ring(240, 150, 130, 700, 0.1), back(ring(240, 150, 50, 300, 0.2))}, Fill: color.NRGBA{0xF2, 0xF0, 0xEB, 255}, Stroke: grey, Width: 1.2},
		scene.Path{ID: "rivers", Class: "river", Lines: rivers, Stroke: blue, Width: 1.3},
		scene.Path{ID: "division", Class: "division", Lines: orb.MultiLineString{ring(200, 130, 70, 200, 0.1), ring(300, 170, 60, 200, 0.15)}, Stroke: grey, Width: 0.9, Dash: []float64{4, 2.5}},
		scene.Path{ID: "area", Class: "area", Lines: orb.MultiLineString{ring(240, 150, 90, 60, 0.2)}, Fill: color.NRGBA{0xC8, 0x35, 0x2B, 50}, Stroke: color.NRGBA{0xC8, 0x35, 0x2B, 160}, Width: 5},
		scene.Path{ID: "hatch", Class: "area", Lines: hatch, Stroke: color.NRGBA{0xC8, 0x35, 0x2B, 90}, Width: 1.4},
	}
	var names []scene.Item
	for i, s := range []string{"Al-Ḥillah", "office flight", "Київ Αθήνα", "بغداد", "الموصل 2014", "Tikrit"} {
		names = append(names, scene.Text{ID: fmt.Sprintf("town-%d-name", i), Class: "town-name", Text: s, At: orb.Point{30.3 + float64(i%2)*220, 40.4 + float64(i/2)*60}, Size: 13,
			Font: scene.Font(i % 3), Color: ink, Halo: halo, HaloWidth: 1.8})
	}
	names = append(names,
		scene.Text{ID: "country-IQ", Class: "country-name", Text: "SPACED", At: orb.Point{240, 220}, Size: 16, Spacing: 9, Font: scene.SansBold, Color: grey, Anchor: scene.Middle},
		scene.Text{ID: "right", Class: "event-title", Text: "to the right", At: orb.Point{450, 270}, Size: 14, Font: scene.SansSemibold, Color: red, Halo: halo, HaloWidth: 2, Anchor: scene.End},
		scene.Text{ID: "river-Tigris", Class: "water-name", Text: "Euphrates", Size: 15, Font: scene.SerifItalic, Color: color.NRGBA{0x3F, 0x6E, 0x8C, 255}, Halo: halo, HaloWidth: 2,
			Anchor: scene.Middle, Along: orb.LineString{{40, 260}, {120, 240}, {220, 262}, {330, 240}}})
	var marks []scene.Item
	for i := 0; i < 12; i++ {
		c := orb.Point{40 + float64(i%6)*78, 80 + float64(i/6)*120}
		marks = append(marks,
			scene.Path{ID: fmt.Sprintf("event-%d-paper", i), Class: "event", Lines: orb.MultiLineString{ring(c[0], c[1], 9.5, 24, 0)}, Fill: color.NRGBA{255, 255, 255, 255}},
			scene.Path{ID: fmt.Sprintf("event-%d", i), Class: "event", Lines: orb.MultiLineString{ring(c[0], c[1], 8, 3+i, 0)}, Fill: red},
			scene.Text{ID: fmt.Sprintf("event-%d-number", i), Class: "number", Text: fmt.Sprint(i), At: orb.Point{c[0], c[1] + 3.6}, Size: 10, Font: scene.SansBold, Color: color.NRGBA{255, 255, 255, 255}, Anchor: scene.Middle})
	}
	picture := image.NewRGBA(image.Rect(0, 0, 64, 64))
	for i := range picture.Pix {
		picture.Pix[i] = uint8(255 - i/256)
		if i%4 == 3 {
			picture.Pix[i] = 255
		}
	}
	return map[string]scene.Scene{
		"land":    page(land...),
		"names":   page(names...),
		"marks":   page(marks...),
		"all":     page(append(append(append([]scene.Item{}, land...), marks...), names...)...),
		"picture": page(scene.Image{ID: "tile", Class: "image", Bounds: orb.Bound{Min: orb.Point{60, 40}, Max: orb.Point{188, 168}}, Image: picture}, marks[1]),
	}
}

// differing is the share of the pixels that differ by more than a step.
func differing(t *testing.T, a *image.RGBA, b image.Image) float64 {
	t.Helper()
	if a.Rect.Size() != b.Bounds().Size() {
		t.Fatalf("pictures of %v and %v", a.Rect.Size(), b.Bounds().Size())
	}
	n := 0
	for y := 0; y < a.Rect.Dy(); y++ {
		for x := 0; x < a.Rect.Dx(); x++ {
			p := a.RGBAAt(x, y)
			r, g, bl, _ := b.At(b.Bounds().Min.X+x, b.Bounds().Min.Y+y).RGBA()
			if far(p.R, r) || far(p.G, g) || far(p.B, bl) {
				n++
			}
		}
	}
	return float64(n) / float64(a.Rect.Dx()*a.Rect.Dy())
}

// blankPage is water and nothing else.
func blankPage(r image.Rectangle) *image.RGBA {
	out := image.NewRGBA(r)
	for i := 0; i < len(out.Pix); i += 4 {
		copy(out.Pix[i:], []uint8{0xD3, 0xDF, 0xE6, 255})
	}
	return out
}

func far(a uint8, b uint32) bool { return math.Abs(float64(a)-float64(b>>8)) > step }

// agree holds pictures of all scenes against those of the raster painter.
func agree(t *testing.T, draw func(t *testing.T, s scene.Scene) image.Image) {
	for name, s := range scenes() {
		t.Run(name, func(t *testing.T) {
			want, err := raster.Render(context.Background(), s, zoom)
			if err != nil {
				t.Fatal(err)
			}
			got := draw(t, s)
			share := differing(t, want, got)
			t.Logf("%.2f %% of the pixels differ", 100*share)
			if share > mostShare {
				t.Errorf("%.2f %% of the pixels differ, more than %.0f %%", 100*share, 100*mostShare)
			}
			// A picture that is not there must not pass.
			if blank := differing(t, want, blankPage(want.Rect)); blank < mostShare {
				t.Errorf("an empty page differs by %.2f %% alone: this scene proves nothing", 100*blank)
			}
		})
	}
}

func run(t *testing.T, in []byte, env []string, name string, args ...string) []byte {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Stdin, cmd.Env = bytes.NewReader(in), append(os.Environ(), env...)
	var complaint bytes.Buffer
	cmd.Stderr = &complaint
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v: %s", name, err, complaint.String())
	}
	return out
}

func decode(t *testing.T, data []byte) image.Image {
	t.Helper()
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return img
}

func file(t *testing.T, f Format, s scene.Scene) []byte {
	t.Helper()
	var buf bytes.Buffer
	if err := Write(context.Background(), &buf, f, s, Options{}); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func TestPDFAgrees(t *testing.T) {
	if _, err := exec.LookPath("pdftoppm"); err != nil {
		t.Skip("pdftoppm is not installed (Debian: poppler-utils)")
	}
	agree(t, func(t *testing.T, s scene.Scene) image.Image {
		return decode(t, run(t, file(t, PDF, s), nil, "pdftoppm", "-r", fmt.Sprint(96*zoom), "-png", "-"))
	})
}

func TestSVGAgrees(t *testing.T) {
	if _, err := exec.LookPath("rsvg-convert"); err != nil {
		t.Skip("rsvg-convert is not installed (Debian: librsvg2-bin)")
	}
	// The fonts that ship with the program, and no others.
	dir := t.TempDir()
	folder, err := filepath.Abs("../../data/fonts")
	if err != nil {
		t.Fatal(err)
	}
	conf := filepath.Join(dir, "fonts.conf")
	text := fmt.Sprintf(`<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>%s</dir><cachedir>%s</cachedir>
<match target="font"><edit name="hinting" mode="assign"><bool>false</bool></edit><edit name="rgba" mode="assign"><const>none</const></edit></match></fontconfig>`, folder, filepath.Join(dir, "cache"))
	if err := os.WriteFile(conf, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	agree(t, func(t *testing.T, s scene.Scene) image.Image {
		return decode(t, run(t, file(t, SVG, s), []string{"FONTCONFIG_FILE=" + conf}, "rsvg-convert", "-z", fmt.Sprint(zoom)))
	})
}
