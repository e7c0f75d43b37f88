// Command licences gathers the licences of all modules that the program is
// built from, on Linux, macOS and Windows, into data/licences/modules.txt. It
// fails for a module without a licence, or with one that it does not know.
//
//	go run ./data/gen/licences [FILE]
package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/google/licensecheck"

	"dateline/data/licences"
)

func main() {
	path := filepath.Join("data", "licences", "modules.txt")
	if len(os.Args) > 1 {
		path = os.Args[1]
	}
	if err := run(path); err != nil {
		fmt.Fprintln(os.Stderr, "licences:", err)
		os.Exit(1)
	}
}

func run(path string) error {
	works, notices, err := gather(".")
	if err != nil {
		return err
	}
	return os.WriteFile(path, []byte(licences.FormatModules(works, notices)), 0o644)
}

// module is one that the program is built from.
type module struct{ path, version, dir string }

// gather reads the licences of all modules that the package in dir needs.
func gather(dir string) ([]licences.Work, []licences.Notice, error) {
	mods, err := modules(dir)
	if err != nil {
		return nil, nil, err
	}
	var works []licences.Work
	var notices []licences.Notice
	for _, m := range mods {
		texts, err := texts(m)
		if err != nil {
			return nil, nil, fmt.Errorf("%s: %w", m.path, err)
		}
		spdx := make(map[string]bool)
		for _, text := range texts {
			for _, id := range names(text) {
				spdx[id] = true
			}
			i := slices.IndexFunc(notices, func(n licences.Notice) bool { return n.Text == text })
			if i < 0 {
				notices = append(notices, licences.Notice{Text: text})
				i = len(notices) - 1
			}
			if w := m.path + " " + m.version; !slices.Contains(notices[i].Works, w) {
				notices[i].Works = append(notices[i].Works, w)
			}
		}
		if len(spdx) == 0 {
			return nil, nil, fmt.Errorf("%s %s: no licence that is known in %s", m.path, m.version, m.dir)
		}
		works = append(works, licences.Work{Name: m.path, Version: m.version, SPDX: slices.Sorted(maps.Keys(spdx))})
	}
	return works, notices, nil
}

// modules asks the go command, for each system, what the window's build needs.
// Go's own library comes first.
func modules(dir string) ([]module, error) {
	root, err := output(dir, nil, "env", "GOROOT")
	if err != nil {
		return nil, err
	}
	own, err := goMinor(dir)
	if err != nil {
		return nil, err
	}
	found := map[string]module{"std": {path: "std", version: own, dir: strings.TrimSpace(root)}}
	for _, system := range []string{"linux", "darwin", "windows"} {
		out, err := output(dir, []string{"GOOS=" + system, "GOARCH=amd64", "CGO_ENABLED=1"},
			"list", "-deps", "-tags", "migrated_fynedo", "-json=Module", ".")
		if err != nil {
			return nil, err
		}
		for d := json.NewDecoder(strings.NewReader(out)); ; {
			var p struct {
				Module *struct {
					Path, Version, Dir string
					Main               bool
				}
			}
			if err := d.Decode(&p); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				return nil, fmt.Errorf("go list: %w", err)
			}
			if m := p.Module; m != nil && !m.Main {
				found[m.Path] = module{m.Path, m.Version, m.Dir}
			}
		}
	}
	return slices.SortedFunc(maps.Values(found), func(a, b module) int {
		return cmp.Or(boolCompare(b.path == "std", a.path == "std"), strings.Compare(a.path, b.path))
	}), nil
}

func boolCompare(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

// goMinor is the version of Go that go.mod asks for: the patch level of the
// one at hand changes nothing in its licence.
func goMinor(dir string) (string, error) {
	out, err := output(dir, nil, "list", "-m", "-f", "go{{.GoVersion}}")
	return strings.TrimSpace(out), err
}

func output(dir string, env []string, args ...string) (string, error) {
	cmd := exec.Command("go", args...)
	cmd.Dir, cmd.Env = dir, append(os.Environ(), env...)
	var out, problem bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &problem
	if err := cmd.Run(); err != nil {
		return "", fmt.Errorf("go %s: %w: %s", strings.Join(args, " "), err, strings.TrimSpace(problem.String()))
	}
	return out.String(), nil
}

var (
	licenceFile = regexp.MustCompile(`(?i)^(?:[a-z]+[-_])?(licen[cs]e|copying|notice|ofl)([-._].*)?$`)
	notShipped  = regexp.MustCompile(`(?i)^(testdata|vendor|examples?|_examples?|cmd|docs?|internal-tools|node_modules|\..*)$`)
	programText = regexp.MustCompile(`(?i)\.(go|c|h|py|sh|json)$`)
)

// chosen is, for a module under several licences, the one that it is used
// under here.
var chosen = map[string]string{"github.com/golang/freetype": "licenses/ftl.txt"}

// texts are a module's notices, without those of its tests, examples and
// tools, in the order of their paths. Go's own is at its root.
func texts(m module) ([]string, error) {
	var files []string
	err := filepath.WalkDir(m.dir, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && path != m.dir && (m.path == "std" || notShipped.MatchString(d.Name())):
			return filepath.SkipDir
		case !d.IsDir() && licenceFile.MatchString(d.Name()) && !programText.MatchString(d.Name()):
			files = append(files, path)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	if c, ok := chosen[m.path]; ok {
		files = append(files, filepath.Join(m.dir, filepath.FromSlash(c)))
	}
	var out []string
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			return nil, err
		}
		text := strings.ReplaceAll(strings.ToValidUTF8(string(b), "?"), "\r\n", "\n")
		if text = strings.TrimSpace(text); !slices.Contains(out, text) {
			out = append(out, text)
		}
	}
	return out, nil
}

// names are the SPDX names of the licences in a text, none where less than
// half of it is the text of known licences.
func names(text string) []string {
	cov := licensecheck.Scan([]byte(text))
	if cov.Percent < 50 {
		return nil
	}
	var out []string
	for _, m := range cov.Match {
		if !m.IsURL && !slices.Contains(out, m.ID) {
			out = append(out, m.ID)
		}
	}
	return out
}
