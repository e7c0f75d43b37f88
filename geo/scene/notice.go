package scene

import (
	"strings"

	"github.com/paulmach/orb"
)

// bannerHeight is how much of the top and of the bottom a banner takes.
func (o *overlay) bannerHeight() float64 {
	if strings.TrimSpace(o.Banner.Text) == "" {
		return 0
	}
	return 20 * o.Unit
}

// banners are the strips of the classification along the top and the bottom.
func (o *overlay) banners() []panel {
	h := o.bannerHeight()
	if h == 0 {
		return nil
	}
	u, hue := o.Unit, o.Banner.Hue
	if hue == "" {
		hue = Grey
	}
	ground := o.Style.Hue(hue)
	ink := o.Style.Paper
	if Contrast(ink, ground) < Contrast(o.Style.Ink, ground) {
		ink = o.Style.Ink
	}
	text := cut(o.Measure, strings.TrimSpace(o.Banner.Text), SansBold, 12*u, o.frame.Max[0]-16*u)
	var out []panel
	for i, y := range [...]float64{0, o.frame.Max[1] - h} {
		id := [...]string{"banner-top", "banner-bottom"}[i]
		b := box(0, y, o.frame.Max[0], h)
		out = append(out, panel{box: b, items: []Item{
			Path{ID: id, Class: "panel", Lines: orb.MultiLineString{rect(b)}, Fill: ground},
			Text{ID: id + "-text", Class: "banner", At: orb.Point{o.frame.Max[0] / 2, y + 14.5*u}, Text: text, Font: SansBold, Size: 12 * u, Color: ink, Anchor: Middle, Spacing: 0.6 * u},
		}})
	}
	return out
}

// notice says on the picture what a bare map leaves open: that a report has
// no events, or none with a place.
func (o *overlay) notice() panel {
	if !o.Furniture.Legend || o.Title == "" && o.Subtitle == "" {
		return panel{}
	}
	text := ""
	switch {
	case len(o.Events) == 0 && o.bare():
		text = "No events were found to show here."
	case len(o.Events) > 0 && !o.index.onMap:
		text = "No event has a place that can be shown."
	}
	if text == "" {
		return panel{}
	}
	u := o.Unit
	size := 14 * u
	w := o.Measure.Width(text, Sans, size) + 32*u
	b := box((o.frame.Max[0]-w)/2, o.frame.Max[1]-72*u-o.creditsLift(), w, 34*u)
	return panel{box: b, items: []Item{
		o.ground("notice", b, 6*u),
		Text{ID: "notice-text", Class: "notice", At: orb.Point{o.frame.Max[0] / 2, b.Min[1] + 22*u}, Text: text, Font: Sans, Size: size, Color: o.Style.Ink, Anchor: Middle},
	}}
}

// bare reports whether a person drew nothing on the map either.
func (o *overlay) bare() bool { return len(o.Controls)+len(o.Fronts)+len(o.Routes) == 0 }

// north is an arrow to the north, under the clock or in the top right corner.
func (o *overlay) north(top float64, clock panel) panel {
	if !o.Furniture.North {
		return panel{}
	}
	u := o.Unit
	if clock.items != nil {
		top = clock.box.Max[1] + 8*u
	}
	b := box(o.frame.Max[0]-edge*u-26*u, top, 26*u, 44*u)
	c := b.Center()[0]
	half := func(id string, side float64, p Path) Path {
		p.ID, p.Class = id, "north"
		p.Lines = orb.MultiLineString{{{c, b.Min[1] + 16*u}, {c + side*8*u, b.Max[1] - 3*u}, {c, b.Max[1] - 9*u}, {c, b.Min[1] + 16*u}}}
		return p
	}
	st := o.Style
	return panel{box: b, items: []Item{
		o.ground("north-ground", b, 6*u),
		half("north-left", -1, Path{Fill: st.Label}),
		half("north-right", 1, Path{Fill: st.Paper, Stroke: st.Label, Width: u}),
		Text{ID: "north-n", Class: "north", At: orb.Point{c, b.Min[1] + 12.5*u}, Text: "N", Font: SansBold, Size: 12 * u, Color: st.Label, Anchor: Middle},
	}}
}
