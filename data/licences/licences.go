// Package licences is what the program must say of the work of others in it:
// the licence of every module that it is built from, on any system, and of
// every set of data that it ships.
package licences

import (
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

//go:generate go run dateline/data/gen/licences

//go:embed modules.txt
var modules string

//go:embed data.txt
var data string

// Own is the licence of the program itself, the LICENSE of the project.
//
//go:embed own.txt
var Own string

// texts are the licences that data must be passed on with, by SPDX name.
//
//go:embed texts/*.txt
var texts embed.FS

// Work is something of others: a module or a set of data.
type Work struct {
	Name    string   // a module's path, or what data they are
	Version string   // of the module, or of the package that the data came in
	SPDX    []string // licences by their SPDX names
	Source  string   // where it comes from; "" for a module, whose path says it
	Credit  string   // what must be said in public, "" where nothing must
}

// Notice is a text of a licence and the works that it came with.
type Notice struct {
	Works []string // name and version
	Text  string
}

// Modules are the modules in the order of their paths, and their notices in
// the order in which they are first needed.
func Modules() ([]Work, []Notice, error) { return parseModules(modules) }

// Data are the sets of data, in the order in which they are credited, and the
// texts of those of their licences that ask to be passed on whole.
func Data() ([]Work, []Notice, error) {
	works, err := parseData(data)
	if err != nil {
		return nil, nil, err
	}
	files, err := fs.Glob(texts, "texts/*.txt")
	if err != nil {
		return nil, nil, err
	}
	var notices []Notice
	for _, f := range files {
		b, err := texts.ReadFile(f)
		if err != nil {
			return nil, nil, err
		}
		n := Notice{Text: string(b)}
		spdx := strings.TrimSuffix(strings.TrimPrefix(f, "texts/"), ".txt")
		for _, w := range works {
			if slices.Contains(w.SPDX, spdx) {
				n.Works = append(n.Works, w.Name)
			}
		}
		if len(n.Works) == 0 {
			return nil, nil, fmt.Errorf("data.txt: nothing is under %s, whose text is in %s", spdx, f)
		}
		notices = append(notices, n)
	}
	return works, notices, nil
}

const (
	moduleMark = "module "
	noticeMark = "======== "
)

// FormatModules writes what Modules reads: a line for each module, then each
// text under a line that begins with "======== " and names those it is for.
func FormatModules(works []Work, notices []Notice) string {
	var b strings.Builder
	for _, w := range works {
		fmt.Fprintf(&b, "%s%s %s %s\n", moduleMark, w.Name, w.Version, strings.Join(w.SPDX, " AND "))
	}
	for _, n := range notices {
		fmt.Fprintf(&b, "%s%s\n%s\n", noticeMark, strings.Join(n.Works, ", "), strings.TrimSpace(n.Text))
	}
	return b.String()
}

func parseModules(s string) ([]Work, []Notice, error) {
	var works []Work
	var notices []Notice
	line := 0
	for l := range strings.Lines(s) {
		line++
		head, isHead := strings.CutPrefix(strings.TrimSuffix(l, "\n"), noticeMark)
		module, isModule := strings.CutPrefix(strings.TrimSuffix(l, "\n"), moduleMark)
		switch {
		case isHead:
			notices = append(notices, Notice{Works: strings.Split(head, ", ")})
		case len(notices) > 0:
			notices[len(notices)-1].Text += l
		case isModule:
			f := strings.SplitN(module, " ", 3)
			if len(f) != 3 {
				return nil, nil, fmt.Errorf("modules.txt, line %d: a module needs its path, version and licence", line)
			}
			works = append(works, Work{Name: f[0], Version: f[1], SPDX: strings.Split(f[2], " AND ")})
		default:
			return nil, nil, fmt.Errorf("modules.txt, line %d: neither a module nor a licence", line)
		}
	}
	return works, notices, nil
}

func parseData(s string) ([]Work, error) {
	var works []Work
	line := 0
	for l := range strings.Lines(s) {
		line++
		l = strings.TrimSuffix(l, "\n")
		if l == "" || l[0] == '#' {
			continue
		}
		f := strings.Split(l, "\t")
		if len(f) != 5 || f[0] == "" || f[2] == "" || f[3] == "" {
			return nil, fmt.Errorf("data.txt, line %d: a set needs its name, version, licence, source and credit, with a tab between", line)
		}
		works = append(works, Work{Name: f[0], Version: f[1], SPDX: strings.Split(f[2], " AND "), Source: f[3], Credit: f[4]})
	}
	return works, nil
}

// Text says under which licences the program and all in it stand; short
// leaves out the texts.
func Text(short bool) (string, error) {
	sets, setTexts, err := Data()
	if err != nil {
		return "", err
	}
	mods, modTexts, err := Modules()
	if err != nil {
		return "", err
	}
	var b strings.Builder
	b.WriteString("Dateline itself: MIT\n\nData in it:\n")
	for _, w := range sets {
		fmt.Fprintf(&b, "  %s (%s): %s\n      %s\n", w.Name, w.Version, strings.Join(w.SPDX, ", "), w.Source)
	}
	b.WriteString("\nModules in it:\n")
	for _, w := range mods {
		fmt.Fprintf(&b, "  %s %s: %s\n", w.Name, w.Version, strings.Join(w.SPDX, ", "))
	}
	if short {
		return b.String(), nil
	}
	for _, n := range slices.Concat([]Notice{{Works: []string{"Dateline"}, Text: Own}}, setTexts, modTexts) {
		fmt.Fprintf(&b, "\n%s\n%s\n\n%s\n", strings.Repeat("=", 72), strings.Join(n.Works, "\n"), strings.TrimSpace(n.Text))
	}
	return b.String(), nil
}
