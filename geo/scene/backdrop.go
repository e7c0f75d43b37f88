package scene

import (
	"image"
	"math"
	"strings"

	"github.com/paulmach/orb"
)

// Backdrop is the world as pictures, such as the tiles of an online map. They
// take the place of land, water, lakes and rivers; where they leave the page
// open, or are transparent, the map that ships is seen. The zero Backdrop is
// none.
type Backdrop struct {
	Images []Image // on the page of the scene, the lowest first
	// Named says that the pictures have boundaries and names of their own:
	// then only the towns of events are named on them.
	Named bool
	// Credits must be shown with the pictures, and are, whatever
	// Input.Furniture says.
	Credits string
}

// items are the pictures as items.
func (b Backdrop) items() []Item {
	items := make([]Item, len(b.Images))
	for i, img := range b.Images {
		items[i] = img
	}
	return items
}

// covers reports whether one of the pictures hides all of a box.
func (b Backdrop) covers(r orb.Bound) bool {
	for _, img := range b.Images {
		o, ok := img.Image.(interface{ Opaque() bool })
		if ok && inBox(img.Bounds, r) && o.Opaque() {
			return true
		}
	}
	return false
}

// shows reports whether one of the pictures is seen at a point of the page.
func (b Backdrop) shows(p orb.Point) bool {
	for _, it := range b.Images {
		if it.Image == nil || !it.Bounds.Contains(p) {
			continue
		}
		r := it.Image.Bounds()
		along := func(v, lo, hi float64, n int) int { return min(int((v-lo)/(hi-lo)*float64(n)), n-1) }
		at := r.Min.Add(image.Pt(
			along(p[0], it.Bounds.Min[0], it.Bounds.Max[0], r.Dx()),
			along(p[1], it.Bounds.Min[1], it.Bounds.Max[1], r.Dy())))
		if _, _, _, a := it.Image.At(at.X, at.Y).RGBA(); a >= 1<<15 {
			return true
		}
	}
	return false
}

// unpainted leaves out the names that the pictures have of their own.
func (b Backdrop) unpainted(names []Item) []Item {
	if !b.Named || len(b.Images) == 0 {
		return names
	}
	var out []Item
	for _, it := range names {
		t, ok := it.(Text)
		if !ok {
			continue
		}
		at := t.At
		if n := len(t.Along); n > 0 {
			at = t.Along[n/2]
		}
		if !b.shows(at) {
			out = append(out, it)
		}
	}
	return out
}

// creditLines are the lines of small print, the pictures' first: these are
// never cut short.
func (o *overlay) creditLines() []string {
	size, room := 11*o.Unit, o.frame.Max[0]-16*o.Unit
	var lines []string
	if words := strings.Fields(o.Backdrop.Credits); len(o.Backdrop.Images) > 0 && len(words) > 0 {
		lines = greedy(o.Measure, words, Sans, size, math.Max(room*0.55, math.Min(room, 320*o.Unit)))
	}
	var parts []string
	for _, s := range []string{o.Credits, o.AsOf} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	if o.Furniture.Credits && len(parts) > 0 {
		lines = append(lines, cut(o.Measure, strings.Join(parts, " · "), Sans, size, room))
	}
	return lines
}

// creditsLift is how much higher than usual the panels above the credits
// stand, for the lines of the credits beyond the first and for a banner.
func (o *overlay) creditsLift() float64 {
	return creditsHeight*o.Unit*float64(max(0, len(o.creditLines())-1)) + o.bannerHeight()
}

// creditsHeight is that of a line of the credits.
const creditsHeight = 13.5
