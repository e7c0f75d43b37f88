package coords

import (
	"math"
	"testing"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"
)

func dms(d, m, s float64) float64 { return math.Copysign(math.Abs(d)+m/60+s/3600, d) }

func TestGeodesic(t *testing.T) {
	quarter := 10001965.729 // metres from the equator to a pole
	for _, c := range []struct {
		name      string
		from, to  orb.Point
		metres    float64
		tolerance float64
		bearing   float64
	}{
		// The line between two Australian survey marks that geodesists test with,
		// reckoned on this ellipsoid.
		{"Flinders Peak to Buninyong", orb.Point{dms(144, 25, 29.52440), dms(-37, 57, 3.72030)}, orb.Point{dms(143, 55, 35.38390), dms(-37, 39, 10.15610)}, 54972.271, 0.2, 306.868158},
		{"a quarter of a meridian", orb.Point{10, 0}, orb.Point{10, 90}, quarter, 0.01, 0},
		{"and back", orb.Point{10, 90}, orb.Point{10, 0}, quarter, 0.01, 180},
		{"a degree of the equator", orb.Point{20, 0}, orb.Point{21, 0}, semiMajor * math.Pi / 180, 0.001, 90},
		{"westward over the date line", orb.Point{-179.5, 0}, orb.Point{179.5, 0}, semiMajor * math.Pi / 180, 0.001, 270},
		{"nowhere", orb.Point{5, 5}, orb.Point{5, 5}, 0, 0, 0},
		{"the same, a turn on", orb.Point{5, 5}, orb.Point{365, 5}, 0, 0, 0},
		{"the other side of the globe", orb.Point{0, 0.1}, orb.Point{179.9, 0}, 19990000, 60000, -1},
	} {
		t.Run(c.name, func(t *testing.T) {
			m, b := Geodesic(c.from, c.to)
			if math.Abs(m-c.metres) > c.tolerance {
				t.Errorf("%v m, want %v", m, c.metres)
			}
			if c.bearing >= 0 && math.Abs(math.Remainder(b-c.bearing, 360)) > 0.001 {
				t.Errorf("bearing %v, want %v", b, c.bearing)
			}
		})
	}
}

func drawAny(t *rapid.T, name string) orb.Point {
	return orb.Point{rapid.Float64Range(-180, 180).Draw(t, name+" lon"), rapid.Float64Range(-89, 89).Draw(t, name+" lat")}
}

func TestGeodesicIsTheSameBothWays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := drawAny(t, "a"), drawAny(t, "b")
		there, bearing := Geodesic(a, b)
		back, _ := Geodesic(b, a)
		if math.Abs(there-back) > 0.002 || there < 0 || there > 20040000 || !(bearing >= 0 && bearing < 360) {
			t.Fatalf("%v m at %v°, %v m back", there, bearing, back)
		}
		if round, _ := sphere(a, b); math.Abs(there-round) > 0.006*round+1 {
			t.Fatalf("%v m, %v m on a sphere", there, round)
		}
	})
}

func TestBetween(t *testing.T) {
	ps := Between(orb.Point{170, 10}, orb.Point{-170, 10}, 8)
	if len(ps) != 9 || ps[0] != (orb.Point{170, 10}) || math.Abs(ps[8][0]-190) > 1e-9 || math.Abs(ps[8][1]-10) > 1e-9 {
		t.Fatalf("%v", ps)
	}
	if mid := ps[4]; math.Abs(mid[0]-180) > 1e-9 || mid[1] <= 10 {
		t.Errorf("the middle is at %v", mid)
	}
	rapid.Check(t, func(t *rapid.T) {
		a, b := drawAny(t, "a"), drawAny(t, "b")
		ps := Between(a, b, rapid.IntRange(-1, 40).Draw(t, "n"))
		for i := 1; i < len(ps); i++ {
			if math.Abs(ps[i][0]-ps[i-1][0]) > 180.000001 || !(math.Abs(ps[i][1]) <= 90) {
				t.Fatalf("from %v to %v", ps[i-1], ps[i])
			}
		}
		if d, _ := sphere(ps[len(ps)-1], b); d > 0.01 {
			t.Fatalf("it ends at %v, not at %v", ps[len(ps)-1], b)
		}
	})
}

func TestDistanceAndBearing(t *testing.T) {
	for metres, want := range map[float64]string{
		0: "0 m", 640.4: "640 m", 999.4: "999 m", 999.6: "1.0 km", 12449: "12.4 km", 99940: "99.9 km", 99960: "100 km",
		999400: "999 km", 1234400: "1,234 km", 20003931: "20,004 km",
	} {
		if got := Distance(metres); got != want {
			t.Errorf("%v m is %q, want %q", metres, got, want)
		}
	}
	for degrees, want := range map[float64]string{
		0: "000° N", 46.6: "047° NE", 359.7: "000° N", 348.7: "349° NNW", 90: "090° E", 202.4: "202° SSW", 270: "270° W", -90: "270° W",
	} {
		if got := Bearing(degrees); got != want {
			t.Errorf("%v is %q, want %q", degrees, got, want)
		}
	}
}

func TestMGRSNamesOneSquareMetre(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawGrid(t)
		a, err := MGRS(p)
		if err != nil {
			t.Fatal(err)
		}
		// A kilometre away is another square, and another name.
		const km = 1000 / 111320.0
		q := orb.Point{p[0], p[1] + km}
		if q[1] > 84 {
			q[1] = p[1] - km
		}
		b, err := MGRS(q)
		if err != nil {
			t.Fatal(err)
		}
		if a == b {
			t.Fatalf("%v and %v are both %s", p, q, a)
		}
	})
}

func TestShorterReferencesHoldLongerOnes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawGrid(t)
		s, err := MGRS(p)
		if err != nil {
			t.Fatal(err)
		}
		n := len(s) - 12 // " 12345 12345"
		for digits := 4; digits >= 1; digits-- {
			short := s[:n] + s[n+1:n+1+digits] + s[n+7:n+7+digits]
			q, err := ParseMGRS(short)
			if err != nil {
				continue // the middle of a large square may lie beyond its band
			}
			if d, _ := Geodesic(p, q); d > 0.72*math.Pow10(5-digits) {
				t.Fatalf("%s is %v m from %s", short, d, s)
			}
		}
	})
}

func TestGeodesicGrowsWithTheWay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := drawAny(t, "a"), drawAny(t, "b")
		whole, _ := Geodesic(a, b)
		ps := Between(a, b, 4)
		sum := 0.0
		for i := 1; i < len(ps); i++ {
			d, _ := Geodesic(ps[i-1], ps[i])
			sum += d
		}
		// A way in parts is never shorter, and the great circle hardly longer.
		if sum < whole*0.994-1 || sum > whole*1.006+1 {
			t.Fatalf("%v m in parts, %v m at once", sum, whole)
		}
	})
}
