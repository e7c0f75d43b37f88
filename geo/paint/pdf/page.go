package pdf

import (
	"context"
	"fmt"
	"image/color"
	"maps"
	"math"
	"slices"
	"sort"
	"strings"

	"github.com/paulmach/orb"

	"dateline/geo/paint/typeset"
	"dateline/geo/scene"
)

// canvas is the scene.Painter of one page.
type canvas struct {
	ctx    context.Context
	o      *objects
	fonts  *fonts
	shaper *typeset.Shaper
	out    []byte
	placed []typeset.Placed

	usedFonts map[int]bool
	alphas    map[[2]uint8]bool // of fills and of strokes
	images    []ref
	glyphs    map[string]ref // outlines of glyphs, by name
	state     state
}

var _ scene.Painter = (*canvas)(nil)

// state is what the page is set to.
type state struct {
	fill, stroke color.NRGBA
	alpha        [2]uint8
	width        float64
	round        bool
	dash         string
}

// decimals of lengths in page units.
const decimals = 2

var black = color.NRGBA{A: 255}

func (c *canvas) op(format string, args ...any) { c.out = fmt.Appendf(c.out, format, args...) }

func (c *canvas) num(v float64, d int) {
	c.out = append(number(c.out, v, d), ' ')
}

// paintWith sets colours and opacity; one without opacity is left as it is.
func (c *canvas) paintWith(fill, stroke color.NRGBA) {
	alpha := c.state.alpha
	if fill.A > 0 {
		alpha[0] = fill.A
		if k := (color.NRGBA{fill.R, fill.G, fill.B, 255}); k != c.state.fill {
			c.colour(k)
			c.op("rg\n")
			c.state.fill = k
		}
	}
	if stroke.A > 0 {
		alpha[1] = stroke.A
		if k := (color.NRGBA{stroke.R, stroke.G, stroke.B, 255}); k != c.state.stroke {
			c.colour(k)
			c.op("RG\n")
			c.state.stroke = k
		}
	}
	if alpha != c.state.alpha {
		c.alphas[alpha] = true
		c.op("/%s gs\n", alphaName(alpha))
		c.state.alpha = alpha
	}
}

func alphaName(a [2]uint8) string { return fmt.Sprintf("A%02X%02X", a[0], a[1]) }

func (c *canvas) colour(k color.NRGBA) {
	for _, v := range [...]uint8{k.R, k.G, k.B} {
		c.num(float64(v)/255, 4)
	}
}

// line sets how strokes are drawn.
func (c *canvas) line(width float64, round bool, dash []float64) {
	if width != c.state.width {
		c.num(width, 3)
		c.op("w\n")
		c.state.width = width
	}
	if round != c.state.round {
		if round {
			c.op("1 j\n")
		} else {
			c.op("0 j\n")
		}
		c.state.round = round
	}
	pattern := ""
	sum := 0.0
	for _, d := range dash {
		pattern += " " + string(number(nil, math.Max(d, 0), 3))
		sum += math.Max(d, 0)
	}
	if !(sum > 1e-3) || math.IsInf(sum, 0) {
		pattern = ""
	}
	if pattern != c.state.dash {
		c.op("[%s]0 d\n", strings.TrimSpace(pattern))
		c.state.dash = pattern
	}
}

// roundFrom is the width from which strokes have round joins, as in all
// painters.
const roundFrom = 2.4

// Path fills and strokes a path.
func (c *canvas) Path(it scene.Path) error {
	if err := c.ctx.Err(); err != nil {
		return err
	}
	fill, stroke := it.Fill.A > 0, it.Stroke.A > 0 && it.Width > 0
	if !fill && !stroke {
		return nil
	}
	var lines []orb.LineString
	for _, l := range it.Lines {
		if l = finite(l); len(l) > 1 {
			lines = append(lines, l)
		}
	}
	if len(lines) == 0 {
		return nil
	}
	if fill {
		c.paintWith(it.Fill, color.NRGBA{})
		c.trace(lines)
		c.op("f\n")
	}
	if stroke {
		c.paintWith(color.NRGBA{}, it.Stroke)
		c.line(it.Width, it.Width > roundFrom, it.Dash)
		c.trace(lines)
		c.op("S\n")
	}
	return nil
}

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

func (c *canvas) trace(lines []orb.LineString) {
	for _, l := range lines {
		closed := len(l) > 2 && l[0] == l[len(l)-1]
		for i, p := range l {
			if closed && i == len(l)-1 {
				c.op("h\n")
				break
			}
			c.num(p[0], decimals)
			c.num(p[1], decimals)
			if i == 0 {
				c.op("m\n")
			} else {
				c.op("l\n")
			}
		}
	}
}

