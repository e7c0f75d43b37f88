package cli

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/alecthomas/kong"
)

// TestGuideListsTheCommands holds the commands in the guide against the
// grammar. UPDATE=1 writes them anew.
func TestGuideListsTheCommands(t *testing.T) {
	const path = "../../docs/guide.md"
	p, err := kong.New(&grammar{}, kong.Name("dateline"), kong.NoDefaultHelp())
	if err != nil {
		t.Fatal(err)
	}
	bar := strings.NewReplacer("|", `\|`)
	var b strings.Builder
	for _, n := range commands(p.Model.Node) {
		fmt.Fprintf(&b, "\n### dateline %s\n\n%s\n", n.Name, n.Help)
		if len(n.Positional)+len(flags(n)) == 0 {
			continue
		}
		b.WriteString("\n| | |\n|---|---|\n")
		for _, a := range n.Positional {
			fmt.Fprintf(&b, "| `%s` | %s |\n", argument(a), bar.Replace(a.Help))
		}
		for _, f := range flags(n) {
			name := flagName(f)
			if f.Short != 0 && len(f.Name) > 1 {
				name = fmt.Sprintf("-%c, %s", f.Short, name)
			}
			if v := shownValue(f); v != "" {
				name += " " + v
			}
			fmt.Fprintf(&b, "| `%s` | %s |\n", bar.Replace(name), bar.Replace(f.Help))
		}
	}
	old, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	head, rest, ok := strings.Cut(string(old), "<!-- commands: ")
	note, rest, ok2 := strings.Cut(rest, "-->\n")
	_, tail, ok3 := strings.Cut(rest, "<!-- /commands -->")
	if !ok || !ok2 || !ok3 {
		t.Fatal("the guide has no place for the commands")
	}
	want := head + "<!-- commands: " + note + "-->\n" + b.String() + "\n<!-- /commands -->" + tail
	if want == string(old) {
		return
	}
	if os.Getenv("UPDATE") == "" {
		t.Fatal("the commands in docs/guide.md are not those of the grammar: UPDATE=1 go test ./app/cli -run Guide")
	}
	if err := os.WriteFile(path, []byte(want), 0o644); err != nil {
		t.Fatal(err)
	}
}
