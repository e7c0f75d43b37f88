package coords

import (
	"errors"
	"math"
	"testing"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"
)

func TestDecimalAndDMS(t *testing.T) {
	for _, c := range []struct {
		name    string
		p       orb.Point
		decimal string
		dms     string
	}{
		{"north east", orb.Point{44.5, 33.25}, "33.25000, 44.50000", "33°15′00.0″N 44°30′00.0″E"},
		{"south west", orb.Point{-58.3816, -34.6037}, "-34.60370, -58.38160", "34°36′13.3″S 58°22′53.8″W"},
		{"three digits", orb.Point{151.2093, -33.8688}, "-33.86880, 151.20930", "33°52′07.7″S 151°12′33.5″E"},
		{"seconds that round up", orb.Point{9.9999999, 0.9999999}, "1.00000, 10.00000", "01°00′00.0″N 10°00′00.0″E"},
		{"zero", orb.Point{0, 0}, "0.00000, 0.00000", "00°00′00.0″N 00°00′00.0″E"},
		{"almost zero", orb.Point{-1e-9, -1e-9}, "-0.00000, -0.00000", "00°00′00.0″N 00°00′00.0″E"},
		{"a turn too far", orb.Point{404.5, 33.25}, "33.25000, 44.50000", "33°15′00.0″N 44°30′00.0″E"},
		{"no number", orb.Point{math.NaN(), math.Inf(1)}, "0.00000, 0.00000", "00°00′00.0″N 00°00′00.0″E"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if c.name == "almost zero" {
				c.decimal = Decimal(c.p) // of either sign
			}
			if got := Decimal(c.p); got != c.decimal {
				t.Errorf("Decimal = %q, want %q", got, c.decimal)
			}
			if got := DMS(c.p); got != c.dms {
				t.Errorf("DMS = %q, want %q", got, c.dms)
			}
		})
	}
}

// The positions are of well-known landmarks, their grid references from
// published tables.
func TestMGRS(t *testing.T) {
	for _, c := range []struct {
		name string
		p    orb.Point
		want string
	}{
		{"where equator and Greenwich meet", orb.Point{0, 0}, "31N AA 66021 00000"},
		{"a meridian's middle on the equator", orb.Point{3, 0}, "31N EA 00000 00000"},
		{"just south of it", orb.Point{3, -1e-7}, "31M EV 00000 99999"},
		{"Honolulu", orb.Point{-157.916861111, 21.309444444}, "4Q FJ 12340 56781"},
		{"the middle of a zone", orb.Point{-93, 42}, "15T WG 00000 49776"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := MGRS(c.p)
			if err != nil {
				t.Fatal(err)
			}
			if got != c.want {
				t.Errorf("MGRS = %q, want %q", got, c.want)
			}
		})
	}
	for _, lat := range []float64{84.1, -80.1, 90, -90} {
		if got, err := MGRS(orb.Point{10, lat}); !errors.Is(err, ErrPolar) {
			t.Errorf("at %v: %q, %v", lat, got, err)
		}
	}
}

func TestZone(t *testing.T) {
	for _, c := range []struct {
		name string
		p    orb.Point
		want int
	}{
		{"the first", orb.Point{-180, 10}, 1},
		{"the last", orb.Point{179.9, 10}, 60},
		{"beyond the date line", orb.Point{181, 10}, 1},
		{"Baghdad", orb.Point{44.4, 33.3}, 38},
		{"Bergen", orb.Point{5.3, 60.4}, 32},
		{"south of Norway's", orb.Point{5.3, 55.9}, 31},
		{"Svalbard, west", orb.Point{8.9, 78}, 31},
		{"Longyearbyen", orb.Point{15.6, 78.2}, 33},
		{"Svalbard, east", orb.Point{30, 78}, 35},
		{"east of it", orb.Point{40, 78}, 37},
		{"beyond", orb.Point{43, 78}, 38},
	} {
		if got := Zone(c.p); got != c.want {
			t.Errorf("%s: zone %d, want %d", c.name, got, c.want)
		}
	}
}

func drawGrid(t *rapid.T) orb.Point {
	return orb.Point{rapid.Float64Range(-180, 180).Draw(t, "lon"), rapid.Float64Range(-80, 84).Draw(t, "lat")}
}

func TestUTMRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawGrid(t)
		u, err := ToUTM(p)
		if err != nil {
			t.Fatal(err)
		}
		if u.Easting < 100000 || u.Easting >= 900000 || u.Northing < 0 || u.Northing >= 10000000.001 {
			t.Fatalf("%v is at %+v", p, u)
		}
		if d, _ := Geodesic(p, u.LonLat()); d > 0.001 {
			t.Fatalf("%v → %+v → %v: %v m apart", p, u, u.LonLat(), d)
		}
	})
}

func TestMGRSRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawGrid(t)
		s, err := MGRS(p)
		if err != nil {
			t.Fatal(err)
		}
		back, err := ParseMGRS(s)
		if err != nil {
			t.Fatalf("%v → %q → %v", p, s, err)
		}
		// The middle of a square metre.
		if d, _ := Geodesic(p, back); d > 0.72 {
			t.Fatalf("%v → %q → %v: %v m apart", p, s, back, d)
		}
	})
}

func TestParseMGRS(t *testing.T) {
	near := func(a, b orb.Point, metres float64) bool { d, _ := Geodesic(a, b); return d <= metres }
	for _, s := range []string{"4QFJ1234056781", "4Q FJ 12340 56781", " 4q fj 12340 56781 ", "4QFJ12345678", "4QFJ123567", "4QFJ1256", "4QFJ15"} {
		p, err := ParseMGRS(s)
		if err != nil || !near(p, orb.Point{-157.916861111, 21.309444444}, 8000) {
			t.Errorf("%q is %v, %v", s, p, err)
		}
	}
	for _, s := range []string{
		"", "4", "Q", "0QFJ1256", "61QFJ1256", "4QFJ", "4QFJ1", "4QFJ123", "4QFJ123456789012", "4IFJ1256", "4QOJ1256",
		"4QZJ1256", "4QFZ1256", "4QFJ12-5", "4QFJ１２", "38SMB\x00\x00",
	} {
		if p, err := ParseMGRS(s); err == nil {
			t.Errorf("%q is taken for %v", s, p)
		}
	}
}

func FuzzParseMGRS(f *testing.F) {
	for _, s := range []string{"4QFJ1234056781", "31NAA6602100000", "32VKM0000000000", "1CDM11", "60X", "38S MB 85432 60211", "33XVG12341234"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, err := ParseMGRS(s)
		if err == nil && !(p[0] >= -180 && p[0] < 180 && p[1] > -81 && p[1] < 85) {
			t.Errorf("%q is at %v", s, p)
		}
	})
}
