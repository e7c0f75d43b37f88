package mapview

import (
	"context"
	"fmt"
	"image"
	"image/draw"
	"math"
	"time"

	"github.com/paulmach/orb"

	"dateline/geo/basemap/tiles"
	"dateline/geo/paint/raster"
	"dateline/geo/proj"
	"dateline/geo/scene"
)

// Margin is how far a frame reaches beyond the view on each side, in page
// units, so that there is map to show while it is dragged.
const Margin = 128.0

// Request is a picture of the map that is wanted.
type Request struct {
	Input scene.Input // its View is what is shown, without the margin
	Scale float64     // device pixels in a page unit
	// Tiles are drawn in place of the base map, as far as they are at hand;
	// nil for none. They, not the Input, say what its Backdrop is.
	Tiles *tiles.Layer
	Asked time.Time // when it was wanted
}

// Frame is a finished picture.
type Frame struct {
	Request
	// Map is the map with its events on it, of Base's size; it moves with the
	// map. Furniture is what stands still over it, of the view's size.
	Map, Furniture *image.RGBA
	Base           proj.View // the view with the margin
	Hits           []scene.Hit
	Took           time.Duration
	Lack           tiles.Lack // of Request.Tiles
}

// Offset is where the map's picture lies when the view is v and how much it is
// stretched: the position of its top left corner, and its size over its own.
func (f Frame) Offset(v proj.View) (topLeft orb.Point, stretch float64) {
	stretch = v.Scale / f.Base.Scale
	c, ok := v.ToPage(f.Base.Center)
	if !ok {
		c = orb.Point{v.Size[0] / 2, v.Size[1] / 2}
	}
	return orb.Point{c[0] - f.Base.Size[0]*stretch/2, c[1] - f.Base.Size[1]*stretch/2}, stretch
}

// painter makes frames. It keeps the base map of the last one, since most
// requests change only what lies on it, and paints of that what changed. One goroutine at a time may use it.
type painter struct {
	r    *raster.Renderer
	base *image.RGBA // its origin is that of the view, where that falls on a pixel
	key  string
	back image.Image // the tiles in base

	events, furniture *raster.Sheet
	laid, shown       *image.RGBA // the last map as the sheet has it, and as a frame has it
}

func newPainter() *painter {
	r := raster.New()
	return &painter{r: r, events: r.Sheet(), furniture: r.Sheet()}
}

// paint makes the frame of a request.
func (p *painter) paint(ctx context.Context, q Request) (Frame, error) {
	start := time.Now()
	in := q.Input
	in.View = in.View.Clamp()
	q.Input = in
	in.Margin, in.Hover = Margin, ""
	wide := in
	f := Frame{Request: q, Base: in.View}
	f.Base.Size = orb.Point{in.View.Size[0] + 2*Margin, in.View.Size[1] + 2*Margin}

	key := fmt.Sprint(in.View.Proj.Name(), in.View.Center, in.View.Scale, in.View.Size, in.Style.Name, q.Scale, scene.Focus(in.Events))
	back, err := f.lay(ctx, &in, &wide)
	if err != nil {
		return Frame{}, err
	}
	if key != p.key || p.base == nil || p.back != back {
		base, err := p.r.Render(ctx, scene.Base(wide), q.Scale)
		if err != nil {
			return Frame{}, fmt.Errorf("drawing the base map: %w", err)
		}
		p.base, p.key, p.back = base, key, back
		if m := Margin * q.Scale; m == math.Trunc(m) {
			base.Rect = base.Rect.Sub(image.Pt(int(m), int(m)))
		}
	}
	events, furniture := scene.Parts(in)
	onMap := scene.Scene{Size: f.Base.Size, Items: events.Items}
	if p.base.Rect.Min == (image.Point{}) {
		onMap.Items = moved(onMap.Items, Margin, Margin)
	}
	laid, err := p.events.Paint(ctx, nil, p.base, onMap, q.Scale)
	if err != nil {
		return Frame{}, fmt.Errorf("drawing the events: %w", err)
	}
	if laid != p.laid { // else it need not be sent to the screen again
		p.laid, p.shown = laid, &image.RGBA{Pix: laid.Pix, Stride: laid.Stride, Rect: laid.Rect.Sub(laid.Rect.Min)}
	}
	f.Map = p.shown
	if f.Furniture, err = p.furniture.Paint(ctx, nil, nil, furniture, q.Scale); err != nil {
		return Frame{}, fmt.Errorf("drawing the legend: %w", err)
	}
	f.Hits = events.Hits
	f.Took = time.Since(start)
	return f, nil
}

