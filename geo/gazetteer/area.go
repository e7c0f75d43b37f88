package gazetteer

import (
	"sort"
	"strings"
)

// CountryName is the English name of a country by its ISO 3166-1 alpha-2 code,
// "" if there is none.
func (g *Gazetteer) CountryName(iso2 string) string {
	p, _ := g.Country(iso2)
	return p.Name
}

// DivisionName is the name of a first-level division ("IQ.10"), or of a
// country ("IQ"); "" if there is none.
func (g *Gazetteer) DivisionName(key AreaKey) string {
	if !strings.Contains(string(key), ".") {
		return g.CountryName(string(key))
	}
	p, _ := g.Division(key)
	return p.Name
}

// Country is the country of an ISO 3166-1 alpha-2 code.
func (g *Gazetteer) Country(iso2 string) (Place, bool) {
	return g.area(iso2, 0, g.index.countries)
}

// Division is the first-level division of a key like "IQ.10".
func (g *Gazetteer) Division(key AreaKey) (Place, bool) {
	return g.area(string(key), g.index.countries, g.index.divisions)
}

// District is the second-level division of a country and its two codes.
func (g *Gazetteer) District(iso2, admin1, admin2 string) (Place, bool) {
	return g.area(iso2+"."+admin1+"."+admin2, g.index.countries+g.index.divisions, g.index.districts)
}

func (g *Gazetteer) area(key string, from, n int) (Place, bool) {
	a, ok := g.index.find(g.strings, key, from, n)
	if !ok {
		return Place{}, false
	}
	return g.place(int(a.record)), true
}

// ByID is the place of a GeoNames id.
func (g *Gazetteer) ByID(geonameid int64) (Place, bool) {
	n := len(g.index.ids) / 4
	id := func(i int) int64 { return int64(readRecord(g.records, int(u32(g.index.ids, i))).id) }
	i := sort.Search(n, func(i int) bool { return id(i) >= geonameid })
	if i == n || id(i) != geonameid {
		return Place{}, false
	}
	return g.place(int(u32(g.index.ids, i))), true
}
