package coords

import (
	"fmt"
	"math"
	"strconv"

	"github.com/paulmach/orb"
)

// Geodesic is the length in metres of the shortest way over the ellipsoid and
// its bearing at the start, in degrees from north, clockwise, in [0, 360). It
// is exact to a millimetre (the inverse method of Vincenty); between places
// almost opposite to one another on the globe, where that fails, it is the way
// over a sphere, half a percent wrong at most. The bearing of no way is 0.
func Geodesic(from, to orb.Point) (metres, bearing float64) {
	from, to = normal(from), normal(to)
	if from == to {
		return 0, 0
	}
	const rad = math.Pi / 180
	L := math.Remainder((to[0]-from[0])*rad, 2*math.Pi)
	u1, u2 := math.Atan((1-flattening)*math.Tan(from[1]*rad)), math.Atan((1-flattening)*math.Tan(to[1]*rad))
	s1, c1 := math.Sincos(u1)
	s2, c2 := math.Sincos(u2)
	λ := L
	for range 200 {
		sλ, cλ := math.Sincos(λ)
		sinσ := math.Hypot(c2*sλ, c1*s2-s1*c2*cλ)
		if sinσ == 0 {
			return 0, 0
		}
		cosσ := s1*s2 + c1*c2*cλ
		σ := math.Atan2(sinσ, cosσ)
		sinα := c1 * c2 * sλ / sinσ
		cos2α := 1 - sinα*sinα
		cos2σm := 0.0
		if cos2α > 1e-15 { // else along the equator
			cos2σm = cosσ - 2*s1*s2/cos2α
		}
		C := flattening / 16 * cos2α * (4 + flattening*(4-3*cos2α))
		next := L + (1-C)*flattening*sinα*(σ+C*sinσ*(cos2σm+C*cosσ*(2*cos2σm*cos2σm-1)))
		if math.Abs(next) > math.Pi {
			break
		}
		if math.Abs(next-λ) > 1e-13 {
			λ = next
			continue
		}
		uu := cos2α * (semiMajor*semiMajor - semiMinor*semiMinor) / (semiMinor * semiMinor)
		A := 1 + uu/16384*(4096+uu*(-768+uu*(320-175*uu)))
		B := uu / 1024 * (256 + uu*(-128+uu*(74-47*uu)))
		Δσ := B * sinσ * (cos2σm + B/4*(cosσ*(2*cos2σm*cos2σm-1)-B/6*cos2σm*(4*sinσ*sinσ-3)*(4*cos2σm*cos2σm-3)))
		return semiMinor * A * (σ - Δσ), turn(math.Atan2(c2*sλ, c1*s2-s1*c2*cλ))
	}
	return sphere(from, to)
}

// meanRadius is that of the sphere, in metres.
const meanRadius = 6371008.8

func sphere(from, to orb.Point) (metres, bearing float64) {
	const rad = math.Pi / 180
	s1, c1 := math.Sincos(from[1] * rad)
	s2, c2 := math.Sincos(to[1] * rad)
	sλ, cλ := math.Sincos((to[0] - from[0]) * rad)
	y, x := c2*sλ, c1*s2-s1*c2*cλ
	return meanRadius * math.Atan2(math.Hypot(y, x), s1*s2+c1*c2*cλ), turn(math.Atan2(y, x))
}

// turn is an angle in degrees from 0 to 360.
func turn(radians float64) float64 {
	d := math.Mod(radians*180/math.Pi+360, 360)
	if d < 0 || d >= 360 {
		return 0
	}
	return d
}

// Between are points on the great circle from one place to another, ends
// included, for drawing it: n steps, one at least. Their longitudes go on
// beyond ±180 rather than jump.
func Between(from, to orb.Point, n int) []orb.Point {
	from, to = normal(from), normal(to)
	n = max(n, 1)
	const rad = math.Pi / 180
	vec := func(p orb.Point) [3]float64 {
		sφ, cφ := math.Sincos(p[1] * rad)
		sλ, cλ := math.Sincos(p[0] * rad)
		return [3]float64{cφ * cλ, cφ * sλ, sφ}
	}
	a, b := vec(from), vec(to)
	ω := math.Acos(math.Max(-1, math.Min(1, a[0]*b[0]+a[1]*b[1]+a[2]*b[2])))
	out := make([]orb.Point, 0, n+1)
	for i := 0; i <= n; i++ {
		p := to
		if s := math.Sin(ω); i == 0 || s < 1e-12 && i < n {
			p = from
		} else if i < n {
			t := float64(i) / float64(n)
			f, g := math.Sin((1-t)*ω)/s, math.Sin(t*ω)/s
			x, y, z := f*a[0]+g*b[0], f*a[1]+g*b[1], f*a[2]+g*b[2]
			p = orb.Point{math.Atan2(y, x) / rad, math.Atan2(z, math.Hypot(x, y)) / rad}
		}
		if i > 0 {
			p[0] += 360 * math.Round((out[i-1][0]-p[0])/360)
		}
		out = append(out, p)
	}
	return out
}

// Distance writes a length as a person would: "640 m", "12.4 km", "1,234 km".
func Distance(metres float64) string {
	switch km := metres / 1000; {
	case metres < 999.5:
		return strconv.Itoa(int(math.Round(metres))) + " m"
	case km < 99.95:
		return strconv.FormatFloat(km, 'f', 1, 64) + " km"
	default:
		s := strconv.Itoa(int(math.Round(km)))
		if len(s) > 3 {
			s = s[:len(s)-3] + "," + s[len(s)-3:]
		}
		return s + " km"
	}
}

// compass are the names of sixteen directions, clockwise from north.
var compass = [...]string{"N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE", "S", "SSW", "SW", "WSW", "W", "WNW", "NW", "NNW"}

// Bearing writes a direction in degrees with its name: "047° NE".
func Bearing(degrees float64) string {
	d := int(math.Round(degrees)) % 360
	if d < 0 {
		d += 360
	}
	return fmt.Sprintf("%03d° %s", d, compass[int(math.Round(degrees/22.5)+1600)%16])
}
