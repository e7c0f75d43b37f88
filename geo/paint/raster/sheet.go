package raster

import (
	"context"
	"image"
	"slices"

	"github.com/paulmach/orb"

	"dateline/geo/scene"
)

// Sheet is a picture that is painted again and again over one that stays, such
// as events over a base map. Only what changed in its scene is painted anew; the
// result is the same, byte for byte, as if all of it were. One goroutine at a
// time may use it, as its Renderer.
type Sheet struct {
	r     *Renderer
	img   *image.RGBA // painted last; nil: nothing is
	under *image.RGBA
	scale float64
	items []scene.Item
	rects []image.Rectangle // of the items, from the top left of the picture

	// For use again.
	was     []image.Rectangle
	matched []bool
	changed []image.Rectangle
	bands   []image.Rectangle
}

// Sheet makes an empty one.
func (r *Renderer) Sheet() *Sheet { return &Sheet{r: r} }

// Paint paints a scene over a picture, whose size the result has and which must
// not change as long as it is used; nil is nothing, of the scene's size at the
// scale. The result is dst where that has the right bounds, a new picture where
// not, or, where nothing changed, the one painted last: dst may be that one.
func (s *Sheet) Paint(ctx context.Context, dst, under *image.RGBA, sc scene.Scene, scale float64) (*image.RGBA, error) {
	size, err := Size(sc, scale)
	if err != nil && (under == nil || !(scale > 0)) {
		return nil, err
	}
	rect := image.Rectangle{Max: size}
	if under != nil {
		rect = under.Rect
	}
	whole := s.img == nil || s.img.Rect != rect || s.under != under || s.scale != scale
	last := s.img
	if !whole {
		s.match(sc.Items)
		if len(s.changed) == 0 && !slices.Contains(s.matched, false) {
			s.items = append(s.items[:0], sc.Items...)
			return last, nil
		}
	}
	if dst == nil || dst.Rect != rect {
		dst = image.NewRGBA(rect)
	}
	s.img = nil // until it is done
	if whole {
		err = s.paintAll(ctx, dst, under, sc.Items, scale)
	} else {
		err = s.paintChanged(ctx, dst, last, sc.Items)
	}
	if err != nil {
		return nil, err
	}
	s.img, s.under, s.scale = dst, under, scale
	s.items = append(s.items[:0], sc.Items...)
	return dst, nil
}

// paintAll paints everything.
func (s *Sheet) paintAll(ctx context.Context, dst, under *image.RGBA, items []scene.Item, scale float64) error {
	n := s.r.begin(dst, scale)
	ops := s.r.room(len(items))
	defer s.r.end(ops)
	if err := s.r.plan(ctx, n, items, ops, nil); err != nil {
		return err
	}
	s.rects = slices.Grow(s.rects[:0], len(items))[:len(items)]
	for i := range ops {
		s.rects[i] = extent(&ops[i])
	}
	s.under = under
	return s.renew(ctx, n, dst, ops, append(s.changed[:0], image.Rectangle{Max: dst.Rect.Size()}))
}

// extent is the rectangle that the ops of an item touch.
func extent(ops *[opsPerItem]op) (r image.Rectangle) {
	for i := range ops {
		r = r.Union(ops[i].rect())
	}
	return r
}

// lookAhead is how many items of the last scene are skipped at most to find one
// again.
const lookAhead = 64

// match finds the items of the last scene again. For each item it notes whether
// it was there, in the same order, and what rectangle it had; and the rectangles
// of those that are gone.
func (s *Sheet) match(items []scene.Item) {
	s.was, s.matched, s.changed = s.was[:0], s.matched[:0], s.changed[:0]
	at := 0
	for _, it := range items {
		found := -1
		for j := at; j < min(at+lookAhead, len(s.items)); j++ {
			if same(s.items[j], it) {
				found = j
				break
			}
		}
		if found < 0 {
			s.was, s.matched = append(s.was, image.Rectangle{}), append(s.matched, false)
			continue
		}
		s.changed = append(s.changed, s.rects[at:found]...)
		s.was, s.matched = append(s.was, s.rects[found]), append(s.matched, true)
		at = found + 1
	}
	s.changed = append(s.changed, s.rects[at:]...)
}

