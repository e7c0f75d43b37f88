package exportdlg

import (
	"fmt"

	"fyne.io/fyne/v2"
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
	// OnChange is told whether the fields hold a choice.
	OnChange func(ok bool)

	status *kit.Label
	Object fyne.CanvasObject
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
	caption := func(s string) fyne.CanvasObject {
		return kit.Inset(8, 2, 0, 0, kit.NewLabel(s, theme.SizeMeta, true, theme.Muted))
	}
	f.Object = kit.Column(
		caption("Size"), f.Size, kit.Space(0, 6), f.Other,
		caption("Style"), f.Style, caption("Extent"), f.Extent, kit.Space(0, 6), f.status,
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
		f.Other.Show()
	} else {
		f.Other.Hide()
	}
	c, err := f.Choice()
	if err != nil {
		f.status.SetColor(theme.Alert)
		f.status.SetText(err.Error())
	} else {
		f.status.SetColor(theme.Muted)
		f.status.SetText(fmt.Sprintf("A PNG of %d × %d pixels, laid out at that size.", c.Width, c.Height))
	}
	f.Object.Refresh()
	if f.OnChange != nil {
		f.OnChange(err == nil)
	}
}
