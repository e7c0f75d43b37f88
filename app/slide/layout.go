package slide

import (
	"fmt"
	"math"
	"strings"

	"github.com/paulmach/orb"

	"dateline/geo/scene"
)

// Layout says where the parts of a slide lie. All slides of a deck are laid out
// alike, so that nothing but the map moves from one to the next.
type Layout struct {
	Size  orb.Point // of the slide, in pixels
	Map   orb.Point // of the map, at its top
	Unit  float64   // see scene.Input
	lines int       // of the longest caption
	side  float64   // free at each side of the band
}

// The sizes of the band, in units of a thousandth of a slide's height at 16:9.
const (
	captionSize = 23.0
	captionStep = 31.0
	sourceSize  = 15.5
	bandTop     = 17.0
	bandGap     = 10.0
	bandFoot    = 19.0
	mostLines   = 3
	sideUnits   = 30.0 // as far from the edge as the words of the title, in units of the scene
	manySlides  = 300  // whose captions are not measured one by one
)

// LayOut lays out the slides of a deck for a size in pixels.
func (d *Deck) LayOut(size orb.Point, m scene.Measurer) Layout {
	l := Layout{Size: size, Unit: scene.UnitFor(size)}
	l.side = sideUnits * l.Unit
	l.lines = 1
	if d.Len() > manySlides {
		l.lines = mostLines
	}
	for i := 0; i < d.Len() && l.lines < mostLines; i++ {
		l.lines = max(l.lines, len(l.caption(d.Slide(i).Caption, m)))
	}
	l.Map = orb.Point{size[0], math.Round(size[1] - l.height())}
	return l
}

// k is the size of a thousandth of the height, for pages higher than wide that
// of one of their width.
func (l Layout) k() float64 { return math.Min(l.Size[1], l.Size[0]*9/12) / 1000 }

func (l Layout) height() float64 {
	return l.k() * (bandTop + captionStep*float64(l.lines) + bandGap + sourceSize + bandFoot)
}

// caption is a caption in the lines that it may have.
func (l Layout) caption(s string, m scene.Measurer) []string {
	room := l.Size[0] - 2*l.side
	return wrap(s, mostLines, room, func(t string) float64 { return m.Width(t, scene.Sans, captionSize*l.k()) })
}

// wrap breaks words into lines of a width; what does not fit ends in "…".
func wrap(s string, most int, room float64, width func(string) float64) []string {
	var lines []string
	line := ""
	words := strings.Fields(s)
	for i, w := range words {
		longer := w
		if line != "" {
			longer = line + " " + w
		}
		if width(longer) <= room || line == "" {
			line = longer
			continue
		}
		if len(lines) == most-1 {
			return append(lines, cut(line+" "+strings.Join(words[i:], " "), room, width))
		}
		lines = append(lines, line)
		line = w
	}
	if line == "" {
		return lines
	}
	return append(lines, cut(line, room, width))
}

// cut shortens a line to a width, at a word if that leaves the most of it.
func cut(line string, room float64, width func(string) float64) string {
	if width(line) <= room {
		return line
	}
	runes := []rune(line)
	n := len(runes)
	for n > 0 && width(string(runes[:n])+"…") > room {
		n--
	}
	short := string(runes[:n])
	if i := strings.LastIndexByte(short, ' '); i > len(short)*2/3 {
		short = short[:i]
	}
	return strings.TrimRight(short, " ,;:.–") + "…"
}

// Band is what stands under the map of a slide.
func (l Layout) Band(s Slide, style scene.Style, m scene.Measurer) []scene.Item {
	k, top, w := l.k(), l.Map[1], l.Size[0]
	rect := func(id string, y0, y1 float64) scene.Path {
		return scene.Path{ID: id, Class: "band", Lines: orb.MultiLineString{{
			{0, y0}, {w, y0}, {w, y1}, {0, y1}, {0, y0},
		}}}
	}
	ground := rect("band", top, l.Size[1])
	ground.Fill = style.Paper
	rule := rect("band-rule", top, top+math.Max(1, k))
	rule.Fill = style.Hairline
	items := []scene.Item{ground, rule}
	y := top + bandTop*k + captionSize*k
	for i, line := range l.caption(s.Caption, m) {
		items = append(items, scene.Text{
			ID: fmt.Sprintf("caption-%d", i+1), Class: "caption", At: orb.Point{l.side, y}, Text: line,
			Font: scene.Sans, Size: captionSize * k, Color: style.Ink,
		})
		y += captionStep * k
	}
	foot := l.Size[1] - bandFoot*k
	number := fmt.Sprintf("%d / %d", s.Number, s.Of)
	room := w - 2*l.side - m.Width(number, scene.SansSemibold, sourceSize*k) - 30*k
	for _, line := range wrap(s.Source, 1, room, func(t string) float64 { return m.Width(t, scene.Sans, sourceSize*k) }) {
		items = append(items, scene.Text{
			ID: "source", Class: "source", At: orb.Point{l.side, foot}, Text: line,
			Font: scene.Sans, Size: sourceSize * k, Color: style.Label,
		})
	}
	return append(items, scene.Text{
		ID: "step", Class: "step", At: orb.Point{w - l.side, foot}, Text: number,
		Font: scene.SansSemibold, Size: sourceSize * k, Color: style.Label, Anchor: scene.End,
	})
}
