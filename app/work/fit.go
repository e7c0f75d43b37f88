package work

import (
	"math"
	"slices"

	"github.com/paulmach/orb"

	"dateline/geo/gazetteer"
	"dateline/geo/geocode"
	"dateline/geo/proj"
	"dateline/geo/scene"
	"dateline/timeline"
)

const (
	kmPerDegree = 111.2
	// minSpanKM is the least that a fitted map shows from side to side of
	// several places, twoSpanKM of two and oneSpanKM of one: a single town
	// alone says nothing, a reader must see what country and what towns are
	// around it. An area is shown areaSpan times as large as it is.
	minSpanKM = 120
	twoSpanKM = 260
	oneSpanKM = 420
	areaSpan  = 1.8
	// farShare is the share of the places that may be left out of a fitted
	// map for lying far from all others.
	farShare = 0.2
	// aboutThere is how much larger a map may become for what is only said.
	aboutThere = 1.15
	// farFactor is how many times larger the map would have to be for them.
	farFactor = 2.5
)

// spot is a place to be fitted: a bound in degrees.
type spot struct{ lo, hi orb.Point }

// insets is what is left free at the edges of a map for its furniture, in the
// units of scene.Input.Unit: title and clock at the top, scale and credits at
// the bottom, and the legend in the left sixth.
type insets struct{ left, top, right, bottom float64 }

func insetsOf(width float64) insets {
	return insets{left: math.Max(60, math.Min(width/6, 220)), top: 84, right: 20, bottom: 30}
}

// fit gives the view of that size that shows the events: all of them, unless
// a few lie so far from the rest that the map would show neither well. The
// title block and its like cover none of them.
func fit(events []scene.Event, layers scene.Layers, size orb.Point, unit float64) proj.View {
	return fitSpots(matter(events, layers), size, unit)
}

// fitSpots is fit for places; none are the whole world.
func fitSpots(spots []spot, size orb.Point, unit float64) proj.View {
	if len(spots) == 0 {
		return proj.World(proj.Mercator(), size)
	}
	in := insetsOf(size[0] / unit)
	free := orb.Point{
		math.Max(size[0]/2, size[0]-unit*(in.left+in.right)),
		math.Max(size[1]/2, size[1]-unit*(in.top+in.bottom)),
	}
	world := proj.World(proj.Mercator(), free)
	b := enclose(spots)
	least := leastSpan(spots)
	pad := func(lo, hi, perKM float64) (float64, float64) {
		if short := least*perKM - (hi - lo); short > 0 {
			return lo - short/2, hi + short/2
		}
		return lo, hi
	}
	width := 1 / kmPerDegree / math.Max(0.1, math.Cos((b.lo[1]+b.hi[1])/2*math.Pi/180))
	b.lo[0], b.hi[0] = pad(b.lo[0], b.hi[0], width)
	b.lo[1], b.hi[1] = pad(b.lo[1], b.hi[1], 1/kmPerDegree)
	b.lo[1], b.hi[1] = math.Max(b.lo[1], -89), math.Min(b.hi[1], 89)
	v := world.Fit(orb.Bound{
		Min: orb.Point{proj.NormalLongitude(b.lo[0]), b.lo[1]},
		Max: orb.Point{proj.NormalLongitude(b.hi[0]), b.hi[1]},
	}, 0.07*math.Min(free[0], free[1])).Resize(size)
	extra := orb.Point{size[0] - free[0], size[1] - free[1]}
	return v.Pan(-extra[0]*share(in.left, in.right), -extra[1]*share(in.top, in.bottom))
}

// leastSpan is the least number of kilometres that a map of the spots shows
// from top to bottom: the fewer places, the more of what is around them.
func leastSpan(spots []spot) float64 {
	var apart []spot
	for _, s := range spots {
		if !slices.ContainsFunc(apart, func(t spot) bool { return math.Hypot(s.center()[0]-t.center()[0], s.center()[1]-t.center()[1]) < 0.1 }) {
			if apart = append(apart, s); len(apart) > 2 {
				return minSpanKM
			}
		}
	}
	switch len(apart) {
	case 1:
		return math.Max(oneSpanKM, areaSpan*across(apart[0]))
	case 2:
		return math.Max(twoSpanKM, 1.3*across(enclose(apart)))
	}
	return minSpanKM
}

