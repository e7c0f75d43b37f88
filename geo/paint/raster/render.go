package raster

import (
	"context"
	"errors"
	"fmt"
	"image"
	"math"
	"runtime"
	"sync"
	"sync/atomic"

	"dateline/geo/scene"
)

// MaxPixels is the largest picture that is painted: 16,384 × 16,384; MaxSide
// is its longest side.
const (
	MaxPixels = 1 << 28
	MaxSide   = 1 << 20
)

// ErrSize says that a picture would have no pixels, or too many.
var ErrSize = errors.New("impossible size of picture")

// Renderer paints scenes, on all processors. It keeps its buffers and the
// pictures of labels, so the same one should be used again and again, by one
// goroutine at a time. Separate Renderers may work at the same time.
type Renderer struct {
	workers []*worker
	labels  *labels
	ops     [][opsPerItem]op
	bands   []image.Rectangle
}

// New makes a Renderer.
func New() *Renderer {
	return &Renderer{labels: newLabels()}
}

// Render paints a scene with a new Renderer.
func Render(ctx context.Context, s scene.Scene, scale float64) (*image.RGBA, error) {
	return New().Render(ctx, s, scale)
}

// Size is the size in pixels of a scene at a scale (pixels per page unit).
func Size(s scene.Scene, scale float64) (image.Point, error) {
	w, h := math.Ceil(s.Size[0]*scale-1e-6), math.Ceil(s.Size[1]*scale-1e-6)
	if !(w >= 1 && h >= 1 && w <= MaxSide && h <= MaxSide && w*h <= MaxPixels && scale > 0) {
		return image.Point{}, fmt.Errorf("painting %v × %v at scale %v: %w", s.Size[0], s.Size[1], scale, ErrSize)
	}
	return image.Pt(int(w), int(h)), nil
}

// Render paints a scene into a new picture at a scale in pixels per page unit.
// Its bounds start at (0, 0) and its Stride is four times its width. It returns
// the context's error as soon as the context ends.
func (r *Renderer) Render(ctx context.Context, s scene.Scene, scale float64) (*image.RGBA, error) {
	size, err := Size(s, scale)
	if err != nil {
		return nil, err
	}
	dst := image.NewRGBA(image.Rectangle{Max: size})
	if err := r.paint(ctx, dst, s, scale); err != nil {
		return nil, err
	}
	return dst, nil
}

// RenderInto paints a scene into dst, whose pixels are used again when they
// are enough (their content is lost), and gives the picture: dst itself, or a
// new one when dst is nil or too small.
func (r *Renderer) RenderInto(ctx context.Context, dst *image.RGBA, s scene.Scene, scale float64) (*image.RGBA, error) {
	size, err := Size(s, scale)
	if err != nil {
		return nil, err
	}
	n := 4 * size.X * size.Y
	if dst == nil || cap(dst.Pix) < n {
		return r.Render(ctx, s, scale)
	}
	dst.Pix, dst.Stride, dst.Rect = dst.Pix[:n], 4*size.X, image.Rectangle{Max: size}
	clear(dst.Pix)
	if err := r.paint(ctx, dst, s, scale); err != nil {
		return nil, err
	}
	return dst, nil
}

// Over paints a scene over a picture that is there already, for instance
// events over a base map that was kept.
func (r *Renderer) Over(ctx context.Context, dst *image.RGBA, s scene.Scene, scale float64) error {
	size := dst.Rect.Size()
	if !(scale > 0) || size.X > MaxSide || size.Y > MaxSide {
		return fmt.Errorf("painting at scale %v over %d × %d pixels: %w", scale, size.X, size.Y, ErrSize)
	}
	return r.paint(ctx, dst, s, scale)
}

// A picture is painted in two steps, each on all processors: its items become
// ops, and its bands of rows are filled, each by all ops in their order.
const (
	mostWorkers   = 16
	leastPixels   = 1 << 15 // below which one goroutine is enough
	bandsAWorker  = 4       // so that the slowest one does not hold up the rest
	leastBandRows = 48
	mostBandRows  = 256
)

