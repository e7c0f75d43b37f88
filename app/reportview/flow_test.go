package reportview

import (
	"image/color"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"
	"pgregory.net/rapid"

	"dateline/geo/scene"
	"dateline/timeline/source"
)

// fixed measures every letter as wide as half its size.
type fixed struct{}

func (fixed) Width(s string, _ scene.Font, size float64) float64 {
	return float64(utf8.RuneCountInString(s)) * size / 2
}

// tight has letters of 5 and no room at the edges.
var tight = Metrics{Size: 10, Gap: 4}

func lines(text string, p Page) []string {
	var out []string
	for _, l := range p.Lines {
		out = append(out, text[l.Start:l.End])
	}
	return out
}

func TestFlowBreaksAtSpaces(t *testing.T) {
	tests := []struct {
		text  string
		width float64
		want  []string
	}{
		{"one two three", 50, []string{"one two", "three"}},
		{"one two three", 500, []string{"one two three"}},
		{"  one   two  ", 500, []string{"one   two"}},
		{"unbreakable", 25, []string{"unbre", "akabl", "e"}},
		{"a unbreakable b", 25, []string{"a", "unbre", "akabl", "e b"}},
		{"first\nsecond", 500, []string{"first", "second"}},
		{"Größe über", 25, []string{"Größe", "über"}},
		{"", 100, nil},
	}
	for _, tt := range tests {
		p := Flow(tt.text, nil, nil, tt.width, tight, fixed{})
		if diff := cmp.Diff(tt.want, lines(tt.text, p)); diff != "" {
			t.Errorf("%q in %v (-want +got):\n%s", tt.text, tt.width, diff)
		}
	}
}

func TestFlowSetsBlocks(t *testing.T) {
	text := "Heading\nWords of it\nA caption"
	blocks := []source.Block{{Start: 0, End: 7, Kind: source.Heading}, {Start: 8, End: 19}, {Start: 20, End: 29, Kind: source.Caption}}
	p := Flow(text, blocks, nil, 500, tight, fixed{})
	if len(p.Lines) != 3 {
		t.Fatalf("%d lines", len(p.Lines))
	}
	h, w, c := p.Lines[0], p.Lines[1], p.Lines[2]
	if h.Size <= w.Size || h.Font != scene.SansSemibold || w.Font != scene.Sans {
		t.Errorf("heading %v %v, words %v %v", h.Size, h.Font, w.Size, w.Font)
	}
	if !c.Faint || w.Faint {
		t.Error("the caption does not stand back, or the words do")
	}
	if gap := w.Y - h.Y - h.Height; gap != tight.Gap {
		t.Errorf("the gap between blocks is %v", gap)
	}
	if p.Height < c.Y+c.Height {
		t.Errorf("the page is %v high, its last line ends at %v", p.Height, c.Y+c.Height)
	}
}

func TestPlacesOnALine(t *testing.T) {
	text := "one two three"
	p := Flow(text, nil, []int{5, 9}, 500, tight, fixed{})
	l := p.Lines[0]
	for offset, want := range map[int]float64{0: 0, 4: 20, 5: 25, 9: 45, 13: 65} {
		if got := l.X(offset); got != want {
			t.Errorf("byte %d is at %v, want %v", offset, got, want)
		}
	}
	for x, want := range map[float64]int{-1: -1, 2: 0, 26: 5, 46: 9, 70: -1} {
		if got := l.At(x); got != want {
			t.Errorf("at %v is byte %d, want %d", x, got, want)
		}
	}
	if p.LineAt(3) != 0 || p.LineAt(-3) != -1 || p.LineAt(900) != -1 {
		t.Error("lines are not found by their height")
	}
}

func TestSpanOfLines(t *testing.T) {
	text := "one two three four"
	p := Flow(text, nil, nil, 45, tight, fixed{}) // one two / three / four
	top, bottom, ok := p.Span(5, 10)
	if !ok || top != p.Lines[0].Y || bottom != p.Lines[1].Y+p.Lines[1].Height {
		t.Errorf("from %v to %v, %v", top, bottom, ok)
	}
	if _, _, ok := p.Span(100, 110); ok {
		t.Error("words beyond the text lie somewhere")
	}
}

// TestFlowLosesNothing: every letter is on one line, and none is too wide.
func TestFlowLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.SampledFrom([]rune("abcäß  \n\t日,."))).Draw(t, "text")
		width := rapid.Float64Range(5, 200).Draw(t, "width")
		p := Flow(text, nil, rapid.SliceOf(rapid.IntRange(-3, 60)).Draw(t, "cuts"), width, tight, fixed{})
		got, last := "", -1.0
		for _, l := range p.Lines {
			s := text[l.Start:l.End]
			if w := (fixed{}).Width(s, scene.Sans, 10); w > width && utf8.RuneCountInString(s) > 1 {
				t.Fatalf("%q is %v wide of %v", s, w, width)
			}
			if l.Y <= last {
				t.Fatalf("lines do not descend")
			}
			last = l.Y
			got += s
		}
		strip := func(s string) string { return strings.Join(strings.Fields(s), "") }
		if strip(got) != strip(text) {
			t.Fatalf("%q became %q", text, got)
		}
	})
}

