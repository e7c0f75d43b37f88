package main

import (
	"cmp"
	"math"
	"slices"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geo"
	"github.com/paulmach/orb/planar"

	"dateline/geo/gazetteer"
)

// The populations that are checked, and what they are checked by.
const (
	checkedPeople = 100_000 // towns of fewer people are taken as they are
	besideKM      = 25      // how near a better known town must be to speak against one
	knownNames    = 6       // a town of that many names or fewer is little known
	urbanKM       = 12      // how far from an urban area a town of it may be
)

// trustSizes takes the population off towns whose number is that of something
// else: a village that is given the people of the city beside it, a part of a
// town that is given those of the whole, a town that is given those of its
// province. What governs a division is trusted.
func (in *input) trustSizes() {
	cells := map[[2]int][]int{}
	for i, t := range in.towns {
		if t.Population >= checkedPeople/2 {
			c := cellOf(t.Point)
			cells[c] = append(cells[c], i)
		}
	}
	var wrong []int
	for i, t := range in.towns {
		if t.Population >= checkedPeople && !governs(t.feature) && !in.plausible(i, cells) {
			wrong = append(wrong, i)
		}
	}
	for _, i := range wrong {
		in.towns[i].Population = 0
	}
}

// governs reports whether a feature code is of a capital or of the seat of a
// first- or second-level division.
func governs(feature string) bool { return slices.Contains([]string{"PPLC", "PPLA", "PPLA2"}, feature) }

// plausible reports whether a town can have the people it is given.
func (in *input) plausible(i int, cells map[[2]int][]int) bool {
	t := in.towns[i]
	c := cellOf(t.Point)
	for dx := -1; dx <= 1; dx++ {
		for dy := -1; dy <= 1; dy++ {
			for _, j := range cells[[2]int{c[0] + dx, c[1] + dy}] {
				o := in.towns[j]
				if j == i || o.Country != t.Country || geo.DistanceHaversine(t.Point, o.Point)/1000 > besideKM {
					continue
				}
				// A village beside the better known capital of a division that has
				// as many people, a part of a town that has as many as the town.
				share := float64(t.Population) / float64(o.Population)
				seat := o.feature == "PPLC" || o.feature == "PPLA"
				if (seat && share >= 0.95 || t.feature == "PPLX" && o.feature != "PPLX" && share >= 0.6) && share <= 1.3 && known(t) <= knownNames && known(o) > known(t) {
					return false
				}
			}
		}
	}
	if known(t) > knownNames || t.Population < 250_000 || t.Population < 600_000 && known(t) > 1 {
		return true
	}
	return in.builtUp(t)
}

// known is by how many names a town is known.
func known(t town) int {
	seen := map[string]bool{}
	for _, a := range t.alternates {
		if worth(a) {
			seen[gazetteer.Fold(a)] = true
		}
	}
	delete(seen, gazetteer.Fold(t.Name))
	return len(seen)
}

// urbanArea is a built-up area of Natural Earth with the people in it.
type urbanArea struct {
	bound  orb.Bound
	shape  orb.Polygon
	people float64
}

// builtUp reports whether an urban area of about so many people is at the
// town.
func (in *input) builtUp(t town) bool {
	for _, u := range in.urban {
		if u.people < 0.4*float64(t.Population) || !u.bound.Pad(0.2).Contains(t.Point) {
			continue
		}
		if planar.PolygonContains(u.shape, t.Point) {
			return true
		}
		for _, p := range u.shape[0] {
			if geo.DistanceHaversine(p, t.Point)/1000 < urbanKM {
				return true
			}
		}
	}
	return false
}

// cellOf is the cell of half a degree that a point lies in.
func cellOf(p orb.Point) [2]int {
	return [2]int{int(math.Floor(p[0] * 2)), int(math.Floor(p[1] * 2))}
}

// reach is how far the towns of a division lie from its point: the radius in
// kilometres that nine of ten lie in, 0 without towns.
func reach(at orb.Point, inside []town) float64 {
	if len(inside) == 0 {
		return 0
	}
	var km []float64
	for _, t := range inside {
		km = append(km, geo.DistanceHaversine(at, t.Point)/1000)
	}
	slices.SortFunc(km, cmp.Compare[float64])
	return math.Max(10, math.Round(1.1*km[(len(km)-1)*9/10]))
}

// middle is the middle of a division's polygon, where it lies in it.
func (in *input) middle(key gazetteer.AreaKey) (orb.Point, bool) {
	if in.outlines == nil {
		return orb.Point{}, false
	}
	shape := in.outlines.Area(key, 4096)
	if len(shape) == 0 {
		return orb.Point{}, false
	}
	c, _ := planar.CentroidArea(shape)
	if b := shape.Bound(); b.Max[0]-b.Min[0] > 180 || !planar.MultiPolygonContains(shape, c) {
		return orb.Point{}, false
	}
	return c, true
}
