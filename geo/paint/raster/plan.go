package raster

import (
	"image"
	"image/color"
	"math"

	"github.com/paulmach/orb"
	"golang.org/x/image/draw"

	"dateline/geo/paint/typeset"
	"dateline/geo/scene"
)

// op is one thing to do to the pixels: to fill outlines, to paint through a
// mask, or to lay a picture. Rows and positions count from the picture's top
// left.
type op struct {
	from, to    int // rows; none: nothing is done
	left, right int // columns
	color       color.NRGBA
	edges       []edge
	flood       bool // all of the picture
	mask        *image.Alpha
	at          image.Point // of the mask
	image       image.Image
	bounds      image.Rectangle // of the image, in the coordinates of the picture
}

// opsPerItem is how many ops an item needs: a fill and a stroke, or a halo and
// its letters.
const opsPerItem = 2

// worker makes ops of items and paints bands of them. Each goroutine has its
// own.
type worker struct {
	frame  frame
	out    outline
	cells  cells
	shaper *typeset.Shaper
	labels *labels
	stroke stroker
	scaled []orb.Point
	dashed []orb.Point
	rings  []orb.Point
	dashes []float64
	placed []typeset.Placed

	sprites     map[spriteKey]sprite
	spriteBytes int

	// Methods kept as values, so that they need not be made each time: ring adds
	// a ring, swell one with the stroke around it, line a stroke.
	ring, swell, line func([]orb.Point)
}

// frame is what is being painted.
type frame struct {
	dst   *image.RGBA
	scale float64
}

func newWorker(l *labels) *worker {
	w := &worker{shaper: typeset.NewShaper(), labels: l, sprites: map[spriteKey]sprite{}}
	w.ring = w.out.ring
	w.swell = func(r []orb.Point) {
		w.out.ring(r)
		w.rings = append(r, r[0])
		w.stroke.line(w.rings)
	}
	w.stroke.emit, w.line = w.ring, w.stroke.line
	return w
}

// begin makes the worker ready for a picture.
func (w *worker) begin(f frame) {
	w.frame = f
	if w.spriteBytes > maxSpriteBytes {
		clear(w.sprites)
		w.spriteBytes = 0
	}
	w.out.edges = w.out.edges[:0]
	w.out.origin = orb.Point{float64(f.dst.Rect.Min.X), float64(f.dst.Rect.Min.Y)}
	w.out.w, w.out.h = float64(f.dst.Rect.Dx()), float64(f.dst.Rect.Dy())
}

// plan makes the ops of an item.
func (w *worker) plan(it scene.Item, ops *[opsPerItem]op) {
	*ops = [opsPerItem]op{}
	switch it := it.(type) {
	case scene.Path:
		w.path(it, ops)
	case scene.Text:
		w.text(it, ops)
	case scene.Image:
		w.image(it, &ops[0])
	}
}

// filled makes an op of the outlines added since begin.
func (w *worker) filled(c color.NRGBA) op {
	es, r := w.out.since()
	return op{from: r.Min.Y, to: r.Max.Y, left: r.Min.X, right: r.Max.X, color: c, edges: es}
}

// rect is the rectangle of pixels that an op touches.
func (o *op) rect() image.Rectangle { return image.Rect(o.left, o.from, o.right, o.to) }

// points scales a line to pixels, into a buffer that is used again.
func (w *worker) points(ls orb.LineString) []orb.Point {
	out := w.scaled[:0]
	for _, v := range ls {
		if !bad(v) {
			out = append(out, orb.Point{v[0] * w.frame.scale, v[1] * w.frame.scale})
		}
	}
	w.scaled = out
	return out
}

