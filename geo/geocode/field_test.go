package geocode

import (
	"math"
	"testing"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"

	"dateline/geo/gazetteer"
)

func point(t *rapid.T, label string) orb.Point {
	return orb.Point{rapid.Float64Range(-180, 180).Draw(t, label+" lon"), rapid.Float64Range(-90, 90).Draw(t, label+" lat")}
}

func TestChordIsTheDistance(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := point(t, "a")
		b := offset(a, rapid.Float64Range(0, 3000).Draw(t, "km"), rapid.Float64Range(0, 360).Draw(t, "bearing"))
		got, want := chordKM(unit(a), unit(b)), distanceKM(a, b)
		if want < 1000 && math.Abs(got-want) > 0.001+1e-6*want || got > want+0.001 || want > farKM+1 && got < farKM {
			t.Fatalf("%v to %v: %v km, want %v", a, b, got, want)
		}
	})
}

// What is near is found wherever it lies, across the date line and the poles,
// and found once.
func TestFieldFindsWhatIsNear(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var names []*name
		var points []orb.Point
		from := point(t, "from")
		for i := range rapid.IntRange(1, 20).Draw(t, "names") {
			p := offset(from, rapid.Float64Range(0, 900).Draw(t, "km"), rapid.Float64Range(0, 360).Draw(t, "bearing"))
			points = append(points, p)
			names = append(names, &name{index: i, senses: []sense{{Match: gazetteer.Match{Place: gazetteer.Place{Point: p}}, share: 1}}})
		}
		seen := make([]int, len(names))
		newField(names).near(from, func(n *neighbour) { seen[n.of.index]++ })
		for i, p := range points {
			if seen[i] > 1 || seen[i] == 0 && distanceKM(from, p) < farKM && math.Abs(p[1]) < 85 {
				t.Errorf("%v, %.0f km from %v, was found %d times", p, distanceKM(from, p), from, seen[i])
			}
		}
	})
}
