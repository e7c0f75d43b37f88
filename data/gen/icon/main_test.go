package main

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	shippedicon "dateline/data/icon"
)

// TestShippedIconIsThisOne draws the icon again; how edges are blended may
// differ a little from one processor to another.
func TestShippedIconIsThisOne(t *testing.T) {
	path := filepath.Join(t.TempDir(), "icon.png")
	if err := run(path); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	drawn, shipped := decode(t, data), decode(t, shippedicon.PNG)
	if drawn.Bounds() != shipped.Bounds() {
		t.Fatalf("drawn %v, shipped %v", drawn.Bounds(), shipped.Bounds())
	}
	far := 0
	for y := range size {
		for x := range size {
			r1, g1, b1, a1 := drawn.At(x, y).RGBA()
			r2, g2, b2, a2 := shipped.At(x, y).RGBA()
			for _, d := range [...]int{int(r1) - int(r2), int(g1) - int(g2), int(b1) - int(b2), int(a1) - int(a2)} {
				if d > 0x800 || d < -0x800 {
					far++
				}
			}
		}
	}
	if far > 0 {
		t.Errorf("%d pixels differ: run go run ./data/gen/icon", far)
	}
}

func decode(t *testing.T, data []byte) image.Image {
	t.Helper()
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return img
}
