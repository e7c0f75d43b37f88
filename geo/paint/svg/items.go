package svg

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"image/color"
	"image/png"
	"math"
	"strings"

	"github.com/paulmach/orb"

	"dateline/geo/paint/typeset"
	"dateline/geo/scene"
)

// farthest bounds coordinates: what is beyond is moved there.
const farthest = 1e6

// finite is a line without points that are no number or that repeat the one
// before.
func finite(l orb.LineString) orb.LineString {
	out := make(orb.LineString, 0, len(l))
	for _, p := range l {
		if math.IsNaN(p[0]) || math.IsNaN(p[1]) || math.IsInf(p[0], 0) || math.IsInf(p[1], 0) {
			continue
		}
		for k := range p {
			p[k] = math.Min(math.Max(p[k], -farthest), farthest)
		}
		if n := len(out); n == 0 || out[n-1] != p {
			out = append(out, p)
		}
	}
	return out
}

// paint is the attributes of a colour, for "fill" or "stroke".
func paint(kind string, c color.NRGBA) string {
	if c.A == 0 {
		return fmt.Sprintf(` %s="none"`, kind)
	}
	s := fmt.Sprintf(` %s="#%02x%02x%02x"`, kind, c.R, c.G, c.B)
	if c.A < 255 {
		s += fmt.Sprintf(` %s-opacity="%s"`, kind, number(nil, float64(c.A)/255, 4))
	}
	return s
}

// roundFrom is the width from which strokes have round joins, as in all
// painters.
const roundFrom = 2.4

// Path writes a path.
func (p *painter) Path(it scene.Path) error {
	if err := p.item(it.ID, it.Class); err != nil {
		return err
	}
	stroke := it.Stroke
	if !(it.Width > 0) {
		stroke.A = 0
	}
	if it.Fill.A == 0 && stroke.A == 0 {
		return nil
	}
	d := outline(nil, it.Lines)
	if len(d) == 0 {
		return nil
	}
	p.print(`<path%s%s`, p.id(it.ID), paint("fill", it.Fill))
	if stroke.A > 0 {
		p.print(`%s stroke-width="%s"`, paint("stroke", stroke), number(nil, it.Width, 3))
		if it.Width > roundFrom {
			p.print(` stroke-linejoin="round"`)
		}
		if dash := dashes(it.Dash); dash != "" {
			p.print(` stroke-dasharray="%s"`, dash)
		}
	}
	p.print(` d="%s"/>`+"\n", d)
	return nil
}

// id is the attribute of an item's own name; none for the one that has the name
// of its group.
func (p *painter) id(id string) string {
	if id == "" || id == p.thing {
		return ""
	}
	return fmt.Sprintf(` id="%s"`, escape(p.names.unique(id)))
}

func dashes(pattern []float64) string {
	var parts []string
	sum := 0.0
	for _, d := range pattern {
		d = math.Max(d, 0)
		sum += d
		parts = append(parts, string(number(nil, d, 3)))
	}
	if !(sum > 1e-3) || math.IsInf(sum, 0) {
		return ""
	}
	return strings.Join(parts, " ")
}

// outline appends the data of a path: lines from point to point, in hundredths
// of a unit, each told from the one before.
func outline(b []byte, lines orb.MultiLineString) []byte {
	const step = 100
	for _, l := range lines {
		l = finite(l)
		if len(l) < 2 {
			continue
		}
		closed := len(l) > 2 && l[0] == l[len(l)-1]
		if closed {
			l = l[:len(l)-1]
		}
		var x, y int64 // where the pen is
		for i, q := range l {
			nx, ny := int64(math.Round(q[0]*step)), int64(math.Round(q[1]*step))
			dx, dy := nx-x, ny-y
			switch {
			case i == 0:
				b = append(b, 'M')
			case i == 1:
				b = append(b, 'l')
			case dx >= 0:
				b = append(b, ' ')
			}
			if i > 1 && dx == 0 && dy == 0 {
				b = bytes.TrimSuffix(b, []byte(" "))
				continue
			}
			b = number(b, float64(dx)/step, 2)
			if dy >= 0 {
				b = append(b, ' ')
			}
			b = number(b, float64(dy)/step, 2)
			x, y = nx, ny
		}
		if closed {
			b = append(b, 'z')
		}
	}
	return b
}

// The fonts, by scene.Font: the ones that the program draws with, and others
// that may stand in.
var fontNames = [...]struct{ class, family, more string }{
	scene.Sans:         {"sans", sansFamily, ""},
	scene.SansSemibold: {"semibold", sansFamily, ";font-weight:600"},
	scene.SansBold:     {"bold", sansFamily, ";font-weight:700"},
	scene.SerifItalic:  {"serif", `"Noto Serif",Georgia,"Times New Roman","Noto Sans Arabic",serif`, ";font-style:italic"},
}

const sansFamily = `"Noto Sans","Noto Sans Arabic","Open Sans","Segoe UI","Helvetica Neue",Arial,sans-serif`

func (p *painter) styles() {
	p.print("<style>\ntext{white-space:pre;paint-order:stroke;stroke-linejoin:round}\n")
	for _, f := range fontNames {
		p.print(".%s{font-family:%s%s}\n", f.class, f.family, f.more)
	}
	p.print("</style>\n")
}