func (w *worker) path(it scene.Path, ops *[opsPerItem]op) {
	if it.Fill.A == 255 && len(it.Lines) == 1 && floods(w.points(it.Lines[0]), w.frame.dst.Rect) {
		ops[0] = op{to: w.frame.dst.Rect.Dy(), right: w.frame.dst.Rect.Dx(), color: it.Fill, flood: true}
		it.Fill.A = 0 // that is done
	}
	if len(it.Lines) == 1 && len(it.Dash) == 0 && len(it.Lines[0]) <= spritePoints {
		w.shape(it, ops)
		return
	}
	if it.Fill.A > 0 {
		w.out.begin()
		for _, l := range it.Lines {
			w.out.ring(w.points(l))
		}
		ops[0] = w.filled(it.Fill)
	}
	if it.Stroke.A > 0 && it.Width > 0 {
		w.out.begin()
		w.stroke.half = it.Width * w.frame.scale / 2
		w.stroke.round = w.stroke.half > 1.2
		w.dashes = w.dashes[:0]
		for _, d := range it.Dash {
			w.dashes = append(w.dashes, d*w.frame.scale)
		}
		for _, l := range it.Lines {
			if ps := w.points(l); len(w.dashes) > 0 {
				w.dashed = dash(ps, w.dashes, w.dashed, w.line)
			} else {
				w.line(ps)
			}
		}
		ops[1] = w.filled(it.Stroke)
	}
}

// shape makes the ops of a path of few points.
func (w *worker) shape(it scene.Path, ops *[opsPerItem]op) {
	ps := w.points(it.Lines[0])
	k, first, kept := small(ps)
	do := func(o *op, half float64, c color.NRGBA, add func([]orb.Point)) {
		ok := false
		if k.half = half; kept {
			*o, ok = w.stamp(k, first, ps, add)
			o.color = c
		}
		if !ok {
			w.out.begin()
			add(ps)
			*o = w.filled(c)
		}
	}
	if it.Fill.A > 0 {
		do(&ops[0], 0, it.Fill, w.ring)
	}
	if it.Stroke.A > 0 && it.Width > 0 {
		w.stroke.half = it.Width * w.frame.scale / 2
		w.stroke.round = w.stroke.half > 1.2
		do(&ops[1], w.stroke.half, it.Stroke, w.line)
	}
}

// image stretches a picture to its rectangle.
func (w *worker) image(it scene.Image, o *op) {
	if it.Image == nil || bad(it.Bounds.Min) || bad(it.Bounds.Max) {
		return
	}
	at := func(v float64) int { return int(math.Round(math.Min(math.Max(v*w.frame.scale, -1e9), 1e9))) }
	r := image.Rect(at(it.Bounds.Min[0]), at(it.Bounds.Min[1]), at(it.Bounds.Max[0]), at(it.Bounds.Max[1]))
	seen := r.Intersect(w.frame.dst.Rect).Sub(w.frame.dst.Rect.Min)
	if seen.Empty() {
		return
	}
	*o = op{from: seen.Min.Y, to: seen.Max.Y, left: seen.Min.X, right: seen.Max.X, image: it.Image, bounds: r}
}

// paint does an op to the pixels of a rectangle, for whose rows the cells were
// made.
func (w *worker) paint(o *op, in image.Rectangle) {
	dst := w.frame.dst
	switch {
	case o.flood:
		k := newPen(o.color)
		first := dst.Pix[in.Min.Y*dst.Stride+4*in.Min.X:][:4*in.Dx()]
		k.run(first, 255)
		for y := in.Min.Y + 1; y < in.Max.Y; y++ {
			copy(dst.Pix[y*dst.Stride+4*in.Min.X:], first)
		}
	case o.mask != nil:
		composite(dst, o.mask, o.at, in, o.color)
	case o.image != nil:
		part := &image.RGBA{Pix: dst.Pix[in.Min.Y*dst.Stride+4*in.Min.X:], Stride: dst.Stride, Rect: in.Add(dst.Rect.Min)}
		if o.bounds.Size() == o.image.Bounds().Size() {
			draw.Draw(part, o.bounds, o.image, o.image.Bounds().Min, draw.Over)
		} else {
			draw.ApproxBiLinear.Scale(part, o.bounds, o.image, o.image.Bounds(), draw.Over, nil)
		}
	default:
		w.cells.add(o.edges)
		w.cells.paint(dst, in.Intersect(image.Rect(0, o.from, dst.Rect.Dx(), o.to)), o.color)
	}
}
