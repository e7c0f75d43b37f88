package cli

import (
	"context"
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"time"

	"dateline/app/bench"
)

func TestBench(t *testing.T) {
	var asked bench.Options
	env := Env{Bench: func(_ context.Context, opt bench.Options) (bench.Report, error) {
		asked = opt
		return bench.Report{Width: 1280, Pan: bench.Part{FPS: 59}}, nil
	}}
	code, stdout, stderr := run(t, env, "", "bench", "--seconds", "1.5")
	var r bench.Report
	if err := json.Unmarshal([]byte(stdout), &r); err != nil || code != ok || r.Pan.FPS != 59 {
		t.Errorf("code %d, %v, stdout %q, stderr %q", code, err, stdout, stderr)
	}
	if asked.Each != 1500*time.Millisecond || asked.File != "" {
		t.Errorf("asked for %+v", asked)
	}
}

func TestBenchComplains(t *testing.T) {
	failing := Env{Bench: func(context.Context, bench.Options) (bench.Report, error) {
		return bench.Report{}, errors.New("no map appeared")
	}}
	for _, c := range []struct {
		name string
		env  Env
		args []string
		code int
		want string
	}{
		{"no time", failing, []string{"--seconds", "0"}, usage, "want 0.2 to"},
		{"no number", failing, []string{"--seconds", "x"}, usage, "seconds"},
		{"no such file", failing, []string{"nothing.txt"}, failed, "there is no such file"},
		{"no window", Env{}, nil, failed, "no window to measure"},
		{"it fails", failing, nil, failed, "measuring the window: no map appeared"},
	} {
		t.Run(c.name, func(t *testing.T) {
			code, stdout, stderr := run(t, c.env, "", append([]string{"bench"}, c.args...)...)
			if code != c.code || stdout != "" || !strings.Contains(stderr, c.want) {
				t.Errorf("code %d, stdout %q, stderr %q", code, stdout, stderr)
			}
		})
	}
}
