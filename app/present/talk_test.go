package present

import (
	"math"
	"testing"
	"time"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"

	"dateline/geo/proj"
)

func TestKeys(t *testing.T) {
	tests := []struct {
		name string
		keys []string
		at   int
		then Effect // of the last key
	}{
		{"on", []string{"Space", "Right", "Next", "Return", "N", "Down"}, 6, Moved},
		{"back", []string{"End", "Left", "Prior", "P", "Up"}, 5, Moved},
		{"not before the first", []string{"Left"}, 0, Nothing},
		{"not after the last", []string{"End", "Space"}, 9, Nothing},
		{"a number", []string{"1", "0", "Return"}, 9, Moved},
		{"a number of the number pad", []string{"KP_7", "KP_Enter"}, 6, Moved},
		{"no such number", []string{"1", "1", "Return"}, 0, Changed},
		{"a number taken back", []string{"4", "2", "BackSpace", "Return"}, 3, Moved},
		{"a number given up", []string{"4", "Escape"}, 0, Changed},
		{"the slide that is shown", []string{"1", "Return"}, 0, Home},
		{"home", []string{"Space", "Home"}, 0, Moved},
		{"the camera", []string{"BackSpace"}, 0, Home},
		{"black", []string{"B"}, 0, Changed},
		{"black and on", []string{"B", "Space"}, 0, Changed},
		{"black, on and on", []string{".", "Space", "Space"}, 1, Moved},
		{"white and back", []string{"Space", ",", "Left"}, 1, Changed},
		{"leave", []string{"Escape"}, 0, Leave},
		{"leave black first", []string{"B", "Escape"}, 0, Changed},
		{"leave then", []string{"W", "Escape", "Escape"}, 0, Leave},
		{"no key of ours", []string{"F2"}, 0, Nothing},
		{"the presenter's window", []string{"S"}, 0, Speaker},
		{"full screen", []string{"F11"}, 0, Full},
	}
	for _, tt := range tests {
		talk := &Talk{N: 10}
		var last Effect
		for _, k := range tt.keys {
			last = talk.Key(k, false, false)
		}
		if talk.At != tt.at || last != tt.then {
			t.Errorf("%s: at %d, %d; want %d, %d", tt.name, talk.At, last, tt.at, tt.then)
		}
	}
}

func TestAMovementIsEndedFirst(t *testing.T) {
	talk := &Talk{N: 3}
	if !talk.Finish("Space") || talk.Finish("Left") || talk.Finish("B") {
		t.Error("the wrong keys end a movement")
	}
	if e := talk.Key("Space", false, true); e != Changed || talk.At != 0 {
		t.Errorf("%d at %d", e, talk.At)
	}
	if e := talk.Key("Left", false, true); e != Nothing {
		t.Errorf("back: %d", e)
	}
	talk.Key("3", false, true)
	if e := talk.Key("Return", false, true); e != Moved || talk.At != 2 {
		t.Errorf("a number: %d at %d", e, talk.At)
	}
}

func TestPlay(t *testing.T) {
	talk := &Talk{N: 3}
	talk.Key("K", false, false)
	var seen []int
	for range 4 {
		talk.PlayOn()
		seen = append(seen, talk.At)
	}
	if seen[2] != 2 || talk.Playing {
		t.Errorf("%v, playing %v", seen, talk.Playing)
	}
	talk.Key("L", false, false)
	talk.Key("K", false, false)
	if talk.PlayOn(); talk.At != 0 {
		t.Errorf("it does not begin again but is at %d", talk.At)
	}
	if got := talk.Stay(0); got != Dwell {
		t.Errorf("stays %v", got)
	}
	talk.Key(">", false, false)
	if got := talk.Stay(4 * time.Second); got != 2*time.Second {
		t.Errorf("stays %v at twice the speed", got)
	}
	for range 10 {
		talk.Key(",", true, false)
	}
	if got := talk.Stay(time.Second); got != 4*time.Second {
		t.Errorf("stays %v at the slowest", got)
	}
}

