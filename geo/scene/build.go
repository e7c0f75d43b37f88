package scene

import (
	"image/color"
	"math"
	"time"

	"github.com/paulmach/orb"

	"dateline/geo/gazetteer"
)

// Build is the whole picture: Base with Overlay on top.
func Build(in Input) Scene {
	in = in.normal()
	base, over := Base(in), Overlay(in)
	over.Items = append(base.Items, over.Items...)
	return over
}

// UnitFor is the Input.Unit for an export of that size in pixels: 1 for a
// screen, growing with the short side.
func UnitFor(size orb.Point) float64 {
	return math.Max(0.75, math.Min(size[0], size[1])/640)
}

// normal fills in what the zero Input leaves open.
func (in Input) normal() Input {
	in.View = in.View.Clamp()
	if !(in.Unit > 0) {
		in.Unit = 1
	}
	if in.Style.Name == "" {
		in.Style, _ = StyleByName("light")
	}
	if in.Measure == nil {
		in.Measure = roughly{}
	}
	if in.Layers == nil {
		in.Layers = noLayers{}
	}
	if in.Cache == nil {
		in.Cache = NewCache()
	}
	return in
}

// roughly measures text where no measurer was given: by the usual width of
// letters.
type roughly struct{}

func (roughly) Width(s string, _ Font, size float64) float64 {
	return 0.56 * size * float64(len([]rune(s)))
}

// overlay is a picture of events being made.
type overlay struct {
	Input
	page     page      // the map: the view and its margin
	frame    orb.Bound // the view, in which the furniture stands: from 0, 0
	hits     []Hit
	space    *space
	shown    []Event // drawn one by one
	total    int     // how many show
	clusters []cluster
	index    *index
	sides    map[string]Side
	marks    []mark
	panels   []panel
	tally    tally

	arrows []drawnArrow
	date   string    // on the clock
	start  time.Time // the change that has only just come; zero for none
	rims   []rim

	wantedTowns []gazetteer.Place
}

// Overlay is everything that changes with time and selection: events, axes of
// advance, names and furniture. Names are here, not in Base, because they give
// way to events.
func Overlay(in Input) Scene {
	events, furniture := Parts(in)
	events.Items = append(events.Items, furniture.Items...)
	return events
}

// Parts is Overlay in two: what lies on the map and moves with it, and the
// furniture, which stands still. Both have the view's corner at 0, 0; with a
// Margin the first reaches beyond the view by that. All hits are with the
// first.
func Parts(in Input) (events, furniture Scene) {
	in = in.normal()
	m := math.Max(in.Margin, 0)
	return in.Cache.plan(in, in.Cache.index(in.Events), newMapPage(in, orb.Point{-m, -m})).at(in)
}

// side is how the party of an event is drawn; events without a side of their
// own are grey circles.
func (o *overlay) side(name string) Side {
	if s, ok := o.sides[name]; ok {
		return s
	}
	return Side{Name: name, Label: name, Hue: Grey, Shape: Circle}
}

func (o *overlay) hue(name string) color.NRGBA { return o.Style.Hue(o.side(name).Hue) }

// noLayers is a map without a base.
type noLayers struct{}

func (noLayers) Features(Layer, float64, orb.Bound) []Feature     { return nil }
func (noLayers) Area(gazetteer.AreaKey, float64) orb.MultiPolygon { return nil }
func (noLayers) Towns(orb.Bound, int) []gazetteer.Place           { return nil }