// Text writes one line: first its halo, as decoration, then the letters.
func (c *canvas) Text(it scene.Text) error {
	if err := c.ctx.Err(); err != nil {
		return err
	}
	if it.Text == "" || !(it.Size > 0 && it.Size < farthest) {
		return nil
	}
	l := c.shaper.Shape(it.Text, it.Font)
	if len(it.Along) > 1 {
		c.placed = l.Along(c.placed[:0], it.Size, it.Spacing, it.Anchor, finite(it.Along))
	} else {
		if at := finite(orb.LineString{it.At}); len(at) == 0 || at[0] != it.At {
			return nil
		}
		x := it.At[0] + typeset.Offset(it.Anchor, l.Advance(it.Size, it.Spacing), 0)
		c.placed = l.Level(c.placed[:0], it.Size, it.Spacing, orb.Point{x, it.At[1]})
	}
	if len(c.placed) == 0 {
		return nil
	}
	if it.Halo.A > 0 && it.HaloWidth > 0 {
		c.paintWith(it.Halo, it.Halo)
		c.line(2*it.HaloWidth/it.Size, true, nil)
		c.op("/Artifact BMC\n")
		c.halo(it.Size)
		c.op("EMC\n")
	}
	if it.Color.A == 0 {
		return nil
	}
	c.paintWith(it.Color, color.NRGBA{})
	// What is written from the right must be read glyph by glyph: readers put
	// them in order themselves.
	if whole := !typeset.FromRight(it.Text); whole {
		c.op("/Span <</ActualText%s>> BDC\n", text(it.Text))
		defer c.op("EMC\n")
	}
	c.op("BT\n")
	c.show(l, it.Size)
	c.op("ET\n")
	return nil
}

// halo draws the glyphs that are placed with a line around them. They are
// outlines, so that nobody finds the text twice.
func (c *canvas) halo(size float64) {
	for _, p := range c.placed {
		name, ok := c.fonts.outline(c, p)
		if !ok {
			continue
		}
		c.op("q ")
		for _, v := range [...]float64{p.Dir[0] * size, p.Dir[1] * size, -p.Dir[1] * size, p.Dir[0] * size} {
			c.num(v, 4)
		}
		c.num(p.At[0], 3)
		c.num(p.At[1], 3)
		c.op("cm /%s Do Q\n", name)
	}
}

// show writes the glyphs that are placed.
func (c *canvas) show(l typeset.Line, size float64) {
	face := -1
	for _, p := range c.placed {
		if p.Face != face {
			face = p.Face
			c.usedFonts[face] = true
			c.op("/F%d ", face)
			c.num(size, 4)
			c.op("Tf\n")
		}
		g := l.Glyphs[p.Glyph]
		letters := ""
		if g.First {
			letters = oneLetter(g.Cluster)
		}
		n := c.fonts.faces[face].code(character{int(p.ID), letters})
		// y of letters is up, that of the page down.
		for _, v := range [...]float64{p.Dir[0], p.Dir[1], p.Dir[1], -p.Dir[0]} {
			c.num(v, 4)
		}
		c.num(p.At[0], 3)
		c.num(p.At[1], 3)
		c.op("Tm<%04X>Tj\n", n)
	}
}

// Image stretches a picture to its rectangle.
func (c *canvas) Image(it scene.Image) error {
	if err := c.ctx.Err(); err != nil {
		return err
	}
	if it.Image == nil || it.Image.Bounds().Empty() || len(finite(orb.LineString{it.Bounds.Min, it.Bounds.Max})) < 2 {
		return nil
	}
	r, err := addImage(c.o, it.Image)
	if err != nil {
		return err
	}
	c.paintWith(color.NRGBA{A: 255, R: c.state.fill.R, G: c.state.fill.G, B: c.state.fill.B}, color.NRGBA{})
	c.op("q ")
	c.num(it.Bounds.Max[0]-it.Bounds.Min[0], 3)
	c.op("0 0 ")
	c.num(it.Bounds.Min[1]-it.Bounds.Max[1], 3)
	c.num(it.Bounds.Min[0], 3)
	c.num(it.Bounds.Max[1], 3)
	c.op("cm /I%d Do Q\n", len(c.images))
	c.images = append(c.images, r)
	return nil
}

// resources are what the page uses, by name.
func (c *canvas) resources() string {
	var b strings.Builder
	b.WriteString("<<")
	var used []int
	for i := range c.usedFonts {
		used = append(used, i)
	}
	if sort.Ints(used); len(used) > 0 {
		b.WriteString("/Font<<")
		for _, i := range used {
			f := c.fonts.faces[i]
			if f.dict == 0 {
				f.dict = c.o.reserve()
			}
			fmt.Fprintf(&b, "/F%d %v", i, f.dict)
		}
		b.WriteString(">>")
	}
	var alphas [][2]uint8
	for a := range c.alphas {
		alphas = append(alphas, a)
	}
	sort.Slice(alphas, func(i, j int) bool { return alphaName(alphas[i]) < alphaName(alphas[j]) })
	if len(alphas) > 0 {
		b.WriteString("/ExtGState<<")
		for _, a := range alphas {
			fmt.Fprintf(&b, "/%s<</ca %s/CA %s>>", alphaName(a), number(nil, float64(a[0])/255, 4), number(nil, float64(a[1])/255, 4))
		}
		b.WriteString(">>")
	}
	if len(c.images)+len(c.glyphs) > 0 {
		b.WriteString("/XObject<<")
		for _, name := range slices.Sorted(maps.Keys(c.glyphs)) {
			fmt.Fprintf(&b, "/%s %v", name, c.glyphs[name])
		}
		for i, r := range c.images {
			fmt.Fprintf(&b, "/I%d %v", i, r)
		}
		b.WriteString(">>")
	}
	b.WriteString(">>")
	return b.String()
}