// TestNoKeyBreaksATalk presses anything.
func TestNoKeyBreaksATalk(t *testing.T) {
	keys := []string{"Space", "Left", "Right", "Next", "Prior", "1", "9", "0", "Return", "BackSpace", "B", "W", ".", ",", "Escape", "K", "L", "Home", "End", "<", ">", "R", "S", "F11", "Q", ""}
	rapid.Check(t, func(t *rapid.T) {
		talk := &Talk{N: rapid.IntRange(0, 12).Draw(t, "slides")}
		for range rapid.IntRange(0, 60).Draw(t, "keys") {
			before := talk.At
			e := talk.Key(rapid.SampledFrom(keys).Draw(t, "key"), rapid.Bool().Draw(t, "shift"), rapid.Bool().Draw(t, "moving"))
			if e == Moved != (talk.At != before) {
				t.Fatalf("%d: from %d to %d", e, before, talk.At)
			}
			if talk.At < 0 || talk.At >= max(talk.N, 1) || talk.Speed < 0 || talk.Speed > fastest || len(talk.Typed) > 5 {
				t.Fatalf("%+v", talk)
			}
		}
	})
}

func TestFlight(t *testing.T) {
	size := orb.Point{1000, 600}
	a := proj.New(proj.Mercator(), orb.Point{44, 35}, 8000, size)
	b := proj.New(proj.Mercator(), orb.Point{43, 36}, 32000, size)
	now := [2]time.Time{time.Date(2014, 6, 9, 0, 0, 0, 0, time.UTC), time.Date(2014, 6, 14, 0, 0, 0, 0, time.UTC)}
	f := flight{a, b, now}
	last, at := a, now[0]
	for i := range 101 {
		v, when := f.at(float64(i) / 100)
		if v.Scale < last.Scale-1e-6 || when.Before(at) {
			t.Fatalf("at %d it goes back: %v %v", i, v, when)
		}
		// It moves evenly: never more than a tenth of the window at once.
		if p, ok := last.ToPage(v.Center); !ok || math.Hypot(p[0]-500, p[1]-300) > 60 {
			t.Fatalf("at %d it jumps to %v", i, p)
		}
		last, at = v, when
	}
	if last.Center != b.Center || last.Scale != b.Scale || !at.Equal(now[1]) {
		t.Errorf("it ends at %v, %v", last, at)
	}
	if v, _ := f.at(0); math.Abs(v.Scale-a.Scale) > 1e-6 || math.Abs(v.Center[0]-44) > 1e-9 {
		t.Errorf("it begins at %v", v)
	}
}

// TestFlightOverTheDateLine goes the short way.
func TestFlightOverTheDateLine(t *testing.T) {
	size := orb.Point{1000, 600}
	a := proj.New(proj.Mercator(), orb.Point{178, -18}, 20000, size)
	b := proj.New(proj.Mercator(), orb.Point{-177, -18}, 20000, size)
	for i := range 11 {
		v := between(a, b, float64(i)/10)
		if lon := v.Center[0]; lon > -176.9 && lon < 177.9 {
			t.Fatalf("it passes %v", lon)
		}
	}
	if v := between(proj.View{}, b, 0.5); v.Scale != b.Scale {
		t.Errorf("from nowhere: %v", v)
	}
}

func TestMomentsOfAllAges(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := time.Unix(rapid.Int64Range(-6e12, 6e12).Draw(t, "a"), 0).UTC()
		b := a.Add(time.Duration(rapid.Int64Range(0, 1<<40).Draw(t, "b")))
		last := a.Add(-time.Second)
		for i := range 11 {
			m := moment(a, b, float64(i)/10)
			if m.Before(last.Truncate(time.Second)) || m.After(b) {
				t.Fatalf("%v is not between %v and %v", m, last, b)
			}
			last = m
		}
	})
	if got := moment(time.Time{}, time.Unix(7, 0), 0.5); !got.Equal(time.Unix(7, 0)) {
		t.Errorf("from no moment: %v", got)
	}
}
