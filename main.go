// Dateline reads a report, finds what happened, when and where, and shows it
// on a map with a timeline, in a window or from the command line.
package main

import (
	"context"
	_ "embed"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"dateline/app/cli"
	"dateline/app/work"
)

// metadata is what the window's tools know of the program; its version too.
//
//go:embed FyneApp.toml
var metadata string

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	engine := work.New()
	code := cli.Run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr, cli.Env{
		Version: detail("Version"),
		Engine:  engine,
		Open:    opener(engine),
	})
	stop()
	os.Exit(code)
}

// detail is a value of metadata.
func detail(key string) string {
	for line := range strings.Lines(metadata) {
		if name, value, ok := strings.Cut(line, "="); ok && strings.TrimSpace(name) == key {
			return strings.Trim(value, " \"\r\n")
		}
	}
	return ""
}
