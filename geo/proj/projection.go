package proj

import (
	"math"

	"github.com/paulmach/orb"
)

// MaxMercatorLatitude is the latitude (degrees) at which the Web Mercator
// world is as high as it is wide.
const MaxMercatorLatitude = 85.05112877980659

// EarthCircumference is the length of the equator in metres, on the sphere
// that Web Mercator uses.
const EarthCircumference = 2 * math.Pi * 6378137

type mercator struct{}

// Mercator is Web Mercator, as on the tiles of online maps: y is 0 at
// 85.05° north and 1 at 85.05° south. Points beyond are not shown.
func Mercator() Projection { return mercator{} }

func (mercator) Name() string { return "mercator" }

func (mercator) Forward(p orb.Point) (orb.Point, bool) {
	if !finite(p) || math.Abs(p[1]) > MaxMercatorLatitude+1e-9 {
		return orb.Point{}, false
	}
	s := math.Sin(p[1] * math.Pi / 180)
	return orb.Point{p[0]/360 + 0.5, 0.5 - math.Atanh(s)/(2*math.Pi)}, true
}

func (mercator) Inverse(xy orb.Point) (orb.Point, bool) {
	if !finite(xy) || xy[1] < -1e-12 || xy[1] > 1+1e-12 {
		return orb.Point{}, false
	}
	lat := math.Atan(math.Sinh(2*math.Pi*(0.5-xy[1]))) * 180 / math.Pi
	return orb.Point{(xy[0] - 0.5) * 360, lat}, true
}

func (mercator) Extent() orb.Bound {
	return orb.Bound{Min: orb.Point{-180, -MaxMercatorLatitude}, Max: orb.Point{180, MaxMercatorLatitude}}
}

type plateCarree struct{}

// PlateCarree is the equirectangular projection: a degree of latitude is as
// long as one of longitude. The world is half as high as wide: y runs from
// 0.25 at the north pole to 0.75 at the south pole.
func PlateCarree() Projection { return plateCarree{} }

func (plateCarree) Name() string { return "equirectangular" }

func (plateCarree) Forward(p orb.Point) (orb.Point, bool) {
	if !finite(p) || math.Abs(p[1]) > 90 {
		return orb.Point{}, false
	}
	return orb.Point{p[0]/360 + 0.5, 0.5 - p[1]/360}, true
}

func (plateCarree) Inverse(xy orb.Point) (orb.Point, bool) {
	if !finite(xy) || xy[1] < 0.25-1e-12 || xy[1] > 0.75+1e-12 {
		return orb.Point{}, false
	}
	return orb.Point{(xy[0] - 0.5) * 360, clamp((0.5-xy[1])*360, -90, 90)}, true
}

func (plateCarree) Extent() orb.Bound {
	return orb.Bound{Min: orb.Point{-180, -90}, Max: orb.Point{180, 90}}
}

// ByName gives the projection with that Name, and whether there is one.
func ByName(name string) (Projection, bool) {
	for _, p := range []Projection{Mercator(), PlateCarree()} {
		if p.Name() == name {
			return p, true
		}
	}
	return nil, false
}

// NormalLongitude brings a longitude into [-180, 180).
func NormalLongitude(lon float64) float64 {
	if lon >= -180 && lon < 180 {
		return lon
	}
	lon = math.Mod(lon+180, 360)
	if lon < 0 {
		lon += 360
	}
	if lon >= 360 { // a tiny negative rounded up
		lon = 0
	}
	return lon - 180
}

func finite(p orb.Point) bool {
	return !math.IsNaN(p[0]) && !math.IsInf(p[0], 0) && !math.IsNaN(p[1]) && !math.IsInf(p[1], 0)
}

func clamp(v, lo, hi float64) float64 {
	return math.Max(lo, math.Min(hi, v))
}
