package raster

import (
	"encoding/binary"
	"image"
	"image/color"

	"github.com/paulmach/orb"
)

// pen is a colour ready to be painted with: red and blue, and green and alpha,
// each two in a word, so that two of them are blended at once.
type pen struct {
	rb, ga uint32
	pix    uint32 // the colour itself, opaque
	alpha  uint32
}

const lanes = 0x00FF00FF

func newPen(c color.NRGBA) pen {
	rb, ga := uint32(c.R)|uint32(c.B)<<16, uint32(c.G)|255<<16
	return pen{rb, ga, rb | ga<<8, uint32(c.A)}
}

// blend paints a pixel with a cover of up to 255, exactly rounded.
func (k *pen) blend(under, v uint32) uint32 {
	inv := 255 - v
	rb := k.rb*v + under&lanes*inv + 0x00800080
	ga := k.ga*v + under>>8&lanes*inv + 0x00800080
	rb = (rb + rb>>8&lanes) >> 8 & lanes
	ga = (ga + ga>>8&lanes) & ^uint32(lanes)
	return rb | ga
}

// pixel paints one pixel with a cover.
func (k *pen) pixel(px []uint8, v uint32) {
	if k.alpha != 255 {
		v = by255(v * k.alpha)
	} else if v == 255 {
		binary.LittleEndian.PutUint32(px, k.pix)
		return
	}
	binary.LittleEndian.PutUint32(px, k.blend(binary.LittleEndian.Uint32(px), v))
}

// run paints pixels in a row with the same cover.
func (k *pen) run(px []uint8, v uint32) {
	v = by255(v * k.alpha)
	if v == 255 {
		two := uint64(k.pix) | uint64(k.pix)<<32
		for len(px) >= 32 {
			run := px[:32:32]
			binary.LittleEndian.PutUint64(run[0:], two)
			binary.LittleEndian.PutUint64(run[8:], two)
			binary.LittleEndian.PutUint64(run[16:], two)
			binary.LittleEndian.PutUint64(run[24:], two)
			px = px[32:]
		}
		for ; len(px) >= 4; px = px[4:] {
			binary.LittleEndian.PutUint32(px, k.pix)
		}
		return
	}
	inv := 255 - v
	rb, ga := k.rb*v+0x00800080, k.ga*v+0x00800080
	for ; len(px) >= 4; px = px[4:] {
		under := binary.LittleEndian.Uint32(px)
		r, g := rb+under&lanes*inv, ga+under>>8&lanes*inv
		r = (r + r>>8&lanes) >> 8 & lanes
		g = (g + g>>8&lanes) & ^uint32(lanes)
		binary.LittleEndian.PutUint32(px, r|g)
	}
}

// by255 is x/255, rounded, for x up to 65025.
func by255(x uint32) uint32 {
	x += 128
	return (x + x>>8) >> 8
}

// composite paints a colour through a mask whose top left lies at p, on a
// rectangle of dst, all counted from dst's top left.
// Runs of eight pixels without coverage are skipped, and ones that are covered
// wholly are filled.
func composite(dst *image.RGBA, mask *image.Alpha, p image.Point, in image.Rectangle, c color.NRGBA) {
	r := image.Rectangle{Min: p, Max: p.Add(mask.Rect.Size())}.Intersect(in)
	if r.Empty() || c.A == 0 {
		return
	}
	const all = 1<<64 - 1
	k := newPen(c)
	opaque := k.alpha == 255
	w := r.Dx()
	for y := r.Min.Y; y < r.Max.Y; y++ {
		m := mask.Pix[(y-p.Y)*mask.Stride+r.Min.X-p.X:][:w]
		d := dst.Pix[y*dst.Stride+4*r.Min.X:][:4*w]
		for x := 0; x < w; {
			if x+8 <= w {
				switch binary.LittleEndian.Uint64(m[x:]) {
				case 0:
					x += 8
					continue
				case all:
					k.run(d[4*x:4*x+32:4*x+32], 255)
					x += 8
					continue
				}
			}
			v := uint32(m[x])
			px := d[4*x : 4*x+4 : 4*x+4]
			x++
			if !opaque {
				v = by255(v * k.alpha)
			}
			switch v {
			case 0:
			case 255:
				binary.LittleEndian.PutUint32(px, k.pix)
			default:
				binary.LittleEndian.PutUint32(px, k.blend(binary.LittleEndian.Uint32(px), v))
			}
		}
	}
}

// floods reports whether a closed ring is an upright rectangle around all of a
// picture, as the water under a map is.
func floods(ring []orb.Point, r image.Rectangle) bool {
	if len(ring) != 5 || ring[0] != ring[4] {
		return false
	}
	level := 0
	if ring[0][1] == ring[1][1] {
		level = 1
	}
	for i := 0; i < 4; i++ { // sides are level and upright in turn
		if axis := (i + level) % 2; ring[i][axis] != ring[i+1][axis] {
			return false
		}
	}
	b := orb.LineString(ring).Bound()
	return b.Min[0] <= float64(r.Min.X) && b.Min[1] <= float64(r.Min.Y) && b.Max[0] >= float64(r.Max.X) && b.Max[1] >= float64(r.Max.Y)
}
