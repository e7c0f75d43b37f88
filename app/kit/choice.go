package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"dateline/app/theme"
)

// Choice is a row of joined buttons of which one is on.
type Choice struct {
	Object  fyne.CanvasObject
	Buttons []*Button
}

// NewChoice makes a choice; pick is told the index of what was clicked.
func NewChoice(texts []string, pick func(int)) *Choice {
	c := &Choice{}
	row := Row(0)
	for i, t := range texts {
		b := NewButton(t, Plain, func() { pick(i) })
		b.Small = true
		c.Buttons = append(c.Buttons, b)
		row.Add(b)
	}
	frame := NewFill(theme.Paper)
	frame.Border, frame.Radius = theme.Border, theme.Radius
	c.Object = container.NewStack(frame, Inset(1, 1, 1, 1, row))
	return c
}

// Set turns on the button of an index; -1 for none.
func (c *Choice) Set(index int) {
	for i, b := range c.Buttons {
		b.SetOn(i == index)
	}
}

// Options is a choice that keeps what was chosen, for a form.
type Options struct {
	*Choice
	at int
}

// NewOptions makes a choice with one on; pick, which may be nil, is told.
func NewOptions(texts []string, at int, pick func(int)) *Options {
	o := &Options{at: at}
	shown := make([]string, len(texts))
	for i, t := range texts {
		shown[i] = capital(t)
	}
	o.Choice = NewChoice(shown, func(i int) {
		o.SetAt(i)
		if pick != nil {
			pick(i)
		}
	})
	o.Object = container.NewHBox(o.Object)
	o.Set(at)
	return o
}

// At is the index chosen.
func (o *Options) At() int { return o.at }

// SetAt chooses without telling.
func (o *Options) SetAt(i int) {
	o.at = i
	o.Set(i)
}

func capital(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

// Spread puts something at the left and something at the right of a bar.
func Spread(left, right fyne.CanvasObject) *fyne.Container {
	return container.New(layout.NewBorderLayout(nil, nil, nil, right), right, left)
}
