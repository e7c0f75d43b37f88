package basemap

import (
	"github.com/paulmach/orb"
	"github.com/paulmach/orb/clip"
)

// cut gives the part of a shape, moved by degrees of longitude, that is in a
// window; nil for none. What lies inside is shared, not copied.
func (s *shape) cut(window orb.Bound, turn float64, area bool, whole orb.Bound) orb.Geometry {
	local := window
	local.Min[0] -= turn
	local.Max[0] -= turn
	inside := holds(local, whole)
	if inside && turn == 0 {
		if area {
			return emptyToNil(s.polygons)
		}
		return emptyToNilLines(s.lines)
	}
	if area {
		var out orb.MultiPolygon
		for i, p := range s.polygons {
			switch {
			case !local.Intersects(s.bounds[i]):
				continue
			case !holds(local, s.bounds[i]):
				p = cutPolygon(p, local)
			}
			if len(p) > 0 {
				out = append(out, moved(p, turn))
			}
		}
		return emptyToNil(out)
	}
	var out orb.MultiLineString
	for i, line := range s.lines {
		switch {
		case !local.Intersects(s.bounds[i]):
		case holds(local, s.bounds[i]):
			out = append(out, movedLine(line, turn))
		default:
			for _, l := range clip.LineString(local, line) {
				out = append(out, movedLine(l, turn))
			}
		}
	}
	return emptyToNilLines(out)
}

func emptyToNil(mp orb.MultiPolygon) orb.Geometry {
	if len(mp) == 0 {
		return nil
	}
	return mp
}

func emptyToNilLines(ml orb.MultiLineString) orb.Geometry {
	if len(ml) == 0 {
		return nil
	}
	return ml
}

// holds reports whether a bound lies in another.
func holds(outer, inner orb.Bound) bool {
	return outer.Contains(inner.Min) && outer.Contains(inner.Max)
}

func moved(p orb.Polygon, turn float64) orb.Polygon {
	if turn == 0 {
		return p
	}
	out := make(orb.Polygon, len(p))
	for i, r := range p {
		out[i] = orb.Ring(movedLine(orb.LineString(r), turn))
	}
	return out
}

func movedLine(l orb.LineString, turn float64) orb.LineString {
	if turn == 0 {
		return l
	}
	out := make(orb.LineString, len(l))
	for i, p := range l {
		out[i] = orb.Point{p[0] + turn, p[1]}
	}
	return out
}

// cutPolygon cuts every ring of a polygon; nil when nothing of the outer one
// is left. Rings keep their direction.
func cutPolygon(p orb.Polygon, b orb.Bound) orb.Polygon {
	var out orb.Polygon
	for i, r := range p {
		c := cutRing(r, b)
		if len(c) < 4 {
			if i == 0 {
				return nil
			}
			continue
		}
		out = append(out, c)
	}
	return out
}

// cutRing cuts a closed ring to a bound by Sutherland and Hodgman's method:
// one side after the other. Parts that come apart stay joined by edges along
// the bound.
func cutRing(r orb.Ring, b orb.Bound) orb.Ring {
	if holds(b, r.Bound()) {
		return r
	}
	in := []orb.Point(r)
	for side := range 4 {
		out := make([]orb.Point, 0, len(in)/2+4)
		axis, upper := side/2, side%2 == 1
		limit := b.Min[axis]
		if upper {
			limit = b.Max[axis]
		}
		kept := func(p orb.Point) bool {
			if upper {
				return p[axis] <= limit
			}
			return p[axis] >= limit
		}
		for i, p := range in {
			if i > 0 {
				q := in[i-1]
				if kept(q) != kept(p) {
					t := (limit - q[axis]) / (p[axis] - q[axis])
					var x orb.Point
					x[axis] = limit
					x[1-axis] = q[1-axis] + t*(p[1-axis]-q[1-axis])
					out = append(out, x)
				}
			}
			if kept(p) {
				out = append(out, p)
			}
		}
		if len(out) == 0 {
			return nil
		}
		if out[0] != out[len(out)-1] {
			out = append(out, out[0])
		}
		in = out
	}
	return orb.Ring(in)
}
