package main

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"dateline/data/icon"
)

// TestShippedIconIsThisOne draws the icon again; how edges are blended may
// differ a little from one processor to another.
func TestShippedIconIsThisOne(t *testing.T) {
	drawn, err := render(512)
	if err != nil {
		t.Fatal(err)
	}
	shipped, err := png.Decode(bytes.NewReader(icon.PNG))
	if err != nil {
		t.Fatal(err)
	}
	if shipped.Bounds() != drawn.Bounds() {
		t.Fatalf("shipped %v, drawn %v", shipped.Bounds(), drawn.Bounds())
	}
	if far := different(drawn, shipped); far > 512*512/1000 {
		t.Errorf("%d pixels differ: run go run ./data/gen/icon", far)
	}
}

func different(a, b image.Image) int {
	far := 0
	for y := range a.Bounds().Dy() {
		for x := range a.Bounds().Dx() {
			r1, g1, b1, a1 := a.At(x, y).RGBA()
			r2, g2, b2, a2 := b.At(x, y).RGBA()
			for _, d := range [...]int{int(r1) - int(r2), int(g1) - int(g2), int(b1) - int(b2), int(a1) - int(a2)} {
				if d > 0x800 || d < -0x800 {
					far++
					break
				}
			}
		}
	}
	return far
}

// TestLegible sees that each size has its red arrow and its black timeline.
func TestLegible(t *testing.T) {
	for _, s := range sizes {
		img, err := render(s)
		if err != nil {
			t.Fatal(err)
		}
		red, black := 0, 0
		for y := range s {
			for x := range s {
				c := color.NRGBAModel.Convert(img.At(x, y)).(color.NRGBA)
				switch {
				case c.R > 160 && c.G < 100 && c.B < 100:
					red++
				case int(c.R)+int(c.G)+int(c.B) < 200 && c.A > 200:
					black++
				}
			}
		}
		if red*100 < s*s*5 || black*100 < s*s*3/2 {
			t.Errorf("%d pixels: %d are red and %d black", s, red, black)
		}
		if _, _, _, a := img.At(0, 0).RGBA(); a > 0x8000 {
			t.Errorf("%d pixels: the corner is filled", s)
		}
	}
}

func TestContainers(t *testing.T) {
	dir := t.TempDir()
	if err := run(dir); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(filepath.Join(dir, "dateline.ico"))
	if err != nil {
		t.Fatal(err)
	}
	n := int(binary.LittleEndian.Uint16(data[4:]))
	if n != 7 {
		t.Errorf("the .ico has %d pictures", n)
	}
	for i := range n {
		entry := data[6+16*i:]
		size, from := int(binary.LittleEndian.Uint32(entry[8:])), int(binary.LittleEndian.Uint32(entry[12:]))
		checkPNG(t, data[from:from+size], (int(entry[0])+255)%256+1)
	}
	data, err = os.ReadFile(filepath.Join(dir, "dateline.icns"))
	if err != nil {
		t.Fatal(err)
	}
	if string(data[:4]) != "icns" || int(binary.BigEndian.Uint32(data[4:])) != len(data) {
		t.Fatalf("the head of the .icns is %x of %d bytes", data[:8], len(data))
	}
	for rest := data[8:]; len(rest) > 0; {
		size := int(binary.BigEndian.Uint32(rest[4:]))
		checkPNG(t, rest[8:size], 0)
		rest = rest[size:]
	}
}

// checkPNG sees that data is a square picture of so many pixels, of any where
// size is 0.
func checkPNG(t *testing.T, data []byte, size int) {
	t.Helper()
	c, err := png.DecodeConfig(bytes.NewReader(data))
	if err != nil || c.Width != c.Height || size > 0 && c.Width != size {
		t.Errorf("a picture of %d by %d (%v), want %d", c.Width, c.Height, err, size)
	}
}
