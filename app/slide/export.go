package slide

import (
	"context"
	"fmt"
	"image"
	"io"

	"github.com/paulmach/orb"

	"dateline/app/work"
	"dateline/geo/basemap/tiles"
	"dateline/geo/paint/raster"
	"dateline/geo/scene"
)

// screen is the size of slides for a screen, in pixels.
var screen = orb.Point{1920, 1080}

// WritePDF writes the index and a page for each slide, of the size of a screen.
// Layer is the tiles under the events, nil for the map that ships.
func (d *Deck) WritePDF(ctx context.Context, style string, layer *tiles.Layer, w io.Writer) error {
	look, err := scene.StyleByName(style)
	if err != nil {
		return err
	}
	measure := raster.NewMeasurer()
	l := d.LayOut(screen, measure)
	x := d.Index(l)
	doc := Document{Title: d.Title(), Subject: d.Subtitle(), Links: x}
	small := make(map[int]image.Image)
	for i := range d.Len() {
		in, err := d.Input(i, l, style, nil)
		if err != nil {
			return err
		}
		if in, _, err = work.WithTiles(ctx, in, layer); err != nil {
			return fmt.Errorf("drawing step %d: %w", i+1, err)
		}
		s := d.Scene(i, l, in)
		if small[i], err = raster.Render(ctx, s, x.ThumbnailScale()); err != nil {
			return fmt.Errorf("drawing the index: %w", err)
		}
		doc.Slides = append(doc.Slides, Page{Scene: s, Name: fmt.Sprintf("%d. %s", i+1, d.Slide(i).Headline)})
		if page := len(doc.Index); i+1 == x.First(page+1) {
			doc.Index = append(doc.Index, x.Page(page, look, measure, func(i int) image.Image { return small[i] }))
			small = make(map[int]image.Image)
		}
	}
	return doc.Write(ctx, w)
}
