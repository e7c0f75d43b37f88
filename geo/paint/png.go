package paint

import (
	"bytes"
	"compress/flate"
	"context"
	"encoding/binary"
	"fmt"
	"hash/adler32"
	"hash/crc32"
	"image"
	"io"
	"math"
	"runtime"
	"sync"
	"sync/atomic"
)

// pngText is a line of text in a PNG: a keyword of its standard and what it
// says.
type pngText struct{ key, value string }

// pngLevel is how hard it is tried to make a PNG small: a large map of flat
// colours gains a twentieth from more, for several times as long.
func pngLevel(size image.Point) int {
	const large = 2_500_000 // pixels
	if size.X*size.Y > large {
		return 1
	}
	return 6
}

// stripBytes is how many bytes of a PNG are compressed at a time; strips are
// compressed on all processors, and where they are cut depends on the picture
// alone.
const stripBytes = 512 << 10

// writePNG writes a picture as PNG. dpi is its density, 0 for none. The picture
// is opaque or premultiplied; bytes are the same on every machine.
func writePNG(ctx context.Context, w io.Writer, img *image.RGBA, dpi float64, texts []pngText) error {
	size := img.Rect.Size()
	channels, colour := 3, byte(2)
	if !img.Opaque() {
		channels, colour = 4, 6
	}
	var out bytes.Buffer
	out.WriteString("\x89PNG\r\n\x1a\n")
	head := binary.BigEndian.AppendUint32(nil, uint32(size.X))
	head = binary.BigEndian.AppendUint32(head, uint32(size.Y))
	chunk(&out, "IHDR", append(head, 8, colour, 0, 0, 0))
	if dpi > 0 {
		perMetre := uint32(math.Round(dpi / 0.0254))
		phys := binary.BigEndian.AppendUint32(nil, perMetre)
		phys = binary.BigEndian.AppendUint32(phys, perMetre)
		chunk(&out, "pHYs", append(phys, 1))
	}
	for _, t := range texts {
		if t.value != "" {
			chunk(&out, "iTXt", []byte(t.key+"\x00\x00\x00\x00\x00"+t.value))
		}
	}
	if _, err := w.Write(out.Bytes()); err != nil {
		return fmt.Errorf("writing the PNG: %w", err)
	}
	rowBytes := 1 + channels*size.X
	rows := max(1, stripBytes/rowBytes)
	strips := make([]strip, (size.Y+rows-1)/rows)
	var next atomic.Int64
	var wait sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(strips)) {
		wait.Add(1)
		go func() {
			defer wait.Done()
			var raw []byte
			for {
				i := int(next.Add(1)) - 1
				if i >= len(strips) || ctx.Err() != nil {
					return
				}
				raw = strips[i].fill(raw, img, i*rows, min((i+1)*rows, size.Y), channels, i == len(strips)-1)
			}
		}()
	}
	wait.Wait()
	if err := ctx.Err(); err != nil {
		return err
	}
	sum := uint32(1)
	for i := range strips {
		s := &strips[i]
		if s.err != nil {
			return fmt.Errorf("compressing the PNG: %w", s.err)
		}
		sum = joinAdler(sum, s.sum, s.raw)
		data := s.data.Bytes()
		if i == 0 {
			data = append([]byte{0x78, 0x5E}, data...) // the header of zlib
		}
		if i == len(strips)-1 {
			data = binary.BigEndian.AppendUint32(data, sum)
		}
		out.Reset()
		chunk(&out, "IDAT", data)
		if i == len(strips)-1 {
			chunk(&out, "IEND", nil)
		}
		if _, err := w.Write(out.Bytes()); err != nil {
			return fmt.Errorf("writing the PNG: %w", err)
		}
	}
	return nil
}

// strip is some rows of a PNG, compressed.
type strip struct {
	data bytes.Buffer
	sum  uint32 // Adler-32 of the rows
	raw  int    // their bytes
	err  error
}

// fill filters and compresses the rows, with the help of a buffer that comes
// back.
func (s *strip) fill(raw []byte, img *image.RGBA, from, to, channels int, last bool) []byte {
	raw = raw[:0]
	for y := from; y < to; y++ {
		raw = filterRow(raw, img, y, channels)
	}
	s.raw, s.sum = len(raw), adler32.Checksum(raw)
	z, err := flate.NewWriter(&s.data, pngLevel(img.Rect.Size()))
	if err == nil {
		_, err = z.Write(raw)
	}
	switch {
	case err != nil:
	case last:
		err = z.Close()
	default:
		err = z.Flush() // ends on a whole byte, so that the next strip can follow
	}
	s.err = err
	return raw
}

// filterRow appends a row as differences from the row above, which are nearly
// all nothing on a map; the first row of a picture as it is.
func filterRow(raw []byte, img *image.RGBA, y, channels int) []byte {
	const none, up = 0, 2
	width := img.Rect.Dx()
	row := img.Pix[y*img.Stride : y*img.Stride+4*width]
	at := len(raw)
	raw = append(raw, make([]byte, 1+channels*width)...)
	out := raw[at+1:]
	if channels == 4 {
		raw[at] = none
		for x := 0; x < len(row); x += 4 {
			straight(out[x:x+4:x+4], row[x:x+4:x+4])
		}
		return raw
	}
	if y == 0 {
		raw[at] = none
		for x, i := 0, 0; x < len(row); x, i = x+4, i+3 {
			out[i], out[i+1], out[i+2] = row[x], row[x+1], row[x+2]
		}
		return raw
	}
	raw[at] = up
	above := img.Pix[(y-1)*img.Stride:][:len(row)]
	for x, i := 0, 0; x < len(row); x, i = x+4, i+3 {
		o := out[i : i+3 : i+3]
		o[0], o[1], o[2] = row[x]-above[x], row[x+1]-above[x+1], row[x+2]-above[x+2]
	}
	return raw
}

// straight turns a premultiplied pixel into one that is not.
func straight(out, px []byte) {
	a := uint32(px[3])
	if a == 0 {
		return
	}
	for k := 0; k < 3; k++ {
		out[k] = uint8(min((uint32(px[k])*255+a/2)/a, 255))
	}
	out[3] = px[3]
}

// chunk writes one part of a PNG.
func chunk(out *bytes.Buffer, kind string, data []byte) {
	head := binary.BigEndian.AppendUint32(nil, uint32(len(data)))
	out.Write(append(head, kind...))
	out.Write(data)
	sum := crc32.Update(crc32.ChecksumIEEE([]byte(kind)), crc32.IEEETable, data)
	out.Write(binary.BigEndian.AppendUint32(nil, sum))
}

// joinAdler is the Adler-32 of two texts, one behind the other, of their own
// sums and the length of the second.
func joinAdler(a, b uint32, length int) uint32 {
	const mod = 65521
	rem := uint64(length) % mod
	a1, a2, b1, b2 := uint64(a&0xFFFF), uint64(a>>16), uint64(b&0xFFFF), uint64(b>>16)
	s1 := (a1 + b1 + mod - 1) % mod
	s2 := (rem*a1 + a2 + b2 + mod - rem) % mod
	return uint32(s2<<16 | s1)
}
