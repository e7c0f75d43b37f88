// Package coords writes positions as people write them: in decimal degrees, in
// degrees, minutes and seconds, and in the grid of MGRS; and it measures the
// ground between two of them. Everything is on the ellipsoid of WGS 84.
package coords

import (
	"fmt"
	"math"
	"strconv"

	"github.com/paulmach/orb"
)

// Decimal is a position in decimal degrees, latitude first, to five places:
// about a metre. "33.98560, 44.93210".
func Decimal(p orb.Point) string {
	p = normal(p)
	return strconv.FormatFloat(p[1], 'f', 5, 64) + ", " + strconv.FormatFloat(p[0], 'f', 5, 64)
}

// DMS is a position in degrees, minutes and seconds to a tenth, latitude first:
// 33°59′08.2″N 44°55′55.6″E.
func DMS(p orb.Point) string {
	p = normal(p)
	return sexagesimal(p[1], 2, "N", "S") + " " + sexagesimal(p[0], 3, "E", "W")
}

// sexagesimal writes an angle with its degrees in that many digits at least.
func sexagesimal(deg float64, digits int, plus, minus string) string {
	sign := plus
	if deg < 0 {
		sign, deg = minus, -deg
	}
	tenths := int(math.Round(deg * 36000))
	if tenths == 0 {
		sign = plus
	}
	if digits > 2 && tenths < 100*36000 {
		digits = 2
	}
	return fmt.Sprintf("%0*d°%02d′%02d.%d″%s", digits, tenths/36000, tenths/600%60, tenths/10%60, tenths%10, sign)
}

// normal brings the longitude into [-180, 180) and the latitude into what there
// is; something that is no number becomes 0.
func normal(p orb.Point) orb.Point {
	for i := range p {
		if math.IsNaN(p[i]) || math.IsInf(p[i], 0) {
			p[i] = 0
		}
	}
	p[0] = math.Mod(p[0]+180, 360)
	if p[0] < 0 {
		p[0] += 360
	}
	p[0] -= 180
	p[1] = math.Min(math.Max(p[1], -90), 90)
	return p
}
