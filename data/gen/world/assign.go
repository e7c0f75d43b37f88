package main

import (
	"fmt"
	"io"
	"maps"
	"sort"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"
	"github.com/tidwall/rtree"
)

// assign finds the country and the division key of every polygon by the
// towns in it.
func assign(polygons []polygon, towns []town, log io.Writer) {
	var index rtree.RTreeG[int]
	for i, p := range polygons {
		for _, part := range p.geometry {
			b := part.Bound()
			index.Insert([2]float64(b.Min), [2]float64(b.Max), i)
		}
	}
	votes := make([]map[string]int, len(polygons))
	known := map[string]bool{}
	lost := 0
	for _, t := range towns {
		if t.admin1 == "" || t.admin1 == "00" {
			t.admin1 = ""
		} else {
			known[t.country+"."+t.admin1] = true
		}
		in := -1
		index.Search([2]float64(t.point), [2]float64(t.point), func(_, _ [2]float64, i int) bool {
			if planar.MultiPolygonContains(polygons[i].geometry, t.point) {
				in = i
			}
			return in < 0
		})
		if in < 0 {
			lost++
			continue
		}
		if votes[in] == nil {
			votes[in] = map[string]int{}
		}
		votes[in][t.country+"."+t.admin1]++
	}
	fmt.Fprintf(log, "%d of %d towns lie in no polygon\n", lost, len(towns))
	left := maps.Clone(known)
	for i := range polygons {
		polygons[i].country, polygons[i].key = elect(polygons[i], votes[i], known)
		delete(left, polygons[i].key)
	}
	fmt.Fprintf(log, "%d divisions have no polygon: %v\n", len(left), sortedKeys(left))
}

// elect gives the country and the key of a polygon. The country is the
// source's, unless four of five towns, and three or more, say otherwise. The
// key is that of half of the country's towns or more: a polygon of provinces
// that have since been divided has none.
func elect(p polygon, votes map[string]int, known map[string]bool) (country, key string) {
	country = territory(p)
	byCountry, total := map[string]int{}, 0
	for k, n := range votes {
		byCountry[k[:2]] += n
		total += n
	}
	for _, c := range sortedKeys(byCountry) {
		if n := byCountry[c]; country == "" || n >= 3 && 5*n >= 4*total {
			country = c
		}
	}
	best := 0
	for _, k := range sortedKeys(votes) {
		if n := votes[k]; k[:2] == country && len(k) > 3 && n > best {
			key, best = k, n
		}
	}
	if 2*best < byCountry[country] {
		return country, ""
	}
	if key == "" && len(p.code) > 3 && p.code[:2] == country && known[p.code] {
		key = p.code
	}
	return country, key
}

// territory is the country of a polygon as the source has it, with those it
// gives no code.
func territory(p polygon) string {
	if len(p.country) == 2 && p.country[0] != '-' {
		return p.country
	}
	return map[string]string{
		"Somaliland": "SO", "Northern Cyprus": "CY", "Dhekelia": "CY", "Akrotiri": "CY",
		"Guantanamo Bay USNB": "CU", "Baykonur lease in Qyzylorda": "KZ", "Clipperton Island": "FR",
		"Cocos (Keeling) Islands": "CC", "Christmas Island": "CX", "Coral Sea Islands": "AU",
	}[p.name]
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}

// divisionName names a division made of one or more polygons: the name of
// the only one, else the larger part of the country that most of it lies in.
func divisionName(members []polygon) string {
	if len(members) == 1 {
		return members[0].name
	}
	return first(
		majority(members, func(p polygon) string { return p.unit }, func(p polygon) bool { return p.unit != p.countryName }),
		majority(members, func(p polygon) string { return p.region }, nil),
		majority(members, func(p polygon) string { return p.name }, nil),
	)
}

// majority is the text that polygons of more than half of the area share; ""
// for none.
func majority(members []polygon, text func(polygon) string, use func(polygon) bool) string {
	area, total := map[string]float64{}, 0.0
	for _, p := range members {
		a := groundArea(p.geometry)
		total += a
		if use == nil || use(p) {
			area[text(p)] += a
		}
	}
	for _, k := range sortedKeys(area) {
		if k != "" && area[k] > total/2 {
			return k
		}
	}
	return ""
}

// groundArea is the area in square kilometres, of the sphere.
func groundArea(mp orb.MultiPolygon) float64 {
	total := 0.0
	for _, p := range mp {
		for _, r := range p {
			total += sphereArea(r)
		}
	}
	return total
}
