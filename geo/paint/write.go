package paint

import (
	"context"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"io"
	"path/filepath"
	"strings"

	"github.com/paulmach/orb"

	"dateline/geo/paint/pdf"
	"dateline/geo/paint/raster"
	"dateline/geo/paint/svg"
	"dateline/geo/scene"
)

// Format is a kind of file that a scene can be written to.
type Format string

// The formats.
const (
	PNG  Format = "PNG"
	JPEG Format = "JPEG"
	SVG  Format = "SVG"
	PDF  Format = "PDF"
)

// Formats are all formats, the usual one first.
func Formats() []Format { return []Format{PNG, JPEG, SVG, PDF} }

// Extension is that of a file's name: ".png".
func (f Format) Extension() string {
	if f == JPEG {
		return ".jpg"
	}
	return "." + strings.ToLower(string(f))
}

// Vector reports whether a format has no pixels.
func (f Format) Vector() bool { return f == SVG || f == PDF }

// FormatOf is the format that a file's name asks for by its ending; ok is false
// when that is of no format that is written.
func FormatOf(name string) (f Format, ok bool) {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".png":
		return PNG, true
	case ".jpg", ".jpeg", ".jpe":
		return JPEG, true
	case ".svg":
		return SVG, true
	case ".pdf":
		return PDF, true
	}
	return "", false
}

// Options are what a file says beside its scene.
type Options struct {
	Title, Description string
	Credits            string // the sources of the map
	Software           string // what wrote it: "Dateline 1.2"
	// DPI is the density of the picture: how many page units an inch of paper
	// has. 0 says nothing of paper: 96 for vectors.
	DPI float64
}

// jpegQuality keeps letters clean.
const jpegQuality = 92

// Write writes a scene, a pixel for each page unit. It returns the context's
// error as soon as the context ends.
func Write(ctx context.Context, w io.Writer, f Format, s scene.Scene, opt Options) error {
	switch f {
	case PNG:
		img, err := raster.Render(ctx, s, 1)
		if err != nil {
			return err
		}
		return writePNG(ctx, w, img, opt.DPI, []pngText{
			{"Title", opt.Title}, {"Description", opt.Description}, {"Copyright", opt.Credits}, {"Software", opt.Software},
		})
	case JPEG:
		img, err := raster.Render(ctx, s, 1)
		if err != nil {
			return err
		}
		if err := jpeg.Encode(w, onWhite(img), &jpeg.Options{Quality: jpegQuality}); err != nil {
			return fmt.Errorf("writing the JPEG: %w", err)
		}
		return nil
	case SVG:
		o := svg.Options{Title: opt.Title, Description: join(opt.Description, opt.Credits)}
		if opt.DPI > 0 {
			o.Width, o.Height = fmt.Sprintf("%.2fmm", s.Size[0]/opt.DPI*25.4), fmt.Sprintf("%.2fmm", s.Size[1]/opt.DPI*25.4)
		}
		return svg.Write(ctx, w, s, o)
	case PDF:
		return WritePages(ctx, w, []pdf.Page{{Scene: s}}, opt)
	}
	return fmt.Errorf("%q is no format of pictures", f)
}

// WritePages writes a PDF of several pages. Pages without a size of their own
// have that of their scene at the density of the options.
func WritePages(ctx context.Context, w io.Writer, pages []pdf.Page, opt Options) error {
	if opt.DPI > 0 {
		pages = append([]pdf.Page(nil), pages...)
		for i, p := range pages {
			if p.Size == (orb.Point{}) {
				pages[i].Size = orb.Point{p.Scene.Size[0] / opt.DPI * 72, p.Scene.Size[1] / opt.DPI * 72}
			}
		}
	}
	return pdf.Write(ctx, w, pdf.Document{Title: opt.Title, Subject: join(opt.Description, opt.Credits), Creator: opt.Software, Pages: pages})
}

func join(parts ...string) string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, ". ")
}

// onWhite is a picture without holes.
func onWhite(img *image.RGBA) *image.RGBA {
	if img.Opaque() {
		return img
	}
	out := image.NewRGBA(img.Rect)
	draw.Draw(out, out.Rect, image.NewUniform(color.White), image.Point{}, draw.Src)
	draw.Draw(out, out.Rect, img, img.Rect.Min, draw.Over)
	return out
}