// across is the larger side of a bound in kilometres, 0 for a point.
func across(s spot) float64 {
	dx := (s.hi[0] - s.lo[0]) * math.Cos(s.center()[1]*math.Pi/180)
	return math.Max(dx, s.hi[1]-s.lo[1]) * kmPerDegree
}

// share is how far from the middle, as a share of both, the free part lies
// between two insets.
func share(before, after float64) float64 { return before/(before+after) - 0.5 }

// matter are the places that a map of the events must show: where something
// is done, without the few that lie far away, and where something is only said
// if that is about there, or if there is nothing else.
func matter(events []scene.Event, layers scene.Layers) []spot {
	var done, said []spot
	for _, e := range events {
		if e.Status == timeline.Rejected {
			continue
		}
		for _, l := range e.At {
			switch s, ok := spotOf(l, layers); {
			case !ok:
			case e.Kind == timeline.Statement:
				said = append(said, s)
			default:
				done = append(done, s)
			}
		}
	}
	if len(done) == 0 {
		done, said = said, nil
	}
	done = keepNear(done)
	if len(done) == 0 {
		return nil
	}
	whole := enclose(done)
	limit := aboutThere * whole.extent()
	for _, s := range said {
		if with := enclose([]spot{whole, s}); with.extent() <= limit {
			whole, done = with, append(done, s)
		}
	}
	return done
}

func spotOf(l geocode.Location, layers scene.Layers) (spot, bool) {
	if !l.Drawable() {
		return spot{}, false
	}
	if l.Area != "" && layers != nil {
		if area := layers.Area(l.Area, 4096); len(area) > 0 {
			b := area.Bound()
			return spot{b.Min, b.Max}, true
		}
	}
	dy := l.RadiusKM / kmPerDegree
	dx := dy / math.Max(0.1, math.Cos(l.Point[1]*math.Pi/180))
	return spot{orb.Point{l.Point[0] - dx, l.Point[1] - dy}, orb.Point{l.Point[0] + dx, l.Point[1] + dy}}, true
}

func (s spot) center() orb.Point {
	return orb.Point{(s.lo[0] + s.hi[0]) / 2, (s.lo[1] + s.hi[1]) / 2}
}

// view is the view of that size that shows what the content tells: its events,
// or, where none of them has a place, the places that the reports name, those
// of the country most often named.
func (c Content) view(layers scene.Layers, size orb.Point, unit float64) proj.View {
	spots := matter(c.Events, layers)
	if len(spots) == 0 {
		spots = keepNear(c.named(layers))
	}
	return fitSpots(spots, size, unit)
}

// named are the places that the reports name, whole countries only where
// nothing else is named.
func (c Content) named(layers scene.Layers) []spot {
	var small, large []spot
	for _, r := range c.Reports {
		for _, m := range r.Result.Mentions {
			if len(m.Candidates) == 0 {
				continue
			}
			p := m.Candidates[0].Place
			l := geocode.Location{Place: p, Point: p.Point, Area: p.Area, RadiusKM: p.RadiusKM}
			s, ok := spotOf(l, layers)
			switch {
			case !ok || across(s) > 12000:
			case p.Level == gazetteer.Country:
				large = append(large, s)
			default:
				small = append(small, s)
			}
		}
	}
	if len(small) > 0 {
		return small
	}
	return large
}