func TestSegments(t *testing.T) {
	marks := []Mark{{Start: 0, End: 20, Event: "long"}, {Start: 5, End: 10, Event: "short"}, {Start: 30, End: 90, Event: "over"}}
	got := Segments(40, marks)
	want := []Segment{
		{Start: 0, End: 5, Marks: []int{0}},
		{Start: 5, End: 10, Marks: []int{1, 0}},
		{Start: 10, End: 20, Marks: []int{0}},
		{Start: 20, End: 30},
		{Start: 30, End: 40, Marks: []int{2}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("segments (-want +got):\n%s", diff)
	}
	if Segments(0, nil) != nil {
		t.Error("an empty text has segments")
	}
}

// page is a picture of a text of three sentences that tell two events.
func page() Picture {
	text := "Rebels took Shendi on Friday. The army denied it. Rain fell."
	marks := []Mark{
		{Start: 0, End: 29, Event: "a", Hue: scene.Red, Accepted: true},
		{Start: 30, End: 49, Event: "b", Hue: scene.Blue},
	}
	black := color.NRGBA{A: 255}
	p := Picture{
		Size: orb.Point{600, 100}, Text: text, Marks: marks, Segments: Segments(len(text), marks), Scale: 1,
		Palette: Palette{Ink: black, Date: color.NRGBA{0, 0, 200, 255}, Hue: func(h scene.Hue) color.NRGBA {
			if h == scene.Red {
				return color.NRGBA{200, 0, 0, 255}
			}
			return color.NRGBA{0, 200, 0, 255}
		}},
	}
	p.Page = Flow(text, nil, []int{0, 12, 18, 22, 28, 29, 30, 49}, 600, tight, fixed{})
	return p
}

func paths(s scene.Scene, class string) []scene.Path {
	var out []scene.Path
	for _, it := range s.Items {
		if p, ok := it.(scene.Path); ok && p.Class == class {
			out = append(out, p)
		}
	}
	return out
}

func TestUnderlinesSayWhatWasDecided(t *testing.T) {
	lines := paths(page().Draw(), "underline")
	if len(lines) != 2 {
		t.Fatalf("%d underlines, want 2: the third sentence tells nothing", len(lines))
	}
	if lines[0].Dash != nil || lines[1].Dash == nil {
		t.Error("the accepted event is dashed, or the proposed one is not")
	}
	if lines[0].Lines[0][1][0] != 29*5 {
		t.Errorf("the line ends at %v, the sentence at %v", lines[0].Lines[0][1][0], 29*5)
	}
	p := page()
	p.Marks[1].Rejected = true
	if y := paths(p.Draw(), "underline")[1].Lines[0][0][1]; y >= lines[1].Lines[0][0][1] {
		t.Error("a rejected event is not struck through")
	}
}

func TestTintGrowsWithHoverAndSelection(t *testing.T) {
	alpha := func(change func(*Picture)) uint8 {
		p := page()
		change(&p)
		return paths(p.Draw(), "tint")[0].Fill.A
	}
	plain := alpha(func(*Picture) {})
	hover := alpha(func(p *Picture) { p.Hover = "a" })
	selected := alpha(func(p *Picture) { p.Selected = "a" })
	if !(plain < hover && hover < selected) {
		t.Errorf("tints %d, %d, %d", plain, hover, selected)
	}
}

func TestWordsOfDateAndPlace(t *testing.T) {
	p := page()
	p.Selected = "a"
	p.Words = []Word{{Start: 12, End: 18}, {Start: 22, End: 28, Date: true}}
	words := paths(p.Draw(), "word")
	if len(words) != 4 {
		t.Fatalf("%d paths, want a ground and a line for each of two words", len(words))
	}
	if words[1].Fill.R != 200 || words[3].Fill.B != 200 {
		t.Errorf("the place is %v, the date %v", words[1].Fill, words[3].Fill)
	}
}

func TestQuotationHasABarAndNoMarks(t *testing.T) {
	p := page()
	hue := scene.Red
	p.Bar = &hue
	s := p.Draw()
	if len(paths(s, "bar")) != 1 || len(paths(s, "underline")) != 0 || len(paths(s, "tint")) != 0 {
		t.Error("a quotation is drawn like the page")
	}
}

func TestThumbFollowsTheScroll(t *testing.T) {
	p := page()
	p.Page.Height = 1000
	top0, h := p.Thumb()
	p.Scroll = 900
	top1, _ := p.Thumb()
	if top0 != 0 || top1+h != 100 {
		t.Errorf("the thumb goes from %v to %v, %v high", top0, top1, h)
	}
}

func TestOnlyWhatIsSeenIsDrawn(t *testing.T) {
	text := strings.Repeat("word ", 5000)
	p := page()
	p.Text, p.Marks, p.Segments = text, nil, nil
	p.Page = Flow(text, nil, nil, 600, tight, fixed{})
	if n := len(p.Draw().Items); n > 20 {
		t.Errorf("%d items for a view of six lines", n)
	}
}
