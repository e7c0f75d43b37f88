package cli

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"dateline/app/slide"
	"dateline/app/work"
	"dateline/geo/paint/raster"
	"dateline/geo/scene"
)

// stepsCmd draws every step.
type stepsCmd struct {
	File   string `arg:"" name:"FILE" help:"A brief or a report; - for a report on standard input."`
	Output string `short:"o" required:"" placeholder:"DIR" help:"The folder to write step-01.png and so on and index.png into; it is made if need be."`
	picture
}

// Run draws all steps.
func (r *stepsCmd) Run(c *call) error {
	ext := strings.ToLower(filepath.Ext(r.Output))
	switch ext {
	case ".pdf", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".tif", ".tiff", ".bmp", ".svg":
		return usagef("-o %s: the steps are several pictures: name a folder", r.Output)
	}
	s, err := r.studio(c, r.File)
	if err != nil {
		return err
	}
	d, l := s.deck()
	if d.Len() == 0 {
		return fmt.Errorf("%s has no events, so there are no steps to draw", r.File)
	}
	style, err := scene.StyleByName(s.opt.Style)
	if err != nil {
		return err
	}
	e := export{s: s, d: d, l: l, x: d.Index(l), style: style, dir: r.Output}
	if err := os.MkdirAll(r.Output, 0o755); err != nil {
		return fmt.Errorf("cannot make the folder %s: %w: choose a place that may be written to", r.Output, cause(err))
	}
	return e.write(c.ctx)
}

// deck is the slides of the brief, laid out for the size that was asked for.
func (s *studio) deck() (*slide.Deck, slide.Layout) {
	d := slide.New(s.engine, s.brief, s.content)
	return d, d.LayOut(s.opt.Size, raster.NewMeasurer())
}

// slide is one slide, with the tiles that it has.
func (s *studio) slide(ctx context.Context, d *slide.Deck, l slide.Layout, i int) (scene.Scene, error) {
	in, err := d.Input(i, l, s.opt.Style, nil)
	if err != nil {
		return scene.Scene{}, err
	}
	in, missing, err := work.WithTiles(ctx, in, s.tiles)
	if err != nil {
		return scene.Scene{}, fmt.Errorf("drawing step %d: %w", i+1, err)
	}
	if missing > 0 {
		s.warn("note: step %d lacks %s of %s: nothing is downloaded for it", i+1, count(missing, "tile"), s.tiles.Provider().Title)
	}
	return d.Scene(i, l, in), nil
}

// export writes the steps.
type export struct {
	s     *studio
	d     *slide.Deck
	l     slide.Layout
	x     slide.Index
	style scene.Style
	dir   string // of the pictures, "" for none
}

// write draws each step once, as a picture, on a page and small for the index.
func (e *export) write(ctx context.Context) error {
	measure := raster.NewMeasurer()
	digits := max(2, len(strconv.Itoa(e.d.Len())))
	small := make(map[int]image.Image)
	var index []scene.Scene
	for i := range e.d.Len() {
		sc, err := e.s.slide(ctx, e.d, e.l, i)
		if err != nil {
			return err
		}
		if e.dir != "" {
			if err := picturePNG(ctx, sc, filepath.Join(e.dir, fmt.Sprintf("step-%0*d.png", digits, i+1))); err != nil {
				return err
			}
		}
		if small[i], err = raster.Render(ctx, sc, e.x.ThumbnailScale()); err != nil {
			return fmt.Errorf("drawing the index: %w", err)
		}
		if page := len(index); i+1 == e.x.First(page+1) {
			index = append(index, e.x.Page(page, e.style, measure, func(i int) image.Image { return small[i] }))
			clear(small)
		}
	}
	for page, sc := range index {
		name := "index.png"
		if len(index) > 1 {
			name = fmt.Sprintf("index-%d.png", page+1)
		}
		if e.dir != "" {
			if err := picturePNG(ctx, sc, filepath.Join(e.dir, name)); err != nil {
				return err
			}
		}
	}
	return nil
}

// picturePNG paints a scene into a file.
func picturePNG(ctx context.Context, s scene.Scene, path string) error {
	img, err := raster.Render(ctx, s, 1)
	if err != nil {
		return fmt.Errorf("drawing %s: %w", path, err)
	}
	var buf bytes.Buffer
	if err := png.Encode(&buf, img); err != nil {
		return fmt.Errorf("drawing %s: %w", path, err)
	}
	return save(path, buf.Bytes())
}
