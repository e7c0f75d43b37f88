package main_test

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// listed gives the packages in the first column of the tables of a text, under
// the line before each table, in their order.
func listed(text string) map[string][]string {
	name := regexp.MustCompile("`([a-z]+(?:/[a-z]+)*)`")
	out := make(map[string][]string)
	head := ""
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		first, _, isRow := strings.Cut(strings.TrimPrefix(line, "| "), " | ")
		switch {
		case strings.HasPrefix(line, "| `") && isRow:
			for _, m := range name.FindAllStringSubmatch(first, -1) {
				out[head] = append(out[head], m[1])
			}
		case line != "" && !strings.HasPrefix(line, "|"):
			head = line
		}
	}
	return out
}

// TestPackagesAreListed compares the tables of ARCHITECTURE.md with the folders:
// each package stands there once, and nothing that is gone does.
func TestPackagesAreListed(t *testing.T) {
	data, err := os.ReadFile("ARCHITECTURE.md")
	if err != nil {
		t.Fatal(err)
	}
	_, section, _ := strings.Cut(string(data), "\n## Packages\n")
	section, _, _ = strings.Cut(section, "\n## ")
	var have, plain []string
	for head, names := range listed(section) {
		have = append(have, names...)
		if strings.Contains(head, "which knows no Fyne") {
			plain = append(plain, names...)
		}
	}
	files, err := readSources(".")
	if err != nil {
		t.Fatal(err)
	}
	var want []string
	for _, f := range files {
		if !f.root() && !slices.Contains(want, f.dir()) {
			want = append(want, f.dir())
		}
	}
	slices.Sort(have)
	slices.Sort(want)
	slices.Sort(plain)
	for i, n := range have {
		if i > 0 && have[i-1] == n {
			t.Errorf("%s is listed twice", n)
		}
		if !slices.Contains(want, n) {
			t.Errorf("%s is listed, but there is no such package", n)
		}
	}
	for _, n := range want {
		if !slices.Contains(have, n) {
			t.Errorf("ARCHITECTURE.md does not list %s", n)
		}
	}
	if !slices.Equal(plain, plainApp) {
		t.Errorf("without Fyne are %v, by the rules %v", plain, plainApp)
	}
}

func TestListed(t *testing.T) {
	got := listed("One:\n\n| | |\n|---|---|\n| `a/b`, `c` | not `d` |\n\nTwo:\n\n| | |\n| `e` | x |\n\nnot `f`\n")
	if len(got) != 2 || !slices.Equal(got["One:"], []string{"a/b", "c"}) || !slices.Equal(got["Two:"], []string{"e"}) {
		t.Errorf("%v", got)
	}
}
