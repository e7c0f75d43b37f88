package slide

import (
	"context"
	"fmt"
	"image"
	"math"
	"strings"

	"github.com/paulmach/orb"

	"dateline/app/words"
	"dateline/geo/paint/raster"
	"dateline/geo/scene"
)

// Index is the pages that show all slides at once, small and with their
// numbers.
type Index struct {
	d       *Deck
	l       Layout
	columns int
	rows    int
	width   float64 // of a slide on it
}

// Index lays out the pages of the index, of the size of the slides.
func (d *Deck) Index(l Layout) Index {
	x := Index{d: d, l: l}
	most := 6
	if l.Size[0] < l.Size[1] {
		most = 4
	}
	for columns := 1; columns <= most; columns++ {
		rows := (d.Len() + columns - 1) / columns
		if w := x.widthFor(columns, rows); w > x.width {
			x.columns, x.rows, x.width = columns, rows, w
		}
	}
	if least := x.widthFor(most, 1) * leastThumbnail; x.width < least { // more pages
		x.columns, x.rows = most, 1
		for x.widthFor(most, x.rows+1) >= least {
			x.rows++
		}
		x.width = x.widthFor(most, x.rows)
	}
	return x
}

// leastThumbnail is the least that a slide may be made smaller than the columns
// ask for, before the index takes another page.
const leastThumbnail = 0.8

// The sizes of an index, in the units of the band.
const (
	indexTop  = 120.0
	indexFoot = 34.0
	indexGap  = 24.0
	indexWord = 17.0
	indexName = 56.0 // under each slide, for two lines
)

// widthFor is the width of a slide in so many columns and rows.
func (x Index) widthFor(columns, rows int) float64 {
	k := x.l.k()
	wide := (x.l.Size[0] - 2*x.l.side - float64(columns-1)*indexGap*k) / float64(columns)
	high := (x.l.Size[1]-(indexTop+indexFoot)*k)/float64(rows) - indexName*k
	return math.Max(1, math.Min(wide, high*x.l.Size[0]/x.l.Size[1]))
}

func (x Index) cell() (w, h float64) { return x.width, x.width * x.l.Size[1] / x.l.Size[0] }

// Pages is how many pages the index has.
func (x Index) Pages() int { return (x.d.Len() + x.columns*x.rows - 1) / (x.columns * x.rows) }

// First is the slide at the start of a page, and of the next.
func (x Index) First(page int) int { return min(page*x.columns*x.rows, x.d.Len()) }

// Bounds is where slide i stands on its page.
func (x Index) Bounds(i int) orb.Bound {
	k := x.l.k()
	w, h := x.cell()
	at := i % (x.columns * x.rows)
	gap := indexGap * k
	if x.columns > 1 { // what is left over lies between the columns
		gap = (x.l.Size[0] - 2*x.l.side - float64(x.columns)*w) / float64(x.columns-1)
	}
	left := x.l.side + float64(at%x.columns)*(w+gap)
	top := indexTop*k + float64(at/x.columns)*(h+indexName*k)
	return orb.Bound{Min: orb.Point{left, top}, Max: orb.Point{left + w, top + h}}
}

// ThumbnailScale is the scale at which a slide is painted for the index.
func (x Index) ThumbnailScale() float64 {
	return x.width / x.l.Size[0]
}

// Page is a page of the index, with the slides that thumbnail gives.
func (x Index) Page(page int, style scene.Style, m scene.Measurer, thumbnail func(i int) image.Image) scene.Scene {
	k, l := x.l.k(), x.l
	s := scene.Scene{Size: l.Size}
	add := func(it ...scene.Item) { s.Items = append(s.Items, it...) }
	add(scene.Path{ID: "index", Class: "band", Fill: style.Paper, Lines: orb.MultiLineString{{
		{0, 0}, {l.Size[0], 0}, l.Size, {0, l.Size[1]}, {0, 0},
	}}})
	room := l.Size[0] - 2*l.side
	width := func(f scene.Font, size float64) func(string) float64 {
		return func(t string) float64 { return m.Width(t, f, size) }
	}
	const head, sub = 32.0, 18.0
	for _, line := range wrap(x.d.Title(), 1, room, width(scene.SansSemibold, head*k)) {
		add(scene.Text{ID: "index-title", Class: "title", At: orb.Point{l.side, 54 * k}, Text: line, Font: scene.SansSemibold, Size: head * k, Color: style.Ink})
	}
	under := x.d.Subtitle()
	if n := x.Pages(); n > 1 {
		under += words.F(" · page %d of %d", page+1, n)
	}
	for _, line := range wrap(under, 1, room, width(scene.Sans, sub*k)) {
		add(scene.Text{ID: "index-subtitle", Class: "title", At: orb.Point{l.side, 84 * k}, Text: line, Font: scene.Sans, Size: sub * k, Color: style.Label})
	}
	for i := x.First(page); i < x.First(page+1); i++ {
		b := x.Bounds(i)
		if img := thumbnail(i); img != nil {
			add(scene.Image{ID: fmt.Sprintf("slide-%d", i+1), Class: "slide", Bounds: b, Image: img})
		}
		add(scene.Path{ID: fmt.Sprintf("frame-%d", i+1), Class: "frame", Stroke: style.Hairline, Width: math.Max(1, k), Lines: orb.MultiLineString{{
			b.Min, {b.Max[0], b.Min[1]}, b.Max, {b.Min[0], b.Max[1]}, b.Min,
		}}})
		number := fmt.Sprint(i + 1)
		indent := m.Width(number+"  ", scene.SansSemibold, indexWord*k)
		y := b.Max[1] + 21*k
		add(scene.Text{ID: "number-" + number, Class: "number", At: orb.Point{b.Min[0], y}, Text: number, Font: scene.SansSemibold, Size: indexWord * k, Color: style.Label})
		for j, line := range wrap(x.d.Slide(i).Headline, 2, b.Max[0]-b.Min[0]-indent, width(scene.Sans, indexWord*k)) {
			add(scene.Text{
				ID: fmt.Sprintf("headline-%d-%d", i+1, j+1), Class: "headline", At: orb.Point{b.Min[0] + indent, y + float64(j)*20*k},
				Text: strings.TrimSpace(line), Font: scene.Sans, Size: indexWord * k, Color: style.Ink,
			})
		}
	}
	return s
}

// Thumbnail is a picture of slide i that is width pixels wide, laid out as the
// slide is.
func (d *Deck) Thumbnail(ctx context.Context, i int, l Layout, style string, width float64) (*image.RGBA, error) {
	in, err := d.Input(i, l, style, nil)
	if err != nil {
		return nil, err
	}
	img, err := raster.Render(ctx, d.Scene(i, l, in), width/l.Size[0])
	if err != nil {
		return nil, fmt.Errorf("painting step %d: %w", i+1, err)
	}
	return img, nil
}
