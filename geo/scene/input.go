// Package scene turns placed events, a view and a moment into a flat list of
// things to paint. Everything that the window and every export show is decided
// here; painters know neither events nor time nor projections.
package scene

import (
	"time"

	"github.com/paulmach/orb"

	"dateline/geo/gazetteer"
	"dateline/geo/geocode"
	"dateline/geo/proj"
	"dateline/timeline"
)

// Mode says which events show at a moment.
type Mode uint8

// The modes.
const (
	Cumulative Mode = iota // all up to now
	Window                 // what falls into [From, To]
	Moment                 // what holds now
)

// Input is everything a scene is made of.
type Input struct {
	View     proj.View
	Style    Style
	Layers   Layers   // the base map
	Measure  Measurer // text widths
	Events   []Event
	Advances []timeline.Axis
	// Ways are the lines that a person drew for the advance to an event's
	// place, by event: longitude and latitude in degrees.
	Ways map[timeline.ID][]orb.Point
	// Controls, Fronts and Routes are drawn by a person.
	Controls []Control
	Fronts   []Front
	Routes   []Route
	// Fading is how much of the outlines of control before the present ones is
	// still seen, for a cross-fade: from 1, nothing has changed yet, to 0.
	Fading    float64
	Sides     []Side
	Mode      Mode
	Now       time.Time // the clock
	From, To  time.Time // of Window
	Selected  timeline.ID
	Title     string // title block; "" for none
	Subtitle  string
	AsOf      string // "as of 14 June 2014"
	Credits   string
	Furniture Furniture
	Words     Words  // nil: English
	Banner    Banner // shown whatever Furniture says
	// Unit is the size of everything that is not map (letters, marks, lines,
	// panels) in page units per pixel of an ordinary screen; 0 is 1. UnitFor
	// gives the one for an export. Layout runs at this size, so that an
	// export is laid out anew and not a magnified screen.
	Unit float64
	// Cache keeps the base map on the page from frame to frame; nil keeps
	// nothing.
	Cache *Cache
	// Hover is the event under the pointer, drawn at half the strength of a
	// selection; empty for none.
	Hover timeline.ID
	// Margin is how far beyond the view, on each side and in page units, the
	// map is drawn too, so that there is something to show while it is moved.
	// Furniture stays within the view. It is 0 for a picture.
	Margin float64
	// Backdrop is drawn instead of the base map where it has pictures.
	Backdrop Backdrop
}

// Event is a placed event with its number in the order of the brief (from 1).
type Event struct {
	geocode.Placed
	Number int
}

// Furniture switches the parts around the map.
type Furniture struct {
	Title, Legend, Scale, Clock, Inset, Credits bool
	North                                       bool // an arrow to the north; maps here are always north up, so it is off unless asked for
	Graticule                                   bool // lines of longitude and latitude, with labels at the edges
	Units                                       Units
}

// Units are the lengths that the scale bar tells.
type Units uint8

// The units; two of them make two bars.
const (
	Kilometres Units = iota
	Miles
	NauticalMiles
	KilometresAndMiles
	KilometresAndNautical
)

// Banner is a line of handling or classification at the top and the bottom of
// a picture, such as "OFFICIAL": as a person words it. Without words there is
// none.
type Banner struct {
	Text string
	Hue  Hue // of its ground; empty is grey
}

// AllFurniture has every part switched on that a map has unless a person says
// otherwise.
func AllFurniture() Furniture {
	return Furniture{Title: true, Legend: true, Scale: true, Clock: true, Inset: true, Credits: true}
}

// Side is a party, with how it is drawn.
type Side struct {
	Name  string `json:"name"`
	Label string `json:"label"`
	Hue   Hue    `json:"hue"`
	Shape Shape  `json:"shape"`
}

// Hue is one of the seven colours of the palette.
type Hue string

// The hues.
const (
	Red    Hue = "red"
	Blue   Hue = "blue"
	Green  Hue = "green"
	Purple Hue = "purple"
	Amber  Hue = "amber"
	Teal   Hue = "teal"
	Grey   Hue = "grey"
)

// Shape is the form of a mark.
type Shape string

// The shapes.
const (
	Circle   Shape = "circle"
	Square   Shape = "square"
	Diamond  Shape = "diamond"
	Triangle Shape = "triangle"
)

// Layers is the base map. Implementations are safe for concurrent use; what
// they return must not be changed.
type Layers interface {
	// Features gives the features of a layer at the level of detail for a
	// scale (pixels per 360 degrees of longitude) that touch the bound
	// (degrees), most important first. The bound may go beyond ±180° on one
	// side; features beyond the date line are then moved to lie in it.
	Features(layer Layer, scale float64, within orb.Bound) []Feature
	// Area is the polygon of a country or division at that scale.
	Area(key gazetteer.AreaKey, scale float64) orb.MultiPolygon
	// Towns gives towns inside the bound, the most important first.
	Towns(within orb.Bound, limit int) []gazetteer.Place
}

// Layer is one layer of the base map.
type Layer uint8

// The layers.
const (
	Land          Layer = iota
	Countries           // polygons, named
	Divisions           // polygons, named
	Borders             // country lines, each once
	DivisionLines       // inner lines, each once
	Rivers              // lines
	Lakes               // polygons
	Coasts              // lines: the shores of Land, without the edges that its polygons have where they are cut
	Seas                // polygons, named: where the name of a sea can stand, on water; Rank 0 is an ocean, 3 a strait
)

// Feature is one thing of a layer.
type Feature struct {
	Geometry orb.Geometry // MultiPolygon or MultiLineString, degrees
	Bound    orb.Bound
	Name     string
	Key      gazetteer.AreaKey
	Rank     int       // 0 is the most important
	Label    orb.Point // where a name goes; zero if none
}
