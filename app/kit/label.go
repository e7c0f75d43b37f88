// Package kit is the small widgets that the panes are made of. They look like
// the rest of the program and never take the keys by being clicked: only Tab
// gives them the focus.
package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"dateline/app/theme"
	"dateline/app/words"
)

// Label is a text in one weight and colour.
type Label struct {
	widget.BaseWidget
	Text     string
	TextSize float32
	Bold     bool // semibold
	Color    fyne.ThemeColorName
	Align    fyne.TextAlign
	Strike   bool
	// Cut shortens the text with an ellipsis to the width it is given; Wrap
	// breaks it into lines. With neither the label is as wide as its text.
	Cut, Wrap bool
}

// NewLabel makes a label of one line.
func NewLabel(text string, size float32, bold bool, color fyne.ThemeColorName) *Label {
	l := &Label{Text: text, TextSize: size, Bold: bold, Color: color}
	l.ExtendBaseWidget(l)
	return l
}

// NewLabelCut makes a label that is cut to fit.
func NewLabelCut(text string, size float32, bold bool, color fyne.ThemeColorName) *Label {
	return cut(NewLabel(text, size, bold, color))
}

// Heading, Body and Meta are labels of the usual sizes that are cut to fit.
func Heading(text string) *Label { return cut(NewLabel(text, theme.SizeHeading, true, theme.Ink)) }

// Body is a label for running text.
func Body(text string) *Label { return cut(NewLabel(text, theme.SizeBody, false, theme.Ink)) }

// Meta is a label of second rank.
func Meta(text string) *Label { return cut(NewLabel(text, theme.SizeMeta, false, theme.Muted)) }

// Wrapped makes a label break its text into lines.
func Wrapped(l *Label) *Label {
	l.Cut, l.Wrap = false, true
	return l
}

func cut(l *Label) *Label {
	l.Cut = true
	return l
}

// SetText changes the text.
func (l *Label) SetText(s string) {
	if s != l.Text {
		l.Text = s
		l.Refresh()
	}
}

// SetColor changes the colour.
func (l *Label) SetColor(c fyne.ThemeColorName) {
	if c != l.Color {
		l.Color = c
		l.Refresh()
	}
}

// Measure is the size of a text in a label's font.
func Measure(s string, size float32, bold bool) fyne.Size {
	sz, _ := fyne.CurrentApp().Driver().RenderedTextSize(s, size, fyne.TextStyle{Bold: bold}, theme.Latin(s, bold))
	return sz
}

// HeightFor is the height of the label when it is that wide.
func (l *Label) HeightFor(width float32) float32 {
	line := Measure("Mg", l.TextSize, l.Bold).Height
	if !l.Wrap {
		return line
	}
	return line * float32(max(1, len(l.lines(width))))
}

func (l *Label) lines(width float32) []string {
	switch {
	case l.Wrap:
		return Wrap(l.Text, width, func(s string) float32 { return Measure(s, l.TextSize, l.Bold).Width })
	case l.Cut:
		return []string{Shorten(l.Text, width, func(s string) float32 { return Measure(s, l.TextSize, l.Bold).Width })}
	}
	return []string{l.Text}
}

// Wrap breaks a text into lines of at most a width, at spaces; a word that is
// too wide by itself is broken between letters.
func Wrap(text string, width float32, measure func(string) float32) []string {
	var lines []string
	for _, para := range strings.Split(text, "\n") {
		line := ""
		for _, word := range strings.Fields(para) {
			try := word
			if line != "" {
				try = line + " " + word
			}
			if measure(try) <= width {
				line = try
				continue
			}
			if line != "" {
				lines = append(lines, line)
			}
			line = word
			for measure(line) > width && len([]rune(line)) > 1 {
				r := []rune(line)
				n := len(r) - 1
				for n > 1 && measure(string(r[:n])) > width {
					n--
				}
				lines = append(lines, string(r[:n]))
				line = string(r[n:])
			}
		}
		lines = append(lines, line)
	}
	return lines
}

// Shorten cuts a text to a width, with an ellipsis in place of what is lost.
func Shorten(text string, width float32, measure func(string) float32) string {
	if measure(text) <= width {
		return text
	}
	r := []rune(text)
	lo, hi := 0, len(r)
	for lo < hi { // the longest beginning that fits
		mid := (lo + hi + 1) / 2
		if measure(strings.TrimRight(string(r[:mid]), " ")+"…") <= width {
			lo = mid
		} else {
			hi = mid - 1
		}
	}
	return strings.TrimRight(string(r[:lo]), " ") + "…"
}

// CreateRenderer makes the label's objects.
func (l *Label) CreateRenderer() fyne.WidgetRenderer {
	r := &labelRenderer{l: l}
	r.Layout(l.Size())
	return r
}

type labelRenderer struct {
	l     *Label
	texts []*canvas.Text
	lines []*canvas.Line
	objs  []fyne.CanvasObject
}

func (r *labelRenderer) Destroy()                     {}
func (r *labelRenderer) Objects() []fyne.CanvasObject { return r.objs }

func (r *labelRenderer) MinSize() fyne.Size {
	h := Measure("Mg", r.l.TextSize, r.l.Bold).Height
	switch {
	case r.l.Wrap:
		if r.l.Size().Width < 20 { // not laid out yet
			return fyne.NewSize(20, h)
		}
		return fyne.NewSize(20, r.l.HeightFor(r.l.Size().Width))
	case r.l.Cut:
		return fyne.NewSize(20, h)
	}
	return fyne.NewSize(Measure(r.l.Text, r.l.TextSize, r.l.Bold).Width, h)
}

func (r *labelRenderer) Layout(size fyne.Size) {
	lines := r.l.lines(size.Width)
	for len(r.texts) < len(lines) {
		r.texts = append(r.texts, &canvas.Text{})
	}
	r.objs = r.objs[:0]
	h := Measure("Mg", r.l.TextSize, r.l.Bold).Height
	top := float32(0)
	if !r.l.Wrap {
		top = (size.Height - h) / 2
	}
	col := r.l.Theme().Color(r.l.Color, 0)
	var strikes []*canvas.Line
	for i, s := range lines {
		t := r.texts[i]
		t.Text, t.TextSize, t.TextStyle, t.Color, t.Alignment = s, r.l.TextSize, fyne.TextStyle{Bold: r.l.Bold}, col, r.l.Align
		t.FontSource = theme.Latin(s, r.l.Bold)
		own := h
		if t.FontSource == nil && words.Spoken().RightToLeft {
			own = Measure(s, r.l.TextSize, r.l.Bold).Height
		}
		t.Move(fyne.NewPos(0, top+float32(i)*h+(h-own)/2))
		t.Resize(fyne.NewSize(size.Width, own))
		r.objs = append(r.objs, t)
		if r.l.Strike {
			k := canvas.NewLine(col)
			k.StrokeWidth = 1
			y := top + (float32(i)+0.55)*h
			k.Position1, k.Position2 = fyne.NewPos(0, y), fyne.NewPos(min(Measure(s, r.l.TextSize, r.l.Bold).Width, size.Width), y)
			strikes = append(strikes, k)
			r.objs = append(r.objs, k)
		}
	}
	r.lines = strikes
}

func (r *labelRenderer) Refresh() {
	r.Layout(r.l.Size())
	for _, o := range r.objs {
		o.Refresh()
	}
	canvas.Refresh(r.l)
}
