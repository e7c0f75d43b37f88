package paint

import (
	"bytes"
	"context"
	"errors"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"io"
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"dateline/geo/paint/pdf"
	"dateline/geo/paint/raster"
	"dateline/geo/scene"
)

// small is a page of half an inch at 96 units an inch.
func small(items ...scene.Item) scene.Scene {
	ground := scene.Path{Lines: orb.MultiLineString{{{-1, -1}, {49, -1}, {49, 25}, {-1, 25}, {-1, -1}}}, Fill: color.NRGBA{211, 223, 230, 255}}
	return scene.Scene{Size: orb.Point{48, 24}, Items: append([]scene.Item{ground}, items...)}
}

func TestFormatOf(t *testing.T) {
	for name, want := range map[string]Format{
		"map.png": PNG, "a/b.PNG": PNG, "x.jpg": JPEG, "x.jpeg": JPEG, "x.svg": SVG, "report.v2.pdf": PDF,
		"x": "", "x.gif": "", "png": "", "x.webp": "", "x.": "", "": "",
	} {
		if got, ok := FormatOf(name); got != want || ok != (want != "") {
			t.Errorf("FormatOf(%q) = %q, %v", name, got, ok)
		}
	}
	for _, f := range Formats() {
		if got, ok := FormatOf("x" + f.Extension()); !ok || got != f {
			t.Errorf("%s is written to files that end in %s, which is %s", f, f.Extension(), got)
		}
	}
}

func TestEveryFormatIsWhatItSays(t *testing.T) {
	s := small(scene.Text{Text: "Office", At: orb.Point{4, 16}, Size: 10, Color: color.NRGBA{A: 255}})
	opt := Options{Title: "Where it was", Description: "Two events", Credits: "Natural Earth", Software: "Dateline", DPI: 192}
	for _, f := range Formats() {
		t.Run(string(f), func(t *testing.T) {
			var buf bytes.Buffer
			if err := Write(context.Background(), &buf, f, s, opt); err != nil {
				t.Fatal(err)
			}
			data := buf.String()
			var img image.Image
			var err error
			switch f {
			case PNG:
				img, err = png.Decode(&buf)
				for _, want := range []string{"Where it was", "Natural Earth", "Dateline", "Two events", "pHYs\x00\x00\x1d\x87"} { // 7559 a metre
					if !strings.Contains(data, want) {
						t.Errorf("%q is not in it", want)
					}
				}
			case JPEG:
				img, err = jpeg.Decode(&buf)
			case SVG:
				for _, want := range []string{`width="6.35mm"`, "<title>Where it was</title>", "<desc>Two events. Natural Earth</desc>", ">Office</text>"} {
					if !strings.Contains(data, want) {
						t.Errorf("%q is not in it", want)
					}
				}
				return
			case PDF:
				if !strings.Contains(data, "/MediaBox[0 0 18 9]") {
					t.Error("the page is not a quarter of an inch wide")
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if img.Bounds() != image.Rect(0, 0, 48, 24) {
				t.Errorf("%v", img.Bounds())
			}
			if r, g, b, _ := img.At(45, 3).RGBA(); r>>8 < 205 || g>>8 < 217 || b>>8 < 225 {
				t.Errorf("the ground is %d %d %d", r>>8, g>>8, b>>8)
			}
		})
	}
}

func TestJPEGHasNoHoles(t *testing.T) {
	var buf bytes.Buffer
	if err := Write(context.Background(), &buf, JPEG, scene.Scene{Size: orb.Point{9, 9}}, Options{}); err != nil {
		t.Fatal(err)
	}
	img, err := jpeg.Decode(&buf)
	if err != nil {
		t.Fatal(err)
	}
	if r, _, _, _ := img.At(4, 4).RGBA(); r>>8 < 250 {
		t.Errorf("what is not painted is %d", r>>8)
	}
}

func TestWritePages(t *testing.T) {
	own := pdf.Page{Scene: small(), Size: orb.Point{100, 50}}
	var buf bytes.Buffer
	if err := WritePages(context.Background(), &buf, []pdf.Page{{Scene: small()}, own}, Options{DPI: 48}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"/Count 2", "/MediaBox[0 0 72 36]", "/MediaBox[0 0 100 50]"} {
		if !strings.Contains(buf.String(), want) {
			t.Errorf("%s is not in it", want)
		}
	}
}

func TestWriteReportsFaults(t *testing.T) {
	if err := Write(context.Background(), io.Discard, "GIF", small(), Options{}); err == nil || !strings.Contains(err.Error(), "GIF") {
		t.Errorf("an unknown format: %v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	for _, f := range Formats() {
		if err := Write(ctx, io.Discard, f, small(), Options{}); !errors.Is(err, context.Canceled) {
			t.Errorf("%s after the end: %v", f, err)
		}
		if err := Write(context.Background(), io.Discard, f, scene.Scene{}, Options{}); err == nil {
			t.Errorf("%s of nothing: no error", f)
		}
		if err := Write(context.Background(), closed{}, f, small(), Options{}); err == nil {
			t.Errorf("%s to where nothing can be written: no error", f)
		}
	}
	if err := Write(context.Background(), io.Discard, PNG, scene.Scene{Size: orb.Point{1e9, 1e9}}, Options{}); !errors.Is(err, raster.ErrSize) {
		t.Errorf("a picture of a million millions: %v", err)
	}
}
