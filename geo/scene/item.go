package scene

import (
	"image"
	"image/color"

	"github.com/paulmach/orb"

	"dateline/timeline"
)

// Item is one thing to paint: a Path, a Text or an Image, and nothing else.
// Coordinates are page units, y down, origin at the top left.
type Item interface{ isItem() }

// Path is filled, stroked or both. Fills are non-zero: holes wind the other
// way than the rings around them.
type Path struct {
	ID     string              // stable name of what it shows, for SVG groups and dumps
	Class  string              // "land", "border", "event", "advance" …
	Lines  orb.MultiLineString // closed ones end where they began
	Fill   color.NRGBA         // alpha 0: no fill
	Stroke color.NRGBA         // alpha 0: no stroke
	Width  float64             // of the stroke
	Dash   []float64           // nil: solid
}

// Text is one line of text.
type Text struct {
	ID, Class string
	At        orb.Point // of the baseline, at Anchor
	Text      string
	Font      Font
	Size      float64 // em in page units
	Color     color.NRGBA
	Halo      color.NRGBA
	HaloWidth float64
	Anchor    Anchor
	Spacing   float64        // extra advance after each cluster
	Along     orb.LineString // nil: straight; else the baseline follows it, At unused
}

// Image is a picture stretched to a rectangle.
type Image struct {
	ID, Class string
	Bounds    orb.Bound
	Image     image.Image
}

func (Path) isItem()  {}
func (Text) isItem()  {}
func (Image) isItem() {}

// Font is one of the fonts that ship with the program.
type Font uint8

// The fonts.
const (
	Sans Font = iota
	SansSemibold
	SansBold
	SerifItalic
)

// Anchor says which point of the text At is.
type Anchor uint8

// The anchors.
const (
	Start Anchor = iota
	Middle
	End
)

// Scene is a finished picture as a list of items, painted in order.
type Scene struct {
	Size  orb.Point
	Items []Item
	Hits  []Hit // what can be pointed at, topmost last
}

// Painter paints items. It never knows what they show.
type Painter interface {
	Path(Path) error
	Text(Text) error
	Image(Image) error
}

// Measurer tells how wide a text is in page units.
type Measurer interface {
	Width(s string, f Font, size float64) float64
}

// Paint paints all items in order and stops at the first error.
func (s Scene) Paint(p Painter) error {
	for _, it := range s.Items {
		var err error
		switch it := it.(type) {
		case Path:
			err = p.Path(it)
		case Text:
			err = p.Text(it)
		case Image:
			err = p.Image(it)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// Hit is the area of the page that stands for an event when pointed at.
type Hit struct {
	Event  timeline.ID
	Center orb.Point
	Radius float64 // page units; 0 for a ring
	Ring   orb.Ring
	// Cluster are the events of a mark that stands for several, Event among
	// them; nil for a mark of one.
	Cluster []timeline.ID
}
