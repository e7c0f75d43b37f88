package raster

import (
	"encoding/binary"
	"image"
	"image/color"
	"image/draw"
	"math"

	"github.com/paulmach/orb"
	"golang.org/x/image/vector"
)

// filler turns closed outlines into coverage. Outlines are added to a window
// of the picture; what lies outside of the window is folded onto its edges, so
// that any coordinate is safe and coverage inside stays exact.
type filler struct {
	vec    vector.Rasterizer
	window image.Rectangle
	w, h   float64
	mask   image.Alpha
}

// begin starts a mask over a window of the picture, in pixels.
func (f *filler) begin(window image.Rectangle) {
	f.window = window
	f.w, f.h = float64(window.Dx()), float64(window.Dy())
	f.vec.Reset(window.Dx(), window.Dy())
}

// edge adds one edge of an outline in pixels of the picture. The edges of an
// outline may come in any order, but all of them must come.
func (f *filler) edge(a, b orb.Point) {
	ax, ay := a[0]-float64(f.window.Min.X), a[1]-float64(f.window.Min.Y)
	bx, by := b[0]-float64(f.window.Min.X), b[1]-float64(f.window.Min.Y)
	if ay == by || math.IsNaN(ax+ay+bx+by) || math.IsInf(ax+ay+bx+by, 0) {
		return
	}
	if (ay <= 0 && by <= 0) || (ay >= f.h && by >= f.h) {
		return
	}
	// Cut to the rows of the window.
	dxdy := (bx - ax) / (by - ay)
	if ay < 0 {
		ax, ay = ax-ay*dxdy, 0
	} else if ay > f.h {
		ax, ay = ax+(f.h-ay)*dxdy, f.h
	}
	if by < 0 {
		bx, by = bx-by*dxdy, 0
	} else if by > f.h {
		bx, by = bx+(f.h-by)*dxdy, f.h
	}
	if ax >= 0 && ax <= f.w && bx >= 0 && bx <= f.w {
		f.line(ax, ay, bx, by)
		return
	}
	// Fold what is left or right of the window onto its edge: cut at x = 0
	// and x = w, in the order in which the edge meets them.
	cuts := [4]float64{0, 1, 1, 1}
	n := 1
	if bx != ax {
		t0, t1 := -ax/(bx-ax), (f.w-ax)/(bx-ax)
		if t0 > t1 {
			t0, t1 = t1, t0
		}
		for _, t := range [2]float64{t0, t1} {
			if t > 0 && t < 1 {
				cuts[n] = t
				n++
			}
		}
	}
	cuts[n] = 1
	px, py := ax, ay
	for i := 1; i <= n; i++ {
		qx, qy := ax+(bx-ax)*cuts[i], ay+(by-ay)*cuts[i]
		f.line(math.Min(math.Max(px, 0), f.w), py, math.Min(math.Max(qx, 0), f.w), qy)
		px, py = qx, qy
	}
}

func (f *filler) line(ax, ay, bx, by float64) {
	f.vec.MoveTo(float32(ax), float32(ay))
	f.vec.LineTo(float32(bx), float32(by))
}

// ring adds a closed outline; an open one is closed.
func (f *filler) ring(ps []orb.Point) {
	if len(ps) < 3 {
		return
	}
	for i := 1; i < len(ps); i++ {
		f.edge(ps[i-1], ps[i])
	}
	if last := ps[len(ps)-1]; last != ps[0] {
		f.edge(last, ps[0])
	}
}

// end gives the coverage of everything added since begin. It is valid until
// the next begin.
func (f *filler) end() *image.Alpha {
	w, h := f.window.Dx(), f.window.Dy()
	if cap(f.mask.Pix) < w*h {
		f.mask.Pix = make([]uint8, w*h)
	}
	f.mask.Pix = f.mask.Pix[:w*h]
	f.mask.Stride = w
	f.mask.Rect = image.Rect(0, 0, w, h)
	f.vec.DrawOp = draw.Src
	f.vec.Draw(&f.mask, f.mask.Rect, image.Opaque, image.Point{})
	return &f.mask
}

