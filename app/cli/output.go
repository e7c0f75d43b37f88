package cli

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/paulmach/orb"

	"dateline/app/work"
	"dateline/geo/paint"
	"dateline/geo/proj"
	"dateline/geo/scene"
)

// drawing is how something is written: where, as what, for which paper.
type drawing struct {
	path     string // "-": standard output
	format   paint.Format
	dpi      float64 // 0: for no paper
	software string
	call     *call
}

// fileFormat is the format that a file's name asks for, or the one that is asked
// for by --format. A name without an ending, and standard output, is PNG.
func fileFormat(path, format string) (paint.Format, error) {
	if format != "" {
		f, _ := paint.FormatOf("x." + format)
		return f, nil
	}
	ext := filepath.Ext(path)
	if path == "-" || ext == "" || strings.HasSuffix(path, ".") {
		return paint.PNG, nil
	}
	f, ok := paint.FormatOf(path)
	if !ok {
		var names, kinds []string
		for _, f := range paint.Formats() {
			names = append(names, strings.TrimSuffix(path, ext)+f.Extension())
			kinds = append(kinds, string(f))
		}
		return "", usagef("-o %s: pictures are written as %s: name it %s", path, either(kinds), either(names))
	}
	return f, nil
}

// either names what there is to choose from: "a, b or c".
func either(words []string) string {
	n := len(words)
	if n < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:n-1], ", ") + " or " + words[n-1]
}

// sizeOf is the size that a picture has in pixels, and its density: that of a
// preset ("a4", "4k"), or what is written as 1280x720.
func (p *picture) sizeOf() (size orb.Point, dpi float64, err error) {
	if p.DPI != 0 && !(p.DPI >= 36 && p.DPI <= 1200) {
		return size, 0, usagef("--dpi %v: give from 36 to 1200 pixels an inch", p.DPI)
	}
	preset, ok := work.PresetByID(p.Size)
	if !ok {
		size, err = parseSize(p.Size)
		return size, p.DPI, err
	}
	dpi = p.DPI
	if preset.Paper() && dpi == 0 {
		dpi = work.ScreenDPI
	}
	w, h := preset.Pixels(dpi)
	size, err = parseSize(fmt.Sprintf("%dx%d", w, h))
	return size, dpi, err
}

// scene writes a scene.
func (d drawing) scene(ctx context.Context, s scene.Scene, in scene.Input) error {
	var buf bytes.Buffer
	if err := paint.Write(ctx, &buf, d.format, s, work.About(in, d.dpi, d.software)); err != nil {
		return fmt.Errorf("drawing %s: %w", d.path, err)
	}
	return d.call.out(d.path, buf.Bytes())
}

// world writes where on the world the pixels of a map are, beside it.
func (d drawing) world(v proj.View) error {
	world, projection, err := work.WorldFile(v)
	if err != nil {
		return fmt.Errorf("writing the world file of %s: %w", d.path, err)
	}
	stem := strings.TrimSuffix(d.path, filepath.Ext(d.path))
	ext := ".pgw"
	if d.format == paint.JPEG {
		ext = ".jgw"
	}
	if err := save(stem+ext, []byte(world)); err != nil {
		return err
	}
	return save(stem+".prj", []byte(projection))
}

// software is what files say wrote them.
func (c *call) software() string { return strings.TrimSpace("Dateline " + c.env.Version) }
