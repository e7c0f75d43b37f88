package reportview

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/geo/scene"
	"dateline/timeline"
	"dateline/timeline/source"
)

// Mark is a stretch of the text that tells an event. Offsets are bytes.
type Mark struct {
	Start, End int
	Event      timeline.ID
	Hue        scene.Hue
	Accepted   bool // underlined solid; else dashed
	Rejected   bool // struck through
}

// Word is a stretch of the text to be pointed out in the selected event: the
// words of its date or of its places.
type Word struct {
	Start, End int
	Date       bool // else a place
}

// Segment is a stretch of the text in which the same marks hold, those of the
// fewest bytes first.
type Segment struct {
	Start, End int
	Marks      []int // indexes
}

// Segments parts [0, n) where marks begin and end.
func Segments(n int, marks []Mark) []Segment {
	cuts := []int{0, n}
	for _, m := range marks {
		for _, c := range [2]int{m.Start, m.End} {
			if c > 0 && c < n {
				cuts = append(cuts, c)
			}
		}
	}
	sort.Ints(cuts)
	var out []Segment
	for i := 0; i+1 < len(cuts); i++ {
		if cuts[i] == cuts[i+1] {
			continue
		}
		s := Segment{Start: cuts[i], End: cuts[i+1]}
		for k, m := range marks {
			if m.Start <= s.Start && s.End <= m.End {
				s.Marks = append(s.Marks, k)
			}
		}
		sort.SliceStable(s.Marks, func(a, b int) bool {
			x, y := marks[s.Marks[a]], marks[s.Marks[b]]
			return x.End-x.Start < y.End-y.Start
		})
		out = append(out, s)
	}
	return out
}

// Line is one line of the page. Lengths are page units.
type Line struct {
	Start, End int // bytes, without the space at its end
	Y          float64
	Height     float64
	Size       float64 // of the letters
	Font       scene.Font
	Faint      bool      // not part of the report proper
	Stops      []float64 // x of each byte boundary in Cuts
	Cuts       []int     // byte offsets at which x is known, the first Start, the last End
}

// X is where a byte offset of the line lies.
func (l Line) X(offset int) float64 {
	i := sort.SearchInts(l.Cuts, offset)
	if i >= len(l.Cuts) {
		return l.Stops[len(l.Stops)-1]
	}
	return l.Stops[i]
}

// At is the byte offset at x, -1 beside the text.
func (l Line) At(x float64) int {
	if len(l.Stops) == 0 || x < l.Stops[0] || x > l.Stops[len(l.Stops)-1] {
		return -1
	}
	i := sort.SearchFloat64s(l.Stops, x)
	if i > 0 {
		i--
	}
	return l.Cuts[i]
}

// Page is a document laid out.
type Page struct {
	Width, Height float64
	Lines         []Line
}

// Metrics say how the text is set.
type Metrics struct {
	Size                     float64 // of running text
	Left, Right, Top, Bottom float64
	Gap                      float64 // between paragraphs
}

// Sizes of running text in the pane and in a quotation.
var (
	paneMetrics  = Metrics{Size: 14, Left: 20, Right: 24, Top: 16, Bottom: 24, Gap: 10}
	quoteMetrics = Metrics{Size: 13, Left: 13, Right: 4, Top: 3, Bottom: 3, Gap: 6}
)

// Flow lays the blocks of a text out in a column. cuts are byte offsets whose
// place on the line must be known: where marks and words begin and end.
func Flow(text string, blocks []source.Block, cuts []int, width float64, m Metrics, measure scene.Measurer) Page {
	if len(blocks) == 0 && text != "" {
		blocks = []source.Block{{Start: 0, End: len(text)}}
	}
	cuts = append([]int(nil), cuts...)
	sort.Ints(cuts)
	p := Page{Width: width}
	y := m.Top
	for i, b := range blocks {
		size, font, faint := m.Size, scene.Sans, false
		switch b.Kind {
		case source.Heading:
			size, font = m.Size+3, scene.SansSemibold
			if i > 0 {
				y += m.Gap / 2
				size = m.Size + 1
			}
		case source.Caption, source.Boilerplate:
			size, faint = m.Size-1, true
		}
		height := size * 1.52
		for _, w := range breakLines(text, b.Start, b.End, width-m.Left-m.Right, func(s string) float64 { return measure.Width(s, font, size) }) {
			l := Line{Start: w[0], End: w[1], Y: y, Height: height, Size: size, Font: font, Faint: faint}
			l.place(text, cuts, m.Left, measure)
			p.Lines = append(p.Lines, l)
			y += height
		}
		y += m.Gap
	}
	p.Height = y - m.Gap + m.Bottom
	return p
}

