package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"dateline/app/theme"
)

// Pick is a field whose value is one of a list.
type Pick struct {
	*Button
	OnPick func(index int)
	Texts  []string
	at     int
}

// NewPick makes a field; -1 shows nothing picked.
func NewPick(texts []string, at int, pick func(int)) *Pick {
	p := &Pick{Texts: texts, at: at, OnPick: pick}
	p.Button = NewButton("", Outlined, nil)
	p.Button.Drop, p.Button.Small = true, true
	p.Button.OnTap = p.open
	p.show()
	return p
}

func (p *Pick) show() {
	if p.at >= 0 && p.at < len(p.Texts) {
		p.Button.SetText(p.Texts[p.at])
	} else {
		p.Button.SetText("–")
	}
}

// At is the index picked, -1 for none.
func (p *Pick) At() int { return p.at }

// Set picks without telling.
func (p *Pick) Set(at int) {
	p.at = at
	p.show()
}

// Choose picks as a person does.
func (p *Pick) Choose(at int) {
	p.Set(at)
	if p.OnPick != nil {
		p.OnPick(at)
	}
}

func (p *Pick) open() {
	items := make([]MenuItem, len(p.Texts))
	for i, t := range p.Texts {
		items[i] = MenuItem{Text: t, Checked: i == p.at, Run: func() { p.Choose(i) }}
	}
	ShowMenuUnder(p.Button, items)
}

// Flow puts objects side by side, in as many lines as they need.
func Flow(gap float32, objs ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &flowLayout{gap: gap}, Objects: objs}
}

type flowLayout struct{ gap, width float32 }

func (l *flowLayout) place(objs []fyne.CanvasObject, width float32, put func(fyne.CanvasObject, float32, float32)) float32 {
	x, y, line := float32(0), float32(0), float32(0)
	for _, o := range objs {
		if !o.Visible() {
			continue
		}
		s := o.MinSize()
		if x > 0 && x+s.Width > width {
			x, y, line = 0, y+line+l.gap, 0
		}
		if put != nil {
			put(o, x, y)
		}
		x += s.Width + l.gap
		line = max(line, s.Height)
	}
	return y + line
}

func (l *flowLayout) MinSize(objs []fyne.CanvasObject) fyne.Size {
	w := float32(0)
	for _, o := range objs {
		if o.Visible() {
			w = max(w, o.MinSize().Width)
		}
	}
	return fyne.NewSize(w, l.place(objs, max(l.width, w), nil))
}

func (l *flowLayout) Layout(objs []fyne.CanvasObject, s fyne.Size) {
	l.width = s.Width
	l.place(objs, s.Width, func(o fyne.CanvasObject, x, y float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(o.MinSize())
	})
}

// Labelled puts a caption over an object.
func Labelled(text string, o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(layout.NewVBoxLayout(), NewLabel(text, theme.SizeMeta, true, theme.Muted), o)
}
