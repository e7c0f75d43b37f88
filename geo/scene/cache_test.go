package scene

import (
	"slices"
	"sync"
	"testing"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"

	"dateline/geo/gazetteer"
)

// counting counts how often a base map is asked.
type counting struct {
	island
	mu    *sync.Mutex
	asked map[string]int
}

func newCounting() counting { return counting{mu: &sync.Mutex{}, asked: map[string]int{}} }

func (c counting) count(what string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.asked[what]++
}

func (c counting) Features(l Layer, scale float64, within orb.Bound) []Feature {
	c.count("features")
	return c.island.Features(l, scale, within)
}

func (c counting) Area(k gazetteer.AreaKey, scale float64) orb.MultiPolygon {
	c.count("area")
	return c.island.Area(k, scale)
}

func (c counting) Towns(b orb.Bound, limit int) []gazetteer.Place {
	c.count("towns")
	return c.island.Towns(b, limit)
}

func TestCacheAsksOnce(t *testing.T) {
	in, layers := campaign(), newCounting()
	in.Layers, in.Cache = layers, NewCache()
	first := Build(in).Dump()
	was := map[string]int{}
	for k, n := range layers.asked {
		was[k] = n
	}
	in.Selected = "e2"
	Build(in)
	in.Selected = "e3"
	if again := Build(in).Dump(); again != first {
		t.Error("a frame from the cache is another")
	}
	for k, n := range layers.asked {
		if n != was[k] {
			t.Errorf("%s: asked %d times, %d of them for frames of the same view", k, n, n-was[k])
		}
	}
	in.View = in.View.Pan(30, 0)
	Build(in)
	if layers.asked["features"] == was["features"] {
		t.Error("another view was not asked for")
	}
}

// TestCacheChangesNothing: whatever was drawn before with the same cache, a
// frame is as without one.
func TestCacheChangesNothing(t *testing.T) {
	cache := NewCache()
	rapid.Check(t, func(t *rapid.T) {
		in := random(t)
		in.Style, _ = StyleByName(rapid.SampledFrom(StyleNames[:]).Draw(t, "style"))
		plain := Build(in).Dump()
		in.Cache = cache
		if got := Build(in).Dump(); got != plain {
			t.Fatal("with a cache the frame is another")
		}
		if got := Build(in).Dump(); got != plain {
			t.Fatal("the second time the frame is another")
		}
	})
	if n := len(cache.kept); n > keptPages {
		t.Errorf("%d pages are kept", n)
	}
}

func TestCacheKeepsTheLastPages(t *testing.T) {
	c := NewCache()
	var ps []page
	for i := range keptPages + 2 {
		p := newPage(campaign().View.Pan(float64(i)*10, 0), orb.Point{}, 0)
		p.memo = c.page(p)
		ps = append(ps, p)
	}
	if c.page(ps[keptPages+1]) != ps[keptPages+1].memo {
		t.Error("the last page is gone")
	}
	if slices.Contains(c.kept, ps[0].memo) {
		t.Error("the first page is still kept")
	}
}

func TestCacheIsSafeForTwo(t *testing.T) {
	in := campaign()
	in.Cache = NewCache()
	want := Build(in).Dump()
	var wg sync.WaitGroup
	for i := range 4 {
		wg.Go(func() {
			mine := in
			mine.View = mine.View.Pan(float64(i%2)*40, 0)
			for range 5 {
				if got := Build(mine).Dump(); i%2 == 0 && got != want {
					t.Error("another frame")
				}
			}
		})
	}
	wg.Wait()
}

func TestLandMask(t *testing.T) {
	m := newLandMask(orb.Bound{Max: orb.Point{100, 80}}, 5)
	outer := orb.LineString(square(20, 20, 60, 60)[0])
	hole := orb.LineString(square(32, 32, 48, 48)[0])
	m.add(orb.MultiLineString{outer, hole})
	m.add(orb.MultiLineString{{{70, 11}, {95, 11}, {95, 12}, {70, 12}, {70, 11}}}) // thinner than a cell
	for _, c := range []struct {
		name string
		box  orb.Bound
		want bool
	}{
		{"open water", box(0, 0, 15, 15), true}, {"land", box(22, 22, 3, 3), false}, {"a shore", box(10, 30, 15, 5), false},
		{"a lake", box(36, 36, 8, 8), true}, {"a thin island", box(75, 8, 10, 6), false}, {"beyond the page", box(200, 200, 10, 10), true},
		{"around everything", box(-10, -10, 200, 200), false},
	} {
		if got := m.wet(c.box); got != c.want {
			t.Errorf("%s: wet %v, want %v", c.name, got, c.want)
		}
	}
}
