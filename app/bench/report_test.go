package bench

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestMeterCounts(t *testing.T) {
	var m Meter
	m.Map(time.Second, time.Second) // before the first tick
	at := time.Date(2014, 6, 14, 12, 0, 0, 0, time.UTC)
	m.Tick(at)
	for _, ms := range []int{10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 40, 80} {
		at = at.Add(time.Duration(ms) * time.Millisecond)
		m.Tick(at)
	}
	m.Map(30*time.Millisecond, 60*time.Millisecond)
	m.Map(50*time.Millisecond, 90*time.Millisecond)
	m.End()
	got := m.Part()
	got.CPUMS = 0
	want := Part{Seconds: 0.3, FPS: 66.7, MapFPS: 6.7, P50MS: 10, P95MS: 40, MaxMS: 80, DrawMS: 30, WaitedMS: 60}
	if got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if p := (&Meter{}).Part(); p != (Part{}) {
		t.Errorf("of nothing: %+v", p)
	}
}

func TestQuantileIsOneOfTheValues(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var ds []time.Duration
		seen := map[float64]bool{}
		for _, ms := range rapid.SliceOfN(rapid.IntRange(0, 1000), 1, 50).Draw(t, "ms") {
			ds = append(ds, time.Duration(ms)*time.Millisecond)
			seen[float64(ms)] = true
		}
		last := -1.0
		for _, share := range []float64{0, 0.1, 0.5, 0.95, 1} {
			q := quantile(ds, share)
			if !seen[q] || q < last {
				t.Fatalf("the quantile %v of %v is %v after %v", share, ds, q, last)
			}
			last = q
		}
	})
}

func TestReportIsJSON(t *testing.T) {
	out, err := json.Marshal(Report{Width: 1280, Pan: Part{FPS: 60}})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"width":1280`, `"pan":{`, `"ui_fps":60`, `"map_fps":0`, `"p95_ms":`, `"first_map_frame_ms":`, `"resident_mb":`} {
		if !strings.Contains(string(out), want) {
			t.Errorf("%s lacks %s", out, want)
		}
	}
}
