package raster

import (
	"context"
	"errors"
	"fmt"
	"image"
	"math"

	"github.com/paulmach/orb"

	"dateline/geo/scene"
)

// MaxPixels is the largest picture that is painted: 16,384 × 16,384.
const MaxPixels = 1 << 28

// ErrSize says that a picture would have no pixels, or too many.
var ErrSize = errors.New("impossible size of picture")

// Renderer paints scenes. It keeps its buffers and the pictures of glyphs, so
// the same one should be used again and again, by one goroutine at a time.
// Separate Renderers may work at the same time.
type Renderer struct {
	p painter
}

// New makes a Renderer.
func New() *Renderer {
	s := newShaper()
	r := &Renderer{}
	r.p.shaper = s
	r.p.glyphs = glyphs{faces: s.faces, fill: &r.p.fill, pics: map[glyphKey]picture{}, rings: map[ringKey][][]orb.Point{}}
	return r
}

// Render paints a scene with a new Renderer.
func Render(ctx context.Context, s scene.Scene, scale float64) (*image.RGBA, error) {
	return New().Render(ctx, s, scale)
}

// Size is the size in pixels of a scene at a scale (pixels per page unit).
func Size(s scene.Scene, scale float64) (image.Point, error) {
	w, h := math.Ceil(s.Size[0]*scale-1e-6), math.Ceil(s.Size[1]*scale-1e-6)
	if !(w >= 1 && h >= 1 && w*h <= MaxPixels && scale > 0) {
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
	if !(scale > 0) {
		return fmt.Errorf("painting at scale %v: %w", scale, ErrSize)
	}
	return r.paint(ctx, dst, s, scale)
}

func (r *Renderer) paint(ctx context.Context, dst *image.RGBA, s scene.Scene, scale float64) error {
	r.p.dst, r.p.scale, r.p.ctx = dst, scale, ctx
	defer func() { r.p.dst, r.p.ctx = nil, nil }()
	return s.Paint(&r.p)
}
