//go:build cgo || ci

package main

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"dateline/app/bench"
	"dateline/app/identity"
	"dateline/app/sent"
	"dateline/app/window"
	"dateline/app/work"
	"dateline/data/icon"
)

// opener gives what opens the window.
func opener(id identity.Identity, engine *work.Engine) func(context.Context, []string) error {
	return func(ctx context.Context, files []string) error {
		later := sent.Files()
		a := app.NewWithID(id.ID)
		a.SetIcon(fyne.NewStaticResource("icon.png", icon.PNG))
		// An interrupt closes the window as a click would.
		end := context.AfterFunc(ctx, func() { fyne.Do(a.Quit) })
		defer end()
		window.Run(a, id, engine, files, later)
		return nil
	}
}

// bencher gives what measures the window, for a program that began at a time.
func bencher(id identity.Identity, engine *work.Engine, started time.Time) func(context.Context, bench.Options) (bench.Report, error) {
	return func(ctx context.Context, opt bench.Options) (bench.Report, error) {
		return window.Bench(ctx, app.NewWithID(id.ID), engine, opt, started)
	}
}
