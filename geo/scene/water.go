package scene

import (
	"math"

	"github.com/paulmach/orb"
)

// water writes the names of rivers along them, and of lakes into them.
func (o *overlay) water() []Item {
	u := o.Unit
	var items []Item
	var order []string
	lines := map[string]orb.MultiLineString{}
	for _, f := range o.page.placed(o.Layers, Rivers) {
		if f.Name == "" {
			continue
		}
		if lines[f.Name] == nil {
			order = append(order, f.Name)
		}
		lines[f.Name] = append(lines[f.Name], f.lines...)
	}
	const most = 8
	for _, name := range order {
		if len(items) >= most {
			break
		}
		t := o.waterText("river-"+name, name, 13.5*u)
		if along, ok := o.along(t, joined(lines[name])); ok {
			t.Along, t.Anchor = along, Middle
			items = append(items, t)
		}
	}
	for _, f := range o.page.placed(o.Layers, Lakes) {
		if f.Name == "" {
			continue
		}
		t := o.waterText("lake-"+f.Name, f.Name, 11.5*u)
		if t, ok := o.areaName(t, f.lines, o.wanted(f.Feature), true); ok {
			items = append(items, t)
		}
	}
	return append(items, o.seas()...)
}

func (o *overlay) waterText(id, name string, size float64) Text {
	return Text{
		ID: id, Class: "water-name", Text: name, Font: SerifItalic, Size: size, Spacing: 0.3 * o.Unit,
		Color: o.Style.LabelWater, Halo: fade(o.Style.Halo, 0.85), HaloWidth: 2 * o.Unit,
	}
}

// joined puts pieces of a line together where one begins at the end of another.
func joined(ls orb.MultiLineString) orb.MultiLineString {
	var out orb.MultiLineString
	for _, l := range ls {
		l = append(orb.LineString(nil), l...)
		for i := 0; i < len(out); i++ {
			k := out[i]
			switch {
			case dist(k[len(k)-1], l[0]) < 1.5:
				l = append(append(orb.LineString(nil), k...), l[1:]...)
			case dist(l[len(l)-1], k[0]) < 1.5:
				l = append(l, k[1:]...)
			case dist(k[0], l[0]) < 1.5:
				turnRing(l)
				l = append(l, k[1:]...)
			case dist(k[len(k)-1], l[len(l)-1]) < 1.5:
				turnRing(l)
				l = append(append(orb.LineString(nil), k...), l[1:]...)
			default:
				continue
			}
			out = append(out[:i], out[i+1:]...)
			i = -1
		}
		out = append(out, l)
	}
	return out
}

// along finds the stretch of a river that carries its name best: smooth, free,
// and not at the edge of the page; read from left to right, beside the line.
func (o *overlay) along(t Text, ls orb.MultiLineString) (orb.LineString, bool) {
	u := o.Unit
	w := o.Measure.Width(t.Text, t.Font, t.Size) + t.Spacing*float64(len([]rune(t.Text))-1) + 6*u
	var best orb.LineString
	cost := math.Inf(1)
	for _, l := range ls {
		length := pathLength(l)
		if length < w*1.3 {
			continue
		}
		step := math.Max(w/3, (length-w)/60)
		for at := 0.0; at+w <= length; at += step {
			raw := part(l, at, at+w)
			s := soften(resample(raw, t.Size*0.8), 4)
			if len(s) < 2 {
				continue
			}
			if s[len(s)-1][0] < s[0][0] {
				turnRing(s)
			}
			for _, side := range [2]float64{0.45, -1.05} { // baseline above or below the line
				path := offset(s, t.Size*side)
				if c := o.bend(path) + o.strays(raw, s)*0.02; c < cost && o.clear(path, t.Size) {
					// The line bends less than the text is wide: real length.
					if pathLength(path) < w-6*u {
						continue
					}
					best, cost = path, c
				}
			}
		}
	}
	if best == nil || cost > 2.6 {
		return nil, false
	}
	for _, p := range resample(best, t.Size) {
		o.space.take(around(orb.Point{p[0], p[1] - t.Size*0.3}, t.Size*0.6))
	}
	return best, true
}

// bend is the sum of the turns of a path in radians, sharp ones counted more.
func (o *overlay) bend(ps []orb.Point) float64 {
	sum := 0.0
	for i := 2; i < len(ps); i++ {
		a := math.Atan2(ps[i-1][1]-ps[i-2][1], ps[i-1][0]-ps[i-2][0])
		b := math.Atan2(ps[i][1]-ps[i-1][1], ps[i][0]-ps[i-1][0])
		d := math.Abs(math.Mod(b-a+3*math.Pi, 2*math.Pi) - math.Pi)
		sum += d + 4*d*d
	}
	// Steep names are hard to read.
	if n := len(ps); n > 1 {
		sum += 0.35 * math.Abs(ps[n-1][1]-ps[0][1]) / math.Max(1, math.Abs(ps[n-1][0]-ps[0][0])+1)
	}
	return sum
}

// strays is how far the softened line leaves the river, at most.
func (o *overlay) strays(river, line []orb.Point) float64 {
	far := 0.0
	for _, p := range river {
		near := math.Inf(1)
		for i := 1; i < len(line); i++ {
			near = math.Min(near, toSegment(p, line[i-1], line[i]))
		}
		far = math.Max(far, near)
	}
	return math.Sqrt(far)
}

// clear reports whether a name along a path touches nothing.
func (o *overlay) clear(path []orb.Point, size float64) bool {
	for i := 0; i < len(path); i++ {
		a, b := path[max(i-1, 0)], path[min(i+1, len(path)-1)]
		d := math.Max(dist(a, b), 1e-9)
		c := orb.Point{path[i][0] + (b[1]-a[1])/d*size*0.3, path[i][1] - (b[0]-a[0])/d*size*0.3}
		if !o.space.free(around(c, size*0.55), true) {
			return false
		}
	}
	return true
}

// soften takes the mean of neighbours, rounds times, keeping the ends.
func soften(ps []orb.Point, rounds int) []orb.Point {
	for r := 0; r < rounds; r++ {
		out := append([]orb.Point(nil), ps...)
		for i := 1; i+1 < len(ps); i++ {
			for k := 0; k < 2; k++ {
				out[i][k] = (ps[i-1][k] + 2*ps[i][k] + ps[i+1][k]) / 4
			}
		}
		ps = out
	}
	return ps
}

// offset moves a path to its left (up, when it runs right) by a distance.
func offset(ps []orb.Point, by float64) orb.LineString {
	out := make(orb.LineString, len(ps))
	for i, p := range ps {
		a, b := ps[max(i-1, 0)], ps[min(i+1, len(ps)-1)]
		d := math.Max(dist(a, b), 1e-9)
		out[i] = orb.Point{p[0] + (b[1]-a[1])/d*by, p[1] - (b[0]-a[0])/d*by}
	}
	return out
}
