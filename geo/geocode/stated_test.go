package geocode

import (
	"math"
	"testing"

	"dateline/geo/gazetteer"

	"github.com/paulmach/orb"
)

var statedTests = []struct {
	words   string
	km      float64 // 0: no distance
	bearing float64 // -1: none
}{
	{", 80 km from ", 80, -1},
	{", just 80km (50 miles) from ", 80, -1},
	{", about 35 miles (56km) south of ", 35 * 1.609344, 180},
	{" (12 km north-east of ", 12, 45},
	{", a village some 7 kilometres to the west of ", 7, 270},
	{", which is 100 kilometers northwest of ", 100, 315},
	{" is 15 miles outside ", 15 * 1.609344, -1},
	{", 1,200 km from the capital ", 1200, -1},
	{", 2.5 km from the town of ", 2.5, -1},
	{" city, 90 km away from ", 90, -1},
	{", 80 km\nfrom ", 80, -1},
	{" and 80 people from ", 0, -1},
	{". He was 80 km from ", 0, -1},
	{" and ", 0, -1},
	{" 80 km from ", 0, -1},
	{", where 500 troops marched 80 km; from ", 0, -1},
	{", 0 km from ", 0, -1},
}

func TestReadStated(t *testing.T) {
	for _, c := range statedTests {
		s, ok := readStated(c.words)
		if ok != (c.km > 0) {
			t.Errorf("%q: read %v", c.words, ok)
			continue
		}
		if ok && (math.Abs(s.km-c.km) > 1e-6 || s.hasBearing != (c.bearing >= 0) || s.hasBearing && s.bearing != c.bearing) {
			t.Errorf("%q: %+v", c.words, s)
		}
	}
}

func FuzzReadStated(f *testing.F) {
	for _, c := range statedTests {
		f.Add(c.words)
	}
	f.Fuzz(func(t *testing.T, words string) {
		if s, ok := readStated(words); ok && (!(s.km > 0) || math.IsInf(s.km, 0) || s.bearing < 0 || s.bearing >= 360) {
			t.Errorf("%q: %+v", words, s)
		}
	})
}

func TestAgrees(t *testing.T) {
	baghdad := gazetteer.Place{Point: orb.Point{44.4, 33.34}}
	north := gazetteer.Place{Point: offset(baghdad.Point, 80, 0)}
	for _, c := range []struct {
		km      float64
		bearing float64
		want    bool
	}{
		{80, -1, true}, {100, -1, true}, {60, -1, true}, {40, -1, false}, {150, -1, false},
		{80, 0, true}, {80, 45, true}, {80, 90, false}, {80, 180, false},
	} {
		s := stated{km: c.km, bearing: max(c.bearing, 0), hasBearing: c.bearing >= 0}
		if got := s.agrees(north, baghdad); got != c.want {
			t.Errorf("%v km, bearing %v: %v", c.km, c.bearing, got)
		}
	}
}
