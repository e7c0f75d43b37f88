// Dateline reads a report, finds what happened, when and where, and shows it
// on a map with a timeline, in a window or from the command line.
package main

import (
	"context"
	_ "embed"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"

	"dateline/app/cli"
	"dateline/app/identity"
	"dateline/app/work"
)

// metadata is what the window's tools know of the program; its version too.
//
//go:embed FyneApp.toml
var metadata string

func main() {
	started := time.Now()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	id, err := identity.Parse(metadata)
	if err != nil {
		fmt.Fprintln(os.Stderr, "dateline:", err)
		os.Exit(1)
	}
	commit, date := identity.Commit()
	engine := work.New()
	code := cli.Run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr, cli.Env{
		Version: id.Version,
		Commit:  commit,
		Date:    date,
		Feed:    id.Feed,
		Engine:  engine,
		Open:    opener(id, engine),
		Bench:   bencher(id, engine, started),
	})
	stop()
	os.Exit(code)
}