// Text writes one line of text.
func (p *painter) Text(it scene.Text) error {
	if err := p.item(it.ID, it.Class); err != nil {
		return err
	}
	if it.Text == "" || !(it.Size > 0 && it.Size < farthest) || it.Color.A == 0 && it.Halo.A == 0 {
		return nil
	}
	l := p.shaper.Shape(it.Text, it.Font)
	font := fontNames[min(int(it.Font), len(fontNames)-1)]
	look := fmt.Sprintf(` class="%s" font-size="%s"%s`, font.class, number(nil, it.Size, 3), paint("fill", it.Color))
	if it.Halo.A > 0 && it.HaloWidth > 0 {
		look += fmt.Sprintf(`%s stroke-width="%s"`, paint("stroke", it.Halo), number(nil, 2*it.HaloWidth, 3))
	}
	if len(it.Along) > 1 {
		p.along(it, l, look)
		return nil
	}
	if at := finite(orb.LineString{it.At}); len(at) == 0 {
		return nil
	}
	width := l.Advance(it.Size, it.Spacing)
	p.print(`<text%s%s`, p.id(it.ID), look)
	x, anchor := it.At[0], it.Anchor
	if it.Spacing != 0 {
		// Programs differ on whether there is space behind the last letter:
		// where the first one stands is safe.
		x += typeset.Offset(anchor, width, 0)
		anchor = scene.Start
		if l.RightToLeft {
			x += width
		}
		width += it.Spacing
		p.print(` letter-spacing="%s"`, number(nil, it.Spacing, 3))
	} else if l.RightToLeft && anchor != scene.Middle {
		anchor = scene.Start + scene.End - anchor
	}
	if l.RightToLeft {
		p.print(` direction="rtl"`)
	}
	if a := [...]string{"", "middle", "end"}[min(int(anchor), 2)]; a != "" {
		p.print(` text-anchor="%s"`, a)
	}
	p.print(` x="%s" y="%s"`, number(nil, x, 2), number(nil, it.At[1], 2))
	if l.Clusters > 1 {
		p.print(` textLength="%s" lengthAdjust="spacingAndGlyphs"`, number(nil, width, 2))
	}
	p.print(">%s</text>\n", escape(it.Text))
	return nil
}

// along writes a text along a line: letter by letter, each turned, which every
// program shows rightly; letters that join are written on a path.
func (p *painter) along(it scene.Text, l typeset.Line, look string) {
	path := finite(it.Along)
	p.placed = l.Along(p.placed[:0], it.Size, it.Spacing, it.Anchor, path)
	if len(p.placed) == 0 {
		return
	}
	if typeset.FromRight(it.Text) {
		name := p.names.unique("line-" + it.ID)
		d := outline(nil, orb.MultiLineString{path})
		p.print(`<path id="%s" fill="none" d="%s"/>`+"\n", name, d)
		start := typeset.Offset(it.Anchor, 0, 100)
		anchor := [...]string{"start", "middle", "end"}[min(int(it.Anchor), 2)]
		p.print(`<text%s%s text-anchor="%s"><textPath href="#%s" xlink:href="#%s" startOffset="%s%%">%s</textPath></text>`+"\n",
			p.id(it.ID), look, anchor, name, name, number(nil, start, 0), escape(it.Text))
		return
	}
	p.print(`<g%s aria-label="%s"%s>`+"\n", p.id(it.ID), escape(it.Text), look)
	for _, g := range p.placed {
		c := l.Glyphs[g.Glyph]
		if !c.First || strings.TrimSpace(c.Cluster) == "" {
			continue
		}
		angle := math.Atan2(g.Dir[1], g.Dir[0]) * 180 / math.Pi
		p.print(`<text transform="translate(%s %s) rotate(%s)">%s</text>`+"\n",
			number(nil, g.At[0], 2), number(nil, g.At[1], 2), number(nil, angle, 2), escape(c.Cluster))
	}
	p.print("</g>\n")
}

// Image writes a picture, inside of the file.
func (p *painter) Image(it scene.Image) error {
	if err := p.item(it.ID, it.Class); err != nil {
		return err
	}
	if it.Image == nil || it.Image.Bounds().Empty() || len(finite(orb.LineString{it.Bounds.Min, it.Bounds.Max})) < 2 {
		return nil
	}
	var buf bytes.Buffer
	if err := png.Encode(&buf, it.Image); err != nil {
		return fmt.Errorf("writing a picture: %w", err)
	}
	p.print(`<image%s x="%s" y="%s" width="%s" height="%s" preserveAspectRatio="none" xlink:href="data:image/png;base64,%s"/>`+"\n", p.id(it.ID),
		number(nil, it.Bounds.Min[0], 3), number(nil, it.Bounds.Min[1], 3),
		number(nil, it.Bounds.Max[0]-it.Bounds.Min[0], 3), number(nil, it.Bounds.Max[1]-it.Bounds.Min[1], 3),
		base64.StdEncoding.EncodeToString(buf.Bytes()))
	return nil
}
