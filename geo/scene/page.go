package scene

import (
	"math"

	"github.com/paulmach/orb"

	"dateline/geo/proj"
)

// page projects degrees onto a rectangle of the picture.
type page struct {
	view   proj.View
	center orb.Point // of the view, projected
	origin orb.Point // of the rectangle on the picture
	box    orb.Bound // the rectangle, on the picture
	clip   orb.Bound // box with a margin in which lines end unseen
	memo   *geography
}

// clipMargin is how far beyond the page lines and areas go on, so that their
// cut edges are never seen.
const clipMargin = 24

func newPage(v proj.View, origin orb.Point, margin float64) page {
	v = v.Clamp()
	c, _ := v.Proj.Forward(v.Center)
	box := orb.Bound{Min: origin, Max: orb.Point{origin[0] + v.Size[0], origin[1] + v.Size[1]}}
	p := page{view: v, center: c, origin: origin, box: box, clip: box.Pad(margin)}
	p.memo = (*Cache)(nil).page(p)
	return p
}

// newMapPage is the page of the map of an input: its view, and the margin
// around that. Unlike a view, it may be wider than the world, which is then
// seen more than once. Its corner lies at origin.
func newMapPage(in Input, origin orb.Point) page {
	p := newPage(in.View, origin, 0)
	m := math.Max(in.Margin, 0)
	p.view.Size[0] += 2 * m
	p.view.Size[1] += 2 * m
	p.box.Max = orb.Point{origin[0] + p.view.Size[0], origin[1] + p.view.Size[1]}
	p.clip = p.box.Pad(clipMargin * in.Unit)
	p.memo = in.Cache.page(p)
	return p
}

// point gives the place on the picture of the copy of a point nearest to the
// centre of the view.
func (p page) point(lonLat orb.Point) (orb.Point, bool) {
	q, ok := p.view.ToPage(lonLat)
	return orb.Point{q[0] + p.origin[0], q[1] + p.origin[1]}, ok
}

// plane is point for a point that is projected already.
func (p page) plane(xy orb.Point) orb.Point {
	dx := xy[0] - p.center[0]
	if math.Abs(dx) > 0.5+1e-9 {
		dx -= math.Round(dx)
	}
	return orb.Point{
		p.origin[0] + p.view.Size[0]/2 + dx*p.view.Scale,
		p.origin[1] + p.view.Size[1]/2 + (xy[1]-p.center[1])*p.view.Scale,
	}
}

// copies calls f with each whole number of turns of the world by which a bound
// in degrees must be shifted to touch the page.
func (p page) copies(b orb.Bound, f func(turns float64)) {
	lo, hi := p.project(b.Min, 0), p.project(b.Max, 0)
	for k := -1.0; k <= 1; k++ {
		dx := k * p.view.Scale
		if lo[0]+dx <= p.clip.Max[0] && hi[0]+dx >= p.clip.Min[0] &&
			hi[1] <= p.clip.Max[1] && lo[1] >= p.clip.Min[1] {
			f(k)
		}
	}
}

// project puts a point onto the picture, turned by whole turns of the world;
// latitudes that cannot be shown are moved to the edge of those that can.
func (p page) project(q orb.Point, turns float64) orb.Point {
	e := p.view.Proj.Extent()
	q[1] = math.Min(math.Max(q[1], e.Min[1]), e.Max[1])
	xy, _ := p.view.Proj.Forward(q)
	return orb.Point{
		p.origin[0] + p.view.Size[0]/2 + (xy[0]-p.center[0]+turns)*p.view.Scale,
		p.origin[1] + p.view.Size[1]/2 + (xy[1]-p.center[1])*p.view.Scale,
	}
}

// tolerance is the distance on the page, in units, below which a point adds
// nothing to a line.
const tolerance = 0.35

// line projects a line, dropping points that add nothing.
func (p page) line(ls []orb.Point, turns float64, out []orb.Point) []orb.Point {
	out = out[:0]
	for i, q := range ls {
		v := p.project(q, turns)
		if n := len(out); n > 0 && i < len(ls)-1 &&
			math.Abs(v[0]-out[n-1][0]) < tolerance && math.Abs(v[1]-out[n-1][1]) < tolerance {
			continue
		}
		out = append(out, v)
	}
	return out
}

// polygons projects and cuts polygons: their rings, outer ones of positive area
// on the page and holes of negative, each closed.
func (p page) polygons(mp orb.MultiPolygon) orb.MultiLineString {
	var out orb.MultiLineString
	var buf []orb.Point
	for _, poly := range mp {
		if len(poly) == 0 {
			continue
		}
		p.copies(poly[0].Bound(), func(turns float64) {
			for i, ring := range poly {
				buf = p.line(ring, turns, buf)
				r := clipRing(p.clip, buf)
				if len(r) < 4 {
					continue
				}
				if (area(r) > 0) != (i == 0) {
					turnRing(r)
				}
				out = append(out, r)
			}
		})
	}
	return out
}

// outlines projects and cuts the outlines of polygons as lines, without the edges
// that cutting adds.
func (p page) outlines(mp orb.MultiPolygon) orb.MultiLineString {
	var ls orb.MultiLineString
	for _, poly := range mp {
		for _, r := range poly {
			ls = append(ls, orb.LineString(r))
		}
	}
	return p.lines(ls)
}

// lines projects and cuts lines.
func (p page) lines(mls orb.MultiLineString) orb.MultiLineString {
	var out orb.MultiLineString
	var buf []orb.Point
	for _, ls := range mls {
		p.copies(ls.Bound(), func(turns float64) {
			buf = p.line(ls, turns, buf)
			out = clipLine(p.clip, buf, out)
		})
	}
	return out
}

// geometry is the rings or lines of a feature.
func polygonsOf(g orb.Geometry) orb.MultiPolygon {
	switch g := g.(type) {
	case orb.MultiPolygon:
		return g
	case orb.Polygon:
		return orb.MultiPolygon{g}
	}
	return nil
}

func linesOf(g orb.Geometry) orb.MultiLineString {
	switch g := g.(type) {
	case orb.MultiLineString:
		return g
	case orb.LineString:
		return orb.MultiLineString{g}
	}
	return nil
}

// features are a layer's features on the page, each once. Layers move those
// beyond the date line to where the page shows them.
func (p page) features(l Layers, layer Layer) []Feature {
	if l == nil {
		return nil
	}
	return l.Features(layer, p.view.Scale, p.view.Bound())
}