// paintChanged paints what match found to be other than in the last picture.
func (s *Sheet) paintChanged(ctx context.Context, dst, last *image.RGBA, items []scene.Item) error {
	n := s.r.begin(dst, s.scale)
	ops := s.r.room(len(items))
	defer s.r.end(ops)
	if err := s.r.plan(ctx, n, items, ops, func(i int) bool { return !s.matched[i] }); err != nil {
		return err
	}
	for i := range ops {
		if !s.matched[i] {
			s.was[i] = extent(&ops[i])
			s.changed = append(s.changed, s.was[i])
		}
	}
	s.rects, s.was = s.was, s.rects
	s.changed = disjoint(s.changed, image.Rectangle{Max: dst.Rect.Size()})
	if err := s.r.plan(ctx, n, items, ops, func(i int) bool {
		return s.matched[i] && slices.ContainsFunc(s.changed, s.rects[i].Overlaps)
	}); err != nil {
		return err
	}
	if dst != last {
		copy(dst.Pix, last.Pix)
	}
	return s.renew(ctx, n, dst, ops, s.changed)
}

// renew paints rectangles of a picture, which do not overlap, from the ground up.
func (s *Sheet) renew(ctx context.Context, n int, dst *image.RGBA, ops [][opsPerItem]op, rects []image.Rectangle) error {
	s.bands = s.bands[:0]
	for _, r := range rects {
		for y := r.Min.Y; y < r.Max.Y; y += leastBandRows {
			b := r
			b.Min.Y, b.Max.Y = y, min(y+leastBandRows, r.Max.Y)
			s.bands = append(s.bands, b)
			for row := b.Min.Y; row < b.Max.Y; row++ {
				to := dst.Pix[row*dst.Stride+4*b.Min.X:][:4*b.Dx()]
				if s.under == nil {
					clear(to)
				} else {
					copy(to, s.under.Pix[row*s.under.Stride+4*b.Min.X:])
				}
			}
		}
	}
	return s.r.fill(ctx, n, ops, s.bands)
}

// disjoint puts rectangles together that overlap or that are better painted as
// one, until none overlap, and cuts them to a picture.
func disjoint(rs []image.Rectangle, picture image.Rectangle) []image.Rectangle {
	// What is painted for each rectangle whatever its size, in pixels.
	const least = 4096
	area := func(r image.Rectangle) int { return r.Dx() * r.Dy() }
	n := 0
	for _, r := range rs {
		r = r.Intersect(picture)
		if r.Empty() {
			continue
		}
		for i := 0; i < n; i++ {
			u := r.Union(rs[i])
			if r.Overlaps(rs[i]) || area(u) <= area(r)+area(rs[i])+least {
				r = u
				rs[i] = rs[n-1]
				n--
				i = -1 // it may meet those that it did not before
			}
		}
		rs[n] = r
		n++
	}
	return rs[:n]
}

// same reports whether two items are painted alike, whatever they stand for.
func same(a, b scene.Item) bool {
	switch a := a.(type) {
	case scene.Path:
		b, ok := b.(scene.Path)
		return ok && a.Fill == b.Fill && a.Stroke == b.Stroke && a.Width == b.Width && slices.Equal(a.Dash, b.Dash) &&
			(one(a.Lines, b.Lines) || slices.EqualFunc(a.Lines, b.Lines, alike))
	case scene.Text:
		b, ok := b.(scene.Text)
		return ok && a.At == b.At && a.Text == b.Text && a.Font == b.Font && a.Size == b.Size && a.Color == b.Color && a.Halo == b.Halo &&
			a.HaloWidth == b.HaloWidth && a.Anchor == b.Anchor && a.Spacing == b.Spacing && alike(a.Along, b.Along)
	}
	return false // pictures are not compared
}

// one reports whether two lists are the same piece of memory.
func one[T any](a, b []T) bool { return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0]) }

func alike(a, b orb.LineString) bool { return one(a, b) || slices.Equal(a, b) }
