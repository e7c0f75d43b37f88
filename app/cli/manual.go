package cli

import (
	"fmt"
	"strings"

	"github.com/alecthomas/kong"
)

// manualCmd prints the manual page, for packages.
type manualCmd struct{}

// Run prints the page in the man macros.
func (manualCmd) Run(c *call, k *kong.Context) error {
	return c.print(manual(k.Model.Node, c.env.Version, c.env.Date))
}

// manual writes the page from the same grammar that reads the command line.
func manual(app *kong.Node, version, date string) string {
	var b strings.Builder
	fmt.Fprintf(&b, ".TH DATELINE 1 %q %q \"User commands\"\n", date, "Dateline "+version)
	b.WriteString(".SH NAME\ndateline \\- a report on a map and a timeline\n")
	b.WriteString(".SH SYNOPSIS\n.SY dateline\n.RI [ FILE .\\|.\\|.\\&]\n.YS\n")
	for _, n := range commands(app) {
		fmt.Fprintf(&b, ".SY \"dateline %s\"\n", roff(n.Name))
		for _, a := range n.Positional {
			fmt.Fprintf(&b, ".RI %s\n", optional(!a.Required, roff(argument(a))))
		}
		for _, f := range flags(n) {
			fmt.Fprintf(&b, ".RI %s\n", optional(!f.Required, `\fB`+roff(flagName(f))+`\fR`+valueOf(f)))
		}
		b.WriteString(".YS\n")
	}
	b.WriteString(".SH DESCRIPTION\nReads a report, finds the events in it with their dates and places, and shows them on a map with a\n" +
		"timeline. Everything works offline. Without a command it opens the window on briefs\n.RI ( .dateline )\n" +
		"or reports: text or HTML.\n")
	b.WriteString(".SH COMMANDS\n")
	for _, n := range commands(app) {
		fmt.Fprintf(&b, ".SS dateline %s\n%s\n", roff(n.Name), roff(n.Help))
		for _, a := range n.Positional {
			fmt.Fprintf(&b, ".TP\n.I %s\n%s\n", roff(argument(a)), roff(a.Help))
		}
		for _, f := range flags(n) {
			names := `\fB` + roff(flagName(f)) + `\fR`
			if f.Short != 0 && len(f.Name) > 1 {
				names = fmt.Sprintf(`\fB\-%c\fR, `, f.Short) + names
			}
			fmt.Fprintf(&b, ".TP\n%s%s\n%s\n", names, valueOf(f), roff(f.Help))
		}
	}
	b.WriteString(".SH EXIT STATUS\n.TP\n.B 0\nIt worked.\n.TP\n.B 1\nIt failed; one line on standard error says why.\n.TP\n.B 2\nThe arguments make no sense.\n")
	b.WriteString(".SH FILES\n.TP\n.I *.dateline\nA brief: JSON with the reports, what was corrected, the steps and the view.\n")
	return b.String()
}

// commands are those that a person may type, in the order of the help.
func commands(app *kong.Node) []*kong.Node {
	var out []*kong.Node
	for _, n := range app.Children {
		if n.Type == kong.CommandNode && !n.Hidden {
			out = append(out, n)
		}
	}
	return out
}

// flags are those of a command, without the ones of the whole program.
func flags(n *kong.Node) []*kong.Flag {
	var out []*kong.Flag
	for _, f := range n.Flags {
		if !f.Hidden {
			out = append(out, f)
		}
	}
	return out
}

// flagName is the flag as it is typed; a flag of one letter has one dash.
func flagName(f *kong.Flag) string {
	if len(f.Name) == 1 {
		return "-" + f.Name
	}
	return "--" + f.Name
}

func valueOf(f *kong.Flag) string {
	if v := shownValue(f); v != "" {
		return ` \fI` + roff(v) + `\fR`
	}
	return ""
}

// shownValue is what stands for the value of a flag, "" for one without.
func shownValue(f *kong.Flag) string {
	if f.IsBool() {
		return ""
	}
	if c := choices(f); len(c) > 0 {
		return strings.Join(c, "|")
	}
	return f.FormatPlaceHolder()
}

func argument(a *kong.Value) string {
	if a.IsCumulative() {
		return strings.TrimSuffix(a.Name, "...") + "..."
	}
	return a.Name
}

func optional(is bool, s string) string {
	if is {
		s = "[" + s + "]"
	}
	return `"` + s + `"`
}

// roff keeps text from being read as a request, and dashes from becoming
// hyphens, which nobody could paste.
func roff(s string) string {
	s = strings.NewReplacer(`\`, `\e`, "-", `\-`, `"`, `\(dq`).Replace(s)
	if strings.HasPrefix(s, ".") || strings.HasPrefix(s, "'") {
		s = `\&` + s
	}
	return s
}
