package raster

import (
	"image"
	"math"
	"sync"

	"github.com/paulmach/orb"

	"dateline/geo/paint/typeset"
	"dateline/geo/scene"
)

// labelKey names the pictures of a line of text: all that they depend on. The
// horizontal position counts in quarters of a pixel.
type labelKey struct {
	text                   string
	font                   scene.Font
	size, halo, spacing, x float64
}

// label is the pictures of a line of text. Both positions are from the
// baseline's start, in whole pixels.
type label struct {
	ink, halo     *image.Alpha
	inkAt, haloAt image.Point
}

// labels are those drawn, for all workers of a Renderer.
type labels struct {
	mu    sync.Mutex
	kept  map[labelKey]*label
	bytes int
}

func newLabels() *labels { return &labels{kept: map[labelKey]*label{}} }

// maxLabelBytes bounds the pictures that are remembered.
const maxLabelBytes = 32 << 20

// get gives the pictures of a label, nil if there are none.
func (l *labels) get(k labelKey) *label {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.kept[k]
}

// put keeps the pictures of a label.
func (l *labels) put(k labelKey, p *label) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.kept[k] == nil {
		l.kept[k] = p
		l.bytes += 128 + len(k.text) + size(p.ink) + size(p.halo)
	}
}

func size(m *image.Alpha) int {
	if m == nil {
		return 0
	}
	return len(m.Pix)
}

// trim forgets all of them when they are too many.
func (l *labels) trim() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.bytes > maxLabelBytes {
		clear(l.kept)
		l.bytes = 0
	}
}

// The sizes of letters, in pixels, that are drawn, and those of which the
// pictures are kept.
const (
	leastText = 0.5
	mostText  = 4096
	mostKept  = 96
)

// text draws one line: first the halo of all glyphs as one shape, so that it
// never covers a neighbour, then the glyphs.
func (w *worker) text(it scene.Text, ops *[opsPerItem]op) {
	scale := w.frame.scale
	size := it.Size * scale
	if !(size > leastText && size < mostText) || it.Text == "" {
		return
	}
	halo := 0.0
	if it.Halo.A > 0 && it.HaloWidth > 0 {
		halo = it.HaloWidth * scale
	}
	if len(it.Along) > 1 {
		w.placed = w.shaper.Shape(it.Text, it.Font).Along(w.placed[:0], size, it.Spacing*scale, it.Anchor, distinct(w.points(it.Along)))
		w.outlines(w.placed, size, halo, it, ops)
		return
	}
	x, y, ok := w.start(it, size)
	if !ok {
		return
	}
	if size > mostKept {
		w.placed = w.shaper.Shape(it.Text, it.Font).Level(w.placed[:0], size, it.Spacing*scale, orb.Point{x, y})
		w.outlines(w.placed, size, halo, it, ops)
		return
	}
	whole := math.Floor(x)
	k := labelKey{it.Text, it.Font, size, halo, it.Spacing * scale, x - whole}
	l := w.labels.get(k)
	if l == nil {
		l = w.drawLabel(k)
		w.labels.put(k, l)
	}
	at := image.Pt(int(whole), int(y)).Sub(w.frame.dst.Rect.Min)
	if l.halo != nil {
		ops[0] = masked(l.halo, at.Add(l.haloAt))
		ops[0].color = it.Halo
	}
	if l.ink != nil {
		ops[1] = masked(l.ink, at.Add(l.inkAt))
		ops[1].color = it.Color
	}
}

func masked(m *image.Alpha, at image.Point) op {
	return op{from: at.Y, to: at.Y + m.Rect.Dy(), left: at.X, right: at.X + m.Rect.Dx(), mask: m, at: at}
}

// start is where the baseline of a straight line starts, in pixels: on a whole
// one upwards, and on a quarter sideways. ok is false when that is nowhere near
// any picture.
func (w *worker) start(it scene.Text, size float64) (x, y float64, ok bool) {
	scale := w.frame.scale
	x, y = it.At[0]*scale, math.Round(it.At[1]*scale)
	if it.Anchor != scene.Start {
		x += typeset.Offset(it.Anchor, w.shaper.Shape(it.Text, it.Font).Advance(size, it.Spacing*scale), 0)
	}
	x = math.Round(x*4) / 4
	return x, y, math.Abs(x) < 1e6 && math.Abs(y) < 1e6
}

// outlines makes ops of glyphs that are drawn as they are, without a picture
// that is kept.
func (w *worker) outlines(ps []typeset.Placed, size, halo float64, it scene.Text, ops *[opsPerItem]op) {
	if halo > 0 {
		w.out.begin()
		w.grown(ps, size, halo)
		ops[0] = w.filled(it.Halo)
	}
	w.out.begin()
	for _, g := range ps {
		w.each(g, size, w.ring)
	}
	ops[1] = w.filled(it.Color)
}

// grown adds the outlines of glyphs grown by some pixels all round.
func (w *worker) grown(ps []typeset.Placed, size, by float64) {
	w.stroke.half, w.stroke.round = by, true
	for _, g := range ps {
		w.each(g, size, w.swell)
	}
}

// drawLabel draws the pictures of a label.
func (w *worker) drawLabel(k labelKey) *label {
	ps := w.shaper.Shape(k.text, k.font).Level(w.placed[:0], k.size, k.spacing, orb.Point{k.x, 0})
	w.placed = ps
	var b orb.Bound
	some := false
	for _, g := range ps {
		w.each(g, k.size, func(r []orb.Point) {
			rb := orb.LineString(r).Bound()
			if some {
				rb = rb.Union(b)
			}
			b, some = rb, true
		})
	}
	if !some {
		return &label{}
	}
	l := &label{}
	// What is drawn meanwhile has a picture of its own.
	frame := w.out
	defer func() { w.out = frame }()
	picture := func(pad float64, add func()) (*image.Alpha, image.Point) {
		at := image.Pt(int(math.Floor(b.Min[0]-pad)), int(math.Floor(b.Min[1]-pad)))
		size := image.Pt(int(math.Ceil(b.Max[0]+pad)), int(math.Ceil(b.Max[1]+pad))).Sub(at)
		w.out = outline{edges: frame.edges, origin: orb.Point{float64(at.X), float64(at.Y)}, w: float64(size.X), h: float64(size.Y)}
		w.out.begin()
		add()
		es, _ := w.out.since()
		frame.edges = w.out.edges[:len(frame.edges)] // may have grown
		w.cells.begin(size.X, 0, size.Y)
		w.cells.add(es)
		return w.cells.mask(), at
	}
	l.ink, l.inkAt = picture(0, func() {
		for _, g := range ps {
			w.each(g, k.size, w.out.ring)
		}
	})
	if k.halo > 0 {
		l.halo, l.haloAt = picture(k.halo+1, func() { w.grown(ps, k.size, k.halo) })
	}
	return l
}
