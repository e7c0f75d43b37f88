package cli

import (
	"fmt"
	"strings"

	"github.com/alecthomas/kong"
)

// completionCmd prints what a shell needs to complete the command line.
type completionCmd struct {
	Shell string `arg:"" enum:"bash,zsh,fish" help:"bash, zsh or fish."`
}

// Run prints the completions.
func (s *completionCmd) Run(c *call, k *kong.Context) error {
	app := k.Model.Node
	switch s.Shell {
	case "zsh":
		return c.print(zsh(app))
	case "fish":
		return c.print(fish(app))
	}
	return c.print(bash(app))
}

// bash writes completions that need nothing but bash itself.
func bash(app *kong.Node) string {
	var b strings.Builder
	b.WriteString("# bash completion for dateline\n_dateline() {\n\tlocal cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]}\n")
	b.WriteString("\tif [[ $COMP_CWORD -eq 1 ]]; then\n")
	fmt.Fprintf(&b, "\t\tCOMPREPLY=($(compgen -W '%s' -- \"$cur\") $(compgen -f -- \"$cur\"))\n\t\treturn\n\tfi\n", strings.Join(names(app), " "))
	b.WriteString("\tcase $command,$prev in\n")
	for _, n := range commands(app) {
		for _, f := range flags(n) {
			if values := choices(f); len(values) > 0 {
				fmt.Fprintf(&b, "\t%s,%s) COMPREPLY=($(compgen -W '%s' -- \"$cur\")); return ;;\n", n.Name, flagName(f), strings.Join(values, " "))
			}
		}
	}
	b.WriteString("\tesac\n\tlocal flags=\n\tcase $command in\n")
	for _, n := range commands(app) {
		var all []string
		for _, f := range flags(n) {
			all = append(all, flagName(f))
		}
		fmt.Fprintf(&b, "\t%s) flags='%s' ;;\n", n.Name, strings.Join(all, " "))
	}
	b.WriteString("\tesac\n\tif [[ $cur == -* ]]; then\n\t\tCOMPREPLY=($(compgen -W \"$flags\" -- \"$cur\"))\n\telse\n\t\tCOMPREPLY=($(compgen -f -- \"$cur\"))\n\tfi\n}\n")
	b.WriteString("complete -o filenames -F _dateline dateline\n")
	return b.String()
}

// zsh writes completions for zsh's _arguments.
func zsh(app *kong.Node) string {
	var b strings.Builder
	b.WriteString("#compdef dateline\n\n_dateline() {\n\tif (( CURRENT == 2 )); then\n\t\tlocal -a commands=(\n")
	for _, n := range commands(app) {
		fmt.Fprintf(&b, "\t\t\t%s\n", quote(n.Name+":"+n.Help))
	}
	b.WriteString("\t\t)\n\t\t_describe command commands\n\t\t_files\n\t\treturn\n\tfi\n\tlocal command=$words[2]\n\tshift words\n\t(( CURRENT-- ))\n\tcase $command in\n")
	for _, n := range commands(app) {
		fmt.Fprintf(&b, "\t%s)\n\t\t_arguments", n.Name)
		for _, f := range flags(n) {
			spec := flagName(f) + "[" + strings.NewReplacer("[", "(", "]", ")").Replace(f.Help) + "]"
			switch values := choices(f); {
			case len(values) > 0:
				spec += ":" + f.Name + ":(" + strings.Join(values, " ") + ")"
			case !f.IsBool():
				spec += ":" + f.Name + ":_files"
			}
			fmt.Fprintf(&b, " \\\n\t\t\t%s", quote(spec))
		}
		b.WriteString(" \\\n\t\t\t'*:file:_files'\n\t\t;;\n")
	}
	b.WriteString("\tesac\n}\n\n_dateline \"$@\"\n")
	return b.String()
}

// fish writes completions for fish.
func fish(app *kong.Node) string {
	var b strings.Builder
	b.WriteString("# fish completion for dateline\n")
	all := strings.Join(names(app), " ")
	for _, n := range commands(app) {
		fmt.Fprintf(&b, "complete -c dateline -n 'not __fish_seen_subcommand_from %s' -a %s -d %s\n", all, n.Name, quote(n.Help))
	}
	for _, n := range commands(app) {
		for _, f := range flags(n) {
			fmt.Fprintf(&b, "complete -c dateline -n '__fish_seen_subcommand_from %s'", n.Name)
			if len(f.Name) > 1 {
				fmt.Fprintf(&b, " -l %s", f.Name)
			}
			if f.Short != 0 {
				fmt.Fprintf(&b, " -s %c", f.Short)
			}
			if values := choices(f); len(values) > 0 {
				fmt.Fprintf(&b, " -x -a %s", quote(strings.Join(values, " ")))
			} else if !f.IsBool() {
				b.WriteString(" -r")
			}
			fmt.Fprintf(&b, " -d %s\n", quote(f.Help))
		}
	}
	return b.String()
}

func names(app *kong.Node) []string {
	var out []string
	for _, n := range commands(app) {
		out = append(out, n.Name)
	}
	return out
}

// choices are the values of a flag that has few.
func choices(f *kong.Flag) []string {
	var out []string
	for _, v := range f.EnumSlice() {
		if v != "" {
			out = append(out, v)
		}
	}
	return out
}

// quote puts a word into single quotes for a shell.
func quote(s string) string { return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'" }
