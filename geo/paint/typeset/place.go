package typeset

import (
	"math"

	"github.com/go-text/typesetting/font"
	"github.com/paulmach/orb"

	"dateline/geo/scene"
)

// Placed is a glyph on the page: its origin, and the direction of its baseline.
type Placed struct {
	Face  int
	ID    font.GID
	At    orb.Point
	Dir   orb.Point
	Glyph int // its index in the line
}

// Advance is the width of a line at a size, with spacing between its clusters.
func (l Line) Advance(size, spacing float64) float64 {
	return l.Width*size + spacing*float64(max(0, l.Clusters-1))
}

// Offset is how far from the start of what is as wide as whole a text of that
// width starts.
func Offset(a scene.Anchor, width, whole float64) float64 {
	switch a {
	case scene.Middle:
		return (whole - width) / 2
	case scene.End:
		return whole - width
	}
	return 0
}

// Level appends the glyphs of a line on a level baseline that starts at a point.
func (l Line) Level(out []Placed, size, spacing float64, at orb.Point) []Placed {
	extra := 0.0
	for i, g := range l.Glyphs {
		if g.First && i > 0 {
			extra += spacing
		}
		out = append(out, Placed{g.Face, g.ID, orb.Point{at[0] + g.X*size + extra, at[1] + g.Y*size}, orb.Point{1, 0}, i})
	}
	return out
}

// Along appends the glyphs of a line on a curve, each turned to it at its
// middle; none where the curve has no length.
func (l Line) Along(out []Placed, size, spacing float64, anchor scene.Anchor, path []orb.Point) []Placed {
	length := 0.0
	for i := 1; i < len(path); i++ {
		_, d := unit(path[i-1], path[i])
		length += d
	}
	if !(length > 0) || math.IsInf(length, 0) {
		return out
	}
	start := Offset(anchor, l.Advance(size, spacing), length)
	extra := 0.0
	for i, g := range l.Glyphs {
		if g.First && i > 0 {
			extra += spacing
		}
		half := g.Advance * size / 2
		c, d := walk(path, start+g.X*size+extra+half)
		out = append(out, Placed{g.Face, g.ID, orb.Point{c[0] - d[0]*half - d[1]*g.Y*size, c[1] - d[1]*half + d[0]*g.Y*size}, d, i})
	}
	return out
}

// walk gives the point at a distance along a path, and its direction there;
// before the start and after the end it goes straight on.
func walk(path []orb.Point, at float64) (p, d orb.Point) {
	last := orb.Point{1, 0}
	for i := 1; i < len(path); i++ {
		dir, l := unit(path[i-1], path[i])
		if l == 0 {
			dir = last
		}
		if at <= l || i == len(path)-1 {
			return orb.Point{path[i-1][0] + dir[0]*at, path[i-1][1] + dir[1]*at}, dir
		}
		last = dir
		at -= l
	}
	return path[0], last
}

// unit is the direction from a to b and their distance.
func unit(a, b orb.Point) (orb.Point, float64) {
	dx, dy := b[0]-a[0], b[1]-a[1]
	l := math.Sqrt(dx*dx + dy*dy)
	if l == 0 {
		return orb.Point{1, 0}, 0
	}
	return orb.Point{dx / l, dy / l}, l
}
