package exportdlg

import (
	"fmt"

	"fyne.io/fyne/v2"

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
	Size   *kit.Pick
	Other  *kit.Entry
	Style  *kit.Options
	Extent *kit.Options
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
	f.Other = kit.NewEntry(false)
	f.Other.SetPlaceHolder("1280 × 720")
	f.Size = kit.NewPick(append(names, custom), 0, func(int) { f.update() })
	f.Style = kit.NewOptions(scene.StyleNames[:], 0, nil)
	f.Extent = kit.NewOptions([]string{seen, all}, 0, nil)
	f.Other.OnChanged = func(string) { f.update() }
	caption := func(s string) fyne.CanvasObject {
		return kit.Inset(8, 2, 0, 0, kit.NewLabel(s, theme.SizeMeta, true, theme.Muted))
	}
	f.Object = kit.Column(
		caption("Size"), f.Size, kit.Space(0, 6), f.Other,
		caption("Style"), f.Style.Object, caption("Extent"), f.Extent.Object, kit.Space(0, 6), f.status,
	)
	f.update()
	return f
}

// Choice is what the fields say, or what is wrong with them.
func (f *Form) Choice() (Choice, error) {
	c := Choice{Style: scene.StyleNames[f.Style.At()], AsSeen: f.Extent.At() == 0}
	if i := f.Size.At(); i >= 0 && i < len(Presets()) {
		p := Presets()[i]
		c.Width, c.Height = p.Width, p.Height
		return c, nil
	}
	var err error
	c.Width, c.Height, err = ParseSize(f.Other.Text)
	return c, err
}

func (f *Form) update() {
	if f.Size.At() == len(Presets()) {
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