// place measures where the words and cuts of the line lie.
func (l *Line) place(text string, cuts []int, left float64, measure scene.Measurer) {
	at := []int{l.Start}
	for i, r := range text[l.Start:l.End] {
		if unicode.IsSpace(r) {
			at = append(at, l.Start+i, l.Start+i+utf8.RuneLen(r))
		}
	}
	for i := sort.SearchInts(cuts, l.Start); i < len(cuts) && cuts[i] < l.End; i++ {
		at = append(at, cuts[i])
	}
	at = append(at, l.End)
	sort.Ints(at)
	for _, c := range at {
		if n := len(l.Cuts); n > 0 && l.Cuts[n-1] == c {
			continue
		}
		l.Cuts = append(l.Cuts, c)
		l.Stops = append(l.Stops, left+measure.Width(flat(text[l.Start:c]), l.Font, l.Size))
	}
}

// flat is a text with every space, tab and newline as a space.
func flat(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return ' '
		}
		return r
	}, s)
}

// breakLines parts [start, end) into lines no wider than a width, at spaces,
// and in the middle of a word that is too wide by itself.
func breakLines(text string, start, end int, width float64, measure func(string) float64) [][2]int {
	var lines [][2]int
	pos := start
	for pos < end {
		for pos < end { // spaces at the beginning of a line are not shown
			r, n := utf8.DecodeRuneInString(text[pos:end])
			if !unicode.IsSpace(r) {
				break
			}
			pos += n
		}
		if pos >= end {
			break
		}
		last, i := -1, pos
		for i <= end {
			stop := i == end
			var n int
			if !stop {
				var r rune
				r, n = utf8.DecodeRuneInString(text[i:end])
				if !unicode.IsSpace(r) {
					i += n
					continue
				}
			}
			if stop && last >= 0 && strings.TrimSpace(text[last:i]) == "" {
				break // spaces at the end
			}
			if measure(flat(text[pos:i])) > width {
				break
			}
			last = i
			if stop || text[i] == '\n' {
				break
			}
			for i < end {
				r, k := utf8.DecodeRuneInString(text[i:end])
				if !unicode.IsSpace(r) {
					break
				}
				i += k
			}
		}
		if last < 0 {
			last = fitting(text, pos, i, width, measure)
		}
		lines = append(lines, [2]int{pos, last})
		pos = last
	}
	return lines
}

// fitting is the end of the longest beginning of a word that fits, at least a
// letter.
func fitting(text string, start, end int, width float64, measure func(string) float64) int {
	_, n := utf8.DecodeRuneInString(text[start:end])
	last := start + n
	for i := last; i < end; {
		_, n := utf8.DecodeRuneInString(text[i:end])
		if measure(text[start:i+n]) > width {
			break
		}
		i += n
		last = i
	}
	return last
}

// LineAt is the index of the line at y, -1 for none.
func (p Page) LineAt(y float64) int {
	i := sort.Search(len(p.Lines), func(i int) bool { return p.Lines[i].Y+p.Lines[i].Height > y })
	if i < len(p.Lines) && y >= p.Lines[i].Y {
		return i
	}
	return -1
}

// Span is where a stretch of bytes lies: from the top of its first line to the
// foot of its last.
func (p Page) Span(start, end int) (top, bottom float64, ok bool) {
	for _, l := range p.Lines {
		if l.Start < end && start < l.End {
			if !ok {
				top, ok = l.Y, true
			}
			bottom = l.Y + l.Height
		}
	}
	return top, bottom, ok
}
