package pdf

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"strings"

	"github.com/paulmach/orb"

	"dateline/geo/paint/typeset"
	"dateline/geo/scene"
)

// Document is what is written.
type Document struct {
	Title, Subject, Creator string // "": none
	Pages                   []Page
}

// Page is one page.
type Page struct {
	Scene scene.Scene
	// Size is that of the page in points of 1/72 inch; the zero Size is 3/4
	// points for each page unit of the scene, so 96 units an inch. The scene
	// is stretched to it.
	Size     orb.Point
	Bookmark string // its line in the outline of the document; "" for none
	Links    []Link
}

// Link is a part of a page that leads to another page.
type Link struct {
	Bounds orb.Bound // page units of the scene
	Page   int       // index
}

// ErrSize says that a page has no size, or is too large for a PDF.
var ErrSize = errors.New("impossible size of page")

// longest is the longest side of a page, in points.
const longest = 14400

// size is that of the page in points.
func (p Page) size() (orb.Point, error) {
	s := p.Size
	if s == (orb.Point{}) {
		s = orb.Point{p.Scene.Size[0] * 0.75, p.Scene.Size[1] * 0.75}
	}
	for k := range s {
		if !(s[k] > 0 && s[k] <= longest && p.Scene.Size[k] > 0) || math.IsInf(p.Scene.Size[k], 0) {
			return s, fmt.Errorf("a page of %v × %v points for a scene of %v × %v: %w", s[0], s[1], p.Scene.Size[0], p.Scene.Size[1], ErrSize)
		}
	}
	return s, nil
}

// Write writes a document. It returns the context's error as soon as the
// context ends, and writes nothing then.
func Write(ctx context.Context, w io.Writer, d Document) error {
	if len(d.Pages) == 0 {
		return fmt.Errorf("a document without pages: %w", ErrSize)
	}
	fonts, err := newFonts()
	if err != nil {
		return err
	}
	o := &objects{}
	root, tree := o.reserve(), o.reserve()
	pages := make([]ref, len(d.Pages))
	for i := range pages {
		pages[i] = o.reserve()
	}
	shaper := typeset.NewShaper()
	for i, p := range d.Pages {
		c := &canvas{ctx: ctx, o: o, fonts: fonts, shaper: shaper, usedFonts: map[int]bool{}, alphas: map[[2]uint8]bool{}, glyphs: map[string]ref{}}
		body, err := c.page(p, tree, pages)
		if err != nil {
			return fmt.Errorf("page %d: %w", i+1, err)
		}
		o.set(pages[i], body)
	}
	if err := fonts.write(o); err != nil {
		return err
	}
	var kids []string
	for _, p := range pages {
		kids = append(kids, p.String())
	}
	o.set(tree, fmt.Sprintf("<</Type/Pages/Kids[%s]/Count %d>>", strings.Join(kids, " "), len(pages)))
	catalog := fmt.Sprintf("<</Type/Catalog/Pages %v/Lang(en)/ViewerPreferences<</DisplayDocTitle true>>", tree)
	if r, ok := bookmarks(o, d.Pages, pages); ok {
		catalog += fmt.Sprintf("/Outlines %v", r)
	}
	o.set(root, catalog+">>")
	info := "<<"
	for _, e := range [...]struct{ key, value string }{{"Title", d.Title}, {"Subject", d.Subject}, {"Creator", d.Creator}, {"Producer", d.Creator}} {
		if e.value != "" {
			info += "/" + e.key + text(e.value)
		}
	}
	if err := o.write(w, root, o.add(info+">>")); err != nil {
		return fmt.Errorf("writing the PDF: %w", err)
	}
	return nil
}

// page paints a page and gives its object.
func (c *canvas) page(p Page, tree ref, pages []ref) (string, error) {
	size, err := p.size()
	if err != nil {
		return "", err
	}
	sx, sy := size[0]/p.Scene.Size[0], size[1]/p.Scene.Size[1]
	// Page units from the top left, y down, cut to the page.
	c.num(sx, 6)
	c.op("0 0 ")
	c.num(-sy, 6)
	c.op("0 ")
	c.num(size[1], 3)
	c.op("cm 0 0 ")
	c.num(p.Scene.Size[0], decimals)
	c.num(p.Scene.Size[1], decimals)
	c.op("re W n 3 M\n")
	c.state = state{width: 1, alpha: [2]uint8{255, 255}, fill: black, stroke: black}
	if err := p.Scene.Paint(c); err != nil {
		return "", err
	}
	content, err := c.o.stream("", c.out)
	if err != nil {
		return "", err
	}
	body := fmt.Sprintf("<</Type/Page/Parent %v/MediaBox[0 0 %s %s]/Resources%s/Contents %v/Group<</S/Transparency/CS/DeviceRGB>>",
		tree, number(nil, size[0], 3), number(nil, size[1], 3), c.resources(), content)
	links := ""
	for _, l := range p.Links {
		if l.Page < 0 || l.Page >= len(pages) {
			return "", fmt.Errorf("a link to page %d of %d", l.Page+1, len(pages))
		}
		links += fmt.Sprintf("<</Type/Annot/Subtype/Link/Border[0 0 0]/Rect[%s %s %s %s]/Dest[%v/Fit]>>",
			number(nil, l.Bounds.Min[0]*sx, 2), number(nil, size[1]-l.Bounds.Max[1]*sy, 2),
			number(nil, l.Bounds.Max[0]*sx, 2), number(nil, size[1]-l.Bounds.Min[1]*sy, 2), pages[l.Page])
	}
	if links != "" {
		body += "/Annots[" + links + "]"
	}
	return body + ">>", nil
}

// bookmarks writes the outline of the document; ok is false when there is none.
func bookmarks(o *objects, ps []Page, pages []ref) (root ref, ok bool) {
	var at []int
	for i, p := range ps {
		if p.Bookmark != "" {
			at = append(at, i)
		}
	}
	if len(at) == 0 {
		return 0, false
	}
	root = o.reserve()
	items := make([]ref, len(at))
	for i := range items {
		items[i] = o.reserve()
	}
	for i, k := range at {
		body := fmt.Sprintf("<</Title%s/Parent %v/Dest[%v/Fit]", text(ps[k].Bookmark), root, pages[k])
		if i > 0 {
			body += fmt.Sprintf("/Prev %v", items[i-1])
		}
		if i+1 < len(items) {
			body += fmt.Sprintf("/Next %v", items[i+1])
		}
		o.set(items[i], body+">>")
	}
	o.set(root, fmt.Sprintf("<</Type/Outlines/First %v/Last %v/Count %d>>", items[0], items[len(items)-1], len(items)))
	return root, true
}
