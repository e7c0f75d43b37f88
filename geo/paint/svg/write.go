package svg

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"math"

	"dateline/geo/paint/typeset"
	"dateline/geo/scene"
)

// Options are what an SVG file says beside its scene.
type Options struct {
	Title, Description string
	// Width and Height are the size with a unit, such as "297mm"; empty is that
	// of the scene in pixels of 1/96 inch.
	Width, Height string
}

// ErrSize says that a scene has no size.
var ErrSize = errors.New("impossible size of picture")

// Write writes a scene. It returns the context's error as soon as the context
// ends, and writes nothing then.
func Write(ctx context.Context, w io.Writer, s scene.Scene, opt Options) error {
	if !(s.Size[0] > 0 && s.Size[1] > 0) || math.IsInf(s.Size[0]+s.Size[1], 0) {
		return fmt.Errorf("an SVG of %v × %v: %w", s.Size[0], s.Size[1], ErrSize)
	}
	p := &painter{ctx: ctx, shaper: typeset.NewShaper(), names: names{used: map[string]int{}}}
	width, height := opt.Width, opt.Height
	if width == "" || height == "" {
		width, height = string(number(nil, s.Size[0], 3)), string(number(nil, s.Size[1], 3))
	}
	p.print(`<?xml version="1.0" encoding="UTF-8"?>` + "\n")
	p.print(`<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"`)
	p.print(` width="%s" height="%s" viewBox="0 0 %s %s">`+"\n", escape(width), escape(height), number(nil, s.Size[0], 3), number(nil, s.Size[1], 3))
	if opt.Title != "" {
		p.print("<title>%s</title>\n", escape(opt.Title))
	}
	if opt.Description != "" {
		p.print("<desc>%s</desc>\n", escape(opt.Description))
	}
	p.styles()
	p.print(`<clipPath id="page"><rect width="%s" height="%s"/></clipPath>`+"\n", number(nil, s.Size[0], 3), number(nil, s.Size[1], 3))
	p.names.used["page"] = 1
	p.print(`<g clip-path="url(#page)" stroke-miterlimit="3">` + "\n")
	if err := s.Paint(p); err != nil {
		return err
	}
	p.enter("", "")
	p.print("</g>\n</svg>\n")
	if _, err := w.Write(p.out.Bytes()); err != nil {
		return fmt.Errorf("writing the SVG: %w", err)
	}
	return nil
}

// painter is the scene.Painter of SVG.
type painter struct {
	ctx    context.Context
	shaper *typeset.Shaper
	out    bytes.Buffer
	names  names
	layer  string // that is open
	thing  string // whose group is open
	placed []typeset.Placed
}

var _ scene.Painter = (*painter)(nil)

func (p *painter) print(format string, args ...any) {
	if len(args) == 0 {
		p.out.WriteString(format)
		return
	}
	fmt.Fprintf(&p.out, format, args...)
}

// enter opens the groups that the next item belongs in, and closes others.
func (p *painter) enter(layer, thing string) {
	if p.thing != "" && (layer != p.layer || thing != p.thing) {
		p.print("</g>\n")
		p.thing = ""
	}
	if layer != p.layer {
		if p.layer != "" {
			p.print("</g>\n")
		}
		if p.layer = layer; layer != "" {
			name := p.names.unique(layer)
			p.print(`<g id="%s" inkscape:groupmode="layer" inkscape:label="%s">`+"\n", name, name)
		}
	}
	if thing != "" && thing != p.thing {
		p.thing = thing
		p.print(`<g id="%s">`+"\n", escape(p.names.unique(thing)))
	}
}

// item opens the groups of an item.
func (p *painter) item(id, class string) error {
	if err := p.ctx.Err(); err != nil {
		return err
	}
	p.enter(layerOf(class), stem(id))
	return nil
}

// largest is the largest number that is written; larger ones become it.
const largest = 1e7

// number appends a number with up to some decimals; what is no number is 0.
func number(b []byte, v float64, decimals int) []byte {
	if v != v {
		v = 0
	}
	v = min(max(v, -largest), largest)
	from := len(b)
	b = fmt.Appendf(b, "%.*f", decimals, v)
	if bytes.IndexByte(b[from:], '.') >= 0 {
		b = bytes.TrimRight(b, "0")
		b = bytes.TrimSuffix(b, []byte("."))
	}
	if string(b[from:]) == "-0" {
		b = append(b[:from], '0')
	}
	return b
}

// escape makes text safe between tags and in attributes; what XML cannot hold
// becomes a space.
func escape(s string) string {
	var b bytes.Buffer
	for _, r := range s {
		switch {
		case r == '&':
			b.WriteString("&amp;")
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		case r == '"':
			b.WriteString("&quot;")
		case r < ' ' || r == 0x7F || r == 0xFFFE || r == 0xFFFF:
			b.WriteByte(' ')
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
