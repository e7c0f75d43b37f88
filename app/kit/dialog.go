package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"dateline/app/theme"
)

// Dialog is a card over the window that must be answered first.
type Dialog struct {
	pop    *widget.PopUp
	closed func()
}

// NewDialog makes a dialog: a title, what is asked, and buttons at the foot,
// the one that goes on last. closed, which may be nil, is called when it goes
// away by whatever way.
func NewDialog(c fyne.Canvas, title string, body fyne.CanvasObject, size fyne.Size, closed func(), buttons ...fyne.CanvasObject) *Dialog {
	d := &Dialog{closed: closed}
	head := NewLabel(title, theme.SizeHeading, true, theme.Ink)
	foot := Spread(Space(0, 0), Row(10, buttons...))
	card := container.NewBorder(Inset(0, 12, 0, 0, head), Inset(16, 0, 0, 0, foot), nil, nil, body)
	d.pop = widget.NewModalPopUp(Inset(16, 16, 20, 20, card), c)
	d.pop.Resize(size)
	return d
}

// Show shows the dialog.
func (d *Dialog) Show() { d.pop.Show() }

// Hide takes it away.
func (d *Dialog) Hide() {
	if !d.pop.Visible() {
		return
	}
	d.pop.Hide()
	if d.closed != nil {
		d.closed()
	}
}
