// Package bench measures how fluently the window moves: it counts the frames of
// the window and of its map, and says how long they took.
package bench

import (
	"slices"
	"time"
)

// Options say what is measured.
type Options struct {
	File    string        // a brief or a report; "" is the sample
	Each    time.Duration // how long each part lasts
	Profile string        // a file for a profile of the processor; "" for none
}

// Report is what was measured. Its JSON is what `dateline bench` prints.
type Report struct {
	Width      int     `json:"width"` // of the window, in device pixels
	Height     int     `json:"height"`
	Scale      float64 `json:"scale"` // device pixels in a unit
	Cores      int     `json:"cores"`
	Events     int     `json:"events"`
	FirstMapMS float64 `json:"first_map_frame_ms"` // from the start of the process
	Pan        Part    `json:"pan"`
	Zoom       Part    `json:"zoom"`
	Play       Part    `json:"play"`
	ResidentMB float64 `json:"resident_mb"`
	FromMain   bool    `json:"from_main"` // the start of the process is not known: first_map_frame_ms counts from main
}

// Part is one thing done for a while.
type Part struct {
	Seconds  float64 `json:"seconds"`
	FPS      float64 `json:"ui_fps"`  // frames of the window in a second
	MapFPS   float64 `json:"map_fps"` // maps drawn anew in a second
	P50MS    float64 `json:"p50_ms"`  // of the time from a frame of the window to the next
	P95MS    float64 `json:"p95_ms"`
	MaxMS    float64 `json:"max_ms"`
	CPUMS    float64 `json:"cpu_ms"`      // of the process's own processor time, a frame of the window
	DrawMS   float64 `json:"map_draw_ms"` // median time to draw a map
	WaitedMS float64 `json:"map_wait_ms"` // median age of the view that a new map shows
}

// Meter counts the frames of one part. Its zero value is ready; it belongs to
// one goroutine.
type Meter struct {
	first, last time.Time
	gaps        []time.Duration
	cpu0, cpu1  time.Duration
	maps        int
	drew        []time.Duration
	waited      []time.Duration
}

// Tick notes that the window begins a frame.
func (m *Meter) Tick(now time.Time) {
	if m.first.IsZero() {
		m.first, m.last = now, now
		m.cpu0 = CPU()
		return
	}
	m.gaps = append(m.gaps, now.Sub(m.last))
	m.last = now
}

// Map notes that a new map is shown, which took so long to draw and was asked
// for so long ago. Those before the first tick do not count.
func (m *Meter) Map(drew, waited time.Duration) {
	if m.first.IsZero() {
		return
	}
	m.maps++
	m.drew = append(m.drew, drew)
	m.waited = append(m.waited, waited)
}

// End notes that the part is over.
func (m *Meter) End() { m.cpu1 = CPU() }

// Part is what was counted.
func (m *Meter) Part() Part {
	span := m.last.Sub(m.first).Seconds()
	if span <= 0 {
		return Part{}
	}
	return Part{
		Seconds: round(span), FPS: round(float64(len(m.gaps)) / span), MapFPS: round(float64(m.maps) / span),
		P50MS: quantile(m.gaps, 0.5), P95MS: quantile(m.gaps, 0.95), MaxMS: quantile(m.gaps, 1),
		CPUMS:  round((m.cpu1 - m.cpu0).Seconds() * 1000 / float64(max(len(m.gaps), 1))),
		DrawMS: quantile(m.drew, 0.5), WaitedMS: quantile(m.waited, 0.5),
	}
}

// quantile is the value, in milliseconds, that a share of the values does not
// exceed; 0 of none.
func quantile(ds []time.Duration, share float64) float64 {
	if len(ds) == 0 {
		return 0
	}
	s := slices.Sorted(slices.Values(ds))
	i := int(share*float64(len(s))+0.999999) - 1
	return Millis(s[min(max(i, 0), len(s)-1)])
}

// Millis is a time in milliseconds, to a tenth.
func Millis(d time.Duration) float64 { return round(float64(d) / float64(time.Millisecond)) }

func round(v float64) float64 {
	if v < 0 {
		return 0
	}
	return float64(int(v*10+0.5)) / 10
}
