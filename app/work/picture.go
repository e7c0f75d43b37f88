package work

import (
	"time"

	"github.com/paulmach/orb"

	"dateline/geo/proj"
	"dateline/geo/scene"
	"dateline/timeline"
)

// ViewOptions say how content is to be shown.
type ViewOptions struct {
	Size     orb.Point  // pixels
	View     *proj.View // which part of the world; nil fits the events
	Style    string     // "light", "dark" or "print"; empty is light
	Mode     scene.Mode
	Now      time.Time // zero: the end
	From, To time.Time // of mode Window
	Selected timeline.ID
	Unit     float64 // see scene.Input; 0: that of an export of this size
}

// Credits name the data that every map shows.
const Credits = "Natural Earth · GeoNames CC BY 4.0"

// Input is what a picture of the content is made of. The only error is that
// of a style that does not exist, or of the data that ships being unreadable.
func (e *Engine) Input(c Content, opt ViewOptions) (scene.Input, error) {
	style, err := scene.StyleByName(opt.Style)
	if err != nil {
		return scene.Input{}, err
	}
	layers, err := e.Layers()
	if err != nil {
		return scene.Input{}, err
	}
	unit := opt.Unit
	if unit == 0 {
		unit = scene.UnitFor(opt.Size)
	}
	var view proj.View
	if opt.View != nil {
		view = opt.View.Resize(opt.Size)
	} else {
		view = c.view(layers, opt.Size, unit)
	}
	now := opt.Now
	if now.IsZero() {
		now = c.End()
	}
	return scene.Input{
		View: view, Style: style, Layers: layers, Measure: e.measure(),
		Events: c.Events, Advances: c.Axes, Sides: c.Sides,
		Ways: c.Ways, Controls: c.Controls, Fronts: c.Fronts, Routes: c.Routes,
		Mode: opt.Mode, Now: now, From: opt.From, To: opt.To, Selected: opt.Selected,
		Title: c.Title, Subtitle: c.Subtitle(), AsOf: c.AsOf(), Credits: Credits, Words: spoken{}, Banner: c.Banner,
		Furniture: scene.AllFurniture(), Unit: unit, Cache: e.pages,
	}, nil
}

// Fit is the view of that size, on a screen, that shows the events of the
// content.
func (e *Engine) Fit(c Content, size orb.Point) (proj.View, error) {
	layers, err := e.Layers()
	if err != nil {
		return proj.View{}, err
	}
	return c.view(layers, size, 1), nil
}
