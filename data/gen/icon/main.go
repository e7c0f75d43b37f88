// Command icon draws the program's icon from its two SVG files: the whole one,
// and the plainer one for 32 pixels and less.
//
//	go run ./data/gen/icon             data/icon/icon.png and docs/icon.png
//	go run ./data/gen/icon -to FOLDER  icon-16.png … icon-1024.png, dateline.ico, dateline.icns
package main

import (
	"bytes"
	"flag"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"

	"github.com/fyne-io/oksvg"
	"github.com/srwiley/rasterx"

	"dateline/data/icon"
)

func main() {
	to := flag.String("to", "", "the folder for all sizes")
	flag.Parse()
	if err := run(*to); err != nil {
		fmt.Fprintln(os.Stderr, "icon:", err)
		os.Exit(1)
	}
}

// sizes are those that the systems ask for, in pixels.
var sizes = []int{16, 24, 32, 48, 64, 128, 256, 512, 1024}

func run(to string) error {
	pngs := make(map[int][]byte)
	var drawn []image.Image
	for _, s := range sizes {
		img, err := render(s)
		if err != nil {
			return err
		}
		drawn = append(drawn, img)
		if pngs[s], err = encode(img); err != nil {
			return err
		}
	}
	files := make(map[string][]byte)
	if to == "" {
		sheet, err := encode(sheet(drawn))
		if err != nil {
			return err
		}
		files[filepath.Join("data", "icon", "icon.png")] = pngs[512]
		files[filepath.Join("docs", "icon.png")] = sheet
	} else {
		if err := os.MkdirAll(to, 0o755); err != nil {
			return err
		}
		for s, data := range pngs {
			files[filepath.Join(to, fmt.Sprintf("icon-%d.png", s))] = data
		}
		files[filepath.Join(to, "dateline.ico")] = ico(pngs)
		files[filepath.Join(to, "dateline.icns")] = icns(pngs)
	}
	for name, data := range files {
		if err := os.WriteFile(name, data, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// render draws the icon in a square of so many pixels.
func render(pixels int) (*image.RGBA, error) {
	text := icon.SVG
	if pixels <= 32 {
		text = icon.SmallSVG
	}
	svg, err := oksvg.ReadIconStream(bytes.NewReader(text), oksvg.StrictErrorMode)
	if err != nil {
		return nil, fmt.Errorf("reading the icon: %w", err)
	}
	svg.SetTarget(0, 0, float64(pixels), float64(pixels))
	for i := range svg.SVGPaths { // the target does not scale them
		svg.SVGPaths[i].LineWidth *= float64(pixels) / svg.ViewBox.W
	}
	img := image.NewRGBA(image.Rect(0, 0, pixels, pixels))
	svg.Draw(rasterx.NewDasher(pixels, pixels, rasterx.NewScannerGV(pixels, pixels, img, img.Bounds())), 1)
	return img, nil
}

func encode(img image.Image) ([]byte, error) {
	var b bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&b, img); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// sheet shows the sizes up to 256 side by side, on light and on dark.
func sheet(drawn []image.Image) image.Image {
	const gap, high = 16, 256 + 2*16
	wide := gap
	for _, img := range drawn {
		if w := img.Bounds().Dx(); w <= 256 {
			wide += w + gap
		}
	}
	out := image.NewRGBA(image.Rect(0, 0, wide, 2*high))
	for row, c := range []color.Color{color.White, color.RGBA{0x22, 0x26, 0x2B, 0xFF}} {
		draw.Draw(out, image.Rect(0, row*high, wide, (row+1)*high), image.NewUniform(c), image.Point{}, draw.Src)
		x := gap
		for _, img := range drawn {
			w := img.Bounds().Dx()
			if w > 256 {
				continue
			}
			at := image.Pt(x, row*high+high-gap-w)
			draw.Draw(out, image.Rectangle{at, at.Add(img.Bounds().Size())}, img, image.Point{}, draw.Over)
			x += w + gap
		}
	}
	return out
}
