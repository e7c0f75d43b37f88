package cli

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/paulmach/orb"

	"dateline/app/brief"
	"dateline/app/work"
	"dateline/geo/basemap/tiles"
	"dateline/geo/scene"
	"dateline/timeline/edtf"
)

// picture are the flags of everything that draws.
type picture struct {
	Size      string  `placeholder:"WxH" default:"1280x720" help:"Width and height in pixels, or one of hd, 4k, screen, square, portrait, story, a4, a3, letter; a4-portrait and so on."`
	DPI       float64 `name:"dpi" placeholder:"N" help:"Pixels an inch of paper has; 150 for sizes of paper."`
	Format    string  `enum:",png,jpeg,svg,pdf" default:"" placeholder:"png|jpeg|svg|pdf" help:"What to write; by default what the name ends in."`
	Style     string  `enum:",light,dark,print" default:"" placeholder:"light|dark|print" help:"How the map is drawn; that of the brief, else light."`
	Tiles     string  `placeholder:"FILE" help:"Draw on the tiles in this file (MBTiles or PMTiles)."`
	Show      string  `placeholder:"PARTS" help:"Parts of the picture that are off by default: north, graticule."`
	Hide      string  `placeholder:"PARTS" help:"Parts to leave out: title, legend, scale, clock, inset, as-of."`
	Units     string  `enum:",km,mi,nmi,km+mi,km+nmi" default:"" placeholder:"km|mi|nmi|km+mi|km+nmi" help:"Lengths in kilometres, miles or nautical miles, or on two scales."`
	Banner    string  `placeholder:"TEXT" help:"A line of handling or classification at the top and the bottom."`
	BannerHue string  `name:"banner-colour" enum:",red,blue,green,purple,amber,teal,grey" default:"" placeholder:"COLOUR" help:"Of the banner: red, blue, green, purple, amber, teal or grey."`
	AsOf      string  `name:"as-of" placeholder:"DATE" help:"What the picture says it shows the state of, instead of the date of the newest report."`
	Published string  `placeholder:"DATE" help:"When the report was published, if the file does not say."`
}

// renderCmd draws the map at one moment.
type renderCmd struct {
	File   string `arg:"" name:"FILE" help:"A brief or a report; - for a report on standard input."`
	Output string `short:"o" required:"" placeholder:"map.png" help:"The picture to write; - for standard output."`
	World  bool   `name:"world-file" help:"Also write where on the world its pixels are (.pgw or .jgw, and .prj)."`
	At     string `xor:"moment" placeholder:"DATE" help:"What has happened by this date; all of it by default."`
	Step   *int   `xor:"moment" placeholder:"N" help:"The Nth step, from 1."`
	picture
}

// The sizes of pictures that are drawn, in pixels.
const (
	leastSide   = 64
	largestSide = 16384
	largestArea = 100_000_000
)

// Run draws one picture.
func (r *renderCmd) Run(c *call) error {
	var at time.Time
	if r.At != "" {
		date, err := edtf.ParseUser(r.At)
		if err != nil {
			return usagef("--at %q is no date: %w", r.At, err)
		}
		from, to := date.Bounds()
		if at = to; at.IsZero() {
			at = from
		}
		if at.IsZero() {
			return usagef("--at %q leaves the date open: give a day such as 2014-06-14", r.At)
		}
	}
	d, err := r.drawing(c, r.Output)
	switch {
	case err != nil:
		return err
	case r.World && d.format.Vector():
		return usagef("--world-file: %s has no pixels: name a PNG or a JPEG", r.Output)
	case r.World && d.path == "-":
		return usagef("--world-file: standard output has no place beside it: name a file with -o")
	case r.World && r.Step != nil:
		return usagef("--world-file: a step has a caption beside its map: leave out --step")
	}
	if r.Step != nil && *r.Step < 1 {
		return usagef("--step %d: steps count from 1", *r.Step)
	}
	s, err := r.studio(c, r.File)
	if err != nil {
		return err
	}
	defer s.close()
	s.opt.Now = at
	if r.Step != nil {
		deck, l := s.deck()
		if *r.Step > deck.Len() {
			return usagef("--step %d: %s has %s", *r.Step, r.File, count(deck.Len(), "step"))
		}
		sc, in, err := s.slide(c.ctx, deck, l, *r.Step-1)
		if err != nil {
			return err
		}
		return d.scene(c.ctx, sc, in)
	}
	in, err := s.input(c.ctx, r.Output)
	if err != nil {
		return err
	}
	if err := d.scene(c.ctx, scene.Build(in), in); err != nil || !r.World {
		return err
	}
	return d.world(in.View)
}

// drawing is how the picture is written.
func (p *picture) drawing(c *call, path string) (drawing, error) {
	f, err := fileFormat(path, p.Format)
	if err != nil {
		return drawing{}, err
	}
	_, dpi, err := p.sizeOf()
	return drawing{path: path, format: f, dpi: dpi, software: c.software(), call: c}, err
}