func (r *Renderer) paint(ctx context.Context, dst *image.RGBA, s scene.Scene, scale float64) error {
	n := r.begin(dst, scale)
	ops := r.room(len(s.Items))
	defer r.end(ops)
	if err := r.plan(ctx, n, s.Items, ops, nil); err != nil {
		return err
	}
	h := dst.Rect.Dy()
	rows := min(max((h+n*bandsAWorker-1)/(n*bandsAWorker), leastBandRows), mostBandRows)
	r.bands = r.bands[:0]
	for y := 0; y < h; y += rows {
		r.bands = append(r.bands, image.Rect(0, y, dst.Rect.Dx(), min(y+rows, h)))
	}
	return r.fill(ctx, n, ops, r.bands)
}

// begin makes workers ready for a picture, and tells how many.
func (r *Renderer) begin(dst *image.RGBA, scale float64) int {
	n := 1
	if dst.Rect.Dx()*dst.Rect.Dy() >= leastPixels {
		n = min(runtime.GOMAXPROCS(0), mostWorkers)
	}
	for len(r.workers) < n {
		r.workers = append(r.workers, newWorker(r.labels))
	}
	for _, k := range r.workers[:n] {
		k.begin(frame{dst: dst, scale: scale})
	}
	return n
}

// room is where the ops of so many items go; none of them does anything yet.
func (r *Renderer) room(items int) [][opsPerItem]op {
	if cap(r.ops) < items {
		r.ops = make([][opsPerItem]op, items+items/4)
	}
	return r.ops[:items]
}

// end forgets a picture, and the pictures in its ops.
func (r *Renderer) end(ops [][opsPerItem]op) {
	clear(ops)
	for _, k := range r.workers {
		k.frame = frame{}
	}
	r.labels.trim()
}

// plan makes the ops of the items that are wanted; nil wants all.
func (r *Renderer) plan(ctx context.Context, n int, items []scene.Item, ops [][opsPerItem]op, want func(i int) bool) error {
	var stop stopper
	const chunk = 8 // items at a time
	each(r.workers[:n], (len(ops)+chunk-1)/chunk, func(k *worker, i int) bool {
		for j := i * chunk; j < min((i+1)*chunk, len(ops)); j++ {
			if want != nil && !want(j) {
				continue
			}
			if stop.ended(ctx) {
				return false
			}
			k.plan(items[j], &ops[j])
		}
		return true
	})
	return stop.error()
}

// fill does the ops in rectangles of the picture that do not overlap.
func (r *Renderer) fill(ctx context.Context, n int, ops [][opsPerItem]op, rects []image.Rectangle) error {
	var stop stopper
	each(r.workers[:n], len(rects), func(k *worker, i int) bool {
		in := rects[i]
		k.cells.begin(k.frame.dst.Rect.Dx(), in.Min.Y, in.Max.Y)
		for j := range ops {
			for p := range ops[j] {
				o := &ops[j][p]
				if o.from >= in.Max.Y || o.to <= in.Min.Y || o.left >= in.Max.X || o.right <= in.Min.X {
					continue
				}
				if stop.ended(ctx) {
					return false
				}
				k.paint(o, in)
			}
		}
		return true
	})
	return stop.error()
}

// stopper remembers that a context has ended.
type stopper struct{ err atomic.Pointer[error] }

func (s *stopper) ended(ctx context.Context) bool {
	if s.err.Load() != nil {
		return true
	}
	if err := ctx.Err(); err != nil {
		first := err // err itself would be allocated at every call
		s.err.Store(&first)
		return true
	}
	return false
}

// error is the context's error, nil while it has not ended.
func (s *stopper) error() error {
	if err := s.err.Load(); err != nil {
		return *err
	}
	return nil
}

// each calls do with every number below n, on some worker, until do says no. It
// comes back when all are done.
func each(workers []*worker, n int, do func(w *worker, i int) bool) {
	if len(workers) == 1 || n < 2 {
		for i := 0; i < n; i++ {
			if !do(workers[0], i) {
				return
			}
		}
		return
	}
	var next atomic.Int64
	run := func(w *worker) {
		for {
			i := int(next.Add(1)) - 1
			if i >= n || !do(w, i) {
				return
			}
		}
	}
	var wait sync.WaitGroup
	for _, w := range workers[1:] {
		wait.Add(1)
		go func() {
			defer wait.Done()
			run(w)
		}()
	}
	run(workers[0])
	wait.Wait()
}
