package scene

import (
	"sync"

	"github.com/paulmach/orb"

	"dateline/geo/gazetteer"
)

// Cache keeps what the base map is on the pages drawn last: frames of the same
// view, as in playback, project and cut nothing anew, and while nothing happens but that
// the clock goes on they lay out nothing anew. It belongs to one Layers
// and one Measurer. It is safe for concurrent use; nil keeps nothing.
type Cache struct {
	mu   sync.Mutex
	kept []*geography // the last used first

	events *index
	plans  []*plan // the last used first
}

// NewCache is an empty cache.
func NewCache() *Cache { return &Cache{} }

// keptPages is how many pages a cache keeps: the map with and without its
// margin and its inset, of this view and of the one before.
const keptPages = 6

// pageKey is what makes two pages the same.
type pageKey struct {
	proj         string
	center, size orb.Point
	scale        float64
	origin       orb.Point
	clip         orb.Bound
}

func (p page) key() pageKey {
	return pageKey{p.view.Proj.Name(), p.view.Center, p.view.Size, p.view.Scale, p.origin, p.clip}
}

// page gives what is kept of a page.
func (c *Cache) page(p page) *geography {
	if c == nil {
		return newGeography(p.key())
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	k := p.key()
	for i, g := range c.kept {
		if g.key == k {
			copy(c.kept[1:i+1], c.kept[:i])
			c.kept[0] = g
			return g
		}
	}
	if len(c.kept) < keptPages {
		c.kept = append(c.kept, nil)
	}
	copy(c.kept[1:], c.kept)
	c.kept[0] = newGeography(k)
	return c.kept[0]
}

// geography is the base map on a page, each part made when it is first needed.
// What it gives must not be changed.
type geography struct {
	key    pageKey
	mu     sync.Mutex
	layers map[Layer][]placed
	areas  map[gazetteer.AreaKey]orb.MultiLineString
	edges  map[gazetteer.AreaKey]orb.MultiLineString
	land   *landMask
	bases  map[baseKey][]Item
	towns  map[int][]gazetteer.Place // by how many were asked for
}

func newGeography(k pageKey) *geography {
	return &geography{
		key: k, layers: map[Layer][]placed{}, bases: map[baseKey][]Item{}, towns: map[int][]gazetteer.Place{},
		areas: map[gazetteer.AreaKey]orb.MultiLineString{}, edges: map[gazetteer.AreaKey]orb.MultiLineString{},
	}
}

// placed is a feature on a page: its rings or its lines.
type placed struct {
	Feature
	lines orb.MultiLineString
}

// baseKey is what a base map on a page depends on besides.
type baseKey struct {
	style Style
	unit  float64
	focus string
	plain bool
}

// placed are the features of a layer on the page.
func (p page) placed(l Layers, layer Layer) []placed {
	if l == nil {
		return nil
	}
	p.memo.mu.Lock()
	defer p.memo.mu.Unlock()
	if fs, ok := p.memo.layers[layer]; ok {
		return fs
	}
	var out []placed
	for _, f := range p.features(l, layer) {
		lines := p.polygons(polygonsOf(f.Geometry))
		if lines == nil {
			lines = p.lines(linesOf(f.Geometry))
		}
		out = append(out, placed{f, lines})
	}
	p.memo.layers[layer] = out
	return out
}

// area is the outline of an area on the page, as rings.
func (p page) area(l Layers, key gazetteer.AreaKey) orb.MultiLineString {
	return p.once(p.memo.areas, key, func() orb.MultiLineString { return p.polygons(l.Area(key, p.view.Scale)) })
}

// areaEdges is the outline of an area on the page, without the edges that
// cutting adds.
func (p page) areaEdges(l Layers, key gazetteer.AreaKey) orb.MultiLineString {
	return p.once(p.memo.edges, key, func() orb.MultiLineString { return p.outlines(l.Area(key, p.view.Scale)) })
}

func (p page) once(m map[gazetteer.AreaKey]orb.MultiLineString, key gazetteer.AreaKey, make func() orb.MultiLineString) orb.MultiLineString {
	p.memo.mu.Lock()
	defer p.memo.mu.Unlock()
	if r, ok := m[key]; ok {
		return r
	}
	r := make()
	m[key] = r
	return r
}

// towns are the chief towns on the page, so many for each part of it on one
// side of the date line.
func (p page) towns(l Layers, limit int) []gazetteer.Place {
	p.memo.mu.Lock()
	defer p.memo.mu.Unlock()
	if ts, ok := p.memo.towns[limit]; ok {
		return ts
	}
	out := []gazetteer.Place{}
	for _, b := range p.view.Bounds() {
		out = append(out, l.Towns(b, limit)...)
	}
	p.memo.towns[limit] = out
	return out
}

// base are the items of a base map, made once for each look.
func (p page) base(k baseKey, make func() []Item) []Item {
	p.memo.mu.Lock()
	items, ok := p.memo.bases[k]
	p.memo.mu.Unlock()
	if ok {
		return items
	}
	items = make()
	p.memo.mu.Lock()
	defer p.memo.mu.Unlock()
	p.memo.bases[k] = items
	return items
}

// landMask tells land from water on a page, in square cells.
type landMask struct {
	box    orb.Bound
	cell   float64
	w, h   int
	inland []bool
}

// landCells is the size of a cell of the mask, in units of the page.
const landCells = 5.0

// mask is the land on the page.
func (p page) mask(l Layers, unit float64) *landMask {
	land := p.placed(l, Land)
	p.memo.mu.Lock()
	defer p.memo.mu.Unlock()
	if p.memo.land != nil {
		return p.memo.land
	}
	m := newLandMask(p.box, landCells*unit)
	for _, f := range land {
		m.add(f.lines)
	}
	p.memo.land = m
	return m
}
