package geocode

import (
	"math"

	"github.com/paulmach/orb"

	"dateline/geo/gazetteer"
)

// field finds what the names of a document mean near a point, so that weighing
// names against each other costs as much for each name of a long report as of
// a short one.
type field struct {
	cells     map[cell][]neighbour
	gaps      []float64
	gapKnown  []int // 1 + the name that gaps is of
	countries map[string][]*name
	areas     map[gazetteer.AreaKey][]*name
}

// neighbour is one place that a name can mean.
type neighbour struct {
	of       *name
	at       orb.Point
	unit     [3]float64
	country  string
	district string // key of the second-level division
	town     bool
	share    float64
	best     bool // the likeliest that it can mean
	within   bool // the container of a place that was not found
}

// cell is a square of cellSize degrees.
type cell struct{ x, y int }

const cellSize = 5.0 // degrees, 556 km from south to north

func cellAt(p orb.Point) cell {
	return cell{int(math.Floor(p[0] / cellSize)), int(math.Floor(p[1] / cellSize))}
}

// newField lists the towns and districts that names probably mean, and the
// countries and divisions that they are most likely to mean.
func newField(names []*name) *field {
	f := &field{
		cells: map[cell][]neighbour{}, gaps: make([]float64, len(names)), gapKnown: make([]int, len(names)),
		countries: map[string][]*name{}, areas: map[gazetteer.AreaKey][]*name{},
	}
	for _, n := range names {
		for j := range n.senses {
			s := &n.senses[j]
			if j == 0 {
				switch s.Place.Level {
				case gazetteer.Country:
					f.countries[s.Place.Country] = append(f.countries[s.Place.Country], n)
				case gazetteer.Division:
					f.areas[areaOf(s.Place)] = append(f.areas[areaOf(s.Place)], n)
				}
			}
			if j >= 6 || s.share < 0.05 {
				break
			}
			if s.Place.Level != gazetteer.Country && s.Place.Level != gazetteer.Division {
				c := cellAt(s.Place.Point)
				f.cells[c] = append(f.cells[c], neighbour{of: n, at: s.Place.Point, unit: unit(s.Place.Point), country: s.Place.Country, district: districtOf(s.Place), town: s.Place.Level == gazetteer.Town, share: s.share, best: j == 0, within: s.fit == within})
			}
		}
	}
	return f
}

// near calls do with all places less than cellSize degrees of latitude away
// from a point, and some that are farther.
func (f *field) near(p orb.Point, do func(*neighbour)) {
	at := cellAt(p)
	columns := int(360 / cellSize)
	for y := at.y - 1; y <= at.y+1; y++ {
		wide := 1
		if cos := math.Cos(rad(math.Min(89, math.Max(math.Abs(float64(y)), math.Abs(float64(y+1)))*cellSize))); cos > 0 {
			wide = min(int(math.Ceil(1/cos)), columns/2)
		}
		for x := at.x - wide; x <= at.x+wide; x++ {
			if x == at.x-wide && wide == columns/2 {
				continue // the same column again on the other side
			}
			c := cell{x, y}
			if west := int(math.Floor(-180 / cellSize)); c.x < west {
				c.x += columns
			} else if c.x >= west+columns {
				c.x -= columns
			}
			list := f.cells[c]
			for i := range list {
				do(&list[i])
			}
		}
	}
}

// gap is the gap between a name and another, which is computed once while the
// first stays the same.
func (f *field) gap(n, o *name) float64 {
	if f.gapKnown[o.index] != n.index+1 {
		f.gapKnown[o.index], f.gaps[o.index] = n.index+1, n.gap(o)
	}
	return f.gaps[o.index]
}
