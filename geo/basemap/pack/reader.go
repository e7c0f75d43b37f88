package pack

import (
	"errors"
	"fmt"
	"math"

	"github.com/paulmach/orb"
)

// ErrDamaged is wrapped by every error about bytes that are not a whole file.
var ErrDamaged = errors.New("damaged map data")

// Reader reads a file in place. It is safe for concurrent use.
type Reader struct {
	quantum float64
	table   string // offsets of arcs
	arcs    string
	layers  [][]Meta
	points  int // most points that a geometry may have, against damage
}

// Meta is what is known of a feature without decoding its geometry.
type Meta struct {
	Key, Name string
	Rank      int
	Label     orb.Point // zero for none
	Bound     orb.Bound
	geometry  string
}

// Scale reads the largest scale that a file is for, in pixels per 360°, without
// reading more; 0 for any.
func Scale(data string) (float64, error) {
	c := cursor{s: data}
	_, scale, err := c.header()
	return scale, err
}

// header reads what comes before the arcs.
func (c *cursor) header() (quantum, scale float64, err error) {
	if c.bytes(len(magic)) != magic {
		return 0, 0, fmt.Errorf("%w: not of this version", ErrDamaged)
	}
	quantum, scale = math.Float64frombits(c.uint64()), math.Float64frombits(c.uint64())
	if c.bad || !(quantum > 0) || quantum > 1 || !(scale >= 0) {
		return 0, 0, fmt.Errorf("%w: quantum %v, scale %v", ErrDamaged, quantum, scale)
	}
	return quantum, scale, nil
}

// Open reads the table of contents of a file. The data must not change.
func Open(data string) (*Reader, error) {
	c := cursor{s: data}
	quantum, _, err := c.header()
	if err != nil {
		return nil, err
	}
	r := &Reader{quantum: quantum}
	n := c.count(4)
	r.table = c.bytes(4 * (n + 1))
	if c.bad {
		return nil, fmt.Errorf("%w: arc table", ErrDamaged)
	}
	r.arcs = c.bytes(int(r.offset(n)))
	r.points = len(r.arcs)
	layers := c.count(1)
	for range layers {
		features := c.count(1)
		layer := make([]Meta, 0, features)
		for range features {
			layer = append(layer, c.meta(r.quantum))
			if c.bad {
				return nil, fmt.Errorf("%w: feature table", ErrDamaged)
			}
		}
		r.layers = append(r.layers, layer)
	}
	if c.bad || c.s != "" {
		return nil, fmt.Errorf("%w: end", ErrDamaged)
	}
	return r, nil
}

// Layer gives the features of a layer; nil when there is no such layer. The
// slice must not be changed.
func (r *Reader) Layer(i int) []Meta {
	if i < 0 || i >= len(r.layers) {
		return nil
	}
	return r.layers[i]
}

// Polygons decodes the geometry of a feature made of polygons. Rings that
// have collapsed are left out.
func (r *Reader) Polygons(m Meta) (orb.MultiPolygon, error) {
	parts, err := r.parts(m, true)
	if err != nil {
		return nil, err
	}
	out := make(orb.MultiPolygon, 0, len(parts))
	for _, p := range parts {
		poly := make(orb.Polygon, 0, len(p))
		for i, line := range p {
			if len(line) < 4 {
				if i == 0 {
					break // no outer ring, no polygon
				}
				continue
			}
			poly = append(poly, orb.Ring(line))
		}
		if len(poly) > 0 {
			out = append(out, poly)
		}
	}
	return out, nil
}

// Lines decodes the geometry of a feature made of lines.
func (r *Reader) Lines(m Meta) (orb.MultiLineString, error) {
	parts, err := r.parts(m, false)
	if err != nil {
		return nil, err
	}
	out := make(orb.MultiLineString, 0, len(parts))
	for _, p := range parts {
		for _, line := range p {
			if len(line) >= 2 {
				out = append(out, line)
			}
		}
	}
	return out, nil
}

func (r *Reader) parts(m Meta, closed bool) ([][]orb.LineString, error) {
	c := cursor{s: m.geometry}
	parts := make([][]orb.LineString, 0, c.peek())
	total := 0
	for range c.count(1) {
		rings := make([]orb.LineString, 0, 1)
		for range c.count(1) {
			var line orb.LineString
			for range c.count(1) {
				var ok bool
				if line, ok = r.appendArc(line, Ref(c.varint())); !ok {
					return nil, fmt.Errorf("%w: arc of %q", ErrDamaged, m.Key+m.Name)
				}
			}
			if total += len(line); total > 4*r.points {
				return nil, fmt.Errorf("%w: too many points in %q", ErrDamaged, m.Key+m.Name)
			}
			if closed && len(line) > 0 && line[0] != line[len(line)-1] {
				line = append(line, line[0])
			}
			rings = append(rings, line)
		}
		parts = append(parts, rings)
	}
	if c.bad || c.s != "" {
		return nil, fmt.Errorf("%w: geometry of %q", ErrDamaged, m.Key+m.Name)
	}
	return parts, nil
}

// appendArc adds the points of an arc to a line, without the first when the
// line ends there.
func (r *Reader) appendArc(line orb.LineString, ref Ref) (orb.LineString, bool) {
	i := ref.Arc()
	if i < 0 || 4*(i+2) > len(r.table) {
		return nil, false
	}
	from, to := r.offset(i), r.offset(i+1)
	if from > to || int(to) > len(r.arcs) {
		return nil, false
	}
	c := cursor{s: r.arcs[from:to]}
	n := c.count(2)
	start := len(line)
	if cap(line)-start < n {
		grown := make(orb.LineString, start, max(start+n+1, 2*start))
		copy(grown, line)
		line = grown
	}
	var x, y int64
	for range n {
		x += c.varint()
		y += c.varint()
		line = append(line, orb.Point{float64(x) * r.quantum, float64(y) * r.quantum})
	}
	if c.bad || c.s != "" {
		return nil, false
	}
	if ref < 0 {
		for a, b := start, len(line)-1; a < b; a, b = a+1, b-1 {
			line[a], line[b] = line[b], line[a]
		}
	}
	if start > 0 && start < len(line) && line[start] == line[start-1] {
		line = append(line[:start], line[start+1:]...)
	}
	return line, true
}

// offset is where arc i begins.
func (r *Reader) offset(i int) uint32 {
	s := r.table[4*i:]
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}
