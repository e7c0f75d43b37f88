package command

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// TestGuideListsTheKeys holds the table of keys in the guide against the table
// of commands. UPDATE=1 writes it anew.
func TestGuideListsTheKeys(t *testing.T) {
	const path = "../../docs/guide.md"
	_, _, table := fixture(t, true)
	var b strings.Builder
	for _, g := range Groups {
		fmt.Fprintf(&b, "\n| %s | |\n|---|---|\n", g)
		for _, c := range table.In(g) {
			var keys []string
			for _, k := range c.Keys {
				keys = append(keys, "`"+strings.ReplaceAll(k.String(), "|", `\|`)+"`")
			}
			if len(keys) > 0 {
				fmt.Fprintf(&b, "| %s | %s |\n", strings.TrimSuffix(c.Title, "…"), strings.Join(keys, ", "))
			}
		}
	}
	old, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	head, rest, ok := strings.Cut(string(old), "<!-- keys: ")
	note, rest, ok2 := strings.Cut(rest, "-->\n")
	_, tail, ok3 := strings.Cut(rest, "<!-- /keys -->")
	if !ok || !ok2 || !ok3 {
		t.Fatal("the guide has no place for the keys")
	}
	want := head + "<!-- keys: " + note + "-->\n" + b.String() + "\n<!-- /keys -->" + tail
	if want == string(old) {
		return
	}
	if os.Getenv("UPDATE") == "" {
		t.Fatal("the keys in docs/guide.md are not those of the commands: UPDATE=1 go test ./app/command")
	}
	if err := os.WriteFile(path, []byte(want), 0o644); err != nil {
		t.Fatal(err)
	}
}
