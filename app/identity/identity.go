// Package identity is what the program is called, on every system: it reads
// FyneApp.toml, the one place where that is written, and what the Go toolchain
// notes of a build.
package identity

import (
	"fmt"
	"regexp"
	"runtime/debug"

	"github.com/BurntSushi/toml"
)

// Identity is the program as packages, menus and `dateline version` name it.
type Identity struct {
	Name     string // as people read it
	ID       string // reverse domain name, as systems know it
	Version  string // three numbers between periods
	Build    int    // rises with every release
	Summary  string // one line without a period at the end
	Generic  string // what kind of program it is
	Group    []string
	Keywords []string
	Licence  string // SPDX
	Author   string
	Home     string // web page, "" where there is none
	Feed     string // address asked for newer versions, "" where there is none
}

// Parse reads the text of FyneApp.toml. A value that is missing or of the wrong
// form is an error which names it.
func Parse(text string) (Identity, error) {
	var file struct {
		Details struct {
			Name, ID, Version string
			Build             int
		}
		LinuxAndBSD struct {
			GenericName, Comment string
			Categories, Keywords []string
		}
		Release struct{ Licence, Author, Home, Feed string }
	}
	if _, err := toml.Decode(text, &file); err != nil {
		return Identity{}, fmt.Errorf("reading FyneApp.toml: %w", err)
	}
	id := Identity{
		Name: file.Details.Name, ID: file.Details.ID, Version: file.Details.Version, Build: file.Details.Build,
		Summary: file.LinuxAndBSD.Comment, Generic: file.LinuxAndBSD.GenericName,
		Group: file.LinuxAndBSD.Categories, Keywords: file.LinuxAndBSD.Keywords,
		Licence: file.Release.Licence, Author: file.Release.Author, Home: file.Release.Home, Feed: file.Release.Feed,
	}
	return id, id.check()
}

var (
	threeNumbers  = regexp.MustCompile(`^\d+\.\d+\.\d+$`)
	reverseDomain = regexp.MustCompile(`^[a-z][a-z0-9]*(\.[a-z][a-z0-9]*){2,}$`)
)

func (id Identity) check() error {
	for _, c := range []struct {
		ok   bool
		name string
		want string
	}{
		{id.Name != "", "Details.Name", "a name"},
		{reverseDomain.MatchString(id.ID), "Details.ID", "a reverse domain name in small letters"},
		{threeNumbers.MatchString(id.Version), "Details.Version", "three numbers such as 1.2.3"},
		{id.Build > 0, "Details.Build", "a whole number above 0"},
		{id.Summary != "", "LinuxAndBSD.Comment", "one line"},
		{len(id.Group) > 0, "LinuxAndBSD.Categories", "at least one category"},
		{id.Licence != "", "Release.Licence", "an SPDX name"},
		{id.Author != "", "Release.Author", "who made it"},
	} {
		if !c.ok {
			return fmt.Errorf("FyneApp.toml: %s must be %s", c.name, c.want)
		}
	}
	return nil
}

// Commit is the commit that the running program was built from, with "+" where
// files were changed since, and its date (2006-01-02); both are "" for a build
// outside of a repository.
func Commit() (hash, date string) {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "", ""
	}
	return commit(info.Settings)
}

func commit(settings []debug.BuildSetting) (hash, date string) {
	changed := ""
	for _, s := range settings {
		switch s.Key {
		case "vcs.revision":
			hash = s.Value[:min(12, len(s.Value))]
		case "vcs.time":
			date = s.Value[:min(len("2006-01-02"), len(s.Value))]
		case "vcs.modified":
			if s.Value == "true" {
				changed = "+"
			}
		}
	}
	if hash == "" {
		return "", ""
	}
	return hash + changed, date
}
