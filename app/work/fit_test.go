package work

import (
	"math"
	"testing"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"

	"dateline/geo/scene"
	"dateline/timeline"
)

func eventsAt(t *testing.T, points ...orb.Point) []scene.Event {
	t.Helper()
	var out []scene.Event
	for i, p := range points {
		out = append(out, scene.Event{Placed: event(t, string(rune('a'+i)), "2014", "", timeline.Other, p), Number: i + 1})
	}
	return out
}

var page = orb.Point{1280, 720}

// Towns and what lies far from them, longitude first.
var (
	valley = []orb.Point{{43.1, 36.3}, {43.7, 34.6}, {43.9, 34.2}, {44.9, 34.0}, {44.4, 33.3}}
	alps   = orb.Point{6.1, 46.2}
	fiji   = []orb.Point{{178.4, -18.1}, {-179.9, -16.8}, {179.3, -16.4}}
)

func TestFit(t *testing.T) {
	tests := []struct {
		name   string
		points []orb.Point
		in     []orb.Point // shown well inside the page
		out    []orb.Point // left out
	}{
		{"a valley", valley, valley, nil},
		{"one far place of six is left out", append([]orb.Point{alps}, valley...), valley, []orb.Point{alps}},
		{"two places far apart both show", []orb.Point{alps, valley[0]}, []orb.Point{alps, valley[0]}, nil},
		{"one town", valley[:1], valley[:1], nil},
		{"across the date line", fiji, fiji, nil},
		{"at the pole", []orb.Point{{10, 89}}, nil, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			v := fit(eventsAt(t, tt.points...), nil, page, 1)
			for _, p := range tt.in {
				q, ok := v.ToPage(p)
				if !ok || q[0] < 40 || q[0] > page[0]-40 || q[1] < 40 || q[1] > page[1]-40 {
					t.Errorf("%v is at %v", p, q)
				}
			}
			for _, p := range tt.out {
				if q, ok := v.ToPage(p); ok && q[0] > 0 && q[0] < page[0] && q[1] > 0 && q[1] < page[1] {
					t.Errorf("%v shows, at %v", p, q)
				}
			}
		})
	}
}

// TestFitFollowsWhatIsDone: what is said far away does not make the map large,
// and shows where nothing else is known.
func TestFitFollowsWhatIsDone(t *testing.T) {
	capital := orb.Point{51.4, 35.7}
	events := eventsAt(t, valley[0], valley[3], capital)
	events[2].Kind = timeline.Statement
	v := fit(events, nil, page, 1)
	if q, _ := v.ToPage(capital); q[0] < page[0] && q[0] > 0 {
		t.Errorf("the far statement shows, at %v", q)
	}
	v = fit(events[2:], nil, page, 1)
	if q, ok := v.ToPage(capital); !ok || q[0] < 0 || q[0] > page[0] {
		t.Errorf("a statement alone is at %v", q)
	}
}

func TestFitOneTownShowsWhatIsAround(t *testing.T) {
	v := fit(eventsAt(t, valley[0]), nil, page, 1)
	if high := v.MetresPerPixel() * page[1] / 1000; high < oneSpanKM || high > 2*oneSpanKM {
		t.Errorf("the map is %.0f km high", high)
	}
}

func TestFitNothingShowsTheWorld(t *testing.T) {
	rejected := eventsAt(t, alps)
	rejected[0].Status = timeline.Rejected
	country := eventsAt(t, alps)
	country[0].At[0].Country = true
	for _, events := range [][]scene.Event{nil, rejected, country} {
		if v := fit(events, nil, page, 1); v.Scale > 2*page[0] {
			t.Errorf("scale %v", v.Scale)
		}
	}
}

// TestEnclose: whatever is enclosed lies inside, by the short way round.
func TestEnclose(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 8).Draw(t, "n")
		var spots []spot
		for range n {
			p := orb.Point{rapid.Float64Range(-180, 180).Draw(t, "lon"), rapid.Float64Range(-80, 80).Draw(t, "lat")}
			spots = append(spots, spot{p, p})
		}
		got := enclose(spots)
		if width := got.hi[0] - got.lo[0]; width < 0 || width > 360*float64(n-1)/float64(n)+1e-9 {
			t.Errorf("%v is %v wide", spots, width)
		}
		for _, s := range spots {
			inside := false
			for _, turn := range []float64{-360, 0, 360} {
				x := s.lo[0] + turn
				inside = inside || x >= got.lo[0]-1e-9 && x <= got.hi[0]+1e-9
			}
			if !inside || s.lo[1] < got.lo[1] || s.hi[1] > got.hi[1] {
				t.Errorf("%v is outside %v", s, got)
			}
		}
		if math.IsNaN(got.extent()) {
			t.Error("the extent is no number")
		}
	})
}

func TestFewFarAwayAreLeftOutOfVeryMany(t *testing.T) {
	var spots []spot
	for i := range 50_000 { // around one town, and twenty at the other end of the world
		x, y := 44+float64(i%300)/100, 33+float64(i%170)/100
		if i%2500 == 0 {
			x, y = -70, -20
		}
		spots = append(spots, spot{orb.Point{x, y}, orb.Point{x, y}})
	}
	near := keepNear(spots)
	if len(near) != 50_000-20 {
		t.Errorf("%d of %d are kept", len(near), len(spots))
	}
	list, of := groups(spots)
	n := 0
	for _, g := range list {
		n += g.n
	}
	if len(list) > maxGroups || n != len(spots) || len(of) != len(spots) {
		t.Errorf("%d groups of %d", len(list), n)
	}
}
