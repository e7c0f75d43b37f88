package scene

import (
	"math"
	"sort"

	"github.com/paulmach/orb"
)

// hatch gives the parallel lines, gap apart and rising to the right at 45
// degrees, that fill the inside of closed rings (even-odd). The lines are those
// of one fixed grid, so that hatched neighbours line up.
func hatch(rings orb.MultiLineString, gap float64) orb.MultiLineString {
	if !(gap > 0) {
		return nil
	}
	// In turned axes u runs along the hatch and v across it.
	turn := func(p orb.Point) (u, v float64) {
		return (p[0] - p[1]) / math.Sqrt2, (p[0] + p[1]) / math.Sqrt2
	}
	crossings := map[int][]float64{}
	lo, hi := math.MaxInt, math.MinInt
	for _, r := range rings {
		for i := 1; i < len(r); i++ {
			u0, v0 := turn(r[i-1])
			u1, v1 := turn(r[i])
			if v0 > v1 {
				u0, v0, u1, v1 = u1, v1, u0, v0
			}
			for k := int(math.Ceil(v0 / gap)); float64(k)*gap < v1; k++ {
				v := float64(k) * gap
				crossings[k] = append(crossings[k], u0+(v-v0)/(v1-v0)*(u1-u0))
				lo, hi = min(lo, k), max(hi, k)
			}
		}
	}
	var out orb.MultiLineString
	for k := lo; k <= hi; k++ {
		us := crossings[k]
		sort.Float64s(us)
		v := float64(k) * gap
		for i := 0; i+1 < len(us); i += 2 {
			if us[i+1]-us[i] < 0.5 {
				continue
			}
			out = append(out, orb.LineString{
				{(us[i] + v) / math.Sqrt2, (v - us[i]) / math.Sqrt2},
				{(us[i+1] + v) / math.Sqrt2, (v - us[i+1]) / math.Sqrt2},
			})
		}
	}
	return out
}
