package kit

import (
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

// Spread puts something at the left and something at the right of a bar.
func Spread(left, right fyne.CanvasObject) *fyne.Container {
	return container.New(layout.NewBorderLayout(nil, nil, nil, right), right, left)
}
