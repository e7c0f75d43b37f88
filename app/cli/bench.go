package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"dateline/app/bench"
)

// benchCmd moves the window and says how fluently it moved.
type benchCmd struct {
	File    string  `arg:"" optional:"" name:"FILE" help:"A brief or a report; the sample if there is none."`
	Seconds float64 `default:"3" help:"How long to pan, to zoom and to play, each."`
	Profile string  `name:"cpuprofile" placeholder:"FILE" help:"Write a profile of the processor there."`
}

// maxBenchSeconds bounds one part of a measurement.
const maxBenchSeconds = 600

// Run opens the window, moves it and prints what was measured.
func (b *benchCmd) Run(c *call) error {
	if !(b.Seconds >= 0.2 && b.Seconds <= maxBenchSeconds) {
		return usagef("--seconds %v: want 0.2 to %d", b.Seconds, maxBenchSeconds)
	}
	if b.File != "" {
		if err := exists(b.File); err != nil {
			return err
		}
	}
	if c.env.Bench == nil {
		return errors.New("this build has no window to measure: build it with the window (make build)")
	}
	r, err := c.env.Bench(c.ctx, bench.Options{
		File: b.File, Each: time.Duration(b.Seconds * float64(time.Second)), Profile: b.Profile,
	})
	if err != nil {
		return fmt.Errorf("measuring the window: %w", err)
	}
	out, err := json.MarshalIndent(r, "", "  ")
	if err != nil {
		return fmt.Errorf("measuring the window: %w", err)
	}
	return c.print(string(out) + "\n")
}
