package raster

import (
	"image"
	"math"

	"github.com/paulmach/orb"
)

// A map has the same small shapes again and again: marks, dots, rings. Their
// coverage is kept. For that a small shape stands on a grid of an eighth of a
// pixel, whether its picture is kept or not, so that it looks the same always.
const (
	spritePoints = 64 // the most of a shape's points
	spriteSide   = 64 // the most of its width and height, in pixels
	spriteGrid   = 8  // places a pixel
	spriteSteps  = 64 // of its points from the first one, a pixel
)

// maxSpriteBytes bounds the pictures that a worker remembers.
const maxSpriteBytes = 4 << 20

// spriteKey names the coverage of a small shape.
type spriteKey struct {
	shape uint64 // a hash of its points from the first one
	n     int
	x, y  uint8   // the place of the first point in its pixel
	half  float64 // half the width of the stroke; 0 for the area
}

// sprite is the coverage of a small shape; at is its top left from the pixel of
// its first point.
type sprite struct {
	mask *image.Alpha
	at   image.Point
}

// small puts a shape in pixels onto the grid, in place, and hashes it; ok is
// false when it is too large for that.
func small(ps []orb.Point) (k spriteKey, first image.Point, ok bool) {
	if len(ps) < 3 || len(ps) > spritePoints {
		return k, first, false
	}
	o := ps[0]
	if math.Abs(o[0]) > MaxSide || math.Abs(o[1]) > MaxSide {
		return k, first, false
	}
	for _, p := range ps {
		if math.Abs(p[0]-o[0]) > spriteSide || math.Abs(p[1]-o[1]) > spriteSide {
			return k, first, false
		}
	}
	g := [2]float64{math.Round(o[0] * spriteGrid), math.Round(o[1] * spriteGrid)}
	const prime = 0x9E3779B97F4A7C15
	h := uint64(len(ps))
	for i, p := range ps {
		x, y := math.Round((p[0]-o[0])*spriteSteps), math.Round((p[1]-o[1])*spriteSteps)
		ps[i] = orb.Point{g[0]/spriteGrid + x/spriteSteps, g[1]/spriteGrid + y/spriteSteps}
		h = (h ^ uint64(uint32(int32(x)))<<32 ^ uint64(uint32(int32(y)))) * prime
		h ^= h >> 29
	}
	gx, gy := int(g[0]), int(g[1])
	first = image.Pt(gx>>3, gy>>3)
	return spriteKey{shape: h, n: len(ps), x: uint8(gx & 7), y: uint8(gy & 7)}, first, true
}

// stamp makes the op of a small shape whose coverage is kept, drawn by add if
// it is not there yet; ok is false when it is not wholly on the picture.
func (w *worker) stamp(k spriteKey, first image.Point, ps []orb.Point, add func([]orb.Point)) (o op, ok bool) {
	s, kept := w.sprites[k]
	if !kept {
		s = w.drawSprite(k, first, ps, add)
		w.sprites[k] = s
		w.spriteBytes += 96 + size(s.mask)
	}
	if s.mask == nil {
		return op{}, true
	}
	dst := w.frame.dst.Rect
	at := first.Add(s.at)
	if !(image.Rectangle{Min: at, Max: at.Add(s.mask.Rect.Size())}).In(dst) {
		return op{}, false
	}
	return masked(s.mask, at.Sub(dst.Min)), true
}

func (w *worker) drawSprite(k spriteKey, first image.Point, ps []orb.Point, add func([]orb.Point)) sprite {
	b := orb.LineString(ps).Bound()
	pad := k.half*miterLimit + 1
	at := image.Pt(int(math.Floor(b.Min[0]-pad)), int(math.Floor(b.Min[1]-pad)))
	size := image.Pt(int(math.Ceil(b.Max[0]+pad)), int(math.Ceil(b.Max[1]+pad))).Sub(at)
	frame := w.out
	w.out = outline{edges: frame.edges, origin: orb.Point{float64(at.X), float64(at.Y)}, w: float64(size.X), h: float64(size.Y)}
	w.out.begin()
	add(ps)
	es, r := w.out.since()
	frame.edges = w.out.edges[:len(frame.edges)] // may have grown
	w.out = frame
	if len(es) == 0 {
		return sprite{}
	}
	w.cells.begin(size.X, 0, size.Y)
	w.cells.add(es)
	m := w.cells.mask()
	// Only what is covered is kept.
	r = r.Intersect(m.Rect)
	out := image.NewAlpha(image.Rectangle{Max: r.Size()})
	for y := range r.Dy() {
		copy(out.Pix[y*out.Stride:][:r.Dx()], m.Pix[(r.Min.Y+y)*m.Stride+r.Min.X:])
	}
	return sprite{out, at.Add(r.Min).Sub(first)}
}