// composite paints a colour through a mask whose top left lies at p. Runs of
// eight pixels without coverage are skipped, and ones that are covered wholly
// by an opaque colour are filled, without looking at each pixel.
func composite(dst *image.RGBA, mask *image.Alpha, p image.Point, c color.NRGBA) {
	r := mask.Rect.Add(p.Sub(mask.Rect.Min)).Intersect(dst.Rect)
	if r.Empty() || c.A == 0 {
		return
	}
	const all = 1<<64 - 1
	cr, cg, cb, ca := uint32(c.R), uint32(c.G), uint32(c.B), uint32(c.A)
	pixel := cr | cg<<8 | cb<<16 | 0xFF000000
	two := uint64(pixel) | uint64(pixel)<<32
	opaque := ca == 255
	w := r.Dx()
	for y := r.Min.Y; y < r.Max.Y; y++ {
		mi := (y-p.Y)*mask.Stride + r.Min.X - p.X
		m := mask.Pix[mi : mi+w]
		di := dst.PixOffset(r.Min.X, y)
		d := dst.Pix[di : di+4*w]
		for x := 0; x < w; {
			if x+8 <= w {
				switch binary.LittleEndian.Uint64(m[x:]) {
				case 0:
					x += 8
					continue
				case all:
					if opaque {
						run := d[4*x : 4*x+32 : 4*x+32]
						binary.LittleEndian.PutUint64(run[0:], two)
						binary.LittleEndian.PutUint64(run[8:], two)
						binary.LittleEndian.PutUint64(run[16:], two)
						binary.LittleEndian.PutUint64(run[24:], two)
						x += 8
						continue
					}
				}
			}
			v := uint32(m[x])
			if v != 0 {
				px := d[4*x : 4*x+4 : 4*x+4]
				if !opaque {
					v = by255(v * ca)
				}
				inv := 255 - v
				px[0] = uint8(by255(cr*v + uint32(px[0])*inv))
				px[1] = uint8(by255(cg*v + uint32(px[1])*inv))
				px[2] = uint8(by255(cb*v + uint32(px[2])*inv))
				px[3] = uint8(by255(255*v + uint32(px[3])*inv))
			}
			x++
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

// flood paints all of a picture with an opaque colour.
func flood(dst *image.RGBA, c color.NRGBA) {
	w := 4 * dst.Rect.Dx()
	if dst.Rect.Empty() {
		return
	}
	at := dst.PixOffset(dst.Rect.Min.X, dst.Rect.Min.Y)
	first := dst.Pix[at : at+w]
	for x := 0; x < w; x += 4 {
		first[x], first[x+1], first[x+2], first[x+3] = c.R, c.G, c.B, 255
	}
	for y := dst.Rect.Min.Y + 1; y < dst.Rect.Max.Y; y++ {
		copy(dst.Pix[dst.PixOffset(dst.Rect.Min.X, y):][:w], first)
	}
}

// by255 is x/255, rounded, for x up to 65025.
func by255(x uint32) uint32 {
	x += 128
	return (x + x>>8) >> 8
}

// window is the part of the picture that a bound touches, grown by pad pixels.
func window(b orb.Bound, pad float64, within image.Rectangle) image.Rectangle {
	lo := func(v float64, min, max int) int {
		return int(math.Min(math.Max(math.Floor(v-pad), float64(min)), float64(max)))
	}
	hi := func(v float64, min, max int) int {
		return int(math.Min(math.Max(math.Ceil(v+pad), float64(min)), float64(max)))
	}
	return image.Rect(
		lo(b.Min[0], within.Min.X, within.Max.X), lo(b.Min[1], within.Min.Y, within.Max.Y),
		hi(b.Max[0], within.Min.X, within.Max.X), hi(b.Max[1], within.Min.Y, within.Max.Y))
}
