package main_test

import (
	"bufio"
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const (
	fyneModule = "fyne.io/fyne/v2"
	fyneDriver = "fyne.io/fyne/v2/app"
	maxLines   = 600
)

// below lists for each layer the layers that it may import, itself aside.
var below = map[string][]string{
	"":         {"app", "geo", "timeline", "data"}, // the program itself
	"app":      {"geo", "timeline", "data"},
	"geo":      {"timeline", "data"},
	"timeline": {"data"},
	"data":     {},
}

// plainApp are the packages of app that know no window.
var plainApp = []string{
	"app/bench", "app/brief", "app/cli", "app/command", "app/console", "app/dirs", "app/file",
	"app/frame", "app/gesture", "app/identity", "app/journal", "app/mark", "app/measure",
	"app/online", "app/sent", "app/session", "app/slide", "app/state", "app/update", "app/words", "app/work",
}

// forPainters are the packages of ours that a painter must not know: it paints
// items, not events, places or projections.
var forPainters = []string{"geo/geocode", "geo/gazetteer", "geo/proj", "geo/basemap"}

// source is one Go file as far as the rules look at it.
type source struct {
	path      string // slashes, from the root of the module
	imports   []string
	comment   bool // has a package comment
	generated bool
	lines     int
}

func (s source) dir() string { return path.Dir(s.path) }
func (s source) test() bool  { return strings.HasSuffix(s.path, "_test.go") }
func (s source) root() bool  { return s.dir() == "." }
func (s source) gen() bool   { return under(s.path, "data/gen") }
func (s source) layer() string {
	if s.root() {
		return ""
	}
	top, _, _ := strings.Cut(s.path, "/")
	return top
}

// under reports whether a path is a folder or lies in it.
func under(p, folder string) bool { return p == folder || strings.HasPrefix(p, folder+"/") }

// readSources reads every Go file of a module. It reads the files themselves:
// what the go command says of them would be answered from its cache of tests
// after a violation was added.
func readSources(root string) ([]source, error) {
	var out []source
	err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		base := d.Name()
		if d.IsDir() {
			if name != root && (strings.HasPrefix(base, ".") || base == "testdata" || base == "out") {
				return filepath.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(base, ".go") {
			return nil
		}
		rel, err := filepath.Rel(root, name)
		if err != nil {
			return err
		}
		s, err := readSource(name)
		s.path = filepath.ToSlash(rel)
		out = append(out, s)
		return err
	})
	return out, err
}

func readSource(name string) (source, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return source{}, err
	}
	f, err := parser.ParseFile(token.NewFileSet(), name, data, parser.ImportsOnly|parser.ParseComments)
	if err != nil {
		return source{}, err
	}
	s := source{comment: f.Doc != nil, generated: ast.IsGenerated(f)}
	for _, i := range f.Imports {
		p, err := strconv.Unquote(i.Path.Value)
		if err != nil {
			return source{}, err
		}
		s.imports = append(s.imports, p)
	}
	for sc := bufio.NewScanner(bytes.NewReader(data)); sc.Scan(); {
		s.lines++
	}
	return s, nil
}

// violations are the broken rules, one a line, in the order of the files.
func violations(files []source) []string {
	var out []string
	comments := make(map[string]int)
	for _, f := range files {
		say := func(format string, args ...any) {
			out = append(out, f.path+": "+fmt.Sprintf(format, args...))
		}
		if _, ok := below[f.layer()]; !ok {
			say("stands outside app, geo, timeline and data")
		}
		for _, i := range f.imports {
			if why := forbidden(f, i); why != "" {
				say("imports %s: %s", i, why)
			}
		}
		if f.lines > maxLines && !f.generated {
			say("has %d lines, more than %d", f.lines, maxLines)
		}
		if !f.test() {
			if f.comment {
				comments[f.dir()]++
			} else {
				comments[f.dir()] += 0
			}
		}
	}
	for _, f := range files {
		n, ok := comments[f.dir()]
		if ok && n != 1 {
			out = append(out, fmt.Sprintf("%s: has %d package comments instead of one", f.dir(), n))
		}
		delete(comments, f.dir())
	}
	return out
}

