package geocode

import (
	"math"

	"github.com/paulmach/orb"
)

// earthKM is the mean radius of the earth.
const earthKM = 6371.0088

// distanceKM is the great-circle distance on a sphere.
func distanceKM(a, b orb.Point) float64 {
	la, lb := rad(a[1]), rad(b[1])
	s, t := math.Sin((lb-la)/2), math.Sin(rad(b[0]-a[0])/2)
	h := s*s + math.Cos(la)*math.Cos(lb)*t*t
	return 2 * earthKM * math.Asin(math.Min(1, math.Sqrt(h)))
}

// unit is a point on a sphere of radius 1.
func unit(p orb.Point) [3]float64 {
	lat, lon := rad(p[1]), rad(p[0])
	cos := math.Cos(lat)
	return [3]float64{cos * math.Cos(lon), cos * math.Sin(lon), math.Sin(lat)}
}

// chordKM is distanceKM of two points as unit gives them, to a metre up to a
// thousand kilometres; beyond that it is less than the distance.
func chordKM(a, b [3]float64) float64 {
	x, y, z := a[0]-b[0], a[1]-b[1], a[2]-b[2]
	d2 := x*x + y*y + z*z
	d := math.Sqrt(d2)
	return earthKM * d * (1 + d2/24*(1+d2*9/80))
}

// offset is the point that many kilometres from p on a bearing in degrees
// from north, clockwise. Its longitude is in [-180, 180).
func offset(p orb.Point, km, bearing float64) orb.Point {
	lat, lon, d, b := rad(p[1]), rad(p[0]), km/earthKM, rad(bearing)
	lat2 := math.Asin(clamp(math.Sin(lat)*math.Cos(d) + math.Cos(lat)*math.Sin(d)*math.Cos(b)))
	lon2 := lon + math.Atan2(math.Sin(b)*math.Sin(d)*math.Cos(lat), math.Cos(d)-math.Sin(lat)*math.Sin(lat2))
	deg := math.Mod(lon2*180/math.Pi+540, 360)
	if deg < 0 {
		deg += 360
	}
	return orb.Point{deg - 180, lat2 * 180 / math.Pi}
}

// bearing is the direction from a to b in degrees from north, in [0, 360).
func bearing(a, b orb.Point) float64 {
	la, lb, dl := rad(a[1]), rad(b[1]), rad(b[0]-a[0])
	y := math.Sin(dl) * math.Cos(lb)
	x := math.Cos(la)*math.Sin(lb) - math.Sin(la)*math.Cos(lb)*math.Cos(dl)
	return math.Mod(math.Atan2(y, x)*180/math.Pi+360, 360)
}

// angleBetween is the smaller angle between two bearings, in [0, 180].
func angleBetween(a, b float64) float64 {
	d := math.Mod(math.Abs(a-b), 360)
	return math.Min(d, 360-d)
}

func rad(deg float64) float64 { return deg * math.Pi / 180 }
func clamp(x float64) float64 { return math.Max(-1, math.Min(1, x)) }
