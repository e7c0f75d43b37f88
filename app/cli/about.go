package cli

import (
	"cmp"
	"fmt"
	"runtime"
	"strings"

	"dateline/app/update"
	"dateline/data/licences"
)

// versionCmd prints the version.
type versionCmd struct {
	Check bool `help:"Ask the project's server for a newer version. Without this nothing is asked."`
}

// Run prints the version on the first line, then what it was made from.
func (v *versionCmd) Run(c *call) error {
	if v.Check {
		return c.checkVersion()
	}
	data, _, err := licences.Data()
	if err != nil {
		return err
	}
	var b strings.Builder
	fmt.Fprintf(&b, "dateline %s\n", cmp.Or(c.env.Version, "unknown"))
	commit := cmp.Or(c.env.Commit, "unknown")
	if c.env.Date != "" {
		commit += " of " + c.env.Date
	}
	fmt.Fprintf(&b, "commit  %s\n", commit)
	fmt.Fprintf(&b, "built   %s for %s/%s\n", runtime.Version(), runtime.GOOS, runtime.GOARCH)
	for i, w := range data {
		head := "data"
		if i > 0 {
			head = ""
		}
		fmt.Fprintf(&b, "%-7s %s: %s\n", head, w.Name, w.Version)
	}
	return c.print(b.String())
}

// checkVersion says whether there is a newer version.
func (c *call) checkVersion() error {
	r, err := update.Check(c.ctx, nil, c.env.Feed, c.env.Version)
	switch {
	case err != nil:
		return err
	case r == nil:
		return c.print("dateline " + c.env.Version + " is the newest\n")
	}
	return c.print(strings.TrimSpace("dateline "+r.Version+" can be had "+r.Page) + "\n")
}

// licencesCmd prints whose work is in the program.
type licencesCmd struct {
	Short bool `help:"The names alone, without the texts."`
}

// Run prints the licences.
func (l *licencesCmd) Run(c *call) error {
	text, err := licences.Text(l.Short)
	if err != nil {
		return err
	}
	return c.print(text)
}
