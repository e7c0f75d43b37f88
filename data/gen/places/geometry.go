package main

import (
	"math"
	"sort"

	"github.com/paulmach/orb"
)

// population is of all towns together, parts of towns left out.
func population(towns []town) (sum int64) {
	for _, t := range towns {
		if t.feature != "PPLX" {
			sum += t.Population
		}
	}
	return sum
}

// weighted is the mean of the towns by population, each at least as one.
func weighted(towns []town) orb.Point {
	return mean(towns, func(t town) float64 { return float64(max(t.Population, 1)) })
}

// spread is the middle of the land that towns are spread over: the mean of the
// quarter-degree cells that have a town, each counted once.
func spread(towns []town) orb.Point {
	cells := map[[2]int]town{}
	for _, t := range towns {
		c := [2]int{int(math.Floor(t.Point[0] * 4)), int(math.Floor(t.Point[1] * 4))}
		if old, ok := cells[c]; !ok || t.GeonameID < old.GeonameID {
			cells[c] = t
		}
	}
	keys := make([][2]int, 0, len(cells))
	for c := range cells {
		keys = append(keys, c)
	}
	sort.Slice(keys, func(i, j int) bool {
		return keys[i][0] < keys[j][0] || keys[i][0] == keys[j][0] && keys[i][1] < keys[j][1]
	})
	list := make([]town, len(keys))
	for i, c := range keys {
		list[i] = cells[c]
	}
	return mean(list, func(town) float64 { return 1 })
}

// mean is the weighted mean on the sphere, right across the date line too.
func mean(towns []town, weight func(town) float64) orb.Point {
	var x, y, z float64
	for _, t := range towns {
		lon, lat, w := t.Point[0]*math.Pi/180, t.Point[1]*math.Pi/180, weight(t)
		x += w * math.Cos(lat) * math.Cos(lon)
		y += w * math.Cos(lat) * math.Sin(lon)
		z += w * math.Sin(lat)
	}
	return orb.Point{math.Atan2(y, x) * 180 / math.Pi, math.Atan2(z, math.Hypot(x, y)) * 180 / math.Pi}
}