// look is what is asked for around the map.
func (p *picture) look() (l work.Look, err error) {
	if l.Show, err = work.PartsNamed(p.Show); err != nil {
		return l, usagef("--show: %w", err)
	}
	if l.Hide, err = work.PartsNamed(p.Hide); err != nil {
		return l, usagef("--hide: %w", err)
	}
	if l.Units, err = work.UnitsNamed(p.Units); err != nil {
		return l, usagef("--units: %w", err)
	}
	if p.BannerHue != "" && strings.TrimSpace(p.Banner) == "" {
		return l, usagef("--banner-colour: say with --banner what the banner says")
	}
	l.Banner = scene.Banner{Text: p.Banner, Hue: scene.Hue(p.BannerHue)}
	if p.AsOf == "" {
		return l, nil
	}
	date, err := edtf.ParseUser(p.AsOf)
	if err != nil {
		return l, usagef("--as-of %q is no date: %w", p.AsOf, err)
	}
	l.AsOf = work.AsOf(date)
	return l, nil
}

// studio is a brief ready to be drawn.
type studio struct {
	engine  Engine
	brief   brief.Brief
	content work.Content
	opt     work.ViewOptions
	look    work.Look
	tiles   *tiles.Layer // of the online map that the brief asks for; nil for none
	warn    func(format string, args ...any)
}

// studio reads what is to be drawn. The size is checked before anything is
// read.
func (p *picture) studio(c *call, file string) (*studio, error) {
	size, _, err := p.sizeOf()
	if err != nil {
		return nil, err
	}
	look, err := p.look()
	if err != nil {
		return nil, err
	}
	b, err := c.load(file, p.Published)
	if err != nil {
		return nil, err
	}
	content, err := c.readBrief(b)
	if err != nil {
		return nil, err
	}
	for _, r := range content.Reports {
		for _, w := range warnings(r.Reading) {
			c.warn("note: %s", w)
		}
	}
	s := &studio{engine: c.env.Engine, brief: b, content: content, look: look, opt: work.ViewOptions{Size: size, Style: styleOf(p.Style, b)}, warn: c.warn}
	switch id := b.Show.Tiles; {
	case p.Tiles != "":
		if s.tiles, err = tiles.OpenFile(c.ctx, p.Tiles); err != nil {
			return nil, err
		}
	case id != "":
		if s.tiles, err = work.Tiles(id); err != nil {
			c.warn("note: %v: the map that ships is drawn", err)
		} else if s.tiles == nil {
			c.warn("note: this version knows no map %q: the map that ships is drawn", id)
		}
	}
	return s, nil
}

// styleOf is the style asked for, else that of the brief.
func styleOf(style string, b brief.Brief) string {
	if style != "" {
		return style
	}
	return b.Show.Style
}

// close closes the file of tiles.
func (s *studio) close() {
	if s.tiles != nil {
		_ = s.tiles.Close() // it was only read
	}
}

// input is what the map is made of, with the tiles that it has.
func (s *studio) input(ctx context.Context, path string) (scene.Input, error) {
	in, err := s.engine.Input(s.content, s.opt)
	if err != nil {
		return in, fmt.Errorf("drawing %s: %w", path, err)
	}
	s.look.Apply(&in)
	in, missing, err := work.WithTiles(ctx, in, s.tiles)
	if err != nil {
		return in, fmt.Errorf("drawing %s: %w", path, err)
	}
	if missing > 0 && !s.tiles.Provider().Online() {
		s.warn("note: %s lacks %s that %s does not have", path, count(missing, "tile"), s.tiles.Provider().Title)
	} else if missing > 0 {
		s.warn("note: %s lacks %s of %s: nothing is downloaded for it", path, count(missing, "tile"), s.tiles.Provider().Title)
	}
	return in, nil
}

// parseSize reads "1280x720".
func parseSize(s string) (orb.Point, error) {
	w, h, ok := strings.Cut(strings.ToLower(strings.ReplaceAll(s, "×", "x")), "x")
	width, err := strconv.Atoi(strings.TrimSpace(w))
	height, err2 := strconv.Atoi(strings.TrimSpace(h))
	switch {
	case !ok || err != nil || err2 != nil:
		return orb.Point{}, usagef("--size %q is no size: give width and height in pixels, such as 1280x720, or a4, 4k and the like", s)
	case width < leastSide || height < leastSide:
		return orb.Point{}, usagef("--size %s is too small: at least %dx%d", s, leastSide, leastSide)
	case width > largestSide || height > largestSide || width*height > largestArea:
		return orb.Point{}, usagef("--size %s is too large: up to %d pixels a side and %d million in all", s, largestSide, largestArea/1_000_000)
	}
	return orb.Point{float64(width), float64(height)}, nil
}

// count is a number with its noun.
func count(n int, noun string) string {
	switch n {
	case 0:
		return "no " + noun + "s"
	case 1:
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
