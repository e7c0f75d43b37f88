package exportdlg

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"dateline/app/kit"
	"dateline/app/theme"
	"dateline/app/words"
	"dateline/app/work"
	"dateline/geo/paint"
	"dateline/geo/scene"
)

// Choice is what a person wants.
type Choice struct {
	Width, Height int
	Style         string // of package scene
	AsSeen        bool   // the extent seen in the window; else all events
	Format        paint.Format
	DPI           float64 // pixels an inch of paper has; 0 for no paper
	Look          work.Look
}

const custom = "Another size"

// Form is the dialog's fields.
type Form struct {
	Format *kit.Options
	Size   *kit.Pick
	Other  *kit.Entry
	Style  *kit.Options
	Extent *kit.Options
	Parts  []*kit.Button // of work.Parts, each on or off
	Units  *kit.Options
	Banner *kit.Entry
	// OnChange is told whether the fields hold a choice.
	OnChange func(ok bool)

	shown  work.PartSet
	status *kit.Label
	Object fyne.CanvasObject
}

const (
	seen = "As seen in the window" // words.Mark("As seen in the window")
	all  = "All events"            // words.Mark("All events")
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
	f.Size = kit.NewPick(append(names, words.T(custom)), 0, func(int) { f.update() })
	f.Style = kit.NewOptions(scene.StyleNames[:], 0, nil)
	f.Extent = kit.NewOptions([]string{words.T(seen), words.T(all)}, 0, nil)
	f.Other.OnChanged = func(string) { f.update() }
	var kinds []string
	for _, k := range paint.Formats() {
		kinds = append(kinds, string(k))
	}
	f.Format = kit.NewOptions(kinds, 0, func(int) { f.update() })
	around := kit.Flow(4)
	for i, p := range work.Parts() {
		var b *kit.Button
		b = kit.NewButton(words.T(p.Name), kit.Plain, func() {
			f.shown ^= 1 << i
			b.SetOn(f.shown.Has(i))
		})
		b.Small = true
		b.SetOn(p.Usual)
		if p.Usual {
			f.shown |= 1 << i
		}
		f.Parts = append(f.Parts, b)
		around.Add(b)
	}
	f.Units = kit.NewOptions(work.UnitNames(), 0, nil)
	f.Banner = kit.NewEntry(false)
	f.Banner.SetPlaceHolder(words.T("Classification, at the top and the bottom"))
	caption := func(s string) fyne.CanvasObject {
		return kit.Inset(8, 2, 0, 0, kit.NewLabel(s, theme.SizeMeta, true, theme.Muted))
	}
	f.Object = kit.Column(
		caption(words.T("File")), f.Format.Object, caption(words.T("Size")), f.Size, kit.Space(0, 6), f.Other,
		caption(words.T("Style")), f.Style.Object, caption(words.T("Extent")), f.Extent.Object,
		caption(words.T("Around the map")), around, kit.Space(0, 6), f.Units.Object, kit.Space(0, 6), f.Banner, kit.Space(0, 6), f.status,
	)
	f.update()
	return f
}

// Choice is what the fields say, or what is wrong with them.
func (f *Form) Choice() (Choice, error) {
	c := Choice{Style: scene.StyleNames[f.Style.At()], AsSeen: f.Extent.At() == 0, Format: paint.Formats()[f.Format.At()], Look: f.look()}
	if i := f.Size.At(); i >= 0 && i < len(Presets()) {
		p := Presets()[i]
		c.Width, c.Height, c.DPI = p.Width, p.Height, p.DPI
		return c, nil
	}
	var err error
	c.Width, c.Height, err = ParseSize(f.Other.Text)
	return c, err
}

// look is what is chosen around the map.
func (f *Form) look() work.Look {
	l := work.Look{Units: scene.Units(f.Units.At()), Banner: scene.Banner{Text: strings.TrimSpace(f.Banner.Text)}}
	for i, p := range work.Parts() {
		switch on := f.shown.Has(i); {
		case on && !p.Usual:
			l.Show |= 1 << i
		case !on && p.Usual:
			l.Hide |= 1 << i
		}
	}
	return l
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
		f.status.SetText(c.what())
	}
	f.Object.Refresh()
	if f.OnChange != nil {
		f.OnChange(err == nil)
	}
}

// what says what the file will be.
func (c Choice) what() string {
	switch c.Format {
	case paint.SVG:
		return words.T("Lines and text, in layers, for a drawing program.")
	case paint.PDF:
		return words.T("One page of lines and text, sharp at any size; the text can be searched.")
	}
	return words.F("A %s of %s × %s pixels, laid out at that size.", c.Format, strconv.Itoa(c.Width), strconv.Itoa(c.Height))
}