// enclose is the smallest bound around the spots; it may reach beyond 180
// degrees where that is the short way round.
func enclose(spots []spot) spot {
	sorted := slices.Clone(spots)
	slices.SortFunc(sorted, func(a, b spot) int {
		switch {
		case a.lo[0] < b.lo[0]:
			return -1
		case a.lo[0] > b.lo[0]:
			return 1
		}
		return 0
	})
	// The widest stretch of longitudes without a spot is left out.
	start, gap := 0, sorted[0].lo[0]+360-slices.MaxFunc(sorted, func(a, b spot) int { return int(math.Copysign(1, a.hi[0]-b.hi[0])) }).hi[0]
	reach := sorted[0].hi[0]
	for i := 1; i < len(sorted); i++ {
		if g := sorted[i].lo[0] - reach; g > gap {
			start, gap = i, g
		}
		reach = math.Max(reach, sorted[i].hi[0])
	}
	out := sorted[start]
	for i, s := range sorted {
		if i < start {
			s.lo[0] += 360
			s.hi[0] += 360
		}
		out.lo = orb.Point{math.Min(out.lo[0], s.lo[0]), math.Min(out.lo[1], s.lo[1])}
		out.hi = orb.Point{math.Max(out.hi[0], s.hi[0]), math.Max(out.hi[1], s.hi[1])}
	}
	return out
}

// extent is the larger side of a bound in kilometres.
func (s spot) extent() float64 { return math.Max(across(s), minSpanKM) }

// group is spots that lie together, and how many they are.
type group struct {
	spot
	n int
}

// maxGroups bounds how many groups are compared with one another.
const maxGroups = 200

// groups are the spots each by itself, or where they are many those of a cell
// of a grid together; of is the group of each spot.
func groups(spots []spot) (list []group, of []int) {
	of = make([]int, len(spots))
	if len(spots) <= maxGroups {
		for i, s := range spots {
			list, of[i] = append(list, group{s, 1}), i
		}
		return list, of
	}
	for cell := 0.5; ; cell *= 2 {
		list = list[:0]
		at := make(map[[2]int]int)
		for i, s := range spots {
			c := s.center()
			key := [2]int{int(math.Floor(c[0] / cell)), int(math.Floor(c[1] / cell))}
			k, ok := at[key]
			if !ok {
				k = len(list)
				at[key] = k
				list = append(list, group{spot: s})
			}
			of[i] = k
			g := &list[k]
			g.n++
			g.lo = orb.Point{math.Min(g.lo[0], s.lo[0]), math.Min(g.lo[1], s.lo[1])}
			g.hi = orb.Point{math.Max(g.hi[0], s.hi[0]), math.Max(g.hi[1], s.hi[1])}
		}
		if len(list) <= maxGroups {
			return list, of
		}
	}
}

// keepNear leaves out the places that lie far from all others.
func keepNear(spots []spot) []spot {
	list, of := groups(spots)
	kept := make([]bool, len(list))
	var all []int // groups that are kept, in their order
	for i := range list {
		kept[i], all = true, append(all, i)
	}
	bounds := func(which []int) []spot {
		out := make([]spot, len(which))
		for i, k := range which {
			out[i] = list[k].spot
		}
		return out
	}
	mayDrop := int(farShare * float64(len(spots)))
	for mayDrop > 0 {
		whole := enclose(bounds(all)).extent()
		best, bestExtent, dropped := []int(nil), whole/farFactor, 0
		for _, i := range all {
			var rest []int
			n := 0
			for _, k := range all {
				if enclose([]spot{list[k].spot, list[i].spot}).extent() < whole/10 {
					n += list[k].n
				} else {
					rest = append(rest, k)
				}
			}
			if len(rest) == 0 || n > mayDrop {
				continue
			}
			if e := enclose(bounds(rest)).extent(); e < bestExtent {
				best, bestExtent, dropped = rest, e, n
			}
		}
		if best == nil {
			break
		}
		mayDrop -= dropped
		all = best
	}
	if len(all) == len(list) {
		return spots
	}
	clear(kept)
	for _, k := range all {
		kept[k] = true
	}
	var out []spot
	for i, s := range spots {
		if kept[of[i]] {
			out = append(out, s)
		}
	}
	return out
}
