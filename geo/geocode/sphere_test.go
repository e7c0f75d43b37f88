package geocode

import (
	"math"
	"testing"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"
)

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b orb.Point
		km   float64
	}{
		{orb.Point{0, 0}, orb.Point{0, 0}, 0},
		{orb.Point{0, 0}, orb.Point{1, 0}, 111.195},
		{orb.Point{0, 0}, orb.Point{0, 90}, 10007.557},
		{orb.Point{0, 0}, orb.Point{180, 0}, 20015.114},
		{orb.Point{179.5, 0}, orb.Point{-179.5, 0}, 111.195},
	} {
		if got := distanceKM(c.a, c.b); math.Abs(got-c.km) > 0.01 {
			t.Errorf("%v to %v: %v, want %v", c.a, c.b, got, c.km)
		}
	}
}

func TestOffsetGoesBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := orb.Point{rapid.Float64Range(-180, 180).Draw(t, "lon"), rapid.Float64Range(-80, 80).Draw(t, "lat")}
		km := rapid.Float64Range(1, 500).Draw(t, "km")
		b := rapid.Float64Range(0, 359.9).Draw(t, "bearing")
		q := offset(p, km, b)
		if d := distanceKM(p, q); math.Abs(d-km) > 0.01 {
			t.Fatalf("%v km away, want %v", d, km)
		}
		if got := bearing(p, q); angleBetween(got, b) > 0.1 {
			t.Fatalf("bearing %v, want %v", got, b)
		}
		if q[0] < -180 || q[0] >= 180 {
			t.Fatalf("longitude %v", q[0])
		}
	})
}
