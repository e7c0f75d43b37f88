package coords

import (
	"errors"
	"math"

	"github.com/paulmach/orb"
)

// The ellipsoid of WGS 84.
const (
	semiMajor  = 6378137.0
	flattening = 1 / 298.257223563
	semiMinor  = semiMajor * (1 - flattening)
)

// The grid of UTM.
const (
	gridScale     = 0.9996
	falseEasting  = 500000.0
	falseNorthing = 10000000.0 // of the southern half
)

// ErrPolar says that a position is too near to a pole for the grids of UTM and
// MGRS, which end at 80° south and 84° north.
var ErrPolar = errors.New("beyond 80° south or 84° north there is no such grid")

// UTM is a position in a zone of the Universal Transverse Mercator grid.
type UTM struct {
	Zone     int // 1 to 60
	North    bool
	Easting  float64 // metres
	Northing float64 // metres, from the equator or, in the south, from 10,000 km south of it
}

// Zone is the number of the grid's zone at a position, with the wider ones of
// Norway and Svalbard.
func Zone(p orb.Point) int {
	p = normal(p)
	lon, lat := p[0], p[1]
	switch {
	case lat >= 56 && lat < 64 && lon >= 3 && lon < 12:
		return 32
	case lat >= 72 && lon >= 0 && lon < 42:
		switch {
		case lon < 9:
			return 31
		case lon < 21:
			return 33
		case lon < 33:
			return 35
		}
		return 37
	}
	return int((lon+180)/6) + 1
}

// ToUTM gives a position in its zone; ErrPolar near the poles.
func ToUTM(p orb.Point) (UTM, error) {
	p = normal(p)
	if p[1] < -80 || p[1] > 84 {
		return UTM{}, ErrPolar
	}
	return inZone(p, Zone(p)), nil
}

// meridian is the longitude in the middle of a zone.
func meridian(zone int) float64 { return float64(6*zone - 183) }

// The transverse Mercator projection by the series of Krüger in the third
// flattening n, to its fourth power: exact to well below a millimetre within a
// zone.
const (
	n1 = flattening / (2 - flattening)
	n2 = n1 * n1
	n3 = n2 * n1
	n4 = n3 * n1
	// rectifying is the radius of the circle as long as a meridian.
	rectifying = semiMajor / (1 + n1) * (1 + n2/4 + n4/64)
)

// forward and backward are the series' coefficients.
var (
	forward = [4]float64{
		n1/2 - 2*n2/3 + 5*n3/16 + 41*n4/180,
		13*n2/48 - 3*n3/5 + 557*n4/1440,
		61*n3/240 - 103*n4/140,
		49561 * n4 / 161280,
	}
	backward = [4]float64{
		n1/2 - 2*n2/3 + 37*n3/96 - n4/360,
		n2/48 + n3/15 - 437*n4/1440,
		17*n3/480 - 37*n4/840,
		4397 * n4 / 161280,
	}
	// latitude turns a conformal latitude into a geographic one.
	latitude = [4]float64{
		2*n1 - 2*n2/3 - 2*n3 + 116*n4/45,
		7*n2/3 - 8*n3/5 - 227*n4/45,
		56*n3/15 - 136*n4/35,
		4279 * n4 / 630,
	}
)

func inZone(p orb.Point, zone int) UTM {
	const rad = math.Pi / 180
	φ, λ := p[1]*rad, normal(orb.Point{p[0] - meridian(zone), 0})[0]*rad
	k := 2 * math.Sqrt(n1) / (1 + n1)
	t := math.Sinh(math.Atanh(math.Sin(φ)) - k*math.Atanh(k*math.Sin(φ)))
	ξ, η := math.Atan2(t, math.Cos(λ)), math.Atanh(math.Sin(λ)/math.Sqrt(1+t*t))
	x, y := η, ξ
	for j, a := range forward {
		m := float64(2 * (j + 1))
		x += a * math.Cos(m*ξ) * math.Sinh(m*η)
		y += a * math.Sin(m*ξ) * math.Cosh(m*η)
	}
	u := UTM{Zone: zone, North: p[1] >= 0, Easting: falseEasting + gridScale*rectifying*x, Northing: gridScale * rectifying * y}
	if !u.North {
		u.Northing += falseNorthing
	}
	return u
}

// LonLat gives the position back, in degrees.
func (u UTM) LonLat() orb.Point {
	const deg = 180 / math.Pi
	north := u.Northing
	if !u.North {
		north -= falseNorthing
	}
	ξ, η := north/gridScale/rectifying, (u.Easting-falseEasting)/gridScale/rectifying
	x, y := η, ξ
	for j, b := range backward {
		m := float64(2 * (j + 1))
		x -= b * math.Cos(m*ξ) * math.Sinh(m*η)
		y -= b * math.Sin(m*ξ) * math.Cosh(m*η)
	}
	χ := math.Asin(math.Sin(y) / math.Cosh(x))
	φ := χ
	for j, d := range latitude {
		φ += d * math.Sin(float64(2*(j+1))*χ)
	}
	λ := math.Atan2(math.Sinh(x), math.Cos(y))
	return normal(orb.Point{meridian(u.Zone) + λ*deg, φ * deg})
}
