// Command pack writes what a system wants to have beside the program: menu
// entries, file types, icons, the manual page, resources. It fills the
// templates in packaging/ with what FyneApp.toml says.
//
//	go run ./data/gen/pack linux   FOLDER   a tree to lay over /usr, and debian/control
//	go run ./data/gen/pack windows FOLDER   icon, resources, manifest, installer script
//	go run ./data/gen/pack macos   FOLDER   Dateline.app without the program
//	go run ./data/gen/pack sbom    FILE     what the program is made of, as SPDX 2.3
//
// The same commit always gives the same bytes.
package main

import (
	"bytes"
	"cmp"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"text/template"
	"time"

	"dateline/app/identity"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: go run ./data/gen/pack linux|windows|macos FOLDER, or sbom FILE")
		os.Exit(2)
	}
	if err := run(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, "pack:", err)
		os.Exit(1)
	}
}

func run(what, to string) error {
	p, err := gather(".")
	if err != nil {
		return err
	}
	var files []file
	switch what {
	case "linux":
		files, err = p.linux()
	case "windows":
		files, err = p.windows()
	case "macos":
		files, err = p.macos()
	case "sbom":
		var text []byte
		if text, err = p.sbom(); err == nil {
			return os.WriteFile(to, text, 0o644)
		}
	default:
		err = fmt.Errorf("%q is none of linux, windows, macos and sbom", what)
	}
	if err != nil {
		return err
	}
	for _, f := range files {
		name := filepath.Join(to, filepath.FromSlash(f.name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(name, f.data, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// file is one to be written; the name has slashes.
type file struct {
	name string
	data []byte
}

// project is what the templates may use.
type project struct {
	identity.Identity
	Text     string    // of the licence
	Commit   string    // whole, "" outside of a repository
	When     time.Time // of the commit
	Releases []release // the newest first
	root     string
}

type release struct{ Version, Date string }

// Year of the commit.
func (p project) Year() int { return p.When.Year() }

// Quad is the version as Windows wants it: four numbers with commas.
func (p project) Quad() string {
	return strings.ReplaceAll(p.Version, ".", ",") + "," + strconv.Itoa(p.Build)
}

func gather(root string) (project, error) {
	text, err := os.ReadFile(filepath.Join(root, "FyneApp.toml"))
	if err != nil {
		return project{}, err
	}
	p := project{root: root}
	if p.Identity, err = identity.Parse(string(text)); err != nil {
		return project{}, err
	}
	licence, err := os.ReadFile(filepath.Join(root, "LICENSE"))
	if err != nil {
		return project{}, err
	}
	p.Text = string(licence)
	changes, err := os.ReadFile(filepath.Join(root, "CHANGELOG.md"))
	if err != nil {
		return project{}, err
	}
	if p.Commit, p.When, err = commit(root); err != nil {
		return project{}, err
	}
	p.Releases, err = releases(string(changes), p.When)
	return p, err
}

// commit is the one that is checked out. SOURCE_DATE_EPOCH stands in for it
// where there is no repository, as in an unpacked source archive.
func commit(root string) (hash string, when time.Time, err error) {
	cmd := exec.Command("git", "-C", root, "log", "-1", "--format=%H %ct")
	out, gitErr := cmd.Output()
	hash, seconds, _ := strings.Cut(strings.TrimSpace(string(out)), " ")
	seconds = cmp.Or(os.Getenv("SOURCE_DATE_EPOCH"), seconds)
	n, err := strconv.ParseInt(seconds, 10, 64)
	if err != nil {
		return "", time.Time{}, fmt.Errorf("when was this version made? git does not say (%v); set SOURCE_DATE_EPOCH to seconds since 1970", gitErr)
	}
	return hash, time.Unix(n, 0).UTC(), nil
}

var heading = regexp.MustCompile(`(?m)^## (\d+\.\d+\.\d+) - (.*)$`)

// releases are those of the change log. One without a date is the coming one,
// which the packages of a commit carry the date of that commit for.
func releases(changes string, now time.Time) ([]release, error) {
	var out []release
	for _, m := range heading.FindAllStringSubmatch(changes, -1) {
		date := m[2]
		if date == "not yet released" {
			date = now.Format(time.DateOnly)
		}
		if _, err := time.Parse(time.DateOnly, date); err != nil {
			return nil, fmt.Errorf("CHANGELOG.md: %s has the date %q: write 2006-01-02 or \"not yet released\"", m[1], m[2])
		}
		out = append(out, release{m[1], date})
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("CHANGELOG.md has no heading such as ## 1.2.3 - 2006-01-02")
	}
	return out, nil
}

// fill makes a file from a template in packaging/.
func (p project) fill(name, from string) (file, error) {
	text, err := os.ReadFile(filepath.Join(p.root, "packaging", filepath.FromSlash(from)))
	if err != nil {
		return file{}, err
	}
	t, err := template.New(from).Option("missingkey=error").Funcs(template.FuncMap{
		"indent": indent,
	}).Parse(string(text))
	if err != nil {
		return file{}, err
	}
	var b bytes.Buffer
	if err := t.Execute(&b, p); err != nil {
		return file{}, fmt.Errorf("packaging/%s: %w", from, err)
	}
	return file{name, b.Bytes()}, nil
}

// read is a file of the project.
func (p project) read(name string) ([]byte, error) {
	return os.ReadFile(filepath.Join(p.root, filepath.FromSlash(name)))
}

// indent is how Debian's copyright files write text: each line begins with a
// space, an empty one is a period.
func indent(s string) string {
	var b strings.Builder
	for line := range strings.Lines(strings.TrimSpace(s)) {
		line = strings.TrimSpace(line)
		if line == "" {
			line = "."
		}
		b.WriteString(" " + line + "\n")
	}
	return b.String()
}

// icons draws all sizes and containers.
func (p project) icons() (fs.FS, func(), error) {
	dir, err := os.MkdirTemp("", "icons")
	if err != nil {
		return nil, nil, err
	}
	cmd := exec.Command("go", "run", "./data/gen/icon", "-to", dir)
	cmd.Dir = p.root
	if out, err := cmd.CombinedOutput(); err != nil {
		os.RemoveAll(dir)
		return nil, nil, fmt.Errorf("drawing the icons: %w: %s", err, out)
	}
	return os.DirFS(dir), func() { os.RemoveAll(dir) }, nil
}
