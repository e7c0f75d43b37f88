package reportview

import (
	"image/color"

	"github.com/paulmach/orb"

	"dateline/geo/scene"
	"dateline/timeline"
)

// Palette is the colours of the page.
type Palette struct {
	Ground, Ink, Muted, Thumb color.NRGBA
	Hue                       func(scene.Hue) color.NRGBA
	Date                      color.NRGBA // the words of a date
}

// Picture is everything a picture of the page is made of.
type Picture struct {
	Size     orb.Point // of what is seen
	Scroll   float64   // how far up the page is moved
	Text     string
	Page     Page
	Marks    []Mark
	Segments []Segment // of Marks
	Words    []Word
	Selected timeline.ID
	Hover    timeline.ID
	Bar      *scene.Hue // a bar at the left, of a quotation
	Palette  Palette
	Scale    float64
}

// Draw makes the picture of what is seen.
func (p Picture) Draw() scene.Scene {
	s := scene.Scene{Size: p.Size}
	add := func(it scene.Item) { s.Items = append(s.Items, it) }
	rect := func(class string, x0, y0, x1, y1 float64, c color.NRGBA) {
		add(scene.Path{Class: class, Lines: orb.MultiLineString{{{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}, {x0, y0}}}, Fill: c})
	}
	rect("ground", 0, 0, p.Size[0], p.Size[1], p.Palette.Ground)
	if p.Bar != nil {
		rect("bar", 0, 0, 3, p.Size[1], p.Palette.Hue(*p.Bar))
	}
	for _, l := range p.Page.Lines {
		y := l.Y - p.Scroll
		if y+l.Height < 0 || y > p.Size[1] {
			continue
		}
		base := y + l.Height*0.5 + l.Size*0.36
		p.marks(l, y, base, rect, add)
		p.words(l, y, base, rect)
		ink := p.Palette.Ink
		if l.Faint {
			ink = p.Palette.Muted
		}
		add(scene.Text{
			Class: "text", At: orb.Point{l.Stops[0], base}, Text: flat(p.Text[l.Start:l.End]),
			Font: l.Font, Size: l.Size, Color: ink, Anchor: scene.Start,
		})
	}
	if p.Bar == nil && p.Page.Height > p.Size[1] {
		top, height := p.Thumb()
		rect("thumb", p.Size[0]-7, top+2, p.Size[0]-3, top+height-2, p.Palette.Thumb)
	}
	return s
}

// Thumb is where the scroll bar's thumb lies.
func (p Picture) Thumb() (top, height float64) {
	share := p.Size[1] / p.Page.Height
	height = max(p.Size[1]*share, 28)
	room := p.Page.Height - p.Size[1]
	if room <= 0 {
		return 0, p.Size[1]
	}
	return p.Scroll / room * (p.Size[1] - height), height
}

type rectFunc = func(class string, x0, y0, x1, y1 float64, c color.NRGBA)

// marks draws what lies under the words that tell events: a tint, strongest
// for the selected event, and a line that says what was decided.
func (p Picture) marks(l Line, y, base float64, rect rectFunc, add func(scene.Item)) {
	for _, s := range p.Segments {
		if len(s.Marks) == 0 || s.End <= l.Start || s.Start >= l.End {
			continue
		}
		top := p.Marks[s.Marks[0]]
		tint := uint8(0x12)
		for _, k := range s.Marks {
			switch m := p.Marks[k]; m.Event {
			case p.Selected:
				top, tint = m, 0x30
			case p.Hover:
				if tint < 0x30 {
					top, tint = m, 0x22
				}
			}
		}
		x0, x1 := l.X(max(s.Start, l.Start)), l.X(min(s.End, l.End))
		c := p.Palette.Hue(top.Hue)
		if p.Bar == nil {
			bg := c
			bg.A = tint
			rect("tint", x0, y+1, x1, y+l.Height-1, bg)
		}
		under := scene.Path{
			ID: string(top.Event), Class: "underline",
			Lines: orb.MultiLineString{{{x0, base + 4}, {x1, base + 4}}}, Stroke: c, Width: 1.5,
		}
		switch {
		case p.Bar != nil:
			continue
		case top.Rejected:
			under.Lines = orb.MultiLineString{{{x0, base - l.Size*0.3}, {x1, base - l.Size*0.3}}}
			under.Width = 1
		case !top.Accepted:
			under.Dash, under.Width = []float64{3, 3}, 1.2
		}
		add(under)
	}
}

// words points out the words of the selected event's date and places.
func (p Picture) words(l Line, y, base float64, rect rectFunc) {
	for _, w := range p.Words {
		if w.End <= l.Start || w.Start >= l.End {
			continue
		}
		x0, x1 := l.X(max(w.Start, l.Start)), l.X(min(w.End, l.End))
		c := p.Palette.Date
		if !w.Date {
			c = p.wordHue()
		}
		bg := c
		bg.A = 0x38
		rect("word", x0-1, y+1, x1+1, y+l.Height-1, bg)
		rect("word", x0-1, base+3.5, x1+1, base+5, c)
	}
}

// wordHue is the colour of the selected event.
func (p Picture) wordHue() color.NRGBA {
	if p.Bar != nil {
		return p.Palette.Hue(*p.Bar)
	}
	for _, m := range p.Marks {
		if m.Event == p.Selected {
			return p.Palette.Hue(m.Hue)
		}
	}
	return p.Palette.Ink
}
