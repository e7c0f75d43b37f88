package main

import (
	"os"
	"strings"
	"testing"
)

func TestDetail(t *testing.T) {
	for key, want := range map[string]string{"Name": "Dateline", "Version": "0.1.0", "ID": "io.dateline.app", "Vers": ""} {
		if got := detail(key); got != want {
			t.Errorf("%s is %q, want %q", key, got, want)
		}
	}
}

func TestChangelogKnowsTheVersion(t *testing.T) {
	text, err := os.ReadFile("CHANGELOG.md")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(text), "\n## "+detail("Version")+" ") {
		t.Errorf("CHANGELOG.md has nothing about %s", detail("Version"))
	}
}
