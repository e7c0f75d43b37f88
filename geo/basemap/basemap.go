// Package basemap gives the map under the events: land, countries, divisions
// and water from the data that ships with the program, at the level of detail
// that a scale needs, and, where a person asks for it, tiles of online maps.
//
// Longitudes of what is returned lie within ±180°, as the polygons are cut at
// the date line; only where a bound asked for goes beyond are they moved to
// lie in it.
package basemap

import (
	"fmt"
	"sort"
	"strings"
	"sync"

	"github.com/paulmach/orb"

	"dateline/data/world"
	"dateline/geo/basemap/pack"
	"dateline/geo/gazetteer"
	"dateline/geo/proj"
	"dateline/geo/scene"
)

// Coasts is the layer of shores: those of Land as lines, without the edges
// that its polygons have along the date line.
const Coasts = scene.Lakes + 1

// Towns gives towns inside a bound, the most important first.
type Towns interface {
	Within(b orb.Bound, limit int) []gazetteer.Place
}

// Names gives the names of countries ("IQ") and divisions ("IQ.10"), "" if it
// has none. A Towns that is a Names too names the features.
type Names interface {
	DivisionName(key gazetteer.AreaKey) string
}

// Map is the base map. It is safe for concurrent use.
type Map struct {
	towns  Towns
	names  Names
	open   [world.Levels]func() (*level, error)
	scales [world.Levels]float64 // the largest that each level is for; 0 for any
	seas   func() ([]sea, error)
	recent recent
}

// Open opens the map that ships with the program. Details are read when they
// are first needed.
func Open(towns Towns) (*Map, error) {
	m := &Map{towns: towns}
	m.names, _ = towns.(Names)
	m.seas = sync.OnceValues(func() ([]sea, error) { return readSeas(world.Seas()) })
	for i := range m.open {
		m.open[i] = sync.OnceValues(func() (*level, error) { return openLevel(world.Level(i)) })
		var err error
		if m.scales[i], err = pack.Scale(world.Level(i)); err != nil {
			return nil, fmt.Errorf("reading the base map: %w", err)
		}
	}
	if _, err := m.open[0](); err != nil {
		return nil, fmt.Errorf("reading the base map: %w", err)
	}
	return m, nil
}

// levelFor is the level of detail for a scale in pixels per 360°: the
// coarsest that is for it.
func (m *Map) levelFor(scale float64) int {
	for i, largest := range m.scales {
		if largest == 0 || scale <= largest {
			return i
		}
	}
	return world.Levels - 1
}

// level opens a level of detail. One that cannot be read, which the tests
// rule out for the data that ships, is empty.
func (m *Map) level(i int) *level {
	l, err := m.open[i]()
	if err != nil {
		return &level{}
	}
	return l
}

// Features gives the features of a layer at the level of detail for a scale
// (pixels per 360 degrees of longitude) that touch the bound in degrees, the
// most important first. Their geometry is whole or cut well outside of the
// bound. The bound may go beyond ±180° on one side; then so do the longitudes.
func (m *Map) Features(layer scene.Layer, scale float64, within orb.Bound) []scene.Feature {
	n := m.levelFor(scale)
	k := key{layer: layer, level: n, window: window(within)}
	if fs, ok := m.recent.get(k); ok {
		return fs
	}
	var fs []scene.Feature
	if layer == scene.Seas {
		all, _ := m.seas() // the tests rule out that the table is damaged
		fs = seasIn(all, k.window)
	} else {
		fs = m.level(n).features(layer, k.window)
	}
	if m.names != nil && (layer == scene.Countries || layer == scene.Divisions) {
		for i := range fs {
			if name := m.names.DivisionName(fs[i].Key); name != "" {
				fs[i].Name = name
			}
		}
	}
	m.recent.put(k, fs)
	return fs
}

// Area is the polygon of a country or division at that scale, or at the
// coarsest one that has it when it is too small; nil when there is none.
func (m *Map) Area(area gazetteer.AreaKey, scale float64) orb.MultiPolygon {
	for n := m.levelFor(scale); n < world.Levels; n++ {
		if g := m.level(n).area(string(area)); g != nil && len(g.polygons) > 0 {
			return g.polygons
		}
	}
	return nil
}

// HasArea reports whether a country or division has a polygon.
func (m *Map) HasArea(area gazetteer.AreaKey) bool {
	_, ok := m.level(world.Levels - 1).keys[string(area)]
	return ok
}

// AreaBound is the bound of a country or division in degrees, and whether
// there is one. Where it crosses the date line its Max is beyond 180°.
func (m *Map) AreaBound(area gazetteer.AreaKey) (orb.Bound, bool) {
	g := m.level(world.Levels - 1).area(string(area))
	if g == nil || len(g.bounds) == 0 {
		return orb.Bound{}, false
	}
	return roundBound(g.bounds), true
}

// LabelPoint is where the name of a country or division goes: well inside of
// its largest part. ok is false when there is no such area.
func (m *Map) LabelPoint(area gazetteer.AreaKey) (p orb.Point, ok bool) {
	return m.level(world.Levels - 1).label(string(area))
}

// Towns gives towns inside the bound, which may go beyond ±180°, the most
// important first.
func (m *Map) Towns(within orb.Bound, limit int) []gazetteer.Place {
	if m.towns == nil || limit <= 0 {
		return nil
	}
	parts := proj.Split(within)
	if len(parts) == 1 {
		return m.towns.Within(parts[0], limit)
	}
	var out []gazetteer.Place
	for _, b := range parts {
		out = append(out, m.towns.Within(b, limit)...)
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].Population > out[j].Population })
	return out[:min(limit, len(out))]
}

// offshore is how far from the coast, in degrees, a point is still counted as
// ashore: the coast is generalised by about as much.
const offshore = 0.03

// Containing is the first-level division whose polygon contains the point, or
// the country where there is no division; "" at sea. A point within about
// three kilometres of the coast is ashore.
func (m *Map) Containing(p orb.Point) gazetteer.AreaKey {
	p[0] = proj.NormalLongitude(p[0])
	l := m.level(world.Levels - 1)
	if k := l.containing(scene.Divisions, p); k != "" {
		return gazetteer.AreaKey(k)
	}
	// Countries have long outlines; a level less of detail will do for the
	// few places that are in no division.
	coarse := m.level(world.Levels - 2)
	if k := coarse.containing(scene.Countries, p); k != "" {
		return gazetteer.AreaKey(k)
	}
	if k := l.nearest(scene.Divisions, p, offshore); k != "" {
		return gazetteer.AreaKey(k)
	}
	return gazetteer.AreaKey(coarse.nearest(scene.Countries, p, offshore))
}

// CountryOf is the country part of an area's key.
func CountryOf(area gazetteer.AreaKey) string {
	iso, _, _ := strings.Cut(string(area), ".")
	return iso
}
