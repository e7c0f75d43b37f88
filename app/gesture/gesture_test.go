package gesture

import (
	"math"
	"testing"
	"time"

	"pgregory.net/rapid"
)

var noon = time.Date(2014, 6, 14, 12, 0, 0, 0, time.UTC)

func after(ms int) time.Time { return noon.Add(time.Duration(ms) * time.Millisecond) }

func TestDoubleClick(t *testing.T) {
	for _, c := range []struct {
		name   string
		at     Point
		ms     int
		double bool
	}{
		{"at once and there", Point{10, 10}, 100, true},
		{"a little aside", Point{13, 13}, 100, true},
		{"elsewhere", Point{30, 10}, 100, false},
		{"too late", Point{10, 10}, 400, false},
		{"before the first", Point{10, 10}, -10, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			var k Clicks
			if k.Double(Point{10, 10}, noon) {
				t.Error("the first click is double")
			}
			if got := k.Double(c.at, after(c.ms)); got != c.double {
				t.Errorf("double: %v", got)
			}
		})
	}
	var k Clicks
	k.Double(Point{1, 1}, noon)
	k.Double(Point{1, 1}, after(50))
	if k.Double(Point{1, 1}, after(100)) {
		t.Error("a third click is double again")
	}
	if !k.Double(Point{1, 1}, after(150)) {
		t.Error("a fourth is not")
	}
}

func TestFling(t *testing.T) {
	for _, c := range []struct {
		name  string
		steps int // of 10 units to the right and 5 up, every 16 ms
		dx    float64
		wait  int // ms before the hand lets go
		goes  bool
	}{
		{"a brisk hand", 8, 10, 5, true},
		{"a slow hand", 8, 1, 5, false},
		{"a hand that came to rest", 8, 10, 200, false},
		{"one step", 1, 10, 5, false},
		{"no step", 0, 10, 5, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			var f Fling
			ms := 0
			for range c.steps {
				ms += 16
				f.Move(c.dx, -c.dx/2, after(ms))
			}
			dx, dy := f.Release(after(ms + c.wait))
			if goes := dx != 0 || dy != 0; goes != c.goes {
				t.Fatalf("it goes on by %v, %v", dx, dy)
			}
			if c.goes && (dx < 40 || dx > 200 || math.Abs(dy+dx/2) > 1e-9) {
				t.Errorf("it goes on by %v, %v", dx, dy)
			}
			if dx, dy := f.Release(after(ms + c.wait)); dx != 0 || dy != 0 {
				t.Error("it goes on twice")
			}
		})
	}
}

func TestFlingIsBounded(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var f Fling
		ms := 0
		for range rapid.IntRange(0, 20).Draw(t, "steps") {
			ms += rapid.IntRange(0, 40).Draw(t, "ms")
			f.Move(rapid.Float64Range(-500, 500).Draw(t, "dx"), rapid.Float64Range(-500, 500).Draw(t, "dy"), after(ms))
		}
		dx, dy := f.Release(after(ms + rapid.IntRange(0, 50).Draw(t, "rest")))
		if d := math.Hypot(dx, dy); !(d <= fastest*slowing*1.001) {
			t.Fatalf("it goes on by %v", d)
		}
	})
}

func TestGoneAndEaseRise(t *testing.T) {
	for name, f := range map[string]func(float64) float64{"gone": Gone, "ease": Ease} {
		if f(0) != 0 || math.Abs(f(1)-1) > 1e-12 || f(-1) != 0 || math.Abs(f(2)-1) > 1e-12 {
			t.Errorf("%s: %v at the start, %v at the end", name, f(0), f(1))
		}
		last := 0.0
		for i := 1; i <= 100; i++ {
			if v := f(float64(i) / 100); v < last {
				t.Fatalf("%s falls at %d", name, i)
			} else {
				last = v
			}
		}
	}
	if Gone(0.3) < 0.6 {
		t.Error("a fling does not slow down")
	}
}

func TestLevels(t *testing.T) {
	if l := Levels(25); l < 0.25 || l > 0.5 {
		t.Errorf("a notch is %v levels", l)
	}
	if Levels(-25) != -Levels(25) {
		t.Error("a notch back does not undo one")
	}
}