// lay puts the tiles under what is drawn: in, the view, and wide, the view with
// the margin. It returns their picture, the same as long as nothing changes.
func (f *Frame) lay(ctx context.Context, in, wide *scene.Input) (image.Image, error) {
	in.Backdrop, wide.Backdrop = scene.Backdrop{}, scene.Backdrop{}
	if f.Tiles == nil {
		return nil, nil
	}
	back, lack, err := f.Tiles.Backdrop(ctx, f.Base, f.Scale)
	if err != nil {
		return nil, fmt.Errorf("reading the tiles: %w", err)
	}
	f.Lack = lack
	if len(back.Images) == 0 {
		return nil, nil
	}
	wide.Backdrop, in.Backdrop = back, back
	in.Backdrop.Images = nil
	for _, img := range back.Images {
		img.Bounds = shifted(img.Bounds, -Margin, -Margin)
		in.Backdrop.Images = append(in.Backdrop.Images, img)
	}
	return back.Images[0].Image, nil
}

// shifted is a bound at another place.
func shifted(b orb.Bound, dx, dy float64) orb.Bound {
	return orb.Bound{Min: orb.Point{b.Min[0] + dx, b.Min[1] + dy}, Max: orb.Point{b.Max[0] + dx, b.Max[1] + dy}}
}

// moved are the items at another place.
func moved(items []scene.Item, dx, dy float64) []scene.Item {
	if dx == 0 && dy == 0 {
		return items
	}
	line := func(ls orb.LineString) orb.LineString {
		if ls == nil {
			return nil
		}
		out := make(orb.LineString, len(ls))
		for i, q := range ls {
			out[i] = orb.Point{q[0] + dx, q[1] + dy}
		}
		return out
	}
	out := make([]scene.Item, len(items))
	for i, it := range items {
		switch it := it.(type) {
		case scene.Path:
			ls := make(orb.MultiLineString, len(it.Lines))
			for k := range it.Lines {
				ls[k] = line(it.Lines[k])
			}
			it.Lines = ls
			out[i] = it
		case scene.Text:
			it.At = orb.Point{it.At[0] + dx, it.At[1] + dy}
			it.Along = line(it.Along)
			out[i] = it
		case scene.Image:
			it.Bounds = shifted(it.Bounds, dx, dy)
			out[i] = it
		}
	}
	return out
}

// Place is the point of the frame's own page that lies at a position of the
// widget while the view is v.
func (f Frame) Place(v proj.View, at orb.Point) orb.Point {
	o, stretch := f.Offset(v)
	return orb.Point{(at[0]-o[0])/stretch - Margin, (at[1]-o[1])/stretch - Margin}
}

// Seen is where a point of the frame's own page lies while the view is v.
func (f Frame) Seen(v proj.View, p orb.Point) orb.Point {
	o, stretch := f.Offset(v)
	return orb.Point{o[0] + (p[0]+Margin)*stretch, o[1] + (p[1]+Margin)*stretch}
}

// Covers reports whether the frame fills the view v, with room to spare on each
// side, at about its own size.
func (f Frame) Covers(v proj.View, spare float64) bool {
	if f.Map == nil || f.Base.Proj.Name() != v.Proj.Name() {
		return false
	}
	at, stretch := f.Offset(v)
	return stretch > 0.8 && stretch < 1.35 &&
		at[0] <= -spare && at[1] <= -spare &&
		at[0]+f.Base.Size[0]*stretch >= v.Size[0]+spare && at[1]+f.Base.Size[1]*stretch >= v.Size[1]+spare
}

// Flatten is the frame as one picture of the view's size, as it is seen.
func (f Frame) Flatten() *image.RGBA {
	out := image.NewRGBA(f.Furniture.Rect)
	at, _ := f.Offset(f.Input.View)
	from := image.Pt(int(math.Round(-at[0]*f.Scale)), int(math.Round(-at[1]*f.Scale)))
	draw.Draw(out, out.Rect, f.Map, from, draw.Src)
	draw.Draw(out, out.Rect, f.Furniture, image.Point{}, draw.Over)
	return out
}