// forbidden says why a file may not import a package, "" where it may.
func forbidden(f source, imported string) string {
	if under(imported, fyneModule) {
		switch {
		case imported == fyneDriver:
			if !f.root() || !strings.HasPrefix(f.path, "main") {
				return "the driver of the window belongs to main.go"
			}
		case f.layer() != "app" && !f.root():
			return "Fyne belongs under app"
		case slices.ContainsFunc(plainApp, func(p string) bool { return under(f.dir(), p) }):
			return "this package knows no window"
		}
		return ""
	}
	if imported == "log" && f.layer() != "app" && !f.root() && !f.gen() {
		return "errors are returned, not logged"
	}
	own, ok := strings.CutPrefix(imported, "dateline/")
	if !ok || f.gen() {
		return ""
	}
	if under(own, "data/gen") {
		return "these are programs, not packages"
	}
	top, _, _ := strings.Cut(own, "/")
	if top != f.layer() && !slices.Contains(below[f.layer()], top) {
		return fmt.Sprintf("%q may not know %q", f.layer(), top)
	}
	if under(f.path, "geo/paint") && !f.test() &&
		(top == "timeline" || slices.ContainsFunc(forPainters, func(p string) bool { return under(own, p) })) {
		return "a painter knows items, not what they show"
	}
	return ""
}

func TestArchitecture(t *testing.T) {
	files, err := readSources(".")
	if err != nil {
		t.Fatal(err)
	}
	if len(files) < 20 {
		t.Fatalf("found only %d files: this test looks in the wrong place", len(files))
	}
	for _, v := range violations(files) {
		t.Error(v)
	}
}

// TestPlantedViolations plants each violation in a small module of its own and
// expects it, and it alone, to be found.
func TestPlantedViolations(t *testing.T) {
	tests := []struct{ name, file, text, want string }{
		{"up the arrows", "timeline/bad.go", `import _ "dateline/geo/proj"`, `may not know "geo"`},
		{"up from geo", "geo/proj/bad.go", `import _ "dateline/app/session"`, `may not know "app"`},
		{"up from data", "data/places/bad.go", `import _ "dateline/timeline"`, `may not know "timeline"`},
		{"up in a test", "timeline/bad_test.go", `import _ "dateline/app/brief"`, `may not know "app"`},
		{"a new top folder", "util/bad.go", ``, "outside"},
		{"Fyne in geo", "geo/scene/bad.go", `import _ "fyne.io/fyne/v2/canvas"`, "under app"},
		{"Fyne in the session", "app/session/bad.go", `import _ "fyne.io/fyne/v2"`, "no window"},
		{"the driver in a view", "app/mapview/bad.go", `import _ "fyne.io/fyne/v2/app"`, "main.go"},
		{"the driver in a test at the root", "bad_test.go", `import _ "fyne.io/fyne/v2/app"`, "main.go"},
		{"a log", "geo/basemap/bad.go", `import _ "log"`, "not logged"},
		{"a painter that knows events", "geo/paint/svg/bad.go", `import _ "dateline/timeline"`, "items"},
		{"a painter that projects", "geo/paint/svg/bad.go", `import _ "dateline/geo/proj"`, "items"},
		{"a generator as a package", "geo/proj/bad.go", `import _ "dateline/data/gen/world"`, "programs"},
		{"no package comment", "geo/newer/bad.go", ``, "0 package comments"},
		{"two package comments", "geo/proj/bad.go", "//comment", "2 package comments"},
		{"a long file", "app/prefs/good.go", "//comment" + strings.Repeat("\n", maxLines), "lines, more than"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			root := t.TempDir()
			plant(t, root, "main.go", `import _ "fyne.io/fyne/v2/app"`, true)
			plant(t, root, "geo/proj/good.go", `import _ "dateline/timeline"`, true)
			plant(t, root, "geo/paint/svg/good.go", `import _ "dateline/geo/scene"`, true)
			plant(t, root, "data/gen/world/good.go", `import (_ "dateline/geo/proj"; _ "log")`, true)
			for _, dir := range []string{"timeline", "geo/scene", "geo/basemap", "app/session", "app/mapview", "data/places", "util"} {
				if dir != "util" || strings.HasPrefix(tt.file, "util/") {
					plant(t, root, dir+"/good.go", ``, true)
				}
			}
			if files, err := readSources(root); err != nil || !strings.HasPrefix(tt.file, "util/") && len(violations(files)) > 0 {
				t.Fatalf("without it: %v %q", err, violations(files))
			}
			text, comment := strings.CutPrefix(tt.text, "//comment")
			plant(t, root, tt.file, text, comment)
			files, err := readSources(root)
			if err != nil {
				t.Fatal(err)
			}
			got := violations(files)
			if len(got) == 0 {
				t.Fatal("not found")
			}
			for _, v := range got {
				if !strings.Contains(v, tt.want) {
					t.Errorf("found %q, want something of %q", v, tt.want)
				}
			}
		})
	}
}

// plant writes a Go file.
func plant(t *testing.T, root, name, text string, comment bool) {
	t.Helper()
	file := filepath.Join(root, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		t.Fatal(err)
	}
	if comment {
		text = "// Package p is planted.\npackage p\n" + text
	} else {
		text = "package p\n" + text
	}
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}
