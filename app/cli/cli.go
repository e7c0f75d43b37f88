// Package cli is the command line: the same program without a window. It
// prints what was asked for on stdout, one clear line about what went wrong on
// stderr, and never leaves a file half written.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/alecthomas/kong"
	"github.com/paulmach/orb"

	"dateline/app/bench"
	"dateline/app/brief"
	"dateline/app/work"
	"dateline/geo/geocode"
	"dateline/geo/proj"
	"dateline/geo/scene"
)

// The exit codes.
const (
	ok     = 0
	failed = 1
	usage  = 2
)

// Env is the program around the command line.
type Env struct {
	Version string
	Commit  string // "" where it is not known
	Date    string // of the commit, 2006-01-02
	Feed    string // the address asked for newer versions, "" for none
	Engine  Engine // *work.Engine
	// Open opens the window on files, none for the welcome screen, and comes
	// back when it is closed. It is called on the goroutine that called Run;
	// nil in a build without a window.
	Open func(ctx context.Context, files []string) error
	// Bench opens the window, moves it and measures; as Open.
	Bench func(ctx context.Context, opt bench.Options) (bench.Report, error)
}

// Engine reads, places and draws; *work.Engine is the one that ships.
type Engine interface {
	Read(ctx context.Context, b brief.Brief, progress func(what string, fraction float64)) (work.Content, error)
	Finder() (geocode.Finder, error)
	Input(c work.Content, opt work.ViewOptions) (scene.Input, error)
	Fit(c work.Content, size orb.Point) (proj.View, error)
}

// Run does what the arguments say (without the program's name) and gives the
// exit code: 0, 1 where it failed, 2 for arguments that make no sense.
func Run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer, env Env) int {
	var g grammar
	p, err := kong.New(&g,
		kong.Name("dateline"),
		kong.Description("Reads a report, finds its events and places, and shows them on a map with a timeline."),
		kong.Writers(stdout, stderr),
		kong.NoDefaultHelp(),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, NoExpandSubcommands: true}),
	)
	if err != nil {
		return complain(stderr, failed, err)
	}
	k, err := p.Parse(args)
	if errors.Is(err, errHelp) {
		return ok
	}
	if err != nil {
		return complain(stderr, usage, fmt.Errorf("%w; see dateline --help", err))
	}
	err = k.Run(&call{ctx: ctx, stdin: interruptible{ctx, stdin}, stdout: stdout, stderr: stderr, env: env})
	var u *usageError
	switch {
	case err == nil:
		return ok
	case errors.As(err, &u):
		return complain(stderr, usage, err)
	case errors.Is(err, errClosed):
		return ok
	case errors.Is(err, context.Canceled):
		return complain(stderr, failed, errors.New("interrupted"))
	}
	return complain(stderr, failed, err)
}

// call is one run of a command.
type call struct {
	ctx            context.Context
	stdin          io.Reader
	stdout, stderr io.Writer
	env            Env
}

// readBrief reads and places a brief.
func (c *call) readBrief(b brief.Brief) (work.Content, error) {
	return c.env.Engine.Read(c.ctx, b, func(string, float64) {})
}

// warn tells about something that is not as it should be, on one line.
func (c *call) warn(format string, args ...any) {
	fmt.Fprintln(c.stderr, "dateline: "+oneLine(fmt.Sprintf(format, args...)))
}

// complain prints an error on one line and gives the code back.
func complain(w io.Writer, code int, err error) int {
	fmt.Fprintln(w, "dateline: "+oneLine(err.Error()))
	return code
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// usageError is a value that makes no sense.
type usageError struct{ err error }

func (e *usageError) Error() string { return e.err.Error() }
func (e *usageError) Unwrap() error { return e.err }

func usagef(format string, args ...any) error { return &usageError{fmt.Errorf(format, args...)} }

// errClosed says that nobody reads the output any more.
var errClosed = errors.New("the output was closed")

// written makes the error of a write clear, and of a closed pipe none.
func written(err error, what string) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, os.ErrClosed) || isBrokenPipe(err):
		return errClosed
	}
	return fmt.Errorf("writing %s: %w", what, err)
}
