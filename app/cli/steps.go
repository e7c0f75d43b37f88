package cli

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"os"
	"path/filepath"
	"strconv"

	"dateline/app/slide"
	"dateline/app/work"
	"dateline/geo/paint"
	"dateline/geo/paint/pdf"
	"dateline/geo/paint/raster"
	"dateline/geo/scene"
)

// stepsCmd draws every step.
type stepsCmd struct {
	File   string `arg:"" name:"FILE" help:"A brief or a report; - for a report on standard input."`
	Output string `short:"o" required:"" placeholder:"DIR" help:"The folder to write step-01.png and so on and an index into, which is made if need be; or a PDF with a page a step, - for standard output."`
	picture
}

// Run draws all steps.
func (r *stepsCmd) Run(c *call) error {
	f, err := r.form()
	if err != nil {
		return err
	}
	s, err := r.studio(c, r.File)
	if err != nil {
		return err
	}
	defer s.close()
	d, l := s.deck()
	if d.Len() == 0 {
		return fmt.Errorf("%s has no events, so there are no steps to draw", r.File)
	}
	style, err := scene.StyleByName(s.opt.Style)
	if err != nil {
		return err
	}
	_, dpi, err := r.sizeOf()
	if err != nil {
		return err
	}
	e := export{s: s, d: d, l: l, x: d.Index(l), style: style, to: drawing{path: r.Output, format: f, dpi: dpi, software: c.software(), call: c}}
	if f == paint.PDF {
		return e.document(c.ctx)
	}
	if err := os.MkdirAll(r.Output, 0o755); err != nil {
		return fmt.Errorf("cannot make the folder %s: %w: choose a place that may be written to", r.Output, cause(err))
	}
	return e.pictures(c.ctx)
}

// form is what the steps are written as: one PDF, or pictures in a folder.
func (r *stepsCmd) form() (paint.Format, error) {
	f, ok := paint.FormatOf(r.Output)
	switch {
	case r.Format == "" && ok && f == paint.PDF:
		return f, nil
	case r.Format == "pdf":
		return paint.PDF, nil
	case r.Output == "-":
		return "", usagef("-o -: the steps are several pictures: name a folder, or say --format pdf")
	case ok:
		return "", usagef("-o %s: the steps are several pictures: name a folder, or a PDF", r.Output)
	}
	return fileFormat("-", r.Format)
}

// deck is the slides of the brief, laid out for the size that was asked for.
func (s *studio) deck() (*slide.Deck, slide.Layout) {
	d := slide.New(s.engine, s.brief, s.content)
	return d, d.LayOut(s.opt.Size, raster.NewMeasurer())
}

// slide is one slide, with the tiles that it has, and what its map is made of.
func (s *studio) slide(ctx context.Context, d *slide.Deck, l slide.Layout, i int) (scene.Scene, scene.Input, error) {
	in, err := d.Input(i, l, s.opt.Style, nil)
	if err != nil {
		return scene.Scene{}, in, err
	}
	s.look.Apply(&in)
	in, missing, err := work.WithTiles(ctx, in, s.tiles)
	if err != nil {
		return scene.Scene{}, in, fmt.Errorf("drawing step %d: %w", i+1, err)
	}
	if missing > 0 {
		s.warn("note: step %d lacks %s of %s: nothing is downloaded for it", i+1, count(missing, "tile"), s.tiles.Provider().Title)
	}
	return d.Scene(i, l, in), in, nil
}

// export writes the steps.
type export struct {
	s     *studio
	d     *slide.Deck
	l     slide.Layout
	x     slide.Index
	style scene.Style
	to    drawing
}

// each draws each step once: step is told of it in full, and index of the pages
// of the index, behind their last step.
func (e *export) each(ctx context.Context, step func(i int, s scene.Scene, in scene.Input) error, index func(page int, s scene.Scene, in scene.Input) error) error {
	measure := raster.NewMeasurer()
	small := make(map[int]image.Image)
	page := 0
	for i := range e.d.Len() {
		sc, in, err := e.s.slide(ctx, e.d, e.l, i)
		if err != nil {
			return err
		}
		if err := step(i, sc, in); err != nil {
			return err
		}
		if small[i], err = raster.Render(ctx, sc, e.x.ThumbnailScale()); err != nil {
			return fmt.Errorf("drawing the index: %w", err)
		}
		if i+1 == e.x.First(page+1) {
			if err := index(page, e.x.Page(page, e.style, measure, func(i int) image.Image { return small[i] }), in); err != nil {
				return err
			}
			small = make(map[int]image.Image)
			page++
		}
	}
	return nil
}

// pictures writes each step, and the index, into a folder.
func (e *export) pictures(ctx context.Context) error {
	digits := max(2, len(strconv.Itoa(e.d.Len())))
	write := func(name string, s scene.Scene, in scene.Input) error {
		to := e.to
		to.path = filepath.Join(e.to.path, name+e.to.format.Extension())
		return to.scene(ctx, s, in)
	}
	return e.each(ctx, func(i int, s scene.Scene, in scene.Input) error {
		return write(fmt.Sprintf("step-%0*d", digits, i+1), s, in)
	}, func(page int, s scene.Scene, in scene.Input) error {
		name := "index"
		if e.x.Pages() > 1 {
			name = fmt.Sprintf("index-%d", page+1)
		}
		return write(name, s, in)
	})
}

// document writes a PDF: the index, whose pictures lead to the steps, and a page
// for each step.
func (e *export) document(ctx context.Context) error {
	var index, steps []pdf.Page
	var about paint.Options
	err := e.each(ctx, func(i int, s scene.Scene, in scene.Input) error {
		if i == 0 {
			about = work.About(in, e.to.dpi, e.to.software)
		}
		steps = append(steps, pdf.Page{Scene: s, Bookmark: fmt.Sprintf("%d. %s", i+1, e.d.Slide(i).Headline)})
		return nil
	}, func(page int, s scene.Scene, _ scene.Input) error {
		p := pdf.Page{Scene: s}
		if page == 0 {
			p.Bookmark = "Index"
		}
		for i := e.x.First(page); i < e.x.First(page+1); i++ {
			p.Links = append(p.Links, pdf.Link{Bounds: e.x.Bounds(i), Page: e.x.Pages() + i})
		}
		index = append(index, p)
		return nil
	})
	if err != nil {
		return err
	}
	var buf bytes.Buffer
	if err := paint.WritePages(ctx, &buf, append(index, steps...), about); err != nil {
		return fmt.Errorf("drawing %s: %w", e.to.path, err)
	}
	return e.to.call.out(e.to.path, buf.Bytes())
}
