package exportdlg

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"dateline/app/kit"
	"dateline/app/theme"
	"dateline/geo/scene"
)

// Choice is what a person wants.
type Choice struct {
	Width, Height int
	Style         string // of package scene
	AsSeen        bool   // the extent seen in the window; else all events
}

const custom = "Another size"

// Form is the dialog's fields.
type Form struct {
	Size   *widget.Select
	Other  *widget.Entry
	Style  *widget.RadioGroup
	Extent *widget.RadioGroup
	status *kit.Label
	object fyne.CanvasObject
}

const (
	seen = "As seen in the window"
	all  = "All events"
)

// NewForm makes the fields, filled in with the first preset and the style for
// daylight whatever the window looks like.
func NewForm() *Form {
	f := &Form{status: kit.Wrapped(kit.NewLabel("", theme.SizeMeta, false, theme.Muted))}
	var names []string
	for _, p := range Presets() {
		names = append(names, p.String())
	}
	f.Other = widget.NewEntry()
	f.Other.SetPlaceHolder("1280 × 720")
	f.Size = widget.NewSelect(append(names, custom), func(string) { f.update() })
	f.Style = widget.NewRadioGroup(scene.StyleNames[:], nil)
	f.Style.Horizontal, f.Style.Required = true, true
	f.Style.SetSelected(scene.StyleNames[0])
	f.Extent = widget.NewRadioGroup([]string{seen, all}, nil)
	f.Extent.Required = true
	f.Extent.SetSelected(seen)
	f.Other.OnChanged = func(string) { f.update() }
	f.object = container.NewVBox(
		widget.NewForm(
			widget.NewFormItem("Size", f.Size),
			widget.NewFormItem("", f.Other),
			widget.NewFormItem("Style", f.Style),
			widget.NewFormItem("Extent", f.Extent),
		),
		kit.Sized(380, 34, f.status),
	)
	f.Size.SetSelectedIndex(0)
	return f
}

// Choice is what the fields say, or what is wrong with them.
func (f *Form) Choice() (Choice, error) {
	c := Choice{Style: f.Style.Selected, AsSeen: f.Extent.Selected == seen}
	if i := f.Size.SelectedIndex(); i >= 0 && i < len(Presets()) {
		p := Presets()[i]
		c.Width, c.Height = p.Width, p.Height
		return c, nil
	}
	var err error
	c.Width, c.Height, err = ParseSize(f.Other.Text)
	return c, err
}

func (f *Form) update() {
	if f.Size.Selected == custom {
		f.Other.Enable()
	} else {
		f.Other.Disable()
	}
	c, err := f.Choice()
	if err != nil {
		f.status.SetColor(theme.Alert)
		f.status.SetText(err.Error())
		return
	}
	f.status.SetColor(theme.Muted)
	f.status.SetText(fmt.Sprintf("A PNG of %d × %d pixels, laid out at that size.", c.Width, c.Height))
}

// Show asks in a window; then is told the choice when there is one.
func Show(win fyne.Window, then func(Choice), closed func()) *Form {
	f := NewForm()
	var d *dialog.ConfirmDialog
	d = dialog.NewCustomConfirm("Export image", "Choose a file…", "Cancel", f.object, func(ok bool) {
		closed()
		if !ok {
			return
		}
		c, err := f.Choice()
		if err != nil { // the fields say why; ask again
			f2 := Show(win, then, closed)
			f2.Size.SetSelected(f.Size.Selected)
			f2.Other.SetText(f.Other.Text)
			return
		}
		then(c)
	}, win)
	d.Resize(fyne.NewSize(470, 330))
	d.Show()
	return f
}
