package cli

import (
	"errors"
	"io"
	"slices"
	"strings"

	"github.com/alecthomas/kong"

	"dateline/app/dirs"
)

// grammar is what may be typed.
type grammar struct {
	Help helpFlag `short:"h" help:"Show what can be typed, also after a command."`

	Open     openCmd     `cmd:"" default:"withargs" hidden:"" help:"Open the window on a brief or reports; the word itself can be left out."`
	Extract  extractCmd  `cmd:"" help:"Print the events and places of a report."`
	Geocode  geocodeCmd  `cmd:"" help:"Print the places that names can mean."`
	Annotate annotateCmd `cmd:"" help:"Annotate documents, JSON lines in and out."`
	Eval     evalCmd     `cmd:"" help:"Compare what annotate finds with documents that people marked."`
	Render   renderCmd   `cmd:"" help:"Draw the map at one moment."`
	Steps    stepsCmd    `cmd:"" help:"Draw one numbered picture a step."`
	Bench    benchCmd    `cmd:"" help:"Open the window, move it and print how fluently it moved, as JSON."`
	Licences licencesCmd `cmd:"" help:"Print the licences of the program and of all in it."`
	Version  versionCmd  `cmd:"" help:"Print the version, the commit and the data."`

	Completion completionCmd `cmd:"" hidden:"" help:"Print the completions for a shell."`
	Manual     manualCmd     `cmd:"" hidden:"" name:"man" help:"Print the manual page."`
}

// helpFlag prints the help of where it stands and ends the parsing.
type helpFlag bool

// errHelp ends the parsing after the help was printed.
var errHelp = errors.New("help was printed")

// BeforeReset is called by kong when the flag is met.
func (helpFlag) BeforeReset(k *kong.Context) error {
	if len(k.Args) > 0 && slices.ContainsFunc(k.Model.Children, func(n *kong.Node) bool { return n.Name == k.Args[0] }) {
		if err := k.PrintUsage(false); err != nil {
			return err
		}
		return errHelp
	}
	if _, err := io.WriteString(k.Stdout, overview); err != nil {
		return err
	}
	return errHelp
}

// overview is the help of the program as a whole.
const overview = `dateline reads a report, finds its events and places, and shows them on a map
with a timeline. Everything works offline.

  dateline [FILE...]               the window on a brief or a report
      [--portable]                 keep everything beside the program
  dateline extract REPORT...       print their events and places
      [--published DATE] [--format json|brief|text] [-o FILE]
  dateline geocode NAME...         print the places that names can mean
      [--country IQ] [--json]
  dateline annotate [--explain]    annotate documents, JSON lines in and out
  dateline eval DIR                compare what annotate finds with gold documents
  dateline render FILE -o map.png  draw the map at one moment: PNG, JPEG, SVG, PDF
      [--at DATE | --step N] [--size 1280x720|a4|4k] [--dpi 300]
      [--style light|dark|print] [--format png|jpeg|svg|pdf] [--world-file]
      [--tiles FILE] [--published DATE]
  dateline steps FILE -o DIR       draw one numbered picture a step, and an index
      [--size 1280x720] [--style light|dark|print] [--tiles FILE]
      [--published DATE]
  dateline steps FILE -o all.pdf   the same as one document
  dateline bench [FILE]            open the window, move it, and print how
      [--seconds 3]                fluently it moved, as JSON
  dateline licences [--short]      print the licences of all that is in it
  dateline version                 print the version, the commit and the data

REPORT is text or HTML, or - for standard input. FILE is a report or a brief
(.dateline). Exit code: 0, 1 where it failed, 2 for arguments that make no
sense. dateline COMMAND --help says more about one.
`

// openCmd opens the window.
type openCmd struct {
	Portable bool     `help:"Keep settings, map tiles and unsaved work in a folder beside the program, from now on."`
	Files    []string `arg:"" optional:"" name:"FILE" help:"Briefs or reports."`
}

// Run opens the window.
func (o *openCmd) Run(c *call) error {
	if err := o.check(); err != nil {
		return err
	}
	if o.Portable {
		if _, err := dirs.Portable(); err != nil {
			return err
		}
	}
	if c.env.Open == nil {
		return errors.New("this build has no window: use extract, geocode, annotate, render or steps (see dateline --help), or build it with the window (make build)")
	}
	return c.env.Open(c.ctx, o.Files)
}

// check says what is wrong with the files.
func (o *openCmd) check() error {
	for _, f := range o.Files {
		if err := exists(f); err != nil {
			if !strings.ContainsAny(f, "./\\") {
				return usagef("%s is neither a command nor a file; see dateline --help", f)
			}
			return err
		}
	}
	return nil
}
