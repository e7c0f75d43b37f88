package paint

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"hash/adler32"
	"image"
	"image/color"
	"image/png"
	"testing"

	"pgregory.net/rapid"
)

// chart is a picture of flat areas, lines and some noise.
func chart(w, h int, opaque bool) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	seed := uint32(1)
	for y := 0; y < h; y++ {
		for x := 0; x < w; x++ {
			c := color.RGBA{211, 223, 230, 255}
			if (x*x+y*y)%(w*h+1) < w*h/3 {
				c = color.RGBA{242, 240, 235, 255}
			}
			if seed = seed*1664525 + 1013904223; seed>>28 == 0 {
				c = color.RGBA{uint8(seed >> 8), uint8(seed >> 16), 9, 255}
			}
			if !opaque && x%3 == 0 {
				c = color.RGBA{100, 50, 0, 128}
			}
			img.SetRGBA(x, y, c)
		}
	}
	return img
}

func TestPNGIsReadBackAsItWas(t *testing.T) {
	for _, c := range []struct {
		w, h   int
		opaque bool
	}{{1, 1, true}, {1, 1, false}, {7, 3, true}, {640, 480, true}, {640, 480, false}, {1999, 701, true}} {
		t.Run(fmt.Sprint(c), func(t *testing.T) {
			img := chart(c.w, c.h, c.opaque)
			var buf bytes.Buffer
			if err := writePNG(context.Background(), &buf, img, 0, nil); err != nil {
				t.Fatal(err)
			}
			got, err := png.Decode(&buf)
			if err != nil {
				t.Fatal(err)
			}
			if got.Bounds() != img.Rect {
				t.Fatalf("comes back as %v", got.Bounds())
			}
			for y := 0; y < c.h; y++ {
				for x := 0; x < c.w; x++ {
					want, back := img.At(x, y), color.RGBAModel.Convert(got.At(x, y))
					if want != back {
						t.Fatalf("pixel %d, %d is %v, was %v", x, y, back, want)
					}
				}
			}
		})
	}
}

func TestPNGSaysWhatItIs(t *testing.T) {
	var buf bytes.Buffer
	texts := []pngText{{"Title", "Zürich – بغداد"}, {"Copyright", ""}, {"Software", "Dateline"}}
	if err := writePNG(context.Background(), &buf, chart(9, 9, true), 300, texts); err != nil {
		t.Fatal(err)
	}
	data := buf.Bytes()
	if !bytes.Contains(data, []byte("iTXtTitle\x00\x00\x00\x00\x00Zürich – بغداد")) || !bytes.Contains(data, []byte("iTXtSoftware\x00\x00\x00\x00\x00Dateline")) {
		t.Error("the texts are not in it")
	}
	if bytes.Contains(data, []byte("Copyright")) {
		t.Error("an empty text is in it")
	}
	if !bytes.Contains(data, []byte("pHYs\x00\x00\x2E\x23\x00\x00\x2E\x23\x01")) { // 11811 a metre
		t.Error("300 dpi are not in it")
	}
	if _, err := png.Decode(bytes.NewReader(data)); err != nil {
		t.Error(err)
	}
}

func TestPNGEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := writePNG(ctx, &bytes.Buffer{}, chart(900, 900, true), 0, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}

type closed struct{}

func (closed) Write([]byte) (int, error) { return 0, errors.New("closed") }

func TestPNGReportsWhatCannotBeWritten(t *testing.T) {
	if err := writePNG(context.Background(), closed{}, chart(9, 9, true), 0, nil); err == nil {
		t.Error("no error")
	}
}

func TestJoinAdler(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := rapid.SliceOf(rapid.Byte()).Draw(t, "a"), rapid.SliceOf(rapid.Byte()).Draw(t, "b")
		want := adler32.Checksum(append(append([]byte(nil), a...), b...))
		if got := joinAdler(adler32.Checksum(a), adler32.Checksum(b), len(b)); got != want {
			t.Fatalf("%08x, want %08x", got, want)
		}
	})
}
