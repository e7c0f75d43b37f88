package basemap

import (
	"math"
	"sort"
	"sync"
	"sync/atomic"

	"github.com/paulmach/orb"

	"dateline/geo/basemap/pack"
	"dateline/geo/gazetteer"
	"dateline/geo/scene"
)

// level is one level of detail. Geometry is decoded when it is first needed
// and kept.
type level struct {
	reader *pack.Reader
	shapes [][]atomic.Pointer[shape] // by layer and feature
	keys   map[string]place          // areas by key
	index  func() *areaIndex         // made when first needed
}

// place says where a feature is in a level.
type place struct {
	layer scene.Layer
	index int
}

// shape is a decoded geometry: polygons or lines, and the bound of each.
type shape struct {
	polygons orb.MultiPolygon
	lines    orb.MultiLineString
	bounds   []orb.Bound
}

func openLevel(data string) (*level, error) {
	r, err := pack.Open(data)
	if err != nil {
		return nil, err
	}
	l := &level{reader: r, keys: map[string]place{}}
	for i := scene.Land; i <= Coasts; i++ {
		metas := r.Layer(int(i))
		l.shapes = append(l.shapes, make([]atomic.Pointer[shape], len(metas)))
		if i == scene.Countries || i == scene.Divisions {
			for k, m := range metas {
				l.keys[m.Key] = place{i, k}
			}
		}
	}
	l.index = sync.OnceValue(l.makeIndex)
	return l, nil
}

func (l *level) metas(layer scene.Layer) []pack.Meta {
	if l.reader == nil {
		return nil
	}
	return l.reader.Layer(int(layer))
}

func isArea(layer scene.Layer) bool {
	return layer <= scene.Divisions || layer == scene.Lakes
}

// shape decodes a feature, or gives what was decoded before. A damaged one is
// empty.
func (l *level) shape(layer scene.Layer, i int) *shape {
	slot := &l.shapes[layer][i]
	if s := slot.Load(); s != nil {
		return s
	}
	s := &shape{}
	m := l.metas(layer)[i]
	if isArea(layer) {
		s.polygons, _ = l.reader.Polygons(m)
		for _, p := range s.polygons {
			s.bounds = append(s.bounds, p[0].Bound())
		}
	} else {
		s.lines, _ = l.reader.Lines(m)
		for _, line := range s.lines {
			s.bounds = append(s.bounds, line.Bound())
		}
	}
	slot.CompareAndSwap(nil, s)
	return slot.Load()
}

// features are those of a layer that touch a window, cut to it.
func (l *level) features(layer scene.Layer, window orb.Bound) []scene.Feature {
	var out []scene.Feature
	for i, m := range l.metas(layer) {
		var f scene.Feature
		for _, turn := range []float64{0, 360, -360} {
			if !touches(m.Bound, window, turn) {
				continue
			}
			g := l.shape(layer, i).cut(window, turn, isArea(layer), m.Bound)
			f.Geometry = join(f.Geometry, g)
			if p := (orb.Point{m.Label[0] + turn, m.Label[1]}); window.Contains(p) && m.Label != (orb.Point{}) {
				f.Label = p
			}
		}
		if f.Geometry == nil {
			continue
		}
		f.Bound = f.Geometry.Bound()
		f.Name, f.Key, f.Rank = m.Name, gazetteer.AreaKey(m.Key), m.Rank
		if f.Label == (orb.Point{}) {
			f.Label = m.Label
		}
		out = append(out, f)
	}
	return out
}

// touches reports whether a bound, moved by degrees of longitude, touches
// another.
func touches(b, window orb.Bound, turn float64) bool {
	return b.Min[0]+turn <= window.Max[0] && b.Max[0]+turn >= window.Min[0] &&
		b.Min[1] <= window.Max[1] && b.Max[1] >= window.Min[1]
}

// join puts the parts of two geometries of a kind together; either may be nil.
func join(a, b orb.Geometry) orb.Geometry {
	if a == nil {
		return b
	}
	switch b := b.(type) {
	case orb.MultiPolygon:
		return append(append(orb.MultiPolygon{}, a.(orb.MultiPolygon)...), b...)
	case orb.MultiLineString:
		return append(append(orb.MultiLineString{}, a.(orb.MultiLineString)...), b...)
	}
	return a
}

// area is the shape of a country or division; nil if there is none.
func (l *level) area(key string) *shape {
	p, ok := l.keys[key]
	if !ok {
		return nil
	}
	return l.shape(p.layer, p.index)
}

func (l *level) label(key string) (orb.Point, bool) {
	p, ok := l.keys[key]
	if !ok {
		return orb.Point{}, false
	}
	return l.metas(p.layer)[p.index].Label, true
}

// roundBound is the smallest bound around others on the round earth: it may
// go over the date line, with its Max beyond 180°.
func roundBound(bs []orb.Bound) orb.Bound {
	all := bs[0]
	sorted := append([]orb.Bound(nil), bs...)
	for _, b := range bs {
		all = all.Union(b)
	}
	sort.Slice(sorted, func(i, j int) bool { return sorted[i].Min[0] < sorted[j].Min[0] })
	// The widest gap between neighbours; the one over the date line is what
	// the plain bound leaves out.
	gap, from := all.Min[0]+360-all.Max[0], math.NaN()
	west := sorted[0].Max[0]
	var east float64
	for _, b := range sorted[1:] {
		if b.Min[0]-west > gap {
			gap, from, east = b.Min[0]-west, west, b.Min[0]
		}
		west = math.Max(west, b.Max[0])
	}
	if !math.IsNaN(from) {
		all.Min[0], all.Max[0] = east, from+360
	}
	return all
}
