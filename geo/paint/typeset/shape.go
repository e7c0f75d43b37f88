package typeset

import (
	"strings"
	"sync"
	"unicode"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"github.com/paulmach/orb"
	"golang.org/x/image/math/fixed"

	"dateline/geo/scene"
)

// em is the size at which text is shaped; every other size is scaled from it.
const em = 2048

// Glyph is one placed glyph of a line, in ems from the start of the line, y
// down.
type Glyph struct {
	Face    int // index into Files
	ID      font.GID
	X, Y    float64
	Advance float64
	// First is the first glyph of its cluster, the glyphs that stand for some
	// letters together.
	First   bool
	Cluster string // the letters
	Glyphs  int    // how many of the cluster there are
}

// Line is a shaped line of text, its glyphs from left to right.
type Line struct {
	Glyphs      []Glyph
	Width       float64 // ems
	Clusters    int
	RightToLeft bool
}

// Shaper shapes lines of text and remembers them. It belongs to one goroutine.
type Shaper struct {
	faces []*font.Face
	hb    shaping.HarfbuzzShaper
	seg   shaping.Segmenter
	lines map[lineKey]Line
	rings map[ringKey][][]orb.Point
}

type lineKey struct {
	text string
	font scene.Font
}

// maxLines bounds the shaped lines that are remembered.
const maxLines = 4096

// NewShaper makes a Shaper.
func NewShaper() *Shaper {
	s := &Shaper{lines: map[lineKey]Line{}, rings: map[ringKey][][]orb.Point{}}
	for _, f := range shipped() {
		var face *font.Face
		if f != nil {
			face = font.NewFace(f)
		}
		s.faces = append(s.faces, face)
	}
	return s
}

// fallback picks, for each rune, the font asked for or one that has the rune.
type fallback struct {
	faces []*font.Face
	order []int
}

func (f fallback) ResolveFace(r rune) *font.Face {
	for _, i := range f.order {
		if _, ok := f.faces[i].NominalGlyph(r); ok {
			return f.faces[i]
		}
	}
	return f.faces[f.order[0]]
}

// Shape lays out one line. Control characters are drawn as spaces. The line must
// not be changed.
func (s *Shaper) Shape(text string, f scene.Font) Line {
	key := lineKey{text, f}
	if l, ok := s.lines[key]; ok {
		return l
	}
	if len(s.lines) >= maxLines {
		clear(s.lines)
	}
	l := s.layout(text, f)
	s.lines[key] = l
	return l
}

func (s *Shaper) layout(text string, f scene.Font) Line {
	runes := []rune(strings.ToValidUTF8(text, "\uFFFD"))
	for i, r := range runes {
		if unicode.IsControl(r) {
			runes[i] = ' '
		}
	}
	var l Line
	if len(runes) == 0 {
		return l
	}
	l.RightToLeft = rightToLeft(runes)
	in := shaping.Input{Text: runes, RunEnd: len(runes), Size: fixed.I(em), Script: language.Latin, Language: "en"}
	if l.RightToLeft {
		in.Direction = di.DirectionRTL
	}
	inputs := s.seg.Split(in, fallback{s.faces, fallbacks(f)})
	outs := make([]shaping.Output, len(inputs))
	for i, r := range inputs {
		outs[i] = s.hb.Shape(r)
	}
	x := 0.0
	for _, i := range visual(outs, l.RightToLeft) {
		o := outs[i]
		face := s.faceIndex(o.Face)
		last := -1
		for _, g := range o.Glyphs {
			from := g.TextIndex()
			l.Glyphs = append(l.Glyphs, Glyph{
				Face: face, ID: g.GlyphID,
				X: x + units(g.XOffset), Y: -units(g.YOffset), Advance: units(g.Advance),
				First: from != last, Cluster: string(runes[from : from+g.RunesCount()]), Glyphs: g.GlyphsCount(),
			})
			if from != last {
				l.Clusters++
			}
			last = from
			x += units(g.Advance)
		}
	}
	l.Width = x
	return l
}

// visual is the order from left to right of runs that are in reading order.
func visual(outs []shaping.Output, rtl bool) []int {
	order := make([]int, len(outs))
	for i := range order {
		order[i] = i
	}
	turn := func(a []int) {
		for i, j := 0, len(a)-1; i < j; i, j = i+1, j-1 {
			a[i], a[j] = a[j], a[i]
		}
	}
	against := func(i int) bool {
		return (outs[i].Direction.Progression() == di.TowardTopLeft) != rtl
	}
	for i := 0; i < len(outs); {
		j := i + 1
		if against(i) {
			for j < len(outs) && against(j) {
				j++
			}
			turn(order[i:j])
		}
		i = j
	}
	if rtl {
		turn(order)
	}
	return order
}

// rightToLeft reports whether the first letter with a direction is of a script
// written from the right.
func rightToLeft(runes []rune) bool {
	for _, r := range runes {
		switch {
		case unicode.In(r, unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana, unicode.Nko):
			return unicode.IsLetter(r)
		case unicode.IsLetter(r):
			return false
		}
	}
	return false
}

// FromRight reports whether any letter of a text is of a script written from
// the right.
func FromRight(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool {
		return unicode.In(r, unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana, unicode.Nko)
	})
}

func (s *Shaper) faceIndex(f *font.Face) int {
	for i, g := range s.faces {
		if g == f {
			return i
		}
	}
	return 0
}

func units(v fixed.Int26_6) float64 { return float64(v) / 64 / em }

// Measurer measures texts as the painter draws them. It is safe for concurrent
// use.
type Measurer struct {
	mu sync.Mutex
	s  *Shaper
}

// NewMeasurer makes a Measurer.
func NewMeasurer() *Measurer { return &Measurer{s: NewShaper()} }

var _ scene.Measurer = (*Measurer)(nil)

// Width is the advance of a text in the units of size; 0 for the empty text.
func (m *Measurer) Width(text string, f scene.Font, size float64) float64 {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.s.Shape(text, f).Width * size
}
