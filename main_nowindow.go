//go:build !cgo && !ci

package main

import (
	"context"
	"time"

	"dateline/app/bench"
	"dateline/app/identity"
	"dateline/app/work"
)

// opener gives nothing: this build has no window.
func opener(identity.Identity, *work.Engine) func(context.Context, []string) error { return nil }

// bencher gives nothing: there is no window to measure.
func bencher(identity.Identity, *work.Engine, time.Time) func(context.Context, bench.Options) (bench.Report, error) {
	return nil
}
